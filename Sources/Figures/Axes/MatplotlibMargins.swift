/// Where matplotlib's default style puts the axes of a page.
enum MatplotlibMargins {
  /// The axes of a page of a given size; the shares count from the top left.
  static func frame(in size: Size) -> Rect {
    Rect(
      left: size.width * 0.125, top: size.height * 0.12, right: size.width * 0.9, bottom: size.height * 0.89)
  }

  /// Three quarters of the width as in matplotlib; letters don't shrink with the page, so a narrow one is higher.
  static func height(ofWidth width: Double, atLeast lowest: Double) -> Double { max(0.75 * width, lowest) }
}
