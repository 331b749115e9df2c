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

  @Test("With bytes changed anywhere, a file is an error or still a whole file, not a crash")
  func changes() throws {
    let sound = SafeTensors(
      tensors: [
        SafeTensors.Tensor(name: "a", shape: [2], numbers: [1, 2] as [Float]),
        SafeTensors.Tensor(name: "b", shape: [1, 2], numbers: [3, 4] as [Double]),
      ], metadata: ["k": "v"])
    let bytes = sound.encoded()
    let letters = Array(#"{}[]",:\0123456789-.ea"#.utf8)
    var random = SeededGenerator(seed: 5)
    var errors = 0
    for _ in 0..<4000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: damaged.indices, using: &random)
        // Half of the time a byte that means something in the header.
        let letter = letters[Int.random(in: letters.indices, using: &random)]
        damaged[place] = Bool.random(using: &random) ? letter : UInt8.random(in: 0...255, using: &random)
      }
      do throws(SafeTensorsError) {
        let read = try SafeTensors(decoding: damaged)
        #expect(read.tensors.reduce(0) { $0 + $1.values.count } > 0)
      } catch {
        errors += 1
        #expect(!error.description.isEmpty)
      }
    }
    // Most of the file is header, where a changed byte is seldom harmless.
    #expect(errors > 1000)
  }
}
