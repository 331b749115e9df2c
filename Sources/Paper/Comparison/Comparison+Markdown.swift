import Evaluation
import Foundation
import Templates

extension Comparison {
  /// The comparison as Markdown, fit for a merge request: per run the verdict and the numbers, then what was changed.
  public var markdown: String {
    guard !isSame else {
      return
        "Nothing differs between \(Self.escaped(a.folder)) and \(Self.escaped(b.folder)): runs, seeds, settings, data and "
        + "versions are the same. Studies and claims are not compared.\n"
    }
    let head = "A is \(Self.escaped(a.folder)), B is \(Self.escaped(b.folder)).\n"
    return ([head] + sections(of: runs) + [unpaired, changes].compactMap(\.self)).joined(separator: "\n")
  }

  private func sections(of runs: [RunComparison]) -> [String] {
    runs.map { run in
      let (nameA, nameB) = (run.a.record.name, run.b.record.name)
      let heading = nameA == nameB ? Self.escaped(nameB) : "\(Self.escaped(nameA)) and \(Self.escaped(nameB))"
      var parts = ["## \(heading)\n", Self.escaped(run.verdict.words) + "\n"]
      if !run.spreads.isEmpty { parts.append(run.spreadTable.markdown(caption: .none)) }
      parts.append(run.scoreTable.markdown(caption: .none))
      // Of other settings nobody expects the same curves.
      if settings.isEmpty && data.isEmpty { parts += run.traces.map { Self.escaped($0) + "\n" } }
      return parts.joined(separator: "\n")
    }
  }

  private var unpaired: String? {
    let lines = [(onlyInA, "A"), (onlyInB, "B")].flatMap { names, side in
      names.map { "Only \(side) has a run \(Self.escaped($0)).\n" }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private var changes: String {
    func list(_ title: String, _ changes: [Change]) -> String {
      guard !changes.isEmpty else { return "\(title): the same.\n" }
      return "\(title):\n\n" + changes.map { "- \($0.markdown)\n" }.joined()
    }
    return "## What was changed\n\n"
      + [list("Settings", settings), list("Data", data), list("Versions", versions)].joined(separator: "\n")
  }

  fileprivate static func escaped(_ text: String) -> String { OutputFormat.markdown.escaped(text) }
}

extension Change {
  /// Such as `` `split.seed`: 0 -> 1 ``.
  fileprivate var markdown: String {
    "\(Self.code(what)): \(a.map(Self.code) ?? "nothing") -> \(b.map(Self.code) ?? "nothing")"
  }

  /// A code span, in longer backquotes than there are in the text; nothing in it is markup.
  private static func code(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let longest = line.split { $0 != "`" }.map(\.count).max() ?? 0
    let ticks = String(repeating: "`", count: longest + 1)
    let pad = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return ticks + pad + line + pad + ticks
  }
}

extension RunComparison {
  /// What the networks came to: A, B, and B less A.
  fileprivate var scoreTable: Table {
    let seeds = (a.run.training.seed, b.run.training.seed)
    let rows: [[Table.Cell]] = scores.map { score in
      [
        .text(score.name), Self.cell(score.a, score.intervalOfA, score.digits),
        Self.cell(score.b, score.intervalOfB, score.digits),
        score.difference.map { Self.cell($0, nil, score.digits) } ?? .empty,
      ]
    }
    let stop: [Table.Cell] = [
      .text("stopped by"), .text(a.record.result.stop.rawValue), .text(b.record.result.stop.rawValue), .empty,
    ]
    return Table(
      caption: "The networks", label: "tab:networks",
      columns: [
        .init(seeds.0 == seeds.1 ? "seed \(seeds.0)" : "seeds \(seeds.0) and \(seeds.1)"), .init("A", .right),
        .init("B", .right), .init("B less A", .right),
      ], rows: rows + [stop],
      notes: ["In brackets where a share of rows may lie on other rows (Wilson, 95 %)."])
  }

  /// What the seeds came to: mean, standard deviation and interval of the mean, and the difference of means.
  fileprivate var spreadTable: Table {
    let rows: [[Table.Cell]] = spreads.map { spread in
      let difference = (try? WelchTest(first: spread.a, second: spread.b))?.difference
      return [
        .text(spread.name), Self.cell(over: spread.a, spread.digits),
        Self.cell(over: spread.b, spread.digits),
        difference.map { Self.cell($0.value, $0.interval, spread.digits) } ?? .empty,
      ]
    }
    let counts = (a.folder.seeds?.results.count ?? 0, b.folder.seeds?.results.count ?? 0)
    return Table(
      caption: "Over seeds", label: "tab:seeds",
      columns: [
        .init("over seeds"), .init("A, \(counts.0) seeds", .right), .init("B, \(counts.1) seeds", .right),
        .init("B less A", .right),
      ], rows: rows,
      notes: [
        "Mean ± standard deviation, and in brackets where the mean over all seeds may lie (95 %); of the difference by Welch."
      ])
  }

  private static func cell(_ value: Double?, _ interval: Interval?, _ digits: Int) -> Table.Cell {
    guard let value else { return .empty }
    if digits == 0 && interval == nil { return .integer(Int(value)) }
    guard let interval else { return .number(value, digits: digits) }
    return .text("\(fixed(value, digits)) \(fixed(interval, digits))")
  }

  private static func cell(over numbers: [Double], _ digits: Int) -> Table.Cell {
    let spread = Spread(of: numbers)
    let interval = (try? Interval.ofMean(numbers)).map { " \(fixed($0, digits))" } ?? ""
    return .text("\(fixed(spread.mean, digits)) ± \(fixed(spread.deviation, digits))\(interval)")
  }

  private static func fixed(_ interval: Interval, _ digits: Int) -> String {
    "[\(fixed(interval.low, digits)), \(fixed(interval.high, digits))]"
  }

  private static func fixed(_ value: Double, _ digits: Int) -> String {
    String(format: "%.*f", digits, value).replacing("-", with: "\u{2212}")
  }
}
