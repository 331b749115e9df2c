extension Training.State {
  /// The state of a fit under way as a file, from which it can be taken up again.
  ///
  /// - Parameter metadata: what the caller wants to say beside it, such as what is being fitted.
  public func checkpoint(metadata: [String: String] = [:]) -> SafeTensors {
    let count = parameters.count
    var tensors = [
      SafeTensors.Tensor(name: "parameters", shape: [count], numbers: parameters),
      SafeTensors.Tensor(name: "first_moments", shape: [count], numbers: optimizer.firstMoments),
      SafeTensors.Tensor(name: "second_moments", shape: [count], numbers: optimizer.secondMoments),
      SafeTensors.Tensor(name: "step", shape: [1], numbers: [Double(optimizer.step)]),
      SafeTensors.Tensor(
        name: "history", shape: [history.count, 4],
        numbers: history.flatMap {
          [$0.loss, $0.binaryAccuracy, $0.valLoss ?? .nan, $0.valBinaryAccuracy ?? .nan]
        }),
    ]
    if let watch {
      let facts = [
        Double(watch.wait), watch.best == nil ? 0 : 1, watch.best ?? 0, Double(watch.bestEpoch ?? 0),
      ]
      tensors.append(SafeTensors.Tensor(name: "watch", shape: [facts.count], numbers: facts))
      if let best = watch.bestWeights {
        tensors.append(SafeTensors.Tensor(name: "best_parameters", shape: [count], numbers: best))
      }
    }
    return SafeTensors(tensors: tensors, metadata: metadata)
  }

  /// The state in a checkpoint.
  ///
  /// - Parameters:
  ///   - parameterCount: how many numbers the network learns.
  ///   - rule: the fit's early stopping.
  ///   - validates: whether some rows of the fit validate.
  /// - Throws: where a tensor is missing, or of another shape or type than such a fit's.
  public init(
    checkpoint file: SafeTensors, parameterCount: Int, rule: EarlyStopping?, validates: Bool
  ) throws(ModelError) {
    func numbers<N: Scalar>(_ name: String, _ shape: [Int?], as type: N.Type) throws(ModelError) -> [N] {
      guard let tensor = file[name] else { throw .missingTensor(name) }
      guard tensor.shape.count == shape.count, zip(tensor.shape, shape).allSatisfy({ $1 == nil || $0 == $1 })
      else {
        throw .shape(tensor: name, expected: shape.map { $0 ?? 0 }, received: tensor.shape)
      }
      guard let numbers = N.numbers(in: tensor.values) else {
        throw .dataType(
          tensor: name, expected: N.tensorValues([]).dataType, received: tensor.values.dataType)
      }
      return numbers
    }
    parameters = try numbers("parameters", [parameterCount], as: T.self)
    let steps = try numbers("step", [1], as: Double.self)
    optimizer = Adam.State(
      firstMoments: try numbers("first_moments", [parameterCount], as: T.self),
      secondMoments: try numbers("second_moments", [parameterCount], as: T.self),
      step: Int(exactly: steps[0]).map { max($0, 0) } ?? 0)
    let columns = try numbers("history", [nil, 4], as: Double.self)
    history = (0..<columns.count / 4).map { epoch in
      let row = columns[4 * epoch..<4 * epoch + 4]
      let start = row.startIndex
      return EpochRecord(
        epoch: epoch + 1, loss: row[start], binaryAccuracy: row[start + 1],
        valLoss: validates ? row[start + 2] : nil, valBinaryAccuracy: validates ? row[start + 3] : nil)
    }
    if let rule {
      let facts = try numbers("watch", [4], as: Double.self)
      let hasBest = file["best_parameters"] != nil
      watch = EarlyStopping.Watch(
        rule, wait: Int(exactly: facts[0]) ?? 0, best: facts[1] == 1 ? facts[2] : nil,
        bestEpoch: Int(exactly: facts[3]).flatMap { $0 > 0 ? $0 : nil },
        bestWeights: hasBest ? try numbers("best_parameters", [parameterCount], as: T.self) : nil)
    } else {
      watch = nil
    }
    stopReason = nil
  }
}
