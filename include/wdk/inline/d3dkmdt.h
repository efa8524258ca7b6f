/* SPDX-License-Identifier: MIT */
/* Path rotation that packs two rotations: content in the low part, offset in the high part. */
#ifndef WDK_INLINE_D3DKMDT_H
#define WDK_INLINE_D3DKMDT_H

#include "base.h"

#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3_PATH_INDEPENDENT_ROTATION

WDK_INLINE D3DKMDT_VIDPN_PRESENT_PATH_ROTATION
D3DKMDT_VPPR_GET_CONTENT_ROTATION(D3DKMDT_VIDPN_PRESENT_PATH_ROTATION Rotation)
{
    int value = (int)Rotation;

    if (value >= 5 && value <= 16) {
        value = ((value - 1) % 4 + (value - 1) / 4) % 4 + 1;
    }
    return (D3DKMDT_VIDPN_PRESENT_PATH_ROTATION)value;
}

WDK_INLINE D3DKMDT_VIDPN_PRESENT_PATH_ROTATION
D3DKMDT_VPPR_GET_OFFSET_ROTATION(D3DKMDT_VIDPN_PRESENT_PATH_ROTATION Rotation)
{
    int value = (int)Rotation;

    if (value >= 1 && value <= 16) {
        value = (value - 1) / 4 + 1;
    }
    return (D3DKMDT_VIDPN_PRESENT_PATH_ROTATION)value;
}

WDK_INLINE D3DKMDT_VIDPN_PRESENT_PATH_ROTATION
D3DKMDT_VPPR_GET_CONTENT_ROTATION_PART(D3DKMDT_VIDPN_PRESENT_PATH_ROTATION Rotation)
{
    int value = (int)Rotation;

    if (value >= 5 && value <= 16) {
        value = (value - 1) % 4 + 1;
    }
    return (D3DKMDT_VIDPN_PRESENT_PATH_ROTATION)value;
}

#endif

#endif
