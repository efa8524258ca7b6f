/* SPDX-License-Identifier: MIT */
#include "display/monitor_mode_set.h"

#include "display/signal.h"

static struct info_verdict bad(const char *why)
{
    return (struct info_verdict){ STATUS_GRAPHICS_INVALID_MONITOR_SOURCE_MODE, RULE_VIDPN_08, why };
}

static struct info_verdict check(const struct info_set *set, const void *info)
{
    const D3DKMDT_MONITOR_SOURCE_MODE *mode = info;
    struct info_verdict verdict =
        signal_check(&mode->VideoSignalInfo, set->display->config.display_only);

    if (!NT_SUCCESS(verdict.status)) {
        return verdict;
    }
    if (mode->Preference != D3DKMDT_MP_PREFERRED && mode->Preference != D3DKMDT_MP_NOTPREFERRED) {
        return bad("Preference was not set");
    }
    if (mode->Origin == D3DKMDT_MCO_UNINITIALIZED || mode->Origin > D3DKMDT_MCO_DRIVER) {
        return bad("Origin was not set; D3DKMDT_MCO_DRIVER is the one of a driver's own modes");
    }
    if (mode->ColorBasis == D3DKMDT_CB_UNINITIALIZED || mode->ColorBasis > D3DKMDT_CB_YPBPR) {
        return bad("ColorBasis was not set");
    }
    return verdict;
}

static bool same(const void *first, const void *second)
{
    const D3DKMDT_MONITOR_SOURCE_MODE *a = first;
    const D3DKMDT_MONITOR_SOURCE_MODE *b = second;

    return signal_same(&a->VideoSignalInfo, &b->VideoSignalInfo) && a->ColorBasis == b->ColorBasis;
}

const struct info_set_class monitor_mode_set_class = {
    .object = DISPLAY_OBJECT_MONITOR_MODE_SET,
    .info_bytes = sizeof(D3DKMDT_MONITOR_SOURCE_MODE),
    .name = "monitor source mode set",
    .member = "target",
    .invalid_set = STATUS_GRAPHICS_INVALID_MONITOR_SOURCEMODESET,
    .invalid_info = STATUS_GRAPHICS_INVALID_MONITOR_SOURCE_MODE,
    .has_ids = true,
    .check = check,
    .same = same,
};

static void note_preference(struct info_set *set, struct info_item *item)
{
    if (monitor_mode_of(item)->Preference == D3DKMDT_MP_PREFERRED) {
        set->preferred = item;
    }
}

struct info_item *monitor_mode_set_append(struct info_set *set,
                                          const D3DKMDT_MONITOR_SOURCE_MODE *mode)
{
    struct info_item *item = info_set_append(set, mode);

    note_preference(set, item);
    return item;
}

/* Source: nc-d3dkmddi-dxgkddi_monitorsourcemodeset_getnummodes */
static NTSTATUS APIENTRY get_num_modes(const D3DKMDT_HMONITORSOURCEMODESET handle,
                                       SIZE_T *const count)
{
    return info_set_driver_count(&monitor_mode_set_class, handle, count, "pfnGetNumModes");
}

/* Source: nc-d3dkmddi-dxgkddi_monitorsourcemodeset_acquirepreferredmodeinfo */
static NTSTATUS APIENTRY acquire_preferred(const D3DKMDT_HMONITORSOURCEMODESET handle,
                                           const D3DKMDT_MONITOR_SOURCE_MODE **mode)
{
    static const char function[] = "pfnAcquirePreferredModeInfo";
    struct info_set *set = info_set_resolve(&monitor_mode_set_class, handle, function);

    if (mode == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *mode = NULL;
    if (set == NULL) {
        return monitor_mode_set_class.invalid_set;
    }
    if (set->preferred == NULL) {
        return STATUS_GRAPHICS_NO_PREFERRED_MODE; /* a success */
    }
    *mode = loan_info(set, set->preferred, function)->pointer;
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_monitorsourcemodeset_acquirefirstmodeinfo */
static NTSTATUS APIENTRY acquire_first(const D3DKMDT_HMONITORSOURCEMODESET handle,
                                       const D3DKMDT_MONITOR_SOURCE_MODE **mode)
{
    return info_set_driver_first(&monitor_mode_set_class, handle, (const void **)mode,
                                 "pfnAcquireFirstModeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_monitorsourcemodeset_acquirenextmodeinfo */
static NTSTATUS APIENTRY acquire_next(const D3DKMDT_HMONITORSOURCEMODESET handle,
                                      const D3DKMDT_MONITOR_SOURCE_MODE *const current,
                                      const D3DKMDT_MONITOR_SOURCE_MODE **mode)
{
    return info_set_driver_next(&monitor_mode_set_class, handle, current, (const void **)mode,
                                "pfnAcquireNextModeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_monitorsourcemodeset_createnewmodeinfo */
static NTSTATUS APIENTRY create_new(const D3DKMDT_HMONITORSOURCEMODESET handle,
                                    D3DKMDT_MONITOR_SOURCE_MODE **mode)
{
    return info_set_driver_create_info(&monitor_mode_set_class, handle, (void **)mode,
                                       "pfnCreateNewModeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_monitorsourcemodeset_addmode */
static NTSTATUS APIENTRY add(const D3DKMDT_HMONITORSOURCEMODESET handle,
                             D3DKMDT_MONITOR_SOURCE_MODE *const mode)
{
    NTSTATUS status = info_set_driver_add(&monitor_mode_set_class, handle, mode, "pfnAddMode");

    if (NT_SUCCESS(status)) {
        struct info_set *set = display_handle_resolve(display_state_get(machine_current()),
                                                      DISPLAY_OBJECT_MONITOR_MODE_SET, handle);

        note_preference(set, LIST_ENTRY_OF(set->items.prev, struct info_item, link));
    }
    return status;
}

/* Source: nc-d3dkmddi-dxgkddi_monitorsourcemodeset_releasemodeinfo; the page names
 * STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET_MODE for a pointer that is no mode of the set. */
static NTSTATUS APIENTRY release(const D3DKMDT_HMONITORSOURCEMODESET handle,
                                 const D3DKMDT_MONITOR_SOURCE_MODE *const mode)
{
    NTSTATUS status =
        info_set_driver_release(&monitor_mode_set_class, handle, mode, "pfnReleaseModeInfo");

    return status == monitor_mode_set_class.invalid_info
               ? STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET_MODE
               : status;
}

const DXGK_MONITORSOURCEMODESET_INTERFACE *monitor_mode_set_interface(void)
{
    static const DXGK_MONITORSOURCEMODESET_INTERFACE table = {
        .pfnGetNumModes = get_num_modes,
        .pfnAcquirePreferredModeInfo = acquire_preferred,
        .pfnAcquireFirstModeInfo = acquire_first,
        .pfnAcquireNextModeInfo = acquire_next,
        .pfnCreateNewModeInfo = create_new,
        .pfnAddMode = add,
        .pfnReleaseModeInfo = release,
    };

    return &table;
}
