/// Something that one of two runs has otherwise than the other.
public struct Change: Equatable, Sendable, Encodable {
  /// What it is; of a setting its key in the experiment file.
  public let what: String
  /// What the first has; `nil` for nothing.
  public let a: String?
  /// What the second has; `nil` for nothing.
  public let b: String?

  /// `nil` where both have the same.
  init?(_ what: String, _ a: String?, _ b: String?) {
    // By bytes: two spellings of one letter are a change of the file.
    guard a.map({ Array($0.utf8) }) != b.map({ Array($0.utf8) }) else { return nil }
    (self.what, self.a, self.b) = (what, a, b)
  }

  func renamed(_ what: String) -> Change? { Change(what, a, b) }
}

extension Change {
  /// The settings that differ between experiments, and between those of their runs that stand beside each other.
  ///
  /// A setting of the training that all pairs of runs change alike is told once, as `training`; one that is a run's
  /// own as `runs.<name>`.
  static func settings(
    _ a: Experiment, _ b: Experiment, runs pairs: [(a: Experiment.Run, b: Experiment.Run)]
  ) throws(Failure) -> [Change] {
    // Which file the rows come from is told with the data.
    let shared = try between(
      a.settings().filter { $0.key != "data.csv" }, b.settings().filter { $0.key != "data.csv" })
    var ofRuns: [(pair: (a: Experiment.Run, b: Experiment.Run), changes: [Change])] = []
    for pair in pairs {
      ofRuns.append((pair, between(try pair.a.settings(), try pair.b.settings())))
    }
    let common =
      ofRuns.first?.changes.filter { change in ofRuns.allSatisfy { $0.changes.contains(change) } } ?? []
    var changes = shared
    let place =
      changes.firstIndex { $0.what.hasPrefix("published") } ?? changes.endIndex
    changes.insert(contentsOf: common, at: place)
    for (pair, own) in ofRuns {
      let name = "runs.\(pair.b.name)"
      changes += [
        Change("\(name).name", pair.a.name, pair.b.name), Change("\(name).title", pair.a.title, pair.b.title),
        Change("\(name).continues", pair.a.continues, pair.b.continues),
      ].compactMap(\.self)
      changes += own.filter { !common.contains($0) }.compactMap { change in
        change.renamed("\(name)." + change.what.dropFirst("training.".count))
      }
    }
    return changes
  }

  /// The settings that differ, in the order of the second list, what only the first has before what follows it.
  private static func between(_ a: [Setting], _ b: [Setting]) -> [Change] {
    let isLayer: (Setting) -> Bool = { $0.key.hasPrefix("model[") }
    var keys = b.map(\.key)
    for (place, setting) in a.enumerated() where !keys.contains(setting.key) {
      let before = a[..<place].last { keys.contains($0.key) }
      let position = before.flatMap { keys.firstIndex(of: $0.key) }.map { $0 + 1 } ?? 0
      keys.insert(setting.key, at: position)
    }
    func value(_ key: String, in settings: [Setting]) -> String? { settings.first { $0.key == key }?.value }
    let (layersA, layersB) = (a.filter(isLayer).map(\.value), b.filter(isLayer).map(\.value))
    var changes: [Change] = []
    for key in keys where layersA.count == layersB.count || !key.hasPrefix("model[") {
      if let change = Change(key, value(key, in: a), value(key, in: b)) { changes.append(change) }
    }
    guard layersA.count != layersB.count else { return changes }
    let place = changes.firstIndex { $0.what.hasPrefix("training") || $0.what.hasPrefix("published") }
    changes.insert(contentsOf: layers(layersA, layersB), at: place ?? changes.endIndex)
    return changes
  }

  /// The layers that one network has and the other has not.
  private static func layers(_ a: [String], _ b: [String]) -> [Change] {
    b.difference(from: a).compactMap { step in
      switch step {
      case .remove(let place, let layer, _): Change("model[\(place)]", layer, nil)
      case .insert(let place, let layer, _): Change("model[\(place)]", nil, layer)
      }
    }
  }
}
