/// Cells of one column that cannot be what the column needs, all of one kind.
public struct BadCells: Equatable, Sendable {
  public enum Kind: CaseIterable, Sendable {
    /// The whole column is text.
    case text
    case missing
    /// What no number is written like, among numbers.
    case notANumber
    case notFinite
  }

  public var kind: Kind
  public var column: String
  public var count: Int
  /// The place of the first, and what it says.
  public var line: Int
  public var place: Int
  public var received: String
}

extension DataTable {
  /// - Parameters:
  ///   - target: a column of classes, of which only missing cells count; `nil` for none.
  ///   - dropped: the columns that are left out already; `nil` where none can be.
  /// - Throws: where there are bad cells, what is wrong with all of them together.
  func checkCells(
    of columns: [Int], rows: Range<Int>? = nil, target: (column: Int, classes: [String])? = nil,
    dropping dropped: [String]?
  ) throws(DataError) {
    var bad: [BadCells] = []
    let rows = rows ?? 0..<rowCount
    for column in columns { bad += badCells(of: column, rows: rows, classes: nil) }
    if let target { bad += badCells(of: target.column, rows: rows, classes: target.classes) }
    let sorted = BadCells.Kind.allCases.flatMap { kind in bad.filter { $0.kind == kind } }
    guard let first = sorted.first else { return }
    let hasAdvice = first.kind == .text || first.kind == .missing && dropped != nil
    guard sorted.count > 1 || first.count > 1 || hasAdvice else {
      throw DataError(file: file, line: first.line, column: first.place, problem: first.single)
    }
    throw DataError(
      file: file, line: first.line, column: first.place,
      problem: .badCells(sorted, dropped: dropped, of: rows.count))
  }

  /// - Parameter classes: the classes of a target; `nil` for a column of numbers.
  private func badCells(of column: Int, rows: Range<Int>, classes: [String]?) -> [BadCells] {
    var numbers = 0
    var found: [BadCells.Kind: (count: Int, first: Int)] = [:]
    for part in parts {
      withFields(of: part) { fields in
        for row in part.rows.clamped(to: rows) {
          let cell = fields.cell(row: row, column: column)
          let kind: BadCells.Kind
          if missing.contains(cell), !(classes?.contains(cell.string) ?? false) {
            kind = .missing
          } else if classes != nil {
            continue
          } else {
            switch cell.number {
            case .finite:
              numbers += 1
              continue
            case .notFinite: kind = .notFinite
            case .notANumber: kind = .notANumber
            }
          }
          found[kind, default: (0, row)].count += 1
        }
      }
    }
    // As the audit tells text from numbers; but a single word may be a slip.
    if let words = found[.notANumber], words.count > 1, numbers * 10 < (numbers + words.count) * 9 {
      found = [.text: words]
    }
    return BadCells.Kind.allCases.compactMap { kind in
      found[kind].map { cells in
        let error = error(.noFeatures, row: cells.first, column: column)
        return BadCells(
          kind: kind, column: columns[column], count: cells.count, line: error.line ?? 0,
          place: error.column ?? 0, received: text(row: cells.first, column: column))
      }
    }
  }
}

extension BadCells {
  /// The problem of one bad cell alone.
  fileprivate var single: DataError.Problem {
    switch kind {
    case .missing where received.isEmpty: .emptyCell(column: column)
    case .missing: .missingCell(column: column, received: received)
    case .notFinite: .notFinite(column: column, received: received)
    case .text, .notANumber: .notANumber(column: column, received: received)
    }
  }
}

/// The sentence for bad cells of several kinds and columns, and what to do.
///
/// - Parameters:
///   - dropped: the columns that are dropped already; `nil` where nothing can be dropped.
///   - rows: how many rows there are.
func sentence(for cells: [BadCells], dropped: [String]?, of rows: Int) -> String {
  var lines: [String] = []
  func first(_ cell: BadCells) -> String {
    "\(cell.line):\(cell.place)" + (cell.received.isEmpty ? ", empty" : " '\(shown(cell.received))'")
  }
  func counts(_ kind: BadCells.Kind) -> String {
    cells.filter { $0.kind == kind }.map { "\($0.count) in '\(shown($0.column))' (first \(first($0)))" }
      .joined(separator: ", ")
  }
  let text = cells.filter { $0.kind == .text }
  if !text.isEmpty {
    lines.append(
      "text in " + text.map { "'\(shown($0.column))' (first \(first($0)))" }.joined(separator: ", "))
    if let dropped {
      let list = (dropped + text.map(\.column)).map(yaml).joined(separator: ", ")
      lines.append("  to leave these columns out, put under data: drop: [\(list)]")
    }
  }
  if !counts(.missing).isEmpty {
    lines.append("missing cells: " + counts(.missing))
    lines.append(
      dropped == nil
        ? "  fill them or remove the rows"
        : "  fill them, or to leave such rows out, put under data: missing: drop")
  }
  if !counts(.notANumber).isEmpty {
    lines.append("no numbers: " + counts(.notANumber))
    lines.append(
      "  mend them"
        + (dropped == nil ? "" : "; what only marks missing ones goes under data: missing_values: [...]"))
  }
  if !counts(.notFinite).isEmpty {
    lines.append("no finite numbers: " + counts(.notFinite))
    lines.append("  mend them or remove the rows")
  }
  return
    "expected a number in every cell of a feature, and a class in each row; found among \(counted(rows, "row")):"
    + lines.map { "\n  \($0)" }.joined()
}

/// A name as YAML has it inside of brackets, in quotes where it needs them.
private func yaml(_ name: String) -> String {
  let isPlain =
    name.utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || $0 >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    } && name.utf8.first.map { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(name.lowercased())
  if isPlain { return name }
  return "\""
    + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    .replacing("\t", with: "\\t") + "\""
}
