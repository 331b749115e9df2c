import Testing

@testable import Figures

/// Against the places that matplotlib 3.11.2 finds for `ax.legend()` on random series, of which some of
/// each place stand here; all 400 that were tried agreed.
///
/// Each series is `ax.plot(range(n), y)`, the first "bo", the others "-", with
/// `set_xlim(0, n - 1); set_ylim(0, 1)`. Places are `get_frame().get_window_extent()` at 72 dpi in the PDF
/// backend, from the upper left corner of the axes; their sizes are given, so that no font is needed.
@Suite struct FiguresLegendReferenceTests {
  struct LegendCase: Sendable {
    let series: [[Double]]
    let size: Size
    let left, top: Double
  }

  @Test(arguments: [
    LegendCase(
      series: [
        [0.59, 0.93],
        [0.5, 0.41],
      ],
      size: Size(width: 75.1406, height: 33), left: 5, top: 5),
    LegendCase(
      series: [
        [0.81, 0.65, 0.86, 0.83, 1, 1, 1, 1, 0.8, 1, 1],
        [0.11, 0.06, 0.27, 0.28, 0.29, 0.11, 0.23, 0, 0.13, 0.51, 0.13],
      ],
      size: Size(width: 75.1406, height: 33), left: 5, top: 116.556),
    LegendCase(
      series: [
        [0.56, 0.48],
        [0.9, 0.8],
        [0, 0],
      ],
      size: Size(width: 75.1406, height: 48), left: 5, top: 213.112),
    LegendCase(
      series: [
        [0.88, 1],
        [0.4, 0.59],
      ],
      size: Size(width: 75.1406, height: 33), left: 5, top: 228.112),
    LegendCase(
      series: [[0.56, 1, 1, 1, 0.98, 0.97, 0.97]],
      size: Size(width: 75.1406, height: 18), left: 5, top: 243.112),
    LegendCase(
      series: [
        [0.99, 0.8, 0.54, 0.34, 0.64, 0.7, 0.62, 0.83],
        [0, 0.07, 0.14, 0, 0, 0, 0, 0],
        [0.78, 0.33, 0.47, 0.43, 0.43, 0.27, 0.48, 0],
      ],
      size: Size(width: 75.1406, height: 48), left: 140.99, top: 5),
    LegendCase(
      series: [[0.23, 0.3]],
      size: Size(width: 75.1406, height: 18), left: 276.979, top: 5),
    LegendCase(
      series: [
        [0.72, 1, 1, 1, 1, 1, 0.93],
        [0, 0, 0, 0, 0.05, 0.04, 0.02],
        [0, 0.07, 0.21, 0, 0.32, 0.14, 0.27],
      ],
      size: Size(width: 75.1406, height: 48), left: 276.979, top: 109.056),
    LegendCase(
      series: [
        [0, 0.12, 0.2, 0.59],
        [0.94, 0.89, 0.72, 0.98],
        [0.32, 0.07, 0, 0],
      ],
      size: Size(width: 75.1406, height: 48), left: 276.979, top: 213.112),
    LegendCase(
      series: [
        [0.11, 0.06, 0.5, 0.81, 1, 0.83],
        [1, 0.92, 0.83, 0.71, 1, 1],
      ],
      size: Size(width: 75.1406, height: 33), left: 276.979, top: 228.112),
  ])
  func legendsLieWhereMatplotlibPutsThem(_ one: LegendCase) {
    let frame = Rect(left: 0, top: 0, right: 357.12, bottom: 266.112)
    let series = one.series.map { values in
      let x = LinearScale(Limits(0, Double(values.count - 1)), from: frame.left, to: frame.right)
      let y = LinearScale(Limits(0, 1), from: frame.bottom, to: frame.top)
      return Series(
        label: "", style: .line(.blue),
        points: values.enumerated().map { Point(x: x.position(of: Double($0)), y: y.position(of: $1)) })
    }
    let box = Legend(series: series).place(one.size, in: frame)
    // The sizes and places in the table are rounded to four decimals.
    #expect(abs(box.left - one.left) < 0.001 && abs(box.top - one.top) < 0.001)
  }
}
