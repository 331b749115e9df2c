import Foundation
import Paper
import TestSupport
import TrackData
import Testing

/// The commands as users run them, on sixty invented tracks and two quick runs.
@Suite struct PipelineTests {
  /// A folder with an experiment and tracks, and the report made in it.
  private func workspace(tracks: Bool = true, yaml: String = SmallExperiment.yaml()) throws -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write(yaml, to: "experiments/small.yaml")
    if tracks { try folder.write(Sample.csv(rows: 60), to: "experiments/tracks.csv") }
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "templates"), to: folder.url.appending(path: "templates"))
    return folder
  }

  private func train(_ folder: TemporaryFolder, _ arguments: String...) throws -> Command.Outcome {
    try Command.run("train", ["--experiment", "small"] + arguments, in: folder.url)
  }

  private func render(_ folder: TemporaryFolder, _ arguments: String...) throws -> Command.Outcome {
    try Command.run("render", arguments, in: folder.url)
  }

  private func products(of folder: TemporaryFolder) throws -> [String: [UInt8]] {
    let output = folder.path + "/output"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: output)
    var products: [String: [UInt8]] = [:]
    for path in paths where !path.hasPrefix(".cache") && !Files.isFolder("\(output)/\(path)") {
      products[path] = try Files.read("\(output)/\(path)")
    }
    return products
  }

  @Test func aReportIsCompleteAndTheSecondTimeNothingIsRedone() throws {
    let folder = try workspace()
    let trained = try train(folder)
    #expect(trained.status == 0, "\(trained)")
    let rendered = try render(folder)
    #expect(rendered.status == 0, "\(rendered)")
    let first = try products(of: folder)
    #expect(first.keys.sorted() == Self.expectedProducts)

    let again = try train(folder)
    #expect(again.errors.contains("run 'small': up to date\nrun 'longer': up to date\n"), "\(again)")
    #expect(try render(folder).errors == "output: all 110 products are up to date\n")
    #expect(try products(of: folder) == first)
  }

  static let expectedProducts: [String] = {
    let stems = ["loss", "overall_data", "test_data", "training_data"]
    let reports = stems.dropFirst()
    var files = [
      "runs/index.json", "numbers.tex", "report.html", "results.md", "results.tex", "discussion.md",
      "discussion.tex",
    ]
    for suffix in ["", "_longer"] {
      files += (stems + ["calibration", "importance", "precision_recall", "roc", "scores"]).flatMap { stem in
        ["pdf", "png", "svg", "pgf", "csv"].map { "figures/\(stem)\(suffix).\($0)" }
      }
      files += (reports + ["importance", "intervals", "thresholds"]).flatMap { stem in
        ["tex", "float.tex", "md", "csv", "html"].map { "tables/\(stem)\(suffix).\($0)" }
      }
    }
    files += ["comparison", "summary"].flatMap { stem in
      ["tex", "float.tex", "md", "csv", "html"].map { "tables/\(stem).\($0)" }
    }
    for run in ["small", "longer"] {
      files += ["history.csv", "importance.csv", "model.safetensors", "predictions.csv", "run.json"].map {
        "runs/\(run)/\($0)"
      }
    }
    return files.sorted()
  }()

  @Test func twoFoldersGiveTheSameBytes() throws {
    let folders = [try workspace(), try workspace()]
    for folder in folders {
      #expect(try train(folder).status == 0)
      #expect(try render(folder).status == 0)
    }
    let (first, second) = (try products(of: folders[0]), try products(of: folders[1]))
    #expect(first.keys.sorted() == second.keys.sorted())
    for (path, bytes) in first { #expect(second[path] == bytes, "\(path)") }
  }

  @Test func everyChangeRedoesWhatDependsOnItAndNoMore() throws {
    let folder = try workspace()
    #expect(try train(folder).status == 0)
    #expect(try render(folder).status == 0)

    // A word: nothing is trained, all that shows it is made anew.
    try folder.write(SmallExperiment.yaml(title: "Another title"), to: "experiments/small.yaml")
    let retitled = try train(folder)
    #expect(retitled.errors.contains("run 'small': words changed, nothing to train"), "\(retitled)")
    #expect(try render(folder).status == 0)
    let page = String(decoding: try products(of: folder)["report.html"] ?? [], as: UTF8.self)
    #expect(page.contains("<h1>Another title: results</h1>"))

    // A template: what it fills and nothing else.
    let template = try Files.readText(folder.path + "/templates/results.md")
    try folder.write(template + "\nOne line more.\n", to: "templates/results.md")
    let refilled = try render(folder)
    #expect(
      refilled.errors
        == "output: made 1 of 110 products, 109 were up to date; results.md because the template results.md changed\n",
      "\(refilled)")

    // A setting: both runs, as the second goes on from the first.
    try folder.write(SmallExperiment.yaml(title: "Another title", epochs: 7), to: "experiments/small.yaml")
    let retrained = try train(folder)
    #expect(
      retrained.errors.contains(
        "run 'small': training, because training.epochs changed"),
      "\(retrained)")
    #expect(
      retrained.errors.contains(
        "run 'longer': training, because training.epochs of the fit before changed\n"
      ), "\(retrained)")

    // A product that somebody edited.
    #expect(try render(folder).status == 0)
    try folder.write("edited", to: "output/tables/summary.tex")
    let mended = try render(folder)
    #expect(
      mended.errors.contains("tables/summary because tables/summary.tex was changed by hand"), "\(mended)")
    #expect(
      mended.errors.contains("output/tables/summary.tex was changed by hand; it is kept as"), "\(mended)")
    #expect(try Files.readText(folder.path + "/output/tables/summary.tex.orig") == "edited")

    // A run that the experiment has no more: its products go too.
    let alone = SmallExperiment.yaml(title: "Another title", epochs: 7).replacing(
      #/\n  - {name: longer.*/#, with: "")
    try folder.write(alone, to: "experiments/small.yaml")
    #expect(try train(folder).status == 0)
    #expect(try render(folder).status == 0)
    #expect(try products(of: folder).keys.allSatisfy { !$0.contains("longer") })
  }

  @Test func figuresAreRedrawnFromTheRunFoldersAlone() throws {
    let folder = try workspace()
    #expect(try train(folder).status == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/experiments")
    try FileManager.default.removeItem(atPath: folder.path + "/templates")
    let drawn = try render(folder, "--figures-only", "--format", "svg", "--only", "loss")
    #expect(drawn.status == 0, "\(drawn)")
    #expect(try products(of: folder).keys.filter { !$0.hasPrefix("runs/") } == ["figures/loss.svg"])
  }

  @Test func figuresHaveTheStyleAndTheWidthThatIsAskedFor() throws {
    let folder = try workspace()
    #expect(try train(folder).status == 0)
    func width(_ arguments: String...) throws -> Substring? {
      let drawn = try Command.run(
        "render", ["--figures-only", "--format", "svg", "--only", "loss"] + arguments, in: folder.url)
      #expect(drawn.status == 0, "\(drawn)")
      let svg = try Files.readText(folder.path + "/output/figures/loss.svg")
      return svg.firstMatch(of: /width="([0-9.]+)pt"/)?.output.1
    }
    // 120 mm, 84 mm, and the 6.4 inches of matplotlib.
    #expect(try width()?.hasPrefix("340.1") == true)
    #expect(try width("--width", "column")?.hasPrefix("238.1") == true)
    #expect(try width("--style", "original") == "460.8")
    #expect(try width("--style", "original", "--width", "3in") == "216")
  }

  /// fontconfig is shown a system on which nothing is installed.
  @Test func aFontThatIsNotInstalledIsNamedWithItsPackage() throws {
    let folder = try workspace()
    #expect(try train(folder).status == 0)
    let fonts = try folder.write("<fontconfig/>", to: "fonts.conf")
    for (style, message) in [
      ("journal", "error: the font \"LM Roman 8\" is not installed: install the package fonts-lmodern\n"),
      (
        "original",
        "error: the font \"DejaVu Sans\" is not installed: install the package fonts-dejavu-core\n"
      ),
    ] {
      let outcome = try Command.run(
        "render", ["--figures-only", "--style", style], in: folder.url,
        environment: ["FONTCONFIG_FILE": fonts])
      #expect(outcome.status == 69)
      #expect(outcome.errors == message)
    }
  }

  @Test func withoutARunThereIsNothingToDrawAndTheMessageSaysWhatToDo() throws {
    let folder = try workspace()
    let outcome = try render(folder, "--figures-only")
    #expect(outcome.status == 66)
    #expect(outcome.errors == "error: output/runs: no run to draw from; make one with: swift run train\n")
  }

  @Test func theSampleStandsInLoudlyAndEveryProductSaysSo() throws {
    let folder = try workspace(tracks: false)
    let trained = try train(folder, "--quiet")
    #expect(trained.status == 0)
    #expect(
      trained.errors.hasPrefix(
        "warning: there is no experiments/tracks.csv, so the data are the built-in synthetic sample"))
    #expect(try render(folder, "--quiet").errors == "")
    for (path, bytes) in try products(of: folder) where !path.hasPrefix("runs/") {
      let isPicture = [".png", ".pdf"].contains { path.hasSuffix($0) }
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      #expect(isPicture || text.contains("synthetic sample"), "\(path)")
    }
  }

  @Test func trainingStartsFromTheInitialWeights() throws {
    let folder = try workspace()
    #expect(try train(folder, "--output", "first").status == 0)
    // Steps so small that no weight moves: the second training's network is the first's.
    let yaml = SmallExperiment.yaml().replacing(
      "epochs: 6",
      with:
        "epochs: 6\n  initial_weights: ../first/runs/small/model.safetensors\n  optimizer: {adam: {learning_rate: 1.0e-30}}"
    )
    try folder.write(yaml, to: "experiments/small.yaml")
    let outcome = try train(folder, "--output", "second")
    #expect(outcome.status == 0, "\(outcome)")
    let predictions = try ["first", "second"].map {
      try Files.readText(folder.path + "/\($0)/runs/small/predictions.csv")
    }
    #expect(predictions[0] == predictions[1])
    let record = try Files.readText(folder.path + "/second/runs/small/run.json")
    #expect(record.contains("\"initial_weights\" : \"model.safetensors\""))
  }

  @Test func aFolderThatLiesBesideTheRunsIsNoneOfThem() throws {
    let folder = try workspace()
    #expect(try train(folder).status == 0)
    let runs = folder.path + "/output/runs/"
    try FileManager.default.copyItem(atPath: runs + "small", toPath: runs + "small_backup")
    let rendered = try render(folder, "--tables-only")
    #expect(rendered.status == 0, "\(rendered)")
    #expect(try train(folder).status == 0)
    #expect(Files.exists(runs + "small_backup/run.json"))
  }

  @Test func twoCommandsCannotWriteIntoOneFolder() throws {
    let folder = try workspace()
    let lock = try OutputLock(Paths(output: folder.path + "/output"))
    let outcome = try withExtendedLifetime(lock) { try train(folder) }
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("output: another command is at work there"), "\(outcome)")
  }

  @Test func everyCommandExplainsItself() throws {
    for command in ["tracks", "train", "evaluate", "render", "curate"] {
      let help = try Command.run(command, ["--help"])
      #expect(help.status == 0)
      #expect(help.output.contains("USAGE: \(command)"))
      #expect(help.output.contains("Exit codes:"))
      #expect(try Command.run(command, ["--version"]).output == "\(Paper.version)\n")
    }
  }
}
