/* SPDX-License-Identifier: MIT */
/* Words every file uses: assertions, containers, alignment, checked results. */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DXGH_MUST_CHECK __attribute__((warn_unused_result))
#define DXGH_NORETURN __attribute__((noreturn))
#define DXGH_PRINTF(text, first) __attribute__((format(printf, text, first)))
/* For functions that touch memory a caller or a driver named: a bad address is to fault, and the
 * fault handler says whose it was. A sanitizer would end the program instead. */
#define DXGH_TOUCHES_FOREIGN_MEMORY                                                                \
    __attribute__((no_sanitize("address"), no_sanitize("undefined")))
#define DXGH_LIKELY(x) __builtin_expect(!!(x), 1)
#define DXGH_UNLIKELY(x) __builtin_expect(!!(x), 0)

#define DXGH_ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))
#define DXGH_CONTAINER_OF(pointer, type, member)                                                   \
    ((type *)(void *)((char *)(pointer)-offsetof(type, member)))
#define DXGH_MIN(a, b) ((a) < (b) ? (a) : (b))
#define DXGH_MAX(a, b) ((a) > (b) ? (a) : (b))

#define DXGH_PAGE_SIZE 4096u
#define DXGH_PAGE_SHIFT 12u

#define DXGH_NS_PER_US UINT64_C(1000)
#define DXGH_NS_PER_MS UINT64_C(1000000)
#define DXGH_NS_PER_S UINT64_C(1000000000)

static inline uint64_t align_up(uint64_t value, uint64_t power_of_two)
{
    return (value + power_of_two - 1) & ~(power_of_two - 1);
}

static inline uint64_t align_down(uint64_t value, uint64_t power_of_two)
{
    return value & ~(power_of_two - 1);
}

/* Our own bug: on in release, prints where and how to repeat the run, and aborts. */
#define DXGH_ASSERT(condition)                                                                     \
    do {                                                                                           \
        if (DXGH_UNLIKELY(!(condition))) {                                                         \
            base_assert_failed(#condition, __FILE__, __LINE__);                                    \
        }                                                                                          \
    } while (0)

/* For a place that cannot be reached; the statement says what would have to be untrue. */
#define DXGH_NOT_REACHED(statement) base_assert_failed(statement, __FILE__, __LINE__)

DXGH_NORETURN void base_assert_failed(const char *condition, const char *file, int line);

/**
 * base_assert_note_set - what to print with a failed assertion, such as the seed of the run
 * @note: called on failure to write its line to stderr; NULL for none
 */
void base_assert_note_set(void (*note)(void));

#endif /* BASE_BASE_H */
