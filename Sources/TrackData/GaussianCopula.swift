/// Ranks that hang together as given rank correlations say, whatever the columns' distributions.
///
/// Normal deviates are mixed by the Cholesky factor of a correlation matrix; only their ranks are kept, so the
/// columns made from them follow their distributions as closely as their number of rows allows (Iman and Conover
/// 1982, doi:10.1080/03610918208812265).
struct GaussianCopula {
  /// The lower Cholesky factor of the normal correlations.
  private let factor: [[Double]]

  /// - Parameters:
  ///   - rankCorrelations: Spearman's, square, of which the lower half is read.
  ///   - marginals: the distributions the ranks are for.
  ///
  /// Normal variables of Pearson correlation `r` have Spearman's correlation `6/pi asin(r/2)`, hence
  /// `r = 2 sin(pi/6 rho)`. A column with many equal values shows less of it, and is given more.
  init(rankCorrelations: [[Double]], marginals: [SampleFacts.Marginal]) {
    let strengths = marginals.map(GaussianCopula.strength)
    var normal = rankCorrelations
    for row in normal.indices {
      for column in 0..<row {
        normal[row][column] =
          2 * sine(Double.pi / 6 * rankCorrelations[row][column]) / (strengths[row] * strengths[column])
      }
    }
    factor = GaussianCopula.cholesky(normal)
  }

  /// Draws the levels of `rows` values in each column, `(columns, rows)`; each column holds
  /// `(rank + 1/2) / rows` for every rank once.
  func levels(rows: Int, _ generator: inout MT19937) -> [[Double]] {
    var scores = [[Double]](repeating: [], count: factor.count)
    for _ in 0..<rows {
      let deviates = factor.map { _ in normalQuantile((Double(generator.word()) + 0.5) / 4_294_967_296) }
      for (column, weights) in factor.enumerated() {
        var score = 0.0
        for (weight, deviate) in zip(weights, deviates) { score += weight * deviate }
        scores[column].append(score)
      }
    }
    return scores.map { column in
      // Equal scores, if ever, by row: a sort that may reorder them would not be the same everywhere.
      let order = column.indices.sorted { (column[$0], $0) < (column[$1], $1) }
      var levels = column
      for (rank, row) in order.enumerated() { levels[row] = (Double(rank) + 0.5) / Double(rows) }
      return levels
    }
  }

  /// The correlation of a column's ranks with the normal score behind them, as a share of what a column without
  /// equal values has; measured on a grid of levels.
  private static func strength(_ marginal: SampleFacts.Marginal) -> Double {
    let levels = (0..<2000).map { (Double($0) + 0.5) / 2000 }
    let scores = levels.map(normalQuantile)
    let values = levels.map(marginal.value)
    var ranks: [Double] = []
    while ranks.count < values.count {
      let start = ranks.count
      let end = values[start...].firstIndex { $0 > values[start] } ?? values.count
      ranks += Array(repeating: Double(start + end - 1) / 2, count: end - start)
    }
    return correlation(ranks, scores) / correlation(levels, scores)
  }

  private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let (meanX, meanY) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(x, y) {
      xx += (x - meanX) * (x - meanX)
      yy += (y - meanY) * (y - meanY)
      xy += (x - meanX) * (y - meanY)
    }
    return xy / (xx * yy).squareRoot()
  }

  /// The lower triangular `L` with `L L^T` the matrix, of which the lower half is read.
  private static func cholesky(_ matrix: [[Double]]) -> [[Double]] {
    var factor: [[Double]] = []
    for row in matrix.indices {
      var line = [Double](repeating: 0, count: row + 1)
      for column in 0...row {
        var rest = matrix[row][column]
        let other = column < row ? factor[column] : line
        for k in 0..<column { rest -= line[k] * other[k] }
        precondition(column < row || rest > 0, "expected positive definite correlations, received others")
        line[column] = column < row ? rest / other[column] : rest.squareRoot()
      }
      factor.append(line)
    }
    return factor
  }
}

/// The sine of a small angle by its power series, whose ninth term is below 1e-17 up to 1.
private func sine(_ angle: Double) -> Double {
  var term = angle
  var sum = 0.0
  for n in stride(from: 2.0, through: 18.0, by: 2.0) {
    sum += term
    term *= -angle * angle / (n * (n + 1))
  }
  return sum
}
