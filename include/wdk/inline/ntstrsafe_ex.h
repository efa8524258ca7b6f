/* SPDX-License-Identifier: MIT */
/*
 * The bounded string operations that tell where they ended, and what to do with the rest.
 * Source: nf-ntstrsafe-rtlstringcchcopyexa and its kin (flags, remaining counts)
 */
#ifndef WDK_INLINE_NTSTRSAFE_EX_H
#define WDK_INLINE_NTSTRSAFE_EX_H

#include "ntstrsafe.h"

/* One character type; SUFFIX is A or W. Sizes are in characters until the Cb functions. */
#define WDK_STRSAFE_EX(TYPE, SUFFIX)                                                             \
    WDK_INLINE NTSTATUS WdkStringFinish##SUFFIX(TYPE *Destination, size_t Size, NTSTATUS Status, \
                                                TYPE **End, size_t *Remaining, ULONG Flags)      \
    {                                                                                            \
        size_t used = 0;                                                                         \
        if (Status == STATUS_INVALID_PARAMETER) {                                                \
            return Status;                                                                       \
        }                                                                                        \
        if (!NT_SUCCESS(Status) && (Flags & STRSAFE_FILL_ON_FAILURE) != 0) {                     \
            memset(Destination, (int)(Flags & 0xFF), Size * sizeof(TYPE));                       \
            Destination[(Flags & 0xFF) != 0 ? Size - 1 : 0] = 0;                                 \
        }                                                                                        \
        if (!NT_SUCCESS(Status) &&                                                               \
            (Flags & (STRSAFE_NULL_ON_FAILURE | STRSAFE_NO_TRUNCATION)) != 0) {                  \
            Destination[0] = 0;                                                                  \
        }                                                                                        \
        while (Destination[used] != 0) {                                                         \
            used++;                                                                              \
        }                                                                                        \
        if (NT_SUCCESS(Status) && (Flags & STRSAFE_FILL_BEHIND_NULL) != 0) {                     \
            memset(Destination + used + 1, (int)(Flags & 0xFF),                                  \
                   (Size - used - 1) * sizeof(TYPE));                                            \
        }                                                                                        \
        if (End) {                                                                               \
            *End = Destination + used;                                                           \
        }                                                                                        \
        if (Remaining) {                                                                         \
            *Remaining = Size - used;                                                            \
        }                                                                                        \
        return Status;                                                                           \
    }                                                                                            \
    WDK_INLINE const TYPE *WdkStringSource##SUFFIX(const TYPE *Source, ULONG Flags)              \
    {                                                                                            \
        static const TYPE empty[1] = { 0 };                                                      \
        return Source == NULL && (Flags & STRSAFE_IGNORE_NULLS) != 0 ? empty : Source;           \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCchCopyEx##SUFFIX(TYPE *Destination, size_t SizeChars,          \
                                                   const TYPE *Source, TYPE **End,               \
                                                   size_t *Remaining, ULONG Flags)               \
    {                                                                                            \
        return WdkStringFinish##SUFFIX(                                                          \
            Destination, SizeChars,                                                              \
            RtlStringCchCopy##SUFFIX(Destination, SizeChars,                                     \
                                     WdkStringSource##SUFFIX(Source, Flags)),                    \
            End, Remaining, Flags);                                                              \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCchCatEx##SUFFIX(TYPE *Destination, size_t SizeChars,           \
                                                  const TYPE *Source, TYPE **End,                \
                                                  size_t *Remaining, ULONG Flags)                \
    {                                                                                            \
        return WdkStringFinish##SUFFIX(                                                          \
            Destination, SizeChars,                                                              \
            RtlStringCchCat##SUFFIX(Destination, SizeChars,                                      \
                                    WdkStringSource##SUFFIX(Source, Flags)),                     \
            End, Remaining, Flags);                                                              \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCchVPrintfEx##SUFFIX(                                           \
        TYPE *Destination, size_t SizeChars, TYPE **End, size_t *Remaining, ULONG Flags,         \
        const TYPE *Format, WDK_VA_LIST Arguments)                                               \
    {                                                                                            \
        return WdkStringFinish##SUFFIX(                                                          \
            Destination, SizeChars,                                                              \
            RtlStringCchVPrintf##SUFFIX(Destination, SizeChars,                                  \
                                        WdkStringSource##SUFFIX(Format, Flags), Arguments),      \
            End, Remaining, Flags);                                                              \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCbCopyEx##SUFFIX(TYPE *Destination, size_t SizeBytes,           \
                                                  const TYPE *Source, TYPE **End,                \
                                                  size_t *Remaining, ULONG Flags)                \
    {                                                                                            \
        NTSTATUS status = RtlStringCchCopyEx##SUFFIX(Destination, SizeBytes / sizeof(TYPE),      \
                                                     Source, End, Remaining, Flags);             \
        if (Remaining && status != STATUS_INVALID_PARAMETER) {                                   \
            *Remaining = *Remaining * sizeof(TYPE) + SizeBytes % sizeof(TYPE);                   \
        }                                                                                        \
        return status;                                                                           \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCbCatEx##SUFFIX(TYPE *Destination, size_t SizeBytes,            \
                                                 const TYPE *Source, TYPE **End,                 \
                                                 size_t *Remaining, ULONG Flags)                 \
    {                                                                                            \
        NTSTATUS status = RtlStringCchCatEx##SUFFIX(Destination, SizeBytes / sizeof(TYPE),       \
                                                    Source, End, Remaining, Flags);              \
        if (Remaining && status != STATUS_INVALID_PARAMETER) {                                   \
            *Remaining = *Remaining * sizeof(TYPE) + SizeBytes % sizeof(TYPE);                   \
        }                                                                                        \
        return status;                                                                           \
    }                                                                                            \
    WDK_INLINE NTSTATUS RtlStringCbVPrintfEx##SUFFIX(                                            \
        TYPE *Destination, size_t SizeBytes, TYPE **End, size_t *Remaining, ULONG Flags,         \
        const TYPE *Format, WDK_VA_LIST Arguments)                                               \
    {                                                                                            \
        NTSTATUS status =                                                                        \
            RtlStringCchVPrintfEx##SUFFIX(Destination, SizeBytes / sizeof(TYPE), End, Remaining, \
                                          Flags, Format, Arguments);                             \
        if (Remaining && status != STATUS_INVALID_PARAMETER) {                                   \
            *Remaining = *Remaining * sizeof(TYPE) + SizeBytes % sizeof(TYPE);                   \
        }                                                                                        \
        return status;                                                                           \
    }                                                                                            \
    static __inline __attribute__((unused)) NTSTATUS NTAPIV                                      \
        RtlStringCchPrintfEx##SUFFIX(TYPE *Destination, size_t SizeChars, TYPE **End,            \
            size_t *Remaining, ULONG Flags, const TYPE *Format, ...)                             \
    {                                                                                            \
        WDK_VA_LIST arguments;                                                                   \
        NTSTATUS status;                                                                         \
        WDK_VA_START(arguments, Format);                                                         \
        status = RtlStringCchVPrintfEx##SUFFIX(Destination, SizeChars, End, Remaining, Flags,    \
                                                 Format, arguments);                             \
        WDK_VA_END(arguments);                                                                   \
        return status;                                                                           \
    }                                                                                            \
    static __inline __attribute__((unused)) NTSTATUS NTAPIV                                      \
        RtlStringCbPrintfEx##SUFFIX(TYPE *Destination, size_t SizeBytes, TYPE **End,             \
            size_t *Remaining, ULONG Flags, const TYPE *Format, ...)                             \
    {                                                                                            \
        WDK_VA_LIST arguments;                                                                   \
        NTSTATUS status;                                                                         \
        WDK_VA_START(arguments, Format);                                                         \
        status = RtlStringCbVPrintfEx##SUFFIX(Destination, SizeBytes, End, Remaining, Flags,     \
                                                 Format, arguments);                             \
        WDK_VA_END(arguments);                                                                   \
        return status;                                                                           \
    }

WDK_STRSAFE_EX(char, A)
WDK_STRSAFE_EX(WCHAR, W)

#endif
