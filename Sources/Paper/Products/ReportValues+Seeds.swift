import Templates

extension ReportValues {
  /// A line for each seed.
  ///
  /// - Parameter own: the seed that the report shows.
  static func every(_ seeds: SeedTable, own: UInt64, in words: Words) -> Values.Value {
    .list(
      seeds.results.map { seed in
        [
          "seed": .integer(Int(seed.seed)), "is_own": .flag(seed.seed == own),
          "epochs": .integer(seed.epochsRun),
          "stop": .text(words.stop(seed.stop)), "test": .number(seed.test, digits: 3),
          "train": .number(seed.train, digits: 3), "overall": .number(seed.overall, digits: 3),
          "true_negatives": .integer(seed.trueNegatives), "false_positives": .integer(seed.falsePositives),
          "false_negatives": .integer(seed.falseNegatives), "true_positives": .integer(seed.truePositives),
          "auc": seed.auc.isNaN ? .text("") : .number(seed.auc, digits: 3),
        ]
      })
  }
}
