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

  /// #000000.
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
