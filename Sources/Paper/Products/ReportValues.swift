import Figures
import Templates

/// What a template can ask for: the numbers, and per run and split the same numbers beside figures and tables.
struct ReportValues {
  let values: Values

  /// - Parameter svg: the figure of a name as SVG, for pages that carry their figures in them; `nil` for
  ///   documents that refer to files.
  init(
    _ report: Report, svg: ((ReportFigures.Named) throws(Failure) -> [UInt8])? = nil
  ) throws(Failure) {
    var values = report.numbers.values
    func markup(_ table: Table) -> Values.Value {
      .markup(
        Markup(
          plain: table.caption, latex: table.latexFloat(), markdown: table.markdown(caption: .paragraph),
          html: table.html))
    }
    func table(_ name: String) -> Values.Value {
      report.tables.named.first { $0.name == name }.map { markup($0.table) } ?? .text("")
    }
    // What pages of Markdown show.
    let picture = (report.formats.contains(.png) ? FigureFormat.png : .svg).rawValue
    func figure(_ name: String, caption: String, share: String) throws(Failure) -> Values.Value {
      guard let named = report.figures.named.first(where: { $0.name == name }) else { return .text("") }
      let figure = named.figure
      let path = "figures/\(name)"
      // What is drawn for a journal has the size it is to be printed at.
      let size = figure.look == .journal ? "" : "width=\(share)\\linewidth,"
      let html = try svg.map { svg throws(Failure) in InlineSVG(try svg(named), name: name).text }
      return .markup(
        Markup(
          plain: caption,
          latex:
            "\\includegraphics[\(size)alt={\(OutputFormat.latex.escaped(figure.summary))}]{\\linerpath \(path)}",
          markdown: "![\(OutputFormat.markdown.escaped(figure.summary))](\(path).\(picture))", html: html))
    }
    values.insert(table("summary"), at: "summary.table")
    values.insert(table("models"), at: "baselines.table")
    values.insert(table("claims"), at: "claims.table")
    values.insert(
      .list(report.claims.filter(\.isSurprising).map { $0.values(in: report.words) }), at: "claims.surprises")
    values.insert(table("comparison"), at: "comparison.table")
    Self.insertAudit(of: report.runs.first, into: &values)
    values.insert(table("published"), at: "against.table")
    values.insert(
      try figure("published", caption: report.words(.captionPublished), share: ".8"), at: "against.figure")
    values.insert(
      .list(report.published.filter { $0.measure == .accuracy }.map(\.values)), at: "against.items")
    values.insert(markup(ReportTables.fits(of: report.runs)), at: "provenance.runs")
    values.insert(markup(try ReportTables.settings(of: report.runs)), at: "provenance.settings")
    values.insert(
      .list(report.runs.compactMap { Self.absentFigures(of: $0) }), at: "provenance.absent")
    var items: [Values] = []
    for run in report.runs {
      var item = Values()
      for fact in Numbers.facts(of: run) { item.insert(fact.value, at: fact.key) }
      item.insert(.text(run.record.name), at: "name")
      if let seeds = run.folder.seeds {
        item.insert(Self.every(seeds, own: run.run.training.seed, in: run.words), at: "seeds.every")
        item.insert(table("seeds" + run.suffix), at: "seeds.table")
        let caption = run.words(.captionSeeds, ["run": run.run.title])
        item.insert(try figure("seeds" + run.suffix, caption: caption, share: ".6"), at: "seeds.figure")
        item.insert(Self.fileName("seeds" + run.suffix), at: "seeds.stem")
        item.insert(Self.fileName(Self.label("seeds" + run.suffix)), at: "seeds.label")
      }
      let hasClassScores = report.tables.named.contains { $0.name == run.publishedScores }
      item.insert(.flag(hasClassScores), at: "has_published_scores")
      for stem in ["intervals", "importance", "thresholds", "published_scores"] {
        let name = stem + run.suffix
        item.insert(table(name), at: "\(stem)_table")
        item.insert(Self.fileName(name), at: "\(stem)_stem")
        item.insert(Self.fileName(Self.label(name)), at: "\(stem)_label")
      }
      let words = run.words(.captionImportance, ["run": run.run.title])
      item.insert(try figure("importance" + run.suffix, caption: words, share: ".6"), at: "importance_figure")
      try Self.insertScores(of: run, into: &item, figure: figure)
      let before = report.runs.first { $0.record.name == run.run.continues }
      item.insert(.flag(before != nil), at: "goes_on")
      item.insert(.text(before?.run.title ?? ""), at: "before")
      item.insert(.flag(run.record.result.bestEpoch != nil), at: "has_best")
      item.insert(Self.fileName(run.lossStem), at: "loss_stem")
      item.insert(Self.fileName(Self.label(run.lossStem)), at: "loss_label")
      let isValidated = run.folder.history.validation != nil
      let caption = run.words(isValidated ? .captionLossValidated : .captionLoss, ["run": run.run.title])
      item.insert(try figure(run.lossStem, caption: caption, share: ".8"), at: "figure")
      var splits: [Values] = []
      for split in run.splits {
        var part = Values()
        let stem = run.stem(of: split)
        for fact in Numbers.facts(of: split, in: run, keys: ["negative", "positive"]) {
          part.insert(fact.value, at: fact.key)
        }
        part.insert(.text(run.words.rows(split.rows)), at: "words")
        part.insert(Self.fileName(stem), at: "stem")
        part.insert(Self.fileName(Self.label(stem)), at: "label")
        part.insert(table(stem), at: "table")
        let caption = run.words(
          .captionConfusion, ["rows_of": run.words.rows(split.rows), "run": run.run.title])
        part.insert(try figure(stem, caption: caption, share: ".55"), at: "figure")
        splits.append(part)
      }
      item.insert(.list(splits), at: "splits")
      items.append(item)
    }
    values.insert(.list(items), at: "runs")
    StudyReport.insert(report.studies, in: report.words, into: &values, table: table)
    self.values = values
  }

  /// The figures that a run has none of, and the class that no test row is of; `nil` where all can be made.
  private static func absentFigures(of run: EvaluatedRun) -> Values? {
    let names = ScoreFigures.absent(of: run)
    guard !names.isEmpty, let test = run.split(.test),
      let absent = [0, 1].first(where: { test.confusion.truthCounts[$0] == 0 })
    else { return nil }
    return [
      "title": .text(run.run.title), "figures": .text(run.words.list(names)),
      "class": .text(test.report.classes[absent].name),
    ]
  }

  /// Names of files and labels are plain (see `Experiment`), and a LaTeX file name must not be escaped.
  static func fileName(_ name: String) -> Values.Value {
    .markup(Markup(plain: name, latex: name, markdown: name, html: name))
  }

  /// A stem as part of a label.
  static func label(_ stem: String) -> String { stem.replacing("_", with: "-") }
}
