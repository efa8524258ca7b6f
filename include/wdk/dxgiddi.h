/* SPDX-License-Identifier: MIT */
/*
 * DXGI types of display drivers.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_DXGIDDI_H
#define WDK_DXGIDDI_H

#include "windef.h"
#include "dxgicommon.h"
#include "dxgiformat.h"
#include "d3dukmdt.h"

WDK_EXTERN_C_BEGIN

/* ne-dxgiddi-dxgi_ddi_mode_scanline_order */
typedef enum DXGI_DDI_MODE_SCANLINE_ORDER {
    DXGI_DDI_MODE_SCANLINE_ORDER_UNSPECIFIED       = 0,
    DXGI_DDI_MODE_SCANLINE_ORDER_PROGRESSIVE       = 1,
    DXGI_DDI_MODE_SCANLINE_ORDER_UPPER_FIELD_FIRST = 2,
    DXGI_DDI_MODE_SCANLINE_ORDER_LOWER_FIELD_FIRST = 3,
} DXGI_DDI_MODE_SCANLINE_ORDER;

/* ne-dxgiddi-dxgi_ddi_mode_scaling */
typedef enum DXGI_DDI_MODE_SCALING {
    DXGI_DDI_MODE_SCALING_UNSPECIFIED = 0,
    DXGI_DDI_MODE_SCALING_STRETCHED   = 1,
    DXGI_DDI_MODE_SCALING_CENTERED    = 2,
} DXGI_DDI_MODE_SCALING;

/* ne-dxgiddi-dxgi_ddi_mode_rotation */
typedef enum DXGI_DDI_MODE_ROTATION {
    DXGI_DDI_MODE_ROTATION_UNSPECIFIED = 0,
    DXGI_DDI_MODE_ROTATION_IDENTITY    = 1,
    DXGI_DDI_MODE_ROTATION_ROTATE90    = 2,
    DXGI_DDI_MODE_ROTATION_ROTATE180   = 3,
    DXGI_DDI_MODE_ROTATION_ROTATE270   = 4,
} DXGI_DDI_MODE_ROTATION;

/* ns-dxgiddi-dxgi_ddi_rational */
typedef struct DXGI_DDI_RATIONAL {
    UINT Numerator;
    UINT Denominator;
} DXGI_DDI_RATIONAL;

/* ns-dxgiddi-dxgi_ddi_mode_desc */
typedef struct DXGI_DDI_MODE_DESC {
    UINT Width;
    UINT Height;
    DXGI_FORMAT Format;
    DXGI_DDI_RATIONAL RefreshRate;
    DXGI_DDI_MODE_SCANLINE_ORDER ScanlineOrdering;
    DXGI_DDI_MODE_ROTATION Rotation;
    DXGI_DDI_MODE_SCALING Scaling;
} DXGI_DDI_MODE_DESC;

/* ns-dxgiddi-dxgi_ddi_primary_desc */
typedef struct DXGI_DDI_PRIMARY_DESC {
    UINT Flags;
    D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
    DXGI_DDI_MODE_DESC ModeDesc;
    UINT DriverFlags;
} DXGI_DDI_PRIMARY_DESC;

WDK_EXTERN_C_END

#endif
