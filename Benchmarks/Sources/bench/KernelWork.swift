import Kernels

/// The kernels by themselves, on one step of the paper's network: 75 rows, all in the nearest caches.
struct KernelWork {
  private static let batch = 75
  private static let vectors = 5
  /// Inputs and units of each dense layer.
  private static let dense = [
    (9, 10), (10, 10), (10, 25), (25, 10), (10, 10), (10, 10), (10, 10), (10, 10), (10, 10), (10, 5), (5, 1),
  ]
  /// Of the layers but the first, those behind a relu.
  private static let gated: Set<Int> = [1, 2, 3, 4, 6, 8, 10]
  private static let parameters = 1356
  private static let steps = 2000

  private let kernels = kernelSet(kernelBestLevel()).pointee
  private let memory: UnsafeMutablePointer<Float>

  /// Prints a line a kernel: microseconds a step.
  static func measure() {
    let numbers = 5 * 25 * vectors * Int(kernelLanes) + 4 * parameters
    let raw = UnsafeMutableRawPointer.allocate(byteCount: 4 * numbers, alignment: 64)
    defer { raw.deallocate() }
    let memory = raw.bindMemory(to: Float.self, capacity: numbers)
    memory.initialize(repeating: 0.5, count: numbers)
    KernelWork(memory: memory).measure()
  }

  /// A block of at most 25 units: there are five.
  private func block(_ index: Int) -> UnsafeMutablePointer<Float> {
    memory + index * 25 * Self.vectors * Int(kernelLanes)
  }

  /// Room for all parameters: there are four such.
  private func weights(_ index: Int) -> UnsafeMutablePointer<Float> { block(5) + index * Self.parameters }

  private func measure() {
    let (x, y, noted) = (block(0), block(1), block(2))
    let (w, m, v, g) = (weights(0), weights(1), weights(2), weights(3))
    let vectors = Self.vectors
    time("forward products") {
      for (inputs, units) in Self.dense { kernels.dense(x, w, w, true, y, inputs, units, vectors) }
    }
    time("slopes by the inputs") {
      for (layer, (inputs, units)) in Self.dense.enumerated().dropFirst() {
        kernels.denseSlopes(x, w, Self.gated.contains(layer) ? x : nil, 1, y, inputs, units, vectors)
      }
    }
    time("gradients of the kernels") {
      for (inputs, units) in Self.dense { kernels.denseGradients(x, y, g, v, inputs, units, vectors) }
    }
    time("softplus twice, softmax") {
      for activation in [KernelActivation.softplus, .softplus, .softmax] {
        kernels.activate(activation, y, noted, 10, vectors)
      }
    }
    time("dropout masks") {
      for units in [25, 10] {
        kernels.drop(
          x, y, units == 10 ? noted : nil, units, vectors, KernelNoise(key0: 1, key1: 2, epoch: 3, step: 4),
          6554, 1 / 0.9)
      }
    }
    time("Adam") {
      kernels.adam(
        w, m, v, g, Self.parameters,
        KernelAdam(rate: 0.001, share1: 0.1, share2: 0.001, epsilon: 1e-7))
    }
    let rows = (0..<Self.batch).map { ($0 * 17) % Self.batch }
    time("gathering rows") { kernels.gather(w, 9, rows, Self.batch, x, vectors) }
  }

  private func time(_ name: String, _ step: () -> Void) {
    // From the same numbers each time, none of them so small that a processor stumbles.
    block(0).update(repeating: 0.5, count: 5 * 25 * Self.vectors * Int(kernelLanes) + 4 * Self.parameters)
    let watch = Stopwatch { for _ in 0..<Self.steps { step() } }
    report("  " + name, watch, unit: "µs a step", of: { $0 / Double(Self.steps) * 1e6 })
  }
}
