import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The results of `count` pieces of work, in their order; several run at the same time.
///
/// - Parameter work: must not write what another piece reads or writes.
func concurrently<Result>(_ count: Int, _ work: (Int) -> Result) -> [Result] {
  if count == 1 { return [work(0)] }
  return withoutActuallyEscaping(work) { work in
    [Result](unsafeUninitializedCapacity: count) { results, initialized in
      // All is done before this returns, and each piece has a place of its own.
      nonisolated(unsafe) let (results, work) = (results, work)
      DispatchQueue.concurrentPerform(iterations: count) { piece in
        results.initializeElement(at: piece, to: work(piece))
      }
      initialized = count
    }
  }
}

/// How many threads can run at the same time here.
var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

extension Array {
  /// As `reserveCapacity`, but the memory is asked for in large pages.
  mutating func reserveOnHugePages(_ capacity: Int) {
    reserveCapacity(capacity)
    withUnsafeMutableBufferPointer { elements in
      wantHugePages(UnsafeMutableBufferPointer(start: elements.baseAddress, count: capacity))
    }
  }
}

/// Asks the system for large pages under memory that was not used yet.
///
/// To be given a hundred megabytes in pages of four kilobytes takes as long as to read numbers into them. It is
/// a wish: nothing depends on it.
func wantHugePages<Element>(_ buffer: UnsafeMutableBufferPointer<Element>) {
  #if os(Linux)
    guard let start = buffer.baseAddress else { return }
    let bytes = buffer.count * MemoryLayout<Element>.stride
    let pageSize = UInt(getpagesize())
    let first = (UInt(bitPattern: start) + pageSize - 1) / pageSize * pageSize
    let end = (UInt(bitPattern: start) + UInt(bytes)) / pageSize * pageSize
    if end > first, end - first >= 1 << 22 {
      madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_HUGEPAGE)
    }
  #endif
}
