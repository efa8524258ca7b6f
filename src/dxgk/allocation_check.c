/* SPDX-License-Identifier: MIT */
/* What DxgkDdiCreateAllocation says of an allocation, before anything is built on it. */
#include "dxgk/allocation_private.h"
#include "verify/verify.h"

#define ALLOCATION_BYTES_MAX (UINT64_C(1) << 40)

static const char ddi[] = "DxgkDdiCreateAllocation";

static uint32_t existing_segments(const struct adapter *adapter)
{
    return (uint32_t)((UINT64_C(1) << adapter->vidmm->segment_count) - 1);
}

static bool check_size(struct adapter *adapter, const DXGK_ALLOCATIONINFO *info)
{
    if (info->Size == 0 || info->Size > ALLOCATION_BYTES_MAX) {
        verify_report(adapter->machine, RULE_ALLOC_03, ddi,
                      "DXGK_ALLOCATIONINFO.Size is 0x%llx bytes; expected 1 byte to 1 TB.",
                      (unsigned long long)info->Size);
    } else if (info->hAllocation == NULL) {
        verify_report(adapter->machine, RULE_ALLOC_02, ddi,
                      "hAllocation is NULL on success; set it to your allocation object.");
    } else if ((info->Alignment & (info->Alignment - 1)) != 0) {
        verify_report(adapter->machine, RULE_ALLOC_04, ddi, "Alignment %u is not a power of two.",
                      info->Alignment);
    } else if (info->PitchAlignedSize != 0 && info->PitchAlignedSize < info->Size) {
        verify_report(adapter->machine, RULE_ALLOC_05, ddi,
                      "PitchAlignedSize is 0x%llx bytes, less than Size (0x%llx); expected 0 or at "
                      "least that.",
                      (unsigned long long)info->PitchAlignedSize, (unsigned long long)info->Size);
    } else {
        return true;
    }
    return false;
}

static bool check_preferences(struct adapter *adapter, const DXGK_ALLOCATIONINFO *info,
                              uint32_t sets)
{
    const DXGK_SEGMENTPREFERENCE *preferred = &info->PreferredSegment;
    const uint32_t ids[] = { preferred->SegmentId0, preferred->SegmentId1, preferred->SegmentId2,
                             preferred->SegmentId3, preferred->SegmentId4 };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(ids); i++) {
        if (ids[i] != 0 && (sets & (1u << (ids[i] - 1))) == 0) {
            verify_report(adapter->machine, RULE_ALLOC_06, ddi,
                          "Preferred segment %u is not in the supported sets 0x%x.", ids[i], sets);
            return false;
        }
    }
    return true;
}

static bool check_eviction(struct adapter *adapter, const DXGK_ALLOCATIONINFO *info)
{
    for (uint32_t id = 1; id <= VIDMM_SEGMENTS_MAX; id++) {
        const struct segment *segment = vidmm_segment(adapter->vidmm, id);

        if ((info->EvictionSegmentSet & (1u << (id - 1))) != 0 &&
            (segment == NULL || !segment->aperture)) {
            verify_report(adapter->machine, RULE_ALLOC_08, ddi,
                          "EvictionSegmentSet 0x%x names segment %u, which is no aperture segment.",
                          info->EvictionSegmentSet, id);
            return false;
        }
    }
    return true;
}

static bool check_segments(struct adapter *adapter, const DXGK_ALLOCATIONINFO *info)
{
    uint32_t sets = info->SupportedReadSegmentSet | info->SupportedWriteSegmentSet;

    if (sets == 0 || (sets & ~existing_segments(adapter)) != 0) {
        verify_report(
            adapter->machine, RULE_ALLOC_07, ddi,
            "SupportedReadSegmentSet 0x%x and SupportedWriteSegmentSet 0x%x must name existing "
            "segments (bit n is segment n+1; there are %u).",
            info->SupportedReadSegmentSet, info->SupportedWriteSegmentSet,
            adapter->vidmm->segment_count);
        return false;
    }
    return check_preferences(adapter, info, sets) && check_eviction(adapter, info);
}

/* Source: ns-d3dkmddi-_dxgk_allocationinfoflags.md */
static bool check_flags(struct adapter *adapter, const DXGK_ALLOCATIONINFO *info)
{
    const DXGK_ALLOCATIONINFOFLAGS *flags = &info->Flags;
    unsigned origins = 0u + flags->PermanentSysMem + flags->ExistingSysMem +
                       flags->ExistingKernelSysMem + flags->Protected;

    if (info->AllocationPriority == 0) {
        verify_report(adapter->machine, RULE_ALLOC_09, ddi,
                      "AllocationPriority is 0; use D3DDDI_ALLOCATIONPRIORITY_NORMAL.");
    } else if (flags->PermanentSysMem && !flags->CpuVisible) {
        verify_report(adapter->machine, RULE_ALLOC_10, ddi,
                      "PermanentSysMem is set without CpuVisible.");
    } else if (flags->Cached && !flags->CpuVisible) {
        verify_report(adapter->machine, RULE_ALLOC_11, ddi, "Cached is set without CpuVisible.");
    } else if (flags->Protected && origins > 1) {
        verify_report(adapter->machine, RULE_ALLOC_12, ddi,
                      "Protected excludes PermanentSysMem, ExistingSysMem and "
                      "ExistingKernelSysMem.");
    } else if (origins > 1) {
        verify_report(adapter->machine, RULE_ALLOC_13, ddi,
                      "PermanentSysMem, ExistingSysMem and ExistingKernelSysMem exclude each "
                      "other.");
    } else {
        return true;
    }
    return false;
}

/* No rule is broken, and yet it can never be anywhere. */
static bool can_be_placed(const struct adapter *adapter, const DXGK_ALLOCATIONINFO *info)
{
    uint32_t sets = info->SupportedReadSegmentSet | info->SupportedWriteSegmentSet;

    for (uint32_t id = 1; id <= adapter->vidmm->segment_count; id++) {
        if ((sets & (1u << (id - 1))) != 0 &&
            align_up(info->Size, DXGH_PAGE_SIZE) <=
                vidmm_segment(adapter->vidmm, id)->commit_limit_bytes) {
            return true;
        }
    }
    return false;
}

/* Source: ns-d3dkmddi-_dxgk_allocationinfo.md; rules ALLOC-02 to -13 */
NTSTATUS allocation_check_info(struct adapter *adapter, const DXGK_ALLOCATIONINFO *info)
{
    if (!check_size(adapter, info) || !check_segments(adapter, info) ||
        !check_flags(adapter, info)) {
        return STATUS_INVALID_PARAMETER;
    }
    return can_be_placed(adapter, info) ? STATUS_SUCCESS : STATUS_GRAPHICS_NO_VIDEO_MEMORY;
}
