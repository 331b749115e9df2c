/// The mean of the middle half of some numbers, as `scipy.stats.trim_mean(numbers, 0.25)`.
///
/// A quarter of them, rounded down, is left out on either side: as sure-footed as the median where few runs go
/// astray, and less noisy. Advised for results over seeds by Agarwal et al. 2021, arXiv:2108.13264, whose
/// library rliable has it as `aggregate_iqm`.
///
/// - Parameter numbers: at least one.
public func interquartileMean(_ numbers: [Double]) -> Double {
  precondition(!numbers.isEmpty, "expected numbers, received none")
  return interquartileMean(ofSorted: numbers.sorted())
}

func interquartileMean(ofSorted sorted: [Double]) -> Double {
  let cut = sorted.count / 4
  return average(Array(sorted[cut..<sorted.count - cut]))
}
