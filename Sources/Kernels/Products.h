// The three matrix products of a dense layer, in tiles whose sums stay in registers.
//
// Tile sizes differ between instruction sets and change nothing: each output is a sum of its own, taken in
// the order of its terms.
#include "Functions.h"

/// x times the number at `number`, in an instruction that reads it from memory where there is one.
///
/// Spread over a register first, as the compiler would have it, the number costs as much as an addition on Zen 4; as
/// an operand in memory, nothing.
INLINE Floats times(Floats x, const float *number) {
#ifdef timesInMemory
  Floats product;
  __asm__(timesInMemory : "=v"(product) : "v"(x), "m"(*number));
  return product;
#else
  return x * *number;
#endif
}

/// What becomes of a tile's sums: nothing; 0 where they are below; what a gate makes of slopes.
typedef enum Ending { EndPlain, EndRelu, EndGated } Ending;

/// out = bias + Σ weight · in for `units` outputs over `batch` vectors, both constants where this is inlined.
INLINE void productTile(
    const float *in, const float *w, intptr_t outStep, intptr_t inStep, const float *bias, Ending ending,
    const float *gate, const float *survivor, float *out, intptr_t terms, intptr_t stride, const int units,
    const int batch) {
  Floats sums[tileUnits][tileBatch];
#pragma clang loop unroll(full)
  for (int u = 0; u < units; u++) {
#pragma clang loop unroll(full)
    for (int v = 0; v < batch; v++) sums[u][v] = bias ? all(bias[u]) : all(0);
  }
  for (intptr_t term = 0; term < terms; term++) {
    Floats x[tileBatch];
#pragma clang loop unroll(full)
    for (int v = 0; v < batch; v++) x[v] = load(in + term * stride + v * 16);
#pragma clang loop unroll(full)
    for (int u = 0; u < units; u++) {
      const float *weight = w + u * outStep + term * inStep;
#pragma clang loop unroll(full)
      for (int v = 0; v < batch; v++) sums[u][v] += times(x[v], weight);
    }
  }
#define EACH_SUM(...)                                                                                    \
  _Pragma("clang loop unroll(full)") for (int u = 0; u < units; u++) {                                   \
    _Pragma("clang loop unroll(full)") for (int v = 0; v < batch; v++) {                                 \
      Floats sum = sums[u][v];                                                                           \
      intptr_t place = u * stride + v * 16;                                                              \
      store(out + place, __VA_ARGS__);                                                                   \
    }                                                                                                    \
  }                                                                                                      \
  break;
  switch (ending) {
    case EndPlain: EACH_SUM(sum)
    case EndRelu: EACH_SUM(positivePart(sum))
    case EndGated: EACH_SUM(choose(load(gate + place) > 0, times(sum, survivor), all(0)))
  }
#undef EACH_SUM
}

INLINE intptr_t atMost(intptr_t left, intptr_t most) { return left < most ? left : most; }

/// The size of the pieces that `left` is cut into, none above `most` and all about as large.
INLINE intptr_t piece(intptr_t left, intptr_t most) {
  intptr_t pieces = (left + most - 1) / most;
  return (left + pieces - 1) / pieces;
}

INLINE void products(
    const float *in, const float *w, intptr_t outStep, intptr_t inStep, const float *bias, Ending ending,
    const float *gate, const float *survivor, float *out, intptr_t terms, intptr_t outputs, intptr_t vectors) {
  intptr_t stride = vectors * 16;
  for (intptr_t v = 0, batch; v < vectors; v += batch) {
    batch = piece(vectors - v, tileBatch);
    for (intptr_t u = 0, units; u < outputs; u += units) {
      units = atMost(outputs - u, tileUnits);
      switch (units * 8 + batch) {
#define TILE(U, V)                                                                                       \
  case U * 8 + V:                                                                                        \
    productTile(                                                                                         \
        in + v * 16, w + u * outStep, outStep, inStep, bias ? bias + u : bias, ending,                   \
        gate ? gate + u * stride + v * 16 : gate, survivor, out + u * stride + v * 16, terms, stride, U, \
        V);                                                                                              \
    break;
        EACH_TILE(TILE)
#undef TILE
      }
    }
  }
}

static void dense(
    const float *x, const float *w, const float *b, bool relu, float *y, intptr_t inputs, intptr_t units,
    intptr_t vectors) {
  __builtin_assume(b != 0);
  products(x, w, 1, units, b, relu ? EndRelu : EndPlain, 0, 0, y, inputs, units, vectors);
}

static void denseSlopes(
    const float *dy, const float *w, const float *gate, float survivor, float *dx, intptr_t inputs,
    intptr_t units, intptr_t vectors) {
  if (gate) {
    products(dy, w, units, 1, 0, EndGated, gate, &survivor, dx, units, inputs, vectors);
  } else {
    products(dy, w, units, 1, 0, EndPlain, 0, 0, dx, units, inputs, vectors);
  }
}

/// dw = x dyᵀ for `inputs` by `columns` of the kernel, both constants where this is inlined.
INLINE void gradientTile(
    const float *x, const float *dy, float *dw, intptr_t units, intptr_t stride, const int inputs,
    const int columns) {
  HalfFloats sums[tileSums];
#pragma clang loop unroll(full)
  for (int i = 0; i < tileSums; i++) sums[i] = (HalfFloats)0;
  for (intptr_t row = 0; row < stride; row += 8) {
    HalfFloats slopes[tileColumns];
#pragma clang loop unroll(full)
    for (int u = 0; u < columns; u++) slopes[u] = loadHalf(dy + u * stride + row);
#pragma clang loop unroll(full)
    for (int i = 0; i < inputs; i++) {
      HalfFloats input = loadHalf(x + i * stride + row);
#pragma clang loop unroll(full)
      for (int u = 0; u < columns; u++) sums[i * columns + u] += input * slopes[u];
    }
  }
#pragma clang loop unroll(full)
  for (int first = 0; first < inputs * columns; first += 8) {
    HalfFloats eight = laneSums(sums + first);
    if (columns == 4) {
      *(AnyFourFloats *)(dw + first / 4 * units) = eight.lo;
      if (first / 4 + 1 < inputs) *(AnyFourFloats *)(dw + (first / 4 + 1) * units) = eight.hi;
    } else {
#pragma clang loop unroll(full)
      for (int i = first; i < first + 8 && i < inputs * columns; i++) {
        dw[i / columns * units + i % columns] = eight[i - first];
      }
    }
  }
}

/// db = Σ dy for `columns` units, constant where this is inlined.
INLINE void biasTile(const float *dy, float *db, intptr_t stride, const int columns) {
  HalfFloats sums[8];
#pragma clang loop unroll(full)
  for (int u = 0; u < 8; u++) sums[u] = (HalfFloats)0;
  for (intptr_t row = 0; row < stride; row += 8) {
#pragma clang loop unroll(full)
    for (int u = 0; u < columns; u++) sums[u] += loadHalf(dy + u * stride + row);
  }
  HalfFloats eight = laneSums(sums);
#pragma clang loop unroll(full)
  for (int u = 0; u < columns; u++) db[u] = eight[u];
}

static void denseGradients(
    const float *x, const float *dy, float *dw, float *db, intptr_t inputs, intptr_t units,
    intptr_t vectors) {
  intptr_t stride = vectors * 16;
  for (intptr_t u = 0, columns; u < units; u += columns) {
    columns = piece(units - u, tileColumns);
    for (intptr_t i = 0, rows; i < inputs; i += rows) {
      rows = piece(inputs - i, tileRows);
      switch (rows * 8 + columns) {
#define TILE(R, C)                                                                                       \
  case R * 8 + C: gradientTile(x + i * stride, dy + u * stride, dw + i * units + u, units, stride, R, C); break;
        EACH_GRADIENT_TILE(TILE)
#undef TILE
      }
    }
  }
  for (intptr_t u = 0; u < units; u += 8) {
    switch (units - u < 8 ? units - u : 8) {
#define TILE(C) case C: biasTile(dy + u * stride, db + u, stride, C); break;
      TILE(1) TILE(2) TILE(3) TILE(4) TILE(5) TILE(6) TILE(7) TILE(8)
#undef TILE
    }
  }
}
