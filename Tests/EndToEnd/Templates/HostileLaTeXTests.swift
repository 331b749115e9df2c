import Foundation
import Templates
import TestSupport
import Testing

/// Whether the page shows hostile text as it is: pixel by pixel beside a page on which every character was typed
/// by its number, letter by letter in the order of the eye.
@Suite(.serialized) struct HostileLaTeXTests {
  static let canLook = Command.path(of: "pdftoppm") != nil
  static let dejaVu = font("DejaVu Sans:style=Book")
  static let hangul = font("NanumGothic:style=Regular")

  static let punctuation = (0x21...0x7E).compactMap(Unicode.Scalar.init).filter {
    !$0.properties.isAlphabetic && !("0"..."9").contains($0)
  }
  /// Each mark alone, where `\\` looks for `[` and `*`, and twice inside a word, where it might become another.
  static let marks = punctuation.map { ["\($0)", "x\($0)\($0)x"] }
  static let commands = [
    [#"\input{secret}"#, #"\write18{touch written}"#], ["^^5cinput{secret}", #"\end{document}"#],
    ["a\u{7}b\u{202E}c", "Ã©â€™"],
  ]

  /// The texts beside the letters as the eye meets them from the left.
  static let scripts: [(text: String, letters: [UInt32])] = [
    ("é–Ā", [0xE9, 0x2013, 0x100]), ("שלום 24", [0x32, 0x34, 0x20, 0x5DD, 0x5D5, 0x5DC, 0x5E9]),
    // Joined, an alef and a beh have forms of their own, which Unicode also has numbers for.
    ("با", [0xFE8E, 0xFE91]), ("😀", [0x1F600]),
  ]

  private static let preamble = #"""
    \documentclass{article}
    \usepackage{booktabs}
    \ifdefined\Umathcode
    \usepackage{fontspec}
    \setmainfont{DejaVuSans.ttf}[Path=./]
    \newfontfamily\bare{DejaVuSans.ttf}[Path=./]
    \newfontfamily\joined{DejaVuSans.ttf}[Path=./,Script=Arabic]
    \IfFileExists{Hangul.ttf}{\newfontfamily\hangul{Hangul.ttf}[Path=./]}{}
    \else
    \usepackage[T1]{fontenc}
    \usepackage{lmodern}
    \let\bare\relax \let\joined\relax \let\hangul\relax
    \fi
    \pagestyle{empty}
    \setlength\parindent{0pt}
    \begin{document}

    """#

  /// A table of texts beside what is typed for them.
  private struct Sample {
    var rows: [[String]]
    /// The font that the table is set in, and the one that is typed in.
    var fonts = ("\\relax", "\\bare")
    var typed: (String) -> String
  }

  @Test(.enabled(if: LaTeX.pdf.isInstalled && canLook, "pdflatex or pdftoppm is not installed"))
  func pdfLaTeXShowsHostileTextAndTheCodesOfLettersThatItLacks() throws {
    let marks = Sample(rows: Self.marks + Self.commands) { Self.typed($0, forPDF: true) }
    let scripts = Sample(rows: Self.scripts.map { [$0.text] } + [["한글"]]) { text in
      text.unicodeScalars.map { scalar in
        let isKnown = scalar.value < 0x250 || scalar.value == 0x2013
        return isKnown ? "\(scalar)" : "U+" + String(scalar.value, radix: 16, uppercase: true).padded
      }.joined()
    }
    let log = try look(LaTeX.pdf, [marks, scripts])
    for code in ["05E9", "0628", "1F600", "D55C", "AE00"] {
      #expect(log.contains("Package liner Warning: The fonts have no U+\(code) on input line"))
    }
    for known in ["2013", "0100", "20AC", "2122"] { #expect(!log.contains("The fonts have no U+\(known)")) }
  }

  @Test(
    .enabled(
      if: LaTeX.xe.isInstalled && canLook && dejaVu != nil, "xelatex, pdftoppm or DejaVu is not installed"))
  func xeLaTeXShowsHostileTextAndEveryScriptOfItsFonts() throws { try everyScript(LaTeX.xe) }

  @Test(
    .enabled(
      if: LaTeX.lua.isInstalled && canLook && dejaVu != nil, "lualatex, pdftoppm or DejaVu is not installed"))
  func luaLaTeXShowsHostileTextAndEveryScriptOfItsFonts() throws { try everyScript(LaTeX.lua) }

  private func everyScript(_ engine: LaTeX) throws {
    let letters = Dictionary(uniqueKeysWithValues: Self.scripts)
    var samples = [
      Sample(rows: Self.marks + Self.commands) { Self.typed($0, forPDF: false) },
      Sample(rows: Self.scripts.map { [$0.text] }, fonts: ("\\joined", "\\bare")) { text in
        (letters[text] ?? []).map { "\\hbox{\\char\($0)}" }.joined()
      },
    ]
    if Self.hangul != nil {
      samples.append(
        Sample(rows: [["한글"]], fonts: ("\\hangul", "\\hangul")) { text in
          text.unicodeScalars.map { "\\char\($0.value){}" }.joined()
        })
    }
    try look(engine, samples)
  }

  /// Compares each table's page with that of the same table typed by hand, in one document.
  @discardableResult
  private func look(_ engine: LaTeX, _ samples: [Sample]) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("LEAKED", to: "secret.tex")
    for (path, name) in [(Self.dejaVu, "DejaVuSans.ttf"), (Self.hangul, "Hangul.ttf")] {
      guard let path else { continue }
      try FileManager.default.copyItem(atPath: path, toPath: folder.path + "/" + name)
    }
    var document = Self.preamble
    for (number, sample) in samples.enumerated() {
      let columns = sample.rows[0].map { _ in Table.Column("h") }
      let table = Table(
        caption: "c", label: "t", columns: columns, rows: sample.rows.map { $0.map { .text($0) } })
      try folder.write(table.latex, to: "product\(number).tex")
      let lines = sample.rows.map { $0.map(sample.typed).joined(separator: " & ") + " \\\\" }
      document += """
        {\(sample.fonts.0)\\input{product\(number)}}
        \\newpage
        {\(sample.fonts.1)
        \\begin{tabular}{\(columns.map { _ in "l" }.joined())}
        \\toprule
        \(columns.map { _ in "h" }.joined(separator: " & ")) \\\\
        \\midrule
        \(lines.joined(separator: "\n"))
        \\bottomrule
        \\end{tabular}}
        \\newpage

        """
    }
    try folder.write(document + "\\end{document}\n", to: "document.tex")
    let outcome = try engine.compile("document.tex", in: folder.url, programs: true)
    #expect(outcome.status == 0, "\(outcome.log.suffix(2_000))")
    #expect(!outcome.log.contains("Missing character"), "\(outcome.log)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/written"))
    if let keep = ProcessInfo.processInfo.environment["GALLERY"] {
      let copy = "\(keep)/hostile-\(engine.name).pdf"
      try? FileManager.default.removeItem(atPath: copy)
      try FileManager.default.copyItem(atPath: folder.path + "/document.pdf", toPath: copy)
    }
    let pages = try PageImage.pages(of: "document.pdf", in: folder.url)
    try #require(pages.count == 2 * samples.count)
    for number in samples.indices {
      let (product, typed) = (pages[2 * number], pages[2 * number + 1])
      #expect(product.ink > 100)
      // A letter more or less would be 20 pixels; what is left are fractions of a pixel in the PDF's places.
      #expect(product.difference(to: typed) < 10, "\(engine.name), table \(number)")
    }
    return outcome.log
  }

  /// Each character by its number, so that nothing but the font decides what is printed.
  private static func typed(_ text: String, forPDF: Bool) -> String {
    var previous: Unicode.Scalar?
    return text.unicodeScalars.map { scalar in
      defer { previous = scalar }
      // A kern of no width keeps two numbers from becoming one character.
      let part = scalar == previous ? "\\kern0pt" : ""
      switch scalar {
      case "\u{7}", "\u{202E}": return "U+" + String(scalar.value, radix: 16, uppercase: true).padded
      case "'" where !forPDF: return part + "\\char\"2019{}"
      case "`" where forPDF: return part + "{\\fontencoding{TS1}\\selectfont\\char96}"
      case "€" where forPDF: return "\\texteuro{}"
      case "™" where forPDF: return "\\texttrademark{}"
      // T1 has these elsewhere than Unicode.
      case "’" where forPDF: return "\\char39{}"
      case "©" where forPDF: return "\\textcopyright{}"
      // The letters of a word are set closer than letters alone.
      case " ", "0"..."9", "a"..."z": return "\(scalar)"
      default: return part + "\\char\(scalar.value){}"
      }
    }.joined()
  }

  /// The file of a font, as fontconfig finds it; `nil` where it is not installed.
  private static func font(_ pattern: String) -> String? {
    guard let list = Command.path(of: "fc-list"),
      let found = try? Command.run(
        tool: list, [pattern, "file"], in: FileManager.default.temporaryDirectory),
      let line = found.output.split(separator: "\n").sorted().first
    else { return nil }
    return String(line.prefix { $0 != ":" })
  }
}

extension String {
  fileprivate var padded: String { String(repeating: "0", count: Swift.max(0, 4 - count)) + self }
}
