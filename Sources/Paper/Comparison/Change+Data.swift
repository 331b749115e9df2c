extension Change {
  /// What is otherwise in the rows and in how they are split.
  static func data(_ a: RunRecord, _ b: RunRecord) -> [Change] {
    let (dataA, dataB, splitA, splitB) = (a.data, b.data, a.split, b.split)
    return [
      Change("file", dataA.file, dataB.file),
      Change("SHA-256", dataA.sha256.description, dataB.sha256.description),
      Change("synthetic sample", dataA.isSynthetic ? "yes" : "no", dataB.isSynthetic ? "yes" : "no"),
      Change("rows", "\(dataA.rows)", "\(dataB.rows)"),
      list("columns", dataA.columns, dataB.columns), list("features", dataA.features, dataB.features),
      Change("rows fitted", "\(splitA.train)", "\(splitB.train)"),
      Change("rows that validate", "\(splitA.validation)", "\(splitB.validation)"),
      Change("rows tested", "\(splitA.test)", "\(splitB.test)"),
      Change(
        "SHA-256 of the tested rows' numbers", splitA.testSha256.description, splitB.testSha256.description),
    ].compactMap(\.self)
  }

  /// What each was made by.
  static func versions(_ a: RunRecord, _ b: RunRecord) -> [Change] {
    Set(a.versions.keys).union(b.versions.keys).sorted().compactMap { name in
      Change(name, a.versions[name], b.versions[name])
    }
  }

  /// Of names, those that only one has; where there are none, their order.
  private static func list(_ what: String, _ a: [String], _ b: [String]) -> Change? {
    guard a != b else { return nil }
    let (onlyA, onlyB) = (a.filter { !b.contains($0) }, b.filter { !a.contains($0) })
    func text(_ all: [String], _ only: [String]) -> String {
      if onlyA.isEmpty && onlyB.isEmpty { return all.joined(separator: ", ") }
      return "\(all.count)" + (only.isEmpty ? "" : " with \(only.joined(separator: ", "))")
    }
    return Change(what, text(a, onlyA), text(b, onlyB))
  }
}
