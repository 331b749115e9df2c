import TrackData

extension Experiment.DataSource {
  init(_ value: YAMLValue, folder: String) throws(Failure) {
    let fields = try value.fields([
      "csv", "target", "classes", "drop", "row", "sha256", "delimiter", "decimal", "thousands", "missing",
      "missing_values",
    ])
    csv = try fields["csv"].map { value throws(Failure) in Paths.resolve(try value.text(), from: folder) }
    target = try fields.required("target").text()
    let names = try fields.required("classes")
    classes = try names.texts()
    guard classes.count == 2, classes[0] != classes[1], !classes.contains("") else {
      throw names.failure(
        "expected the names of two classes, the positive one last; received [\(classes.joined(separator: ", "))]"
      )
    }
    if let (one, other) = ClassNames(classes).repeated {
      throw names.failure("expected two classes; '\(one)' and '\(other)' are the same number")
    }
    sha256 = try fields["sha256"].map { value throws(Failure) in
      let digest = try value.text()
      guard digest.wholeMatch(of: #/[0-9a-f]{64}/#) != nil else {
        throw value.failure(
          "expected a SHA-256, 64 digits from 0 to 9 and a to f, as sha256sum prints it; received '\(digest)'"
        )
      }
      return Fingerprint(digest: digest)
    }
    drop =
      try fields["drop"].map { [target] value throws(Failure) in
        try Self.dropped(value, target: target)
      } ?? []
    row = try fields["row"].map { value throws(Failure) in try RowNoun(value) }
    try readFormat(fields)
    missing = try fields["missing"]?.choice(Experiment.MissingCells.self)
    missingValues = try fields["missing_values"]?.texts()
  }

  /// The columns that are left out, by all or by a variant.
  static func dropped(_ value: YAMLValue, target: String) throws(Failure) -> [String] {
    let drop = try value.texts()
    guard !drop.contains(target) else {
      throw value.failure("expected columns other than the target, received '\(target)'")
    }
    return drop
  }
}
