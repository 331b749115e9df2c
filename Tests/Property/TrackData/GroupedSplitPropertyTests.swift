import TestSupport
import Testing
import TrackData

@Suite struct GroupedSplitPropertyTests {
  /// Rows in random classes and groups, some groups larger than others.
  struct Rows {
    let classes: [Int]
    let groups: [Int]

    init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      let count = 60 + Int(generator.next() % 300)
      let kinds = 2 + Int(generator.next() % 4)
      let groupCount = 20 + Int(generator.next() % 60)
      classes = (0..<count).map { $0 < 12 * kinds ? $0 % kinds : Int(generator.next() % UInt64(kinds)) }
      groups = (0..<count).map { row in
        let (one, other) = (Int(generator.next() % UInt64(groupCount)), Int(generator.next() % 7))
        return row < groupCount ? row : min(one, other * other)
      }
    }

    func areApart(_ one: [Int], _ other: [Int]) -> Bool {
      Set(one.map { groups[$0] }).isDisjoint(with: other.map { groups[$0] })
    }
  }

  static let plans = [(false, false), (true, false), (false, true), (true, true)]

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `each row is in exactly one test fold of each repeat, and no group in two`(_ seed: UInt64) throws {
    let rows = Rows(seed: seed)
    let all = Array(rows.classes.indices)
    for (isStratified, isGrouped) in Self.plans {
      let whole = SplitPlan(
        .holdOut(.fraction(0.25)), seed: UInt32(seed), isStratified: isStratified, isGrouped: isGrouped)
      let splits = try whole.folds(5, repeats: 2).map { plan in
        try plan.split(classes: rows.classes, groups: rows.groups)
      }
      #expect(splits.count == 10)
      for again in 0..<2 {
        let tests = splits[again * 5..<again * 5 + 5].map(\.test)
        #expect(tests.joined().sorted() == all)
      }
      #expect(splits[..<5] != splits[5...], "another draw")
      for split in splits {
        #expect((split.train + split.test).sorted() == all)
        if isGrouped { #expect(rows.areApart(split.train, split.test)) }
      }
      if !isGrouped {
        let sizes = splits.map(\.test.count)
        #expect(sizes.max() ?? 0 <= (sizes.min() ?? 0) + 1)
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `stratified folds share each class out evenly`(_ seed: UInt64) throws {
    let rows = Rows(seed: seed)
    for shuffle in [false, true] {
      let folds = try StratifiedKFold(count: 4, shuffle: shuffle, seed: UInt32(seed)).folds(
        classes: rows.classes)
      for label in Set(rows.classes).sorted() {
        let counts = (0..<4).map { fold in
          folds.fold.indices.count { folds.fold[$0] == fold && rows.classes[$0] == label }
        }
        #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a part that is held out with its groups, and the validation drawn like it, share none`(
    _ seed: UInt64
  ) throws {
    let rows = Rows(seed: seed)
    let count = rows.classes.count
    for (isStratified, isGrouped) in Self.plans {
      let plan = SplitPlan(
        .holdOut(.fraction(0.25)), seed: UInt32(seed), isStratified: isStratified, isGrouped: isGrouped)
      let split = try plan.split(classes: rows.classes, groups: rows.groups)
      let inner = try plan.validation(0.2, of: split.train, classes: rows.classes, groups: rows.groups)
      #expect((split.train + split.test).sorted() == Array(0..<count))
      #expect((inner.train + inner.test).sorted() == split.train.sorted())
      switch (isStratified, isGrouped) {
      case (_, false):
        #expect(split.test.count == Int((0.25 * Double(count)).rounded(.up)))
        #expect(inner.test.count == Int((0.2 * Double(split.train.count)).rounded(.up)))
      case (false, true):
        let (all, held) = (Set(rows.groups).count, Set(split.test.map { rows.groups[$0] }).count)
        #expect(held == Int((0.25 * Double(all)).rounded(.up)))
      case (true, true):
        // The largest group may be larger than a fold; no fold can be nearer than what groups allow.
        let largest = Set(rows.groups).map { group in rows.groups.count { $0 == group } }.max() ?? 0
        #expect(abs(split.test.count - count / 4) <= largest)
      }
      if isGrouped {
        #expect(rows.areApart(split.train, split.test))
        #expect(rows.areApart(inner.train, inner.test))
      }
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `other names for classes and groups in the same order change nothing`(_ seed: UInt64) throws {
    let rows = Rows(seed: seed)
    let (classes, groups) = (rows.classes.map { $0 * 5 - 9 }, rows.groups.map { $0 * 1000 + 3 })
    for plan in Self.plans.map({ SplitPlan(.fold(1, of: 3, repeat: 1), isStratified: $0, isGrouped: $1) }) {
      let split = try plan.split(classes: rows.classes, groups: rows.groups)
      #expect(try plan.split(classes: classes, groups: groups) == split)
    }
  }

  @Test func `without shuffling a seed changes nothing`() throws {
    let rows = Rows(seed: 3)
    for (isStratified, isGrouped) in Self.plans {
      let splits = try [0, 1].map { seed in
        try SplitPlan(
          .fold(0, of: 4, repeat: 0), seed: seed, shuffle: false, isStratified: isStratified,
          isGrouped: isGrouped
        ).split(classes: rows.classes, groups: rows.groups)
      }
      #expect(splits[0] == splits[1])
    }
  }
}
