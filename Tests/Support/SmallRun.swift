import Foundation

/// `SmallExperiment` trained on sixty invented tracks.
public enum SmallRun {
  /// A folder with the experiment, its tracks in `experiments/tracks.csv` and the run folders in `output/`.
  ///
  /// - Parameter tracks: the tracks as CSV.
  public static func trained(on tracks: [UInt8], yaml: String = SmallExperiment.yaml()) throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write(yaml, to: "experiments/small.yaml")
    try folder.write(tracks, to: "experiments/tracks.csv")
    let outcome = try Command.run("train", ["--experiment", "small"], in: folder.url)
    guard outcome.status == 0 else { throw Failure(outcome: outcome) }
    return folder
  }

  /// The training did not go well.
  public struct Failure: Error { public let outcome: Command.Outcome }
}
