import Foundation
import NeuralNetwork
import Paper

/// Reading tracks from disk and ranking them, as `curate` does.
enum ScoringWork {
  /// Of the columns that `CSVReading` writes, those that the paper's network sees.
  private static let features = [
    "acousticness", "danceability", "energy", "instrumentalness", "liveness", "loudness", "speechiness",
    "time_signature", "valence",
  ]

  /// Tracks a minute, in millions, by the clock on the wall; the best of three.
  ///
  /// - Parameters:
  ///   - file: a CSV file as `CSVReading` makes them.
  ///   - folder: where the model may be written.
  static func millionsAMinute(file: String, folder: String) throws -> Double {
    let path = folder + "/model.safetensors"
    try Data(model().encoded()).write(to: URL(fileURLWithPath: path))
    let model = try SavedModel(readingFrom: path)
    var best = 0.0
    for _ in 0..<3 {
      var rows = 0
      let seconds =
        try ContinuousClock().measure {
          rows = try Curation(csv: file, by: model, top: 20).table.rowCount
        } / .seconds(1)
      best = max(best, Double(rows) / seconds * 60 / 1e6)
    }
    return best
  }

  private static func model() throws -> SafeTensors {
    let network = Sequential<Float>(try PaperWork.architecture())
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }
    return network.safeTensors(metadata: [
      "architecture": try json(network.architecture.layers), "classes": try json(["Disliked", "Liked"]),
      "features": try json(features),
    ])
  }
}
