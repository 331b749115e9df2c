// Vectors of 16 numbers, whatever the registers hold: the compiler splits them.
#pragma once
#include "Kernels.h"

#pragma STDC FP_CONTRACT OFF
// How vectors are passed between functions does not matter here: all that take any are inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline, unused))

typedef float Floats __attribute__((ext_vector_type(16)));
typedef float HalfFloats __attribute__((ext_vector_type(8)));
typedef float AnyHalfFloats __attribute__((ext_vector_type(8), aligned(4)));
typedef float AnyFourFloats __attribute__((ext_vector_type(4), aligned(4)));
typedef float AnyFloats __attribute__((ext_vector_type(16), aligned(4)));
typedef int32_t Ints __attribute__((ext_vector_type(16)));
typedef uint32_t Words __attribute__((ext_vector_type(16)));
typedef uint32_t AnyWords __attribute__((ext_vector_type(16), aligned(4)));
typedef double Doubles __attribute__((ext_vector_type(16)));
typedef int64_t LongInts __attribute__((ext_vector_type(16)));
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

#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
#define fusedInHardware
#endif

/// a b + c, rounded once.
///
/// Where no instruction does that, double precision does: it holds the product exactly, and the sum is
/// rounded there so that rounding it again to a `Float` gives what rounding once would have (to odd: Boldo
/// and Melquiond 2008, doi:10.1109/TC.2007.70819).
INLINE Floats fused(Floats a, Floats b, Floats c) {
#ifdef fusedInHardware
  return __builtin_elementwise_fma(a, b, c);
#else
  Doubles product = __builtin_convertvector(a, Doubles) * __builtin_convertvector(b, Doubles);
  Doubles addend = __builtin_convertvector(c, Doubles);
  Doubles sum = product + addend;
  Doubles part = sum - product;
  Doubles error = (product - (sum - part)) + (addend - part);
  // An inexact even sum goes to its odd neighbour on the side of the exact one.
  LongInts inexact = (error > 0) | (error < 0), outward = (error > 0) ^ (sum < 0);
  LongInts odd = (LongInts)sum & 1;
  sum = (Doubles)((LongInts)sum + (inexact & (odd - 1) & ((outward & 2) - 1)));
  return __builtin_convertvector(sum, Floats);
#endif
}

/// The sums of sixteen vectors' lanes, each by halves: lane l + lane l + 8, then + 4, + 2, + 1.
///
/// Two vectors are folded into one by a blend, a shuffle and an addition; of two addends, either may come
/// first.
INLINE Floats laneSums(const Floats *v) {
  Floats eights[8], fours[4], twos[2];
#define FOLD(a, b, KEPT, MOVED) \
  __builtin_shufflevector(a, b, KEPT) + __builtin_shufflevector(a, b, MOVED)
#define KEPT_8 0, 1, 2, 3, 4, 5, 6, 7, 24, 25, 26, 27, 28, 29, 30, 31
#define MOVED_8 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23
#define KEPT_4 0, 1, 2, 3, 20, 21, 22, 23, 8, 9, 10, 11, 28, 29, 30, 31
#define MOVED_4 4, 5, 6, 7, 16, 17, 18, 19, 12, 13, 14, 15, 24, 25, 26, 27
#define KEPT_2 0, 1, 18, 19, 4, 5, 22, 23, 8, 9, 26, 27, 12, 13, 30, 31
#define MOVED_2 2, 3, 16, 17, 6, 7, 20, 21, 10, 11, 24, 25, 14, 15, 28, 29
#define KEPT_1 0, 17, 2, 19, 4, 21, 6, 23, 8, 25, 10, 27, 12, 29, 14, 31
#define MOVED_1 1, 16, 3, 18, 5, 20, 7, 22, 9, 24, 11, 26, 13, 28, 15, 30
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i++) eights[i] = FOLD(v[i], v[i + 8], KEPT_8, MOVED_8);
#pragma clang loop unroll(full)
  for (int i = 0; i < 4; i++) fours[i] = FOLD(eights[i], eights[i + 4], KEPT_4, MOVED_4);
#pragma clang loop unroll(full)
  for (int i = 0; i < 2; i++) twos[i] = FOLD(fours[i], fours[i + 2], KEPT_2, MOVED_2);
  return FOLD(twos[0], twos[1], KEPT_1, MOVED_1);
}
