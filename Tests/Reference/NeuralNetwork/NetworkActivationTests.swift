import Testing
import TestSupport

@testable import NeuralNetwork

/// Activations and their derivatives against Keras 3.15.1, in both precisions.
@Suite struct NetworkActivationTests {
  private struct Elementwise: Decodable {
    struct Curve: Decodable {
      let y: [Double]
      let dy: [Double]
    }

    let x: [Double]
    let curves: [String: Curve]

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      x = try container.decode([Double].self, forKey: Key(stringValue: "x"))
      curves = try Dictionary(
        uniqueKeysWithValues: container.allKeys.filter { $0.stringValue != "x" }
          .map { ($0.stringValue, try container.decode(Curve.self, forKey: $0)) })
    }
  }

  private struct Softmax: Decodable {
    let x: [Double]
    let y: [Double]
  }

  @Test("Values and derivatives are Keras's", arguments: Activation.allCases.filter { $0 != .softmax })
  func elementwise(activation: Activation) throws {
    let file = try Fixtures.bundled.decode(
      [String: Elementwise].self, from: "keras_activations/elementwise.json")
    let (double, single) = (try #require(file["float64"]), try #require(file["float32"]))
    try compare(activation, double, as: Double.self)
    try compare(activation, single, as: Float.self)
  }

  @Test("Softmax over the units of a row is Keras's")
  func softmax() throws {
    let file = try Fixtures.bundled.decode(
      [String: [Softmax]].self, from: "keras_activations/softmax.json")
    let doubles = try #require(file["float64"])
    let floats = try #require(file["float32"])
    #expect(doubles.count == 7 && floats.count == 7)
    func ours<T: Scalar>(_ rows: [Softmax], as: T.Type) -> [T] {
      rows.flatMap { row in values(.softmax, [row.x.map { T($0) }])[0] }
    }
    expectClose(ours(doubles, as: Double.self), doubles.flatMap(\.y), .softmax, "values")
    expectClose(ours(floats, as: Float.self), floats.flatMap(\.y), .softmax, "values")
    // Rows of a batch lie across the units, and must not touch each other.
    let three = [[1, 2, 3], [0, 0, 0], [-1000, 0, 1]] as [[Double]]
    #expect(values(.softmax, three) == three.map { values(.softmax, [$0])[0] })
  }

  private func compare<T: Scalar>(_ activation: Activation, _ file: Elementwise, as: T.Type) throws {
    #expect(file.x.count == 97 && file.curves.count == Activation.allCases.count - 1)
    let keras = try #require(file.curves[activation.rawValue])
    let z = file.x.map { T($0) }
    let y = values(activation, [z])[0]
    expectClose(y, keras.y, activation, "values")
    var slopes = [T](repeating: 1, count: z.count)
    activation.backward(z: z, y: y, slopes: &slopes, units: z.count, rows: 1)
    expectClose(slopes, keras.dy, activation, "slopes", widened: tanhError(activation, as: T.self))
  }

  /// What TensorFlow's tanh adds to the tolerance of a derivative.
  ///
  /// In single precision it errs by up to 3.8 units in the last place (at −8), where the C library's stays
  /// below half a unit. 1 − tanh² doubles that to 4.5·10⁻⁷ near saturation, and the tanh
  /// form of gelu multiplies it by some z/2.
  private func tanhError<T: Scalar>(_ activation: Activation, as: T.Type) -> Double {
    switch activation {
    case .tanh where T.self == Float.self: 5e-7
    case .geluTanh where T.self == Float.self: 2.5e-6
    default: 0
    }
  }

  /// Activates rows laid unit-major, and lays them back.
  private func values<T: Scalar>(_ activation: Activation, _ rows: [[T]]) -> [[T]] {
    let units = rows[0].count
    let z = (0..<units).flatMap { unit in rows.map { $0[unit] } }
    var y = [T](repeating: .nan, count: z.count)
    activation.forward(z: z, y: &y, units: units, rows: rows.count)
    return rows.indices.map { row in (0..<units).map { y[$0 * rows.count + row] } }
  }

  /// The tolerances of the fixtures' README: relative or absolute, whichever is wider; TensorFlow rounds
  /// the constants of both gelu to single precision even in double.
  private func expectClose<T: Scalar>(
    _ ours: [T], _ keras: [Double], _ activation: Activation, _ what: String, widened: Double = 0
  ) {
    let isDouble = T.self == Double.self
    let isGelu = activation == .gelu || activation == .geluTanh
    let stated = isGelu ? (isDouble ? 1e-8 : 1e-6) : isDouble ? 1e-15 : 1e-7
    let absolute = max(stated, widened)
    let group = widened > 0 ? " of \(activation.rawValue)" : isGelu ? " of gelu" : ""
    let near = Conformance(
      "keras_activations", "\(what)\(group), \(T.self)",
      isGelu ? .absolute(absolute) : .either(relative: isDouble ? 1e-13 : 2e-6, absolute: absolute))
    #expect(ours.count == keras.count)
    for (index, (x, y)) in zip(ours, keras).enumerated() {
      #expect(near.agrees("\(activation.rawValue) \(index)", x, y), "\(activation) \(T.self) at \(index)")
    }
  }
}
