// What stands around the layers of a step: rows laid into a block, the loss, and Adam.
#include "Functions.h"

static void gather(
    const float *table, intptr_t columns, const intptr_t *order, intptr_t count, float *x,
    intptr_t vectors) {
  intptr_t stride = vectors * 16;
  for (intptr_t place = 0; place < stride; place++) {
    intptr_t last = place < count ? place : count - 1;
    const float *row = table + (order ? order[last] : last) * columns;
    // As vectors these would be scattered stores, which are slower.
#pragma clang loop vectorize(disable)
    for (intptr_t column = 0; column < columns; column++) x[column * stride + place] = row[column];
  }
}

/// The slope of the mean loss, 0 in the lanes behind the last row.
INLINE Floats slopeOfMean(Floats slope, intptr_t first, intptr_t rows) {
  const Ints lanes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  return choose(lanes < (int32_t)(rows - first), slope / (float)rows, all(0));
}

/// Adds row after row in double precision, as the plain engine does.
INLINE KernelTally tallied(const float *losses, intptr_t rows, intptr_t hits) {
  KernelTally tally = {0, hits};
  for (intptr_t row = 0; row < rows; row++) tally.loss += (double)losses[row];
  return tally;
}

/// How many of up to 16 rows from `first` on are on the right side: class 1 is p > 0.5.
INLINE intptr_t hitsIn(Floats p, Floats label, intptr_t first, intptr_t rows) {
  const Ints lanes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  Ints hits = ~((p > 0.5f) ^ (label == 1)) & (lanes < (int32_t)(rows - first)) & 1;
  return __builtin_reduce_add(hits);
}

static KernelTally logitLoss(
    const float *z, const float *labels, float *losses, float *slopes, intptr_t rows, intptr_t vectors) {
  intptr_t hits = 0;
  for (intptr_t first = 0; first < vectors * 16; first += 16) {
    Floats logit = load(z + first), label = load(labels + first);
    Floats e = expOf(-absolute(logit));
    Floats p = sigmoidFrom(logit, e);
    hits += hitsIn(p, label, first, rows);
    if (slopes) store(slopes + first, slopeOfMean(p - label, first, rows));
    store(losses + first, positivePart(logit) - logit * label + logOfOnePlus(e));
  }
  return tallied(losses, rows, hits);
}

static KernelTally probabilityLoss(
    const float *p, const float *labels, float *losses, float *slopes, intptr_t rows, intptr_t vectors) {
  const float epsilon = 1e-7f, most = 1 - epsilon;
  intptr_t hits = 0;
  for (intptr_t first = 0; first < vectors * 16; first += 16) {
    Floats answer = load(p + first), label = load(labels + first);
    Floats clipped = choose(answer > most, all(most), choose(answer < epsilon, all(epsilon), answer));
    hits += hitsIn(answer, label, first, rows);
    if (slopes) {
      Floats slope = (1 - label) / (1 - clipped) - label / clipped;
      store(slopes + first, slopeOfMean(choose(clipped == answer, slope, all(0)), first, rows));
    }
    store(losses + first, -(label * logOf(clipped) + (1 - label) * logOf(1 - clipped)));
  }
  return tallied(losses, rows, hits);
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
