import Foundation
import TrackData

/// How widely the features vary that a network sees, each by its standard deviation.
struct FeatureScales: Equatable, Sendable {
  struct Scale: Equatable, Sendable {
    let feature: String
    let deviation: Double
  }

  let widest: Scale
  let narrowest: Scale

  /// How many times as widely the one varies as the other.
  var ratio: Double { widest.deviation / narrowest.deviation }

  /// Two orders of magnitude: networks were seen to answer one class at some hundred times.
  var areFarApart: Bool { ratio >= 100 }

  /// - Parameter rows: those that train.
  /// - Returns: `nil` where fewer than two features vary.
  init?(of dataset: Dataset, rows: [Int]) {
    guard rows.count > 1 else { return nil }
    let scales = dataset.featureNames.enumerated().compactMap { column, feature -> Scale? in
      let values = rows.map { dataset.features[$0 * dataset.featureCount + column] }
      let deviation = Spread(of: values).deviation
      return deviation > 0 && deviation.isFinite ? Scale(feature: feature, deviation: deviation) : nil
    }
    // Of equals the first.
    guard scales.count > 1, let widest = scales.reversed().max(by: { $0.deviation < $1.deviation }),
      let narrowest = scales.min(by: { $0.deviation < $1.deviation })
    else { return nil }
    (self.widest, self.narrowest) = (widest, narrowest)
  }
}

/// Numbers for sentences, without an exponent.
enum PlainDigits {
  /// A positive number rounded to some significant digits.
  static func text(_ number: Double, significant: Int) -> String {
    guard number > 0, number.isFinite else { return "\(number)" }
    let decimals = significant - 1 - Int(log10(number).rounded(.down))
    guard decimals < 0 else { return String(format: "%.*f", decimals, number) }
    let step = pow(10, Double(-decimals))
    return String(format: "%.0f", (number / step).rounded() * step)
  }
}
