import TrackData

extension Failure {
  /// A file that is missing is `noInput`, one that is wrong `badData`.
  init(_ error: DataError) {
    self.init(error.isMissingFile ? .noInput : .badData, error.description)
  }
}
