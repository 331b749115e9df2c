import Spelling

/// A CSV file in memory: named columns of cells, every row as long as the header.
///
/// It reads RFC 4180 strictly: fields in quotes may hold commas, line breaks and doubled quotes; lines end
/// with LF or CRLF, the last one with nothing too. A byte-order mark is skipped, and so are blank lines,
/// except in a file of one column, where they are empty cells. What a lenient reader would pad, cut or guess
/// is an error with its place.
public struct DataTable: Sendable {
  /// The file's name as messages give it.
  public let file: String
  /// The header; an empty name reads `Unnamed: 0` with the column's index, as in pandas.
  public let columns: [String]
  /// The number of rows under the header, at least 1.
  public let rowCount: Int

  /// The text, whose last byte is a line feed.
  let bytes: [UInt8]
  /// `columns.count + 1` entries a row; `CSVScanner` says what they mean.
  let starts: [UInt32]

  /// Reads a file.
  ///
  /// - Parameter path: also what messages call the file.
  /// - Throws: where there is no such file, it cannot be read, or it is no table: `DataError` says line and column.
  public init(contentsOf path: String) throws(DataError) {
    try self.init(csv: fileBytes(at: path), file: path)
  }

  /// Reads text that is in memory.
  ///
  /// - Parameters:
  ///   - bytes: the text in UTF-8.
  ///   - file: what messages call it.
  /// - Throws: where the bytes are not UTF-8, a row is ragged, a quote is astray, or two columns have one name.
  public init(csv bytes: consuming [UInt8], file: String) throws(DataError) {
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    let fields: CSVFields
    do {
      fields = try bytes.withUnsafeBufferPointer { text throws(CSVFault) in try CSVFields(of: text) }
    } catch {
      throw DataError(error, in: bytes, file: file)
    }
    self.file = file
    self.columns = fields.columns
    self.rowCount = fields.rowCount
    self.starts = fields.starts
    self.bytes = bytes
  }

  /// Whether the file has a column of exactly this name.
  public func hasColumn(_ name: String) -> Bool { position(of: name) != nil }

  /// The cells of a column as numbers, one a row.
  ///
  /// - Throws: where there is no such column, or a cell is empty, no number or not finite.
  public func numbers(in column: String) throws(DataError) -> [Double] {
    let index = try index(of: column)
    var numbers: [Double] = []
    numbers.reserveCapacity(rowCount)
    try forEachNumber(in: index) { numbers.append($0) }
    return numbers
  }

  /// The cells of a column as text, quotes removed, one a row; empty cells are empty text.
  ///
  /// - Throws: where there is no such column.
  public func text(in column: String) throws(DataError) -> [String] {
    let index = try index(of: column)
    return bytes.withUnsafeBufferPointer { text in
      (0..<rowCount).map { cell(row: $0, column: index, in: text).string }
    }
  }
}

extension DataTable {
  /// The index of a column, or an error that names the nearest one.
  func index(of name: String) throws(DataError) -> Int {
    if let position = position(of: name) { return position }
    throw DataError(
      file: file, problem: .missingColumn(name, nearest: closestName(to: name, in: columns) ?? name))
  }

  private func position(of name: String) -> Int? {
    // By bytes: `==` of strings would take a composed letter for a decomposed one.
    columns.firstIndex { $0.utf8.elementsEqual(name.utf8) }
  }

  /// Hands the numbers of a column over in the order of rows.
  ///
  /// - Parameter rows: default: all.
  @inline(__always)
  func forEachNumber(
    in column: Int, rows: Range<Int>? = nil, _ body: (Double) -> Void
  ) throws(DataError) {
    let fault: (row: Int, problem: DataError.Problem)? = bytes.withUnsafeBufferPointer { text in
      for row in rows ?? 0..<rowCount {
        let cell = cell(row: row, column: column, in: text)
        switch CSVNumber(cell.content) {
        case .finite(let value): body(value)
        case let failure: return (row, problem(failure, cell, columns[column]))
        }
      }
      return nil
    }
    if let fault { throw error(fault.problem, row: fault.row, column: column) }
  }

  private func problem(_ failure: CSVNumber, _ cell: CSVCell, _ column: String) -> DataError.Problem {
    if cell.content.isEmpty { return .emptyCell(column: column) }
    if failure == .notFinite { return .notFinite(column: column, received: cell.string) }
    return .notANumber(column: column, received: cell.string)
  }

  /// The cell, whose text is a part of `text`, the table's bytes.
  @inline(__always)
  func cell(row: Int, column: Int, in text: UnsafeBufferPointer<UInt8>) -> CSVCell {
    let entry = row * (columns.count + 1) + column
    return CSVCell(
      field: UnsafeBufferPointer(rebasing: text[Int(starts[entry])..<Int(starts[entry + 1]) - 1]))
  }

  /// A problem with one cell.
  func error(_ problem: DataError.Problem, row: Int, column: Int) -> DataError {
    let offset = Int(starts[row * (columns.count + 1) + column])
    return DataError(CSVFault(offset: offset, problem: problem), in: bytes, file: file)
  }
}

extension DataError {
  /// A fault in `bytes`, its offset turned into line and column.
  fileprivate init(_ fault: CSVFault, in bytes: [UInt8], file: String) {
    guard let offset = fault.offset else {
      self.init(file: file, problem: fault.problem)
      return
    }
    var line = 1
    var column = 1
    for byte in bytes[CSVFields.textStart(in: bytes)..<offset] {
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        // Bytes that continue a character are not counted.
        column += 1
      }
    }
    self.init(file: file, line: line, column: column, problem: fault.problem)
  }
}
