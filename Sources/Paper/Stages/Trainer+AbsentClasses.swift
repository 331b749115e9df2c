extension Trainer {
  /// What to warn of where a part of the split has no row of some class, as the first run takes the rows.
  var absentClassWarnings: [String] {
    let parts = parts(for: experiment.firstRun.training)
    return Predictions.Part.allCases.flatMap { part -> [String] in
      let labels = parts.indices.filter { parts[$0] == part }.map { dataset.target[$0] }
      guard !labels.isEmpty else { return [] }
      return dataset.classNames.indices.filter { !labels.contains($0) }.map { label in
        let all = dataset.target.count { $0 == label }
        return
          "none of the \(labels.count) \(part.words) rows is '\(dataset.classNames[label])' (\(all) of all "
          + "\(dataset.rowCount) are): \(part.lossWithoutAClass); split.stratify shares the rows of a class out "
          + "where it has enough of them"
      }
    }
  }
}

extension Predictions.Part {
  fileprivate var words: String {
    switch self {
    case .train: "training"
    case .validation: "validation"
    case .test: "test"
    }
  }

  /// What can't be had where a class is absent.
  fileprivate var lossWithoutAClass: String {
    switch self {
    case .train: "the network can't learn to tell the classes apart"
    case .validation: "the epoch is chosen without it"
    case .test: "there is no recall of it, no ROC curve and nothing else that needs both classes"
    }
  }
}
