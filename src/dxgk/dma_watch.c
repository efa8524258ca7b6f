/* SPDX-License-Identifier: MIT */
#include "dxgk/dma_watch.h"

#include "machine/heap.h"

#include <string.h>

/* What of an address is compared: hardware of 32 bits has no more of it. */
#define ADDRESS_BYTES 4u

void dma_watch_reserve(struct adapter *adapter, uint32_t size_bytes)
{
    struct dma_watch *watch = adapter->dma_watch;
    char *copy;

    if (watch == NULL) {
        watch = MACHINE_NEW(adapter->machine, struct dma_watch);
        adapter->dma_watch = watch;
    }
    if (size_bytes <= watch->capacity) {
        return;
    }
    copy = machine_heap_alloc(adapter->machine, size_bytes);
    if (watch->watched != NULL) {
        memcpy(copy, watch->copy, watch->bytes);
    }
    machine_heap_free(adapter->machine, watch->copy);
    watch->copy = copy;
    watch->capacity = size_bytes;
}

void dma_watch_fini(struct adapter *adapter)
{
    if (adapter->dma_watch != NULL) {
        machine_heap_free(adapter->machine, adapter->dma_watch->copy);
        machine_heap_free(adapter->machine, adapter->dma_watch);
        adapter->dma_watch = NULL;
    }
}

static void take_copy(struct dma_watch *watch)
{
    memcpy(watch->copy, watch->watched->cpu, watch->bytes);
}

bool dma_watch_begin(struct adapter *adapter, const struct command *command)
{
    struct dma_watch *watch = adapter->dma_watch;
    uint64_t turn = watch->patched++;

    if ((turn >= WATCHED_AT_FIRST && turn % WATCHED_LATER != 0) || watch->watched != NULL ||
        command->end <= command->start) {
        return false;
    }
    watch->watched = command->dma;
    watch->bytes = DXGH_MIN(command->dma->size_bytes, command->end + WATCHED_BEHIND);
    take_copy(watch);
    return true;
}

/* Returns: whether [start, end) is as in the copy; if not, the first byte that is not. */
static bool is_same(const struct dma_watch *watch, uint32_t start, uint32_t end, uint32_t *offset)
{
    const char *now = watch->watched->cpu;

    if (start >= end || memcmp(now + start, watch->copy + start, end - start) == 0) {
        return true;
    }
    *offset = start;
    while (now[*offset] == watch->copy[*offset]) {
        (*offset)++;
    }
    return false;
}

/* What changed in [start, end) was allowed to. */
static void accept(struct dma_watch *watch, uint32_t start, uint32_t end)
{
    if (start < end) {
        memcpy(watch->copy + start, (const char *)watch->watched->cpu + start, end - start);
    }
}

static void report(struct adapter *adapter, enum rule rule, const char *ddi, const char *when,
                   const struct command *command, uint32_t offset)
{
    verify_report(adapter->machine, rule, ddi,
                  "Byte %u of a DMA buffer of %u bytes was changed %s; bytes %u to %u were "
                  "submitted.",
                  offset, command->dma->size_bytes, when, command->start, command->end);
}

/* Returns: whether what is outside of the submitted bytes is as it was. */
static bool outside_is_same(const struct dma_watch *watch, const struct command *command,
                            uint32_t *offset)
{
    return is_same(watch, 0, command->start, offset) &&
           is_same(watch, command->end, watch->bytes, offset);
}

static bool is_place(const struct command *command, const D3DDDI_PATCHLOCATIONLIST *patch)
{
    return command->allocations[patch->AllocationIndex].hDeviceSpecificAllocation != NULL &&
           patch->PatchOffset >= command->start &&
           (uint64_t)patch->PatchOffset + ADDRESS_BYTES <= command->end;
}

/* The first address that was known when the buffer was translated and has been written now. */
static void check_initial_patch(struct adapter *adapter, const struct command *command)
{
    uint32_t offset;

    for (uint32_t i = command->first_patch; i < command->patch_end; i++) {
        const D3DDDI_PATCHLOCATIONLIST *patch = &command->patches[i];

        if (is_place(command, patch) && command->told[patch->AllocationIndex] &&
            !is_same(adapter->dma_watch, patch->PatchOffset, patch->PatchOffset + ADDRESS_BYTES,
                     &offset)) {
            verify_report(
                adapter->machine, command->initial_patch, command->translation,
                "DxgkDdiPatch had to write patch location %u at byte %u although its allocation is "
                "where the allocation list of %s said it is, in segment %u. Write the address "
                "there and then: Patch may never be called.",
                i, patch->PatchOffset, command->translation,
                command->allocations[patch->AllocationIndex].SegmentId);
            return;
        }
    }
}

static void accept_addresses(struct dma_watch *watch, const struct command *command)
{
    for (uint32_t i = command->first_patch; i < command->patch_end; i++) {
        const D3DDDI_PATCHLOCATIONLIST *patch = &command->patches[i];

        if (is_place(command, patch)) {
            uint32_t at = patch->PatchOffset;
            uint32_t room = DXGH_MIN(at - command->start, PATCHED_BESIDE);

            accept(watch, at - room,
                   at + DXGH_MIN(command->end - at, ADDRESS_BYTES + PATCHED_BESIDE));
        }
    }
    accept(watch, command->end - DXGH_MIN(command->end - command->start, PATCHED_BESIDE),
           command->end);
}

void dma_watch_patched(struct adapter *adapter, const struct command *command)
{
    struct dma_watch *watch = adapter->dma_watch;
    uint32_t offset = 0;

    check_initial_patch(adapter, command);
    accept_addresses(watch, command);
    if (!outside_is_same(watch, command, &offset)) {
        report(adapter, RULE_PATCH_03, "DxgkDdiPatch",
               "in DxgkDdiPatch, outside of what it was given", command, offset);
    }
    if (!is_same(watch, command->start, command->end, &offset)) {
        report(adapter, RULE_PATCH_02, "DxgkDdiPatch",
               "in DxgkDdiPatch, where the patch list names no address", command, offset);
    }
    take_copy(watch);
}

void dma_watch_repatched(struct adapter *adapter, const struct command *command)
{
    struct dma_watch *watch = adapter->dma_watch;
    uint32_t offset = 0;

    if (!is_same(watch, 0, watch->bytes, &offset)) {
        report(adapter, RULE_PATCH_06, "DxgkDdiPatch",
               "by a second DxgkDdiPatch with the arguments of the first", command, offset);
        take_copy(watch);
    }
}

void dma_watch_submitting(struct adapter *adapter, const struct command *command)
{
    struct dma_watch *watch = adapter->dma_watch;
    uint32_t offset = 0;

    if (!is_same(watch, 0, watch->bytes, &offset)) {
        report(adapter, RULE_PATCH_16, "DxgkDdiPatch",
               "after DxgkDdiPatch had returned, the last chance to", command, offset);
        take_copy(watch);
    }
}

void dma_watch_submitted(struct adapter *adapter, const struct command *command)
{
    struct dma_watch *watch = adapter->dma_watch;
    uint32_t offset = 0;
    bool same = outside_is_same(watch, command, &offset);

    for (uint32_t i = command->first_patch; i < command->patch_end && same; i++) {
        const D3DDDI_PATCHLOCATIONLIST *patch = &command->patches[i];

        same = !is_place(command, patch) ||
               is_same(watch, patch->PatchOffset, patch->PatchOffset + ADDRESS_BYTES, &offset);
    }
    if (!same) {
        report(adapter, RULE_PATCH_16, "DxgkDdiSubmitCommand",
               "by DxgkDdiSubmitCommand, which may write the fence command only", command, offset);
    }
    watch->watched = NULL;
}
