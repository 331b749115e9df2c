import Spelling

extension Experiment.Published {
  /// What an error shows to those who write something else.
  static let form = "- {run: paper, rows: test, tn: 200, fp: 52, fn: 109, tp: 144, source: …}"

  /// - Parameters:
  ///   - runs: the experiment's, of which something can be published.
  ///   - classes: their names, class 0 first.
  init(_ value: YAMLValue, of runs: [Experiment.Run], classes: [String]) throws(Failure) {
    if case .mapping = value.node {
      reports = try Self.short(value, of: runs)
      return
    }
    guard case .sequence = value.node else {
      throw value.failure("expected a list of what was published, such as \(Self.form)")
    }
    reports = []
    for item in try value.list() {
      let report = try Report(item, of: runs, classes: classes)
      guard !reports.contains(where: { $0.run == report.run && $0.rows == report.rows }) else {
        throw item.failure(
          "expected one entry for run '\(report.run)' on rows '\(report.rows.rawValue)', received two")
      }
      reports.append(report)
    }
  }

  /// Accuracies of the first run, as `{test: 0.68}`.
  private static func short(_ value: YAMLValue, of runs: [Experiment.Run]) throws(Failure) -> [Report] {
    guard case .mapping(let mapping) = value.node, let run = runs.first?.name else {
      throw value.failure("expected a list such as \(form)")
    }
    var reports: [Report] = []
    for (key, node) in mapping {
      let name = key.scalar?.string ?? ""
      let place = YAMLValue(file: value.file, path: "\(value.path).\(name)", node: node)
      guard let rows = ReportedRows(rawValue: name) else {
        throw YAMLValue(file: value.file, path: value.path, node: key).failure(
          "expected accuracies of the first run under overall, train and test, or a list such as "
            + "\(form); received the key '\(name)'")
      }
      guard place.isNumber else {
        throw place.failure("expected an accuracy from 0 to 1; counts go into a list such as \(form)")
      }
      reports.append(
        Report(
          run: run, rows: rows, counts: nil,
          scores: [Score(measure: .accuracy, value: try place.share("an accuracy"))], source: nil))
    }
    return reports
  }
}

extension Experiment.Published.Report {
  fileprivate init(_ value: YAMLValue, of runs: [Experiment.Run], classes: [String]) throws(Failure) {
    let (counts, scores) = (["tn", "fp", "fn", "tp"], ["accuracy", "precision", "recall", "f1"])
    let fields = try value.fields(["run", "rows", "source", "matrix"] + counts + scores)
    let run = try fields["run"]?.text() ?? runs.first?.name ?? ""
    guard runs.contains(where: { $0.name == run }) else {
      throw value.failure(
        Self.unknown("run", run, among: runs.map(\.name)))
    }
    self.run = run
    rows = try fields.required("rows").choice(ReportedRows.self)
    source = try fields["source"]?.text()
    self.counts = try Self.counts(fields)
    self.scores = try Self.scores(fields, classes: classes)
    switch (self.counts, self.scores.isEmpty) {
    case (nil, true):
      throw value.failure(
        "expected the counts tn, fp, fn and tp, a matrix, or a score: \(scores.joined(separator: ", "))")
    case (_?, false):
      throw value.failure("expected counts or scores, received both: the scores follow from the counts")
    default: break
    }
  }

  private static func unknown(_ what: String, _ name: String, among names: [String]) -> String {
    let suggestion = nearestName(to: name, in: names).map { "did you mean '\($0)'?" }
    return "no \(what) '\(name)'; " + (suggestion ?? "there is \(names.joined(separator: ", "))")
  }

  /// The four counts, by name or as `[[tn, fp], [fn, tp]]`: a row for each true class.
  private static func counts(_ fields: YAMLFields) throws(Failure) -> MatrixCounts? {
    var cells: [Int] = []
    if let matrix = fields["matrix"] {
      for row in try matrix.list() {
        let row = try row.list()
        guard row.count == 2 else { throw matrix.failure("expected [[tn, fp], [fn, tp]]") }
        for cell in row { cells.append(try cell.integer(in: 0...1_000_000_000)) }
      }
      guard cells.count == 4 else { throw matrix.failure("expected [[tn, fp], [fn, tp]]") }
    }
    let names = ["tn", "fp", "fn", "tp"].filter { fields[$0] != nil }
    guard !names.isEmpty || !cells.isEmpty else { return nil }
    guard names.isEmpty || cells.isEmpty else {
      throw fields.value.failure("expected the counts once, received a matrix and \(names[0]) too")
    }
    if cells.isEmpty {
      for name in ["tn", "fp", "fn", "tp"] {
        cells.append(try fields.required(name).integer(in: 0...1_000_000_000))
      }
    }
    guard let counts = MatrixCounts(cells: cells), cells.contains(where: { $0 > 0 }) else {
      throw fields.value.failure("expected counts of at least one row, received none")
    }
    return counts
  }

  private static func scores(
    _ fields: YAMLFields, classes: [String]
  ) throws(Failure) -> [Experiment.Published.Score] {
    var scores: [Experiment.Published.Score] = []
    if let accuracy = fields["accuracy"] {
      scores.append(.init(measure: .accuracy, value: try accuracy.share("an accuracy")))
    }
    func add(_ key: String, _ measure: (Int) -> PublishedMeasure) throws(Failure) {
      guard let value = fields[key] else { return }
      let ofClasses = try value.fields(classes)
      for (index, name) in classes.enumerated() {
        guard let value = ofClasses[name] else { continue }
        scores.append(.init(measure: measure(index), value: try value.share("a score")))
      }
    }
    try add("precision") { .precision($0) }
    try add("recall") { .recall($0) }
    try add("f1") { .f1($0) }
    return scores
  }
}

extension YAMLValue {
  /// A share of all.
  fileprivate func share(_ what: String) throws(Failure) -> Double {
    try number("\(what) from 0 to 1") { (0...1).contains($0) }
  }
}
