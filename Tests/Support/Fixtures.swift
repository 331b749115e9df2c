import Foundation

/// The checkout that the tests were built from.
public enum Checkout {
  /// The folder that holds `Package.swift`.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

/// A folder of numbers that Keras, scikit-learn, pandas or matplotlib gave.
public struct Fixtures: Sendable {
  /// The folder itself.
  public let folder: URL

  /// A folder of fixtures outside the project, such as those beside the real data.
  public init(folder: URL) { self.folder = folder }

  /// The fixtures that travel with the project, `Tests/Reference/Fixtures`.
  public static let bundled = Fixtures(folder: Checkout.root.appending(path: "Tests/Reference/Fixtures"))

  /// The bytes of one file.
  public func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  /// The text of one file.
  public func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// A JSON file read as a `T`; "inf", "-inf" and "nan" are numbers there.
  public func decode<T: Decodable>(_ type: T.Type, from path: String) throws -> T {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(type, from: Data(contentsOf: folder.appending(path: path)))
  }

  /// The names of the files in a subfolder that end so, sorted.
  public func names(in subfolder: String, ending suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: subfolder).path)
      .filter { $0.hasSuffix(suffix) }.sorted()
  }
}
