/// A feed-forward network: layers one after another, as Keras's `Sequential`.
///
/// All parameters lie in one flat array; `architecture.parameterViews` says what is where.
public struct Sequential<T: Scalar>: Sendable, Equatable {
  /// The shape of the network.
  public let architecture: Architecture
  /// Kernel and bias of each dense layer in turn, a kernel `(inputs, units)` input after input.
  public internal(set) var parameters: [T]

  /// A network with fresh weights: Glorot-uniform kernels, zero biases.
  ///
  /// The weights are a function of `seed`, `run` and the layer's place among all layers.
  public init(_ architecture: Architecture, seed: UInt64 = 0, run: UInt32 = 0) {
    self.architecture = architecture
    parameters = []
    var inputs = architecture.inputs
    for (index, layer) in architecture.layers.enumerated() {
      guard case .dense(let units, _) = layer else { continue }
      var stream = RandomStream(seed: seed, run: run, purpose: .weights, layer: index)
      parameters += GlorotUniform.kernel(inputs: inputs, units: units, from: &stream)
      parameters += [T](repeating: 0, count: units)
      inputs = units
    }
  }

  /// A network with given weights: kernels and biases as in `architecture.parameterViews`.
  public init(_ architecture: Architecture, parameters: [T]) {
    precondition(
      parameters.count == architecture.parameterCount,
      "\(architecture.parameterCount) parameters, received \(parameters.count)")
    self.architecture = architecture
    self.parameters = parameters
  }

  /// The numbers of one kernel or bias, `nil` if the network has none of that name.
  public subscript(parameter name: String) -> [T]? {
    architecture.parameterViews.first { $0.name.utf8.elementsEqual(name.utf8) }
      .map { Array(parameters[$0.range]) }
  }

  /// What the last layer answers for each row: `(rows, outputs)`.
  public func outputs(for inputs: Matrix<T>) -> Matrix<T> {
    var engine: any Engine<T> = bestEngine(for: architecture, capacity: min(inputs.rows, 256))
    return engine.outputs(for: inputs, parameters: parameters)
  }

  /// The probability of class 1 for each row, of a network with one output.
  public func predict(_ inputs: Matrix<T>) -> [T] {
    precondition(architecture.outputs == 1, "one output, received \(architecture.outputs)")
    return outputs(for: inputs).values
  }

  /// Mean loss and accuracy over all rows, of a network with one output; labels are 0 or 1.
  public func evaluate(_ inputs: Matrix<T>, _ labels: [T]) -> (loss: Double, binaryAccuracy: Double) {
    precondition(architecture.outputs == 1, "one output, received \(architecture.outputs)")
    precondition(
      inputs.rows == labels.count, "a label for each of \(inputs.rows) rows, received \(labels.count)")
    var engine: any Engine<T> = bestEngine(for: architecture, capacity: min(inputs.rows, 256))
    let tally = engine.evaluate(
      0..<inputs.rows, of: Examples(inputs: inputs, labels: labels), parameters: parameters)
    return (tally.meanLoss, tally.accuracy)
  }
}
