import Foundation
import Paper
import TestSupport
import TrackData
import Testing

/// `evaluate` on files written from scikit-learn's fixtures.
@Suite struct EvaluateCommandTests {
  /// A column of classes as JSON holds it, and as a CSV file writes it.
  struct Column: Decodable {
    let cells: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let texts = try? container.decode([String].self) {
        cells = texts
      } else if let integers = try? container.decode([Int].self) {
        cells = integers.map(String.init)
      } else {
        // A column `(n, 1)` of floats, as `numpy.round(model.predict(X))` gives.
        cells = try container.decode([[Double]].self).flatMap { $0 }.map(\.description)
      }
    }
  }

  struct Case: Decodable {
    struct Arguments: Decodable {
      let targetNames: [String]?
      let labels: Column?
      let sampleWeight: [Double]?
      let zeroDivision: Double?
      let digits: Int?

      enum CodingKeys: String, CodingKey {
        case labels, digits
        case targetNames = "target_names"
        case sampleWeight = "sample_weight"
        case zeroDivision = "zero_division"
      }

      var options: [String] {
        var options: [String] = []
        if let targetNames { options += ["--names", targetNames.joined(separator: ",")] }
        if let labels { options += ["--labels", labels.cells.joined(separator: ",")] }
        if let digits { options += ["--digits", "\(digits)"] }
        if let zeroDivision {
          options += ["--zero-division", zeroDivision.isNaN ? "nan" : "\(Int(zeroDivision))"]
        }
        return options
      }
    }

    let truth: Column
    let predictions: Column
    let arguments: Arguments

    enum CodingKeys: String, CodingKey {
      case truth = "y_true"
      case predictions = "y_pred"
      case arguments = "kwargs"
    }
  }

  /// The cases but the one with weights, for which the command has no column.
  static func names() throws -> [String] {
    try Fixtures.bundled.names(in: "classification_report", ending: ".json").map { String($0.dropLast(5)) }
      .filter { $0 != "weighted_support" }
  }

  private static func csv(_ header: String, _ columns: [String]...) -> String {
    let rows = columns[0].indices.map { row in columns.map { $0[row] }.joined(separator: ",") + "\n" }
    return header + "\n" + rows.joined()
  }

  @Test(arguments: try names()) func theReportIsScikitLearnsToTheByte(name: String) throws {
    let one = try Fixtures.bundled.decode(Case.self, from: "classification_report/\(name).json")
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Self.csv("target,prediction", one.truth.cells, one.predictions.cells), to: "p.csv")
    let outcome = try Command.run("evaluate", [file] + one.arguments.options)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try Fixtures.bundled.text("classification_report/\(name).txt")
    let matrix = outcome.output.utf8.dropLast(report.utf8.count)
    #expect(outcome.output.utf8.dropFirst(matrix.count).elementsEqual(report.utf8), "\(outcome)")
    #expect(String(decoding: matrix, as: UTF8.self).wholeMatch(of: #/\[\[[ \d\]\[\n]+\]\]\n/#) != nil)
    let warns = name == "never_predicted_warn" || name == "labels_absent" || name == "collapsed"
    #expect(outcome.errors.isEmpty != warns, "\(outcome)")
  }

  @Test(arguments: try names()) func theNumbersAreThoseOfOutputDict(name: String) throws {
    let one = try Fixtures.bundled.decode(Case.self, from: "classification_report/\(name).json")
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Self.csv("target,prediction", one.truth.cells, one.predictions.cells), to: "p.csv")
    let outcome = try Command.run("evaluate", [file, "--json"] + one.arguments.options)
    let ours = try object(Array(outcome.output.utf8))["classification_report"]
    let theirs = try object(try Fixtures.bundled.bytes("classification_report/\(name).json"))["output_dict"]
    // Scores of at most 1 in double precision; scikit-learn's own README asks for no more.
    #expect(isSame(try #require(ours), try #require(theirs), within: 1e-12), "\(outcome)")
  }

  @Test func thePapersMatrixIsPrintedAsNumPyDoes() throws {
    let one = try Fixtures.bundled.decode(Case.self, from: "classification_report/paper_test.json")
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Self.csv("target,prediction", one.truth.cells, one.predictions.cells), to: "p.csv")
    let outcome = try Command.run("evaluate", [file, "--names", "Disliked,Liked"])
    let report = try Fixtures.bundled.text("classification_report/paper_test.txt")
    #expect(outcome.output == "[[196  56]\n [ 98 155]]\n" + report)
    #expect(outcome.errors == "")
  }

  @Test func theMetricsOfPredictionsAreScikitLearns() throws {
    let cases = try object(try Fixtures.bundled.bytes("metrics/labels.json"))
    #expect(cases.count == 8)
    for (name, one) in cases {
      let one = try #require(one as? [String: Any])
      let folder = try TemporaryFolder()
      let file = try folder.write(
        Self.csv("target,prediction", cells(one["y_true"]), cells(one["y_pred"])), to: "p.csv")
      let ours = try object(Array(Command.run("evaluate", [file, "--json"]).output.utf8))
      for key in ["accuracy", "balanced_accuracy", "matthews_corrcoef"] {
        #expect(isSame(ours[key] ?? "none", one[key] ?? "no", within: 1e-12), "\(name): \(key)")
      }
      let kappa = try #require(one["cohen_kappa"] as? [String: Any])
      #expect(isSame(ours["cohen_kappa"] ?? "none", kappa["none"] ?? "no", within: 1e-12), "\(name)")
    }
  }

  @Test func theMetricsOfProbabilitiesAreScikitLearns() throws {
    let cases = try object(try Fixtures.bundled.bytes("metrics/scores.json"))
    #expect(cases.count == 10)
    for (name, one) in cases {
      let one = try #require(one as? [String: Any])
      let folder = try TemporaryFolder()
      let file = try folder.write(
        Self.csv("target,probability", cells(one["y_true"]), cells(one["y_score"])), to: "p.csv")
      let ours = try object(Array(Command.run("evaluate", [file, "--json"]).output.utf8))
      for key in ["roc_auc", "average_precision", "brier", "log_loss"] {
        #expect(isSame(ours[key] ?? "none", one[key] ?? "no", within: 1e-12), "\(name): \(key)")
      }
    }
  }

  @Test func aRunsPredictionsAreReportedOnTestTrainingAndAllRows() throws {
    let folder = try TemporaryFolder()
    let parts = ["test", "train", "validation", "test", "train", "test"]
    let truth = ["0", "1", "0", "1", "1", "0"]
    // 0.5 is class 0, as numpy.round gives.
    let probabilities = ["0.5", "0.75", "0.25", "0.50000006", "0.125", "1.0"]
    let rows = parts.indices.map(String.init)
    try folder.write(
      Self.csv("row,split,target,probability", rows, parts, truth, probabilities), to: "predictions.csv")
    let outcome = try Command.run("evaluate", ["predictions.csv", "--digits", "3"], in: folder.url)
    #expect(
      outcome.output == """
        Test data, 3 rows
        [[1 1]
         [0 1]]
                      precision    recall  f1-score   support

                   0      1.000     0.500     0.667         2
                   1      0.500     1.000     0.667         1

            accuracy                          0.667         3
           macro avg      0.750     0.750     0.667         3
        weighted avg      0.833     0.667     0.667         3

        Training data, 3 rows
        [[1 0]
         [1 1]]
                      precision    recall  f1-score   support

                   0      0.500     1.000     0.667         1
                   1      1.000     0.500     0.667         2

            accuracy                          0.667         3
           macro avg      0.750     0.750     0.667         3
        weighted avg      0.833     0.667     0.667         3

        All data, 6 rows
        [[2 1]
         [1 2]]
                      precision    recall  f1-score   support

                   0      0.667     0.667     0.667         3
                   1      0.667     0.667     0.667         3

            accuracy                          0.667         6
           macro avg      0.667     0.667     0.667         6
        weighted avg      0.667     0.667     0.667         6

        """)
    let json = try object(
      Array(try Command.run("evaluate", ["predictions.csv", "--json"], in: folder.url).output.utf8))
    #expect(json.keys.sorted() == ["overall", "test", "train"])
    #expect((json["test"] as? [String: Any])?.keys.contains("roc_auc") == true)
  }

  @Test func intervalsStandBelowTheReportAndInTheJSON() throws {
    let one = try Fixtures.bundled.decode(Case.self, from: "classification_report/paper_test.json")
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Self.csv("target,prediction", one.truth.cells, one.predictions.cells), to: "p.csv")
    let plain = try Command.run("evaluate", [file, "--names", "Disliked,Liked"]).output
    let outcome = try Command.run("evaluate", [file, "--names", "Disliked,Liked", "--intervals"])
    #expect(
      outcome.output == plain + """

        95 % intervals     of            number    low   high    n
        precision          Disliked       0.667  0.611  0.718  294
        recall             Disliked       0.778  0.722  0.825  252
        f1-score           Disliked       0.718  0.682  0.753  505
        precision          Liked          0.735  0.671  0.790  211
        recall             Liked          0.613  0.551  0.671  253
        f1-score           Liked          0.668  0.622  0.714  505
        precision          macro avg      0.701  0.662  0.740  505
        recall             macro avg      0.695  0.658  0.733  505
        f1-score           macro avg      0.693  0.654  0.732  505
        precision          weighted avg   0.701  0.662  0.740  505
        recall             weighted avg   0.695  0.657  0.733  505
        f1-score           weighted avg   0.693  0.654  0.732  505
        accuracy                          0.695  0.654  0.734  505
        balanced_accuracy                 0.695  0.658  0.733  505
        matthews_corrcoef                 0.396  0.321  0.473  505
        cohen_kappa                       0.390  0.315  0.466  505

        """)
    let json = try object(
      Array(try Command.run("evaluate", [file, "--names", "Disliked,Liked", "--json"]).output.utf8))
    let intervals = try #require(json["intervals"] as? [String: Any])
    let accuracy = try #require(intervals["accuracy"] as? [String: Double])
    // Wilson's interval of 351 of 505 by statsmodels.
    #expect(abs((accuracy["low"] ?? 0) - 0.6535481142863457) < 1e-15)
    let report = try #require(intervals["classification_report"] as? [String: [String: [String: Double]]])
    #expect(report.keys.sorted() == ["Disliked", "Liked", "macro avg", "weighted avg"])
    #expect(report["Liked"]?["f1-score"]?["low"].map { ($0 * 1000).rounded() } == 622)
    let few = try Command.run("evaluate", [file, "--intervals", "--resamples", "99"])
    #expect(few.status == 64 && few.errors.contains("--resamples: expected a number from 100 to 1000000"))
  }

  @Test func intervalsOfProbabilitiesAreThereWhereTheNumbersAre() throws {
    let folder = try TemporaryFolder()
    let csv = "target,probability\n0,0.25\n1,0.5\n0,0.75\n1,0.875\n1,0.625\n0,0.125\n"
    let file = try folder.write(csv, to: "p.csv")
    let json = try object(Array(try Command.run("evaluate", [file, "--json"]).output.utf8))
    let intervals = try #require(json["intervals"] as? [String: Any])
    for score in ["roc_auc", "average_precision", "brier", "log_loss"] {
      let ends = try #require(intervals[score] as? [String: Double], "\(score)")
      let value = try #require(json[score] as? Double)
      #expect((ends["low"] ?? 1) < value && value < (ends["high"] ?? 0), "\(score)")
    }
    let one = try folder.write("target,probability\n0,0.25\n0,0.125\n", to: "one.csv")
    let undefined = try object(Array(try Command.run("evaluate", [one, "--json"]).output.utf8))
    #expect((undefined["intervals"] as? [String: Any])?["roc_auc"] is NSNull)
  }

  @Test func whatATrainedRunWroteIsEvaluatedAsItIs() throws {
    let folder = try SmallRun.trained(on: Sample.csv(rows: 60))
    let path = "output/runs/small/predictions.csv"
    let outcome = try Command.run("evaluate", [path, "--names", "Disliked,Liked"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.hasPrefix("Test data, 15 rows\n[["))
    #expect(outcome.output.contains("\nAll data, 60 rows\n[["))
  }

  @Test func namesOfClassesGoWithProbabilities() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("target,probability\nno,0.25\nyes,0.75\nyes,0.5\n", to: "p.csv")
    #expect(try Command.run("evaluate", [file]).output.hasPrefix("[[1 0]\n [1 1]]\n"))
  }

  @Test func whatIsNoNumberIsTextInJSONAndAWarning() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("target,probability\n0,0.25\n0,0.125\n", to: "p.csv")
    let outcome = try Command.run("evaluate", [file, "--json"])
    #expect(outcome.output.contains(#""roc_auc" : "nan""#))
    #expect(outcome.output.contains(#""cohen_kappa" : "nan""#))
    #expect(outcome.errors.contains("warning: \(file): roc_auc is undefined: only one class occurs\n"))
  }

  @Test(arguments: [
    ("target,prediction\n0,1\n0,0.7\n", [], 65, "p.csv:3:3: expected a class, a whole number or a name"),
    ("target,prediction\n0,1\n,1\n", [], 65, "p.csv:3:1: expected a class in column 'target', received an"),
    ("target,prediction\n0,1\n1,yes\n", [], 65, "p.csv:3:3: expected a number in column 'prediction', as in"),
    ("target,probability\n0,1.5\n", [], 65, "p.csv:2:3: expected a probability from 0 to 1"),
    ("target,probability\n0,high\n", [], 65, "p.csv:2:3: expected a number in column 'probability'"),
    ("target,prediction,split\n0,1,tset\n", [], 65, "p.csv:2:5: expected one of train, validation, test"),
    ("targt,prediction\n0,1\n", [], 65, "p.csv: expected a column 'target', received none of that name; did"),
    ("target,predictoin\n0,1\n", [], 65, "'prediction' or 'probability', received neither; did you mean 'pr"),
    ("target,probability\nx,0.5\ny,0.5\nz,0.5\n", [], 65, "p.csv: expected two classes in column 'target'"),
    ("target,prediction\n0,1,2\n", [], 65, "p.csv:2:5: expected 2 fields as in the header, received 3"),
    ("target,prediction\n0,1\n", ["--labels", "7"], 65, "labels: expected at least one that occurs"),
    ("target,prediction\n0,1\n", ["--labels", "x"], 64, "--labels: expected whole numbers"),
    ("target,prediction\n0,1\n", ["--labels", "1,0,1"], 64, "--labels: expected each once"),
    (
      "target,prediction\n0,1\n", ["--positive", "2"], 64,
      "--positive: expected one of two classes, received '2'"
    ),
    (
      "target,probability\nlike,0.5\nskip,0.5\n", ["--positive", "lik"], 64,
      "received 'lik' with the classes like, skip; did you mean 'like'?"
    ),
    (
      "target,prediction\na,b\nc,c\n", ["--positive", "a"], 64,
      "--positive: expected one of two classes, received 'a' with the classes a, b, c"
    ),
    (
      "target,prediction\n0,1\n", ["--prediction", "predicton"], 65,
      "received none of that name; did you mean 'prediction'? (named by --prediction)"
    ),
    (
      "target,prediction\n0,1\n", ["--names", "A"], 64, "--names: expected 2, for the classes 0, 1, received"
    ),
    ("target,prediction\n0,1\n", ["--names", "A,A"], 64, "--names: expected each once"),
    ("target,prediction\n0,1\n", ["--digits", "-1"], 64, "--digits"),
    ("target,prediction\n0,1\n", ["--zero-division", "2"], 64, "zero-division"),
  ]) func badInput(csv: String, arguments: [String], status: Int32, message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(csv, to: "p.csv")
    let outcome = try Command.run("evaluate", ["p.csv"] + arguments, in: folder.url)
    #expect(outcome.status == status, "\(outcome)")
    #expect(outcome.errors.contains(message), "\(outcome)")
    #expect(outcome.output == "")
  }

  @Test func aFileThatIsNotThere() throws {
    let outcome = try Command.run("evaluate", ["nowhere.csv"])
    #expect(outcome.status == 66)
    #expect(outcome.errors.hasPrefix("error: nowhere.csv: expected a CSV file"), "\(outcome)")
  }

  private func object(_ json: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
  }

  private func cells(_ column: Any?) -> [String] { (column as? [Any] ?? []).map { "\($0)" } }

  /// Whether two JSON values are the same, numbers within a distance.
  private func isSame(_ ours: Any, _ theirs: Any, within tolerance: Double) -> Bool {
    switch (ours, theirs) {
    case (let a as [String: Any], let b as [String: Any]):
      a.keys.sorted() == b.keys.sorted()
        && a.allSatisfy { key, value in b[key].map { isSame(value, $0, within: tolerance) } ?? false }
    case (let a as String, let b as String): a == b
    case (let a as NSNumber, let b as NSNumber): abs(a.doubleValue - b.doubleValue) <= tolerance
    default: false
    }
  }
}
