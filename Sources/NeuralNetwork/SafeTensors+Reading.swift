import Foundation

extension SafeTensors {
  /// The longest header that is read, in bytes, as in the format's own reader.
  public static let longestHeader = 100_000_000

  /// Reads the bytes of a file, strictly: every byte is accounted for.
  ///
  /// - Throws: where header or data are cut short or too long, a name comes twice, a type is not known, or shape, size and
  ///   offsets of a tensor contradict each other or those of its neighbours.
  public init(decoding bytes: [UInt8]) throws(SafeTensorsError) {
    guard bytes.count >= 8 else { throw .tooShort(bytes: bytes.count) }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(Self.longestHeader) else { throw .headerTooLong(bytes: length) }
    let start = 8 + Int(length)
    guard start <= bytes.count else {
      throw .headerTruncated(expected: Int(length), received: bytes.count - 8)
    }
    let header = try Self.header(bytes[8..<start])
    let data = bytes[start...]

    // In the order of the data each tensor begins where the one before ends.
    var end = 0
    let entries = header.entries.sorted { ($0.begin, $0.end) < ($1.begin, $1.end) }
    for entry in entries {
      guard entry.begin >= end else { throw .overlap(tensor: entry.name, at: entry.begin, free: end) }
      guard entry.begin == end else { throw .gap(tensor: entry.name, at: entry.begin, free: end) }
      end = entry.end
    }
    guard end <= data.count else { throw .dataTruncated(expected: end, received: data.count) }
    guard end == data.count else { throw .trailingBytes(expected: end, received: data.count) }

    tensors = header.entries.map { $0.tensor(from: data) }
    metadata = header.metadata
  }

  private static func header(_ json: ArraySlice<UInt8>) throws(SafeTensorsError) -> Header {
    // The format's own rule; it also keeps byte order marks and blank starts out.
    guard json.first == UInt8(ascii: "{") else { throw .headerIsNotJSON("it does not begin with {") }
    // Foundation would take zeros between the letters for UTF-16.
    guard !json.contains(0) else { throw .headerIsNotJSON("it holds a zero byte") }
    do {
      let header = try JSONDecoder().decode(Header.self, from: Data(json))
      if let name = duplicateName(inJSON: json) { throw SafeTensorsError.duplicateName(name) }
      return header
    } catch let fault as SafeTensorsError {
      throw fault
    } catch {
      throw .headerIsNotJSON(sentence(error))
    }
  }

  private static func sentence(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    switch error {
    case .keyNotFound(let key, let context):
      return "\(path(context)) lacks \(key.stringValue)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(path(context)) has a value of the wrong kind"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty ? "it cannot be parsed" : "\(path(context)) cannot be read"
    @unknown default: return "it cannot be parsed"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.isEmpty
      ? "the header" : context.codingPath.map(\.stringValue).joined(separator: " › ")
  }
}

/// What the header says, each entry checked for itself.
private struct Header: Decodable {
  var metadata: [String: String] = [:]
  var entries: [Entry] = []

  struct Entry {
    let name: String
    let type: SafeTensors.DataType
    let shape: [Int]
    let begin: Int
    let end: Int

    /// The tensor, once the data are known to reach that far.
    func tensor(from data: ArraySlice<UInt8>) -> SafeTensors.Tensor {
      let bytes = data[data.startIndex + begin..<data.startIndex + end]
      let values: SafeTensors.Values =
        switch type {
        case .float32: .float32(words(bytes).map(Float.init(bitPattern:)))
        case .float64: .float64(words(bytes).map(Double.init(bitPattern:)))
        }
      return SafeTensors.Tensor(name: name, shape: shape, values: values)
    }

    private func words<Word: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>) -> [Word] {
      bytes.withUnsafeBytes { raw in
        stride(from: 0, to: raw.count, by: MemoryLayout<Word>.size).map {
          Word(littleEndian: raw.loadUnaligned(fromByteOffset: $0, as: Word.self))
        }
      }
    }
  }

  private struct Fields: Decodable {
    let type: String
    let shape: [Int]
    let offsets: [Int]

    enum CodingKeys: String, CodingKey {
      case type = "dtype"
      case shape
      case offsets = "data_offsets"
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let keys = container.allKeys.sorted {
      $0.stringValue.utf8.lexicographicallyPrecedes($1.stringValue.utf8)
    }
    for key in keys {
      if key.stringValue.utf8.elementsEqual("__metadata__".utf8) {
        metadata = try container.decode([String: String].self, forKey: key)
      } else {
        entries.append(try Self.entry(key.stringValue, container.decode(Fields.self, forKey: key)))
      }
    }
  }

  private static func entry(_ name: String, _ fields: Fields) throws(SafeTensorsError) -> Entry {
    guard let type = SafeTensors.DataType(rawValue: fields.type) else {
      throw .dataType(tensor: name, received: fields.type)
    }
    let offsets = fields.offsets
    guard offsets.count == 2, offsets[0] >= 0, offsets[0] <= offsets[1] else {
      throw .offsets(tensor: name, received: offsets)
    }
    var bytes = type.bytes
    for length in fields.shape {
      let (product, overflow) = bytes.multipliedReportingOverflow(by: length)
      guard length >= 0, !overflow else { throw .shape(tensor: name, received: fields.shape) }
      bytes = product
    }
    guard offsets[1] - offsets[0] == bytes else {
      throw .size(tensor: name, expected: bytes, received: offsets[1] - offsets[0])
    }
    return Entry(name: name, type: type, shape: fields.shape, begin: offsets[0], end: offsets[1])
  }
}
