import Foundation
import TestSupport
import Testing

@testable import Figures

/// Against the places that matplotlib's `loc="best"` finds for decays, walks, noise, gaps and the like: see
/// `Fixtures/legend/legend.py`.
@Suite struct FiguresLegendReferenceTests {
  struct LegendFixture: Decodable {
    struct Case: Decodable {
      let kind: String
      let series: [[Double?]]
      let size: [Double]
      let left, top: Double
    }

    let matplotlib: String
    let cases: [Case]
  }

  /// The default axes, in points.
  static let frame = Rect(left: 0, top: 0, right: 357.12, bottom: 266.112)

  private func series(of one: LegendFixture.Case) -> [Series] {
    one.series.enumerated().map { place, values in
      let x = LinearScale(
        Limits(0, Double(max(values.count - 1, 1))), from: Self.frame.left, to: Self.frame.right)
      let y = LinearScale(Limits(0, 1), from: Self.frame.bottom, to: Self.frame.top)
      return Series(
        label: "", style: place == 0 ? .dots(.blue) : .line(.orange),
        points: values.enumerated().map { index, value in
          value.map { Point(x: x.position(of: Double(index)), y: y.position(of: $0)) }
        })
    }
  }

  @Test func legendsLieWhereMatplotlibPutsThem() throws {
    let fixture = try Fixtures.bundled.decode(LegendFixture.self, from: "legend/legend.json")
    #expect(fixture.matplotlib == "3.11.2" && fixture.cases.count == 65)
    for (index, one) in fixture.cases.enumerated() {
      let size = Size(width: one.size[0], height: one.size[1])
      let box = Legend(series: series(of: one)).place(size, in: Self.frame)
      // The sizes and places in the table are rounded to four decimals.
      #expect(
        abs(box.left - one.left) < 0.001 && abs(box.top - one.top) < 0.001, "case \(index), \(one.kind)")
    }
  }

  /// It leaves matplotlib's place only for one where it covers nothing, or for none at all.
  @Test func theFreePlaceIsMatplotlibsWhereThatIsFree() throws {
    let fixture = try Fixtures.bundled.decode(LegendFixture.self, from: "legend/legend.json")
    var (kept, moved, outside) = (0, 0, 0)
    for one in fixture.cases {
      let (series, size) = (series(of: one), Size(width: one.size[0], height: one.size[1]))
      let legend = Legend(series: series)
      let (theirs, ours) = (legend.place(size, in: Self.frame), legend.freePlace(size, in: Self.frame))
      let isFree = !series.contains { $0.reaches(into: theirs.widened(by: 0.5)) }
      if isFree { #expect(ours == theirs) }
      if let ours { #expect(!series.contains { $0.reaches(into: ours) }) }
      if ours == theirs { kept += 1 } else if ours == nil { outside += 1 } else { moved += 1 }
    }
    // All three occur, or the test would show nothing.
    #expect(kept > 0 && outside > 0, "\(kept) kept, \(moved) moved, \(outside) outside")
  }
}
