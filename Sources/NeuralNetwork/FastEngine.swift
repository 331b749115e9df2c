import Kernels

/// Training in single precision at the speed of the processor.
///
/// It does what `PlainEngine` does, on the same streams of random numbers, to within rounding: sums run in
/// another order, and exponentials and logarithms are its own. It gives the same bits in every build and on
/// every processor, with whatever instruction set: see `Kernels`.
///
/// Activations lie `(units, batch)` with the batch filled up to whole vectors; all memory is taken once,
/// when the engine is made.
struct FastEngine: Engine {
  private let plan: FastPlan
  private let level: KernelLevel
  /// All blocks of the plan, and room to begin at a multiple of 64 bytes.
  private var memory: [Float]

  /// An engine for batches of up to `capacity` rows.
  ///
  /// Another `level` than the best changes its speed alone;
  /// the processor must have it.
  init(_ architecture: Architecture, capacity: Int, level: KernelLevel = kernelBestLevel()) {
    precondition(level.rawValue <= kernelBestLevel().rawValue, "instructions this processor has")
    plan = FastPlan(architecture, capacity: max(capacity, 1))
    self.level = level
    memory = [Float](repeating: 0, count: plan.count + FastPlan.lanes)
  }

  mutating func step(
    on rows: ArraySlice<Int>, of examples: Examples<Float>, noise: Noise,
    parameters: inout [Float], adam: Adam, state: inout Adam.State<Float>
  ) -> Tally {
    let count = parameters.count
    precondition(
      state.firstMoments.count == count && state.secondMoments.count == count,
      "a moment for each of \(count) parameters")
    state.step += 1
    let constants = KernelAdam(
      rate: adam.rate(atStep: state.step), share1: Float(1 - adam.beta1), share2: Float(1 - adam.beta2),
      epsilon: Float(adam.epsilon))
    return withPasses(rows: rows.count) { passes in
      passes.gather(rows, of: examples)
      return parameters.withUnsafeMutableBufferPointer { w in
        state.firstMoments.withUnsafeMutableBufferPointer { m in
          state.secondMoments.withUnsafeMutableBufferPointer { v in
            guard let w = w.baseAddress, let m = m.baseAddress, let v = v.baseAddress else {
              preconditionFailure("a network has a dense layer, so it has parameters")
            }
            let tally = passes.differentiate(w, noise: noise)
            passes.update(w, m, v, count: count, constants)
            return tally
          }
        }
      }
    }
  }

  mutating func evaluate(_ rows: Range<Int>, of examples: Examples<Float>, parameters: [Float]) -> Tally {
    var tally = Tally()
    for chunk in chunks(of: rows) {
      tally += withPasses(rows: chunk.count, parameters) { passes, parameters in
        passes.gather(from: chunk.lowerBound, of: examples)
        return passes.loss(parameters)
      }
    }
    return tally
  }

  mutating func outputs(for inputs: Matrix<Float>, parameters: [Float]) -> Matrix<Float> {
    let examples = Examples(inputs: inputs, labels: [Float](repeating: 0, count: inputs.rows))
    let units = plan.outputs
    var values: [Float] = []
    values.reserveCapacity(inputs.rows * units)
    for chunk in chunks(of: 0..<inputs.rows) {
      withPasses(rows: chunk.count, parameters) { passes, parameters in
        passes.gather(from: chunk.lowerBound, of: examples)
        let (block, stride) = passes.outputs(parameters)
        for row in 0..<chunk.count {
          for unit in 0..<units { values.append(block[unit * stride + row]) }
        }
      }
    }
    return Matrix(rows: inputs.rows, columns: units, values: values)
  }

  /// The gradients of the mean loss by all parameters, as laid out in the architecture.
  mutating func gradients(
    on rows: ArraySlice<Int>, of examples: Examples<Float>, noise: Noise, parameters: [Float]
  ) -> (tally: Tally, gradients: [Float]) {
    withPasses(rows: rows.count, parameters) { passes, start in
      passes.gather(rows, of: examples)
      let tally = passes.differentiate(start, noise: noise)
      return (tally, Array(UnsafeBufferPointer(start: passes.gradients, count: parameters.count)))
    }
  }

  private func chunks(of rows: Range<Int>) -> some Sequence<Range<Int>> {
    let capacity = plan.capacity
    return stride(from: rows.lowerBound, to: rows.upperBound, by: capacity).lazy.map {
      $0..<min($0 + capacity, rows.upperBound)
    }
  }

  private mutating func withPasses<Result>(
    rows: Int, _ parameters: [Float], _ body: (FastPasses, UnsafePointer<Float>) -> Result
  ) -> Result {
    withPasses(rows: rows) { passes in
      parameters.withUnsafeBufferPointer { parameters in
        guard let parameters = parameters.baseAddress else {
          preconditionFailure("a network has a dense layer, so it has parameters")
        }
        return body(passes, parameters)
      }
    }
  }

  private mutating func withPasses<Result>(rows: Int, _ body: (FastPasses) -> Result) -> Result {
    memory.withUnsafeMutableBytes { [plan, level] memory in
      guard let start = memory.baseAddress?.alignedUp(toMultipleOf: 64) else {
        preconditionFailure("a plan has blocks")
      }
      return body(
        FastPasses(plan, level: level, memory: start.assumingMemoryBound(to: Float.self), rows: rows))
    }
  }
}
