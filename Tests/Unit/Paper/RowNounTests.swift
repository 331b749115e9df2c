import Foundation
import TestSupport
import Testing

@testable import Paper

@Suite struct RowNounTests {
  private func experiment(_ row: String) throws -> Experiment {
    let yaml = SmallExperiment.yaml().replacing("row: [track, tracks]", with: row)
    return try Experiment(yaml: yaml, file: "x.yaml")
  }

  @Test func isWhatTheExperimentSays() throws {
    #expect(try experiment("row: [tumour, tumours]").data.row == RowNoun("tumour", "tumours"))
    #expect(
      try experiment("row: [Stück, Stücke, Stücken]").data.row
        == RowNoun("Stück", "Stücke", dative: "Stücken"))
  }

  @Test func isAnExampleWhereTheExperimentDoesNotSay() throws {
    let data = try experiment("").data
    #expect(data.row == nil)
  }

  @Test(arguments: ["row: track", "row: [track]", "row: [a, b, c, d]", "row: [track, ' ']"])
  func mustBeTwoOrThreeWords(_ row: String) throws {
    let failure = #expect(throws: Failure.self) { try experiment(row) }
    #expect(failure?.message.hasPrefix("x.yaml:8:8: data.row: expected ") == true)
  }

  @Test func runFoldersOfBeforeHaveNone() throws {
    let json = #"{"csv": null, "target": "target", "classes": ["a", "b"], "drop": []}"#
    let data = try JSONDecoder().decode(Experiment.DataSource.self, from: Data(json.utf8))
    #expect(data.row == nil)
  }

  @Test func isWrittenAsTheFileHasIt() throws {
    let settings = try experiment("row: [track, tracks]").settings()
    #expect(settings.first { $0.key == "data.row" }?.value == "[track, tracks]")
  }

  @Test func fillsMeanings() {
    #expect(RowNoun("cell", "cells").filled(into: "of all {rows}, the {row}") == "of all cells, the cell")
    #expect("größe".atBeginning == "Größe")
  }
}
