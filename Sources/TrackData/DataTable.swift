import Spelling

/// A CSV file in memory: named columns of cells, every row as long as the header.
///
/// It reads RFC 4180 strictly: fields in quotes may hold commas, line breaks and doubled quotes; lines end
/// with LF or CRLF, the last one with nothing too. A byte-order mark is skipped, and so are blank lines,
/// except in a file of one column, where they are empty cells. As in pandas, a quote inside a field that does not
/// begin with one is text. What a lenient reader would pad, cut or guess is an error with its place.
///
/// A file may be written otherwise: with another delimiter or decimal mark, in UTF-16, packed by gzip, with
/// comments at the top. Where the first bytes and lines leave no doubt it is read so, and `notes` says it.
public struct DataTable: Sendable {
  /// The file's name as messages give it.
  public let file: String
  /// The header; an empty name reads `Unnamed: 0` with the column's index, as in pandas.
  public private(set) var columns: [String]
  /// The number of rows under the header, at least 1.
  public internal(set) var rowCount: Int

  /// How the file is written where that is not plain CSV, each in a few words: `semicolon-separated`.
  public private(set) var notes: [String]

  /// The text, whose last byte is a line feed.
  var bytes: [UInt8]
  /// How the text is written.
  let dialect: CSVDialect
  /// The fields of a record: as many as there are columns, or one more.
  let width: Int
  /// The rows, in parts of which each was read, and is gone through, by a thread of its own.
  var parts: [CSVPart]
  /// For each row its number in the file; `nil` where no row is left out.
  public internal(set) var fileRows: [Int]?
  /// What missing cells say.
  let missing: MissingSpellings

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: also what messages call the file.
  ///   - format: how it is written, as far as that is known.
  ///   - threads: how many to read large files with; default: as many as there are processors. Neither the table
  ///     nor an error depends on it.
  /// - Throws: where there is no such file, it cannot be read, or it is no table: `DataError` says line and column.
  public init(
    contentsOf path: String, as format: TableFormat = TableFormat(), threads: Int? = nil
  ) throws(DataError) {
    try self.init(
      reading: fileBytes(at: path, threads: threads ?? processorCount), as: format, file: path,
      threads: threads)
  }

  /// Reads the bytes of a file, however it is written.
  ///
  /// - Parameters:
  ///   - bytes: all of the file.
  ///   - format: how it is written, as far as that is known.
  ///   - file: what messages call it.
  ///   - threads: as for a file.
  /// - Throws: where the bytes are no table, or of one that can be read in several ways.
  public init(
    reading bytes: consuming [UInt8], as format: TableFormat = TableFormat(), file: String,
    threads: Int? = nil
  ) throws(DataError) {
    try self.init(bytes, format, file: file, threads: threads ?? processorCount, smallestStretch: 1 << 20)
  }

  /// Reads plain CSV that is in memory.
  ///
  /// - Parameters:
  ///   - bytes: the text in UTF-8; not copied where it ends with a line feed or the caller gives it away.
  ///   - file: what messages call it.
  ///   - threads: as for a file.
  /// - Throws: where the bytes are not UTF-8, a row is ragged, a quote is astray, or two columns have one name.
  public init(csv bytes: consuming [UInt8], file: String, threads: Int? = nil) throws(DataError) {
    // A stretch of a megabyte takes a thread a third of a millisecond: less is not worth waking it.
    try self.init(csv: bytes, file: file, threads: threads ?? processorCount, smallestStretch: 1 << 20)
  }

  /// - Parameter smallestStretch: the fewest bytes that are given to a thread.
  init(
    csv bytes: consuming [UInt8], file: String, threads: Int, smallestStretch: Int
  ) throws(DataError) {
    try self.init(bytes, nil, file: file, threads: threads, smallestStretch: smallestStretch)
  }

  /// - Parameters:
  ///   - format: what is known of how the text is written; `nil` for plain CSV.
  ///   - limit: how many bytes a packed file may unpack to.
  init(
    _ bytes: consuming [UInt8], _ format: TableFormat?, file: String, threads: Int, smallestStretch: Int,
    limit: Int = Gzip.limit
  ) throws(DataError) {
    precondition(threads > 0, "expected at least one thread, received \(threads)")
    self.file = file
    var notes: [String] = []
    if format != nil {
      do throws(CSVFault) {
        let text = try DecodedText(bytes, limit: limit)
        (bytes, notes) = (text.bytes, text.notes)
      } catch {
        throw DataError(file: file, problem: error.problem)
      }
    }
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    let fields: CSVFields
    let dialect: CSVDialect
    do {
      (fields, dialect) = try bytes.withUnsafeBufferPointer { text throws(CSVFault) in
        guard let format else {
          let dialect = CSVDialect.plain(text)
          return (
            try CSVFields(of: text, dialect, threads: threads, smallestStretch: smallestStretch), dialect
          )
        }
        let detected = try DetectedDialect(of: text, format)
        notes += detected.notes
        return (
          try CSVFields(of: text, detected.dialect, threads: threads, smallestStretch: smallestStretch),
          detected.dialect
        )
      }
    } catch {
      throw DataError(error, in: bytes, file: file)
    }
    self.notes = notes
    missing = MissingSpellings(besides: format?.missingValues ?? [])
    columns = fields.columns
    width = fields.width
    rowCount = fields.parts.last?.rows.upperBound ?? 0
    parts = fields.parts
    self.dialect = dialect
    self.bytes = bytes
    try checkRowEnds()
    if format != nil, width == columns.count, width > 2, columns[width - 1] == "Unnamed: \(width - 1)",
      (try? checkRowEnds(from: width - 1)) != nil
    {
      columns.removeLast()
      self.notes.append("without the separator at the end of each line")
    }
  }

  /// Nothing may stand behind the separators at the ends of the rows.
  private func checkRowEnds(from first: Int? = nil) throws(DataError) {
    guard width > first ?? columns.count else { return }
    try forEachCell(in: width - 1) { cell in
      cell.content.isEmpty ? nil : .raggedRow(expected: width - 1, received: width)
    }
  }

  /// Whether the file has a column of exactly this name.
  public func hasColumn(_ name: String) -> Bool { position(of: name) != nil }

  /// Makes sure that there is a column of exactly this name.
  ///
  /// - Throws: an error that names the nearest one, or those there are where none is near.
  public func expectColumn(_ name: String) throws(DataError) { _ = try index(of: name) }

  /// The index of a column, or an error that names the nearest one, or those there are where none is near.
  func index(of name: String) throws(DataError) -> Int {
    if let position = position(of: name) { return position }
    throw DataError(
      file: file, problem: .missingColumn(name, nearest: nearestName(to: name, in: columns), of: columns))
  }

  private func position(of name: String) -> Int? {
    // By bytes: `==` of strings would take a composed letter for a decomposed one.
    columns.firstIndex { $0.utf8.elementsEqual(name.utf8) }
  }

  /// A problem with one cell.
  func error(_ problem: DataError.Problem, row: Int, column: Int) -> DataError {
    let offset = withFields(ofRow: row) { $0.range(row: row, column: column).lowerBound }
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
