import Evaluation
import Foundation
import NeuralNetwork
import Templates
import TestSupport
import Testing

@testable import Paper

/// The report's own tables in pandas' look, against pandas 3.1.1 and tabulate 0.10.0.
@Suite struct PaperPandasTableTests {
  private static let caption = "Classification Report of the Test Data"
  private static let shortCaption = "Test Data Classification Report"

  /// As the paper's network got them right: of 252 disliked and 253 liked tracks.
  @Test(arguments: [("paper_test", 196, 155), ("collapsed", 252, 0)])
  func reportsAreThoseOfPandasToTheByte(name: String, disliked: Int, liked: Int) throws {
    let truth = [Int](repeating: 0, count: 252) + [Int](repeating: 1, count: 253)
    let predictions = truth.indices.map { $0 < disliked ? 0 : $0 < 252 ? 1 : $0 < 252 + liked ? 1 : 0 }
    let table = PandasTable(
      of: try ClassificationReport(
        truth: truth, predictions: predictions, classNames: ["Disliked", "Liked"]))
    // Nothing in them has to be escaped, so it makes no difference here.
    for escape in [false, true] {
      let latex = table.latex(
        caption: Self.caption, shortCaption: Self.shortCaption, label: Self.shortCaption, position: "H",
        escape: escape)
      try expect(latex, "\(name).tex")
    }
    try expect(table.markdown(.pipe), "\(name).pipe.md")
    try expect(table.markdown(.github()), "\(name).github.md")
    try expect(table.markdown(.github(decimals: 2)), "\(name).github2.md")
  }

  @Test func theSummaryIsThatOfPandasToTheByte() throws {
    let table = PandasTable(summaryOf: try model())
    let caption = "Summary of the Keras Model"
    try expect(
      table.latex(caption: caption, shortCaption: "Model Summary", label: "summary", position: "H"),
      "model_summary.tex")
    try expect(table.latex(label: "summary", position: "H", escape: true), "model_summary_escaped.tex")
    try expect(table.markdown(.pipe), "model_summary.pipe.md")
    try expect(table.markdown(.github()), "model_summary.github.md")
  }

  @Test func aTableIsWrittenWithTheHousesCaptionAndLabel() throws {
    func house(_ provenance: String?) -> Table {
      Table(
        caption: "50% & more", shortCaption: "50%", label: "tab:summary", columns: [.init("x")], rows: [],
        provenance: provenance)
    }
    let table = PandasTable(summaryOf: try model())
    let coats = table.coats(like: house(nil))
    #expect(coats.map(\.suffix) == [".tex", ".float.tex", ".md"])
    #expect(coats[0].text == table.latex(escape: true))
    #expect(coats[0].text.contains("Type & Shape & Param \\# \\\\\n"))
    #expect(
      coats[1].text.hasPrefix(
        "\\begin{table}[htbp]\n\\caption[50\\%]{50\\% \\& more}\n\\label{tab:summary}\n\\begin{tabular}"))
    #expect(coats[2].text == table.markdown(.pipe) + "\n")

    // What the rows are is said in every file, and changes nothing else.
    let invented = table.coats(like: house("synthetic sample"))
    #expect(invented[0].text == "% synthetic sample\n" + coats[0].text)
    #expect(invented[1].text == "% synthetic sample\n" + coats[1].text)
    #expect(invented[2].text == table.markdown(.pipe) + "\n\nsynthetic sample\n")
  }

  private func expect(_ ours: String, _ file: String) throws {
    let same = Conformance("tables", "the report's own tables", .bytes)
    let theirs = try Fixtures.bundled.bytes("tables/\(file)")
    #expect(same.agrees(file, Array(ours.utf8) == theirs), "\(ours)")
  }

  /// The paper's network.
  private func model() throws -> RunRecord.Model {
    let experiment = try Experiment(readingFrom: Checkout.root.appending(path: "experiments/paper.yaml").path)
    let summary = Sequential<Float>(try Architecture(inputs: 9, layers: experiment.model)).summary
    let layers = summary.map { row in
      RunRecord.Layer(
        name: row.name, type: row.type, activation: nil, units: row.units, parameters: row.parameters)
    }
    return RunRecord.Model(layers: layers, parameters: 1356, scaling: nil)
  }
}
