import NeuralNetwork
import Spelling
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

  /// - Parameters:
  ///   - plan: which rows train and which test; default: what the experiment's `split` says. A fold of a
  ///     cross-validation may stand in for it, such as one of `experiment.split.plan.folds(5)`.
  ///   - removed: rows that are left out once all have been split, so that the others stay in their parts.
  /// - Throws: `badData` for rows that are not what the experiment says, or that cannot be split as it asks.
  init(
    _ experiment: Experiment, source: TrackSource, plan: SplitPlan? = nil, removing removed: Set<Int> = []
  ) throws(Failure) {
    self.experiment = experiment
    let data = experiment.data
    var dataset: Dataset
    absentDrops = try Self.absentDrops(of: data, in: source.table)
    do throws(DataError) {
      dataset = try Dataset(
        table: source.table, target: data.target, classes: data.classes,
        dropping: data.drop.filter(source.table.hasColumn))
    } catch {
      throw Failure(error)
    }
    var grouping = try Grouping(experiment.split, in: source.table)
    let plan = plan ?? experiment.split.plan
    var split = try Self.split(of: dataset, grouping, plan)
    if !removed.isEmpty {
      (dataset, split) = (dataset.removing(removed), split.removing(removed))
      grouping = grouping?.removing(removed)
    }
    do throws(ModelError) {
      architecture = try Architecture(inputs: dataset.featureCount, layers: experiment.model)
    } catch {
      throw Failure(.badData, "model: \(error)")
    }
    self.dataset = dataset
    // Rows are removed only for studies, which write no rows down.
    fileRows = removed.isEmpty ? source.table.fileRows : nil
    scaling = experiment.scaling == .standard ? StandardScaling(fitting: dataset, rows: split.train) : nil
    let values = (scaling?.scaled(dataset.features) ?? dataset.features).map { Float($0) }
    if let place = values.firstIndex(where: { !$0.isFinite }) {
      let (row, column) = place.quotientAndRemainder(dividingBy: dataset.featureCount)
      throw Failure(
        .badData,
        "\(source.file): row \(fileRows?[row] ?? row): \(dataset.features[place]) in column '\(dataset.featureNames[column])' is too "
          + "large for single precision")
    }
    let inputs = Matrix(rows: dataset.rowCount, columns: dataset.featureCount, values: values)
    self.inputs = inputs
    var fitRows: [Double: FitRows] = [:]
    for share in experiment.runs.map(\.training.validationSplit) where fitRows[share] == nil {
      let validation = try Self.validation(share, experiment, plan, split, dataset, grouping)
      fitRows[share] = FitRows(
        split.train, validation: validation, inputs: inputs, target: dataset.target)
    }
    self.fitRows = fitRows
    (self.split, self.grouping) = (split, grouping)
    initialWeights = try Self.readInitialWeights(of: experiment)
  }

  private static func split(
    of dataset: Dataset, _ grouping: Grouping?, _ plan: SplitPlan
  ) throws(Failure) -> TrainTestSplit {
    do throws(SplitError) {
      let split = try plan.split(classes: dataset.target, groups: grouping?.groups)
      // Where rows are not free to go, a class may end up on one side.
      if plan.isGrouped || plan.isFold { try split.expectEveryClass(of: dataset.target) }
      return split
    } catch {
      throw Failure(.badData, "split: \(error)")
    }
  }

  /// The drawn rows that validate and those that are fitted; `nil` where the last rows validate, or none.
  private static func validation(
    _ share: Double, _ experiment: Experiment, _ plan: SplitPlan, _ split: TrainTestSplit,
    _ dataset: Dataset, _ grouping: Grouping?
  ) throws(Failure) -> TrainTestSplit? {
    // A fold's rows are not in random order, so that their tail may well be all of one class.
    guard share > 0, plan.shuffle, plan.isFold || experiment.split.validation == .drawn else { return nil }
    do throws(SplitError) {
      return try plan.validation(share, of: split.train, classes: dataset.target, groups: grouping?.groups)
    } catch {
      throw Failure(.badData, "validation_split: \(error)")
    }
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
    let rows = rows(for: training).rows
    let fitted = options(training, stream: 0).fitRows(of: rows.count)
    for (position, row) in rows.enumerated() { parts[row] = position < fitted ? .train : .validation }
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
      validationRows: rows(for: training).validationCount, shuffle: training.shuffle, seed: training.seed,
      run: stream, adam: training.adam, earlyStopping: training.earlyStopping)
  }
}
