/* SPDX-License-Identifier: MIT */
#include "cdd/shadow.h"

#include "cdd/cdd_private.h"
#include "machine/heap.h"
#include "nt/user.h"

NTSTATUS shadow_create(struct cdd *cdd, uint32_t width, uint32_t height)
{
    struct machine *machine = cdd->machine;
    size_t bytes = (size_t)align_up((uint64_t)width * height * 4, DXGH_PAGE_SIZE);
    void *memory = nt_user_alloc(machine, bytes);

    if (memory == NULL) {
        return STATUS_NO_MEMORY;
    }
    cdd->shadow = MACHINE_NEW(machine, struct shadow);
    cdd->shadow->memory = memory;
    cdd->shadow->picture.pixels = memory;
    cdd->shadow->picture.pitch = width * 4;
    cdd->primary = MACHINE_NEW(machine, struct cdd_surface);
    *cdd->primary = (struct cdd_surface){
        .cdd = cdd,
        .pixels = memory,
        .type = D3DKMDT_GDISURFACE_INVALID,
        .is_primary = true,
        .width = width,
        .height = height,
        .pitch = width * 4,
        .format = D3DDDIFMT_X8R8G8B8,
        .bytes_per_pixel = 4,
    };
    list_push_back(&cdd->surfaces, &cdd->primary->link);
    return STATUS_SUCCESS;
}

void shadow_destroy(struct cdd *cdd)
{
    if (cdd->shadow == NULL) {
        return;
    }
    list_remove(&cdd->primary->link);
    machine_heap_free(cdd->machine, cdd->primary);
    cdd->primary = NULL;
    nt_user_free(cdd->machine, cdd->shadow->memory);
    machine_heap_free(cdd->machine, cdd->shadow);
    cdd->shadow = NULL;
}

static bool is_move(const struct cdd *cdd, const struct operation *operation)
{
    return operation->opcode == DXGK_GDIOP_BITBLT && operation->rop == DXGK_GDIROP_SRCCOPY &&
           operation->src == cdd->primary && operation->dst == cdd->primary &&
           operation->clip == NULL;
}

NTSTATUS shadow_before(struct cdd *cdd, const struct operation *operation)
{
    const struct display_only_picture *picture = &cdd->shadow->picture;

    if (is_move(cdd, operation) &&
        (picture->dirty_count > 0 || picture->move_count == PRESENT_DISPLAY_ONLY_RECTS_MAX)) {
        return shadow_flush(cdd);
    }
    return STATUS_SUCCESS;
}

static RECT united(RECT a, RECT b)
{
    return rect_make(DXGH_MIN(a.left, b.left), DXGH_MIN(a.top, b.top), DXGH_MAX(a.right, b.right),
                     DXGH_MAX(a.bottom, b.bottom));
}

/* Rectangles that meet become one, and so do the last two when there is no room. */
static void add_dirty(struct display_only_picture *picture, RECT rect)
{
    for (uint32_t i = 0; i < picture->dirty_count; i++) {
        if (rect_meets(picture->dirty[i], rect)) {
            picture->dirty[i] = united(picture->dirty[i], rect);
            return;
        }
    }
    if (picture->dirty_count == PRESENT_DISPLAY_ONLY_RECTS_MAX) {
        RECT *last = &picture->dirty[picture->dirty_count - 1];

        *last = united(*last, rect);
        return;
    }
    picture->dirty[picture->dirty_count++] = rect;
}

void shadow_after(struct cdd *cdd, const struct operation *operation)
{
    struct display_only_picture *picture = &cdd->shadow->picture;

    if (operation->dst != cdd->primary) {
        return;
    }
    if (is_move(cdd, operation)) {
        picture->moves[picture->move_count++] = (D3DKMT_MOVE_RECT){
            .SourcePoint = { operation->bounds.left + operation->src_rect.left -
                                 operation->dst_rect.left,
                             operation->bounds.top + operation->src_rect.top -
                                 operation->dst_rect.top },
            .DestRect = operation->bounds,
        };
        return;
    }
    add_dirty(picture, operation->bounds);
}

NTSTATUS shadow_flush(struct cdd *cdd)
{
    struct display_only_picture *picture = &cdd->shadow->picture;
    NTSTATUS status;

    if (picture->move_count == 0 && picture->dirty_count == 0) {
        return STATUS_SUCCESS;
    }
    status = dxgk_present_display_only(cdd->adapter, picture);
    picture->move_count = 0;
    picture->dirty_count = 0;
    cdd->statistics.flushes++;
    return status;
}
