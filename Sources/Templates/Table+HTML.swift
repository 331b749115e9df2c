extension Table {
  /// A `<table>` with caption and scoped headers, one `<tbody>` a group, notes and provenance in `<tfoot>`.
  ///
  /// The first cell of a row is its header when it is text. Ends in a line break.
  public var html: String {
    var lines = [
      "<table id=\"\(label)\">", "<caption>\(OutputFormat.html.escaped(caption))</caption>", "<thead>",
    ]
    let headers = columns.map { column in
      "<th scope=\"col\"\(style(column.alignment))>\(OutputFormat.html.escaped(column.header))</th>"
    }
    if !headersOver.isEmpty { lines.append("<tr>" + headersOver.map(over).joined() + "</tr>") }
    lines += ["<tr>" + headers.joined() + "</tr>", "</thead>"]
    for group in groups {
      lines.append("<tbody>")
      lines += group.map { row in "<tr>" + columns.indices.map { cell(row[$0], at: $0) }.joined() + "</tr>" }
      lines.append("</tbody>")
    }
    if !remarks.isEmpty {
      lines.append("<tfoot>")
      lines += remarks.map { remark in
        // In a box of its own, which a page can keep in sight while the table scrolls.
        "<tr><td colspan=\"\(columns.count)\"><div>\(OutputFormat.html.escaped(remark))</div></td></tr>"
      }
      lines.append("</tfoot>")
    }
    return lines.joined(separator: "\n") + "\n</table>\n"
  }

  /// A header over several columns, whose rule is its own border; a blank one is no header.
  private func over(_ span: Span) -> String {
    span.header.isEmpty
      ? "<td colspan=\"\(span.columns)\"></td>"
      : "<th scope=\"colgroup\" colspan=\"\(span.columns)\" style=\"text-align: center; "
        + "border-bottom: 1px solid\">\(OutputFormat.html.escaped(span.header))</th>"
  }

  private func cell(_ cell: Cell, at column: Int) -> String {
    let content = style(columns[column].alignment) + ">" + cell.text(for: .html, in: numbers)
    if column == 0, case .text = cell { return "<th scope=\"row\"\(content)</th>" }
    return "<td\(content)</td>"
  }
}

private func style(_ alignment: Table.Alignment) -> String {
  switch alignment {
  case .left: " style=\"text-align: left\""
  case .wrapped: " style=\"text-align: left; white-space: normal\""
  case .center: " style=\"text-align: center\""
  case .right: " style=\"text-align: right\""
  }
}
