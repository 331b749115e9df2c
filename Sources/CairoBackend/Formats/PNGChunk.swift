/// The chunk that tells how large a PNG file's pixels are, in dots a metre.
func physicalSize(dpi: Double) -> [UInt8] {
  let density = bigEndian(UInt32((dpi / 0.0254).rounded()))
  return chunk("pHYs", density + density + [1])
}

/// Length, name, data and their checksum, as the PNG specification (section 5.3) frames them.
private func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
  let body = Array(name.utf8) + data
  return bigEndian(UInt32(data.count)) + body + bigEndian(cyclicRedundancyCheck(body))
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

/// CRC-32 of ISO 3309, bit by bit: a chunk of ours has 13 bytes.
func cyclicRedundancyCheck(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(0xFFFF_FFFF as UInt32) { crc, byte in
    (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 0 ? 0 : 0xEDB8_8320) }
  }
}
