import Foundation

/// A colour in sRGB, each component from 0 to 1.
public struct Color: Sendable, Hashable {
  public var red: Double
  public var green: Double
  public var blue: Double
  /// From 0, invisible, to 1, opaque.
  public var alpha: Double

  /// A colour by its components, opaque by default.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// A grey from 0, black, to 1, white.
  public init(white: Double, alpha: Double = 1) {
    self.init(red: white, green: white, blue: white, alpha: alpha)
  }

  /// A colour of six hexadecimal digits, as in CSS.
  init(hex digits: String) {
    let value = UInt32(digits, radix: 16)
    precondition(
      digits.utf8.count == 6 && value != nil, "A colour has six hexadecimal digits, not \(digits).")
    let bytes = [16, 8, 0].map { Double((value ?? 0) >> $0 & 255) / 255 }
    self.init(red: bytes[0], green: bytes[1], blue: bytes[2])
  }

  public static let black = Color(white: 0)
  /// #ffffff.
  public static let white = Color(white: 1)
  /// matplotlib's "b".
  public static let blue = Color(red: 0, green: 0, blue: 1)
  /// #ff0000, matplotlib's "red".
  public static let red = Color(red: 1, green: 0, blue: 0)
  /// The "orange" of CSS and matplotlib, #ffa500.
  public static let orange = Color(red: 1, green: 165.0 / 255, blue: 0)

  /// Red, green, blue and alpha as bytes, rounded.
  public var bytes: [UInt8] {
    [red, green, blue, alpha].map { UInt8((min(max($0, 0), 1) * 255).rounded()) }
  }

  /// The relative luminance of WCAG 2.2, from 0, black, to 1, white; `alpha` does not count.
  public var luminance: Double {
    func linear(_ component: Double) -> Double {
      component <= 0.04045 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio of WCAG 2.2, from 1 to 21; text can be read from 4.5 on.
  public func contrast(with other: Color) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Black or white, whichever stands out more on this colour: by 4.58 at least, whatever it is.
  public var textColor: Color {
    contrast(with: .black) >= contrast(with: .white) ? .black : .white
  }

  func with(alpha: Double) -> Color { Color(red: red, green: green, blue: blue, alpha: alpha) }

  /// "#rrggbb", or "#rrggbbaa" where the colour is not opaque.
  public var hex: String {
    let digits = Array("0123456789abcdef")
    let shown = alpha < 1 ? bytes : Array(bytes.prefix(3))
    return shown.reduce(into: "#") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }
}
