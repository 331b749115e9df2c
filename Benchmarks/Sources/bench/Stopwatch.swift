import Foundation

/// Processor time over several tries, and what a clock on the wall shows; the median stands for them.
///
/// Other programs do not add to processor time. A program that waits, for its own threads or for anything else,
/// takes longer by the clock.
struct Stopwatch {
  /// In seconds of processor time, ascending.
  private let tries: [Double]
  /// The same by the clock.
  private let byClock: [Double]

  /// Times `body`, after a first go that is not counted.
  init(tries count: Int = 9, _ body: () throws -> Void) rethrows {
    try body()
    var (tries, byClock): ([Double], [Double]) = ([], [])
    for _ in 0..<count {
      let start = (Self.now(CLOCK_PROCESS_CPUTIME_ID), Self.now(CLOCK_MONOTONIC))
      try body()
      tries.append(Self.now(CLOCK_PROCESS_CPUTIME_ID) - start.0)
      byClock.append(Self.now(CLOCK_MONOTONIC) - start.1)
    }
    self.tries = tries.sorted()
    self.byClock = byClock.sorted()
  }

  var median: Double { tries[tries.count / 2] }
  var best: Double { tries[0] }
  var medianByClock: Double { byClock[byClock.count / 2] }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// One line of the table: what, median and best.
func report(_ name: String, _ watch: Stopwatch, unit: String, of value: (Double) -> Double) {
  let name = name.padding(toLength: 46, withPad: " ", startingAt: 0)
  print(name + String(format: "%9.3f %9.3f  ", value(watch.median), value(watch.best)) + unit)
}
