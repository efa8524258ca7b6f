/* SPDX-License-Identifier: MIT */
/*
 * Functions of the kernel's C library that a Linux C library lacks.
 *
 * The two formatters are exports of the host; the others are linked into each driver image.
 */
#ifndef WDK_INLINE_CRT_H
#define WDK_INLINE_CRT_H

#include "base.h"

WDK_EXTERN_C_BEGIN

/* Number of characters written, or -1 when the buffer is too short; then nothing terminates it. */
int NTAPI _vsnprintf(char *buffer, size_t count, const char *format, WDK_VA_LIST arguments);
int NTAPI _vsnwprintf(wchar_t *buffer, size_t count, const wchar_t *format, WDK_VA_LIST arguments);

int NTAPIV _snprintf(char *buffer, size_t count, const char *format, ...);
int NTAPIV _snwprintf(wchar_t *buffer, size_t count, const wchar_t *format, ...);

int _stricmp(const char *a, const char *b);
int _strnicmp(const char *a, const char *b, size_t n);
int _wcsicmp(const wchar_t *a, const wchar_t *b);
int _wcsnicmp(const wchar_t *a, const wchar_t *b, size_t n);

WDK_EXTERN_C_END

#endif
