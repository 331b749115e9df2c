// Vectors of 16 numbers, whatever the registers hold: the compiler splits them.
#pragma once
#include "Kernels.h"

#pragma STDC FP_CONTRACT OFF
// How vectors are passed between functions does not matter here: all that take any are inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline, unused))

typedef float Floats __attribute__((ext_vector_type(16)));
typedef float HalfFloats __attribute__((ext_vector_type(8)));
typedef float FourFloats __attribute__((ext_vector_type(4)));
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
/// 0 for x ≤ 0, else x: a NaN stays one.
INLINE Floats positivePart(Floats x) { return choose(x <= 0, all(0), x); }

/// The sums of four vectors' lanes, each by halves: lane l + lane l + 8, then + 4, + 2, + 1.
INLINE FourFloats laneSums(Floats a, Floats b, Floats c, Floats d) {
  Floats ab = __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23) +
      __builtin_shufflevector(a, b, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31);
  Floats cd = __builtin_shufflevector(c, d, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23) +
      __builtin_shufflevector(c, d, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31);
  Floats fours = __builtin_shufflevector(ab, cd, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27) +
      __builtin_shufflevector(ab, cd, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31);
  Floats twos = fours +
      __builtin_shufflevector(fours, fours, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13);
  Floats ones = twos +
      __builtin_shufflevector(twos, twos, 1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14);
  return __builtin_shufflevector(ones, ones, 0, 4, 8, 12);
}
