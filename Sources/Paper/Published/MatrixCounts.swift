import Evaluation

/// The confusion matrix of two classes by its counts.
public struct MatrixCounts: Codable, Equatable, Sendable {
  public var trueNegatives: Int
  public var falsePositives: Int
  public var falseNegatives: Int
  public var truePositives: Int

  /// In the order of `seeds.csv` and of scikit-learn's `confusion_matrix(…).ravel()`.
  var cells: [Int] { [trueNegatives, falsePositives, falseNegatives, truePositives] }

  var total: Int { cells.reduce(0, +) }

  private enum CodingKeys: String, CodingKey {
    case trueNegatives = "tn"
    case falsePositives = "fp"
    case falseNegatives = "fn"
    case truePositives = "tp"
  }
}

extension MatrixCounts {
  /// - Parameter cells: as `cells` has them; `nil` for other than four counts.
  init?(cells: [Int]) {
    guard cells.count == 4, cells.allSatisfy({ $0 >= 0 }) else { return nil }
    self.init(
      trueNegatives: cells[0], falsePositives: cells[1], falseNegatives: cells[2], truePositives: cells[3])
  }

  /// - Parameter matrix: of two classes, unweighted.
  init(_ matrix: ConfusionMatrix) {
    self.init(
      trueNegatives: Int(matrix[truth: 0, prediction: 0]),
      falsePositives: Int(matrix[truth: 0, prediction: 1]),
      falseNegatives: Int(matrix[truth: 1, prediction: 0]),
      truePositives: Int(matrix[truth: 1, prediction: 1]))
  }

  /// The matrix of both sets of rows.
  static func + (a: Self, b: Self) -> Self {
    Self(
      trueNegatives: a.trueNegatives + b.trueNegatives, falsePositives: a.falsePositives + b.falsePositives,
      falseNegatives: a.falseNegatives + b.falseNegatives, truePositives: a.truePositives + b.truePositives)
  }

  /// What a classification report makes of the counts; not a number where it divides by nothing.
  func score(_ measure: PublishedMeasure) -> Double {
    func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? .nan : Double(part) / Double(whole) }
    return switch measure {
    case .accuracy: share(trueNegatives + truePositives, of: total)
    case .precision(0): share(trueNegatives, of: trueNegatives + falseNegatives)
    case .precision: share(truePositives, of: truePositives + falsePositives)
    case .recall(0): share(trueNegatives, of: trueNegatives + falsePositives)
    case .recall: share(truePositives, of: truePositives + falseNegatives)
    case .f1(0): share(2 * trueNegatives, of: 2 * trueNegatives + falseNegatives + falsePositives)
    case .f1: share(2 * truePositives, of: 2 * truePositives + falseNegatives + falsePositives)
    }
  }
}
