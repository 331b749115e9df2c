// All kernels, for the instruction set and the tiles of the file that includes this.
#include "Products.h"
#include "Activations.h"
#include "Dropout.h"
#include "Steps.h"

#define KERNELS                                                                                          \
  {gather, dense, denseSlopes, denseGradients, activate, activationSlopes, drop, dropSlopes, logitLoss,  \
   probabilityLoss, adam, expAll, logAll, log1pAll, tanhAll, erfAll}
