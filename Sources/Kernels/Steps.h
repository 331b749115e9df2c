// What stands around the layers of a step: rows laid into a block, the loss, and Adam.
#include "Functions.h"

/// Eight rows of eight numbers become eight columns.
INLINE void turn(HalfFloats v[8]) {
  HalfFloats pairs[8], fours[8];
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i += 2) {
    pairs[i] = __builtin_shufflevector(v[i], v[i + 1], 0, 8, 1, 9, 4, 12, 5, 13);
    pairs[i + 1] = __builtin_shufflevector(v[i], v[i + 1], 2, 10, 3, 11, 6, 14, 7, 15);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i++) {
    HalfFloats a = pairs[(i & 4) + (i >> 1 & 1)], b = pairs[(i & 4) + (i >> 1 & 1) + 2];
    fours[i] = i & 1 ? __builtin_shufflevector(a, b, 2, 3, 10, 11, 6, 7, 14, 15)
                     : __builtin_shufflevector(a, b, 0, 1, 8, 9, 4, 5, 12, 13);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 4; i++) {
    v[i] = __builtin_shufflevector(fours[i], fours[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    v[i + 4] = __builtin_shufflevector(fours[i], fours[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
}

static void gather(
    const float *table, intptr_t columns, const intptr_t *order, intptr_t count, float *x,
    intptr_t vectors) {
  intptr_t stride = vectors * 16;
  for (intptr_t place = 0; place < stride; place += 8) {
    const float *rows[8];
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) {
      intptr_t last = place + i < count ? place + i : count - 1;
      rows[i] = table + (order ? order[last] : last) * columns;
    }
    intptr_t column = 0;
    for (; column + 8 <= columns; column += 8) {
      HalfFloats v[8];
#pragma clang loop unroll(full)
      for (int i = 0; i < 8; i++) v[i] = *(const AnyHalfFloats *)(rows[i] + column);
      turn(v);
#pragma clang loop unroll(full)
      for (int i = 0; i < 8; i++) *(HalfFloats *)(x + (column + i) * stride + place) = v[i];
    }
    for (; column < columns; column++) {
#pragma clang loop unroll(full)
      for (int i = 0; i < 8; i++) x[column * stride + place + i] = rows[i][column];
    }
  }
}

/// The slope of the mean loss, 0 in the lanes behind the last row.
INLINE Floats slopeOfMean(Floats slope, intptr_t first, intptr_t rows) {
  const Ints lanes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  return choose(lanes < (int32_t)(rows - first), slope / (float)rows, all(0));
}

/// Losses and hits of the first `rows` rows: in each lane for itself, the losses in double precision.
typedef struct Tally {
  Doubles loss;
  Ints hits;
} Tally;

/// Adds up to 16 rows from `first` on; class 1 is p > 0.5.
INLINE void add(Tally *tally, Floats loss, Floats p, Floats label, intptr_t first, intptr_t rows) {
  const Ints lanes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  Ints counts = lanes < (int32_t)(rows - first);
  tally->loss += __builtin_convertvector(choose(counts, loss, all(0)), Doubles);
  tally->hits += ~((p > 0.5f) ^ (label == 1)) & counts & 1;
}

/// The lanes added by halves, as `laneSums` does.
INLINE KernelTally totals(Tally tally) {
  double loss[16];
#pragma clang loop unroll(full)
  for (int lane = 0; lane < 16; lane++) loss[lane] = tally.loss[lane];
#pragma clang loop unroll(full)
  for (int half = 8; half > 0; half /= 2) {
#pragma clang loop unroll(full)
    for (int lane = 0; lane < half; lane++) loss[lane] += loss[lane + half];
  }
  return (KernelTally){loss[0], __builtin_reduce_add(tally.hits)};
}

static KernelTally logitLoss(
    const float *z, const float *labels, float *slopes, intptr_t rows, intptr_t vectors) {
  Tally tally = {0};
  for (intptr_t first = 0; first < vectors * 16; first += 16) {
    Floats logit = load(z + first), label = load(labels + first);
    Floats e = expOf(-absolute(logit));
    Floats p = sigmoidFrom(logit, e);
    if (slopes) store(slopes + first, slopeOfMean(p - label, first, rows));
    add(&tally, positivePart(logit) - logit * label + logOfOnePlus(e), p, label, first, rows);
  }
  return totals(tally);
}

static KernelTally probabilityLoss(
    const float *p, const float *labels, float *slopes, intptr_t rows, intptr_t vectors) {
  const float epsilon = 1e-7f, most = 1 - epsilon;
  Tally tally = {0};
  for (intptr_t first = 0; first < vectors * 16; first += 16) {
    Floats answer = load(p + first), label = load(labels + first);
    Floats clipped = choose(answer > most, all(most), choose(answer < epsilon, all(epsilon), answer));
    if (slopes) {
      Floats slope = (1 - label) / (1 - clipped) - label / clipped;
      store(slopes + first, slopeOfMean(choose(clipped == answer, slope, all(0)), first, rows));
    }
    Floats loss = -(label * logOf(clipped) + (1 - label) * logOf(1 - clipped));
    add(&tally, loss, answer, label, first, rows);
  }
  return totals(tally);
}

INLINE void adamStep(Floats *w, Floats *m, Floats *v, Floats g, KernelAdam c) {
  *m += (g - *m) * c.share1;
  *v += (g * g - *v) * c.share2;
  *w -= *m * c.rate / (__builtin_elementwise_sqrt(*v) + c.epsilon);
}

static void adam(float *w, float *m, float *v, const float *g, intptr_t count, KernelAdam constants) {
  intptr_t i = 0;
  for (; i + 16 <= count; i += 16) {
    Floats weight = loadAnywhere(w + i), mean = loadAnywhere(m + i), square = loadAnywhere(v + i);
    adamStep(&weight, &mean, &square, loadAnywhere(g + i), constants);
    storeAnywhere(w + i, weight);
    storeAnywhere(m + i, mean);
    storeAnywhere(v + i, square);
  }
  float rest[4][16] = {};
  intptr_t left = count - i;
  for (intptr_t j = 0; j < left; j++) {
    rest[0][j] = w[i + j], rest[1][j] = m[i + j], rest[2][j] = v[i + j], rest[3][j] = g[i + j];
  }
  Floats weight = loadAnywhere(rest[0]), mean = loadAnywhere(rest[1]), square = loadAnywhere(rest[2]);
  adamStep(&weight, &mean, &square, loadAnywhere(rest[3]), constants);
  for (intptr_t j = 0; j < left; j++) w[i + j] = weight[j], m[i + j] = mean[j], v[i + j] = square[j];
}
