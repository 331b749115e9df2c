import ArgumentParser
import CairoBackend
import Paper

struct DrawGallery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery",
    abstract: "Draw every kind of figure at three widths, on one sheet for each look.",
    discussion: """
      Writes gallery-journal.png and gallery-original.png: to see how figures come out before one is chosen.
      """)

  @Argument(help: "The folder that holds runs/.")
  var folder = "output"

  @Option(help: ArgumentHelp("Where the sheets go.", valueName: "folder"))
  var into = "gallery"

  @Option(help: "Pixels per inch.")
  var dpi = 90

  func validate() throws {
    guard (20...600).contains(dpi) else {
      throw ValidationError("--dpi: expected 20 to 600, received \(dpi).")
    }
    for (option, path) in [("folder", folder), ("--into", into)] where path.isEmpty {
      throw ValidationError("\(option): expected a folder, received nothing.")
    }
  }

  func run() {
    Console.run {
      let gallery = try Gallery(readingFrom: Paths(output: folder))
      let renderer = CairoRenderer()
      for style in Experiment.Style.allCases {
        let sheet = try gallery.sheet(style)
        let file = Paths.resolve("gallery-\(style.rawValue).png", from: into)
        let bytes = try CairoFigures.failing { () throws(CairoError) in
          try renderer.render(sheet, as: .png, dpi: Double(dpi), packing: .tight)
        }
        try Files.replace(file, with: bytes)
        Console().note("\(file): \(sheet.rows.count) figures at \(sheet.columns.joined(separator: ", "))")
      }
      return .fine
    }
  }
}
