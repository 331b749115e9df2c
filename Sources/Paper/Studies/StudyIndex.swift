/// `studies/index.json`: which arms there are and what the audit found; their results lie beside it.
struct StudyIndex: Codable, Equatable, Sendable {
  struct Arm: Codable, Equatable, Sendable {
    var name: String
    var title: String
    var study: StudyArm.Study
    /// How many rows train or test.
    var rows: Int
    /// Whether a trial holds out the rows that the same trial of the experiment itself does.
    var keepsSplit: Bool
    /// `nil` for the network.
    var plain: StudyArm.Plain?
  }

  /// What was asked for and the data cannot bear.
  struct LeftOut: Codable, Equatable, Sendable {
    var name: String
    var title: String
    var study: StudyArm.Study
    /// The series that is left out; `nil` for the whole arm.
    var series: Trial.Series?
    /// `nil` for the network.
    var plain: StudyArm.Plain?
    /// What was expected and what came.
    var reason: String
  }

  /// A finding of the audit, and what was trained to see what it does.
  struct Finding: Codable, Equatable, Sendable {
    /// The check that found it.
    var check: String
    var isSerious: Bool
    /// In a few words.
    var label: String
    var message: String
    var advice: String
    /// How many rows it is about; `nil` where it is about all.
    var rows: Int?
    /// What was done about it, or why it cannot touch the result.
    var treatment: String
    /// The arm that shows what it does; `nil` where it cannot touch the result.
    var arm: String?
    /// Why its arm was left out, where it was.
    var leftOut: String?
  }

  /// Of the data and the experiment: results of other making are not shown.
  var madeFrom: Fingerprint
  var arms: [Arm]
  var findings: [Finding]
  /// `nil` where nothing was.
  var leftOut: [LeftOut]?

  static func making(of experiment: Experiment, data: Fingerprint) throws(Failure) -> Fingerprint {
    Fingerprint(of: "\(data)\n" + (try JSON.encode(experiment.withoutFolders)))
  }
}

extension RunPaths {
  /// What the studies came to: an index and a file an arm.
  var studies: String { folder + "/studies" }
  var studyIndex: String { studies + "/index.json" }
  func studyArm(_ name: String) -> String { "\(studies)/\(name).csv" }
}
