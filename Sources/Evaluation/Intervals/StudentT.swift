import Foundation

/// Student's t distribution: how a mean of few normal numbers lies about the true one, in its own standard
/// errors.
struct StudentT {
  /// Above 0, not necessarily whole.
  let degreesOfFreedom: Double

  init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "expected degrees of freedom above 0, received \(degreesOfFreedom)")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The chance of a value at least as far from 0 as `t`, on either side: `2 * scipy.stats.t.sf(|t|, df)`.
  ///
  /// It is the incomplete beta function I(ν/2, ½) at x = ν/(ν + t²), by one of two continued fractions: far out
  /// one in x/(1 − x) = ν/t² of positive terms, which keeps all digits of small chances (Gauss's, of the
  /// hypergeometric function F(1, ½; ν/2 + 1; −ν/t²): NIST Handbook, dlmf.nist.gov/15.7), near 0 the usual one
  /// of the other side (dlmf.nist.gov/8.17.22).
  func twoSidedTail(_ t: Double) -> Double {
    let ν = degreesOfFreedom
    if t.isNaN { return .nan }
    let ratio = t * t / ν
    guard ratio.isFinite else { return 0 }
    let (a, y) = (ν / 2, ratio / (1 + ratio))
    // x^a √y / B(a, ½), with Γ(½) = √π, and x^a by log1p so that a large a costs no digits.
    let front = exp(-a * log1p(ratio)) * y.squareRoot() * gammaRatio(a) / Double.pi.squareRoot()
    if t * t > 2 {
      let c = a + 1
      return front / (a * y)
        * continuedFraction { term in
          let n = Double(term / 2)
          let coefficient =
            term.isMultiple(of: 2)
            ? n * (c + n - 1.5) / ((c + 2 * n - 2) * (c + 2 * n - 1))
            : (n + 0.5) * (c + n - 1) / ((c + 2 * n - 1) * (c + 2 * n))
          return coefficient / ratio
        }
    }
    return 1 - 2 * front
      * continuedFraction { term in
        let m = Double(term / 2)
        let coefficient =
          term.isMultiple(of: 2)
          ? m * (a - m) / ((2 * m - 0.5) * (2 * m + 0.5))
          : -(m + 0.5) * (a + m + 0.5) / ((2 * m + 0.5) * (2 * m + 1.5))
        return coefficient * y
      }
  }

  /// The distance from 0 within which a value lies with a chance of `level`: `scipy.stats.t.ppf((1 + level) / 2, df)`.
  func twoSidedQuantile(level: Double) -> Double {
    Interval.check(level)
    // Normal tails are thinner, so the start is on the near side, from where Newton's steps on a curve that
    // falls ever more slowly never go too far: they rise to the root and end where rounding ends them.
    var t = StandardNormal.twoSidedQuantile(level: level)
    while true {
      let next = t + (twoSidedTail(t) - (1 - level)) / (2 * density(t))
      guard next > t else { return t }
      t = next
    }
  }

  private func density(_ t: Double) -> Double {
    let ν = degreesOfFreedom
    return gammaRatio(ν / 2) / (ν * .pi).squareRoot() * exp(-(ν + 1) / 2 * log1p(t * t / ν))
  }
}

/// 1 / (1 + k₁ / (1 + k₂ / (1 + …))), from its front by Lentz's method until another term changes nothing
/// (Thompson and Barnett 1986, doi:10.1016/0021-9991(86)90046-X).
private func continuedFraction(_ k: (Int) -> Double) -> Double {
  let tiny = 1e-300
  var (value, c, d) = (1.0, 1.0, 0.0)
  // Some hundred terms are enough; the limit only keeps rounding from going on for ever.
  for term in 1..<100_000 {
    let numerator = k(term)
    d = 1 + numerator * d
    d = 1 / (abs(d) < tiny ? tiny : d)
    c = 1 + numerator / c
    if abs(c) < tiny { c = tiny }
    value *= c * d
    if abs(1 - c * d) < 3e-16 { break }
  }
  return 1 / value
}

/// Γ(a + ½) / Γ(a) for a > 0, to nearly all digits, however large `a` is.
///
/// Stirling's series from 10 on, as a difference that keeps its digits; below that by
/// Γ(a + 1) = a Γ(a).
func gammaRatio(_ a: Double) -> Double {
  guard a >= 10 else { return gammaRatio(a + 1) * a / (a + 0.5) }
  return a.squareRoot() * exp(a * log1p(0.5 / a) - 0.5 + stirlingRest(a + 0.5) - stirlingRest(a))
}

/// What Stirling's formula (z − ½) ln z − z + ½ ln 2π leaves of ln Γ(z), for z ≥ 10 to less than 1e-15.
func stirlingRest(_ z: Double) -> Double {
  let square = 1 / (z * z)
  let series: [Double] = [-691 / 360_360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12]
  return series.reduce(0) { $0 * square + $1 } / z
}
