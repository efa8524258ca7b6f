/* SPDX-License-Identifier: MIT */
/* Printing into buffers; the kernel has no streams. */
#ifndef WDK_CRT_STDIO_H
#define WDK_CRT_STDIO_H

#include <stdarg.h>
#include <stddef.h>
#include "../inline/crt.h"

#ifdef __cplusplus
extern "C" {
#endif

int sprintf(char *buffer, const char *format, ...);
int snprintf(char *buffer, size_t count, const char *format, ...);
int vsprintf(char *buffer, const char *format, va_list arguments);
int vsnprintf(char *buffer, size_t count, const char *format, va_list arguments);

#ifdef __cplusplus
}
#endif

#endif
