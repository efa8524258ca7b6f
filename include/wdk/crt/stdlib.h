/* SPDX-License-Identifier: MIT */
/* Conversions of the C library. */
#ifndef WDK_CRT_STDLIB_H
#define WDK_CRT_STDLIB_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

int abs(int value);
int atoi(const char *s);
long strtol(const char *s, char **end, int base);
unsigned long strtoul(const char *s, char **end, int base);
int atexit(void (*function)(void));

#ifdef __cplusplus
}
#endif

#ifndef _countof
#define _countof(a) (sizeof(a) / sizeof((a)[0]))
#endif

#endif
