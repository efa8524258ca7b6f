/* SPDX-License-Identifier: MIT */
/*
 * Source: debugger/bug-check-0x10e, -0x116, -0x117, -0x119, -0x133, -0x141, -0x142, -0xea pages and
 * the DDI pages they name. Where only some parameters are documented the others are ours, and say
 * so.
 */
#include "cli/bugcheck_words.h"

#include "base/base.h"

#define NODE_FENCE                                                                                 \
    "the node (ours: not documented)", "the fence or value (ours: not documented)", "0"

static const struct bugcheck_words table[] = {
    { 0x119,
      0x1,
      "The driver reported a fence id that is invalid: never handed out on that node, reported "
      "before, preempted, or aborted by a reset.",
      { "0x1: invalid fence id", NODE_FENCE },
      "Keep, per node, the last completed fence. Report each fence once, ascending, and forget "
      "what a "
      "preemption or a reset took away." },
    { 0x119,
      0x2,
      "The driver returned an error from DxgkDdiSubmitCommand or DxgkDdiPreemptCommand, which "
      "must succeed. The record that parameter 3 points to tells which.",
      { "0x2: a command could not be submitted, or a preemption could not be requested",
        "the NTSTATUS the driver returned",
        "pointer to the DXGKARG_SUBMITCOMMAND or "
        "DXGKARG_PREEMPTCOMMAND",
        "pointer to the scheduler's own record" },
      "Refuse impossible work in DxgkDdiRender and its kin. Hardware that hangs is a matter of "
      "timeout "
      "detection: put the request where the hardware will find it and return STATUS_SUCCESS." },
    { 0x119,
      0x3,
      "The driver returned an error from DxgkDdiPatch, which must succeed.",
      { "0x3: patching failed", "the NTSTATUS the driver returned (ours: documented as internal)",
        "pointer to the DXGKARG_PATCH (ours)", "pointer to the scheduler's own record (ours)" },
      "Check the patch list where you make it, in DxgkDdiRender or DxgkDdiRenderKm." },
    { 0x119,
      0x4,
      "The driver reported an invalid flip capability.",
      { "0x4: invalid flip capability", NODE_FENCE },
      "Check MaxQueuedFlipOnVSync and FlipCaps." },
    { 0x119,
      0x5,
      "A paging operation ended in a fault of the GPU.",
      { "0x5: fault of a paging operation", NODE_FENCE },
      "Check what DxgkDdiBuildPagingBuffer wrote for the operation." },
    { 0x119,
      0x6,
      "A vertical blank of linked adapters was reported with an empty "
      "ValidPhysicalAdapterMask.",
      { "0x6: empty adapter mask", NODE_FENCE },
      "Set the bit of each adapter the report is for." },
    { 0x119,
      0x7,
      "A render-only adapter reported a vertical blank.",
      { "0x7: vertical blank of an adapter without outputs", NODE_FENCE },
      "Report DMA interrupts only." },
    { 0x119,
      0x8,
      "DxgkDdiQueryDependentEngineGroup returned a mask without the bit of the queried node.",
      { "0x8: invalid dependent engine mask", "the node (ours)", "the mask (ours)", "0" },
      "Set the bit of the node itself, and of every node that must be reset with it." },
    { 0x119,
      0x9,
      "The driver returned an error from DxgkDdiCancelCommand, which must succeed.",
      { "0x9: a packet could not be cancelled", "the NTSTATUS the driver returned",
        "pointer to the DXGKARG_CANCELCOMMAND", "pointer to the scheduler's own record" },
      "The packet never reached the hardware: free what you keep for it and return "
      "STATUS_SUCCESS." },
    { 0x119,
      0xA,
      "DxgkDdiResetEngine gave a LastAbortedFenceId that could not have been executing.",
      { "0xA: aborted fence out of range", "LastAbortedFenceId",
        "the last fence that had completed on that node", "pointer to the scheduler's own record" },
      "Give the fence the hardware was executing, or the last one that completed if it was "
      "executing "
      "none; fences are per node." },
    { 0x119,
      0xB,
      "The driver returned an error from "
      "DxgkDdiSetVidPnSourceAddressWithMultiPlaneOverlay, which must succeed.",
      { "0xB: a flip of overlay planes failed", NODE_FENCE },
      "Refuse planes that the hardware cannot show in DxgkDdiCheckMultiPlaneOverlaySupport." },
    { 0x119,
      0xC,
      "DMA_PAGE_FAULTED asked for a stop with the FATAL_HARDWARE_ERROR flag.",
      { "0xC: fatal hardware error", NODE_FENCE },
      "The driver asked for this stop." },
    { 0x119,
      0xD,
      "DMA_PAGE_FAULTED came with a combination of flags that makes no sense.",
      { "0xD: invalid page fault flags", NODE_FENCE },
      "FENCE_INVALID goes with FaultedFenceId 0 and one of the reset-required flags." },
    { 0x119,
      0xE,
      "A vertical blank named an overlay plane that does not exist.",
      { "0xE: invalid plane index", NODE_FENCE },
      "Stay below MaxOverlayPlanes." },
    { 0x119,
      0x10,
      "An engine interrupted between its reset and its resumption.",
      { "0x10: interrupt of a reset engine", NODE_FENCE },
      "Clear pending interrupts of the engine before the reset function returns." },
    { 0x119,
      0x11,
      "SUSPEND_CONTEXT_COMPLETED reported a fence beyond the last one handed out.",
      { "0x11: invalid suspend fence", NODE_FENCE },
      "Report the fence the suspension was given." },
    { 0x116,
      BUGCHECK_ANY_FIRST,
      "The display driver could not be recovered from a timeout: a reset "
      "function failed, a thread did not leave the driver, there were too many timeouts, or "
      "TdrLevel is "
      "1.",
      { "pointer to the recovery context", "pointer into the driver",
        "the status of the last failed operation, 0 for none",
        "internal: the node that timed out (ours)" },
      "Look at the live dump 0x117 or 0x141 before this one: it tells what did not finish." },
    { 0x117,
      BUGCHECK_ANY_FIRST,
      "The display driver did not answer in time; the adapter was reset. The "
      "system goes on.",
      { "pointer to the recovery context", "pointer into the driver",
        "the bucketing key of DxgkDdiCollectDbgInfo", "internal: the node that timed out (ours)" },
      "Look at the packets of that node: the oldest one did not finish within TdrDelay, nor could "
      "it be "
      "preempted." },
    { 0x141,
      BUGCHECK_ANY_FIRST,
      "One engine did not answer in time and was reset. The system goes on.",
      { "pointer to the recovery context", "pointer into the driver",
        "the bucketing key of DxgkDdiCollectDbgInfo", "internal: the node that timed out (ours)" },
      "Look at the packets of that node: the oldest one did not finish within TdrDelay, nor could "
      "it be "
      "preempted." },
    { 0x142,
      BUGCHECK_ANY_FIRST,
      "A process had engines reset too often and is kept from the GPU. The "
      "system goes on.",
      { "pointer to the recovery context", "pointer into the driver", "0", "the process id" },
      "Look at the live dumps 0x141 before this one for what it submitted." },
    { 0x10E,
      0x3,
      "The driver failed to unmap a range of an aperture segment.",
      { "0x3: unmapping failed", "internal", "internal", "internal" },
      "DxgkDdiBuildPagingBuffer must not fail for this operation." },
    { 0x10E,
      0xB,
      "DxgkDdiBuildPagingBuffer returned a status that is not allowed.",
      { "0xB: a paging buffer could not be built", "the NTSTATUS the driver returned (ours)",
        "the DXGK_BUILDPAGINGBUFFER_OPERATION (ours)", "0" },
      "Only STATUS_GRAPHICS_ALLOCATION_BUSY and STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER may "
      "refuse." },
    { 0x10E,
      0xE,
      "The driver failed to map a range of an aperture segment.",
      { "0xE: mapping failed", "internal", "internal", "internal" },
      "DxgkDdiBuildPagingBuffer must not fail for this operation." },
    { 0x10E,
      0x12,
      "A driver wrote beyond its DMA buffer.",
      { "0x12: DMA buffer overrun", "internal", "internal", "internal" },
      "Stop at DmaSize and return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER." },
    { 0x10E,
      0x13,
      "A driver wrote beyond the private data of its DMA buffer.",
      { "0x13: private data overrun", "internal", "internal", "internal" },
      "Stay within DmaBufferPrivateDataSize." },
    { 0x10E,
      0x16,
      "Under the guaranteed contract the driver ran out of DMA buffer.",
      { "0x16: guaranteed contract broken", "internal", "internal", "internal" },
      "Refuse the command buffer with an ordinary error, or translate it in one pass." },
    { 0xEA,
      BUGCHECK_ANY_FIRST,
      "A thread spins inside the display driver and never calls the kernel, "
      "most likely waiting for hardware.",
      { "the thread (ours: 0)", "the watchdog (ours: 0)", "the driver's name (ours: 0)",
        "how often it was seen (ours: seconds of processor time)" },
      "Bound every loop that waits for the hardware, and stall between two looks." },
    { 0x133,
      0x0,
      "A single DPC or interrupt routine ran too long.",
      { "0x0: one DPC or ISR exceeded its time", "the time it took", "the time it had", "0" },
      "Bound every loop that waits for the hardware." },
    { 0x133,
      0x1,
      "The processor spent too long at DISPATCH_LEVEL or above.",
      { "0x1: too long at DISPATCH_LEVEL or above", "the time allowed", "0", "0" },
      "Bound every loop that waits for the hardware, and do long work at PASSIVE_LEVEL." },
    { 0x1CA,
      BUGCHECK_ANY_FIRST,
      "The machine would hang for ever (on Windows it would).",
      { "virtual time in nanoseconds, or the interrupt line", "IRQL, or the number of interrupts",
        "0", "0" },
      "Look at the last trace events for who waits for what." },
};

const struct bugcheck_words *bugcheck_words_find(uint32_t code, uint64_t first)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(table); i++) {
        if (table[i].code == code &&
            (table[i].first == BUGCHECK_ANY_FIRST || table[i].first == first)) {
            return &table[i];
        }
    }
    return NULL;
}

const struct bugcheck_words *bugcheck_words_at(uint32_t code, size_t index)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(table); i++) {
        if (table[i].code == code && index-- == 0) {
            return &table[i];
        }
    }
    return NULL;
}
