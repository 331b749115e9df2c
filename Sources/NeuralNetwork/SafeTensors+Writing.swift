extension SafeTensors {
  /// The bytes of the file: the same tensors and metadata give the same bytes, in whatever order they came.
  ///
  /// Names are sorted by their UTF-8 bytes, the wider numbers come first and the header is padded with
  /// spaces, so that every number lies at a multiple of its width.
  public func encoded() -> [UInt8] {
    let named = tensors.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    precondition(
      zip(named, named.dropFirst()).allSatisfy { !$0.name.utf8.elementsEqual($1.name.utf8) },
      "tensors of different names")
    var data: [UInt8] = []
    var starts: [Int: Int] = [:]
    for type in [DataType.float64, .float32] {
      for (index, tensor) in named.enumerated() where tensor.values.dataType == type {
        starts[index] = data.count
        tensor.values.append(to: &data)
      }
    }
    var entries: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { "\(quoted($0.key)):\(quoted($0.value))" }
      entries.append("\"__metadata__\":{\(texts.joined(separator: ","))}")
    }
    for (index, tensor) in named.enumerated() {
      let type = tensor.values.dataType
      let start = starts[index, default: 0]
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      entries.append(
        "\(quoted(tensor.name)):{\"data_offsets\":[\(start),\(start + tensor.values.count * type.bytes)],"
          + "\"dtype\":\"\(type.rawValue)\",\"shape\":[\(shape)]}")
    }
    var header = Array("{\(entries.joined(separator: ","))}".utf8)
    while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
    return littleEndian(UInt64(header.count)) + header + data
  }
}

extension SafeTensors.Values {
  fileprivate func append(to data: inout [UInt8]) {
    switch self {
    case .float32(let numbers): for number in numbers { data += littleEndian(number.bitPattern) }
    case .float64(let numbers): for number in numbers { data += littleEndian(number.bitPattern) }
    }
  }
}

private func littleEndian<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
  withUnsafeBytes(of: word.littleEndian) { Array($0) }
}

/// A JSON string.
private func quoted(_ text: String) -> String {
  var json = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": json += "\\\""
    case "\\": json += "\\\\"
    case "\u{0}"..<"\u{20}":
      let digits = String(scalar.value, radix: 16)
      json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: json.unicodeScalars.append(scalar)
    }
  }
  return json + "\""
}
