import Baselines
import Foundation
import TestSupport
import Testing

/// The plain models on invented rows, against scikit-learn.
@Suite struct BaselinesReferenceTests {
  private struct Fixture: Decodable {
    let columns: Int
    let rows: [Float]
    let classes: [Int]
    let others: [Float]
    let otherClasses: [Int]
    let majority: Double
    let logistic: [Logistic]
    let stump: Stump
    let forest: Forest

    struct Logistic: Decodable {
      let c: Double
      let coefficients: [Double]
      let intercept: Double
      let probabilities: [Double]
    }

    struct Stump: Decodable {
      let column: Int
      let threshold: Double
      let probabilities: [Double]
    }

    struct Forest: Decodable {
      let mean: [Double]
      let largestDistance: Double
      let accuracies: [Double]
    }
  }

  private let fixture: Fixture
  private let rows: FeatureRows
  private let others: FeatureRows

  init() throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    fixture = try decoder.decode(
      Fixture.self, from: Data(try Fixtures.bundled.bytes("baselines/baselines.json")))
    rows = FeatureRows(fixture.rows, columns: fixture.columns)
    others = FeatureRows(fixture.others, columns: fixture.columns)
  }

  @Test func theMajorityIsThatOfTheDummyClassifier() {
    let ours = MajorityClass(fitting: fixture.classes).probabilities(of: others)
    #expect(
      Conformance("baselines", "the majority's share", .exact).agrees(
        "majority", ours, [Double](repeating: fixture.majority, count: others.count)))
  }

  @Test func theStumpIsADecisionTreeOfDepthOne() {
    let stump = DecisionStump(fitting: rows, classes: fixture.classes)
    #expect(stump.column == fixture.stump.column)
    let exact = Conformance("baselines", "the stump's threshold and probabilities", .exact)
    #expect(exact.agrees("threshold", stump.threshold, fixture.stump.threshold))
    #expect(exact.agrees("probabilities", stump.probabilities(of: others), fixture.stump.probabilities))
  }

  /// Both solve the same equations in double precision; scikit-learn stops where no gradient exceeds 1e-13, which
  /// the flattest direction of the objective may turn into some 1e-12 of a coefficient.
  @Test func logisticRegressionComesToTheSameCoefficients() throws {
    let near = Conformance("baselines", "logistic regression", .either(relative: 1e-11, absolute: 1e-13))
    for expected in fixture.logistic {
      let ours = try LogisticRegression(fitting: rows, classes: fixture.classes, c: expected.c)
      #expect(near.agrees("C \(expected.c) coefficients", ours.coefficients, expected.coefficients))
      #expect(near.agrees("C \(expected.c) intercept", ours.intercept, expected.intercept))
      #expect(
        near.agrees("C \(expected.c) probabilities", ours.probabilities(of: others), expected.probabilities))
    }
  }

  /// Ours may lie no farther from the mean of twenty of scikit-learn's forests than twice the farthest of those,
  /// 0.038 of a probability; it does lie no farther than that one.
  ///
  /// Two forests of other draws are never the same; one of forty trees goes beyond the bound.
  @Test func theForestSaysWhatScikitLearnsForestsSay() throws {
    let ours = RandomForest().probabilities(
      fitting: rows, classes: fixture.classes, of: others)
    let squares = zip(ours, fixture.forest.mean).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let distance = (squares / Double(ours.count)).squareRoot()
    let bound = Conformance("baselines", "a random forest", .bound("twice the spread of 20 seeds"))
    #expect(
      bound.holds("probabilities", using: distance / (2 * fixture.forest.largestDistance)), "\(distance)")
    let right = zip(ours, fixture.otherClasses).count { ($0 > 0.5) == ($1 == 1) }
    let accuracy = Double(right) / Double(ours.count)
    let theirs = fixture.forest.accuracies
    // Two rows of 120 beside their range.
    #expect(accuracy >= (theirs.min() ?? 1) - 2.0 / 120, "\(accuracy)")
    #expect(accuracy <= (theirs.max() ?? 0) + 2.0 / 120, "\(accuracy)")
  }
}
