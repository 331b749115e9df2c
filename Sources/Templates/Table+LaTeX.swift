extension Table {
  /// A whole `tabular` with booktabs' rules, to be pulled into any document with `\input`.
  ///
  /// Whole, because `\input` of bare rows before `\bottomrule` fails. The first lines are comments: that
  /// it is generated and what it needs. Notes and provenance are small rows below the last rule, broken
  /// where the table is about full. Ends in a line break.
  public var latex: String {
    let tabular = tabular
    return head(packages: "booktabs") + OutputFormat.latex.definitions(for: tabular) + tabular
  }

  /// The `tabular` in a `table` float, with caption and, after it, label.
  ///
  /// `placement` is LaTeX's, of the letters `htbp` and `!`; `H` needs the float package, and the head
  /// comment then says so.
  public func latexFloat(placement: String = "htbp") -> String {
    precondition(
      !placement.isEmpty && placement.utf8.allSatisfy("htbpH!".utf8.contains),
      "A placement is made of the letters htbpH and !, received \(placement).")
    let short = shortCaption.map { "[\(OutputFormat.latex.escaped($0))]" } ?? ""
    let packages = placement.utf8.contains(UInt8(ascii: "H")) ? "booktabs, float" : "booktabs"
    let float = """
      \\begin{table}[\(placement)]
      \\centering
      \\caption\(short){\(OutputFormat.latex.escaped(caption))}
      \\label{\(label)}
      \(tabular)\\end{table}

      """
    return head(packages: packages) + OutputFormat.latex.definitions(for: float) + float
  }

  private func head(packages: String) -> String {
    let comments =
      ["Generated: the next run overwrites it.", "Needs \\usepackage{\(packages)}."]
      + (provenance.map { [$0] } ?? [])
    return comments.map { comment in
      "% " + String(String.UnicodeScalarView(onOneLine(comment))) + "\n"
    }.joined()
  }

  private var tabular: String {
    let letters = columns.map { column in
      switch column.alignment {
      case .left: "l"
      case .center: "c"
      case .right: "r"
      case .wrapped(let share): "p{\(share)\\linewidth}"
      }
    }
    var lines = ["\\begin{tabular}{\(letters.joined())}", "\\toprule"]
    if !headersOver.isEmpty { lines += spanningLines }
    lines.append(row(columns.map { OutputFormat.latex.escaped($0.header) }))
    for group in groups where !group.isEmpty {
      lines.append("\\midrule")
      lines += group.map { cells in
        row(zip(cells, columns).map { Self.ragged($1.alignment) + $0.text(for: .latex, in: numbers) })
      }
    }
    lines.append("\\bottomrule")
    for line in remarks.flatMap({ broken($0, at: charactersAcross) }) {
      lines.append(
        "\\multicolumn{\(columns.count)}{l}{\\footnotesize \(OutputFormat.latex.escaped(line))} \\\\")
    }
    return lines.joined(separator: "\n") + "\n\\end{tabular}\n"
  }

  /// Lines of a narrow column are not to be stretched to its width.
  private static func ragged(_ alignment: Alignment) -> String {
    if case .wrapped = alignment { "\\raggedright " } else { "" }
  }

  /// The headers over several columns, and a rule under each.
  private var spanningLines: [String] {
    var (cells, rules): ([String], [String]) = ([], [])
    var column = 1
    for span in spans {
      let title = OutputFormat.latex.escaped(span.header)
      cells.append(span.columns == 1 && title.isEmpty ? "" : "\\multicolumn{\(span.columns)}{c}{\(title)}")
      if !title.isEmpty { rules.append("\\cmidrule(lr){\(column)-\(column + span.columns - 1)}") }
      column += span.columns
    }
    return [row(cells), rules.joined(separator: " ")]
  }

  private func row(_ cells: [String]) -> String { cells.joined(separator: " & ") + " \\\\" }

  /// About how many small letters fit below the table, so that a note does not widen it.
  private var charactersAcross: Int {
    let widths = columns.indices.map { index in
      // A line of text has about a hundred.
      if case .wrapped(let share) = columns[index].alignment { return 2 + Int(100 * share) }
      let cells = groups.joined().map { $0[index].text(for: .plain).count }
      return 2 + max(columns[index].header.count, cells.max() ?? 0)
    }
    return max(40, widths.reduce(0, +))
  }
}

/// The text in lines of at most so many characters, broken at blanks; a longer word has its own line.
private func broken(_ text: String, at width: Int) -> [String] {
  var lines: [String] = []
  for word in text.split(whereSeparator: \.isWhitespace) {
    if let last = lines.last, last.count + 1 + word.count <= width {
      lines[lines.count - 1] = last + " " + word
    } else {
      lines.append(String(word))
    }
  }
  return lines
}
