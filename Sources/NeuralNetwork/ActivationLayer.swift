/// y = f(x) for an activation f: the second half of a dense layer.
struct ActivationLayer<T: Scalar>: Layer {
  let activation: Activation
  let units: Int
  var inputs: Int { units }
  var parameterCount: Int { 0 }
  var keptUnits: Int { 0 }

  func forward(
    x: UnsafePointer<T>, y: UnsafeMutablePointer<T>, kept: UnsafeMutablePointer<T>, rows: Int,
    parameters: UnsafePointer<T>, noise: Noise?
  ) {
    activation.forward(z: x, y: y, units: units, rows: rows)
  }

  func backward(
    x: UnsafePointer<T>, y: UnsafePointer<T>, kept: UnsafePointer<T>, rows: Int,
    dy: UnsafeMutablePointer<T>, dx: UnsafeMutablePointer<T>?,
    parameters: UnsafePointer<T>, gradients: UnsafeMutablePointer<T>
  ) {
    guard let dx else { return }
    activation.backward(z: x, y: y, slopes: dy, units: units, rows: rows)
    dx.update(from: dy, count: units * rows)
  }
}
