/* SPDX-License-Identifier: MIT */
#include "dxgk/interrupt_check.h"

#include "dxgk/dump.h"
#include "machine/schedule.h"

#include <string.h>

static const char function[] = "DxgkCbNotifyInterrupt";

static const struct interrupt_type {
    const char *name;
    uint32_t since;
} types[] = {
#define TYPE(name, since) [DXGK_INTERRUPT_##name] = { #name, DXGKDDI_INTERFACE_VERSION_##since }
    TYPE(DMA_COMPLETED, VISTA),
    TYPE(DMA_PREEMPTED, VISTA),
    TYPE(CRTC_VSYNC, VISTA),
    TYPE(DMA_FAULTED, VISTA),
    TYPE(DISPLAYONLY_VSYNC, WIN8),
    TYPE(DISPLAYONLY_PRESENT_PROGRESS, WIN8),
    TYPE(CRTC_VSYNC_WITH_MULTIPLANE_OVERLAY, WIN8),
    TYPE(MICACAST_CHUNK_PROCESSING_COMPLETE, WDDM1_3),
    TYPE(DMA_PAGE_FAULTED, WDDM2_0),
    TYPE(CRTC_VSYNC_WITH_MULTIPLANE_OVERLAY2, WDDM2_1),
    TYPE(MONITORED_FENCE_SIGNALED, WDDM2_2),
    TYPE(HWQUEUE_PAGE_FAULTED, WDDM2_2),
    TYPE(HWCONTEXTLIST_SWITCH_COMPLETED, WDDM2_2),
    TYPE(PERIODIC_MONITORED_FENCE_SIGNALED, WDDM2_2),
#undef TYPE
};

/* Source: ne-d3dkmddi-_dxgk_interrupt_type.md */
static bool check_type(struct adapter *adapter, uint32_t type)
{
    if (type == 0 || type >= DXGH_ARRAY_SIZE(types)) {
        verify_report(adapter->machine, RULE_FENCE_08, function,
                      "InterruptType is %u, which is no DXGK_INTERRUPT_TYPE. Clear the structure "
                      "and set the type first.",
                      type);
        return false;
    }
    if (types[type].since > adapter->table.Version) {
        verify_report(adapter->machine, RULE_FENCE_08, function,
                      "InterruptType DXGK_INTERRUPT_%s came with interface version 0x%X; the "
                      "driver registered with 0x%X.",
                      types[type].name, types[type].since, adapter->table.Version);
        return false;
    }
    return true;
}

static bool is_crtc(uint32_t type)
{
    return type == DXGK_INTERRUPT_CRTC_VSYNC || type == DXGK_INTERRUPT_DISPLAYONLY_VSYNC ||
           type == DXGK_INTERRUPT_CRTC_VSYNC_WITH_MULTIPLANE_OVERLAY;
}

static bool is_dma(uint32_t type)
{
    return type == DXGK_INTERRUPT_DMA_COMPLETED || type == DXGK_INTERRUPT_DMA_PREEMPTED ||
           type == DXGK_INTERRUPT_DMA_FAULTED;
}

/* Source: nc-d3dkmddi-dxgkcb_notify_interrupt.md */
static void check_pass(struct adapter *adapter, uint32_t type)
{
    struct interrupt_pass *pass = &adapter->interrupt.passes[adapter->machine->active->index];

    if (!pass->serving) {
        return;
    }
    if (pass->message != adapter->caps.InterruptMessageNumber) {
        verify_report(adapter->machine, RULE_FENCE_11, function,
                      "It was called for message %u, but DXGK_DRIVERCAPS.InterruptMessageNumber is "
                      "%u. Report every event from the handler of one message, and say which.",
                      pass->message, adapter->caps.InterruptMessageNumber);
    }
    if (is_crtc(type)) {
        pass->crtc_reported = true;
    } else if (is_dma(type) && pass->crtc_reported) {
        verify_report(
            adapter->machine, RULE_FENCE_13, function,
            "DXGK_INTERRUPT_%s was reported after a vertical blank in the same interrupt. "
            "Report what engines did first: the flip may have waited for it.",
            types[type].name);
    }
}

/* With one line there is one interrupt routine, and all else goes through
 * DxgkCbSynchronizeExecution. With several messages the other one's pass may be meant. */
static void check_synchronized(struct adapter *adapter)
{
    const struct adapter_interrupt *interrupt = &adapter->interrupt;

    if (adapter->board->line_count == 1 && interrupt->connected && !interrupt->in_service &&
        !interrupt->synchronizing && schedule_irql(adapter->machine) > DISPATCH_LEVEL) {
        verify_report(adapter->machine, RULE_FENCE_10, function,
                      "It was called at IRQL %u outside of the interrupt routine and of "
                      "DxgkCbSynchronizeExecution: the interrupt routine may be inside it on "
                      "another processor. Raising the IRQL keeps only this processor's away.",
                      schedule_irql(adapter->machine));
    }
}

/* Source: debugger/bug-check-0x119---video-scheduler-internal-error.md */
static void check_planes(struct adapter *adapter, const DXGKARGCB_NOTIFY_INTERRUPT_DATA *data)
{
    const DXGK_MULTIPLANE_OVERLAY_VSYNC_INFO *from =
        data->CrtcVsyncWithMultiPlaneOverlay.pMultiPlaneOverlayVsyncInfo;
    uint32_t planes = adapter->caps.MaxOverlayPlanes;

    for (UINT i = 0; i < data->CrtcVsyncWithMultiPlaneOverlay.MultiPlaneOverlayVsyncInfoCount;
         i++) {
        DXGK_MULTIPLANE_OVERLAY_VSYNC_INFO info;

        gate_read(adapter, &info, (const void *)((uintptr_t)from + i * sizeof(info)), sizeof(info));
        if (info.LayerIndex < planes) {
            continue;
        }
        verify_report(adapter->machine, RULE_FENCE_17, function,
                      "LayerIndex of plane %u is %u, but DXGK_DRIVERCAPS.MaxOverlayPlanes is %u.",
                      i, info.LayerIndex, planes);
        adapter_bugcheck(adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR, SCHEDULER_INVALID_PLANE,
                         info.LayerIndex, planes, 0,
                         "A vertical blank was reported for overlay plane %u; the adapter has %u.",
                         info.LayerIndex, planes);
    }
}

/* Source: ne-d3dkmdt-_dxgk_page_fault_flags.md; debugger bug check 0x119 page */
static void check_page_fault(struct adapter *adapter, const DXGKARGCB_NOTIFY_INTERRUPT_DATA *data)
{
    uint32_t flags = (uint32_t)data->DmaPageFaulted.PageFaultFlags;
    uint32_t fence = data->DmaPageFaulted.FaultedFenceId;

    if ((flags & DXGK_PAGE_FAULT_FATAL_HARDWARE_ERROR) != 0) {
        verify_report(
            adapter->machine, RULE_FENCE_23, function,
            "DMA_PAGE_FAULTED has the flag FATAL_HARDWARE_ERROR (flags 0x%X), which stops "
            "the system. Set it for hardware that no reset can bring back only.",
            flags);
        adapter_bugcheck(adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR, SCHEDULER_FATAL_PAGE_FAULT,
                         flags, fence, 0, "The driver reported a fatal hardware error.");
    }
    if ((flags & DXGK_PAGE_FAULT_FENCE_INVALID) != 0 &&
        (fence != 0 || (flags & (DXGK_PAGE_FAULT_ENGINE_RESET_REQUIRED |
                                 DXGK_PAGE_FAULT_ADAPTER_RESET_REQUIRED)) == 0)) {
        verify_report(adapter->machine, RULE_FENCE_21, function,
                      "DMA_PAGE_FAULTED has flags 0x%X and FaultedFenceId %u: FENCE_INVALID goes "
                      "with fence 0 and with ENGINE_RESET_REQUIRED or ADAPTER_RESET_REQUIRED.",
                      flags, fence);
        adapter_bugcheck(adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR, SCHEDULER_INVALID_PAGE_FAULT,
                         flags, fence, 0,
                         "The driver reported a page fault with flags 0x%X and fence %u.", flags,
                         fence);
    }
}

/* What is cancelled never reached the hardware. Source: nc-d3dkmddi-dxgkddi_cancelcommand.md */
static bool check_cancel(struct adapter *adapter, uint32_t type)
{
    const char *inside = adapter->machine->running->ddi;

    if (!is_dma(type) || inside == NULL || strcmp(inside, "DxgkDdiCancelCommand") != 0) {
        return true;
    }
    verify_report(adapter->machine, RULE_CANCEL_05, function,
                  "DXGK_INTERRUPT_%s was reported from DxgkDdiCancelCommand. The packet was never "
                  "submitted and has no fence: free what you keep for it, and no more.",
                  types[type].name);
    return false;
}

bool interrupt_check(struct adapter *adapter, const DXGKARGCB_NOTIFY_INTERRUPT_DATA *data)
{
    uint32_t type = (uint32_t)data->InterruptType;

    if (DXGH_UNLIKELY(!check_type(adapter, type) || !check_cancel(adapter, type))) {
        return false;
    }
    check_synchronized(adapter);
    check_pass(adapter, type);
    if (type == DXGK_INTERRUPT_CRTC_VSYNC && data->CrtcVsync.PhysicalAddress.QuadPart == 0) {
        verify_report(adapter->machine, RULE_FENCE_18, function,
                      "A vertical blank of target %u is reported with PhysicalAddress 0. Give the "
                      "address that is scanned, or would be, also while the source is invisible.",
                      data->CrtcVsync.VidPnTargetId);
    } else if (type == DXGK_INTERRUPT_CRTC_VSYNC_WITH_MULTIPLANE_OVERLAY) {
        check_planes(adapter, data);
    } else if (type == DXGK_INTERRUPT_DMA_PAGE_FAULTED) {
        check_page_fault(adapter, data);
    }
    return true;
}
