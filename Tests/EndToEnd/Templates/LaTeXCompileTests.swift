import Foundation
import Templates
import TestSupport
import Testing

/// Whether LaTeX takes what the LaTeX coats write: the one reader whose opinion counts.
struct LaTeXCompileTests {
  static let pdflatex = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":")
    .map { "\($0)/pdflatex" }.first(where: FileManager.default.isExecutableFile)

  /// Every printable ASCII character, as the first cell of a row, where `\\` looks for `[` and `*`, and
  /// again inside a word, twice, where runs become ligatures; in three tables, to fit on pages.
  static let tables = (0..<3).map { number in
    Table(
      caption: "Long: \(allCharacters)", shortCaption: "Short ]: \(allCharacters)",
      label: "tab:characters_\(number)",
      columns: [.init("Char & #"), .init("in a w{}rd"), .init("code_^", .right)],
      groups: [characters[(number * 32)..<min(number * 32 + 32, characters.count)]].map { group in
        group.map { character in
          [
            .text(character), .text("a\(character)\(character)b"),
            .integer(-Int(character.unicodeScalars.first?.value ?? 0)),
          ]
        }
      },
      notes: ["A note with every character: \(allCharacters), which is longer than the table is wide."],
      provenance: provenance)
  }

  static let provenance = "synthetic sample, 100% invented"
  static let characters = (0x20...0x7E).compactMap(Unicode.Scalar.init).map { String(Character($0)) }
  static let allCharacters = characters.joined(separator: " ")

  static let values: Values = [
    "paper.test.accuracy": .number(0.69504, digits: 3), "paper.change": .number(-0.1234, digits: 2),
    "every_one": .text(allCharacters),
    "paper.metric": .markup(Markup(plain: "F_1", latex: "\\(F_1\\)")),
  ]

  static let document = #"""
    \documentclass{article}
    \usepackage[ENCODING]{fontenc}
    \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
    \usepackage{booktabs}
    \pagestyle{headings}
    \input{numbers}
    \input{numbers}
    \begin{document}
    \listoftables
    \section[Short \liner{paper.test.accuracy}]{Heading \liner{no.such_key} \liner{every_one}}
    Text \liner{paper.test.accuracy}, \liner{paper.change}, mathematics \(x = \liner{paper.change}\),
    \MakeUppercase{capitals \liner{paper.test.accuracy}}, \liner{paper.metric}, \linerprovenance.
    Tables \ref{tab:characters_0} and \ref{tab:characters_1}. \input{filled}
    \input{float0}
    \input{float1}
    \begin{table}[p]
    \centering
    \caption[Short \liner{paper.change}]{Caption \liner{paper.test.accuracy} \liner{another}}
    \input{table2}
    \end{table}
    \end{document}
    """#

  @Test(
    .enabled(if: pdflatex != nil, "pdflatex is not on the PATH"), arguments: ["T1", "OT1"])
  func latexTakesEveryCharacterAndEveryUseOfAValue(_ encoding: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.document.replacing("ENCODING", with: encoding), to: "document.tex")
    for (number, table) in Self.tables.enumerated() {
      try folder.write(table.latex, to: "table\(number).tex")
      try folder.write(table.latexFloat(placement: "p"), to: "float\(number).tex")
    }
    try folder.write(LaTeXNumbers.file(for: Self.values, provenance: Self.provenance), to: "numbers.tex")
    let library = try TemplateLibrary(files: [
      "filled.tex": "\\textbf{Filled:} <<every_one>>, <<paper.metric>>.\n"
    ])
    try folder.write(library.filled("filled.tex", with: Self.values).text, to: "filled.tex")
    // The second run reads the headings and captions that the first wrote out.
    for _ in 1...2 {
      let output = try Self.compile(in: folder)
      #expect(output.status == 0, "\(output.log)")
      #expect(output.log.contains("Output written on document.pdf"))
      for key in ["no.such_key", "another"] {
        #expect(output.log.contains("Package liner Warning: No value has the key `\(key)' on input line"))
      }
      // A character without a glyph, and a note or number that reaches over the margin.
      #expect(!output.log.contains("Missing character") && !output.log.contains("Overfull"))
    }
    let toc = try String(contentsOf: folder.url.appending(path: "document.lot"), encoding: .utf8)
    #expect(toc.contains("Short \\ensuremath {-}0.12"))
  }

  private static func compile(in folder: TemporaryFolder) throws -> (status: Int32, log: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(pdflatex))
    process.arguments = ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "document.tex"]
    process.currentDirectoryURL = folder.url
    // Lines of the log are not to be broken where a test looks for words.
    process.environment = ProcessInfo.processInfo.environment.merging([
      "openin_any": "p", "openout_any": "p", "max_print_line": "10000",
    ]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let log = try Data(contentsOf: folder.url.appending(path: "document.log"))
    return (process.terminationStatus, String(decoding: log, as: UTF8.self))
  }
}
