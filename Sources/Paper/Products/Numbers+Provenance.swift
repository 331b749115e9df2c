import Templates

extension Numbers {
  /// What the report was made from, beside what prose says of it anyway: no clock, no host, no path.
  static func provenance(of record: RunRecord) -> [Fact] {
    [
      Fact("data.columns", .integer(record.data.columns.count), "the columns of the data, used or not"),
      Fact("data.target", .text(record.experiment.data.target), "the column that tells the class"),
      Fact("data.digest", .text(record.data.sha256.short), "the first digits of the data's SHA-256"),
      Fact(
        "split.sha256", .text(record.split.testSha256.description), "the SHA-256 of the tested rows' numbers"),
      Fact("split.digest", .text(record.split.testSha256.short), "the first digits of that SHA-256"),
    ]
  }
}

extension Fingerprint {
  /// The first digits, enough to tell files apart by eye.
  var short: String { String(description.prefix(12)) }
}
