/// The value below which a share of some numbers lies, interpolated linearly, as `numpy.quantile`.
///
/// - Parameters:
///   - share: between 0 and 1.
///   - sorted: at least one number, rising.
func quantile(_ share: Double, ofSorted sorted: [Double]) -> Double {
  let last = sorted.count - 1
  let position = Double(last) * share
  let below = Int(position)
  let (low, high) = (sorted[below], sorted[min(below + 1, last)])
  let part = position - Double(below)
  // From the nearer end, as NumPy does, so that the last bit is the same.
  return part >= 0.5 ? high - (high - low) * (1 - part) : low + (high - low) * part
}
