/* SPDX-License-Identifier: MIT */
/*
 * What ThreadSanitizer is told about synchronisation: each NT lock is a mutex to it, and each
 * signal, queue or start is a release that the waiter, routine or thread acquires. Without these a
 * correct driver would look racy, since a fiber switch synchronises nothing.
 */
#ifndef NT_TSAN_H
#define NT_TSAN_H

#include "base/base.h"

#if DXGH_TSAN
void __tsan_acquire(void *address);
void __tsan_release(void *address);
void __tsan_mutex_create(void *address, unsigned flags);
void __tsan_mutex_destroy(void *address, unsigned flags);
void __tsan_mutex_pre_lock(void *address, unsigned flags);
void __tsan_mutex_post_lock(void *address, unsigned flags, int recursion);
int __tsan_mutex_pre_unlock(void *address, unsigned flags);
void __tsan_mutex_post_unlock(void *address, unsigned flags);
#define NT_TSAN_LAZY 1u   /* __tsan_mutex_linker_init: no creation needed */
#define NT_TSAN_SHARED 8u /* __tsan_mutex_read_lock */
#define NT_TSAN_TRY 16u   /* __tsan_mutex_try_lock */
#else
#define __tsan_acquire(address) ((void)(address))
#define __tsan_release(address) ((void)(address))
#define __tsan_mutex_pre_lock(address, flags) ((void)(address))
#define __tsan_mutex_post_lock(address, flags, recursion) ((void)(address))
#define __tsan_mutex_pre_unlock(address, flags) ((void)(address))
#define __tsan_mutex_post_unlock(address, flags) ((void)(address))
#define NT_TSAN_SHARED 0u
#define NT_TSAN_TRY 0u
#define NT_TSAN_LAZY 0u
#endif

static inline void nt_tsan_acquire(const volatile void *address)
{
    __tsan_acquire((void *)(uintptr_t)address);
}

static inline void nt_tsan_release(const volatile void *address)
{
    __tsan_release((void *)(uintptr_t)address);
}

/* Call once the lock is taken; the pair cannot be split around a switch of fibers. */
static inline void nt_tsan_locked(const volatile void *address, bool shared)
{
    void *lock = (void *)(uintptr_t)address;
    unsigned flags = NT_TSAN_LAZY | NT_TSAN_TRY | (shared ? NT_TSAN_SHARED : 0u);

    __tsan_mutex_pre_lock(lock, flags);
    __tsan_mutex_post_lock(lock, flags, 1);
    (void)flags;
}

/* Call while the lock is still held. */
static inline void nt_tsan_unlocked(const volatile void *address, bool shared)
{
    void *lock = (void *)(uintptr_t)address;
    unsigned flags = shared ? NT_TSAN_SHARED : 0u;

    (void)__tsan_mutex_pre_unlock(lock, flags);
    __tsan_mutex_post_unlock(lock, flags);
    (void)flags;
}

#endif /* NT_TSAN_H */
