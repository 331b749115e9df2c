import Foundation

/// The listener's real tracks, which are not ours to pass on: tests that need them read their path in
/// `SPOTIFY_CSV`, and are skipped, visibly, where it is unset.
public enum RealData {
  /// The path in `SPOTIFY_CSV`; `nil` where it is unset or empty.
  public static let path: String? = ProcessInfo.processInfo.environment["SPOTIFY_CSV"].flatMap {
    $0.isEmpty ? nil : $0
  }

  /// Whether `SPOTIFY_CSV` is set.
  ///
  /// A path that cannot be read makes its tests fail, not skip.
  public static var isGiven: Bool { path != nil }

  /// Why a test was skipped.
  public static let reason: String = "SPOTIFY_CSV is unset: it names the real tracks"

  /// The reference numbers that hold real rows, in `../reference` beside the folder of the CSV.
  public static var fixtures: Fixtures? {
    guard let path else { return nil }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "reference")
    return FileManager.default.fileExists(atPath: folder.path) ? Fixtures(folder: folder) : nil
  }
}
