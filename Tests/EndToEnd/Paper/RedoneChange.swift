import Figures
import Foundation
import Paper
import TestSupport
import TrackData

/// One change to what a report is made from.
struct RedoneChange: Sendable {
  /// As the table has it.
  let words: String
  /// What `--seed` would say.
  var seed: UInt64?
  /// What the options of `render` would say.
  var selection = PresentationStage.Selection()
  /// What is done to the folder.
  var change: @Sendable (TemporaryFolder) throws -> Void = { _ in }

  static let experiment = "experiments/small.yaml"
  static let tracks = "experiments/tracks.csv"
  static let claims = "experiments/small.claims.yaml"

  /// Invented tracks without the mark of it: nothing is published or claimed of those that bear it.
  static let csv = Array(
    String(decoding: Sample.csv(rows: 60), as: UTF8.self).replacing(Sample.mark, with: "").utf8)

  /// Two quick runs, four seeds of each, a published number and claims.
  static let yaml =
    SmallExperiment.yaml().replacing("  epochs: 6\n", with: "  epochs: 6\n  seeds: 0-3\n")
    + "\npublished: {test: 0.6}\nclaims: small.claims.yaml\n"

  static let claimsYAML = """
    - claim: The network is better than a coin.
      expect: holds
      conditions: [{value: small.test.accuracy, more_than: 0.5}]
    """

  private init(
    _ words: String, seed: UInt64? = nil,
    _ change: @escaping @Sendable (TemporaryFolder) throws -> Void = { _ in }
  ) {
    (self.words, self.seed, self.change) = (words, seed, change)
  }

  private init(_ words: String, select: (inout PresentationStage.Selection) -> Void) {
    self.words = words
    select(&selection)
  }

  /// A file in which some text is put in the place of other text, which must be there.
  private init(_ words: String, in file: String, _ old: String, _ new: String) {
    self.init(words) { folder in
      let text = String(decoding: try Data(contentsOf: folder.url.appending(path: file)), as: UTF8.self)
      guard text.contains(old) else { throw NotThere(file: file, text: old) }
      try folder.write(text.replacing(old, with: new), to: file)
    }
  }

  struct NotThere: Error {
    let file: String
    let text: String
  }

  static let all: [RedoneChange] =
    inputs + settings + words + presentation + products

  private static let inputs = [
    RedoneChange("nothing"),
    RedoneChange("every input's time of change") { folder in
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      where !path.hasPrefix("output") {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 2_000_000_000)],
          ofItemAtPath: folder.path + "/" + path)
      }
    },
    RedoneChange("a remark in the experiment", in: experiment, "scaling:", "# A remark.\nscaling:"),
    RedoneChange("one cell of the data") { folder in
      let file = folder.url.appending(path: tracks)
      var lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
      // The first feature of the first track.
      var cells = lines[1].split(separator: ",", omittingEmptySubsequences: false)
      cells[1] = "0.123"
      lines[1] = cells.joined(separator: ",")[...]
      try folder.write(lines.joined(separator: "\n") + "\n", to: tracks)
    },
    RedoneChange("the name of the data's file") { folder in
      try FileManager.default.moveItem(
        at: folder.url.appending(path: tracks), to: folder.url.appending(path: "experiments/others.csv"))
      try folder.write(yaml.replacing("csv: tracks.csv", with: "csv: others.csv"), to: experiment)
    },
  ]

  private static let settings = [
    RedoneChange("a column more in `data.drop`", in: experiment, "drop: [key,", "drop: [energy, key,"),
    RedoneChange("`split.seed`", in: experiment, "{test: 0.25, seed: 0}", "{test: 0.25, seed: 1}"),
    RedoneChange("`scaling`", in: experiment, "scaling: standard", "scaling: none"),
    RedoneChange("`model`", in: experiment, "units: 4", "units: 5"),
    RedoneChange(
      "`training.optimizer`", in: experiment, "  batch_size: 10",
      "  batch_size: 10\n  optimizer: {adam: {learning_rate: 0.01}}"),
    RedoneChange(
      "`training.early_stopping`", in: experiment, "patience: 50, restore_best_weights: true",
      "patience: 50, restore_best_weights: false"),
    RedoneChange(
      "`training.seed`", in: experiment, "  batch_size: 10", "  batch_size: 10\n  seed: 1"),
    RedoneChange("`--seed 1`", seed: 1),
    RedoneChange("one seed more in `training.seeds`", in: experiment, "seeds: 0-3", "seeds: 0-4"),
    RedoneChange("`epochs` of the second run", in: experiment, "epochs: 4}", "epochs: 5}"),
  ]

  private static let words = [
    RedoneChange("`title`", in: experiment, "title: A small test", "title: Another title"),
    RedoneChange("a run's `title`", in: experiment, "title: A few epochs", "title: Some epochs"),
    RedoneChange("`data.classes`", in: experiment, "[Disliked, Liked]", "[Bad, Good]"),
    RedoneChange("`published`", in: experiment, "{test: 0.6}", "{test: 0.7}"),
    RedoneChange("a claim's sentence", in: claims, "a coin", "one coin"),
    RedoneChange("a claim's bound", in: claims, "more_than: 0.5", "more_than: 0.9"),
  ]

  private static let presentation = [
    RedoneChange("`style`", in: experiment, "name: small\n", "name: small\nstyle: original\n"),
    RedoneChange(
      "`figures.width`", in: experiment, "name: small\n", "name: small\nfigures: {width: column}\n"),
    RedoneChange("`--style original`", select: { $0.style = .original }),
    RedoneChange("`--width column`", select: { $0.width = FigureWidth("column") }),
    RedoneChange("`--format svg`", select: { $0.formats = [.svg] }),
    RedoneChange("one template", in: "templates/results.md", "## Training", "## How it was trained"),
    RedoneChange(
      "a partial of one template", in: "templates/partials/claims.md", "What is claimed", "Claims"),
    RedoneChange(
      "`templates/offered.keys`", in: "templates/offered.keys", "model.is_scaled", "# model.is_scaled"),
  ]

  private static let products = [
    RedoneChange("a figure is gone") { folder in
      try FileManager.default.removeItem(atPath: folder.path + "/output/figures/loss.svg")
    },
    RedoneChange("a table is edited") { folder in
      try folder.write("edited", to: "output/tables/summary.tex")
    },
    RedoneChange("a file of the second run is edited") { folder in
      try folder.write("edited", to: "output/runs/longer/predictions.csv")
    },
  ]
}
