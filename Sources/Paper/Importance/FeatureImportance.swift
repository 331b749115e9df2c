import Evaluation

/// What a feature is worth to the networks of a run, over its seeds.
struct FeatureImportance: Equatable, Sendable {
  /// A mean over networks, and Student's interval of it; `nil` for a single network.
  struct Mean: Equatable, Sendable {
    let value: Double
    let interval: Interval?

    init(of drops: [Double]) {
      value = drops.reduce(0, +) / Double(drops.count)
      interval = try? Interval.ofMean(drops)
    }
  }

  let feature: String
  /// How much accuracy on the test rows is lost where the feature is shuffled.
  let accuracy: Mean
  /// How much of the area under the ROC curve; `nil` where there is none.
  let area: Mean?
}

extension ImportanceTable {
  /// Feature by feature, the dearest in accuracy first; equals in the network's order.
  var features: [FeatureImportance] {
    let first = entries.first.map { first in entries.prefix { $0.seed == first.seed } } ?? []
    let all = first.indices.map { place in
      let ofFeature = entries.indices.filter { $0 % first.count == place }.map { entries[$0] }
      let areas = ofFeature.compactMap(\.area)
      return FeatureImportance(
        feature: first[place].feature, accuracy: .init(of: ofFeature.map(\.accuracy)),
        area: areas.count == ofFeature.count ? .init(of: areas) : nil)
    }
    return all.enumerated().sorted { left, right in
      left.element.accuracy.value == right.element.accuracy.value
        ? left.offset < right.offset : left.element.accuracy.value > right.element.accuracy.value
    }.map(\.element)
  }

  /// How many networks were measured.
  var networks: Int { Set(entries.map(\.seed)).count }
}
