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
    precondition(bytes.last == lineFeed, "the scanner expects text that ends with a line feed")
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

  /// The entries of the record at `position`, however many fields it has.
  mutating func header() throws(CSVFault) -> [Int] {
    var starts = [position]
    var end: Int
    repeat {
      end = try endOfField(at: position)
      position = end &+ 1
      starts.append(position)
    } while bytes[end] == comma
    skipLineFeed(after: end)
    return starts
  }

  /// Writes the entries of every record left and answers how many records there were.
  ///
  /// - Parameters:
  ///   - fields: the number of fields that each record must have.
  ///   - starts: room for the entries of all records.
  mutating func records(of fields: Int, into starts: UnsafeMutableBufferPointer<UInt32>) throws(CSVFault)
    -> Int
  {
    var count = 0
    var entry = 0
    while true {
      // In a file of one column a blank line is an empty cell.
      if fields > 1 { skipBlankLines() }
      guard position < bytes.count else { return count }
      starts[entry] = UInt32(truncatingIfNeeded: position)
      var received = 0
      var end: Int
      repeat {
        end = try endOfField(at: position)
        position = end &+ 1
        received &+= 1
        if received <= fields { starts[entry + received] = UInt32(truncatingIfNeeded: position) }
      } while bytes[end] == comma
      guard received == fields else {
        let offset = received < fields ? end : Int(starts[entry + fields])
        throw CSVFault(offset: offset, problem: .raggedRow(expected: fields, received: received))
      }
      skipLineFeed(after: end)
      entry += fields + 1
      count += 1
    }
  }

  private mutating func skipLineFeed(after end: Int) {
    if bytes[end] == carriageReturn { position += 1 }
  }

  /// The offset of the comma, line feed or carriage return that ends the field.
  @inline(__always)
  private func endOfField(at start: Int) throws(CSVFault) -> Int {
    var end = start
    if bytes[start] == quote {
      end = try endOfQuotes(at: start)
    } else {
      end = candidate(from: start)
      while !CSVScanner.endsField(bytes[end]) { end = candidate(from: end &+ 1) }
    }
    switch bytes[end] {
    case comma, lineFeed:
      return end
    case carriageReturn where bytes[end + 1] == lineFeed:
      return end
    case carriageReturn:
      throw CSVFault(offset: start, problem: .bareCarriageReturn)
    case quote:
      throw CSVFault(offset: start, problem: .bareQuote)
    default:
      throw CSVFault(offset: start, problem: .textAfterQuote)
    }
  }

  /// The first offset from here on whose byte may end a field, as none above the comma does.
  ///
  /// Eight bytes at a time: made to have its high bit, a byte loses it in the subtraction unless it is larger.
  @inline(__always)
  private func candidate(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = start
    while at &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let above = (word | 0x8080_8080_8080_8080) &- 0x2D2D_2D2D_2D2D_2D2D | word
      let candidates = ~above & 0x8080_8080_8080_8080
      if candidates != 0 { return at &+ candidates.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while bytes[at] > comma { at &+= 1 }
    return at
  }

  /// Whether an unquoted field cannot go on past this byte.
  @inline(__always)
  private static func endsField(_ byte: UInt8) -> Bool {
    byte == comma || byte == lineFeed || byte == quote || byte == carriageReturn
  }

  /// The offset just past the closing quote of the field.
  private func endOfQuotes(at start: Int) throws(CSVFault) -> Int {
    var end = start + 1
    while end < bytes.count {
      if bytes[end] == quote {
        // The last byte is a line feed, so there is one after a quote.
        guard bytes[end + 1] == quote else { return end + 1 }
        end &+= 1
      }
      end &+= 1
    }
    throw CSVFault(offset: start, problem: .unterminatedQuote)
  }
}

// Constants of this file: another file's would be a call for each byte where files are compiled one by one.
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let quote = UInt8(ascii: "\"")
private let comma = UInt8(ascii: ",")
