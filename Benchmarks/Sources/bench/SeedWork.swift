import Dispatch
import Foundation
import NeuralNetwork

/// The paper's run from many seeds, several at a time: what `train --seeds 0-99` does, without files.
enum SeedWork {
  static let seeds = 100

  /// Seconds on the clock, the median of three.
  static func seconds(jobs: Int) -> Double {
    let clock = ContinuousClock()
    let tries = (0..<3).map { _ in
      clock.measure {
        DispatchQueue.concurrentPerform(iterations: jobs) { job in
          for seed in stride(from: job, to: seeds, by: jobs) {
            // The sizes are the same each time: what fails would have failed before.
            guard var run = try? PaperWork.training(epochs: 500, patience: 50, seed: UInt64(seed)) else {
              return
            }
            _ = try? run.run()
          }
        }
      } / .seconds(1)
    }
    return tries.sorted()[1]
  }
}
