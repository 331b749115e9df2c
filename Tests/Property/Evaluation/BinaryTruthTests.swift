import Evaluation
import TestSupport
import Testing

@Suite("Scoring many probabilities of the same samples")
struct BinaryTruthTests {
  @Test(
    "Accuracy and area are those of the curve and the matrix, ties and all",
    arguments: 0..<20 as Range<UInt64>)
  func sameAsTheOthers(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let truth = BinaryTruth(sample.isPositive)
    // Sixteenths, a negative zero among them, in the middle of a longer array.
    let probabilities = [0.5] + sample.scores.map { $0 == 0 ? -0.0 : Float($0) } + [0.25]
    let block = probabilities[1...sample.scores.count]
    let area = try rocAUC(truth: sample.isPositive, scores: sample.scores)
    // A quotient of whole numbers beside a sum of trapezoids.
    #expect(abs((truth.area(of: block) ?? 0) - area) < 1e-14)
    let right = zip(sample.isPositive, sample.scores).count { $0 == ($1 > 0.5) }
    #expect(truth.accuracy(of: block) == Double(right) / Double(truth.count))
  }

  @Test("Of one class, or of what is no probability, there is no area")
  func undefined() {
    #expect(BinaryTruth([true, true]).area(of: [0.5, 0.25]) == nil)
    #expect(BinaryTruth([true, false]).area(of: [0.5, .nan]) == nil)
    #expect(BinaryTruth([true, false]).area(of: [0.5, 1.5]) == nil)
  }
}
