import Foundation
import TestSupport
import Testing

@testable import Figures

/// Against matplotlib 3.11.2 and scikit-learn 1.9.1: see the README of the fixtures for the calls.
@Suite struct FiguresReferenceTests {
  /// Positions and limits agree to 1e-12 of the larger end: both sides round some ten operations.
  private static func near(_ what: String) -> Conformance { Conformance("plots", what, .ofLargest(1e-12)) }

  /// The same for numbers that no fixture holds.
  static func agree(_ ours: [Double], _ theirs: [Double]) -> Bool {
    let size = max(theirs.map(abs).max() ?? 0, .leastNormalMagnitude)
    return ours.count == theirs.count && zip(ours, theirs).allSatisfy { abs($0 - $1) <= 1e-12 * size }
  }

  struct AxisCase: Decodable {
    let vmin, vmax: Double
    let limits, ticks, shown: [Double]
    let labels: [String]
    let offset: String
  }

  @Test func automaticTicksStandAndReadAsMatplotlibs() throws {
    let cases = try Fixtures.bundled.decode([AxisCase].self, from: "plots/ticks.json")
    #expect(cases.count == 41)
    let (near, same) = (
      Self.near("limits and ticks of an axis"), Conformance("plots", "labels and offset of an axis", .bytes)
    )
    for (index, one) in cases.enumerated() {
      let name = "case \(index)"
      let limits = Limits(one.vmin, one.vmax).widened(by: 0.05)
      #expect(near.agrees(name, [limits.start, limits.end], one.limits), "\(one)")
      // The height of matplotlib's default axes.
      let locator = MaxNLocator.automatic(length: 266.112, emsPerLabel: 2)
      #expect(near.agrees(name, locator.positions(over: limits), one.ticks), "\(one)")
      let ticks = Ticks(locator, over: limits)
      #expect(near.agrees(name, ticks.positions, one.shown), "\(one)")
      #expect(same.agrees(name, ticks.labels == one.labels), "\(one)")
      #expect(same.agrees(name, ticks.offsetText == one.offset), "\(one)")
    }
  }

  struct LocatorCase: Decodable {
    let vmin, vmax: Double
    let nbins: Int
    let integer: Bool
    let ticks: [Double]
  }

  @Test func locatorsPlaceTicksAsMatplotlibs() throws {
    let cases = try Fixtures.bundled.decode([LocatorCase].self, from: "plots/max_n_locator.json")
    #expect(cases.count == 66)
    let near = Self.near("MaxNLocator, integers too")
    for (index, one) in cases.enumerated() {
      let locator = MaxNLocator(bins: one.nbins, integersOnly: one.integer)
      let positions = locator.positions(over: Limits(one.vmin, one.vmax))
      #expect(near.agrees("case \(index)", positions, one.ticks), "\(one), ours \(positions)")
    }
  }

  struct AutoscaleCase: Decodable {
    let x, y, xlim, ylim: [Double]
  }

  @Test func limitsLieAroundDataAsMatplotlibs() throws {
    let cases = try Fixtures.bundled.decode([AutoscaleCase].self, from: "plots/autoscale.json")
    #expect(cases.count == 9)
    let near = Self.near("limits around data")
    for (index, one) in cases.enumerated() {
      let (x, y) = (Limits.around(one.x), Limits.around(one.y))
      #expect(near.agrees("case \(index)", [x.start, x.end], one.xlim), "\(one)")
      #expect(near.agrees("case \(index)", [y.start, y.end], one.ylim), "\(one)")
    }
  }

  struct ColormapTable: Decodable {
    let rgb: [[Double]]
    let bytes: [[UInt8]]
  }

  /// matplotlib cuts the fraction of a byte off.
  static func cutBytes(_ color: Color) -> [UInt8] {
    [color.red, color.green, color.blue].map { UInt8($0 * 255) }
  }

  @Test func viridisHasMatplotlibsColors() throws {
    let table = try Fixtures.bundled.decode(ColormapTable.self, from: "plots/viridis.json")
    let colors = Colormap.viridis.colors
    #expect(colors.count == 256 && table.rgb.count == 256)
    // The table has six decimals.
    let near = Conformance("plots", "viridis as fractions", .absolute(1e-9))
    let same = Conformance("plots", "viridis as bytes", .exact)
    for (index, (ours, (rgb, bytes))) in zip(colors, zip(table.rgb, table.bytes)).enumerated() {
      #expect(near.agrees("entry \(index)", [ours.red, ours.green, ours.blue], rgb))
      #expect(same.agrees("entry \(index)", Self.cutBytes(ours) == bytes))
    }
  }

  struct LookupCase: Decodable {
    let x: Double
    let bytes: [UInt8]
  }

  @Test func fractionsFindMatplotlibsColors() throws {
    let cases = try Fixtures.bundled.decode([LookupCase].self, from: "plots/viridis_lookup.json")
    #expect(cases.count == 15)
    let same = Conformance("plots", "viridis at a fraction", .exact)
    for one in cases {
      let bytes = Self.cutBytes(Colormap.viridis.color(at: one.x)) + [255]
      #expect(same.agrees("at \(one.x)", bytes == one.bytes))
    }
  }

  struct ConfusionCase: Decodable {
    struct Cell: Decodable {
      let value: Double
      let text, textColor, cellColor: String

      enum CodingKeys: String, CodingKey {
        case value, text
        case textColor = "text_color"
        case cellColor = "cell_color"
      }
    }
    struct Bar: Decodable {
      let limits, ticks: [Double]
      let labels: [String]
      let offset: String
    }
    let matrix: [[Double]]
    let format: String?
    let threshold: Double
    let cells: [[Cell]]
    let xlabel, ylabel: String
    let xlim, ylim: [Double]
    let colorbar: Bar

    enum CodingKeys: String, CodingKey {
      case matrix, threshold, cells, xlabel, ylabel, xlim, ylim, colorbar
      case format = "values_format"
    }
  }

  private func heatmap(_ one: ConfusionCase) throws -> ConfusionHeatmap {
    let names = one.matrix.indices.map { "class \($0)" }
    let isCounts = one.matrix.joined().contains { $0 > 1 }
    if isCounts && one.format == nil {
      return try ConfusionHeatmap(
        look: .original, counts: one.matrix.map { $0.map { Int($0) } }, classNames: names)
    }
    let format: NumberFormat = one.format == ".3f" ? .fixed(3) : .general(2)
    return try ConfusionHeatmap(look: .original, shares: one.matrix, classNames: names, format: format)
  }

  @Test func confusionMatricesReadAsScikitLearns() throws {
    let cases = try Fixtures.bundled.decode([ConfusionCase].self, from: "plots/confusion_display.json")
    #expect(cases.count == 14)
    let near = Self.near("numbers of a confusion heatmap")
    let same = Conformance("plots", "texts and colours of a confusion heatmap", .bytes)
    for (index, one) in cases.enumerated() {
      let name = "case \(index)"
      let figure = try heatmap(one)
      let map = figure.heatMap
      let (values, cells) = (one.matrix, one.cells)
      #expect(near.agrees(name, map.threshold, one.threshold))
      #expect(same.agrees(name, figure.texts == cells.map { $0.map(\.text) }))
      let colors = values.map { $0.map { map.color(of: $0).hex } }
      #expect(same.agrees(name, colors == cells.map { $0.map(\.cellColor) }))
      let textColors = values.map { $0.map { map.textColor(on: $0).hex } }
      #expect(same.agrees(name, textColors == cells.map { $0.map(\.textColor) }))
      #expect(same.agrees(name, figure.labels.predicted == one.xlabel && figure.labels.truth == one.ylabel))

      let layout = ConfusionLayout(figure, on: RecordingCanvas(size: figure.size))
      #expect([layout.predicted.scale.limits.start, layout.predicted.scale.limits.end] == one.xlim)
      #expect([layout.truth.scale.limits.start, layout.truth.scale.limits.end] == one.ylim)
      let bar = Colorbar(colormap: .viridis, limits: map.limits, measures: .original).axis(
        along: layout.colorbar)
      #expect(Self.agree([bar.scale.limits.start, bar.scale.limits.end], one.colorbar.limits))
      // matplotlib draws a tick that lies beyond the end by rounding alone; the fixture leaves it out.
      let shown = zip(bar.ticks.positions, bar.ticks.labels).filter { $0.0 <= map.limits.high }
      #expect(near.agrees(name, shown.map(\.0), one.colorbar.ticks))
      #expect(same.agrees(name, shown.map(\.1) == one.colorbar.labels))
      #expect(same.agrees(name, bar.ticks.offsetText == one.colorbar.offset))
    }
  }

  struct NumberCase: Decodable {
    let x: Double
    let texts: [String: String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      let fields = try container.decode([String: Field].self)
      guard case .number(let x) = fields["x"] else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "no number x")
      }
      self.x = x
      texts = fields.compactMapValues { if case .text(let text) = $0 { text } else { nil } }
    }

    enum Field: Decodable {
      case number(Double)
      case text(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
    }
  }

  @Test func numbersAreWrittenAsPythonWritesThem() throws {
    let formats: [(String, NumberFormat)] = [
      (".2g", .general(2)), (".3g", .general(3)), ("g", .general(6)), (".1f", .fixed(1)),
      (".2f", .fixed(2)), (".4f", .fixed(4)), ("", .shortest),
    ]
    let cases = try Fixtures.bundled.decode([NumberCase].self, from: "plots/number_formats.json")
    #expect(cases.count == 45)
    let same = Conformance("plots", "numbers as Python formats them", .bytes)
    for one in cases {
      #expect(one.texts.count == formats.count)
      for (spec, format) in formats {
        let isSame = format.text(one.x) == one.texts[spec]
        #expect(same.agrees("\(one.x)", isSame), "format(\(one.x), \"\(spec)\")")
      }
    }
  }

  /// Extents in points that matplotlib 3.11.2 gives at 72 dpi in its PDF backend, for the paper's figures:
  /// `axes.get_window_extent()`, turned upside down; exact but for the last bits.
  @Test func axesLieWhereMatplotlibPutsThem() throws {
    let heatmap = try ConfusionHeatmap(
      look: .original, shares: [[0.4, 0.1], [0.2, 0.3]], classNames: ["Disliked", "Liked"])
    let layout = ConfusionLayout(heatmap, on: RecordingCanvas(size: heatmap.size))
    func sides(_ rect: Rect) -> [Double] { [rect.left, rect.right, rect.top, rect.bottom] }
    #expect(Self.agree(sides(layout.cells), [77.184, 343.296, 41.472, 307.584]))
    #expect(Self.agree(sides(layout.colorbar), [361.152, 374.4576, 41.472, 307.584]))

    let curve = try LearningCurve(look: .original, trainingLoss: [0.7, 0.65, 0.6])
    var canvas = RecordingCanvas(size: curve.size)
    curve.draw(on: &canvas)
    let frame = "along M 57.6 41.472 L 414.72 41.472 L 414.72 307.584 L 57.6 307.584 Z"
    #expect(canvas.commands.contains("stroke #000000 width 0.8 square \(frame)"))
  }
}
