import NeuralNetwork

/// The bytes of a `model.safetensors` of one feature `x`, whose probability of 'Liked' is σ(weight · x).
public enum SavedModelFile {
  public static let metadata = [
    "architecture": #"[{"dense":{"activation":"sigmoid","units":1}}]"#,
    "classes": #"["Disliked","Liked"]"#, "features": #"["x"]"#, "format": "liner-notes",
  ]

  public static func bytes(weight: Float = 1, metadata: [String: String] = metadata) -> [UInt8] {
    SafeTensors(
      tensors: [
        .init(name: "dense/kernel", shape: [1, 1], numbers: [weight]),
        .init(name: "dense/bias", shape: [1], numbers: [Float(0)]),
      ], metadata: metadata
    ).encoded()
  }
}
