import Figures
import Foundation
import Phrases
import TestSupport
import Testing

@testable import Paper

@Suite struct WordsTests {
  private static let templates = Checkout.root.appending(path: "templates").path

  private func catalogue(_ language: Language) throws -> WordCatalogue {
    try WordCatalogue(language, standard: Self.templates)
  }

  @Test(arguments: Language.allCases) func everyLanguageHasEveryWord(_ language: Language) throws {
    let catalogue = try catalogue(language)
    #expect(catalogue.words.count == Word.allCases.count)
    #expect(catalogue.figures.count == FigureWord.allCases.count)
    #expect(Words(catalogue, row: nil)(.languageTag) == language.rawValue)
  }

  /// The figures' own English is the catalogue's.
  @Test func figuresSpeakTheCataloguesEnglish() throws {
    let figures = try catalogue(.english).figures
    for word in FigureWord.allCases { #expect(figures[word] == word.english, "\(word.rawValue)") }
  }

  @Test func everyWordIsUsed() throws {
    let folder = Checkout.root.appending(path: "Sources").path
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("/Word.swift") && !$0.hasSuffix("/FigureWord.swift") }
    let text = try files.map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }.joined()
    let names = Set(text.matches(of: #/\.([a-z]\w+)/#).map { String($0.1) })
    // Those of the audit are found by their English; see `WordsOfTheAuditTests`.
    for word in Word.allCases where !word.key.hasPrefix("audit.") {
      #expect(names.contains("\(word)"), "\(word.key) is never said")
    }
    for word in FigureWord.allCases { #expect(names.contains("\(word)"), "\(word.rawValue) is never said") }
  }

  @Test func knowsWhatRowsAreCalled() throws {
    let words = Words(try catalogue(.english), row: RowNoun("cell", "cells"))
    #expect(words(.splitsHeldOut) == "cells held out")
    #expect(words.figures[.confusionOfAll].filled() == "% of all cells")
    #expect(Words(try catalogue(.english), row: nil)(.splitsHeldOut) == "examples held out")
  }

  @Test func germanPluralsHaveADative() {
    #expect(RowNoun("Stück", "Stücke").inLanguage("de").dative == "Stücken")
    #expect(RowNoun("Messung", "Messungen").inLanguage("de").dative == "Messungen")
    #expect(RowNoun("Song", "Songs").inLanguage("de").dative == "Songs")
    #expect(RowNoun("Atlas", "Atlanten", dative: "x").inLanguage("de").dative == "x")
    #expect(RowNoun("track", "tracks").inLanguage("en").dative == nil)
  }

  @Test func listsAndNumbersAreTheLanguages() throws {
    let english = Words(try catalogue(.english), row: nil)
    let german = Words(try catalogue(.german), row: nil)
    #expect(english.list(["a", "b", "c"]) == "a, b and c" && german.list(["a", "b", "c"]) == "a, b und c")
    #expect(english.list([]) == "" && english.list(["a"]) == "a")
    #expect(english.pValue(0.0123) == "p = 0.012" && german.pValue(0.0123) == "p\u{A0}=\u{A0}0,012")
    #expect(english.pValue(0.0002) == "p < 0.001" && german.pValue(0.0002) == "p\u{A0}<\u{A0}0,001")
  }

  @Test func aFolderOfOnesOwnHasOtherWords() throws {
    let own = try TemporaryFolder()
    _ = try own.write("columns: {low: lower}\nfigures: {roc: {chance: \"Guessing\"}}\n", to: "words/en.yaml")
    let words = Words(
      try WordCatalogue(.english, standard: Self.templates, folders: [own.path]), row: nil)
    #expect(words(.columnLow) == "lower" && words(.columnHigh) == "high")
    #expect(words.figures[.rocChance].filled() == "Guessing")
  }

  @Test func placeholdersAreAmongThoseOfTheProgram() {
    for word in Word.allCases {
      #expect(Set(word.placeholders).isDisjoint(with: RowNoun.placeholders), "\(word.key)")
    }
    #expect(Set(WordCatalogue.keys).count == WordCatalogue.keys.count)
  }
}
