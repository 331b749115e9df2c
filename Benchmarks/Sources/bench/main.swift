import NeuralNetwork

let clock = ContinuousClock()

/// Seconds that `body` takes, the median of several tries after one to warm up.
func median(of tries: Int = 7, _ body: () throws -> Void) rethrows -> Double {
  try body()
  var seconds: [Double] = []
  for _ in 0..<tries { seconds.append(try clock.measure(body) / .seconds(1)) }
  return seconds.sorted()[tries / 2]
}

var training = try PaperWork.training()
let epochs = 200
let paper = try median { for _ in 0..<epochs { _ = try training.nextEpoch() } } / Double(epochs)
print("paper: \(paper * 1e3) ms an epoch")
var all: [Double] = []
for _ in 0..<20 {
  all.append(try clock.measure { for _ in 0..<50 { _ = try training.nextEpoch() } } / .seconds(1) / 50)
}
print("best: \(all.min()! * 1e3)")

let wideLayers: [LayerSpec] =
  (0..<4).map { _ in .dense(units: 256, activation: .relu) } + [.dense(units: 1, activation: .sigmoid)]
let wideArch = try Architecture(inputs: 256, layers: wideLayers)
let (wx, wy) = MadeRows.make(rows: 4096, columns: 256)
var wide = try Training(
  Sequential<Float>(wideArch), inputs: wx, labels: wy, options: TrainingOptions(batchSize: 256, epochs: .max))
let w = try median { _ = try wide.nextEpoch() }
// forward, slopes (not of the first layer) and gradients: two operations a weight and row each
let weights = Double(4 * 256 * 256 + 256)
let flops = 4096.0 * 2 * (3 * weights - 256 * 256)
print("wide: \(w * 1e3) ms an epoch, \(flops / w / 1e9) GFLOP/s")
