import Evaluation
import Spelling
import TrackData

/// The columns of a file of predictions, as they stand in it.
struct PredictionFile {
  let truth: [ClassLabel]
  let predictions: [ClassLabel]?
  let probabilities: (pair: PositiveClass, values: [Double])?
  let parts: [Predictions.Part]?
  private(set) var notes: [String] = []
  private(set) var warnings: [String] = []

  init(_ path: String, _ options: ClassifiedRows.Options) throws(Failure) {
    let table: DataTable
    do throws(DataError) { table = try DataTable(contentsOf: path, as: options.format) } catch {
      throw Failure(error)
    }
    let columns = try PredictionColumns(in: table, asked: options.columns)
    do throws(DataError) {
      let names = [columns[.target] ?? PredictionRole.target.rawValue, columns[.prediction]]
      let cells = try table.classes(in: names.compactMap(\.self))
      truth = cells[0].labels
      predictions = cells.count > 1 ? cells[1].labels : nil
      parts = try columns[.split].map { name throws(DataError) in
        try table.choices(in: name, of: Predictions.Part.self)
      }
    } catch {
      throw Failure(error)
    }
    if !table.notes.isEmpty { notes.append("format found: \(table.notes.joined(separator: ", "))") }
    if let note = columns.note { notes.append(note) }
    if let warning = try columns[.row].flatMap({ name throws(Failure) in try Self.repetition(in: table, name)
    }) {
      warnings.append(warning)
    }
    let asked = try Self.positive(options.positive, among: truth + (predictions ?? []))
    let pair = PositiveClass(of: truth + (predictions ?? []), asked: asked)
    let named =
      columns[.probability].map { (name: $0, pair: pair) }
      ?? pair.flatMap { pair in
        Self.column(of: pair, columns, table)
      }
    guard let (name, pair) = named else {
      probabilities = nil
      try Self.expectPredictions(predictions, table)
      if options.positive != nil { warnings.append("--positive changes nothing: there are no probabilities") }
      return
    }
    guard let pair else {
      guard predictions != nil else {
        throw Failure(
          .badData,
          "\(path): expected two classes in column '\(columns[.target] ?? "target")' to go with '\(name)', received "
            + "\(Self.list(truth)); write them as 0 and 1, add a column 'prediction', or name the class that the "
            + "probabilities are of with --positive")
      }
      warnings.append(
        "column '\(name)' is left out: expected two classes, received \(Self.list(truth + (predictions ?? [])))"
      )
      probabilities = nil
      return
    }
    do throws(DataError) {
      let values = try table.probabilities(in: name)
      var known = pair
      if pair.reason == .order, let predictions, let label = pair.predicted(by: predictions, values) {
        known = pair.withPositive(label, .predictions)
      }
      probabilities = (known, values)
    } catch {
      // What is only called a score need not be a probability.
      guard case .notAProbability = error.problem, predictions != nil,
        columns.recognised.contains(.probability)
      else { throw Failure(error) }
      probabilities = nil
      warnings.append(
        "column '\(name)' is left out: it holds numbers outside 0 to 1, which are no probabilities")
    }
  }

  /// The column that is called after the positive class, or the other's, which then is the positive one.
  private static func column(
    of pair: PositiveClass, _ columns: PredictionColumns, _ table: DataTable
  ) -> (name: String, pair: PositiveClass?)? {
    if let name = columns.probability(of: pair.positive.description, in: table) {
      return (name, pair.reason == .order ? pair.withPositive(pair.positive, .column(name)) : pair)
    }
    guard pair.reason == .order, let name = columns.probability(of: pair.negative.description, in: table)
    else {
      return nil
    }
    return (name, pair.withPositive(pair.negative, .column(name)))
  }

  private static func expectPredictions(_ predictions: [ClassLabel]?, _ table: DataTable) throws(Failure) {
    guard predictions == nil else { return }
    let nearest =
      nearestName(to: "prediction", in: table.columns) ?? nearestName(to: "probability", in: table.columns)
    let error = DataError(
      file: table.file, problem: .neitherColumn("prediction", "probability", nearest: nearest))
    throw Failure(.badData, "\(error), or name one with --prediction or --probability")
  }

  /// The label that the user calls positive, as the file writes labels.
  private static func positive(_ word: String?, among labels: [ClassLabel]) throws(Failure) -> ClassLabel? {
    guard let word else { return nil }
    let distinct = Set(labels).sorted()
    guard let label = ClassLabel(word, as: distinct.first), distinct.count < 3,
      distinct.contains(label) || distinct.count == 1 || Set(distinct + [label]).isSubset(of: [0, 1])
    else {
      let nearest = nearestName(to: word, in: distinct.map(\.description)).map { "; did you mean '\($0)'?" }
      throw Failure(
        .usage,
        "--positive: expected one of two classes, received '\(word)' with the classes \(list(labels))\(nearest ?? "")"
      )
    }
    return label
  }

  /// A warning where a row is there more than once.
  private static func repetition(in table: DataTable, _ column: String) throws(Failure) -> String? {
    do throws(DataError) {
      var seen: Set<[UInt8]> = []
      let again = try table.text(in: column).filter { !seen.insert(Array($0.utf8)).inserted }
      guard let first = again.first else { return nil }
      return "\(again.count) \(again.count == 1 ? "row repeats" : "rows repeat") an earlier one by column "
        + "'\(column)', such as '\(first)'; all are counted, and the intervals take them for different rows"
    } catch {
      throw Failure(error)
    }
  }

  private static func list(_ labels: [ClassLabel]) -> String {
    let sorted = Set(labels).sorted()
    return sorted.prefix(5).map(\.description).joined(separator: ", ")
      + (sorted.count > 5 ? " and \(sorted.count - 5) more" : "")
  }
}

extension ClassLabel {
  /// A user's word as labels of the same kind as another are written; `nil` where it can't be one.
  init?(_ word: String, as other: ClassLabel?) {
    if case .text = other {
      self = .text(word)
    } else if let integer = Int(word) {
      self = .integer(integer)
    } else if let number = Double(word), number == number.rounded() {
      self = .number(number)
    } else {
      return nil
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
