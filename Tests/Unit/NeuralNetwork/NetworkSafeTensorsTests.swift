import Testing

@testable import NeuralNetwork

@Suite struct NetworkSafeTensorsTests {
  @Test("A small file has the bytes of the format")
  func bytes() {
    let file = SafeTensors(
      tensors: [
        SafeTensors.Tensor(name: "b", shape: [1, 2], numbers: [1, -2] as [Float]),
        SafeTensors.Tensor(name: "a", shape: [], numbers: [0.5] as [Float]),
      ], metadata: ["z": "é\"\\\n", "k": "v"])
    let header =
      #"{"__metadata__":{"k":"v","z":"é\"\\\u000a"},"#
      + #""a":{"data_offsets":[0,4],"dtype":"F32","shape":[]},"#
      + #""b":{"data_offsets":[4,12],"dtype":"F32","shape":[1,2]}}"#
    let padded = Array(header.utf8) + [UInt8](repeating: 32, count: (8 - header.utf8.count % 8) % 8)
    let data: [UInt8] = [0, 0, 0, 0x3f, 0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]
    #expect(file.encoded() == [UInt8(padded.count), 0, 0, 0, 0, 0, 0, 0] + padded + data)
  }

  @Test("The order in which tensors and metadata come does not change a byte")
  func order() {
    let tensors = ["a", "b", "c"].map {
      SafeTensors.Tensor(name: $0, shape: [1], numbers: [Double($0.utf8.count)])
    }
    let texts = (0..<20).map { ("key\($0)", "value") }
    let one = SafeTensors(tensors: tensors, metadata: Dictionary(uniqueKeysWithValues: texts))
    let other = SafeTensors(
      tensors: tensors.reversed(), metadata: Dictionary(uniqueKeysWithValues: texts.reversed()))
    #expect(one.encoded() == other.encoded())
  }

  @Test("Double numbers lie first, so that each lies at a multiple of its width")
  func alignment() throws {
    let file = SafeTensors(tensors: [
      SafeTensors.Tensor(name: "a", shape: [1], numbers: [1] as [Float]),
      SafeTensors.Tensor(name: "b", shape: [1], numbers: [2] as [Double]),
    ])
    let bytes = file.encoded()
    #expect(bytes.count % 4 == 0)
    #expect(String(decoding: bytes, as: UTF8.self).contains(#""b":{"data_offsets":[0,8]"#))
    #expect(try SafeTensors(decoding: bytes) == file)
  }

  @Test("A model's weights carry Keras's names and shapes")
  func model() throws {
    let model = Sequential<Float>(
      try Architecture(inputs: 2, layers: [.dense(units: 3), .dropout(rate: 0.1), .dense(units: 1)]))
    let file = model.safeTensors(metadata: ["features": "x,y"])
    #expect(file.metadata == ["features": "x,y"])
    #expect(file.tensors.map(\.name) == ["dense/kernel", "dense/bias", "dense_1/kernel", "dense_1/bias"])
    #expect(file["dense/kernel"]?.shape == [2, 3])
    #expect(try Sequential<Float>(model.architecture, weights: file) == model)
  }
}
