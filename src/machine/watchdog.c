/* SPDX-License-Identifier: MIT */
#include "machine/watchdog.h"

#include "machine/fiber.h"

#define BUGCHECK_SYNTHETIC_WATCHDOG_TIMEOUT 0x1CAu
#define BUGCHECK_DPC_WATCHDOG_VIOLATION 0x133u

void watchdog_progress(struct machine *machine, uint64_t time_ns)
{
    machine->last_progress_ns = DXGH_MAX(machine->last_progress_ns, time_ns);
    machine->spin_ns = 0;
}

bool watchdog_is_due(const struct machine *machine, uint64_t time_ns)
{
    return time_ns > machine->last_progress_ns && time_ns - machine->last_progress_ns > WATCHDOG_NS;
}

/* Waiting is progress for a machine, but not for a call of the driver that never comes back. */
void watchdog_look(struct machine *machine)
{
    uint64_t now_ns = machine->clock.now_ns;

    machine->next_look_ns = now_ns + WATCHDOG_NS / 10;
    LIST_FOR_EACH(link, &machine->fibers) {
        const struct fiber *fiber = LIST_ENTRY_OF(link, struct fiber, machine_link);

        if (fiber->ddi != NULL && !fiber->is_interrupt &&
            now_ns - fiber->ddi_since_ns > WATCHDOG_NS) {
            uint64_t parameters[4] = { now_ns, 0, 0, 0 };

            machine_bugcheck(machine, BUGCHECK_SYNTHETIC_WATCHDOG_TIMEOUT, parameters,
                             "%s (%s) has not returned for ten minutes of virtual time. Wait for "
                             "hardware and for other threads with a limit.",
                             fiber->ddi, fiber->name);
        }
    }
}

/* A thread that waits inside the driver, which is the likeliest to be at fault. NULL: there is
 * none. */
static const struct fiber *find_in_ddi(const struct machine *machine)
{
    LIST_FOR_EACH(link, &machine->fibers) {
        const struct fiber *fiber = LIST_ENTRY_OF(link, struct fiber, machine_link);

        if (fiber->ddi != NULL && !fiber->is_interrupt) {
            return fiber;
        }
    }
    return NULL;
}

void watchdog_all_wait(struct machine *machine)
{
    uint64_t parameters[4] = { machine->clock.now_ns, 0, 0, 0 };
    const struct fiber *inside = find_in_ddi(machine);

    machine_bugcheck(
        machine, BUGCHECK_SYNTHETIC_WATCHDOG_TIMEOUT, parameters,
        "Every thread waits and nothing is left that could wake one: the machine would "
        "hang for ever. %s%s%s%sLook at the last trace events for who waits for what.",
        inside != NULL ? inside->ddi : "", inside != NULL ? " (" : "",
        inside != NULL ? inside->name : "", inside != NULL ? ") has not returned. " : "");
}

void watchdog_spins(struct machine *machine)
{
    uint64_t parameters[4] = { machine->clock.now_ns, machine->active->irql, 0, 0 };

    machine_bugcheck(machine, BUGCHECK_SYNTHETIC_WATCHDOG_TIMEOUT, parameters,
                     "Processor %u spins at IRQL %u in %s, and nothing can run that would end the "
                     "spin: a deadlock. Look for a lock taken twice, or taken at different IRQLs.",
                     machine->active->index, machine->active->irql, machine->running->name);
}

void watchdog_polls(struct machine *machine)
{
    uint64_t hang[4] = { machine->clock.now_ns, machine->active->irql, 0, 0 };
    uint64_t too_long[4] = { 1, WATCHDOG_NS, 0, 0 };
    bool is_high = machine->active->irql >= IRQL_DISPATCH;
    const char *ddi = machine->running->ddi;

    machine_bugcheck(
        machine, is_high ? BUGCHECK_DPC_WATCHDOG_VIOLATION : BUGCHECK_SYNTHETIC_WATCHDOG_TIMEOUT,
        is_high ? too_long : hang,
        "No thread has reached a wait for ten minutes of virtual time. Processor %u runs %s (%s) "
        "at IRQL %u: look for a loop that polls and has no limit.",
        machine->active->index, ddi != NULL ? ddi : "no DDI", machine->running->name,
        machine->active->irql);
}

void watchdog_storms(struct machine *machine, const struct interrupt_line *line)
{
    uint64_t parameters[4] = { line->id, line->serviced, 0, 0 };

    machine_bugcheck(machine, BUGCHECK_SYNTHETIC_WATCHDOG_TIMEOUT, parameters,
                     "Interrupt line %u stayed asserted through %u calls of its service routine in "
                     "a row. The routine must make the device release the line.",
                     line->id, INTERRUPT_STORM_LIMIT);
}
