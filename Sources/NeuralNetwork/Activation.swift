/// The function that a dense layer puts its sums through, in Keras's words.
///
/// With z the layer's sum, as `keras.activations` defines them (Keras 3):
///
/// | case | value | derivative |
/// |---|---|---|
/// | `linear` | z | 1 |
/// | `relu` | max(z, 0) | 1 for z > 0, else 0 (also at 0) |
/// | `softplus` | log(1 + exp z) | σ(z) |
/// | `sigmoid` | σ(z) = 1 / (1 + exp −z) | σ (1 − σ) |
/// | `softmax` | exp zⱼ / Σₖ exp zₖ over the layer's units | yⱼ (dyⱼ − Σₖ dyₖ yₖ) for slopes dy |
/// | `tanh` | tanh z | 1 − tanh² z |
/// | `elu` | z for z > 0, else exp z − 1 | 1, else exp z |
/// | `selu` | 1.0507… · (z for z > 0, else 1.6732… (exp z − 1)) | 1.0507… · (1, else 1.6732… exp z) |
/// | `gelu` | z Φ(z), with Φ the normal distribution function | Φ(z) + z φ(z) |
/// | `geluTanh` | ½ z (1 + tanh(√(2/π) (z + 0.044715 z³))) | by the chain rule |
public enum Activation: String, Codable, CaseIterable, Sendable {
  case linear, relu, softplus, sigmoid, softmax, tanh, elu, selu, gelu
  case geluTanh = "gelu_tanh"
}

extension Activation {
  /// The values of all units over a batch: `z` and `y` are `(units, rows)`, unit after unit.
  @specialized(where T == Float)
  @specialized(where T == Double)
  func forward<T: Scalar>(z: UnsafePointer<T>, y: UnsafeMutablePointer<T>, units: Int, rows: Int) {
    let count = units * rows
    switch self {
    case .linear: for i in 0..<count { y[i] = z[i] }
    case .relu: for i in 0..<count { y[i] = z[i] <= 0 ? 0 : z[i] }  // a NaN stays one
    case .softplus: for i in 0..<count { y[i] = softplusValue(z[i]) }
    case .sigmoid: for i in 0..<count { y[i] = sigmoidValue(z[i]) }
    case .softmax: for row in 0..<rows { softmaxRow(z + row, y + row, units: units, stride: rows) }
    case .tanh: for i in 0..<count { y[i] = T.tanh(z[i]) }
    case .elu: for i in 0..<count { y[i] = z[i] > 0 ? z[i] : T.exp(z[i]) - 1 }
    case .selu:
      let (scale, slope) = (T(Selu.scale), T(Selu.scale * Selu.alpha))
      for i in 0..<count { y[i] = z[i] > 0 ? scale * z[i] : slope * (T.exp(z[i]) - 1) }
    case .gelu: for i in 0..<count { y[i] = z[i] * normalDistribution(z[i]) }
    case .geluTanh:
      for i in 0..<count { y[i] = z[i] / 2 * (1 + T.tanh(tanhArgument(z[i]))) }
    }
  }

  /// The slopes of the loss by z, written over `slopes`, which hold those by y: all `(units, rows)`.
  @specialized(where T == Float)
  @specialized(where T == Double)
  func backward<T: Scalar>(
    z: UnsafePointer<T>, y: UnsafePointer<T>, slopes: UnsafeMutablePointer<T>, units: Int, rows: Int
  ) {
    let count = units * rows
    switch self {
    case .linear: break
    case .relu: for i in 0..<count { slopes[i] *= z[i] > 0 ? 1 : 0 }
    case .softplus: for i in 0..<count { slopes[i] *= sigmoidValue(z[i]) }
    case .sigmoid: for i in 0..<count { slopes[i] *= y[i] * (1 - y[i]) }
    case .softmax:
      for row in 0..<rows { softmaxRowSlopes(y + row, slopes + row, units: units, stride: rows) }
    case .tanh: for i in 0..<count { slopes[i] *= 1 - y[i] * y[i] }
    // From the value, as Keras: where exp z − 1 rounds to 0, the slope is that of the right side.
    case .elu: for i in 0..<count { slopes[i] *= y[i] < 0 ? y[i] + 1 : 1 }
    case .selu:
      let (scale, slope) = (T(Selu.scale), T(Selu.scale * Selu.alpha))
      for i in 0..<count { slopes[i] *= y[i] < 0 ? y[i] + slope : scale }
    case .gelu:
      for i in 0..<count { slopes[i] *= normalDistribution(z[i]) + z[i] * normalDensity(z[i]) }
    case .geluTanh:
      for i in 0..<count {
        let t = T.tanh(tanhArgument(z[i]))
        slopes[i] *= (1 + t) / 2 + z[i] / 2 * (1 - t * t) * tanhArgumentSlope(z[i])
      }
    }
  }
}

/// The constants of self-normalising networks, to double precision (arXiv:1706.02515).
private enum Selu {
  static let alpha = 1.6732632423543772
  static let scale = 1.0507009873554805
}

/// max(z, 0) + log(1 + exp −|z|): as log(1 + exp z), but never overflows.
@inline(__always)
private func softplusValue<T: Scalar>(_ z: T) -> T { (z <= 0 ? 0 : z) + T.log1p(T.exp(-abs(z))) }

@inline(__always)
private func sigmoidValue<T: Scalar>(_ z: T) -> T { 1 / (1 + T.exp(-z)) }

@inline(__always)
private func normalDistribution<T: Scalar>(_ z: T) -> T { (1 + T.erf(z * T(0.5).squareRoot())) / 2 }

@inline(__always)
private func normalDensity<T: Scalar>(_ z: T) -> T { T.exp(-z * z / 2) / (2 * T.pi).squareRoot() }

@inline(__always)
private func tanhArgument<T: Scalar>(_ z: T) -> T { (2 / T.pi).squareRoot() * (z + T(0.044715) * z * z * z) }

@inline(__always)
private func tanhArgumentSlope<T: Scalar>(_ z: T) -> T {
  (2 / T.pi).squareRoot() * (1 + 3 * T(0.044715) * z * z)
}

/// One row's softmax; the maximum is taken off first, so that no exponential overflows.
@inline(__always)
private func softmaxRow<T: Scalar>(
  _ z: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, units: Int, stride: Int
) {
  var largest = z[0]
  for unit in 1..<max(units, 1) where z[unit * stride] > largest { largest = z[unit * stride] }
  var total: T = 0
  for unit in 0..<units {
    y[unit * stride] = T.exp(z[unit * stride] - largest)
    total += y[unit * stride]
  }
  for unit in 0..<units { y[unit * stride] /= total }
}

@inline(__always)
private func softmaxRowSlopes<T: Scalar>(
  _ y: UnsafePointer<T>, _ slopes: UnsafeMutablePointer<T>, units: Int, stride: Int
) {
  var mean: T = 0
  for unit in 0..<units { mean += slopes[unit * stride] * y[unit * stride] }
  for unit in 0..<units { slopes[unit * stride] = y[unit * stride] * (slopes[unit * stride] - mean) }
}
