/* SPDX-License-Identifier: MIT */
/*
 * D3DKMTQueryStatistics: what the kernel counts of an adapter, its segments, nodes and sources.
 * What it does not count is 0; the page has no text beyond the names.
 *
 * Source: d3dkmthk ns-d3dkmthk-_d3dkmt_querystatistics and the structures it holds
 */
#include "dxgk/control.h"
#include "dxgk/query.h"
#include "dxgk/offer.h"
#include "kmt/object.h"
#include "verify/verify.h"

#include <string.h>

static NTSTATUS of_adapter(struct adapter *adapter, D3DKMT_QUERYSTATISTICS *args)
{
    D3DKMT_QUERYSTATISTICS_ADAPTER_INFORMATION *info = &args->QueryResult.AdapterInformation;
    struct node_statistics node;

    info->NbSegments = dxgk_segment_count(adapter);
    info->NodeCount = dxgk_adapter_node_count(adapter);
    info->VidPnSourceCount = dxgk_adapter_source_count(adapter);
    info->VSyncEnabled = dxgk_query_vsync_enabled(adapter);
    for (uint32_t i = 0; dxgk_query_node(adapter, i, &node); i++) {
        info->TdrDetectedCount += (ULONG)node.resets;
    }
    return STATUS_SUCCESS;
}

/* Choice: SegmentId counts from 0 here as it does in Windows' tools; the driver's first id is 1. */
static NTSTATUS of_segment(struct adapter *adapter, D3DKMT_QUERYSTATISTICS *args, ULONG id)
{
    D3DKMT_QUERYSTATISTICS_SEGMENT_INFORMATION *info = &args->QueryResult.SegmentInformation;
    struct segment_state state;

    if (id >= dxgk_segment_count(adapter) || !dxgk_segment_state(adapter, id + 1, &state)) {
        return STATUS_INVALID_PARAMETER;
    }
    info->CommitLimit = state.size_bytes;
    info->BytesCommitted = state.size_bytes - state.free_bytes;
    info->BytesResident = info->BytesCommitted;
    info->Aperture = state.aperture;
    return STATUS_SUCCESS;
}

static NTSTATUS of_node(struct adapter *adapter, D3DKMT_QUERYSTATISTICS *args, ULONG id)
{
    D3DKMT_QUERYSTATISTICS_DMA_PACKET_TYPE_INFORMATION *packets =
        args->QueryResult.NodeInformation.GlobalInformation.PacketStatistics.DmaPacket;
    struct node_statistics node;

    if (!dxgk_query_node(adapter, id, &node)) {
        return STATUS_INVALID_PARAMETER;
    }
    packets[0].PacketSubmited = (ULONG)node.submitted;
    packets[0].PacketCompleted = (ULONG)node.retired;
    packets[0].PacketPreempted = (ULONG)node.preemptions;
    packets[0].PacketFaulted = (ULONG)node.resets;
    return STATUS_SUCCESS;
}

static NTSTATUS of_source(struct adapter *adapter, D3DKMT_QUERYSTATISTICS *args, ULONG id)
{
    if (id >= dxgk_adapter_source_count(adapter)) {
        return STATUS_INVALID_PARAMETER;
    }
    args->QueryResult.VidPnSourceInformation.GlobalInformation.Frame =
        (ULONG)dxgk_query_frames(adapter, id);
    return STATUS_SUCCESS;
}

/* Of the calling process. What is counted per context ends with the context. */

static NTSTATUS of_process_node(struct kmt_call *call, struct adapter *adapter,
                                D3DKMT_QUERYSTATISTICS *args, ULONG id)
{
    D3DKMT_QUERYSTATISTICS_PROCESS_NODE_INFORMATION *info =
        &args->QueryResult.ProcessNodeInformation;
    D3DKMT_QUERYSTATISTICS_DMA_PACKET_TYPE_INFORMATION *packets = info->PacketStatistics.DmaPacket;
    const struct kmt_device *device;
    uint32_t cursor = 0;

    if (id >= dxgk_adapter_node_count(adapter)) {
        return STATUS_INVALID_PARAMETER;
    }
    while ((device = handle_next(&call->process->handles, HANDLE_DEVICE, &cursor)) != NULL) {
        if (device->adapter != adapter || device->device == NULL) {
            continue;
        }
        LIST_FOR_EACH(link, &device->contexts) {
            struct context_statistics statistics;

            dxgk_query_context(LIST_ENTRY_OF(link, struct kmt_context, link)->context, &statistics);
            if (statistics.node == id) {
                packets[0].PacketSubmited += (ULONG)statistics.queued;
                packets[0].PacketCompleted += (ULONG)statistics.completed;
                info->RunningTime.QuadPart += (LONGLONG)(statistics.gpu_time_ns / 100);
            }
        }
    }
    return STATUS_SUCCESS;
}

static NTSTATUS of_process_source(struct kmt_call *call, struct adapter *adapter,
                                  D3DKMT_QUERYSTATISTICS *args, ULONG id)
{
    const struct kmt_device *device;
    uint32_t cursor = 0;

    if (id >= DXGH_MIN(dxgk_adapter_source_count(adapter), KMT_SOURCES_MAX)) {
        return STATUS_INVALID_PARAMETER;
    }
    while ((device = handle_next(&call->process->handles, HANDLE_DEVICE, &cursor)) != NULL) {
        if (device->adapter == adapter) {
            args->QueryResult.ProcessVidPnSourceInformation.Frame += device->shown[id].count;
        }
    }
    return STATUS_SUCCESS;
}

static NTSTATUS of_process_group(struct kmt_call *call, const struct adapter *adapter,
                                 D3DKMT_QUERYSTATISTICS *args)
{
    D3DKMT_QUERYSTATISTICS_PROCESS_SEGMENT_GROUP_INFORMATION *info =
        &args->QueryResult.ProcessSegmentGroupInformation;
    D3DKMT_MEMORY_SEGMENT_GROUP group = args->QueryProcessSegmentGroup;
    struct memory_usage usage;

    if ((uint32_t)group > D3DKMT_MEMORY_SEGMENT_GROUP_NON_LOCAL) {
        return STATUS_INVALID_PARAMETER;
    }
    usage = dxgk_memory_usage(adapter, call->process, group == D3DKMT_MEMORY_SEGMENT_GROUP_LOCAL);
    info->Budget = usage.budget_bytes;
    info->Usage = usage.used_bytes;
    return STATUS_SUCCESS;
}

static NTSTATUS of_process(struct kmt_call *call, struct adapter *adapter,
                           D3DKMT_QUERYSTATISTICS *args)
{
    D3DKMT_QUERYSTATISTICS_PROCESS_INFORMATION *process = &args->QueryResult.ProcessInformation;
    D3DKMT_QUERYSTATISTICS_PROCESS_ADAPTER_INFORMATION *on_adapter =
        &args->QueryResult.ProcessAdapterInformation;

    switch (args->Type) {
    case D3DKMT_QUERYSTATISTICS_PROCESS:
        process->NodeCount = dxgk_adapter_node_count(adapter);
        process->VidPnSourceCount = dxgk_adapter_source_count(adapter);
        return STATUS_SUCCESS;
    case D3DKMT_QUERYSTATISTICS_PROCESS_ADAPTER:
        on_adapter->NbSegments = dxgk_segment_count(adapter);
        on_adapter->NodeCount = dxgk_adapter_node_count(adapter);
        on_adapter->VidPnSourceCount = dxgk_adapter_source_count(adapter);
        return STATUS_SUCCESS;
    case D3DKMT_QUERYSTATISTICS_PROCESS_NODE:
        return of_process_node(call, adapter, args, args->QueryProcessNode.NodeId);
    case D3DKMT_QUERYSTATISTICS_PROCESS_VIDPNSOURCE:
        return of_process_source(call, adapter, args, args->QueryProcessVidPnSource.VidPnSourceId);
    case D3DKMT_QUERYSTATISTICS_PROCESS_SEGMENT_GROUP:
        return of_process_group(call, adapter, args);
    default: /* usage is counted per group of segments */
        return kmt_unimplemented(call, "the segments of a process");
    }
}

static NTSTATUS answer(struct kmt_call *call, struct adapter *adapter, D3DKMT_QUERYSTATISTICS *args)
{
    memset(&args->QueryResult, 0, sizeof(args->QueryResult));
    switch (args->Type) {
    case D3DKMT_QUERYSTATISTICS_ADAPTER:
        return of_adapter(adapter, args);
    case D3DKMT_QUERYSTATISTICS_SEGMENT:
        return of_segment(adapter, args, args->QuerySegment.SegmentId);
    case D3DKMT_QUERYSTATISTICS_NODE:
        return of_node(adapter, args, args->QueryNode.NodeId);
    case D3DKMT_QUERYSTATISTICS_VIDPNSOURCE:
        return of_source(adapter, args, args->QueryVidPnSource.VidPnSourceId);
    case D3DKMT_QUERYSTATISTICS_PROCESS:
    case D3DKMT_QUERYSTATISTICS_PROCESS_ADAPTER:
    case D3DKMT_QUERYSTATISTICS_PROCESS_SEGMENT:
    case D3DKMT_QUERYSTATISTICS_PROCESS_NODE:
    case D3DKMT_QUERYSTATISTICS_PROCESS_VIDPNSOURCE:
    case D3DKMT_QUERYSTATISTICS_PROCESS_SEGMENT_GROUP:
        return kmt_is_this_process(args->hProcess) ? of_process(call, adapter, args)
                                                   : kmt_unimplemented(call, "another process");
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

static NTSTATUS query(struct kmt_call *call, void *arguments)
{
    D3DKMT_QUERYSTATISTICS *args = arguments;
    struct adapter *adapter = kmt_adapter_by_luid(call->machine, args->AdapterLuid);
    NTSTATUS status;

    if (adapter == NULL || !dxgk_client_enter(adapter)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = answer(call, adapter, args);
    dxgk_client_leave(adapter);
    return status;
}

/** Partial: of the calling process, and not of the segments of a process. */
NTSTATUS APIENTRY D3DKMTQueryStatistics(const D3DKMT_QUERYSTATISTICS *args)
{
    static const struct kmt_function function = { "D3DKMTQueryStatistics",
                                                  KMT_TAKES(D3DKMT_QUERYSTATISTICS),
                                                  .answer = KMT_ANSWERS, .body = query };

    return kmt_call(&function, args);
}
