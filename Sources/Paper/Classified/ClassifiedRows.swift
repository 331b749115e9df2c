import Evaluation
import Spelling
import TrackData

/// True classes beside predicted ones, in a file that any classifier may have written: a run's
/// `predictions.csv` is one of many.
///
/// The columns are `target` and at least one of `prediction` and `probability`; `split` may tell the rows
/// apart. Classes are numbers or names. Probabilities are read in double precision, as pandas reads them.
public struct ClassifiedRows: Sendable {
  /// The file as the user named it.
  public let file: String
  /// Every class that is true or predicted somewhere in the file, sorted.
  public let classes: [ClassLabel]
  let truth: [ClassLabel]
  let predictions: [ClassLabel]
  /// Which rows are of the second class, and how probable that was said to be of each; `nil` where the file
  /// has no probabilities of two classes.
  let probabilities: (isPositive: [Bool], values: [Double])?
  /// Which part of a split each row is in; `nil` where the file has no split.
  let parts: [Predictions.Part]?
  /// What a reader of the results must know of the file.
  public let warnings: [String]

  /// Reads a file.
  ///
  /// Without a column `prediction` the class is 1 where the probability is above one half and else 0, as
  /// `numpy.round` gives; where the classes are not 0 and 1, they are the two that occur in `target`, sorted.
  ///
  /// - Throws: `noInput` without a file; `badData`, with line and column, where a column is missing, a class is
  ///   empty or a fraction, names meet numbers, a probability is outside 0 to 1, or a split has no such part.
  public init(readingFrom path: String) throws(Failure) {
    let columns = try Columns(readingFrom: path)
    file = path
    parts = columns.parts
    truth = columns.truth
    let pair = Self.pair(of: truth + (columns.predictions ?? []))
    if let predictions = columns.predictions {
      self.predictions = predictions
    } else if let pair, let probabilities = columns.probabilities {
      predictions = probabilities.map { $0 > 0.5 ? pair.positive : pair.negative }
    } else {
      throw Failure(
        .badData,
        "\(path): expected two classes in column 'target' to go with 'probability', received "
          + "\(Self.list(Set(truth).sorted())); write them as 0 and 1, or add a column 'prediction'")
    }
    do throws(EvaluationError) {
      classes = try ConfusionMatrix(truth: truth, predictions: predictions).labels
    } catch {
      throw Failure(.badData, "\(path): \(error)")
    }
    if let pair, let values = columns.probabilities {
      probabilities = (truth.map { $0 == pair.positive }, values)
    } else {
      probabilities = nil
    }
    var warnings: [String] = []
    if columns.probabilities != nil, pair == nil {
      warnings.append(
        "\(path): column 'probability' is left out: expected two classes, received \(Self.list(classes))")
    }
    if let parts {
      for rows in ReportedRows.allCases where !parts.contains(where: rows.parts.contains) {
        warnings.append("\(path): \(rows.words): no rows, so no results")
      }
    }
    self.warnings = warnings
  }

  /// The two classes among labels, the positive one last; 0 and 1 where there is nothing else, even if one of
  /// them does not occur; `nil` where there are not two.
  private static func pair(of labels: [ClassLabel]) -> (negative: ClassLabel, positive: ClassLabel)? {
    let distinct = Set(labels)
    if distinct.isSubset(of: [0, 1]) { return (0, 1) }
    let sorted = distinct.sorted()
    return sorted.count == 2 ? (sorted[0], sorted[1]) : nil
  }

  private static func list(_ labels: [ClassLabel]) -> String {
    labels.prefix(5).map(\.description).joined(separator: ", ")
      + (labels.count > 5 ? " and \(labels.count - 5) more" : "")
  }
}

/// The columns as they stand in the file.
private struct Columns {
  let truth: [ClassLabel]
  let predictions: [ClassLabel]?
  let probabilities: [Double]?
  let parts: [Predictions.Part]?

  init(readingFrom path: String) throws(Failure) {
    do throws(DataError) {
      let table = try DataTable(contentsOf: path)
      let names = ["target", "prediction"].filter { $0 == "target" || table.hasColumn($0) }
      let cells = try table.classes(in: names)
      truth = cells[0].labels
      predictions = cells.count > 1 ? cells[1].labels : nil
      probabilities = table.hasColumn("probability") ? try table.probabilities(in: "probability") : nil
      parts = table.hasColumn("split") ? try table.choices(in: "split", of: Predictions.Part.self) : nil
      guard predictions == nil, probabilities == nil else { return }
      let nearest =
        nearestName(to: "prediction", in: table.columns) ?? nearestName(to: "probability", in: table.columns)
      throw DataError(file: path, problem: .neitherColumn("prediction", "probability", nearest: nearest))
    } catch {
      throw Failure(error)
    }
  }
}

extension ClassCells {
  fileprivate var labels: [ClassLabel] {
    switch self {
    case .integers(let cells): cells.map { .integer($0) }
    case .numbers(let cells): cells.map { .number($0) }
    case .text(let cells): cells.map { .text($0) }
    }
  }
}
