import NeuralNetwork
import TestSupport
import Testing

@testable import Paper

@Suite("Permutation importance is scikit-learn's")
struct PermutationImportanceTests {
  struct Document: Decodable {
    struct Case: Decodable {
      let seed: UInt32
      let repeats: Int
      let accuracy: [[Double]]
      let auc: [[Double]]
    }

    let inputs: [[Float]]
    let target: [Int]
    let kernel: [Float]
    let bias: Float
    let cases: [Case]
  }

  @Test("Each repeat of each feature loses the same")
  func drops() throws {
    let document = try Fixtures.bundled.decode(Document.self, from: "importance/importance.json")
    let network = Sequential<Float>(
      try Architecture(inputs: 3, layers: [.dense(units: 1, activation: .sigmoid)]),
      parameters: document.kernel + [document.bias])
    #expect(document.cases.count == 2)
    for one in document.cases {
      let drops = PermutationImportance(
        inputs: Matrix(document.inputs), truth: document.target.map { $0 == 1 }, repeats: one.repeats,
        seed: one.seed
      ).drops(of: network)
      // Counts of 60 rows and of their pairs, divided and subtracted; the logits are exact in either precision.
      let near = Conformance("importance", "drops in accuracy and area under the ROC curve", .absolute(1e-14))
      for (feature, drop) in drops.enumerated() {
        let name = "seed \(one.seed), feature \(feature)"
        #expect(near.agrees("accuracy, \(name)", drop.accuracy, one.accuracy[feature]))
        #expect(near.agrees("area, \(name)", drop.area, one.auc[feature]))
      }
    }
  }
}
