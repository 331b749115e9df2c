import Evaluation
import TestSupport
import Testing

@Suite("The classification report is scikit-learn's")
struct EvaluationReportReferenceTests {
  struct Case: Decodable {
    struct Arguments: Decodable {
      let targetNames: [String]?
      let labels: EvaluationLabels?
      let sampleWeight: [Double]?
      let zeroDivision: Double?
      let digits: Int?

      /// The fixtures leave the argument out for "warn".
      var undefined: ZeroDivision {
        switch zeroDivision {
        case .none: .warn
        case .some(0): .zero
        case .some(1): .one
        case .some: .nan
        }
      }
    }

    enum Entry: Decodable {
      case scores([String: Double])
      case accuracy(Double)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let accuracy = try? container.decode(Double.self) {
          self = .accuracy(accuracy)
        } else {
          self = .scores(try container.decode([String: Double].self))
        }
      }
    }

    let yTrue: EvaluationLabels
    let yPred: EvaluationLabels
    let kwargs: Arguments
    let outputDict: [String: Entry]

    func report() throws -> ClassificationReport {
      try ClassificationReport(
        truth: yTrue.labels, predictions: yPred.labels, labels: kwargs.labels?.labels,
        classNames: kwargs.targetNames, weights: kwargs.sampleWeight, zeroDivision: kwargs.undefined)
    }
  }

  static func names() throws -> [String] {
    try ScikitLearn.fixtures.names(in: "classification_report", ending: ".json").map {
      String($0.dropLast(5))
    }
  }

  static func read(_ name: String) throws -> Case {
    try decodeFromScikitLearn(Case.self, from: "classification_report/\(name).json")
  }

  @Test("All 21 cases are there", .enabled(if: ScikitLearn.isBundled))
  func allCasesAreThere() throws {
    #expect(try Self.names().count == 21)
  }

  @Test("The printed report is the same to the byte", arguments: try names())
  func textIsTheSameToTheByte(name: String) throws {
    let fixture = try Self.read(name)
    let ours = try fixture.report().text(digits: fixture.kwargs.digits ?? 2)
    let theirs = try ScikitLearn.fixtures.bytes("classification_report/\(name).txt")
    let same = Conformance("classification_report", "the printed report", .bytes)
    #expect(same.agrees(name, Array(ours.utf8) == theirs), "\(ours)")
  }

  @Test("Each number is the same to 1e-12, scores of at most 1 in double precision", arguments: try names())
  func numbersAreTheSame(name: String) throws {
    let fixture = try Self.read(name)
    let rows = try fixture.report().rows
    let near = Conformance("classification_report", "every number", .absolute(1e-12))
    #expect(near.agrees(name, Set(rows.map(\.name)) == Set(fixture.outputDict.keys)))
    for row in rows {
      switch (row.content, try #require(fixture.outputDict[row.name])) {
      case (.accuracy(let ours), .accuracy(let theirs)):
        #expect(near.agrees(name, ours, theirs), "accuracy: \(ours), not \(theirs)")
      case (.scores(let ours), .scores(let theirs)):
        for (key, number) in [
          ("precision", ours.precision), ("recall", ours.recall), ("f1-score", ours.f1),
          ("support", row.support),
        ] {
          let expected = try #require(theirs[key])
          #expect(near.agrees(name, number, expected), "\(row.name), \(key): \(number), not \(expected)")
        }
      default: Issue.record("\(row.name) has \(row.content) here")
      }
    }
  }

  @Test("Predictions in floats do not rename integer truth", .enabled(if: ScikitLearn.isBundled))
  func floatPredictionsDoNotRenameIntegerTruth() throws {
    let report = try Self.read("float_column_no_names").report()
    #expect(report.classes.map(\.name) == ["0", "1"])
  }
}
