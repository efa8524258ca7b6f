/* SPDX-License-Identifier: MIT */
#include "nt/lock_order.h"
#include "nt/pool.h"

#include "machine/heap.h"
#include "machine/memory.h"
#include "nt/call.h"
#include "nt/dispatcher.h"
#include "nt/dpc.h"
#include "nt/pool_private.h"
#include "nt/sanitize.h"
#include "nt/spinlock.h"
#include "nt/timer.h"
#include "nt/work_item.h"
#include "verify/verify.h"

const uint16_t pool_class_bytes[CLASS_COUNT] = { 16,  32,  48,  64,  96,  128,  192,  256,
                                                 384, 496, 656, 800, 992, 1344, 2016, 4064 };

void nt_pool_init(struct machine *machine)
{
    struct nt_pool *pool = MACHINE_NEW(machine, struct nt_pool);

    pool->ram_pages = machine->config.ram_bytes / DXGH_PAGE_SIZE;
    pool->ram = memory_pointer(machine, MEMORY_RAM_BASE, machine->config.ram_bytes);
    pool->page_of = machine_heap_alloc(machine, pool->ram_pages * sizeof(struct pool_page *));
    list_init(&pool->pages);
    list_init(&pool->resting_large);
    for (uint32_t i = 0; i < CLASS_COUNT; i++) {
        list_init(&pool->room[i]);
    }
    nt_of(machine)->pool = pool;
}

static uint32_t class_for(size_t bytes)
{
    uint32_t index = 0;

    while (index < CLASS_COUNT && pool_class_bytes[index] < bytes) {
        index++;
    }
    return bytes >= DXGH_PAGE_SIZE ? CLASS_COUNT : index;
}

static struct pool_page *add_page(struct machine *machine, uint32_t class_index,
                                  uint64_t page_count)
{
    struct nt_pool *pool = pool_of(machine);
    uint64_t pfn = memory_pages_alloc(machine, page_count, 0, UINT64_MAX, 0, 0);
    uint32_t slots = 1;

    if (pfn == MEMORY_NO_PAGE) {
        return NULL;
    }
    if (class_index < CLASS_COUNT) {
        slots =
            (DXGH_PAGE_SIZE - RED_ZONE_BYTES) / (pool_class_bytes[class_index] + RED_ZONE_BYTES);
    }

    struct pool_page *page =
        machine_heap_alloc(machine, sizeof(*page) + slots * sizeof(page->slots[0]));

    page->memory = memory_pointer(machine, pfn * DXGH_PAGE_SIZE, page_count * DXGH_PAGE_SIZE);
    page->pfn = pfn;
    page->page_count = page_count;
    page->class_index = (uint16_t)class_index;
    page->slot_count = (uint16_t)slots;
    list_push_back(&pool->pages, &page->link);
    list_init(&page->room);
    uint64_t first = (uint64_t)(page->memory - pool->ram) / DXGH_PAGE_SIZE;

    for (uint64_t i = 0; i < page_count; i++) {
        pool->page_of[first + i] = page;
    }
    if (class_index < CLASS_COUNT) {
        memset(page->memory, PATTERN_RED, DXGH_PAGE_SIZE);
        for (uint32_t i = slots; i-- > 0;) {
            page->slots[i].next = page->first_free;
            page->first_free = (uint16_t)(i + 1);
        }
        list_push_back(&pool->room[class_index], &page->room);
        nt_sanitize_poison(page->memory, DXGH_PAGE_SIZE);
    } else {
        memset(page->memory + (page_count - 1) * DXGH_PAGE_SIZE, PATTERN_RED, LARGE_GUARD_BYTES);
        nt_sanitize_poison(page->memory + (page_count - 1) * DXGH_PAGE_SIZE, DXGH_PAGE_SIZE);
    }
    return page;
}

static void remove_page(struct machine *machine, struct pool_page *page)
{
    struct nt_pool *pool = pool_of(machine);
    uint64_t first = (uint64_t)(page->memory - pool->ram) / DXGH_PAGE_SIZE;

    nt_sanitize_unpoison(page->memory, page->page_count * DXGH_PAGE_SIZE);
    for (uint64_t i = 0; i < page->page_count; i++) {
        pool->page_of[first + i] = NULL;
    }
    memory_pages_free(machine, page->pfn, page->page_count);
    list_remove(&page->link);
    list_remove(&page->room);
    machine_heap_free(machine, page);
}

static void *give_out(struct machine *machine, struct pool_page *page, uint32_t index,
                      const struct nt_pool_request *request)
{
    struct nt_pool *pool = pool_of(machine);
    struct slot *slot = &page->slots[index];
    char *start = pool_slot_memory(page, index);
    size_t slack = pool_slot_capacity(page) - request->bytes;

    slot->bytes = (uint32_t)request->bytes;
    slot->tag = request->tag;
    slot->pc = request->pc;
    slot->state = SLOT_LIVE;
    slot->use = (uint8_t)request->use;
    slot->paged = request->paged;
    slot->driver = nt_in_driver(machine);
    page->large_bytes = request->bytes;
    pool->blocks++;
    pool->bytes += request->bytes;
    pool_expose(page, index);
    if (request->zero) {
        memset(start, 0, request->bytes);
    } else {
        memset(start, PATTERN_FRESH, DXGH_MIN(request->bytes, FILL_BYTES_MAX));
    }
    memset(start + request->bytes, PATTERN_RED, slack);
    pool_hide(page, index, false);
    return start;
}

static void *alloc_large(struct machine *machine, const struct nt_pool_request *request)
{
    uint64_t pages = align_up(request->bytes, DXGH_PAGE_SIZE) / DXGH_PAGE_SIZE + 1;
    struct pool_page *page = NULL;

    if (request->bytes <= machine->config.ram_bytes) {
        page = add_page(machine, CLASS_COUNT, pages);
    }
    return page == NULL ? NULL : give_out(machine, page, 0, request);
}

void *nt_pool_alloc(struct machine *machine, const struct nt_pool_request *request)
{
    struct nt_pool *pool = pool_of(machine);
    uint32_t class_index = class_for(request->bytes);
    struct pool_page *page;
    uint32_t index;

    /* What may be put out of reach has pages of its own. */
    if (class_index == CLASS_COUNT || (request->paged && machine->config.hide_pages)) {
        return alloc_large(machine, request);
    }
    if (list_is_empty(&pool->room[class_index])) {
        page = add_page(machine, class_index, 1);
        if (page == NULL) {
            return NULL;
        }
    } else {
        page = LIST_ENTRY_OF(pool->room[class_index].next, struct pool_page, room);
    }
    index = page->first_free - 1u;
    page->first_free = page->slots[index].next;
    if (page->first_free == 0) {
        list_remove(&page->room);
    }
    return give_out(machine, page, index, request);
}

/* A rested slot becomes available again, if nobody has written to it meanwhile. */
static void end_rest(struct machine *machine, struct pool_page *page, uint32_t index)
{
    struct slot *slot = &page->slots[index];

    pool_expose(page, index);
    pool_check_resting(machine, page, index, "ExFreePoolWithTag");
    pool_hide(page, index, true);
    slot->state = SLOT_FREE;
    slot->next = page->first_free;
    if (page->first_free == 0) {
        list_push_back(&pool_of(machine)->room[page->class_index], &page->room);
    }
    page->first_free = (uint16_t)(index + 1);
}

static void rest_small(struct machine *machine, struct pool_page *page, uint32_t index)
{
    struct nt_pool *pool = pool_of(machine);
    uint32_t position = pool->resting_next[page->class_index]++ % RESTING_BLOCKS;
    struct resting *place = &pool->resting[page->class_index][position];

    if (place->page != NULL) {
        end_rest(machine, place->page, place->slot);
    }
    *place = (struct resting){ .page = page, .slot = (uint16_t)index };
}

static void rest_large(struct machine *machine, struct pool_page *page)
{
    struct nt_pool *pool = pool_of(machine);

    list_push_back(&pool->resting_large, &page->room);
    pool->resting_large_pages += page->page_count;
    while (pool->resting_large_pages > RESTING_LARGE_PAGES) {
        struct pool_page *oldest = LIST_ENTRY_OF(pool->resting_large.next, struct pool_page, room);

        pool->resting_large_pages -= oldest->page_count;
        pool_expose(oldest, 0);
        pool_check_resting(machine, oldest, 0, "ExFreePoolWithTag");
        remove_page(machine, oldest);
    }
}

/* Something alive inside memory that goes away would corrupt a list: reported, and cut loose. */
static void check_contents(struct machine *machine, const void *start, size_t bytes,
                           const char *function)
{
    const char *what = NULL;

    nt_lock_order_forget(machine, start, bytes);
    if (nt_of(machine)->held_count > 0 && nt_locks_in_range(machine, start, bytes) != NULL) {
        what = "a spin lock that is held";
    } else if (nt_timer_in_range(machine, start, bytes) != NULL) {
        what = "a timer that is armed";
    } else if (nt_dpc_in_range(machine, start, bytes) != NULL) {
        what = "a DPC that is queued";
    } else if (nt_work_item_in_range(machine, start, bytes) != NULL) {
        what = "a work item that is queued";
    } else if (nt_dispatcher_waiting_in_range(machine, start, bytes) != NULL) {
        what = "an object that a thread waits on";
    }
    if (what != NULL) {
        verify_report(machine, RULE_NT_LOCK_08, function, "%s: the freed memory holds %s", function,
                      what);
        nt_locks_forget(machine, start, bytes);
        nt_timers_forget(machine, start, bytes);
        for (const KDPC *dpc; (dpc = nt_dpc_in_range(machine, start, bytes)) != NULL;) {
            (void)nt_dpc_remove(machine, (KDPC *)(uintptr_t)dpc);
        }
        nt_work_items_forget(machine, start, bytes);
        nt_dispatcher_forget(machine, start, bytes);
    }
}

DXGH_NORETURN static void bad_caller(struct machine *machine, enum rule rule, uint64_t kind,
                                     const void *block, const char *function, const char *words)
{
    uint64_t parameters[4] = { kind, (uintptr_t)block, 0, 0 };

    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, rule, function, "%s: %s", function, words);
    machine_bugcheck(machine, BAD_POOL_CALLER, parameters, "%s: %s.", function, words);
}

DXGH_NORETURN static void stop_misuse(struct machine *machine, const struct pool_page *page,
                                      void *block, const char *function)
{
    char words[256];
    char story[192];

    if (page == NULL) {
        (void)snprintf(words, sizeof(words), "%#lx is not an address the pool gave out",
                       (unsigned long)(uintptr_t)block);
        bad_caller(machine, RULE_NT_POOL_04, 0x46, block, function, words);
    }
    (void)nt_pool_describe(machine, (uintptr_t)block, story, sizeof(story));
    uint32_t index = pool_slot_at(page, (uintptr_t)block);

    if (pool_slot_memory(page, index) != block || page->slots[index].state == SLOT_NEVER_USED) {
        (void)snprintf(words, sizeof(words), "the address is not the start of a block but %s",
                       story);
        bad_caller(machine, RULE_NT_POOL_04, 0x46, block, function, words);
    }
    (void)snprintf(words, sizeof(words), "the block was freed before: %s", story);
    bad_caller(machine, RULE_NT_POOL_03, 0x7, block, function, words);
}

static void check_tag(struct machine *machine, const struct slot *slot, uint32_t tag,
                      const char *function)
{
    char asked[5];
    char own[5];

    if (tag == 0 || tag == slot->tag) {
        return;
    }
    nt_tag_text(tag, asked);
    nt_tag_text(slot->tag, own);
    verify_report(machine, RULE_NT_POOL_05, function,
                  "%s: the block has tag '%s', and is freed with tag '%s'", function, own, asked);
}

void nt_pool_free(struct machine *machine, void *block, uint32_t tag, const char *function)
{
    struct nt_pool *pool = pool_of(machine);
    struct pool_page *page = pool_page_at(machine, (uintptr_t)block);

    uint32_t index = page == NULL ? 0 : pool_slot_at(page, (uintptr_t)block);

    if (DXGH_UNLIKELY(page == NULL || pool_slot_memory(page, index) != block ||
                      page->slots[index].state != SLOT_LIVE)) {
        stop_misuse(machine, page, block, function);
    }

    struct slot *slot = &page->slots[index];
    size_t bytes = pool_slot_bytes(page, index);

    check_tag(machine, slot, tag, function);
    check_contents(machine, block, bytes, function);
    pool_expose(page, index);
    pool_check_live(machine, page, index, function);
    pool->blocks--;
    pool->bytes -= bytes;
    slot->state = SLOT_RESTING;
    memset(block, PATTERN_FREED, DXGH_MIN(bytes, FILL_BYTES_MAX));
    pool_hide(page, index, true);
    if (page->class_index == CLASS_COUNT) {
        rest_large(machine, page);
    } else {
        rest_small(machine, page, index);
    }
}

struct driver_blocks {
    void *first;
};

static void find_driver_block(const struct nt_pool_info *info, void *context)
{
    struct driver_blocks *found = context;

    if (info->driver && found->first == NULL) {
        found->first = info->start;
    }
}

void nt_pool_free_driver(struct machine *machine)
{
    for (;;) {
        struct driver_blocks found = { 0 };

        nt_pool_each(machine, find_driver_block, &found);
        if (found.first == NULL) {
            return;
        }
        nt_pool_free(machine, found.first, 0, "unload");
    }
}

uint64_t nt_pool_blocks(const struct machine *machine)
{
    return pool_of(machine)->blocks;
}

uint64_t nt_pool_bytes(const struct machine *machine)
{
    return pool_of(machine)->bytes;
}
