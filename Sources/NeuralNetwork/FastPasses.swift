import Kernels

/// The passes of the fast engine over one batch, in memory that the engine lends.
struct FastPasses {
  private let plan: FastPlan
  private let kernels: UnsafePointer<KernelSet>
  private let memory: UnsafeMutablePointer<Float>
  private let rows: Int
  private let vectors: Int

  /// `memory` begins at a multiple of 64 bytes.
  init(_ plan: FastPlan, level: KernelLevel, memory: UnsafeMutablePointer<Float>, rows: Int) {
    precondition(
      rows >= 1 && rows <= plan.capacity, "from 1 to \(plan.capacity) rows, received \(rows)")
    self.plan = plan
    kernels = kernelSet(level)
    self.memory = memory
    self.rows = rows
    vectors = (rows + FastPlan.lanes - 1) / FastPlan.lanes
  }

  /// Lays rows and their labels into their blocks: those numbered in `order`.
  func gather(_ order: ArraySlice<Int>, of examples: Examples<Float>) {
    let valid = 0..<examples.inputs.rows
    precondition(order.allSatisfy { valid.contains($0) }, "rows of \(valid)")
    order.withUnsafeBufferPointer { gather(from: 0, order: $0.baseAddress, of: examples) }
  }

  /// Lays rows and their labels into their blocks: those from `first` on.
  func gather(from first: Int, of examples: Examples<Float>) {
    precondition(first >= 0 && first + rows <= examples.inputs.rows, "\(rows) rows from \(first) on")
    gather(from: first, order: nil, of: examples)
  }

  private func gather(from first: Int, order: UnsafePointer<Int>?, of examples: Examples<Float>) {
    let columns = examples.inputs.columns
    precondition(columns == plan.inputs, "rows of \(plan.inputs) numbers, received \(columns)")
    examples.inputs.values.withUnsafeBufferPointer { values in
      guard let values = values.baseAddress else { return }
      kernels.pointee.gather(values + first * columns, columns, order, rows, memory + plan.rows, vectors)
    }
    examples.labels.withUnsafeBufferPointer { labels in
      guard let labels = labels.baseAddress else { return }
      kernels.pointee.gather(labels + first, 1, order, rows, memory + plan.labels, vectors)
    }
  }

  /// What the last layer answers: `(outputs, stride)`, of which the first `rows` of each unit count.
  func outputs(_ parameters: UnsafePointer<Float>) -> (block: UnsafePointer<Float>, stride: Int) {
    (forward(parameters, noise: nil, toLogits: false), vectors * FastPlan.lanes)
  }

  /// Loss and hits, without dropout.
  func loss(_ parameters: UnsafePointer<Float>) -> Tally {
    loss(of: forward(parameters, noise: nil, toLogits: true), slopes: nil)
  }

  /// Loss and hits, and the gradients of the mean loss into their place.
  func differentiate(_ parameters: UnsafePointer<Float>, noise: Noise) -> Tally {
    let answers = forward(parameters, noise: noise, toLogits: true)
    let tally = loss(of: answers, slopes: memory + plan.slopes.0)
    backward(parameters)
    return tally
  }

  /// The gradients that `differentiate` left.
  var gradients: UnsafePointer<Float> { UnsafePointer(memory + plan.gradients) }

  func update(
    _ w: UnsafeMutablePointer<Float>, _ m: UnsafeMutablePointer<Float>, _ v: UnsafeMutablePointer<Float>,
    count: Int, _ constants: KernelAdam
  ) {
    kernels.pointee.adam(w, m, v, gradients, count, constants)
  }

  /// Goes through all layers, or stops before a last sigmoid; answers where the last numbers lie.
  private func forward(
    _ parameters: UnsafePointer<Float>, noise: Noise?, toLogits: Bool
  ) -> UnsafePointer<Float> {
    var x = memory + plan.rows
    for stage in plan.stages {
      switch stage {
      case .dense(let layer):
        let w = parameters + layer.parameters
        let y = memory + layer.y
        let isRelu = layer.activation == .relu
        kernels.pointee.dense(
          x, w, w + layer.inputs * layer.units, isRelu, y, layer.inputs, layer.units, vectors)
        if !isRelu && !(layer.endsInLogits && toLogits) {
          let d = noise == nil ? nil : memory + layer.d
          kernels.pointee.activate(layer.activation, y, d, layer.units, vectors)
        }
        x = y
      case .dropout(let layer, _, let y, let mask):
        guard let noise else { continue }
        kernels.pointee.drop(
          x, memory + y, mask.map { memory + $0 }, layer.units, vectors, layer.stream(noise).kernelNoise,
          layer.threshold, Float(layer.survivor))
        x = memory + y
      }
    }
    return UnsafePointer(x)
  }

  private func loss(of answers: UnsafePointer<Float>, slopes: UnsafeMutablePointer<Float>?) -> Tally {
    let kernel = plan.endsInLogits ? kernels.pointee.logitLoss : kernels.pointee.probabilityLoss
    let sums = kernel(answers, memory + plan.labels, memory + plan.losses, slopes, rows, vectors)
    return Tally(rows: rows, loss: sums.loss, hits: sums.hits)
  }

  /// Goes back from the slopes by the answers, in the first block of slopes, to the first layer.
  private func backward(_ parameters: UnsafePointer<Float>) {
    var (dy, dx) = (memory + plan.slopes.0, memory + plan.slopes.1)
    for index in stride(from: plan.stages.count - 1, through: 0, by: -1) {
      switch plan.stages[index] {
      case .dense(let layer):
        // The slopes by the logits are known at once: a last sigmoid is passed over.
        if !layer.slopesComeGated && !layer.endsInLogits {
          kernels.pointee.activationSlopes(
            layer.activation, memory + layer.y, memory + layer.d, dy, layer.units, vectors)
        }
        let x = memory + layer.x
        let gradients = memory + plan.gradients + layer.parameters
        kernels.pointee.denseGradients(
          x, dy, gradients, gradients + layer.inputs * layer.units, layer.inputs, layer.units, vectors)
        guard index > 0 else { continue }
        kernels.pointee.denseSlopes(
          dy, parameters + layer.parameters, layer.survivor == nil ? nil : x, layer.survivor ?? 1, dx,
          layer.inputs, layer.units, vectors)
        swap(&dy, &dx)
      case .dropout(let layer, _, _, let mask):
        guard let mask else { continue }
        kernels.pointee.dropSlopes(memory + mask, dy, layer.units, vectors)
      }
    }
  }
}

extension RandomStream {
  fileprivate var kernelNoise: KernelNoise {
    KernelNoise(key0: key.0, key1: key.1, epoch: epoch, step: step)
  }
}
