/// Binary cross-entropy of one output unit, as Keras computes it in `fit` and `evaluate`.
///
/// Behind a sigmoid it is taken from the logit z, without a clip: max(z, 0) − z y + log(1 + exp −|z|),
/// with slope σ(z) − y by z. Any other output is a bare probability p, clipped to [ε, 1 − ε] with
/// ε = 10⁻⁷: −y log p − (1 − y) log(1 − p), with slope 0 where the clip held it.
enum BinaryCrossentropy {
  @inline(__always)
  static func loss<T: Scalar>(logit z: T, label y: T) -> T {
    (z <= 0 ? 0 : z) - z * y + T.log1p(T.exp(-abs(z)))
  }

  @inline(__always)
  static func loss<T: Scalar>(probability p: T, label y: T) -> T {
    let clipped = clip(p)
    return -(y * T.log(clipped) + (1 - y) * T.log(1 - clipped))
  }

  @inline(__always)
  static func slope<T: Scalar>(probability p: T, label y: T) -> T {
    let clipped = clip(p)
    return clipped == p ? (1 - y) / (1 - p) - y / p : 0
  }

  @inline(__always)
  private static func clip<T: Scalar>(_ p: T) -> T {
    let epsilon = T(1e-7)
    return p < epsilon ? epsilon : p > 1 - epsilon ? 1 - epsilon : p
  }
}

/// Sums over some rows, from which their mean loss and accuracy follow.
struct Tally: Sendable, Equatable {
  var rows = 0
  var loss = 0.0
  var hits = 0

  var meanLoss: Double { loss / Double(rows) }
  var accuracy: Double { Double(hits) / Double(rows) }

  static func += (left: inout Tally, right: Tally) {
    left.rows += right.rows
    left.loss += right.loss
    left.hits += right.hits
  }
}

/// What the loss of one batch is taken from, and where its slopes go.
struct LossPass<T: Scalar> {
  /// The probabilities (rows), what the last layer answered.
  let probabilities: UnsafePointer<T>
  /// The logits (rows) behind them, if the last layer is a sigmoid.
  let logits: UnsafePointer<T>?
  let labels: UnsafePointer<T>
  let rows: Int

  /// Loss and hits; a row is class 1 if p > 0.5, strictly.
  @specialized(where T == Float)
  @specialized(where T == Double)
  func tally() -> Tally {
    var tally = Tally(rows: rows)
    for row in 0..<rows {
      let loss =
        if let logits {
          BinaryCrossentropy.loss(logit: logits[row], label: labels[row])
        } else {
          BinaryCrossentropy.loss(probability: probabilities[row], label: labels[row])
        }
      tally.loss += Double(loss)
      if (probabilities[row] > 0.5) == (labels[row] == 1) { tally.hits += 1 }
    }
    return tally
  }

  /// The slopes (rows) of the mean loss by the logits, or by the bare probabilities.
  @specialized(where T == Float)
  @specialized(where T == Double)
  func writeSlopes(to slopes: UnsafeMutablePointer<T>) {
    for row in 0..<rows {
      let slope =
        if logits != nil {
          probabilities[row] - labels[row]
        } else {
          BinaryCrossentropy.slope(probability: probabilities[row], label: labels[row])
        }
      slopes[row] = slope / T(rows)
    }
  }
}
