import Evaluation
import TestSupport
import Testing

@Suite("What a curator is offered")
struct CutoffLawTests {
  @Test("The counts are those of the rows above a threshold", arguments: 0..<20 as Range<UInt64>)
  func thresholds(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let thresholds = [0.5, 0, 0.9, 1, 0.25]
    let cutoffs = try Cutoff.above(thresholds, truth: sample.isPositive, scores: sample.scores)
    for (threshold, cutoff) in zip(thresholds, cutoffs) {
      let rows = zip(sample.isPositive, sample.scores)
      #expect(cutoff.offered == sample.scores.count { $0 > threshold })
      #expect(cutoff.right == rows.count { $0 && $1 > threshold })
      #expect(cutoff.wrong == rows.count { !$0 && $1 > threshold })
      #expect(cutoff.missed == rows.count { $0 && $1 <= threshold })
      #expect(cutoff.lowestScore == sample.scores.filter { $0 > threshold }.min())
      #expect(cutoff.count == sample.scores.count)
    }
  }

  @Test(
    "Precision and recall are the curve's at the lowest score offered", arguments: 0..<20 as Range<UInt64>)
  func shares(seed: UInt64) throws {
    let sample = EvaluationSample(seed: seed)
    let curve = try PrecisionRecallCurve(truth: sample.isPositive, scores: sample.scores)
    let shares = [0.01, 0.1, 0.25, 0.5, 1]
    for (share, cutoff) in zip(
      shares, try Cutoff.top(shares, truth: sample.isPositive, scores: sample.scores))
    {
      let place = try #require(curve.thresholds.firstIndex { $0 == cutoff.lowestScore })
      #expect(cutoff.precision == curve.precisions[place])
      #expect(cutoff.recall == curve.recalls[place])
      let wanted = max(1, (share * Double(sample.scores.count) - 1e-9).rounded(.up))
      #expect(Double(cutoff.offered) >= wanted)
      // Only equals of the last one come on top.
      #expect(Double(sample.scores.count { $0 > cutoff.lowestScore ?? 0 }) < wanted)
    }
  }

  @Test("Where nothing is offered there is no precision, and where nothing is positive no recall")
  func undefined() throws {
    let none = try Cutoff.above([0.9], truth: [true, false], scores: [0.5, 0.25])[0]
    #expect(none.precision == nil && none.recall == 0 && none.lowestScore == nil)
    let cutoff = try Cutoff.top([0.5], truth: [false, false], scores: [0.5, 0.25])[0]
    #expect(cutoff.precision == 0 && cutoff.recall == nil)
  }
}
