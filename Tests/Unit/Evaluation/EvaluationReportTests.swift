import Evaluation
import Testing

@Suite("A classification report says what it can, and warns of the rest")
struct EvaluationReportTests {
  let truth = [0, 0, 1, 1, 1]
  let predictions = [0, 1, 1, 1, 0]

  @Test("Rows come in the order of the printed report; accuracy is one number")
  func rows() throws {
    let report = try ClassificationReport(
      truth: truth, predictions: predictions, classNames: ["Disliked", "Liked"])
    #expect(report.rows.map(\.name) == ["Disliked", "Liked", "accuracy", "macro avg", "weighted avg"])
    #expect(report.rows.map(\.support) == [2, 3, 5, 5, 5])
    #expect(report.rows[2].content == .accuracy(0.6))
    #expect(report.rows[1].content == .scores(report.classes[1].scores))
    #expect(report.classes[1].label == 1)
    #expect(report.classes[1].scores.recall == 2.0 / 3)
    #expect(report.accuracy == 0.6)
    #expect(report.warnings.isEmpty)
  }

  @Test("Without one of the labels that occur there is no accuracy, but a micro average")
  func microAverage() throws {
    let report = try ClassificationReport(truth: [0, 1, 2], predictions: [0, 1, 1], labels: [0, 1])
    #expect(report.accuracy == nil)
    #expect(report.rows.map(\.name) == ["0", "1", "micro avg", "macro avg", "weighted avg"])
    #expect(report.microAverage.precision == 2.0 / 3)
    #expect(report.microAverage.recall == 1)
  }

  @Test("A class given by name keeps its row where it does not occur")
  func absentClass() throws {
    let report = try ClassificationReport(truth: [0, 0], predictions: [0, 0], classNames: ["No", "Yes"])
    #expect(report.classes.map(\.support) == [2, 0])
    #expect(report.accuracy == 1)
  }

  @Test(
    "What 0/0 is, is for the caller to say",
    arguments: [(.zero, 0, 0.5), (.one, 1, 1), (.nan, .nan, 1), (.warn, 0, 0.5)]
      as [(ZeroDivision, Double, Double)])
  func zeroDivision(choice: ZeroDivision, precision: Double, macro: Double) throws {
    let report = try ClassificationReport(
      truth: [0, 0], predictions: [0, 0], classNames: ["No", "Yes"], zeroDivision: choice)
    let ours = report.classes[1].scores.precision
    #expect(ours == precision || (ours.isNaN && precision.isNaN))
    #expect(report.macroAverage.precision == macro)
    #expect(report.warnings.isEmpty == (choice != .warn))
  }

  @Test("Warnings name the score, the rows and the reason")
  func warnings() throws {
    let report = try ClassificationReport(
      truth: [0, 0, 1], predictions: [0, 2, 2], labels: [0, 1, 2, 7])
    #expect(
      report.warnings.map(\.description) == [
        "precision is undefined and set to 0 for 1, 7: no predicted samples",
        "recall is undefined and set to 0 for 2, 7: no true samples",
        "f1-score is undefined and set to 0 for 7: neither true nor predicted samples",
      ])
  }

  @Test("The micro average is warned of, too")
  func microWarning() throws {
    let report = try ClassificationReport(truth: [0, 1], predictions: [0, 0], labels: [1])
    #expect(report.warnings.map(\.score) == [.precision])
    #expect(report.warnings.map(\.rows) == [["1", "micro avg"]])
  }

  // scikit-learn 1.9.1: classification_report([0, 1], [1, 0])
  @Test("Where no prediction is right supports print a point, as scikit-learn's do")
  func nothingRight() throws {
    let report = try ClassificationReport(truth: [0, 1], predictions: [1, 0])
    #expect(
      report.text() == """
                      precision    recall  f1-score   support

                   0       0.00      0.00      0.00       1.0
                   1       0.00      0.00      0.00       1.0

            accuracy                           0.00       2.0
           macro avg       0.00      0.00      0.00       2.0
        weighted avg       0.00      0.00      0.00       2.0

        """)
    #expect(!report.isWeighted)
  }

  // scikit-learn 1.9.1: classification_report([0, 1, 1], [0, 1, 1], digits=20 and 0)
  @Test("Digits widen the first column, and may be none")
  func digits() throws {
    let report = try ClassificationReport(truth: [0, 1, 1], predictions: [0, 1, 1])
    let wide = report.text(digits: 20).split(separator: "\n")
    #expect(wide[0] == "                      precision    recall  f1-score   support")
    #expect(
      wide[1] == "                   0  1.00000000000000000000 1.00000000000000000000 1.00000000000000000000"
        + "         1")
    let none = report.text(digits: 0).split(separator: "\n")
    #expect(none[3] == "    accuracy                              1         3")
  }

  // scikit-learn 1.9.1: classification_report([0, 1, 1], [0, 1, 0], sample_weight=[1, 2, 3])
  @Test("Whole weights print as the floats they are")
  func wholeWeights() throws {
    let report = try ClassificationReport(truth: [0, 1, 1], predictions: [0, 1, 0], weights: [1, 2, 3])
    #expect(
      report.text().split(separator: "\n")[2] == "           1       1.00      0.40      0.57       5.0")
    #expect(report.isWeighted)
  }
}
