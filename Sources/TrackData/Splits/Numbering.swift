/// The different values of a list under numbers from 0, as `numpy.unique` counts them.
struct Numbering {
  /// The number of each value: `return_inverse`.
  private(set) var numbers: [Int] = []
  /// How often each number occurs: `return_counts`.
  private(set) var counts: [Int] = []

  /// Numbers the values in the order in which each is first met.
  init<Value: Hashable>(byAppearance values: [Value]) {
    var distinct: [Value] = []
    self.init(values, &distinct)
  }

  /// Numbers the values from the lowest to the highest.
  init<Value: Hashable & Comparable>(inOrder values: [Value]) {
    self.init(values, inOrder: <)
  }

  /// Numbers the values in an order of the caller's.
  init<Value: Hashable>(_ values: [Value], inOrder isBefore: (Value, Value) -> Bool) {
    var distinct: [Value] = []
    self.init(values, &distinct)
    let order = distinct.indices.sorted { isBefore(distinct[$0], distinct[$1]) }
    var places = [Int](repeating: 0, count: distinct.count)
    for (place, number) in order.enumerated() { places[number] = place }
    numbers = numbers.map { places[$0] }
    counts = order.map { counts[$0] }
  }

  private init<Value: Hashable>(_ values: [Value], _ distinct: inout [Value]) {
    var known: [Value: Int] = [:]
    numbers.reserveCapacity(values.count)
    for value in values {
      if let number = known[value] {
        numbers.append(number)
        counts[number] += 1
      } else {
        known[value] = counts.count
        numbers.append(counts.count)
        counts.append(1)
        distinct.append(value)
      }
    }
  }
}

/// A text that is equal to another by its code points and ordered by them, as in Python; `String` would take a
/// composed letter for a decomposed one.
struct CodePoints: Hashable, Comparable {
  // In UTF-8, which keeps the order of the code points.
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  static func < (one: Self, other: Self) -> Bool { one.bytes.lexicographicallyPrecedes(other.bytes) }

  func hash(into hasher: inout Hasher) {
    // All at once: an array hashes its elements one by one.
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
