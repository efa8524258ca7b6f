/* SPDX-License-Identifier: MIT */
/*
 * Ownership of video present sources. An exclusive owner may flip; the desktop has a source that
 * nobody owns.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtsetvidpnsourceowner,
 * -d3dkmtcheckvidpnexclusiveownership, -d3dkmtreleaseprocessvidpnsourceowners
 */
#include "dxgk/present.h"
#include "kmt/memory.h"
#include "kmt/object.h"
#include "verify/verify.h"

#define SOURCES_MAX 16u

bool kmt_source_is_owned(const struct kmt_device *device, uint32_t source_id)
{
    return source_id < 32 && (device->owned_sources & (1u << source_id)) != 0;
}

/* Whether a device other than this one owns any of the sources. */
static bool others_own(const struct kmt_device *device, uint32_t sources)
{
    LIST_FOR_EACH(link, process_list(device->process->machine)) {
        const struct process *process = LIST_ENTRY_OF(link, struct process, link);
        const struct kmt_device *other;
        uint32_t cursor = 0;

        while ((other = handle_next(&process->handles, HANDLE_DEVICE, &cursor)) != NULL) {
            if (other != device && other->adapter == device->adapter &&
                (other->owned_sources & sources) != 0) {
                return true;
            }
        }
    }
    return false;
}

void kmt_source_release(struct kmt_device *device, uint32_t sources)
{
    uint32_t released = device->owned_sources & sources;

    device->owned_sources &= ~sources;
    if (released != 0) {
        dxgk_flip_end(device->adapter);
    }
}

static NTSTATUS own(struct kmt_call *call, struct kmt_device *device, uint32_t source_id,
                    D3DKMT_VIDPNSOURCEOWNER_TYPE type)
{
    if (source_id >= dxgk_adapter_source_count(device->adapter)) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (type) {
    case D3DKMT_VIDPNSOURCEOWNER_UNOWNED:
        kmt_source_release(device, 1u << source_id);
        return STATUS_SUCCESS;
    case D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVE:
        if (others_own(device, 1u << source_id)) {
            return STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE;
        }
        device->owned_sources |= 1u << source_id;
        return STATUS_SUCCESS;
    case D3DKMT_VIDPNSOURCEOWNER_SHARED:
    case D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVEGDI:
    case D3DKMT_VIDPNSOURCEOWNER_EMULATED:
        return kmt_unimplemented(call, "type %u", (unsigned)type);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

static NTSTATUS set_owner(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SETVIDPNSOURCEOWNER *args = arguments;
    D3DKMT_VIDPNSOURCEOWNER_TYPE types[SOURCES_MAX];
    D3DDDI_VIDEO_PRESENT_SOURCE_ID sources[SOURCES_MAX];
    uint32_t count = args->VidPnSourceCount;
    NTSTATUS status = STATUS_SUCCESS;

    if (count == 0) { /* the device gives up all it owns */
        kmt_source_release(call->device, UINT32_MAX);
        return STATUS_SUCCESS;
    }
    if (count > SOURCES_MAX ||
        !user_read(call->machine, types, args->pType, count * sizeof(types[0])) ||
        !user_read(call->machine, sources, args->pVidPnSourceId, count * sizeof(sources[0]))) {
        return STATUS_INVALID_PARAMETER;
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < count; i++) {
        status = own(call, call->device, sources[i], types[i]);
    }
    return status;
}

static NTSTATUS check_ownership(struct kmt_call *call, void *arguments)
{
    const D3DKMT_CHECKVIDPNEXCLUSIVEOWNERSHIP *args = arguments;
    struct kmt_device nobody = { .process = call->process, .adapter = call->adapter };

    if (args->VidPnSourceId >= dxgk_adapter_source_count(call->adapter)) {
        return STATUS_INVALID_PARAMETER;
    }
    return others_own(&nobody, 1u << args->VidPnSourceId) ? STATUS_GRAPHICS_PRESENT_OCCLUDED
                                                          : STATUS_SUCCESS;
}

/** Partial: exclusive ownership only. */
NTSTATUS APIENTRY D3DKMTSetVidPnSourceOwner(const D3DKMT_SETVIDPNSOURCEOWNER *args)
{
    static const struct kmt_function function = {
        "D3DKMTSetVidPnSourceOwner", KMT_BY(LIVE_DEVICE, D3DKMT_SETVIDPNSOURCEOWNER, hDevice),
        .body = set_owner
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY
D3DKMTCheckVidPnExclusiveOwnership(const D3DKMT_CHECKVIDPNEXCLUSIVEOWNERSHIP *args)
{
    static const struct kmt_function function = {
        "D3DKMTCheckVidPnExclusiveOwnership",
        KMT_BY(ADAPTER, D3DKMT_CHECKVIDPNEXCLUSIVEOWNERSHIP, hAdapter), .body = check_ownership
    };

    return kmt_call(&function, args);
}
