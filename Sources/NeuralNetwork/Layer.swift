/// One stage of the network: a pair of passes over a batch.
///
/// Activations lie unit-major: a block `(units, rows)` holds all rows of unit 0, then all of unit 1, …, so
/// that every inner loop runs along the batch. The caller owns all memory; layers only describe the
/// arithmetic.
///
/// | name | shape | what |
/// |---|---|---|
/// | `x` | (inputs, rows) | what comes in |
/// | `y` | (units, rows) | what goes out |
/// | `kept` | (keptUnits, rows) | what `forward` notes down for `backward` |
/// | `dy`, `dx` | as y, x | slopes of the loss by y and x |
/// | `parameters`, `gradients` | (parameterCount) | the layer's own, and the slopes of the loss by them |
protocol Layer<T>: Sendable {
  associatedtype T: Scalar

  var inputs: Int { get }
  var units: Int { get }
  var parameterCount: Int { get }
  var keptUnits: Int { get }

  /// Fills `y`; `noise` is there while training and `nil` in prediction.
  func forward(
    x: UnsafePointer<T>, y: UnsafeMutablePointer<T>, kept: UnsafeMutablePointer<T>, rows: Int,
    parameters: UnsafePointer<T>, noise: Noise?)

  /// Fills `gradients`, and `dx` where somebody asks for it; `dy` may be overwritten.
  func backward(
    x: UnsafePointer<T>, y: UnsafePointer<T>, kept: UnsafePointer<T>, rows: Int,
    dy: UnsafeMutablePointer<T>, dx: UnsafeMutablePointer<T>?,
    parameters: UnsafePointer<T>, gradients: UnsafeMutablePointer<T>)
}

/// Where in a fit a batch stands: all that the randomness of a layer may depend on.
struct Noise: Sendable {
  var seed: UInt64
  var run: UInt32
  /// From 1.
  var epoch: Int
  /// The batch within the epoch, from 1.
  var step: Int
}
