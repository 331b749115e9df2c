import ArgumentParser
import Evaluation
import Paper
import TrackData

@main
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Print the confusion matrix and classification report of predictions, as scikit-learn does.",
    discussion: """
      Reads the columns target (the true class) and prediction (the predicted one) or probability, or both. Other \
      tools' names for them are recognised, such as y_true, y_pred and y_score, truth and response, label and \
      proba, or proba_NAME for each class; stderr says which columns were taken. Classes are numbers or names. \
      With a column split (train, validation, test) there is a report on the test rows, on the training rows with \
      those that validate, and on all rows. A run's predictions.csv is such a file.

      A probability is that of the positive class, which is predicted above 0.5. The positive class is 1 of 0 and \
      1, yes of no and yes and the like; else the one that the name of the column says, or that is predicted \
      wherever the probability is above 0.5. Where nothing tells, it is the class that sorts last: stderr says so, \
      and warns where roc_auc is below 0.5 by more than chance, which means that it is the other. --positive NAME \
      settles it.

      With --json also accuracy, balanced_accuracy, matthews_corrcoef and cohen_kappa, and where there are \
      probabilities roc_auc, average_precision, brier and log_loss, in full precision, with the positive class as \
      pos_label. With a column split they \
      stand under test, train and overall. What is no finite number is the text "nan", "inf" or "-inf".

      Intervals hold the true number 95 times in 100 if the rows are a sample of others like them: Wilson's of \
      accuracy, precision and recall, DeLong's of roc_auc, those of the central limit theorem of brier and log_loss, \
      and of all others the percentile bootstrap's, drawn class by class, in which 0/0 is 0. They say nothing of \
      rows that trained the classifier.

      Exit codes: 0 fine, 64 usage, 65 bad data, 66 no input, 130 interrupted.
      """,
    version: Paper.version)

  @Argument(help: ArgumentHelp("The true and predicted classes.", valueName: "predictions.csv"))
  var csv: String

  @Option(help: ArgumentHelp("The class that the probabilities are of.", valueName: "class"))
  var positive: String?

  @Option(help: ArgumentHelp("The column of true classes.", valueName: "column"))
  var target: String?

  @Option(help: ArgumentHelp("The column of predicted classes.", valueName: "column"))
  var prediction: String?

  @Option(help: ArgumentHelp("The column of probabilities of the positive class.", valueName: "column"))
  var probability: String?

  @Option(help: ArgumentHelp("The column that says train, validation or test.", valueName: "column"))
  var split: String?

  @Option(
    help: ArgumentHelp(
      "The column that numbers the rows; a row that is there twice is warned of.", valueName: "column"))
  var row: String?

  @Option(help: "The decimals of the printed scores.")
  var digits = 2

  @Option(help: ArgumentHelp("What to call the classes, such as Disliked,Liked.", valueName: "list"))
  var names: String?

  @Option(help: ArgumentHelp("The classes to report, in this order; else all, sorted.", valueName: "list"))
  var labels: String?

  @Option(help: "The character between fields: ',', ';', '|' or tab. (default: found out)")
  var delimiter: String?

  @Option(help: "What stands before the fraction of a number: '.' or ','. (default: found out)")
  var decimal: String?

  @Option(help: "What 0/0 is: a number, nan, or with warn 0 and a warning.")
  var zeroDivision = Undefined.warn

  @Flag(help: "Print all metrics as JSON.")
  var json = false

  @Flag(help: "Print how sure the numbers are, too; --json always does.")
  var intervals = false

  @Option(help: "How often the bootstrap draws, from seed 0.")
  var resamples = Bootstrap.usualResamples

  enum Undefined: String, ExpressibleByArgument, CaseIterable {
    case zero = "0"
    case one = "1"
    case nan
    case warn
  }

  func validate() throws {
    guard (0...100).contains(digits) else {
      throw ValidationError("--digits: expected a number from 0 to 100, received \(digits).")
    }
    guard (100...1_000_000).contains(resamples) else {
      throw ValidationError("--resamples: expected a number from 100 to 1000000, received \(resamples).")
    }
  }

  func run() {
    Console.run {
      let console = Console()
      var options = ClassificationResult.Options()
      options.labels = labels.map(Self.words)
      options.names = names.map(Self.words)
      options.zeroDivision = zeroDivision.value
      if intervals || json { options.bootstrap = Bootstrap(resamples: resamples) }
      var reading = ClassifiedRows.Options()
      reading.positive = positive
      reading.format = try TableFormat(delimiter: delimiter, decimal: decimal)
      for (role, column) in [
        (PredictionRole.target, target), (.prediction, prediction), (.probability, probability),
        (.split, split),
        (.row, row),
      ] { reading.columns[role] = column }
      let rows = try ClassifiedRows(readingFrom: csv, reading)
      let results = try ClassificationResult.all(of: rows, options)
      for note in rows.notes { console.note(note) }
      for warning in rows.warnings + results.flatMap(\.warnings) { console.warning(warning) }
      if json {
        try console.result(ClassificationResult.json(of: results))
      } else {
        let sections = results.map { result in
          (result.heading.map { $0 + "\n" } ?? "") + result.text(digits: digits)
        }
        try console.result(sections.joined(separator: "\n"))
      }
      return .fine
    }
  }

  private static func words(_ list: String) -> [String] {
    list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}

extension Evaluate.Undefined {
  fileprivate var value: ZeroDivision {
    switch self {
    case .zero: .zero
    case .one: .one
    case .nan: .nan
    case .warn: .warn
    }
  }
}
