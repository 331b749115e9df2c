// Dropout masks, drawn 16 rows by 8 units at once.
#include "Vectors.h"

/// Two words of a Philox round: the high and low halves of x · factor.
INLINE Words longProduct(Words x, uint32_t factor, Words *low) {
  LongWords even = ((LongWords)x & 0xffffffff) * (uint64_t)factor;
  LongWords odd = ((LongWords)x >> 32) * (uint64_t)factor;
  *low = (Words)((even & 0xffffffff) | (odd << 32));
  return (Words)((even >> 32) | (odd & 0xffffffff00000000));
}

/// Sixteen blocks of Philox4x32-10, one a lane: see `Philox` in NeuralNetwork.
INLINE void philox(Words counter[4], uint32_t key0, uint32_t key1) {
#pragma clang loop unroll(full)
  for (int round = 0; round < 10; round++) {
    Words lowLeft, lowRight;
    Words highLeft = longProduct(counter[0], 0xD2511F53, &lowLeft);
    Words highRight = longProduct(counter[2], 0xCD9E8D57, &lowRight);
    counter[0] = highRight ^ counter[1] ^ (Words)key0;
    counter[1] = lowRight;
    counter[2] = highLeft ^ counter[3] ^ (Words)key1;
    counter[3] = lowLeft;
    key0 += 0x9E3779B9;
    key1 += 0xBB67AE85;
  }
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
        store(mask + place, m);
        store(y + place, load(x + place) * m);
      }
    }
  }
}

static void dropSlopes(const float *mask, float *dy, intptr_t units, intptr_t vectors) {
  intptr_t count = units * vectors * 16;
  for (intptr_t i = 0; i < count; i += 16) store(dy + i, load(dy + i) * load(mask + i));
}
