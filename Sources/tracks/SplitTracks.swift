import ArgumentParser
import Paper
import TrackData

struct SplitTracks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Print which rows train and which test, as scikit-learn's splitters draw them.",
    discussion: """
      Rows count from 0. Without --folds there is a line `row,split` for each row of the data: the training rows \
      first, then the test rows, both in scikit-learn's order. With --folds there is a line `row,repeat,fold` for \
      each row and repeat, naming the fold, from 0, in which the row tests.

      The splitters are train_test_split, with --group GroupShuffleSplit; and KFold, StratifiedKFold, GroupKFold \
      and StratifiedGroupKFold. To hold out with --group and --stratify, the last of these makes as many folds as \
      --test goes into 1, and the fold whose size is nearest is held out.
      """)

  @Argument(help: ArgumentHelp("The tracks.", valueName: "data.csv"))
  var csv: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The share of the rows to hold out, between 0 and 1, or their number; with --group of the groups. "
        + "(default: 0.25)"))
  var test: String?

  @Option(parsing: .unconditional, help: "scikit-learn's random_state.")
  var seed: UInt32 = 0

  @Option(help: ArgumentHelp("Keep this column's values in the same proportions.", valueName: "column"))
  var stratify: String?

  @Option(
    help: ArgumentHelp(
      "Keep rows together whose cells in this column are equal, such as those of an artist.",
      valueName: "column"))
  var group: String?

  @Option(parsing: .unconditional, help: "Cross-validate: each row tests in one of so many folds.")
  var folds: Int?

  @Option(parsing: .unconditional, help: "How many times to draw the folds. (default: 1)")
  var repeats: Int?

  @Option(help: "The character between fields: ',', ';', '|' or tab. (default: found out)")
  var delimiter: String?

  @Option(help: "What stands before the fraction of a number: '.' or ','. (default: found out)")
  var decimal: String?

  @Flag(inversion: .prefixedNo, help: "Draw rows or groups, instead of taking them in their order.")
  var shuffle = true

  func validate() throws {
    _ = try size()
    if folds != nil && test != nil {
      throw ValidationError("--test: expected none with --folds, which hold out every row in turn.")
    }
    if let repeats {
      guard folds != nil else { throw ValidationError("--repeats: expected --folds, which it repeats.") }
      guard repeats >= 1 else {
        throw ValidationError("--repeats: expected at least 1, received \(repeats).")
      }
      guard shuffle || repeats == 1 else {
        throw ValidationError("--repeats: expected shuffling, without which all repeats are the same.")
      }
    }
    if let folds, folds < 2 {
      throw ValidationError("--folds: expected at least 2, received \(folds).")
    }
  }

  func run() {
    Console.run {
      let format = try TableFormat(delimiter: delimiter, decimal: decimal)
      let listing = try SplitListing(csv: csv, as: format, stratify: stratify, group: group)
      if let note = TableFormat.note(listing.notes, of: csv) { Console().note(note) }
      let lines =
        if let folds {
          try listing.folds(folds, repeats: repeats ?? 1, seed: seed, shuffle: shuffle)
        } else {
          try listing.holdOut(try size(), seed: seed, shuffle: shuffle)
        }
      try Console().result(lines)
      return .fine
    }
  }

  private func size() throws -> TrainTestSplit.Size {
    guard let test else { return .fraction(0.25) }
    if let count = Int(test), count > 0 { return .count(count) }
    guard let share = Double(test), 0 < share, share < 1 else {
      throw ValidationError(
        "--test: expected a share between 0 and 1 or a number of rows, received '\(test)'.")
    }
    return .fraction(share)
  }
}
