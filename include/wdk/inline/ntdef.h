/* SPDX-License-Identifier: MIT */
/* Macros and inline functions of ntdef.h. */
#ifndef WDK_INLINE_NTDEF_H
#define WDK_INLINE_NTDEF_H

#include "base.h"

/* Windows' own brings them along, and drivers count on it. */
#if WDK_WINDOWS_MODE
#include "../crt/string.h"
#else
#include <string.h>
#include <wchar.h>
#endif

#ifndef DBG
#define DBG 0
#endif

#define ANSI_NULL ((CHAR)0)
#define UNICODE_NULL ((WCHAR)0)
#define UNICODE_STRING_MAX_BYTES ((USHORT)65534)
#define UNICODE_STRING_MAX_CHARS 32767
#define MAXLONGLONG 0x7FFFFFFFFFFFFFFFLL

#define NT_SUCCESS(Status) ((NTSTATUS)(Status) >= 0)
#define NT_INFORMATION(Status) ((ULONG)(Status) >> 30 == 1)
#define NT_WARNING(Status) ((ULONG)(Status) >> 30 == 2)
#define NT_ERROR(Status) ((ULONG)(Status) >> 30 == 3)
#define NT_FACILITY(Status) (((ULONG)(Status) >> 16) & 0xFFF)

/* --- types and members ------------------------------------------------------------------------ */

#define FIELD_OFFSET(type, field) ((LONG)__builtin_offsetof(type, field))
#define UFIELD_OFFSET(type, field) ((ULONG)__builtin_offsetof(type, field))
#define CONTAINING_RECORD(address, type, field) \
    ((type *)((PCHAR)(address) - __builtin_offsetof(type, field)))
#define TYPE_ALIGNMENT(type) __alignof__(type)
#define RTL_FIELD_TYPE(type, field) (((type *)0)->field)
#define RTL_FIELD_SIZE(type, field) (sizeof(((type *)0)->field))
#define FIELD_SIZE RTL_FIELD_SIZE
#define RTL_SIZEOF_THROUGH_FIELD(type, field) \
    (__builtin_offsetof(type, field) + RTL_FIELD_SIZE(type, field))
#define RTL_CONTAINS_FIELD(Struct, Size, Field)                                 \
    (((PCHAR)(&(Struct)->Field) + sizeof((Struct)->Field)) <=                   \
     (((PCHAR)(Struct)) + (Size)))
#define RTL_NUMBER_OF(a) (sizeof(a) / sizeof((a)[0]))
#define RTL_NUMBER_OF_V1 RTL_NUMBER_OF
#define RTL_NUMBER_OF_V2 RTL_NUMBER_OF
#define ARRAYSIZE(a) RTL_NUMBER_OF(a)
#define _ARRAYSIZE(a) RTL_NUMBER_OF(a)
#ifndef _countof
#define _countof(a) RTL_NUMBER_OF(a)
#endif
#define RTL_FIELD_ARRAY RTL_NUMBER_OF_FIELD
#define RTL_NUMBER_OF_FIELD(type, field) (RTL_NUMBER_OF(RTL_FIELD_TYPE(type, field)))

#define C_ASSERT(e) WDK_STATIC_ASSERT(e, #e)
#if !defined(__cplusplus) && !defined(static_assert)
#define static_assert(...) WDK_STATIC_ASSERT_CHOOSE(__VA_ARGS__, 2, 1)(__VA_ARGS__)
#define WDK_STATIC_ASSERT_CHOOSE(a, b, n, ...) WDK_STATIC_ASSERT_##n
#define WDK_STATIC_ASSERT_1(e) _Static_assert(e, #e)
#define WDK_STATIC_ASSERT_2(e, text) _Static_assert(e, text)
#endif

#define ALIGN_DOWN_BY(x, a) ((ULONG_PTR)(x) & ~((ULONG_PTR)(a) - 1))
#define ALIGN_UP_BY(x, a) ALIGN_DOWN_BY((ULONG_PTR)(x) + (a) - 1, a)
#define ALIGN_DOWN(x, type) ALIGN_DOWN_BY(x, sizeof(type))
#define ALIGN_UP(x, type) ALIGN_UP_BY(x, sizeof(type))
#define ALIGN_DOWN_POINTER_BY(p, a) ((PVOID)ALIGN_DOWN_BY(p, a))
#define ALIGN_UP_POINTER_BY(p, a) ((PVOID)ALIGN_UP_BY(p, a))
#define ALIGN_DOWN_POINTER(p, type) ALIGN_DOWN_POINTER_BY(p, sizeof(type))
#define ALIGN_UP_POINTER(p, type) ALIGN_UP_POINTER_BY(p, sizeof(type))

#define ARGUMENT_PRESENT(p) ((p) != NULL)
#define UNREFERENCED_PARAMETER(x) ((void)(x))
#define DBG_UNREFERENCED_PARAMETER(x) ((void)(x))
#define DBG_UNREFERENCED_LOCAL_VARIABLE(x) ((void)(x))
#define DEFAULT_UNREACHABLE default: __builtin_unreachable()

#ifndef NOMINMAX
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#endif

/* --- strings and objects ---------------------------------------------------------------------- */

#define WDK_PASTE_WIDE(s) L##s
#define WDK_WIDE(s) WDK_PASTE_WIDE(s)
#if defined(UNICODE) || defined(_UNICODE)
#define TEXT(s) WDK_WIDE(s)
#else
#define TEXT(s) s
#endif

#define RTL_CONSTANT_STRING(s) \
    { sizeof(s) - sizeof((s)[0]), sizeof(s), WdkConstantBuffer(s) }
#ifdef __cplusplus
extern "C++" { /* drivers include this header inside extern "C" */
constexpr char *WdkConstantBuffer(const char *s)
{
    return const_cast<char *>(s);
}
constexpr wchar_t *WdkConstantBuffer(const wchar_t *s)
{
    return const_cast<wchar_t *>(s);
}
}
#else
#define WdkConstantBuffer(s) (__typeof__((s)[0]) *)(s)
#endif

#define DECLARE_CONST_UNICODE_STRING(var, literal) \
    const WCHAR var##_buffer[] = literal;          \
    __attribute__((unused)) const UNICODE_STRING var = { \
        sizeof(literal) - sizeof(WCHAR), sizeof(literal), (PWCH)var##_buffer }
#define DECLARE_GLOBAL_CONST_UNICODE_STRING(var, literal) \
    static const WCHAR var##_buffer[] = literal;          \
    EXTERN_C __attribute__((weak)) const UNICODE_STRING var; \
    const UNICODE_STRING var = {                             \
        sizeof(literal) - sizeof(WCHAR), sizeof(literal), (PWCH)var##_buffer }
#define DECLARE_UNICODE_STRING_SIZE(var, n) \
    WCHAR var##_buffer[n];                  \
    __attribute__((unused)) UNICODE_STRING var = { 0, (n) * sizeof(WCHAR), var##_buffer }
#define DECLARE_STATIC_UNICODE_STRING_SIZE(var, n) \
    static WCHAR var##_buffer[n];                  \
    static UNICODE_STRING var = { 0, (n) * sizeof(WCHAR), var##_buffer }

#define InitializeObjectAttributes(p, name, attributes, root, descriptor) \
    do {                                                                  \
        (p)->Length = sizeof(OBJECT_ATTRIBUTES);                          \
        (p)->RootDirectory = (root);                                      \
        (p)->Attributes = (attributes);                                   \
        (p)->ObjectName = (name);                                         \
        (p)->SecurityDescriptor = (descriptor);                           \
        (p)->SecurityQualityOfService = NULL;                             \
    } while (0)

/* --- arithmetic ------------------------------------------------------------------------------- */

#define Int32x32To64(a, b) ((LONGLONG)(LONG)(a) * (LONGLONG)(LONG)(b))
#define UInt32x32To64(a, b) ((ULONGLONG)(ULONG)(a) * (ULONGLONG)(ULONG)(b))
#define Int64ShllMod32(a, b) ((ULONGLONG)(a) << (b))
#define Int64ShraMod32(a, b) ((LONGLONG)(a) >> (b))
#define Int64ShrlMod32(a, b) ((ULONGLONG)(a) >> (b))

#define MAKELANGID(p, s) ((((USHORT)(s)) << 10) | (USHORT)(p))
#define LANGIDFROMLCID(lcid) ((USHORT)(lcid))

#endif
