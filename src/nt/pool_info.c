/* SPDX-License-Identifier: MIT */
/* What is at an address, and what there is at all. */
#include "nt/pool_private.h"
#include "verify/verify.h"

void nt_tag_text(uint32_t tag, char text[5])
{
    for (int i = 0; i < 4; i++) {
        char c = (char)(tag >> (8 * i));

        text[i] = c >= ' ' && c < 0x7F ? c : '.';
    }
    text[4] = '\0';
}

static void fill_info(const struct pool_page *page, uint32_t index, struct nt_pool_info *info)
{
    const struct slot *slot = &page->slots[index];

    *info = (struct nt_pool_info){ .start = pool_slot_memory(page, index),
                                   .bytes = pool_slot_bytes(page, index),
                                   .tag = slot->tag,
                                   .paged = slot->paged,
                                   .driver = slot->driver,
                                   .use = slot->use,
                                   .pc = slot->pc };
}

bool nt_pool_block_of(const struct machine *machine, const void *address, struct nt_pool_info *info)
{
    const struct pool_page *page = pool_page_at(machine, (uintptr_t)address);

    if (page == NULL) {
        return false;
    }
    uint32_t index = pool_slot_at(page, (uintptr_t)address);

    if (page->slots[index].state != SLOT_LIVE) {
        return false;
    }
    fill_info(page, index, info);
    return (const char *)address >= (char *)info->start &&
           (const char *)address < (char *)info->start + info->bytes;
}

bool nt_pool_describe(const struct machine *machine, uintptr_t address, char *text,
                      size_t text_bytes)
{
    static const char *const states[] = { "never used", "live", "freed", "freed" };
    const struct pool_page *page = pool_page_at(machine, address);
    struct nt_pool_info info;
    char tag[5];
    char where[192];

    if (page == NULL) {
        return false;
    }
    uint32_t index = pool_slot_at(page, address);
    long offset;

    fill_info(page, index, &info);
    offset = (long)(address - (uintptr_t)info.start);
    nt_tag_text(info.tag, tag);
    verify_symbolize(machine, info.pc, where, sizeof(where));
    if (offset < 0 || (size_t)offset >= info.bytes) {
        (void)snprintf(text, text_bytes,
                       "%ld bytes %s a %s pool block of %zu bytes, tag '%s', allocated by %s",
                       offset < 0 ? -offset : offset - (long)info.bytes,
                       offset < 0 ? "before" : "behind the end of",
                       states[page->slots[index].state], info.bytes, tag, where);
    } else {
        (void)snprintf(text, text_bytes,
                       "offset %ld of a %s%s pool block of %zu bytes, tag '%s', allocated by %s",
                       offset, states[page->slots[index].state], info.paged ? " paged" : "",
                       info.bytes, tag, where);
    }
    return true;
}

void nt_pool_each(struct machine *machine, void (*visit)(const struct nt_pool_info *, void *),
                  void *context)
{
    LIST_FOR_EACH(link, &pool_of(machine)->pages) {
        const struct pool_page *page = LIST_ENTRY_OF(link, struct pool_page, link);

        for (uint32_t i = 0; i < page->slot_count; i++) {
            struct nt_pool_info info;

            if (page->slots[i].state == SLOT_LIVE) {
                fill_info(page, i, &info);
                visit(&info, context);
            }
        }
    }
}
