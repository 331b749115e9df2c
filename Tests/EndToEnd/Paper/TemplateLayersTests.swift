import Foundation
import Paper
import TestSupport
import Testing
import TrackData

/// Own templates over the standard ones, by option and by experiment.
@Suite struct TemplateLayersTests {
  private let folder: TemporaryFolder

  init() throws { folder = try Self.trained(SmallExperiment.yaml()) }

  private static func trained(_ yaml: String) throws -> TemporaryFolder {
    let folder = try SmallRun.trained(on: Sample.csv(rows: 60), yaml: yaml)
    try folder.write("The standard. {{> foot}}\n", to: "templates/standard.md")
    try folder.write("In LaTeX. <<> foot>>\n", to: "templates/standard.tex")
    try folder.write("Standard foot.", to: "templates/partials/foot.md")
    try folder.write("Standard foot in LaTeX.", to: "templates/partials/foot.tex")
    return folder
  }

  @discardableResult
  private func render(_ arguments: String..., status: Int32 = 0, in other: TemporaryFolder? = nil) throws
    -> Command.Outcome
  {
    let outcome = try Command.run("render", arguments, in: (other ?? folder).url)
    #expect(outcome.status == status, "\(outcome)")
    return outcome
  }

  private func text(_ name: String) -> String? { try? Files.readText("\(folder.path)/output/\(name)") }

  @Test func ownTemplatesLeaveTheStandardProductsAndOutliveTheNextReport() throws {
    try render()
    try folder.write("Mine: {{title}}. {{> foot}}\n", to: "mine/own.md")
    let first = try render("--templates", "mine")
    #expect(first.errors.hasPrefix("output: made 1 of "), "\(first)")
    #expect(text("own.md") == "Mine: A small test. Standard foot.\n")
    #expect(text("standard.md") == "The standard. Standard foot.\n")

    // The next report knows of them without being told, and says so.
    let next = try render()
    #expect(
      next.errors.hasPrefix(
        "output: with the templates of mine, as before; --templates templates leaves them out\noutput: all "),
      "\(next)")
    #expect(text("own.md") != nil)
    try folder.write("Changed.\n", to: "mine/own.md")
    #expect(try render("check", status: 1).output.contains("stale: own.md: the template own.md changed"))
    try render()
    #expect(text("own.md") == "Changed.\n")

    // What is left out is removed, and said to be.
    let without = try render("--templates", "templates")
    #expect(without.errors.contains("own.md"), "\(without)")
    #expect(text("own.md") == nil)
    #expect(text("standard.md") != nil)
    #expect(try !render().errors.contains("as before"))
  }

  @Test func onePartialIsOverridden() throws {
    try render()
    try folder.write("My foot.", to: "mine/partials/foot.md")
    let outcome = try render("--templates", "mine")
    #expect(
      outcome.errors.contains("standard.md because the template partials/foot.md changed\n"), "\(outcome)")
    #expect(text("standard.md") == "The standard. My foot.\n")
    #expect(text("standard.tex") == "In LaTeX. Standard foot in LaTeX.\n")
    try FileManager.default.removeItem(atPath: folder.path + "/mine/partials/foot.md")
    try render()
    #expect(text("standard.md") == "The standard. Standard foot.\n")
  }

  @Test func laterFoldersLieOverEarlierOnes() throws {
    try folder.write("One. {{> foot}}\n", to: "one/own.md")
    try folder.write("One's foot.", to: "one/partials/foot.md")
    try folder.write("Two's foot.", to: "two/partials/foot.md")
    try render("--templates", "one", "--templates", "two/")
    #expect(text("own.md") == "One. Two's foot.\n")
    #expect(text("standard.md") == "The standard. Two's foot.\n")
  }

  @Test func theStandardProductsGoOnlyWhenAskedTo() throws {
    try render()
    try folder.write("Mine.\n", to: "mine/own.md")
    try render("--templates", "mine", "--templates-only")
    #expect(text("own.md") == "Mine.\n")
    #expect(text("standard.md") == nil)
    try render()
    #expect(text("standard.md") == nil)
    try render("--templates", "mine")
    #expect(text("standard.md") != nil)
    try render("--templates-only", status: 64)
  }

  @Test func theExperimentNamesTemplatesAsSeenFromItsFile() throws {
    let folder = try Self.trained(SmallExperiment.yaml() + "\ntemplates: ['../my \"own\" templates', more]\n")
    try folder.write("Mine.\n", to: "my \"own\" templates/own.md")
    try folder.write("More: {{> foot}}\n", to: "experiments/more/more.md")
    try render(in: folder)
    let output = folder.path + "/output"
    #expect(try Files.readText(output + "/own.md") == "Mine.\n")
    #expect(try Files.readText(output + "/more.md") == "More: Standard foot.\n")
    #expect(try Files.readText(output + "/standard.md") == "The standard. Standard foot.\n")
    // No product says where folders lie.
    #expect(try !Files.readText(output + "/runs/small/run.json").contains("experiments"))

    // What an option names lies over all of them.
    try folder.write("Over: {{> foot}}\n", to: "over/more.md")
    try render("--templates", "over", in: folder)
    #expect(try Files.readText(output + "/own.md") == "Mine.\n")
    #expect(try Files.readText(output + "/more.md") == "Over: Standard foot.\n")

    // Another experiment without them, and the option taken back: none of them stays.
    try folder.write(SmallExperiment.yaml(), to: "experiments/small.yaml")
    let trained = try Command.run("train", ["--experiment", "small"], in: folder.url)
    #expect(!trained.errors.contains("training"), "\(trained)")
    try render("--templates", "templates", in: folder)
    #expect(!Files.exists(output + "/own.md"))
    #expect(Files.exists(output + "/standard.md"))
  }

  @Test func theExperimentMayLeaveOutTheStandardOnes() throws {
    let folder = try Self.trained(SmallExperiment.yaml() + "\ntemplates: ../mine\ntemplates_only: true\n")
    try folder.write("Mine.\n", to: "mine/own.md")
    try render(in: folder)
    #expect(try Files.readText(folder.path + "/output/own.md") == "Mine.\n")
    #expect(!Files.exists(folder.path + "/output/standard.md"))
  }

  @Test(arguments: [
    ("templates_only: true", "small.yaml:23:17: templates_only: expected false, or the key 'templates'"),
    ("templates: []", "small.yaml:23:12: templates: expected a folder, or a list of folders, of templates"),
    ("templates: [{a: b}]", "small.yaml:23:13: templates[0]: expected text, received keys and values"),
  ])
  func whatIsNoFolderIsRefusedWithItsPlace(_ line: String, _ message: String) throws {
    try folder.write(SmallExperiment.yaml() + "\n" + line + "\n", to: "experiments/small.yaml")
    let outcome = try Command.run("train", ["--experiment", "small"], in: folder.url)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains(message), "\(outcome)")
  }

  @Test func aFolderThatIsNotThereIsNamedAndNothingIsRemoved() throws {
    try folder.write("Mine.\n", to: "mine/own.md")
    try render("--templates", "mine")
    #expect(
      try render("--templates", "nosuch", status: 66).errors
        == "error: nosuch: no such folder of templates; name it with --templates\n")
    try FileManager.default.removeItem(atPath: folder.path + "/mine")
    #expect(
      try render(status: 66).errors
        == "error: mine: no such folder of templates; --templates named it before; name another, or "
        + "'templates' for the standard ones alone\n")
    #expect(text("own.md") == "Mine.\n")
  }

  @Test func numbersThatAFolderOffersCountBesideTheStandardOnes() throws {
    try folder.write("model\n", to: "templates/offered.keys")
    try folder.write("runs\nsplit\ndiscussion\ncomparison\n", to: "mine/offered.keys")
    let check = try render("check", "--templates", "mine", status: 1)
    #expect(!check.output.contains("unused: model."), "\(check)")
    #expect(!check.output.contains("unused: runs."), "\(check)")
    #expect(check.output.contains("unused: data.rows ("), "\(check)")
    #expect(check.output.contains("name it in mine/offered.keys\n"), "\(check)")
  }
}
