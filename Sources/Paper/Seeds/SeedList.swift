/// Seeds as people write them: inclusive ranges and single numbers, `0-99` or `3,5,8`.
public struct SeedList: Equatable, Sendable {
  /// In ascending order, each once; at least one.
  public let seeds: [UInt64]

  /// More than anybody means: a slip such as `0-9999999999` should say so, not fill the memory.
  public static let most = 1_000_000

  /// The largest seed: beyond it a double, which is how tables hold numbers, does not hold every whole number.
  public static let largest = 1 << 53

  /// These seeds; `nil` where there are none.
  init?(_ seeds: some Sequence<UInt64>) {
    self.seeds = Set(seeds).sorted()
    if self.seeds.isEmpty { return nil }
  }

  /// The seeds of a text; `nil` where it is none, or names more than `most`.
  public init?(_ text: String) {
    var seeds: Set<UInt64> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
        UInt64($0.filter { $0 != " " })
      }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
        last - first < UInt64(Self.most), last <= UInt64(Self.largest)
      else { return nil }
      seeds.formUnion(first...last)
    }
    guard seeds.count <= Self.most else { return nil }
    self.seeds = seeds.sorted()
  }
}

extension SeedList: CustomStringConvertible {
  /// The shortest way to write them.
  public var description: String {
    var ranges: [ClosedRange<UInt64>] = []
    for seed in seeds {
      if let last = ranges.last, last.upperBound &+ 1 == seed {
        ranges[ranges.count - 1] = last.lowerBound...seed
      } else {
        ranges.append(seed...seed)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}

extension SeedList: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let list = SeedList(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected seeds such as 0-99")
    }
    self = list
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
