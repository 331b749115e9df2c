import NeuralNetwork

/// The state of a run that is being trained: written now and then, so that an interrupted run can go on.
struct Checkpoint {
  let path: String
  /// The fingerprints of all that the run is made from: a checkpoint of anything else is refused.
  let inputs: [String: Fingerprint]
  private let clock = ContinuousClock()
  private var written: ContinuousClock.Instant

  init(_ paths: RunPaths, inputs: [String: Fingerprint]) {
    path = paths.checkpoint
    self.inputs = inputs
    written = clock.now
  }

  /// Writes the state, but no more than once a second unless that is `required`.
  mutating func note(_ state: Training<Float>.State, isRequired: Bool = false) throws(Failure) {
    guard isRequired || clock.now - written >= .seconds(1) else { return }
    try Files.replace(path, with: state.checkpoint(metadata: inputs.mapValues(\.description)).encoded())
    written = clock.now
  }

  /// The state to go on from; `nil` where there is none.
  ///
  /// - Throws: `badData`, with the reason, for a checkpoint of something else or one that is damaged.
  func state(parameterCount: Int, rule: EarlyStopping?, validates: Bool) throws(Failure) -> Training<Float>
    .State?
  {
    guard Files.exists(path) else { return nil }
    let bytes = try Files.read(path)
    let file: SafeTensors
    do throws(SafeTensorsError) {
      file = try SafeTensors(decoding: bytes)
    } catch {
      throw refusal("it is damaged: \(error)")
    }
    for key in Set(inputs.keys).union(file.metadata.keys).sorted()
    where inputs[key]?.description != file.metadata[key] {
      throw refusal("\(key) changed since")
    }
    do throws(ModelError) {
      return try Training.State(
        checkpoint: file, parameterCount: parameterCount, rule: rule, validates: validates)
    } catch {
      throw refusal("it is damaged: \(error)")
    }
  }

  func remove() { Files.remove(path) }

  private func refusal(_ reason: String) -> Failure {
    Failure(.badData, "\(path): cannot be gone on from: \(reason); train without --resume to begin anew")
  }
}
