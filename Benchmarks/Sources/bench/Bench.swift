import Foundation
import NeuralNetwork

/// Prints how fast the parts of Liner Notes are.
///
///     bench             on one core, by processor time: kernels, an epoch, a run, predicting, a wide network
///     bench --epoch     the epoch alone, with tabs: for the table that holds the peers too
///     bench work        on all cores, by the clock: a hundred seeds, reading CSV, ranking tracks
///     bench csv FILE    reads that file, which is made where there is none: beside pandas
@main struct Bench {
  static func main() throws {
    switch CommandLine.arguments.dropFirst().map({ $0 }) {
    case []: try arithmetic()
    case ["--epoch"]:
      let epoch = try epoch()
      let seconds = [epoch.medianByClock, epoch.median]
      let figures = seconds.map { String(format: "%.3f", $0 / Double(epochs) * 1e3) }
      print((["Liner Notes"] + figures).joined(separator: "\t"))
    case ["work"]: try work()
    case let words where words.count == 2 && words[0] == "csv": try CSVReading.measure(file: words[1])
    default:
      FileHandle.standardError.write(Data("usage: bench [--epoch | work | csv FILE]\n".utf8))
      exit(64)
    }
  }

  private static let epochs = 200

  private static func epoch() throws -> Stopwatch {
    var paper = try PaperWork.training()
    return try Stopwatch { for _ in 0..<epochs { _ = try paper.nextEpoch() } }
  }

  private static func arithmetic() throws {
    print("processor time                                   median      best")
    KernelWork.measure()
    report("paper's network, an epoch", try epoch(), unit: "ms", of: { $0 / Double(epochs) * 1e3 })
    report(
      "paper's run: at most 500 epochs, patience 50",
      try Stopwatch {
        var run = try PaperWork.training(epochs: 500, patience: 50)
        _ = try run.run()
      }, unit: "ms", of: { $0 * 1e3 })
    let rows = MadeRows.make(rows: 2017, columns: 9).inputs
    let model = Sequential<Float>(try PaperWork.architecture())
    report("predicting 2,017 rows", Stopwatch { _ = model.predict(rows) }, unit: "ms", of: { $0 * 1e3 })
    var wide = try WideWork.training()
    report(
      "4 x 256 units, batches of 256", try Stopwatch { _ = try wide.nextEpoch() }, unit: "GFLOP/s",
      of: { WideWork.operations / $0 / 1e9 })
  }

  private static func work() throws {
    func line(_ name: String, _ value: Double, _ unit: String) {
      print(name.padding(toLength: 46, withPad: " ", startingAt: 0) + String(format: "%9.3f  ", value) + unit)
    }
    let processors = ProcessInfo.processInfo.activeProcessorCount
    for jobs in processors > 1 ? [1, processors] : [1] {
      line("\(SeedWork.seeds) seeds of the paper's run, \(jobs) at a time", SeedWork.seconds(jobs: jobs), "s")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/tracks.csv"
    try CSVReading.make(file: file, rows: CSVReading.rows)
    for threads in processors > 1 ? [1, processors] : [1] {
      let watch = try (0..<3).map { _ in
        try ContinuousClock().measure { _ = try CSVReading.read(file, threads: threads) } / .seconds(1)
      }
      line("\(CSVReading.rows) tracks of CSV, \(threads) at a time", watch.min() ?? .nan, "s")
    }
    line(
      "ranking them from disk", try ScoringWork.millionsAMinute(file: file, folder: folder),
      "million a minute")
  }
}
