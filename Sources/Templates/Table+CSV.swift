extension Table {
  /// For machines: a header line, then a line a row, `\n` at the end of each, RFC 4180 quotes.
  ///
  /// A header says what it stands under, as `test: recall`. Numbers are the shortest that read back to the same value, whatever decimals a page shows. Captions
  /// and notes are for people and stay out; the provenance becomes a last column, `note`.
  public var csv: String {
    let header = fullHeaders + (provenance == nil ? [] : ["note"])
    let note = provenance.map { [OutputFormat.csv.escaped($0)] } ?? []
    let rows = groups.joined().map { row in row.map(\.machineText) + note }
    return ([header.map(OutputFormat.csv.escaped)] + rows).map { fields in
      // A line with nothing on it is no row to most readers.
      (fields == [""] ? "\"\"" : fields.joined(separator: ",")) + "\n"
    }.joined()
  }
}

extension Table.Cell {
  fileprivate var machineText: String {
    switch self {
    case .number(let value, _), .pValue(let value): value.isNaN ? "nan" : value.description
    case .text, .integer, .empty: text(for: .csv)
    }
  }
}
