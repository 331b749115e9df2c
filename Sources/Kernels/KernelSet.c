// Which kernels run: decided by the processor at hand, not by the one that compiled.
#include "Kernels.h"

extern const KernelSet kernelsBaseline;

#ifdef __x86_64__
#include <xmmintrin.h>

// Results and operands below the normal numbers: FTZ and DAZ.
uint64_t kernelsFlushSubnormals(void) {
  uint32_t before = _mm_getcsr();
  _mm_setcsr(before | 0x8040);
  return before;
}

void kernelsRestore(uint64_t before) { _mm_setcsr((uint32_t)before); }

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

uint64_t kernelsFlushSubnormals(void) {
  uint64_t before = 0;
#ifdef __aarch64__
  __asm__ volatile("mrs %0, fpcr" : "=r"(before));
  __asm__ volatile("msr fpcr, %0" : : "r"(before | 1 << 24));
#endif
  return before;
}

void kernelsRestore(uint64_t before) {
#ifdef __aarch64__
  __asm__ volatile("msr fpcr, %0" : : "r"(before));
#endif
}

KernelLevel kernelBestLevel(void) { return KernelLevelBaseline; }

const KernelSet *kernelSet(KernelLevel level) { return &kernelsBaseline; }

#endif
