extension Claim {
  /// The claims of a file: a list of `claim`, `expect` and `conditions`.
  ///
  /// - Parameter file: what messages call the file.
  /// - Throws: `badData` with line and column for what is no claim. Whether the keys name numbers is seen when
  ///   the claims are assessed.
  static func parse(_ yaml: String, file: String) throws(Failure) -> [Claim] {
    var claims: [Claim] = []
    for item in try YAMLValue.parse(yaml, file: file, of: "claims").list() { claims.append(try Claim(item)) }
    return claims
  }

  /// What the experiment of a run claims.
  ///
  /// - Throws: `noInput` where the file is gone that training put beside the runs; else as `parse`.
  static func readAll(in paths: Paths, of record: RunRecord?) throws(Failure) -> [Claim] {
    // People edit the experiment's file, not this copy of it: messages name that.
    guard let file = record?.experiment.claims else { return [] }
    guard Files.exists(paths.claims) else {
      throw Failure(.noInput, "\(paths.claims): no such file; train again to write it")
    }
    return try parse(try Files.readText(paths.claims), file: file)
  }

  private init(_ value: YAMLValue) throws(Failure) {
    let fields = try value.fields(["claim", "expect", "conditions"])
    sentence = try fields.required("claim").text()
    expectation = try fields.required("expect").choice(Verdict.self)
    let list = try fields.required("conditions")
    conditions = []
    for item in try list.list() { conditions.append(try Condition(item)) }
    guard !conditions.isEmpty else { throw list.failure("expected at least one condition") }
  }
}

extension Claim.Condition {
  private enum QuantityKey: String, CaseIterable {
    case value, ratio, difference
  }

  private enum BoundKey: String, CaseIterable {
    case atMost = "at_most"
    case atLeast = "at_least"
    case lessThan = "less_than"
    case moreThan = "more_than"
    case between
  }

  fileprivate init(_ value: YAMLValue) throws(Failure) {
    let fields = try value.fields(
      QuantityKey.allCases.map(\.rawValue) + BoundKey.allCases.map(\.rawValue))
    switch try Self.only(QuantityKey.self, of: fields) {
    case (.value, let key): quantity = .value(try Claim.Key(key))
    case (.ratio, let keys):
      let (first, second) = try keys.pair()
      quantity = .ratio(try Claim.Key(first), try Claim.Key(second))
    case (.difference, let keys):
      let (first, second) = try keys.pair()
      quantity = .difference(try Claim.Key(first), try Claim.Key(second))
    }
    switch try Self.only(BoundKey.self, of: fields) {
    case (.atMost, let end): bound = .atMost(try Claim.Operand(end))
    case (.atLeast, let end): bound = .atLeast(try Claim.Operand(end))
    case (.lessThan, let end): bound = .lessThan(try Claim.Operand(end))
    case (.moreThan, let end): bound = .moreThan(try Claim.Operand(end))
    case (.between, let ends):
      let (first, second) = try ends.pair()
      let (low, high) = (try Claim.Operand(first), try Claim.Operand(second))
      if case (.number(let low), .number(let high)) = (low, high), low > high {
        throw ends.failure("expected the lower end first, received \(low) and \(high)")
      }
      bound = .between(low, high)
    }
  }

  /// The one of some keys that is there.
  private static func only<Key: RawRepresentable<String> & CaseIterable>(
    _ keys: Key.Type, of fields: YAMLFields
  ) throws(Failure) -> (Key, YAMLValue) {
    let found = keys.allCases.compactMap { key in fields[key.rawValue].map { (key, $0) } }
    guard found.count == 1 else {
      throw fields.value.failure(
        "expected one of \(keys.allCases.map(\.rawValue).joined(separator: ", ")), received "
          + (found.isEmpty ? "none" : found.map(\.0.rawValue).joined(separator: " and ")))
    }
    return found[0]
  }
}

extension Claim.Key {
  fileprivate init(_ value: YAMLValue) throws(Failure) {
    self.init(name: try value.text(), place: value.place)
  }
}

extension Claim.Operand {
  fileprivate init(_ value: YAMLValue) throws(Failure) {
    if value.isNumber {
      self = .number(try value.number("a number or a key") { _ in true })
    } else {
      self = .value(try Claim.Key(value))
    }
  }
}

extension YAMLValue {
  fileprivate func pair() throws(Failure) -> (YAMLValue, YAMLValue) {
    let values = try list()
    guard values.count == 2 else { throw failure("expected a list of two, received \(values.count)") }
    return (values[0], values[1])
  }
}
