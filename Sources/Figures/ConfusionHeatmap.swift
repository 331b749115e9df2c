/// A confusion matrix as coloured cells with their numbers, rows true and columns predicted classes.
///
/// The original look is that of scikit-learn's
/// `ConfusionMatrixDisplay(matrix, display_labels=classNames).plot()`. The journal look writes count and
/// percent into each cell, names what the percents are of, colours every figure by the same range, and
/// writes on each colour in what can be read on it.
public struct ConfusionHeatmap: Figure {
  /// What a share is a share of.
  public enum Normalization: Sendable, Hashable, CaseIterable {
    /// Of all samples: the cells sum to 1.
    case all
    /// Of the samples of the true class: each row sums to 1.
    case truth
    /// Of the samples predicted as the class: each column sums to 1.
    case prediction
  }

  /// The words around the cells.
  public struct Labels: Sendable, Hashable {
    /// Over the cells; empty for none, as in scikit-learn.
    public var title = ""
    public var predicted: String
    public var truth: String
    /// What the samples are, in the plural.
    public var samples = "samples"

    public init(_ look: Look = .original, words: FigureWords = .english) {
      switch look {
      case .original:
        (predicted, truth) = (words(.confusionPredictedOriginal), words(.confusionTruthOriginal))
      case .journal: (predicted, truth) = (words(.confusionPredicted), words(.confusionTruth))
      }
    }
  }

  public let look: Look
  public let width: FigureWidth?
  /// `values[i][j]` belongs to samples of class `i` that were predicted as class `j`: shares or, where
  /// `normalization` is `nil`, counts.
  public let values: [[Double]]
  /// In the shape of `values`; `nil` where only shares are known.
  public let counts: [[Int]]?
  /// What the shares are of; `nil` where the cells are counts.
  public let normalization: Normalization?
  /// What stands in the cells of the original look, in the shape of `values`.
  public let texts: [[String]]
  public let classNames: [String]
  /// Whether a key to the colours stands beside the cells of the journal look; in the original it does always.
  public let showsColorbar: Bool
  public let labels: Labels
  public let note: String
  public let words: FigureWords

  /// A figure of shares, such as those of `normalize="all"`, each of all samples.
  ///
  /// - Parameters:
  ///   - format: How the original look writes the shares; two significant digits unless told otherwise.
  ///   - note: A few words in small grey print at the foot of the figure; empty for none.
  /// - Throws: where there is no cell, rows and names differ in number, or a share is not finite.
  public init(
    look: Look = .journal, width: FigureWidth? = nil, shares: [[Double]],
    normalizedOver normalization: Normalization = .all, classNames: [String],
    format: NumberFormat = .general(2), showsColorbar: Bool = true, labels: Labels? = nil,
    note: String = "", words: FigureWords = .english
  ) throws(FigureError) {
    try self.init(
      look: look, width: width, values: shares, counts: nil, normalization: normalization,
      texts: shares.map { $0.map { words.number($0, format) } }, classNames: classNames,
      showsColorbar: showsColorbar,
      labels: labels, note: note, words: words)
  }

  /// A figure of counts and, unless `normalization` is `nil`, of the shares they make up.
  ///
  /// The share of nothing, such as of a class without samples, is 0. The original look shows counts or shares,
  /// counts in full where that is no longer than two digits and an exponent.
  public init(
    look: Look = .journal, width: FigureWidth? = nil, counts: [[Int]],
    normalizedOver normalization: Normalization? = nil, classNames: [String], showsColorbar: Bool = true,
    labels: Labels? = nil, note: String = "", words: FigureWords = .english
  ) throws(FigureError) {
    let values = try Self.shares(of: counts, over: normalization)
    let texts = zip(counts, values).map { row, shares in
      zip(row, shares).map { count, share in
        let short = words.number(share, .general(2))
        let full = String(count)
        return normalization == nil && full.utf8.count < short.utf8.count ? full : short
      }
    }
    try self.init(
      look: look, width: width, values: values, counts: counts, normalization: normalization, texts: texts,
      classNames: classNames, showsColorbar: showsColorbar, labels: labels, note: note, words: words)
  }

  private init(
    look: Look, width: FigureWidth?, values: [[Double]], counts: [[Int]]?, normalization: Normalization?,
    texts: [[String]], classNames: [String], showsColorbar: Bool, labels: Labels?, note: String,
    words: FigureWords
  ) throws(FigureError) {
    try Self.checkSquare(values)
    guard classNames.count == values.count else {
      throw .count(series: "class names", expected: values.count, received: classNames.count)
    }
    for (index, row) in values.enumerated() { try checkDrawable(row, series: Self.name(ofRow: index)) }
    self.look = look
    self.width = width
    self.values = values
    self.counts = counts
    self.normalization = normalization
    self.texts = texts
    self.classNames = classNames
    self.showsColorbar = showsColorbar
    self.labels = labels ?? Labels(look, words: words)
    self.note = note
    self.words = words
  }

  private static func name(ofRow index: Int) -> String { "confusion matrix, row \(index + 1)" }

  private static func checkSquare<Cell>(_ rows: [[Cell]]) throws(FigureError) {
    guard !rows.isEmpty else { throw .empty(series: "confusion matrix") }
    for (index, row) in rows.enumerated() where row.count != rows.count {
      throw .count(series: name(ofRow: index), expected: rows.count, received: row.count)
    }
  }

  private static func shares(
    of counts: [[Int]], over normalization: Normalization?
  ) throws(FigureError) -> [[Double]] {
    try checkSquare(counts)
    let cells = counts.map { $0.map(Double.init) }
    let rows = cells.map { $0.reduce(0, +) }
    let columns = cells.indices.map { column in cells.reduce(0) { $0 + $1[column] } }
    let all = rows.reduce(0, +)
    return cells.enumerated().map { row, values in
      values.enumerated().map { column, value in
        let whole =
          switch normalization {
          case nil: 1.0
          case .all: all
          case .truth: rows[row]
          case .prediction: columns[column]
          }
        return whole == 0 ? 0 : value / whole
      }
    }
  }

  public var size: Size {
    switch look {
    case .original: Size(width: pageWidth, height: MatplotlibMargins.height(ofWidth: pageWidth, atLeast: 178))
    case .journal: Size(width: pageWidth, height: JournalConfusionLayout.height(of: self))
    }
  }

  public var title: String { labels.title.isEmpty ? words(.confusionTitle) : labels.title }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    switch look {
    case .original: try drawAsScikitLearn(on: &canvas)
    case .journal: try drawForJournal(on: &canvas)
    }
  }
}
