import CairoBackend
import Figures
import Foundation
import TestSupport
import Testing

/// Whether LaTeX takes the pictures that are written for it, and sets them as large as they say.
@Suite struct PGFCompileTests {
  static let pdflatex = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":")
    .map { "\($0)/pdflatex" }.first(where: FileManager.default.isExecutableFile)

  static let document = #"""
    \documentclass{article}
    \usepackage[ENCODING]{fontenc}
    \usepackage[utf8]{inputenc}
    \usepackage{lmodern,pgf}
    \newsavebox\measured
    \newcommand\linerpicture[1]{\par\noindent\sbox\measured{\input{#1}}%
      \typeout{SIZE #1 \the\wd\measured\space\the\ht\measured}\usebox\measured}
    \begin{document}
    \linerpicture{curve.pgf}
    \linerpicture{matrix.pgf}
    \linerpicture{original.pgf}
    \end{document}
    """#

  @Test(.enabled(if: pdflatex != nil, "pdflatex is not on the PATH"), arguments: ["T1", "OT1"])
  func latexSetsEveryPictureAsLargeAsItIs(_ encoding: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.document.replacing("ENCODING", with: encoding), to: "document.tex")
    let loss = (1...300).map { 0.6 + 0.1 / Double($0) }
    let band = Band(low: loss.map { $0 - 0.01 }, high: loss.map { $0 + 0.01 })
    let curve = try LearningCurve(
      width: .column, trainingLoss: loss, validationLoss: loss.reversed(), trainingAccuracy: loss,
      validationAccuracy: loss, ending: .init(bestEpoch: 250, stoppedEarly: true),
      bands: .init(label: "5–95 % of 100 seeds", trainingLoss: band), note: "synthetic sample")
    let hostile = (0x20...0x7E).compactMap(Unicode.Scalar.init).map { String(Character($0)) }
    let matrix = try ConfusionHeatmap(
      width: .column, counts: [[196, 56], [98, 155]], normalizedOver: .all,
      classNames: [hostile.prefix(33).joined(), "éĀЖ \\end{document}"], note: hostile.suffix(62).joined())
    let original = try LearningCurve(
      look: .original, width: .column, trainingLoss: [-3e-9, 2e-9], validationLoss: loss.prefix(2).map { -$0 }
    )
    let renderer = CairoRenderer()
    for (name, figure) in [("curve", curve), ("matrix", matrix), ("original", original)]
      as [(String, any Figure)]
    {
      try folder.write(
        String(decoding: renderer.render(figure, as: .pgf), as: UTF8.self), to: "\(name).pgf")
    }
    let log = try compile(in: folder)
    #expect(log.contains("Output written on document.pdf"), "\(log)")
    #expect(!log.contains("Missing character") && !log.contains("Overfull") && !log.contains("Font Warning"))
    for (name, figure) in [("curve", curve), ("matrix", matrix), ("original", original)]
      as [(String, any Figure)]
    {
      // 72.27 of TeX's points are 72 of ours.
      let size = try #require(log.firstMatch(of: try Regex("SIZE \(name).pgf ([0-9.]+)pt ([0-9.]+)pt")))
      let width = try #require(size.output[1].substring.flatMap { Double($0) })
      let height = try #require(size.output[2].substring.flatMap { Double($0) })
      #expect(abs(width - figure.size.width * 72.27 / 72) < 0.02)
      #expect(abs(height - figure.size.height * 72.27 / 72) < 0.02)
    }
  }

  private func compile(in folder: TemporaryFolder) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.pdflatex))
    process.arguments = ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "document.tex"]
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.merging([
      "openin_any": "p", "openout_any": "p", "max_print_line": "10000",
    ]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if let keep = ProcessInfo.processInfo.environment["GALLERY"] {
      let copy = URL(fileURLWithPath: keep).appending(path: "pgf.pdf")
      try? FileManager.default.removeItem(at: copy)
      try FileManager.default.copyItem(at: folder.url.appending(path: "document.pdf"), to: copy)
    }
    return String(decoding: try Data(contentsOf: folder.url.appending(path: "document.log")), as: UTF8.self)
  }
}
