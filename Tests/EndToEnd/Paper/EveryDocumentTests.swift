import Foundation
import Paper
import TestSupport
import TrackData
import Testing

/// The report's pieces in documents that others have written, or compile.
@Suite(.serialized) struct EveryDocumentTests {
  /// A report under the names of the paper, of few tracks and few epochs.
  private func report(
    title: String = "A small test", classes: String = "[Disliked, Liked]",
    render: [String] = ["--format", "pdf"]
  ) throws -> TemporaryFolder {
    let yaml = SmallExperiment.yaml(title: title).replacing("[Disliked, Liked]", with: classes)
      .replacing("{name: small,", with: "{name: paper,").replacing(
        "continues: small", with: "continues: paper"
      )
      .replacing("{name: longer,", with: "{name: overfitted,")
      .replacing("  epochs: 6", with: "  seeds: 0-3\n  epochs: 6")
    let folder = try SmallRun.trained(on: Sample.csv(rows: 60), yaml: yaml)
    for name in ["templates", "examples"] {
      try FileManager.default.copyItem(
        at: Checkout.root.appending(path: name), to: folder.url.appending(path: name))
    }
    let outcome = try Command.run("render", ["--quiet"] + render, in: folder.url)
    try #require(outcome.status == 0, "\(outcome)")
    return folder
  }

  /// What fills pandoc's documents from the report.
  private static let filling = [
    "--lua-filter=examples/pandoc/liner.lua", "--metadata=liner:output", "--resource-path=output",
  ]

  private func tables(of folder: TemporaryFolder) throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/output/tables").sorted()
    return files.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
  }

  @Test func allCoatsOfEveryTableOfTheReportHoldTheSameNumbers() throws {
    let folder = try report(render: ["--tables-only"])
    let names = try tables(of: folder)
    #expect(names.contains("comparison") && names.contains("seeds") && names.count > 9)
    for name in names {
      func text(_ ending: String) throws -> String {
        try Files.readText("\(folder.path)/output/tables/\(name).\(ending)")
      }
      // The whole numbers, without the column that says where they come from.
      let exact = TableText.csvRecords(try text("csv")).dropFirst().map { $0.dropLast() }
      let coats = [
        TableText.latexRows(try text("tex")), TableText.latexRows(try text("float.tex")),
        TableText.markdownRows(try text("md")), TableText.htmlRows(try text("html")),
      ]
      for (number, rows) in coats.enumerated() {
        try #require(rows.count == exact.count && !rows.isEmpty, "\(name), coat \(number)")
        for (shown, whole) in zip(rows, exact) {
          #expect(shown.count == whole.count, "\(name), coat \(number)")
          for (shown, whole) in zip(shown, whole) {
            guard let value = Double(whole) else { continue }
            let digits = shown.split(separator: ".").dropFirst().first?.count ?? 0
            #expect(shown == String(format: "%.\(digits)f", value), "\(name), coat \(number)")
          }
        }
      }
    }
  }

  @Test(
    .enabled(if: LaTeX.pdf.isInstalled && LaTeX.has("subfiles.sty"), "pdflatex or subfiles is not installed"))
  func everyTableCompilesUnderPDFLaTeX() throws { try compileEveryTable(LaTeX.pdf) }

  @Test(
    .enabled(if: LaTeX.xe.isInstalled && LaTeX.has("subfiles.sty"), "xelatex or subfiles is not installed"))
  func everyTableCompilesUnderXeLaTeX() throws { try compileEveryTable(LaTeX.xe) }

  @Test(
    .enabled(if: LaTeX.lua.isInstalled && LaTeX.has("subfiles.sty"), "lualatex or subfiles is not installed"))
  func everyTableCompilesUnderLuaLaTeX() throws { try compileEveryTable(LaTeX.lua) }

  /// One document with every table, by `\input`, by `\subfile` and as a float, beside numbers, results and
  /// discussion; the title and a class hold what LaTeX and a browser would take for commands.
  private func compileEveryTable(_ engine: LaTeX) throws {
    let folder = try report(title: Self.hostileTitle, classes: Self.hostileClasses)
    let output = folder.url.appending(path: "output")
    let tables = try tables(of: folder).map { name in
      "\\input{tables/\(name)}\n\n\\subfile{tables/\(name)}\n\n"
    }
    let document = #"""
      \documentclass{article}
      \usepackage{booktabs,graphicx,subfiles}
      \ifdefined\Umathcode\else\usepackage[T1]{fontenc}\usepackage{lmodern}\fi
      \input{numbers}
      \title{\liner{title}}
      \begin{document}
      \maketitle
      \listoftables
      \input{results}
      \input{discussion}
      \clearpage

      """#
    try Files.replace(
      output.path + "/document.tex", with: Array((document + tables.joined() + "\\end{document}\n").utf8))
    try Files.replace(output.path + "/secret.tex", with: Array("\\errmessage{read}".utf8))
    let outcome = try engine.compile("document.tex", in: output, times: 2, programs: true)
    #expect(outcome.status == 0, "\(outcome.log.suffix(2_000))")
    #expect(!outcome.log.contains("undefined references") && !outcome.log.contains("No value has the key"))
    #expect(!Files.exists(output.path + "/written"))
  }

  /// As YAML has them.
  static let hostileTitle =
    #""\\input{secret} \\write18{touch written} <script>document.title='pwned'</script> 100% & #1 ~ ^ $x_1$ 한글 😀""#
  static let hostileClasses =
    #"["<img src=x onerror=\"document.title='pwned'\">", "\\end{tabular} & | שלום"]"#

  @Test(.enabled(if: Command.path(of: "chromium") != nil, "chromium is not installed"))
  func nothingInThePageIsRunOrFetched() throws {
    let folder = try report(
      title: Self.hostileTitle, classes: Self.hostileClasses, render: ["--only", "report.html"])
    let chromium = try #require(Command.path(of: "chromium"))
    let outcome = try Command.run(
      tool: chromium,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
        "file://\(folder.path)/output/report.html",
      ], in: folder.url)
    #expect(outcome.status == 0)
    // The browser's own account of the page after running what it holds.
    let title = try #require(outcome.output.firstMatch(of: #/<title>(?<text>(?s).*?)</title>/#)).text
    #expect(title.contains("&lt;script&gt;document.title='pwned'&lt;/script&gt;"))
    #expect(!outcome.output.contains("<img") && !outcome.output.contains("\"pwned\""))
    #expect(outcome.output.contains("&lt;img src=x onerror="))
  }

  @Test(
    .enabled(if: LaTeX.pdf.isInstalled && LaTeX.has("subfiles.sty"), "pdflatex or subfiles is not installed"))
  func aDocumentThatKnowsTheNamesAloneCompiles() throws {
    let folder = try report()
    let output = folder.url.appending(path: "output")
    let main = try Files.read(folder.path + "/examples/foreign/main.tex")
    try Files.replace(output.path + "/main.tex", with: main)
    let outcome = try LaTeX.pdf.compile("main.tex", in: output, times: 2)
    #expect(outcome.status == 0, "\(outcome.log.suffix(2_000))")
    #expect(!outcome.log.contains("Overfull") && !outcome.log.contains("Warning: Label"))
  }

  @Test(
    .enabled(
      if: LaTeX.pdf.isInstalled && Command.path(of: "pandoc") != nil, "pandoc or pdflatex is not installed"))
  func pandocMakesThePaperAsPDFAndAsAPage() throws {
    let folder = try report(render: ["--format", "pdf,svg"])
    let pandoc = try #require(Command.path(of: "pandoc"))
    let arguments = ["examples/pandoc/paper.md", "--citeproc", "--number-sections"] + Self.filling
    let pdf = try Command.run(
      tool: pandoc, arguments + ["--default-image-extension=pdf", "--output=paper.pdf"], in: folder.url)
    #expect(pdf.status == 0, "\(pdf)")
    let page = try Command.run(
      tool: pandoc,
      arguments + [
        "--default-image-extension=svg", "--standalone", "--self-contained", "--mathml",
        "--output=paper.html",
      ], in: folder.url)
    #expect(page.status == 0, "\(page)")
    let html = try Files.readText(folder.path + "/paper.html")
    #expect(html.contains("id=\"tbl:summary\"") && !html.contains("{#tbl:"))
    #expect(!html.contains("class=\"liner\"") && !html.contains("class=\"include\""))

    let text = try Files.readText(folder.path + "/examples/pandoc/paper.md")
    try folder.write(
      text.replacing("[paper.test.rows]", with: "[paper.test.raws]"), to: "examples/pandoc/paper.md")
    let misspelt = try Command.run(tool: pandoc, arguments + ["--to=html"], in: folder.url)
    #expect(misspelt.status != 0)
    #expect(misspelt.errors.contains("No value has the key 'paper.test.raws' in output/numbers.tex"))
  }

  @Test(
    .enabled(
      if: LaTeX.pdf.isInstalled && Command.path(of: "pandoc") != nil && Command.path(of: "pdftoppm") != nil,
      "pandoc, pdflatex or pdftoppm is not installed"))
  func noFigureRunsOffAPageWhereverItStands() throws {
    let folder = try report()
    let pandoc = try #require(Command.path(of: "pandoc"))
    let text = try Files.readText(folder.path + "/examples/pandoc/paper.md")
    let heading = "\n# Results\n"
    try #require(text.contains(heading))
    // Half a page and more, a few lines at a time.
    for lines in stride(from: 0, through: 32, by: 4) {
      let filler = String(repeating: "\nA line.\n", count: lines)
      try folder.write(text.replacing(heading, with: filler + heading), to: "long.md")
      let name = "long-\(lines).pdf"
      let pdf = try Command.run(
        tool: pandoc,
        ["long.md", "--default-image-extension=pdf", "--output=\(name)"] + Self.filling, in: folder.url)
      #expect(pdf.status == 0, "\(pdf)")
      let pages = try PageImage.pages(of: name, in: folder.url, resolution: 36)
      #expect(!pages.isEmpty)
      for (index, page) in pages.enumerated() {
        // What runs over the margin goes on to the edge of the page, below its number.
        let isWhole = page.isBlank(below: 0.97)
        #expect(isWhole, "page \(index + 1) with \(lines) lines before")
      }
    }
  }
}
