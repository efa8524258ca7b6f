/* SPDX-License-Identifier: MIT */
#include "display/source_mode_set.h"

#include "display/pin.h"

static const struct info_verdict good = { STATUS_SUCCESS, RULE_COUNT, "" };

static struct info_verdict bad(NTSTATUS status, const char *why)
{
    return (struct info_verdict){ status, RULE_VIDPN_08, why };
}

static bool is_size(D3DKMDT_2DREGION region)
{
    return region.cx != 0 && region.cy != 0 && region.cx < D3DKMDT_DIMENSION_NOTSPECIFIED &&
           region.cy < D3DKMDT_DIMENSION_NOTSPECIFIED;
}

/* Choice: the status names of ntstatus.h that fit; the page of pfnAddMode lists only one. */
static struct info_verdict check(const struct info_set *set, const void *info)
{
    const D3DKMDT_VIDPN_SOURCE_MODE *mode = info;
    const D3DKMDT_GRAPHICS_RENDERING_FORMAT *format = &mode->Format.Graphics;

    (void)set;
    if (mode->Type == D3DKMDT_RMT_TEXT) {
        return good;
    }
    if (mode->Type == D3DKMDT_RMT_UNINITIALIZED ||
        mode->Type > D3DKMDT_RMT_GRAPHICS_STEREO_ADVANCED_SCAN) {
        return bad(STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE,
                   "Type was not set; D3DKMDT_RMT_GRAPHICS is the usual one");
    }
    if (!is_size(format->PrimSurfSize)) {
        return bad(STATUS_GRAPHICS_INVALID_PRIMARYSURFACE_SIZE, "PrimSurfSize was not set");
    }
    if (!is_size(format->VisibleRegionSize) ||
        format->VisibleRegionSize.cx > format->PrimSurfSize.cx ||
        format->VisibleRegionSize.cy > format->PrimSurfSize.cy) {
        return bad(STATUS_GRAPHICS_INVALID_VISIBLEREGION_SIZE,
                   "VisibleRegionSize was not set or exceeds PrimSurfSize");
    }
    if (format->Stride == 0) {
        return bad(STATUS_GRAPHICS_INVALID_STRIDE, "Stride is 0");
    }
    if (format->PixelFormat == D3DDDIFMT_UNKNOWN) {
        return bad(STATUS_GRAPHICS_INVALID_PIXELFORMAT, "PixelFormat was not set");
    }
    if (format->ColorBasis == D3DKMDT_CB_UNINITIALIZED || format->ColorBasis > D3DKMDT_CB_YPBPR) {
        return bad(STATUS_GRAPHICS_INVALID_COLORBASIS,
                   "ColorBasis was not set; D3DKMDT_CB_SCRGB or D3DKMDT_CB_SRGB is the usual one");
    }
    if (format->PixelValueAccessMode == D3DKMDT_PVAM_UNINITIALIZED ||
        format->PixelValueAccessMode > D3DKMDT_PVAM_SETTABLEPALETTE) {
        return bad(STATUS_GRAPHICS_INVALID_PIXELVALUEACCESSMODE,
                   "PixelValueAccessMode was not set; D3DKMDT_PVAM_DIRECT is the usual one");
    }
    return good;
}

static bool same(const void *first, const void *second)
{
    const D3DKMDT_VIDPN_SOURCE_MODE *a = first;
    const D3DKMDT_VIDPN_SOURCE_MODE *b = second;

    if (a->Type != b->Type) {
        return false;
    }
    if (a->Type == D3DKMDT_RMT_TEXT) {
        return a->Format.Text == b->Format.Text;
    }
    return memcmp(&a->Format.Graphics, &b->Format.Graphics, sizeof(a->Format.Graphics)) == 0;
}

const struct info_set_class source_mode_set_class = {
    .object = DISPLAY_OBJECT_SOURCE_MODE_SET,
    .info_bytes = sizeof(D3DKMDT_VIDPN_SOURCE_MODE),
    .name = "source mode set",
    .member = "source",
    .invalid_set = STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET,
    .invalid_info = STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE,
    .has_ids = true,
    .check = check,
    .same = same,
};

/* Source: nc-d3dkmddi-dxgkddi_vidpnsourcemodeset_getnummodes */
static NTSTATUS APIENTRY get_num_modes(const D3DKMDT_HVIDPNSOURCEMODESET handle,
                                       SIZE_T *const count)
{
    return info_set_driver_count(&source_mode_set_class, handle, count, "pfnGetNumModes");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpnsourcemodeset_acquirefirstmodeinfo */
static NTSTATUS APIENTRY acquire_first(const D3DKMDT_HVIDPNSOURCEMODESET handle,
                                       const D3DKMDT_VIDPN_SOURCE_MODE **mode)
{
    return info_set_driver_first(&source_mode_set_class, handle, (const void **)mode,
                                 "pfnAcquireFirstModeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpnsourcemodeset_acquirenextmodeinfo */
static NTSTATUS APIENTRY acquire_next(const D3DKMDT_HVIDPNSOURCEMODESET handle,
                                      const D3DKMDT_VIDPN_SOURCE_MODE *const current,
                                      const D3DKMDT_VIDPN_SOURCE_MODE **mode)
{
    return info_set_driver_next(&source_mode_set_class, handle, current, (const void **)mode,
                                "pfnAcquireNextModeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpnsourcemodeset_acquirepinnedmodeinfo (NULL with success) */
static NTSTATUS APIENTRY acquire_pinned(const D3DKMDT_HVIDPNSOURCEMODESET handle,
                                        const D3DKMDT_VIDPN_SOURCE_MODE **mode)
{
    return pin_driver_acquire(&source_mode_set_class, handle, (const void **)mode);
}

/* Source: nc-d3dkmddi-dxgkddi_vidpnsourcemodeset_releasemodeinfo */
static NTSTATUS APIENTRY release(const D3DKMDT_HVIDPNSOURCEMODESET handle,
                                 const D3DKMDT_VIDPN_SOURCE_MODE *const mode)
{
    return info_set_driver_release(&source_mode_set_class, handle, mode, "pfnReleaseModeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpnsourcemodeset_createnewmodeinfo (Type is UNINITIALIZED, 0) */
static NTSTATUS APIENTRY create_new(const D3DKMDT_HVIDPNSOURCEMODESET handle,
                                    D3DKMDT_VIDPN_SOURCE_MODE **mode)
{
    return info_set_driver_create_info(&source_mode_set_class, handle, (void **)mode,
                                       "pfnCreateNewModeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpnsourcemodeset_addmode */
static NTSTATUS APIENTRY add(D3DKMDT_HVIDPNSOURCEMODESET handle,
                             D3DKMDT_VIDPN_SOURCE_MODE *const mode)
{
    return info_set_driver_add(&source_mode_set_class, handle, mode, "pfnAddMode");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpnsourcemodeset_pinmode */
static NTSTATUS APIENTRY pin(D3DKMDT_HVIDPNSOURCEMODESET handle,
                             const D3DKMDT_VIDEO_PRESENT_SOURCE_MODE_ID id)
{
    return pin_driver_pin(&source_mode_set_class, handle, id);
}

const DXGK_VIDPNSOURCEMODESET_INTERFACE *source_mode_set_interface(void)
{
    static const DXGK_VIDPNSOURCEMODESET_INTERFACE table = {
        .pfnGetNumModes = get_num_modes,
        .pfnAcquireFirstModeInfo = acquire_first,
        .pfnAcquireNextModeInfo = acquire_next,
        .pfnAcquirePinnedModeInfo = acquire_pinned,
        .pfnReleaseModeInfo = release,
        .pfnCreateNewModeInfo = create_new,
        .pfnAddMode = add,
        .pfnPinMode = pin,
    };

    return &table;
}
