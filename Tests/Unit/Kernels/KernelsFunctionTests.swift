import Foundation
import Kernels
import TestSupport
import Testing

/// The elementary functions against the C library's in double precision, over dense sweeps.
@Suite struct KernelsFunctionTests {
  private typealias Kernel = @convention(c) (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void

  @Test("exp is within 1.1 ulp from −87 to 0", arguments: KernelLevel.here)
  func exponential(level: KernelLevel) {
    let worst = worstError(
      kernelSet(level).pointee.exp, { Foundation.exp($0) }, over: sweep(-87, 0))
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
      values(set.exp, [-87.01, -104, -.infinity, -0.0, 0]) == [0, 0, 0, 1, 1])
    #expect(values(set.tanh, [.infinity, 50, -.infinity, -0.0]) == [1, 1, -1, 0])
    #expect(values(set.erf, [.infinity, 6, -.infinity, 0]) == [1, 1, -1, 0])
    #expect(values(set.log1p, [0, 1]) == [0, Foundation.log(Float(2))])
    #expect(values(set.log, [1]) == [0])
    for f in [set.exp, set.tanh, set.erf, set.log1p] { #expect(values(f, [.nan])[0].isNaN) }
  }

  /// Most addends nearly cancel the product, lie half a last place from it, or far below it, where rounding twice goes
  /// wrong first.
  @Test("A product and a sum are rounded once, at every level", arguments: KernelLevel.here)
  func fused(level: KernelLevel) {
    var random = SeededGenerator(seed: 5)
    func number(_ exponents: ClosedRange<Int>) -> Float {
      let significand = UInt32.random(in: 0..<1 << 23, using: &random)
      let mask: UInt32 = Bool.random(using: &random) ? .max : 0xffff_f000
      let exponent = UInt32(Int.random(in: exponents, using: &random) + 127)
      let sign: UInt32 = Bool.random(using: &random) ? 1 << 31 : 0
      return Float(bitPattern: sign | exponent << 23 | significand & mask)
    }
    let count = 160_000
    let a = (0..<count).map { _ in number(-20...20) }
    let b = (0..<count).map { _ in number(-20...20) }
    let c = (0..<count).map { i in
      let product = a[i] * b[i]
      switch i % 4 {
      case 0: return -product
      case 1: return product.ulp / 2 * (i % 8 == 1 ? 1 : -1)
      case 2: return number(-90...(-60))
      default: return number(-40...40)
      }
    }
    var y = [Float](repeating: 0, count: count)
    kernelSet(level).pointee.fused(a, b, c, &y, count)
    let wrong = (0..<count).count { y[$0].bitPattern != c[$0].addingProduct(a[$0], b[$0]).bitPattern }
    #expect(wrong == 0)
    let special: [Float] = [
      .infinity, 0, -0.0, 1, -1, .greatestFiniteMagnitude, 0x1p-149, 0x1p-126, 0x1.8p-75,
    ]
    for a in special {
      for b in special {
        for c in special + [-.infinity] {
          var one = [Float](repeating: 0, count: 16)
          kernelSet(level).pointee.fused(
            [Float](repeating: a, count: 16), [Float](repeating: b, count: 16),
            [Float](repeating: c, count: 16),
            &one, 16)
          let expected = c.addingProduct(a, b)
          #expect(
            one[0].bitPattern == expected.bitPattern || one[0].isNaN && expected.isNaN, "\(a) \(b) \(c)")
        }
      }
    }
  }

  /// Around the smallest normal number, where instructions that round once and the way through double precision have to
  /// agree on what is too small.
  @Test("What is below the normal numbers is 0 at every level, between flushing and restoring")
  func subnormals() {
    var random = SeededGenerator(seed: 6)
    func numbers(_ exponents: ClosedRange<UInt32>) -> [Float] {
      (0..<160_000).map { _ in
        let bits = UInt32.random(in: 0..<1 << 23, using: &random)
        let sign: UInt32 = Bool.random(using: &random) ? 1 << 31 : 0
        return Float(bitPattern: sign | UInt32.random(in: exponents, using: &random) << 23 | bits)
      }
    }
    // Products about 2⁻¹²⁶ and addends from the subnormals on.
    let (a, b, c) = (numbers(60...66), numbers(62...68), numbers(0...3))
    let results = KernelLevel.here.map { level in
      var y = [Float](repeating: 1, count: a.count)
      let before = kernelsFlushSubnormals()
      kernelSet(level).pointee.fused(a, b, c, &y, a.count)
      kernelsRestore(before)
      return y.map(\.bitPattern)
    }
    for result in results { #expect(result == results[0]) }
    let values = results[0].map { Float(bitPattern: $0) }
    #expect(values.contains { $0 == 0 } && values.contains { $0 != 0 } && !values.contains { $0.isSubnormal })
    #expect(Float.leastNormalMagnitude / 2 > 0, "as before")
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
