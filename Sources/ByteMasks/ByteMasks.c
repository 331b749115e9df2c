#include "ByteMasks.h"

#include <string.h>

// In C for one reason: its vectors become the processor's own comparison of bytes, and the bits of the result
// one instruction more. Nothing that Swift's vectors can say becomes that.
typedef uint8_t block __attribute__((vector_size(64)));
typedef _Bool bits __attribute__((ext_vector_type(64)));

// A macro, as passing a vector to a function would depend on how wide the processor's are.
#define STORE_MASK(place, truth)                           \
  do {                                                     \
    bits each = __builtin_convertvector((truth), bits);    \
    memcpy(&(place), &each, sizeof(place));                \
  } while (0)

#if defined(__x86_64__) && defined(__GLIBC__)
// The widest instructions that the processor has are chosen when the program is loaded.
__attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#endif
static void fill(const uint8_t *bytes, size_t blocks, uint8_t separator, struct byte_masks *masks) {
  block separators = (block){} + separator;
  for (size_t i = 0; i < blocks; i++) {
    block b;
    memcpy(&b, bytes + 64 * i, sizeof b);
    STORE_MASK(masks[i].separators, (b == separators) | (b == '\n'));
    STORE_MASK(masks[i].line_feeds, b == '\n');
    STORE_MASK(masks[i].carriage_returns, b == '\r');
    STORE_MASK(masks[i].quotes, b == '"');
    STORE_MASK(masks[i].above_ascii, b >= 0x80);
  }
}

// Clang 21 does not take clones of a function that a header declares.
void byte_masks(const uint8_t *bytes, size_t blocks, uint8_t separator, struct byte_masks *masks) {
  fill(bytes, blocks, separator, masks);
}
