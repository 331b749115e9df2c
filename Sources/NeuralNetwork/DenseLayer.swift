/// y = xᵀ W + b for every row: the sums of a dense layer, before its activation.
///
/// Parameters: the kernel W (inputs, units), input after input, then the bias b (units).
struct DenseLayer<T: Scalar>: Layer {
  let inputs: Int
  let units: Int
  var parameterCount: Int { (inputs + 1) * units }
  var keptUnits: Int { 0 }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func forward(
    x: UnsafePointer<T>, y: UnsafeMutablePointer<T>, kept: UnsafeMutablePointer<T>, rows: Int,
    parameters: UnsafePointer<T>, noise: Noise?
  ) {
    let kernel = parameters
    let bias = parameters + inputs * units
    for unit in 0..<units {
      let sums = y + unit * rows
      for row in 0..<rows { sums[row] = bias[unit] }
      for input in 0..<inputs {
        add(kernel[input * units + unit], times: x + input * rows, to: sums, count: rows)
      }
    }
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func backward(
    x: UnsafePointer<T>, y: UnsafePointer<T>, kept: UnsafePointer<T>, rows: Int,
    dy: UnsafeMutablePointer<T>, dx: UnsafeMutablePointer<T>?,
    parameters: UnsafePointer<T>, gradients: UnsafeMutablePointer<T>
  ) {
    let kernel = parameters
    let kernelGradients = gradients
    let biasGradients = gradients + inputs * units
    for unit in 0..<units { biasGradients[unit] = sum(dy + unit * rows, count: rows) }
    for input in 0..<inputs {
      for unit in 0..<units {
        kernelGradients[input * units + unit] = dot(x + input * rows, dy + unit * rows, count: rows)
      }
    }
    guard let dx else { return }
    for input in 0..<inputs {
      let slopes = dx + input * rows
      for row in 0..<rows { slopes[row] = 0 }
      for unit in 0..<units {
        add(kernel[input * units + unit], times: dy + unit * rows, to: slopes, count: rows)
      }
    }
  }
}

/// Adds a x to y.
@inline(__always)
private func add<T: Scalar>(
  _ a: T, times x: UnsafePointer<T>, to y: UnsafeMutablePointer<T>, count: Int
) {
  for i in 0..<count { y[i] += a * x[i] }
}

/// Σ x y, in eight partial sums: one for each lane of a vector register, whatever the processor has.
@inline(__always)
private func dot<T: Scalar>(_ x: UnsafePointer<T>, _ y: UnsafePointer<T>, count: Int) -> T {
  var partial = SIMD8<T>.zero
  var i = 0
  while i + 8 <= count {
    partial += eight(x + i) * eight(y + i)
    i += 8
  }
  var total = halvingSum(partial)
  while i < count {
    total += x[i] * y[i]
    i += 1
  }
  return total
}

/// Σ x, in eight partial sums.
@inline(__always)
private func sum<T: Scalar>(_ x: UnsafePointer<T>, count: Int) -> T {
  var partial = SIMD8<T>.zero
  var i = 0
  while i + 8 <= count {
    partial += eight(x + i)
    i += 8
  }
  var total = halvingSum(partial)
  while i < count {
    total += x[i]
    i += 1
  }
  return total
}

@inline(__always)
private func eight<T: Scalar>(_ x: UnsafePointer<T>) -> SIMD8<T> {
  UnsafeRawPointer(x).loadUnaligned(as: SIMD8<T>.self)
}

/// The sum of the lanes in a fixed order, so that it has the same bits on every processor.
@inline(__always)
private func halvingSum<T: Scalar>(_ v: SIMD8<T>) -> T {
  let four = v.lowHalf + v.highHalf
  let two = four.lowHalf + four.highHalf
  return two[0] + two[1]
}
