/* SPDX-License-Identifier: MIT */
/*
 * What the scheduler and recovery ask of a driver, and the driver refuses, or never comes back
 * from: each ends in the documented bug check with its parameters and the DDI's name, or in the
 * documented recovery. Virtual time only.
 */
#include "cli/gpu_client.h"
#include "devices/softgpu/softgpu_device.h"
#include "dxgk/adapter_private.h"
#include "dxgk/dump.h"
#include "dxgk/tdr.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "nt/registry.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

#include <stdio.h>
#include <string.h>

/* What is under way when the driver is asked. */
enum story {
    STORY_DRAW,    /* a client fills a surface */
    STORY_ENGINE,  /* its engine hangs and is reset */
    STORY_ADAPTER, /* its engine cannot be reset: the adapter is */
    STORY_CANCEL,  /* its engine hangs while it has more in the software queue */
    STORY_PAGING,  /* its surface is made resident */
};

struct play {
    struct stack stack;
    enum story story;
    enum ddi ddi;
    void *function; /* takes the place of the DDI */
    enum device_state state;
    NTSTATUS fate; /* of what the client waits for */
    bool called;
};

static struct play play;

static void replace(struct adapter *adapter)
{
    memcpy((char *)&adapter->table + ddi_info(play.ddi)->slot, &play.function,
           sizeof(play.function));
}

static void control(enum softgpu_control which, int64_t value)
{
    assert_true(softgpu_test_control(play.stack.session.board->device, which, 0, value));
}

static bool ddi_called(struct machine *machine, enum ddi ddi)
{
    for (uint64_t i = 0; i < trace_count(machine); i++) {
        const struct trace_record *record = trace_record_at(machine, i);

        if (record != NULL && record->event == TRACE_DDI_LEAVE && record->arguments[0] == ddi) {
            return true;
        }
    }
    return false;
}

static void set_the_stage(enum story story)
{
    if (story == STORY_ENGINE || story == STORY_ADAPTER || story == STORY_CANCEL) {
        control(SOFTGPU_CONTROL_HANG, 1);
    }
    if (story == STORY_ADAPTER) {
        control(SOFTGPU_CONTROL_IGNORE_RESET, 1);
    }
}

static void act(struct adapter *adapter, void *argument)
{
    struct gpu_client client;

    (void)argument;
    assert_int_equal(gpu_client_open(&client, adapter, "client", 400, 0, 0), STATUS_SUCCESS);
    if (play.story != STORY_PAGING) {
        assert_int_equal(gpu_client_fill(&client, 1), STATUS_SUCCESS);
        assert_int_equal(gpu_client_wait(&client), STATUS_SUCCESS);
    }
    set_the_stage(play.story);
    replace(adapter);
    for (uint32_t i = 0; i < (play.story == STORY_CANCEL ? 2 * SCHED_HARDWARE_DEPTH : 1); i++) {
        (void)gpu_client_fill(&client, 1);
    }
    play.fate = gpu_client_wait(&client);
    play.state = dxgk_device_state(client.device);
    gpu_client_close(&client);
}

static void perform(enum story story, enum ddi ddi, void *function, uint32_t processors)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER, .machine.processors = processors };

    play = (struct play){ .story = story, .ddi = ddi, .function = function };
    stack_run(&play.stack, &config, act, NULL);
}

static NTSTATUS NTAPI refuse(void)
{
    return STATUS_UNSUCCESSFUL;
}

struct refusal {
    enum ddi ddi;
    enum story story;
    uint32_t code;
    uint64_t first; /* parameter of the bug check; 0: a pointer */
    uint32_t status_at;
};

/* Parameters: 0x119 {what, status, arguments, record}, 0x116 {context, driver, status, data}. */
static const struct refusal refusals[] = {
    { DDI_Patch, STORY_DRAW, 0x119, SCHEDULER_PATCH_FAILED, 1 },
    { DDI_SubmitCommand, STORY_DRAW, 0x119, SCHEDULER_SUBMIT_FAILED, 1 },
    { DDI_PreemptCommand, STORY_ENGINE, 0x119, SCHEDULER_SUBMIT_FAILED, 1 },
    { DDI_CancelCommand, STORY_CANCEL, 0x119, SCHEDULER_CANCEL_FAILED, 1 },
    { DDI_ResetFromTimeout, STORY_ADAPTER, 0x116, 0, 2 },
    { DDI_RestartFromTimeout, STORY_ADAPTER, 0x116, 0, 2 },
    { DDI_BuildPagingBuffer, STORY_PAGING, 0x10E, 0xB, 1 },
};

static void expect_refusal(const struct refusal *refusal)
{
    const struct machine_bugcheck *bugcheck;

    perform(refusal->story, refusal->ddi, (void *)(uintptr_t)refuse, 2);
    bugcheck = &play.stack.session.machine->bugcheck;
    if (play.stack.outcome != STACK_CRASHED || bugcheck->code != refusal->code) {
        print_error("%s: %s\n", ddi_info(refusal->ddi)->name, bugcheck->text);
        stack_print_breaches(&play.stack);
    }
    assert_int_equal(play.stack.outcome, STACK_CRASHED);
    assert_int_equal(bugcheck->code, refusal->code);
    assert_true(refusal->first == 0 ? bugcheck->parameters[0] > UINT32_MAX
                                    : bugcheck->parameters[0] == refusal->first);
    assert_int_equal((uint32_t)bugcheck->parameters[refusal->status_at],
                     (uint32_t)STATUS_UNSUCCESSFUL);
    assert_non_null(strstr(bugcheck->text, ddi_info(refusal->ddi)->name));
    assert_non_null(strstr(bugcheck->text, "STATUS_UNSUCCESSFUL"));
    assert_string_equal(dump_of_crash(play.stack.session.machine)->failed_ddi,
                        ddi_info(refusal->ddi)->name);
    stack_close(&play.stack);
}

static void refusal_that_is_fatal_is_the_documented_bug_check(void **state)
{
    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(refusals); i++) {
        expect_refusal(&refusals[i]);
    }
}

/* These may fail, or must not but leave a way out: the machine goes on. */
static void expect_recovery(enum ddi ddi, enum rule rule)
{
    perform(STORY_ENGINE, ddi, (void *)(uintptr_t)refuse, 2);
    if (play.stack.outcome != STACK_RAN) {
        print_error("%s: %s\n", ddi_info(ddi)->name, play.stack.session.machine->bugcheck.text);
    }
    assert_int_equal(play.stack.outcome, STACK_RAN);
    assert_int_equal(play.fate, STATUS_DEVICE_REMOVED);
    assert_int_equal(play.state, DEVICE_HUNG);
    assert_int_equal(verify_breach_count(play.stack.session.machine) > 0, rule != RULE_COUNT);
    assert_true(rule == RULE_COUNT || stack_has_breach(&play.stack, rule));
    stack_close(&play.stack);
}

static void refusal_that_is_not_fatal_ends_in_recovery(void **state)
{
    (void)state;
    expect_recovery(DDI_QueryCurrentFence, RULE_QCF_07);
    expect_recovery(DDI_CollectDbgInfo, RULE_COUNT);
    expect_recovery(DDI_ResetEngine, RULE_COUNT);
    expect_recovery(DDI_QueryDependentEngineGroup, RULE_ENGRST_15);
    expect_recovery(DDI_QueryEngineStatus, RULE_ENGRST_19);
}

/* Polls for ever: time passes, other threads run. */
static NTSTATUS NTAPI poll_for_ever(void)
{
    static volatile bool never;

    while (!never) {
        KeStallExecutionProcessor(50);
    }
    return STATUS_SUCCESS;
}

/* The same with other threads running all the time: each sleep is a wait that ends. */
static NTSTATUS NTAPI sleep_for_ever(void)
{
    static volatile bool never;
    LARGE_INTEGER interval = { .QuadPart = -10000 };

    while (!never) {
        (void)KeDelayExecutionThread(KernelMode, FALSE, &interval);
    }
    return STATUS_SUCCESS;
}

/* Waits for ever: nobody sets the event. */
static NTSTATUS NTAPI wait_for_ever(void)
{
    KEVENT event;

    KeInitializeEvent(&event, NotificationEvent, FALSE);
    return KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
}

struct stay {
    enum ddi ddi;
    enum story story;
};

/* On a thread that detection and recovery depend on. */
static const struct stay stays[] = {
    { DDI_SubmitCommand, STORY_DRAW },
    { DDI_PreemptCommand, STORY_ENGINE },
    { DDI_Patch, STORY_DRAW },
    { DDI_QueryCurrentFence, STORY_ENGINE },
    { DDI_CollectDbgInfo, STORY_ENGINE },
    { DDI_QueryDependentEngineGroup, STORY_ENGINE },
    { DDI_QueryEngineStatus, STORY_ENGINE },
    { DDI_ResetEngine, STORY_ENGINE },
    { DDI_ResetFromTimeout, STORY_ADAPTER },
    { DDI_RestartFromTimeout, STORY_ADAPTER },
    { DDI_BuildPagingBuffer, STORY_ADAPTER },
};

static const struct machine_bugcheck *expect_stop(const struct stay *stay, void *function,
                                                  uint32_t processors, uint32_t code)
{
    const struct machine_bugcheck *bugcheck;

    perform(stay->story, stay->ddi, function, processors);
    bugcheck = &play.stack.session.machine->bugcheck;
    if (play.stack.outcome != STACK_CRASHED || bugcheck->code != code) {
        print_error("%s: 0x%X %s\n", ddi_info(stay->ddi)->name, bugcheck->code, bugcheck->text);
    }
    assert_int_equal(play.stack.outcome, STACK_CRASHED);
    assert_int_equal(bugcheck->code, code);
    return bugcheck;
}

static void expect_stuck(const struct stay *stay, void *function, uint32_t processors)
{
    bool is_high = ddi_info(stay->ddi)->irql == DDI_IRQL_DISPATCH;
    const struct machine_bugcheck *bugcheck = expect_stop(
        stay, function, processors, is_high ? DUMP_DPC_WATCHDOG_VIOLATION : DUMP_VIDEO_TDR_FAILURE);
    char words[96];

    (void)snprintf(words, sizeof(words), "%s has not returned within", ddi_info(stay->ddi)->name);
    assert_non_null(strstr(bugcheck->text, words));
    assert_true(is_high || (uint32_t)bugcheck->parameters[2] == (uint32_t)STATUS_IO_TIMEOUT);
    assert_in_range(bugcheck->time_ns, 5 * DXGH_NS_PER_S, 12 * DXGH_NS_PER_S);
    stack_close(&play.stack);
}

/* A processor that polls at DISPATCH_LEVEL runs no thread that could detect anything, unless it is
 * the detecting thread itself, which a timer looks after. */
static bool nobody_is_left(const struct stay *stay, uint32_t processors)
{
    return processors == 1 && stay->ddi == DDI_SubmitCommand;
}

static void thread_that_polls_for_ever_is_named(void **state)
{
    (void)state;
    for (uint32_t processors = 1; processors <= 2; processors++) {
        for (size_t i = 0; i < DXGH_ARRAY_SIZE(stays); i++) {
            if (nobody_is_left(&stays[i], processors)) {
                assert_non_null(strstr(
                    expect_stop(&stays[i], (void *)(uintptr_t)poll_for_ever, processors, 0x133)
                        ->text,
                    ddi_info(stays[i].ddi)->name));
                stack_close(&play.stack);
            } else {
                expect_stuck(&stays[i], (void *)(uintptr_t)poll_for_ever, processors);
            }
        }
    }
}

/* No thread may wait at DISPATCH_LEVEL: that is found at once. */
static void expect_waiters(void *function)
{
    for (uint32_t processors = 1; processors <= 2; processors++) {
        for (size_t i = 0; i < DXGH_ARRAY_SIZE(stays); i++) {
            if (ddi_info(stays[i].ddi)->irql == DDI_IRQL_DISPATCH) {
                (void)expect_stop(&stays[i], function, processors, 0xB8);
                stack_close(&play.stack);
            } else {
                expect_stuck(&stays[i], function, processors);
            }
        }
    }
}

static void thread_that_waits_for_ever_is_named(void **state)
{
    (void)state;
    expect_waiters((void *)(uintptr_t)wait_for_ever);
}

static void thread_that_sleeps_for_ever_is_named(void **state)
{
    (void)state;
    expect_waiters((void *)(uintptr_t)sleep_for_ever);
}

/* Comes back, but not within TdrDdiDelay. */
static NTSTATUS NTAPI take_six_seconds(void)
{
    for (uint32_t i = 0; i < 120000; i++) {
        KeStallExecutionProcessor(50);
    }
    return STATUS_SUCCESS;
}

static const char *setting;
static uint32_t setting_value;

static void set_setting(struct machine *machine)
{
    nt_registry_set_dword(machine, TDR_REGISTRY_KEY, setting, setting_value);
}

/* An urgent client asks for a preemption, which takes long. */
static void preempt_slowly(struct adapter *adapter, void *argument)
{
    struct gpu_client low;
    struct gpu_client high;

    (void)argument;
    assert_int_equal(gpu_client_open(&low, adapter, "low", 400, 0, -6), STATUS_SUCCESS);
    assert_int_equal(gpu_client_open(&high, adapter, "high", 404, 0, 6), STATUS_SUCCESS);
    replace(adapter);
    assert_int_equal(gpu_client_fill(&low, 64), STATUS_SUCCESS);
    schedule_sleep_until(adapter->machine, adapter->machine->clock.now_ns + 20 * DXGH_NS_PER_US);
    (void)gpu_client_fill(&high, 1);
    schedule_sleep_until(adapter->machine, adapter->machine->clock.now_ns + 10 * DXGH_NS_PER_S);
    play.called = ddi_called(adapter->machine, play.ddi);
    machine_bugcheck(adapter->machine, 0xE2, (uint64_t[4]){ 0 }, "the end of the test");
}

/* Whoever turned detection off is not stopped for a call that takes long. */
static void nobody_is_stopped_when_timeouts_are_ignored(void **state)
{
    static const char *const names[] = { "TdrLevel", "TdrDebugMode" };

    (void)state;
    for (uint32_t i = 0; i < 2; i++) {
        struct stack_config config = { .driver = DXGH_TEST_DRIVER, .before = set_setting };

        setting = names[i];
        setting_value = i; /* TdrLevel 0, TdrDebugMode 1 */
        play = (struct play){ .ddi = DDI_PreemptCommand,
                              .function = (void *)(uintptr_t)take_six_seconds };
        stack_run(&play.stack, &config, preempt_slowly, NULL);
        assert_true(play.called);
        assert_int_equal(play.stack.session.machine->bugcheck.code, 0xE2);
        stack_close(&play.stack);
    }
}

static NTSTATUS NTAPI sleep_eight_seconds(void)
{
    LARGE_INTEGER interval = { .QuadPart = -80000000 };

    (void)KeDelayExecutionThread(KernelMode, FALSE, &interval);
    return STATUS_UNSUCCESSFUL;
}

static void sleep_in_render(void *argument)
{
    (void)gpu_client_fill(argument, 1);
    schedule_exit(machine_current());
}

/* One client sleeps in DxgkDdiRenderKm, another's work needs a preemption that never returns. */
static void sleep_beside_a_stuck_call(struct adapter *adapter, void *argument)
{
    static struct gpu_client sleeper;
    void *sleep = (void *)(uintptr_t)sleep_eight_seconds;
    NTSTATUS(APIENTRY * render_km)(const HANDLE, DXGKARG_RENDER *) = adapter->table.DxgkDdiRenderKm;

    assert_int_equal(gpu_client_open(&sleeper, adapter, "sleeper", 408, 0, 0), STATUS_SUCCESS);
    memcpy(&adapter->table.DxgkDdiRenderKm, &sleep, sizeof(sleep));
    schedule_ready(adapter->machine,
                   fiber_create(adapter->machine, sleep_in_render, &sleeper, "sleeper"));
    schedule_sleep_until(adapter->machine, adapter->machine->clock.now_ns + DXGH_NS_PER_MS);
    adapter->table.DxgkDdiRenderKm = render_km;
    preempt_slowly(adapter, argument);
}

/* The one that is stuck is named, and not the one that is inside for longer. */
static void stuck_call_is_told_from_a_slow_one(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };

    (void)state;
    play = (struct play){ .ddi = DDI_PreemptCommand, .function = (void *)(uintptr_t)poll_for_ever };
    stack_run(&play.stack, &config, sleep_beside_a_stuck_call, NULL);
    assert_int_equal(play.stack.session.machine->bugcheck.code, 0x133);
    assert_non_null(strstr(play.stack.session.machine->bugcheck.text,
                           "DxgkDdiPreemptCommand has not returned"));
    stack_close(&play.stack);
}

/* A call that nothing depends on, by a client: no timeout will ever be about it. */
static void call_of_a_client_that_never_returns_is_named(void **state)
{
    static const struct stay stay = { DDI_RenderKm, STORY_DRAW };

    (void)state;
    assert_non_null(strstr(expect_stop(&stay, (void *)(uintptr_t)sleep_for_ever, 2, 0x1CA)->text,
                           "DxgkDdiRenderKm"));
    stack_close(&play.stack);
}

/* The same when nothing else is left to happen. */
static void wait_that_nobody_ends_is_named(void **state)
{
    static const struct stay stay = { DDI_RenderKm, STORY_DRAW };

    (void)state;
    assert_non_null(strstr(expect_stop(&stay, (void *)(uintptr_t)wait_for_ever, 2, 0x1CA)->text,
                           "DxgkDdiRenderKm (main) has not returned"));
    stack_close(&play.stack);
}

static BOOLEAN NTAPI poll_in_interrupt(const PVOID context, ULONG message)
{
    (void)context;
    (void)message;
    return (BOOLEAN)poll_for_ever();
}

/* An interrupt routine that never ends is found by what waits for its work, and named before it. */
static void interrupt_routine_that_never_returns_is_named(void **state)
{
    static const struct stay stay = { DDI_InterruptRoutine, STORY_DRAW };
    const struct machine_bugcheck *bugcheck =
        expect_stop(&stay, (void *)(uintptr_t)poll_in_interrupt, 2, 0x133);

    (void)state;
    assert_int_equal(bugcheck->parameters[0], 0);
    assert_non_null(strstr(bugcheck->text, "DxgkDdiInterruptRoutine has not returned"));
    stack_close(&play.stack);
}

/* DxgkDdiCollectDbgInfo, on the way to a bug check, crashes itself. */
static NTSTATUS NTAPI collect_badly(const HANDLE hAdapter, const DXGKARG_COLLECTDBGINFO *args)
{
    static const NTSTATUS *volatile nowhere = (const NTSTATUS *)16;

    (void)hAdapter;
    (void)args;
    return *nowhere;
}

static void refuse_and_crash(struct adapter *adapter, void *argument)
{
    adapter->table.DxgkDdiCollectDbgInfo = collect_badly;
    act(adapter, argument);
}

static void first_reason_to_stop_stays(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };

    (void)state;
    play = (struct play){ .story = STORY_DRAW,
                          .ddi = DDI_SubmitCommand,
                          .function = (void *)(uintptr_t)refuse };
    stack_run(&play.stack, &config, refuse_and_crash, NULL);
    assert_int_equal(play.stack.outcome, STACK_CRASHED);
    assert_int_equal(play.stack.session.machine->bugcheck.code, 0x119);
    assert_int_equal(play.stack.session.machine->bugcheck.parameters[0], SCHEDULER_SUBMIT_FAILED);
    assert_non_null(
        strstr(play.stack.session.machine->bugcheck.text, "while more was collected: 0x"));
    stack_close(&play.stack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refusal_that_is_fatal_is_the_documented_bug_check),
        cmocka_unit_test(refusal_that_is_not_fatal_ends_in_recovery),
        cmocka_unit_test(thread_that_polls_for_ever_is_named),
        cmocka_unit_test(thread_that_waits_for_ever_is_named),
        cmocka_unit_test(thread_that_sleeps_for_ever_is_named),
        cmocka_unit_test(call_of_a_client_that_never_returns_is_named),
        cmocka_unit_test(nobody_is_stopped_when_timeouts_are_ignored),
        cmocka_unit_test(stuck_call_is_told_from_a_slow_one),
        cmocka_unit_test(wait_that_nobody_ends_is_named),
        cmocka_unit_test(interrupt_routine_that_never_returns_is_named),
        cmocka_unit_test(first_reason_to_stop_stays),
    };
    return cmocka_run_group_tests_name("scenario/driver_error", tests, NULL, NULL);
}
