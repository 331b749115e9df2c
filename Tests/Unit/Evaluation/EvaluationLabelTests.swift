import Testing

@testable import Evaluation

@Suite("Class labels are equal, sorted and printed as Python's")
struct EvaluationLabelTests {
  @Test(
    "Equal labels are equal whatever their kind, and hash so",
    arguments: [
      (1, 1.0, true), (1, 1.5, false), (0.0, -0.0, true), (.number(.nan), .number(.nan), true),
      (1, "1", false), (.integer(.max), .number(0x1p63), false), ("a", "a", true),
      // Canonically equivalent, but not the same code points.
      ("\u{E9}", "e\u{301}", false),
    ] as [(ClassLabel, ClassLabel, Bool)])
  func equality(left: ClassLabel, right: ClassLabel, areEqual: Bool) {
    #expect((left == right) == areEqual)
    #expect((right == left) == areEqual)
    #expect(Set([left, right]).count == (areEqual ? 1 : 2))
  }

  @Test("Labels sort as numpy.unique: numbers, not-a-number, then text by code points")
  func order() {
    let sorted: [ClassLabel] = [
      .number(-.infinity), -2, -1.5, -1, 0, 0.5, 1.0, .integer(.max), .number(0x1p63), .number(.infinity),
      .number(.nan), "", "Z", "a", "a\u{301}", "é", "\u{FFFD}", "\u{1F3B5}",
    ]
    #expect(Array(sorted.reversed()).sorted() == sorted)
    for (place, label) in sorted.enumerated() {
      #expect(!(label < label))
      #expect(sorted[..<place].allSatisfy { $0 < label && !(label < $0) })
    }
  }

  @Test(
    "Labels print as Python prints them",
    arguments: [
      (7, "7"), (-1, "-1"), (0.0, "0.0"), (-0.0, "-0.0"), (2.5, "2.5"), (1e16, "1e+16"), ("r&b", "r&b"),
    ] as [(ClassLabel, String)])
  func description(label: ClassLabel, printed: String) {
    #expect(label.description == printed)
  }

  @Test("One float among the labels makes all of them floats, as in an array of NumPy")
  func oneArrayHasOneKind() throws {
    let report = try ClassificationReport(truth: [0, 1, 1], predictions: [0, 1, 2.0])
    #expect(report.classes.map(\.name) == ["0.0", "1.0", "2.0"])
  }

  // Python 3.11: repr(x)
  @Test(
    "The shortest decimal is Python's repr",
    arguments: [
      (10.5, "10.5"), (3, "3.0"), (0.1 + 0.2, "0.30000000000000004"), (1e-4, "0.0001"), (1e-5, "1e-05"),
      (123_456_789_012_345.0, "123456789012345.0"), (9_999_999_999_999_998, "9999999999999998.0"),
      (1e16, "1e+16"), (1.2e16, "1.2e+16"), (10_000_000_000_000_002, "1.0000000000000002e+16"),
      (-1.5e16, "-1.5e+16"), (1e22, "1e+22"), (1.7976931348623157e308, "1.7976931348623157e+308"),
      (.leastNonzeroMagnitude, "5e-324"), (.infinity, "inf"), (-.infinity, "-inf"), (-.nan, "nan"),
    ] as [(Double, String)])
  func shortestDecimal(value: Double, printed: String) {
    #expect(PythonNumber.shortest(value) == printed)
  }

  // Python 3.11: f"{x:.{digits}f}"
  @Test(
    "Fixed decimals round the exact binary value, half to even",
    arguments: [
      (0.125, 2, "0.12"), (0.375, 2, "0.38"), (0.005, 2, "0.01"), (0.015, 2, "0.01"), (0.5, 0, "0"),
      (1.5, 0, "2"), (2.5, 0, "2"), (0.1, 20, "0.10000000000000000555"), (-.nan, 2, "nan"),
    ] as [(Double, Int, String)])
  func fixedDecimals(value: Double, digits: Int, printed: String) {
    #expect(PythonNumber.fixed(value, digits: digits) == printed)
  }
}
