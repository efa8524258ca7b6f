/* SPDX-License-Identifier: MIT */
#include "dxgk/statistics.h"

#include "dxgk/adapter_private.h"
#include "machine/schedule.h"

#include <string.h>

#define VSYNC_POLL_NS DXGH_NS_PER_MS
#define VSYNC_PATIENCE_NS DXGH_NS_PER_S

void dxgk_statistics(struct machine *machine, struct ddi_statistics *statistics)
{
    memcpy(statistics, dxgk_of(machine)->statistics, sizeof(dxgk_of(machine)->statistics));
}

/* @ready: NULL: nothing else ends the wait */
static bool wait_vsyncs(struct adapter *adapter, uint32_t count, bool (*ready)(void *argument),
                        void *argument)
{
    struct machine *machine = adapter->machine;
    uint64_t target = adapter->interrupt.vsync_count + count;
    uint64_t give_up_ns = machine->clock.now_ns + VSYNC_PATIENCE_NS;

    while (adapter->interrupt.vsync_count < target && (ready == NULL || !ready(argument))) {
        if (machine->clock.now_ns >= give_up_ns) {
            return false;
        }
        schedule_sleep_until(machine, machine->clock.now_ns + VSYNC_POLL_NS);
    }
    return true;
}

bool dxgk_wait_vsync(struct adapter *adapter, uint32_t count)
{
    return wait_vsyncs(adapter, count, NULL, NULL);
}

bool dxgk_wait_vsync_or(struct adapter *adapter, bool (*ready)(void *argument), void *argument)
{
    return wait_vsyncs(adapter, 1, ready, argument);
}
