import TrackData

/// `predictions.csv`: what the network said of every row, and which part of the split the row was in.
public struct Predictions: Equatable, Sendable {
  /// The parts of the split.
  public enum Part: String, CaseIterable, Sendable {
    case train
    case validation
    case test
  }

  /// For each row its number in the data file, from 0 on; `nil` where no row of the file is left out.
  public var fileRows: [Int]?
  /// Which part of the split each row is in.
  public var parts: [Part]
  /// The class of each row, 0 or 1.
  public var target: [Int]
  /// The probability of class 1.
  public var probability: [Float]

  public init(parts: [Part], target: [Int], probability: [Float], fileRows: [Int]? = nil) {
    precondition(
      parts.count == target.count && target.count == probability.count, "one of each for every row")
    self.parts = parts
    self.target = target
    self.probability = probability
    self.fileRows = fileRows
  }

  /// The class that a probability stands for: 1 above one half, as `numpy.round` gives (0.5 is class 0).
  public static func predictedClass(_ probability: Float) -> Int { probability > 0.5 ? 1 : 0 }

  /// The rows in one of some parts, in the file's order.
  public func rows(in wanted: Set<Part>) -> [Int] { parts.indices.filter { wanted.contains(parts[$0]) } }
}

extension Predictions {
  /// The class that every row is called; `nil` where rows are told apart.
  var calledClass: Int? {
    let called = Set(classes(on: .overall).predictions)
    return called.count == 1 ? called.first : nil
  }
}

extension Predictions {
  static let columns = ["row", "split", "target", "probability"]

  public var csv: String {
    var text = Self.columns.joined(separator: ",") + "\n"
    for row in parts.indices {
      text += "\(fileRows?[row] ?? row),\(parts[row].rawValue),\(target[row]),\(probability[row])\n"
    }
    return text
  }

  /// The predictions in a table.
  ///
  /// - Throws: `badData` with line and column where the table is not what training writes.
  init(_ table: DataTable) throws(Failure) {
    func column(_ name: String) throws(Failure) -> [Double] {
      try Failure.ofDamage { () throws(DataError) in try table.numbers(in: name) }
    }
    let (rows, target, probability) = (try column("row"), try column("target"), try column("probability"))
    let names = try Failure.ofDamage { () throws(DataError) in try table.text(in: "split") }
    let parts = names.compactMap(Part.init(rawValue:))
    guard parts.count == rows.count, rows.allSatisfy({ $0 >= 0 && $0 == $0.rounded() && $0 < 0x1p53 }),
      zip(rows, rows.dropFirst()).allSatisfy({ $0 < $1 }),
      target.allSatisfy({ $0 == 0 || $0 == 1 })
    else {
      throw Failure.damaged(
        table.file, "rising numbers of rows, a split of train, validation or test, and a target of 0 or 1")
    }
    let isWhole = rows.indices.allSatisfy { rows[$0] == Double($0) }
    self.init(
      parts: parts, target: target.map { Int($0) }, probability: probability.map { Float($0) },
      fileRows: isWhole ? nil : rows.map { Int($0) })
  }
}
