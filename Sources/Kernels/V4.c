// The kernels for x86-64-v4: 32 registers of sixteen numbers.
#ifdef __x86_64__
#pragma clang attribute push( \
    __attribute__((target("arch=x86-64-v4"), min_vector_width(512))), apply_to = function)
enum { tileUnits = 5, tileBatch = 5, tileRows = 5, tileColumns = 5, tileSums = 32 };
#define EACH_OF(TILE, U) TILE(U, 1) TILE(U, 2) TILE(U, 3) TILE(U, 4) TILE(U, 5)
#define EACH_TILE(TILE) EACH_OF(TILE, 1) EACH_OF(TILE, 2) EACH_OF(TILE, 3) EACH_OF(TILE, 4) EACH_OF(TILE, 5)
#define EACH_GRADIENT_TILE(TILE) EACH_TILE(TILE)
// %0 = %1 times the number at %2 in each of 16 lanes.
#define timesInMemory "vmulps %2%{1to16%}, %1, %0"
#include "Set.h"
#pragma clang attribute pop

const KernelSet kernelsV4 = KERNELS;
#endif
