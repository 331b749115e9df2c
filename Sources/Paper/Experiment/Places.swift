import Yams

/// Where the keys of an experiment file stand, for messages about what only the data can show.
///
/// It is no part of what an experiment is: products do not hold it, and experiments that differ in it alone are
/// equal.
public struct Places: Sendable, Equatable, Codable {
  /// File, line and column by key path, such as `studies.variants[2].split`.
  private var marks: [String: String] = [:]

  init() {}

  init(of value: YAMLValue) { note(value.node, value.path, in: value.file) }

  private mutating func note(_ node: Node, _ path: String, in file: String) {
    marks[path] = YAMLValue(file: file, path: path, node: node).place
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        guard let name = key.scalar?.string else { continue }
        note(value, path.isEmpty ? name : "\(path).\(name)", in: file)
      }
    case .sequence(let sequence):
      for (index, item) in sequence.enumerated() { note(item, "\(path)[\(index)]", in: file) }
    case .scalar, .alias: break
    }
  }

  /// File, line and column of the first of some keys that is in the file; `nil` where none is, or where the
  /// experiment comes from no file.
  subscript(keys: String...) -> String? { keys.lazy.compactMap { marks[$0] }.first }

  /// The line of a key; `nil` where it is not in the file.
  func line(of key: String) -> Substring? { marks[key]?.split(separator: ":").dropLast().last }

  /// What a message about a key begins with.
  ///
  /// - Parameter keys: the first one that is in the file counts, else the last of them, without a place.
  func prefix(_ keys: [String]) -> String {
    for key in keys {
      if let place = marks[key] { return "\(place): \(key): " }
    }
    return keys.last.map { "\($0): " } ?? ""
  }

  public static func == (left: Places, right: Places) -> Bool { true }
}

// What synthesised code calls for a member of this type: it is neither written nor expected.
extension KeyedEncodingContainer {
  func encode(_ places: Places, forKey key: Key) throws {}
}

extension KeyedDecodingContainer {
  func decode(_ type: Places.Type, forKey key: Key) throws -> Places { Places() }
}
