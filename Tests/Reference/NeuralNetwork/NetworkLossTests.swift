import Testing
import TestSupport

@testable import NeuralNetwork

/// Binary cross-entropy of single values against Keras 3.15.1.
@Suite struct NetworkLossTests {
  private struct Value: Decodable {
    let y: Double
    let logit: Double
    let probability: Double
    let fitLoss: Double
    let clippedLoss: Double
  }

  @Test("Behind a sigmoid the loss comes from the logit; of bare probabilities it is clipped")
  func losses() throws {
    let file = try Fixtures.bundled.decodeSnakeCase([String: [Value]].self, from: "keras_network/loss.json")
    try compare(#require(file["float64"]), as: Double.self, tolerance: 1e-12)
    try compare(#require(file["float32"]), as: Float.self, tolerance: 1e-5)
  }

  /// Relative, as the README of the fixtures says for losses; 10⁻⁷ absolutely in single precision, where
  /// 1 − p of a probability near 1 has hardly a digit left.
  private func compare<T: Scalar>(_ values: [Value], as: T.Type, tolerance: Double) throws {
    #expect(values.count == 12)
    let absolute = T.self == Float.self ? 1e-7 : 1e-15
    let near = Conformance(
      "keras_network", "binary cross-entropy, \(T.self)", .either(relative: tolerance, absolute: absolute))
    for (index, value) in values.enumerated() {
      let fit = BinaryCrossentropy.loss(logit: T(value.logit), label: T(value.y))
      let clipped = BinaryCrossentropy.loss(probability: T(value.probability), label: T(value.y))
      #expect(near.agrees("value \(index)", fit, value.fitLoss))
      #expect(near.agrees("value \(index)", clipped, value.clippedLoss))
    }
  }
}
