import Evaluation
import Templates

/// The report's tables as pandas wrote them for the paper of 2021, by the same names as `ReportTables`.
///
/// Six decimals, supports as floating-point numbers, the accuracy in all four columns, and of the network only
/// type, shape and count of parameters.
struct PandasTables {
  let named: [(name: String, table: PandasTable)]

  init(of runs: [EvaluatedRun]) {
    let summary = runs.prefix(1).map { ("summary", PandasTable(summaryOf: $0.record.model)) }
    named =
      summary
      + runs.flatMap { run in run.splits.map { (run.stem(of: $0), PandasTable(of: $0.report)) } }
  }
}

extension PandasTable {
  /// `pandas.DataFrame(classification_report(…, output_dict=True)).transpose()`: the accuracy, one number, is
  /// spread over all columns.
  init(of report: ClassificationReport) {
    func column(_ name: String, _ score: (ClassificationReport.Row, ClassificationReport.Scores) -> Double)
      -> Column
    {
      let cells = report.rows.map { row in
        switch row.content {
        case .scores(let scores): score(row, scores)
        case .accuracy(let accuracy): accuracy
        }
      }
      return Column(name, .numbers(cells))
    }
    self.init(
      index: report.rows.map(\.name),
      columns: [
        column("precision") { $1.precision }, column("recall") { $1.recall }, column("f1-score") { $1.f1 },
        column("support") { row, _ in row.support },
      ])
  }

  /// The paper's summary of the network, without an index: `(None, 10)` is the Python tuple of a layer's shape.
  init(summaryOf model: RunRecord.Model) {
    self.init(
      index: nil,
      columns: [
        Column("Type", .text(model.layers.map(\.type))),
        Column("Shape", .text(model.layers.map { "(None, \($0.units))" })),
        Column("Param #", .integers(model.layers.map(\.parameters))),
      ])
  }

  /// The files that a table of the report has in pandas' look, by what follows its name.
  ///
  /// Headers and cells are escaped, as pandas did by default in the paper's day; caption and label, which it
  /// never escapes, are those of `house`. What is said of invented rows stands around the table, which knows no
  /// place for it.
  func coats(like house: Table) -> [(suffix: String, text: String)] {
    let comment = house.provenance.map { "% \($0)\n" } ?? ""
    let remark = house.provenance.map { "\n\n\(OutputFormat.markdown.escaped($0))" } ?? ""
    let float = latex(
      caption: OutputFormat.latex.escaped(house.caption),
      shortCaption: house.shortCaption.map { OutputFormat.latex.escaped($0) }, label: house.label,
      position: "htbp", escape: true)
    return [
      (".tex", comment + latex(escape: true)),
      (".float.tex", comment + OutputFormat.latex.definitions(for: float) + float),
      (".md", markdown(.pipe) + remark + "\n"),
    ]
  }
}
