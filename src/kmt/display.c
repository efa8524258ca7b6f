/* SPDX-License-Identifier: MIT */
/*
 * Modes, monitors, gamma, and the desktop's primary, as an OpenGL driver asks for them.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtgetdisplaymodelist, -d3dkmtsetdisplaymode,
 * -d3dkmtsetgammaramp, -d3dkmtgetsharedprimaryhandle, -d3dkmtsharedprimarylocknotification,
 * -d3dkmtcheckmonitorpowerstate, -d3dkmtpolldisplaychildren, -d3dkmtgetmultisamplemethodlist
 */
#include "dxgk/client.h"
#include "dxgk/monitor.h"
#include "dxgk/present.h"
#include "kmt/memory.h"
#include "kmt/resource.h"
#include "verify/verify.h"

#define MODES_MAX 4096u /* of one list. Choice. */

static bool source_exists(const struct kmt_call *call, uint32_t source_id)
{
    return source_id < dxgk_adapter_source_count(call->adapter);
}

static NTSTATUS mode_list(struct kmt_call *call, void *arguments)
{
    D3DKMT_GETDISPLAYMODELIST *args = arguments;
    uint32_t capacity = args->pModeList == NULL ? 0 : args->ModeCount;
    struct kmt_blob modes;
    uint32_t count = 0;
    NTSTATUS status;

    if (!source_exists(call, args->VidPnSourceId) || capacity > MODES_MAX ||
        !user_can_write_words(call->machine, args->pModeList,
                              capacity * sizeof(*args->pModeList))) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_blob_init(call->machine, &modes, capacity * sizeof(*args->pModeList));
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = dxgk_modes_list(call->adapter, args->VidPnSourceId, modes.data, capacity, &count);
    if (NT_SUCCESS(status) && args->pModeList != NULL) {
        status = count > capacity ? STATUS_BUFFER_TOO_SMALL
                                  : user_answer(call->machine, args->pModeList, modes.data,
                                                count * sizeof(*args->pModeList));
    }
    args->ModeCount = count;
    kmt_blob_fini(call->machine, &modes);
    return status;
}

/* The mode stays the desktop's: a primary of another size is STATUS_INVALID_PARAMETER. */
static NTSTATUS set_mode(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SETDISPLAYMODE *args = arguments;
    const struct opened *opened = kmt_opened_find(call->device, args->hPrimaryAllocation);
    uint32_t source_id;

    if (opened == NULL || !dxgk_opened_primary(opened, &source_id) || args->Flags.Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    if (!kmt_source_is_owned(call->device, source_id)) {
        return STATUS_GRAPHICS_NOT_EXCLUSIVE_MODE_OWNER;
    }
    if (args->DisplayOrientation > D3DDDI_ROTATION_IDENTITY ||
        args->ScanLineOrdering > D3DDDI_VSSLO_PROGRESSIVE) {
        return kmt_unimplemented(call, "orientation %u, scan line ordering %u",
                                 (unsigned)args->DisplayOrientation,
                                 (unsigned)args->ScanLineOrdering);
    }
    return dxgk_primary_show(opened);
}

static size_t ramp_bytes(D3DDDI_GAMMARAMP_TYPE type)
{
    switch (type) {
    case D3DDDI_GAMMARAMP_RGB256x3x16:
        return sizeof(D3DDDI_GAMMA_RAMP_RGB256x3x16);
    case D3DDDI_GAMMARAMP_DXGI_1:
        return sizeof(D3DDDI_GAMMA_RAMP_DXGI_1);
    case D3DDDI_GAMMARAMP_UNINITIALIZED:
    case D3DDDI_GAMMARAMP_DEFAULT:
    default:
        return 0;
    }
}

static NTSTATUS set_gamma(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SETGAMMARAMP *args = arguments;
    size_t bytes = ramp_bytes(args->Type);
    D3DKMDT_GAMMA_RAMP ramp = { .Type = args->Type, .DataSize = bytes };
    struct kmt_blob data;
    NTSTATUS status;

    if (!source_exists(call, args->VidPnSourceId) ||
        kmt_source_is_taken(call->device, args->VidPnSourceId) ||
        (bytes == 0 && args->Type != D3DDDI_GAMMARAMP_DEFAULT) ||
        (bytes != 0 && args->Size != bytes)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_blob_read(call->machine, &data, args->pGammaRampRgb256x3x16, bytes);
    if (NT_SUCCESS(status)) {
        ramp.Data.pRaw = data.data;
        status = dxgk_gamma_set(call->adapter, args->VidPnSourceId, &ramp);
        kmt_blob_fini(call->machine, &data);
    }
    return status;
}

/* The desktop's primary belongs to the kernel and is not shared: the page allows for that. */
static NTSTATUS shared_primary(struct kmt_call *call, void *arguments)
{
    D3DKMT_GETSHAREDPRIMARYHANDLE *args = arguments;

    args->hSharedPrimary = 0;
    return source_exists(call, args->VidPnSourceId) ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

static NTSTATUS check_notification(const struct kmt_call *call, LUID luid, uint32_t source_id)
{
    struct adapter *adapter = kmt_adapter_by_luid(call->machine, luid);

    return adapter != NULL && source_id < dxgk_adapter_source_count(adapter)
               ? STATUS_SUCCESS
               : STATUS_INVALID_PARAMETER;
}

/* What these ask for is that no sprite be drawn on the locked rectangle; there are no sprites. */
static NTSTATUS lock_notification(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SHAREDPRIMARYLOCKNOTIFICATION *args = arguments;

    return check_notification(call, args->AdapterLuid, args->VidPnSourceId);
}

static NTSTATUS unlock_notification(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SHAREDPRIMARYUNLOCKNOTIFICATION *args = arguments;

    return check_notification(call, args->AdapterLuid, args->VidPnSourceId);
}

/* Choice: a source without a picture is occluded; the page has no word for it. */
static NTSTATUS monitor_power(struct kmt_call *call, void *arguments)
{
    const D3DKMT_CHECKMONITORPOWERSTATE *args = arguments;

    if (!source_exists(call, args->VidPnSourceId)) {
        return STATUS_INVALID_PARAMETER;
    }
    return dxgk_source_is_shown(call->adapter, args->VidPnSourceId)
               ? STATUS_SUCCESS
               : STATUS_GRAPHICS_PRESENT_OCCLUDED;
}

/* A poll is always synchronous and never resets a mode, which is all the other flags are about. */
static NTSTATUS poll(struct kmt_call *call, void *arguments)
{
    const D3DKMT_POLLDISPLAYCHILDREN *args = arguments;
    NTSTATUS status = STATUS_SUCCESS;

    if (args->Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    if (!args->PollAllAdapters) {
        return dxgk_children_poll(call->adapter, args->NonDestructiveOnly);
    }
    for (struct adapter *adapter = dxgk_adapter_first(call->machine); adapter != NULL;
         adapter = dxgk_adapter_next(adapter)) {
        if (adapter == call->adapter) {
            status = dxgk_children_poll(adapter, args->NonDestructiveOnly);
        } else if (dxgk_client_enter(adapter)) {
            (void)dxgk_children_poll(adapter, args->NonDestructiveOnly);
            dxgk_client_leave(adapter);
        }
    }
    return status;
}

/* Choice: no surface of this kernel has more than one sample, so every list is empty. */
static NTSTATUS multisample_methods(struct kmt_call *call, void *arguments)
{
    D3DKMT_GETMULTISAMPLEMETHODLIST *args = arguments;

    if (!source_exists(call, args->VidPnSourceId) || args->Width == 0 || args->Height == 0) {
        return STATUS_INVALID_PARAMETER;
    }
    args->MethodCount = 0;
    return STATUS_SUCCESS;
}

NTSTATUS APIENTRY D3DKMTGetDisplayModeList(D3DKMT_GETDISPLAYMODELIST *args)
{
    static const struct kmt_function function = {
        "D3DKMTGetDisplayModeList", KMT_BY(ADAPTER, D3DKMT_GETDISPLAYMODELIST, hAdapter),
        .answer = KMT_ANSWERS, .body = mode_list
    };

    return kmt_call(&function, args);
}

/** Partial: a primary of the desktop's size, not rotated. */
NTSTATUS APIENTRY D3DKMTSetDisplayMode(const D3DKMT_SETDISPLAYMODE *args)
{
    static const struct kmt_function function = {
        "D3DKMTSetDisplayMode", KMT_BY(LIVE_DEVICE, D3DKMT_SETDISPLAYMODE, hDevice),
        .body = set_mode
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTSetGammaRamp(const D3DKMT_SETGAMMARAMP *args)
{
    static const struct kmt_function function = { "D3DKMTSetGammaRamp",
                                                  KMT_BY(LIVE_DEVICE, D3DKMT_SETGAMMARAMP, hDevice),
                                                  .body = set_gamma };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTGetSharedPrimaryHandle(D3DKMT_GETSHAREDPRIMARYHANDLE *args)
{
    static const struct kmt_function function = {
        "D3DKMTGetSharedPrimaryHandle", KMT_BY(ADAPTER, D3DKMT_GETSHAREDPRIMARYHANDLE, hAdapter),
        .answer = KMT_ANSWERS, .body = shared_primary
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY
D3DKMTSharedPrimaryLockNotification(const D3DKMT_SHAREDPRIMARYLOCKNOTIFICATION *args)
{
    static const struct kmt_function function = { "D3DKMTSharedPrimaryLockNotification",
                                                  KMT_TAKES(D3DKMT_SHAREDPRIMARYLOCKNOTIFICATION),
                                                  .body = lock_notification };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY
D3DKMTSharedPrimaryUnLockNotification(const D3DKMT_SHAREDPRIMARYUNLOCKNOTIFICATION *args)
{
    static const struct kmt_function function = { "D3DKMTSharedPrimaryUnLockNotification",
                                                  KMT_TAKES(D3DKMT_SHAREDPRIMARYUNLOCKNOTIFICATION),
                                                  .body = unlock_notification };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTCheckMonitorPowerState(const D3DKMT_CHECKMONITORPOWERSTATE *args)
{
    static const struct kmt_function function = {
        "D3DKMTCheckMonitorPowerState", KMT_BY(ADAPTER, D3DKMT_CHECKMONITORPOWERSTATE, hAdapter),
        .body = monitor_power
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTPollDisplayChildren(const D3DKMT_POLLDISPLAYCHILDREN *args)
{
    static const struct kmt_function function = {
        "D3DKMTPollDisplayChildren", KMT_BY(ADAPTER, D3DKMT_POLLDISPLAYCHILDREN, hAdapter),
        .body = poll
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTGetMultisampleMethodList(D3DKMT_GETMULTISAMPLEMETHODLIST *args)
{
    static const struct kmt_function function = {
        "D3DKMTGetMultisampleMethodList",
        KMT_BY(ADAPTER, D3DKMT_GETMULTISAMPLEMETHODLIST, hAdapter), .answer = KMT_ANSWERS,
        .body = multisample_methods
    };

    return kmt_call(&function, args);
}
