/// How a command ends; the numbers are those of BSD's `sysexits.h`, and a shell's for an interrupt.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  case fine = 0
  /// Something failed that none of the others tells, or a check found a product stale.
  case failed = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  /// Something to install is missing.
  case missingTool = 69
  case cannotCreate = 73
  case inputOutput = 74
  /// By Ctrl-C.
  case interrupted = 130
  /// By a polite kill.
  case terminated = 143

  /// 128 and the signal's number, as shells have it.
  static func interrupted(by signal: Int32) -> Self { ExitStatus(rawValue: 128 + signal) ?? .interrupted }
}

/// An error as the person at the terminal meets it: a sentence, and the exit status that goes with it.
///
/// The rooms below throw errors that carry facts; each is turned into a failure once, where `Paper` calls
/// the room, because only there is known what the file was wanted for.
public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
  public let status: ExitStatus
  /// What stands before the reason: where something is asked for, or the folder of the file at fault.
  let place: String
  /// What was expected and what came, fit for a report: without the folders of files.
  let reason: String

  public var message: String { place + reason }

  public init(_ status: ExitStatus, _ message: String) { self.init(status, at: "", message) }

  init(_ status: ExitStatus, at place: String, _ reason: String) {
    (self.status, self.place, self.reason) = (status, place, reason)
  }

  /// The same failure of something that its reason does not name.
  func of(_ part: String) -> Failure { Failure(status, at: place, "\(part): \(reason)") }

  public var description: String { message }
}
