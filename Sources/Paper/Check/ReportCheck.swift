import Spelling
import Templates

/// What stands between a report and an author who can sign it.
///
/// Products that are stale, numbers that nobody prints, keys that name no number, claims that come out otherwise. It
/// makes and changes nothing.
public struct ReportCheck {
  public struct Problem: Equatable, Sendable {
    public enum Kind: String, Sendable {
      case stale
      case unused
      case unknown
      case claim
    }

    public let kind: Kind
    public let text: String
  }

  /// How many products were looked at.
  public let productCount: Int
  /// What is claimed, and what was found.
  public let claims: [AssessedClaim]
  public let problems: [Problem]

  /// - Parameters:
  ///   - stage: one that is only to look.
  ///   - documents: LaTeX documents that take numbers by their keys.
  ///   - checksClaims: whether a claim that comes out otherwise than expected is a problem.
  /// - Throws: as `PresentationStage.run`.
  public init(
    _ stage: PresentationStage, _ selection: PresentationStage.Selection, documents: [String],
    checksClaims: Bool
  ) throws(Failure) {
    var stage = stage
    let outcomes = try stage.run(selection)
    productCount = outcomes.count
    let report = try Report(
      readingFrom: stage.paths, templates: { [templates = stage.templates] _ in templates })
    claims = report.claims
    let keys = try documents.map { path throws(Failure) in try LinerDocument(readingFrom: path).keys }
      .flatMap { $0 }
    problems =
      Self.stale(outcomes, removed: stage.removed)
      + Self.unknown(keys, report.numbers.facts)
      + (try Self.unused(in: report, stage.library(), templates: stage.templates, keys))
      + (checksClaims ? claims.filter(\.isSurprising).map(Self.surprise) : [])
  }

  /// Products of the same reasons in one line, in the order of the first of them.
  private static func stale(_ outcomes: [PresentationStage.Outcome], removed: [String]) -> [Problem] {
    let stale = outcomes.filter(\.isMade)
    let reasons = stale.map(\.reasons).enumerated().filter { place, reasons in
      stale.firstIndex { $0.reasons == reasons } == place
    }.map(\.element)
    return reasons.map { reasons in
      let names = stale.filter { $0.reasons == reasons }.map(\.name)
      return Problem(kind: .stale, text: "\(names.joined(separator: ", ")): \(reasons.sentence)")
    } + removed.map { Problem(kind: .stale, text: "\($0): the report has it no more") }
  }

  private static func unknown(_ keys: [Claim.Key], _ facts: [Fact]) -> [Problem] {
    let known = facts.filter { !$0.shown.isEmpty }.map(\.key)
    return keys.filter { !known.contains($0.name) }.map { key in
      let nearest = nearestName(to: key.name, in: known).map { "; did you mean '\($0)'?" } ?? ""
      return Problem(kind: .unknown, text: "\(key.place): no number is named '\(key.name)'\(nearest)")
    }
  }

  private static func surprise(_ claim: AssessedClaim) -> Problem {
    let (decisive, found) = (claim.decisive, claim.found?.rawValue ?? "")
    return Problem(
      kind: .claim,
      text: "“\(claim.claim.sentence)” \(found), expected that it \(claim.claim.expectation.rawValue): "
        + "\(decisive.condition), found \(decisive.shown)")
  }

  /// Numbers that no template prints, no claim and no document asks for, and that are not offered either.
  ///
  /// They are told by families: `runs.splits.accuracy` is used when any run's accuracy on any rows is.
  private static func unused(
    in report: Report, _ library: TemplateLibrary, templates: [String], _ keys: [Claim.Key]
  ) throws(Failure) -> [Problem] {
    let facts = report.numbers.facts
    let values = try ReportValues(report).values
    var used = Set(keys.map(\.name))
    used.formUnion(report.claims.flatMap(\.claim.conditions).flatMap(\.keys).map(\.name))
    do throws(TemplateError) {
      for name in library.names { used.formUnion(try library.usedKeys(in: name, with: values)) }
    } catch {
      throw Failure(.badData, error.description)
    }
    let offered = try OfferedNumbers(in: templates)
    var seen: Set<String> = []
    for fact in facts where used.contains(fact.key) { used.insert(fact.family) }
    return facts.compactMap { fact in
      guard !used.contains(fact.family), !offered.contains(fact.family), seen.insert(fact.family).inserted
      else { return nil }
      let example = fact.family == fact.key ? "" : "such as \(fact.key), "
      return Problem(
        kind: .unused,
        text: "\(fact.family) (\(example)\(fact.meaning)): print it, or name it in \(offered.file)")
    }
  }
}

extension AssessedClaim.Measured {
  /// The value as the table shows it.
  public var shown: String { Fact("", .number(value, digits: digits), "").shown }
}

extension ReportCheck {
  /// What became of the claims.
  public var claimsSentence: String {
    let assessed = claims.count { $0.found != nil }
    if claims.isEmpty { return "nothing is claimed" }
    if assessed == 0 { return "the claims are about other data, so they are not assessed" }
    return
      "\(claims.count { $0.found != nil && !$0.isSurprising }) of \(assessed) claims come out as expected"
  }
}
