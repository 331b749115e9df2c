import ByteMasks

/// A reader of records, 64 bytes at a time, each as one bit of a word for each question about it.
///
/// It finds what `CSVScanner` finds, or gives up where that would find a fault or a quote inside a field without
/// quotes; what the fault is, it does not say.
struct CSVBlocks {
  private let text: UnsafeBufferPointer<UInt8>
  private let fields: Int
  private let separator: UInt8
  private var utf8: UTF8Check

  /// How many fields have ended, and how many will have at the end of the record.
  private var ended = 0
  private var endedAfterRecord: Int

  private var isInQuotes = false
  // What the byte before the block was, as its lowest bit: one after which a quote may open, a quote that
  // closed, a carriage return outside quotes.
  private var afterOpener: UInt64 = 1
  private var afterClosing: UInt64 = 0
  private var afterReturn: UInt64 = 0

  /// The separators of the records that lie from `start` to `end`, as `CSVPart` has them.
  ///
  /// - Returns: `nil` where these bytes are not whole records of so many fields.
  static func separators(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, fields: Int, separator: UInt8
  ) -> [UInt32]? {
    var blocks = CSVBlocks(text: text, fields: fields, separator: separator)
    return blocks.separators(from: start, to: end)
  }

  private init(text: UnsafeBufferPointer<UInt8>, fields: Int, separator: UInt8) {
    self.text = text
    self.separator = separator
    self.fields = fields
    utf8 = UTF8Check(of: text)
    endedAfterRecord = fields
  }

  private mutating func separators(from start: Int, to end: Int) -> [UInt32]? {
    var separators = [UInt32(truncatingIfNeeded: start - 1)]
    let isWhole = withUnsafeTemporaryAllocation(of: byte_masks.self, capacity: Self.blocksAtOnce) { masks in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.blocksAtOnce * 64 + 4) { found in
        var at = start
        while at < end {
          let blocks = fillMasks(masks, from: at, to: end)
          var count = 0
          for block in 0..<blocks {
            guard let bits = endsOfFields(masks[block], at: at) else { return false }
            Self.write(bits, from: at, to: found, at: &count)
            at += 64
          }
          separators.append(contentsOf: UnsafeBufferPointer(rebasing: found[..<count]))
          if separators.count == count + 1 {
            // The rest is taken to be like this first piece, and a little denser; but nobody gets more than
            // twice the size of the text by having begun with a thick one.
            let likely = (count + 64) * (end - start) / (min(at, end) - start) / 10 * 11
            separators.reserveOnHugePages(min(likely, (end - start) / 2))
          }
        }
        return true
      }
    }
    return isWhole && !isInQuotes && ended + fields == endedAfterRecord ? separators : nil
  }

  /// Few enough blocks for all about them to stay in the nearest cache.
  private static let blocksAtOnce = 64

  /// The masks of the next blocks, of which the last may be filled up with zeros, and how many they are.
  private func fillMasks(_ masks: UnsafeMutableBufferPointer<byte_masks>, from at: Int, to end: Int) -> Int {
    let whole = min(masks.count, (end - at) / 64)
    if whole > 0 {
      byte_masks(text.baseAddress.map { $0 + at }, whole, separator, masks.baseAddress)
      return whole
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { last in
      last.initialize(repeating: 0)
      _ = last.update(fromContentsOf: text[at..<end])
      byte_masks(last.baseAddress, 1, separator, masks.baseAddress)
    }
    return 1
  }

  /// The bits of the separators in a block; `nil` where something in it is amiss.
  @inline(__always)
  private mutating func endsOfFields(_ masks: byte_masks, at start: Int) -> UInt64? {
    if masks.above_ascii != 0 {
      utf8.skip(to: start)
      guard utf8.advance(to: min(start + 64, text.count)) else { return nil }
    }

    // A quoted stretch begins with its opening quote and ends before the closing one; a doubled quote closes
    // one and opens the next.
    var quoted: UInt64 = isInQuotes ? ~0 : 0
    if masks.quotes != 0 { quoted ^= parityOfBits(upTo: masks.quotes) }
    let separators = masks.separators & ~quoted
    let lineFeeds = masks.line_feeds & ~quoted
    let returns = masks.carriage_returns & ~quoted
    let closing = masks.quotes & ~quoted
    let openers = separators | closing

    let badlyOpened = masks.quotes & quoted & ~(openers << 1 | afterOpener)
    let badlyClosed = (closing << 1 | afterClosing) & ~(separators | masks.quotes | returns)
    let bareReturns = (returns << 1 | afterReturn) & ~lineFeeds
    guard badlyOpened | badlyClosed | bareReturns == 0 else { return nil }
    isInQuotes = quoted >> 63 != 0
    afterOpener = openers >> 63
    afterClosing = closing >> 63
    afterReturn = returns >> 63

    return endsOfRecords(lineFeeds, among: separators, at: start)
  }

  /// The separators without line feeds of blank lines; `nil` where another ends no record.
  @inline(__always)
  private mutating func endsOfRecords(
    _ lineFeeds: UInt64, among separators: UInt64, at start: Int
  ) -> UInt64? {
    var separators = separators
    var rest = lineFeeds
    while rest != 0 {
      let bit = rest & (0 &- rest)
      let endedBefore = ended &+ (separators & (bit &- 1)).nonzeroBitCount
      if endedBefore &+ 1 == endedAfterRecord {
        endedAfterRecord &+= fields
      } else if endedBefore &+ fields == endedAfterRecord,
        isBlankLine(endingAt: start &+ bit.trailingZeroBitCount)
      {
        separators ^= bit
      } else {
        return nil
      }
      rest ^= bit
    }
    ended &+= separators.nonzeroBitCount
    return separators
  }

  /// Whether a line of which the line feed is known has nothing else but a carriage return.
  private func isBlankLine(endingAt end: Int) -> Bool {
    // Before all records there is the header's line feed.
    text[end - 1] == lineFeed || text[end - 1] == carriageReturn && text[end - 2] == lineFeed
  }

  /// Writes the offsets of the bits, each `start` more, and moves `count` on.
  @inline(__always)
  private static func write(
    _ bits: UInt64, from start: Int, to found: UnsafeMutableBufferPointer<UInt32>, at count: inout Int
  ) {
    var rest = bits
    var place = count
    // Four at a time, as that many are there more often than not; those too many are written over.
    while rest != 0 {
      for _ in 0..<4 {
        found[place] = UInt32(truncatingIfNeeded: start &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
        place &+= 1
      }
    }
    count &+= bits.nonzeroBitCount
  }
}

/// For each bit whether an odd number of the bits up to it, itself included, are set.
@inline(__always)
private func parityOfBits(upTo bits: UInt64) -> UInt64 {
  var parity = bits
  for distance: UInt64 in [1, 2, 4, 8, 16, 32] { parity ^= parity &<< distance }
  return parity
}

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
