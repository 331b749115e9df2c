extension Experiment {
  /// What somebody has published of runs like these, to be held against ours.
  public struct Published: Equatable, Sendable {
    /// In the order in which it was published.
    public var reports: [Report]

    /// What was published of one run on some of the rows.
    public struct Report: Equatable, Sendable {
      public var run: String
      public var rows: ReportedRows
      /// The confusion matrix, from which all scores follow; `nil` where only `scores` are known.
      public var counts: MatrixCounts?
      /// In the order of the file.
      public var scores: [Score]
      /// Where it was published; `nil` where nobody says.
      public var source: String?

      /// The scores: those of the counts are what a classification report prints of them.
      var measured: [Score] {
        guard let counts else { return scores }
        let measures: [PublishedMeasure] = [
          .accuracy, .recall(0), .recall(1), .precision(0), .precision(1),
        ]
        return measures.map { Score(measure: $0, value: counts.score($0)) }.filter { $0.value.isFinite }
      }
    }

    /// A single number, from 0 to 1.
    public struct Score: Equatable, Sendable {
      public var measure: PublishedMeasure
      public var value: Double
    }
  }
}

/// A score that papers print: the accuracy, or a score of the class of a number.
public enum PublishedMeasure: Equatable, Sendable {
  case accuracy
  case precision(Int)
  case recall(Int)
  case f1(Int)

  /// Its key in the experiment file.
  var key: String {
    switch self {
    case .accuracy: "accuracy"
    case .precision: "precision"
    case .recall: "recall"
    case .f1: "f1"
    }
  }

  /// The class that it is of; `nil` for all.
  var ofClass: Int? {
    switch self {
    case .accuracy: nil
    case .precision(let one), .recall(let one), .f1(let one): one
    }
  }
}

extension Experiment.Published {
  /// What was published of a run, in its order.
  func reports(of run: String) -> [Report] { reports.filter { $0.run == run } }

  /// A published accuracy of a run.
  func accuracy(of run: String, on rows: ReportedRows) -> Double? {
    reports(of: run).first { $0.rows == rows }?.measured.first { $0.measure == .accuracy }?.value
  }

  /// All rows in the order in which they were published of a run, those that were not behind.
  func order(of run: String) -> [ReportedRows] {
    let published = reports(of: run).map(\.rows)
    return published + ReportedRows.allCases.filter { !published.contains($0) }
  }
}

extension Experiment.Published: Codable {
  /// As the experiment file has it: a list of reports.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(reports)
  }

  public init(from decoder: any Decoder) throws {
    // Run folders of earlier versions hold accuracies that do not say whose they are.
    reports = (try? decoder.singleValueContainer().decode([Report].self)) ?? []
  }
}

extension Experiment.Published.Report: Codable {
  private enum CodingKeys: String, CodingKey {
    case run, rows, source, tn, fp, fn, tp, accuracy, precision, recall, f1
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(run, forKey: .run)
    try container.encode(rows, forKey: .rows)
    try container.encodeIfPresent(source, forKey: .source)
    try counts?.encode(to: encoder)
    for (key, name) in [(CodingKeys.precision, "precision"), (.recall, "recall"), (.f1, "f1")] {
      let ofClasses = scores.filter { $0.measure.key == name }
      guard !ofClasses.isEmpty else { continue }
      // By the number of the class; null for one of which nothing was published.
      try container.encode(
        (0...1).map { one in ofClasses.first { $0.measure.ofClass == one }?.value }, forKey: key)
    }
    try container.encodeIfPresent(
      scores.first { $0.measure == .accuracy }?.value, forKey: .accuracy)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    run = try container.decode(String.self, forKey: .run)
    rows = try container.decode(ReportedRows.self, forKey: .rows)
    source = try container.decodeIfPresent(String.self, forKey: .source)
    counts = container.contains(.tn) ? try MatrixCounts(from: decoder) : nil
    scores = []
    if let accuracy = try container.decodeIfPresent(Double.self, forKey: .accuracy) {
      scores.append(.init(measure: .accuracy, value: accuracy))
    }
    func add(_ key: CodingKeys, _ measure: (Int) -> PublishedMeasure) throws {
      let values = try container.decodeIfPresent([Double?].self, forKey: key) ?? []
      for (one, value) in values.enumerated() {
        if let value { scores.append(.init(measure: measure(one), value: value)) }
      }
    }
    try add(.precision) { .precision($0) }
    try add(.recall) { .recall($0) }
    try add(.f1) { .f1($0) }
  }
}
