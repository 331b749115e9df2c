import Foundation
import TrackData

/// Reading a CSV file of tracks from disk, numbers as `[Double]` and text as `[String]`: what pandas' `read_csv`
/// answers with, too (`peers/pandas_csv.py`).
enum CSVReading {
  /// The sample's distributions at 450 times its size: 111 MB, 15 columns of numbers and two of text.
  static let rows = 450 * Sample.rowCount

  /// Writes a file of that many tracks, unless there is one.
  static func make(file: String, rows: Int) throws {
    guard !FileManager.default.fileExists(atPath: file) else { return }
    try Data(Sample.csv(rows: rows)).write(to: URL(fileURLWithPath: file))
  }

  /// Prints how long it takes with one thread and with all processors.
  ///
  /// - Parameter file: is written first where it is not there.
  static func measure(file: String) throws {
    try make(file: file, rows: rows)
    let processors = ProcessInfo.processInfo.activeProcessorCount
    for threads in processors > 1 ? [1, processors] : [1] {
      var seconds: [(wall: Double, cpu: Double)] = []
      for _ in 0..<8 {
        let cpuBefore = cpuSeconds()
        // To give the memory back again is no part of reading.
        var columns: Columns?
        let wall = try ContinuousClock().measure { columns = try read(file, threads: threads) } / .seconds(1)
        seconds.append((wall, cpuSeconds() - cpuBefore))
        precondition(columns?.numbers.count == 15 && columns?.text.count == 2, "not the file that was made")
      }
      // The first is to warm up.
      let wall = median(seconds.dropFirst().map(\.wall))
      let cpu = median(seconds.dropFirst().map(\.cpu))
      print("TrackData, \(threads) of \(processors) processors: \(wall) s, \(cpu) s of CPU")
    }
  }

  typealias Columns = (numbers: [[Double]], text: [[String]])

  static func read(_ file: String, threads: Int) throws -> Columns {
    let table = try DataTable(contentsOf: file, threads: threads)
    let text = ["song_title", "artist"]
    return (
      try table.numbers(in: table.columns.filter { !text.contains($0) }),
      try text.map { try table.text(in: $0) }
    )
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// Of all threads, the system's work for them included.
  private static func cpuSeconds() -> Double { Double(Foundation.clock()) / Double(CLOCKS_PER_SEC) }
}
