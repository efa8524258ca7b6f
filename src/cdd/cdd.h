/* SPDX-License-Identifier: MIT */
/*
 * The Canonical Display Driver: GDI drawing on an adapter.
 *
 * Operations become DXGK_RENDERKM_COMMAND records in a batch; a flush hands the batch to
 * DxgkDdiRenderKm. What the driver's DXGK_PRESENTATIONCAPS or the surface types rule out is done by
 * the CPU on a mapped surface after the GPU has finished, with the same pixels. Within one cdd all
 * operations take effect in the order of the calls.
 *
 * IRQL: PASSIVE_LEVEL for everything here. One cdd is used by one thread at a time.
 * Tests: tests/unit/cdd_*_test.c, tests/scenario/pixels_test.c
 */
#ifndef CDD_CDD_H
#define CDD_CDD_H

#include "cdd/rect.h"
#include "cdd/region.h"
#include "cdd/surface.h"
#include "dxgk/adapter.h"

struct cdd;

/* Bytes of command records gathered before a flush becomes necessary. */
#define CDD_BATCH_BYTES_DEFAULT (128u * 1024u)
#define CDD_BATCH_BYTES_MIN 4096u

struct cdd_config {
    struct process *process; /* owner of the GDI device; NULL: the system */
    uint32_t width;          /* of the primary, pixels */
    uint32_t height;
    D3DDDIFORMAT format; /* X8R8G8B8 or A8R8G8B8; 0: X8R8G8B8 */
    /* UNINITIALIZED: none. Sizes are those of the desktop, upright. Display-only drivers only. */
    D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation;
    uint32_t batch_bytes; /* 0: CDD_BATCH_BYTES_DEFAULT */
    bool check_pixels;    /* hold every operation's result against the CPU's; one at a time, slow */
    /* For who watches a picture grow: after so many operations all of them are finished and `frame`
     * is called, on the drawing thread; 0: never. */
    uint32_t frame_operations;
    void (*frame)(void *context);
    void *frame_context;
};

/* A reason in words, for what people supply: files, fonts, scenes. */
struct cdd_error {
    NTSTATUS status;
    char text[320];
};

/** cdd_error_set - fill an error (NULL is fine). Returns: status, to be returned on. */
NTSTATUS cdd_error_set(struct cdd_error *error, NTSTATUS status, const char *format, ...)
    DXGH_PRINTF(3, 4);

/* Counters since creation, indexed by DXGK_RENDERKM_OPERATION where they are arrays. */
struct cdd_statistics {
    uint64_t operations[DXGK_GDIOP_CLEARTYPEBLEND + 1]; /* calls that touched a pixel */
    uint64_t fallbacks[DXGK_GDIOP_CLEARTYPEBLEND + 1];  /* of those, done by the CPU */
    uint64_t records;                                   /* sent to the driver */
    uint64_t sub_rects;
    uint64_t flushes;
    uint64_t bytes;
};

/**
 * cdd_create - a GDI device and context, and a primary on the screen, filled with black
 * With a display-only driver the CPU draws everything, and a flush presents what changed.
 * Returns: STATUS_SUCCESS; STATUS_NOT_SUPPORTED when the adapter has no GDI acceleration, or is to
 * rotate with it;
 * STATUS_INVALID_PARAMETER for a size or format that cannot be a primary; else the status of the
 * step that failed. Nothing is left behind on failure and *cdd is NULL.
 * Source: display/initialization-and-dma-buffer-creation.md
 */
NTSTATUS cdd_create(struct adapter *adapter, const struct cdd_config *config, struct cdd **cdd);

/**
 * cdd_destroy - finish what was drawn, switch the screen off and free everything. Accepts NULL.
 * Surfaces that are still alive are destroyed; their pointers die with the cdd.
 */
void cdd_destroy(struct cdd *cdd);

struct machine *cdd_machine(const struct cdd *cdd);
struct adapter *cdd_adapter(const struct cdd *cdd);
struct cdd_surface *cdd_primary(const struct cdd *cdd);
const struct cdd_statistics *cdd_statistics(const struct cdd *cdd);

/**
 * cdd_flush - hand all records gathered so far to the driver. Does not wait for the GPU.
 * Returns: STATUS_SUCCESS, also when there was nothing; else what dxgk_render_km returned, and the
 * records are gone.
 */
NTSTATUS cdd_flush(struct cdd *cdd);
/** cdd_finish - flush and wait until the GPU has done all of it */
NTSTATUS cdd_finish(struct cdd *cdd);

/**
 * cdd_repaint - the screen was off and shows the primary again: a mode was set behind it
 * Returns: as cdd_finish.
 */
NTSTATUS cdd_repaint(struct cdd *cdd);

/*
 * The operations. For all of them:
 *   dst_rect   where the whole result would lie; may hang over the destination
 *   clip       what of it is drawn; NULL: no limit besides the surface
 * Returns: STATUS_SUCCESS, also when nothing was left to draw; STATUS_INVALID_PARAMETER for an
 * ill-ordered rectangle, one beyond RECT_COORDINATE_LIMIT, or a value outside the documented ones;
 * otherwise the failure of a flush or of mapping a surface for the CPU.
 */

struct cdd_fill {
    struct cdd_surface *dst;
    RECT dst_rect;
    const struct region *clip;
    uint32_t color; /* A8R8G8B8 */
    DXGK_GDIROP_COLORFILL rop;
    uint8_t rop3; /* with DXGK_GDIROPCF_ROP3: a code that ignores the source */
};
NTSTATUS cdd_fill(struct cdd *cdd, const struct cdd_fill *fill);

struct cdd_blt {
    struct cdd_surface *dst;
    struct cdd_surface *src; /* of equal pixel size */
    RECT dst_rect;
    int32_t src_x; /* source of dst_rect's first pixel; pixels outside the source are not drawn */
    int32_t src_y;
    const struct region *clip;
    DXGK_GDIROP_BITBLT rop;
    uint8_t rop3;     /* with DXGK_GDIROP_ROP3 */
    uint32_t pattern; /* A8R8G8B8: colour of P for the codes that use it */
};
NTSTATUS cdd_blt(struct cdd *cdd, const struct cdd_blt *blt);

struct cdd_alpha_blend {
    struct cdd_surface *dst;
    struct cdd_surface *src; /* premultiplied by its alpha when has_alpha */
    RECT dst_rect;
    RECT src_rect; /* inside the source; another size than dst_rect's stretches */
    const struct region *clip;
    uint8_t constant_alpha; /* 255: opaque */
    bool has_alpha;         /* the source's alpha byte counts */
};
NTSTATUS cdd_alpha_blend(struct cdd *cdd, const struct cdd_alpha_blend *blend);

enum cdd_stretch_mode { /* values of Wingdi.h */
                        CDD_STRETCH_BLACKONWHITE = 1,
                        CDD_STRETCH_WHITEONBLACK = 2,
                        CDD_STRETCH_COLORONCOLOR = 3,
};
struct cdd_stretch {
    struct cdd_surface *dst;
    struct cdd_surface *src;
    RECT dst_rect;
    RECT src_rect; /* inside the source */
    const struct region *clip;
    enum cdd_stretch_mode mode;
    bool mirror_x;
    bool mirror_y;
};
NTSTATUS cdd_stretch(struct cdd *cdd, const struct cdd_stretch *stretch);

struct cdd_transparent {
    struct cdd_surface *dst;
    struct cdd_surface *src;
    RECT dst_rect;
    RECT src_rect; /* inside the source */
    const struct region *clip;
    uint32_t color;   /* the colour that is not drawn, A8R8G8B8 */
    bool honor_alpha; /* compare all 32 bits; otherwise color's top byte must be 0 to match */
};
NTSTATUS cdd_transparent(struct cdd *cdd, const struct cdd_transparent *transparent);

#define CDD_GAMMA_NONE 0xFFFFFFFFu
struct cdd_cleartype {
    struct cdd_surface *dst;
    struct cdd_surface *alpha; /* coverage per component; pixels outside it are not drawn */
    RECT dst_rect;
    int32_t offset_x; /* alpha pixel of (x, y) is (x + offset_x, y + offset_y) */
    int32_t offset_y;
    const struct region *clip;
    uint32_t color;     /* A8R8G8B8, not gamma corrected; cdd corrects it */
    uint32_t gamma_row; /* 0..15 or CDD_GAMMA_NONE */
};
NTSTATUS cdd_cleartype(struct cdd *cdd, const struct cdd_cleartype *cleartype);

#endif /* CDD_CDD_H */
