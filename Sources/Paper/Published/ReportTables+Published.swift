import Evaluation
import Templates

extension ReportTables {
  /// The published accuracies beside ours, and for each run the published scores of single classes; those of them
  /// that there are.
  static func published(_ scores: [PublishedScore]) -> [(name: String, table: Table)] {
    var named: [(name: String, table: Table)] = []
    if let table = accuracies(scores.filter { $0.measure == .accuracy }) {
      named.append(("published", table))
    }
    let others = scores.filter { $0.measure != .accuracy }
    for run in others.map(\.run) where !named.contains(where: { $0.name == run.publishedScores }) {
      let own = others.filter { $0.run.record.name == run.record.name }
      if let table = classScores(own) { named.append((run.publishedScores, table)) }
    }
    return named
  }

  private static func accuracies(_ scores: [PublishedScore]) -> Table? {
    guard let first = scores.first else { return nil }
    let words = first.run.words
    // A rule between what was published of one run and the next.
    var groups: [[[Table.Cell]]] = []
    for (place, score) in scores.enumerated() {
      let name = score.run.record.name
      if place == 0 || name != scores[place - 1].run.record.name { groups.append([]) }
      groups[groups.count - 1].append(
        [.text(name), .text(words.narrow(score.rows))] + numbers(of: score)
          + [.text(words.published(score.outcome))])
    }
    return Table(
      caption: words(.publishedCaption), shortCaption: words(.publishedShort), label: "tab:published",
      columns: [.init(words(.columnRun)), .init(words(.columnRows))] + heads(in: words)
        + [.init(words(.publishedOurs))],
      groups: groups,
      notes: [words(.publishedNote) + " " + words(.publishedOursNote)] + sources(of: scores, in: words),
      provenance: first.run.provenance)
  }

  /// Of one run.
  private static func classScores(_ scores: [PublishedScore]) -> Table? {
    guard let first = scores.first else { return nil }
    let (words, classes) = (first.run.words, first.run.record.experiment.data.classes)
    var groups: [[[Table.Cell]]] = []
    for (place, score) in scores.enumerated() {
      if place == 0 || score.rows != scores[place - 1].rows { groups.append([]) }
      let name = words.narrow(score.measure) + (score.measure.ofClass.map { " " + classes[$0] } ?? "")
      groups[groups.count - 1].append([.text(words.narrow(score.rows)), .text(name)] + numbers(of: score))
    }
    let run = ["run": first.run.run.title]
    return Table(
      caption: words(.publishedScoresCaption, run), shortCaption: words(.publishedScoresShort, run),
      label: "tab:" + ReportValues.label(first.run.publishedScores),
      columns: [.init(words(.columnRows)), .init(words(.columnScore))] + heads(in: words), groups: groups,
      notes: [words(.publishedNote)] + sources(of: scores, in: words), provenance: first.run.provenance)
  }

  private static func heads(in words: Words) -> [Table.Column] {
    [
      Word.publishedPrinted, .columnMean, .columnSD, .columnMin, .columnMax, .publishedReached, .columnP,
    ].map { .init(words($0), .right) }
  }

  private static func numbers(of score: PublishedScore) -> [Table.Cell] {
    let spread = score.spread
    return [score.published, spread.mean, spread.deviation, spread.lowest, spread.highest].map {
      $0.isFinite ? .number($0, digits: 3) : .empty
    } + [.text("\(score.rank.reaching)/\(score.rank.count)"), .pValue(score.rank.p)]
  }

  private static func sources(of scores: [PublishedScore], in words: Words) -> [String] {
    var sources: [String] = []
    for source in scores.compactMap(\.source) where !sources.contains(source) { sources.append(source) }
    return sources.isEmpty ? [] : [words(.publishedIn, ["sources": sources.joined(separator: "; ")])]
  }
}

extension EvaluatedRun {
  /// The name of the table of the class scores.
  var publishedScores: String { "published_scores" + suffix }
}

extension Words {
  /// What a narrow column calls a score.
  fileprivate func narrow(_ measure: PublishedMeasure) -> String {
    switch measure {
    case .accuracy: self(.columnAccuracy)
    case .precision: self(.publishedPrecision)
    case .recall: self(.columnRecall)
    case .f1: self(.columnF1)
    }
  }

  fileprivate func published(_ outcome: PublishedScore.Outcome) -> String {
    switch outcome {
    case .reproduced: self(.publishedWithin)
    case .above: self(.publishedAbove)
    case .below: self(.publishedBelow)
    case .undecided: ""
    }
  }
}
