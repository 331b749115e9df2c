import Evaluation
import NeuralNetwork

extension Words {
  /// The words of an experiment's report.
  ///
  /// - Parameter folders: of templates, from the lowest to the topmost; the standard ones need not be among them.
  /// - Throws: as `WordCatalogue`.
  init(of experiment: Experiment?, in folders: [String]) throws(Failure) {
    let language = experiment?.reportLanguage ?? .english
    self.init(try WordCatalogue(language, folders: folders), row: experiment?.data.row)
  }

  /// What a sentence calls rows, behind "on".
  func rows(_ rows: ReportedRows) -> String {
    switch rows {
    case .overall: self(.rowsOverall)
    case .train: self(.rowsTrain)
    case .test: self(.rowsTest)
    }
  }

  /// What a narrow column or a legend calls rows.
  func short(_ rows: ReportedRows) -> String {
    switch rows {
    case .overall: self(.shortOverall)
    case .train: self(.shortTrain)
    case .test: self(.shortTest)
    }
  }

  /// Narrower than the two columns that it stands over.
  func narrow(_ rows: ReportedRows) -> String {
    switch rows {
    case .overall: self(.narrowOverall)
    case .train: self(.narrowTrain)
    case .test: self(.narrowTest)
    }
  }

  func monitor(_ metric: Metric) -> String {
    switch metric {
    case .loss: self(.monitorLoss)
    case .binaryAccuracy: self(.monitorAccuracy)
    case .valLoss: self(.monitorValLoss)
    case .valBinaryAccuracy: self(.monitorValAccuracy)
    }
  }

  func stop(_ reason: StopReason) -> String {
    switch reason {
    case .patience: self(.stopPatience)
    case .epochLimit: self(.stopLimit)
    case .interrupted: self(.stopInterrupted)
    }
  }

  func model(_ baseline: Baseline) -> String {
    switch baseline {
    case .majority: self(.modelMajority)
    case .stump: self(.modelStump)
    case .logistic: self(.modelLogistic)
    case .forest: self(.modelForest)
    case .boosted: self(.modelBoosted)
    }
  }

  func claim(_ verdict: Claim.Verdict) -> String {
    switch verdict {
    case .holds: self(.claimHolds)
    case .fails: self(.claimFails)
    }
  }

  func series(_ series: Trial.Series) -> String {
    switch series {
    case .seeds: self(.seriesSeeds)
    case .splits: self(.seriesSplits)
    }
  }

  /// How an experiment holds out rows, in a few words.
  func way(_ split: Experiment.Split) -> String {
    guard split.shuffle else { return self(.splitFromEnd) }
    let way = split.group.map { self(.splitByGroup, ["group": $0]) } ?? self(.splitAtRandom)
    return split.stratify ? self(.splitInProportion, ["way": way]) : way
  }

  /// The file that the rows come from.
  func file(of data: RunRecord.Data) -> String {
    data.isSynthetic && data.file == TrackSource.sampleName ? self(.sample) : data.file
  }
}

extension EvaluatedRun {
  /// What every product says of rows that are invented; `nil` for real ones.
  var provenance: String? { record.data.isSynthetic ? words(.sample) : nil }

  /// How many rows each part of the data has: "2017, 1512, 505".
  var rowCounts: String {
    splits.map { String(Int($0.confusion.total)) }.joined(separator: words(.listComma))
  }
}
