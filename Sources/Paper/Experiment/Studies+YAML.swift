extension Experiment.Studies {
  /// - Parameters:
  ///   - experiment: what the studies change; its runs are known already.
  ///   - folder: where paths are seen from.
  init(_ value: YAMLValue, of experiment: Experiment, folder: String) throws(Failure) {
    let fields = try value.fields(["seeds", "plain_seeds", "variants", "splits", "audit"])
    seeds = try Self.seeds(fields.required("seeds"))
    plainSeeds = try fields["plain_seeds"].map { value throws(Failure) in try Self.seeds(value) }
    audit = try fields["audit"]?.flag() ?? false
    var names = [experiment.firstRun.name]
    func variants(_ key: String, _ keys: [String]) throws(Failure) -> [Variant] {
      var variants: [Variant] = []
      for item in try fields[key]?.list() ?? [] {
        let variant = try Variant(item, keys, of: experiment, folder: folder)
        guard !names.contains(where: { Experiment.plain($0) == Experiment.plain(variant.name) }) else {
          throw item.failure(
            "expected a name that is no other's in the studies and not the first run's, received "
              + "'\(variant.name)'")
        }
        names.append(variant.name)
        variants.append(variant)
      }
      return variants
    }
    self.variants = try variants("variants", Variant.keys)
    splits = try variants("splits", ["name", "title", "seeds", "split"])
  }

  /// Seeds that can be a split's too.
  fileprivate static func seeds(_ value: YAMLValue) throws(Failure) -> SeedList {
    let list = try value.seeds()
    guard list.seeds.count > 1, list.seeds.allSatisfy({ $0 <= UInt64(UInt32.max) }) else {
      throw value.failure(
        "expected at least two seeds, each at most \(UInt32.max) because splits are drawn from them too; "
          + "received \(list)")
    }
    return list
  }

  /// The first words of keys that are no variant's, and `index`, which names the file beside the arms.
  fileprivate static let reservedNames = ["exists", "index", "seeds", "variants", "splits", "audit"]
}

extension Variant {
  fileprivate static let keys = ["name", "title", "seeds", "drop", "split", "scaling", "model", "training"]

  /// - Parameter keys: those of `Variant.keys` that may occur here.
  fileprivate init(
    _ value: YAMLValue, _ keys: [String], of experiment: Experiment, folder: String
  ) throws(Failure) {
    let fields = try value.fields(keys)
    name = try Experiment.name(
      fields.required("name"), besides: Experiment.Studies.reservedNames)
    guard !name.hasPrefix(AuditStudy.prefix) else {
      throw try fields.required("name").failure(
        "expected a name that does not begin with '\(AuditStudy.prefix)', as those of the audit do; received '\(name)'"
      )
    }
    title = try fields["title"]?.text() ?? name
    seeds = try fields["seeds"].map { value throws(Failure) in try Experiment.Studies.seeds(value) }
    drop = try fields["drop"].map { value throws(Failure) in
      try Experiment.DataSource.dropped(value, target: experiment.data.target)
    }
    split = try fields["split"].map { value throws(Failure) in
      try Experiment.Split(
        value, over: experiment.split, besides: Folds.keys, target: experiment.data.target)
    }
    folds = try fields["split"].flatMap { value throws(Failure) in try Folds(value) }
    scaling = try fields["scaling"]?.choice(Experiment.Scaling.self)
    model = try fields["model"].map { value throws(Failure) in try Experiment.layers(value) }
    training = try fields["training"].map { value throws(Failure) in
      try experiment.firstRun.training.overridden(by: value, folder: folder)
    }
    guard self != Variant(name: name, title: title, seeds: seeds) else {
      throw value.failure(
        "expected a change of \(keys.dropFirst(3).joined(separator: ", ")), received none")
    }
  }
}

extension Variant.Folds {
  fileprivate static let keys = ["folds", "repeats"]

  /// - Returns: `nil` where a split names no folds.
  fileprivate init?(_ value: YAMLValue) throws(Failure) {
    guard case .mapping(let mapping) = value.node else { return nil }
    let fields = YAMLFields(value: value, mapping: mapping)
    guard let folds = fields["folds"] else {
      guard let repeats = fields["repeats"] else { return nil }
      throw repeats.failure("expected folds to repeat")
    }
    for key in ["test", "shuffle"] {
      if let value = fields[key] {
        throw value.failure("expected none beside folds, which are shuffled and each tested in turn")
      }
    }
    self.init(
      count: try folds.integer(in: 2...1000),
      repeats: try fields["repeats"]?.integer(in: 1...1000) ?? 1)
  }
}
