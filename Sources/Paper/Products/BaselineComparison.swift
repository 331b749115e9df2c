import Evaluation

/// The baselines beside the network on the same test rows: what each gets right, and whether that differs by
/// more than chance.
///
/// The network is the first run, one draw of its seed; where it was trained from many seeds, their accuracies
/// stand beside it.
public struct BaselineComparison: Sendable {
  /// A model's score on the test rows.
  public struct Score: Sendable {
    /// How many rows it gets right.
    public let correct: Int
    public let rows: Int
    /// Wilson's, of the accuracy.
    public let interval: Interval
    /// The area under the ROC curve; `nil` where the test rows are all of one class.
    public let auc: Double?

    public var accuracy: Double { Double(correct) / Double(rows) }
  }

  /// One baseline, and how it compares with the network.
  public struct Rival: Sendable {
    public let baseline: Baseline
    public let score: Score
    /// The network comes first in it, the baseline second.
    public let test: McNemarTest
    /// The test's p-value, corrected by Holm for there being as many tests as baselines.
    public let correctedP: Double
    /// Of the baseline against the network, by the corrected p-value.
    public let outcome: Verdict.Outcome
    /// How many of the network's seeds have a lower test accuracy; `nil` without seeds.
    public let seedsBelow: Int?
  }

  public let network: Score
  /// In the experiment's order.
  public let rivals: [Rival]
  /// Those of the experiment that the rows did not allow.
  let leftOut: [BaselineRecord.LeftOut]
  /// Of the network's first run; `nil` where it was trained from one seed.
  public let seeds: SeedTable?

  /// - Throws: `badData` where the test rows cannot be evaluated.
  init(_ baselines: BaselinePredictions, in folder: RunFolder) throws(Failure) {
    let predictions = folder.predictions
    let rows = predictions.rows(in: ReportedRows.test.parts)
    let truth = rows.map { predictions.target[$0] }
    func isRight(_ probability: [Float]) -> [Bool] {
      zip(rows, truth).map { row, truth in Predictions.predictedClass(probability[row]) == truth }
    }
    do throws(EvaluationError) {
      let network = isRight(predictions.probability)
      var scores: [Score] = []
      var tests: [McNemarTest] = []
      for column in baselines.columns {
        let baseline = isRight(column.probability)
        scores.append(try Score(isRight: baseline, truth, rows.map { column.probability[$0] }))
        tests.append(try McNemarTest(firstIsRight: network, secondIsRight: baseline))
      }
      self.network = try Score(isRight: network, truth, rows.map { predictions.probability[$0] })
      let corrected = holmCorrected(tests.map(\.p))
      seeds = folder.seeds
      var rivals: [Rival] = []
      for (place, column) in baselines.columns.enumerated() {
        let accuracy = scores[place].accuracy
        rivals.append(
          Rival(
            baseline: column.baseline, score: scores[place], test: tests[place],
            correctedP: corrected[place],
            outcome: Verdict(tests[place], correctedP: corrected[place]).outcome,
            seedsBelow: folder.seeds.map { $0.results.count { $0.test < accuracy } }))
      }
      self.rivals = rivals
      leftOut = folder.baselineRecord?.leftOut ?? []
    } catch {
      throw Failure(.badData, "\(folder.record.name): baselines: \(error)")
    }
  }
}

extension BaselineComparison.Score {
  fileprivate init(
    isRight: [Bool], _ truth: [Int], _ probabilities: [Float]
  ) throws(EvaluationError) {
    correct = isRight.count { $0 }
    rows = isRight.count
    interval = .wilson(correct, of: rows)
    auc =
      Set(truth).count < 2
      ? nil : try rocAUC(truth: truth.map { $0 == 1 }, scores: probabilities.map(Double.init))
  }
}
