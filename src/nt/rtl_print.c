/* SPDX-License-Identifier: MIT */
/* The printing functions of ntstrsafe.h: into a buffer, always terminated, cut when too long. */
#include "base/base.h"
#include "nt/format.h"

#include <ntstrsafe.h>

struct bounded {
    struct nt_format format;
    void *buffer;
    bool wide;
    size_t capacity; /* characters that may be stored, without terminator */
    size_t length;
    bool overflow;
};

static void put(struct nt_format *format, uint16_t character)
{
    struct bounded *out = DXGH_CONTAINER_OF(format, struct bounded, format);

    if (out->length == out->capacity) {
        out->overflow = true;
    } else if (out->wide) {
        ((WCHAR *)out->buffer)[out->length++] = character;
    } else {
        ((char *)out->buffer)[out->length++] = (char)(character < 0x100 ? character : '?');
    }
}

static NTSTATUS print_narrow(char *buffer, size_t capacity, const char *format,
                             WDK_VA_LIST arguments)
{
    struct bounded out = { .format.put = put, .buffer = buffer, .capacity = capacity - 1 };

    if (capacity == 0 || capacity > NTSTRSAFE_MAX_CCH) {
        return STATUS_INVALID_PARAMETER;
    }
    nt_format_narrow(&out.format, format, arguments);
    buffer[out.length] = '\0';
    return out.overflow ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

static NTSTATUS print_wide(WCHAR *buffer, size_t capacity, const WCHAR *format,
                           WDK_VA_LIST arguments)
{
    struct bounded out = {
        .format.put = put, .buffer = buffer, .wide = true, .capacity = capacity - 1
    };

    if (capacity == 0 || capacity > NTSTRSAFE_MAX_CCH) {
        return STATUS_INVALID_PARAMETER;
    }
    nt_format_wide(&out.format, format, arguments);
    buffer[out.length] = 0;
    return out.overflow ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlStringCchVPrintfA(char *Destination, size_t SizeChars, const char *Format,
                                    WDK_VA_LIST Arguments)
{
    return print_narrow(Destination, SizeChars, Format, Arguments);
}

NTSTATUS NTAPI RtlStringCchVPrintfW(WCHAR *Destination, size_t SizeChars, const WCHAR *Format,
                                    WDK_VA_LIST Arguments)
{
    return print_wide(Destination, SizeChars, Format, Arguments);
}

NTSTATUS NTAPI RtlStringCbVPrintfA(char *Destination, size_t SizeBytes, const char *Format,
                                   WDK_VA_LIST Arguments)
{
    return print_narrow(Destination, SizeBytes, Format, Arguments);
}

NTSTATUS NTAPI RtlStringCbVPrintfW(WCHAR *Destination, size_t SizeBytes, const WCHAR *Format,
                                   WDK_VA_LIST Arguments)
{
    return print_wide(Destination, SizeBytes / sizeof(WCHAR), Format, Arguments);
}

NTSTATUS NTAPIV RtlStringCchPrintfA(char *Destination, size_t SizeChars, const char *Format, ...)
{
    WDK_VA_LIST arguments;
    NTSTATUS status;

    __builtin_ms_va_start(arguments, Format);
    status = print_narrow(Destination, SizeChars, Format, arguments);
    __builtin_ms_va_end(arguments);
    return status;
}

NTSTATUS NTAPIV RtlStringCchPrintfW(WCHAR *Destination, size_t SizeChars, const WCHAR *Format, ...)
{
    WDK_VA_LIST arguments;
    NTSTATUS status;

    __builtin_ms_va_start(arguments, Format);
    status = print_wide(Destination, SizeChars, Format, arguments);
    __builtin_ms_va_end(arguments);
    return status;
}

NTSTATUS NTAPIV RtlStringCbPrintfA(char *Destination, size_t SizeBytes, const char *Format, ...)
{
    WDK_VA_LIST arguments;
    NTSTATUS status;

    __builtin_ms_va_start(arguments, Format);
    status = print_narrow(Destination, SizeBytes, Format, arguments);
    __builtin_ms_va_end(arguments);
    return status;
}

NTSTATUS NTAPIV RtlStringCbPrintfW(WCHAR *Destination, size_t SizeBytes, const WCHAR *Format, ...)
{
    WDK_VA_LIST arguments;
    NTSTATUS status;

    __builtin_ms_va_start(arguments, Format);
    status = print_wide(Destination, SizeBytes / sizeof(WCHAR), Format, arguments);
    __builtin_ms_va_end(arguments);
    return status;
}

/* A counted string is not terminated, so every character of it can be used. */
NTSTATUS NTAPI RtlUnicodeStringVPrintf(PUNICODE_STRING Destination, const WCHAR *Format,
                                       WDK_VA_LIST Arguments)
{
    struct bounded out = { .format.put = put,
                           .buffer = Destination->Buffer,
                           .wide = true,
                           .capacity = Destination->MaximumLength / sizeof(WCHAR) };

    nt_format_wide(&out.format, Format, Arguments);
    Destination->Length = (USHORT)(out.length * sizeof(WCHAR));
    return out.overflow ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

NTSTATUS NTAPIV RtlUnicodeStringPrintf(PUNICODE_STRING Destination, const WCHAR *Format, ...)
{
    WDK_VA_LIST arguments;
    NTSTATUS status;

    __builtin_ms_va_start(arguments, Format);
    status = RtlUnicodeStringVPrintf(Destination, Format, arguments);
    __builtin_ms_va_end(arguments);
    return status;
}
