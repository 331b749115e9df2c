/// What can be wrong with the description or the weights of a network.
public enum ModelError: Error, Equatable, Sendable {
  case noInputs(received: Int)
  case noDenseLayer
  /// `layer` counts from 1, as written in the experiment.
  case units(layer: Int, received: Int)
  case dropoutRate(layer: Int, received: Double)
  case missingTensor(String)
  case unknownTensor(String)
  case shape(tensor: String, expected: [Int], received: [Int])
  case dataType(tensor: String, expected: SafeTensors.DataType, received: SafeTensors.DataType)
}

extension ModelError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noInputs(let received): "a network needs at least one input, received \(received)"
    case .noDenseLayer: "a network needs at least one dense layer, received none"
    case .units(let layer, let received):
      "layer \(layer): expected at least one unit, received \(received)"
    case .dropoutRate(let layer, let received):
      "layer \(layer): expected a dropout rate of at least 0 and below 1, received \(received)"
    case .missingTensor(let name): "the weights lack the tensor \(name), which this network has"
    case .unknownTensor(let name): "the weights hold a tensor \(name), which this network has not"
    case .shape(let tensor, let expected, let received):
      "tensor \(tensor): expected shape \(expected), received \(received)"
    case .dataType(let tensor, let expected, let received):
      "tensor \(tensor): expected \(expected.rawValue) numbers, received \(received.rawValue)"
    }
  }
}
