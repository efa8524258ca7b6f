/* SPDX-License-Identifier: MIT */
#include "dxgk/present_display_only.h"

#include "dxgk/adapter_private.h"
#include "dxgk/gate_calls.h"
#include "dxgk/present_progress.h"
#include "dxgk/tdr.h"
#include "nt/registry.h"
#include "trace/trace.h"
#include "verify/names.h"

/* Source: display/tdr-registry-keys.md */
static uint64_t patience_ns(struct machine *machine)
{
    uint32_t seconds;

    if (!nt_registry_get_dword(machine, TDR_REGISTRY_KEY, "TdrDodPresentDelay", &seconds)) {
        seconds = 2;
    }
    return DXGH_MIN(DXGH_MAX(seconds, 1u), 900u) * DXGH_NS_PER_S;
}

/* Rule DOD-02. The pixels are the driver's until it reports, or until we give up. */
static NTSTATUS wait_for_progress(struct adapter *adapter)
{
    struct present_progress *progress = &adapter->present_progress;
    uint64_t patience = patience_ns(adapter->machine);
    LARGE_INTEGER timeout = { .QuadPart = -(LONGLONG)(patience / 100) };
    NTSTATUS status =
        KeWaitForSingleObject(&progress->done, Executive, KernelMode, FALSE, &timeout);

    progress->expected = false;
    if (status == STATUS_TIMEOUT) {
        verify_report(
            adapter->machine, RULE_DOD_02, "DxgkDdiPresentDisplayOnly",
            "It returned STATUS_PENDING, and no DXGK_INTERRUPT_DISPLAYONLY_PRESENT_PROGRESS with "
            "its DPC followed within %llu s. Report the end of each present that is pending.",
            (unsigned long long)(patience / DXGH_NS_PER_S));
        return STATUS_IO_TIMEOUT;
    }
    return progress->failed ? STATUS_UNSUCCESSFUL : STATUS_SUCCESS;
}

NTSTATUS dxgk_present_display_only(struct adapter *adapter,
                                   const struct display_only_picture *picture)
{
    struct present_progress *progress = &adapter->present_progress;
    DXGKARG_PRESENT_DISPLAYONLY args = {
        .VidPnSourceId = 0,
        .pSource = (void *)(uintptr_t)picture->pixels,
        .BytesPerPixel = 4,
        .Pitch = (LONG)picture->pitch,
        .Flags.Rotate = picture->rotate,
        .NumMoves = picture->move_count,
        .pMoves = picture->move_count > 0 ? (D3DKMT_MOVE_RECT *)(uintptr_t)picture->moves : NULL,
        .NumDirtyRects = picture->dirty_count,
        .pDirtyRect = picture->dirty_count > 0 ? (RECT *)(uintptr_t)picture->dirty : NULL,
    };
    NTSTATUS status;

    DXGH_ASSERT(adapter->display_only && !progress->expected);
    if (picture->move_count == 0 && picture->dirty_count == 0) {
        return STATUS_SUCCESS;
    }
    *progress = (struct present_progress){ .expected = true };
    KeInitializeEvent(&progress->done, NotificationEvent, FALSE);
    status = gate_PresentDisplayOnly(adapter, &args);
    if (status == STATUS_PENDING) {
        return wait_for_progress(adapter);
    }
    progress->expected = false;
    if (NT_SUCCESS(status) && status != STATUS_SUCCESS) {
        verify_report(adapter->machine, RULE_DOD_01, "DxgkDdiPresentDisplayOnly",
                      "It returned %s. Return STATUS_SUCCESS when the pixels are on the screen, "
                      "STATUS_PENDING when an interrupt will say so, or an error.",
                      verify_status_name(status));
    }
    return status;
}

void present_progress_notify(struct adapter *adapter,
                             const DXGKARGCB_PRESENT_DISPLAYONLY_PROGRESS *report)
{
    struct present_progress *progress = &adapter->present_progress;

    trace_emit(adapter->machine, TRACE_NOTIFY_INTERRUPT,
               DXGK_INTERRUPT_DISPLAYONLY_PRESENT_PROGRESS, report->VidPnSourceId,
               (uint64_t)report->ProgressId);
    if (!progress->expected || report->VidPnSourceId != 0 || progress->reported) {
        verify_report(adapter->machine, RULE_DOD_02, "DxgkCbNotifyInterrupt",
                      "The end of a present of source %u is reported, but none is under way there. "
                      "Report once for each DxgkDdiPresentDisplayOnly that returned "
                      "STATUS_PENDING.",
                      report->VidPnSourceId);
        return;
    }
    progress->reported = true;
    progress->failed = report->ProgressId == DXGK_PRESENT_DISPLAYONLY_PROGRESS_ID_FAILED;
}

void present_progress_dpc(struct adapter *adapter)
{
    if (adapter->present_progress.reported) {
        (void)KeSetEvent(&adapter->present_progress.done, 0, FALSE);
    }
}
