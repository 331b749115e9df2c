/// The passes of a network over one batch, in memory that the caller lends.
struct Passes<T: Scalar>: Sendable {
  /// A dense layer is two stages: its sums, then its activation unless that is linear.
  let layers: [any Layer<T>]
  let plan: MemoryPlan
  /// Whether the loss is taken from the logits before a last sigmoid.
  private let endsInSigmoid: Bool

  init(_ architecture: Architecture, capacity: Int) {
    var layers: [any Layer<T>] = []
    var inputs = architecture.inputs
    for (index, (layer, width)) in zip(architecture.layers, architecture.widths).enumerated() {
      switch layer {
      case .dense(let units, let activation):
        layers.append(DenseLayer<T>(inputs: inputs, units: units))
        if activation != .linear {
          layers.append(ActivationLayer<T>(activation: activation, units: units))
        }
      case .dropout(let rate): layers.append(DropoutLayer<T>(units: width, rate: rate, index: index))
      }
      inputs = width
    }
    self.layers = layers
    plan = MemoryPlan(layers, capacity: capacity)
    endsInSigmoid =
      if case .dense(_, .sigmoid)? = architecture.layers.last { true } else { false }
  }

  /// Lays some rows unit-major into the first block, and their labels into theirs.
  @specialized(where T == Float, Rows == ArraySlice<Int>)
  @specialized(where T == Float, Rows == Range<Int>)
  @specialized(where T == Double, Rows == ArraySlice<Int>)
  @specialized(where T == Double, Rows == Range<Int>)
  func gather<Rows: RandomAccessCollection<Int>>(
    _ rows: Rows, of examples: Examples<T>, into memory: UnsafeMutablePointer<T>
  ) {
    let (x, labels) = (memory + plan.activations[0], memory + plan.labels)
    let (count, columns) = (rows.count, examples.inputs.columns)
    precondition(
      columns == layers[0].inputs && count <= plan.capacity,
      "up to \(plan.capacity) rows of \(layers[0].inputs) inputs, received \(count) of \(columns)")
    var place = 0
    for row in rows {
      for column in 0..<columns {
        x[column * count + place] = examples.inputs.values[row * columns + column]
      }
      labels[place] = examples.labels[row]
      place += 1
    }
  }

  /// Goes from the inputs through all layers; without `noise` as in prediction.
  func forward(
    _ memory: UnsafeMutablePointer<T>, rows: Int, parameters: UnsafePointer<T>, noise: Noise?
  ) {
    for (index, layer) in layers.enumerated() {
      layer.forward(
        x: memory + plan.activations[index], y: memory + plan.activations[index + 1],
        kept: memory + plan.kept[index], rows: rows,
        parameters: parameters + plan.parameters[index], noise: noise)
    }
  }

  /// The loss of what `forward` left.
  func loss(_ memory: UnsafeMutablePointer<T>, rows: Int) -> LossPass<T> {
    LossPass(
      probabilities: memory + plan.activations[layers.count],
      logits: endsInSigmoid ? UnsafePointer(memory + plan.activations[layers.count - 1]) : nil,
      labels: memory + plan.labels, rows: rows)
  }

  /// Goes back from the loss to the first layer, after `forward`.
  func backward(_ memory: UnsafeMutablePointer<T>, rows: Int, parameters: UnsafePointer<T>) {
    // The slopes by the logits are known at once: a last sigmoid is passed over.
    let end = layers.count - (endsInSigmoid ? 1 : 0)
    loss(memory, rows: rows).writeSlopes(to: memory + plan.slopes[end])
    for index in stride(from: end - 1, through: 0, by: -1) {
      layers[index].backward(
        x: memory + plan.activations[index], y: memory + plan.activations[index + 1],
        kept: memory + plan.kept[index], rows: rows, dy: memory + plan.slopes[index + 1],
        dx: index == 0 ? nil : memory + plan.slopes[index],
        parameters: parameters + plan.parameters[index],
        gradients: memory + plan.gradients + plan.parameters[index])
    }
  }
}

/// Where each block of an engine's memory begins.
///
/// Entry i of `activations` and `slopes` is the border before layer i: 0 the inputs, the last the outputs.
struct MemoryPlan: Sendable {
  /// The most rows a batch may have.
  let capacity: Int
  private(set) var activations: [Int] = []
  private(set) var slopes: [Int] = []
  private(set) var kept: [Int] = []
  /// Where a layer's parameters begin in those of the network, and its gradients after `gradients`.
  private(set) var parameters: [Int] = []
  private(set) var labels = 0
  private(set) var gradients = 0
  /// How many numbers there are in all.
  private(set) var count = 0

  init<T: Scalar>(_ layers: [any Layer<T>], capacity: Int) {
    self.capacity = capacity
    var parameterCount = 0
    for layer in layers {
      activations.append(take(layer.inputs * capacity))
      slopes.append(take(layer.inputs * capacity))
      kept.append(take(layer.keptUnits * capacity))
      parameters.append(parameterCount)
      parameterCount += layer.parameterCount
    }
    let outputs = layers.last?.units ?? 0
    activations.append(take(outputs * capacity))
    slopes.append(take(outputs * capacity))
    labels = take(capacity)
    gradients = take(parameterCount)
  }

  private mutating func take(_ numbers: Int) -> Int {
    defer { count += numbers }
    return count
  }
}
