/* SPDX-License-Identifier: MIT */
#include "display/target_mode_set.h"

#include "display/pin.h"
#include "display/signal.h"

static struct info_verdict check(const struct info_set *set, const void *info)
{
    const D3DKMDT_VIDPN_TARGET_MODE *mode = info;

    return signal_check(&mode->VideoSignalInfo, set->display->config.display_only);
}

static bool same(const void *first, const void *second)
{
    const D3DKMDT_VIDPN_TARGET_MODE *a = first;
    const D3DKMDT_VIDPN_TARGET_MODE *b = second;

    return signal_same(&a->VideoSignalInfo, &b->VideoSignalInfo);
}

const struct info_set_class target_mode_set_class = {
    .object = DISPLAY_OBJECT_TARGET_MODE_SET,
    .info_bytes = sizeof(D3DKMDT_VIDPN_TARGET_MODE),
    .name = "target mode set",
    .member = "target",
    .invalid_set = STATUS_GRAPHICS_INVALID_VIDPN_TARGETMODESET,
    .invalid_info = STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET_MODE,
    .has_ids = true,
    .check = check,
    .same = same,
};

/* Source: nc-d3dkmddi-dxgkddi_vidpntargetmodeset_getnummodes */
static NTSTATUS APIENTRY get_num_modes(const D3DKMDT_HVIDPNTARGETMODESET handle,
                                       SIZE_T *const count)
{
    return info_set_driver_count(&target_mode_set_class, handle, count, "pfnGetNumModes");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntargetmodeset_acquirefirstmodeinfo */
static NTSTATUS APIENTRY acquire_first(const D3DKMDT_HVIDPNTARGETMODESET handle,
                                       const D3DKMDT_VIDPN_TARGET_MODE **mode)
{
    return info_set_driver_first(&target_mode_set_class, handle, (const void **)mode,
                                 "pfnAcquireFirstModeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntargetmodeset_acquirenextmodeinfo */
static NTSTATUS APIENTRY acquire_next(const D3DKMDT_HVIDPNTARGETMODESET handle,
                                      const D3DKMDT_VIDPN_TARGET_MODE *const current,
                                      const D3DKMDT_VIDPN_TARGET_MODE **mode)
{
    return info_set_driver_next(&target_mode_set_class, handle, current, (const void **)mode,
                                "pfnAcquireNextModeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntargetmodeset_acquirepinnedmodeinfo (NULL with success) */
static NTSTATUS APIENTRY acquire_pinned(const D3DKMDT_HVIDPNTARGETMODESET handle,
                                        const D3DKMDT_VIDPN_TARGET_MODE **mode)
{
    return pin_driver_acquire(&target_mode_set_class, handle, (const void **)mode);
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntargetmodeset_releasemodeinfo */
static NTSTATUS APIENTRY release(const D3DKMDT_HVIDPNTARGETMODESET handle,
                                 const D3DKMDT_VIDPN_TARGET_MODE *const mode)
{
    return info_set_driver_release(&target_mode_set_class, handle, mode, "pfnReleaseModeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntargetmodeset_createnewmodeinfo */
static NTSTATUS APIENTRY create_new(const D3DKMDT_HVIDPNTARGETMODESET handle,
                                    D3DKMDT_VIDPN_TARGET_MODE **mode)
{
    return info_set_driver_create_info(&target_mode_set_class, handle, (void **)mode,
                                       "pfnCreateNewModeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntargetmodeset_addmode */
static NTSTATUS APIENTRY add(D3DKMDT_HVIDPNTARGETMODESET handle,
                             D3DKMDT_VIDPN_TARGET_MODE *const mode)
{
    return info_set_driver_add(&target_mode_set_class, handle, mode, "pfnAddMode");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntargetmodeset_pinmode */
static NTSTATUS APIENTRY pin(D3DKMDT_HVIDPNTARGETMODESET handle,
                             const D3DKMDT_VIDEO_PRESENT_TARGET_MODE_ID id)
{
    return pin_driver_pin(&target_mode_set_class, handle, id);
}

const DXGK_VIDPNTARGETMODESET_INTERFACE *target_mode_set_interface(void)
{
    static const DXGK_VIDPNTARGETMODESET_INTERFACE table = {
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
