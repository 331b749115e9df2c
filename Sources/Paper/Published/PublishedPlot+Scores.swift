import Figures

extension PublishedPlot {
  /// The published accuracies, a panel each; `nil` where there are none.
  init?(_ scores: [PublishedScore], _ look: Look, _ width: FigureWidth?) throws(Failure) {
    let scores = scores.filter { $0.measure == .accuracy }
    guard let first = scores.first else { return nil }
    do throws(FigureError) {
      try self.init(
        look: look, width: width,
        panels: scores.map { score in
          Panel(
            name: "\(score.run.run.title), \(score.run.words.short(score.rows))", seeds: score.own,
            published: score.published)
        }, note: first.run.provenance ?? "", words: first.run.words.figures)
    } catch {
      throw Failure(.badData, "what was published: \(error)")
    }
  }
}
