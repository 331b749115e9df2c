/// The p-values of several tests, corrected so that all of them together err as rarely as one would, as
/// statsmodels' `multipletests(ps, method="holm")[1]`.
///
/// The smallest of m is multiplied by m, the next by m − 1 and so on; none becomes smaller than one before it,
/// nor larger than 1. Holm 1979, jstor.org/stable/4615733: never weaker than Bonferroni's correction, and as
/// free of assumptions.
///
/// A test without a p-value, such as Welch's of equal numbers, is left as it is and not counted, as R's `p.adjust`
/// does.
///
/// - Parameter ps: from 0 to 1 or not a number, in any order.
/// - Returns: the corrected values in the same order.
public func holmCorrected(_ ps: [Double]) -> [Double] {
  precondition(
    ps.allSatisfy { $0.isNaN || (0...1).contains($0) }, "expected p-values from 0 to 1, received \(ps)")
  let order = ps.indices.filter { !ps[$0].isNaN }.sorted { (ps[$0], $0) < (ps[$1], $1) }
  var corrected = ps
  var largest = 0.0
  for (rank, index) in order.enumerated() {
    largest = max(largest, min(1, ps[index] * Double(order.count - rank)))
    corrected[index] = largest
  }
  return corrected
}
