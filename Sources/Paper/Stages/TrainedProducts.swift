/// The products that training makes and the report is made from, among all that the manifest knows.
enum TrainedProducts {
  private static let prefixes = [
    "runs/", "seeds/", BaselineStage.prefix, ImportanceStage.prefix, StudyStage.prefix,
  ]

  static func include(_ name: String) -> Bool { prefixes.contains { name.hasPrefix($0) } }
}
