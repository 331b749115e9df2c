extension Table {
  /// How a Markdown table carries its caption, for which the language has no common form.
  public enum MarkdownCaption: Sendable {
    /// pandoc's own, below the table, with a reference for pandoc-crossref: `: Caption {#tbl:id}`.
    case pandoc
    /// A bold paragraph above the table, for readers such as GitHub.
    case paragraph
    case none
  }

  /// A pipe table, its columns padded to stand under each other in an editor too.
  ///
  /// Pipe tables have no rules between rows, so groups just follow each other, and no cell over several
  /// columns, so each header says what it stands under. The notes and the
  /// provenance are paragraphs below. Ends in a line break.
  public func markdown(caption style: MarkdownCaption = .pandoc) -> String {
    let cells =
      [fullHeaders.map(OutputFormat.markdown.escaped)]
      + groups.joined().map { row in row.map { $0.text(for: .markdown, in: numbers) } }
    // Three dashes are the least that every reader takes for a rule.
    let widths = columns.indices.map { column in max(3, cells.map { $0[column].count }.max() ?? 0) }
    let lines = cells.map { row in
      "| "
        + columns.indices.map { padded(row[$0], to: widths[$0], columns[$0].alignment) }.joined(
          separator: " | ")
        + " |"
    }
    let rule =
      "|" + columns.indices.map { dashes(widths[$0], columns[$0].alignment) }.joined(separator: "|") + "|"
    let table = ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
    let words = OutputFormat.markdown.escaped(caption)
    let paragraphs: [String] =
      switch style {
      case .pandoc: [table, ": \(words) {#tbl:\(name)}"]
      case .paragraph: ["**\(words)**", table]
      case .none: [table]
      }
    return (paragraphs + remarks.map(OutputFormat.markdown.escaped)).joined(separator: "\n\n") + "\n"
  }

  /// The label without its kind: `test-data` of `tab:test-data`.
  private var name: Substring {
    label.firstIndex(of: ":").map { label[label.index(after: $0)...] } ?? label[...]
  }
}

private func padded(_ text: String, to width: Int, _ alignment: Table.Alignment) -> String {
  let blanks = width - text.count
  let before =
    switch alignment {
    case .left, .wrapped: 0
    case .center: blanks / 2
    case .right: blanks
    }
  return String(repeating: " ", count: before) + text + String(repeating: " ", count: blanks - before)
}

/// The rule under one header: as wide as the column with its two blanks, colons on the aligned side.
private func dashes(_ width: Int, _ alignment: Table.Alignment) -> String {
  switch alignment {
  case .left, .wrapped: ":" + String(repeating: "-", count: width + 1)
  case .center: ":" + String(repeating: "-", count: width) + ":"
  case .right: String(repeating: "-", count: width + 1) + ":"
  }
}
