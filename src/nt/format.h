/* SPDX-License-Identifier: MIT */
/*
 * The formatter behind DbgPrint and RtlStringXxPrintf: what Windows' kernel prints for each
 * conversion, whatever the data model of the driver's compiler.
 *
 * `l` is 32 bits wide; I64, ll 64; I, z, t pointer-wide. %s takes the kind of string of the format,
 * %S the other one; %ws %ls wide, %hs narrow; %Z an ANSI_STRING, %wZ a UNICODE_STRING; %p sixteen
 * capital hexadecimal digits. %!NAME! as in WPP's messages.
 *
 * Source: kernel/debugging-print-formats (DbgPrint page). Tests: tests/unit/nt_format_test.c
 */
#ifndef NT_FORMAT_H
#define NT_FORMAT_H

#include "nt/wdk.h"

struct nt_format {
    void (*put)(struct nt_format *format, uint16_t character);
    bool hide_pointers; /* %p prints question marks: for what must not depend on addresses */
};

/* Both take the argument list of an ms_abi function. */
void nt_format_narrow(struct nt_format *format, const char *text, WDK_VA_LIST arguments);
void nt_format_wide(struct nt_format *format, const WCHAR *text, WDK_VA_LIST arguments);

/* A sink that fills a buffer of characters and always terminates it. */
struct nt_format_buffer {
    struct nt_format format;
    char *text;
    size_t capacity; /* characters, with the terminator; at least 1 */
    size_t length;
    bool overflow;
};
void nt_format_buffer_init(struct nt_format_buffer *buffer, char *text, size_t capacity);

#endif /* NT_FORMAT_H */
