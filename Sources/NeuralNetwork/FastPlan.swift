import Kernels

/// What the fast engine does layer by layer, and where each block of numbers lies in its memory.
struct FastPlan: Sendable {
  static let lanes = Int(kernelLanes)

  enum Stage: Sendable {
    case dense(Dense)
    /// Reads block `x` and writes `y`. Where the dense layer behind it gates its slopes there is no mask, and `y`
    /// is `x`.
    case dropout(DropoutLayer<Float>, x: Int, y: Int, mask: Int?)
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
    /// What slopes are multiplied by where `x` is above 0, if `x` are the values of a relu or what a dropout
    /// left of them; `nil` if not.
    ///
    /// Where `x` is not above 0 the slopes become 0; with `nil` they go back as they are.
    let survivor: Float?
    /// Whether the next dense layer gates the slopes of this one, a relu, in that way.
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
        let survivor: Float? =
          if case .dropout(let layer, _, _, mask: nil)? = stages.last {
            Float(layer.survivor)
          } else {
            Self.leavesSlopes(&stages) ? 1 : nil
          }
        let y = block(units)
        stages.append(
          .dense(
            Dense(
              inputs: inputs, units: units, activation: activation.kernel, parameters: parameters, x: x, y: y,
              d: activation.notesDerivative ? block(units) : y, survivor: survivor)))
        parameters += (inputs + 1) * units
        (inputs, x) = (units, y)
      case .dropout(let rate):
        let layer = DropoutLayer<Float>(units: inputs, rate: rate, index: index)
        // What is left of a relu tells as much as a mask, to a dense layer behind it.
        if case .dense? = architecture.layers.dropFirst(index + 1).first, Self.leavesSlopes(&stages) {
          stages.append(.dropout(layer, x: x, y: x, mask: nil))
        } else {
          let y = block(inputs)
          stages.append(.dropout(layer, x: x, y: y, mask: block(inputs)))
          x = y
        }
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

  /// Leaves the slopes by the sums of a relu layer that ends `stages` to the next dense layer; answers whether
  /// there is such a relu.
  private static func leavesSlopes(_ stages: inout [Stage]) -> Bool {
    guard case .dense(var relu)? = stages.last, relu.activation == .relu else { return false }
    relu.slopesComeGated = true
    stages[stages.count - 1] = .dense(relu)
    return true
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
