// Vectors of 16 numbers, whatever the registers hold: the compiler splits them.
#pragma once
#include "Kernels.h"

#pragma STDC FP_CONTRACT OFF
// How vectors are passed between functions does not matter here: all that take any are inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline, unused))

typedef float Floats __attribute__((ext_vector_type(16)));
typedef float HalfFloats __attribute__((ext_vector_type(8)));
typedef float AnyFourFloats __attribute__((ext_vector_type(4), aligned(4)));
typedef float AnyFloats __attribute__((ext_vector_type(16), aligned(4)));
typedef int32_t Ints __attribute__((ext_vector_type(16)));
typedef uint32_t Words __attribute__((ext_vector_type(16)));
typedef uint64_t LongWords __attribute__((ext_vector_type(8)));

/// From a block: aligned to 64 bytes.
INLINE Floats load(const float *p) { return *(const Floats *)p; }
INLINE void store(float *p, Floats v) { *(Floats *)p = v; }
INLINE Floats loadAnywhere(const float *p) { return *(const AnyFloats *)p; }
INLINE void storeAnywhere(float *p, Floats v) { *(AnyFloats *)p = v; }

INLINE Floats all(float x) { return (Floats)x; }
INLINE Ints bits(Floats x) { return (Ints)x; }
INLINE Floats fromBits(Ints x) { return (Floats)x; }
/// `a` where the condition holds, else `b`.
INLINE Floats choose(Ints condition, Floats a, Floats b) {
  return fromBits((condition & bits(a)) | (~condition & bits(b)));
}
INLINE Floats absolute(Floats x) { return fromBits(bits(x) & 0x7fffffff); }
/// |x| with the sign of `sign`.
INLINE Floats withSign(Floats x, Floats sign) {
  return fromBits((bits(x) & 0x7fffffff) | (bits(sign) & (int32_t)0x80000000));
}
/// max(x, 0) and min(x, 0); a NaN stays one.
INLINE Floats positivePart(Floats x) { return choose(x < 0, all(0), x); }
INLINE Floats negativePart(Floats x) { return choose(x > 0, all(0), x); }

INLINE HalfFloats loadHalf(const float *p) { return *(const HalfFloats *)p; }

/// The sums of eight half vectors' lanes, each by halves: lane l + lane l + 4, then + 2, + 1.
///
/// Two vectors are folded into one by a shuffle, a blend and an addition; of two addends, either may come first.
INLINE HalfFloats laneSums(const HalfFloats v[8]) {
  HalfFloats fours[4], twos[2];
#pragma clang loop unroll(full)
  for (int i = 0; i < 4; i++) {
    fours[i] = __builtin_shufflevector(v[i], v[i + 4], 0, 1, 2, 3, 12, 13, 14, 15) +
        __builtin_shufflevector(v[i], v[i + 4], 4, 5, 6, 7, 8, 9, 10, 11);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 2; i++) {
    twos[i] = __builtin_shufflevector(fours[2 * i], fours[2 * i + 1], 0, 1, 10, 11, 4, 5, 14, 15) +
        __builtin_shufflevector(fours[2 * i], fours[2 * i + 1], 2, 3, 8, 9, 6, 7, 12, 13);
  }
  return __builtin_shufflevector(twos[0], twos[1], 0, 2, 8, 10, 4, 6, 12, 14) +
      __builtin_shufflevector(twos[0], twos[1], 1, 3, 9, 11, 5, 7, 13, 15);
}
