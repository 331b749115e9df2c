/// A file of named arrays in the safetensors format.
///
/// Eight bytes (little-endian) give the length of a JSON header; the header gives each tensor's `dtype`,
/// `shape` and `data_offsets`, and texts of our own under `__metadata__`; then the numbers follow without
/// gaps, row-major, little-endian. We write and read `F32` and `F64`.
///
/// Source: https://github.com/huggingface/safetensors, "Format".
public struct SafeTensors: Sendable, Equatable {
  /// The arrays, in any order; no two of one name.
  public var tensors: [Tensor]
  /// Texts under `__metadata__`; none are written where it is empty.
  public var metadata: [String: String]

  /// A file of these arrays and texts.
  public init(tensors: [Tensor], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// The kind of number in a tensor, in the format's word.
  public enum DataType: String, Sendable, Equatable {
    case float32 = "F32"
    case float64 = "F64"

    var bytes: Int {
      switch self {
      case .float32: 4
      case .float64: 8
      }
    }
  }

  /// The numbers of a tensor, row-major.
  public enum Values: Sendable, Equatable {
    case float32([Float])
    case float64([Double])

    /// How many numbers there are.
    public var count: Int {
      switch self {
      case .float32(let numbers): numbers.count
      case .float64(let numbers): numbers.count
      }
    }

    /// Of which kind they are.
    public var dataType: DataType {
      switch self {
      case .float32: .float32
      case .float64: .float64
      }
    }
  }

  /// A named array.
  public struct Tensor: Sendable, Equatable {
    /// In a model file Keras's, such as `dense/kernel`.
    public let name: String
    /// The lengths of its axes; empty for one number alone.
    public let shape: [Int]
    /// As many numbers as the product of the lengths, the last axis fastest.
    public let values: Values

    /// An array of numbers of either kind.
    public init(name: String, shape: [Int], values: Values) {
      precondition(
        shape.allSatisfy { $0 >= 0 } && shape.reduce(1, *) == values.count,
        "\(name): shape \(shape), received \(values.count) numbers")
      self.name = name
      self.shape = shape
      self.values = values
    }

    /// An array in the precision of its numbers.
    public init<T: Scalar>(name: String, shape: [Int], numbers: [T]) {
      self.init(name: name, shape: shape, values: T.tensorValues(numbers))
    }
  }

  /// The tensor of that name, by its exact bytes.
  public subscript(name: String) -> Tensor? {
    tensors.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
