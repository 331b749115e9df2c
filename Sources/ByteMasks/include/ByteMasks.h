#ifndef BYTE_MASKS_H
#define BYTE_MASKS_H

#include <stddef.h>
#include <stdint.h>

/// Where the bytes that mean something to CSV lie among 64: bit i stands for byte i.
struct byte_masks {
  /// Bytes between fields, and line feeds.
  uint64_t separators;
  uint64_t line_feeds;
  uint64_t carriage_returns;
  uint64_t quotes;
  /// Bytes from 0x80 on.
  uint64_t above_ascii;
};

/// The masks of each 64 of 64 × `blocks` bytes; `separator` is the byte between fields.
void byte_masks(const uint8_t *bytes, size_t blocks, uint8_t separator, struct byte_masks *masks);

#endif
