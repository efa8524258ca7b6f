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
        if ((info->EvictionSegmentSet & (1u << (id - 1))) != 0 && segment->pitch_alignment) {
            verify_report(adapter->machine, RULE_ALLOC_08, ddi,
                          "EvictionSegmentSet 0x%x names segment %u, which has PitchAlignment.",
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

/* Flags that WDDM 2 gave a meaning, and those nobody has. Rule ALLOC-19. */
#define FLAGS_OF_WDDM_2 0x00078000u
#define FLAGS_RESERVED 0xFFF80000u
#define OVERLAY_SHARE 5u /* "the last 20 percent of a segment" */

static bool has_coherent_aperture(const struct adapter *adapter)
{
    for (uint32_t i = 0; i < adapter->vidmm->segment_count; i++) {
        if (adapter->vidmm->segments[i].aperture && adapter->vidmm->segments[i].cache_coherent) {
            return true;
        }
    }
    return false;
}

/* Rule ALLOC-16: nothing but what the CPU needs to see it. */
static bool is_history_buffer(const struct adapter *adapter, DXGK_ALLOCATIONINFOFLAGS flags)
{
    DXGK_ALLOCATIONINFOFLAGS expected = { .HistoryBuffer = 1, .CpuVisible = 1 };

    if (has_coherent_aperture(adapter)) {
        expected.Cached = 1;
    }
    return flags.Value == expected.Value;
}

/* Rule ALLOC-18. Choice: "cannot" means that the driver does not ask for it. */
static bool fits_overlays(const struct adapter *adapter, const DXGK_ALLOCATIONINFO *info)
{
    uint32_t sets = info->SupportedReadSegmentSet | info->SupportedWriteSegmentSet;

    for (uint32_t i = 0; i < adapter->vidmm->segment_count; i++) {
        if ((sets & (1u << i)) != 0 &&
            info->Size <= adapter->vidmm->segments[i].size_bytes / OVERLAY_SHARE) {
            return true;
        }
    }
    return false;
}

struct flag_rule {
    bool broken;
    enum rule rule;
    const char *text;
};

static bool report_broken(struct adapter *adapter, const DXGK_ALLOCATIONINFO *info,
                          const struct flag_rule *rules, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (rules[i].broken) {
            verify_report(adapter->machine, rules[i].rule, ddi, "Flags are 0x%x: %s",
                          info->Flags.Value, rules[i].text);
            return true;
        }
    }
    return false;
}

/* Source: ns-d3dkmddi-_dxgk_allocationinfoflags.md */
static bool check_origin(struct adapter *adapter, const DXGK_ALLOCATIONINFO *info, bool primary)
{
    const DXGK_ALLOCATIONINFOFLAGS flags = info->Flags;
    bool several = 0u + flags.PermanentSysMem + flags.ExistingSysMem + flags.ExistingKernelSysMem +
                       flags.Protected >
                   1;
    const struct flag_rule rules[] = {
        { flags.PermanentSysMem && !flags.CpuVisible, RULE_ALLOC_10,
          "PermanentSysMem is set without CpuVisible." },
        { flags.Cached && !flags.CpuVisible, RULE_ALLOC_11, "Cached is set without CpuVisible." },
        { flags.Protected && several, RULE_ALLOC_12,
          "Protected excludes PermanentSysMem, ExistingSysMem and ExistingKernelSysMem." },
        { flags.ExistingKernelSysMem && several, RULE_ALLOC_14,
          "ExistingKernelSysMem excludes PermanentSysMem, Protected and ExistingSysMem." },
        { flags.ExistingSysMem && several, RULE_ALLOC_13,
          "ExistingSysMem excludes PermanentSysMem, Protected and ExistingKernelSysMem." },
        { flags.PermanentSysMem && primary, RULE_ALLOC_10,
          "PermanentSysMem is set on a primary, where it must not be." },
        { flags.Cached && primary, RULE_ALLOC_11,
          "Cached is set on a primary, where it must not be." },
        { flags.Protected && primary, RULE_ALLOC_12,
          "Protected is set on a primary, where it must not be." },
        { flags.ExistingKernelSysMem && primary, RULE_ALLOC_14,
          "ExistingKernelSysMem is set on a primary, where it must not be." },
        { flags.ExistingSysMem && primary, RULE_ALLOC_13,
          "ExistingSysMem is set on a primary, where it must not be." },
    };

    return !report_broken(adapter, info, rules, DXGH_ARRAY_SIZE(rules));
}

static bool check_flags(struct adapter *adapter, const DXGK_ALLOCATIONINFO *info, bool primary)
{
    const DXGK_ALLOCATIONINFOFLAGS flags = info->Flags;
    bool wddm_2 = adapter->table.Version >= DXGKDDI_INTERFACE_VERSION_WDDM2_0;
    uint32_t unknown = FLAGS_RESERVED | (wddm_2 ? 0 : FLAGS_OF_WDDM_2);
    const struct flag_rule rules[] = {
        { (flags.Value & unknown) != 0, RULE_ALLOC_19, "bits are set that are reserved." },
        { flags.UseAlternateVA && !primary, RULE_ALLOC_15,
          "UseAlternateVA is only for a primary. Windows does not create the allocation." },
        { flags.HistoryBuffer && !is_history_buffer(adapter, flags), RULE_ALLOC_16,
          "HistoryBuffer goes with CpuVisible, with Cached where an aperture is cache coherent, "
          "and with nothing else." },
        { (flags.Overlay || flags.Capture) && !fits_overlays(adapter, info), RULE_ALLOC_18,
          "it is for an overlay or a capture, and larger than the 20 percent of a segment that "
          "such may have." },
    };

    if (info->AllocationPriority == 0) {
        verify_report(adapter->machine, RULE_ALLOC_09, ddi,
                      "AllocationPriority is 0; use D3DDDI_ALLOCATIONPRIORITY_NORMAL.");
        return false;
    }
    return !report_broken(adapter, info, rules, DXGH_ARRAY_SIZE(rules)) &&
           check_origin(adapter, info, primary);
}

/* Whether one of the segments has room for it, empty. */
static bool can_be_in(const struct adapter *adapter, const DXGK_ALLOCATIONINFO *info, uint32_t set)
{
    for (uint32_t i = 0; i < adapter->vidmm->segment_count; i++) {
        const struct segment *segment = &adapter->vidmm->segments[i];

        if ((set & (1u << i)) != 0 &&
            align_up(info->Size, DXGH_PAGE_SIZE) <= segment->commit_limit_bytes &&
            info->Alignment <= segment->size_bytes) {
            return true;
        }
    }
    return false;
}

/* No rule is broken, and yet a command that reads or writes it could never be executed. What is
 * written has to be in both sets; one that is empty stands for the other (vidmm allows the same).
 */
static bool can_be_placed(const struct adapter *adapter, const DXGK_ALLOCATIONINFO *info)
{
    uint32_t both = info->SupportedReadSegmentSet & info->SupportedWriteSegmentSet;
    uint32_t either = info->SupportedReadSegmentSet | info->SupportedWriteSegmentSet;
    uint32_t read = info->SupportedReadSegmentSet != 0 ? info->SupportedReadSegmentSet : either;

    return info->Size <= VIDMM_ALLOCATION_BYTES_MAX && can_be_in(adapter, info, read) &&
           can_be_in(adapter, info, both != 0 ? both : either);
}

/* Source: ns-d3dkmddi-_dxgk_allocationinfo.md; rules ALLOC-02 to -19 */
NTSTATUS allocation_check_info(struct adapter *adapter, const DXGK_ALLOCATIONINFO *info,
                               bool primary)
{
    if (!check_size(adapter, info) || !check_segments(adapter, info) ||
        !check_flags(adapter, info, primary)) {
        return STATUS_INVALID_PARAMETER;
    }
    return can_be_placed(adapter, info) ? STATUS_SUCCESS : STATUS_GRAPHICS_NO_VIDEO_MEMORY;
}
