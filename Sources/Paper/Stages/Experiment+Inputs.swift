import Foundation
import NeuralNetwork
import TrackData

extension Experiment {
  /// All that decides what a chain of fits comes to, by names that a person understands.
  ///
  /// What a class, a run or the report is called decides nothing.
  func inputs(
    of chain: [Run], on dataset: Dataset, data fingerprint: Fingerprint, program: Fingerprint
  ) throws(Failure) -> [String: Fingerprint] {
    var inputs = [
      "the data": fingerprint, "the program": program,
      "the features": Fingerprint(of: try JSON.encode(dataset.featureNames)),
      "which rows are of which class": Fingerprint(of: dataset.target.map { UInt8($0) }),
      "split": Fingerprint(of: try JSON.encode(split)),
      "scaling": Fingerprint(of: scaling.rawValue),
      "model": Fingerprint(of: try JSON.encode(model)),
    ]
    // Other keys of the data are their names, or tell in the features and classes.
    var reading = [data.delimiter?.rawValue, data.decimal?.rawValue, data.thousands?.rawValue].map {
      $0 ?? ""
    }
    reading += [data.missing?.rawValue ?? ""] + (data.missingValues ?? [])
    if reading.contains(where: { !$0.isEmpty }) {
      inputs["how the data are read"] = Fingerprint(of: reading.joined(separator: "\n"))
    }
    for (distance, run) in chain.reversed().enumerated() {
      let behind = distance == 0 ? "" : " of the fit before" + (distance == 1 ? "" : ", \(distance) back")
      for (name, value) in try run.training.settings {
        inputs["training.\(name == "adam" ? "optimizer" : name)\(behind)"] = value
      }
    }
    for path in chain.compactMap(\.training.initialWeights) {
      inputs["the initial weights"] = Fingerprint(of: try Files.read(path))
    }
    return inputs
  }

  /// All that decides what a run comes to from any seed, whichever is its own.
  func seedInputs(
    of run: Run, by trainer: Trainer, data: Fingerprint, program: Fingerprint
  ) throws(Failure) -> [String: Fingerprint] {
    try inputs(
      of: trainer.chain(to: run).map { $0.seeded(0) }, on: trainer.dataset, data: data, program: program)
  }
}

extension Experiment.Training {
  /// Each setting by its key in the experiment file; the initial weights count by their bytes, not their path.
  fileprivate var settings: [String: Fingerprint] {
    get throws(Failure) {
      var training = self
      training.initialWeights = nil
      let json = try JSON.encode(training)
      do {
        let fields = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
        return try fields.mapValues { value in
          let text = try JSONSerialization.data(
            withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
          return Fingerprint(of: Array(text))
        }
      } catch {
        throw Failure(.failed, "the settings of the training cannot be told apart: \(error)")
      }
    }
  }
}
