/// y = x m, where m is 0 with probability `rate` and 1/(1 − rate) else, drawn anew for every unit and row
/// of every step; in prediction y = x.
///
/// Keeps the mask m `(units, rows)`. Word unit · rows + row of the layer's stream decides: below
/// rate · 2³² the number is dropped.
///
/// Source: Srivastava et al. 2014, "Dropout", JMLR 15; scaled while training, as Keras does.
struct DropoutLayer<T: Scalar>: Layer {
  let units: Int
  let rate: Double
  /// The layer's place in the network: its stream of random words.
  let index: Int
  var inputs: Int { units }
  var parameterCount: Int { 0 }
  var keptUnits: Int { units }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func forward(
    x: UnsafePointer<T>, y: UnsafeMutablePointer<T>, kept: UnsafeMutablePointer<T>, rows: Int,
    parameters: UnsafePointer<T>, noise: Noise?
  ) {
    let count = units * rows
    guard let noise else {
      y.update(from: x, count: count)
      return
    }
    let stream = RandomStream(
      seed: noise.seed, run: noise.run, purpose: .dropout, layer: index, epoch: noise.epoch,
      step: noise.step)
    let threshold = UInt32(rate * 0x1p32)
    let survivor = T(1 / (1 - rate))
    var i = 0
    while i < count {
      let words = stream.block(i / 4)
      kept[i] = words.0 < threshold ? 0 : survivor
      if i + 1 < count { kept[i + 1] = words.1 < threshold ? 0 : survivor }
      if i + 2 < count { kept[i + 2] = words.2 < threshold ? 0 : survivor }
      if i + 3 < count { kept[i + 3] = words.3 < threshold ? 0 : survivor }
      i += 4
    }
    for i in 0..<count { y[i] = x[i] * kept[i] }
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func backward(
    x: UnsafePointer<T>, y: UnsafePointer<T>, kept: UnsafePointer<T>, rows: Int,
    dy: UnsafeMutablePointer<T>, dx: UnsafeMutablePointer<T>?,
    parameters: UnsafePointer<T>, gradients: UnsafeMutablePointer<T>
  ) {
    guard let dx else { return }
    for i in 0..<units * rows { dx[i] = dy[i] * kept[i] }
  }
}
