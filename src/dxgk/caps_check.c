/* SPDX-License-Identifier: MIT */
#include "dxgk/caps_check.h"

#include "dxgk/dump.h"
#include "vidmm/vidmm.h"

#include <stdio.h>

static const char ddi[] = "DxgkDdiQueryAdapterInfo";

static bool is_since(const struct adapter *adapter, uint32_t version)
{
    return adapter->table.Version >= version;
}

/* Full WDDM with a screen; the rest is render-only or display-only. */
static bool is_full(const struct adapter *adapter)
{
    return !adapter->display_only && adapter->source_count > 0;
}

/* Members that mean nothing yet at the interface version that the driver declared. */

struct reserved_member {
    const char *name;
    UINT value;
    UINT reserved;
};

static UINT bits_from(uint32_t first)
{
    return first < 32 ? ~0u << first : 0;
}

/* The first bit of a capability word that no header up to this version names.
 * Source: ns-d3dkmddi-_dxgk_vidschcaps.md, _dxgk_vidmmcaps.md, _dxgk_flipcaps.md,
 * _dxgk_presentationcaps.md, _dxgk_gammarampcaps.md */
static UINT reserved_from(const struct adapter *adapter, const UINT first[4])
{
    static const uint32_t since[] = { 0, DXGKDDI_INTERFACE_VERSION_WIN8,
                                      DXGKDDI_INTERFACE_VERSION_WDDM1_3,
                                      DXGKDDI_INTERFACE_VERSION_WDDM2_0 };
    uint32_t i = DXGH_ARRAY_SIZE(since) - 1;

    while (i > 0 && !is_since(adapter, since[i])) {
        i--;
    }
    return bits_from(first[i]);
}

static void check_reserved(struct adapter *adapter)
{
    static const UINT scheduling[4] = { 2, 5, 5, 7 };
    static const UINT flip[4] = { 4, 4, 5, 7 };
    static const UINT memory[4] = { 4, 4, 5, 10 };
    static const UINT presentation[4] = { 28, 31, 31, 31 };
    static const UINT gamma[4] = { 1, 1, 1, 1 };
    const DXGK_DRIVERCAPS *caps = &adapter->caps;
    const struct reserved_member members[] = {
        { "SchedulingCaps", caps->SchedulingCaps.Value, reserved_from(adapter, scheduling) },
        { "FlipCaps", caps->FlipCaps.Value, reserved_from(adapter, flip) },
        { "MemoryManagementCaps", caps->MemoryManagementCaps.Value,
          reserved_from(adapter, memory) },
        { "PresentationCaps", caps->PresentationCaps.Value,
          reserved_from(adapter, presentation) | 1u << 9 | 1u << 26 },
        { "GammaRampCaps", caps->GammaRampCaps.Value, reserved_from(adapter, gamma) },
    };

    /* Those of WDDM 2.1 and later are not looked at. */
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(members); i++) {
        if ((members[i].value & members[i].reserved) != 0 &&
            !is_since(adapter, DXGKDDI_INTERFACE_VERSION_WDDM2_1)) {
            verify_report(adapter->machine, RULE_QAI_29, ddi,
                          "%s is 0x%X; at interface version 0x%X the bits 0x%X are reserved and "
                          "must be 0. Clear the structure before you set what you know.",
                          members[i].name, members[i].value, adapter->table.Version,
                          members[i].reserved);
        }
    }
}

/* The version, as a number that Windows compares. Source: display/wddm-driver-and-feature-caps.md,
 * mandatory for each kind of driver. Observed: 0 in a display-only driver ended with code 43. */
static NTSTATUS check_version(struct adapter *adapter, struct adapter_error *error)
{
    static const struct {
        uint32_t interface;
        DXGK_WDDMVERSION highest;
    } versions[] = {
        { DXGKDDI_INTERFACE_VERSION_WIN8, DXGKDDI_WDDMv1_2 },
        { DXGKDDI_INTERFACE_VERSION_WDDM1_3, DXGKDDI_WDDMv1_3 },
        { DXGKDDI_INTERFACE_VERSION_WDDM2_0, DXGKDDI_WDDMv2 },
        { DXGKDDI_INTERFACE_VERSION_WDDM2_1, DXGKDDI_WDDMv2_1 },
        { DXGKDDI_INTERFACE_VERSION_WDDM2_2, DXGKDDI_WDDMv2_2 },
        { DXGKDDI_INTERFACE_VERSION_WDDM2_3, DXGKDDI_WDDMv2_3 },
    };
    DXGK_WDDMVERSION version = adapter->caps.WDDMVersion;
    DXGK_WDDMVERSION highest = DXGKDDI_WDDMv1;

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(versions); i++) {
        highest = is_since(adapter, versions[i].interface) ? versions[i].highest : highest;
    }
    if (!is_since(adapter, DXGKDDI_INTERFACE_VERSION_WIN8) ||
        (version >= DXGKDDI_WDDMv1_2 && version <= highest)) {
        return STATUS_SUCCESS;
    }
    verify_report(adapter->machine, RULE_QAI_18, ddi,
                  "WDDMVersion is 0x%X; a driver of interface version 0x%X says 0x%X to 0x%X.",
                  (unsigned)version, adapter->table.Version, (unsigned)DXGKDDI_WDDMv1_2,
                  (unsigned)highest);
    return adapter_fail(error, STATUS_INVALID_PARAMETER, "DRIVERCAPS",
                        "WDDMVersion is 0x%X, which does not go with interface version 0x%X. "
                        "Windows refuses the adapter.",
                        (unsigned)version, adapter->table.Version);
}

/* Combinations. What is set needs what is not, or a version needs it. */

static bool lacks(bool claimed, bool present)
{
    return claimed && !present;
}

#define SCHEDULING(adapter) ((adapter)->caps.SchedulingCaps)

static bool preempts_alone(const struct adapter *adapter)
{
    return lacks(SCHEDULING(adapter).PreemptionAware, SCHEDULING(adapter).MultiEngineAware);
}

static bool cancels_alone(const struct adapter *adapter)
{
    return lacks(SCHEDULING(adapter).CancelCommandAware, SCHEDULING(adapter).MultiEngineAware);
}

static bool patches_nothing_alone(const struct adapter *adapter)
{
    return lacks(SCHEDULING(adapter).NoDmaPatching,
                 SCHEDULING(adapter).PreemptionAware && SCHEDULING(adapter).MultiEngineAware);
}

static bool preempts_without_flips(const struct adapter *adapter)
{
    return is_full(adapter) &&
           lacks(SCHEDULING(adapter).PreemptionAware, adapter->caps.FlipCaps.FlipOnVSyncMmIo);
}

static bool has_engine_ddis(const struct adapter *adapter)
{
    const struct driver_table *table = &adapter->table;

    return table->DxgkDdiQueryDependentEngineGroup != NULL &&
           table->DxgkDdiQueryEngineStatus != NULL && table->DxgkDdiResetEngine != NULL;
}

static bool resets_engines_without_ddis(const struct adapter *adapter)
{
    return !adapter->display_only &&
           lacks(adapter->caps.SupportPerEngineTDR, has_engine_ddis(adapter));
}

static bool has_no_engine_ddis(const struct adapter *adapter)
{
    return !adapter->display_only &&
           lacks(is_since(adapter, DXGKDDI_INTERFACE_VERSION_WIN8), has_engine_ddis(adapter));
}

static bool is_like_vga(const struct adapter *adapter)
{
    return (adapter->display_only || is_full(adapter)) &&
           lacks(is_since(adapter, DXGKDDI_INTERFACE_VERSION_WIN8), adapter->caps.SupportNonVGA);
}

static bool rotates_by_restart(const struct adapter *adapter)
{
    return (adapter->display_only || is_full(adapter)) &&
           lacks(is_since(adapter, DXGKDDI_INTERFACE_VERSION_WIN8),
                 adapter->caps.SupportSmoothRotation);
}

static bool resets_no_engine(const struct adapter *adapter)
{
    return !adapter->display_only && lacks(is_since(adapter, DXGKDDI_INTERFACE_VERSION_WIN8),
                                           adapter->caps.SupportPerEngineTDR);
}

static bool flips_indirectly(const struct adapter *adapter)
{
    return is_full(adapter) && lacks(is_since(adapter, DXGKDDI_INTERFACE_VERSION_WIN8),
                                     adapter->caps.SupportDirectFlip);
}

static bool flips_dependently(const struct adapter *adapter)
{
    return is_full(adapter) && lacks(is_since(adapter, DXGKDDI_INTERFACE_VERSION_WDDM1_3),
                                     adapter->caps.FlipCaps.FlipIndependent);
}

static bool saves_power_without_ddis(const struct adapter *adapter)
{
    return lacks(adapter->caps.SupportRuntimePowerManagement,
                 adapter->table.DxgkDdiSetPowerComponentFState != NULL &&
                     adapter->table.DxgkDdiPowerRuntimeControlRequest != NULL);
}

static bool has_addresses_without_mmu(const struct adapter *adapter)
{
    return is_since(adapter, DXGKDDI_INTERFACE_VERSION_WDDM2_0) &&
           lacks(adapter->caps.MemoryManagementCaps.VirtualAddressingSupported,
                 adapter->caps.MemoryManagementCaps.GpuMmuSupported ||
                     adapter->caps.MemoryManagementCaps.IoMmuSupported);
}

/* In the order in which a driver would meet them; the first one is the reason. */
static const struct combination {
    enum rule rule;
    bool refused; /* the adapter does not start */
    bool (*breaks)(const struct adapter *adapter);
    const char *text;
} combinations[] = {
    { RULE_PREEMPT_25, true, preempts_alone,
      "SchedulingCaps.PreemptionAware is set without MultiEngineAware, which it needs" },
    { RULE_CANCEL_03, true, cancels_alone,
      "SchedulingCaps.CancelCommandAware is set without MultiEngineAware, which it needs" },
    { RULE_SPLIT_12, true, patches_nothing_alone,
      "SchedulingCaps.NoDmaPatching is set without PreemptionAware and MultiEngineAware, which it "
      "needs" },
    { RULE_PREEMPT_28, true, preempts_without_flips,
      "SchedulingCaps.PreemptionAware is set without FlipCaps.FlipOnVSyncMmIo: a preemption is "
      "asked for while flips are pending, too" },
    { RULE_ENGRST_01, true, resets_engines_without_ddis,
      "SupportPerEngineTDR is set, but one of the slots DxgkDdiQueryDependentEngineGroup, "
      "DxgkDdiQueryEngineStatus and DxgkDdiResetEngine is NULL" },
    { RULE_INIT_03, true, has_no_engine_ddis,
      "one of the slots DxgkDdiQueryDependentEngineGroup, DxgkDdiQueryEngineStatus and "
      "DxgkDdiResetEngine is NULL; they are mandatory from WDDM 1.2 on" },
    { RULE_INIT_04, true, is_like_vga,
      "SupportNonVGA is not set, which WDDM 1.2 makes mandatory for drivers with a screen" },
    { RULE_INIT_04, true, rotates_by_restart,
      "SupportSmoothRotation is not set, which WDDM 1.2 makes mandatory for drivers with a "
      "screen" },
    { RULE_INIT_04, true, resets_no_engine,
      "SupportPerEngineTDR is not set, which WDDM 1.2 makes mandatory for drivers with engines" },
    { RULE_INIT_04, true, flips_indirectly,
      "SupportDirectFlip is not set, which WDDM 1.2 makes mandatory for full drivers" },
    { RULE_QAI_25, false, flips_dependently,
      "FlipCaps.FlipIndependent is not set, which WDDM 1.3 makes mandatory for full drivers" },
    { RULE_QAI_23, false, saves_power_without_ddis,
      "SupportRuntimePowerManagement is set, but one of the slots DxgkDdiSetPowerComponentFState "
      "and DxgkDdiPowerRuntimeControlRequest is NULL" },
    { RULE_QAI_21, true, has_addresses_without_mmu,
      "MemoryManagementCaps.VirtualAddressingSupported is set without GpuMmuSupported or "
      "IoMmuSupported, one of which it needs" },
};

static NTSTATUS check_combinations(struct adapter *adapter, struct adapter_error *error)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(combinations); i++) {
        const struct combination *combination = &combinations[i];

        if (!combination->breaks(adapter)) {
            continue;
        }
        verify_report(adapter->machine, combination->rule, ddi, "%s.", combination->text);
        if (combination->refused) {
            return adapter_fail(error, STATUS_INVALID_PARAMETER, "DRIVERCAPS",
                                "%s. Windows refuses the adapter.", combination->text);
        }
    }
    return STATUS_SUCCESS;
}

/* Source: ne-d3dkmdt-_d3dkmdt_graphics_preemption_granularity.md,
 * ne-d3dkmdt-_d3dkmdt_compute_preemption_granularity.md */
static void check_granularity(struct adapter *adapter)
{
    const D3DKMDT_PREEMPTION_CAPS *caps = &adapter->caps.PreemptionCaps;
    uint32_t graphics = (uint32_t)caps->GraphicsPreemptionGranularity;
    uint32_t compute = (uint32_t)caps->ComputePreemptionGranularity;

    if (graphics % 100 != 0 || graphics > D3DKMDT_GRAPHICS_PREEMPTION_SHADER_BOUNDARY ||
        compute % 100 != 0 || compute > D3DKMDT_COMPUTE_PREEMPTION_SHADER_BOUNDARY) {
        verify_report(adapter->machine, RULE_PREEMPT_29, ddi,
                      "PreemptionCaps has graphics granularity %u and compute granularity %u; "
                      "expected one value of each enumeration, the coarsest over all engines, and "
                      "not bits or sums of them.",
                      graphics, compute);
    }
}

static NTSTATUS check_nodes(struct adapter *adapter, struct adapter_error *error)
{
    const DXGK_DRIVERCAPS *caps = &adapter->caps;
    UINT nodes = caps->GpuEngineTopology.NbAsymetricProcessingNodes;

    if (!caps->SchedulingCaps.MultiEngineAware) {
        return STATUS_SUCCESS;
    }
    if (nodes == 0 || nodes > SCHED_NODES_MAX) {
        verify_report(adapter->machine, RULE_QAI_19, ddi,
                      "MultiEngineAware needs 1 to 64 nodes; NbAsymetricProcessingNodes is %u.",
                      nodes);
        return adapter_fail(error, STATUS_INVALID_PARAMETER, "DRIVERCAPS",
                            "GpuEngineTopology.NbAsymetricProcessingNodes is %u; expected 1 to 64.",
                            nodes);
    }
    if (caps->MemoryManagementCaps.PagingNode >= nodes) {
        verify_report(adapter->machine, RULE_QAI_20, ddi, "PagingNode is %u; there are %u nodes.",
                      caps->MemoryManagementCaps.PagingNode, nodes);
        return adapter_fail(error, STATUS_INVALID_PARAMETER, "DRIVERCAPS",
                            "MemoryManagementCaps.PagingNode is %u, but there are only %u nodes.",
                            caps->MemoryManagementCaps.PagingNode, nodes);
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
            adapter->machine, RULE_FENCE_20, ddi,
            "MaxQueuedFlipOnVSync is 0, but FlipCaps say that flips wait for the vertical "
            "blank. Say how many the hardware holds, at least 1.");
        adapter_bugcheck(adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR, SCHEDULER_INVALID_FLIP_CAPS,
                         0, caps->MaxQueuedFlipOnVSync, 0,
                         "The driver reported MaxQueuedFlipOnVSync 0 together with flips on the "
                         "vertical blank.");
    }
}

static void check_gdi(struct adapter *adapter)
{
    const DXGK_PRESENTATIONCAPS *caps = &adapter->caps.PresentationCaps;
    bool has_slot = adapter->table.DxgkDdiRenderKm != NULL;

    /* Without a screen there is no GDI, and the slot is filled only because it has to be. */
    if (caps->SupportKernelModeCommandBuffer ? !has_slot : has_slot && adapter->source_count > 0) {
        verify_report(
            adapter->machine, RULE_RENDERKM_02, ddi,
            "SupportKernelModeCommandBuffer is %u but the DxgkDdiRenderKm slot is %s; they come "
            "together.",
            caps->SupportKernelModeCommandBuffer, has_slot ? "filled" : "NULL");
    }
    if (caps->SupportKernelModeCommandBuffer && caps->AlignmentShift < 2) {
        verify_report(adapter->machine, RULE_QAI_27, ddi,
                      "PresentationCaps.AlignmentShift is %u; GDI acceleration needs at least 2.",
                      caps->AlignmentShift);
    }
}

NTSTATUS caps_check(struct adapter *adapter, struct adapter_error *error)
{
    NTSTATUS status = check_version(adapter, error);

    if (NT_SUCCESS(status)) {
        status = check_nodes(adapter, error);
    }
    if (NT_SUCCESS(status)) {
        status = check_combinations(adapter, error);
    }
    if (NT_SUCCESS(status)) {
        check_flips(adapter);
        check_gdi(adapter);
        check_granularity(adapter);
        check_reserved(adapter);
    }
    return status;
}

/* Source: display/gdi-hardware-acceleration.md; ns-d3dkmddi-_dxgk_presentationcaps.md */
void caps_check_memory(struct adapter *adapter)
{
    const DXGK_PRESENTATIONCAPS *caps = &adapter->caps.PresentationCaps;

    for (uint32_t i = 0; i < adapter->vidmm->segment_count; i++) {
        if (adapter->vidmm->segments[i].aperture && adapter->vidmm->segments[i].cache_coherent) {
            return;
        }
    }
    if (is_full(adapter) && caps->SupportKernelModeCommandBuffer &&
        !caps->NoCacheCoherentApertureMemory) {
        verify_report(adapter->machine, RULE_QAI_28, ddi,
                      "SupportKernelModeCommandBuffer is set, but none of the %u segments is a "
                      "CacheCoherent aperture: GDI is not accelerated. Report such a segment, or "
                      "NoCacheCoherentApertureMemory.",
                      adapter->vidmm->segment_count);
    }
}
