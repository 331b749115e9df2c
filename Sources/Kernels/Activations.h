// The activations of a dense layer: the table of formulas is at `Activation` in NeuralNetwork.
#include "Functions.h"

// Self-normalising networks (arXiv:1706.02515).
#define seluScale 1.0507009873554805f
#define seluSlope 1.7580993408473766f
#define rootOfTwoOverPi 0.7978845608028654f
#define rootOfHalf 0.7071067811865476f

INLINE Floats geluOf(Floats z, Floats *d) {
  Floats phi = (erfOf(z * rootOfHalf) + 1) * 0.5f;
  *d = phi + z * (expOf(z * z * -0.5f) * 0.3989422804014327f);
  return z * phi;
}

INLINE Floats geluTanhOf(Floats z, Floats *d) {
  Floats t = tanhOf((z + z * z * z * 0.044715f) * rootOfTwoOverPi);
  Floats half = z * 0.5f;
  *d = (t + 1) * 0.5f + half * (1 - t * t) * ((z * z * 0.134145f + 1) * rootOfTwoOverPi);
  return half * (t + 1);
}

/// The largest is taken off first, so that no exponential overflows.
INLINE void softmax(float *y, intptr_t units, intptr_t vectors) {
  intptr_t stride = vectors * 16;
  for (intptr_t v = 0; v < vectors; v++, y += 16) {
    Floats largest = load(y);
    for (intptr_t u = 1; u < units; u++) {
      Floats z = load(y + u * stride);
      largest = choose(z > largest, z, largest);
    }
    Floats total = all(0);
    for (intptr_t u = 0; u < units; u++) {
      Floats e = expOf(load(y + u * stride) - largest);
      total += e;
      store(y + u * stride, e);
    }
    Floats share = 1 / total;
    for (intptr_t u = 0; u < units; u++) store(y + u * stride, load(y + u * stride) * share);
  }
}

INLINE void softmaxSlopes(const float *y, float *dy, intptr_t units, intptr_t vectors) {
  intptr_t stride = vectors * 16;
  for (intptr_t v = 0; v < vectors; v++, y += 16, dy += 16) {
    Floats mean = all(0);
    for (intptr_t u = 0; u < units; u++) mean += load(dy + u * stride) * load(y + u * stride);
    for (intptr_t u = 0; u < units; u++) {
      store(dy + u * stride, load(y + u * stride) * (load(dy + u * stride) - mean));
    }
  }
}

static void activate(
    KernelActivation activation, float *y, float *d, intptr_t units, intptr_t vectors) {
  intptr_t count = units * vectors * 16;
  Floats slope;
#define EACH(...)                                                                                        \
  for (intptr_t i = 0; i < count; i += 16) {                                                             \
    Floats z = load(y + i);                                                                              \
    store(y + i, __VA_ARGS__);                                                                           \
  }                                                                                                      \
  break;
#define EACH_WITH_SLOPE(FUNCTION)                                                                        \
  for (intptr_t i = 0; i < count; i += 16) {                                                             \
    store(y + i, FUNCTION(load(y + i), &slope));                                                         \
    if (d) store(d + i, slope);                                                                          \
  }                                                                                                      \
  break;
  switch (activation) {
    case KernelActivationLinear: break;
    case KernelActivationRelu: EACH(positivePart(z))
    case KernelActivationSoftplus: EACH_WITH_SLOPE(softplusOf)
    case KernelActivationSigmoid: EACH(sigmoidOf(z))
    case KernelActivationSoftmax: softmax(y, units, vectors); break;
    case KernelActivationTanh: EACH(tanhOf(z))
    case KernelActivationElu: EACH(choose(z > 0, z, expOf(negativePart(z)) - 1))
    case KernelActivationSelu: EACH(choose(z > 0, z * seluScale, (expOf(negativePart(z)) - 1) * seluSlope))
    case KernelActivationGelu: EACH_WITH_SLOPE(geluOf)
    case KernelActivationGeluTanh: EACH_WITH_SLOPE(geluTanhOf)
  }
#undef EACH
#undef EACH_WITH_SLOPE
}

static void activationSlopes(
    KernelActivation activation, const float *y, const float *d, float *dy, intptr_t units,
    intptr_t vectors) {
  intptr_t count = units * vectors * 16;
#define EACH(...)                                                                                        \
  for (intptr_t i = 0; i < count; i += 16) {                                                             \
    Floats value = load(y + i);                                                                          \
    store(dy + i, load(dy + i) * (__VA_ARGS__));                                                         \
  }                                                                                                      \
  break;
  switch (activation) {
    case KernelActivationLinear: break;
    // By a product, as by any other derivative: a slope that is no number stays none.
    case KernelActivationRelu: EACH(choose(value > 0, all(1), all(0)))
    case KernelActivationSigmoid: EACH(value * (1 - value))
    case KernelActivationSoftmax: softmaxSlopes(y, dy, units, vectors); break;
    case KernelActivationTanh: EACH(1 - value * value)
    case KernelActivationElu: EACH(choose(value < 0, value + 1, all(1)))
    case KernelActivationSelu: EACH(choose(value < 0, value + seluSlope, all(seluScale)))
    case KernelActivationSoftplus:
    case KernelActivationGelu:
    case KernelActivationGeluTanh:
      for (intptr_t i = 0; i < count; i += 16) store(dy + i, load(dy + i) * load(d + i));
      break;
  }
#undef EACH
}
