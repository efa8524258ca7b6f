/* SPDX-License-Identifier: MIT */
/* The in-flight recorder of WPP tracing; inline/wpp.h has the rest. */
#ifndef WDK_SHIM_WPPRECORDER_H
#define WDK_SHIM_WPPRECORDER_H

#include "evntrace.h"
#include "ntddk.h"

typedef struct _RECORDER_CONFIGURE_PARAMS {
    ULONG Size;
    BOOLEAN CreateDefaultLog;
    BOOLEAN UseTimeStamp;
    BOOLEAN PrefixTicks;
} RECORDER_CONFIGURE_PARAMS, *PRECORDER_CONFIGURE_PARAMS;

#define RECORDER_CONFIGURE_PARAMS_INIT(p) ((void)((p)->Size = sizeof(*(p))))
#define WppRecorderConfigure(...) ((void)0)

#endif
