/* SPDX-License-Identifier: MIT */
/* Pixel formats: what the DirectX graphics kernel calls them and what the board does. */
#include "softgpu_kmd.h"

static const SG_FORMAT g_Formats[] = {
    { D3DDDIFMT_X8R8G8B8, SOFTGPU_FORMAT_X8R8G8B8, 4, FALSE },
    { D3DDDIFMT_A8R8G8B8, SOFTGPU_FORMAT_A8R8G8B8, 4, FALSE },
    /* The board knows one order of the colours only. It treats all of them alike, so a surface
     * with red and blue exchanged works as long as everything combined with it is exchanged too. */
    { D3DDDIFMT_X8B8G8R8, SOFTGPU_FORMAT_X8R8G8B8, 4, TRUE },
    { D3DDDIFMT_A8B8G8R8, SOFTGPU_FORMAT_A8R8G8B8, 4, TRUE },
    { D3DDDIFMT_R5G6B5, SOFTGPU_FORMAT_R5G6B5, 2, FALSE },
    { D3DDDIFMT_A8, SOFTGPU_FORMAT_A8, 1, FALSE },
};

_Use_decl_annotations_ const SG_FORMAT *
SgFormatFind(D3DDDIFORMAT Format)
{
    for (UINT i = 0; i < RTL_NUMBER_OF(g_Formats); i++) {
        if (g_Formats[i].Format == Format) {
            return &g_Formats[i];
        }
    }
    return NULL;
}
