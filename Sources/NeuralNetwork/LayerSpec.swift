/// What a layer of a `Sequential` is, in Keras's words.
public enum LayerSpec: Sendable, Equatable, Codable {
  /// Each of `units` is a weighted sum of all inputs plus a bias, put through the activation.
  case dense(units: Int, activation: Activation = .linear)
  /// While training, drops each number with probability `rate` and scales the others by 1/(1 − rate).
  case dropout(rate: Double)

  /// The class in Keras: `Dense` or `Dropout`.
  public var type: String {
    switch self {
    case .dense: "Dense"
    case .dropout: "Dropout"
    }
  }
}

/// The shape of a network: how many inputs, and then which layers.
///
/// One that exists can be built: it has inputs, a dense layer, units in every dense layer, and every
/// dropout rate is in [0, 1).
public struct Architecture: Sendable, Equatable {
  /// How many numbers come in per row.
  public let inputs: Int
  /// The layers, the first one first.
  public let layers: [LayerSpec]

  /// A network's shape, checked.
  ///
  /// - Throws: where there is no input or no dense layer, a layer has no unit, or a dropout rate is not in [0, 1).
  public init(inputs: Int, layers: [LayerSpec]) throws(ModelError) {
    guard inputs >= 1 else { throw .noInputs(received: inputs) }
    let hasDense = layers.contains { if case .dense = $0 { true } else { false } }
    guard hasDense else { throw .noDenseLayer }
    for (index, layer) in layers.enumerated() {
      switch layer {
      case .dense(let units, _):
        guard units >= 1 else { throw .units(layer: index + 1, received: units) }
      case .dropout(let rate):
        guard rate >= 0 && rate < 1 else { throw .dropoutRate(layer: index + 1, received: rate) }
      }
    }
    self.inputs = inputs
    self.layers = layers
  }

  /// How many numbers leave each layer, in order.
  public var widths: [Int] {
    var width = inputs
    return layers.map { layer in
      if case .dense(let units, _) = layer { width = units }
      return width
    }
  }

  /// How many numbers the network answers per row.
  public var outputs: Int { widths.last ?? inputs }

  /// Keras's names: `dense`, `dense_1`, `dropout`, `dense_2`, …, counted for each type.
  public var names: [String] {
    var dense = 0
    var dropout = 0
    func numbered(_ name: String, _ count: inout Int) -> String {
      defer { count += 1 }
      return count == 0 ? name : "\(name)_\(count)"
    }
    return layers.map { layer in
      switch layer {
      case .dense: numbered("dense", &dense)
      case .dropout: numbered("dropout", &dropout)
      }
    }
  }

  /// The parameters in the order they lie in: for each dense layer its kernel, then its bias.
  public var parameterViews: [ParameterView] {
    var views: [ParameterView] = []
    var inputs = inputs
    for (name, layer) in zip(names, layers) {
      guard case .dense(let units, _) = layer else { continue }
      for (suffix, shape) in [("kernel", [inputs, units]), ("bias", [units])] {
        let start = views.last?.range.upperBound ?? 0
        let count = shape.reduce(1, *)
        views.append(
          ParameterView(name: "\(name)/\(suffix)", shape: shape, range: start..<start + count))
      }
      inputs = units
    }
    return views
  }

  /// How many numbers the network learns.
  public var parameterCount: Int { parameterViews.last?.range.upperBound ?? 0 }
}

/// Where a kernel or bias lies in the flat parameters of a network.
public struct ParameterView: Sendable, Equatable {
  /// Keras's name, such as `dense/kernel` or `dense_1/bias`.
  public let name: String
  /// `[inputs, units]` for a kernel, stored input after input; `[units]` for a bias.
  public let shape: [Int]
  /// Where its numbers lie among all parameters.
  public let range: Range<Int>
}
