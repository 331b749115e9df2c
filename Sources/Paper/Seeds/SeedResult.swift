import NeuralNetwork
import TrackData

/// What one seed's fit came to: a line of `seeds.csv`.
public struct SeedResult: Equatable, Sendable {
  public var seed: UInt64
  /// 0 for a model that is not fitted in epochs.
  public var epochsRun: Int
  /// Whether early stopping ended the fit; else it was the epoch limit.
  public var stoppedByPatience: Bool
  /// From 1; `nil` without early stopping.
  public var bestEpoch: Int?
  /// The monitored value in that epoch.
  public var bestValue: Double?
  /// Accuracies; the training rows are, as in the paper, those that validate too.
  public var test: Double
  public var train: Double
  public var overall: Double
  /// The confusion matrix of the test rows: true and false, negatives and positives.
  public var trueNegatives: Int
  public var falsePositives: Int
  public var falseNegatives: Int
  public var truePositives: Int
  /// The confusion matrix of the training rows; `nil` where it was not written.
  var training: Counts?
  /// The area under the ROC curve of the test rows.
  public var auc: Double

  /// Why the fit ended.
  var stop: StopReason { stoppedByPatience ? .patience : .epochLimit }

  /// How many rows were tested on.
  var testRows: Int { trueNegatives + falsePositives + falseNegatives + truePositives }

  /// Whether only one class was predicted on the test rows.
  public var isCollapsed: Bool {
    falsePositives + truePositives == 0 || trueNegatives + falseNegatives == 0
  }

  /// The cells of a confusion matrix.
  typealias Counts = MatrixCounts

  /// The confusion matrix of some rows; `nil` where that of the training rows was not written.
  func counts(on rows: ReportedRows) -> Counts? {
    let test = Counts(
      trueNegatives: trueNegatives, falsePositives: falsePositives, falseNegatives: falseNegatives,
      truePositives: truePositives)
    return switch rows {
    case .test: test
    case .train: training
    case .overall: training.map { $0 + test }
    }
  }

  /// The accuracy on some of the rows.
  public func accuracy(on rows: ReportedRows) -> Double {
    switch rows {
    case .overall: overall
    case .train: train
    case .test: test
    }
  }
}

extension SeedResult {
  static let columns =
    [
      "seed", "epochs_run", "stop", "best_epoch", "best_val", "test", "train", "overall", "tn", "fp", "fn",
      "tp",
      "auc", "collapsed",
    ] + trainingColumns

  /// Those that files of earlier versions lack.
  private static let trainingColumns = ["train_tn", "train_fp", "train_fn", "train_tp"]

  /// The cells of each row of a table, those of columns that it may lack empty.
  static func cells(of table: DataTable, besides others: [String] = []) throws(Failure) -> [[String]] {
    var columns: [[String]] = []
    for name in others + Self.columns {
      guard table.hasColumn(name) || !trainingColumns.contains(name) else {
        columns.append(Array(repeating: "", count: table.rowCount))
        continue
      }
      columns.append(try Failure.ofDamage { () throws(DataError) in try table.text(in: name) })
    }
    return (0..<table.rowCount).map { row in columns.map { $0[row] } }
  }

  /// The line of the file; what there is not is empty.
  var csvLine: String {
    let cells: [String] = [
      "\(seed)", "\(epochsRun)", stop.rawValue, bestEpoch.map { "\($0)" } ?? "",
      bestValue.map { "\($0)" } ?? "", "\(test)", "\(train)", "\(overall)", "\(trueNegatives)",
      "\(falsePositives)", "\(falseNegatives)", "\(truePositives)", "\(auc)", isCollapsed ? "1" : "0",
    ]
    let training: [String]? = training?.cells.map { "\($0)" }
    let all = cells + (training ?? Self.trainingColumns.map { _ in "" })
    return all.joined(separator: ",") + "\n"
  }

  /// The result of a line's cells; `nil` where one is not what it should be.
  init?(cells: [String]) {
    guard cells.count == Self.columns.count, let seed = UInt64(cells[0]), let epochs = Int(cells[1]),
      epochs >= 0,
      ["patience", "epoch limit"].contains(cells[2]), cells[3].isEmpty || Int(cells[3]) != nil,
      cells[4].isEmpty || Double(cells[4]) != nil
    else { return nil }
    let accuracies = cells[5...7].compactMap { Double($0) }.filter { (0...1).contains($0) }
    let counts = cells[8...11].compactMap { Int($0) }.filter { $0 >= 0 }
    guard accuracies.count == 3, counts.count == 4, let auc = Double(cells[12]) else { return nil }
    self.init(
      seed: seed, epochsRun: epochs, stoppedByPatience: cells[2] == "patience", bestEpoch: Int(cells[3]),
      bestValue: Double(cells[4]), test: accuracies[0], train: accuracies[1], overall: accuracies[2],
      trueNegatives: counts[0], falsePositives: counts[1], falseNegatives: counts[2],
      truePositives: counts[3],
      auc: auc)
    let training = cells[14...17].compactMap { Int($0) }
    guard training.count == 4 || cells[14...17].allSatisfy(\.isEmpty) else { return nil }
    self.training = Counts(cells: training)
    guard training.isEmpty || self.training != nil else { return nil }
  }

  /// The columns of the tensor `results`, which has all but what follows from the others.
  static let tensorColumns =
    [
      "seed", "epochs_run", "stopped_by_patience", "best_epoch", "best_val", "test", "train", "overall", "tn",
      "fp",
      "fn", "tp", "auc",
    ] + trainingColumns

  /// The row of the tensor; what there is not is NaN.
  var tensorRow: [Double] {
    let fit: [Double] = [
      Double(seed), Double(epochsRun), stoppedByPatience ? 1 : 0, bestEpoch.map(Double.init) ?? .nan,
      bestValue ?? .nan, test, train, overall, Double(trueNegatives), Double(falsePositives),
      Double(falseNegatives), Double(truePositives), auc,
    ]
    let training: [Double]? = training?.cells.map { Double($0) }
    return fit + (training ?? Self.trainingColumns.map { _ in .nan })
  }

  /// The result of a tensor's row; `nil` where a count is none.
  init?(tensorRow row: ArraySlice<Double>) {
    let row = Array(row)
    guard row.count == Self.tensorColumns.count, let seed = UInt64(exactly: row[0]),
      let epochs = Int(exactly: row[1]), epochs > 0
    else { return nil }
    let counts = row[8...11].compactMap { Int(exactly: $0) }.filter { $0 >= 0 }
    guard counts.count == 4, row[5...7].allSatisfy({ (0...1).contains($0) }) else { return nil }
    self.init(
      seed: seed, epochsRun: epochs, stoppedByPatience: row[2] == 1,
      bestEpoch: row[3].isNaN ? nil : Int(exactly: row[3]), bestValue: row[4].isNaN ? nil : row[4],
      test: row[5], train: row[6], overall: row[7], trueNegatives: counts[0], falsePositives: counts[1],
      falseNegatives: counts[2], truePositives: counts[3], auc: row[12])
    training = Counts(cells: row[13...16].compactMap { Int(exactly: $0) })
  }
}
