/* SPDX-License-Identifier: MIT */
/* What a driver leaves behind: counted, reported, and made harmless. */
#include "nt/call.h"
#include "nt/dpc.h"
#include "nt/lists.h"
#include "nt/memory_manager.h"
#include "nt/nt.h"
#include "nt/object.h"
#include "nt/pool.h"
#include "nt/thread.h"
#include "nt/timer.h"
#include "nt/work_item.h"
#include "verify/verify.h"

static void count_block(const struct nt_pool_info *info, void *context)
{
    struct nt_leaks *leaks = context;
    uint32_t i = 0;

    if (!info->driver) {
        return;
    }
    if (info->use == NT_POOL_MDL) {
        leaks->mdls++;
        return;
    }
    leaks->pool_blocks++;
    leaks->pool_bytes += info->bytes;
    while (i < leaks->pool_tags && leaks->pool[i].tag != info->tag) {
        i++;
    }
    if (i == leaks->pool_tags) {
        if (i == NT_LEAK_TAGS_MAX) {
            return;
        }
        leaks->pool_tags++;
        leaks->pool[i].tag = info->tag;
        leaks->pool[i].pc = info->pc;
    }
    leaks->pool[i].blocks++;
    leaks->pool[i].bytes += info->bytes;
}

static int by_bytes(const void *first, const void *second)
{
    const struct nt_leaks *shape = NULL;
    const __typeof__(shape->pool[0]) *a = first;
    const __typeof__(shape->pool[0]) *b = second;

    return a->bytes < b->bytes ? 1 : a->bytes > b->bytes ? -1 : a->tag < b->tag ? -1 : 1;
}

static uint32_t driver_threads(const struct machine *machine)
{
    uint32_t count = 0;

    LIST_FOR_EACH(link, &nt_of(machine)->threads) {
        count += LIST_ENTRY_OF(link, struct nt_thread, link)->driver;
    }
    return count;
}

void nt_leaks(struct machine *machine, struct nt_leaks *leaks)
{
    struct nt *nt = nt_of(machine);

    memset(leaks, 0, sizeof(*leaks));
    nt_pool_each(machine, count_block, leaks);
    qsort(leaks->pool, leaks->pool_tags, sizeof(leaks->pool[0]), by_bytes);
    leaks->threads = driver_threads(machine);
    leaks->timers = nt_timers_of_driver(machine);
    leaks->dpcs = nt_dpcs_of_driver(machine);
    leaks->work_items = nt_work_items_of_driver(machine);
    leaks->work_items_queued = nt_work_items_queued_by_driver(machine);
    leaks->contiguous = nt_contiguous_of_driver(machine);
    leaks->mappings = nt_mappings_of_driver(machine);
    leaks->handles = nt_handles_of_driver(machine);
    leaks->references = nt_references_of_driver(machine);
    leaks->lists = nt_listed_of_driver(&nt->lookasides) + nt_listed_of_driver(&nt->resources);
    leaks->total = leaks->pool_blocks + leaks->threads + leaks->timers + leaks->dpcs +
                   leaks->work_items + leaks->work_items_queued + leaks->mdls + leaks->contiguous +
                   leaks->mappings + leaks->handles + leaks->references + leaks->lists;
}

static void report_pool(struct machine *machine, const struct nt_leaks *leaks)
{
    for (uint32_t i = 0; i < leaks->pool_tags; i++) {
        char tag[5];
        char where[192];

        nt_tag_text(leaks->pool[i].tag, tag);
        verify_symbolize(machine, leaks->pool[i].pc, where, sizeof(where));
        verify_report(machine, RULE_NT_LEAK_01, "DriverUnload",
                      "%u pool block(s), %llu bytes, with tag '%s' are not freed; the first was "
                      "allocated by %s",
                      leaks->pool[i].blocks, (unsigned long long)leaks->pool[i].bytes, tag, where);
    }
}

static void report_handles(struct machine *machine, const struct nt_leaks *leaks)
{
    char where[192];

    if (leaks->handles > 0) {
        verify_symbolize(machine, nt_handle_opener(machine), where, sizeof(where));
        verify_report(machine, RULE_NT_LEAK_09, "DriverUnload",
                      "%u handle(s) are not closed when the driver is unloaded; the first was "
                      "opened by %s",
                      leaks->handles, where);
    }
}

void nt_leaks_report(struct machine *machine, const struct nt_leaks *leaks)
{
    const struct {
        uint32_t count;
        enum rule rule;
        const char *words;
    } kinds[] = {
        { leaks->threads, RULE_NT_LEAK_02, "system thread(s) still run" },
        { leaks->timers, RULE_NT_LEAK_03, "timer(s) are still armed" },
        { leaks->dpcs, RULE_NT_LEAK_04, "DPC(s) are still queued" },
        { leaks->work_items, RULE_NT_LEAK_05, "work item(s) are not freed" },
        { leaks->work_items_queued, RULE_NT_LEAK_05, "work item(s) have not run yet" },
        { leaks->mdls, RULE_NT_LEAK_06, "MDL(s) are not freed" },
        { leaks->contiguous, RULE_NT_LEAK_07, "block(s) of contiguous memory are not freed" },
        { leaks->mappings, RULE_NT_LEAK_08, "mapping(s) of device or locked memory are left" },
        { leaks->references, RULE_NT_LEAK_10, "object reference(s) are not dropped" },
        { leaks->lists, RULE_NT_LEAK_11, "lookaside list(s) or resource(s) are not deleted" },
    };

    report_pool(machine, leaks);
    report_handles(machine, leaks);
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(kinds); i++) {
        if (kinds[i].count > 0) {
            verify_report(machine, kinds[i].rule, "DriverUnload",
                          "%u %s when the driver is unloaded", kinds[i].count, kinds[i].words);
        }
    }
}

/* A thread of an unloaded driver: its fiber is never made ready again. */
static void bury_threads(struct machine *machine)
{
    LIST_FOR_EACH_SAFE(link, &nt_of(machine)->threads) {
        struct nt_thread *thread = LIST_ENTRY_OF(link, struct nt_thread, link);

        if (!thread->driver) {
            continue;
        }
        (void)clock_event_cancel(&machine->clock, &thread->wait_timeout);
        for (ULONG i = 0; thread->waiting && i < thread->wait_count; i++) {
            RemoveEntryList(&thread->wait_blocks[i].WaitListEntry);
        }
        thread->waiting = false;
        schedule_abandon(machine, thread->fiber);
        thread->driver = false;
        thread->fiber = NULL;
        list_remove(&thread->link);
    }
}

void nt_leaks_discard(struct machine *machine)
{
    nt_timers_cancel_driver(machine);
    nt_dpcs_remove_driver(machine);
    nt_work_items_drop_driver(machine);
    bury_threads(machine);
    nt_handles_close_driver(machine);
    nt_references_drop_driver(machine);
    nt_mappings_drop_driver(machine);
    nt_contiguous_free_driver(machine);
    nt_listed_drop_driver(machine, &nt_of(machine)->lookasides);
    nt_listed_drop_driver(machine, &nt_of(machine)->resources);
    nt_pool_free_driver(machine);
}
