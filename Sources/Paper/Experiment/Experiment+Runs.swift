extension Experiment {
  static func runs(
    _ value: YAMLValue?, name: String, training: Training, folder: String
  ) throws(Failure) -> [Run] {
    guard let value else { return [Run(name: name, title: name, continues: nil, training: training)] }
    var runs: [Run] = []
    for item in try value.list() {
      let fields = try item.fields(Run.keys + Training.keys)
      let name = try Self.name(fields.required("name"))
      // Names become those of files and labels, where neither case nor the kind of dash tells two apart.
      guard !runs.contains(where: { plain($0.name) == plain(name) }) else {
        throw item.failure("expected each run to have a name of its own, received '\(name)' twice")
      }
      let before = try fields["continues"]?.text()
      guard before == nil || runs.contains(where: { $0.name == before }) else {
        throw item.failure("continues: expected the name of a run above, received '\(before ?? "")'")
      }
      var settings = runs.first { $0.name == before }?.training ?? training
      if before != nil {
        if let weights = fields["initial_weights"] {
          throw weights.failure("expected none in a run that continues another, whose weights it starts from")
        }
        settings.initialWeights = nil
      }
      runs.append(
        Run(
          name: name, title: try fields["title"]?.text() ?? name, continues: before,
          training: try settings.overridden(by: item, besides: Run.keys, folder: folder)))
    }
    guard let first = runs.first, first.continues == nil else {
      throw value.failure("expected at least one run")
    }
    return runs
  }
}

extension Experiment.Run {
  /// The keys of a run that are not its training's.
  static let keys = ["name", "title", "continues"]
}
