// The kernels for x86-64-v3: sixteen registers of eight numbers.
#ifdef __x86_64__
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
enum { tileUnits = 5, tileBatch = 1, tileRows = 2, tileColumns = 4, tileSums = 8 };
#define EACH_TILE(TILE) TILE(1, 1) TILE(2, 1) TILE(3, 1) TILE(4, 1) TILE(5, 1)
#define EACH_GRADIENT_TILE(TILE)                                                                         \
  TILE(1, 1) TILE(1, 2) TILE(1, 3) TILE(1, 4) TILE(2, 1) TILE(2, 2) TILE(2, 3) TILE(2, 4)
#include "Set.h"
#pragma clang attribute pop

const KernelSet kernelsV3 = KERNELS;
#endif
