import CGLib

/// The SHA-256 of some bytes in hexadecimal digits: by content, never by the time of a file.
public struct Fingerprint: Hashable, Sendable, Codable, CustomStringConvertible {
  public let description: String

  /// Of bytes.
  public init(of bytes: [UInt8]) { description = Self.checksum(of: bytes, by: G_CHECKSUM_SHA256) }

  /// Of an executable, the MD5: it only has to tell one build from the next, at every start, and takes a third of
  /// the time.
  init(ofProgram bytes: [UInt8]) { description = Self.checksum(of: bytes, by: G_CHECKSUM_MD5) }

  private static func checksum(of bytes: [UInt8], by kind: GChecksumType) -> String {
    bytes.withUnsafeBufferPointer { buffer in
      let digest = g_compute_checksum_for_data(kind, buffer.baseAddress, gsize(buffer.count))
      defer { g_free(digest) }
      // GLib answers nothing only for a kind of checksum it does not have.
      guard let digest else { preconditionFailure("GLib lacks a checksum") }
      return String(cString: digest)
    }
  }

  /// Of text, as UTF-8.
  public init(of text: String) {
    self.init(of: Array(text.utf8))
  }

  /// One that was written down before.
  init(digest: String) { description = digest }

  public init(from decoder: any Decoder) throws {
    description = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
