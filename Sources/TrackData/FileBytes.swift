#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file, or what kept us from them.
///
/// They are read, not mapped: a mapped file that somebody changes would change under the table.
///
/// - Parameter threads: how many read at the same time, each its stretch.
func fileBytes(at path: String, threads: Int) throws(DataError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw DataError(file: path, problem: .system(errno)) }
  defer { close(descriptor) }

  var facts = stat()
  guard fstat(descriptor, &facts) == 0 else { throw DataError(file: path, problem: .system(errno)) }
  guard facts.st_mode & S_IFMT != S_IFDIR else { throw DataError(file: path, problem: .folder) }
  let size = Int(facts.st_size)
  guard size <= CSVFields.largestText else { throw DataError(file: path, problem: .tooLarge(bytes: size)) }

  let isRegular = facts.st_mode & S_IFMT == S_IFREG
  var bytes = isRegular ? stretches(of: descriptor, size: size, count: min(threads, size >> 20)) : []
  // What is left: all of a pipe, what was written behind the end by now, or a stretch that could not be read,
  // for the error to be seen.
  while true {
    var failure: Int32 = 0
    let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      var received = 0
      repeat {
        received =
          isRegular
          ? pread(descriptor, buffer.baseAddress, buffer.count, off_t(bytes.count))
          : read(descriptor, buffer.baseAddress, buffer.count)
      } while received < 0 && errno == EINTR
      if received < 0 { failure = errno }
      count = max(received, 0)
    }
    guard failure == 0 else { throw DataError(file: path, problem: .system(failure)) }
    if part.isEmpty { return bytes }
    bytes += part
  }
}

/// The first bytes of a file, as many of `size` as are there, with room for the line feed that the reader may add.
private func stretches(of descriptor: Int32, size: Int, count: Int) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, initialized in
    let room = buffer
    wantHugePages(room)
    let count = max(count, 1)
    let ends = concurrently(count) { stretch in
      var at = size / count * stretch
      let end = stretch == count - 1 ? size : size / count * (stretch + 1)
      while at < end {
        let received = pread(descriptor, room.baseAddress.map { $0 + at }, end - at, off_t(at))
        if received < 0 && errno == EINTR { continue }
        if received <= 0 { return (at, false) }
        at += received
      }
      return (at, true)
    }
    // Nothing counts behind the first gap.
    initialized = ends.first { !$0.1 }?.0 ?? size
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
