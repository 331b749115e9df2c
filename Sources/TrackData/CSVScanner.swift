/// What is wrong with CSV text, and the offset of the field in which it is; `nil` where it is all of it.
struct CSVFault: Error {
  var offset: Int?
  let problem: DataError.Problem
}

/// One pass over CSV bytes that finds where each field begins (RFC 4180, read strictly).
///
/// A row of `n` fields takes `n + 1` entries: where each field begins and, last, where one more would.
/// So field `i` lies from entry `i` to the byte before entry `i + 1`, its quotes included, and no field
/// needs an entry for its end.
struct CSVScanner {
  /// The text; its last byte is a line feed, so that a search for a separator cannot run off the end.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next record begins.
  private(set) var position: Int

  init(bytes: UnsafeBufferPointer<UInt8>, from position: Int) {
    precondition(bytes.last == ASCII.lineFeed, "the scanner expects text that ends with a line feed")
    self.bytes = bytes
    self.position = position
  }

  /// Goes past lines without a single character, as pandas does.
  mutating func skipBlankLines() {
    while position < bytes.count {
      if bytes[position] == ASCII.lineFeed {
        position += 1
      } else if bytes[position] == ASCII.carriageReturn, bytes[position + 1] == ASCII.lineFeed {
        position += 2
      } else {
        return
      }
    }
  }

  /// The entries of the record at `position`, however many fields it has.
  mutating func header() throws(CSVFault) -> [Int] {
    var starts = [position]
    var end: Int
    repeat {
      end = try endOfField(at: position)
      position = end + 1
      starts.append(position)
    } while bytes[end] == ASCII.comma
    skipLineFeed(after: end)
    return starts
  }

  /// Writes the entries of every record left and answers how many records there were.
  ///
  /// - Parameters:
  ///   - fields: the number of fields that each record must have.
  ///   - starts: room for the entries of all records.
  mutating func records(of fields: Int, into starts: UnsafeMutableBufferPointer<Int>) throws(CSVFault) -> Int
  {
    var count = 0
    var entry = 0
    while true {
      // In a file of one column a blank line is an empty cell.
      if fields > 1 { skipBlankLines() }
      guard position < bytes.count else { return count }
      starts[entry] = position
      var received = 0
      var end: Int
      repeat {
        end = try endOfField(at: position)
        position = end + 1
        received += 1
        if received <= fields { starts[entry + received] = position }
      } while bytes[end] == ASCII.comma
      guard received == fields else {
        let offset = received < fields ? end : starts[entry + fields]
        throw CSVFault(offset: offset, problem: .raggedRow(expected: fields, received: received))
      }
      skipLineFeed(after: end)
      entry += fields + 1
      count += 1
    }
  }

  private mutating func skipLineFeed(after end: Int) {
    if bytes[end] == ASCII.carriageReturn { position += 1 }
  }

  /// The offset of the comma, line feed or carriage return that ends the field.
  @inline(__always)
  private func endOfField(at start: Int) throws(CSVFault) -> Int {
    var end = start
    if bytes[start] == ASCII.quote {
      end = try endOfQuotes(at: start)
    } else {
      while !CSVScanner.mayEndField(bytes[end]) { end += 1 }
    }
    switch bytes[end] {
    case ASCII.comma, ASCII.lineFeed:
      return end
    case ASCII.carriageReturn where bytes[end + 1] == ASCII.lineFeed:
      return end
    case ASCII.carriageReturn:
      throw CSVFault(offset: start, problem: .bareCarriageReturn)
    case ASCII.quote:
      throw CSVFault(offset: start, problem: .bareQuote)
    default:
      throw CSVFault(offset: start, problem: .textAfterQuote)
    }
  }

  /// Whether an unquoted field cannot go on past this byte.
  @inline(__always)
  private static func mayEndField(_ byte: UInt8) -> Bool {
    // Most characters lie above the comma: for them the first comparison decides.
    byte <= ASCII.comma
      && (byte == ASCII.comma || byte == ASCII.lineFeed || byte == ASCII.quote
        || byte == ASCII.carriageReturn)
  }

  /// The offset just past the closing quote of the field.
  private func endOfQuotes(at start: Int) throws(CSVFault) -> Int {
    var end = start + 1
    while end < bytes.count {
      if bytes[end] == ASCII.quote {
        // The last byte is a line feed, so there is one after a quote.
        guard bytes[end + 1] == ASCII.quote else { return end + 1 }
        end += 1
      }
      end += 1
    }
    throw CSVFault(offset: start, problem: .unterminatedQuote)
  }
}
