import TrackData

extension Experiment.Split {
  /// scikit-learn's defaults, but for a fixed seed.
  static let standard = Self(
    test: .fraction(0.25), seed: 0, shuffle: true, stratify: false, group: nil, validation: .tail)

  /// The same settings as `base`'s but for those that `value` gives.
  ///
  /// - Parameters:
  ///   - others: keys that the value may have besides.
  ///   - target: the column of the class, by which no rows can be grouped.
  init(
    _ value: YAMLValue, over base: Self = .standard, besides others: [String] = [], target: String
  ) throws(Failure) {
    let fields = try value.fields(["test", "seed", "shuffle", "stratify", "group", "validation"] + others)
    self = base
    if let value = fields["test"] { test = try .init(value) }
    if let value = fields["seed"] { seed = UInt32(try value.integer(in: 0...Int(UInt32.max))) }
    if let value = fields["shuffle"] { shuffle = try value.flag() }
    if let value = fields["stratify"] { stratify = try value.flag() }
    if let value = fields["group"] {
      group = try value.text()
      // Who keeps artists apart in the test means to in the validation too.
      validation = .drawn
    } else if fields.isNull("group"), group != nil {
      (group, validation) = (nil, .tail)
    }
    if let value = fields["validation"] { validation = try value.choice(Experiment.Validation.self) }
    try check(value, fields, target)
  }

  /// What cannot go together.
  private func check(_ value: YAMLValue, _ fields: YAMLFields, _ target: String) throws(Failure) {
    guard shuffle || !stratify else { throw value.failure("expected shuffle: true with stratify: true") }
    guard shuffle || validation == .tail else {
      throw value.failure("expected shuffle: true where groups are held out or the validation is drawn")
    }
    guard let group else { return }
    guard !group.utf8.elementsEqual(target.utf8) else {
      throw (fields["group"] ?? value).failure(
        "expected a column other than the target, received '\(target)'")
    }
    // A splitter of groups gives its rows in the file's order: their tail may well be all of one class.
    guard validation == .drawn else {
      throw (fields["validation"] ?? value).failure(
        "expected drawn where there is a group, whose rows are not in random order")
    }
    guard stratify else { return }
    guard case .fraction(let share) = test, share <= 0.5 else {
      throw (fields["test"] ?? value).failure(
        "expected a share of at most 0.5 with stratify: true and a group, where one of several folds is held out"
      )
    }
  }

  /// What draws the rows.
  var plan: SplitPlan {
    let size: TrainTestSplit.Size =
      switch test {
      case .fraction(let share): .fraction(share)
      case .count(let count): .count(count)
      }
    return SplitPlan(
      .holdOut(size), seed: seed, shuffle: shuffle, isStratified: stratify, isGrouped: group != nil)
  }
}
