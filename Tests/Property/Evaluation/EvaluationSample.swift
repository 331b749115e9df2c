import Evaluation
import TestSupport

/// Invented samples: classes, scores with ties, and weights.
struct EvaluationSample {
  let classCount: Int
  let truth: [Int]
  let predictions: [Int]
  /// Whether each sample is positive; both classes occur.
  let isPositive: [Bool]
  /// Sixteenths, so that many are equal and `1 - score` is exact.
  let scores: [Double]
  /// Small whole numbers, some of them 0.
  let repeats: [Int]

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...200, using: &generator)
    let classCount = Int.random(in: 2...9, using: &generator)
    self.classCount = classCount
    truth = (0..<count).map { _ in Int.random(in: 0..<classCount, using: &generator) }
    // About half of the predictions are right.
    predictions = truth.map { index in
      Bool.random(using: &generator) ? index : Int.random(in: 0..<classCount, using: &generator)
    }
    isPositive = [true, false] + (2..<count).map { _ in Int.random(in: 0..<4, using: &generator) == 0 }
    scores = (0..<count).map { _ in Double(Int.random(in: 0...16, using: &generator)) / 16 }
    repeats = [1, 1] + (2..<count).map { _ in Int.random(in: 0...3, using: &generator) }
  }

  var weights: [Double] { repeats.map { Double($0) } }

  /// Each element as often as its sample repeats.
  func repeated<Element>(_ values: [Element]) -> [Element] {
    zip(values, repeats).flatMap { Array(repeating: $0, count: $1) }
  }

  /// A new order of the samples.
  func order(seed: UInt64) -> [Int] {
    var generator = SeededGenerator(seed: seed)
    return truth.indices.shuffled(using: &generator)
  }
}

extension Array {
  /// The elements in another order.
  func inOrder(_ order: [Int]) -> [Element] { order.map { self[$0] } }
}
