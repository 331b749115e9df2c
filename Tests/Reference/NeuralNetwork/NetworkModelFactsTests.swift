import Foundation
import Paper
import TestSupport
import Testing

@testable import NeuralNetwork

/// Summary, initial weights, threshold, dropout and loss against Keras 3.15.1 and tf_keras 2.21.0.
@Suite struct NetworkModelFactsTests {
  /// The paper's network.
  private func paper() throws -> Sequential<Float> {
    Sequential(
      try Architecture(
        inputs: 9,
        layers: [
          .dense(units: 10, activation: .relu), .dense(units: 10, activation: .relu),
          .dense(units: 25, activation: .relu), .dropout(rate: 0.1), .dense(units: 10, activation: .relu),
          .dense(units: 10, activation: .softplus), .dense(units: 10, activation: .relu),
          .dense(units: 10, activation: .softplus), .dense(units: 10, activation: .relu),
          .dense(units: 10, activation: .softmax), .dropout(rate: 0.1),
          .dense(units: 5, activation: .relu), .dense(units: 1, activation: .sigmoid),
        ]))
  }

  @Test("Layers have Keras's types, names, widths and parameter counts")
  func layers() throws {
    struct File: Decodable {
      struct Layer: Decodable {
        let type: String
        let name: String
        let units: Int
        let parameters: Int
      }
      let total: Int
      let layers: [Layer]
    }
    let file = try Fixtures.bundled.decodeSnakeCase(File.self, from: "keras_model/layers.json")
    let model = try paper()
    let same = Conformance("keras_model", "names, widths and parameter counts of layers", .exact)
    #expect(same.agrees("total", model.architecture.parameterCount == file.total))
    #expect(model.parameters.count == file.total)
    #expect(model.summary.count == 13 && file.layers.count == 13)
    for (row, layer) in zip(model.summary, file.layers) {
      let theirs = SummaryRow(
        name: layer.name, type: layer.type, units: layer.units, parameters: layer.parameters)
      #expect(same.agrees(layer.name, row == theirs))
    }
  }

  @Test(
    "The summary is that of Keras 2 and of Keras 3, byte for byte",
    arguments: [(SummaryStyle.keras2, "summary_keras2.txt"), (.keras3, "summary_keras3.txt")])
  func summary(style: SummaryStyle, file: String) throws {
    let text = try Fixtures.bundled.text("keras_model/\(file)")
    let same = Conformance("keras_model", "summaries", .bytes)
    let ours = try paper().summaryText(style: style)
    #expect(same.agrees(file, ours.utf8.elementsEqual(text.utf8)), "\(ours)")
  }

  @Test("Halves are rounded to even, as numpy.round does")
  func rounding() throws {
    struct Value: Decodable {
      let x: Double
      let round: Double
    }
    let values = try Fixtures.bundled.decode([Value].self, from: "keras_model/round.json")
    #expect(values.count == 8)
    let same = Conformance("keras_model", "`numpy.round` of halves", .exact)
    for value in values {
      let ours = value.x.rounded(.toNearestOrEven)
      #expect(same.agrees("\(value.x)", ours == value.round && ours.sign == value.round.sign))
    }
  }

  @Test("Fresh kernels follow Glorot's uniform law, and biases are 0")
  func glorot() throws {
    struct File: Decodable {
      struct Shape: Decodable {
        let shape: [Int]
        let limit: Double
        let std: Double
        let draws: Int
      }
      let shapes: [Shape]
    }
    let shapes = try Fixtures.bundled.decodeSnakeCase(File.self, from: "keras_model/glorot.json").shapes
    #expect(shapes.count == 6)
    let near = Conformance("keras_model", "limits of Glorot's uniform law", .absolute(1e-15))
    let sample = Conformance(
      "keras_model", "mean and spread of fresh kernels", .bound("5 standard errors, 1 % of the spread"))
    for law in shapes {
      let (inputs, units) = (law.shape[0], law.shape[1])
      let limit = GlorotUniform.limit(inputs: inputs, units: units)
      let name = "\(inputs) × \(units)"
      #expect(near.agrees(name, limit, law.limit))
      let architecture = try Architecture(inputs: inputs, layers: [.dense(units: units)])
      var draws: [Double] = []
      for seed in 0..<UInt64(law.draws / (inputs * units)) {
        let model = Sequential<Float>(architecture, seed: seed)
        draws += try #require(model[parameter: "dense/kernel"]).map(Double.init)
        #expect(model[parameter: "dense/bias"] == [Float](repeating: 0, count: units))
      }
      let mean = draws.reduce(0, +) / Double(draws.count)
      let std = (draws.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(draws.count)).squareRoot()
      // The bounds of the fixtures' README: five standard errors of a uniform sample, and one percent.
      #expect(sample.holds(name, using: abs(mean) * Double(draws.count).squareRoot() / (5 * law.std)))
      #expect(sample.holds(name, using: abs(std / law.std - 1) / 0.01))
      // The limit itself is rounded to single precision.
      #expect(draws.allSatisfy { abs($0) <= Double(Float(limit)) })
      #expect((draws.max() ?? 0) > 0.99 * limit && (draws.min() ?? 0) < -0.99 * limit)
    }
  }

  @Test("A probability of exactly 0.5 is class 0")
  func threshold() throws {
    struct File: Decodable {
      let p: [Float]
      let `class`: [Int]
      let numpyRound: [Double]
      let metricLabel0: [Int]
      let metricLabel1: [Int]
    }
    let file = try Fixtures.bundled.decodeSnakeCase(File.self, from: "keras_model/threshold.json")
    #expect(file.p.count == 9)
    let same = Conformance("keras_model", "classes and hits around 0.5", .exact)
    for (row, p) in file.p.enumerated() {
      #expect(same.agrees("\(p)", tally(p, label: 0).hits == file.metricLabel0[row]))
      #expect(same.agrees("\(p)", tally(p, label: 1).hits == file.metricLabel1[row]))
      #expect(same.agrees("\(p)", Predictions.predictedClass(p) == file.class[row]))
      #expect(same.agrees("\(p)", Double(p.rounded(.toNearestOrEven)) == file.numpyRound[row]))
    }
  }

  @Test("Dropout drops its share, scales what stays, and rests in prediction")
  func dropout() throws {
    struct File: Decodable {
      let rate: Double
      let n: Int
      let survivors: [Float]
      let inferenceValues: [Float]
    }
    let file = try Fixtures.bundled.decodeSnakeCase(File.self, from: "keras_model/dropout.json")
    let layer = DropoutLayer<Float>(units: 100, rate: file.rate, index: 0)
    let ones = [Float](repeating: 1, count: file.n)
    func outputs(_ noise: Noise?) -> [Float] {
      var y = ones
      var kept = ones
      layer.forward(x: ones, y: &y, kept: &kept, rows: file.n / 100, parameters: [0], noise: noise)
      return y
    }
    let training = outputs(Noise(seed: 0, run: 0, epoch: 1, step: 1))
    let share = Double(training.count { $0 == 0 }) / Double(file.n)
    // Five standard errors of a binomial share.
    let error = (file.rate * (1 - file.rate) / Double(file.n)).squareRoot()
    let sample = Conformance("keras_model", "the share that dropout drops", .bound("5 standard errors"))
    #expect(sample.holds("\(file.n) ones", using: abs(share - file.rate) / (5 * error)))
    let same = Conformance("keras_model", "what dropout leaves", .exact)
    #expect(same.agrees("training", Set(training.filter { $0 != 0 }) == Set(file.survivors)))
    #expect(same.agrees("prediction", Set(outputs(nil)) == Set(file.inferenceValues)))
  }

  private func tally(_ p: Float, label: Float) -> Tally {
    withUnsafePointer(to: p) { p in
      withUnsafePointer(to: label) {
        LossPass(probabilities: p, logits: nil, labels: $0, rows: 1).tally()
      }
    }
  }
}
