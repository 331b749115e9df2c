#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file, or what kept us from them.
func fileBytes(at path: String) throws(DataError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw DataError(file: path, problem: .system(errno)) }
  defer { close(descriptor) }

  var facts = stat()
  guard fstat(descriptor, &facts) == 0 else { throw DataError(file: path, problem: .system(errno)) }
  guard facts.st_mode & S_IFMT != S_IFDIR else { throw DataError(file: path, problem: .folder) }

  guard facts.st_size <= CSVFields.largestText else {
    throw DataError(file: path, problem: .tooLarge(bytes: Int(facts.st_size)))
  }

  // One byte more than the file has lets the line feed that the reader adds fit; a pipe has size 0.
  var bytes: [UInt8] = []
  let room = max(Int(facts.st_size), 1 << 16) + 1
  while true {
    var failure: Int32 = 0
    let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      var received = 0
      repeat {
        received = read(descriptor, buffer.baseAddress, buffer.count)
      } while received < 0 && errno == EINTR
      if received < 0 { failure = errno }
      count = max(received, 0)
    }
    guard failure == 0 else { throw DataError(file: path, problem: .system(failure)) }
    if part.isEmpty { return bytes }
    if bytes.isEmpty { bytes = part } else { bytes += part }
  }
}

extension DataError.Problem {
  /// The problem behind an error number of the system.
  fileprivate static func system(_ code: Int32) -> Self {
    switch code {
    case ENOENT, ENOTDIR: .missingFile
    case EISDIR: .folder
    default: .unreadable(reason: String(cString: strerror(code)))
    }
  }
}
