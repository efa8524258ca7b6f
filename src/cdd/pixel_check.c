/* SPDX-License-Identifier: MIT */
#include "cdd/pixel_check.h"

#include "cdd/cdd_private.h"
#include "machine/heap.h"
#include "verify/verify.h"

#include <stdlib.h>
#include <string.h>

#define TIES_COUNT 4 /* either formula, an axis each */

static NTSTATUS read_copy(struct pixel_check *check, struct cdd_surface *surface, RECT rect,
                          struct raster *copy)
{
    NTSTATUS status;

    check->cdd->checking = true;
    status = fallback_copy(check->cdd, surface, rect, copy);
    check->cdd->checking = false;
    return status;
}

NTSTATUS pixel_check_begin(struct pixel_check *check, struct cdd *cdd,
                           const struct operation *operation)
{
    NTSTATUS status;

    *check = (struct pixel_check){
        .cdd = cdd,
        .operation = operation,
        .area = rect_intersect(operation->dst_rect, cdd_surface_bounds(operation->dst)),
    };
    status = read_copy(check, operation->dst, check->area, &check->before);
    if (NT_SUCCESS(status) && operation->src != NULL) {
        status = read_copy(check, operation->src, fallback_source_rect(operation), &check->source);
    }
    return status;
}

static bool has_pitch(const struct cdd_surface *surface)
{
    return surface != NULL && (surface->type == D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE ||
                               surface->type == D3DKMDT_GDISURFACE_EXISTINGSYSMEM);
}

static enum rule rule_of(const struct operation *operation)
{
    if (operation->dst->bytes_per_pixel == 1) {
        return RULE_GDI_07;
    }
    switch (operation->opcode) {
    case DXGK_GDIOP_BITBLT:
        if (has_pitch(operation->src) || has_pitch(operation->dst)) {
            return RULE_GDI_05;
        }
        return operation->rop == DXGK_GDIROP_SRCCOPY ? RULE_GDI_04 : RULE_GDI_08;
    case DXGK_GDIOP_COLORFILL:
        return operation->rop == DXGK_GDIROPCF_PATCOPY ? RULE_GDI_11 : RULE_GDI_10;
    case DXGK_GDIOP_ALPHABLEND:
        return operation_stretches(operation) ? RULE_GDI_14 : RULE_GDI_12;
    case DXGK_GDIOP_STRETCHBLT:
        return RULE_GDI_15;
    case DXGK_GDIOP_TRANSPARENTBLT:
        return operation_stretches(operation) ? RULE_GDI_14 : RULE_GDI_18;
    default:
        return operation->gamma_row == CDD_GAMMA_NONE ? RULE_GDI_22 : RULE_GDI_20;
    }
}

/* A mono mode combines the pixels that fall together, and the page does not say where those at an
 * edge belong: only whole ratios leave no choice. */
static bool is_defined(const struct operation *operation)
{
    return operation->opcode != DXGK_GDIOP_STRETCHBLT ||
           operation->mode == CDD_STRETCH_COLORONCOLOR ||
           (rect_width(operation->src_rect) % rect_width(operation->dst_rect) == 0 &&
            rect_height(operation->src_rect) % rect_height(operation->dst_rect) == 0);
}

/* Colours that are computed may be rounded either way, and a blend's alpha is nobody's business. */
static bool same_pixel(const struct operation *operation, const uint8_t *drawn,
                       const uint8_t *wanted)
{
    bool blends = operation->opcode == DXGK_GDIOP_ALPHABLEND ||
                  operation->opcode == DXGK_GDIOP_CLEARTYPEBLEND;
    bool has_alpha = operation->dst->format == D3DDDIFMT_A8R8G8B8;

    if (operation->dst->bytes_per_pixel == 1) {
        return drawn[0] == wanted[0];
    }
    for (int i = 0; i < 3; i++) {
        if (abs(drawn[i] - wanted[i]) > (blends ? 1 : 0)) {
            return false;
        }
    }
    return !has_alpha || operation->opcode == DXGK_GDIOP_ALPHABLEND || drawn[3] == wanted[3];
}

static uint32_t pixel_value(const struct raster *raster, int32_t x, int32_t y)
{
    uint32_t value = 0;

    memcpy(&value, raster_at(raster, x, y), raster->bytes_per_pixel);
    return value;
}

static struct raster draw_expected(const struct pixel_check *check, enum raster_ties ties)
{
    struct raster expected = check->before;
    size_t bytes = expected.pitch * (size_t)rect_height(check->area);

    expected.pixels = machine_heap_alloc(check->cdd->machine, bytes);
    memcpy(expected.pixels, check->before.pixels, bytes);
    fallback_draw(check->cdd, check->operation, &expected,
                  check->source.pixels == NULL ? NULL : &check->source, ties);
    return expected;
}

static void report(const struct pixel_check *check, const struct raster *drawn,
                   const struct raster *expected, int32_t x, int32_t y)
{
    static const char *const names[] = {
        [DXGK_GDIOP_BITBLT] = "BitBlt",
        [DXGK_GDIOP_COLORFILL] = "ColorFill",
        [DXGK_GDIOP_ALPHABLEND] = "AlphaBlend",
        [DXGK_GDIOP_STRETCHBLT] = "StretchBlt",
        [DXGK_GDIOP_TRANSPARENTBLT] = "TransparentBlt",
        [DXGK_GDIOP_CLEARTYPEBLEND] = "ClearTypeBlend",
    };
    const struct operation *operation = check->operation;

    verify_report(check->cdd->machine, rule_of(operation), "DxgkDdiRenderKm",
                  "%s to (%d,%d)-(%d,%d), rop %u: pixel (%d,%d) is 0x%08X, and 0x%08X is expected; "
                  "before the operation it was 0x%08X.",
                  names[operation->opcode], operation->dst_rect.left, operation->dst_rect.top,
                  operation->dst_rect.right, operation->dst_rect.bottom, operation->rop, x, y,
                  pixel_value(drawn, x, y), pixel_value(expected, x, y),
                  pixel_value(&check->before, x, y));
}

static bool any_matches(const struct pixel_check *check, const struct raster *drawn,
                        const struct raster *expected, uint32_t count, int32_t x, int32_t y)
{
    for (uint32_t i = 0; i < count; i++) {
        if (same_pixel(check->operation, raster_at(drawn, x, y), raster_at(&expected[i], x, y))) {
            return true;
        }
    }
    return false;
}

static void compare(const struct pixel_check *check, const struct raster *drawn)
{
    struct raster expected[TIES_COUNT];
    uint32_t count = operation_stretches(check->operation) ? TIES_COUNT : 1;
    bool wrong = false;

    for (uint32_t i = 0; i < count; i++) {
        expected[i] = draw_expected(check, (enum raster_ties)i);
    }
    for (int32_t y = check->area.top; y < check->area.bottom && !wrong; y++) {
        for (int32_t x = check->area.left; x < check->area.right && !wrong; x++) {
            wrong = !any_matches(check, drawn, expected, count, x, y);
            if (wrong) {
                report(check, drawn, &expected[0], x, y);
            }
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        machine_heap_free(check->cdd->machine, expected[i].pixels);
    }
}

NTSTATUS pixel_check_end(struct pixel_check *check, NTSTATUS status)
{
    struct raster drawn = { 0 };

    if (NT_SUCCESS(status)) {
        status = cdd_finish(check->cdd);
    }
    if (NT_SUCCESS(status) && is_defined(check->operation)) {
        status = read_copy(check, check->operation->dst, check->area, &drawn);
        if (NT_SUCCESS(status)) {
            compare(check, &drawn);
        }
    }
    machine_heap_free(check->cdd->machine, drawn.pixels);
    machine_heap_free(check->cdd->machine, check->before.pixels);
    machine_heap_free(check->cdd->machine, check->source.pixels);
    return status;
}
