/// What is wrong with CSV text, and the offset of the field in which it is; `nil` where it is all of it.
struct CSVFault: Error {
  var offset: Int?
  let problem: DataError.Problem
}

/// One pass over CSV bytes, one byte after another, that finds where each field ends (RFC 4180, read strictly but
/// for one thing: as in pandas, a quote inside a field that does not begin with one is text).
///
/// It is the definition: it reads headers and finds what is wrong. Records in their millions are read by
/// `CSVBlocks`, which has to find the same.
struct CSVScanner {
  /// The text; its last byte is a line feed, so that a search for a separator cannot run off the end.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next record begins.
  private(set) var position: Int
  /// The byte between fields.
  private let separator: UInt8
  /// Whether spaces before a field are none of it.
  private let skipsSpaces: Bool

  init(bytes: UnsafeBufferPointer<UInt8>, from position: Int, _ dialect: CSVDialect) {
    precondition(bytes.last == lineFeed, "the scanner expects text that ends with a line feed")
    (separator, skipsSpaces) = (dialect.separator, dialect.skipsSpaces)
    self.bytes = bytes
    self.position = position
  }

  /// Goes past lines without a single character, as pandas does.
  mutating func skipBlankLines() {
    while position < bytes.count {
      if bytes[position] == lineFeed {
        position += 1
      } else if bytes[position] == carriageReturn, bytes[position + 1] == lineFeed {
        position += 2
      } else {
        return
      }
    }
  }

  /// The fields of the record at `position`, however many it has, their quotes included.
  mutating func header() throws(CSVFault) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var end: Int
    repeat {
      end = try endOfField(at: position)
      fields.append(position..<end)
      position = end + 1
    } while bytes[end] == separator
    if bytes[end] == carriageReturn { position += 1 }
    return fields
  }

  /// Appends the separators of the next record to `ends`, of a line break its line feed.
  ///
  /// - Parameter fields: the number of fields that the record must have.
  /// - Returns: whether there was a record.
  mutating func record(of fields: Int, into ends: inout [UInt32]) throws(CSVFault) -> Bool {
    // In a file of one column a blank line is an empty cell.
    if fields > 1 { skipBlankLines() }
    guard position < bytes.count else { return false }
    var received = 0
    var firstTooMuch = 0
    var end: Int
    repeat {
      end = try endOfField(at: position)
      if received == fields { firstTooMuch = position }
      received += 1
      position = end + 1
      if bytes[end] == carriageReturn { position += 1 }
      if received <= fields { ends.append(UInt32(truncatingIfNeeded: position - 1)) }
    } while bytes[end] == separator
    guard received == fields else {
      let offset = received < fields ? end : firstTooMuch
      throw CSVFault(offset: offset, problem: .raggedRow(expected: fields, received: received))
    }
    return true
  }

  /// The offset of the separator, line feed or carriage return that ends the field.
  private func endOfField(at start: Int) throws(CSVFault) -> Int {
    var end = start
    if skipsSpaces {
      while bytes[end] == space { end += 1 }
    }
    if bytes[end] == quote {
      end = try endOfQuotes(at: end)
    } else {
      while !endsField(bytes[end]) { end += 1 }
    }
    switch bytes[end] {
    case separator, lineFeed:
      return end
    case carriageReturn where bytes[end + 1] == lineFeed:
      return end
    case carriageReturn:
      throw CSVFault(offset: start, problem: .bareCarriageReturn)
    default:
      throw CSVFault(offset: start, problem: .textAfterQuote)
    }
  }

  /// Whether an unquoted field cannot go on past this byte.
  private func endsField(_ byte: UInt8) -> Bool {
    byte == separator || byte == lineFeed || byte == carriageReturn
  }

  /// The offset just past the closing quote of the field.
  private func endOfQuotes(at start: Int) throws(CSVFault) -> Int {
    var end = start + 1
    while end < bytes.count {
      if bytes[end] == quote {
        // The last byte is a line feed, so there is one after a quote.
        guard bytes[end + 1] == quote else { return end + 1 }
        end += 1
      }
      end += 1
    }
    throw CSVFault(offset: start, problem: .unterminatedQuote)
  }
}

// Constants of this file: another file's would be a call for each byte where files are compiled one by one.
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let quote = UInt8(ascii: "\"")
private let space = UInt8(ascii: " ")
