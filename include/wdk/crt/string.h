/* SPDX-License-Identifier: MIT */
/* C library strings for windows-mode drivers, which have no C library around them. */
#ifndef WDK_CRT_STRING_H
#define WDK_CRT_STRING_H

#include <stddef.h>
#include "../inline/crt.h"

#ifdef __cplusplus
extern "C" {
#endif

void *memcpy(void *destination, const void *source, size_t n);
void *memmove(void *destination, const void *source, size_t n);
void *memset(void *destination, int value, size_t n);
int memcmp(const void *a, const void *b, size_t n);
void *memchr(const void *memory, int c, size_t n);

size_t strlen(const char *s);
size_t strnlen(const char *s, size_t limit);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t n);
char *strcpy(char *to, const char *from);
char *strncpy(char *to, const char *from, size_t n);
char *strcat(char *to, const char *from);
char *strncat(char *to, const char *from, size_t n);
char *strchr(const char *s, int c);
char *strrchr(const char *s, int c);
char *strstr(const char *s, const char *part);
#define stricmp _stricmp
#define strnicmp _strnicmp

#ifdef __cplusplus
}
#endif

#include "wchar.h"

#endif
