import ArgumentParser
import Paper
import TrackData

struct AuditTracks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Look labelled tracks over before anything is trained on them.",
    discussion: """
      Prints the classes, what every column holds, and what of the rows makes results worth less than they seem: \
      columns that may give the label away, songs with both labels, missing cells, copies, an order by label, \
      constant columns, impossible values, damaged text. The auc of a column says how well it alone tells the \
      classes apart: 0.5 not at all, 0 or 1 fully; codes and words are scored out of sample, by five folds. Rows count from 0.

      Exit codes: 0 fine, 1 something was found (with --strict), 64 usage, 65 bad data, 66 no input, \
      130 interrupted.
      """)

  @Argument(help: ArgumentHelp("The tracks.", valueName: "data.csv"))
  var csv: String

  @Option(help: "The column of classes.")
  var target = "target"

  @Option(
    help: ArgumentHelp(
      """
      The two classes as the column has them, the positive one last; 0 and 1 stand for them where no cell is one. \
      Default: the two labels of the column, or Disliked,Liked for 0 and 1.
      """, valueName: "list"))
  var classes: String?

  @Option(help: "The character between fields: ',', ';', '|' or tab. (default: found out)")
  var delimiter: String?

  @Option(help: "What stands before the fraction of a number: '.' or ','. (default: found out)")
  var decimal: String?

  @Flag(help: "Print the audit as JSON.")
  var json = false

  @Flag(help: "Exit with 1 when something is found.")
  var strict = false

  func validate() throws {
    guard let names else { return }
    guard names.count == 2, ClassNames(names).repeated == nil, !names.contains("") else {
      throw ValidationError(
        "--classes: expected two names with a comma between, received '\(names.joined(separator: ","))'.")
    }
  }

  func run() {
    Console.run {
      let format = try TableFormat(delimiter: delimiter, decimal: decimal)
      let audit = try TrackAudit(csv: csv, as: format, target: target, classes: names)
      if let note = TableFormat.note(audit.notes, of: csv) { Console().note(note) }
      try Console().result(json ? audit.json() : audit.text)
      return strict && !audit.findings.isEmpty ? .failed : .fine
    }
  }

  private var names: [String]? {
    classes.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }
}
