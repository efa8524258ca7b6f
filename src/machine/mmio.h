/* SPDX-License-Identifier: MIT */
/*
 * Trapped regions: register and port BARs. READ_REGISTER_x and WRITE_REGISTER_x come here directly;
 * a raw volatile pointer faults, and the instruction is decoded and carried out on the device
 * model.
 */
#ifndef MACHINE_MMIO_H
#define MACHINE_MMIO_H

#include "machine/machine.h"

#include <ucontext.h>

struct mmio_region {
    struct list link; /* machine->regions */
    uintptr_t base;   /* where drivers see it; inaccessible memory */
    uint64_t size_bytes;
    uint64_t (*read)(void *context, uint64_t offset, uint32_t size_bytes); /* see mmio_cut */
    void (*write)(void *context, uint64_t offset, uint32_t size_bytes, uint64_t value);
    void *context;
};

/** mmio_cut - the part of a value that an access of 1, 2, 4 or 8 bytes carries */
static inline uint64_t mmio_cut(uint64_t value, uint32_t size_bytes)
{
    return value & (~UINT64_C(0) >> (64 - size_bytes * 8));
}

/** mmio_region_add - reserve inaccessible address space for the region and register it */
bool mmio_region_add(struct machine *machine, struct mmio_region *region);
void mmio_region_remove(struct machine *machine, struct mmio_region *region);

/** mmio_region_find - the region an address lies in, or NULL */
struct mmio_region *mmio_region_find(struct machine *machine, uintptr_t address);

/**
 * mmio_read, mmio_write - one access of 1, 2, 4 or 8 bytes
 * Returns: false when the address is not trapped, or the access leaves the region or is misaligned.
 * Neither is a point nor takes time; READ_REGISTER_x and its like see to that.
 */
bool mmio_read(struct machine *machine, uintptr_t address, uint32_t size_bytes, uint64_t *value);
bool mmio_write(struct machine *machine, uintptr_t address, uint32_t size_bytes, uint64_t value);

/**
 * mmio_emulate - carry out the faulting instruction of a signal context on its region
 * Returns: false when the address is not trapped or the instruction is not a supported form; the
 * context is then unchanged.
 */
bool mmio_emulate(struct machine *machine, ucontext_t *context, uintptr_t address);

#endif /* MACHINE_MMIO_H */
