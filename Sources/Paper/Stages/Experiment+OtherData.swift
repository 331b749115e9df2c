import TrackData

extension Experiment {
  /// Whether the rows are others than those that the experiment is about; where it names no `data.sha256` it is about
  /// any, and the sample stands in for its own.
  func isAboutOther(data source: TrackSource) -> Bool {
    !source.isSynthetic && !data.isAbout(source.fingerprint)
  }

  /// The experiment in words that are true of any rows, where its own are of other data: called as the file is, with
  /// examples for rows, numbers for classes that the file only numbers, and the standard templates.
  public func worded(for source: TrackSource) -> Experiment {
    guard isAboutOther(data: source) else { return self }
    var neutral = self
    let parts = source.file.split(separator: ".", omittingEmptySubsequences: false)
    let stem = parts.dropLast(parts.count > 1 ? 1 : 0).joined(separator: ".")
    neutral.title = stem.isEmpty ? source.file : stem
    (neutral.data.row, neutral.templates) = (nil, nil)
    if source.numbersClasses(of: data) { neutral.data.classes = data.classes.indices.map(String.init) }
    return neutral
  }
}

extension Experiment.DataSource {
  /// Whether the experiment is about a file of this fingerprint, as one that names none is about any.
  func isAbout(_ file: Fingerprint) -> Bool { sha256.map { $0 == file } ?? true }
}

extension TrackSource {
  /// Whether no cell of the target is the name of a class, so that numbers stand for the names.
  fileprivate func numbersClasses(of data: Experiment.DataSource) -> Bool {
    guard let column = table.columns.firstIndex(where: { $0.utf8.elementsEqual(data.target.utf8) }) else {
      return false
    }
    return (0..<table.rowCount).allSatisfy { row in
      let cell = table.text(row: row, column: column)
      return !data.classes.contains { $0.utf8.elementsEqual(cell.utf8) }
    }
  }
}
