import Evaluation
import Testing

/// Expected texts: `print(a)` of NumPy 2.4.6.
@Suite("A confusion matrix prints as NumPy prints it")
struct EvaluationMatrixTextTests {
  /// A matrix whose class i is rightly predicted `counts[i]` times.
  private func diagonal(_ counts: [Int]) throws -> ConfusionMatrix {
    let labels = counts.enumerated().flatMap { Array(repeating: $0, count: $1) }
    return try ConfusionMatrix(truth: labels, predictions: labels, classCount: counts.count)
  }

  @Test("All cells are as wide as the widest")
  func cellsAreAligned() throws {
    let matrix = try ConfusionMatrix(
      truth: Array(repeating: 0, count: 12) + [1], predictions: Array(repeating: 0, count: 10) + [1, 1, 1],
      classCount: 2)
    #expect(matrix.text == "[[10  2]\n [ 0  1]]")
    #expect(try diagonal([7]).text == "[[7]]")
  }

  @Test("A row of more than 75 characters goes on under its first cell")
  func longRowsAreBroken() throws {
    let lines = try diagonal((1...13).map { $0 * 10000 }).text.split(separator: "\n")
    #expect(lines.count == 26)
    #expect(lines[0] == "[[ 10000      0      0      0      0      0      0      0      0      0")
    #expect(lines[1] == "       0      0      0]")
    #expect(lines[2] == " [     0  20000      0      0      0      0      0      0      0      0")
    #expect(lines[25] == "       0      0 130000]]")
    // 75 characters still fit.
    #expect(try diagonal(Array(repeating: 100, count: 18)).text.split(separator: "\n").count == 18)
  }

  @Test("Of more than 1,000 cells three rows and columns at each side are shown")
  func largeMatricesAreSummarised() throws {
    #expect(
      try diagonal([1] + Array(1...31)).text == """
        [[ 1  0  0 ...  0  0  0]
         [ 0  1  0 ...  0  0  0]
         [ 0  0  2 ...  0  0  0]
         ...
         [ 0  0  0 ... 29  0  0]
         [ 0  0  0 ...  0 30  0]
         [ 0  0  0 ...  0  0 31]]
        """)
    #expect(try diagonal(Array(1...31)).text.split(separator: "\n").count == 31 * 2)
  }
}
