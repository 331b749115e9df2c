import Foundation
import TestSupport
import Testing

/// A recorded file that drawing must come out equal to.
///
/// With `RECORD_GOLDENS=1` in the environment it is written anew, and the test fails to say so: look at
/// what changed, then run again without it.
struct FigureGolden {
  let name: String

  static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

  private var recorded: URL { Checkout.root.appending(path: "Tests/Golden/Goldens/\(name)") }

  /// What was recorded; `nil` before the first recording.
  var text: String? { (try? Data(contentsOf: recorded)).map { String(decoding: $0, as: UTF8.self) } }

  /// Compares, or records; on a miss both sides are left in `.build/goldens`.
  func expect(_ text: String) throws {
    if Self.isRecording {
      try write(text, to: recorded)
      Issue.record("\(name): recorded; run again")
    } else if self.text?.utf8.elementsEqual(text.utf8) != true {
      let folder = Checkout.root.appending(path: ".build/goldens")
      try write(text, to: folder.appending(path: "got-\(name)"))
      try write(self.text ?? "", to: folder.appending(path: "want-\(name)"))
      Issue.record("\(name) differs from what was recorded: compare got- and want-\(name) in .build/goldens")
    }
  }

  private func write(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
