/// A run of rows that were read by one thread, and may be gone through by one.
struct CSVPart: Sendable {
  let rows: Range<Int>
  /// The line feed before the first row, then the separator after each field; of a line break the line feed.
  let separators: [UInt32]

  init(firstRow: Int, separators: [UInt32], fields: Int) {
    rows = firstRow..<firstRow + (separators.count - 1) / fields
    self.separators = separators
  }
}

/// The fields of a part while its memory is at hand.
struct CSVPartFields {
  private let text: UnsafeBufferPointer<UInt8>
  private let separators: UnsafeBufferPointer<UInt32>
  private let firstRow: Int
  private let width: Int
  /// Whether line breaks may stand before a row: in a file of one column only where rows were left out.
  private let hasGaps: Bool
  private let skipsSpaces: Bool
  private let numbers: CSVNumberStyle

  /// - Parameters:
  ///   - width: the number of fields of a record.
  ///   - hasGaps: whether rows were left out.
  @inline(__always)
  init(
    of part: CSVPart, separators: UnsafeBufferPointer<UInt32>, in text: UnsafeBufferPointer<UInt8>,
    width: Int,
    hasGaps: Bool, _ dialect: CSVDialect
  ) {
    (skipsSpaces, numbers) = (dialect.skipsSpaces, dialect.numbers)
    self.text = text
    self.separators = separators
    self.width = width
    self.hasGaps = width > 1 || hasGaps
    firstRow = part.rows.lowerBound
  }

  /// The offsets of a field, quotes included.
  @inline(__always)
  func range(row: Int, column: Int) -> Range<Int> {
    let entry = (row &- firstRow) &* width &+ column
    var start = Int(separators[entry]) &+ 1
    var end = Int(separators[entry &+ 1])
    if column == 0, hasGaps {
      // Blank lines lie between the rows: no first field of several begins with a line break.
      while start < end, text[start] == lineFeed || text[start] == carriageReturn { start &+= 1 }
    }
    // A field without quotes has no carriage return, and one with ends with a quote.
    if column == width &- 1, end > start, text[end &- 1] == carriageReturn { end &-= 1 }
    if skipsSpaces {
      while start < end, text[start] == space { start &+= 1 }
    }
    return start..<end
  }

  @inline(__always)
  func cell(row: Int, column: Int) -> CSVCell {
    CSVCell(field: UnsafeBufferPointer(rebasing: text[range(row: row, column: column)]), numbers)
  }

  /// Writes the numbers of a column, each `step` after the one before; false at a cell that is no finite number.
  func writeNumbers(
    in column: Int, rows: Range<Int>, to start: UnsafeMutablePointer<Double>, step: Int
  ) -> Bool {
    var place = start
    let arePlain = numbers == .plain
    for row in rows {
      let field = range(row: row, column: column)
      if arePlain, let number = plainNumber(in: text, field) {
        place.pointee = number
      } else if case .finite(let number) = cell(row: row, column: column).number {
        place.pointee = number
      } else {
        return false
      }
      place += step
    }
    return true
  }
}

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let space = UInt8(ascii: " ")
