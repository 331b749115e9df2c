import Templates

extension ReportTables {
  /// What was claimed and what was found; `nil` where nothing is claimed.
  static func table(of claims: [AssessedClaim], in runs: [EvaluatedRun]) -> Table? {
    guard let first = runs.first, !claims.isEmpty else { return nil }
    let isAssessed = claims.contains { $0.found != nil }
    let hasSeeds = claims.contains { $0.seeds != nil }
    var columns: [Table.Column] = [
      .init("claim", .wrapped(share: isAssessed ? 0.27 : 0.6)), .init("expected"), .init("found"),
    ]
    if isAssessed { columns += ["value", "margin"].map { .init($0, .right) } }
    if hasSeeds { columns += ["mean", "sd", "seeds"].map { .init($0, .right) } }
    let rows = claims.map { claim in
      var cells: [Table.Cell] = [
        .text(claim.claim.sentence), .text(claim.claim.expectation.rawValue),
        .text(claim.found?.rawValue ?? notAssessed),
      ]
      if isAssessed { cells += [claim.decisive.value, claim.decisive.margin].map(claim.decisive.cell) }
      if hasSeeds { cells += claim.seedCells }
      return cells
    }
    var notes: [String] = []
    if isAssessed {
      notes.append(
        "Value: the number that decides, on seed \(first.run.training.seed). Margin: how far it is from the bound "
          + "that the claim sets, negative where the claim fails.")
    }
    if hasSeeds {
      notes.append(
        "Mean and sd: of the margin over the seeds. Seeds: for how many of them the claim holds; blank where the "
          + "numbers are known of one seed only.")
    }
    return Table(
      caption: "What is claimed of the results, and what is found.",
      shortCaption: "What is claimed, and what is found", label: "tab:claims", columns: columns, rows: rows,
      notes: notes, provenance: first.record.provenance)
  }

  private static let notAssessed = "not assessed"
}

extension AssessedClaim {
  fileprivate var seedCells: [Table.Cell] {
    guard let seeds else { return [.empty, .empty, .empty] }
    return [seeds.margins.mean, seeds.margins.deviation].map(decisive.cell) + [
      .text("\(seeds.holding)/\(seeds.count)")
    ]
  }

  /// What a template's section can print of it.
  var values: Values {
    [
      "claim": .text(claim.sentence), "expected": .text(claim.expectation.rawValue),
      "found": .text(found?.rawValue ?? ""), "condition": .text(decisive.condition.description),
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
    let unsteady = assessed.count { claim in
      claim.found == .holds && claim.seeds.map { 2 * $0.holding < $0.count } ?? false
    }
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
        "claims.have_unsteady", .flag(unsteady > 0),
        "whether a claim holds on the seed shown, but on few others"),
      Fact(
        "claims.unsteady", .integer(unsteady),
        "the claims that hold on the seed shown, but on fewer than half of all seeds"),
      Fact(
        "claims.has_surprises", .flag(contains(where: \.isSurprising)),
        "whether a claim comes out otherwise than its author expects"),
    ]
  }
}
