/// The sum as NumPy's `sum` adds, to the last bit.
///
/// In order below eight terms, in eight running sums up to 128, by halves beyond: its rounding error grows
/// with the logarithm of the count only.
func pairwiseSum<Number: BinaryFloatingPoint>(_ values: [Number]) -> Number {
  pairwiseSum(values[...])
}

private func pairwiseSum<Number: BinaryFloatingPoint>(_ values: ArraySlice<Number>) -> Number {
  guard values.count >= 8 else { return values.reduce(0, +) }
  guard values.count <= 128 else {
    let half = values.count / 2
    let middle = values.startIndex + half - half % 8
    return pairwiseSum(values[..<middle]) + pairwiseSum(values[middle...])
  }
  var lanes = Array(values.prefix(8))
  let blocks = values.count - values.count % 8
  for offset in stride(from: 8, to: blocks, by: 8) {
    for lane in 0..<8 { lanes[lane] += values[values.startIndex + offset + lane] }
  }
  let sum =
    ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]))
  return values.dropFirst(blocks).reduce(sum, +)
}

/// `numpy.average`: the mean, or Σ wᵢxᵢ / Σ wᵢ.
func average<Number: BinaryFloatingPoint>(_ values: [Number], weights: [Number]? = nil) -> Number {
  guard let weights else { return pairwiseSum(values) / Number(values.count) }
  return pairwiseSum(zip(values, weights).map { $0 * $1 }) / pairwiseSum(weights)
}
