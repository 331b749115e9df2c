/// Something that an experiment asks for and its data cannot bear: the report goes without it.
struct Omission: Equatable, Sendable {
  /// What messages call it, such as `'by-artist'`.
  let what: String
  /// The key of the experiment file that asks for it.
  let key: String
  let cause: Failure
}

extension [Omission] {
  /// A warning for each cause, in the order of the first that it is the cause of: where they are asked for, which
  /// they are, and why they are left out.
  func warnings(in places: Places) -> [String] {
    let causes = map(\.cause.reason)
    return causes.indices.filter { causes.firstIndex(of: causes[$0]) == $0 }.map { first in
      let alike = filter { $0.cause.reason == causes[first] }
      let names = alike.enumerated().map { index, omission in
        // The first one's place stands in front.
        guard index > 0, let line = places.line(of: omission.key), line != places.line(of: alike[0].key)
        else { return omission.what }
        return "\(omission.what) (line \(line))"
      }
      return (places[alike[0].key].map { "\($0): " } ?? "")
        + "\(names.listed) \(names.count == 1 ? "is" : "are") left out: \(causes[first])"
    }
  }
}

extension Failure {
  /// Whether other data, or none of what was asked for, would mend it, as opposed to a disk that is full.
  var isOfData: Bool { status == .badData || status == .noInput }

  /// What was expected and what came, without what to do about it.
  var finding: String {
    let lines = reason.split(separator: "\n")
    let expected = lines.first?.split(separator: "; ").first.map(String.init) ?? reason
    // Where faults are listed, the first of them stands for all.
    guard lines.count > 1 else { return expected }
    return "\(expected), received \(lines[1].drop { $0 == " " })"
  }
}

extension [String] {
  /// "a, b and c", in messages.
  var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
