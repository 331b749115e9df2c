import Foundation
import Paper
import TestSupport
import Testing

/// Tables that cannot bear all that an experiment asks for have a report all the same, which says what it lacks.
@Suite struct LeftOutTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.yaml, to: "experiments/small.yaml")
    try folder.write(Self.claims, to: "experiments/small.claims.yaml")
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "templates"), to: folder.url.appending(path: "templates"))
  }

  private static let yaml =
    SmallExperiment.yaml(csv: "table.csv").replacing(#/drop: .*/#, with: "drop: [artist, key]") + """

      baselines: [majority, stump, logistic]
      published: {test: 0.695}
      claims: small.claims.yaml
      studies:
        seeds: 0-2
        variants:
          - {name: apart, title: No artist on both sides, split: {group: artist}}
          - {name: keyed, title: With the key, drop: [artist]}
        splits:
          - {name: by-artist, title: By artist, split: {group: artist}}
          - {name: stratified, title: In proportion, split: {stratify: true}}
        audit: true

      """

  private static let claims = """
    - claim: The network is perfect.
      expect: holds
      conditions: [{value: small.test.accuracy, at_least: 1}]
    """

  private func run(_ command: String, _ arguments: String...) throws -> Command.Outcome {
    let experiment = command == "train" ? ["--experiment", "small", "--seeds", "0-2"] : []
    return try Command.run(command, experiment + arguments, in: folder.url)
  }

  private func warnings(_ outcome: Command.Outcome) -> [Substring] {
    // Without what the audit finds in the rows.
    outcome.errors.split(separator: "\n").filter {
      $0.hasPrefix("warning: ") && !$0.hasPrefix("warning: table.csv: ")
    }
  }

  private func page(_ name: String) throws -> String {
    try Files.readText(folder.path + "/output/\(name)")
  }

  @Test func aTableOfNumbersHasAReportWithoutTheStudiesByArtist() throws {
    try folder.write(InventedTable.csv(rows: 60), to: "experiments/table.csv")
    let lines = [
      "warning: experiments/small.yaml:7:9: data.drop: table.csv has no columns 'artist' and 'key' to drop",
      "warning: experiments/small.yaml:29:7: 'apart' and 'by-artist' (line 32) are left out: expected a column of "
        + "table.csv to group rows by, received 'artist'; the columns are loudness, energy, valence, target",
    ]
    let dry = try run("train", "--dry-run")
    #expect(dry.status == 0 && warnings(dry).map(String.init) == lines, "\(dry)")
    let outcome = try run("train")
    #expect(outcome.status == 0 && warnings(outcome).map(String.init) == lines, "\(outcome)")
    let rendered = try run("render")
    #expect(rendered.status == 0 && warnings(rendered).isEmpty, "\(rendered)")
    let reason = "expected a column of table.csv to group rows by, received ‘artist’."
    let text = try page("results.md")
    #expect(text.contains("| No artist on both sides | left out"), "\(text)")
    #expect(text.contains(#/\| By artist +\| network, left out/#), "\(text)")
    #expect(text.contains("Left out: “No artist on both sides”; \(reason)"), "\(text)")
    for name in ["tables/variants.float.tex", "report.html"] {
      #expect(try page(name).contains("No artist on both sides"), "\(name)")
    }
    // Nothing is tried again, and it is said again.
    let again = try run("train", "--check")
    #expect(again.status == 0 && warnings(again).map(String.init) == lines, "\(again)")
    let strict = try run("train", "--strict", "--output", "strict")
    #expect(strict.status == 65 && strict.errors.contains("so --strict trains nothing"), "\(strict)")
    #expect(!Files.exists(folder.path + "/strict"))
    let without = try run("train", "--no-studies", "--output", "without")
    #expect(without.status == 0 && warnings(without).map(String.init) == [lines[0]], "\(without)")
  }

  @Test func tablesThatAreSmallOrUnevenHaveAReport() throws {
    let others: [(name: String, cell: (Int) -> String)] = [
      ("artist", { "artist \($0 / 2 % 4)" }), ("key", { "\($0 % 5)" }),
    ]
    let tables = [
      InventedTable.csv(rows: 12, others: others), InventedTable.csv(rows: 20, others: others),
      InventedTable.csv(rows: 100, positives: 5, others: others),
      InventedTable.csv(
        rows: 60, others: [("artist", { $0 == 7 ? "" : "artist \($0 / 2 % 9)" }), ("key", { _ in "flat" })]),
    ]
    for table in tables {
      try folder.write(table, to: "experiments/table.csv")
      let outcome = try run("train", "--force")
      #expect(outcome.status == 0, "\(outcome)")
      let lines = warnings(outcome)
      #expect(Set(lines).count == lines.count, "\(outcome)")
      let rendered = try run("render")
      #expect(rendered.status == 0, "\(rendered)\n\(table)")
    }
    // The last one has both an empty artist and a key that is no number.
    let text = try page("results.md")
    #expect(text.contains("received an empty cell"), "\(text)")
    #expect(text.contains("a class in each row, received text in ‘key’ (first 2:"), "\(text)")
  }

  @Test func whatIsPublishedAndClaimedStaysWithItsData() throws {
    let csv = InventedTable.csv(rows: 60)
    try folder.write(csv, to: "experiments/table.csv")
    func tie(to digest: String) throws {
      let yaml = Self.yaml.replacing("data:\n", with: "data:\n  sha256: \(digest)\n")
      try folder.write(yaml, to: "experiments/small.yaml")
      #expect(try run("train", "--no-studies").status == 0)
      #expect(try run("render").status == 0)
    }
    try tie(to: Fingerprint(of: csv).description)
    #expect(try page("results.md").contains("69.5 %"))
    #expect(try run("render", "check", "--claims").output.contains("“The network is perfect.” fails"))
    try tie(to: String(repeating: "a", count: 64))
    for name in ["results.md", "results.tex", "report.html"] {
      let text = try page(name)
      #expect(!text.contains("69.5 %") && !text.contains("69.5\\,"), "\(name)")
      #expect(text.contains("about other data than these, so they are not assessed"), "\(name)")
    }
    #expect(!(try run("render", "check", "--claims").output.contains("The network is perfect")))
  }

  @Test func aFitThatOnlyFailsAsItIsTrainedCostsNothingElse() throws {
    let wild =
      "  - {name: wild, title: A wild one, training: {optimizer: {adam: {learning_rate: 1.0e+38}}}}\n"
    let yaml = Self.yaml.replacing("  splits:\n", with: "  " + wild + "  splits:\n")
    try folder.write(yaml, to: "experiments/small.yaml")
    try folder.write(
      InventedTable.csv(
        rows: 60, others: [("artist", { "artist \($0 / 2 % 9)" }), ("key", { "\($0 % 5)" })]),
      to: "experiments/table.csv")
    let outcome = try run("train")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(warnings(outcome).contains { $0.contains("'wild' is left out: ") }, "\(outcome)")
    #expect(try run("render").status == 0)
    #expect(try page("results.md").contains(#/\| A wild one +\| left out/#))
    let again = try run("train", "--check")
    #expect(again.status == 0 && warnings(again) == warnings(outcome), "\(again)")
  }
}
