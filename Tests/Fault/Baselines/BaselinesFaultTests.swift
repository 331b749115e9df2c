import Baselines
import Testing

@Suite struct BaselinesFaultTests {
  private let rows = FeatureRows([1, 2, 3, 4], columns: 1)

  @Test func logisticRegressionNeedsBothClasses() {
    let error = #expect(throws: BaselineError.self) {
      try LogisticRegression(fitting: rows, classes: [1, 1, 1, 1])
    }
    #expect(error == .oneClass)
    #expect(
      error?.description
        == "logistic regression: expected training rows of both classes, received one; split the data otherwise"
    )
  }

  @Test func whatXGBoostRefusesIsToldInItsWordsWithoutItsStack() throws {
    let settings = TreeEnsemble.boosted.settings + [.init("max_depth", "deep")]
    let trees = TreeEnsemble(settings: settings, rounds: 1)
    let error = #expect(throws: BaselineError.self) {
      try trees.probabilities(fitting: rows, classes: [0, 1, 0, 1], of: rows)
    }
    let text = try #require(error?.description)
    #expect(text.hasPrefix("XGBoost: "), "\(text)")
    #expect(text.contains("max_depth") && text.contains("deep"), "\(text)")
    #expect(!text.contains("Stack trace") && !text.contains("\n"), "\(text)")
  }

  @Test func anObjectiveThatXGBoostLacksIsAnError() throws {
    let trees = TreeEnsemble(settings: [.init("objective", "binary:magic")], rounds: 1)
    let error = #expect(throws: BaselineError.self) {
      try trees.probabilities(fitting: rows, classes: [0, 1, 0, 1], of: rows)
    }
    #expect(error?.description.contains("binary:magic") == true, "\(error.map(\.description) ?? "")")
  }
}
