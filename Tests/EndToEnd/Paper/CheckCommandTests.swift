import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// `render check`, `list` and `values`, `--dry-run` and `--check`, on a small report with the project's templates.
@Suite struct CheckCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    // With published numbers, without which what is said of them would be unused.
    try folder.write(RedoneChange.yaml, to: RedoneChange.experiment)
    try folder.write(RedoneChange.claimsYAML, to: RedoneChange.claims)
    try folder.write(RedoneChange.csv, to: RedoneChange.tracks)
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "templates"), to: folder.url.appending(path: "templates"))
    try run("train", "--experiment", "small", status: 0)
  }

  private static let formats = ["--format", "csv,svg"]

  @discardableResult
  private func run(_ name: String, _ arguments: String..., status: Int32) throws -> Command.Outcome {
    let formats = name == "render" && !arguments.contains("values") ? Self.formats : []
    let outcome = try Command.run(name, arguments + formats, in: folder.url)
    #expect(outcome.status == status, "\(outcome)")
    return outcome
  }

  private func write(_ file: String, _ old: String, _ new: String) throws {
    let text = try Files.readText(folder.path + "/" + file)
    try #require(text.contains(old))
    try folder.write(text.replacing(old, with: new), to: file)
  }

  /// Every file with its bytes and the time of its change.
  private func state() throws -> [String: String] {
    var state: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + path)
      let bytes = Files.isFolder(folder.path + "/" + path) ? [] : try Files.read(folder.path + "/" + path)
      state[path] = "\(attributes[.modificationDate] ?? "") \(Fingerprint(of: bytes))"
    }
    return state
  }

  @Test func aFreshReportPassesAndLookingChangesNothing() throws {
    try run("render", status: 0)
    let before = try state()
    let check = try run("render", "check", "--claims", status: 0)
    #expect(check.output == "")
    #expect(check.errors.contains("products are up to date, all numbers are used\n"), "\(check)")
    #expect(check.errors.contains("1 of 1 claims come out as expected\n"), "\(check)")
    try run("render", "--dry-run", status: 0)
    try run("render", "list", status: 0)
    try run("render", "values", status: 0)
    try run("train", "--experiment", "small", "--dry-run", status: 0)
    try run("train", "--experiment", "small", "--check", status: 0)
    #expect(try state() == before)
  }

  @Test func whatIsStaleIsNamedWithItsReason() throws {
    let never = try run("render", "check", status: 1)
    #expect(never.output.hasPrefix("stale: figures/loss.svg, figures/loss.csv, "), "\(never)")
    #expect(never.output.contains(", results.tex: it was never made\n"), "\(never)")
    try run("render", status: 0)
    try write("templates/results.md", "## Training", "## How it was trained")
    try FileManager.default.removeItem(atPath: folder.path + "/output/figures/loss.svg")
    let stale = try run("render", "check", status: 1)
    #expect(
      stale.output == """
        stale: figures/loss.svg: figures/loss.svg is missing
        stale: results.md: the template results.md changed

        """)
    let list = try run("render", "list", "--json", status: 0)
    let products = try #require(
      try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
    let notCurrent = products.filter { ($0["reasons"] as? [String])?.isEmpty == false }
    #expect(notCurrent.compactMap { $0["name"] as? String } == ["loss", "results.md"])
    #expect(try run("render", "--dry-run", status: 0).output.split(separator: "\n").count == 2)
  }

  @Test func aSettingThatChangedMakesTheRunsStale() throws {
    try write(RedoneChange.experiment, "epochs: 4}", "epochs: 5}")
    let plan = try run("train", "--experiment", "small", "--dry-run", status: 0)
    #expect(
      plan.output.contains(
        "run 'longer': train, because training.epochs changed\n"),
      "\(plan)")
    #expect(plan.output.contains("run 'small': rewrite its words, nothing to train\n"), "\(plan)")
    try run("train", "--experiment", "small", "--check", status: 1)
  }

  @Test func aNumberThatNoTemplatePrintsIsUnused() throws {
    try run("render", status: 0)
    for (name, tags) in [
      ("results.md", "{{%}}"), ("report.html", "{{%}}"), ("results.tex", "<<%>>"),
      ("discussion.md", "{{%}}"), ("discussion.tex", "<<%>>"),
    ] {
      try write("templates/\(name)", tags.replacing("%", with: "comparison.epochs_factor"), "some")
    }
    try run("render", status: 0)
    let unused = try run("render", "check", status: 1)
    #expect(
      unused.output == "unused: comparison.epochs_factor (how many times as many epochs these are): "
        + "print it, or name it in templates/offered.keys\n")
    // A document that asks for it is a use.
    try folder.write(#"It took \liner{comparison.epochs_factor} times as long."#, to: "paper.tex")
    try run("render", "check", "--document", "paper.tex", status: 0)
    try folder.write("\nIt took \\liner{comparison.epoch_factor} times as long.", to: "paper.tex")
    let unknown = try run("render", "check", "--document", "paper.tex", status: 1)
    #expect(
      unknown.output.hasPrefix(
        "unknown: paper.tex:2:9: no number is named 'comparison.epoch_factor'; did you mean "
          + "'comparison.epochs_factor'?\n"), "\(unknown)")
  }

  @Test func aClaimThatSurprisesFailsTheCheckWhenAskedFor() throws {
    try write(RedoneChange.claims, "expect: holds", "expect: fails")
    let trained = try run("train", "--experiment", "small", status: 0)
    #expect(trained.errors.contains("the claims: taken over, because the claims changed\n"), "\(trained)")
    #expect(!trained.errors.contains("training, because"))
    try run("render", status: 0)
    try run("render", "check", status: 0)
    let surprise = try run("render", "check", "--claims", status: 1)
    #expect(
      surprise.output.hasPrefix(
        "claim: “The network is better than a coin.” holds, expected that it fails: "
          + "small.test.accuracy more than 0.5, found 0."), "\(surprise)")
    let page = try Files.readText(folder.path + "/output/results.md")
    #expect(page.contains("Expected: fails; found: holds: \"The network is better than a coin.\""))
  }

  @Test func aClaimOnAKeyThatIsNoneIsRefusedWithItsPlace() throws {
    try write(RedoneChange.claims, "small.test.accuracy", "small.test.acuracy")
    try run("train", "--experiment", "small", status: 0)
    let refused = try run("render", status: 65)
    #expect(
      refused.errors
        == "error: small.claims.yaml:3:24: no number is named 'small.test.acuracy'; did you mean "
        + "'small.test.accuracy'?\n")
  }

  @Test func numbersAreFoundByWordsInKeyOrMeaning() throws {
    let found = try run("render", "values", "longer.test", "percent", status: 0).output.split(separator: "\n")
    #expect(found.count > 3)
    #expect(found.dropFirst().allSatisfy { $0.contains("longer.test.") && $0.contains("percent") })
    let json = try run("render", "values", "small.test.accuracy", "--json", status: 0)
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(entries.first?["key"] as? String == "small.test.accuracy")
    #expect((entries.first?["value"] as? Double).map { (0...1).contains($0) } == true)
    let none = try run("render", "values", "small.test.acuracy", status: 64)
    #expect(
      none.errors == "error: no number has 'small.test.acuracy'; did you mean 'small.test.accuracy'?\n")
  }

  @Test func whatAnOptionLeavesOutCannotBeAskedFor() throws {
    let table = try run("render", "--figures-only", "--only", "summary", status: 64)
    #expect(table.errors == "error: --only summary: there is one, but --figures-only leaves it out\n")
    try run("render", "--tables-only", "--only", "loss", status: 64)
    try run("render", "--figures-only", "--only", "los", status: 64)
  }

  @Test func aFolderWithoutRunsIsLeftAsItIs() throws {
    for arguments in [[], ["--dry-run"], ["check"], ["list"], ["values"]] {
      let outcome = try Command.run("render", arguments + ["--output", "nosuch"], in: folder.url)
      #expect(outcome.status == 66, "\(outcome)")
    }
    #expect(!Files.exists(folder.path + "/nosuch"))
  }

  @Test func whatSomebodyWroteIntoARunIsKept() throws {
    for file in ["predictions.csv", "run.json", "seeds.csv"] {
      try folder.write("edited", to: "output/runs/small/\(file)")
    }
    let trained = try run("train", "--experiment", "small", status: 0)
    for file in ["predictions.csv", "run.json", "seeds.csv"] {
      #expect(try Files.readText(folder.path + "/output/runs/small/\(file).orig") == "edited")
      #expect(
        trained.errors.contains("warning: output/runs/small/\(file) was changed by hand; it is kept as"),
        "\(trained)")
    }
    // Weights that nobody touched have not changed.
    try run("render", status: 0)
  }
}
