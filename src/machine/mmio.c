/* SPDX-License-Identifier: MIT */
#include "machine/mmio.h"

#include "machine/causality.h"

#include "machine/instruction.h"
#include "machine/schedule.h"

#include <sys/mman.h>

bool mmio_region_add(struct machine *machine, struct mmio_region *region)
{
    void *base = mmap(NULL, align_up(region->size_bytes, DXGH_PAGE_SIZE), PROT_NONE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    if (base == MAP_FAILED) {
        return false;
    }
    region->base = (uintptr_t)base;
    list_push_back(&machine->regions, &region->link);
    return true;
}

void mmio_region_remove(struct machine *machine, struct mmio_region *region)
{
    (void)machine;
    list_remove(&region->link);
    (void)munmap((char *)region->base, align_up(region->size_bytes, DXGH_PAGE_SIZE));
    region->base = 0;
}

struct mmio_region *mmio_region_find(struct machine *machine, uintptr_t address)
{
    LIST_FOR_EACH(link, &machine->regions) {
        struct mmio_region *region = LIST_ENTRY_OF(link, struct mmio_region, link);

        if (address - region->base < region->size_bytes) {
            return region;
        }
    }
    return NULL;
}

static struct mmio_region *find_access(struct machine *machine, uintptr_t address,
                                       uint32_t size_bytes)
{
    struct mmio_region *region = mmio_region_find(machine, address);

    if (region == NULL || size_bytes == 0 || size_bytes > 8 ||
        (size_bytes & (size_bytes - 1)) != 0) {
        return NULL;
    }

    uint64_t offset = address - region->base;

    if (offset % size_bytes != 0 || size_bytes > region->size_bytes - offset) {
        return NULL;
    }
    return region;
}

bool mmio_read(struct machine *machine, uintptr_t address, uint32_t size_bytes, uint64_t *value)
{
    struct mmio_region *region = find_access(machine, address, size_bytes);

    if (region == NULL) {
        return false;
    }
    machine->running->polled_ns += SCHEDULE_POINT_NS;
    *value =
        mmio_cut(region->read(region->context, address - region->base, size_bytes), size_bytes);
    return true;
}

bool mmio_write(struct machine *machine, uintptr_t address, uint32_t size_bytes, uint64_t value)
{
    struct mmio_region *region = find_access(machine, address, size_bytes);

    if (region == NULL) {
        return false;
    }
    machine->running->polled_ns += SCHEDULE_POINT_NS;
    /* An interrupt that follows may well follow from this write. */
    causality_release(&machine->devices);
    region->write(region->context, address - region->base, size_bytes, mmio_cut(value, size_bytes));
    return true;
}

static bool can_access(void *context, uintptr_t address, uint32_t size_bytes)
{
    return find_access(context, address, size_bytes) != NULL;
}

static uint64_t do_read(void *context, uintptr_t address, uint32_t size_bytes)
{
    uint64_t value = 0;
    bool done = mmio_read(context, address, size_bytes, &value);

    DXGH_ASSERT(done);
    return value;
}

static void do_write(void *context, uintptr_t address, uint32_t size_bytes, uint64_t value)
{
    bool done = mmio_write(context, address, size_bytes, value);

    DXGH_ASSERT(done);
}

bool mmio_emulate(struct machine *machine, ucontext_t *context, uintptr_t address)
{
    const struct instruction_memory memory = {
        .context = machine, .trapped = can_access, .read = do_read, .write = do_write
    };

    if (mmio_region_find(machine, address) == NULL) {
        return false;
    }
    if (!instruction_emulate(&memory, context, address)) {
        return false;
    }
    /* It costs what a READ_REGISTER costs. A signal handler cannot switch fibers, so what becomes
     * due is delivered at the next point. */
    machine->clock.now_ns += SCHEDULE_POINT_NS;
    return true;
}
