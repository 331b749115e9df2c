import Kernels
import Testing

@testable import NeuralNetwork

@Suite struct KernelsDropoutTests {
  @Test("Masks are those of the plain layer, bit by bit", arguments: [1, 7, 8, 25], [1, 16, 75])
  func masks(units: Int, rows: Int) {
    let layer = DropoutLayer<Float>(units: units, rate: 0.3, index: 4)
    let noise = Noise(seed: 11, run: 2, epoch: 7, step: 3)
    let ones = [Float](repeating: 1, count: units * rows)
    var (y, kept) = (ones, ones)
    layer.forward(x: ones, y: &y, kept: &kept, rows: rows, parameters: ones, noise: noise)

    let vectors = (rows + 15) / 16
    let stream = layer.stream(noise)
    let count = units * vectors * 16
    let memory = UnsafeMutableBufferPointer<Float>(
      start: UnsafeMutableRawPointer.allocate(byteCount: 12 * count, alignment: 64)
        .bindMemory(to: Float.self, capacity: 3 * count), count: 3 * count)
    defer { memory.deallocate() }
    memory.initialize(repeating: 1)
    guard let x = memory.baseAddress else { return }
    let words = KernelNoise(
      key0: stream.key.0, key1: stream.key.1, epoch: stream.epoch, step: stream.step)
    for level in KernelLevel.here {
      memory.update(repeating: 1)
      let drop = kernelSet(level).pointee.drop
      drop(x, x + count, x + 2 * count, units, vectors, words, layer.threshold, Float(layer.survivor))
      // In place, and without a note of the mask.
      drop(x, x, nil, units, vectors, words, layer.threshold, Float(layer.survivor))
      for unit in 0..<units {
        for row in 0..<rows {
          let place = unit * vectors * 16 + row
          #expect(x[2 * count + place] == kept[unit * rows + row])
          #expect(x[count + place] == y[unit * rows + row])
          #expect(x[place] == y[unit * rows + row])
        }
      }
    }
  }

  @Test("A rate is rounded to a multiple of 2⁻¹⁶, and never drops everything")
  func thresholds() {
    func threshold(_ rate: Double) -> UInt32 {
      DropoutLayer<Float>(units: 1, rate: rate, index: 0).threshold
    }
    #expect(threshold(0) == 0)
    #expect(threshold(0.5) == 0x8000)
    #expect(threshold(0.1) == 6554)
    #expect(threshold(1 - 0x1p-40) == 0xffff)
  }

  @Test("As many numbers are dropped as the rate says")
  func share() {
    let layer = DropoutLayer<Float>(units: 40, rate: 0.1, index: 1)
    let ones = [Float](repeating: 1, count: 40 * 1000)
    var (y, kept) = (ones, ones)
    layer.forward(
      x: ones, y: &y, kept: &kept, rows: 1000, parameters: ones,
      noise: Noise(seed: 5, run: 0, epoch: 1, step: 1))
    // Five standard errors of a binomial count of 40,000 draws at 0.1: 5 √3600 = 300.
    #expect(abs(kept.count { $0 == 0 } - 4000) < 300)
    #expect(kept.allSatisfy { $0 == 0 || $0 == Float(1 / 0.9) })
  }
}
