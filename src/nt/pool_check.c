/* SPDX-License-Identifier: MIT */
/* Is every block as it should be: red zones, patterns, poison. */
#include "nt/call.h"
#include "nt/pool_private.h"
#include "nt/sanitize.h"
#include "verify/verify.h"

static size_t first_wrong(const char *start, size_t bytes, uint8_t pattern)
{
    size_t i = 0;
    uint64_t wide;
    uint64_t expected = pattern * UINT64_C(0x0101010101010101);

    for (; i + 8 <= bytes; i += 8) {
        memcpy(&wide, start + i, 8);
        if (wide != expected) {
            break;
        }
    }
    while (i < bytes && (uint8_t)start[i] == pattern) {
        i++;
    }
    return i;
}

static void report_block(struct machine *machine, enum rule rule, const char *function,
                         const struct pool_page *page, uint32_t index, const char *what,
                         long offset)
{
    const struct slot *slot = &page->slots[index];
    char tag[5];
    char where[192];

    nt_tag_text(slot->tag, tag);
    verify_symbolize(machine, slot->pc, where, sizeof(where));
    verify_report(machine, rule, function,
                  "%s: %s, at offset %ld of the pool block of %zu bytes with tag '%s' that %s "
                  "allocated",
                  function, what, offset, pool_slot_bytes(page, index), tag, where);
}

/* Compares what surrounds a live block and mends it, so that it is reported once. */
void pool_check_live(struct machine *machine, const struct pool_page *page, uint32_t index,
                     const char *function)
{
    char *start = pool_slot_memory(page, index);
    size_t bytes = pool_slot_bytes(page, index);
    size_t slack = pool_slot_capacity(page) - bytes;
    size_t after = (page->class_index == CLASS_COUNT ? LARGE_GUARD_BYTES : RED_ZONE_BYTES) + slack;
    size_t wrong;

    if (page->class_index < CLASS_COUNT) {
        wrong = first_wrong(start - RED_ZONE_BYTES, RED_ZONE_BYTES, PATTERN_RED);
        if (wrong == 0 && index > 0 && page->slots[index - 1].state == SLOT_LIVE) {
            /* Written from its first byte on: the block before has run over its end. */
            report_block(machine, RULE_NT_POOL_01, function, page, index - 1,
                         "bytes behind the block were written",
                         (long)pool_class_bytes[page->class_index]);
            memset(start - RED_ZONE_BYTES, PATTERN_RED, RED_ZONE_BYTES);
        } else if (wrong < RED_ZONE_BYTES) {
            report_block(machine, RULE_NT_POOL_02, function, page, index,
                         "bytes before the block were written", (long)wrong - RED_ZONE_BYTES);
            memset(start - RED_ZONE_BYTES, PATTERN_RED, RED_ZONE_BYTES);
        }
    }
    wrong = first_wrong(start + bytes, after, PATTERN_RED);
    if (wrong < after) {
        report_block(machine, RULE_NT_POOL_01, function, page, index,
                     "bytes behind the block were written", (long)(bytes + wrong));
        memset(start + bytes, PATTERN_RED, after);
    }
}

void pool_check_resting(struct machine *machine, const struct pool_page *page, uint32_t index,
                        const char *function)
{
    char *start = pool_slot_memory(page, index);
    size_t bytes = DXGH_MIN(pool_slot_bytes(page, index), FILL_BYTES_MAX);
    size_t wrong = first_wrong(start, bytes, PATTERN_FREED);

    if (wrong < bytes) {
        report_block(machine, RULE_NT_POOL_06, function, page, index,
                     "a freed block was written to", (long)wrong);
        memset(start, PATTERN_FREED, bytes);
    }
}

void pool_expose(const struct pool_page *page, uint32_t index)
{
    size_t extra = page->class_index == CLASS_COUNT ? LARGE_GUARD_BYTES : RED_ZONE_BYTES;
    size_t before = page->class_index == CLASS_COUNT ? 0 : RED_ZONE_BYTES;

    nt_sanitize_unpoison(pool_slot_memory(page, index) - before,
                         before + pool_slot_capacity(page) + extra);
}

void pool_hide(const struct pool_page *page, uint32_t index, bool whole)
{
    char *start = pool_slot_memory(page, index);
    size_t bytes = whole ? 0 : pool_slot_bytes(page, index);
    size_t extra = page->class_index == CLASS_COUNT ? LARGE_GUARD_BYTES : RED_ZONE_BYTES;

    if (page->class_index < CLASS_COUNT) {
        nt_sanitize_poison(start - RED_ZONE_BYTES, RED_ZONE_BYTES);
    }
    nt_sanitize_poison(start + bytes, pool_slot_capacity(page) - bytes + extra);
}

void nt_pool_check(struct machine *machine)
{
    LIST_FOR_EACH(link, &pool_of(machine)->pages) {
        struct pool_page *page = LIST_ENTRY_OF(link, struct pool_page, link);

        for (uint32_t i = 0; i < page->slot_count; i++) {
            uint8_t state = page->slots[i].state;

            if (state != SLOT_LIVE && state != SLOT_RESTING) {
                continue;
            }
            pool_expose(page, i);
            if (state == SLOT_LIVE) {
                pool_check_live(machine, page, i, "nt_pool_check");
            } else {
                pool_check_resting(machine, page, i, "nt_pool_check");
            }
            pool_hide(page, i, state == SLOT_RESTING);
        }
    }
}
