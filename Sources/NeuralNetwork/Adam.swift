/// The optimizer Adam with Keras's constants.
///
/// At step t, from 1, with gradient g, elementwise:
///
///     m += (g − m) (1 − β₁)
///     v += (g² − v) (1 − β₂)
///     w −= m a / (√v + ε),   a = η √(1 − β₂ᵗ) / (1 − β₁ᵗ)
///
/// Keras rounds β₁ and β₂ to single precision in a, even for a `Double` network, and so do we: without it
/// steps come out about 6·10⁻⁶ (relative) longer, enough to send some trajectories another way.
///
/// Source: Kingma and Ba 2014, arXiv:1412.6980; `keras.optimizers.Adam` (Keras 3).
public struct Adam: Sendable, Equatable, Codable {
  /// η, 0.001 by default.
  public var learningRate: Double
  /// β₁, 0.9 by default.
  public var beta1: Double
  /// β₂, 0.999 by default.
  public var beta2: Double
  /// ε, 10⁻⁷ by default.
  public var epsilon: Double

  /// An optimizer, by default with Keras's constants.
  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  /// What Adam remembers between steps; with it a fit can be continued.
  public struct State<T: Scalar>: Sendable, Equatable {
    /// m, one number a parameter.
    public var firstMoments: [T]
    /// v, one number a parameter.
    public var secondMoments: [T]
    /// t, the steps taken.
    public var step: Int

    /// The state before the first step.
    public init(parameterCount: Int) {
      self.init(
        firstMoments: [T](repeating: 0, count: parameterCount),
        secondMoments: [T](repeating: 0, count: parameterCount), step: 0)
    }

    /// The state of an earlier fit, to go on from.
    public init(firstMoments: [T], secondMoments: [T], step: Int) {
      precondition(
        firstMoments.count == secondMoments.count && step >= 0,
        "as many first moments as second ones, and steps from 0")
      self.firstMoments = firstMoments
      self.secondMoments = secondMoments
      self.step = step
    }
  }

  /// Takes one step on all parameters.
  func update<T: Scalar>(
    _ parameters: inout [T], along gradients: UnsafePointer<T>, state: inout State<T>
  ) {
    state.step += 1
    let rate: T = rate(atStep: state.step)
    let count = parameters.count
    precondition(state.firstMoments.count == count, "a moment for each of \(count) parameters")
    parameters.withUnsafeMutableBufferPointer { w in
      state.firstMoments.withUnsafeMutableBufferPointer { m in
        state.secondMoments.withUnsafeMutableBufferPointer { v in
          guard let w = w.baseAddress, let m = m.baseAddress, let v = v.baseAddress else { return }
          step(w, m, v, gradients, count: count, rate: rate)
        }
      }
    }
  }

  /// a: η with its corrections for moments that began at 0.
  func rate<T: Scalar>(atStep step: Int) -> T {
    // The powers too are rounded as Keras holds them: the difference from 1 magnifies that rounding.
    let power1 = T(power(Double(Float(beta1)), step))
    let power2 = T(power(Double(Float(beta2)), step))
    return T(learningRate) * (1 - power2).squareRoot() / (1 - power1)
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  private func step<T: Scalar>(
    _ w: UnsafeMutablePointer<T>, _ m: UnsafeMutablePointer<T>, _ v: UnsafeMutablePointer<T>,
    _ g: UnsafePointer<T>, count: Int, rate: T
  ) {
    let (share1, share2, epsilon) = (T(1 - beta1), T(1 - beta2), T(epsilon))
    for i in 0..<count {
      m[i] += (g[i] - m[i]) * share1
      v[i] += (g[i] * g[i] - v[i]) * share2
      w[i] -= m[i] * rate / (v[i].squareRoot() + epsilon)
    }
  }

  /// base^exponent by squaring: the same bits everywhere, unlike the C library's.
  private func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, left) = (1.0, base, exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }
}
