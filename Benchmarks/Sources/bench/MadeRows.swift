import NeuralNetwork

/// Rows that look like scaled features, with labels that can be learnt; the same in each run.
enum MadeRows {
  static func make(rows: Int, columns: Int) -> (inputs: Matrix<Float>, labels: [Float]) {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// SplitMix64 (Steele, Lea and Flood 2014), to [−1, 1).
    func next() -> Float {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Float((z ^ (z >> 31)) >> 40) * 0x1p-23 - 1
    }
    let values = (0..<rows * columns).map { _ in next() }
    let labels = (0..<rows).map { row -> Float in
      values[row * columns] * values[row * columns + 1] + 0.5 * next() > 0 ? 1 : 0
    }
    return (Matrix(rows: rows, columns: columns, values: values), labels)
  }
}
