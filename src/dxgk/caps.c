/* SPDX-License-Identifier: MIT */
/* What the adapter says of itself: DRIVERCAPS, segments, nodes; and where Windows would refuse it.
 */
#include "dxgk/adapter_private.h"
#include "dxgk/dump.h"
#include "dxgk/gate_calls.h"
#include "dxgk/paging.h"
#include "dxgk/query_guard.h"
#include "dxgk/segment_check.h"
#include "machine/heap.h"
#include "verify/names.h"

#include <string.h>

/* sizeof(DXGK_DRIVERCAPS) at the interface version the driver declared. field-evidence: a driver
 * that compares with the size of a newer header refuses the query, and the adapter is code 43. */
static UINT caps_bytes(uint32_t version)
{
    if (version < DXGKDDI_INTERFACE_VERSION_WIN7) {
        return offsetof(DXGK_DRIVERCAPS, WDDMVersion);
    }
    if (version < DXGKDDI_INTERFACE_VERSION_WIN8) {
        return offsetof(DXGK_DRIVERCAPS, PreemptionCaps);
    }
    if (version < DXGKDDI_INTERFACE_VERSION_WDDM1_3) {
        return offsetof(DXGK_DRIVERCAPS, MaxOverlayPlanes);
    }
    if (version < DXGKDDI_INTERFACE_VERSION_WDDM2_0) {
        return (UINT)align_up(offsetof(DXGK_DRIVERCAPS, HybridIntegrated), 8);
    }
    return sizeof(DXGK_DRIVERCAPS);
}

static NTSTATUS query(struct adapter *adapter, DXGK_QUERYADAPTERINFOTYPE type, void *input,
                      UINT input_bytes, void *output, UINT output_bytes)
{
    DXGKARG_QUERYADAPTERINFO args = { .Type = type,
                                      .pInputData = input,
                                      .InputDataSize = input_bytes,
                                      .pOutputData = output,
                                      .OutputDataSize = output_bytes };

    return query_guarded(adapter, &args);
}

/* What a driver says it can do, and what that needs besides. */
static NTSTATUS refuse_without(struct adapter *adapter, enum rule rule, const char *cap,
                               const char *needs, struct adapter_error *error)
{
    verify_report(adapter->machine, rule, "DxgkDdiQueryAdapterInfo",
                  "%s is set without %s, which it needs.", cap, needs);
    return adapter_fail(error, STATUS_INVALID_PARAMETER, "DRIVERCAPS",
                        "%s is set without %s, which it needs. Windows refuses the adapter.", cap,
                        needs);
}

/* Source: ns-d3dkmddi-_dxgk_vidschcaps.md */
static NTSTATUS check_scheduling(struct adapter *adapter, struct adapter_error *error)
{
    const DXGK_DRIVERCAPS *caps = &adapter->caps;

    if (caps->SchedulingCaps.PreemptionAware && !caps->SchedulingCaps.MultiEngineAware) {
        return refuse_without(adapter, RULE_PREEMPT_25, "SchedulingCaps.PreemptionAware",
                              "MultiEngineAware", error);
    }
    if (caps->SchedulingCaps.CancelCommandAware && !caps->SchedulingCaps.MultiEngineAware) {
        return refuse_without(adapter, RULE_CANCEL_03, "SchedulingCaps.CancelCommandAware",
                              "MultiEngineAware", error);
    }
    if (caps->SchedulingCaps.NoDmaPatching &&
        (!caps->SchedulingCaps.PreemptionAware || !caps->SchedulingCaps.MultiEngineAware)) {
        return refuse_without(adapter, RULE_SPLIT_12, "SchedulingCaps.NoDmaPatching",
                              "PreemptionAware and MultiEngineAware", error);
    }
    return STATUS_SUCCESS;
}

/* Source: debugger/bug-check-0x119---video-scheduler-internal-error.md. Choice: what is invalid is
 * no flip at all from a driver that flips on the vertical blank. */
static void check_flips(struct adapter *adapter)
{
    const DXGK_DRIVERCAPS *caps = &adapter->caps;

    if ((caps->FlipCaps.FlipOnVSyncMmIo || caps->FlipCaps.FlipOnVSyncWithNoWait) &&
        caps->MaxQueuedFlipOnVSync == 0) {
        verify_report(
            adapter->machine, RULE_FENCE_20, "DxgkDdiQueryAdapterInfo",
            "MaxQueuedFlipOnVSync is 0, but FlipCaps say that flips wait for the vertical "
            "blank. Say how many the hardware holds, at least 1.");
        adapter_bugcheck(adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR, SCHEDULER_INVALID_FLIP_CAPS,
                         0, caps->MaxQueuedFlipOnVSync, 0,
                         "The driver reported MaxQueuedFlipOnVSync 0 together with flips on the "
                         "vertical blank.");
    }
}

/* Combinations for which Windows refuses the adapter. Rules QAI-19 to -28, PREEMPT-*, ENGRST-*. */
static NTSTATUS check_caps(struct adapter *adapter, struct adapter_error *error)
{
    const DXGK_DRIVERCAPS *caps = &adapter->caps;
    const DXGK_VIDSCHCAPS *scheduling = &caps->SchedulingCaps;
    UINT nodes = caps->GpuEngineTopology.NbAsymetricProcessingNodes;
    NTSTATUS status;
    static const char ddi[] = "DxgkDdiQueryAdapterInfo";

    if (scheduling->MultiEngineAware && (nodes == 0 || nodes > SCHED_NODES_MAX)) {
        verify_report(adapter->machine, RULE_QAI_19, ddi,
                      "MultiEngineAware needs 1 to 64 nodes; NbAsymetricProcessingNodes is %u.",
                      nodes);
        return adapter_fail(error, STATUS_INVALID_PARAMETER, "DRIVERCAPS",
                            "GpuEngineTopology.NbAsymetricProcessingNodes is %u; expected 1 to 64.",
                            nodes);
    }
    if (scheduling->MultiEngineAware && caps->MemoryManagementCaps.PagingNode >= nodes) {
        verify_report(adapter->machine, RULE_QAI_20, ddi, "PagingNode is %u; there are %u nodes.",
                      caps->MemoryManagementCaps.PagingNode, nodes);
        return adapter_fail(error, STATUS_INVALID_PARAMETER, "DRIVERCAPS",
                            "MemoryManagementCaps.PagingNode is %u, but there are only %u nodes.",
                            caps->MemoryManagementCaps.PagingNode, nodes);
    }
    status = check_scheduling(adapter, error);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    check_flips(adapter);
    /* Without a screen there is no GDI, and the slot is filled only because it has to be. */
    if (caps->PresentationCaps.SupportKernelModeCommandBuffer
            ? adapter->table.DxgkDdiRenderKm == NULL
            : adapter->table.DxgkDdiRenderKm != NULL && adapter->source_count > 0) {
        verify_report(
            adapter->machine, RULE_RENDERKM_02, ddi,
            "SupportKernelModeCommandBuffer is %u but the DxgkDdiRenderKm slot is %s; they come "
            "together.",
            caps->PresentationCaps.SupportKernelModeCommandBuffer,
            adapter->table.DxgkDdiRenderKm != NULL ? "filled" : "NULL");
    }
    if (caps->PresentationCaps.SupportKernelModeCommandBuffer &&
        caps->PresentationCaps.AlignmentShift < 2) {
        verify_report(adapter->machine, RULE_QAI_27, ddi,
                      "PresentationCaps.AlignmentShift is %u; GDI acceleration needs at least 2.",
                      caps->PresentationCaps.AlignmentShift);
    }
    return STATUS_SUCCESS;
}

/* Source: ns-d3dkmddi-_dxgk_drivercaps.md */
NTSTATUS adapter_caps_query(struct adapter *adapter, struct adapter_error *error)
{
    UINT bytes = caps_bytes(adapter->table.Version);
    NTSTATUS status = query(adapter, DXGKQAITYPE_DRIVERCAPS, NULL, 0, &adapter->caps, bytes);

    if (!NT_SUCCESS(status)) {
        return adapter_fail(
            error, status, "DRIVERCAPS",
            "DxgkDdiQueryAdapterInfo(DXGKQAITYPE_DRIVERCAPS) returned %s for a buffer of %u "
            "bytes, the size of DXGK_DRIVERCAPS at the interface version the driver "
            "declared (0x%X). Fill what fits and return STATUS_SUCCESS.",
            verify_status_name(status), bytes, adapter->table.Version);
    }
    adapter->node_count = adapter->caps.SchedulingCaps.MultiEngineAware
                              ? adapter->caps.GpuEngineTopology.NbAsymetricProcessingNodes
                              : 1;
    return check_caps(adapter, error);
}

/* All versions of the query, as one. */
struct segment_answer {
    uint32_t count;
    DXGK_SEGMENTDESCRIPTOR3 descriptors[VIDMM_SEGMENTS_MAX];
    struct paging_request paging;
};

/* Asked twice: for the number, then for everything. Rule QAI-06. */
static NTSTATUS query_segments3(struct adapter *adapter, struct segment_answer *answer)
{
    DXGK_QUERYSEGMENTIN input = { 0 };
    DXGK_QUERYSEGMENTOUT3 output = { 0 };
    NTSTATUS status =
        query(adapter, DXGKQAITYPE_QUERYSEGMENT3, &input, sizeof(input), &output, sizeof(output));

    if (!NT_SUCCESS(status) || output.NbSegment == 0 || output.NbSegment > VIDMM_SEGMENTS_MAX) {
        answer->count = output.NbSegment;
        return status;
    }
    answer->count = output.NbSegment;
    output.pSegmentDescriptor = answer->descriptors;
    status =
        query(adapter, DXGKQAITYPE_QUERYSEGMENT3, &input, sizeof(input), &output, sizeof(output));
    if (NT_SUCCESS(status) && output.NbSegment != answer->count) {
        verify_report(adapter->machine, RULE_QAI_06, "DxgkDdiQueryAdapterInfo",
                      "QUERYSEGMENT3 answered %u segments first and %u then.", answer->count,
                      output.NbSegment);
    }
    answer->paging = (struct paging_request){ .segment_id = output.PagingBufferSegmentId,
                                              .buffer_bytes = output.PagingBufferSize,
                                              .private_bytes = output.PagingBufferPrivateDataSize };
    return status;
}

static NTSTATUS query_segments1(struct adapter *adapter, struct segment_answer *answer)
{
    DXGK_SEGMENTDESCRIPTOR descriptors[VIDMM_SEGMENTS_MAX] = { 0 };
    DXGK_QUERYSEGMENTIN input = { 0 };
    DXGK_QUERYSEGMENTOUT output = { 0 };
    NTSTATUS status =
        query(adapter, DXGKQAITYPE_QUERYSEGMENT, &input, sizeof(input), &output, sizeof(output));

    answer->count = output.NbSegment;
    if (!NT_SUCCESS(status) || output.NbSegment == 0 || output.NbSegment > VIDMM_SEGMENTS_MAX) {
        return status;
    }
    output.pSegmentDescriptor = descriptors;
    status =
        query(adapter, DXGKQAITYPE_QUERYSEGMENT, &input, sizeof(input), &output, sizeof(output));
    for (uint32_t i = 0; i < answer->count; i++) {
        answer->descriptors[i] = (DXGK_SEGMENTDESCRIPTOR3){
            .Flags = descriptors[i].Flags,
            .BaseAddress = descriptors[i].BaseAddress,
            .CpuTranslatedAddress = descriptors[i].CpuTranslatedAddress,
            .Size = descriptors[i].Size,
            .CommitLimit = descriptors[i].CommitLimit,
        };
    }
    answer->paging = (struct paging_request){ .segment_id = output.PagingBufferSegmentId,
                                              .buffer_bytes = output.PagingBufferSize,
                                              .private_bytes = output.PagingBufferPrivateDataSize };
    return status;
}

static NTSTATUS check_paging(struct adapter *adapter, struct adapter_error *error,
                             const struct segment_answer *answer)
{
    uint32_t id = answer->paging.segment_id;

    if (answer->paging.buffer_bytes == 0) {
        verify_report(adapter->machine, RULE_QAI_12, "DxgkDdiQueryAdapterInfo",
                      "PagingBufferSize is 0; it must hold one step of any paging operation.");
        return adapter_fail(error, STATUS_INVALID_PARAMETER, "QUERYSEGMENT",
                            "PagingBufferSize is 0.");
    }
    if (id != 0 && (id > answer->count || !answer->descriptors[id - 1].Flags.Aperture)) {
        verify_report(
            adapter->machine, RULE_QAI_11, "DxgkDdiQueryAdapterInfo",
            "PagingBufferSegmentId is %u, which is not an aperture segment. Use an aperture "
            "segment or 0.",
            id);
        return adapter_fail(
            error, STATUS_INVALID_PARAMETER, "QUERYSEGMENT",
            "PagingBufferSegmentId %u is not an aperture segment; Windows tears the start "
            "down.",
            id);
    }
    return STATUS_SUCCESS;
}

/* Source: ns-d3dkmddi-_dxgk_querysegmentout3.md, _dxgk_querysegmentout.md */
NTSTATUS adapter_segments_query(struct adapter *adapter, struct adapter_error *error)
{
    struct segment_answer answer = { 0 };
    NTSTATUS status = adapter->table.Version >= DXGKDDI_INTERFACE_VERSION_WIN8
                          ? query_segments3(adapter, &answer)
                          : query_segments1(adapter, &answer);

    if (!NT_SUCCESS(status)) {
        return adapter_fail(error, status, "QUERYSEGMENT", "The segment query returned %s.",
                            verify_status_name(status));
    }
    if (answer.count == 0 || answer.count > VIDMM_SEGMENTS_MAX) {
        return adapter_fail(error, STATUS_INVALID_PARAMETER, "QUERYSEGMENT",
                            "The driver reports %u segments; expected 1 to %u.", answer.count,
                            VIDMM_SEGMENTS_MAX);
    }
    status = check_paging(adapter, error, &answer);
    for (uint32_t i = 0; NT_SUCCESS(status) && i < answer.count; i++) {
        void *cpu;

        status = segment_check(adapter, error, answer.descriptors, i + 1, &cpu);
        if (NT_SUCCESS(status)) {
            (void)vidmm_segment_add(adapter->vidmm, &answer.descriptors[i], cpu);
        }
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = paging_create(adapter, &answer.paging);
    if (!NT_SUCCESS(status)) {
        return adapter_fail(
            error, status, "paging",
            "The system device, context or paging buffer (%u bytes) could not be made: %s.",
            answer.paging.buffer_bytes, verify_status_name(status));
    }
    return STATUS_SUCCESS;
}
