/// What a column holds, as far as it can be told without knowing what it means.
public struct ColumnProfile: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case number
    /// Whole numbers of which each is one more than that of the row before: an index, no feature.
    case rowNumber = "row number"
    case text
  }

  /// The extent of numbers.
  public struct Extent: Sendable, Equatable {
    public let min: Double
    /// The mean of the two in the middle where there is an even number.
    public let median: Double
    public let max: Double
  }

  public let name: String
  public let kind: Kind
  /// Of the cells that are numbers; `nil` for text.
  public let extent: Extent?
  /// How many different cells there are, numbers by value, text by its bytes; empty cells do not count.
  public let distinct: Int
  /// The rows without a value, from 0 on: of numbers those with a missing cell, of text those with an empty one.
  public let emptyRows: [Int]
  /// The rows of a column of numbers whose cells hold something else.
  public let strayRows: [Int]
  /// For each row its number; `nil` where the cell is none, and for all cells of a column of text.
  public let numbers: [Double?]
  /// For each row the place of its cell among the different ones; `nil` where it is empty or stray.
  public let values: [Int?]
}

extension ColumnProfile {
  /// Profiles a column: of numbers where at least nine in ten cells with something in them are finite numbers,
  /// else of text.
  init(of table: DataTable, column: Int) throws(DataError) {
    var numbers: [Double?] = []
    var texts: [[UInt8]] = []
    var missingRows: [Int] = []
    try table.forEachCell(in: column) { cell in
      if table.missing.contains(cell) {
        missingRows.append(numbers.count)
        numbers.append(nil)
      } else if case .finite(let number) = cell.number {
        numbers.append(number)
      } else {
        numbers.append(nil)
      }
      texts.append(Array(cell.string.utf8))
      return nil
    }
    let finite = numbers.compactMap { $0 }
    let isNumeric = !finite.isEmpty && finite.count * 10 >= (texts.count - missingRows.count) * 9
    name = table.columns[column]
    // A title may well be called "None".
    emptyRows = isNumeric ? missingRows : texts.indices.filter { texts[$0].isEmpty }
    if isNumeric {
      extent = Extent(of: finite)
      // −0 is 0.
      (values, distinct) = Self.places(of: numbers.map { $0.map { $0 == 0 ? 0 : $0 } })
      let missing = Set(missingRows)
      strayRows = numbers.indices.filter { numbers[$0] == nil && !missing.contains($0) }
      self.numbers = numbers
      let counts =
        finite.count == numbers.count && finite.count > 1
        && zip(finite, finite.dropFirst()).allSatisfy { $0.0 + 1 == $0.1 }
      kind = counts ? .rowNumber : .number
    } else {
      extent = nil
      (values, distinct) = Self.places(of: texts.map { $0.isEmpty ? nil : $0 })
      strayRows = []
      self.numbers = Array(repeating: nil, count: texts.count)
      kind = .text
    }
  }

  private static func places<Value: Hashable>(of cells: [Value?]) -> ([Int?], Int) {
    var places: [Value: Int] = [:]
    let values = cells.map { cell in
      cell.map { cell in
        if let place = places[cell] { return place }
        places[cell] = places.count
        return places.count - 1
      }
    }
    return (values, places.count)
  }
}

extension ColumnProfile.Extent {
  /// - Parameter numbers: at least one.
  fileprivate init(of numbers: [Double]) {
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    min = sorted[0]
    median = sorted.count % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
    max = sorted[sorted.count - 1]
  }
}
