/* SPDX-License-Identifier: MIT */
/*
 * Sample description.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_DXGICOMMON_H
#define WDK_DXGICOMMON_H

#include "windef.h"

WDK_EXTERN_C_BEGIN

/* ns-dxgicommon-dxgi_sample_desc */
typedef struct DXGI_SAMPLE_DESC {
    UINT Count;
    UINT Quality;
} DXGI_SAMPLE_DESC;

WDK_EXTERN_C_END

#endif
