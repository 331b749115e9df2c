import Phrases
import Testing

@testable import Figures

@Suite struct PhraseTests {
  @Test func putsValuesInPlaceOfNames() {
    let phrase: Phrase = "Best epoch ({epoch}) of {run}"
    #expect(phrase.filled(["epoch": "27", "run": "{epoch}"]) == "Best epoch (27) of {epoch}")
    #expect(phrase.placeholders == ["epoch", "run"])
    #expect(phrase.with(["run": "Short"]).filled(["epoch": "3"]) == "Best epoch (3) of Short")
  }

  @Test func hasAFormForOne() {
    let phrase = Phrase(one: "{count} epoch", other: "{count} epochs")
    #expect(phrase.filled(count: 1) == "1 epoch" && phrase.filled(count: 0) == "0 epochs")
  }

  @Test func leavesStrayBracesAlone() {
    #expect(Phrase("a { b").filled(["b": "c"]) == "a { b")
    #expect(Phrase("a } b {c").filled() == "a } b {c")
  }

  @Test(arguments: [
    ("0.5", "0,5"), ("-12345.678", "-12 345,678"), ("1234", "1234"), ("1000000", "1 000 000"),
    ("nan", "nan"), ("1e-05", "1e-05"), ("≥0.1 %", "≥0,1 %"), ("3.", "3."),
  ])
  func writesNumbersAsALanguageDoes(_ number: String, _ expected: String) {
    #expect(NumberStyle(decimalMark: ",", groupMark: " ").written(number) == expected)
    #expect(NumberStyle.point.written(number) == number)
  }

  @Test func figuresSpeakOtherLanguages() throws {
    let words = FigureWords([.rocChance: "Zufall"], numbers: NumberStyle(decimalMark: ","))
    let curve = try ScoreCurve(label: "Test", x: [0, 1], y: [0, 1], area: 0.5)
    let figure = try ROCPlot(curves: [curve], words: words)
    var canvas = RecordingCanvas(size: figure.size)
    figure.draw(on: &canvas)
    let text = canvas.commands.joined(separator: "\n")
    #expect(text.contains(": Zufall") && text.contains("AUC 0,500") && text.contains(": 0,2"))
    #expect(!text.contains(": 0.2") && !text.contains(": Chance"))
    #expect(figure.data.csv.contains("0.0"))
  }
}
