import TestSupport
import Testing

@testable import Paper

/// Catalogues of words in which something is wrong.
@Suite struct WordsFaultTests {
  private func failure(_ own: String) throws -> Failure? {
    let folder = try TemporaryFolder()
    let templates = Checkout.root.appending(path: "templates").path
    var catalogue = try WordCatalogue(.english, standard: templates, folders: [folder.path])
    do throws(Failure) {
      try catalogue.add(yaml: own, file: "words/en.yaml", isWhole: false)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    (
      "columns:\n  loww: x",
      "words/en.yaml:2:9: columns.loww: no word has this key; did you mean 'columns.low'?"
    ),
    ("sample: [a]", "words/en.yaml:1:9: sample: expected words"),
    ("sample:", "words/en.yaml:1:8: sample: expected words"),
    (
      "split: {by_group: \"{gruop}\"}",
      "words/en.yaml:1:19: split.by_group: expected nothing in braces but {group}, received {gruop}"
    ),
    (
      "sample: \"of {run}\"",
      "words/en.yaml:1:9: sample: expected nothing in braces but what rows are called ({row}, {rows}), received {run}"
    ),
    (
      "figures: {roc: {chance: \"{x}\"}}",
      "words/en.yaml:1:25: figures.roc.chance: expected nothing in braces but what rows are called ({row}, {rows}), received {x}"
    ),
    (
      "bands: {one: a, othr: b}",
      "words/en.yaml:1:14: bands.one: no word has this key"
    ),
  ]) func namesThePlace(_ yaml: String, _ message: String) throws {
    let failure = try failure(yaml)
    #expect(failure?.message == message)
    #expect(failure?.status == .badData)
  }

  @Test func aWholeCatalogueHasEveryWord() {
    let failure = #expect(throws: Failure.self) {
      try WordCatalogue(yaml: "sample: invented", file: "words/xx.yaml")
    }
    #expect(
      failure?.message.hasPrefix("words/xx.yaml:1:1: expected every word, found none for language.tag, ")
        == true)
  }

  @Test func anUnknownLanguageIsRefused() {
    let failure = #expect(throws: Failure.self) {
      try Experiment(
        yaml: SmallExperiment.yaml().replacing("title: A small", with: "language: dee\ntitle: A small"),
        file: "x.yaml")
    }
    #expect(
      failure?.message == "x.yaml:2:11: language: expected one of en, de, received 'dee'; did you mean 'de'?")
  }
}
