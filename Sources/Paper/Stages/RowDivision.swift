import NeuralNetwork
import TrackData

/// Which rows of an experiment train, validate and test: row numbers alone, quick to draw again for every trial of a
/// study.
struct RowDivision: Sendable {
  /// The training rows in the order in which a fit takes them: those that validate stand last.
  struct Order: Sendable {
    let rows: [Int]
    /// How many of the last ones validate, where they were drawn; `nil` leaves it to the share.
    let validationCount: Int?
  }

  /// Which rows train and which test; per run the same but for how many of the training rows validate.
  let split: TrainTestSplit
  /// By the share that validates.
  let orders: [Double: Order]

  /// - Parameters:
  ///   - plan: which rows train and which test; default: what the experiment's `split` says.
  ///   - removed: rows that are left out once all have been split, so that the others stay in their parts.
  /// - Throws: `badData` where the rows cannot be split as the experiment asks, or a part would have none.
  init(
    of rows: ExperimentRows, _ experiment: Experiment, plan: SplitPlan? = nil, removing removed: Set<Int> = []
  ) throws(Failure) {
    let plan = plan ?? experiment.split.plan
    var split = try Self.split(of: rows, experiment, plan)
    var (target, groups) = (rows.dataset.target, rows.grouping?.groups)
    if !removed.isEmpty {
      split = split.removing(removed)
      target = target.indices.filter { !removed.contains($0) }.map { target[$0] }
      groups = groups.map { all in all.indices.filter { !removed.contains($0) }.map { all[$0] } }
    }
    guard !split.train.isEmpty, !split.test.isEmpty else {
      let side = split.train.isEmpty ? "training" : "test"
      throw experiment.failure(at: "split", "expected \(side) rows to be left, received none")
    }
    var orders: [Double: Order] = [:]
    for run in experiment.runs where orders[run.training.validationSplit] == nil {
      let share = run.training.validationSplit
      let keys = experiment.keys("validation_split", of: run)
      var order = Order(rows: split.train, validationCount: nil)
      // A fold's rows are not in random order, so that their tail may well be all of one class.
      if share > 0, plan.shuffle, plan.isFold || experiment.split.validation == .drawn {
        do throws(SplitError) {
          let drawn = try plan.validation(share, of: split.train, classes: target, groups: groups)
          order = Order(rows: drawn.train + drawn.test, validationCount: drawn.test.count)
        } catch {
          throw experiment.failure(at: keys, "\(error)")
        }
      }
      let fitted = order.fitted(of: share)
      guard fitted >= 1, share == 0 || fitted < split.train.count else {
        throw experiment.failure(
          at: keys,
          "\(share) of \(split.train.count) training rows leaves none to \(fitted < 1 ? "fit" : "validate"); "
            + (fitted < 1 ? "make it less" : "make it more, or 0"))
      }
      orders[share] = order
    }
    (self.split, self.orders) = (split, orders)
  }

  private static func split(
    of rows: ExperimentRows, _ experiment: Experiment, _ plan: SplitPlan
  ) throws(Failure) -> TrainTestSplit {
    do throws(SplitError) {
      let split = try plan.split(classes: rows.dataset.target, groups: rows.grouping?.groups)
      // Where rows are not free to go, a class may end up on one side.
      if plan.isGrouped || plan.isFold { try split.expectEveryClass(of: rows.dataset.target) }
      return split
    } catch {
      throw experiment.failure(at: "split", "\(error)")
    }
  }
}

extension RowDivision.Order {
  /// How many of the rows are fitted where such a share validates.
  func fitted(of share: Double) -> Int {
    TrainingOptions(validationSplit: share, validationRows: validationCount).fitRows(of: rows.count)
  }
}
