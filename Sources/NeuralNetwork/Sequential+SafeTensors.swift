extension Sequential {
  /// The weights under Keras's names, with whatever the caller wants to say beside them.
  public func safeTensors(metadata: [String: String] = [:]) -> SafeTensors {
    let tensors = architecture.parameterViews.map { view in
      SafeTensors.Tensor(name: view.name, shape: view.shape, numbers: Array(parameters[view.range]))
    }
    return SafeTensors(tensors: tensors, metadata: metadata)
  }

  /// A network of this architecture with the weights of a file.
  ///
  /// The file must hold every kernel and bias in its shape and in the precision of `T`, and nothing else.
  ///
  /// - Throws: where a tensor is missing, unknown, or of another shape or precision.
  public init(_ architecture: Architecture, weights: SafeTensors) throws(ModelError) {
    let views = architecture.parameterViews
    var parameters: [T] = []
    for view in views {
      guard let tensor = weights[view.name] else { throw .missingTensor(view.name) }
      guard tensor.shape == view.shape else {
        throw .shape(tensor: view.name, expected: view.shape, received: tensor.shape)
      }
      guard let numbers = T.numbers(in: tensor.values) else {
        throw .dataType(
          tensor: view.name, expected: T.tensorValues([]).dataType, received: tensor.values.dataType)
      }
      parameters += numbers
    }
    for tensor in weights.tensors
    where !views.contains(where: { $0.name.utf8.elementsEqual(tensor.name.utf8) }) {
      throw .unknownTensor(tensor.name)
    }
    self.init(architecture, parameters: parameters)
  }
}
