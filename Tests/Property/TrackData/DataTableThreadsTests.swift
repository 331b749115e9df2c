import TestSupport
import Testing

@testable import TrackData

/// However a text is read, byte by byte, by blocks or by several threads, it is the same table or the same error.
@Suite struct DataTableThreadsTests {
  /// What was found, whatever the parts it was found in.
  private struct Found: Equatable {
    let columns: [[UInt8]]
    let separators: [UInt32]

    init?(_ fields: CSVFields?) {
      guard let fields else { return nil }
      columns = fields.columns.map { Array($0.utf8) }
      separators = fields.parts.flatMap { $0.separators.dropFirst() }
    }
  }

  private static func ended(_ text: [UInt8]) -> [UInt8] { text.last == 0x0A ? text : text + [0x0A] }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `blocks find what bytes find, and never give up on a table without a fault`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: 4000 + seed)
    var divided = 0
    for _ in 0..<25 {
      try Self.ended(HostileTable(&generator).text).withUnsafeBufferPointer { text in
        let defined = try Found(CSVFields(byBytesOf: text, CSVDialect.plain(text)))
        #expect(Found(CSVFields(byBlocksOf: text, CSVDialect.plain(text), stretches: 1)) == defined)
        for stretches in 2...4 {
          guard let found = Found(CSVFields(byBlocksOf: text, CSVDialect.plain(text), stretches: stretches))
          else { continue }
          #expect(found == defined)
          divided += 1
        }
      }
    }
    // Where a record seems to begin inside of quotes, one reader has to do; but most often several can.
    #expect(divided > 25)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `where bytes find a fault, blocks find nothing, and elsewhere nothing else`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 5000 + seed)
    var faults = 0
    for _ in 0..<50 {
      Self.ended(HostileTable(&generator).damaged(&generator)).withUnsafeBufferPointer { text in
        let defined = Found(try? CSVFields(byBytesOf: text, CSVDialect.plain(text)))
        if defined == nil { faults += 1 }
        for stretches in 1...4 {
          let found = Found(CSVFields(byBlocksOf: text, CSVDialect.plain(text), stretches: stretches))
          #expect(found == nil || found == defined)
        }
      }
    }
    #expect(faults > 10)
  }

  /// The cells of all columns, as numbers where they are; or what is wrong.
  private enum Answer: Equatable {
    case cells([[[UInt8]]], numbers: [[UInt64]])
    case error(DataError, cells: [[[UInt8]]])

    init(of text: [UInt8], threads: Int) {
      var cells: [[[UInt8]]] = []
      do throws(DataError) {
        let table = try DataTable(csv: text, file: "t.csv", threads: threads, smallestStretch: 16)
        for column in table.columns { cells.append(try table.text(in: column).map { Array($0.utf8) }) }
        self = .cells(cells, numbers: try table.numbers(in: table.columns).map { $0.map(\.bitPattern) })
      } catch {
        self = .error(error, cells: cells)
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `tables and errors do not depend on threads`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 6000 + seed)
    for _ in 0..<25 {
      let table = HostileTable(&generator)
      let text = generator.next() % 3 == 0 ? table.damaged(&generator) : table.text
      let alone = Answer(of: text, threads: 1)
      for threads in 2...4 { #expect(Answer(of: text, threads: threads) == alone) }
    }
  }

  /// Numbers with one bad cell each in some columns, so that which is told of depends on the order alone.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `columns read together are as if read one after another`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: 7000 + seed)
    let names = (0..<20).map { "c\($0)" }
    var rows = (0..<1500).map { _ in names.map { _ in "\(Double(generator.next() % 1_000_000) / 1000)" } }
    for _ in 0..<(generator.next() % 3) {
      rows[Int(generator.next() % 1500)][Int(generator.next() % 20)] =
        ["", "nan", "1.2.3"][
          Int(generator.next() % 3)]
    }
    let text = ([names] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n")
    let wanted = names.reversed().filter { _ in generator.next() % 8 > 0 }

    func answer(_ threads: Int, _ read: (DataTable) throws(DataError) -> [[Double]]) throws -> Result<
      [[Double]], DataError
    > {
      let table = try DataTable(csv: Array(text.utf8), file: "t.csv", threads: threads, smallestStretch: 4096)
      return Result { () throws(DataError) in try read(table) }
    }
    let single = try answer(1) { table throws(DataError) in
      var columns: [[Double]] = []
      for name in wanted { columns.append(try table.numbers(in: name)) }
      return columns
    }
    for threads in 1...3 {
      #expect(
        try answer(threads) { table throws(DataError) in try table.numbers(in: wanted) } == single)
    }
  }

  @Test func `features of some rows are those rows of all features, whichever parts they lie in`() throws {
    let csv = Sample.csv(rows: 3000)
    let names = ["tempo", "energy", "loudness"]
    let all = try Dataset.features(
      of: DataTable(csv: csv, file: "t.csv", threads: 1, smallestStretch: 1), named: names)
    let table = try DataTable(csv: csv, file: "t.csv", threads: 3, smallestStretch: 1)
    #expect(table.parts.count == 3)
    for rows in [0..<3000, 0..<1, 2999..<3000, 900..<1100, 1500..<1500, 1..<2999] {
      #expect(
        try Dataset.features(of: table, named: names, rows: rows)
          == Array(all[rows.lowerBound * 3..<rows.upperBound * 3]))
    }
  }
}
