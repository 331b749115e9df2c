/// y = x m, where m is 0 with probability `rate` and 1/(1 − rate) else, drawn anew for every unit and row
/// of every step; in prediction y = x.
///
/// Keeps the mask m `(units, rows)`. Sixteen bits decide: below rate · 2¹⁶, rounded, the number is dropped.
/// Block (row, ⌊unit / 8⌋) of the layer's stream holds those of eight units, from the low half of its first
/// word to the high half of its last.
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
  /// Of 2¹⁶ draws; never all of them.
  var threshold: UInt32 { UInt32(min((rate * 0x1p16).rounded(), 0xffff)) }
  /// What the numbers that stay are multiplied by.
  var survivor: Double { 1 / (1 - rate) }

  /// The words of one step.
  func stream(_ noise: Noise) -> RandomStream {
    RandomStream(
      seed: noise.seed, run: noise.run, purpose: .dropout, layer: index, epoch: noise.epoch,
      step: noise.step)
  }

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
    let stream = stream(noise)
    let survivor = T(survivor)
    for row in 0..<rows {
      var words: Philox.Counter = (0, 0, 0, 0)
      for unit in 0..<units {
        if unit % 8 == 0 { words = stream.block(row: row, column: unit / 8) }
        let word =
          switch unit % 8 / 2 {
          case 0: words.0
          case 1: words.1
          case 2: words.2
          default: words.3
          }
        let bits = unit % 2 == 0 ? word & 0xffff : word >> 16
        kept[unit * rows + row] = bits < threshold ? 0 : survivor
      }
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
