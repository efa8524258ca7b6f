/* SPDX-License-Identifier: MIT */
/*
 * AddressSanitizer for windows-mode drivers.
 *
 * Instrumented code calls the runtime with the Microsoft convention; the runtime sits in the host,
 * which is built with the sanitizer, and has System V entries. Each front end here forwards one.
 * Stack frames stay on the driver's stack (no use-after-return detection).
 */
#include "glue.h"

extern GLUE_SYSV void __asan_report_error(uptr pc, uptr bp, uptr sp, uptr address, int is_write,
                                          uptr size, unsigned exp) __attribute__((weak));
extern GLUE_SYSV long write(int fd, const void *text, size_t n);
extern GLUE_SYSV __attribute__((noreturn)) void _exit(int status);

/* Lets the loader see, before it runs anything, which host this image needs. */
GLUE_EXPORT const char DxghDriverSanitizer[] = "address";

GLUE uptr __asan_shadow_memory_dynamic_address = 0x7fff8000;
GLUE int __asan_option_detect_stack_use_after_return = 0;

GLUE static void *runtime(const char *name)
{
    static const char message[] =
        "dxghost: this driver was built for AddressSanitizer; the host was not\n";
    void *function = dlsym((void *)0, name);

    if (!function) {
        write(2, message, sizeof(message) - 1);
        _exit(2);
    }
    return function;
}

#define REPORT(size)                                                                               \
    GLUE void __asan_report_load##size(uptr address)                                               \
    {                                                                                              \
        uptr frame = (uptr)__builtin_frame_address(0);                                             \
        __asan_report_error((uptr)__builtin_return_address(0), frame, frame, address, 0, size, 0); \
    }                                                                                              \
    GLUE void __asan_report_store##size(uptr address)                                              \
    {                                                                                              \
        uptr frame = (uptr)__builtin_frame_address(0);                                             \
        __asan_report_error((uptr)__builtin_return_address(0), frame, frame, address, 1, size, 0); \
    }
REPORT(1)
REPORT(2)
REPORT(4)
REPORT(8)
REPORT(16)

GLUE void __asan_report_load_n(uptr address, uptr size)
{
    uptr frame = (uptr)__builtin_frame_address(0);
    __asan_report_error((uptr)__builtin_return_address(0), frame, frame, address, 0, size, 0);
}
GLUE void __asan_report_store_n(uptr address, uptr size)
{
    uptr frame = (uptr)__builtin_frame_address(0);
    __asan_report_error((uptr)__builtin_return_address(0), frame, frame, address, 1, size, 0);
}

/* Looks the runtime's function up once per front end. */
#define FORWARD(f, type, ...)                                                                      \
    static type function;                                                                          \
    if (!function) {                                                                               \
        function = (type)runtime(#f);                                                              \
    }                                                                                              \
    return function(__VA_ARGS__)

typedef GLUE_SYSV void (*call_0)(void);
typedef GLUE_SYSV uptr (*call_1)(uptr);
typedef GLUE_SYSV uptr (*call_2)(uptr, uptr);
typedef GLUE_SYSV uptr (*call_3)(uptr, uptr, uptr);

#define FORWARD_0(f)                                                                               \
    GLUE void f(void)                                                                              \
    {                                                                                              \
        FORWARD(f, call_0);                                                                        \
    }
#define FORWARD_1(f)                                                                               \
    GLUE uptr f(uptr a)                                                                            \
    {                                                                                              \
        FORWARD(f, call_1, a);                                                                     \
    }
#define FORWARD_2(f)                                                                               \
    GLUE uptr f(uptr a, uptr b)                                                                    \
    {                                                                                              \
        FORWARD(f, call_2, a, b);                                                                  \
    }
#define FORWARD_3(f)                                                                               \
    GLUE uptr f(uptr a, uptr b, uptr c)                                                            \
    {                                                                                              \
        FORWARD(f, call_3, a, b, c);                                                               \
    }

FORWARD_0(__asan_init)
GLUE void __asan_version_mismatch_check_v8(void)
{
}
FORWARD_2(__asan_register_globals)
FORWARD_2(__asan_unregister_globals)
FORWARD_3(__asan_register_elf_globals)
FORWARD_3(__asan_unregister_elf_globals)
FORWARD_1(__asan_before_dynamic_init)
FORWARD_0(__asan_after_dynamic_init)
FORWARD_0(__asan_handle_no_return)
FORWARD_3(__asan_memcpy)
FORWARD_3(__asan_memmove)
FORWARD_3(__asan_memset)
FORWARD_2(__asan_set_shadow_00)
FORWARD_2(__asan_set_shadow_f1)
FORWARD_2(__asan_set_shadow_f2)
FORWARD_2(__asan_set_shadow_f3)
FORWARD_2(__asan_set_shadow_f5)
FORWARD_2(__asan_set_shadow_f8)
FORWARD_2(__asan_poison_stack_memory)
FORWARD_2(__asan_unpoison_stack_memory)
FORWARD_2(__asan_alloca_poison)
FORWARD_2(__asan_allocas_unpoison)

/* Asked for a fake stack; none is given, so frames stay on the real one. */
#define STACK_CLASS(n)                                                                             \
    GLUE uptr __asan_stack_malloc_##n(uptr size)                                                   \
    {                                                                                              \
        (void)size;                                                                                \
        return 0;                                                                                  \
    }                                                                                              \
    GLUE void __asan_stack_free_##n(uptr p, uptr s)                                                \
    {                                                                                              \
        (void)p;                                                                                   \
        (void)s;                                                                                   \
    }
STACK_CLASS(0)
STACK_CLASS(1)
STACK_CLASS(2)
STACK_CLASS(3)
STACK_CLASS(4)
STACK_CLASS(5)
STACK_CLASS(6)
STACK_CLASS(7)
STACK_CLASS(8)
STACK_CLASS(9)
STACK_CLASS(10)
