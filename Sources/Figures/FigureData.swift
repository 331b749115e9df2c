/// The numbers that a figure shows, as a table: whoever can't see the figure, or wants to draw it anew, reads these.
public struct FigureData: Sendable, Hashable {
  public enum Cell: Sendable, Hashable {
    case text(String)
    case integer(Int)
    /// NaN is an empty cell.
    case number(Double)

    /// As it stands in a CSV file: numbers as the shortest decimal that reads back to the same value.
    fileprivate var field: String {
      switch self {
      case .text(let text): FigureData.quoted(text)
      case .integer(let value): String(value)
      case .number(let value): value.isNaN ? "" : NumberFormat.shortest.text(value)
      }
    }
  }

  public let columns: [String]
  /// Each as long as `columns`.
  public let rows: [[Cell]]

  /// - Parameter note: stands in a last column of every row; empty for none.
  public init(columns: [String], rows: [[Cell]], note: String = "") {
    precondition(rows.allSatisfy { $0.count == columns.count }, "Every row has a cell for each column.")
    self.columns = columns + (note.isEmpty ? [] : ["note"])
    self.rows = note.isEmpty ? rows : rows.map { $0 + [.text(note)] }
  }

  /// The table as RFC 4180 has it, but for line ends of one byte.
  public var csv: String {
    ([columns.map(Self.quoted)] + rows.map { $0.map(\.field) })
      .map { $0.joined(separator: ",") + "\n" }.joined()
  }

  fileprivate static func quoted(_ text: String) -> String {
    let special: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13]
    return text.utf8.contains(where: special.contains)
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
