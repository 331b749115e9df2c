import Foundation

/// Logistic regression with a quadratic penalty on the coefficients, solved to the end.
///
///     z = intercept + coefficients · row        probability = 1 / (1 + exp(-z))
///     objective = sum over rows of log(1 + exp(-z)) or log(1 + exp(z)) + |coefficients|² / (2 C)
///
/// The intercept goes unpenalised. That is the objective of scikit-learn's `LogisticRegression(C=1)`, whose
/// default solver may stop short of its least value; Newton's method on so few coefficients takes a handful of
/// steps to the limit of double precision. XGBoost's `gblinear` stays in single precision and depends on how many
/// rounds it is given.
public struct LogisticRegression: Sendable, Equatable {
  /// One for each column.
  public let coefficients: [Double]
  public let intercept: Double

  /// scikit-learn's `C` where none is given.
  public static let defaultC = 1.0

  private static let mostSteps = 500

  /// - Parameters:
  ///   - rows: the training rows.
  ///   - classes: theirs, 0 or 1.
  ///   - c: the inverse of the penalty's weight, above 0.
  /// - Throws: `oneClass` where the rows are all of one class, whose best intercept is infinite;
  ///   `notConverged` where no step makes the objective smaller.
  public init(fitting rows: FeatureRows, classes: [Int], c: Double = defaultC) throws(BaselineError) {
    rows.check(classes)
    precondition(c > 0, "expected a C above 0, received \(c)")
    guard Set(classes).count == 2 else { throw .oneClass }
    var problem = Problem(rows, classes, c: c)
    for _ in 0..<Self.mostSteps {
      guard let step = problem.newtonStep(), let gain = problem.advance(by: step) else { break }
      // Newton's error is squared from step to step: the next one could not be told from rounding. In a flat
      // valley steps stay long, and it is the objective that rounding keeps from falling further.
      if gain <= 0 || largest(step) < 1e-9 * max(1, largest(problem.parameters)) {
        (coefficients, intercept) = problem.unscaled
        return
      }
    }
    throw .notConverged
  }

  /// The probability of class 1 of each row.
  public func probabilities(of rows: FeatureRows) -> [Double] {
    (0..<rows.count).map { row in
      var z = intercept
      for column in coefficients.indices { z += coefficients[column] * Double(rows[row, column]) }
      return 1 / (1 + exp(-z))
    }
  }
}

private func largest(_ numbers: [Double]) -> Double { numbers.lazy.map(abs).max() ?? 0 }

/// The objective with its first and second derivatives, over columns brought to mean 0 and deviation 1.
///
/// Columns of very different sizes, such as durations in milliseconds beside shares, would cost the linear system
/// its digits. The penalty stays on the coefficients of the columns as they came.
private struct Problem {
  /// `(rows, columns + 1)`, the last column all ones.
  let inputs: [Double]
  let classes: [Double]
  let means: [Double]
  let scales: [Double]
  /// The penalty's weight on each scaled coefficient; 0 on the intercept.
  let penalties: [Double]
  /// The scaled coefficients, then the intercept.
  var parameters: [Double]
  var size: Int { parameters.count }

  init(_ rows: FeatureRows, _ classes: [Int], c: Double) {
    let count = Double(rows.count)
    var (means, scales) = ([Double](), [Double]())
    for column in 0..<rows.columns {
      let values = (0..<rows.count).map { Double(rows[$0, column]) }
      let mean = values.reduce(0, +) / count
      let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
      means.append(mean)
      // A constant column says nothing, and its coefficient is 0 at any scale.
      scales.append(deviation > abs(mean) * 1e-12 ? deviation : 1)
    }
    inputs = (0..<rows.count).flatMap { row in
      (0..<rows.columns).map { (Double(rows[row, $0]) - means[$0]) / scales[$0] } + [1]
    }
    self.classes = classes.map(Double.init)
    (self.means, self.scales) = (means, scales)
    penalties = scales.map { 1 / (c * $0 * $0) } + [0]
    parameters = [Double](repeating: 0, count: rows.columns + 1)
  }

  /// Coefficients and intercept for the columns as they came.
  var unscaled: ([Double], Double) {
    let coefficients = zip(parameters, scales).map { $0 / $1 }
    let shift = zip(coefficients, means).reduce(0) { $0 + $1.0 * $1.1 }
    return (coefficients, parameters[size - 1] - shift)
  }

  /// The way from here to the least value of the parabola that fits the objective here.
  ///
  /// `nil` where rounding leaves no such parabola.
  func newtonStep() -> [Double]? {
    var gradient = zip(penalties, parameters).map { $0 * $1 }
    var hessian = [Double](repeating: 0, count: size * size)
    for row in classes.indices {
      let input = inputs[row * size..<(row + 1) * size]
      let z = margin(of: row, parameters)
      // Of either class the chance, so that neither is rounded to 1 and the other lost.
      let (one, zero) = (1 / (1 + exp(-z)), 1 / (1 + exp(z)))
      let (slope, weight) = (classes[row] == 1 ? -zero : one, one * zero)
      for (i, x) in input.enumerated() {
        gradient[i] += slope * x
        for (j, y) in input.prefix(i + 1).enumerated() { hessian[i * size + j] += weight * x * y }
      }
    }
    for i in 0..<size { hessian[i * size + i] += penalties[i] }
    // The little that is added keeps two equal columns apart; it slows the way, and leaves its end where it is.
    let little = 1e-14 * ((0..<size).map { hessian[$0 * size + $0] }.max() ?? 0)
    for i in 0..<size { hessian[i * size + i] += little }
    return choleskySolution(of: hessian, size: size, gradient.map(-))
  }

  /// Goes the step, or the largest half, quarter and so on of it that makes the objective no greater.
  ///
  /// - Returns: how much smaller the objective became, but for rounding; `nil` where there is no such part.
  mutating func advance(by step: [Double]) -> Double? {
    let before = objective(parameters)
    // Near the end rounding alone makes the objective waver.
    let slack = before * Double(classes.count) * Double.ulpOfOne
    for halvings in 0..<40 {
      let share = 1 / Double(1 << halvings)
      let moved = zip(parameters, step).map { $0 + share * $1 }
      let after = objective(moved)
      if after <= before + slack {
        parameters = moved
        return before - after
      }
    }
    return nil
  }

  private func objective(_ parameters: [Double]) -> Double {
    var sum = 0.0
    for (penalty, parameter) in zip(penalties, parameters) { sum += penalty * parameter * parameter / 2 }
    for row in classes.indices {
      let z = margin(of: row, parameters)
      // log(1 + exp(z)) - class * z, without overflow.
      sum += max(z, 0) + log1p(exp(-abs(z))) - classes[row] * z
    }
    return sum
  }

  private func margin(of row: Int, _ parameters: [Double]) -> Double {
    var z = 0.0
    for i in 0..<size { z += inputs[row * size + i] * parameters[i] }
    return z
  }
}

/// Solves `matrix · x = right` for a symmetric positive matrix, of which only the lower half is read.
///
/// `nil` where the matrix is not positive to within rounding.
private func choleskySolution(of matrix: [Double], size: Int, _ right: [Double]) -> [Double]? {
  var lower = matrix
  for i in 0..<size {
    for j in 0...i {
      var sum = lower[i * size + j]
      for k in 0..<j { sum -= lower[i * size + k] * lower[j * size + k] }
      if i > j {
        lower[i * size + j] = sum / lower[j * size + j]
      } else if sum > 0 {
        lower[i * size + i] = sum.squareRoot()
      } else {
        return nil
      }
    }
  }
  var x = right
  for i in 0..<size {
    for k in 0..<i { x[i] -= lower[i * size + k] * x[k] }
    x[i] /= lower[i * size + i]
  }
  for i in (0..<size).reversed() {
    for k in i + 1..<size { x[i] -= lower[k * size + i] * x[k] }
    x[i] /= lower[i * size + i]
  }
  return x
}
