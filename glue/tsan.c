/* SPDX-License-Identifier: MIT */
/*
 * ThreadSanitizer for windows-mode drivers: front ends with the Microsoft convention around the
 * runtime in the host. Reads and writes carry the driver's own return address, so that a report
 * names the driver's line.
 */
#include "glue.h"

extern GLUE_SYSV long write(int fd, const void *text, size_t n);
extern GLUE_SYSV __attribute__((noreturn)) void _exit(int status);

GLUE_EXPORT const char DxghDriverSanitizer[] = "thread";

GLUE static void *runtime(const char *name)
{
    static const char message[] =
        "dxghost: this driver was built for ThreadSanitizer; the host was not\n";
    void *function = dlsym((void *)0, name);

    if (!function) {
        write(2, message, sizeof(message) - 1);
        _exit(2);
    }
    return function;
}

/* Looks the runtime's function up once per front end. */
#define CALL(type, name, ...)                                                                      \
    static type function;                                                                          \
    if (!function) {                                                                               \
        function = (type)runtime(name);                                                            \
    }                                                                                              \
    return function(__VA_ARGS__)

typedef GLUE_SYSV void (*call_0)(void);
typedef GLUE_SYSV void (*call_1)(uptr);
typedef GLUE_SYSV void (*call_2)(uptr, uptr);

GLUE void __tsan_init(void)
{
    CALL(call_0, "__tsan_init");
}
GLUE void __tsan_func_entry(uptr pc)
{
    CALL(call_1, "__tsan_func_entry", pc);
}
GLUE void __tsan_func_exit(void)
{
    CALL(call_0, "__tsan_func_exit");
}
GLUE void __tsan_vptr_update(uptr slot, uptr value)
{
    CALL(call_2, "__tsan_vptr_update", slot, value);
}
GLUE void __tsan_vptr_read(uptr slot)
{
    CALL(call_1, "__tsan_vptr_read", slot);
}

#define ACCESS(name)                                                                               \
    GLUE void __tsan_##name(uptr address)                                                          \
    {                                                                                              \
        CALL(call_2, "__tsan_" #name "_pc", address, (uptr)__builtin_return_address(0));           \
    }
#define ACCESS_SIZE(n)                                                                             \
    ACCESS(read##n)                                                                                \
    ACCESS(write##n)
ACCESS_SIZE(1)
ACCESS_SIZE(2)
ACCESS_SIZE(4)
ACCESS_SIZE(8)
ACCESS_SIZE(16)

#define UNALIGNED(name)                                                                            \
    GLUE void __tsan_unaligned_##name(uptr address)                                                \
    {                                                                                              \
        CALL(call_1, "__tsan_unaligned_" #name, address);                                          \
    }
UNALIGNED(read2)
UNALIGNED(read4)
UNALIGNED(read8)
UNALIGNED(read16)
UNALIGNED(write2)
UNALIGNED(write4)
UNALIGNED(write8)
UNALIGNED(write16)

#define ATOMIC(bits, type)                                                                         \
    GLUE type __tsan_atomic##bits##_load(const volatile type *a, int order)                        \
    {                                                                                              \
        typedef GLUE_SYSV type (*load)(const volatile type *, int);                                \
        CALL(load, "__tsan_atomic" #bits "_load", a, order);                                       \
    }                                                                                              \
    GLUE void __tsan_atomic##bits##_store(volatile type *a, type v, int order)                     \
    {                                                                                              \
        typedef GLUE_SYSV void (*store)(volatile type *, type, int);                               \
        CALL(store, "__tsan_atomic" #bits "_store", a, v, order);                                  \
    }                                                                                              \
    typedef GLUE_SYSV type (*rmw##bits)(volatile type *, type, int);                               \
    OPERATION(bits, type, exchange)                                                                \
    OPERATION(bits, type, fetch_add)                                                               \
    OPERATION(bits, type, fetch_sub)                                                               \
    OPERATION(bits, type, fetch_and)                                                               \
    OPERATION(bits, type, fetch_or)                                                                \
    OPERATION(bits, type, fetch_xor)                                                               \
    OPERATION(bits, type, fetch_nand)                                                              \
    typedef GLUE_SYSV int (*cas##bits)(volatile type *, type *, type, int, int);                   \
    GLUE int __tsan_atomic##bits##_compare_exchange_strong(volatile type *a, type *c, type v,      \
                                                           int order, int failure)                 \
    {                                                                                              \
        CALL(cas##bits, "__tsan_atomic" #bits "_compare_exchange_strong", a, c, v, order,          \
             failure);                                                                             \
    }                                                                                              \
    GLUE int __tsan_atomic##bits##_compare_exchange_weak(volatile type *a, type *c, type v,        \
                                                         int order, int failure)                   \
    {                                                                                              \
        CALL(cas##bits, "__tsan_atomic" #bits "_compare_exchange_weak", a, c, v, order, failure);  \
    }                                                                                              \
    typedef GLUE_SYSV type (*casval##bits)(volatile type *, type, type, int, int);                 \
    GLUE type __tsan_atomic##bits##_compare_exchange_val(volatile type *a, type c, type v,         \
                                                         int order, int failure)                   \
    {                                                                                              \
        CALL(casval##bits, "__tsan_atomic" #bits "_compare_exchange_val", a, c, v, order,          \
             failure);                                                                             \
    }
#define OPERATION(bits, type, op)                                                                  \
    GLUE type __tsan_atomic##bits##_##op(volatile type *a, type v, int order)                      \
    {                                                                                              \
        CALL(rmw##bits, "__tsan_atomic" #bits "_" #op, a, v, order);                               \
    }

ATOMIC(8, unsigned char)
ATOMIC(16, unsigned short)
ATOMIC(32, unsigned int)
ATOMIC(64, unsigned long long)

GLUE void __tsan_atomic_thread_fence(int order)
{
    typedef GLUE_SYSV void (*fence)(int);
    CALL(fence, "__tsan_atomic_thread_fence", order);
}
GLUE void __tsan_atomic_signal_fence(int order)
{
    typedef GLUE_SYSV void (*fence)(int);
    CALL(fence, "__tsan_atomic_signal_fence", order);
}
