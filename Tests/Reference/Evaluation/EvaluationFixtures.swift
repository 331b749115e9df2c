import Evaluation
import Foundation
import TestSupport

/// Where scikit-learn's numbers lie: in the project, or where `Benchmarks/interop/held_out.py` put those of
/// inputs that no fixture holds.
enum ScikitLearn {
  private static let heldOut = ProcessInfo.processInfo.environment["HELD_OUT"]

  static let fixtures = heldOut.map { Fixtures(folder: URL(fileURLWithPath: $0)) } ?? .bundled
  static var isBundled: Bool { heldOut == nil }
}

/// A JSON file of the fixtures, whose `y_true` is `yTrue` here.
func decodeFromScikitLearn<T: Decodable>(_ type: T.Type, from path: String) throws -> T {
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  decoder.nonConformingFloatDecodingStrategy = .convertFromString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return try decoder.decode(type, from: Data(ScikitLearn.fixtures.bytes(path)))
}

/// One column of labels as the fixtures write it.
struct EvaluationLabels: Decodable {
  let labels: [ClassLabel]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let texts = try? container.decode([String].self) {
      labels = texts.map { .text($0) }
    } else if let integers = try? container.decode([Int].self) {
      labels = integers.map { .integer($0) }
    } else {
      // A column `(n, 1)` of floats, as `numpy.round(model.predict(X))` gives.
      labels = try container.decode([[Double]].self).flatMap { $0 }.map { .number($0) }
    }
  }
}

/// Whether two numbers are within a distance, two not-a-numbers being the same.
func sameAsScikitLearn(_ ours: Double, _ theirs: Double, within tolerance: Double) -> Bool {
  ours == theirs || (ours.isNaN && theirs.isNaN) || abs(ours - theirs) <= tolerance
}

/// Whether two columns are equally long and agree number by number.
func sameAsScikitLearn(_ ours: [Double], _ theirs: [Double], within tolerance: Double) -> Bool {
  ours.count == theirs.count && zip(ours, theirs).allSatisfy { sameAsScikitLearn($0, $1, within: tolerance) }
}

/// A JSON file of the project's own fixtures, whose `only_first` is `onlyFirst` here.
func decodeFromBundle<T: Decodable>(_ type: T.Type, from path: String) throws -> T {
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  decoder.nonConformingFloatDecodingStrategy = .convertFromString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return try decoder.decode(type, from: Data(Fixtures.bundled.bytes(path)))
}
