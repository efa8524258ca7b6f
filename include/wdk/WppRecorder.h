/* SPDX-License-Identifier: MIT */
/* Tracing by the Windows software trace preprocessor: compiled away. */
#ifndef WDK_SHIM_WPPRECORDER_H
#define WDK_SHIM_WPPRECORDER_H

#include "evntrace.h"
#include "ntddk.h"

/* Drivers assign to it, so it has to be an object. */
__attribute__((weak, unused)) int WdkWppLevelFilter;
#define WPP_RECORDER_LEVEL_FILTER(flag) WdkWppLevelFilter
#define WPP_RECORDER_LEVEL_ARGS(...)
#define WPP_INIT_TRACING(...) ((void)0)
#define WPP_CLEANUP(...) ((void)0)

typedef struct _RECORDER_CONFIGURE_PARAMS {
    ULONG Size;
    BOOLEAN CreateDefaultLog;
    BOOLEAN UseTimeStamp;
    BOOLEAN PrefixTicks;
} RECORDER_CONFIGURE_PARAMS, *PRECORDER_CONFIGURE_PARAMS;

#define RECORDER_CONFIGURE_PARAMS_INIT(p) ((void)((p)->Size = sizeof(*(p))))
#define WppRecorderConfigure(...) ((void)0)

#endif
