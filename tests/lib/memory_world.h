/* SPDX-License-Identifier: MIT */
/*
 * A client of the GPU with surfaces of its own, on the real driver and board: what tests of video
 * memory are made of.
 */
#ifndef TESTS_LIB_MEMORY_WORLD_H
#define TESTS_LIB_MEMORY_WORLD_H

#include "cli/gpu_client.h"
#include "drivers/softgpu/softgpu_umd.h"
#include "dxgk/resource.h"

#define MEMORY_WORLD_SIDE 256u /* pixels of a surface, both ways */
#define MEMORY_WORLD_BYTES (MEMORY_WORLD_SIDE * MEMORY_WORLD_SIDE * 4u)
#define MEMORY_WORLD_SURFACES 32u

struct memory_world {
    struct gpu_client client;
    struct opening *openings[MEMORY_WORLD_SURFACES];
    uint32_t count;
};

void memory_world_open(struct memory_world *world, struct adapter *adapter);
/** memory_world_close - when all it has queued is done, which must succeed */
void memory_world_close(struct memory_world *world);
/** memory_world_drop - the same, for a client whose device may be lost */
void memory_world_drop(struct memory_world *world);

/** memory_world_add_sized - one more surface, a square. Returns: the status of its creation. */
NTSTATUS memory_world_add_sized(struct memory_world *world, uint32_t kind, uint32_t side,
                                struct opened **opened);
/** memory_world_add - one more surface of MEMORY_WORLD_SIDE, which must succeed */
struct opened *memory_world_add(struct memory_world *world, uint32_t kind);

/** memory_world_fill - queue fills of all of a surface, `count` times over. Does not wait. */
NTSTATUS memory_world_fill(struct memory_world *world, const struct opened *opened, uint32_t color,
                           uint32_t count);
/** memory_world_first_pixel - as the CPU sees it, when the GPU has finished */
uint32_t memory_world_first_pixel(struct opened *opened);

#endif /* TESTS_LIB_MEMORY_WORLD_H */
