import Foundation

/// JSON as it lies on disk: sorted keys, two spaces, a newline at the end, the shortest decimals.
enum JSON {
  static func encode(_ value: some Encodable) throws(Failure) -> String {
    try encode(value, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]) + "\n"
  }

  /// The same on one line, without a newline.
  static func encodeLine(_ value: some Encodable) throws(Failure) -> String {
    try encode(value, [.sortedKeys, .withoutEscapingSlashes])
  }

  /// Results, which may be 0/0: numbers that are not finite are the texts "nan", "inf" and "-inf".
  static func encodeResults(_ value: some Encodable) throws(Failure) -> String {
    try encode(
      value, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes],
      .convertToString(positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")) + "\n"
  }

  private static func encode(
    _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting,
    _ nonFinite: JSONEncoder.NonConformingFloatEncodingStrategy = .throw
  ) throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.nonConformingFloatEncodingStrategy = nonFinite
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      // Only a number that is not finite cannot be encoded.
      throw Failure(.failed, "a value cannot be written as JSON: \(error)")
    }
  }

  /// A value in text.
  static func decode<Value: Decodable>(_ type: Value.Type, text: String) throws -> Value {
    try decode(type, Data(text.utf8))
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: data)
  }

  /// A value in the bytes of a file, which messages call `path`.
  static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8], file path: String
  ) throws(Failure) -> Value {
    do {
      return try decode(type, Data(bytes))
    } catch let DecodingError.keyNotFound(key, _) {
      throw Failure(.badData, "\(path): expected the key '\(key.stringValue)'; train again to rewrite it")
    } catch let DecodingError.typeMismatch(_, context), let DecodingError.valueNotFound(_, context) {
      let key = context.codingPath.map(\.stringValue).joined(separator: ".")
      throw Failure(.badData, "\(path): \(key): \(context.debugDescription); train again to rewrite it")
    } catch {
      throw Failure(.badData, "\(path): not the JSON that training writes; train again to rewrite it")
    }
  }
}
