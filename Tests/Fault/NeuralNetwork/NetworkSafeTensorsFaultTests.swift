import Testing

@testable import NeuralNetwork

@Suite struct NetworkSafeTensorsFaultTests {
  /// A file of that header and that many zero bytes of data.
  private func file(_ header: String, data: Int, length: UInt64? = nil) -> [UInt8] {
    let count = length ?? UInt64(header.utf8.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } + Array(header.utf8)
      + [UInt8](repeating: 0, count: data)
  }

  private static let good = #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#

  private static func entry(_ name: String, _ type: String, _ shape: String, _ offsets: String) -> String {
    #""\#(name)":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":\#(offsets)}"#
  }

  @Test("A sound file is read")
  func sound() throws {
    let tensors = try SafeTensors(decoding: file(Self.good, data: 8)).tensors
    #expect(tensors == [SafeTensors.Tensor(name: "a", shape: [2], numbers: [0, 0] as [Float])])
  }

  @Test("A file shorter than its first word, its header or its data is named so")
  func short() {
    #expect(throws: SafeTensorsError.tooShort(bytes: 3)) { try SafeTensors(decoding: [1, 0, 0]) }
    #expect(throws: SafeTensorsError.headerTruncated(expected: 99, received: 54)) {
      try SafeTensors(decoding: file(Self.good, data: 0, length: 99))
    }
    #expect(throws: SafeTensorsError.dataTruncated(expected: 8, received: 7)) {
      try SafeTensors(decoding: file(Self.good, data: 7))
    }
    #expect(throws: SafeTensorsError.trailingBytes(expected: 8, received: 9)) {
      try SafeTensors(decoding: file(Self.good, data: 9))
    }
  }

  @Test(
    "A header beyond the cap is refused before it is looked for", arguments: [100_000_001, .max] as [UInt64])
  func long(length: UInt64) {
    #expect(throws: SafeTensorsError.headerTooLong(bytes: length)) {
      try SafeTensors(decoding: file("{}", data: 0, length: length))
    }
  }

  @Test(
    "A header that is no JSON of tensors is named so, with the place",
    arguments: [
      ("", "it does not begin with {"), (" {}", "it does not begin with {"),
      ("[]", "it does not begin with {"), ("{\0}\0", "it holds a zero byte"), ("{", "it cannot be parsed"),
      ("{}x", "it cannot be parsed"),
      (#"{"a":1}"#, "a has a value of the wrong kind"),
      (#"{"a":{"shape":[2],"data_offsets":[0,8]}}"#, "a lacks dtype"),
      (#"{"a":{"dtype":"F32","data_offsets":[0,8]}}"#, "a lacks shape"),
      (#"{"a":{"dtype":"F32","shape":[2]}}"#, "a lacks data_offsets"),
      (#"{"a":{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}}"#, nil),
      (#"{"__metadata__":{"k":1}}"#, "__metadata__ › k has a value of the wrong kind"),
    ] as [(String, String?)])
  func json(header: String, problem: String?) throws {
    let error = #expect(throws: SafeTensorsError.self) {
      try SafeTensors(decoding: file(header, data: 8))
    }
    guard case .headerIsNotJSON(let received) = error else {
      Issue.record("expected a fault of the header, received \(String(describing: error))")
      return
    }
    if let problem { #expect(received == problem || received.hasPrefix(problem)) }
  }

  @Test(
    "A name that comes twice is told, with where it stands",
    arguments: [
      (entry("a", "F32", "[1]", "[0,4]") + "," + entry("a", "F32", "[1]", "[4,8]"), "a"),
      // The same name in other letters of the JSON, and in other code points.
      (entry("a", "F32", "[1]", "[0,4]") + "," + entry(#"\u0061"#, "F32", "[1]", "[4,8]"), "a"),
      (entry("\u{e9}", "F32", "[1]", "[0,4]") + "," + entry("e\u{301}", "F32", "[1]", "[4,8]"), "e\u{301}"),
      (#""a":{"dtype":"F32","shape":[2],"dtype":"F64","data_offsets":[0,8]}"#, "a › dtype"),
      (
        #""__metadata__":{"k":"1","l":"{\"k\":","k":"2"},"# + entry("a", "F32", "[2]", "[0,8]"),
        "__metadata__ › k"
      ),
      (
        #""__metadata__":{},"__metadata__":{},"# + entry("a", "F32", "[2]", "[0,8]"), "__metadata__"
      ),
    ])
  func duplicates(entries: String, name: String) {
    let error = #expect(throws: SafeTensorsError.self) {
      try SafeTensors(decoding: file("{\(entries)}", data: 8))
    }
    #expect(error == .duplicateName(name))
  }

  @Test("Names that only look alike, and texts that look like names, are no duplicates")
  func noDuplicates() throws {
    let metadata = #""__metadata__":{"a":"a","b":"\"a\":1,\"a\":2","c":"\\"},"#
    let entries =
      metadata + Self.entry("a", "F32", "[1]", "[0,4]") + "," + Self.entry("A", "F32", "[1]", "[4,8]")
    let read = try SafeTensors(decoding: file("{\(entries)}", data: 8))
    #expect(read.tensors.map(\.name) == ["A", "a"])
    #expect(read.metadata == ["a": "a", "b": "\"a\":1,\"a\":2", "c": "\\"])
  }

  /// Every fault of the file says which it is: no two of these sentences are the same.
  @Test("Header length, offsets, overlap, dtype, shape and truncation are told apart")
  func sentences() {
    let faults: [[UInt8]] = [
      [1, 0, 0], file(Self.good, data: 0, length: 99), file("{}", data: 0, length: .max),
      file(Self.good, data: 7), file(Self.good, data: 9), file("{", data: 8),
      file("{\(Self.entry("a", "I8", "[8]", "[0,8]"))}", data: 8),
      file("{\(Self.entry("a", "F32", "[-1]", "[0,8]"))}", data: 8),
      file("{\(Self.entry("a", "F32", "[2]", "[8,0]"))}", data: 8),
      file("{\(Self.entry("a", "F32", "[3]", "[0,8]"))}", data: 8),
      file(
        "{\(Self.entry("a", "F32", "[2]", "[0,8]")),\(Self.entry("b", "F32", "[1]", "[4,8]"))}", data: 8),
      file("{\(Self.entry("a", "F32", "[1]", "[4,8]"))}", data: 8),
      file("{\(Self.entry("a", "F32", "[1]", "[0,4]")),\(Self.entry("a", "F32", "[1]", "[4,8]"))}", data: 8),
    ]
    let sentences = faults.compactMap { bytes in
      #expect(throws: SafeTensorsError.self) { try SafeTensors(decoding: bytes) }?.description
    }
    #expect(sentences.count == faults.count)
    #expect(Set(sentences).count == faults.count)
    #expect(
      sentences.allSatisfy {
        $0.contains("received") || $0.contains("span") || $0.contains("begins at") || $0.contains("header")
      })
  }

  @Test(
    "A tensor that contradicts itself or its neighbour is named",
    arguments: [
      (entry("a", "F16", "[4]", "[0,8]"), .dataType(tensor: "a", received: "F16")),
      (entry("a", "F32", "[-2]", "[0,8]"), .shape(tensor: "a", received: [-2])),
      (
        entry("a", "F32", "[9223372036854775807,2]", "[0,8]"),
        .shape(tensor: "a", received: [.max, 2])
      ),
      (entry("a", "F32", "[2]", "[8,0]"), .offsets(tensor: "a", received: [8, 0])),
      (entry("a", "F32", "[2]", "[-8,0]"), .offsets(tensor: "a", received: [-8, 0])),
      (entry("a", "F32", "[2]", "[0]"), .offsets(tensor: "a", received: [0])),
      (entry("a", "F32", "[3]", "[0,8]"), .size(tensor: "a", expected: 12, received: 8)),
      (
        entry("a", "F32", "[1]", "[0,4]") + "," + entry("b", "F32", "[1]", "[2,6]"),
        .overlap(tensor: "b", at: 2, free: 4)
      ),
      (
        entry("a", "F32", "[1]", "[0,4]") + "," + entry("b", "F32", "[1]", "[8,12]"),
        .gap(tensor: "b", at: 8, free: 4)
      ),
      (entry("a", "F32", "[1]", "[4,8]"), .gap(tensor: "a", at: 4, free: 0)),
    ] as [(String, SafeTensorsError)])
  func tensors(entries: String, fault: SafeTensorsError) {
    #expect(throws: fault) { try SafeTensors(decoding: file("{\(entries)}", data: 8)) }
    #expect(fault.description.hasPrefix("tensor "))
  }
}
