/// A table for a terminal: columns side by side, two blanks between them.
struct TextTable {
  struct Column {
    let header: String
    var isNumeric = false
    /// The most room the column takes; longer texts are cut.
    var maximum = 40
  }

  let columns: [Column]
  var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// The table, each line with its end and no blanks before that.
  var text: String {
    let cells = ([columns.map(\.header)] + rows).map { row in
      zip(row, columns).map { Self.shown($0, within: $1.maximum) }
    }
    let widths = columns.indices.map { column in cells.map { $0[column].width }.max() ?? 0 }
    var text = ""
    for row in cells {
      var line = ""
      var owed = 0
      for (place, cell) in row.enumerated() {
        guard cell.width > 0 else {
          owed += widths[place] + 2
          continue
        }
        let blanks = widths[place] - cell.width
        let before = columns[place].isNumeric ? blanks : 0
        line += String(repeating: " ", count: owed + before) + cell.text
        owed = blanks - before + 2
      }
      text += line + "\n"
    }
    return text
  }

  /// Text fit for a terminal: nothing that moves the cursor, and cut to some width.
  private static func shown(_ text: String, within maximum: Int) -> (text: String, width: Int) {
    var (shown, width) = ("", 0)
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
      let scalar = isControl ? "\u{FFFD}" : scalar
      if width + scalar.terminalWidth > maximum {
        // The ellipsis takes the place of what is too much, however wide that was.
        while width > maximum - 1, let last = shown.unicodeScalars.popLast() { width -= last.terminalWidth }
        return (shown + "…", width + 1)
      }
      shown.unicodeScalars.append(scalar)
      width += scalar.terminalWidth
    }
    return (shown, width)
  }
}

extension Unicode.Scalar {
  /// How many cells of a terminal the scalar takes: none for marks that go on the letter before, two for the
  /// wide letters of East Asia and for pictures (Unicode Standard Annex 11).
  fileprivate var terminalWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
