// The three matrix products of a dense layer, in tiles whose sums stay in registers.
//
// Tile sizes differ between instruction sets and change nothing: each output is a sum of its own, taken in
// the order of its terms.
#include "Functions.h"

/// The size of the pieces that `left` is cut into, none above `most` and all about as large.
INLINE intptr_t piece(intptr_t left, intptr_t most) {
  intptr_t pieces = (left + most - 1) / most;
  return (left + pieces - 1) / pieces;
}

/// out = bias + Σ weight · in for `units` outputs over `batch` vectors, both constants where this is inlined.
INLINE void productTile(
    const float *in, const float *w, intptr_t outStep, intptr_t inStep, const float *bias, float *out,
    intptr_t terms, intptr_t stride, const int units, const int batch) {
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
      Floats weight = all(w[u * outStep + term * inStep]);
#pragma clang loop unroll(full)
      for (int v = 0; v < batch; v++) sums[u][v] += weight * x[v];
    }
  }
#pragma clang loop unroll(full)
  for (int u = 0; u < units; u++) {
#pragma clang loop unroll(full)
    for (int v = 0; v < batch; v++) store(out + u * stride + v * 16, sums[u][v]);
  }
}

INLINE void products(
    const float *in, const float *w, intptr_t outStep, intptr_t inStep, const float *bias, float *out,
    intptr_t terms, intptr_t outputs, intptr_t vectors) {
  intptr_t stride = vectors * 16;
  for (intptr_t v = 0, batch; v < vectors; v += batch) {
    batch = piece(vectors - v, tileBatch);
    for (intptr_t u = 0, units; u < outputs; u += units) {
      units = piece(outputs - u, tileUnits);
      switch (units * 8 + batch) {
#define TILE(U, V)                                                                                       \
  case U * 8 + V:                                                                                        \
    productTile(                                                                                         \
        in + v * 16, w + u * outStep, outStep, inStep, bias ? bias + u : bias,                           \
        out + u * stride + v * 16, terms, stride, U, V);                                                 \
    break;
        EACH_TILE(TILE)
#undef TILE
      }
    }
  }
}

static void dense(
    const float *x, const float *w, const float *b, float *y, intptr_t inputs, intptr_t units,
    intptr_t vectors) {
  products(x, w, 1, units, b, y, inputs, units, vectors);
}

static void denseSlopes(
    const float *dy, const float *w, float *dx, intptr_t inputs, intptr_t units, intptr_t vectors) {
  products(dy, w, units, 1, 0, dx, units, inputs, vectors);
}

/// dw = x dyᵀ for `inputs` by `columns` of the kernel, both constants where this is inlined.
INLINE void gradientTile(
    const float *x, const float *dy, float *dw, intptr_t units, intptr_t vectors, const int inputs,
    const int columns) {
  Floats sums[tileSums + 3];
#pragma clang loop unroll(full)
  for (int i = 0; i < tileSums + 3; i++) sums[i] = all(0);
  intptr_t stride = vectors * 16;
  for (intptr_t v = 0; v < vectors; v++) {
    Floats slopes[tileColumns];
#pragma clang loop unroll(full)
    for (int u = 0; u < columns; u++) slopes[u] = load(dy + u * stride + v * 16);
#pragma clang loop unroll(full)
    for (int i = 0; i < inputs; i++) {
      Floats input = load(x + i * stride + v * 16);
#pragma clang loop unroll(full)
      for (int u = 0; u < columns; u++) sums[i * columns + u] += input * slopes[u];
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < inputs * columns; i += 4) {
    FourFloats four = laneSums(sums[i], sums[i + 1], sums[i + 2], sums[i + 3]);
#pragma clang loop unroll(full)
    for (int j = i; j < i + 4 && j < inputs * columns; j++) {
      dw[j / columns * units + j % columns] = four[j - i];
    }
  }
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
  case R * 8 + C:                                                                                        \
    gradientTile(x + i * stride, dy + u * stride, dw + i * units + u, units, vectors, R, C);             \
    break;
        EACH_GRADIENT_TILE(TILE)
#undef TILE
      }
    }
  }
  for (intptr_t u = 0; u < units; u += 4) {
    Floats sums[4] = {};
    intptr_t count = units - u < 4 ? units - u : 4;
    for (intptr_t i = 0; i < count; i++) {
      for (intptr_t v = 0; v < vectors; v++) sums[i] += load(dy + (u + i) * stride + v * 16);
    }
    FourFloats four = laneSums(sums[0], sums[1], sums[2], sums[3]);
    for (intptr_t i = 0; i < count; i++) db[u + i] = four[i];
  }
}
