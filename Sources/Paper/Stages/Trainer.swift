import NeuralNetwork
import TrackData

/// Fits the experiment's network to its rows; knows nothing of files.
struct Trainer: Sendable {
  let experiment: Experiment
  let dataset: Dataset
  /// For each row its number in the data file; `nil` where no row is left out.
  let fileRows: [Int]?
  /// What the features were scaled by; `nil` where they were left as they are.
  let scaling: StandardScaling?
  /// The columns that the experiment drops and the data do not have.
  let absentDrops: [String]
  /// Which rows train and which test; per run the same but for how many of the training rows validate.
  let split: TrainTestSplit
  /// By what the split keeps rows together or, where it does not, by whose artist they are; `nil` for neither.
  let grouping: Grouping?

  let architecture: Architecture
  /// All rows as the network sees them.
  let inputs: Matrix<Float>
  /// The training rows as the runs take them, by the share that validates.
  private let fitRows: [Double: FitRows]
  /// The first weights, where the experiment names a file of them.
  private let initialWeights: [String: SafeTensors]

  /// - Parameter plan: which rows train and which test; default: what the experiment's `split` says. A fold of a
  ///   cross-validation may stand in for it, such as one of `experiment.split.plan.folds(5)`.
  /// - Throws: `badData` for rows that are not what the experiment says, or that cannot be split as it asks.
  init(_ experiment: Experiment, source: TrackSource, plan: SplitPlan? = nil) throws(Failure) {
    let rows = try ExperimentRows(of: experiment, in: source)
    try self.init(experiment, rows, try RowDivision(of: rows, experiment, plan: plan), file: source.file)
  }

  /// - Parameters:
  ///   - division: of the rows but for those that are removed.
  ///   - file: what messages call the data.
  init(
    _ experiment: Experiment, _ rows: ExperimentRows, _ division: RowDivision,
    removing removed: Set<Int> = [],
    file: String
  ) throws(Failure) {
    self.experiment = experiment
    absentDrops = rows.absentDrops
    dataset = removed.isEmpty ? rows.dataset : rows.dataset.removing(removed)
    grouping = removed.isEmpty ? rows.grouping : rows.grouping?.removing(removed)
    split = division.split
    do throws(ModelError) {
      architecture = try Architecture(inputs: dataset.featureCount, layers: experiment.model)
    } catch {
      throw experiment.failure(at: "model", "\(error)")
    }
    // Rows are removed only for studies, which write no rows down.
    fileRows = removed.isEmpty ? rows.fileRows : nil
    scaling = experiment.scaling == .standard ? StandardScaling(fitting: dataset, rows: split.train) : nil
    let values = (scaling?.scaled(dataset.features) ?? dataset.features).map { Float($0) }
    if let place = values.firstIndex(where: { !$0.isFinite }) {
      let (row, column) = place.quotientAndRemainder(dividingBy: dataset.featureCount)
      throw Failure(
        .badData,
        "\(file): row \(fileRows?[row] ?? row): \(dataset.features[place]) in column "
          + "'\(dataset.featureNames[column])' is too large for single precision")
    }
    let inputs = Matrix(rows: dataset.rowCount, columns: dataset.featureCount, values: values)
    self.inputs = inputs
    let target = dataset.target
    fitRows = division.orders.mapValues { FitRows($0, inputs: inputs, target: target) }
    initialWeights = try Self.readInitialWeights(of: experiment)
    for run in experiment.runs where run.training.initialWeights != nil { _ = try firstModel(of: run) }
  }

  private static func readInitialWeights(of experiment: Experiment) throws(Failure) -> [String: SafeTensors] {
    var files: [String: SafeTensors] = [:]
    for path in experiment.runs.compactMap(\.training.initialWeights) where files[path] == nil {
      let bytes = try Files.read(path)
      do throws(SafeTensorsError) {
        files[path] = try SafeTensors(decoding: bytes)
      } catch {
        throw Failure(.badData, "\(path): \(error)")
      }
    }
    return files
  }

  /// The layers, as Keras's `model.summary()` lists them.
  var layers: [RunRecord.Layer] {
    zip(Sequential<Float>(architecture).summary, architecture.layers).map { row, layer in
      let activation =
        if case .dense(_, let activation) = layer { activation.rawValue as String? } else { nil as String? }
      return RunRecord.Layer(
        name: row.name, type: row.type, activation: activation, units: row.units, parameters: row.parameters)
    }
  }

  var parameterCount: Int { architecture.parameterCount }

  /// Which part of the split each row is in, from row 0 on.
  func parts(for training: Experiment.Training) -> [Predictions.Part] {
    var parts = [Predictions.Part](repeating: .test, count: dataset.rowCount)
    let order = rows(for: training).order
    let fitted = order.fitted(of: training.validationSplit)
    for (position, row) in order.rows.enumerated() { parts[row] = position < fitted ? .train : .validation }
    return parts
  }

  private func rows(for training: Experiment.Training) -> FitRows {
    guard let rows = fitRows[training.validationSplit] else {
      preconditionFailure("expected a run of the experiment, whose share that validates is known")
    }
    return rows
  }

  /// The run and those it goes on from, the first of them first.
  func chain(to run: Experiment.Run) -> [Experiment.Run] {
    guard let before = experiment.runs.first(where: { $0.name == run.continues }) else { return [run] }
    return chain(to: before) + [run]
  }

  /// Fits a run; `before` is the fit that it goes on from, where it goes on from one.
  ///
  /// - Parameter onEpoch: told of each epoch as it ends, with the state after it; says whether to go on.
  func fit(
    _ run: Experiment.Run, after before: Fit<Float>?,
    onEpoch: (EpochRecord, Training<Float>.State) -> AfterEpoch = { _, _ in .goOn }
  ) throws(Failure) -> Fit<Float> {
    let model: Sequential<Float>
    if let before { model = before.model } else { model = try firstModel(of: run) }
    let rows = rows(for: run.training)
    return try fit(run, onEpoch: onEpoch) { options throws(TrainingError) in
      try Training(
        model, optimizer: before?.optimizer, inputs: rows.inputs, labels: rows.labels, options: options)
    }
  }

  /// Goes on with a fit that was interrupted.
  func fit(
    _ run: Experiment.Run, resuming state: Training<Float>.State,
    onEpoch: (EpochRecord, Training<Float>.State) -> AfterEpoch
  ) throws(Failure) -> Fit<Float> {
    let rows = rows(for: run.training)
    return try fit(run, onEpoch: onEpoch) { options throws(TrainingError) in
      try Training(
        resuming: state, of: architecture, inputs: rows.inputs, labels: rows.labels, options: options)
    }
  }

  private func fit(
    _ run: Experiment.Run, onEpoch: (EpochRecord, Training<Float>.State) -> AfterEpoch,
    _ begin: (TrainingOptions) throws(TrainingError) -> Training<Float>
  ) throws(Failure) -> Fit<Float> {
    do throws(TrainingError) {
      var training = try begin(options(run.training, stream: UInt32(chain(to: run).count - 1)))
      return try training.run { record, training in onEpoch(record, training.state) }
    } catch {
      throw experiment.failure(at: keys(at: error, of: run), "run '\(run.name)': \(error)")
    }
  }

  /// The settings that most likely stand behind a fit that cannot begin or go on.
  private func keys(at error: TrainingError, of run: Experiment.Run) -> [String] {
    switch error {
    case .lossIsNotFinite, .validationLossIsNotFinite:
      experiment.keys("optimizer.adam.learning_rate", of: run) + experiment.keys("optimizer", of: run)
        + ["training"]
    default: ["training"]
    }
  }

  /// The probability of class 1 of every row, from row 0 on.
  ///
  /// - Throws: `badData` where one is no number, which only extreme features give.
  func probabilities(by model: Sequential<Float>) throws(Failure) -> [Float] {
    let probabilities = model.predict(inputs)
    if let row = probabilities.firstIndex(where: { !$0.isFinite }) {
      throw Failure(
        .badData,
        "row \(fileRows?[row] ?? row) of the data gives no probability; look for extreme features, or scale them"
      )
    }
    return probabilities
  }

  private func firstModel(of run: Experiment.Run) throws(Failure) -> Sequential<Float> {
    guard let path = run.training.initialWeights, let weights = initialWeights[path] else {
      return Sequential(architecture, seed: run.training.seed)
    }
    do throws(ModelError) {
      return try Sequential(architecture, weights: weights)
    } catch {
      throw Failure(.badData, "\(path): \(error)")
    }
  }

  private func options(_ training: Experiment.Training, stream: UInt32) -> TrainingOptions {
    TrainingOptions(
      batchSize: training.batchSize, epochs: training.epochs, validationSplit: training.validationSplit,
      validationRows: rows(for: training).order.validationCount, shuffle: training.shuffle,
      seed: training.seed,
      run: stream, adam: training.adam, earlyStopping: training.earlyStopping)
  }
}
