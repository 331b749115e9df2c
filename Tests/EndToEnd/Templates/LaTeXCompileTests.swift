import Foundation
import Templates
import TestSupport
import Testing

/// Whether LaTeX takes what the LaTeX coats write: the one reader whose opinion counts.
struct LaTeXCompileTests {
  static let pdflatex = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":")
    .map { "\($0)/pdflatex" }.first(where: FileManager.default.isExecutableFile)

  /// Every printable ASCII character, as the first cell of a row, where `\\` looks for `[` and `*`, and
  /// again inside a word, twice, where runs become ligatures.
  static let everyCharacter = Table(
    caption: characters.joined(), shortCaption: "Short ]\(characters.joined())", label: "tab:every_character",
    columns: [.init("Char & #"), .init("in a w{}rd"), .init("code_^", .right)],
    groups: stride(from: 0, to: characters.count, by: 24).map { start in
      characters[start..<min(start + 24, characters.count)].map { character in
        [
          .text(character), .text("a\(character)\(character)b"),
          .integer(-Int(character.unicodeScalars.first?.value ?? 0)),
        ]
      }
    },
    notes: ["A note with every character, \(characters.joined()), which is longer than the table is wide."],
    provenance: "synthetic sample, 100% invented")

  static let characters = (0x20...0x7E).compactMap(Unicode.Scalar.init).map { String(Character($0)) }

  static let values: Values = [
    "paper.test.accuracy": .number(0.69504, digits: 3), "paper.change": .number(-0.1234, digits: 2),
    "every_one": .text(characters.joined()),
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
    \section{Heading \liner{paper.test.accuracy} \liner{every_one} \liner{no.such_key}}
    Text \liner{paper.test.accuracy}, \liner{paper.change}, mathematics \(x = \liner{paper.change}\),
    \MakeUppercase{capitals \liner{paper.test.accuracy}}, \liner{paper.metric}, \linerprovenance.
    \input{float}
    \begin{table}[p]
    \caption[Short \liner{paper.change}]{Caption \liner{paper.test.accuracy} \liner{another}}
    \centering\small\input{table}
    \end{table}
    Table~\ref{tab:every_character}; \newpage
    \input{filled}
    \end{document}
    """#

  @Test(
    .enabled(if: pdflatex != nil, "pdflatex is not on the PATH"), arguments: ["T1", "OT1"])
  func latexTakesEveryCharacterAndEveryUseOfAValue(_ encoding: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.document.replacing("ENCODING", with: encoding), to: "document.tex")
    try folder.write(Self.everyCharacter.latex, to: "table.tex")
    try folder.write(Self.everyCharacter.latexFloat(placement: "p"), to: "float.tex")
    try folder.write(
      LaTeXNumbers.file(for: Self.values, provenance: Self.everyCharacter.provenance), to: "numbers.tex")
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
      #expect(!output.log.contains("Missing character"))
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
