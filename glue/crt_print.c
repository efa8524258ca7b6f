/* SPDX-License-Identifier: MIT */
/*
 * Unbounded and counted printing, over the two formatters the host exports under the kernel's own
 * names. In an archive of its own: an image that prints nothing must not import them.
 */
#include "glue.h"

typedef __WCHAR_TYPE__ wide;
typedef __builtin_ms_va_list va_list_ms;
#define MS __attribute__((ms_abi))

enum { UNBOUNDED = 0x7fffffff };

extern MS int _vsnprintf(char *buffer, size_t count, const char *format, va_list_ms arguments);
extern MS int _vsnwprintf(wide *buffer, size_t count, const wide *format, va_list_ms arguments);

#define PRINT(T, FORMATTER, ...)                                                                   \
    va_list_ms arguments;                                                                          \
    int n;                                                                                         \
    __builtin_ms_va_start(arguments, format);                                                      \
    n = FORMATTER(__VA_ARGS__, format, arguments);                                                 \
    __builtin_ms_va_end(arguments);                                                                \
    return n

GLUE MS int _snprintf(char *buffer, size_t count, const char *format, ...)
{
    PRINT(char, _vsnprintf, buffer, count);
}
GLUE MS int _snwprintf(wide *buffer, size_t count, const wide *format, ...)
{
    PRINT(wide, _vsnwprintf, buffer, count);
}

#if __SIZEOF_LONG__ == 4
GLUE int snprintf(char *buffer, size_t count, const char *format, ...)
{
    PRINT(char, _vsnprintf, buffer, count);
}
GLUE int sprintf(char *buffer, const char *format, ...)
{
    PRINT(char, _vsnprintf, buffer, UNBOUNDED);
}
GLUE int vsprintf(char *buffer, const char *format, va_list_ms arguments)
{
    return _vsnprintf(buffer, UNBOUNDED, format, arguments);
}
GLUE int vsnprintf(char *buffer, size_t count, const char *format, va_list_ms arguments)
{
    return _vsnprintf(buffer, count, format, arguments);
}
GLUE int swprintf(wide *buffer, const wide *format, ...)
{
    PRINT(wide, _vsnwprintf, buffer, UNBOUNDED);
}
#endif
