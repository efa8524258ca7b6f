/* SPDX-License-Identifier: MIT */
#include "nt/pool.h"

#include "machine/heap.h"
#include "machine/memory.h"
#include "nt/call.h"
#include "nt/dispatcher.h"
#include "nt/dpc.h"
#include "nt/sanitize.h"
#include "nt/spinlock.h"
#include "nt/timer.h"
#include "nt/work_item.h"
#include "verify/verify.h"

#define RED_ZONE_BYTES 16u
#define CLASS_COUNT 16u
#define LARGE_GUARD_BYTES 128u /* checked; the guard page behind a large block is poisoned whole */
#define FILL_BYTES_MAX 4096u   /* of a large block, only this much is filled and verified */
#define RESTING_BLOCKS 64u     /* per class */
#define RESTING_LARGE_PAGES 256u
#define SLOTS_PER_PAGE_MAX 127u

#define PATTERN_RED 0xFDu   /* around a block */
#define PATTERN_FRESH 0xCDu /* allocated, not written yet */
#define PATTERN_FREED 0xDDu

static const uint16_t class_bytes[CLASS_COUNT] = { 16,  32,  48,  64,  96,  128,  192,  256,
                                                   384, 496, 656, 800, 992, 1344, 2016, 4064 };

enum slot_state { SLOT_NEVER_USED, SLOT_LIVE, SLOT_RESTING, SLOT_FREE };

struct slot {
    uint32_t bytes; /* asked for */
    uint32_t tag;
    uintptr_t pc;      /* who allocated; of a resting slot, still that */
    uint16_t next;     /* free list of its page: slot + 1 */
    uint8_t state;     /* enum slot_state */
    uint8_t use;       /* enum nt_pool_use */
    bool paged;
    bool driver;
};

/* A page cut into slots, or the first page of a large block (class_index is CLASS_COUNT). */
struct pool_page {
    struct list link; /* pool.pages */
    struct list room; /* pool.room[class], while a slot is free */
    char *memory;
    uint64_t pfn;
    uint64_t page_count;
    uint16_t class_index;
    uint16_t slot_count;
    uint16_t first_free; /* slot + 1; 0: none */
    size_t large_bytes;
    struct slot slots[];
};

struct resting {
    struct pool_page *page;
    uint16_t slot;
};

struct nt_pool {
    char *ram;
    uint64_t ram_pages;
    struct pool_page **page_of; /* by page of RAM */
    struct list pages;
    struct list room[CLASS_COUNT];
    struct resting resting[CLASS_COUNT][RESTING_BLOCKS]; /* rings */
    uint32_t resting_next[CLASS_COUNT];
    struct list resting_large; /* pool_page.room, oldest first */
    uint64_t resting_large_pages;
    uint64_t blocks;
    uint64_t bytes;
};

static struct nt_pool *pool_of(const struct machine *machine)
{
    return nt_of(machine)->pool;
}

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

void nt_tag_text(uint32_t tag, char text[5])
{
    for (int i = 0; i < 4; i++) {
        char c = (char)(tag >> (8 * i));

        text[i] = c >= ' ' && c < 0x7F ? c : '.';
    }
    text[4] = '\0';
}

static size_t stride_of(const struct pool_page *page)
{
    return class_bytes[page->class_index] + RED_ZONE_BYTES;
}

static char *slot_memory(const struct pool_page *page, uint32_t index)
{
    return page->class_index == CLASS_COUNT
               ? page->memory
               : page->memory + RED_ZONE_BYTES + index * stride_of(page);
}

static size_t slot_capacity(const struct pool_page *page)
{
    return page->class_index == CLASS_COUNT ? (size_t)(page->page_count - 1) * DXGH_PAGE_SIZE
                                            : class_bytes[page->class_index];
}

static size_t slot_bytes(const struct pool_page *page, uint32_t index)
{
    return page->class_index == CLASS_COUNT ? page->large_bytes : page->slots[index].bytes;
}

/* The page a pointer lies in, or NULL when that page is not pool. */
static struct pool_page *page_at(const struct machine *machine, uintptr_t address)
{
    const struct nt_pool *pool = pool_of(machine);
    uint64_t offset = address - (uintptr_t)pool->ram;

    if (address < (uintptr_t)pool->ram || offset >= pool->ram_pages * DXGH_PAGE_SIZE) {
        return NULL;
    }
    return pool->page_of[offset / DXGH_PAGE_SIZE];
}

/* The slot whose bytes or following red zone the address lies in. */
static uint32_t slot_at(const struct pool_page *page, uintptr_t address)
{
    uintptr_t offset = address - (uintptr_t)page->memory;

    if (page->class_index == CLASS_COUNT || offset < RED_ZONE_BYTES) {
        return 0;
    }
    return (uint32_t)DXGH_MIN((offset - RED_ZONE_BYTES) / stride_of(page), page->slot_count - 1u);
}

static uint32_t class_for(size_t bytes)
{
    uint32_t index = 0;

    while (index < CLASS_COUNT && class_bytes[index] < bytes) {
        index++;
    }
    return bytes >= DXGH_PAGE_SIZE ? CLASS_COUNT : index;
}

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
        slots = (DXGH_PAGE_SIZE - RED_ZONE_BYTES) / (class_bytes[class_index] + RED_ZONE_BYTES);
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
                  function, what, offset, slot_bytes(page, index), tag, where);
}

/* Compares what surrounds a live block and mends it, so that it is reported once. */
static void check_live(struct machine *machine, const struct pool_page *page, uint32_t index,
                       const char *function)
{
    char *start = slot_memory(page, index);
    size_t bytes = slot_bytes(page, index);
    size_t slack = slot_capacity(page) - bytes;
    size_t after = (page->class_index == CLASS_COUNT ? LARGE_GUARD_BYTES : RED_ZONE_BYTES) + slack;
    size_t wrong;

    if (page->class_index < CLASS_COUNT) {
        wrong = first_wrong(start - RED_ZONE_BYTES, RED_ZONE_BYTES, PATTERN_RED);
        if (wrong == 0 && index > 0 && page->slots[index - 1].state == SLOT_LIVE) {
            /* Written from its first byte on: the block before has run over its end. */
            report_block(machine, RULE_NT_POOL_01, function, page, index - 1,
                         "bytes behind the block were written",
                         (long)class_bytes[page->class_index]);
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

static void check_resting(struct machine *machine, const struct pool_page *page, uint32_t index,
                          const char *function)
{
    char *start = slot_memory(page, index);
    size_t bytes = DXGH_MIN(slot_bytes(page, index), FILL_BYTES_MAX);
    size_t wrong = first_wrong(start, bytes, PATTERN_FREED);

    if (wrong < bytes) {
        report_block(machine, RULE_NT_POOL_06, function, page, index,
                     "a freed block was written to", (long)wrong);
        memset(start, PATTERN_FREED, bytes);
    }
}

/* AddressSanitizer would stop our own look at poisoned bytes, so a check lifts the poison. */
static void expose(const struct pool_page *page, uint32_t index)
{
    size_t extra = page->class_index == CLASS_COUNT ? LARGE_GUARD_BYTES : RED_ZONE_BYTES;
    size_t before = page->class_index == CLASS_COUNT ? 0 : RED_ZONE_BYTES;

    nt_sanitize_unpoison(slot_memory(page, index) - before,
                         before + slot_capacity(page) + extra);
}

static void hide(const struct pool_page *page, uint32_t index, bool whole)
{
    char *start = slot_memory(page, index);
    size_t bytes = whole ? 0 : slot_bytes(page, index);
    size_t extra = page->class_index == CLASS_COUNT ? LARGE_GUARD_BYTES : RED_ZONE_BYTES;

    if (page->class_index < CLASS_COUNT) {
        nt_sanitize_poison(start - RED_ZONE_BYTES, RED_ZONE_BYTES);
    }
    nt_sanitize_poison(start + bytes, slot_capacity(page) - bytes + extra);
}

static void *give_out(struct machine *machine, struct pool_page *page, uint32_t index,
                      const struct nt_pool_request *request)
{
    struct nt_pool *pool = pool_of(machine);
    struct slot *slot = &page->slots[index];
    char *start = slot_memory(page, index);
    size_t slack = slot_capacity(page) - request->bytes;

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
    expose(page, index);
    if (request->zero) {
        memset(start, 0, request->bytes);
    } else {
        memset(start, PATTERN_FRESH, DXGH_MIN(request->bytes, FILL_BYTES_MAX));
    }
    memset(start + request->bytes, PATTERN_RED, slack);
    hide(page, index, false);
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

    if (class_index == CLASS_COUNT) {
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

    expose(page, index);
    check_resting(machine, page, index, "ExFreePoolWithTag");
    hide(page, index, true);
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
        struct pool_page *oldest =
            LIST_ENTRY_OF(pool->resting_large.next, struct pool_page, room);

        pool->resting_large_pages -= oldest->page_count;
        expose(oldest, 0);
        check_resting(machine, oldest, 0, "ExFreePoolWithTag");
        remove_page(machine, oldest);
    }
}

/* Something alive inside memory that goes away would corrupt a list: reported, and cut loose. */
static void check_contents(struct machine *machine, const void *start, size_t bytes,
                           const char *function)
{
    const char *what = NULL;

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
        verify_report(machine, RULE_NT_LOCK_08, function, "%s: the freed memory holds %s",
                      function, what);
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

static void check_misuse(struct machine *machine, const struct pool_page *page, void *block,
                         const char *function)
{
    char words[256];
    char story[192];

    if (page == NULL) {
        (void)snprintf(words, sizeof(words), "%#lx is not an address the pool gave out",
                       (unsigned long)(uintptr_t)block);
        bad_caller(machine, RULE_NT_POOL_04, 0x46, block, function, words);
    }
    uint32_t index = slot_at(page, (uintptr_t)block);

    (void)nt_pool_describe(machine, (uintptr_t)block, story, sizeof(story));
    if (slot_memory(page, index) != block || page->slots[index].state == SLOT_NEVER_USED) {
        (void)snprintf(words, sizeof(words), "the address is not the start of a block but %s",
                       story);
        bad_caller(machine, RULE_NT_POOL_04, 0x46, block, function, words);
    }
    if (page->slots[index].state != SLOT_LIVE) {
        (void)snprintf(words, sizeof(words), "the block was freed before: %s", story);
        bad_caller(machine, RULE_NT_POOL_03, 0x7, block, function, words);
    }
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
    struct pool_page *page = page_at(machine, (uintptr_t)block);

    check_misuse(machine, page, block, function);

    uint32_t index = slot_at(page, (uintptr_t)block);
    struct slot *slot = &page->slots[index];
    size_t bytes = slot_bytes(page, index);

    check_tag(machine, slot, tag, function);
    check_contents(machine, block, bytes, function);
    expose(page, index);
    check_live(machine, page, index, function);
    pool->blocks--;
    pool->bytes -= bytes;
    slot->state = SLOT_RESTING;
    memset(block, PATTERN_FREED, DXGH_MIN(bytes, FILL_BYTES_MAX));
    hide(page, index, true);
    if (page->class_index == CLASS_COUNT) {
        rest_large(machine, page);
    } else {
        rest_small(machine, page, index);
    }
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
            expose(page, i);
            if (state == SLOT_LIVE) {
                check_live(machine, page, i, "nt_pool_check");
            } else {
                check_resting(machine, page, i, "nt_pool_check");
            }
            hide(page, i, state == SLOT_RESTING);
        }
    }
}

static void fill_info(const struct pool_page *page, uint32_t index, struct nt_pool_info *info)
{
    const struct slot *slot = &page->slots[index];

    *info = (struct nt_pool_info){ .start = slot_memory(page, index),
                                   .bytes = slot_bytes(page, index),
                                   .tag = slot->tag,
                                   .paged = slot->paged,
                                   .driver = slot->driver,
                                   .use = slot->use,
                                   .pc = slot->pc };
}

bool nt_pool_block_of(const struct machine *machine, const void *address,
                      struct nt_pool_info *info)
{
    const struct pool_page *page = page_at(machine, (uintptr_t)address);

    if (page == NULL) {
        return false;
    }
    uint32_t index = slot_at(page, (uintptr_t)address);

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
    const struct pool_page *page = page_at(machine, address);
    struct nt_pool_info info;
    char tag[5];
    char where[192];

    if (page == NULL) {
        return false;
    }
    uint32_t index = slot_at(page, address);
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

void nt_pool_each(struct machine *machine,
                  void (*visit)(const struct nt_pool_info *, void *), void *context)
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
