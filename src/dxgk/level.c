/* SPDX-License-Identifier: MIT */
#include "dxgk/level.h"

#include "dxgk/adapter_private.h"
#include "machine/causality.h"
#include "machine/fiber.h"
#include "object/process.h"

void level_init(struct level_state *state)
{
    *state = (struct level_state){ 0 };
    wait_queue_init(&state->changed);
}

static void enter_exclusive(struct adapter *adapter, struct level_state *state, struct fiber *fiber)
{
    struct machine *machine = adapter->machine;

    state->waiting++;
    for (;;) {
        if (adapter->sched != NULL && !sched_is_own(adapter->sched, fiber)) {
            sched_wait_idle(adapter->sched);
        }
        if (state->inside == 0 && state->exclusive == NULL && !state->closed &&
            (adapter->sched == NULL || sched_is_idle(adapter->sched))) {
            break;
        }
        if (state->inside > 0 || state->exclusive != NULL || state->closed) {
            wait_queue_park(machine, &state->changed);
        }
    }
    state->waiting--;
    state->exclusive = fiber;
    causality_acquire(&state->exclusive);
    causality_acquire(&state->inside);
}

/* Whoever wants to be alone goes first, except before those that make the GPU idle: the scheduler
 * class, on any thread, and all that the scheduler's own threads ask. */
static bool stands_back(const struct adapter *adapter, const struct gate_call *call,
                        enum ddi_class class)
{
    return adapter->levels.waiting > 0 && class != DDI_CLASS_SCHEDULER &&
           (adapter->sched == NULL || !sched_is_own(adapter->sched, call->fiber));
}

/* What a thread of levels zero and one has to wait for now; NULL when nothing keeps it out. */
static struct wait_queue *obstacle(struct adapter *adapter, const struct gate_call *call,
                                   enum ddi_class class, struct process *process)
{
    struct level_state *state = &adapter->levels;

    if (state->exclusive != NULL || state->closed || stands_back(adapter, call, class) ||
        (class != DDI_CLASS_NONE && state->class_owner[class] != NULL)) {
        return &state->changed;
    }
    return process != NULL && process->inside_driver ? &process->out : NULL;
}

static void enter_shared(struct adapter *adapter, struct gate_call *call, enum ddi_class class)
{
    struct level_state *state = &adapter->levels;
    struct process *process = process_current(adapter->machine);
    struct wait_queue *queue;

    /* Every wait may change every condition, so all are looked at again after each. */
    while ((queue = obstacle(adapter, call, class, process)) != NULL) {
        wait_queue_park(adapter->machine, queue);
    }
    if (process != NULL) {
        process->inside_driver = true;
        call->process = process;
    }
    state->inside++;
    causality_acquire(&state->exclusive);
    if (class != DDI_CLASS_NONE) {
        state->class_owner[class] = call->fiber;
        causality_acquire(&state->class_owner[class]);
    }
}

void level_enter(struct adapter *adapter, struct gate_call *call, enum ddi_class class)
{
    if (call->outer_ddi != NULL || adapter->levels.exclusive == call->fiber ||
        (class != DDI_CLASS_NONE && adapter->levels.class_owner[class] == call->fiber)) {
        call->level = DDI_LEVEL_NONE; /* this thread is inside: its own level holds */
        return;
    }
    if (call->level >= DDI_LEVEL_TWO) {
        enter_exclusive(adapter, &adapter->levels, call->fiber);
    } else {
        enter_shared(adapter, call, class);
    }
}

void level_leave(struct adapter *adapter, struct gate_call *call, enum ddi_class class)
{
    struct level_state *state = &adapter->levels;
    struct machine *machine = adapter->machine;

    if (call->level == DDI_LEVEL_NONE) {
        return;
    }
    if (call->level >= DDI_LEVEL_TWO) {
        state->exclusive = NULL;
        causality_release(&state->exclusive);
    } else {
        causality_release(&state->inside);
        state->inside--;
        if (class != DDI_CLASS_NONE) {
            state->class_owner[class] = NULL;
            causality_release(&state->class_owner[class]);
        }
        if (call->process != NULL) {
            call->process->inside_driver = false;
            wait_queue_wake(machine, &call->process->out);
        }
    }
    wait_queue_wake(machine, &state->changed);
}

void level_wait_shared(struct adapter *adapter)
{
    struct level_state *state = &adapter->levels;

    WAIT_UNTIL(adapter->machine, &state->changed,
               state->exclusive == NULL || state->exclusive == adapter->machine->running ||
                   state->closed);
}

bool level_close(struct adapter *adapter, uint64_t deadline_ns)
{
    struct level_state *state = &adapter->levels;
    struct machine *machine = adapter->machine;
    struct wait_alarm alarm;

    state->closed = true;
    wait_alarm_set(machine, &alarm, &state->changed, deadline_ns);
    WAIT_UNTIL(machine, &state->changed,
               (state->inside == 0 && state->exclusive == NULL) || alarm.rung);
    wait_alarm_cancel(machine, &alarm);
    if (state->inside > 0 || state->exclusive != NULL) {
        return false;
    }
    state->exclusive = machine->running;
    causality_acquire(&state->exclusive);
    causality_acquire(&state->inside);
    return true;
}

void level_open(struct adapter *adapter)
{
    struct level_state *state = &adapter->levels;

    state->exclusive = NULL;
    state->closed = false;
    causality_release(&state->exclusive);
    wait_queue_wake(adapter->machine, &state->changed);
}
