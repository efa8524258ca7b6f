/* SPDX-License-Identifier: MIT */
/*
 * The C library functions the NT kernel exports, for the inside of a driver image.
 *
 * Windows mode needs all of them, with the Microsoft convention. Native mode takes the narrow ones
 * from the C library and needs only those on 16-bit characters and those with Microsoft's names,
 * which the C library lacks or has with another character width.
 */
#include "glue.h"

typedef __WCHAR_TYPE__ wide;

#if __SIZEOF_LONG__ == 4
#define GLUE_ALL 1
#else
#define GLUE_ALL 0
#endif

static int lower(int c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

#define STRINGS(T, LENGTH, COMPARE, COMPARE_N, COPY, COPY_N, APPEND, APPEND_N, FIND, FIND_LAST,    \
                FIND_STRING)                                                                       \
    GLUE size_t LENGTH(const T *s)                                                                 \
    {                                                                                              \
        size_t n = 0;                                                                              \
        while (s[n]) {                                                                             \
            n++;                                                                                   \
        }                                                                                          \
        return n;                                                                                  \
    }                                                                                              \
    GLUE int COMPARE_N(const T *a, const T *b, size_t n)                                           \
    {                                                                                              \
        for (; n && *a && *a == *b; n--, a++, b++) {                                               \
        }                                                                                          \
        return n ? (*a > *b) - (*a < *b) : 0;                                                      \
    }                                                                                              \
    GLUE int COMPARE(const T *a, const T *b)                                                       \
    {                                                                                              \
        return COMPARE_N(a, b, (size_t)-1);                                                        \
    }                                                                                              \
    GLUE T *COPY(T *to, const T *from)                                                             \
    {                                                                                              \
        T *out = to;                                                                               \
        while ((*out++ = *from++) != 0) {                                                          \
        }                                                                                          \
        return to;                                                                                 \
    }                                                                                              \
    GLUE T *COPY_N(T *to, const T *from, size_t n)                                                 \
    {                                                                                              \
        T *out = to;                                                                               \
        for (; n; n--) {                                                                           \
            *out++ = *from;                                                                        \
            from += *from != 0;                                                                    \
        }                                                                                          \
        return to;                                                                                 \
    }                                                                                              \
    GLUE T *APPEND(T *to, const T *from)                                                           \
    {                                                                                              \
        COPY(to + LENGTH(to), from);                                                               \
        return to;                                                                                 \
    }                                                                                              \
    GLUE T *APPEND_N(T *to, const T *from, size_t n)                                               \
    {                                                                                              \
        T *out = to + LENGTH(to);                                                                  \
        for (; n && *from; n--) {                                                                  \
            *out++ = *from++;                                                                      \
        }                                                                                          \
        *out = 0;                                                                                  \
        return to;                                                                                 \
    }                                                                                              \
    GLUE T *FIND(const T *s, int c)                                                                \
    {                                                                                              \
        for (; *s != (T)c; s++) {                                                                  \
            if (!*s) {                                                                             \
                return (T *)0;                                                                     \
            }                                                                                      \
        }                                                                                          \
        return (T *)s;                                                                             \
    }                                                                                              \
    GLUE T *FIND_LAST(const T *s, int c)                                                           \
    {                                                                                              \
        const T *found = (const T *)0;                                                             \
        for (;; s++) {                                                                             \
            if (*s == (T)c) {                                                                      \
                found = s;                                                                         \
            }                                                                                      \
            if (!*s) {                                                                             \
                return (T *)found;                                                                 \
            }                                                                                      \
        }                                                                                          \
    }                                                                                              \
    GLUE T *FIND_STRING(const T *s, const T *part)                                                 \
    {                                                                                              \
        size_t n = LENGTH(part);                                                                   \
        for (;; s++) {                                                                             \
            if (COMPARE_N(s, part, n) == 0) {                                                      \
                return (T *)s;                                                                     \
            }                                                                                      \
            if (!*s) {                                                                             \
                return (T *)0;                                                                     \
            }                                                                                      \
        }                                                                                          \
    }

STRINGS(wide, wcslen, wcscmp, wcsncmp, wcscpy, wcsncpy, wcscat, wcsncat, wcschr, wcsrchr, wcsstr)

#define INSENSITIVE(T, NAME)                                                                       \
    GLUE int NAME(const T *a, const T *b, size_t n)                                                \
    {                                                                                              \
        for (; n; n--, a++, b++) {                                                                 \
            int difference = lower(*a) - lower(*b);                                                \
            if (difference || !*a) {                                                               \
                return difference;                                                                 \
            }                                                                                      \
        }                                                                                          \
        return 0;                                                                                  \
    }
INSENSITIVE(char, _strnicmp)
INSENSITIVE(wide, _wcsnicmp)

GLUE int _stricmp(const char *a, const char *b)
{
    return _strnicmp(a, b, (size_t)-1);
}
GLUE int _wcsicmp(const wide *a, const wide *b)
{
    return _wcsnicmp(a, b, (size_t)-1);
}
GLUE size_t wcsnlen(const wide *s, size_t limit)
{
    size_t n = 0;

    while (n < limit && s[n]) {
        n++;
    }
    return n;
}
GLUE int towlower(int c)
{
    return lower(c);
}
GLUE int towupper(int c)
{
    return c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
}

#if GLUE_ALL
STRINGS(char, strlen, strcmp, strncmp, strcpy, strncpy, strcat, strncat, strchr, strrchr, strstr)

GLUE size_t strnlen(const char *s, size_t limit)
{
    size_t n = 0;

    while (n < limit && s[n]) {
        n++;
    }
    return n;
}
GLUE void *memchr(const void *memory, int c, size_t n)
{
    const unsigned char *byte = memory;

    for (; n; n--, byte++) {
        if (*byte == (unsigned char)c) {
            return (void *)byte;
        }
    }
    return (void *)0;
}
GLUE int tolower(int c)
{
    return lower(c);
}
GLUE int toupper(int c)
{
    return towupper(c);
}
GLUE int isdigit(int c)
{
    return c >= '0' && c <= '9';
}
GLUE int isspace(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
GLUE int isupper(int c)
{
    return c >= 'A' && c <= 'Z';
}
GLUE int islower(int c)
{
    return c >= 'a' && c <= 'z';
}
GLUE int isalpha(int c)
{
    return isupper(c) || islower(c);
}
GLUE int isalnum(int c)
{
    return isalpha(c) || isdigit(c);
}
GLUE int isxdigit(int c)
{
    return isdigit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}
GLUE int isprint(int c)
{
    return c >= ' ' && c <= '~';
}
GLUE int abs(int value)
{
    return value < 0 ? -value : value;
}

GLUE unsigned long strtoul(const char *s, char **end, int base)
{
    unsigned long value = 0;
    int negative;

    while (isspace(*s)) {
        s++;
    }
    negative = *s == '-';
    s += *s == '-' || *s == '+';
    if ((base == 0 || base == 16) && s[0] == '0' && lower(s[1]) == 'x') {
        s += 2;
        base = 16;
    }
    if (base == 0) {
        base = *s == '0' ? 8 : 10;
    }
    for (;; s++) {
        int digit = isdigit(*s) ? *s - '0' : isalpha(*s) ? lower(*s) - 'a' + 10 : base;
        if (digit >= base) {
            break;
        }
        value = value * (unsigned long)base + (unsigned long)digit;
    }
    if (end) {
        *end = (char *)s;
    }
    return negative ? 0 - value : value;
}
GLUE long strtol(const char *s, char **end, int base)
{
    return (long)strtoul(s, end, base);
}
GLUE int atoi(const char *s)
{
    return (int)strtoul(s, (char **)0, 10);
}
#else
/* Images are linked without the C++ library. */
GLUE void __cxa_pure_virtual(void)
{
    __builtin_trap();
}
#endif
