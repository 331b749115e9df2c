import TrackData

/// What the columns of a file of predictions can hold.
public enum PredictionRole: String, CaseIterable, Sendable {
  /// The true class.
  case target
  /// The predicted class.
  case prediction
  /// The probability of the positive class.
  case probability
  /// The part of a split.
  case split
  /// What tells a row from all others.
  case row

  /// What other tools call such a column, as `plain(_:)` spells it, the surest name first.
  var usualNames: [String] {
    switch self {
    case .target:
      [
        "target", "y_true", "truth", "true_label", "true_class", "ground_truth", "actual", "actual_label",
        "actual_class", "obs", "observed", "reference", "gold", "label", "labels", "class", "outcome",
        "y_test",
        "y",
      ]
    case .prediction:
      [
        "prediction", "y_pred", "predicted", "predictions", "pred", "pred_class", "pred_label",
        "predicted_class",
        "predicted_label", "prediction_label", "response", "y_hat", "yhat", "estimate",
      ]
    case .probability:
      [
        "probability", "y_prob", "y_proba", "proba", "prob", "probabilities", "pred_proba", "pred_prob",
        "predict_proba", "predicted_probability", "predicted_proba", "y_score", "score", "scores", "p",
      ]
    case .split: ["split", "subset", "partition"]
    case .row: ["row", "row_id", "row_ids", "row_index", "rowindex"]
    }
  }
}

/// Which columns of a file hold what.
struct PredictionColumns {
  private(set) var names: [PredictionRole: String] = [:]
  /// The roles whose column nobody named and that is not called as the role is.
  private(set) var recognised: [PredictionRole] = []

  subscript(role: PredictionRole) -> String? { names[role] }

  /// - Parameter asked: the columns that the user names; the others are found by their usual names.
  /// - Throws: `badData` where the file has no column that the user names, with the nearest one.
  init(in table: DataTable, asked: [PredictionRole: String]) throws(Failure) {
    for role in PredictionRole.allCases {
      guard let name = asked[role] else { continue }
      do throws(DataError) {
        try table.expectColumn(name)
      } catch {
        throw Failure(.badData, "\(error) (named by --\(role.rawValue))")
      }
      names[role] = name
    }
    for role in PredictionRole.allCases where names[role] == nil {
      let free = table.columns.filter { column in
        !names.values.contains { $0.utf8.elementsEqual(column.utf8) }
      }
      let known = role.usualNames.lazy.compactMap { usual in
        free.first { $0 == usual } ?? free.first { plain($0) == usual }
      }
      guard let name = known.first else { continue }
      names[role] = name
      if name != role.rawValue { recognised.append(role) }
    }
  }

  /// The column that holds the probability of one class, as its name says; `nil` where there is none.
  func probability(of label: String, in table: DataTable) -> String? {
    let word = plain(label)
    let prefixes = ["probability_", "proba_", "prob_", "p_", "pred_", "confidence_", "score_", ""]
    let free = table.columns.filter { column in !names.values.contains { $0.utf8.elementsEqual(column.utf8) }
    }
    return free.first { column in prefixes.contains { plain(column) == $0 + word } }
  }

  /// Which columns were taken, where that is not plain from their names.
  var note: String? {
    guard !recognised.isEmpty else { return nil }
    let parts = recognised.compactMap { role in names[role].map { "'\($0)' as \(role.rawValue)" } }
    return "columns taken: " + parts.joined(separator: ", ")
  }
}

/// A column's name in small letters, with one `_` for whatever is between its words.
private func plain(_ name: String) -> String {
  name.lowercased().split { "_.- ".contains($0) }.joined(separator: "_")
}
