import Evaluation
import Spelling

/// The two classes of a file, which of them the probabilities are of, and how that is known.
struct PositiveClass {
  /// How it is known.
  enum Reason: Equatable {
    /// The user says so.
    case asked
    /// The classes are called so that there is no doubt: 0 and 1, no and yes.
    case names
    /// The column of probabilities is called after it.
    case column(String)
    /// It is what is predicted wherever the probability is above one half.
    case predictions
    /// Nothing tells: it sorts last, as scikit-learn's `classes_[1]`.
    case order
  }

  let negative: ClassLabel
  let positive: ClassLabel
  let reason: Reason

  /// The two classes among labels, for a first guess; `nil` where there are not two.
  ///
  /// 0 and 1 are two classes even if one of them does not occur, and so are one that does and one that the user names.
  ///
  /// - Parameter asked: the class that the user calls positive.
  init?(of labels: [ClassLabel], asked: ClassLabel?) {
    let distinct = Set(labels)
    if distinct.isSubset(of: [0, 1]), asked.map({ [0, 1].contains($0) }) ?? true {
      let positive = asked ?? 1
      self.init(negative: positive == 0 ? 1 : 0, positive: positive, asked == nil ? .names : .asked)
    } else if let asked {
      let others = distinct.subtracting([asked])
      guard let other = others.first, others.count == 1 else { return nil }
      self.init(negative: other, positive: asked, .asked)
    } else {
      let sorted = distinct.sorted()
      guard sorted.count == 2 else { return nil }
      self.init(negative: sorted[0], positive: sorted[1], Self.isPlain(sorted) ? .names : .order)
    }
  }

  private init(negative: ClassLabel, positive: ClassLabel, _ reason: Reason) {
    (self.negative, self.positive, self.reason) = (negative, positive, reason)
  }

  /// The same two classes, with a better reason or the other way round.
  func withPositive(_ label: ClassLabel, _ reason: Reason) -> PositiveClass {
    PositiveClass(negative: label == positive ? negative : positive, positive: label, reason)
  }

  /// Pairs of which everybody takes the second for positive.
  private static func isPlain(_ labels: [ClassLabel]) -> Bool {
    if labels == [-1, 1] { return true }
    let pairs = [
      ["false", "true"], ["no", "yes"], ["n", "y"], ["f", "t"], ["neg", "pos"], ["negative", "positive"],
    ]
    return pairs.contains(labels.map { $0.description.lowercased() })
  }

  /// The class that the predictions say is positive: it is predicted in each row whose probability is above one
  /// half, and in none below; `nil` where there is no such class.
  func predicted(by predictions: [ClassLabel], _ probabilities: [Double]) -> ClassLabel? {
    let clear = zip(predictions, probabilities).filter { $1 != 0.5 }
    guard !clear.isEmpty else { return nil }
    if clear.allSatisfy({ ($0 == positive) == ($1 > 0.5) }) { return positive }
    return clear.allSatisfy { ($0 == negative) == ($1 > 0.5) } ? negative : nil
  }

  /// What to say of the choice; `nil` where there was none.
  var note: String? {
    switch reason {
    case .asked, .names: nil
    case .column(let name): "the positive class is '\(positive)', whose probabilities are in column '\(name)'"
    case .predictions:
      "the positive class is '\(positive)', which is predicted wherever the probability is above one half"
    case .order:
      "the positive class is '\(positive)', only because it sorts after '\(negative)'; if the probabilities are "
        + "those of '\(negative)', add --positive \(shellQuoted(negative.description))"
    }
  }

  /// A warning where the probabilities rank the classes the wrong way round, by more than chance.
  func warning(isPositive: [Bool], probabilities: [Double]) -> String? {
    guard reason != .asked, let areas = try? ROCAreas(truth: isPositive, scores: [probabilities]),
      let area = areas.areas.first, area < 0.5
    else { return nil }
    let interval = areas.interval(of: 0)
    // Where every row is on the wrong side there is no interval.
    guard interval.map({ $0.high < 0.5 }) ?? (area == 0) else { return nil }
    func text(_ value: Double) -> String { Fact("", .number(value, digits: 3), "").shown }
    let ends = interval.map { " (95 % interval \(text($0.low)) to \(text($0.high)))" } ?? ""
    return
      "roc_auc is \(text(area))\(ends), below 0.5 by more than chance: the probabilities may be those of "
      + "'\(negative)'; add --positive \(shellQuoted(negative.description)), or --positive "
      + "\(shellQuoted(positive.description)) if they are not"
  }
}

/// A word as a shell takes it for one.
private func shellQuoted(_ word: String) -> String {
  let isPlain =
    !word.isEmpty
    && word.utf8.allSatisfy { byte in
      Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
        || "_-.+".utf8.contains(byte) || byte >= 0x80
    }
  return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
}
