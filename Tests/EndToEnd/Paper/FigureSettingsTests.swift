import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// `figures` in the experiment, which spares the options of `render`.
@Suite struct FigureSettingsTests {
  private static func yaml(_ figures: String) -> String { SmallExperiment.yaml() + "\nfigures: \(figures)\n" }

  @Test func widthAndFormatsOfTheExperimentAreThoseOfEveryReport() throws {
    let folder = try SmallRun.trained(
      on: Sample.csv(rows: 60), yaml: Self.yaml("{width: column, formats: [svg, csv]}"))
    try folder.write("{{#runs}}{{figure}}{{/runs}}\n", to: "templates/short.md")
    func render(_ arguments: String...) throws -> String {
      let outcome = try Command.run("render", arguments, in: folder.url)
      #expect(outcome.status == 0, "\(outcome)")
      return outcome.errors
    }
    _ = try render()
    let names = try Files.names(in: folder.path + "/output/figures")
    #expect(names.contains("loss.svg") && names.contains("loss.csv"))
    #expect(names.allSatisfy { $0.hasSuffix(".svg") || $0.hasSuffix(".csv") })
    // 84 mm in the points of SVG.
    let svg = try Files.readText(folder.path + "/output/figures/loss.svg")
    #expect(svg.contains("width=\"238.1"), "\(svg.prefix(300))")
    #expect(try Files.readText(folder.path + "/output/short.md").contains("](figures/loss.svg)"))
    #expect(try render().contains("products are up to date"))

    // An option is for one time only; formats of one's own leave the others.
    _ = try render("--width", "text", "--only", "loss")
    #expect(try Files.readText(folder.path + "/output/figures/loss.svg") != svg)
    _ = try render("--format", "pdf")
    #expect(Files.exists(folder.path + "/output/figures/loss.pdf"))
    _ = try render()
    #expect(try Files.readText(folder.path + "/output/figures/loss.svg") == svg)
    #expect(!Files.exists(folder.path + "/output/figures/loss.pdf"))
  }

  @Test(arguments: [
    ("{width: wide}", "23:18: figures.width: expected column, text, or a length from 2 to 40 inches"),
    (
      "{formats: [jpg]}", "23:21: figures.formats[0]: expected one of pdf, png, svg, pgf, csv, received 'jpg'"
    ),
    ("{formats: []}", "23:20: figures.formats: expected at least one format, such as [pdf, png]"),
    ("{widht: text}", "23:11: figures: unknown key 'widht'; did you mean 'width'?"),
  ])
  func whatCannotBeIsRefusedWithItsPlace(_ figures: String, _ message: String) throws {
    let failure = #expect(throws: Paper.Failure.self) {
      try Experiment(yaml: Self.yaml(figures), file: "small.yaml")
    }
    #expect(failure?.message.hasPrefix("small.yaml:\(message)") == true, "\(String(describing: failure))")
  }
}
