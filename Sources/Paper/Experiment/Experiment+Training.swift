import NeuralNetwork

extension Experiment.Training {
  /// Keras's defaults for `fit`; no early stopping.
  static let standard = Self(
    adam: Adam(), batchSize: 32, epochs: 1, validationSplit: 0, shuffle: true, seed: 0, initialWeights: nil,
    earlyStopping: nil)

  static let keys = [
    "optimizer", "loss", "batch_size", "epochs", "validation_split", "shuffle", "seed", "initial_weights",
    "early_stopping",
  ]

  /// The same settings but for those that `value` gives, which may have `others` among its keys.
  func overridden(by value: YAMLValue, besides others: [String] = [], folder: String) throws(Failure) -> Self
  {
    let fields = try value.fields(others + Self.keys)
    var result = self
    if let value = fields["optimizer"] { result.adam = try adam.overridden(by: value) }
    if let value = fields["loss"] { _ = try value.choice(Loss.self) }
    if let value = fields["batch_size"] { result.batchSize = try value.integer(in: 1...Int.max) }
    if let value = fields["epochs"] { result.epochs = try value.integer(in: 1...Int.max) }
    if let value = fields["validation_split"] {
      result.validationSplit = try value.number("a share from 0 to below 1") { 0 <= $0 && $0 < 1 }
    }
    if let value = fields["shuffle"] { result.shuffle = try value.flag() }
    if let value = fields["seed"] { result.seed = UInt64(try value.integer(in: 0...SeedList.largest)) }
    if let value = fields["initial_weights"] {
      result.initialWeights = Paths.resolve(try value.text(), from: folder)
    } else if fields.isNull("initial_weights") {
      result.initialWeights = nil
    }
    if let value = fields["early_stopping"] {
      result.earlyStopping = try (earlyStopping ?? EarlyStopping()).overridden(by: value)
    } else if fields.isNull("early_stopping") {
      result.earlyStopping = nil
    }
    if result.validationSplit == 0, let monitor = result.earlyStopping?.monitor, monitor.isOfValidation {
      throw value.failure(
        "early_stopping.monitor: expected a validation_split above 0 to have '\(monitor.rawValue)'")
    }
    return result
  }

  /// The losses there are; so far the paper's.
  private enum Loss: String, CaseIterable {
    case binaryCrossentropy = "binary_crossentropy"
  }
}

extension Adam {
  fileprivate func overridden(by value: YAMLValue) throws(Failure) -> Adam {
    // Keras takes the bare name for the optimizer with its defaults.
    if value.node.scalar != nil {
      guard try value.text().lowercased() == "adam" else {
        throw value.failure("expected adam, received '\(try value.text())'")
      }
      return self
    }
    let fields = try value.fields(["adam"]).required("adam")
      .fields(["learning_rate", "beta_1", "beta_2", "epsilon"])
    var result = self
    let isShare: (Double) -> Bool = { 0 <= $0 && $0 < 1 }
    if let value = fields["learning_rate"] {
      result.learningRate = try value.number("a number above 0") { $0 > 0 }
    }
    if let value = fields["beta_1"] {
      result.beta1 = try value.number("a number from 0 to below 1", where: isShare)
    }
    if let value = fields["beta_2"] {
      result.beta2 = try value.number("a number from 0 to below 1", where: isShare)
    }
    if let value = fields["epsilon"] { result.epsilon = try value.number("a number above 0") { $0 > 0 } }
    return result
  }
}

extension EarlyStopping {
  fileprivate func overridden(by value: YAMLValue) throws(Failure) -> EarlyStopping {
    let fields = try value.fields([
      "monitor", "mode", "patience", "min_delta", "baseline", "start_from_epoch", "restore_best_weights",
      "restore",
    ])
    var result = self
    if let value = fields["monitor"] { result.monitor = try value.choice(Metric.self) }
    if let value = fields["mode"] { result.mode = try value.choice(Mode.self) }
    if let value = fields["patience"] { result.patience = try value.integer(in: 0...Int.max) }
    if let value = fields["min_delta"] { result.minDelta = try value.number("a number") { _ in true } }
    if let value = fields["baseline"] {
      result.baseline = try value.number("a number") { _ in true }
    } else if fields.isNull("baseline") {
      result.baseline = nil
    }
    if let value = fields["start_from_epoch"] { result.startFromEpoch = try value.integer(in: 0...Int.max) }
    if let value = fields["restore_best_weights"] { result.restoreBestWeights = try value.flag() }
    if let value = fields["restore"] { result.restore = try value.choice(Restore.self) }
    return result
  }
}
