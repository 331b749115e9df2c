import Foundation
import Testing
import TestSupport

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
    #expect(model.architecture.parameterCount == file.total)
    #expect(model.parameters.count == file.total)
    #expect(
      model.summary
        == file.layers.map {
          SummaryRow(name: $0.name, type: $0.type, units: $0.units, parameters: $0.parameters)
        })
  }

  @Test("The summary is tf_keras's, byte for byte")
  func summary() throws {
    let text = try Fixtures.bundled.text("keras_model/summary_keras2.txt")
    #expect(try paper().summaryText.utf8.elementsEqual(text.utf8))
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
    for law in try Fixtures.bundled.decodeSnakeCase(File.self, from: "keras_model/glorot.json").shapes {
      let (inputs, units) = (law.shape[0], law.shape[1])
      let limit = GlorotUniform.limit(inputs: inputs, units: units)
      #expect(abs(limit - law.limit) <= 1e-15)
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
      #expect(abs(mean) < 5 * law.std / Double(draws.count).squareRoot())
      #expect(abs(std / law.std - 1) < 0.01)
      // The limit itself is rounded to single precision.
      #expect(draws.allSatisfy { abs($0) <= Double(Float(limit)) })
      #expect((draws.max() ?? 0) > 0.99 * limit && (draws.min() ?? 0) < -0.99 * limit)
    }
  }

  @Test("A probability of exactly 0.5 is class 0")
  func threshold() throws {
    struct File: Decodable {
      let p: [Float]
      let metricLabel0: [Int]
      let metricLabel1: [Int]
    }
    let file = try Fixtures.bundled.decodeSnakeCase(File.self, from: "keras_model/threshold.json")
    for (row, p) in file.p.enumerated() {
      #expect(tally(p, label: 0).hits == file.metricLabel0[row])
      #expect(tally(p, label: 1).hits == file.metricLabel1[row])
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
    #expect(abs(share - file.rate) < 5 * (file.rate * (1 - file.rate) / Double(file.n)).squareRoot())
    #expect(Set(training.filter { $0 != 0 }) == Set(file.survivors))
    #expect(Set(outputs(nil)) == Set(file.inferenceValues))
  }

  private func tally(_ p: Float, label: Float) -> Tally {
    withUnsafePointer(to: p) { p in
      withUnsafePointer(to: label) {
        LossPass(probabilities: p, logits: nil, labels: $0, rows: 1).tally()
      }
    }
  }
}
