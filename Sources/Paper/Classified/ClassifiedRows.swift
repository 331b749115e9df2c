import Evaluation
import TrackData

/// True classes beside predicted ones, in a file that any classifier may have written: a run's
/// `predictions.csv` is one of many.
///
/// The columns are `target` and at least one of `prediction` and `probability`; `split` may tell the parts of a
/// split apart, `row` the rows. Other tools' names for them are known (`PredictionRole`), and users may name their
/// own. Classes are numbers or names. Probabilities are read in double precision, as pandas reads them.
public struct ClassifiedRows: Sendable {
  /// What a user says of a file.
  public struct Options: Sendable {
    /// The columns that are not to be found by their usual names.
    public var columns: [PredictionRole: String] = [:]
    /// The class that the probabilities are of, as text; `nil` to find it out.
    public var positive: String?
    /// How the file is written, as far as that is known.
    public var format = TableFormat()

    public init() {}
  }

  /// The file as the user named it.
  public let file: String
  /// Every class that is true or predicted somewhere in the file, sorted.
  public let classes: [ClassLabel]
  let truth: [ClassLabel]
  let predictions: [ClassLabel]
  /// The class that the probabilities are of, which rows are of it, and how probable that was said to be of each;
  /// `nil` where the file has no probabilities of two classes.
  let probabilities: (positive: ClassLabel, isPositive: [Bool], values: [Double])?
  /// Which part of a split each row is in; `nil` where the file has no split.
  let parts: [Predictions.Part]?
  /// Which columns and which positive class were taken, where nobody said so.
  public let notes: [String]
  /// What a reader of the results must know of the file.
  public let warnings: [String]

  /// Reads a file.
  ///
  /// Without a column of predictions the class is the positive one where the probability is above one half and
  /// else the other, as `numpy.round` gives. The positive class is 1 of 0 and 1 and what the user, the column's name
  /// or the predictions say; else the one that sorts last, with a note, and a warning where the area under the ROC
  /// curve says that it is the other.
  ///
  /// - Throws: `noInput` without a file; `badData`, with line and column, where a column is missing, a class is
  ///   empty or a fraction, names meet numbers, a probability is outside 0 to 1, or a split has no such part;
  ///   `usage` for a positive class that there is not.
  public init(readingFrom path: String, _ options: Options = Options()) throws(Failure) {
    let reader = try PredictionFile(path, options)
    file = path
    (truth, parts) = (reader.truth, reader.parts)
    var (notes, warnings) = (reader.notes, reader.warnings)
    if let (pair, values) = reader.probabilities {
      predictions = reader.predictions ?? values.map { $0 > 0.5 ? pair.positive : pair.negative }
      let isPositive = truth.map { $0 == pair.positive }
      probabilities = (pair.positive, isPositive, values)
      if let note = pair.note { notes.append(note) }
      if let warning = pair.warning(isPositive: isPositive, probabilities: values) {
        warnings.append(warning)
      }
    } else {
      predictions = reader.predictions ?? []
      probabilities = nil
    }
    do throws(EvaluationError) {
      classes = try ConfusionMatrix(truth: truth, predictions: predictions).labels
    } catch {
      throw Failure(.badData, "\(path): \(error)")
    }
    if let parts {
      for rows in ReportedRows.allCases where !parts.contains(where: rows.parts.contains) {
        warnings.append("\(rows.words): no rows, so no results")
      }
    }
    self.notes = notes.map { "\(path): \($0)" }
    self.warnings = warnings.map { "\(path): \($0)" }
  }
}
