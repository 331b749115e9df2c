/// What can be wrong with a safetensors file; all lengths and offsets are in bytes, offsets from the end
/// of the header.
public enum SafeTensorsError: Error, Equatable, Sendable {
  case tooShort(bytes: Int)
  case headerTooLong(bytes: UInt64)
  case headerTruncated(expected: Int, received: Int)
  case headerIsNotJSON(String)
  /// The header, or an object in it, names this twice: readers would not agree on which one counts.
  case duplicateName(String)
  case dataType(tensor: String, received: String)
  case shape(tensor: String, received: [Int])
  case offsets(tensor: String, received: [Int])
  /// The offsets span another number of bytes than shape and type need.
  case size(tensor: String, expected: Int, received: Int)
  case overlap(tensor: String, at: Int, free: Int)
  case gap(tensor: String, at: Int, free: Int)
  case dataTruncated(expected: Int, received: Int)
  case trailingBytes(expected: Int, received: Int)
}

extension SafeTensorsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooShort(let bytes):
      "expected at least 8 bytes, the length of the header, received \(bytes)"
    case .headerTooLong(let bytes):
      "expected a header of at most \(SafeTensors.longestHeader) bytes, received a length of \(bytes)"
    case .headerTruncated(let expected, let received):
      "expected a header of \(expected) bytes, received \(received)"
    case .headerIsNotJSON(let problem):
      "expected a JSON header of tensors: \(problem)"
    case .duplicateName(let name):
      "expected each name once in the header, received \(name) twice"
    case .dataType(let tensor, let received):
      "tensor \(tensor): expected dtype F32 or F64, received \(received)"
    case .shape(let tensor, let received):
      "tensor \(tensor): expected a shape of lengths from 0, received \(received)"
    case .offsets(let tensor, let received):
      "tensor \(tensor): expected data_offsets [begin, end] with 0 ≤ begin ≤ end, received \(received)"
    case .size(let tensor, let expected, let received):
      "tensor \(tensor): its shape needs \(expected) bytes, its data_offsets span \(received)"
    case .overlap(let tensor, let at, let free):
      "tensor \(tensor): begins at \(at), but the data before it end at \(free)"
    case .gap(let tensor, let at, let free):
      "tensor \(tensor): begins at \(at) and leaves the bytes from \(free) unused"
    case .dataTruncated(let expected, let received):
      "expected \(expected) bytes of data, received \(received)"
    case .trailingBytes(let expected, let received):
      "expected \(expected) bytes of data, received \(received): some belong to no tensor"
    }
  }
}
