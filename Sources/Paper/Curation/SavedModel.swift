import Foundation
import NeuralNetwork
import TrackData

/// A trained network with all that it takes to use it on other tracks, as `model.safetensors` keeps it.
public struct SavedModel: Sendable, Equatable {
  public let network: Sequential<Float>
  /// The columns that the network sees, in its order.
  public let features: [String]
  /// The names of class 0 and class 1, of which the network gives the probability.
  public let classes: [String]
  /// What the features are scaled by before the network sees them; `nil` where they are left as they are.
  public let scaling: StandardScaling?

  /// Reads a file that training wrote.
  ///
  /// - Throws: `noInput` without a file; `badData` with the fault where the file is damaged, or is not of a
  ///   network that gives one probability.
  public init(readingFrom path: String) throws(Failure) {
    try self.init(decoding: try Files.read(path), path: path)
  }

  init(decoding bytes: [UInt8], path: String) throws(Failure) {
    let file: SafeTensors
    do throws(SafeTensorsError) {
      file = try SafeTensors(decoding: bytes)
    } catch {
      throw Failure.damaged(path, "a whole safetensors file: \(error)")
    }
    let metadata = SavedMetadata(texts: file.metadata, path: path)
    features = try metadata.decode([String].self, "features")
    classes = try metadata.decode([String].self, "classes")
    scaling = file.metadata["scaling"] == nil ? nil : try metadata.decode(StandardScaling.self, "scaling")
    let layers = try metadata.decode([LayerSpec].self, "architecture")
    network = try Self.network(layers, inputs: features.count, weights: file, path: path)
    try check(path)
  }

  private static func network(
    _ layers: [LayerSpec], inputs: Int, weights: SafeTensors, path: String
  ) throws(Failure) -> Sequential<Float> {
    // A layer cannot have more units than there are numbers: without this a damaged count could ask for more
    // memory than there is.
    let numbers = weights.tensors.reduce(0) { $0 + $1.values.count }
    for case .dense(let units, _) in layers where units > numbers {
      throw Failure.damaged(path, "layers that \(numbers) weights fill, found one of \(units) units")
    }
    do throws(ModelError) {
      return try Sequential(Architecture(inputs: inputs, layers: layers), weights: weights)
    } catch {
      throw Failure.damaged(path, "weights for its network: \(error)")
    }
  }

  private func check(_ path: String) throws(Failure) {
    guard classes.count == 2 else {
      throw Failure.damaged(path, "two classes, found \(classes.count)")
    }
    guard Set(features.map { Array($0.utf8) }).count == features.count else {
      throw Failure.damaged(path, "each feature once, found \(features.joined(separator: ", "))")
    }
    guard case .dense(1, .sigmoid) = network.architecture.layers.last else {
      throw Failure.damaged(path, "a last layer of one sigmoid unit, which gives a probability")
    }
    guard network.parameters.allSatisfy(\.isFinite) else {
      throw Failure.damaged(path, "finite weights, found one that is not")
    }
    guard scaling.map({ $0.means.count == features.count }) ?? true else {
      throw Failure.damaged(path, "a mean and a scale for each of \(features.count) features")
    }
  }
}

/// The texts beside the weights.
private struct SavedMetadata {
  let texts: [String: String]
  let path: String

  func decode<Value: Decodable>(_ type: Value.Type, _ key: String) throws(Failure) -> Value {
    guard let text = texts[key] else {
      throw Failure.damaged(path, "'\(key)' in its metadata, found none")
    }
    do {
      return try JSON.decode(type, text: text)
    } catch {
      throw Failure.damaged(path, "'\(key)' in its metadata as training writes it")
    }
  }
}
