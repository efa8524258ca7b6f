/* SPDX-License-Identifier: MIT */
/*
 * Bounded string operations.
 *
 * Copy, append and length are inline. The printing ones are exports of the host, whose formatter
 * knows %ws, %wZ and %I64x. All of them terminate what they write and answer
 * STATUS_BUFFER_OVERFLOW when it had to be cut short; the UNICODE_STRING ones do not terminate.
 */
#ifndef WDK_INLINE_NTSTRSAFE_H
#define WDK_INLINE_NTSTRSAFE_H

#include "base.h"

#define STRSAFE_LPCSTR const char *
#define STRSAFE_LPSTR char *
#define STRSAFE_LPCWSTR const WCHAR *
#define STRSAFE_LPWSTR WCHAR *

WDK_EXTERN_C_BEGIN
NTSTATUS NTAPIV RtlStringCbPrintfA(char *Destination, size_t SizeBytes, const char *Format, ...);
NTSTATUS NTAPIV RtlStringCbPrintfW(WCHAR *Destination, size_t SizeBytes, const WCHAR *Format, ...);
NTSTATUS NTAPIV RtlStringCchPrintfA(char *Destination, size_t SizeChars, const char *Format, ...);
NTSTATUS NTAPIV RtlStringCchPrintfW(WCHAR *Destination, size_t SizeChars, const WCHAR *Format, ...);
NTSTATUS NTAPI RtlStringCbVPrintfA(char *Destination, size_t SizeBytes, const char *Format,
                                   WDK_VA_LIST Arguments);
NTSTATUS NTAPI RtlStringCbVPrintfW(WCHAR *Destination, size_t SizeBytes, const WCHAR *Format,
                                   WDK_VA_LIST Arguments);
NTSTATUS NTAPI RtlStringCchVPrintfA(char *Destination, size_t SizeChars, const char *Format,
                                    WDK_VA_LIST Arguments);
NTSTATUS NTAPI RtlStringCchVPrintfW(WCHAR *Destination, size_t SizeChars, const WCHAR *Format,
                                    WDK_VA_LIST Arguments);
NTSTATUS NTAPIV RtlUnicodeStringPrintf(PUNICODE_STRING Destination, const WCHAR *Format, ...);
NTSTATUS NTAPI RtlUnicodeStringVPrintf(PUNICODE_STRING Destination, const WCHAR *Format,
                                       WDK_VA_LIST Arguments);
WDK_EXTERN_C_END

/* Copy, append and length for one character type; SUFFIX is A or W. */
#define WDK_STRSAFE(TYPE, SUFFIX)                                                                \
    WDK_INLINE NTSTATUS RtlStringCchLength##SUFFIX(const TYPE *String, size_t MaxChars,          \
                                                   size_t *Length)                               \
    {                                                                                            \
        size_t i = 0;                                                                            \
        if (!String || MaxChars > NTSTRSAFE_MAX_CCH) {                                           \
            return STATUS_INVALID_PARAMETER;                                                     \
        }                                                                                        \
        while (i < MaxChars && String[i]) {                                                      \
            i++;                                                                                 \
        }                                                                                        \
        if (Length) {                                                                            \
            *Length = i < MaxChars ? i : 0;                                                      \
        }                                                                                        \
        return i < MaxChars ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;                         \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCchCopyN##SUFFIX(TYPE *Destination, size_t SizeChars,           \
                                                  const TYPE *Source, size_t MaxChars)           \
    {                                                                                            \
        size_t i = 0;                                                                            \
        if (SizeChars == 0 || SizeChars > NTSTRSAFE_MAX_CCH) {                                   \
            return STATUS_INVALID_PARAMETER;                                                     \
        }                                                                                        \
        while (i + 1 < SizeChars && i < MaxChars && Source[i]) {                                 \
            Destination[i] = Source[i];                                                          \
            i++;                                                                                 \
        }                                                                                        \
        Destination[i] = 0;                                                                      \
        return i < MaxChars && Source[i] ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;              \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCchCopy##SUFFIX(TYPE *Destination, size_t SizeChars,            \
                                                 const TYPE *Source)                             \
    {                                                                                            \
        return RtlStringCchCopyN##SUFFIX(Destination, SizeChars, Source, NTSTRSAFE_MAX_CCH);     \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCchCatN##SUFFIX(TYPE *Destination, size_t SizeChars,            \
                                                 const TYPE *Source, size_t MaxChars)            \
    {                                                                                            \
        size_t used;                                                                             \
        NTSTATUS status = RtlStringCchLength##SUFFIX(Destination, SizeChars, &used);             \
        if (!NT_SUCCESS(status)) {                                                               \
            return status;                                                                       \
        }                                                                                        \
        return RtlStringCchCopyN##SUFFIX(Destination + used, SizeChars - used, Source,           \
                                         MaxChars);                                              \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCchCat##SUFFIX(TYPE *Destination, size_t SizeChars,             \
                                                const TYPE *Source)                              \
    {                                                                                            \
        return RtlStringCchCatN##SUFFIX(Destination, SizeChars, Source, NTSTRSAFE_MAX_CCH);      \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCbLength##SUFFIX(const TYPE *String, size_t MaxBytes,           \
                                                  size_t *Length)                                \
    {                                                                                            \
        NTSTATUS status =                                                                        \
            RtlStringCchLength##SUFFIX(String, MaxBytes / sizeof(TYPE), Length);                 \
        if (Length && NT_SUCCESS(status)) {                                                      \
            *Length *= sizeof(TYPE);                                                             \
        }                                                                                        \
        return status;                                                                           \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCbCopy##SUFFIX(TYPE *Destination, size_t SizeBytes,             \
                                                const TYPE *Source)                              \
    {                                                                                            \
        return RtlStringCchCopy##SUFFIX(Destination, SizeBytes / sizeof(TYPE), Source);          \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCbCopyN##SUFFIX(TYPE *Destination, size_t SizeBytes,            \
                                                 const TYPE *Source, size_t MaxBytes)            \
    {                                                                                            \
        return RtlStringCchCopyN##SUFFIX(Destination, SizeBytes / sizeof(TYPE), Source,          \
                                         MaxBytes / sizeof(TYPE));                               \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCbCat##SUFFIX(TYPE *Destination, size_t SizeBytes,              \
                                               const TYPE *Source)                               \
    {                                                                                            \
        return RtlStringCchCat##SUFFIX(Destination, SizeBytes / sizeof(TYPE), Source);           \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCbCatN##SUFFIX(TYPE *Destination, size_t SizeBytes,             \
                                                const TYPE *Source, size_t MaxBytes)             \
    {                                                                                            \
        return RtlStringCchCatN##SUFFIX(Destination, SizeBytes / sizeof(TYPE), Source,           \
                                        MaxBytes / sizeof(TYPE));                                \
    }

WDK_STRSAFE(char, A)
WDK_STRSAFE(WCHAR, W)

WDK_INLINE NTSTATUS RtlUnicodeStringInit(PUNICODE_STRING Destination, const WCHAR *Source)
{
    size_t chars = 0;

    Destination->Length = 0;
    Destination->MaximumLength = 0;
    Destination->Buffer = NULL;
    if (!Source) {
        return STATUS_SUCCESS;
    }
    if (!NT_SUCCESS(RtlStringCchLengthW(Source, NTSTRSAFE_UNICODE_STRING_MAX_CCH, &chars))) {
        return STATUS_INVALID_PARAMETER;
    }
    Destination->Length = (USHORT)(chars * sizeof(WCHAR));
    Destination->MaximumLength = (USHORT)((chars + 1) * sizeof(WCHAR));
    Destination->Buffer = (PWCH)Source;
    return STATUS_SUCCESS;
}

WDK_INLINE NTSTATUS RtlUnicodeStringCatString(PUNICODE_STRING Destination, const WCHAR *Source)
{
    USHORT used = Destination->Length / (USHORT)sizeof(WCHAR);
    USHORT room = Destination->MaximumLength / (USHORT)sizeof(WCHAR);

    while (*Source && used < room) {
        Destination->Buffer[used++] = *Source++;
    }
    Destination->Length = (USHORT)(used * sizeof(WCHAR));
    return *Source ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

WDK_INLINE NTSTATUS RtlUnicodeStringCopyString(PUNICODE_STRING Destination, const WCHAR *Source)
{
    Destination->Length = 0;
    return RtlUnicodeStringCatString(Destination, Source);
}

#include "ntstrsafe_ex.h"

#endif
