import Figures

/// The figures of a report's first run at three widths, to see at a glance how they come out: one of each kind,
/// of the confusion matrices that of the test data.
public struct Gallery {
  /// One column, the journal look's own width, and both columns.
  public static let widths: [FigureWidth] = [.column, .millimetres(120), .text]

  private let run: EvaluatedRun

  /// - Throws: as `RunFolder.readAll(in:)`.
  public init(readingFrom paths: Paths) throws(Failure) {
    guard let first = try RunFolder.readAll(in: paths).first else {
      preconditionFailure("a report has a run at least")
    }
    run = try EvaluatedRun(first, words: try Words(of: first.record.experiment, in: []))
  }

  /// The sheet of a look.
  public func sheet(_ style: Experiment.Style) throws(Failure) -> ContactSheet {
    var columns: [[ReportFigures.Named]] = []
    for width in Self.widths {
      columns.append(
        try ReportFigures(
          of: [run], published: PublishedScore.all(of: [run]), style: style, width: width
        ).named)
    }
    let kinds = columns[0].map { ObjectIdentifier(type(of: $0.figure)) }
    let shown = kinds.indices.filter { kinds.lastIndex(of: kinds[$0]) == $0 }
    let rows = shown.map { place in
      ContactSheet.Row(name: columns[0][place].name, figures: columns.map { $0[place].figure })
    }
    return ContactSheet(look: style.look, columns: Self.widths.map(\.words), rows: rows)
  }
}

extension FigureWidth {
  /// The width in whole millimetres.
  fileprivate var words: String { "\(Int((points / 72 * 25.4).rounded())) mm" }
}
