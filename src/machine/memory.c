/* SPDX-License-Identifier: MIT */
#include "machine/memory.h"

#include "machine/causality.h"
#include "machine/heap.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define MEMORY_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MEMORY_ASAN 1
#endif
#endif
#ifndef MEMORY_ASAN
#define MEMORY_ASAN 0
#endif

#if MEMORY_ASAN
void __asan_unpoison_memory_region(void const volatile *address, size_t size);
#endif

#define WORD_BITS 64u
#define RAM_BASE_PFN (MEMORY_RAM_BASE >> DXGH_PAGE_SHIFT)

struct memory_window {
    uint8_t *base;
    uint64_t page_count;
    uint64_t pfns[];
};

struct memory {
    /* constant after creation */
    struct heap *heap;
    int file; /* the memfd; kept open for windows */
    uint8_t *base;
    uint64_t size_bytes;
    uint64_t page_count;

    uint64_t *used; /* one bit per page; the bits behind the last page are set */
    uint64_t used_count;
    uint64_t lowest_free; /* no page below this one is free */

    struct memory_window **windows; /* ascending by base */
    size_t window_count;
    size_t window_capacity;
};

/* A host mapping may hold poison of the pool's red zones; whoever maps here next must not meet it.
 */
static void unmap_clean(void *base, uint64_t size_bytes)
{
#if MEMORY_ASAN
    __asan_unpoison_memory_region(base, size_bytes);
#endif
    (void)munmap(base, size_bytes);
}

struct memory *memory_create(struct heap *heap, uint64_t ram_bytes)
{
    struct memory *memory = heap_alloc(heap, sizeof(*memory));

    memory->heap = heap;
    memory->size_bytes = ram_bytes;
    memory->page_count = ram_bytes / DXGH_PAGE_SIZE;

    uint64_t word_count = (memory->page_count + WORD_BITS - 1) / WORD_BITS;

    memory->used = heap_alloc(heap, word_count * sizeof(*memory->used));
    memory->file = memfd_create("dxghost-ram", MFD_CLOEXEC);
    memory->base = MAP_FAILED;
    if (memory->file >= 0 && ftruncate(memory->file, (off_t)ram_bytes) == 0) {
        memory->base = mmap(NULL, ram_bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE,
                            memory->file, 0);
    }
    if (memory->base == MAP_FAILED) {
        memory_destroy(memory);
        return NULL;
    }
    if (memory->page_count % WORD_BITS != 0) {
        memory->used[word_count - 1] = ~UINT64_C(0) << (memory->page_count % WORD_BITS);
    }
    return memory;
}

void memory_destroy(struct memory *memory)
{
    if (memory == NULL) {
        return;
    }
    for (size_t i = 0; i < memory->window_count; i++) {
        unmap_clean(memory->windows[i]->base, memory->windows[i]->page_count * DXGH_PAGE_SIZE);
        heap_free(memory->heap, memory->windows[i]);
    }
    heap_free(memory->heap, memory->windows);
    if (memory->base != MAP_FAILED) {
        unmap_clean(memory->base, memory->size_bytes);
    }
    if (memory->file >= 0) {
        (void)close(memory->file);
    }
    heap_free(memory->heap, memory->used);
    heap_free(memory->heap, memory);
}

/* The first page at or after `page` whose bit equals `used`; `end` when there is none before it. */
static uint64_t next_page(const struct memory *memory, uint64_t page, uint64_t end, bool used)
{
    uint64_t flip = used ? 0 : ~UINT64_C(0);

    while (page < end) {
        uint64_t word = (memory->used[page / WORD_BITS] ^ flip) >> (page % WORD_BITS);

        if (word != 0) {
            page += (uint64_t)__builtin_ctzll(word);
            return DXGH_MIN(page, end);
        }
        page = align_down(page, WORD_BITS) + WORD_BITS;
    }
    return end;
}

static void mark(struct memory *memory, uint64_t page, uint64_t count, bool used)
{
    while (count > 0) {
        uint64_t shift = page % WORD_BITS;
        uint64_t bits = DXGH_MIN(count, WORD_BITS - shift);
        uint64_t mask = (bits == WORD_BITS ? ~UINT64_C(0) : (UINT64_C(1) << bits) - 1) << shift;
        uint64_t *word = &memory->used[page / WORD_BITS];

        DXGH_ASSERT((*word & mask) == (used ? 0 : mask));
        *word ^= mask;
        page += bits;
        count -= bits;
    }
}

/* Moves a candidate up to the next place that satisfies alignment and boundary; both in pages. */
static uint64_t fit(uint64_t page, uint64_t count, uint64_t alignment, uint64_t boundary)
{
    uint64_t pfn = align_up(page + RAM_BASE_PFN, alignment);

    if (boundary != 0 && pfn / boundary != (pfn + count - 1) / boundary) {
        pfn = align_up(align_up(pfn, boundary), alignment);
    }
    return pfn - RAM_BASE_PFN;
}

uint64_t memory_pages_alloc(struct machine *machine, uint64_t page_count, uint64_t lowest,
                            uint64_t highest, uint64_t alignment_bytes, uint64_t boundary_bytes)
{
    struct memory *memory = machine->memory;
    uint64_t alignment = DXGH_MAX(alignment_bytes >> DXGH_PAGE_SHIFT, 1);
    uint64_t boundary = boundary_bytes >> DXGH_PAGE_SHIFT;
    uint64_t begin = 0;
    uint64_t end = memory->page_count;

    DXGH_ASSERT(page_count > 0);
    DXGH_ASSERT((alignment & (alignment - 1)) == 0 && (boundary & (boundary - 1)) == 0);
    if (lowest > MEMORY_RAM_BASE) {
        begin = (lowest - MEMORY_RAM_BASE + DXGH_PAGE_SIZE - 1) >> DXGH_PAGE_SHIFT;
    }
    if (highest < MEMORY_RAM_BASE) {
        return MEMORY_NO_PAGE;
    }
    if (highest - MEMORY_RAM_BASE < memory->size_bytes - 1) {
        end = (highest - MEMORY_RAM_BASE + 1) >> DXGH_PAGE_SHIFT;
    }
    /* A block no larger than a page-sized boundary is the caller's mistake, not a full RAM. */
    if (page_count > memory->page_count || (boundary_bytes != 0 && page_count > boundary)) {
        return MEMORY_NO_PAGE;
    }

    uint64_t page = DXGH_MAX(begin, memory->lowest_free);

    for (;;) {
        page = fit(next_page(memory, page, end, false), page_count, alignment, boundary);
        if (page >= end || page_count > end - page) {
            return MEMORY_NO_PAGE;
        }

        uint64_t obstacle = next_page(memory, page, page + page_count, true);

        if (obstacle == page + page_count) {
            break;
        }
        page = obstacle;
    }
    mark(memory, page, page_count, true);
    causality_acquire(memory);
    memory->used_count += page_count;
    if (next_page(memory, memory->lowest_free, page, false) == page) {
        memory->lowest_free = page + page_count;
    }
    return page + RAM_BASE_PFN;
}

void memory_pages_free(struct machine *machine, uint64_t pfn, uint64_t page_count)
{
    struct memory *memory = machine->memory;
    uint64_t page = pfn - RAM_BASE_PFN;

    DXGH_ASSERT(page < memory->page_count && page_count <= memory->page_count - page);
    mark(memory, page, page_count, false);
    causality_release(
        memory); /* whoever had the pages is done with them before the next has them */
    memory->used_count -= page_count;
    memory->lowest_free = DXGH_MIN(memory->lowest_free, page);
}

bool memory_page_in_use(const struct machine *machine, uint64_t pfn)
{
    const struct memory *memory = machine->memory;
    uint64_t page = pfn - (MEMORY_RAM_BASE >> DXGH_PAGE_SHIFT);

    return pfn >= MEMORY_RAM_BASE >> DXGH_PAGE_SHIFT && page < memory->page_count &&
           (memory->used[page / WORD_BITS] >> (page % WORD_BITS) & 1) != 0;
}

uint64_t memory_pages_in_use(const struct machine *machine)
{
    return machine->memory->used_count;
}

uint64_t memory_pages_total(const struct machine *machine)
{
    return machine->memory->page_count;
}

void *memory_pointer(const struct machine *machine, uint64_t physical, uint64_t size_bytes)
{
    const struct memory *memory = machine->memory;
    uint64_t offset = physical - MEMORY_RAM_BASE; /* wraps to a huge number below RAM */

    if (offset >= memory->size_bytes || size_bytes > memory->size_bytes - offset) {
        return NULL;
    }
    return memory->base + offset;
}

/* The index of the first window that ends above an address. */
static size_t window_search(const struct memory *memory, const uint8_t *address)
{
    size_t low = 0;
    size_t high = memory->window_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct memory_window *window = memory->windows[middle];

        if (address < window->base + window->page_count * DXGH_PAGE_SIZE) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

/* The host's own stack is, and that is what is asked about most. */
static bool is_above_windows(const struct memory *memory, const uint8_t *address)
{
    if (memory->window_count == 0) {
        return true;
    }
    const struct memory_window *last = memory->windows[memory->window_count - 1];

    return address >= last->base + last->page_count * DXGH_PAGE_SIZE;
}

bool memory_physical(const struct machine *machine, const void *pointer, uint64_t *physical)
{
    const struct memory *memory = machine->memory;
    uint64_t offset = (uint64_t)((uintptr_t)pointer - (uintptr_t)memory->base);

    if (offset < memory->size_bytes) {
        *physical = MEMORY_RAM_BASE + offset;
        return true;
    }

    if (is_above_windows(memory, pointer)) {
        return false;
    }

    size_t index = window_search(memory, pointer);

    if (index == memory->window_count || (const uint8_t *)pointer < memory->windows[index]->base) {
        return false;
    }

    const struct memory_window *window = memory->windows[index];

    offset = (uint64_t)((const uint8_t *)pointer - window->base);
    *physical =
        (window->pfns[offset >> DXGH_PAGE_SHIFT] << DXGH_PAGE_SHIFT) + offset % DXGH_PAGE_SIZE;
    return true;
}

static bool map_pages(const struct memory *memory, uint8_t *base, const uint64_t *pfns,
                      uint64_t page_count)
{
    uint64_t run;

    for (uint64_t i = 0; i < page_count; i += run) {
        for (run = 1; i + run < page_count && pfns[i + run] == pfns[i] + run; run++) {
        }
        DXGH_ASSERT(pfns[i] >= RAM_BASE_PFN && pfns[i] + run <= RAM_BASE_PFN + memory->page_count);
        if (mmap(base + i * DXGH_PAGE_SIZE, run * DXGH_PAGE_SIZE, PROT_READ | PROT_WRITE,
                 MAP_SHARED | MAP_FIXED | MAP_NORESERVE, memory->file,
                 (off_t)((pfns[i] - RAM_BASE_PFN) << DXGH_PAGE_SHIFT)) == MAP_FAILED) {
            return false;
        }
    }
    return true;
}

static void windows_grow(struct memory *memory)
{
    if (memory->window_count < memory->window_capacity) {
        return;
    }

    size_t capacity = memory->window_capacity == 0 ? 16 : memory->window_capacity * 2;

    memory->windows = heap_resize(memory->heap, memory->windows,
                                  memory->window_capacity * sizeof(struct memory_window *),
                                  capacity * sizeof(struct memory_window *));
    memory->window_capacity = capacity;
}

void *memory_map(struct machine *machine, const uint64_t *pfns, uint64_t page_count)
{
    struct memory *memory = machine->memory;

    DXGH_ASSERT(page_count > 0);

    size_t pfn_bytes = page_count * sizeof(*pfns);
    struct memory_window *window = heap_alloc(memory->heap, sizeof(*window) + pfn_bytes);

    windows_grow(memory);
    window->page_count = page_count;
    memcpy(window->pfns, pfns, pfn_bytes);
    window->base = mmap(NULL, page_count * DXGH_PAGE_SIZE, PROT_NONE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (window->base == MAP_FAILED) {
        heap_free(memory->heap, window);
        return NULL;
    }
    if (!map_pages(memory, window->base, pfns, page_count)) {
        unmap_clean(window->base, page_count * DXGH_PAGE_SIZE);
        heap_free(memory->heap, window);
        return NULL;
    }

    size_t index = window_search(memory, window->base);

    memmove(&memory->windows[index + 1], &memory->windows[index],
            (memory->window_count - index) * sizeof(struct memory_window *));
    memory->windows[index] = window;
    memory->window_count++;
    return window->base;
}

void memory_unmap(struct machine *machine, void *base)
{
    struct memory *memory = machine->memory;
    size_t index = window_search(memory, base);

    DXGH_ASSERT(index < memory->window_count && memory->windows[index]->base == base);

    struct memory_window *window = memory->windows[index];

    unmap_clean(window->base, window->page_count * DXGH_PAGE_SIZE);
    heap_free(memory->heap, window);
    memory->window_count--;
    memmove(&memory->windows[index], &memory->windows[index + 1],
            (memory->window_count - index) * sizeof(struct memory_window *));
}
