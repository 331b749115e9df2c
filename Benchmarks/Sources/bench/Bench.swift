import Foundation
import NeuralNetwork

/// Prints how fast training is; pin it to one core with `taskset -c 0` where there is one.
///
/// With `--epoch` only the first line, with tabs: for the table that holds the peers too. With `csv FILE` it reads that
/// file instead.
@main struct Bench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.count == 2, let file = arguments.last, arguments.first == "csv" {
      return try CSVReading.measure(file: file)
    }
    let epochs = 200
    var paper = try PaperWork.training()
    let epoch = try Stopwatch { for _ in 0..<epochs { _ = try paper.nextEpoch() } }
    if arguments.elementsEqual(["--epoch"]) {
      let figures = [epoch.median, epoch.best].map { String(format: "%.3f", $0 / Double(epochs) * 1e3) }
      print((["Liner Notes"] + figures).joined(separator: "\t"))
      return
    }
    print("processor time                                   median      best")
    report("paper's network, an epoch", epoch, unit: "ms", of: { $0 / Double(epochs) * 1e3 })
    report(
      "paper's run: at most 500 epochs, patience 50",
      try Stopwatch {
        var run = try PaperWork.training(epochs: 500, patience: 50)
        _ = try run.run()
      }, unit: "ms", of: { $0 * 1e3 })
    let rows = MadeRows.make(rows: 2017, columns: 9).inputs
    let model = Sequential<Float>(try PaperWork.architecture())
    report("predicting 2,017 rows", try Stopwatch { _ = model.predict(rows) }, unit: "ms", of: { $0 * 1e3 })
    var wide = try WideWork.training()
    report(
      "4 x 256 units, batches of 256", try Stopwatch { _ = try wide.nextEpoch() }, unit: "GFLOP/s",
      of: { WideWork.operations / $0 / 1e9 })
  }
}
