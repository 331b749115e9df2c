// The arithmetic of training in single precision: what `FastEngine` of NeuralNetwork is built from.
//
// A block holds numbers unit-major: `(units, batch)`, one unit's numbers for all rows of the batch side by
// side. A batch fills whole vectors of 16 rows; `vectors` says how many. The lanes behind the last row hold
// a copy of it, with slopes of 0. Blocks begin at multiples of 64 bytes; everything else lies anywhere.
//
// Nothing here checks anything: sizes come checked. Nothing here allocates.
//
// The same bits everywhere: each number is computed by the same IEEE 754 operations in the same order in
// every kernel set, with 16 partial sums where a sum runs over the batch, whatever a register holds. A
// multiplication and an addition are never fused, since the oldest processors cannot, and no approximate
// reciprocals are taken, since those differ between makers.
#ifndef KERNELS_H
#define KERNELS_H

#include <stdbool.h>
#include <stdint.h>

/// Rows in a vector.
enum { kernelLanes = 16 };

/// The functions a dense layer puts its sums through.
typedef enum __attribute__((enum_extensibility(closed))) KernelActivation : int32_t {
  KernelActivationLinear,
  KernelActivationRelu,
  KernelActivationSoftplus,
  KernelActivationSigmoid,
  KernelActivationSoftmax,
  KernelActivationTanh,
  KernelActivationElu,
  KernelActivationSelu,
  KernelActivationGelu,
  KernelActivationGeluTanh,
} KernelActivation;

/// Where a stream of random words stands, but for the place in the batch.
typedef struct KernelNoise {
  uint32_t key0, key1, epoch, step;
} KernelNoise;

/// Sums over the rows of one batch.
typedef struct KernelTally {
  double loss;
  intptr_t hits;
} KernelTally;

/// The constants of one step of Adam: η √(1 − β₂ᵗ) / (1 − β₁ᵗ), 1 − β₁, 1 − β₂, ε.
typedef struct KernelAdam {
  float rate, share1, share2, epsilon;
} KernelAdam;

/// All kernels, compiled for one instruction set.
typedef struct KernelSet {
  /// Lays rows of a row-major table into a block: those numbered in `order`, or the first `count` if that
  /// is null.
  void (*_Nonnull gather)(
      const float *_Nonnull table, intptr_t columns, const intptr_t *_Nullable order, intptr_t count,
      float *_Nonnull x, intptr_t vectors);

  /// y = Wᵀ x + b, for W `(inputs, units)`; of a relu layer what is below 0 becomes 0.
  void (*_Nonnull dense)(
      const float *_Nonnull x, const float *_Nonnull w, const float *_Nonnull b, bool relu,
      float *_Nonnull y, intptr_t inputs, intptr_t units, intptr_t vectors);

  /// dx = W dy: the slopes of the loss by the inputs of a dense layer. With `gate` `(inputs, batch)`, the
  /// values of a relu layer or what a dropout left of them, they are the slopes by that layer's sums: times
  /// `survivor`, and 0 where the value is not above 0, even of a slope that is no number.
  void (*_Nonnull denseSlopes)(
      const float *_Nonnull dy, const float *_Nonnull w, const float *_Nullable gate, float survivor,
      float *_Nonnull dx, intptr_t inputs, intptr_t units, intptr_t vectors);

  /// dw = x dyᵀ and db = Σ dy over the batch: the slopes of the loss by kernel and bias.
  void (*_Nonnull denseGradients)(
      const float *_Nonnull x, const float *_Nonnull dy, float *_Nonnull dw, float *_Nonnull db,
      intptr_t inputs, intptr_t units, intptr_t vectors);

  /// Puts a block through an activation, in place. Softplus, gelu and geluTanh note their derivative in
  /// `d`, unless that is null.
  void (*_Nonnull activate)(
      KernelActivation activation, float *_Nonnull y, float *_Nullable d, intptr_t units,
      intptr_t vectors);

  /// Turns slopes by the activation's values `y` into slopes by its arguments, in place.
  void (*_Nonnull activationSlopes)(
      KernelActivation activation, const float *_Nonnull y, const float *_Nonnull d, float *_Nonnull dy,
      intptr_t units, intptr_t vectors);

  /// y = x m, with a mask m drawn anew: 0 where 16 random bits are below `threshold`, else `survivor`. It is
  /// noted in `mask`, unless that is null; `y` may be `x`.
  void (*_Nonnull drop)(
      const float *_Nonnull x, float *_Nonnull y, float *_Nullable mask, intptr_t units, intptr_t vectors,
      KernelNoise noise, uint32_t threshold, float survivor);

  /// dy = dy m.
  void (*_Nonnull dropSlopes)(
      const float *_Nonnull mask, float *_Nonnull dy, intptr_t units, intptr_t vectors);

  /// Binary cross-entropy of one unit from the logits before a last sigmoid: each row's into `losses`, and
  /// into `slopes` those of the mean loss by z, unless that is null.
  KernelTally (*_Nonnull logitLoss)(
      const float *_Nonnull z, const float *_Nonnull labels, float *_Nonnull losses,
      float *_Nullable slopes, intptr_t rows, intptr_t vectors);

  /// The same from bare probabilities, clipped to [10⁻⁷, 1 − 10⁻⁷].
  KernelTally (*_Nonnull probabilityLoss)(
      const float *_Nonnull p, const float *_Nonnull labels, float *_Nonnull losses,
      float *_Nullable slopes, intptr_t rows, intptr_t vectors);

  /// One step of Adam on `count` parameters.
  void (*_Nonnull adam)(
      float *_Nonnull w, float *_Nonnull m, float *_Nonnull v, const float *_Nonnull g, intptr_t count,
      KernelAdam constants);

  /// The elementary functions, for tests: f(x) over `count` numbers, a multiple of 16. exp takes x ≤ 0, log
  /// normal x > 0, log1p x of [0, 1].
  void (*_Nonnull exp)(const float *_Nonnull x, float *_Nonnull y, intptr_t count);
  void (*_Nonnull log)(const float *_Nonnull x, float *_Nonnull y, intptr_t count);
  void (*_Nonnull log1p)(const float *_Nonnull x, float *_Nonnull y, intptr_t count);
  void (*_Nonnull tanh)(const float *_Nonnull x, float *_Nonnull y, intptr_t count);
  void (*_Nonnull erf)(const float *_Nonnull x, float *_Nonnull y, intptr_t count);
} KernelSet;

/// Instruction sets, each holding the one before; all but the first are known on x86-64 alone.
typedef enum __attribute__((enum_extensibility(closed))) KernelLevel : int32_t {
  /// What every processor of the architecture has: SSE2 on x86-64, NEON on arm64.
  KernelLevelBaseline,
  /// x86-64-v3: AVX2.
  KernelLevelV3,
  /// x86-64-v4: AVX-512.
  KernelLevelV4,
} KernelLevel;

/// The highest level this processor has.
KernelLevel kernelBestLevel(void);

/// The kernels of a level, which must not be above the best.
const KernelSet *_Nonnull kernelSet(KernelLevel level);

#endif
