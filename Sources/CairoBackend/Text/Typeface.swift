import Figures

/// An installed family of fonts, by the name fontconfig knows it under.
struct Typeface: Sendable, Hashable {
  let family: String
  /// The Debian package that has it.
  let package: String
  /// The reach above and below the baseline in ems: the typographic ascender and descender of its OS/2 table.
  let ascent: Double
  let descent: Double

  /// The typeface of a role.
  init(_ role: Font.Family) {
    let family =
      switch role {
      case .sans: "DejaVu Sans"
      case .serif: "DejaVu Serif"
      case .mono: "DejaVu Sans Mono"
      }
    self.init(family: family, package: "fonts-dejavu-core", ascent: 0.76, descent: 0.24)
  }

  init(family: String, package: String, ascent: Double, descent: Double) {
    self.family = family
    self.package = package
    self.ascent = ascent
    self.descent = descent
  }

  /// What stands in for a typeface that lacks the script of a text; `nil` where no font is known to.
  static func fallback(for scalar: Unicode.Scalar) -> Typeface? {
    let isEastAsian =
      switch scalar.value {
      case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
        0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x323AF:
        true
      default: false
      }
    return isEastAsian
      ? Typeface(family: "Noto Sans CJK JP", package: "fonts-noto-cjk", ascent: 0.76, descent: 0.24) : nil
  }
}
