import Kernels

/// What the fast engine does layer by layer, and where each block of numbers lies in its memory.
struct FastPlan: Sendable {
  static let lanes = Int(kernelLanes)

  enum Stage: Sendable {
    case dense(Dense)
    case dropout(DropoutLayer<Float>, x: Int, y: Int, mask: Int)
  }

  /// Reads block `x` and writes `y`.
  struct Dense: Sendable {
    let inputs: Int
    let units: Int
    let activation: KernelActivation
    /// Where kernel and bias begin, and their gradients.
    let parameters: Int
    let x: Int
    let y: Int
    /// Where derivatives go that do not follow from the values.
    let d: Int
    /// Whether `x` are the values of a relu, so that slopes end where they are 0.
    let gatesSlopes: Bool
    /// Whether the stage after this one does so with `y`.
    var slopesComeGated = false
    /// Whether the loss is taken from the sums, before a last sigmoid.
    var endsInLogits = false
  }

  let stages: [Stage]
  /// Numbers a row.
  let inputs: Int
  let outputs: Int
  /// Rows a batch at most: whole vectors.
  let capacity: Int
  /// Whether the loss is taken from the logits before a last sigmoid.
  let endsInLogits: Bool

  /// Where the rows of a batch lie.
  let rows: Int
  let labels: Int
  let losses: Int
  /// Two blocks: slopes go from one to the other, layer by layer.
  let slopes: (Int, Int)
  let gradients: Int
  /// How many numbers there are in all.
  let count: Int

  init(_ architecture: Architecture, capacity: Int) {
    let padded = (capacity + Self.lanes - 1) / Self.lanes * Self.lanes
    var count = 0
    /// A block for `units` of the whole batch.
    func block(_ units: Int) -> Int {
      defer { count += units * padded }
      return count
    }
    rows = block(architecture.inputs)
    var stages: [Stage] = []
    var (inputs, x, parameters) = (architecture.inputs, rows, 0)
    for (index, layer) in architecture.layers.enumerated() {
      switch layer {
      case .dense(let units, let activation):
        var gatesSlopes = false
        if case .dense(var before)? = stages.last, before.activation == .relu {
          before.slopesComeGated = true
          stages[stages.count - 1] = .dense(before)
          gatesSlopes = true
        }
        let y = block(units)
        stages.append(
          .dense(
            Dense(
              inputs: inputs, units: units, activation: activation.kernel, parameters: parameters, x: x, y: y,
              d: activation.notesDerivative ? block(units) : y, gatesSlopes: gatesSlopes)))
        parameters += (inputs + 1) * units
        (inputs, x) = (units, y)
      case .dropout(let rate):
        let layer = DropoutLayer<Float>(units: inputs, rate: rate, index: index)
        let y = block(inputs)
        stages.append(.dropout(layer, x: x, y: y, mask: block(inputs)))
        x = y
      }
    }
    if case .dense(var last)? = stages.last, last.activation == .sigmoid {
      last.endsInLogits = true
      stages[stages.count - 1] = .dense(last)
      endsInLogits = true
    } else {
      endsInLogits = false
    }
    let widest = max(architecture.inputs, architecture.widths.max() ?? 0)
    labels = block(1)
    losses = block(1)
    slopes = (block(widest), block(widest))
    gradients = count
    self.count = count + parameters
    self.stages = stages
    self.capacity = padded
    self.inputs = architecture.inputs
    outputs = architecture.outputs
  }
}

extension Activation {
  fileprivate var kernel: KernelActivation {
    switch self {
    case .linear: .linear
    case .relu: .relu
    case .softplus: .softplus
    case .sigmoid: .sigmoid
    case .softmax: .softmax
    case .tanh: .tanh
    case .elu: .elu
    case .selu: .selu
    case .gelu: .gelu
    case .geluTanh: .geluTanh
    }
  }

  /// Whether the derivative does not follow from the value alone.
  fileprivate var notesDerivative: Bool { self == .softplus || self == .gelu || self == .geluTanh }
}
