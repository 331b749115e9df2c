/// The classes of a column as a user lists them, and which cells are of which class.
///
/// Names count: a cell is of the class that is called as the cell reads, `2` as well as `Liked`; a name that is a
/// number stands for that number however it is written, `1` for `1.0` too, blanks around it or not. Only where *no*
/// cell of the column is a listed name, no listed name is a number, and all cells are numbers of classes, from 0 on,
/// do the numbers stand for the names: `[Disliked, Liked]` for cells 0 and 1. Never both in one column.
public struct ClassNames: Sendable, Equatable {
  /// In the order of the classes' numbers.
  public let names: [String]
  private let numbers: [Double?]

  /// - Parameter names: of classes 0, 1 and so on.
  public init(_ names: [String]) {
    self.names = names
    numbers = names.map { name in
      var name = name
      return name.withUTF8 { if case .finite(let number) = CSVNumber(trimmed($0)) { number } else { nil } }
    }
  }

  /// Two names that mean the same cells, where there are such: `1` and `1.0`.
  public var repeated: (String, String)? {
    for (index, name) in names.enumerated() {
      for other in names.indices.dropFirst(index + 1)
      where names[other].utf8.elementsEqual(name.utf8)
        || numbers[index] != nil && numbers[index] == numbers[other]
      {
        return (name, names[other])
      }
    }
    return nil
  }

  /// Whether 0, 1 and so on may stand for the names.
  var mayBeNumbered: Bool { numbers.allSatisfy { $0 == nil } }

  /// The class that a cell names.
  func index(named cell: CSVCell) -> Int? {
    let text = cell.string
    if let index = names.firstIndex(where: { $0.utf8.elementsEqual(text.utf8) }) { return index }
    guard !mayBeNumbered, case .finite(let number) = cell.number else { return nil }
    return numbers.firstIndex(of: number)
  }

  /// The class whose number is in a cell.
  func index(numbered cell: CSVCell) -> Int? {
    guard case .finite(let number) = cell.number, let index = Int(exactly: number),
      names.indices.contains(index)
    else { return nil }
    return index
  }
}

extension DataTable {
  /// The classes in a column as indices into the names.
  ///
  /// - Throws: at the first cell that is of none of them, with every such label and how many rows have it.
  func classes(in column: Int, _ names: ClassNames) throws(DataError) -> [Int] {
    var classes = try indices(in: column, names.index(named:))
    if names.mayBeNumbered, classes.allSatisfy({ $0 == nil }) {
      // Where some are numbers of classes, the others are what is wrong.
      classes = try indices(in: column, names.index(numbered:))
    }
    guard let first = classes.firstIndex(of: nil) else { return classes.compactMap(\.self) }
    var places: [String: Int] = [:]
    var labels: [UnlistedLabel] = []
    for row in classes.indices where classes[row] == nil {
      let label = text(row: row, column: column)
      let key = String(decoding: label.utf8, as: UTF8.self)
      if let place = places[key] {
        labels[place].rows += 1
      } else {
        places[key] = labels.count
        labels.append(UnlistedLabel(label: label, rows: 1))
      }
    }
    throw error(
      .unlistedLabels(column: columns[column], labels: labels, classes: names.names), row: first,
      column: column)
  }

  private func indices(
    in column: Int, _ index: (CSVCell) -> Int?
  ) throws(DataError) -> [Int?] {
    var indices: [Int?] = []
    indices.reserveCapacity(rowCount)
    try forEachCell(in: column) { cell in
      indices.append(index(cell))
      return nil
    }
    return indices
  }
}

/// A label that is on no list, and how many rows have it.
public struct UnlistedLabel: Sendable, Equatable {
  public let label: String
  public internal(set) var rows: Int

  public init(label: String, rows: Int) { (self.label, self.rows) = (label, rows) }
}
