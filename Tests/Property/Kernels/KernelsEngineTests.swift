import Kernels
import TestSupport
import Testing

@testable import NeuralNetwork

/// The fast engine does what the plain one does, over random networks.
@Suite struct KernelsEngineTests {
  /// The plain engine in double precision is the truth; the plain one in single precision shows what rounding
  /// alone may do, and the fast one may be off by a small multiple of that and of the largest gradient's last place.
  @Test(
    "Loss and gradients are the plain engine's to within rounding",
    arguments: Array(0..<150) + KernelsCase.dropouts)
  func gradients(number: Int) throws {
    let test = try KernelsCase(number: number)
    let rows = ArraySlice(0..<test.rows)
    var fast = FastEngine(test.architecture, capacity: test.rows)
    var plain = PlainEngine<Float>(test.architecture, capacity: test.rows)
    var exact = PlainEngine<Double>(test.architecture, capacity: test.rows)
    let got = fast.gradients(on: rows, of: test.examples, noise: test.noise, parameters: test.parameters)
    let single = plain.gradients(on: rows, of: test.examples, noise: test.noise, parameters: test.parameters)
    let truth = exact.gradients(
      on: rows, of: test.examples.doubled, noise: test.noise, parameters: test.parameters.map { Double($0) })

    let largest = truth.gradients.map { abs($0) }.max() ?? 0
    let rounding = zip(single.gradients, truth.gradients).map { abs(Double($0) - $1) }.max() ?? 0
    let error = zip(got.gradients, truth.gradients).map { abs(Double($0) - $1) }.max() ?? .infinity
    #expect(
      error <= 16 * rounding + 16 * 0x1p-24 * largest, "\(test): \(error), plain \(rounding) of \(largest)")
    // In the same precision: 1 − 10⁻⁷, where bare probabilities are clipped, is not the same number in both.
    let lossError = abs(got.tally.meanLoss - single.tally.meanLoss)
    #expect(lossError <= 2e-6 * max(single.tally.meanLoss, 1), "\(test): \(lossError)")
    #expect(got.tally.rows == test.rows)
  }

  @Test(
    "Answers and evaluation are the plain engine's to within rounding",
    arguments: Array(0..<100) + KernelsCase.dropouts)
  func outputs(number: Int) throws {
    let test = try KernelsCase(number: number)
    // Smaller batches than rows, so that the last is cut short.
    var fast = FastEngine(test.architecture, capacity: 48)
    var plain = PlainEngine<Float>(test.architecture, capacity: 48)
    let got = fast.outputs(for: test.examples.inputs, parameters: test.parameters)
    let expected = plain.outputs(for: test.examples.inputs, parameters: test.parameters)
    for (got, expected) in zip(got.values, expected.values) {
      // A few hundred roundings of 6·10⁻⁸ each, with random signs.
      #expect(abs(got - expected) <= 2e-6 * max(abs(expected), 1), "\(test)")
    }
    let tally = fast.evaluate(0..<test.rows, of: test.examples, parameters: test.parameters)
    let truth = plain.evaluate(0..<test.rows, of: test.examples, parameters: test.parameters)
    #expect(abs(tally.meanLoss - truth.meanLoss) <= 2e-6 * max(truth.meanLoss, 1), "\(test)")
    #expect(
      tally.hits == got.values.indices.count { (got.values[$0] > 0.5) == (test.examples.labels[$0] == 1) })
  }

  @Test("A step of Adam has the bits of the plain one, given the same gradients", arguments: 1...40)
  func adam(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    func numbers(_ range: ClosedRange<Float>) -> [Float] {
      (0..<count).map { _ in Float.random(in: range, using: &random) }
    }
    let gradients = numbers(-1...1)
    var (w, state) = (numbers(-1...1), Adam.State<Float>(parameterCount: count))
    (state.firstMoments, state.secondMoments) = (numbers(-0.1...0.1), numbers(0...0.01))
    var (fast, m, v) = (w, state.firstMoments, state.secondMoments)
    let adam = Adam()
    adam.update(&w, along: gradients, state: &state)
    kernelSet(kernelBestLevel()).pointee.adam(
      &fast, &m, &v, gradients, count,
      KernelAdam(rate: adam.rate(atStep: 1), share1: Float(1 - 0.9), share2: Float(1 - 0.999), epsilon: 1e-7))
    #expect(fast == w)
    #expect(m == state.firstMoments && v == state.secondMoments)
  }

  /// Rounding may send single fits another way, so means over seeds are compared.
  @Test("Fits come out as the plain engine's, over twenty seeds")
  func fits() throws {
    var random = SeededGenerator(seed: 1)
    let rows = (0..<300).map { _ in (0..<6).map { _ in Float.random(in: -1...1, using: &random) } }
    let labels: [Float] = rows.map { $0[0] * $0[1] + 0.3 * $0[2] > 0 ? 1 : 0 }
    let architecture = try Architecture(
      inputs: 6,
      layers: [
        .dense(units: 12, activation: .relu), .dropout(rate: 0.1), .dense(units: 10, activation: .softplus),
        .dense(units: 10, activation: .softmax), .dense(units: 1, activation: .sigmoid),
      ])
    var differences: [(loss: Double, accuracy: Double)] = []
    for seed in 0..<20 as Range<UInt64> {
      let model = Sequential<Float>(architecture, seed: seed)
      let options = TrainingOptions(
        batchSize: 40, epochs: 40, validationSplit: 0.2, seed: seed, adam: Adam(learningRate: 0.01))
      let fast = try model.fit(Matrix(rows), labels, options: options)
      var plainly = try Training(
        resuming: .init(
          parameters: model.parameters, optimizer: .init(parameterCount: model.parameters.count),
          history: [], watch: nil, stopReason: nil),
        of: architecture, inputs: Matrix(rows), labels: labels, options: options,
        engine: PlainEngine<Float>(architecture, capacity: 40))
      let plain = try plainly.run()
      // The first epoch is six steps: rounding has had no time to grow.
      #expect(abs(fast.history[0].loss - plain.history[0].loss) < 1e-6)
      let (ours, theirs) = (try #require(fast.history.last), try #require(plain.history.last))
      differences.append((ours.loss - theirs.loss, ours.binaryAccuracy - theirs.binaryAccuracy))
    }
    let mean = differences.map(\.loss).reduce(0, +) / 20
    let accuracy = differences.map(\.accuracy).reduce(0, +) / 20
    // Two engines that differ in rounding alone; a wrong gradient or mask shows as 0.05 and more.
    #expect(abs(mean) < 5e-3 && abs(accuracy) < 5e-3, "loss \(mean), accuracy \(accuracy)")
  }
}

extension Examples<Float> {
  var doubled: Examples<Double> {
    Examples<Double>(
      inputs: Matrix(rows: inputs.rows, columns: inputs.columns, values: inputs.values.map { Double($0) }),
      labels: labels.map { Double($0) })
  }
}
