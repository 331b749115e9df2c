/// Where matplotlib's default style puts the axes of a page.
enum MatplotlibMargins {
  /// The axes of a page of a given size; the shares count from the top left.
  static func frame(in size: Size) -> Rect {
    Rect(
      left: size.width * 0.125, top: size.height * 0.12, right: size.width * 0.9, bottom: size.height * 0.89)
  }

  /// The height of a page over its width.
  static let aspect = 0.75
}
