import Foundation
import Paper
import TestSupport
import Testing
import TrackData

@testable import CairoBackend
@testable import Figures

/// Whether `render` draws the same bytes whatever is different around it.
@Suite struct SameBytesTests {
  /// Every figure in every format and in both looks, drawn into a copy of the same run folders.
  private func figures(
    of run: TemporaryFolder, with launcher: [String] = [], environment: [String: String] = [:]
  ) throws -> [String: [UInt8]] {
    let folder = try TemporaryFolder()
    var figures: [String: [UInt8]] = [:]
    for style in ["journal", "original"] {
      let output = folder.path + "/" + style
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: run.path + "/output/runs", toPath: output + "/runs")
      let command =
        launcher + [
          Command.folder.appending(path: "render").path, "--figures-only", "--output", output, "--style",
          style,
        ]
      let outcome = try Command.run(
        tool: command[0], Array(command.dropFirst()), in: folder.url, environment: environment)
      try #require(outcome.status == 0, "\(outcome)")
      for name in try Files.names(in: output + "/figures") {
        figures["\(style)/\(name)"] = try Files.read("\(output)/figures/\(name)")
      }
    }
    #expect(figures.count == 2 * 2 * 9 * 5)
    return figures
  }

  private func expectSame(_ one: [String: [UInt8]], _ other: [String: [UInt8]]) {
    #expect(one.keys.sorted() == other.keys.sorted())
    for name in one.keys.sorted() { #expect(one[name] == other[name], "\(name)") }
  }

  @Test(.enabled(if: Command.path(of: "taskset") != nil, "taskset is not installed"))
  func oneThreadDrawsWhatManyDo() throws {
    let run = try SmallRun.trained(on: Sample.csv(rows: 60))
    let taskset = try #require(Command.path(of: "taskset"))
    expectSame(try figures(of: run), try figures(of: run, with: [taskset, "-c", "0"]))
  }

  /// Only the files that the figures are set in, as against whatever else this machine has.
  @Test func fontsThatAreInstalledBesidesChangeNothing() throws {
    let run = try SmallRun.trained(on: Sample.csv(rows: 60))
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "fonts"), withIntermediateDirectories: true)
    let fonts = [Look.journal, .original].flatMap { look in
      [look.measures.font, look.measures.titleFont, look.measures.noteFont]
        + (5...9).map { Font(look.measures.font.family, size: Double($0)) }
    }
    for path in try Set(fonts.map { try FontFile(Typeface($0), weight: .regular).path }) {
      try FileManager.default.copyItem(
        atPath: path, toPath: folder.path + "/fonts/" + URL(fileURLWithPath: path).lastPathComponent)
    }
    let configuration = try folder.write(
      """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig><dir>\(folder.path)/fonts</dir><cachedir>\(folder.path)/cache</cachedir></fontconfig>
      """, to: "fonts.conf")
    expectSame(
      try figures(of: run), try figures(of: run, environment: ["FONTCONFIG_FILE": configuration]))
  }
}
