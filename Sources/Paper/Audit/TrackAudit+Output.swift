import Foundation
import TrackData

extension TrackAudit {
  /// The audit for people: the classes, the columns, and what was found with what to do about it.
  public var text: String {
    var classes = TextTable([
      .init(header: "class"), .init(header: "rows", isNumeric: true), .init(header: "share", isNumeric: true),
    ])
    for (name, count) in classCounts {
      classes.rows.append(
        [name, "\(count)", String(format: "%.1f %%", 100 * Double(count) / Double(data.rowCount))])
    }
    var columns = TextTable(
      [.init(header: "column"), .init(header: "kind")]
        + ["min", "median", "max", "distinct", "empty", "auc"].map { .init(header: $0, isNumeric: true) })
    for (column, area) in zip(data.columns, areas) {
      let extent = column.extent.map { [$0.min, $0.median, $0.max].map { String(format: "%.6g", $0) } }
      columns.rows.append(
        [column.name, column.kind.rawValue] + (extent ?? ["", "", ""])
          + [
            "\(column.distinct)", "\(column.emptyRows.count)", area.map { String(format: "%.3f", $0) } ?? "",
          ])
    }
    let size = "\(data.file): \(data.rowCount) rows, \(data.columns.count) columns\n"
    return [size, classes.text, columns.text, findingsText].joined(separator: "\n")
  }

  private var findingsText: String {
    guard !findings.isEmpty else { return "nothing found\n" }
    let lines = findings.map { finding in
      let severity = finding.severity.rawValue
      let indent = String(repeating: " ", count: 9)
      return severity + String(repeating: " ", count: indent.count - severity.count)
        + "\(finding.message)\(Self.list(finding.rows.map(data.fileRow)))\n\(indent)\(finding.advice)\n"
    }
    return "\(findings.count) \(findings.count == 1 ? "finding" : "findings")\n" + lines.joined()
  }

  /// The first of some rows.
  private static func list(_ rows: [Int]) -> String {
    if rows.isEmpty { return "" }
    let shown = rows.prefix(6).map(String.init).joined(separator: ", ")
    return " (\(rows.count == 1 ? "row" : "rows") \(shown)\(rows.count > 6 ? ", …" : ""))"
  }

  private var classCounts: [(name: String, rows: Int)] {
    data.classNames.enumerated().map { index, name in (name, data.labels.count { $0 == index }) }
  }

  /// The audit for programs: sorted keys, rows from 0 on; what does not apply is left out.
  public func json() throws(Failure) -> String {
    try JSON.encode(
      JSONAudit(
        file: Paths.name(of: data.file), rows: data.rowCount, target: data.target,
        classes: classCounts.map { JSONAudit.Class(name: $0.name, rows: $0.rows) },
        columns: zip(data.columns, areas).map(JSONAudit.Column.init),
        findings: findings.map { JSONAudit.Finding($0, rows: $0.rows.map(data.fileRow)) }))
  }
}

private struct JSONAudit: Encodable {
  let file: String
  let rows: Int
  let target: String
  let classes: [Class]
  let columns: [Column]
  let findings: [Finding]

  struct Class: Encodable {
    let name: String
    let rows: Int
  }

  struct Column: Encodable {
    let name: String
    let kind: String
    let min, median, max: Double?
    let distinct: Int
    let empty: Int
    let rocAuc: Double?

    init(_ profile: ColumnProfile, _ area: Double?) {
      (name, kind) = (profile.name, profile.kind == .rowNumber ? "row_number" : profile.kind.rawValue)
      (min, median, max) = (profile.extent?.min, profile.extent?.median, profile.extent?.max)
      (distinct, empty, rocAuc) = (profile.distinct, profile.emptyRows.count, area)
    }
  }

  struct Finding: Encodable {
    let check: String
    let severity: String
    let column: String?
    let message: String
    let advice: String
    let rows: [Int]?

    init(_ finding: AuditFinding, rows: [Int]) {
      (check, severity, column) = (finding.check, finding.severity.rawValue, finding.column)
      (message, advice) = (finding.message, finding.advice)
      self.rows = rows.isEmpty ? nil : rows
    }
  }
}
