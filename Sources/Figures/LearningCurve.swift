/// Loss and accuracy over the epochs of a training.
///
/// The original look draws them in one frame, as the paper's script did: blue dots, an orange and a red line.
/// The journal look stacks two frames on one axis of epochs, losses above accuracies, with what early
/// stopping did.
public struct LearningCurve: Figure {
  /// The words on the figure.
  public struct Labels: Sendable, Hashable {
    /// Over the frame of the original look; a journal's caption says it.
    public var title: String
    /// Under the horizontal axis.
    public var epochs: String
    /// The axis of losses: of everything, in the original look.
    public var values: String
    public var accuracies: String
    public var trainingLoss: String
    public var validationLoss: String
    public var trainingAccuracy: String
    public var validationAccuracy: String
    /// The two series of the journal look, each in both frames.
    public var training: String
    public var validation: String

    /// The paper's words, or those of another language.
    public init(words: FigureWords = .english) {
      (title, epochs) = (words(.lossTitle), words(.lossEpochs))
      (values, accuracies) = (words(.lossLoss), words(.lossAccuracy))
      (trainingLoss, validationLoss) = (words(.lossTrainingLoss), words(.lossValidationLoss))
      (trainingAccuracy, validationAccuracy) = (
        words(.lossTrainingAccuracy), words(.lossValidationAccuracy)
      )
      (training, validation) = (words(.lossTraining), words(.lossValidation))
    }
  }

  /// How the training ended.
  public struct Ending: Sendable, Hashable {
    /// The epoch, from 1, that was the best; `nil` where none was chosen.
    public var bestEpoch: Int?
    /// Whether its weights were kept, and not those of the last epoch.
    public var keepsBest: Bool
    /// Whether the training stopped before the last epoch it was allowed.
    public var stoppedEarly: Bool

    public init(bestEpoch: Int? = nil, keepsBest: Bool = true, stoppedEarly: Bool = false) {
      self.bestEpoch = bestEpoch
      self.keepsBest = keepsBest
      self.stoppedEarly = stoppedEarly
    }
  }

  /// What many trainings from other seeds did at the same epochs.
  public struct Bands: Sendable, Hashable {
    /// What the legend calls them, such as "5–95 % of the seeds still training".
    public var label: String
    /// How many trainings they cover at each epoch, from epoch 1; empty where that is not known.
    public var counts: [Int]
    public var trainingLoss: Band?
    public var validationLoss: Band?
    public var trainingAccuracy: Band?
    public var validationAccuracy: Band?

    public init(
      label: String, counts: [Int] = [], trainingLoss: Band? = nil, validationLoss: Band? = nil,
      trainingAccuracy: Band? = nil,
      validationAccuracy: Band? = nil
    ) {
      self.label = label
      self.counts = counts
      self.trainingLoss = trainingLoss
      self.validationLoss = validationLoss
      self.trainingAccuracy = trainingAccuracy
      self.validationAccuracy = validationAccuracy
    }
  }

  public let look: Look
  public let width: FigureWidth?
  public let trainingLoss: [Double]
  /// The loss on the validation rows; empty without validation.
  public let validationLoss: [Double]
  public let trainingAccuracy: [Double]
  public let validationAccuracy: [Double]
  public let ending: Ending
  public let bands: Bands?
  public let labels: Labels
  /// A few words at the foot; empty for none.
  public let note: String
  public let words: FigureWords

  /// A figure of a history whose first values are those of epoch 1.
  ///
  /// - Parameters:
  ///   - validationLoss, trainingAccuracy, validationAccuracy: As many as `trainingLoss`, or empty where there
  ///     are none; NaN leaves a gap, and nothing but NaN is left out of the legend.
  ///   - ending, bands: What the journal look alone shows. Bands may be longer or shorter than the training:
  ///     they are drawn as far as it goes.
  ///   - note: A few words in small grey print at the foot of the figure; empty for none.
  /// - Throws: where there is no epoch, series differ in length, or a value is infinite or larger than 1e100.
  public init(
    look: Look = .journal, width: FigureWidth? = nil, trainingLoss: [Double], validationLoss: [Double] = [],
    trainingAccuracy: [Double] = [], validationAccuracy: [Double] = [], ending: Ending = Ending(),
    bands: Bands? = nil, labels: Labels? = nil, note: String = "", words: FigureWords = .english
  ) throws(FigureError) {
    let labels = labels ?? Labels(words: words)
    guard !trainingLoss.isEmpty else { throw .empty(series: labels.trainingLoss) }
    try checkDrawable(trainingLoss, series: labels.trainingLoss)
    for (name, values) in [
      (labels.validationLoss, validationLoss), (labels.trainingAccuracy, trainingAccuracy),
      (labels.validationAccuracy, validationAccuracy),
    ] where !values.isEmpty {
      guard values.count == trainingLoss.count else {
        throw .count(series: name, expected: trainingLoss.count, received: values.count)
      }
      try checkDrawable(values, series: name, gapsAllowed: true)
    }
    if let best = ending.bestEpoch {
      try checkRange([Double(best)], 1...Double(trainingLoss.count), series: "best epoch")
    }
    if let bands { try Self.check(bands) }
    self.look = look
    self.width = width
    self.trainingLoss = trainingLoss
    self.validationLoss = validationLoss
    self.trainingAccuracy = trainingAccuracy
    self.validationAccuracy = validationAccuracy
    self.ending = ending
    self.bands = bands
    self.labels = labels
    self.note = note
    self.words = words
  }

  private static func check(_ bands: Bands) throws(FigureError) {
    for band in [
      bands.trainingLoss, bands.validationLoss, bands.trainingAccuracy, bands.validationAccuracy,
    ] {
      guard let band else { continue }
      guard band.low.count == band.high.count else {
        throw .count(series: bands.label, expected: band.low.count, received: band.high.count)
      }
      try checkDrawable(band.low, series: bands.label, gapsAllowed: true)
      try checkDrawable(band.high, series: bands.label, gapsAllowed: true)
    }
  }

  public var size: Size {
    switch look {
    case .original: Size(width: pageWidth, height: MatplotlibMargins.height(ofWidth: pageWidth, atLeast: 205))
    case .journal: Size(width: pageWidth, height: max(0.5 * pageWidth, 226))
    }
  }

  public var title: String { labels.title.isEmpty ? words(.lossPlainTitle) : labels.title }

  public var summary: String {
    let epochs = trainingLoss.count
    let sentences = shown.map { label, values in
      let known = values.filter { !$0.isNaN }
      let ends = [known[0], known[known.count - 1]].map { words.number($0, .general(3)) }
      return " " + words(.lossSeries, ["series": label, "first": ends[0], "last": ends[1]])
    }
    var endings = ""
    if look == .journal {
      if let best = ending.bestEpoch {
        let word = ending.keepsBest ? FigureWord.lossBestSummary : .lossLastKeptSummary
        endings += " " + words(word, ["epoch": "\(best)"])
      }
      if ending.stoppedEarly { endings += " " + words(.lossStoppedSummary, ["epoch": "\(epochs)"]) }
      if let bands, let first = bands.counts.first {
        endings +=
          " "
          + words(
            .lossBandsSummary,
            [
              "label": bands.label, "first": "\(first)", "last": "\(bands.count(at: epochs))",
              "epoch": "\(epochs)",
            ])
      }
    }
    return words.summary(
      words(.lossSummary, count: epochs) + sentences.joined() + endings, note: note)
  }

  public var data: FigureData {
    let columns = [
      ("epoch", []), ("loss", trainingLoss), ("val_loss", validationLoss),
      ("binary_accuracy", trainingAccuracy), ("val_binary_accuracy", validationAccuracy),
    ].filter { $0.0 == "epoch" || !$0.1.isEmpty }
    let shownBands = look == .journal ? bands?.columns ?? [] : []
    let counts = look == .journal ? bands?.counts ?? [] : []
    let rows = trainingLoss.indices.map { index in
      columns.map { name, values in
        name == "epoch" ? FigureData.Cell.integer(index + 1) : .number(values[index])
      } + shownBands.map { .number($0.values.indices.contains(index) ? $0.values[index] : .nan) }
        + (counts.isEmpty ? [] : [.integer(bands?.count(at: index + 1) ?? 0)])
    }
    return FigureData(
      columns: columns.map(\.0) + shownBands.map(\.name) + (counts.isEmpty ? [] : ["n"]), rows: rows,
      note: note)
  }

  /// What is drawn and has any value, and what it is called.
  private var shown: [(label: String, values: [Double])] {
    let accuracy = look == .original ? [] : [(labels.trainingAccuracy, trainingAccuracy)]
    return
      ([(labels.trainingLoss, trainingLoss), (labels.validationLoss, validationLoss)]
      + accuracy + [(labels.validationAccuracy, validationAccuracy)]).filter { $0.1.hasValues }
  }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    switch look {
    case .original: try drawAsMatplotlib(on: &canvas)
    case .journal: try drawPanels(on: &canvas)
    }
  }
}

extension LearningCurve.Bands {
  /// How many trainings they cover at an epoch, from 1.
  fileprivate func count(at epoch: Int) -> Int { counts.indices.contains(epoch - 1) ? counts[epoch - 1] : 0 }

  /// The ends of each band that there is, named as those of a history's columns.
  fileprivate var columns: [(name: String, values: [Double])] {
    [
      ("loss", trainingLoss), ("val_loss", validationLoss), ("binary_accuracy", trainingAccuracy),
      ("val_binary_accuracy", validationAccuracy),
    ].flatMap { name, band in band.map { [("\(name)_05", $0.low), ("\(name)_95", $0.high)] } ?? [] }
  }
}

extension [Double] {
  /// Whether any of them is a number.
  var hasValues: Bool { contains { !$0.isNaN } }
}
