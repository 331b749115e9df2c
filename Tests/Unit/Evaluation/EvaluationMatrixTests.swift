import Evaluation
import Testing

@Suite("A confusion matrix counts truth in rows and predictions in columns")
struct EvaluationMatrixTests {
  let truth: [ClassLabel] = ["pop", "jazz", "pop", "soul", "pop", "jazz"]
  let predictions: [ClassLabel] = ["pop", "pop", "jazz", "pop", "pop", "jazz"]

  @Test("Labels that occur are sorted, and counted on their side of the diagonal")
  func countsByLabel() throws {
    let matrix = try ConfusionMatrix(truth: truth, predictions: predictions)
    #expect(matrix.labels == ["jazz", "pop", "soul"])
    #expect(matrix.rows == [[1, 1, 0], [1, 2, 0], [0, 1, 0]])
    #expect(matrix[truth: 2, prediction: 1] == 1)
    #expect(matrix[truth: 1, prediction: 2] == 0)
    #expect(matrix.truthCounts == [2, 3, 1])
    #expect(matrix.predictionCounts == [2, 4, 0])
    #expect(matrix.correctCounts == [1, 2, 0])
    #expect(matrix.total == 6)
    #expect(matrix.accuracy == 0.5)
    #expect(!matrix.isWeighted)
  }

  @Test("Labels given say which classes count, in which order")
  func labelsSelectAndOrder() throws {
    let matrix = try ConfusionMatrix(truth: truth, predictions: predictions, labels: ["soul", "pop", "folk"])
    #expect(matrix.rows == [[0, 1, 0], [0, 2, 0], [0, 0, 0]])
    #expect(matrix.total == 3)
  }

  @Test("Where labels leave out every sample the accuracy is not a number")
  func nothingCounted() throws {
    let matrix = try ConfusionMatrix(truth: [0, 1], predictions: [1, 0], labels: [1])
    #expect(matrix.rows == [[0]])
    #expect(matrix.accuracy.isNaN)
    #expect(matrix.normalized(over: .all) == [[0]])
  }

  @Test("Class indices count as labels do, and classes that do not occur have their place")
  func indices() throws {
    let matrix = try ConfusionMatrix(truth: [0, 2, 2], predictions: [2, 2, 0], classCount: 4)
    #expect(matrix.labels == [0, 1, 2, 3])
    #expect(matrix.rows == [[0, 0, 1, 0], [0, 0, 0, 0], [1, 0, 1, 0], [0, 0, 0, 0]])
    #expect(
      try matrix == ConfusionMatrix(truth: [0, 2, 2], predictions: [2.0, 2, 0], labels: [0, 1, 2, 3]))
  }

  @Test("Weights are summed, and stay weights where they are whole")
  func weights() throws {
    let matrix = try ConfusionMatrix(
      truth: [0, 0, 1], predictions: [0, 0, 0], classCount: 2, weights: [0.5, 0.25, 3])
    #expect(matrix.rows == [[0.75, 0], [3, 0]])
    let whole = try ConfusionMatrix(truth: [0], predictions: [0], classCount: 1, weights: [2])
    #expect(whole.isWeighted)
  }

  @Test(
    "Shares are of rows, of columns or of all, and 0 where a class has no sample",
    arguments: [
      (.truth, [[0.5, 0.5, 0], [0, 0, 0], [0, 1, 0]]),
      (.predictions, [[1, 0.5, 0], [0, 0, 0], [0, 0.5, 0]]),
      (.all, [[1 / 3.0, 1 / 3.0, 0], [0, 0, 0], [0, 1 / 3.0, 0]]),
    ] as [(ConfusionMatrix.Denominator, [[Double]])])
  func shares(denominator: ConfusionMatrix.Denominator, expected: [[Double]]) throws {
    let matrix = try ConfusionMatrix(truth: [0, 0, 2], predictions: [0, 1, 1], classCount: 3)
    #expect(matrix.normalized(over: denominator) == expected)
  }

  @Test("Agreement of a matrix worked out by hand")
  func agreement() throws {
    // 20 both yes, 15 both no, 5 and 10 apart: observed 0.7, by chance 0.5 (Wikipedia's example of kappa).
    let truth = [1, 0, 1, 0], predictions = [1, 0, 0, 1]
    let matrix = try ConfusionMatrix(
      truth: truth, predictions: predictions, classCount: 2, weights: [20, 15, 5, 10])
    // One ulp of 0.4, from 1 − 0.6.
    #expect(abs(matrix.cohenKappa() - 0.4) <= 1e-16)
    #expect(matrix.balancedAccuracy() == (15.0 / 25 + 20.0 / 25) / 2)
    // (20·15 − 5·10) / √(30·25·25·20) = 250 / √375000
    #expect(abs(matrix.matthewsCorrelation - 250 / 375_000.0.squareRoot()) <= 1e-15)
  }

  @Test("Far confusions weigh more in weighted kappa")
  func weightedKappa() throws {
    let near = try ConfusionMatrix(truth: [0, 1, 2, 2], predictions: [0, 1, 2, 1], classCount: 3)
    let far = try ConfusionMatrix(truth: [0, 1, 2, 2], predictions: [0, 1, 2, 0], classCount: 3)
    for weighting in [ConfusionMatrix.KappaWeighting.linear, .quadratic] {
      #expect(near.cohenKappa(weighting: weighting) > far.cohenKappa(weighting: weighting))
    }
  }

  @Test("A class that is only predicted does not count for balanced accuracy")
  func balancedAccuracySkipsAbsentClasses() throws {
    let matrix = try ConfusionMatrix(truth: [0, 0, 1], predictions: [0, 2, 1])
    #expect(matrix.balancedAccuracy() == 0.75)
    #expect(matrix.balancedAccuracy(adjusted: true) == 0.5)
  }
}
