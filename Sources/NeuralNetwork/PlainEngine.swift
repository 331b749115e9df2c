/// Training written out plainly: forward through all layers, loss, backward, one step of Adam.
///
/// This is the definition: readable first, with the same bits in each run. All memory is taken once, when
/// the engine is made.
struct PlainEngine<T: Scalar>: Engine {
  private let passes: Passes<T>
  /// All blocks of `MemoryPlan`.
  private var memory: [T]

  /// An engine for batches of up to `capacity` rows.
  init(_ architecture: Architecture, capacity: Int) {
    passes = Passes(architecture, capacity: max(capacity, 1))
    memory = [T](repeating: 0, count: passes.plan.count)
  }

  var layers: [any Layer<T>] { passes.layers }

  mutating func step(
    on rows: ArraySlice<Int>, of examples: Examples<T>, noise: Noise,
    parameters: inout [T], adam: Adam, state: inout Adam.State<T>
  ) -> Tally {
    let tally = differentiate(rows, of: examples, noise: noise, parameters: parameters)
    // Not through `withMemory`, which would hold the parameters and so make the update copy them.
    memory.withUnsafeBufferPointer { [start = passes.plan.gradients] memory in
      guard let memory = memory.baseAddress else { return }
      adam.update(&parameters, along: memory + start, state: &state)
    }
    return tally
  }

  mutating func evaluate(_ rows: Range<Int>, of examples: Examples<T>, parameters: [T]) -> Tally {
    var tally = Tally()
    for chunk in chunks(of: rows) {
      withMemory(parameters) { passes, memory, parameters in
        passes.gather(chunk, of: examples, into: memory)
        passes.forward(memory, rows: chunk.count, parameters: parameters, noise: nil)
        tally += passes.loss(memory, rows: chunk.count).tally()
      }
    }
    return tally
  }

  /// The gradients of the mean loss by all parameters, as laid out in the architecture.
  mutating func gradients(
    on rows: ArraySlice<Int>, of examples: Examples<T>, noise: Noise?, parameters: [T]
  ) -> (tally: Tally, gradients: [T]) {
    let tally = differentiate(rows, of: examples, noise: noise, parameters: parameters)
    let start = passes.plan.gradients
    return (tally, Array(memory[start..<start + parameters.count]))
  }

  mutating func outputs(for inputs: Matrix<T>, parameters: [T]) -> Matrix<T> {
    outputs(ofFirst: layers.count, for: inputs, parameters: parameters)
  }

  /// What the first `depth` of `layers` answer for each row: `(rows, units)`, row by row.
  mutating func outputs(ofFirst depth: Int, for inputs: Matrix<T>, parameters: [T]) -> Matrix<T> {
    let units = layers[depth - 1].units
    let examples = Examples(inputs: inputs, labels: [T](repeating: 0, count: inputs.rows))
    var values: [T] = []
    values.reserveCapacity(inputs.rows * units)
    for chunk in chunks(of: 0..<inputs.rows) {
      withMemory(parameters) { passes, memory, parameters in
        passes.gather(chunk, of: examples, into: memory)
        passes.forward(memory, rows: chunk.count, parameters: parameters, noise: nil)
        let y = memory + passes.plan.activations[depth]
        for row in 0..<chunk.count {
          for unit in 0..<units { values.append(y[unit * chunk.count + row]) }
        }
      }
    }
    return Matrix(rows: inputs.rows, columns: units, values: values)
  }

  private mutating func differentiate(
    _ rows: ArraySlice<Int>, of examples: Examples<T>, noise: Noise?, parameters: [T]
  ) -> Tally {
    withMemory(parameters) { passes, memory, parameters in
      passes.gather(rows, of: examples, into: memory)
      passes.forward(memory, rows: rows.count, parameters: parameters, noise: noise)
      passes.backward(memory, rows: rows.count, parameters: parameters)
      return passes.loss(memory, rows: rows.count).tally()
    }
  }

  private func chunks(of rows: Range<Int>) -> some Sequence<Range<Int>> {
    let capacity = passes.plan.capacity
    return stride(from: rows.lowerBound, to: rows.upperBound, by: capacity).lazy.map {
      $0..<Swift.min($0 + capacity, rows.upperBound)
    }
  }

  private mutating func withMemory<Result>(
    _ parameters: [T], _ body: (Passes<T>, UnsafeMutablePointer<T>, UnsafePointer<T>) -> Result
  ) -> Result {
    memory.withUnsafeMutableBufferPointer { [passes] memory in
      parameters.withUnsafeBufferPointer { parameters in
        guard let memory = memory.baseAddress, let parameters = parameters.baseAddress else {
          preconditionFailure("a network has a dense layer, so it has memory and parameters")
        }
        return body(passes, memory, parameters)
      }
    }
  }
}
