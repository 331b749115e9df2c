import Evaluation
import TestSupport
import Testing

@Suite("The confusion matrix is scikit-learn's")
struct EvaluationMatrixReferenceTests {
  struct Case: Decodable {
    struct Matrices: Decodable {
      let none: [[Double]]
      let `true`: [[Double]]
      let pred: [[Double]]
      let all: [[Double]]
    }

    let yTrue: EvaluationLabels
    let yPred: EvaluationLabels
    let labels: EvaluationLabels?
    let sampleWeight: [Double]?
    let matrices: Matrices
  }

  static func cases() throws -> [String: Case] {
    try decodeFromScikitLearn([String: Case].self, from: "confusion_matrix/confusion_matrix.json")
  }

  @Test("All 9 cases are there", .enabled(if: ScikitLearn.isBundled))
  func allCasesAreThere() throws {
    #expect(try Self.cases().count == 9)
  }

  @Test(
    "Counts are exact; shares and sums of weights agree within 1e-15, an ulp or two of numbers up to 1",
    arguments: try cases().keys.sorted())
  func matrixIsTheSame(name: String) throws {
    let fixture = try #require(try Self.cases()[name])
    let matrix = try ConfusionMatrix(
      truth: fixture.yTrue.labels, predictions: fixture.yPred.labels, labels: fixture.labels?.labels,
      weights: fixture.sampleWeight)

    #expect(matrix.isWeighted == (fixture.sampleWeight != nil))
    let counts = Conformance("confusion_matrix", "counts", .exact)
    let shares = Conformance("confusion_matrix", "shares and sums of weights", .absolute(1e-15))
    for (check, ours, theirs) in [
      (matrix.isWeighted ? shares : counts, matrix.rows, fixture.matrices.none),
      (shares, matrix.normalized(over: .truth), fixture.matrices.true),
      (shares, matrix.normalized(over: .predictions), fixture.matrices.pred),
      (shares, matrix.normalized(over: .all), fixture.matrices.all),
    ] {
      #expect(ours.map(\.count) == theirs.map(\.count))
      #expect(check.agrees(name, ours.flatMap { $0 }, theirs.flatMap { $0 }), "\(ours), not \(theirs)")
    }
  }
}
