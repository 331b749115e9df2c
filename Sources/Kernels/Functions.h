// exp, log, tanh and erf for 16 numbers at once. The error bounds stand in units in the last place and are
// held by a test over dense sweeps.
#pragma once
#include "Vectors.h"

/// eˣ for x ≤ 0, to 1.1 ulp where the result is normal, through the subnormals to 0; NaN for NaN.
///
/// x = n log 2 + r with |r| ≤ ½ log 2, and a polynomial in r. The reduction and the coefficients are those
/// of Cephes `expf` (Moshier 1989, netlib.org/cephes).
INLINE Floats expOf(Floats x) {
  x = choose(x < -104, all(-104), x);
  // Adding and taking away 1.5·2²³ rounds to a whole number and leaves it in the low bits.
  const float magic = 0x1.8p23f;
  Floats shifted = x * 1.44269504088896341f + magic;
  Floats n = shifted - magic;
  // The first part of log 2 has nine bits, so that its product with n is exact.
  Floats r = x - n * 0.693359375f;
  r = r - n * -2.12194440e-4f;
  Floats p = r * 1.9875691500e-4f + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1;
  // 2ⁿ in two factors, since from 2⁻¹²⁷ down it has no exponent of its own.
  return p * fromBits((bits(shifted) + (127 + 32)) << 23) * 0x1p-32f;
}

/// log((1 + t) / (1 − t)) = 2 artanh t for |t| ≤ 1/3.
///
/// Minimax in t², relative error 4.5·10⁻⁹ before rounding.
INLINE Floats logOfRatio(Floats t) {
  Floats s = t * t;
  Floats p = s * 0x1.1ed7bep-2f + 0x1.1ebd0ep-2f;
  p = p * s + 0x1.99d208p-2f;
  p = p * s + 0x1.555502p-1f;
  return (t + t) + t * s * p;
}

/// log(1 + u) for u of [0, 1], to 2 ulp, however small u is.
INLINE Floats logOfOnePlus(Floats u) { return logOfRatio(u / (u + 2)); }

/// log x for normal x > 0, to 2 ulp.
INLINE Floats logOf(Floats x) {
  // x = 2ⁿ m with m of [√½, √2).
  Ints power = (bits(x) - 0x3f3504f3) >> 23;
  Floats m = fromBits(bits(x) - (power << 23));
  Floats n = __builtin_convertvector(power, Floats);
  Floats small = logOfRatio((m - 1) / (m + 1));
  return n * 0.693359375f + (small + n * -2.12194440e-4f);
}

/// tanh x, to 2 ulp.
///
/// Below 0.625 a polynomial of Cephes `tanhf` (Moshier 1989), else 1 − 2 e⁻²ˣ / (1 + e⁻²ˣ).
INLINE Floats tanhOf(Floats x) {
  Floats size = absolute(x);
  Floats s = x * x;
  Floats p = s * -5.70498872745e-3f + 2.06390887954e-2f;
  p = p * s - 5.37397155531e-2f;
  p = p * s + 1.33314422036e-1f;
  p = p * s - 3.33332819422e-1f;
  Floats near = p * s * x + x;
  Floats e = expOf(size * -2);
  Floats far = 1 - (e + e) / (e + 1);
  return choose(size < 0.625f, near, withSign(far, x));
}

/// erf x, to 2.5 ulp.
///
/// Below 1 an odd polynomial, from there 1 − exp g(x) with g minimax for log erfc: 1.6·10⁻⁸ before
/// rounding.
INLINE Floats erfOf(Floats x) {
  Floats size = absolute(x);
  Floats s = x * x;
  Floats p = s * 0x1.496a32p-14f - 0x1.a3f7p-11f;
  p = p * s + 0x1.5405b2p-8f;
  p = p * s - 0x1.b7f90ep-6f;
  p = p * s + 0x1.ce2cf8p-4f;
  p = p * s - 0x1.81273ep-2f;
  Floats near = (p * s + 0x1.20dd74p+0f) * x;
  // From 4 on erf rounds to 1.
  Floats a = choose(size > 4, all(4), size);
  Floats g = a * 0x1.2d9338p-10f - 0x1.e43f92p-7f;
  g = g * a + 0x1.6b0b90p-4f;
  g = g * a + 0x1.4f1932p-1f;
  g = g * a + 0x1.1e1072p+0f;
  g = g * a + 0x1.5e3068p-9f;
  Floats far = 1 - expOf(-g);
  return choose(size < 1, near, withSign(far, x));
}

/// σ(z) = 1 / (1 + e⁻ᶻ), from e⁻ˡᶻˡ, which never overflows.
INLINE Floats sigmoidFrom(Floats z, Floats e) { return choose(z >= 0, all(1), e) / (e + 1); }

INLINE Floats sigmoidOf(Floats z) { return sigmoidFrom(z, expOf(-absolute(z))); }

/// log(1 + eᶻ), and its derivative σ(z).
INLINE Floats softplusOf(Floats z, Floats *d) {
  Floats e = expOf(-absolute(z));
  *d = sigmoidFrom(z, e);
  return positivePart(z) + logOfOnePlus(e);
}

static void expAll(const float *x, float *y, intptr_t count) {
  for (intptr_t i = 0; i < count; i += 16) storeAnywhere(y + i, expOf(loadAnywhere(x + i)));
}
static void logAll(const float *x, float *y, intptr_t count) {
  for (intptr_t i = 0; i < count; i += 16) storeAnywhere(y + i, logOf(loadAnywhere(x + i)));
}
static void log1pAll(const float *x, float *y, intptr_t count) {
  for (intptr_t i = 0; i < count; i += 16) storeAnywhere(y + i, logOfOnePlus(loadAnywhere(x + i)));
}
static void tanhAll(const float *x, float *y, intptr_t count) {
  for (intptr_t i = 0; i < count; i += 16) storeAnywhere(y + i, tanhOf(loadAnywhere(x + i)));
}
static void erfAll(const float *x, float *y, intptr_t count) {
  for (intptr_t i = 0; i < count; i += 16) storeAnywhere(y + i, erfOf(loadAnywhere(x + i)));
}
