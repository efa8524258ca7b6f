/* SPDX-License-Identifier: MIT */
#include "dxgk/gate.h"

#include "dxgk/adapter_private.h"
#include "dxgk/client.h"
#include "dxgk/control.h"
#include "dxgk/tdr.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "nt/balance.h"
#include "nt/call.h"
#include "nt/spinlock.h"
#include "nt/image.h"
#include "nt/nt.h"
#include "trace/trace.h"
#include "verify/names.h"

#include <string.h>

#define STATUS_LIST(...)                                                                           \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }

static const struct ddi_info ddis[] = {
#define DDI(name_, since_, irql_, level_, class_, rule_, statuses_)                                \
    [DDI_##name_] = { .name = "DxgkDdi" #name_,                                                    \
                      .since = DXGKDDI_INTERFACE_VERSION_##since_,                                 \
                      .slot = offsetof(struct driver_table, DxgkDdi##name_),                       \
                      .irql = DDI_IRQL_##irql_,                                                    \
                      .level = DDI_LEVEL_##level_,                                                 \
                      .class = DDI_CLASS_##class_,                                                 \
                      .rule = rule_,                                                               \
                      .statuses = STATUS_LIST statuses_ },
#include "dxgk/ddi.def"
#undef DDI
};

const struct ddi_info *ddi_info(enum ddi ddi)
{
    DXGH_ASSERT(ddi < DDI_COUNT);
    return &ddis[ddi];
}

enum ddi_level gate_level_of(const char *name)
{
    for (size_t i = 0; i < DDI_COUNT; i++) {
        if (ddis[i].name == name) {
            return ddis[i].level;
        }
    }
    return DDI_LEVEL_NONE;
}

static uintptr_t entry_point(const struct adapter *adapter)
{
    return adapter->image == NULL ? 0 : (uintptr_t)adapter->image->entry;
}

uintptr_t gate_locate(struct machine *machine, const char *name)
{
    const struct list *adapters = &dxgk_of(machine)->adapters;
    const struct adapter *adapter;
    uintptr_t function = 0;

    if (list_is_empty(adapters)) {
        return 0;
    }
    adapter = LIST_ENTRY_OF(adapters->prev, struct adapter, link);
    if (strcmp(name, "DriverEntry") == 0 || strcmp(name, "DxgkInitialize") == 0) {
        return entry_point(adapter);
    }
    if (strcmp(name, "DriverUnload") == 0) {
        name = "DxgkDdiUnload";
    }
    for (size_t i = 0; i < DDI_COUNT; i++) {
        if (strcmp(name, ddis[i].name) == 0) {
            memcpy(&function, (const char *)&adapter->table + ddis[i].slot, sizeof(function));
        }
    }
    return function != 0 ? function : nt_judged_routine(machine);
}

/* The level is waited for here; nothing else of the call has happened yet. */
static void take_level(struct gate_call *call, struct adapter *adapter, enum ddi ddi,
                       enum ddi_level level)
{
    struct fiber *fiber = adapter->machine->running;

    call->adapter = adapter;
    call->fiber = fiber;
    call->process = NULL;
    call->ddi = ddi;
    call->level = level;
    call->wanted = level;
    call->held = NULL;
    call->outer_ddi = fiber->ddi;
    call->outer_in_driver = fiber->in_driver;
    if (DXGH_UNLIKELY(tdr_supervises(adapter, fiber) && call->outer_ddi == NULL)) {
        tdr_call_begin(adapter);
    }
    if (level != DDI_LEVEL_NONE) {
        level_enter(adapter, call, ddis[ddi].class);
    }
}

static void give_level(struct gate_call *call)
{
    if (call->level != DDI_LEVEL_NONE) {
        level_leave(call->adapter, call, ddis[call->ddi].class);
    }
    if (DXGH_UNLIKELY(tdr_supervises(call->adapter, call->fiber) && call->outer_ddi == NULL)) {
        tdr_call_end(call->adapter);
    }
}

static void step_in(struct gate_call *call)
{
    struct machine *machine = call->adapter->machine;
    const struct ddi_info *info = &ddis[call->ddi];
    struct fiber *fiber = call->fiber;

    call->outer_irql = schedule_irql(machine);
    if (info->irql == DDI_IRQL_DISPATCH && call->outer_irql < IRQL_DISPATCH) {
        (void)schedule_irql_raise(machine, IRQL_DISPATCH);
    }
    call->irql = schedule_irql(machine);
    DXGH_ASSERT(info->irql != DDI_IRQL_PASSIVE || call->irql == IRQL_PASSIVE || call->held != NULL);
    trace_emit(machine, TRACE_DDI_ENTER, call->ddi, call->irql, call->wanted);
    machine_point(machine);
    call->outer_locks = nt_locks_held(machine);
    call->outer_balance = nt_balance(fiber);
    call->entered_ns = machine->clock.now_ns;
    call->polled_ns = fiber->polled_ns;
    fiber->ddi = info->name;
    call->outer_bad_handle = fiber->ddi_bad_handle;
    fiber->ddi_bad_handle = false;
    if (call->outer_ddi == NULL) {
        fiber->ddi_since_ns = call->entered_ns;
    }
    fiber->in_driver = true;
    call->outer_stack_limit = nt_stack_begin(fiber);
}

void gate_enter_level(struct gate_call *call, struct adapter *adapter, enum ddi ddi,
                      enum ddi_level level)
{
    take_level(call, adapter, ddi, level);
    step_in(call);
}

bool gate_enter_asked(struct gate_call *call, struct adapter *adapter, enum ddi ddi,
                      enum ddi_level level, const struct device *asker)
{
    take_level(call, adapter, ddi, level);
    if (dxgk_adapter_is_revoked(adapter) || dxgk_is_recovering(adapter) ||
        (asker != NULL && dxgk_device_state(asker) != DEVICE_OK)) {
        give_level(call);
        return false;
    }
    step_in(call);
    return true;
}

void gate_enter_synchronized(struct gate_call *call, struct adapter *adapter, enum ddi ddi,
                             enum ddi_level level)
{
    uint8_t outer_irql;

    take_level(call, adapter, ddi, level);
    outer_irql = schedule_irql(adapter->machine);
    call->held = adapter_line_hold(adapter, 0);
    step_in(call);
    call->outer_irql = outer_irql;
}

void gate_enter(struct gate_call *call, struct adapter *adapter, enum ddi ddi)
{
    gate_enter_level(call, adapter, ddi, ddis[ddi].level);
}

static void check_irql(struct gate_call *call)
{
    struct machine *machine = call->adapter->machine;
    uint8_t irql = schedule_irql(machine);

    if (DXGH_LIKELY(irql == call->irql)) {
        return;
    }
    verify_report(
        machine, RULE_SYNC_09, ddis[call->ddi].name,
        "%s was entered at IRQL %u and returned at IRQL %u. Lower every level you raise, and "
        "release spin locks in the reverse order, on every path out.",
        ddis[call->ddi].name, call->irql, irql);
    (void)schedule_irql_raise(machine, call->irql);
}

/* Rule SYNC-11: a lock that outlives its DDI is held for ever, or released by chance. */
static void check_locks(struct gate_call *call)
{
    struct machine *machine = call->adapter->machine;
    uint32_t locks = nt_locks_held(machine);

    if (DXGH_LIKELY(locks <= call->outer_locks)) {
        return;
    }
    verify_report(machine, RULE_SYNC_11, ddis[call->ddi].name,
                  "%s returned with %u spin locks held that it did not hold when it was entered. "
                  "Release every lock on every path out.",
                  ddis[call->ddi].name, locks - call->outer_locks);
    nt_locks_drop(machine, call->outer_locks);
}

/*
 * What a call may spend in stalls and at registers. The guidance of Windows for interrupt and DPC
 * routines; of the others no page names a number. Choice: 1 ms where other processors wait for the
 * scheduler's lock, 100 ms where only a thread does.
 * Source: kernel/introduction-to-dpc-objects.md, guidelines for writing DPC routines
 */
static const struct time_limit {
    enum ddi ddi;
    enum rule rule;
    uint64_t limit_ns;
} time_limits[] = {
    { DDI_InterruptRoutine, RULE_ISR_09, 25 * DXGH_NS_PER_US },
    { DDI_DpcRoutine, RULE_ISR_09, 100 * DXGH_NS_PER_US },
    { DDI_SubmitCommand, RULE_SUBMIT_18, DXGH_NS_PER_MS },
    { DDI_PreemptCommand, RULE_PREEMPT_19, DXGH_NS_PER_MS },
    { DDI_CollectDbgInfo, RULE_DBG_05, 100 * DXGH_NS_PER_MS },
};
#define TIME_LIMIT_SHORTEST_NS (25 * DXGH_NS_PER_US)

static void check_time(const struct gate_call *call, uint64_t polled_ns)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(time_limits); i++) {
        const struct time_limit *limit = &time_limits[i];

        if (limit->ddi == call->ddi && polled_ns > limit->limit_ns) {
            verify_report(call->adapter->machine, limit->rule, ddis[call->ddi].name,
                          "%s stalled and polled registers for %llu us before it returned; "
                          "expected less than %llu us. Leave the hardware to itself and come back "
                          "when it interrupts.",
                          ddis[call->ddi].name, (unsigned long long)(polled_ns / DXGH_NS_PER_US),
                          (unsigned long long)(limit->limit_ns / DXGH_NS_PER_US));
        }
    }
}

void gate_leave(struct gate_call *call, uint32_t result)
{
    struct adapter *adapter = call->adapter;
    struct machine *machine = adapter->machine;
    struct ddi_statistics *statistics = &adapter->dxgk->statistics[call->ddi];
    uint64_t spent_ns = machine->clock.now_ns - call->entered_ns;

    call->fiber->in_driver = call->outer_in_driver;
    call->fiber->stack_limit = call->outer_stack_limit;
    call->fiber->ddi = call->outer_ddi;
    call->fiber->ddi_bad_handle = call->outer_bad_handle;
    check_locks(call);
    if (DXGH_UNLIKELY(nt_balance(call->fiber) != call->outer_balance)) {
        nt_balance_report(machine, call->outer_balance, ddis[call->ddi].name, ddis[call->ddi].name);
    }
    check_irql(call);
    if (DXGH_UNLIKELY(call->fiber->polled_ns - call->polled_ns > TIME_LIMIT_SHORTEST_NS)) {
        check_time(call, call->fiber->polled_ns - call->polled_ns);
    }
    statistics->count++;
    statistics->virtual_ns += spent_ns;
    statistics->longest_ns = DXGH_MAX(statistics->longest_ns, spent_ns);
    trace_emit(machine, TRACE_DDI_LEAVE, call->ddi, result, 0);
    if (DXGH_UNLIKELY(call->held != NULL)) {
        adapter_line_release(adapter, call->held);
    }
    if (schedule_irql(machine) != call->outer_irql) {
        schedule_irql_lower(machine, call->outer_irql);
    }
    give_level(call);
    machine_point(machine);
}

static bool status_is_allowed(const struct ddi_info *info, NTSTATUS status)
{
    if (info->rule == RULE_COUNT || status == STATUS_SUCCESS) {
        return true;
    }
    for (uint32_t i = 0; i < DDI_STATUSES_MAX && info->statuses[i] != 0; i++) {
        if (info->statuses[i] == status) {
            return true;
        }
    }
    return info->rule == RULE_LIFE_16 && NT_SUCCESS(status);
}

void gate_leave_status(struct gate_call *call, NTSTATUS status)
{
    const struct ddi_info *info = &ddis[call->ddi];

    /* Asking for another buffer is how these DDIs go on, not how they fail. */
    if (!NT_SUCCESS(status) && status != STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER) {
        call->adapter->dxgk->statistics[call->ddi].failures++;
        call->adapter->dxgk->failure = (struct ddi_failure){ call->ddi, status, call->adapter,
                                                             trace_count(call->adapter->machine) };
    }
    if (DXGH_UNLIKELY(call->fiber->ddi_bad_handle) && NT_SUCCESS(status)) {
        verify_report(call->adapter->machine,
                      call->ddi == DDI_Escape ? RULE_ESC_13 : RULE_HANDLE_01, info->name,
                      "A callback resolved a handle to NULL, and %s returned %s all the same. Fail "
                      "the call with STATUS_INVALID_HANDLE.",
                      info->name, verify_status_name(status));
    }
    if (DXGH_UNLIKELY(!status_is_allowed(info, status))) {
        verify_report(
            call->adapter->machine, info->rule, info->name,
            "%s returned %s (0x%08X), which its documentation does not list. Return one of "
            "the documented codes.",
            info->name, verify_status_name(status), (uint32_t)status);
    }
    gate_leave(call, (uint32_t)status);
}

NTSTATUS gate_flip(struct adapter *adapter, const DXGKARG_SETVIDPNSOURCEADDRESS *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (!adapter->interrupt.connected || adapter->board->line_count == 0) {
        return STATUS_DEVICE_NOT_READY;
    }
    gate_enter_synchronized(&call, adapter, DDI_SetVidPnSourceAddress, DDI_LEVEL_ZERO);
    result = adapter->table.DxgkDdiSetVidPnSourceAddress(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

void gate_read(struct adapter *adapter, void *copy, const void *pointer, size_t bytes)
{
    struct fiber *fiber = adapter->machine->running;
    const char *outer = fiber->callback;

    fiber->callback = "the graphics kernel";
    memcpy(copy, pointer, bytes);
    fiber->callback = outer;
}

void gate_absent(struct adapter *adapter, enum ddi ddi)
{
    verify_unimplemented(adapter->machine, "the driver has no %s", ddis[ddi].name);
}

enum ddi_level gate_collect_level(const DXGKARG_COLLECTDBGINFO *args)
{
    return args->Reason == 0x117 || args->Reason == 0x141 ? DDI_LEVEL_ZERO : DDI_LEVEL_NONE;
}

enum ddi_level gate_escape_level(const DXGKARG_ESCAPE *args)
{
    return args->Flags.HardwareAccess ? DDI_LEVEL_TWO : DDI_LEVEL_ZERO;
}

/* What an interrupt's code may call: its page names these two. DxgkCbLogEtwEvent's page allows any
 * IRQL. Source: nc-dispmprt-dxgkddi_interrupt_routine.md, nc-dispmprt-dxgkcb_log_etw_event.md */
static bool is_for_interrupts(const char *name)
{
    return strcmp(name, "DxgkCbQueueDpc") == 0 || strcmp(name, "DxgkCbNotifyInterrupt") == 0 ||
           strcmp(name, "DxgkCbLogEtwEvent") == 0;
}

/* The places where a driver may call little or nothing. Returns: whether one was reported. */
static bool check_place(const struct callback_call *call, const char *name)
{
    const char *ddi = call->fiber->ddi;
    const char *outer = call->fiber->callback;

    if (ddi == ddis[DDI_ResetDevice].name) {
        verify_report(
            call->machine, RULE_LIFE_20, name,
            "%s was called in DxgkDdiResetDevice, which runs at any IRQL while the system "
            "goes down. Touch the hardware and nothing else.",
            name);
        return true;
    }
    if (is_for_interrupts(name)) {
        return false;
    }
    if (ddi == ddis[DDI_InterruptRoutine].name) {
        verify_report(call->machine, RULE_ISR_03, name,
                      "%s was called in DxgkDdiInterruptRoutine. Call DxgkCbNotifyInterrupt and "
                      "DxgkCbQueueDpc there, and the rest from the DPC.",
                      name);
        return true;
    }
    if (outer != NULL && strcmp(outer, "DxgkCbSynchronizeExecution") == 0) {
        verify_report(
            call->machine, RULE_CB_02, name,
            "%s was called in a routine of DxgkCbSynchronizeExecution, which runs as the "
            "interrupt routine does. Call DxgkCbNotifyInterrupt and DxgkCbQueueDpc there, "
            "and nothing else.",
            name);
        return true;
    }
    return false;
}

void callback_enter(struct callback_call *call, const char *name, uint8_t irql_limit)
{
    struct machine *machine = machine_current();
    uint8_t irql = schedule_irql(machine);

    call->machine = machine;
    call->fiber = machine->running;
    call->was_in_driver = call->fiber->in_driver;
    if (DXGH_UNLIKELY(irql > DISPATCH_LEVEL || call->fiber->callback != NULL ||
                      call->fiber->ddi == ddis[DDI_ResetDevice].name) &&
        check_place(call, name)) {
        irql_limit = HIGH_LEVEL; /* said more precisely */
    }
    if (DXGH_UNLIKELY(irql > irql_limit)) {
        verify_report(
            machine, RULE_CB_IRQL, name,
            "%s was called at IRQL %u; its limit is %u. Call it from a lower level, or defer the "
            "work to your DPC or a work item.",
            name, irql, irql_limit);
    }
    if (DXGH_UNLIKELY((uintptr_t)__builtin_frame_address(0) < call->fiber->stack_limit)) {
        nt_stack_low(machine, name);
    }
    call->stack_limit = call->fiber->stack_limit;
    call->fiber->stack_limit = 0; /* from here on the frames are ours */
    machine_point(machine);
    call->outer_callback = call->fiber->callback;
    call->fiber->callback = name;
    call->fiber->in_driver = false;
}

void callback_as_driver(struct callback_call *call)
{
    call->fiber->in_driver = call->was_in_driver;
}

void callback_as_kernel(struct callback_call *call)
{
    call->fiber->in_driver = false;
}

void callback_leave(struct callback_call *call)
{
    call->fiber->callback = call->outer_callback;
    call->fiber->in_driver = call->was_in_driver;
    call->fiber->stack_limit = call->stack_limit;
    machine_point(call->machine);
}
