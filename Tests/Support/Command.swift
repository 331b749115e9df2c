import Foundation

/// A command of the package, run as users run it.
public enum Command {
  /// What a command left behind.
  public struct Outcome: Sendable, CustomStringConvertible {
    public let status: Int32
    public let output: String
    public let errors: String

    public var description: String { "exit \(status)\nstdout: \(output)\nstderr: \(errors)" }
  }

  /// The folder that the build put the commands in: the tests lie there too.
  public static let folder: URL = {
    let tests = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent()
  }()

  /// Runs one of the package's commands and waits for it.
  public static func run(
    _ name: String, _ arguments: [String], in directory: URL = Checkout.root,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(tool: folder.appending(path: name).path, arguments, in: directory, environment: environment)
  }

  /// Runs a program of the system, given by its path, and waits for it.
  public static func run(
    tool: String, _ arguments: [String], in directory: URL, environment: [String: String] = [:]
  ) throws -> Outcome {
    // Files, not pipes: a pipe that nobody reads while the program runs fills up and stops it.
    let files = try TemporaryFolder()
    let outputs = try ["stdout", "stderr"].map { name in
      URL(fileURLWithPath: try files.write("", to: name))
    }
    let handles = try outputs.map { try FileHandle(forWritingTo: $0) }
    let process = process(tool, arguments, in: directory, environment: environment)
    (process.standardOutput, process.standardError) = (handles[0], handles[1])
    try process.run()
    process.waitUntilExit()
    for handle in handles { try handle.close() }
    let texts = try outputs.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// Starts one of the package's commands, lets it run for a while and sends it a signal.
  public static func kill(
    _ name: String, _ arguments: [String], by signal: Int32 = SIGINT, after seconds: Double,
    in directory: URL = Checkout.root
  ) throws -> Outcome {
    let process = process(folder.appending(path: name).path, arguments, in: directory, environment: [:])
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    if process.isRunning { Foundation.kill(process.processIdentifier, signal) }
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: "", errors: "")
  }

  /// The path of a program of the system; `nil` where it is not installed.
  public static func path(of tool: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(tool)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func process(
    _ tool: String, _ arguments: [String], in directory: URL, environment: [String: String]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }
}
