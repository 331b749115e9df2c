import ArgumentParser
import Paper
import TrackData

struct SplitTracks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Print which rows train and which test, as scikit-learn's train_test_split draws them.",
    discussion: """
      Prints a line `row,split` for each row of the data, rows counting from 0: the training rows first, then the \
      test rows, both in scikit-learn's order.
      """)

  @Argument(help: ArgumentHelp("The tracks.", valueName: "data.csv"))
  var csv: String

  @Option(
    parsing: .unconditional, help: "The share of the rows to hold out, between 0 and 1, or their number.")
  var test = "0.25"

  @Option(parsing: .unconditional, help: "scikit-learn's random_state.")
  var seed: UInt32 = 0

  @Option(help: "Keep this column's values in the same proportions in both parts.")
  var stratify: String?

  func validate() throws { _ = try size() }

  func run() {
    Console.run {
      let split = try TrainTestSplit(csv: csv, testSize: try size(), seed: seed, stratify: stratify)
      var lines = "row,split\n"
      for row in split.train { lines += "\(row),train\n" }
      for row in split.test { lines += "\(row),test\n" }
      try Console().result(lines)
      return .fine
    }
  }

  private func size() throws -> TrainTestSplit.Size {
    if let count = Int(test), count > 0 { return .count(count) }
    guard let share = Double(test), 0 < share, share < 1 else {
      throw ValidationError(
        "--test: expected a share between 0 and 1 or a number of rows, received '\(test)'.")
    }
    return .fraction(share)
  }
}
