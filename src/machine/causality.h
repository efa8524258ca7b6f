/* SPDX-License-Identifier: MIT */
/*
 * Order that the machine or the kernel guarantees, told to ThreadSanitizer.
 *
 * To TSan each fiber is a thread and a switch between fibers synchronises nothing, so that a race
 * in a driver is found even though only one fiber runs at a time. What really orders two threads on
 * Windows must therefore be said: a sync level, a queue, a wake-up, a device that interrupts
 * because it was written to. Everything a fiber did before causality_release(x) happens before
 * whatever another does after causality_acquire(x). Both cost nothing without TSan.
 */
#ifndef MACHINE_CAUSALITY_H
#define MACHINE_CAUSALITY_H

#include "base/base.h"

#if DXGH_TSAN
void __tsan_acquire(void *address);
void __tsan_release(void *address);
#endif

static inline void causality_release(const volatile void *address)
{
#if DXGH_TSAN
    __tsan_release((void *)(uintptr_t)address);
#else
    (void)address;
#endif
}

static inline void causality_acquire(const volatile void *address)
{
#if DXGH_TSAN
    __tsan_acquire((void *)(uintptr_t)address);
#else
    (void)address;
#endif
}

#endif /* MACHINE_CAUSALITY_H */
