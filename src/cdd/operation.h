/* SPDX-License-Identifier: MIT */
/*
 * One GDI operation on its way: checked, cut to its surfaces, then recorded or done by the CPU.
 * fill.c, blt.c, alpha.c, stretch.c, transparent.c and cleartype.c make these; operation.c
 * drives them; restrict.c decides who does the work; fallback.c is the CPU's part.
 */
#ifndef CDD_OPERATION_H
#define CDD_OPERATION_H

#include "cdd/batch.h"
#include "cdd/cdd.h"
#include "cdd/raster.h"

struct operation {
    DXGK_RENDERKM_OPERATION opcode;
    struct cdd_surface *dst;
    struct cdd_surface *src;   /* coverage for ClearTypeBlend, NULL for ColorFill */
    struct cdd_surface *gamma; /* ClearTypeBlend only */
    struct cdd_surface *temp;  /* ClearTypeBlend only, when the driver wants one */
    RECT dst_rect;             /* not empty */
    RECT src_rect;             /* of dst_rect's size for BitBlt; unused for ColorFill */
    RECT bounds;               /* what may be drawn: inside dst_rect and dst */
    const struct region *clip;
    bool overlaps; /* source and destination rectangles meet on one surface */
    /* by opcode */
    uint32_t rop;
    uint8_t rop3; /* always the equivalent code, whatever rop says */
    uint32_t color;
    uint32_t color2;
    uint8_t constant_alpha;
    bool has_alpha;
    bool honor_alpha;
    bool mirror_x;
    bool mirror_y;
    uint32_t mode;
    uint32_t gamma_row;
    int32_t offset_x;
    int32_t offset_y;
    /* Fill the record's argument; rects is rect_count sub-rectangles. */
    void (*encode)(const struct operation *operation, const uint32_t indices[],
                   DXGK_RENDERKM_COMMAND *command, RECT *rects, uint32_t rect_count);
};

/* Order of the surfaces in batch_use and in encode's indices. */
enum { OPERATION_DST, OPERATION_SRC, OPERATION_GAMMA, OPERATION_TEMP };

/** operation_prepare - compute bounds and overlaps from the rest */
void operation_prepare(struct operation *operation);

/** operation_run - prepare and draw it */
NTSTATUS operation_run(struct cdd *cdd, struct operation *operation);

/**
 * operation_is_stretchable - what AlphaBlend, StretchBlt and TransparentBlt have in common
 * Both rectangles are well ordered, the source's is inside its surface and is not empty unless the
 * destination's is, and all pixels are 32 bits.
 */
bool operation_is_stretchable(const struct operation *operation);

/** operation_stretches - source and destination rectangles differ in size */
bool operation_stretches(const struct operation *operation);

/** restrict_permits - whether DxgkDdiRenderKm may be asked for this operation */
bool restrict_permits(const struct cdd *cdd, const struct operation *operation);

/** fallback_source_rect - the part of the source that the operation may read */
RECT fallback_source_rect(const struct operation *operation);

/**
 * fallback_copy - pixels of a surface in memory of our own
 * @copy: filled in on success; its pixels are the caller's to free (machine_heap_free)
 */
NTSTATUS fallback_copy(struct cdd *cdd, struct cdd_surface *surface, RECT rect,
                       struct raster *copy);

/** fallback_draw - the operation on memory: all of it that its clip and bounds leave */
void fallback_draw(const struct cdd *cdd, const struct operation *operation,
                   const struct raster *dst, const struct raster *src, enum raster_ties ties);

/** fallback_run - do it on the CPU, after everything recorded before it */
NTSTATUS fallback_run(struct cdd *cdd, const struct operation *operation);

#endif /* CDD_OPERATION_H */
