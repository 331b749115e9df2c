import Foundation
import Kernels
import Testing

/// The elementary functions against the C library's in double precision, over dense sweeps.
@Suite struct KernelsFunctionTests {
  private typealias Kernel = @convention(c) (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void

  @Test("exp is within 1.1 ulp below 0, where its result is normal", arguments: KernelLevel.here)
  func exponential(level: KernelLevel) {
    let worst = worstError(
      kernelSet(level).pointee.exp, { Foundation.exp($0) }, over: sweep(-87.3, 0))
    #expect(worst <= 1.1)
  }

  @Test("log is within 2 ulp, of large and small numbers and near 1", arguments: KernelLevel.here)
  func logarithm(level: KernelLevel) {
    let log = kernelSet(level).pointee.log
    #expect(worstError(log, { Foundation.log($0) }, over: bitSweep(0x1p-126, .greatestFiniteMagnitude)) <= 2)
    #expect(worstError(log, { Foundation.log($0) }, over: bitSweep(0.5, 2)) <= 2)
  }

  @Test("log1p is within 2 ulp on [0, 1], however small its argument", arguments: KernelLevel.here)
  func logarithmOfOnePlus(level: KernelLevel) {
    let log1p = kernelSet(level).pointee.log1p
    #expect(worstError(log1p, { Foundation.log1p($0) }, over: bitSweep(0x1p-126, 1)) <= 2)
    #expect(worstError(log1p, { Foundation.log1p($0) }, over: sweep(0, 1)) <= 2)
  }

  @Test("tanh is within 2 ulp", arguments: KernelLevel.here)
  func hyperbolicTangent(level: KernelLevel) {
    let tanh = kernelSet(level).pointee.tanh
    #expect(worstError(tanh, { Foundation.tanh($0) }, over: sweep(-12, 12)) <= 2)
    #expect(worstError(tanh, { Foundation.tanh($0) }, over: bitSweep(0x1p-120, 12)) <= 2)
  }

  @Test("erf is within 2.5 ulp", arguments: KernelLevel.here)
  func errorFunction(level: KernelLevel) {
    let erf = kernelSet(level).pointee.erf
    #expect(worstError(erf, { Foundation.erf($0) }, over: sweep(-5, 5)) <= 2.5)
    #expect(worstError(erf, { Foundation.erf($0) }, over: bitSweep(0x1p-120, 5)) <= 2.5)
  }

  @Test("Beyond the range of normal numbers stand the limits, and NaN stays NaN", arguments: KernelLevel.here)
  func limits(level: KernelLevel) {
    let set = kernelSet(level).pointee
    #expect(
      values(set.exp, [-104, -.infinity, -0.0, 0]) == [0, 0, 1, 1])
    #expect(values(set.tanh, [.infinity, 50, -.infinity, -0.0]) == [1, 1, -1, 0])
    #expect(values(set.erf, [.infinity, 6, -.infinity, 0]) == [1, 1, -1, 0])
    #expect(values(set.log1p, [0, 1]) == [0, Foundation.log(Float(2))])
    #expect(values(set.log, [1]) == [0])
    // Subnormal results are exact to their last bit but one.
    for x: Float in [-88, -95, -100, -103] {
      #expect(abs(values(set.exp, [x])[0] - Float(Foundation.exp(Double(x)))) <= 2 * .leastNonzeroMagnitude)
    }
    for f in [set.exp, set.tanh, set.erf, set.log1p] { #expect(values(f, [.nan])[0].isNaN) }
  }

  /// The largest error in units in the last place of the exact result.
  private func worstError(_ f: Kernel, _ exact: (Double) -> Double, over x: [Float]) -> Double {
    var worst = 0.0
    for (x, y) in zip(x, values(f, x)) {
      let expected = exact(Double(x))
      let error = abs(Double(y) - expected) / Double(Float(expected).ulp)
      if !(error <= worst) { worst = error }
    }
    return worst
  }

  private func values(_ f: Kernel, _ x: [Float]) -> [Float] {
    let padded = x + [Float](repeating: 1, count: (16 - x.count % 16) % 16)
    var y = [Float](repeating: 0, count: padded.count)
    f(padded, &y, padded.count)
    return Array(y.prefix(x.count))
  }

  private let points = 60_000

  /// Evenly spread numbers.
  private func sweep(_ from: Float, _ to: Float) -> [Float] {
    (0...points).map { from + (to - from) * (Float($0) / Float(points)) }
  }

  /// Numbers evenly spread over the representable ones, both positive.
  private func bitSweep(_ from: Float, _ to: Float) -> [Float] {
    let step = max((to.bitPattern - from.bitPattern) / UInt32(points), 1)
    return stride(from: from.bitPattern, through: to.bitPattern, by: Int(step)).map { Float(bitPattern: $0) }
  }
}

extension KernelLevel {
  /// The instruction sets of the processor at hand.
  static let here = [KernelLevel.baseline, .V3, .V4].filter { $0.rawValue <= kernelBestLevel().rawValue }
}
