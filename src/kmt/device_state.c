/* SPDX-License-Identifier: MIT */
/*
 * What a device tells of itself: whether it runs, what it has shown, why it is broken.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtgetdevicestate, -d3dkmtmarkdeviceaserror,
 * ns-d3dkmthk-_d3dkmt_present_stats
 */
#include "dxgk/statistics.h"
#include "kmt/object.h"
#include "nt/time.h"

/* Source: ne-d3dkmthk-_d3dkmt_deviceexecution_state */
static D3DKMT_DEVICEEXECUTION_STATE execution_state(enum device_state state)
{
    switch (state) {
    case DEVICE_OK:
        return D3DKMT_DEVICEEXECUTION_ACTIVE;
    case DEVICE_ERROR_OUT_OF_MEMORY:
        return D3DKMT_DEVICEEXECUTION_ERROR_OUTOFMEMORY;
    case DEVICE_ERROR_DMA_FAULT:
        return D3DKMT_DEVICEEXECUTION_ERROR_DMAFAULT;
    case DEVICE_HUNG:
        return D3DKMT_DEVICEEXECUTION_HUNG;
    case DEVICE_REMOVED:
        return D3DKMT_DEVICEEXECUTION_RESET;
    }
    return D3DKMT_DEVICEEXECUTION_RESET;
}

static bool source_exists(const struct kmt_call *call, uint32_t source_id)
{
    return source_id < DXGH_MIN(dxgk_adapter_source_count(call->adapter), KMT_SOURCES_MAX);
}

static LONGLONG counter_of(uint64_t time_ns)
{
    return (LONGLONG)(time_ns / (DXGH_NS_PER_S / NT_PERFORMANCE_HZ));
}

/* Zeroes for who shows nothing of its own: a windowed device. The board keeps no time. */
static NTSTATUS present_state(struct kmt_call *call, D3DKMT_DEVICEPRESENT_STATE *state)
{
    D3DKMT_PRESENT_STATS *stats = &state->PresentStats;
    const struct kmt_shown *shown;
    uint64_t count;
    uint64_t time_ns;

    if (!source_exists(call, state->VidPnSourceId)) {
        return STATUS_INVALID_PARAMETER;
    }
    *stats = (D3DKMT_PRESENT_STATS){ 0 };
    shown = &call->device->shown[state->VidPnSourceId];
    if (!kmt_source_is_owned(call->device, state->VidPnSourceId) ||
        !dxgk_last_blank(call->adapter, state->VidPnSourceId, &count, &time_ns)) {
        return STATUS_SUCCESS;
    }
    stats->PresentCount = shown->count;
    stats->PresentRefreshCount = shown->refresh;
    stats->SyncRefreshCount = (UINT)count;
    stats->SyncQPCTime.QuadPart = counter_of(time_ns);
    return STATUS_SUCCESS;
}

/* Choice: the same numbers, since the page only renames the members. No duration is custom. */
static NTSTATUS present_state_dwm(struct kmt_call *call, D3DKMT_DEVICEPRESENT_STATE_DWM *state)
{
    D3DKMT_DEVICEPRESENT_STATE plain = { .VidPnSourceId = state->VidPnSourceId };
    NTSTATUS status = present_state(call, &plain);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    state->PresentStatsDWM = (D3DKMT_PRESENT_STATS_DWM){
        .PresentCount = plain.PresentStats.PresentCount,
        .PresentRefreshCount = plain.PresentStats.PresentRefreshCount,
        .PresentQPCTime.QuadPart =
            plain.PresentStats.PresentCount == 0
                ? 0
                : counter_of(call->device->shown[state->VidPnSourceId].time_ns),
        .SyncRefreshCount = plain.PresentStats.SyncRefreshCount,
        .SyncQPCTime = plain.PresentStats.SyncQPCTime,
    };
    return STATUS_SUCCESS;
}

static NTSTATUS get_state(struct kmt_call *call, void *arguments)
{
    D3DKMT_GETDEVICESTATE *args = arguments;

    switch (args->StateType) {
    case D3DKMT_DEVICESTATE_EXECUTION:
        args->ExecutionState = execution_state(dxgk_device_state(call->device->device));
        return STATUS_SUCCESS;
    case D3DKMT_DEVICESTATE_RESET:
        /* No desktop switch ever happens here. */
        args->ResetState = (D3DKMT_DEVICERESET_STATE){ 0 };
        return STATUS_SUCCESS;
    case D3DKMT_DEVICESTATE_PRESENT:
        return present_state(call, &args->PresentState);
    case D3DKMT_DEVICESTATE_PRESENT_DWM:
        return present_state_dwm(call, &args->PresentStateDWM);
    case D3DKMT_DEVICESTATE_PAGE_FAULT:
        /* A GPU without virtual addresses has no page faults to tell of. */
        args->PageFaultState = (D3DKMT_DEVICEPAGEFAULT_STATE){
            .FaultedPrimitiveAPISequenceNumber = DXGK_PRIMITIVE_API_SEQUENCE_NUMBER_UNKNOWN,
            .FaultedPipelineStage = DXGK_RENDER_PIPELINE_STAGE_UNKNOWN,
            .FaultedBindTableEntry = DXGK_BIND_TABLE_ENTRY_UNKNOWN,
        };
        return STATUS_SUCCESS;
    case D3DKMT_DEVICESTATE_PRESENT_QUEUE:
        /* A flip is over when its call returns: none is ever queued. */
        args->PresentQueueState.bQueuedPresentLimitReached = FALSE;
        return source_exists(call, args->PresentQueueState.VidPnSourceId)
                   ? STATUS_SUCCESS
                   : STATUS_INVALID_PARAMETER;
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

static NTSTATUS mark_as_error(struct kmt_call *call, void *arguments)
{
    const D3DKMT_MARKDEVICEASERROR *args = arguments;

    if (args->Reason != D3DKMT_DEVICE_ERROR_REASON_GENERIC &&
        args->Reason != D3DKMT_DEVICE_ERROR_REASON_DRIVER_ERROR) {
        return STATUS_INVALID_PARAMETER;
    }
    dxgk_device_set_error(call->device->device);
    return STATUS_SUCCESS;
}

NTSTATUS APIENTRY D3DKMTGetDeviceState(D3DKMT_GETDEVICESTATE *args)
{
    static const struct kmt_function function = {
        "D3DKMTGetDeviceState", KMT_BY(DEVICE_BESIDE, D3DKMT_GETDEVICESTATE, hDevice),
        .answer = KMT_ANSWERS, .body = get_state
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTMarkDeviceAsError(D3DKMT_MARKDEVICEASERROR *args)
{
    static const struct kmt_function function = { "D3DKMTMarkDeviceAsError",
                                                  KMT_BY(DEVICE, D3DKMT_MARKDEVICEASERROR, hDevice),
                                                  .body = mark_as_error };

    return kmt_call(&function, args);
}
