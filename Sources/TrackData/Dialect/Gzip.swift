import CZlib

/// Files packed by gzip.
enum Gzip {
  /// What they begin with.
  static let signature: [UInt8] = [0x1F, 0x8B]

  /// So much a file may unpack to: a small file can be made to fill any memory.
  static let limit = 1 << 30

  /// What was packed, of all the members of a file.
  static func unpacked(_ packed: [UInt8], limit: Int) throws(CSVFault) -> [UInt8] {
    var stream = z_stream()
    // 16 more than the window's 15 bits asks for gzip's header.
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw CSVFault(problem: .damagedGzip)
    }
    defer { inflateEnd(&stream) }
    var unpacked: [UInt8] = []
    let result = packed.withUnsafeBufferPointer { input -> DataError.Problem? in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      // Fewer than 4 GiB, as the file was read.
      stream.avail_in = UInt32(truncatingIfNeeded: input.count)
      while true {
        var status = Z_OK
        let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(buffer.count)
          status = inflate(&stream, Z_NO_FLUSH)
          count = buffer.count - Int(stream.avail_out)
        }
        unpacked += piece
        guard unpacked.count <= limit else { return .tooMuchPacked(limit: limit) }
        switch status {
        case Z_STREAM_END:
          // Zeros may fill the file up; anything else but another member is no part of it.
          if stream.avail_in == 0 || stream.next_in.pointee == 0 { return nil }
          guard inflateReset(&stream) == Z_OK else { return .damagedGzip }
        case Z_OK where !piece.isEmpty || stream.avail_in > 0:
          continue
        default:
          return .damagedGzip
        }
      }
    }
    if let result { throw CSVFault(problem: result) }
    return unpacked
  }
}
