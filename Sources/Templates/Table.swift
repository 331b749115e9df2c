import Phrases

/// A finished table, which its coats (`latex`, `latexFloat`, `markdown`, `html`, `csv`) write out.
///
/// All text is plain: every coat escapes it for its own format.
public struct Table: Sendable, Equatable {
  /// One cell.
  public enum Cell: Sendable, Equatable {
    case text(String)
    /// A number shown with so many decimals, so that right-aligned ones stand point under point; `csv`
    /// keeps it whole.
    case number(Double, digits: Int)
    /// The p-value of a test: three decimals, `<0.001` for what these would show as nothing or nearly so.
    case pValue(Double)
    case integer(Int)
    /// Nothing to say here: a blank cell.
    case empty
  }

  /// Where the cells of a column stand.
  public enum Alignment: Sendable, Equatable {
    case left, center, right
    /// Left, its lines broken in print to take at most this share of the text's width.
    case wrapped(share: Double)
  }

  /// The head of a column.
  public struct Column: Sendable, Equatable {
    public var header: String
    public var alignment: Alignment

    /// A column, left-aligned by default.
    public init(_ header: String, _ alignment: Alignment = .left) {
      (self.header, self.alignment) = (header, alignment)
    }
  }

  /// A header that stands over the headers of some columns beside each other.
  public struct Span: Sendable, Equatable {
    /// Blank over columns that have none.
    public var header: String
    /// How many columns it stands over, at least one.
    public var columns: Int

    /// A header over so many columns.
    public init(_ header: String, over columns: Int) { (self.header, self.columns) = (header, columns) }
  }

  /// What stands above or below the table.
  public let caption: String
  /// What a list of tables says, when shorter.
  public let shortCaption: String?
  /// What the text refers to: ASCII letters, digits and `:-_.`, such as `tab:test-data`.
  public let label: String
  /// At least one.
  public let columns: [Column]
  /// Headers over several columns, from the first column to the last; none by default.
  public let spans: [Span]
  /// The rows, in groups that are set apart by rules; each row has a cell for each column.
  public let groups: [[[Cell]]]
  /// Sentences below the table.
  public let notes: [String]
  /// Where the numbers come from when that must be said, such as "synthetic sample": every coat shows it.
  public let provenance: String?
  /// How all coats but `csv` write its numbers.
  public var numbers = NumberStyle.point

  /// A table whose groups of rows are set apart by rules.
  public init(
    caption: String, shortCaption: String? = nil, label: String, columns: [Column], spans: [Span] = [],
    groups: [[[Cell]]], notes: [String] = [], provenance: String? = nil
  ) {
    precondition(!columns.isEmpty, "A table has a column at least.")
    precondition(
      spans.isEmpty
        || spans.allSatisfy { $0.columns > 0 } && spans.map(\.columns).reduce(0, +) == columns.count,
      "Headers over columns stand over all \(columns.count), received \(spans.map(\.columns)).")
    precondition(
      !label.isEmpty && label.utf8.allSatisfy(isLabelByte),
      "A label is made of ASCII letters, digits and :-_. , received \(label).")
    for row in groups.joined() {
      precondition(
        row.count == columns.count, "A row has \(columns.count) cells, received \(row.count).")
    }
    (self.caption, self.shortCaption, self.label) = (caption, shortCaption, label)
    (self.columns, self.spans, self.groups) = (columns, spans, groups)
    (self.notes, self.provenance) = (notes, provenance)
  }

  /// A table without rules between its rows.
  public init(
    caption: String, shortCaption: String? = nil, label: String, columns: [Column], spans: [Span] = [],
    rows: [[Cell]], notes: [String] = [], provenance: String? = nil
  ) {
    self.init(
      caption: caption, shortCaption: shortCaption, label: label, columns: columns, spans: spans,
      groups: [rows], notes: notes, provenance: provenance)
  }

  /// The headers over several columns; none where all of them are blank.
  var headersOver: [Span] { spans.contains { !$0.header.isEmpty } ? spans : [] }

  /// The headers of the columns, each behind the one that it stands under.
  var fullHeaders: [String] {
    let over = spans.flatMap { Array(repeating: $0.header, count: $0.columns) }
    return columns.indices.map { index in
      let header = columns[index].header
      guard index < over.count, !over[index].isEmpty else { return header }
      return header.isEmpty ? over[index] : over[index] + ": " + header
    }
  }

  /// What stands below the table: the notes, then the provenance.
  var remarks: [String] { notes + (provenance.map { [$0] } ?? []) }
}

extension Table.Cell {
  /// The cell as a page shows it.
  func text(for format: OutputFormat, in style: NumberStyle = .point) -> String {
    switch self {
    case .text(let text): format.escaped(text)
    case .number(let value, let digits): Numeral.fixed(value, digits: digits, for: format, in: style)
    case .pValue(let p):
      (p < 0.001 ? format.escaped("<") : "")
        + Numeral.fixed(p < 0.001 ? 0.001 : p, digits: 3, for: format, in: style)
    case .integer(let value): Numeral.integer(value, for: format, in: style)
    case .empty: ""
    }
  }
}

private func isLabelByte(_ byte: UInt8) -> Bool {
  isKeyByte(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
}
