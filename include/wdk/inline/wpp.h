/* SPDX-License-Identifier: MIT */
/*
 * Tracing by the Windows software trace preprocessor (WPP).
 *
 * On Windows a preprocessor writes one .tmh header per source. Here `dxghost cc` writes them from
 * the same configuration, and each trace function becomes a call of DxghTrace: a line of the run's
 * trace, printed with --verbose. Conditions (WPP_RECORDER_..._FILTER) and the driver's own
 * WPP_..._PRE and _POST macros work as they do there.
 */
#ifndef WDK_INLINE_WPP_H
#define WDK_INLINE_WPP_H

#include "../evntrace.h"
#include "../ntstrsafe.h" /* Observed: drivers that trace use it without including it */
#include "base.h"

WDK_EXTERN_C_BEGIN
/**
 * DxghTrace - record a line
 * @character_bytes: of the format's characters, 1 or 2
 * @format: DbgPrint's conversions, and WPP's %!STATUS! and its kin
 */
void NTAPIV DxghTrace(const char *function, size_t character_bytes, const void *format, ...);

/* Drivers assign to it, so it has to be an object. A pragma, since headers of some drivers define
 * the word __attribute__ away. */
#pragma weak WdkWppLevelFilter
#ifdef __cplusplus
extern int WdkWppLevelFilter;
#endif
int WdkWppLevelFilter;
WDK_EXTERN_C_END

#define WPP_RECORDER_LEVEL_FILTER(flag) WdkWppLevelFilter
#define WPP_RECORDER_LEVEL_ARGS(...)
#define WPP_INIT_TRACING(...) ((void)0)
#define WPP_CLEANUP(...) ((void)0)

/* The flags of the driver's control GUIDs, for macros that compare them. */
#ifdef WPP_CONTROL_GUIDS
#define WPP_DEFINE_CONTROL_GUID(name, guid, bits) WPP_CONTROL_##name, bits
#define WPP_DEFINE_BIT(name) WPP_BIT_##name,
enum WDK_WPP_BITS { WPP_CONTROL_GUIDS WDK_WPP_BITS_END };
#endif

#endif
