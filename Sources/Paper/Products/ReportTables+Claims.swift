import Templates

extension ReportTables {
  /// What was claimed and what was found; `nil` where nothing is claimed.
  static func table(of claims: [AssessedClaim], in runs: [EvaluatedRun]) -> Table? {
    // What is claimed of other rows is none of a stranger's report.
    guard let first = runs.first, !claims.isEmpty, !first.record.isOfOtherData else { return nil }
    let isAssessed = claims.contains { $0.found != nil }
    let hasSeeds = claims.contains { $0.seeds != nil }
    let words = first.words
    var columns: [Table.Column] = [
      .init(words(.claimsClaim), .wrapped(share: isAssessed ? 0.27 : 0.6)), .init(words(.claimsExpected)),
      .init(words(.claimsFound)),
    ]
    if isAssessed {
      columns += [words(.columnValue), words(.claimsMargin)].map { .init($0, .right) }
    }
    if hasSeeds {
      columns += [words(.columnMean), words(.columnSD), words(.columnSeeds)].map { .init($0, .right) }
    }
    let rows = claims.map { claim in
      var cells: [Table.Cell] = [
        .text(claim.claim.sentence), .text(words.claim(claim.claim.expectation)),
        .text(claim.found.map(words.claim) ?? words(.claimNotAssessed)),
      ]
      if isAssessed { cells += [claim.decisive.value, claim.decisive.margin].map(claim.decisive.cell) }
      if hasSeeds { cells += claim.seedCells }
      return cells
    }
    var notes: [String] = []
    if isAssessed { notes.append(words(.claimsValueNote, ["seed": "\(first.run.training.seed)"])) }
    if hasSeeds { notes.append(words(.claimsSeedsNote)) }
    return Table(
      caption: words(.claimsCaption), shortCaption: words(.claimsShort), label: "tab:claims",
      columns: columns, rows: rows, notes: notes, provenance: first.provenance)
  }
}

extension AssessedClaim {
  fileprivate var seedCells: [Table.Cell] {
    guard let seeds else { return [.empty, .empty, .empty] }
    return [seeds.margins.mean, seeds.margins.deviation].map(decisive.cell) + [
      .text("\(seeds.holding)/\(seeds.count)")
    ]
  }

  /// What a template's section can print of it.
  func values(in words: Words) -> Values {
    [
      "claim": .text(claim.sentence), "expected": .text(words.claim(claim.expectation)),
      "found": .text(found.map(words.claim) ?? ""), "condition": .text(decisive.condition.description),
    ]
  }
}

extension AssessedClaim.Measured {
  fileprivate func cell(_ number: Double) -> Table.Cell { .number(number, digits: digits) }
}

extension [AssessedClaim] {
  /// How many claims there are and what became of them.
  var facts: [Fact] {
    let assessed = filter { $0.found != nil }
    let contrary = assessed.count { $0.found != $0.shown }
    return [
      Fact("claims.exist", .flag(!isEmpty), "whether anything is claimed of the results"),
      Fact(
        "claims.are_assessed", .flag(!assessed.isEmpty), "whether the claims are held against the numbers"),
      Fact("claims.count", .integer(count), "the claims"),
      Fact("claims.holding", .integer(assessed.count { $0.found == .holds }), "the claims that hold"),
      Fact("claims.failing", .integer(assessed.count { $0.found == .fails }), "the claims that fail"),
      Fact(
        "claims.as_expected", .integer(assessed.count { !$0.isSurprising }),
        "the claims of which that is what their author expects"),
      Fact(
        "claims.have_seeds", .flag(contains { $0.seeds != nil }), "whether claims are held against many seeds"
      ),
      Fact(
        "claims.have_contrary", .flag(contrary > 0),
        "whether a claim comes out otherwise on the seed shown than for most seeds"),
      Fact(
        "claims.contrary", .integer(contrary),
        "the claims that come out otherwise on the seed shown than for most seeds"),
      Fact(
        "claims.has_surprises", .flag(contains(where: \.isSurprising)),
        "whether a claim comes out otherwise than its author expects"),
    ]
  }
}
