/* SPDX-License-Identifier: MIT */
/* What clang's code generator expects from the C and C++ runtimes, for windows-mode drivers. */
#include "glue.h"

GLUE void *memcpy(void *destination, const void *source, size_t n);
GLUE void *memmove(void *destination, const void *source, size_t n);
GLUE void *memset(void *destination, int value, size_t n);
GLUE int memcmp(const void *a, const void *b, size_t n);
GLUE int atexit(void (*function)(void));
GLUE void __cxa_pure_virtual(void);
GLUE int __cxa_guard_acquire(char *guard);
GLUE void __cxa_guard_release(char *guard);
GLUE_EXPORT void DxghRunAtexit(void);

void *memcpy(void *destination, const void *source, size_t n)
{
    void *cursor = destination;
    __asm__ volatile("rep movsb" : "+D"(cursor), "+S"(source), "+c"(n) : : "memory");
    return destination;
}

void *memmove(void *destination, const void *source, size_t n)
{
    char *to = destination;
    const char *from = source;

    if (to <= from || to >= from + n) {
        return memcpy(destination, source, n);
    }
    while (n--) {
        to[n] = from[n];
    }
    return destination;
}

void *memset(void *destination, int value, size_t n)
{
    void *cursor = destination;
    __asm__ volatile("rep stosb" : "+D"(cursor), "+c"(n) : "a"(value) : "memory");
    return destination;
}

int memcmp(const void *a, const void *b, size_t n)
{
    const unsigned char *left = a, *right = b;

    for (; n; n--, left++, right++) {
        if (*left != *right) {
            return *left - *right;
        }
    }
    return 0;
}

/* Destructors of global objects. A driver image has no exit of its own: the host runs them after
 * DriverUnload, newest first. */
enum { ATEXIT_LIMIT = 256 };
static void (*atexit_functions[ATEXIT_LIMIT])(void);
static int atexit_count;

int atexit(void (*function)(void))
{
    if (atexit_count == ATEXIT_LIMIT) {
        return -1;
    }
    atexit_functions[atexit_count++] = function;
    return 0;
}

void DxghRunAtexit(void)
{
    while (atexit_count > 0) {
        atexit_functions[--atexit_count]();
    }
}

void __cxa_pure_virtual(void)
{
    __builtin_trap();
}

/* Drivers are built without thread-safe statics; these serve a translation unit that was not. */
int __cxa_guard_acquire(char *guard)
{
    return *guard == 0;
}

void __cxa_guard_release(char *guard)
{
    *guard = 1;
}

/* Called at the entry of a function whose frame exceeds a page: rax holds the frame's size. Touches
 * each page once, so that the guard page below the stack cannot be jumped over. */
__asm__(".text\n"
        ".globl ___chkstk_ms\n"
        ".hidden ___chkstk_ms\n"
        ".type ___chkstk_ms, @function\n"
        "___chkstk_ms:\n"
        "    push %rcx\n"
        "    push %rax\n"
        "    lea 24(%rsp), %rcx\n"
        "    cmp $0x1000, %rax\n"
        "    jb 2f\n"
        "1:  sub $0x1000, %rcx\n"
        "    orq $0, (%rcx)\n"
        "    sub $0x1000, %rax\n"
        "    cmp $0x1000, %rax\n"
        "    ja 1b\n"
        "2:  sub %rax, %rcx\n"
        "    orq $0, (%rcx)\n"
        "    pop %rax\n"
        "    pop %rcx\n"
        "    ret\n"
        ".size ___chkstk_ms, . - ___chkstk_ms\n");
