import NeuralNetwork

extension Experiment {
  /// All that decides what a chain of fits comes to, by names that a person understands.
  func inputs(
    of chain: [Run], data: Fingerprint, program: Fingerprint
  ) throws(Failure) -> [String: Fingerprint] {
    var inputs = [
      "the data": data, "the program": program,
      "a setting": Fingerprint(of: try JSON.encode(settings(of: chain.map(\.training)))),
    ]
    for path in chain.compactMap(\.training.initialWeights) {
      inputs["the initial weights"] = Fingerprint(of: try Files.read(path))
    }
    return inputs
  }

  /// What decides how a chain of fits goes; all else is words.
  private func settings(of chain: [Training]) -> Settings {
    var data = self.data
    data.csv = nil
    let chain = chain.map { training in
      var training = training
      training.initialWeights = nil
      return training
    }
    return Settings(data: data, split: split, scaling: scaling, model: model, chain: chain)
  }

  private struct Settings: Encodable {
    let data: DataSource
    let split: Split
    let scaling: Scaling
    let model: [LayerSpec]
    let chain: [Training]
  }
}
