import NeuralNetwork
import Paper
import TestSupport
import Testing
import TrackData

/// What can be wrong with a saved model: every fault has its sentence, and none ends the program.
@Suite struct SavedModelFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let message: String

    init(_ description: String, _ bytes: [UInt8], _ message: String) {
      (testDescription, self.bytes, self.message) = (description, bytes, message)
    }

    /// A good file but for one text beside the weights; `nil` takes it away.
    init(_ key: String, _ text: String?, _ message: String) {
      var metadata = SavedModelFile.metadata
      metadata[key] = text
      self.init("\(key): \(text ?? "none")", SavedModelFile.bytes(metadata: metadata), message)
    }
  }

  static let good = SavedModelFile.bytes()

  static let cases = [
    Case("nothing", [], "a whole safetensors file: expected at least 8 bytes"),
    Case("cut in the header", Array(good.prefix(60)), "a whole safetensors file: expected a header of"),
    Case(
      "cut in the numbers", good.dropLast(2), "a whole safetensors file: expected 8 bytes of data, received 6"
    ),
    Case("text", Array("not a model at all".utf8), "a whole safetensors file: expected a header of at most"),
    Case("a weight that is no number", SavedModelFile.bytes(weight: .nan), "finite weights"),
    Case("features", nil, "'features' in its metadata, found none"),
    Case("features", "[1]", "'features' in its metadata as training writes it"),
    Case("features", "[]", "weights for its network: a network needs at least one input"),
    Case("features", #"["x","y"]"#, "weights for its network: tensor dense/kernel: expected shape [2, 1]"),
    Case("architecture", nil, "'architecture' in its metadata, found none"),
    Case("architecture", #"[{"dense":{}}]"#, "'architecture' in its metadata as training writes it"),
    Case("architecture", "[]", "weights for its network: a network needs at least one dense layer"),
    Case(
      "architecture", #"[{"dense":{"activation":"relu","units":1}}]"#,
      "a last layer of one sigmoid unit, which gives a probability"),
    Case(
      "architecture", #"[{"dense":{"activation":"sigmoid","units":9000000000000000000}}]"#,
      "layers that 2 weights fill, found one of 9000000000000000000 units"),
    Case(
      "architecture", #"[{"dense":{"activation":"sigmoid","units":-1}}]"#,
      "weights for its network: layer 1: expected at least one unit, received -1"),
    Case("classes", #"["Liked"]"#, "two classes, found 1"),
    Case("scaling", #"{"means":[0,1],"scales":[1,1]}"#, "a mean and a scale for each of 1 features"),
    Case("scaling", #"{"means":[0],"scales":[0]}"#, "'scaling' in its metadata as training writes it"),
    Case("scaling", "{}", "'scaling' in its metadata as training writes it"),
  ]

  @Test(arguments: cases) func aDamagedModel(_ one: Case) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(one.bytes, to: "model.safetensors")
    let failure = #expect(throws: Failure.self) { try SavedModel(readingFrom: path) }
    #expect(failure?.status == .badData)
    #expect(failure?.message.hasPrefix("\(path): expected \(one.message)") == true, "\(failure as Any)")
    #expect(failure?.message.hasSuffix("; train again to rewrite it") == true)
  }

  @Test func aModelThatIsNotThere() {
    let failure = #expect(throws: Failure.self) { try SavedModel(readingFrom: "nowhere.safetensors") }
    #expect(failure?.status == .noInput)
  }

  /// Every byte of a good file in turn replaced: a model that can be used, or a failure, and never a trap.
  @Test func anyByteMayBeDamaged() throws {
    let folder = try TemporaryFolder()
    for place in Self.good.indices {
      for byte: UInt8 in [0, UInt8(ascii: "9"), UInt8(ascii: "\""), 0xFF] {
        var bytes = Self.good
        bytes[place] = byte
        let path = try folder.write(bytes, to: "model.safetensors")
        do throws(Failure) {
          _ = try SavedModel(readingFrom: path)
        } catch {
          #expect(error.status == .badData)
        }
      }
    }
  }
}
