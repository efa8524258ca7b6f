/* SPDX-License-Identifier: MIT */
/* What the adapter says of itself: DRIVERCAPS, segments, nodes; and where Windows would refuse it.
 */
#include "dxgk/adapter_private.h"
#include "dxgk/caps_check.h"
#include "dxgk/gate_calls.h"
#include "dxgk/paging.h"
#include "dxgk/query_guard.h"
#include "dxgk/segment_check.h"
#include "machine/heap.h"
#include "verify/names.h"

#include <string.h>

/* sizeof(DXGK_DRIVERCAPS) at the interface version the driver declared. field-evidence: a driver
 * that compares with the size of a newer header refuses the query, and the adapter is code 43. */
UINT caps_bytes(uint32_t version)
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
    return caps_check(adapter, error);
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
    caps_check_memory(adapter);
    status = paging_create(adapter, &answer.paging);
    if (!NT_SUCCESS(status)) {
        return adapter_fail(
            error, status, "paging",
            "The system device, context or paging buffer (%u bytes) could not be made: %s.",
            answer.paging.buffer_bytes, verify_status_name(status));
    }
    return STATUS_SUCCESS;
}
