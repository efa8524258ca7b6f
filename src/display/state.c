/* SPDX-License-Identifier: MIT */
#include "display/state.h"

#include "display/handle.h"
#include "machine/heap.h"
#include "machine/schedule.h"

struct display_state *display_state_get(struct machine *machine)
{
    struct display_state *state = machine->layers[MACHINE_LAYER_DISPLAY];

    if (state == NULL) {
        state = MACHINE_NEW(machine, struct display_state);
        state->machine = machine;
        list_init(&state->displays);
        list_init(&state->loans);
        machine->layers[MACHINE_LAYER_DISPLAY] = state;
    }
    return state;
}

void display_state_put(struct display_state *state)
{
    if (state == NULL || !list_is_empty(&state->displays)) {
        return;
    }
    DXGH_ASSERT(list_is_empty(&state->loans));
    state->machine->layers[MACHINE_LAYER_DISPLAY] = NULL;
    display_handle_table_free(state);
    machine_heap_free(state->machine, state);
}

struct display_state *display_enter(const char *function)
{
    struct machine *machine = machine_current();

    if (machine == NULL) {
        return NULL;
    }
    if (schedule_irql(machine) > IRQL_PASSIVE) {
        verify_report(machine, RULE_VIDPN_13, function,
                      "%s was called at IRQL %u; call it at PASSIVE_LEVEL", function,
                      schedule_irql(machine));
    }
    machine_point(machine);
    return machine->layers[MACHINE_LAYER_DISPLAY];
}
