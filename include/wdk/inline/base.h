/* SPDX-License-Identifier: MIT */
/*
 * Compiler and data model: what every other Windows-facing header stands on.
 *
 * Two modes share these headers. "Windows" mode is clang for x86_64-w64-windows-gnu-elf: `long` has
 * 32 bits and the Microsoft convention is the default. "Native" mode is gcc or clang for Linux with
 * -fshort-wchar -mms-bitfields -fms-extensions. In both, everything that crosses between a driver
 * and the host uses the Microsoft convention and the Microsoft record layout.
 */
#ifndef WDK_INLINE_BASE_H
#define WDK_INLINE_BASE_H

#if !defined(__x86_64__)
#error "the Windows-facing headers describe x86-64 only"
#endif

#include <stdarg.h>
#include <stddef.h>

/* The 32-bit `long` of Windows: `long` itself where it has 32 bits, so that overloads, mangled
 * names and format checks of driver source stay right; `int` elsewhere. */
#if __SIZEOF_LONG__ == 4
#define WDK_WINDOWS_MODE 1
#define WDK_LONG long
#else
#define WDK_WINDOWS_MODE 0
#define WDK_LONG int
#endif

#ifdef __cplusplus
#define WDK_EXTERN_C_BEGIN extern "C" {
#define WDK_EXTERN_C_END }
#define EXTERN_C extern "C"
#else
#define WDK_EXTERN_C_BEGIN
#define WDK_EXTERN_C_END
#define EXTERN_C extern
#endif
#define EXTERN_C_START WDK_EXTERN_C_BEGIN
#define EXTERN_C_END WDK_EXTERN_C_END

/* --- calling convention ----------------------------------------------------------------------- */

#define WDK_ABI __attribute__((ms_abi))
#define NTAPI WDK_ABI
#define NTAPIV WDK_ABI
#define APIENTRY WDK_ABI
#define WINAPI WDK_ABI
#define CALLBACK WDK_ABI
#define FASTCALL WDK_ABI
#define WDK_IMPORT extern

/* The argument list an ms_abi function takes; in windows mode it is the compiler's own va_list. In
 * native mode a driver's own printing function has to be NTAPIV and use these three. */
#define WDK_VA_LIST __builtin_ms_va_list
#define WDK_VA_START(list, last) __builtin_ms_va_start(list, last)
#define WDK_VA_END(list) __builtin_ms_va_end(list)

#if !WDK_WINDOWS_MODE
#undef __stdcall
#undef __cdecl
#undef __fastcall
#undef __vectorcall
#define __stdcall WDK_ABI
#define __cdecl WDK_ABI
#define __fastcall WDK_ABI
#define __vectorcall WDK_ABI
#elif defined(__cplusplus) && defined(__clang__)
/* Microsoft's compiler looks whether operator new found memory before it runs a constructor; clang
 * does so only where the operator throws nothing. There are no exceptions, and drivers declare
 * their operators __cdecl, which means nothing on x64: so that says it. */
#define __cdecl __attribute__((nothrow))
#endif

/* --- keywords of the Microsoft compiler ------------------------------------------------------- */

#if !WDK_WINDOWS_MODE
#undef __forceinline
#define __forceinline __inline __attribute__((always_inline))
#undef __unaligned
#define __unaligned
#undef __w64
#define __w64
#define __ptr32
#define __ptr64
#define __int8 char
#define __int16 short
#define __int32 int
#define __int64 long long
#ifndef __clang__
#define __pragma(x)
#endif
#define __declspec(x) WDK_DECLSPEC_##x
#define WDK_DECLSPEC_align(n) __attribute__((aligned(n)))
#define WDK_DECLSPEC_selectany __attribute__((weak))
#define WDK_DECLSPEC_noreturn __attribute__((noreturn))
#define WDK_DECLSPEC_noinline __attribute__((noinline))
#define WDK_DECLSPEC_deprecated __attribute__((deprecated))
#define WDK_DECLSPEC_novtable
#define WDK_DECLSPEC_dllimport
#define WDK_DECLSPEC_dllexport __attribute__((visibility("default")))
#define WDK_DECLSPEC_naked
#define WDK_DECLSPEC_nothrow __attribute__((nothrow))
#define WDK_DECLSPEC_restrict
#define WDK_DECLSPEC_noalias
#define WDK_DECLSPEC_guard(x)
#define WDK_DECLSPEC_code_seg(name)
#define WDK_DECLSPEC_allocate(name)
#define WDK_DECLSPEC_uuid(text)
#define WDK_DECLSPEC_thread __thread
#endif

#define FORCEINLINE __inline __attribute__((always_inline))
#define WDK_INLINE static __inline __attribute__((always_inline, unused))
#define CFORCEINLINE FORCEINLINE
#define INLINE static __inline
#define DECLSPEC_ALIGN(n) __attribute__((aligned(n)))
#define DECLSPEC_CACHEALIGN DECLSPEC_ALIGN(64)
#define DECLSPEC_NORETURN __attribute__((noreturn))
#define DECLSPEC_NOINLINE __attribute__((noinline))
#define DECLSPEC_SELECTANY __attribute__((weak))
#define DECLSPEC_IMPORT
#define DECLSPEC_EXPORT __attribute__((visibility("default")))
#define DECLSPEC_NOTHROW
#define DECLSPEC_DEPRECATED
#define DECLSPEC_DEPRECATED_DDK
#define DECLSPEC_UUID(x)
#define DECLSPEC_NOVTABLE
#define DECLSPEC_RESTRICT
#define DECLSPEC_GUARDNOCF
#define DECLSPEC_SAFEBUFFERS
#define POINTER_ALIGNMENT DECLSPEC_ALIGN(8)
#define UNALIGNED
#define RESTRICTED_POINTER
#define CONST const
#define VOID void
#define NTSYSAPI
#define NTKERNELAPI
#define NTHALAPI
#define NTSYSCALLAPI
#define NTSTRSAFEAPI WDK_INLINE
#define NTSTRSAFEDDI WDK_INLINE
#define NTINTSAFEAPI WDK_INLINE

#define FAR
#define NEAR
#define far
#define near
#define PASCAL
#define IN
#define OUT
#define OPTIONAL
#define CRITICAL
#define UNIMPLEMENTED
#define NOTHING

#define DUMMYUNIONNAME
#define DUMMYUNIONNAME2
#define DUMMYUNIONNAME3
#define DUMMYUNIONNAME4
#define DUMMYUNIONNAME5
#define DUMMYUNIONNAME6
#define DUMMYUNIONNAME7
#define DUMMYUNIONNAME8
#define DUMMYUNIONNAME9
#define DUMMYSTRUCTNAME
#define DUMMYSTRUCTNAME2
#define DUMMYSTRUCTNAME3
#define DUMMYSTRUCTNAME4
#define DUMMYSTRUCTNAME5
#define DUMMYSTRUCTNAME6

#ifndef _AMD64_
#define _AMD64_ 1
#endif
#ifndef _M_AMD64
#define _M_AMD64 100
#endif
#ifndef _M_X64
#define _M_X64 100
#endif
#ifndef _WIN64
#define _WIN64 1
#endif

#ifdef __cplusplus
#define WDK_STATIC_ASSERT(e, text) static_assert(e, text)
#else
#define WDK_STATIC_ASSERT(e, text) _Static_assert(e, text)
#endif

/* --- the compiler was told what the layout needs ---------------------------------------------- */

struct wdk_bitfield_probe {
    unsigned char first : 1;
    unsigned int second : 1;
};
WDK_STATIC_ASSERT(sizeof(struct wdk_bitfield_probe) == 8, "compile with -mms-bitfields");
WDK_STATIC_ASSERT(sizeof(L"") == 2, "compile with -fshort-wchar");

#endif
