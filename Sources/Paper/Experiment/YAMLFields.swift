import Spelling
import Yams

/// A value in a YAML file, which knows where it stands: every complaint names file, line, column and key.
struct YAMLValue {
  let file: String
  /// The keys that lead here, such as `training.early_stopping`; empty for the whole file.
  let path: String
  let node: Node

  /// Reads a file's text; `kind` is what to expect in it.
  static func parse(_ text: String, file: String, of kind: String = "an experiment") throws(Failure)
    -> YAMLValue
  {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw Failure(.badData, "\(file): expected \(kind), found an empty file")
      }
      return YAMLValue(file: file, path: "", node: node)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.badData, sentence(for: error, file: file))
    }
  }

  private static func sentence(for error: any Error, file: String) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return "\(file):\(mark.line):\(mark.column): not YAML: \(problem)"
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().joined(separator: ", ")
      return
        "\(file):\(context.mark.line):\(context.mark.column): expected each key once, found \(keys) twice"
    default:
      return "\(file): not YAML: \(error)"
    }
  }

  /// File, line and column.
  var place: String { file + (node.mark.map { ":\($0.line):\($0.column)" } ?? "") }

  func failure(_ problem: String) -> Failure {
    Failure(.badData, "\(place): \(path.isEmpty ? "" : "\(path): ")\(problem)")
  }

  private func expected(_ kind: String) -> Failure { failure("expected \(kind), received \(shown)") }

  private var shown: String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "'\(scalar.string)'"
    case .mapping: "keys and values"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  var isNull: Bool {
    node.null != nil && node.scalar?.style != .singleQuoted && node.scalar?.style != .doubleQuoted
  }

  /// Whether it is a number, finite or not, and not a text that looks like one.
  var isNumber: Bool {
    guard let style = node.scalar?.style, style == .plain || style == .any else { return false }
    return node.float != nil || node.int != nil
  }

  func text() throws(Failure) -> String {
    guard let scalar = node.scalar, !isNull else { throw expected("text") }
    return scalar.string
  }

  func flag() throws(Failure) -> Bool {
    guard let flag = node.bool else { throw expected("true or false") }
    return flag
  }

  func integer(in range: ClosedRange<Int>) throws(Failure) -> Int {
    guard let number = node.int, range.contains(number) else {
      let most = range.upperBound == .max ? "or more" : "to \(range.upperBound)"
      throw expected("a whole number, \(range.lowerBound) \(most)")
    }
    return number
  }

  /// A finite number of which `isAllowed` holds; `kind` is what to call such a number.
  func number(_ kind: String, where isAllowed: (Double) -> Bool) throws(Failure) -> Double {
    guard let number = node.float ?? node.int.map(Double.init), number.isFinite, isAllowed(number) else {
      throw expected(kind)
    }
    return number
  }

  func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws(Failure) -> Choice
  where Choice.RawValue == String {
    let word = try text()
    if let choice = Choice(rawValue: word) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    throw expected("one of \(names.joined(separator: ", "))", meaning: nearestName(to: word, in: names))
  }

  private func expected(_ kind: String, meaning suggestion: String?) -> Failure {
    failure("expected \(kind), received \(shown)\(suggestion.map { "; did you mean '\($0)'?" } ?? "")")
  }

  func seeds() throws(Failure) -> SeedList {
    guard let scalar = node.scalar, let seeds = SeedList(scalar.string) else {
      throw expected("seeds such as 0-99 or 3,5,8")
    }
    return seeds
  }

  func list() throws(Failure) -> [YAMLValue] {
    guard case .sequence(let sequence) = node else { throw expected("a list") }
    return sequence.enumerated().map { YAMLValue(file: file, path: "\(path)[\($0)]", node: $1) }
  }

  func texts() throws(Failure) -> [String] {
    var texts: [String] = []
    for value in try list() { texts.append(try value.text()) }
    return texts
  }

  /// The value's keys, of which only those named may occur.
  func fields(_ known: [String]) throws(Failure) -> YAMLFields {
    guard case .mapping(let mapping) = node else { throw expected("keys and values") }
    for (key, _) in mapping {
      guard let name = key.scalar?.string, known.contains(name) else {
        let name = key.scalar?.string ?? "a key that is no text"
        let suggestion = nearestName(to: name, in: known).map { "did you mean '\($0)'?" }
        throw YAMLValue(file: file, path: path, node: key).failure(
          "unknown key '\(name)'; \(suggestion ?? "the keys here are \(known.joined(separator: ", "))")")
      }
    }
    return YAMLFields(value: self, mapping: mapping)
  }
}

/// The keys and values of a YAML mapping whose keys have been checked.
struct YAMLFields {
  let value: YAMLValue
  let mapping: Node.Mapping

  /// The value of a key; `nil` where the key is absent or null.
  subscript(key: String) -> YAMLValue? {
    guard let node = mapping[Node(key)] else { return nil }
    let field = YAMLValue(
      file: value.file, path: value.path.isEmpty ? key : "\(value.path).\(key)", node: node)
    return field.isNull ? nil : field
  }

  /// Whether the key is there and says that there is no value.
  func isNull(_ key: String) -> Bool { mapping[Node(key)] != nil && self[key] == nil }

  func required(_ key: String) throws(Failure) -> YAMLValue {
    guard let field = self[key] else { throw value.failure("expected the key '\(key)'") }
    return field
  }
}
