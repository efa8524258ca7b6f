/* SPDX-License-Identifier: MIT */
#include "dxgk/statistics.h"

#include "dxgk/adapter_private.h"
#include "dxgk/display_private.h"
#include "object/sync.h"

#include <string.h>

#define ALL_SOURCES UINT32_MAX
#define VSYNC_PATIENCE_NS DXGH_NS_PER_S

void dxgk_statistics(struct machine *machine, struct ddi_statistics *statistics)
{
    memcpy(statistics, dxgk_of(machine)->statistics, sizeof(dxgk_of(machine)->statistics));
}

static const struct display_source *find_source(const struct adapter *adapter, uint32_t source_id)
{
    const struct display_path *path = adapter->display;

    return path == NULL || source_id >= path->display->config.source_count
               ? NULL
               : &path->display->sources[source_id];
}

/* How many blanks were reported, of one source or of all. */
static uint64_t count_blanks(const struct adapter *adapter, uint32_t source_id)
{
    const struct display_source *source = find_source(adapter, source_id);

    if (source_id == ALL_SOURCES) {
        return adapter->interrupt.vsync_count;
    }
    return source == NULL ? 0 : source->vsyncs;
}

bool dxgk_last_blank(const struct adapter *adapter, uint32_t source_id, uint64_t *count,
                     uint64_t *time_ns)
{
    const struct display_source *source = find_source(adapter, source_id);

    if (source == NULL || !source->committed) {
        return false;
    }
    *count = source->vsyncs;
    *time_ns = source->vsync_time_ns;
    return true;
}

/* A mode that is set meanwhile begins a new count, and ends the wait as well. */
static bool wait_one(struct adapter *adapter, uint32_t source_id, bool (*ready)(void *argument),
                     void *argument)
{
    struct machine *machine = adapter->machine;
    struct wait_queue *changed = sync_changed(machine);
    uint64_t before = count_blanks(adapter, source_id);
    struct wait_alarm alarm;

    wait_alarm_set(machine, &alarm, changed, machine->clock.now_ns + VSYNC_PATIENCE_NS);
    WAIT_UNTIL(machine, changed,
               count_blanks(adapter, source_id) != before || alarm.rung ||
                   (ready != NULL && ready(argument)));
    wait_alarm_cancel(machine, &alarm);
    if (alarm.rung && count_blanks(adapter, source_id) == before) {
        adapter_display_vsync_lost(adapter, VSYNC_PATIENCE_NS / DXGH_NS_PER_MS);
    }
    return !alarm.rung || count_blanks(adapter, source_id) != before;
}

bool dxgk_wait_vsync(struct adapter *adapter, uint32_t count)
{
    while (count > 0 && wait_one(adapter, ALL_SOURCES, NULL, NULL)) {
        count--;
    }
    return count == 0;
}

bool dxgk_wait_blank(struct adapter *adapter, uint32_t source_id, bool (*ready)(void *argument),
                     void *argument)
{
    return wait_one(adapter, source_id, ready, argument);
}
