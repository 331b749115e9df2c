// Dropout masks, drawn 16 rows by 8 units at once.
#include "Vectors.h"

/// Sixteen blocks of Philox4x32-10, one a lane: see `Philox` in NeuralNetwork.
///
/// The even and the odd lanes go apart, each word in 64 bits of which the upper half means nothing: so a
/// product of two words stands where it is needed.
INLINE void philox(Words counter[4], uint32_t key0, uint32_t key1) {
  const uint64_t low = 0xffffffff;
  LongWords lanes[2][4];
#pragma clang loop unroll(full)
  for (int i = 0; i < 4; i++) {
    lanes[0][i] = (LongWords)counter[i];
    lanes[1][i] = (LongWords)counter[i] >> 32;
  }
#pragma clang loop unroll(full)
  for (int round = 0; round < 10; round++) {
#pragma clang loop unroll(full)
    for (int half = 0; half < 2; half++) {
      LongWords *c = lanes[half];
      LongWords left = (c[0] & low) * (uint64_t)0xD2511F53;
      LongWords right = (c[2] & low) * (uint64_t)0xCD9E8D57;
      c[0] = (right >> 32) ^ c[1] ^ (uint64_t)key0;
      c[1] = right;
      c[2] = (left >> 32) ^ c[3] ^ (uint64_t)key1;
      c[3] = left;
    }
    key0 += 0x9E3779B9;
    key1 += 0xBB67AE85;
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 4; i++) counter[i] = (Words)((lanes[0][i] & low) | (lanes[1][i] << 32));
}

/// The block (row, unit / 8, epoch, step) holds sixteen bits for each of eight units, low halves first.
static void drop(
    const float *x, float *y, float *mask, intptr_t units, intptr_t vectors, KernelNoise noise,
    uint32_t threshold, float survivor) {
  const Words lanes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  const Words limit = (Words)threshold;
  for (intptr_t v = 0; v < vectors; v++) {
    for (intptr_t first = 0; first < units; first += 8) {
      Words words[4] = {
          lanes + (uint32_t)(v * 16), (Words)(uint32_t)(first / 8), (Words)noise.epoch, (Words)noise.step};
      philox(words, noise.key0, noise.key1);
#pragma clang loop unroll(full)
      for (int i = 0; i < 8; i++) {
        if (first + i >= units) break;
        Words random = i & 1 ? words[i / 2] >> 16 : words[i / 2] & 0xffff;
        Floats m = choose((Ints)random < (Ints)limit, all(0), all(survivor));
        intptr_t place = ((first + i) * vectors + v) * 16;
        if (mask) store(mask + place, m);
        store(y + place, load(x + place) * m);
      }
    }
  }
}

static void dropSlopes(const float *mask, float *dy, intptr_t units, intptr_t vectors) {
  intptr_t count = units * vectors * 16;
  for (intptr_t i = 0; i < count; i += 16) store(dy + i, load(dy + i) * load(mask + i));
}
