import Figures
import Foundation
import Testing

@testable import CairoBackend

@Suite struct CairoBackendFaultTests {
  private func curve(_ title: String, look: Look = .original) throws -> LearningCurve {
    var labels = LearningCurve.Labels()
    labels.title = title
    labels.values = title
    return try LearningCurve(look: look, trainingLoss: [1, 2, 3], labels: labels)
  }

  private var eastAsianFontIsInstalled: Bool {
    guard let typeface = Typeface.fallbacks(for: "한", in: .sans).first else { return false }
    return (try? FontFile(typeface, weight: .regular)) != nil
  }

  @Test(arguments: [
    "<b>&\"%$_{}#~^\\", "Αγαπημένα και μη", "Нравится", "\u{FB01} — “quoted” …", "a\nb\tc\u{0}d\u{1B}[1m",
    "", " ", "e\u{301} \u{200B}\u{200E}", "%s %n %@",
  ])
  func hostileLabelsAreDrawnInEveryFormat(_ title: String) throws {
    let renderer = CairoRenderer()
    let heatmap = try ConfusionHeatmap(
      look: .original, counts: [[1, 2], [3, 4]], classNames: [title, "plain"])
    for format in ImageFormat.allCases {
      #expect(try !renderer.render(curve(title), as: format).isEmpty)
      #expect(try !renderer.render(heatmap, as: format).isEmpty)
    }
  }

  @Test(arguments: Look.allCases)
  func eastAsianTextIsDrawnOrItsFontIsAskedFor(_ look: Look) throws {
    let renderer = CairoRenderer()
    let family = look == .original ? "Noto Sans CJK JP" : "Noto Serif CJK JP"
    for title in ["좋아요", "日本", "ひらがな and latin", "カタカナ", "Нравится 좋아요"] {
      if eastAsianFontIsInstalled {
        #expect(try !renderer.render(curve(title, look: look), as: .pdf).isEmpty)
      } else {
        #expect(throws: CairoError.fontMissing(family: family, package: "fonts-noto-cjk")) {
          try renderer.render(curve(title, look: look), as: .pdf)
        }
      }
    }
  }

  /// Greek and Cyrillic come from the roman of the same design; what that lacks from one that has most.
  @Test(arguments: [
    ("Αγαπημένα και μη", "CMUSerif"), ("Не нравится", "CMUSerif"), ("a → b ✓", "DejaVuSans"),
  ])
  func scriptsThatLatinModernLacksAreSetInAnother(_ title: String, _ font: String) throws {
    let bytes = try CairoRenderer().render(curve(title, look: .journal), as: .pdf)
    #expect(Data(bytes).range(of: Data(("+" + font).utf8)) != nil)
    let plain = try CairoRenderer().render(curve("Loss", look: .journal), as: .pdf)
    #expect(Data(plain).range(of: Data(("+" + font).utf8)) == nil)
  }

  @Test func charactersThatNoFontHasAreNamed() throws {
    let renderer = CairoRenderer()
    let error = CairoError.glyphsMissing(
      text: "ok \u{10FFFD}\u{E000}", characters: ["\u{E000}", "\u{10FFFD}"])
    for format in ImageFormat.allCases {
      #expect(throws: error) { try renderer.render(curve("ok \u{10FFFD}\u{E000}"), as: format) }
    }
    // The failure leaves nothing behind.
    #expect(try !renderer.render(curve("ok"), as: .svg).isEmpty)
  }

  @Test func aFontThatIsNotInstalledIsAskedForByItsPackage() {
    let typeface = Typeface(family: "No Such Family", package: "fonts-none", ascent: 0.8, descent: 0.2)
    #expect(throws: CairoError.fontMissing(family: "No Such Family", package: "fonts-none")) {
      try FontFile(typeface, weight: .regular)
    }
  }

  @Test func anImageTooLargeForCairoIsRefused() throws {
    let renderer = CairoRenderer()
    #expect {
      try renderer.render(curve("large"), as: .png, dpi: 20_000)
    } throws: { error in
      if case .cairo(let doing, _)? = error as? CairoError {
        doing.contains("128000 by 96000")
      } else {
        false
      }
    }
  }

  @Test func errorsSayWhatToDo() {
    let table: [(CairoError, String)] = [
      (
        .fontMissing(family: "DejaVu Sans", package: "fonts-dejavu-core"),
        "the font \"DejaVu Sans\" is not installed: install the package fonts-dejavu-core"
      ),
      (
        .fontUnusable(family: "DejaVu Sans", file: "a.ttf"),
        "expected the font \"DejaVu Sans\" in a.ttf, but it can't be loaded: install it again"
      ),
      (
        .glyphsMissing(text: "a👍", characters: ["👍", "\u{7F}"]),
        "no font has U+1F44D, U+007F of the text \"a👍\": write the text in other characters"
      ),
      (.cairo(doing: "writing a PNG", reason: "out of memory"), "writing a PNG: out of memory"),
    ]
    for (error, sentence) in table { #expect(error.description == sentence) }
  }
}
