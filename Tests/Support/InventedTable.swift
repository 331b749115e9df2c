/// Small labelled tables for tests of what data can bear, invented by arithmetic.
public enum InventedTable {
  /// Columns of numbers, then `target`, whose class the first column tells most of the time.
  ///
  /// - Parameters:
  ///   - positives: how many of the rows are of class 1; they are spread over the table.
  ///   - others: more columns, each with a function from the row to its cell.
  public static func csv(
    rows: Int, positives: Int? = nil, columns: [String] = ["loudness", "energy", "valence"],
    others: [(name: String, cell: (Int) -> String)] = []
  ) -> String {
    let positives = positives ?? rows / 2
    var text = (columns + ["target"] + others.map(\.name)).joined(separator: ",") + "\n"
    for row in 0..<rows {
      // So many of the rows before and after it that one more is of class 1.
      let isPositive = (row + 1) * positives / rows > row * positives / rows
      let numbers = columns.indices.map { column -> String in
        let noise = (row * 37 + column * 11) % 19
        return "\(Double(noise + (isPositive && column == 0 && row % 5 != 0 ? 9 : 0)) / 8)"
      }
      text += (numbers + [isPositive ? "1" : "0"] + others.map { $0.cell(row) }).joined(separator: ",") + "\n"
    }
    return text
  }
}
