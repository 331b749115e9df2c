import Foundation

/// Every path of the project, in one place.
public struct Paths: Sendable, Equatable {
  /// The folder that holds all products, `output` unless the user says otherwise.
  public let output: String

  /// The folder as seen from the current one; `.` and `..` in it are resolved by their names alone.
  public init(output: String = "output") {
    self.output = Paths.resolve(output, from: ".")
  }

  public var runs: String { output + "/runs" }
  /// Which runs make the report, in order: `{"runs": [...]}`.
  public var runIndex: String { runs + "/index.json" }
  /// What the experiment claims of its results, as its file has it.
  var claims: String { runs + "/claims.yaml" }
  public var figures: String { output + "/figures" }
  public var tables: String { output + "/tables" }
  /// What only the commands themselves need.
  var cache: String { output + "/.cache" }
  public var manifest: String { cache + "/manifest.json" }
  /// Held by the one command that may write below `output`.
  var lock: String { cache + "/lock" }

  /// The folder of one run.
  public func run(_ name: String) -> RunPaths { RunPaths(folder: runs + "/" + name) }

  /// Where seeds are kept until all of them are trained.
  func seedStore(_ making: Fingerprint) -> String { cache + "/seeds/" + making.description.prefix(16) }

  /// A product by its path below `output`, such as `tables/summary.tex`.
  public func product(_ relativePath: String) -> String { output + "/" + relativePath }

  /// The experiment files that can be asked for by name.
  public static let experiments = "experiments"

  /// The templates that users edit.
  public static let templates = "templates"
}

/// The files of one run folder; the training stage writes them, all others only read.
public struct RunPaths: Sendable, Equatable {
  public let folder: String

  public var record: String { folder + "/run.json" }
  public var history: String { folder + "/history.csv" }
  public var predictions: String { folder + "/predictions.csv" }
  public var model: String { folder + "/model.safetensors" }
  /// There while the run is trained, and after an interruption.
  public var checkpoint: String { folder + "/checkpoint" }
  public var seeds: String { folder + "/seeds.csv" }
  public var seedCurves: String { folder + "/seed_curves.csv" }
  public var seedWeights: String { folder + "/seed_weights.safetensors" }
  /// In the first run's folder, where the experiment has baselines.
  public var baselines: String { folder + "/baselines.csv" }
  public var baselineRecord: String { folder + "/baselines.json" }
  /// What each feature is worth to the networks.
  public var importance: String { folder + "/importance.csv" }
}

extension Paths {
  /// `path` as seen from `folder`, unless it is absolute; `.` and `..` are resolved by their names alone.
  public static func resolve(_ path: String, from folder: String) -> String {
    let joined = path.hasPrefix("/") || folder.isEmpty || folder == "." ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in joined.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let result = (joined.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    return result.isEmpty ? "." : result
  }

  /// The folder part of a path; `.` where there is none.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  public static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
