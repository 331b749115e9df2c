import Kernels
import TestSupport
import Testing

@testable import NeuralNetwork

/// The fast engine gives the same bits whatever the processor, and whatever lay in its memory before.
@Suite struct KernelsBitsTests {
  @Test(
    "Every instruction set of this processor gives the same bits",
    arguments: Array(0..<80) + KernelsCase.dropouts)
  func levels(number: Int) throws {
    let test = try KernelsCase(number: number)
    let results = KernelsCase.levels.map { steps(test, capacity: test.rows, level: $0) }
    for result in results { #expect(result == results[0], "\(test)") }
    let answers = KernelsCase.levels.map { level in
      var engine = FastEngine(test.architecture, capacity: 64, level: level)
      return engine.outputs(for: test.examples.inputs, parameters: test.parameters).values.map(\.bitPattern)
    }
    for answer in answers { #expect(answer == answers[0], "\(test)") }
  }

  @Test(
    "The room a batch has changes nothing, nor does what lies in it",
    arguments: Array(0..<60) + KernelsCase.dropouts)
  func memory(number: Int) throws {
    let test = try KernelsCase(number: number)
    let expected = steps(test, capacity: test.rows)
    #expect(steps(test, capacity: test.rows + 100) == expected, "\(test)")
    // A batch of nothing but NaN leaves them in every block.
    var engine = FastEngine(test.architecture, capacity: test.rows + 100)
    let poison = Examples(
      inputs: Matrix(
        rows: test.rows + 100, columns: test.architecture.inputs,
        values: [Float](repeating: .nan, count: (test.rows + 100) * test.architecture.inputs)),
      labels: [Float](repeating: .nan, count: test.rows + 100))
    let (tally, _) = engine.gradients(
      on: ArraySlice(0..<test.rows + 100), of: poison, noise: test.noise, parameters: test.parameters)
    #expect(tally.loss.isNaN)
    #expect(steps(test, with: &engine) == expected, "\(test)")
  }

  @Test("A row's answer does not depend on the rows beside it", arguments: 0..<40)
  func neighbours(number: Int) throws {
    let test = try KernelsCase(number: number)
    var engine = FastEngine(test.architecture, capacity: test.rows)
    let all = engine.outputs(for: test.examples.inputs, parameters: test.parameters)
    for row in 0..<test.rows {
      let alone = Matrix(
        rows: 1, columns: test.architecture.inputs, values: Array(test.examples.inputs[row: row]))
      #expect(engine.outputs(for: alone, parameters: test.parameters).values[0] == all[row, 0], "\(test)")
    }
  }

  /// Pinned: another answer means that published seeds no longer give their results.
  @Test("A fit has the same weights as ever", arguments: KernelsCase.levels)
  func pinned(level: KernelLevel) throws {
    let architecture = try Architecture(
      inputs: 3,
      layers: Activation.allCases.map { .dense(units: 6, activation: $0) }
        + [.dropout(rate: 0.1), .dense(units: 1, activation: .sigmoid)])
    let values = (0..<150).map { Float(($0 * 37) % 101) / 50 - 1 }
    let examples = Examples(
      inputs: Matrix(rows: 50, columns: 3, values: values), labels: (0..<50).map { Float($0 % 2) })
    var parameters = Sequential<Float>(architecture, seed: 1).parameters
    var state = Adam.State<Float>(parameterCount: parameters.count)
    var engine = FastEngine(architecture, capacity: 50, level: level)
    for step in 1...100 {
      _ = engine.step(
        on: ArraySlice(0..<50), of: examples, noise: Noise(seed: 1, run: 0, epoch: 1, step: step),
        parameters: &parameters, adam: Adam(), state: &state)
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a over the bits
    for parameter in parameters {
      for shift in [0, 8, 16, 24] {
        hash = (hash ^ UInt64(parameter.bitPattern >> UInt32(shift) & 0xff)) &* 0x100_0000_01b3
      }
    }
    #expect(hash == 576_254_684_846_400_461)
  }

  private func steps(_ test: KernelsCase, capacity: Int, level: KernelLevel = kernelBestLevel()) -> [UInt64] {
    var engine = FastEngine(test.architecture, capacity: capacity, level: level)
    return steps(test, with: &engine)
  }

  /// The bits of losses and parameters over five steps.
  private func steps(_ test: KernelsCase, with engine: inout FastEngine) -> [UInt64] {
    var parameters = test.parameters
    var state = Adam.State<Float>(parameterCount: parameters.count)
    var bits: [UInt64] = []
    for step in 1...5 {
      let tally = engine.step(
        on: ArraySlice(0..<test.rows), of: test.examples,
        noise: Noise(seed: 4, run: 0, epoch: 1, step: step), parameters: &parameters, adam: Adam(),
        state: &state)
      bits += [tally.loss.bitPattern, UInt64(tally.hits)]
    }
    return bits + parameters.map { UInt64($0.bitPattern) }
  }
}
