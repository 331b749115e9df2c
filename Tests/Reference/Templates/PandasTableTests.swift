import Foundation
import Templates
import TestSupport
import Testing

/// Against pandas 3.1.1 and tabulate 0.10.0, byte for byte.
struct PandasTableTests {
  static let names = ((try? Fixtures.bundled.names(in: "tables", ending: ".json")) ?? []).map {
    $0.dropLast(5)
  }

  @Test func allFixturesAreThere() { #expect(Self.names.count == 13) }

  @Test(arguments: names) func tablesAreThoseOfPandasToTheByte(_ name: Substring) throws {
    let fixture = try TableFixture("tables/\(name)")
    let table = fixture.table
    for (kind, ours) in [
      ("tex", fixture.latex), ("pipe.md", table.markdown(.pipe)), ("github.md", table.markdown(.github())),
      ("github2.md", table.markdown(.github(decimals: 2))),
    ] {
      let same = Conformance("tables", ".\(kind)", .bytes)
      let theirs = try Fixtures.bundled.bytes("tables/\(name).\(kind)")
      #expect(same.agrees(String(name), Array(ours.utf8) == theirs), "\(ours)")
    }
  }
}

/// The input of one fixture.
private struct TableFixture {
  let table: PandasTable
  private let keywords: [String: Any]

  init(_ path: String) throws {
    let text = try Fixtures.bundled.text(path + ".json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    keywords = try #require(json["kwargs"] as? [String: Any])
    if let report = json["report"] as? [String: Any] {
      table = try Self.report(report, order: Self.rowNames(in: text))
    } else {
      table = try Self.summary(
        try #require(json["columns"] as? [String]), try #require(json["rows"] as? [[Any]]))
    }
  }

  var latex: String {
    let caption = keywords["caption"] as? [String] ?? (keywords["caption"] as? String).map { [$0] }
    let format = keywords["float_format"] as? String
    return table.latex(
      caption: caption?.first, shortCaption: caption?.dropFirst().first, label: keywords["label"] as? String,
      position: keywords["position"] as? String, escape: keywords["escape"] as? Bool ?? false,
      decimals: format == "%.2f" ? 2 : 6)
  }

  /// The rows in the order of the file, which a JSON reader loses: they are indented by two.
  private static func rowNames(in text: String) throws -> [String] {
    let lines = text.split(separator: "\n").drop { $0 != " \"report\": {" }.dropFirst()
    return try lines.filter { $0.hasPrefix("  \"") }.map { line in
      let end = try #require(line.range(of: "\": ")?.lowerBound)
      return try JSONDecoder().decode(String.self, from: Data((line[..<end].dropFirst(2) + "\"").utf8))
    }
  }

  /// A classification report; the accuracy, one number, is spread over all columns, as pandas does.
  private static func report(_ report: [String: Any], order: [String]) throws -> PandasTable {
    let names = ["precision", "recall", "f1-score", "support"]
    let columns = try names.map { name in
      let values = try order.map { row in
        let number = (report[row] as? [String: Double])?[name] ?? report[row] as? Double
        return try #require(number)
      }
      return PandasTable.Column(name, .numbers(values))
    }
    return PandasTable(index: order, columns: columns)
  }

  /// A model summary of type, shape (a Python tuple) and count of parameters.
  private static func summary(_ names: [String], _ rows: [[Any]]) throws -> PandasTable {
    let shapes = rows.map { row in
      let sizes = (row[1] as? [Any] ?? []).map { ($0 as? Int).map(String.init) ?? "None" }
      return "(\(sizes.joined(separator: ", ")))"
    }
    return PandasTable(
      index: nil,
      columns: [
        .init(names[0], .text(try rows.map { try #require($0[0] as? String) })),
        .init(names[1], .text(shapes)),
        .init(names[2], .integers(try rows.map { try #require($0[2] as? Int) })),
      ])
  }
}
