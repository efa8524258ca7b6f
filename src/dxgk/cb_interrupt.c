/* SPDX-License-Identifier: MIT */
/*
 * The way up from the hardware: service routine, NotifyInterrupt at DIRQL, the DPC, NotifyDpc.
 *
 * Choice: the line is connected right before DxgkDdiStartDevice and disconnected right after
 * DxgkDdiStopDevice; no page says when Windows does it.
 */
#include "dxgk/adapter_private.h"
#include "dxgk/callbacks.h"
#include "dxgk/display_private.h"
#include "dxgk/dma_report.h"
#include "dxgk/dump.h"
#include "dxgk/gate_calls.h"
#include "dxgk/interrupt_check.h"
#include "dxgk/probe.h"
#include "machine/causality.h"
#include "machine/schedule.h"
#include "object/sync.h"
#include "trace/trace.h"

static bool service_message(struct adapter *adapter, ULONG message)
{
    struct adapter_interrupt *interrupt = &adapter->interrupt;
    struct interrupt_pass *pass = &interrupt->passes[adapter->machine->active->index];
    bool claimed;

    *pass = (struct interrupt_pass){ .serving = true, .message = message };
    interrupt->in_service = true;
    interrupt->notified_in_pass = false;
    interrupt->dpc_queued_in_pass = false;
    claimed = gate_InterruptRoutine(adapter, message);
    interrupt->in_service = false;
    pass->serving = false;
    if (interrupt->notified_in_pass && !interrupt->dpc_queued_in_pass) {
        verify_report(
            adapter->machine, RULE_FENCE_12, "DxgkDdiInterruptRoutine",
            "The routine called DxgkCbNotifyInterrupt and returned without DxgkCbQueueDpc, so "
            "the report is never looked at. Queue the DPC before you return.");
        interrupt->notified = false;
    }
    return claimed;
}

static bool service_line(void *context)
{
    struct adapter_line *line = context;

    return service_message(line->adapter, line->message);
}

static void line_storm(struct interrupt_line *line)
{
    struct adapter *adapter = ((struct adapter_line *)line->context)->adapter;
    uint64_t parameters[4] = { line->id, line->unclaimed, 0, 0 };

    verify_report(
        adapter->machine, RULE_ISR_02, "DxgkDdiInterruptRoutine",
        "The line stayed asserted through %u calls in a row. Clear the condition on the device "
        "before you return TRUE, and return FALSE only when the device did not interrupt.",
        INTERRUPT_STORM_LIMIT);
    machine_bugcheck(
        adapter->machine, 0xF2 /* HARDWARE_INTERRUPT_STORM */, parameters,
        "The driver's interrupt routine never silenced its line: %u calls in a row found it "
        "still asserted.",
        INTERRUPT_STORM_LIMIT);
}

static void NTAPI run_dpc(PKDPC dpc, PVOID context, PVOID first, PVOID second)
{
    struct adapter *adapter = context;
    struct adapter_interrupt *interrupt = &adapter->interrupt;
    /* The DPC may be queued again, and run on another processor, while this one is still in it. */
    bool *seen = &interrupt->notify_dpc_seen[adapter->machine->active->index];
    bool expected = interrupt->notified;

    (void)dpc;
    (void)first;
    (void)second;
    *seen = false;
    interrupt->notified = false;
    gate_DpcRoutine(adapter);
    if (expected && !*seen) {
        verify_report(adapter->machine, RULE_DPC_03, "DxgkDdiDpcRoutine",
                      "DxgkCbNotifyInterrupt reported an event, but the DPC returned without "
                      "DxgkCbNotifyDpc. Call it once in every DPC that follows a report.");
    }
}

void adapter_interrupt_connect(struct adapter *adapter)
{
    struct device_host *board = adapter->board;

    KeInitializeDpc(&adapter->interrupt.dpc, run_dpc, adapter);
    for (uint32_t i = 0; i < board->line_count; i++) {
        adapter->lines[i] = (struct adapter_line){ .adapter = adapter, .message = i };
        interrupt_line_connect(adapter->machine, &board->lines[i], service_line,
                               &adapter->lines[i]);
        board->lines[i].storm = line_storm;
    }
    adapter->interrupt.connected = true;
}

void adapter_interrupt_disconnect(struct adapter *adapter)
{
    struct device_host *board = adapter->board;

    if (!adapter->interrupt.connected) {
        return;
    }
    for (uint32_t i = 0; i < board->line_count; i++) {
        interrupt_line_disconnect(adapter->machine, &board->lines[i]);
        while (board->lines[i].in_service) {
            schedule_yield(adapter->machine); /* another processor is inside the routine */
        }
    }
    adapter->interrupt.connected = false;
    KeFlushQueuedDpcs();
}

static bool other_processor_serves(const struct device_host *board)
{
    for (uint32_t i = 0; i < board->line_count; i++) {
        if (board->lines[i].in_service) {
            return true;
        }
    }
    return false;
}

void dxgk_probe_interrupt(struct adapter *adapter)
{
    struct machine *machine = adapter->machine;
    struct interrupt_line *line = &adapter->board->lines[0];
    uint8_t irql;

    if (adapter->board->identity.interrupt_messages > 0 || !adapter->interrupt.connected) {
        return; /* a message is nobody else's */
    }
    irql = schedule_irql_raise(machine, line->irql);
    if (!line->asserted && !other_processor_serves(adapter->board)) {
        line->in_service = true;
        if (service_message(adapter, 0)) {
            verify_report(machine, RULE_ISR_01, "DxgkDdiInterruptRoutine",
                          "The routine returned TRUE, but the board does not interrupt: another "
                          "device on the line did, and its driver is never asked. Return FALSE "
                          "when the status register says nothing.");
        }
        line->in_service = false;
        machine->attention = true;
    }
    schedule_irql_lower(machine, irql);
}

/** Source: nc-dispmprt-dxgkcb_queue_dpc.md. IRQL: any. */
BOOLEAN APIENTRY callback_QueueDpc(HANDLE DeviceHandle)
{
    struct callback_call call;
    struct adapter *adapter;
    BOOLEAN queued = FALSE;

    callback_enter(&call, "DxgkCbQueueDpc", HIGH_LEVEL);
    adapter = adapter_from_handle("DxgkCbQueueDpc", DeviceHandle);
    if (adapter != NULL && adapter->interrupt.connected) {
        adapter->interrupt.dpc_queued_in_pass = true;
        queued = KeInsertQueueDpc(&adapter->interrupt.dpc, NULL, NULL);
    }
    callback_leave(&call);
    return queued;
}

struct interrupt_line *adapter_line_hold(struct adapter *adapter, uint32_t message)
{
    struct interrupt_line *line = &adapter->board->lines[message];

    (void)schedule_irql_raise(adapter->machine, line->irql);
    while (other_processor_serves(adapter->board)) {
        schedule_yield(adapter->machine);
    }
    line->in_service = true;
    causality_acquire(line);
    return line;
}

void adapter_lines_see(struct adapter *adapter)
{
    for (uint32_t i = 0; i < adapter->board->line_count; i++) {
        causality_acquire(&adapter->board->lines[i]);
    }
}

void adapter_lines_seen(struct adapter *adapter)
{
    for (uint32_t i = 0; i < adapter->board->line_count; i++) {
        causality_release(&adapter->board->lines[i]);
    }
}

void adapter_line_release(struct adapter *adapter, struct interrupt_line *line)
{
    causality_release(line);
    line->in_service = false;
    adapter->machine->attention = true;
}

/* With more than one line another may be served meanwhile, and the calls could be its. */
static void check_synchronized_report(struct adapter *adapter)
{
    struct adapter_interrupt *interrupt = &adapter->interrupt;

    if (interrupt->synchronizing && interrupt->notified_in_pass && !interrupt->dpc_queued_in_pass) {
        verify_report(adapter->machine, RULE_PREEMPT_18, "DxgkCbSynchronizeExecution",
                      "The routine called DxgkCbNotifyInterrupt and returned without "
                      "DxgkCbQueueDpc, so the report is never looked at. Queue the DPC as the "
                      "interrupt routine does.");
    }
    interrupt->synchronizing = false;
}

/**
 * The routine runs at the interrupt's IRQL with the line held back, so it never overlaps the ISR.
 * Source: nc-dispmprt-dxgkcb_synchronize_execution.md. IRQL: <= DISPATCH_LEVEL.
 */
NTSTATUS APIENTRY callback_SynchronizeExecution(HANDLE DeviceHandle,
                                                PKSYNCHRONIZE_ROUTINE SynchronizeRoutine,
                                                PVOID Context, ULONG MessageNumber,
                                                PBOOLEAN ReturnValue)
{
    struct callback_call call;
    struct adapter *adapter;
    NTSTATUS status = STATUS_SUCCESS;

    callback_enter(&call, "DxgkCbSynchronizeExecution", DISPATCH_LEVEL);
    adapter = adapter_from_handle("DxgkCbSynchronizeExecution", DeviceHandle);
    if (adapter == NULL || SynchronizeRoutine == NULL || ReturnValue == NULL ||
        MessageNumber >= adapter->board->line_count) {
        if (adapter != NULL) {
            verify_report(call.machine, RULE_CB_01, "DxgkCbSynchronizeExecution",
                          "Routine %s, ReturnValue %s, message %u of %u. Pass both pointers, and 0 "
                          "for a line interrupt.",
                          SynchronizeRoutine == NULL ? "NULL" : "given",
                          ReturnValue == NULL ? "NULL" : "given", MessageNumber,
                          adapter->board->line_count);
        }
        status = STATUS_INVALID_PARAMETER;
    } else if (!adapter->interrupt.connected) {
        status = STATUS_UNSUCCESSFUL;
    } else {
        uint8_t old_irql = schedule_irql(call.machine);
        struct interrupt_line *line = adapter_line_hold(adapter, MessageNumber);
        BOOLEAN result;

        adapter->interrupt.synchronizing = adapter->board->line_count == 1;
        adapter->interrupt.notified_in_pass = false;
        adapter->interrupt.dpc_queued_in_pass = false;
        callback_as_driver(&call);
        result = SynchronizeRoutine(Context);
        callback_as_kernel(&call);
        check_synchronized_report(adapter);
        adapter_line_release(adapter, line);
        schedule_irql_lower(call.machine, old_irql);
        *ReturnValue = result;
    }
    callback_leave(&call);
    return status;
}

static void count_vsync(struct adapter *adapter, uint32_t target_id, uint64_t address)
{
    adapter->interrupt.vsync_count++;
    adapter_display_vsync(adapter, target_id, address);
    wait_queue_wake(adapter->machine, sync_changed(adapter->machine));
}

static void notify_vsync(struct adapter *adapter, const DXGKARGCB_NOTIFY_INTERRUPT_DATA *data)
{
    if (adapter->source_count == 0) {
        verify_report(
            adapter->machine, RULE_FENCE_16, "DxgkCbNotifyInterrupt",
            "A vertical blank is reported for target %u, but DxgkDdiStartDevice said that "
            "there are no video present sources.",
            data->CrtcVsync.VidPnTargetId);
        adapter_bugcheck(adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR,
                         SCHEDULER_VSYNC_OF_RENDER_ONLY, data->CrtcVsync.VidPnTargetId, 0, 0,
                         "An adapter without video present sources reported a vertical blank.");
    }
    count_vsync(adapter, data->CrtcVsync.VidPnTargetId,
                (uint64_t)data->CrtcVsync.PhysicalAddress.QuadPart);
}

static void notify(struct adapter *adapter, const DXGKARGCB_NOTIFY_INTERRUPT_DATA *data)
{
    switch (data->InterruptType) {
    case DXGK_INTERRUPT_DMA_COMPLETED:
    case DXGK_INTERRUPT_DMA_PREEMPTED:
    case DXGK_INTERRUPT_DMA_FAULTED:
        dma_report(adapter, data);
        break;
    case DXGK_INTERRUPT_CRTC_VSYNC:
        trace_emit(adapter->machine, TRACE_NOTIFY_INTERRUPT, (uint64_t)data->InterruptType,
                   data->CrtcVsync.VidPnTargetId, 0);
        notify_vsync(adapter, data);
        break;
    case DXGK_INTERRUPT_DISPLAYONLY_VSYNC:
        /* Members as those of CrtcVsync, but for the address, which it has none of. */
        trace_emit(adapter->machine, TRACE_NOTIFY_INTERRUPT, (uint64_t)data->InterruptType,
                   data->DisplayOnlyVsync.VidPnTargetId, 0);
        count_vsync(adapter, data->DisplayOnlyVsync.VidPnTargetId, 0);
        break;
    case DXGK_INTERRUPT_DISPLAYONLY_PRESENT_PROGRESS:
        present_progress_notify(adapter, &data->DisplayOnlyPresentProgress);
        break;
    default:
        trace_emit(adapter->machine, TRACE_NOTIFY_INTERRUPT, (uint64_t)data->InterruptType, 0, 0);
        verify_unimplemented(adapter->machine, "DxgkCbNotifyInterrupt with InterruptType %d",
                             (int)data->InterruptType);
        break;
    }
}

/** Source: nc-d3dkmddi-dxgkcb_notify_interrupt.md. IRQL: the adapter's DIRQL. */
void APIENTRY callback_NotifyInterrupt(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *data)
{
    struct callback_call call;
    struct adapter *adapter;

    callback_enter(&call, "DxgkCbNotifyInterrupt", HIGH_LEVEL);
    adapter = adapter_from_handle("DxgkCbNotifyInterrupt", hAdapter);
    if (schedule_irql(call.machine) <= DISPATCH_LEVEL) {
        verify_report(
            call.machine, RULE_FENCE_09, "DxgkCbNotifyInterrupt",
            "DxgkCbNotifyInterrupt was called at IRQL %u. Call it from the interrupt routine, or "
            "from a routine that DxgkCbSynchronizeExecution runs at device IRQL.",
            schedule_irql(call.machine));
    }
    if (adapter != NULL && adapter->sched != NULL) {
        adapter->interrupt.notified = true;
        adapter->interrupt.notified_in_pass |=
            adapter->interrupt.in_service || adapter->interrupt.synchronizing;
        if (interrupt_check(adapter, data)) {
            notify(adapter, data);
        }
    }
    callback_leave(&call);
}

/** Source: nc-d3dkmddi-dxgkcb_notify_dpc.md. IRQL: DISPATCH_LEVEL. */
void APIENTRY callback_NotifyDpc(const HANDLE hAdapter)
{
    struct callback_call call;
    struct adapter *adapter;

    callback_enter(&call, "DxgkCbNotifyDpc", DISPATCH_LEVEL);
    adapter = adapter_from_handle("DxgkCbNotifyDpc", hAdapter);
    if (schedule_irql(call.machine) != DISPATCH_LEVEL) {
        verify_report(call.machine, RULE_DPC_04, "DxgkCbNotifyDpc",
                      "DxgkCbNotifyDpc was called at IRQL %u; it belongs in DxgkDdiDpcRoutine, at "
                      "DISPATCH_LEVEL.",
                      schedule_irql(call.machine));
    } else if (adapter != NULL && adapter->sched != NULL) {
        adapter->interrupt.notify_dpc_seen[call.machine->active->index] = true;
        trace_emit(call.machine, TRACE_NOTIFY_DPC, 0, 0, 0);
        present_progress_dpc(adapter);
        sched_retire(adapter->sched);
    }
    callback_leave(&call);
}
