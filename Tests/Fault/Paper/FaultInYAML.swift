@testable import Paper
import Testing

/// What is wrong in an experiment file, and the complaint: where, what was expected and what came.
struct FaultInYAML: Sendable, CustomTestStringConvertible {
  /// What of a good file is replaced by what.
  let old: String
  let new: String
  /// After the file's name: the line and the rest.
  let message: String
  var testDescription: String { new }

  /// Reads the good file with the fault in it.
  func expect(in yaml: String) throws {
    try #require(yaml.contains(old))
    let failure = #expect(throws: Failure.self) {
      try Experiment(yaml: yaml.replacing(old, with: new, maxReplacements: 1), file: "x.yaml")
    }
    #expect(failure?.status == .badData)
    #expect(failure?.message == "x.yaml:" + message)
  }
}
