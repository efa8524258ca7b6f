/* SPDX-License-Identifier: MIT */
/*
 * Ownership of video present sources. An exclusive owner may set modes and flip; the desktop has a
 * source that nobody owns. A shared owner yields to an exclusive one, and has the source again when
 * that lets go.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtsetvidpnsourceowner, -d3dkmtsetvidpnsourceowner1,
 * -d3dkmtcheckvidpnexclusiveownership, -d3dkmtcheckexclusiveownership,
 * -d3dkmtreleaseprocessvidpnsourceowners, ns-d3dkmthk-_d3dkmt_setvidpnsourceowner
 */
#include "dxgk/present.h"
#include "kmt/memory.h"
#include "kmt/object.h"
#include "verify/verify.h"

static bool is_exclusive(D3DKMT_VIDPNSOURCEOWNER_TYPE type)
{
    return type == D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVE ||
           type == D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVEGDI;
}

bool kmt_source_is_owned(const struct kmt_device *device, uint32_t source_id)
{
    return source_id < KMT_SOURCES_MAX && is_exclusive(device->sources[source_id]);
}

/* What the strongest device but this one is to a source of an adapter. */
static D3DKMT_VIDPNSOURCEOWNER_TYPE other_owner(struct machine *machine,
                                                const struct kmt_device *device,
                                                const struct adapter *adapter, uint32_t source_id)
{
    D3DKMT_VIDPNSOURCEOWNER_TYPE strongest = D3DKMT_VIDPNSOURCEOWNER_UNOWNED;

    LIST_FOR_EACH(link, process_list(machine)) {
        const struct process *process = LIST_ENTRY_OF(link, struct process, link);
        const struct kmt_device *other;
        uint32_t cursor = 0;

        while ((other = handle_next(&process->handles, HANDLE_DEVICE, &cursor)) != NULL) {
            if (other != device && other->adapter == adapter) {
                strongest = DXGH_MAX(strongest, other->sources[source_id]);
            }
        }
    }
    return strongest;
}

bool kmt_source_is_taken(const struct kmt_device *device, uint32_t source_id)
{
    return source_id < KMT_SOURCES_MAX &&
           is_exclusive(other_owner(device->process->machine, device, device->adapter, source_id));
}

void kmt_source_release(struct kmt_device *device)
{
    bool flipped = false;

    for (uint32_t i = 0; i < KMT_SOURCES_MAX; i++) {
        flipped = flipped || is_exclusive(device->sources[i]);
        device->sources[i] = D3DKMT_VIDPNSOURCEOWNER_UNOWNED;
    }
    if (flipped) {
        dxgk_flip_end(device->adapter);
    }
}

/* One call of D3DKMTSetVidPnSourceOwner. */
struct claim {
    uint32_t count;
    D3DKMT_VIDPNSOURCEOWNER_TYPE types[KMT_SOURCES_MAX];
    D3DDDI_VIDEO_PRESENT_SOURCE_ID sources[KMT_SOURCES_MAX];
};

/* Whether a claim has each source of the adapter, all of that type. */
static bool has_all(const struct claim *claim, uint32_t source_count,
                    D3DKMT_VIDPNSOURCEOWNER_TYPE type)
{
    uint32_t found = 0;

    for (uint32_t i = 0; i < claim->count; i++) {
        if (claim->types[i] == type && claim->sources[i] < KMT_SOURCES_MAX) {
            found |= 1u << claim->sources[i];
        }
    }
    return found == (1u << DXGH_MIN(source_count, KMT_SOURCES_MAX)) - 1;
}

static NTSTATUS check_one(struct kmt_call *call, const struct claim *claim, uint32_t index)
{
    D3DKMT_VIDPNSOURCEOWNER_TYPE type = claim->types[index];
    uint32_t source_count = dxgk_adapter_source_count(call->adapter);
    D3DKMT_VIDPNSOURCEOWNER_TYPE other;

    if (claim->sources[index] >= DXGH_MIN(source_count, KMT_SOURCES_MAX)) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE;
    }
    other = other_owner(call->machine, call->device, call->adapter, claim->sources[index]);
    switch (type) {
    case D3DKMT_VIDPNSOURCEOWNER_UNOWNED:
        return STATUS_SUCCESS;
    case D3DKMT_VIDPNSOURCEOWNER_SHARED: /* not for legacy devices; one at a time is a choice */
        if (call->device->legacy_mode) {
            return STATUS_INVALID_PARAMETER;
        }
        return other == D3DKMT_VIDPNSOURCEOWNER_SHARED ? STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE
                                                       : STATUS_SUCCESS;
    case D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVEGDI: /* for legacy devices, and of every source */
        if (!call->device->legacy_mode || !has_all(claim, source_count, type)) {
            return STATUS_INVALID_PARAMETER;
        }
        return is_exclusive(other) ? STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE : STATUS_SUCCESS;
    case D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVE:
        return is_exclusive(other) ? STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE : STATUS_SUCCESS;
    case D3DKMT_VIDPNSOURCEOWNER_EMULATED: /* documented by its name only */
        return kmt_unimplemented(call, "D3DKMT_VIDPNSOURCEOWNER_EMULATED");
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

/* All or nothing. */
static NTSTATUS own(struct kmt_call *call, const struct claim *claim)
{
    struct kmt_device *device = call->device;
    bool flipped = false;

    for (uint32_t i = 0; i < claim->count; i++) {
        NTSTATUS status = check_one(call, claim, i);

        if (!NT_SUCCESS(status)) {
            return status;
        }
    }
    for (uint32_t i = 0; i < claim->count; i++) {
        D3DKMT_VIDPNSOURCEOWNER_TYPE *type = &device->sources[claim->sources[i]];

        flipped = flipped || (is_exclusive(*type) && !is_exclusive(claim->types[i]));
        *type = claim->types[i];
    }
    if (flipped) {
        dxgk_flip_end(device->adapter);
    }
    return STATUS_SUCCESS;
}

static NTSTATUS set_owner(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SETVIDPNSOURCEOWNER *args = arguments;
    struct claim claim = { .count = args->VidPnSourceCount };

    if (claim.count == 0) { /* the device gives up all it owns */
        kmt_source_release(call->device);
        return STATUS_SUCCESS;
    }
    if (claim.count > KMT_SOURCES_MAX ||
        !user_read_words(call->machine, claim.types, args->pType,
                         claim.count * sizeof(claim.types[0])) ||
        !user_read_words(call->machine, claim.sources, args->pVidPnSourceId,
                         claim.count * sizeof(claim.sources[0]))) {
        return STATUS_INVALID_PARAMETER;
    }
    return own(call, &claim);
}

/* Nothing duplicates outputs here, so allowing it takes nothing more. */
static NTSTATUS set_owner_1(struct kmt_call *call, void *arguments)
{
    D3DKMT_SETVIDPNSOURCEOWNER1 *args = arguments;

    if (args->Flags.Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    if (args->Flags.DisableDWMVirtualMode || args->Flags.UseNtHandles) {
        return kmt_unimplemented(call, "flags 0x%X", args->Flags.Value);
    }
    return set_owner(call, &args->Version0);
}

static NTSTATUS check_ownership(struct kmt_call *call, void *arguments)
{
    const D3DKMT_CHECKVIDPNEXCLUSIVEOWNERSHIP *args = arguments;

    if (args->VidPnSourceId >=
        DXGH_MIN(dxgk_adapter_source_count(call->adapter), KMT_SOURCES_MAX)) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE;
    }
    return is_exclusive(other_owner(call->machine, NULL, call->adapter, args->VidPnSourceId))
               ? STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE
               : STATUS_SUCCESS;
}

static NTSTATUS find_exclusive(struct kmt_call *call, void *arguments)
{
    bool *found = arguments;

    for (struct adapter *adapter = dxgk_adapter_first(call->machine); adapter != NULL;
         adapter = dxgk_adapter_next(adapter)) {
        for (uint32_t i = 0; i < KMT_SOURCES_MAX; i++) {
            *found = *found || is_exclusive(other_owner(call->machine, NULL, adapter, i));
        }
    }
    return STATUS_SUCCESS;
}

/* Each device is held in its turn: dxgk_flip_end waits. */
static NTSTATUS release_process(struct kmt_call *call, void *arguments)
{
    struct kmt_device *device;
    uint32_t cursor = 0;

    if (!kmt_is_this_process(*(HANDLE *)arguments)) {
        return STATUS_INVALID_PARAMETER;
    }
    while ((device = handle_next(&call->process->handles, HANDLE_DEVICE, &cursor)) != NULL) {
        if (NT_SUCCESS(kmt_device_enter(call, device->handle, &device))) {
            kmt_source_release(device);
            kmt_device_leave(device);
        }
    }
    return STATUS_SUCCESS;
}

/** Partial: not the emulated type. */
NTSTATUS APIENTRY D3DKMTSetVidPnSourceOwner(const D3DKMT_SETVIDPNSOURCEOWNER *args)
{
    static const struct kmt_function function = {
        "D3DKMTSetVidPnSourceOwner", KMT_BY(LIVE_DEVICE, D3DKMT_SETVIDPNSOURCEOWNER, hDevice),
        .body = set_owner
    };

    return kmt_call(&function, args);
}

/** Partial: output duplication as the only flag; not the emulated type. */
NTSTATUS APIENTRY D3DKMTSetVidPnSourceOwner1(const D3DKMT_SETVIDPNSOURCEOWNER1 *args)
{
    static const struct kmt_function function = {
        "D3DKMTSetVidPnSourceOwner1",
        KMT_BY(LIVE_DEVICE, D3DKMT_SETVIDPNSOURCEOWNER1, Version0.hDevice), .body = set_owner_1
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

BOOLEAN APIENTRY D3DKMTCheckExclusiveOwnership(void)
{
    static const struct kmt_function function = { "D3DKMTCheckExclusiveOwnership",
                                                  .body = find_exclusive };
    bool found = false;

    return NT_SUCCESS(kmt_call(&function, &found)) && found;
}

/** Partial: of the calling process. */
NTSTATUS APIENTRY D3DKMTReleaseProcessVidPnSourceOwners(HANDLE process)
{
    static const struct kmt_function function = { "D3DKMTReleaseProcessVidPnSourceOwners",
                                                  .body = release_process };

    return kmt_call(&function, &process);
}
