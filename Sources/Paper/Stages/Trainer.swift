import NeuralNetwork
import Spelling
import TrackData

/// Fits the experiment's network to its rows; knows nothing of files.
struct Trainer: Sendable {
  let experiment: Experiment
  let dataset: Dataset
  /// What the features were scaled by; `nil` where they were left as they are.
  let scaling: StandardScaling?
  /// The columns that the experiment drops and the data do not have.
  let absentDrops: [String]
  /// Which part each row is in, per run the same but for how many rows validate.
  let split: TrainTestSplit

  let architecture: Architecture
  /// All rows, and those that train in the order of the split.
  private let inputs: Matrix<Float>
  private let trainInputs: Matrix<Float>
  private let trainLabels: [Float]
  /// The first weights, where the experiment names a file of them.
  private let initialWeights: [String: SafeTensors]

  /// - Throws: `badData` for rows that are not what the experiment says, or that cannot be split as it asks.
  init(_ experiment: Experiment, source: TrackSource) throws(Failure) {
    self.experiment = experiment
    let data = experiment.data
    let dataset: Dataset
    absentDrops = try Self.absentDrops(of: data, in: source.table)
    do throws(DataError) {
      dataset = try Dataset(
        table: source.table, target: data.target, classes: data.classes,
        dropping: data.drop.filter(source.table.hasColumn))
    } catch {
      throw Failure(error)
    }
    do throws(SplitError) {
      split = try TrainTestSplit(experiment.split, of: dataset.target)
    } catch {
      throw Failure(.badData, "split: \(error)")
    }
    do throws(ModelError) {
      architecture = try Architecture(inputs: dataset.featureCount, layers: experiment.model)
    } catch {
      throw Failure(.badData, "model: \(error)")
    }
    self.dataset = dataset
    scaling = experiment.scaling == .standard ? StandardScaling(fitting: dataset, rows: split.train) : nil
    let values = (scaling?.scaled(dataset.features) ?? dataset.features).map { Float($0) }
    if let place = values.firstIndex(where: { !$0.isFinite }) {
      let (row, column) = place.quotientAndRemainder(dividingBy: dataset.featureCount)
      throw Failure(
        .badData,
        "\(source.file): row \(row): \(dataset.features[place]) in column '\(dataset.featureNames[column])' is too "
          + "large for single precision")
    }
    let inputs = Matrix(rows: dataset.rowCount, columns: dataset.featureCount, values: values)
    self.inputs = inputs
    trainInputs = Matrix(
      rows: split.train.count, columns: dataset.featureCount, values: split.train.flatMap { inputs[row: $0] })
    trainLabels = split.train.map { Float(dataset.target[$0]) }
    initialWeights = try Self.readInitialWeights(of: experiment)
  }

  /// The columns to drop that the table does not have.
  ///
  /// One that is not there is as good as dropped; but where another has nearly the same name, a slip of the pen
  /// would leave in what was to be dropped.
  private static func absentDrops(
    of data: Experiment.DataSource, in table: DataTable
  ) throws(Failure) -> [String] {
    let absent = data.drop.filter { !table.hasColumn($0) }
    for column in absent {
      if let near = nearestName(to: column, in: table.columns.filter { !data.drop.contains($0) }) {
        throw Failure(
          .badData,
          "\(table.file): data.drop names a column '\(column)', which there is not; did you mean '\(near)'?")
      }
    }
    return absent
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
    let fitRows = options(training, stream: 0).fitRows(of: split.train.count)
    for (position, row) in split.train.enumerated() { parts[row] = position < fitRows ? .train : .validation }
    return parts
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
    return try fit(run, onEpoch: onEpoch) { options throws(TrainingError) in
      try Training(
        model, optimizer: before?.optimizer, inputs: trainInputs, labels: trainLabels, options: options)
    }
  }

  /// Goes on with a fit that was interrupted.
  func fit(
    _ run: Experiment.Run, resuming state: Training<Float>.State,
    onEpoch: (EpochRecord, Training<Float>.State) -> AfterEpoch
  ) throws(Failure) -> Fit<Float> {
    try fit(run, onEpoch: onEpoch) { options throws(TrainingError) in
      try Training(
        resuming: state, of: architecture, inputs: trainInputs, labels: trainLabels, options: options)
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
      throw Failure(.badData, "run '\(run.name)': \(error)")
    }
  }

  /// The probability of class 1 of every row, from row 0 on.
  ///
  /// - Throws: `badData` where one is no number, which only extreme features give.
  func probabilities(by model: Sequential<Float>) throws(Failure) -> [Float] {
    let probabilities = model.predict(inputs)
    if let row = probabilities.firstIndex(where: { !$0.isFinite }) {
      throw Failure(
        .badData, "row \(row) of the data gives no probability; look for extreme features, or scale them")
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
      shuffle: training.shuffle, seed: training.seed, run: stream, adam: training.adam,
      earlyStopping: training.earlyStopping)
  }
}

extension TrainTestSplit {
  /// The split that an experiment asks for.
  init(_ split: Experiment.Split, of target: [Int]) throws(SplitError) {
    let size: Size =
      switch split.test {
      case .fraction(let share): .fraction(share)
      case .count(let rows): .count(rows)
      }
    try self.init(
      rowCount: target.count, testSize: size, seed: split.seed, shuffle: split.shuffle,
      stratify: split.stratify ? target : nil)
  }
}
