@testable import Baselines
import Foundation
import Testing

@Suite struct BaselinesTests {
  @Test func theMajoritySaysTheShareOfClassOneToEveryRow() {
    let majority = MajorityClass(fitting: [0, 1, 1, 1])
    #expect(majority.share == 0.75)
    #expect(majority.probabilities(of: FeatureRows([7, 8, 9], columns: 1)) == [0.75, 0.75, 0.75])
  }

  @Test func theStumpAsksTheColumnThatPartsTheClassesBest() {
    // The second column parts them wholly, between 3 and 4; the first does not.
    let rows = FeatureRows([5, 1, 2, 2, 9, 3, 1, 4, 7, 5, 3, 6], columns: 2)
    let stump = DecisionStump(fitting: rows, classes: [0, 0, 0, 1, 1, 1])
    #expect(stump.column == 1)
    #expect(stump.threshold == 3.5)
    #expect(stump.probabilities(of: FeatureRows([0, 3.5, 0, 3.6], columns: 2)) == [0, 1])
  }

  @Test func aStumpOfMixedClassesSaysTheirShares() {
    let rows = FeatureRows([1, 1, 1, 2, 2, 2, 2], columns: 1)
    let stump = DecisionStump(fitting: rows, classes: [0, 0, 1, 1, 1, 1, 0])
    #expect(stump.threshold == 1.5)
    #expect(stump.shareBelow == 1.0 / 3)
    #expect(stump.shareAbove == 0.75)
  }

  @Test func aStumpThatFindsNoQuestionIsTheMajority() {
    let rows = FeatureRows([4, 4, 4], columns: 1)
    let stump = DecisionStump(fitting: rows, classes: [0, 1, 1])
    #expect(stump.threshold == .infinity)
    #expect(stump.probabilities(of: rows) == MajorityClass(fitting: [0, 1, 1]).probabilities(of: rows))
  }

  /// All four rows have class * x on the same side: 4 log(1 + exp(-w)) + w² / 4 is least where
  /// w = 8 / (1 + exp(w)).
  @Test func logisticRegressionSolvesWhatCanBeSolvedByHand() throws {
    let rows = FeatureRows([-1, 1, -1, 1], columns: 1)
    let regression = try LogisticRegression(fitting: rows, classes: [0, 1, 0, 1], c: 2)
    let w = regression.coefficients[0]
    // Both sides are about 1.7: a few units in the last place.
    #expect(abs(w - 8 / (1 + exp(w))) < 1e-14)
    #expect(abs(regression.intercept) < 1e-15)
  }

  @Test func twoEqualColumnsShareACoefficient() throws {
    let one = try LogisticRegression(fitting: FeatureRows([1, 2, 3, 4], columns: 1), classes: [0, 1, 0, 1])
    let twice = try LogisticRegression(
      fitting: FeatureRows([1, 1, 2, 2, 3, 3, 4, 4], columns: 2), classes: [0, 1, 0, 1])
    // Equal to within rounding: the penalty is least where both are the same.
    #expect(abs(twice.coefficients[0] - twice.coefficients[1]) < 1e-12)
    #expect(2 * twice.coefficients[0] > one.coefficients[0])
  }

  @Test func aConstantColumnHasNoCoefficient() throws {
    let rows = FeatureRows([1, 7, 2, 7, 3, 7, 4, 7], columns: 2)
    #expect(try LogisticRegression(fitting: rows, classes: [0, 1, 0, 1]).coefficients[1] == 0)
  }

  /// The first step of boosting from 1/2: a leaf's weight is -G / (H + lambda), where G is the sum of 1/2 - class
  /// and H a quarter of the rows, times the learning rate.
  @Test func oneBoostedTreeIsWhatItsFormulaGives() throws {
    let rows = FeatureRows([0, 0, 0, 0, 1, 1, 1, 1], columns: 1)
    let trees = TreeEnsemble(settings: TreeEnsemble.boosted.settings, rounds: 1)
    let probabilities = try trees.probabilities(
      fitting: rows, classes: [0, 0, 0, 1, 1, 1, 1, 1], of: FeatureRows([0, 1], columns: 1))
    let margins = [0.3 * -1.0 / (1 + 1), 0.3 * 2.0 / (1 + 1)]
    for (ours, margin) in zip(probabilities, margins) {
      // Single precision.
      #expect(abs(ours - 1 / (1 + exp(-margin))) < 1e-6)
    }
  }

  @Test func aForestsLeavesHoldTheSharesOfTheirRows() throws {
    // Of equal features no tree can ask anything: each says the share of the rows that it drew.
    let rows = FeatureRows([Float](repeating: 3, count: 400), columns: 1)
    let classes = (0..<400).map { $0 % 4 == 0 ? 1 : 0 }
    let probabilities = RandomForest().probabilities(
      fitting: rows, classes: classes, of: FeatureRows([3], columns: 1))
    // 500 draws of 400 rows: the standard error of their mean is 0.001.
    #expect(abs(probabilities[0] - 0.25) < 0.004)
  }

  @Test func aForestTriesTheSquareRootOfTheColumns() {
    // int(sqrt(n)), as scikit-learn's max_features="sqrt".
    #expect(
      [1, 2, 3, 4, 8, 9, 10, 100, 1000].map(RandomForest.tried(of:)) == [1, 1, 1, 2, 2, 3, 3, 10, 31])
  }

  /// A tree alone: its one question lies half way between the classes, wherever the drawn rows end.
  @Test func aForestAsksHalfWayBetweenValues() {
    let rows = FeatureRows((0..<40).map { $0 < 20 ? 0 : 1 }, columns: 1)
    let classes = (0..<40).map { $0 < 20 ? 0 : 1 }
    let probabilities = RandomForest(trees: 20).probabilities(
      fitting: rows, classes: classes, of: FeatureRows([-9, 0.499, 0.5, 0.501, 9], columns: 1))
    #expect(probabilities == [0, 0, 0, 1, 1])
  }

  @Test func aColumnOfManyValuesIsPartedAtQuantiles() {
    let rows = FeatureRows((0..<3000).map { Float($0) }, columns: 1)
    let classes = (0..<3000).map { $0 < 1500 ? 0 : 1 }
    let probabilities = RandomForest(trees: 20).probabilities(
      fitting: rows, classes: classes, of: FeatureRows([0, 1480, 1520, 2999], columns: 1))
    #expect(probabilities == [0, 0, 1, 1])
  }

  @Test func theLibrarySaysItsVersion() {
    #expect(XGBoost.version.split(separator: ".").compactMap { Int($0) }.count == 3)
  }
}
