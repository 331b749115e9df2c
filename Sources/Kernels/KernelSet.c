// Which kernels run: decided by the processor at hand, not by the one that compiled.
#include "Kernels.h"

extern const KernelSet kernelsBaseline;

#ifdef __x86_64__

extern const KernelSet kernelsV3, kernelsV4;

KernelLevel kernelBestLevel(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4")) return KernelLevelV4;
  if (__builtin_cpu_supports("x86-64-v3")) return KernelLevelV3;
  return KernelLevelBaseline;
}

const KernelSet *kernelSet(KernelLevel level) {
  switch (level) {
    case KernelLevelV4: return &kernelsV4;
    case KernelLevelV3: return &kernelsV3;
    case KernelLevelBaseline: return &kernelsBaseline;
  }
}

#else

KernelLevel kernelBestLevel(void) { return KernelLevelBaseline; }

const KernelSet *kernelSet(KernelLevel level) { return &kernelsBaseline; }

#endif
