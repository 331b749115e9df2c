/// How numbers are spread.
struct Spread: Equatable, Sendable {
  let mean: Double
  /// The standard deviation with divisor n − 1; not a number for a single one.
  let deviation: Double
  let lowest: Double
  let highest: Double

  /// - Parameter numbers: at least one.
  init(of numbers: [Double]) {
    precondition(!numbers.isEmpty, "expected numbers, received none")
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    self.mean = mean
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = (squares / Double(numbers.count - 1)).squareRoot()
    lowest = numbers.min() ?? .nan
    highest = numbers.max() ?? .nan
  }
}
