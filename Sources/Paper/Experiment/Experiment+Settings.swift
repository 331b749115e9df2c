import Foundation

/// One setting in the words of the experiment file.
public struct Setting: Equatable, Sendable {
  /// Where it stands in the file, such as `training.optimizer.adam.learning_rate`.
  public let key: String
  /// Its value as the file has it, on one line.
  public let value: String
}

extension Experiment {
  /// All settings but those of its runs, with every default filled in; what is null is left out.
  ///
  /// They are taken from what is written into `run.json`, so that none can be forgotten, and stand in the order of
  /// the file's sections.
  func settings() throws(Failure) -> [Setting] {
    Setting.inOrder(try Setting.all(of: self, under: "").filter { !$0.key.hasPrefix("runs[") })
  }

  /// All settings: those of the first run under `training`, and what the others have otherwise under `runs.<name>`.
  func allSettings() throws(Failure) -> [Setting] {
    let first = try firstRun.settings()
    var settings = try settings() + first
    for run in runs {
      let name = "runs.\(run.name)"
      settings.append(Setting(key: "\(name).title", value: SettingTree.text(run.title).flow))
      if let before = run.continues { settings.append(Setting(key: "\(name).continues", value: before)) }
      let own = try run.settings()
      let gone = first.filter { setting in !own.contains { $0.key == setting.key } }
      for setting in own + gone.map({ Setting(key: $0.key, value: "null") }) where !first.contains(setting) {
        settings.append(Setting(key: name + setting.key.dropFirst("training".count), value: setting.value))
      }
    }
    return Setting.inOrder(settings)
  }
}

extension Experiment.Run {
  /// The settings of the run's fit, under `training`, as if it were the only run of its file.
  func settings() throws(Failure) -> [Setting] { try Setting.all(of: training, under: "training") }
}

extension Setting {
  /// The sections of an experiment file, in its order.
  private static let sections = [
    "name", "title", "style", "language", "figures", "templates", "templates_only", "data", "split",
    "scaling", "model",
    "training",
    "runs", "published",
  ]

  /// What is called otherwise in the file than in `run.json`.
  private static let fileWords = [
    "templates.folders": "templates", "templates.only": "templates_only", "seeds": "training.seeds",
    "training.adam": "training.optimizer.adam",
    "training.optimizer.adam.beta1": "training.optimizer.adam.beta_1",
    "training.optimizer.adam.beta2": "training.optimizer.adam.beta_2",
    "split.test.fraction._0": "split.test", "split.test.count._0": "split.test",
  ]

  fileprivate static func inOrder(_ settings: [Setting]) -> [Setting] {
    func section(_ setting: Setting) -> Int {
      let name = setting.key.prefix { $0 != "." && $0 != "[" }
      return sections.firstIndex { $0 == name } ?? sections.count
    }
    let groups = (0...sections.count).map { place in settings.filter { section($0) == place } }
    return groups.flatMap { $0 }
  }

  fileprivate static func all(of value: some Encodable, under key: String) throws(Failure) -> [Setting] {
    let text = try JSON.encodeLine(value)
    do {
      return all(of: try JSONDecoder().decode(SettingTree.self, from: Data(text.utf8)), under: key)
    } catch {
      preconditionFailure("JSON that was just written cannot be read: \(error)")
    }
  }

  private static func all(of tree: SettingTree, under key: String) -> [Setting] {
    switch tree {
    case .object(let members):
      return members.sorted { $0.key < $1.key }.flatMap { name, member in
        let path = key.isEmpty ? name : "\(key).\(name)"
        return all(of: member, under: fileWords[path] ?? path)
      }
    case .array(let items) where items.contains(where: \.isObject):
      return items.enumerated().map { Setting(key: "\(key)[\($0)]", value: $1.flow) }
    default: return [Setting(key: key, value: tree.flow)]
    }
  }
}

/// JSON of which nothing is known.
private enum SettingTree: Decodable {
  case object([String: SettingTree])
  case array([SettingTree])
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let integer = try? container.decode(Int.self) {
      self = .integer(integer)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let items = try? container.decode([SettingTree].self) {
      self = .array(items)
    } else {
      self = .object(try container.decode([String: SettingTree].self))
    }
  }

  var isObject: Bool { if case .object = self { true } else { false } }

  /// The value as YAML on one line.
  var flow: String {
    switch self {
    case .null: "null"
    case .flag(let flag): "\(flag)"
    case .integer(let integer): "\(integer)"
    case .number(let number): Self.text(of: number)
    case .text(let text): Self.text(of: text)
    case .array(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    // A layer's one number needs no name in the file.
    case .object(let members) where members.count == 1 && members["rate"] != nil: members["rate"]?.flow ?? ""
    // A share or a count of rows is a bare number there too.
    case .object(let members) where members.count == 1 && members.keys.first == "_0":
      members["_0"]?.flow ?? ""
    case .object(let members)
    where members.count == 1 && ["fraction", "count"].contains(members.keys.first ?? ""):
      members.values.first?.flow ?? ""
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\($0): \($1.flow)" }.joined(separator: ", ") + "}"
    }
  }

  /// YAML knows a number with an exponent by its point.
  private static func text(of number: Double) -> String {
    let text = "\(number)"
    return text.contains("e") && !text.contains(".") ? text.replacing("e", with: ".0e") : text
  }

  /// A text stands bare where no reader can take it for anything else.
  private static func text(of text: String) -> String {
    let isBare = text.wholeMatch(of: #/[\p{L}][\p{L}0-9_\-./ ]*[\p{L}0-9]|\p{L}|[0-9]+-[0-9]+/#) != nil
    let isWord = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    guard !isBare || isWord else { return text }
    // A JSON string is a YAML string in double quotes.
    let quoted = try? JSON.encodeLine(text)
    return quoted ?? "\"\(text)\""
  }
}
