import Templates

extension Numbers {
  /// What the audit of the data lets the prose say, as far as training noted it down.
  static func audit(of run: EvaluatedRun) -> [Fact] {
    let findings = run.record.findings ?? []
    let leaks = findings.filter(\.isLeak).compactMap(\.column)
    let scales = findings.first { $0.check == RunRecord.Finding.unequalScales }
    return [
      Fact("exist", .flag(!findings.isEmpty), "whether the audit of the data found anything"),
      Fact(
        "has_serious", .flag(findings.contains(where: \.isPressing)),
        "whether it found anything serious that touches the network"),
      Fact("has_leaks", .flag(!leaks.isEmpty), "whether a feature may give the label away"),
      Fact("leaks", .text(run.words.list(leaks)), "the features that may give the label away"),
      Fact(
        "is_unscaled", .flag(scales != nil),
        "whether features differ in scale by orders of magnitude and are not scaled"),
      Fact("scales", .text(scales.map { run.words.inPrint($0.message) } ?? ""), "by how much, in words"),
    ].map { $0.within("audit", of: "audit", "") }
  }

  /// How many seeds the bands of the learning curve cover.
  static func band(of run: EvaluatedRun) -> [Fact] {
    let counts = run.folder.seedCurves?.counts ?? []
    let epochs = run.record.result.epochsRun
    return [
      Fact("band.exists", .flag(!counts.isEmpty), "whether the learning curve has bands of other seeds"),
      Fact("band.first", .integer(counts.first ?? 0), "the seeds that train in epoch 1"),
      Fact(
        "band.last", .integer(counts.count < epochs ? 0 : counts[epochs - 1]),
        "the seeds that still train in the last epoch of the curve"),
    ]
  }
}

extension ReportValues {
  /// The findings of the audit as lists, all of them and those that are serious.
  static func insertAudit(of run: EvaluatedRun?, into values: inout Values) {
    let findings = run?.record.findings ?? []
    let words = run?.words ?? Words()
    values.insert(.list(findings.map { $0.values(in: words) }), at: "audit.findings")
    values.insert(.list(findings.filter(\.isPressing).map { $0.values(in: words) }), at: "audit.serious")
  }
}

extension RunRecord.Finding {
  fileprivate func values(in words: Words) -> Values {
    let advice = words.printed(isDropped ? Self.isLeftOut : advice)
    return [
      "message": .text(words.printed(message)), "is_serious": .flag(isSerious),
      "advice": .text(advice.hasSuffix("?") || advice.hasSuffix(".") ? advice : advice + "."),
    ]
  }

  private static let isLeftOut = "The experiment leaves the column out."
}
