import Testing
import TestSupport

@testable import NeuralNetwork

@Suite struct NetworkSafeTensorsRoundTripTests {
  @Test("What was written is read back, bit for bit", arguments: 0..<20 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tensors = (0..<Int.random(in: 0...6, using: &random)).map { index in
      let shape = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        Int.random(in: 0...4, using: &random)
      }
      let count = shape.reduce(1, *)
      let name = "t\(index)/\u{e9}\"\\\u{1}한"
      return Bool.random(using: &random)
        ? SafeTensors.Tensor(
          name: name, shape: shape,
          numbers: (0..<count).map { _ in Float.random(in: -9...9, using: &random) })
        : SafeTensors.Tensor(
          name: name, shape: shape,
          numbers: (0..<count).map { _ in Double.random(in: -9...9, using: &random) })
    }
    let file = SafeTensors(tensors: tensors, metadata: seed % 2 == 0 ? [:] : ["a": "\t\"", "é": ""])
    #expect(try SafeTensors(decoding: file.encoded()) == file)
  }

  @Test("Cut anywhere, a file is an error, not a crash")
  func cuts() throws {
    let bytes = SafeTensors(
      tensors: [SafeTensors.Tensor(name: "a", shape: [2], numbers: [1, 2] as [Float])]
    ).encoded()
    for length in bytes.indices {
      #expect(throws: SafeTensorsError.self) { try SafeTensors(decoding: Array(bytes[..<length])) }
    }
  }
}
