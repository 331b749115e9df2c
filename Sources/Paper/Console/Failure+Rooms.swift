import TrackData

extension Failure {
  /// A file that is missing is `noInput`, one that is wrong `badData`.
  init(_ error: DataError) {
    let slash = error.file.lastIndex(of: "/").map { error.file.index(after: $0) } ?? error.file.startIndex
    let (folder, name) = (String(error.file[..<slash]), String(error.file[slash...]))
    let named = DataError(file: name, line: error.line, column: error.column, problem: error.problem)
    self.init(error.isMissingFile ? .noInput : .badData, at: folder, named.description)
  }
}
