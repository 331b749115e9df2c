/// Keras's default start for kernels: uniform on [−limit, limit), limit = √(6 / (inputs + units)).
///
/// Source: Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward neural
/// networks", AISTATS.
enum GlorotUniform {
  static func limit(inputs: Int, units: Int) -> Double {
    (6 / Double(inputs + units)).squareRoot()
  }

  /// A kernel `(inputs, units)`; drawn in single precision, so that a `Double` network starts from the
  /// same numbers as a `Float` one.
  static func kernel<T: Scalar>(
    inputs: Int, units: Int, as: T.Type = T.self, from stream: inout RandomStream
  ) -> [T] {
    let limit = Float(limit(inputs: inputs, units: units))
    return (0..<inputs * units).map { _ in T(limit * (2 * stream.nextUnit() - 1)) }
  }
}
