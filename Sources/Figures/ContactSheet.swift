/// Figures at several widths on one large page, a figure a row: to be looked over, not to be printed.
public struct ContactSheet: Figure {
  /// One figure at each of the sheet's widths.
  public struct Row: Sendable {
    /// What stands over the row.
    public let name: String
    public let figures: [any Figure]

    public init(name: String, figures: [any Figure]) {
      self.name = name
      self.figures = figures
    }
  }

  public let look: Look
  public let rows: [Row]
  /// The widths of the figures in words, such as "84 mm".
  public let columns: [String]

  private static let gap = 14.0
  private static let ground = Color(white: 0.88)

  /// - Parameters:
  ///   - rows: each with a figure for every column.
  public init(look: Look, columns: [String], rows: [Row]) {
    precondition(
      !rows.isEmpty && rows.allSatisfy { $0.figures.count == columns.count },
      "A contact sheet has a row at least, and in each row a figure for every column.")
    self.look = look
    self.columns = columns
    self.rows = rows
  }

  public var width: FigureWidth? { nil }

  public var size: Size {
    Size(
      width: columnWidths.reduce(Self.gap) { $0 + $1 + Self.gap },
      height: rows.reduce(Self.gap) { $0 + lineHeight + Self.height(of: $1) + Self.gap })
  }

  private var columnWidths: [Double] {
    columns.indices.map { column in rows.map { $0.figures[column].size.width }.max() ?? 0 }
  }

  private static func height(of row: Row) -> Double { row.figures.map(\.size.height).max() ?? 0 }

  /// Of the line over each row.
  private var lineHeight: Double { 1.6 * measures.titleFont.size }

  public var title: String { "Every figure in the \(look.rawValue) look" }

  public var summary: String {
    "\(rows.map(\.name).joined(separator: ", ")), each at a width of \(columns.joined(separator: ", "))."
  }

  public var data: FigureData {
    FigureData(
      columns: ["figure", "width", "width_in_points", "height_in_points"],
      rows: rows.flatMap { row in
        zip(columns, row.figures).map { column, figure -> [FigureData.Cell] in
          [.text(row.name), .text(column), .number(figure.size.width), .number(figure.size.height)]
        }
      })
  }

  public func draw<C: Canvas>(on canvas: inout C) throws(C.Failure) {
    canvas.fill(
      Path(Rect(left: 0, top: 0, right: canvas.size.width, bottom: canvas.size.height)), with: Self.ground)
    let widths = columnWidths
    var top = Self.gap
    for row in rows {
      var left = Self.gap
      for (place, figure) in row.figures.enumerated() {
        let words = place == 0 ? "\(row.name), \(columns[place])" : columns[place]
        let shown = try canvas.shortened(words, in: measures.titleFont, to: widths[place])
        let baseline = Point(x: left, y: top + measures.titleFont.size)
        try canvas.text(shown, at: baseline, style: TextStyle(measures.titleFont))
        var inset = InsetCanvas(canvas, at: Point(x: left, y: top + lineHeight), size: figure.size)
        try figure.draw(on: &inset)
        canvas = inset.base
        left += widths[place] + Self.gap
      }
      top += lineHeight + Self.height(of: row) + Self.gap
    }
  }
}
