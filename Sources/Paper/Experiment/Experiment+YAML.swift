import NeuralNetwork

extension Experiment {
  /// The experiment in a YAML file.
  ///
  /// - Parameter path: the file; paths inside it are taken as seen from its folder.
  /// - Throws: `noInput` where there is no such file; `badData` with line, column and key for a key that is
  ///   unknown, missing or has the wrong kind of value.
  public init(readingFrom path: String) throws(Failure) {
    try self.init(yaml: try Files.readText(path), file: path)
  }

  /// The experiment in a YAML text; `file` is for messages and for the paths inside.
  public init(yaml: String, file: String) throws(Failure) {
    let folder = Paths.folder(of: file)
    let fields = try YAMLValue.parse(yaml, file: file).fields([
      "name", "title", "style", "data", "split", "scaling", "model", "training", "runs", "published",
      "claims", "baselines", "studies",
    ])
    name = try Self.name(fields.required("name"))
    title = try fields["title"]?.text() ?? name
    style = try fields["style"]?.choice(Style.self) ?? .journal
    let data = try DataSource(fields.required("data"), folder: folder)
    self.data = data
    split =
      try fields["split"].map { value throws(Failure) in try Split(value, target: data.target) } ?? .standard
    scaling = try fields["scaling"]?.choice(Scaling.self) ?? .none
    model = try Self.layers(fields.required("model"))
    let training = try fields["training"].map { value throws(Failure) in
      try Training.standard.overridden(by: value, besides: ["seeds"], folder: folder)
    }
    seeds = try fields["training"]?.fields(["seeds"] + Training.keys)["seeds"]?.seeds()
    baselines = try fields["baselines"].map { value throws(Failure) in try Baseline.list(value) } ?? []
    published = try fields["published"].map { value throws(Failure) in try Published(value) }
    claims = try fields["claims"].map { value throws(Failure) in
      Paths.resolve(try value.text(), from: folder)
    }
    runs = try Self.runs(fields["runs"], name: name, training: training ?? .standard, folder: folder)
    if let value = fields["studies"] { studies = try Studies(value, of: self, folder: folder) }
  }

  static func layers(_ value: YAMLValue) throws(Failure) -> [LayerSpec] {
    var layers: [LayerSpec] = []
    for item in try value.list() {
      let fields = try item.fields(["dense", "dropout"])
      switch (fields["dense"], fields["dropout"]) {
      case (let dense?, nil):
        let dense = try dense.fields(["units", "activation"])
        layers.append(
          .dense(
            units: try dense.required("units").integer(in: 1...100_000),
            activation: try dense["activation"]?.choice(Activation.self) ?? .linear))
      case (nil, let rate?):
        layers.append(.dropout(rate: try rate.number("a rate from 0 to below 1") { 0 <= $0 && $0 < 1 }))
      default:
        throw item.failure("expected one layer: dense or dropout")
      }
    }
    guard case .dense(units: 1, activation: .sigmoid)? = layers.last else {
      throw value.failure(
        "expected the last layer to be {dense: {units: 1, activation: sigmoid}}, which gives a probability")
    }
    return layers
  }

  private static func runs(
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

  /// The name of an experiment, a run or a variant, which is part of file names and of keys.
  static func name(_ value: YAMLValue, besides taken: [String] = reservedNames) throws(Failure) -> String {
    let name = try value.text()
    guard isPlain(name), !taken.contains(name) else {
      throw value.failure(
        "expected letters, digits, '-' and '_', and none of \(taken.joined(separator: ", ")); "
          + "received '\(name)'")
    }
    return name
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.first != UInt8(ascii: "-")
      && name.utf8.allSatisfy {
        $0 == 45 || $0 == 95 || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
      }
  }

  static func plain(_ name: String) -> String { name.lowercased().replacing("_", with: "-") }

  /// The first words of keys that are not a run's.
  static let reservedNames = [
    "title", "version", "synthetic", "data", "split", "model", "classes", "runs", "highest", "comparison",
    "figures", "summary", "claims", "baselines", "discussion", "provenance", "studies",
  ]
}

extension Experiment.Published {
  init(_ value: YAMLValue) throws(Failure) {
    let fields = try value.fields(ReportedRows.allCases.map(\.rawValue))
    func accuracy(_ key: String) throws(Failure) -> Double? {
      guard let value = fields[key] else { return nil }
      return try value.number("an accuracy from 0 to 1") { (0...1).contains($0) }
    }
    (overall, train, test) = (try accuracy("overall"), try accuracy("train"), try accuracy("test"))
  }

  /// The accuracy on some of the rows.
  subscript(rows: ReportedRows) -> Double? {
    switch rows {
    case .overall: overall
    case .train: train
    case .test: test
    }
  }
}

extension Experiment.DataSource {
  init(_ value: YAMLValue, folder: String) throws(Failure) {
    let fields = try value.fields(["csv", "target", "classes", "drop"])
    csv = try fields["csv"].map { value throws(Failure) in Paths.resolve(try value.text(), from: folder) }
    target = try fields.required("target").text()
    let names = try fields.required("classes")
    classes = try names.texts()
    guard classes.count == 2, classes[0] != classes[1], !classes.contains("") else {
      throw names.failure(
        "expected the names of two classes, class 0 first; received [\(classes.joined(separator: ", "))]")
    }
    guard classes != ["1", "0"] else {
      throw names.failure("expected class 0 first; a class called 1 would be class 0")
    }
    drop =
      try fields["drop"].map { [target] value throws(Failure) in
        try Self.dropped(value, target: target)
      } ?? []
  }

  /// The columns that are left out, by all or by a variant.
  static func dropped(_ value: YAMLValue, target: String) throws(Failure) -> [String] {
    let drop = try value.texts()
    guard !drop.contains(target) else {
      throw value.failure("expected columns other than the target, received '\(target)'")
    }
    return drop
  }
}

extension Experiment.TestSize {
  init(_ value: YAMLValue) throws(Failure) {
    if let rows = value.node.int, rows > 0 {
      self = .count(rows)
    } else {
      self = .fraction(try value.number("a share between 0 and 1, or a number of rows") { 0 < $0 && $0 < 1 })
    }
  }
}

extension Experiment.Run {
  /// The keys of a run that are not its training's.
  static let keys = ["name", "title", "continues"]
}

extension Experiment.Training {
  /// Keras's defaults for `fit`; no early stopping.
  static let standard = Self(
    adam: Adam(), batchSize: 32, epochs: 1, validationSplit: 0, shuffle: true, seed: 0, initialWeights: nil,
    earlyStopping: nil)

  static let keys = [
    "optimizer", "loss", "batch_size", "epochs", "validation_split", "shuffle", "seed", "initial_weights",
    "early_stopping",
  ]

  /// The same settings but for those that `value` gives, which may have `others` among its keys.
  func overridden(by value: YAMLValue, besides others: [String] = [], folder: String) throws(Failure) -> Self
  {
    let fields = try value.fields(others + Self.keys)
    var result = self
    if let value = fields["optimizer"] { result.adam = try adam.overridden(by: value) }
    if let value = fields["loss"] { _ = try value.choice(Loss.self) }
    if let value = fields["batch_size"] { result.batchSize = try value.integer(in: 1...Int.max) }
    if let value = fields["epochs"] { result.epochs = try value.integer(in: 1...Int.max) }
    if let value = fields["validation_split"] {
      result.validationSplit = try value.number("a share from 0 to below 1") { 0 <= $0 && $0 < 1 }
    }
    if let value = fields["shuffle"] { result.shuffle = try value.flag() }
    if let value = fields["seed"] { result.seed = UInt64(try value.integer(in: 0...SeedList.largest)) }
    if let value = fields["initial_weights"] {
      result.initialWeights = Paths.resolve(try value.text(), from: folder)
    } else if fields.isNull("initial_weights") {
      result.initialWeights = nil
    }
    if let value = fields["early_stopping"] {
      result.earlyStopping = try (earlyStopping ?? EarlyStopping()).overridden(by: value)
    } else if fields.isNull("early_stopping") {
      result.earlyStopping = nil
    }
    if result.validationSplit == 0, let monitor = result.earlyStopping?.monitor, monitor.isOfValidation {
      throw value.failure(
        "early_stopping.monitor: expected a validation_split above 0 to have '\(monitor.rawValue)'")
    }
    return result
  }

  /// The losses there are; so far the paper's.
  private enum Loss: String, CaseIterable {
    case binaryCrossentropy = "binary_crossentropy"
  }
}

extension Adam {
  fileprivate func overridden(by value: YAMLValue) throws(Failure) -> Adam {
    // Keras takes the bare name for the optimizer with its defaults.
    if value.node.scalar != nil {
      guard try value.text().lowercased() == "adam" else {
        throw value.failure("expected adam, received '\(try value.text())'")
      }
      return self
    }
    let fields = try value.fields(["adam"]).required("adam")
      .fields(["learning_rate", "beta_1", "beta_2", "epsilon"])
    var result = self
    let isShare: (Double) -> Bool = { 0 <= $0 && $0 < 1 }
    if let value = fields["learning_rate"] {
      result.learningRate = try value.number("a number above 0") { $0 > 0 }
    }
    if let value = fields["beta_1"] {
      result.beta1 = try value.number("a number from 0 to below 1", where: isShare)
    }
    if let value = fields["beta_2"] {
      result.beta2 = try value.number("a number from 0 to below 1", where: isShare)
    }
    if let value = fields["epsilon"] { result.epsilon = try value.number("a number above 0") { $0 > 0 } }
    return result
  }
}

extension EarlyStopping {
  fileprivate func overridden(by value: YAMLValue) throws(Failure) -> EarlyStopping {
    let fields = try value.fields([
      "monitor", "mode", "patience", "min_delta", "baseline", "start_from_epoch", "restore_best_weights",
      "restore",
    ])
    var result = self
    if let value = fields["monitor"] { result.monitor = try value.choice(Metric.self) }
    if let value = fields["mode"] { result.mode = try value.choice(Mode.self) }
    if let value = fields["patience"] { result.patience = try value.integer(in: 0...Int.max) }
    if let value = fields["min_delta"] { result.minDelta = try value.number("a number") { _ in true } }
    if let value = fields["baseline"] {
      result.baseline = try value.number("a number") { _ in true }
    } else if fields.isNull("baseline") {
      result.baseline = nil
    }
    if let value = fields["start_from_epoch"] { result.startFromEpoch = try value.integer(in: 0...Int.max) }
    if let value = fields["restore_best_weights"] { result.restoreBestWeights = try value.flag() }
    if let value = fields["restore"] { result.restore = try value.choice(Restore.self) }
    return result
  }
}
