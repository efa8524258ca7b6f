/* SPDX-License-Identifier: MIT */
/* Strings of 16-bit characters for windows-mode drivers. */
#ifndef WDK_CRT_WCHAR_H
#define WDK_CRT_WCHAR_H

#include <stddef.h>
#include "../inline/crt.h"

#ifdef __cplusplus
extern "C" {
#endif

size_t wcslen(const wchar_t *s);
size_t wcsnlen(const wchar_t *s, size_t limit);
int wcscmp(const wchar_t *a, const wchar_t *b);
int wcsncmp(const wchar_t *a, const wchar_t *b, size_t n);
wchar_t *wcscpy(wchar_t *to, const wchar_t *from);
wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t n);
wchar_t *wcscat(wchar_t *to, const wchar_t *from);
wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t n);
wchar_t *wcschr(const wchar_t *s, int c);
wchar_t *wcsrchr(const wchar_t *s, int c);
wchar_t *wcsstr(const wchar_t *s, const wchar_t *part);
int towlower(int c);
int towupper(int c);
int swprintf(wchar_t *buffer, const wchar_t *format, ...);

#ifdef __cplusplus
}
#endif

#endif
