import TestSupport
import Testing
import TrackData

@testable import Paper
@testable import Phrases

/// What the audit says in English, said by a report.
@Suite struct WordsOfTheAuditTests {
  private let english: Words
  private let german: Words

  init() throws {
    let templates = Checkout.root.appending(path: "templates").path
    english = Words(try WordCatalogue(.english, standard: templates), row: nil)
    german = Words(try WordCatalogue(.german, standard: templates), row: nil)
  }

  private static let findings: [AuditFinding] = [
    .labelGivenAway(column: "id", auc: 0.977, sign: .rowNumber),
    .labelGivenAway(column: "id", auc: 0, sign: .afterLabel), .strongColumn(column: "size", auc: 0.962),
    .classWithoutRows(name: "Liked"), .rareClass(name: "Liked", rows: [4]),
    .rareClass(name: "Liked", rows: [4, 7]), .songsWithBothLabels(groups: [[1, 2]]),
    .songsWithBothLabels(groups: [[1, 2], [3, 4]]), .featuresWithBothLabels(groups: [[1, 2]]),
    .featuresWithBothLabels(groups: [[1, 2], [3, 4]]), .emptyCells(column: "tempo", rows: [1]),
    .emptyCells(column: "tempo", rows: [1, 2]), .strayCells(column: "tempo", rows: [1], received: "x"),
    .strayCells(column: "tempo", rows: [1, 2], received: "x, y"), .repeatedSongs(rows: [1]),
    .repeatedSongs(rows: [1, 2]), .repeatedFeatures(rows: [1], withLabel: 0, features: 9),
    .repeatedFeatures(rows: [1, 2], withLabel: 1, features: 9), .sortedByTarget(column: "target"),
    .constantColumn(column: "key"), .encodingDamage(column: "title", rows: [1], received: "Ã©"),
    .outOfRange(column: "tempo", rows: [1, 2], range: 0...0.5, received: 1.5),
  ]

  @Test(arguments: findings) func everySentenceHasAnother(_ finding: AuditFinding) {
    for text in [finding.message, finding.label, finding.advice] {
      #expect(english.audit(text) == text)
      #expect(german.audit(text) != text, "\(text)")
    }
  }

  @Test func numbersAndNamesAreTakenOver() {
    let finding = AuditFinding.outOfRange(column: "tempo", rows: [1, 2], range: 0...0.5, received: 1.5)
    #expect(
      german.printed(finding.message)
        == "Die Spalte ‚tempo‘ hat 2 Werte außerhalb von 0 bis 0,5, etwa 1,5")
    #expect(english.printed("the rows are sorted by 'target'") == "The rows are sorted by ‘target’")
    let leak = AuditFinding.labelGivenAway(column: "id", auc: 0.977, sign: .rowNumber)
    #expect(
      german.printed(leak.message)
        == "Die Spalte ‚id‘ verrät möglicherweise die Klasse: Allein trennt sie die Klassen (ROC-AUC 0,977; "
        + "0 und 1 sind beide vollkommen), und sie nummeriert die Zeilen")
    let one = AuditFinding.emptyCells(column: "a", rows: [1]).message
    #expect(german.audit(one) == "Die Spalte 'a' hat 1 fehlende Zelle")
  }

  @Test func othersSentencesStayWhatTheyAre() {
    #expect(german.audit("nobody of ours says this") == "nobody of ours says this")
    #expect(german.audit("") == "")
  }

  @Test func aPhraseFindsWhatWasPutIn() {
    let phrase = Phrase(one: "{count} cell in {column}", other: "{count} cells in {column}")
    #expect(phrase.values(in: "3 cells in a in b") == ["count": "3", "column": "a in b"])
    #expect(phrase.values(in: "1 cell in a") == ["count": "1", "column": "a"])
    #expect(phrase.values(in: " cells in a") == nil && phrase.values(in: "3 cells in ") == nil)
    #expect(Phrase("same").values(in: "same") == [:] && Phrase("same").values(in: "same.") == nil)
  }
}
