/* SPDX-License-Identifier: MIT */
#include "cdd/operation.h"

#include "cdd/cdd_private.h"
#include "cdd/pixel_check.h"
#include "cdd/shadow.h"
#include "trace/trace.h"

bool operation_stretches(const struct operation *operation)
{
    return operation->opcode != DXGK_GDIOP_COLORFILL &&
           (rect_width(operation->src_rect) != rect_width(operation->dst_rect) ||
            rect_height(operation->src_rect) != rect_height(operation->dst_rect));
}

bool operation_is_stretchable(const struct operation *operation)
{
    return rect_is_valid(operation->dst_rect) && rect_is_valid(operation->src_rect) &&
           rect_contains(cdd_surface_bounds(operation->src), operation->src_rect) &&
           (!rect_is_empty(operation->src_rect) || rect_is_empty(operation->dst_rect)) &&
           operation->src->bytes_per_pixel == 4 && operation->dst->bytes_per_pixel == 4;
}

void operation_prepare(struct operation *operation)
{
    RECT bounds = rect_intersect(operation->dst_rect, cdd_surface_bounds(operation->dst));

    /* BitBlt's source and ClearType's coverage may hang over their surfaces; what they do not have
     * is not drawn. The other operations' source rectangles are inside, which their files check. */
    if (operation->opcode == DXGK_GDIOP_BITBLT) {
        RECT have = rect_offset(cdd_surface_bounds(operation->src),
                                operation->dst_rect.left - operation->src_rect.left,
                                operation->dst_rect.top - operation->src_rect.top);
        bounds = rect_intersect(bounds, have);
    } else if (operation->opcode == DXGK_GDIOP_CLEARTYPEBLEND) {
        RECT have = rect_offset(cdd_surface_bounds(operation->src), -operation->offset_x,
                                -operation->offset_y);
        bounds = rect_intersect(bounds, have);
    }
    operation->bounds = bounds;
    operation->overlaps = operation->src == operation->dst &&
                          operation->opcode != DXGK_GDIOP_CLEARTYPEBLEND &&
                          rect_meets(operation->src_rect, operation->dst_rect);
}

/*
 * Sub-rectangles of a move on one surface are sent so that none overwrites what a later one reads:
 * against the direction of the movement. A driver may then work them off one by one.
 */
static void cursor_start(const struct operation *operation, struct region_cursor *cursor)
{
    bool down = operation->overlaps && operation->dst_rect.top > operation->src_rect.top;
    bool right = operation->overlaps && operation->dst_rect.left > operation->src_rect.left;

    region_cursor_init(cursor, operation->clip, operation->bounds, down, right);
}

static uint32_t count_rects(const struct operation *operation)
{
    struct region_cursor cursor;
    RECT rect;
    uint32_t count = 0;

    if (rect_is_empty(operation->bounds)) {
        return 0;
    }
    if (operation->clip == NULL) {
        return 1;
    }
    cursor_start(operation, &cursor);
    while (region_cursor_next(&cursor, &rect)) {
        count++;
    }
    return count;
}

/* Room in the batch for a record, after a flush when there is none. */
static NTSTATUS append(struct cdd *cdd, const struct operation *operation, uint32_t rect_count,
                       uint32_t *indices, DXGK_RENDERKM_COMMAND **command, RECT **rects)
{
    const struct batch_use uses[BATCH_RECORD_SURFACES_MAX] = {
        [OPERATION_DST] = { .surface = operation->dst, .written = true },
        [OPERATION_SRC] = { .surface = operation->src },
        [OPERATION_GAMMA] = { .surface = operation->gamma },
        [OPERATION_TEMP] = { .surface = operation->temp, .written = true },
    };

    *command = batch_append(&cdd->batch, operation->opcode, uses, BATCH_RECORD_SURFACES_MAX,
                            rect_count, indices, rects);
    if (*command == NULL) {
        NTSTATUS status = cdd_flush(cdd);

        if (!NT_SUCCESS(status)) {
            return status;
        }
        *command = batch_append(&cdd->batch, operation->opcode, uses, BATCH_RECORD_SURFACES_MAX,
                                rect_count, indices, rects);
        DXGH_ASSERT(*command != NULL);
    }
    return STATUS_SUCCESS;
}

static NTSTATUS record(struct cdd *cdd, const struct operation *operation, uint32_t rect_count)
{
    uint32_t rects_max = batch_rects_max(&cdd->batch, operation->opcode);
    struct region_cursor cursor;

    if (operation->clip != NULL) {
        cursor_start(operation, &cursor);
    }
    while (rect_count != 0) {
        uint32_t indices[BATCH_RECORD_SURFACES_MAX];
        uint32_t part = DXGH_MIN(rect_count, rects_max);
        DXGK_RENDERKM_COMMAND *command;
        RECT *rects;
        NTSTATUS status = append(cdd, operation, part, indices, &command, &rects);

        if (!NT_SUCCESS(status)) {
            return status;
        }
        if (operation->clip == NULL) {
            rects[0] = operation->bounds;
        } else {
            for (uint32_t i = 0; i < part; i++) {
                bool more = region_cursor_next(&cursor, &rects[i]);
                DXGH_ASSERT(more);
            }
        }
        operation->encode(operation, indices, command, rects, part);
        cdd->statistics.records++;
        cdd->statistics.sub_rects += part;
        rect_count -= part;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS record_checked(struct cdd *cdd, const struct operation *operation,
                               uint32_t rect_count)
{
    struct pixel_check check;
    NTSTATUS status = pixel_check_begin(&check, cdd, operation);

    if (NT_SUCCESS(status)) {
        status = record(cdd, operation, rect_count);
    }
    return pixel_check_end(&check, status);
}

/* Whether the sub-rectangles can go to the driver in any number of pieces without one piece
 * destroying the source of another. */
static bool can_be_split(const struct operation *operation, uint32_t rect_count)
{
    return !operation->overlaps || rect_count <= 1 || !operation_stretches(operation);
}

/* The scratch surfaces carry pixels between the CPU and the others, also those of the check. */
static bool is_to_be_checked(const struct cdd *cdd, const struct operation *operation)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(cdd->scratch); i++) {
        if (cdd->scratch[i] != NULL &&
            (operation->src == cdd->scratch[i] || operation->dst == cdd->scratch[i])) {
            return false;
        }
    }
    return cdd->check_pixels && !cdd->checking;
}

static NTSTATUS draw_on_shadow(struct cdd *cdd, const struct operation *operation)
{
    NTSTATUS status = shadow_before(cdd, operation);

    if (NT_SUCCESS(status)) {
        status = fallback_run(cdd, operation);
    }
    if (NT_SUCCESS(status)) {
        shadow_after(cdd, operation);
    }
    return status;
}

static NTSTATUS show_frame(struct cdd *cdd)
{
    NTSTATUS status;

    if (cdd->frame_operations == 0 || !cdd->mode_is_set ||
        ++cdd->operations_since_frame < cdd->frame_operations) {
        return STATUS_SUCCESS;
    }
    cdd->operations_since_frame = 0;
    status = cdd_finish(cdd);
    if (NT_SUCCESS(status)) {
        cdd->frame(cdd->frame_context);
    }
    return status;
}

static NTSTATUS draw(struct cdd *cdd, struct operation *operation)
{
    operation_prepare(operation);

    uint32_t rect_count = count_rects(operation);

    if (rect_count == 0) {
        return STATUS_SUCCESS;
    }
    cdd->statistics.operations[operation->opcode]++;
    trace_emit(cdd->machine, TRACE_CDD_OPERATION, operation->opcode, rect_count, 0);

    if (restrict_permits(cdd, operation) && can_be_split(operation, rect_count)) {
        return is_to_be_checked(cdd, operation) ? record_checked(cdd, operation, rect_count)
                                                : record(cdd, operation, rect_count);
    }
    cdd->statistics.fallbacks[operation->opcode]++;
    trace_emit(cdd->machine, TRACE_CDD_FALLBACK, operation->opcode, 0, 0);
    return cdd->shadow == NULL ? fallback_run(cdd, operation) : draw_on_shadow(cdd, operation);
}

NTSTATUS operation_run(struct cdd *cdd, struct operation *operation)
{
    NTSTATUS status = draw(cdd, operation);

    return NT_SUCCESS(status) ? show_frame(cdd) : status;
}
