// The kernels for every processor of the architecture, with sixteen registers of four numbers in mind.
enum { tileUnits = 2, tileBatch = 1, tileRows = 2, tileColumns = 2, tileSums = 8 };
#define EACH_TILE(TILE) TILE(1, 1) TILE(2, 1)
#define EACH_GRADIENT_TILE(TILE) TILE(1, 1) TILE(1, 2) TILE(2, 1) TILE(2, 2)
#include "Set.h"

const KernelSet kernelsBaseline = KERNELS;
