import Foundation

/// A TeX that is installed, or not.
public struct LaTeX: Sendable {
  /// What a document came to.
  public struct Outcome: Sendable {
    public let status: Int32
    /// Its lines are not broken.
    public let log: String
  }

  public static let pdf = LaTeX("pdflatex")
  public static let xe = LaTeX("xelatex")
  public static let lua = LaTeX("lualatex")

  public let name: String
  private let path: String?

  private init(_ name: String) { (self.name, path) = (name, Command.path(of: name)) }

  public var isInstalled: Bool { path != nil }

  /// Whether the TeX that is installed has a file, such as `subfiles.sty`.
  public static func has(_ file: String) -> Bool {
    guard let kpsewhich = Command.path(of: "kpsewhich"),
      let found = try? Command.run(tool: kpsewhich, [file], in: FileManager.default.temporaryDirectory)
    else { return false }
    return found.status == 0
  }

  /// Compiles a document in the folder it lies in, so many times.
  ///
  /// - Parameter programs: whether the document may start programs, for tests that it does not.
  public func compile(
    _ document: String, in folder: URL, times: Int = 1, programs: Bool = false
  ) throws -> Outcome {
    // LuaLaTeX keeps what it has read of fonts in a folder of its own.
    let fences = name == "lualatex" ? [:] : ["openin_any": "p", "openout_any": "p"]
    var outcome = Outcome(status: -1, log: "")
    for _ in 0..<times {
      let run = try Command.run(
        tool: path ?? name,
        [
          "-interaction=nonstopmode", "-halt-on-error", programs ? "-shell-escape" : "-no-shell-escape",
          document,
        ], in: folder, environment: fences.merging(["max_print_line": "10000"]) { $1 })
      let name = URL(fileURLWithPath: document).deletingPathExtension().lastPathComponent
      let log = try? Data(contentsOf: folder.appending(path: name + ".log"))
      outcome = Outcome(
        status: run.status, log: log.map { String(decoding: $0, as: UTF8.self) } ?? run.output)
      guard run.status == 0 else { break }
    }
    return outcome
  }
}
