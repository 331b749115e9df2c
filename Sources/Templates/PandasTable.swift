import Foundation

/// A data frame written as pandas and tabulate write it, to the byte: the tables of the original paper.
///
/// `latex` is `DataFrame.to_latex` of pandas 3, `markdown` its `to_markdown` and tabulate 0.10's "github".
/// They are kept for comparison: pandas escapes only when asked, and never a caption; `Table` is what to use
/// for anything new.
public struct PandasTable: Sendable, Equatable {
  /// A column: all text, all floating-point numbers or all integers, as in a data frame.
  public struct Column: Sendable, Equatable {
    /// The cells of a column, from the first row on.
    public enum Cells: Sendable, Equatable {
      case text([String])
      case numbers([Double])
      case integers([Int])
    }

    /// The header.
    public var name: String
    /// What stands under it.
    public var cells: Cells

    /// A column of a name and its cells.
    public init(_ name: String, _ cells: Cells) { (self.name, self.cells) = (name, cells) }

    var isText: Bool { if case .text = cells { true } else { false } }

    var count: Int {
      switch cells {
      case .text(let values): values.count
      case .numbers(let values): values.count
      case .integers(let values): values.count
      }
    }
  }

  /// The columns; where there is an index, it is the first, and its name is empty.
  let columns: [Column]

  /// A table of columns of one length; `index` is the frame's, `nil` for `index=False`.
  public init(index: [String]?, columns: [Column]) {
    self.columns = (index.map { [Column("", .text($0))] } ?? []) + columns
    for column in columns {
      precondition(
        column.count == rowCount,
        "A column has as many cells as the first, \(rowCount), received \(column.count) in \(column.name).")
    }
  }

  var rowCount: Int { columns.first?.count ?? 0 }

  /// The `tabular`, in a `table` when there is a caption, label or position; ends in a line break.
  ///
  /// - Parameters:
  ///   - caption: Printed as it stands, escaped or not.
  ///   - escape: Whether index, headers and cells are escaped; pandas 3 does not by itself, pandas 1 did.
  ///   - decimals: Of floating-point numbers; 6 is what pandas takes.
  public func latex(
    caption: String? = nil, shortCaption: String? = nil, label: String? = nil, position: String? = nil,
    escape: Bool = false, decimals: Int = 6
  ) -> String {
    let spelt = escape ? escapedByPandas : { $0 }
    let rows = (0..<rowCount).map { row in
      columns.map { spelt(cell(row, of: $0, decimals: decimals)) }.joined(separator: " & ") + " \\\\"
    }
    var lines = ["\\begin{tabular}{\(columns.map { $0.isText ? "l" : "r" }.joined())}", "\\toprule"]
    lines.append(columns.map { spelt($0.name) }.joined(separator: " & ") + " \\\\")
    lines += ["\\midrule"] + rows + ["\\bottomrule", "\\end{tabular}"]
    if caption != nil || label != nil || position != nil {
      let short = shortCaption.map { "[\($0)]" } ?? ""
      let head =
        ["\\begin{table}" + (position.map { "[\($0)]" } ?? "")]
        + (caption.map { ["\\caption\(short){\($0)}"] } ?? []) + (label.map { ["\\label{\($0)}"] } ?? [])
      lines = head + lines + ["\\end{table}"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func cell(_ row: Int, of column: Column, decimals: Int) -> String {
    switch column.cells {
    case .text(let values): values[row]
    case .numbers(let values): values[row].isNaN ? "NaN" : String(format: "%.*f", decimals, values[row])
    case .integers(let values): String(values[row])
    }
  }
}

/// pandas' own escapes; its commands end in a blank, so a blank that follows one becomes `\space `.
private func escapedByPandas(_ text: String) -> String {
  var out = ""
  var afterCommand = false
  for scalar in text.unicodeScalars {
    switch scalar {
    case " " where afterCommand: out += "\\space "
    case "~": out += "\\textasciitilde "
    case "^": out += "\\textasciicircum "
    case "\\": out += "\\textbackslash "
    case "&", "%", "$", "#", "_", "{", "}": out += "\\" + String(scalar)
    default: out.unicodeScalars.append(scalar)
    }
    afterCommand = scalar == "~" || scalar == "^" || scalar == "\\"
  }
  return out
}
