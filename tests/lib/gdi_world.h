/* SPDX-License-Identifier: MIT */
/*
 * Random GDI operations on a set of surfaces, done twice: by a cdd and by the naive reference on
 * shadow images. After any number of cases both must hold the same pixels.
 */
#ifndef TESTS_LIB_GDI_WORLD_H
#define TESTS_LIB_GDI_WORLD_H

#include "base/prng.h"
#include "cdd/cdd.h"
#include "cdd/gamma.h"
#include "tests/lib/gdi_reference.h"

enum gdi_world_surface {
    WORLD_PRIMARY,
    WORLD_TEXTURE_ALPHA,
    WORLD_TEXTURE_OPAQUE,
    WORLD_STAGING,
    WORLD_SHARED,   /* STAGING_CPUVISIBLE */
    WORLD_BITMAP,   /* host memory: every operation on it is the CPU's */
    WORLD_COVERAGE, /* STAGING_CPUVISIBLE, holds ClearType coverage; never a destination */
    WORLD_A8,
    WORLD_A8_SHARED,
    WORLD_SURFACE_COUNT,
};

struct gdi_world {
    struct cdd *cdd;
    struct prng prng;
    struct cdd_surface *surfaces[WORLD_SURFACE_COUNT];
    struct gdi_image shadows[WORLD_SURFACE_COUNT];
    struct gamma gamma;      /* the same table the cdd uses: input of the operation */
    uint32_t bitmap_percent; /* how often a case uses WORLD_BITMAP */
    bool keep_apart;         /* stretching cases never have the destination as their source */
    char last[256];          /* the last case in words */
};

/** gdi_world_open - surfaces with random content. Returns: false when one cannot be made. */
bool gdi_world_open(struct gdi_world *world, struct cdd *cdd, uint64_t seed);
void gdi_world_close(struct gdi_world *world);

/** gdi_world_refresh - new random content everywhere. Returns: false when a surface fails. */
bool gdi_world_refresh(struct gdi_world *world);

/** gdi_world_case - one random operation. Returns: what the cdd returned. */
NTSTATUS gdi_world_case(struct gdi_world *world, DXGK_RENDERKM_OPERATION operation);

/**
 * gdi_world_compare - read every surface back and compare
 * @difference: receives the first difference in words
 */
bool gdi_world_compare(struct gdi_world *world, char *difference, size_t size_bytes);

#endif /* TESTS_LIB_GDI_WORLD_H */
