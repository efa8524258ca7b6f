/* SPDX-License-Identifier: MIT */
#include "machine/host_watchdog.h"

#include "machine/fault.h"
#include "machine/fiber.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define BUGCHECK_THREAD_STUCK_IN_DEVICE_DRIVER 0xEAu
#define BUGCHECK_DPC_WATCHDOG_VIOLATION 0x133u
#define SIGNAL SIGXCPU

/* Of this host thread's machine. Written while the signal cannot come, or by its handler. */
static _Thread_local timer_t timer;
static _Thread_local bool running;
static _Thread_local uint64_t seen_now_ns;
static _Thread_local uint64_t seen_events;
static _Thread_local uint32_t still_seconds;

static void stop_machine(struct machine *machine, void *context)
{
    sigset_t mask;

    /* The handler is left by a jump: the signal must come again for the next machine. */
    (void)sigemptyset(&mask);
    (void)sigaddset(&mask, SIGNAL);
    (void)pthread_sigmask(SIG_UNBLOCK, &mask, NULL);
    fault_note(context);
    if (machine->active->irql >= IRQL_DISPATCH) {
        uint64_t parameters[4] = { 1, HOST_WATCHDOG_SECONDS, 0, 0 };

        machine_bugcheck(
            machine, BUGCHECK_DPC_WATCHDOG_VIOLATION, parameters,
            "%s loops at IRQL %u and calls nothing: %u seconds of processor time went by in "
            "it. Bound the loop.",
            machine->running->ddi != NULL ? machine->running->ddi : "The driver",
            machine->active->irql, HOST_WATCHDOG_SECONDS);
    }

    uint64_t parameters[4] = { 0, 0, 0, HOST_WATCHDOG_SECONDS };

    machine_bugcheck(
        machine, BUGCHECK_THREAD_STUCK_IN_DEVICE_DRIVER, parameters,
        "%s loops and calls nothing: %u seconds of processor time went by in it. Bound the "
        "loop, and call KeStallExecutionProcessor or KeDelayExecutionThread in it.",
        machine->running->ddi != NULL ? machine->running->ddi : "The driver",
        HOST_WATCHDOG_SECONDS);
}

static void on_tick(int number, siginfo_t *info, void *context)
{
    struct machine *machine = machine_self;

    (void)number;
    (void)info;
    if (machine == NULL || !running || machine->crashed) {
        return;
    }
    if (machine->clock.now_ns != seen_now_ns || machine->decision.made != seen_events ||
        !machine->running->in_driver) {
        seen_now_ns = machine->clock.now_ns;
        seen_events = machine->decision.made;
        still_seconds = 0;
        return;
    }
    if (++still_seconds >= HOST_WATCHDOG_SECONDS && machine->crash_point_valid) {
        still_seconds = 0;
        stop_machine(machine, context);
    }
}

void host_watchdog_start(struct machine *machine)
{
    struct sigaction action = { .sa_sigaction = on_tick,
                                .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART };
    struct sigevent event = { .sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGNAL };
    struct itimerspec period = { .it_interval.tv_sec = 1, .it_value.tv_sec = 1 };

    if (running) {
        return;
    }
    (void)sigemptyset(&action.sa_mask);
    event._sigev_un._tid = gettid();
    seen_now_ns = machine->clock.now_ns;
    still_seconds = 0;
    if (sigaction(SIGNAL, &action, NULL) != 0 ||
        timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &timer) != 0) {
        return;
    }
    running = true;
    (void)timer_settime(timer, 0, &period, NULL);
}

void host_watchdog_stop(struct machine *machine)
{
    (void)machine;
    if (!running) {
        return;
    }
    (void)timer_delete(timer);
    running = false;
}
