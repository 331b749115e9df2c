import Foundation

/// A number the network can calculate with: `Float`, as Keras does by default, or `Double`, in which the
/// mathematics can be checked to many digits.
///
/// The functions are the C library's; nothing else in this module depends on the platform.
public protocol Scalar: BinaryFloatingPoint, SIMDScalar, Sendable, Codable {
  static func exp(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  /// log(1 + x), exact to rounding near zero too.
  static func log1p(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
  /// The error function, 2/√π ∫₀ˣ exp(−t²) dt.
  static func erf(_ x: Self) -> Self

  /// The numbers as a tensor of this precision holds them.
  static func tensorValues(_ numbers: [Self]) -> SafeTensors.Values
  /// The numbers of a tensor of this precision; `nil` if it has another.
  static func numbers(in values: SafeTensors.Values) -> [Self]?
}

extension Float: Scalar {
  public static func exp(_ x: Float) -> Float { Foundation.exp(x) }
  public static func log(_ x: Float) -> Float { Foundation.log(x) }
  public static func log1p(_ x: Float) -> Float { Foundation.log1p(x) }
  public static func tanh(_ x: Float) -> Float { Foundation.tanh(x) }
  public static func erf(_ x: Float) -> Float { Foundation.erf(x) }

  public static func tensorValues(_ numbers: [Float]) -> SafeTensors.Values { .float32(numbers) }
  public static func numbers(in values: SafeTensors.Values) -> [Float]? {
    if case .float32(let numbers) = values { numbers } else { nil }
  }
}

extension Double: Scalar {
  public static func exp(_ x: Double) -> Double { Foundation.exp(x) }
  public static func log(_ x: Double) -> Double { Foundation.log(x) }
  public static func log1p(_ x: Double) -> Double { Foundation.log1p(x) }
  public static func tanh(_ x: Double) -> Double { Foundation.tanh(x) }
  public static func erf(_ x: Double) -> Double { Foundation.erf(x) }

  public static func tensorValues(_ numbers: [Double]) -> SafeTensors.Values { .float64(numbers) }
  public static func numbers(in values: SafeTensors.Values) -> [Double]? {
    if case .float64(let numbers) = values { numbers } else { nil }
  }
}
