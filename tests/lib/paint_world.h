/* SPDX-License-Identifier: MIT */
/*
 * A random set of textures, drawn on through a cdd and, as plain arrays, by the test itself. With
 * less video memory than the textures need, every step pages; the pixels must not know.
 */
#ifndef TESTS_LIB_PAINT_WORLD_H
#define TESTS_LIB_PAINT_WORLD_H

#include "base/prng.h"
#include "cdd/cdd.h"
#include "cdd/surface.h"

#define PAINT_SURFACES_MAX 24u
#define PAINT_SIDE_MAX 128u

struct paint_world {
    struct cdd *cdd;
    struct prng prng;
    uint32_t count;
    struct cdd_surface *surfaces[PAINT_SURFACES_MAX];
    uint32_t *shadows[PAINT_SURFACES_MAX];
    char why[200]; /* what failed */
};

/** paint_world_open - `count` textures of up to bytes_max each, filled. Returns: false with why */
bool paint_world_open(struct paint_world *world, struct cdd *cdd, uint64_t seed, uint32_t count,
                      uint32_t bytes_max);
/** paint_world_step - one random operation, and now and then a flush. Returns: false with why */
bool paint_world_step(struct paint_world *world);
/** paint_world_compare - Returns: whether every texture holds what it should; else why */
bool paint_world_compare(struct paint_world *world);
void paint_world_close(struct paint_world *world);

#endif /* TESTS_LIB_PAINT_WORLD_H */
