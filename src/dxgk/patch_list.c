/* SPDX-License-Identifier: MIT */
#include "dxgk/patch_list.h"

#include <string.h>

/* Larger slot ids are legal, but too many to follow. Choice. */
#define SLOTS_FOLLOWED (1u << 16)

struct walk {
    struct submission *submission;
    const struct translator *translator;
    struct machine *machine;
    uint32_t slot_limit; /* SlotIds are below it */
    uint32_t bound;      /* slots that hold an allocation */
    uint32_t renewed;    /* of these, bound or unbound again at this split point */
};

static struct adapter *adapter_of(const struct submission *submission)
{
    return submission->context->device->adapter;
}

static const D3DDDI_PATCHLOCATIONLIST *element(const struct walk *walk, uint32_t i)
{
    return &walk->submission->patches[i];
}

static const struct allocation *allocation_of(const struct walk *walk, uint32_t i)
{
    return walk->submission->references[element(walk, i)->AllocationIndex];
}

/* A driver that remembers where an allocation was, instead of looking at its list. What it wrote is
 * replaced by Patch, so the buffer can be used. Rule RENDERKM-17. */
static void check_invented(const struct walk *walk, uint32_t i)
{
    const struct submission *submission = walk->submission;
    const D3DDDI_PATCHLOCATIONLIST *patch = element(walk, i);
    uint64_t left = submission->uses[patch->AllocationIndex].allocation->left_address;
    uint64_t written;

    if (left == 0 || submission->used_bytes - patch->PatchOffset < sizeof(written)) {
        return;
    }
    memcpy(&written, (const char *)submission->dma.cpu + patch->PatchOffset, sizeof(written));
    if (written == left + patch->AllocationOffset) {
        verify_report(walk->machine, walk->translator->invented, walk->translator->name,
                      "Patch location %u at byte %u holds 0x%llx, where its allocation was before "
                      "it was paged out; its SegmentId is 0 now. Leave such an address to Patch.",
                      i, patch->PatchOffset, (unsigned long long)written);
    }
}

/* What an element says of itself. An unbinding has no place in the buffer. */
static bool check_place(const struct walk *walk, uint32_t i)
{
    const D3DDDI_PATCHLOCATIONLIST *patch = element(walk, i);
    const char *name = walk->translator->name;
    const struct allocation *allocation;

    if (patch->AllocationIndex >= walk->submission->allocation_count) {
        verify_report(
            walk->machine, walk->translator->patch_index, name,
            "Patch location %u has AllocationIndex %u; the allocation list has %u elements.", i,
            patch->AllocationIndex, walk->submission->allocation_count);
        return false;
    }
    allocation = allocation_of(walk, i);
    if (allocation == NULL) {
        return true;
    }
    if (patch->PatchOffset >= walk->submission->used_bytes) {
        verify_report(walk->machine, RULE_RENDERKM_21, name,
                      "Patch location %u has PatchOffset %u, beyond the %u bytes this pass wrote.",
                      i, patch->PatchOffset, walk->submission->used_bytes);
        return false;
    }
    if (patch->AllocationOffset >= allocation->placement.request.size_bytes) {
        verify_report(walk->machine, RULE_SPLIT_15, name,
                      "Patch location %u has AllocationOffset %u; the allocation has %llu bytes.",
                      i, patch->AllocationOffset,
                      (unsigned long long)allocation->placement.request.size_bytes);
        return false;
    }
    if (!walk->submission->told[patch->AllocationIndex]) {
        check_invented(walk, i);
    }
    return true;
}

static bool check_slot(const struct walk *walk, uint32_t i)
{
    const D3DDDI_PATCHLOCATIONLIST *patch = element(walk, i);

    if (patch->Reserved != 0) {
        verify_report(walk->machine, RULE_SPLIT_14, walk->translator->name,
                      "Patch location %u has 0x%02X in the reserved bits beside SlotId.", i,
                      patch->Reserved);
        return false;
    }
    if (patch->SlotId >= walk->slot_limit) {
        verify_report(walk->machine, RULE_SPLIT_04, walk->translator->name,
                      "Patch location %u has SlotId %u; MaxAllocationListSlotId is %u.", i,
                      patch->SlotId, walk->slot_limit);
        return false;
    }
    return true;
}

static bool check_split(const struct walk *walk, uint32_t i)
{
    const D3DDDI_PATCHLOCATIONLIST *patch = element(walk, i);
    const char *name = walk->translator->name;

    if (i > 0 && patch->SplitOffset < element(walk, i - 1)->SplitOffset) {
        verify_report(walk->machine, RULE_SPLIT_02, name,
                      "Patch location %u has SplitOffset %u, below that of the one before, %u.", i,
                      patch->SplitOffset, element(walk, i - 1)->SplitOffset);
        return false;
    }
    if (patch->SplitOffset > walk->submission->used_bytes ||
        (allocation_of(walk, i) != NULL && patch->SplitOffset > patch->PatchOffset)) {
        verify_report(walk->machine, RULE_SPLIT_03, name,
                      "Patch location %u has SplitOffset %u and PatchOffset %u in a buffer of %u "
                      "bytes: what is patched would run before its split point.",
                      i, patch->SplitOffset, patch->PatchOffset, walk->submission->used_bytes);
        return false;
    }
    return true;
}

/* Everything bound before a split point has to be bound again there, or unbound: else the part
 * behind it would use what nobody keeps. Source: ns-d3dkmddi-_dxgk_vidschcaps.md (NoDmaPatching) */
static bool check_leak(const struct walk *walk, uint32_t split_offset)
{
    if (walk->bound == walk->renewed) {
        return true;
    }
    verify_report(walk->machine, RULE_SPLIT_11, walk->translator->name,
                  "At the split point %u, %u of the %u slots that hold an allocation are neither "
                  "bound again nor unbound. Give each a patch location there.",
                  split_offset, walk->bound - walk->renewed, walk->bound);
    return false;
}

/* context->slots[s]: 0 while unbound, else 1 + the number of the group it was bound in. */
static void follow(struct walk *walk, uint32_t i, uint32_t group)
{
    uint32_t *slot = &walk->submission->context->slots[element(walk, i)->SlotId];
    bool was_bound = *slot != 0;
    bool is_bound = allocation_of(walk, i) != NULL;

    walk->renewed += was_bound && *slot != group;
    walk->renewed -= was_bound && !is_bound; /* gone from both sums */
    walk->renewed += !was_bound && is_bound;
    walk->bound += is_bound;
    walk->bound -= was_bound;
    *slot = is_bound ? group : 0;
}

static bool check_bindings(struct walk *walk)
{
    const struct submission *submission = walk->submission;
    uint32_t i = 0;

    while (i < submission->patch_count) {
        uint32_t split_offset = element(walk, i)->SplitOffset;
        uint32_t group = i + 1;

        walk->renewed = 0;
        while (i < submission->patch_count && element(walk, i)->SplitOffset == split_offset) {
            follow(walk, i++, group);
        }
        if (!check_leak(walk, split_offset)) {
            return false;
        }
    }
    return true;
}

static void forget_bindings(const struct walk *walk)
{
    for (uint32_t i = 0; i < walk->submission->patch_count; i++) {
        if (element(walk, i)->SlotId < walk->submission->context->slot_count) {
            walk->submission->context->slots[element(walk, i)->SlotId] = 0;
        }
    }
}

/* Choice: a driver that names no slots has the one that an element left at zero names. */
static uint32_t slot_limit(const struct adapter *adapter)
{
    return DXGH_MAX((uint32_t)adapter->caps.MaxAllocationListSlotId, 1u);
}

bool patch_list_check(struct submission *submission, const struct translator *translator)
{
    const struct adapter *adapter = adapter_of(submission);
    struct walk walk = { .submission = submission,
                         .translator = translator,
                         .machine = adapter->machine,
                         .slot_limit = slot_limit(adapter) };
    bool good = true;

    for (uint32_t i = 0; i < submission->patch_count && good; i++) {
        good = check_place(&walk, i) && check_slot(&walk, i) && check_split(&walk, i);
    }
    if (good && !adapter->caps.SchedulingCaps.NoDmaPatching &&
        walk.slot_limit <= submission->context->slot_count) {
        good = check_bindings(&walk);
        forget_bindings(&walk);
    }
    return good;
}

uint32_t patch_list_slots(const struct adapter *adapter)
{
    uint32_t count = slot_limit(adapter);

    if (count <= SLOTS_FOLLOWED || adapter->caps.SchedulingCaps.NoDmaPatching) {
        return DXGH_MIN(count, SLOTS_FOLLOWED);
    }
    verify_unimplemented(
        adapter->machine,
        "leak detection over the %u slots of MaxAllocationListSlotId; up to %u are "
        "followed",
        count, SLOTS_FOLLOWED);
    return 0;
}
