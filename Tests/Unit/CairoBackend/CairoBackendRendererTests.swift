import Figures
import Foundation
import Testing

@testable import CairoBackend

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct CairoBackendRendererTests {
  let renderer: CairoRenderer
  let curve: LearningCurve
  let heatmap: ConfusionHeatmap

  init() throws {
    renderer = CairoRenderer()
    let loss = (1...40).map { 0.6 + 0.1 / Double($0) }
    curve = try LearningCurve(
      look: .original, trainingLoss: loss, validationLoss: loss.reversed(),
      validationAccuracy: loss.map { 1 - $0 },
      note: "synthetic sample")
    heatmap = try ConfusionHeatmap(
      look: .original, shares: [[0.4, 0.1], [0.2, 0.3]], classNames: ["Disliked", "Liked & <loved>"])
  }

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    Data(bytes).range(of: Data(text.utf8)) != nil
  }

  @Test(arguments: ImageFormat.allCases)
  func theSameFigureHasTheSameBytesWhateverWasDrawnBefore(_ format: ImageFormat) throws {
    let first = try renderer.render(heatmap, as: format)
    for other in ImageFormat.allCases { _ = try renderer.render(curve, as: other) }
    _ = try? renderer.render(LearningCurve(look: .original, trainingLoss: [1], note: "\u{E000}"), as: format)
    #expect(try renderer.render(heatmap, as: format) == first)
    #expect(try CairoRenderer().render(heatmap, as: format) == first)
  }

  @Test(arguments: ImageFormat.allCases)
  func threadsGetTheSameBytes(_ format: ImageFormat) async throws {
    let expected = [try renderer.render(curve, as: format), try renderer.render(heatmap, as: format)]
    let fresh = CairoRenderer()
    try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for task in 0..<8 {
        let shared = task < 4 ? renderer : fresh
        group.addTask { [curve, heatmap] in
          task.isMultiple(of: 2)
            ? (0, try shared.render(curve, as: format)) : (1, try shared.render(heatmap, as: format))
        }
      }
      for try await (figure, bytes) in group { #expect(bytes == expected[figure]) }
    }
  }

  @Test func pngHasItsSizeInPixelsAndInPrint() throws {
    let bytes = try renderer.render(curve, as: .png)
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    func word(_ offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(word(16) == 1920 && word(20) == 1440)
    // 300 dots an inch are 11,811 a metre.
    #expect(word(33) == 9 && Array(bytes[37..<41]) == Array("pHYs".utf8))
    #expect(word(41) == 11_811 && word(45) == 11_811 && bytes[49] == 1)
    #expect(Array(bytes.suffix(8).prefix(4)) == Array("IEND".utf8))
  }

  @Test func pngFollowsTheResolution() throws {
    let bytes = try renderer.render(curve, as: .png, dpi: 72)
    func word(_ offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(word(16) == 461 && word(20) == 346 && word(41) == 2835)
  }

  /// The hash is that of the figure's data, which anyone can compute from the CSV.
  @Test func everyFormatNamesTheDataItShows() throws {
    let hash = "sha256:aaf1caa3b6f12eff9d57d2ce9f61760bb32b326e12a6cccb99521e136d6d117c"
    #expect(heatmap.data.csv.hasPrefix("true,predicted,share_of_all\nDisliked,Disliked,0.4\n"))
    #expect(FigureIdentity(heatmap).data == hash)
    for format in ImageFormat.allCases {
      #expect(contains(try renderer.render(heatmap, as: format), hash), "\(format)")
      #expect(!contains(try renderer.render(curve, as: format), hash))
    }
  }

  @Test func journalFiguresAreSetInLatinModernAsLaTeXCutsIt() throws {
    let figure = try LearningCurve(trainingLoss: [1, 2], note: "synthetic sample")
    let bytes = try renderer.render(figure, as: .pdf)
    #expect(contains(bytes, "+LMRoman8-Regular") && contains(bytes, "+LMRoman7-Regular"))
    #expect(!contains(bytes, "DejaVu") && !contains(bytes, "/Type3"))
  }

  @Test func pdfEmbedsItsFontAndHoldsNoClock() throws {
    let bytes = try renderer.render(heatmap, as: .pdf)
    #expect(contains(bytes, "%PDF-"))
    #expect(contains(bytes, "/FontFile2") && contains(bytes, "+DejaVuSans"))
    #expect(!contains(bytes, "/Type3"))
    #expect(contains(bytes, "20000101000000Z"))
    #expect(contains(bytes, "/Title (Confusion matrix)"))
  }

  @Test func pdfStaysSmallOverThousandsOfEpochs() throws {
    let values = (1...5000).map { 0.6 + 0.1 * sin(Double($0) * 1.7) }
    let figure = try LearningCurve(look: .original, trainingLoss: values, validationLoss: values)
    // Some 13 bytes a dot and 6 a vertex once packed; circles would take 50 a dot.
    #expect(try renderer.render(figure, as: .pdf).count < 150_000)
    #expect(try renderer.render(figure, as: .svg).count < 500_000)
  }

  @Test(arguments: Font.Family.allCases, Font.Weight.allCases)
  func everyRoleHasATypeface(_ family: Font.Family, _ weight: Font.Weight) throws {
    let book = FontBook()
    let font = Font(family, size: 10, weight: weight)
    let (one, two) = (try book.layout("Hamburg", in: font), try book.layout("HamburgHamburg", in: font))
    #expect(one.width > 20 && abs(two.width - 2 * one.width) < 0.5)
  }

  /// matplotlib 3.11.2 gives its PDF backend these extents at 10 points; it measures the ink, we the way
  /// of the pen, which differ by the bearings of the first and last letter, less than a tenth of an em each.
  @Test(arguments: [("Training loss", 61.953125), ("Validation Accuracy", 98.234375), ("0.50", 22.25)])
  func textIsAsWideAsMatplotlibs(_ text: String, _ width: Double) throws {
    let layout = try FontBook().layout(text, in: Font(size: 10))
    #expect(abs(layout.width - width) < 2)
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [String] = []
    var texts: [String: String] = [:]
    var identifiers: Set<String> = []
    var references: Set<String> = []

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.append(element)
      if let id = attributes["id"] { identifiers.insert(id) }
      if let reference = attributes["xlink:href"], reference.hasPrefix("#") {
        references.insert(String(reference.dropFirst()))
      }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let element = elements.last { texts[element, default: ""] += text }
    }
  }

  @Test func svgIsWellFormedAndSaysWhatItShows() throws {
    let parser = XMLParser(data: Data(try renderer.render(heatmap, as: .svg)))
    let reader = Reader()
    parser.delegate = reader
    #expect(parser.parse())
    #expect(Array(reader.elements.prefix(4)) == ["svg", "title", "desc", "metadata"])
    #expect(reader.texts["title"]?.hasPrefix("Confusion matrix") == true)
    #expect(reader.texts["desc"]?.contains("true Liked & <loved>, predicted Disliked: 0.2") == true)
    #expect(!reader.references.isEmpty && reader.references.isSubset(of: reader.identifiers))
    // An image of a few pixels would be smeared by browsers.
    #expect(!reader.elements.contains("image") && !reader.elements.contains("text"))
  }

  @Test func svgIdentifiersAreCountedInEachFile() throws {
    let cairos = """
      <?xml version="1.0"?><svg width="9pt"><symbol id="glyph0-7"/><g id="surface36" clip-path="url(#clip12)">
      <use xlink:href="#glyph0-7"/><clipPath id="clip12"/><rect fill="#fff"/></g></svg>
      """
    let text = String(
      decoding: SVGDocument(Array(cairos.utf8), of: FigureIdentity(heatmap)).bytes, as: UTF8.self)
    #expect(text.contains("id=\"glyph0\"") && text.contains("xlink:href=\"#glyph0\""))
    #expect(text.contains("id=\"surface1\" clip-path=\"url(#clip2)\"") && text.contains("id=\"clip2\""))
    #expect(text.contains("fill=\"#fff\""))
  }
}
