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
    let value = try YAMLValue.parse(yaml, file: file)
    places = Places(of: value)
    let fields = try value.fields([
      "name", "title", "style", "language", "figures", "templates", "templates_only", "data", "split",
      "scaling", "model",
      "training", "runs", "published",
      "claims", "baselines", "studies",
    ])
    name = try Self.name(fields.required("name"))
    title = try fields["title"]?.text() ?? name
    style = try fields["style"]?.choice(Style.self) ?? .journal
    language = try fields["language"]?.choice(Language.self)
    figures = try fields["figures"].map { value throws(Failure) in try FigureSettings(value) }
    templates = try TemplateChoice(fields, folder: folder)
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
    claims = try fields["claims"].map { value throws(Failure) in
      Paths.resolve(try value.text(), from: folder)
    }
    runs = try Self.runs(fields["runs"], name: name, training: training ?? .standard, folder: folder)
    let runs = runs
    published = try fields["published"].map { value throws(Failure) in
      try Published(value, of: runs, classes: data.classes)
    }
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
    "figures", "summary", "claims", "baselines", "discussion", "provenance", "studies", "row",
    "language", "audit", "against",
  ]
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
