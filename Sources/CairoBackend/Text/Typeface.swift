import Figures

/// An installed family of fonts, by the name fontconfig knows it under.
struct Typeface: Sendable, Hashable {
  let family: String
  /// The Debian package that has it.
  let package: String
  /// The reach above and below the baseline in ems: the typographic ascender and descender of its OS/2 table.
  let ascent: Double
  let descent: Double

  /// The typeface of a font's role and, where there is one for each, of its size.
  init(_ font: Font) {
    switch font.family {
    case .sans: self = .dejaVu("DejaVu Sans")
    case .serif: self = .dejaVu("DejaVu Serif")
    case .mono: self = .dejaVu("DejaVu Sans Mono")
    case .roman: self = .latinModern(size: font.size)
    }
  }

  private static func dejaVu(_ family: String) -> Typeface {
    Typeface(family: family, package: "fonts-dejavu-core", ascent: 0.76, descent: 0.24)
  }

  /// Letters cut for the size they are set in, chosen as LaTeX's `t1lmr.fd` does.
  private static func latinModern(size: Double) -> Typeface {
    let cut =
      switch size {
      case ..<5.5: 5
      case ..<6.5: 6
      case ..<7.5: 7
      case ..<8.5: 8
      case ..<9.5: 9
      case ..<11.0: 10
      case ..<15.0: 12
      default: 17
      }
    return Typeface(family: "LM Roman \(cut)", package: "fonts-lmodern", ascent: 0.806, descent: 0.194)
  }

  init(family: String, package: String, ascent: Double, descent: Double) {
    self.family = family
    self.package = package
    self.ascent = ascent
    self.descent = descent
  }

  /// What stands in for a role's typeface that lacks the script of a text, in the order they are tried;
  /// empty where no font is known to have the character.
  static func fallbacks(for scalar: Unicode.Scalar, in role: Font.Family) -> [Typeface] {
    switch (scalar.isEastAsian, role) {
    case (true, .roman), (true, .serif):
      [Typeface(family: "Noto Serif CJK JP", package: "fonts-noto-cjk", ascent: 0.76, descent: 0.24)]
    case (true, .sans), (true, .mono):
      [Typeface(family: "Noto Sans CJK JP", package: "fonts-noto-cjk", ascent: 0.76, descent: 0.24)]
    // Latin Modern has neither Greek nor Cyrillic; CMU Serif is the same design with both. Arrows and the like
    // are in DejaVu Sans.
    case (false, .roman):
      [
        Typeface(family: "CMU Serif", package: "fonts-cmu", ascent: 0.8, descent: 0.2),
        .dejaVu("DejaVu Sans"),
      ]
    case (false, _): []
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isEastAsian: Bool {
    switch value {
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x323AF:
      true
    default: false
    }
  }
}
