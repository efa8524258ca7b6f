/* SPDX-License-Identifier: MIT */
/*
 * Work items: routines that system worker threads run at PASSIVE_LEVEL.
 * Source: wdm IoQueueWorkItem, ExQueueWorkItem. Tests: tests/unit/nt_work_item_test.c
 */
#ifndef NT_WORK_ITEM_H
#define NT_WORK_ITEM_H

#include "machine/machine.h"
#include "nt/wdk.h"

void nt_work_items_init(struct machine *machine);

/* Work items of the driver: allocated and not freed, and queued and not run. */
uint32_t nt_work_items_of_driver(const struct machine *machine);
uint32_t nt_work_items_queued_by_driver(const struct machine *machine);
/** nt_work_items_drop_driver - dequeue and free what an unloaded driver left */
void nt_work_items_drop_driver(struct machine *machine);
/** nt_work_item_in_range - a queued WORK_QUEUE_ITEM inside this memory, or NULL */
const void *nt_work_item_in_range(const struct machine *machine, const void *start, size_t bytes);

/** nt_work_items_forget - dequeue the items inside memory that goes away */
void nt_work_items_forget(struct machine *machine, const void *start, size_t bytes);

#endif /* NT_WORK_ITEM_H */
