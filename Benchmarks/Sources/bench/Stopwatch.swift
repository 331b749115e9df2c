import Foundation

/// Processor time over several tries; the median stands for them.
///
/// On one core it is what a clock on the wall shows of a quiet machine, and other programs do not add to it.
struct Stopwatch {
  /// In seconds, ascending.
  private let tries: [Double]

  /// Times `body`, after a first go that is not counted.
  init(tries count: Int = 9, _ body: () throws -> Void) rethrows {
    try body()
    var tries: [Double] = []
    for _ in 0..<count {
      let start = Self.now
      try body()
      tries.append(Self.now - start)
    }
    self.tries = tries.sorted()
  }

  var median: Double { tries[tries.count / 2] }
  var best: Double { tries[0] }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// One line of the table: what, median and best.
func report(_ name: String, _ watch: Stopwatch, unit: String, of value: (Double) -> Double) {
  let name = name.padding(toLength: 46, withPad: " ", startingAt: 0)
  print(name + String(format: "%9.3f %9.3f  ", value(watch.median), value(watch.best)) + unit)
}
