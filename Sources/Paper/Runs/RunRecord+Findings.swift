import TrackData

extension RunRecord {
  /// Something that the audit found in the data, as the run keeps it.
  public struct Finding: Codable, Equatable, Sendable {
    /// The check that found it.
    public var check: String
    /// The column that it is about, where it is about one.
    public var column: String?
    public var isSerious: Bool
    /// Whether it is about a column that the experiment drops, and so cannot touch the network.
    public var isDropped: Bool
    public var message: String
    public var advice: String

    /// The check of features whose scales differ by orders of magnitude.
    static let unequalScales = "unequal_scales"

    /// Whether it is serious and touches the network.
    var isPressing: Bool { isSerious && !isDropped }

    /// Whether a feature may give the label away.
    var isLeak: Bool { isPressing && check == "label_given_away" }

    /// Whether who trains is told of it.
    var isWarning: Bool { isPressing || check == Self.unequalScales }
  }
}

extension RunRecord.Finding {
  init(_ finding: AuditFinding, for experiment: Experiment) {
    self.init(
      check: finding.check, column: finding.column, isSerious: finding.severity == .serious,
      isDropped: finding.isDealtWith(by: experiment), message: finding.message, advice: finding.advice)
  }

  /// All that is to be known of the data before a network of the experiment is believed.
  static func all(
    in source: TrackSource, _ experiment: Experiment, _ trainer: Trainer
  ) throws(Failure) -> [Self] {
    let ofData = try TrackAudit(of: source, experiment).findings.map { Self($0, for: experiment) }
    let scales = trainer.scaling == nil ? FeatureScales(of: trainer.dataset, rows: trainer.split.train) : nil
    return ofData + [scales.flatMap(Self.init)].compactMap(\.self)
  }

  private init?(_ scales: FeatureScales) {
    guard scales.areFarApart else { return nil }
    let (wide, narrow) = (scales.widest, scales.narrowest)
    func text(_ number: Double) -> String { PlainDigits.text(number, significant: 3) }
    self.init(
      check: Self.unequalScales, column: wide.feature, isSerious: false, isDropped: false,
      message: "feature '\(wide.feature)' varies \(PlainDigits.text(scales.ratio, significant: 2)) times as "
        + "widely as '\(narrow.feature)' (standard deviation \(text(wide.deviation)) against "
        + "\(text(narrow.deviation))), and scaling is none",
      advice: "scale them, with scaling: standard in the experiment: networks often learn nothing otherwise")
  }
}
