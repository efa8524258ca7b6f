/* SPDX-License-Identifier: MIT */
/* AddressSanitizer's shadow, where there is one. */
#ifndef NT_SANITIZE_H
#define NT_SANITIZE_H

#include <stddef.h>

#if defined(__SANITIZE_ADDRESS__)
#define NT_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NT_ASAN 1
#endif
#endif
#ifndef NT_ASAN
#define NT_ASAN 0
#endif

#if NT_ASAN
void __asan_poison_memory_region(void const volatile *address, size_t size);
void __asan_unpoison_memory_region(void const volatile *address, size_t size);
#endif

static inline void nt_sanitize_poison(const void *address, size_t bytes)
{
#if NT_ASAN
    __asan_poison_memory_region(address, bytes);
#else
    (void)address;
    (void)bytes;
#endif
}

static inline void nt_sanitize_unpoison(const void *address, size_t bytes)
{
#if NT_ASAN
    __asan_unpoison_memory_region(address, bytes);
#else
    (void)address;
    (void)bytes;
#endif
}

#endif /* NT_SANITIZE_H */
