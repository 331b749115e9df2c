// The kernels for x86-64-v4: 32 registers of sixteen numbers.
#ifdef __x86_64__
#pragma clang attribute push( \
    __attribute__((target("arch=x86-64-v4"), min_vector_width(512))), apply_to = function)
enum { tileUnits = 5, tileBatch = 5, tileRows = 4, tileColumns = 4, tileSums = 16 };
#define EACH_BATCH(TILE, U) TILE(U, 1) TILE(U, 2) TILE(U, 3) TILE(U, 4) TILE(U, 5)
#define EACH_TILE(TILE)                                                                                  \
  EACH_BATCH(TILE, 1) EACH_BATCH(TILE, 2) EACH_BATCH(TILE, 3) EACH_BATCH(TILE, 4) EACH_BATCH(TILE, 5)
#define EACH_GRADIENT_TILE(TILE)                                                                         \
  TILE(1, 1) TILE(1, 2) TILE(1, 3) TILE(1, 4) TILE(2, 1) TILE(2, 2) TILE(2, 3) TILE(2, 4)                \
  TILE(3, 1) TILE(3, 2) TILE(3, 3) TILE(3, 4) TILE(4, 1) TILE(4, 2) TILE(4, 3) TILE(4, 4)
#include "Set.h"
#pragma clang attribute pop

const KernelSet kernelsV4 = KERNELS;
#endif
