/* SPDX-License-Identifier: MIT */
/*
 * A graphics kernel for tests of the CDD: the functions of dxgk/ it calls, over plain memory.
 *
 * dxgk_render_km checks every duty the documents lay on the sender of a command buffer and then
 * draws it with the naive reference. Including this file defines the functions, so that the linker
 * does not take the real ones; include it from one file of a program.
 */
#ifndef TESTS_UNIT_CDD_MOCK_H
#define TESTS_UNIT_CDD_MOCK_H

#include "cdd/cdd_private.h"
#include "cdd/operation.h"
#include "dxgk/device.h"
#include "dxgk/display_path.h"
#include "dxgk/present_display_only.h"
#include "dxgk/render.h"
#include "machine/heap.h"
#include "tests/lib/gdi_reference.h"
#include "tests/lib/test.h"

#include <string.h>

struct allocation {
    struct surface_request request;
    uint8_t *memory;
    uint32_t stride;         /* real bytes per row */
    uint32_t reported_pitch; /* what the driver says: 0 for surfaces it keeps to itself */
    bool locked;
};

static struct mock {
    struct machine *machine;
    DXGK_DRIVERCAPS caps;
    bool has_gdi;
    uint32_t live_allocations;
    uint32_t live_devices;
    uint32_t live_contexts;
    bool mode_set;
    /* the next call of a kind answers this, once */
    NTSTATUS fail_surface;
    NTSTATUS fail_render;
    NTSTATUS fail_lock;
    NTSTATUS fail_device;
    NTSTATUS fail_context;
    NTSTATUS fail_mode;
    uint32_t bad_pitch; /* what the next linear surface reports instead */
    /* seen */
    uint32_t render_calls;
    uint32_t records;
    uint32_t rects;
    uint32_t locks;
    uint32_t counts[DXGK_GDIOP_CLEARTYPEBLEND + 1];
    uint32_t last_reference_count;
    DXGK_RENDERKM_COMMAND last; /* the last record; pSubRects is stale */
    RECT last_rects[64];
} mock;

static inline NTSTATUS mock_take(NTSTATUS *failure)
{
    NTSTATUS status = *failure;

    *failure = STATUS_SUCCESS;
    return status;
}

struct machine *dxgk_adapter_machine(const struct adapter *adapter)
{
    (void)adapter;
    return mock.machine;
}

const DXGK_DRIVERCAPS *dxgk_adapter_caps(const struct adapter *adapter)
{
    (void)adapter;
    return &mock.caps;
}

/* The other kind of driver is tests/scenario/display_only_test.c's. */
bool dxgk_adapter_is_display_only(const struct adapter *adapter)
{
    (void)adapter;
    return false;
}

NTSTATUS dxgk_mode_set_display_only(struct adapter *adapter, uint32_t width, uint32_t height,
                                    D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation)
{
    (void)adapter;
    (void)rotation;
    (void)width;
    (void)height;
    return STATUS_NOT_IMPLEMENTED;
}

NTSTATUS dxgk_present_display_only(struct adapter *adapter,
                                   const struct display_only_picture *picture)
{
    (void)adapter;
    (void)picture;
    return STATUS_NOT_IMPLEMENTED;
}

bool dxgk_adapter_has_gdi(const struct adapter *adapter)
{
    (void)adapter;
    return mock.has_gdi;
}

NTSTATUS dxgk_device_create(struct adapter *adapter, struct process *process, bool gdi,
                            struct device **device)
{
    NTSTATUS status = mock_take(&mock.fail_device);

    (void)adapter;
    (void)process;
    assert_true(gdi);
    if (NT_SUCCESS(status)) {
        mock.live_devices++;
        *device = (struct device *)(void *)&mock.live_devices;
    }
    return status;
}

void dxgk_device_destroy(struct device *device)
{
    if (device != NULL) {
        assert_int_equal(mock.live_contexts, 0);
        assert_int_equal(mock.live_allocations, 0);
        mock.live_devices--;
    }
}

NTSTATUS dxgk_context_create(struct device *device, uint32_t node, bool gdi,
                             const void *private_data, uint32_t private_data_bytes,
                             struct context **context)
{
    NTSTATUS status = mock_take(&mock.fail_context);

    (void)device;
    assert_true(gdi);
    assert_int_equal(node, 0);
    assert_null(private_data);
    assert_int_equal(private_data_bytes, 0);
    if (NT_SUCCESS(status)) {
        mock.live_contexts++;
        *context = (struct context *)(void *)&mock.live_contexts;
    }
    return status;
}

void dxgk_context_destroy(struct context *context)
{
    if (context != NULL) {
        mock.live_contexts--;
    }
}

NTSTATUS dxgk_context_wait_idle(struct context *context)
{
    (void)context;
    return STATUS_SUCCESS;
}

static inline bool mock_is_linear(const struct allocation *allocation)
{
    return allocation->request.gdi_type == D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE ||
           allocation->request.gdi_type == D3DKMDT_GDISURFACE_EXISTINGSYSMEM;
}

NTSTATUS dxgk_surface_create(struct device *device, const struct surface_request *request,
                             struct allocation **created)
{
    NTSTATUS status = mock_take(&mock.fail_surface);
    uint32_t bytes = request->format == D3DDDIFMT_A8 ? 1 : 4;

    (void)device;
    if (!NT_SUCCESS(status)) {
        return status;
    }
    struct allocation *allocation = MACHINE_NEW(mock.machine, struct allocation);

    allocation->request = *request;
    allocation->stride =
        (uint32_t)align_up((uint64_t)request->width * bytes,
                           1u << DXGH_MAX(mock.caps.PresentationCaps.AlignmentShift, 2u));
    allocation->memory =
        machine_heap_alloc(mock.machine, (size_t)allocation->stride * request->height);
    allocation->reported_pitch = mock_is_linear(allocation) ? allocation->stride : 0;
    if (mock_is_linear(allocation) && mock.bad_pitch != 0) {
        allocation->reported_pitch = mock.bad_pitch;
        mock.bad_pitch = 0;
    }
    mock.live_allocations++;
    *created = allocation;
    return STATUS_SUCCESS;
}

void dxgk_allocation_destroy(struct allocation *allocation)
{
    assert_false(allocation->locked);
    mock.live_allocations--;
    machine_heap_free(mock.machine, allocation->memory);
    machine_heap_free(mock.machine, allocation);
}

uint32_t dxgk_allocation_pitch(const struct allocation *allocation)
{
    return allocation->reported_pitch;
}

NTSTATUS dxgk_allocation_lock(struct allocation *allocation, void **pointer)
{
    NTSTATUS status = mock_take(&mock.fail_lock);

    assert_true(mock_is_linear(allocation)); /* the CPU may not see the others */
    assert_false(allocation->locked);
    if (NT_SUCCESS(status)) {
        allocation->locked = true;
        *pointer = allocation->memory;
        mock.locks++;
    }
    return status;
}

void dxgk_allocation_unlock(struct allocation *allocation)
{
    assert_true(allocation->locked);
    allocation->locked = false;
}

NTSTATUS dxgk_mode_set(struct adapter *adapter, struct allocation *primary)
{
    NTSTATUS status = mock_take(&mock.fail_mode);

    (void)adapter;
    assert_int_equal(primary->request.type, D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE);
    mock.mode_set = NT_SUCCESS(status);
    return status;
}

NTSTATUS dxgk_mode_clear(struct adapter *adapter)
{
    (void)adapter;
    assert_true(mock.mode_set);
    mock.mode_set = false;
    return STATUS_SUCCESS;
}

static inline struct gdi_image mock_image(const struct allocation *allocation)
{
    return (struct gdi_image){
        .bytes = allocation->memory,
        .pitch = allocation->stride,
        .width = allocation->request.width,
        .height = allocation->request.height,
        .bytes_per_pixel = allocation->request.format == D3DDDIFMT_A8 ? 1 : 4,
    };
}

/* The allocation behind an index of a record, after every check the documents imply. */
static inline const struct allocation *mock_resolve(const struct render_request *request,
                                                    uint32_t index, bool written)
{
    assert_true(index > 0 && index < request->reference_count);
    assert_non_null(request->references[index].allocation);
    assert_false(request->references[index].allocation->locked);
    if (written) {
        assert_true(request->references[index].written); /* GDI-26 */
    }
    return request->references[index].allocation;
}

/* GDI-01, GDI-02: sub-rectangles are ordered, not empty, inside dst_rect and the surface. */
static inline void mock_check_rects(const struct allocation *dst, RECT dst_rect, const RECT *rects,
                                    uint32_t count)
{
    RECT surface = rect_at(0, 0, (int32_t)dst->request.width, (int32_t)dst->request.height);

    assert_true(count > 0);
    for (uint32_t i = 0; i < count; i++) {
        assert_false(rect_is_empty(rects[i]));
        assert_true(rect_contains(surface, rects[i]));
        assert_true(rect_contains(dst_rect, rects[i]));
        for (uint32_t j = 0; j < i; j++) {
            assert_false(rect_meets(rects[i], rects[j]));
        }
        if (mock_is_linear(dst) && mock.caps.PresentationCaps.StagingRectStartPitchAligned) {
            assert_int_equal(rects[i].left, 0);
        }
    }
}

static inline void mock_check_source(const struct allocation *src, RECT rect, uint32_t pitch)
{
    RECT surface = rect_at(0, 0, (int32_t)src->request.width, (int32_t)src->request.height);

    assert_true(rect_contains(surface, rect)); /* GDI-03, GDI-13 */
    if (mock_is_linear(src)) {
        assert_int_equal(pitch, src->stride);
        assert_int_equal(pitch % (1u << mock.caps.PresentationCaps.AlignmentShift), 0); /* GDI-06 */
        if (mock.caps.PresentationCaps.StagingRectStartPitchAligned) {
            assert_int_equal(rect.left, 0);
        }
    }
}

/* Surfaces the CPU sees and the lookup table are written by plain copies only. */
static inline void mock_check_destination(const struct allocation *dst, bool is_copy)
{
    bool copy_only = mock_is_linear(dst) || dst->request.format == D3DDDIFMT_A8 ||
                     dst->request.gdi_type == D3DKMDT_GDISURFACE_LOOKUPTABLE;

    assert_true(is_copy || !copy_only);
}

static inline void mock_check_same(const struct allocation *dst, const struct allocation *src,
                                   RECT dst_rect, RECT src_rect, bool no_same, bool no_overlap)
{
    DXGK_PRESENTATIONCAPS caps = mock.caps.PresentationCaps;

    if (dst != src) {
        return;
    }
    assert_false(no_same); /* GDI-24 */
    assert_false(no_overlap && rect_meets(dst_rect, src_rect));
    if (dst->request.type == D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE) {
        assert_false(caps.NoScreenToScreenBlt);
        assert_false(caps.NoOverlapScreenBlt && rect_meets(dst_rect, src_rect));
    }
}

/* One sub-rectangle after the other, as a driver may do it. */
static inline void mock_blt(const struct render_request *request, const DXGK_GDIARG_BITBLT *arg)
{
    DXGK_PRESENTATIONCAPS caps = mock.caps.PresentationCaps;
    const struct allocation *dst = mock_resolve(request, arg->DstAllocationIndex, true);
    const struct allocation *src = mock_resolve(request, arg->SrcAllocationIndex, false);
    struct gdi_image dst_image = mock_image(dst);
    struct gdi_image src_image = mock_image(src);

    assert_in_range(arg->Rop, 1, 5);                                     /* GDI-08 */
    assert_true(arg->Rop != DXGK_GDIROP_ROP3 || caps.SupportAllBltRops); /* GDI-09 */
    assert_true(arg->Rop3 <= 0xFF && (arg->Rop3 >> 4) == (arg->Rop3 & 0xF));
    mock_check_rects(dst, arg->DstRect, arg->pSubRects, arg->NumSubRects);
    mock_check_destination(dst, arg->Rop == DXGK_GDIROP_SRCCOPY);
    mock_check_same(dst, src, arg->DstRect, arg->SrcRect, caps.NoSameBitmapBitBlt,
                    caps.NoSameBitmapOverlappedBitBlt);
    assert_int_equal(dst_image.bytes_per_pixel, src_image.bytes_per_pixel);
    for (uint32_t i = 0; i < arg->NumSubRects; i++) {
        RECT rect = arg->pSubRects[i];
        int32_t left = rect.left - arg->DstRect.left + arg->SrcRect.left;
        int32_t top = rect.top - arg->DstRect.top + arg->SrcRect.top;

        mock_check_source(src, rect_at(left, top, rect_width(rect), rect_height(rect)),
                          arg->SrcPitch);
        gdi_reference_blt(&dst_image, rect, &src_image, left, top, (struct gdi_clip){ 0 }, arg->Rop,
                          arg->Rop3, 0);
    }
}

static inline void mock_fill(const struct render_request *request, const DXGK_GDIARG_COLORFILL *arg)
{
    const struct allocation *dst = mock_resolve(request, arg->DstAllocationIndex, true);
    struct gdi_image image = mock_image(dst);

    assert_in_range(arg->Rop, 1, 7); /* GDI-10 */
    assert_true(arg->Rop != DXGK_GDIROPCF_ROP3 || mock.caps.PresentationCaps.SupportAllBltRops);
    assert_int_equal((arg->Rop3 >> 2) & 0x33, arg->Rop3 & 0x33);
    mock_check_rects(dst, arg->DstRect, arg->pSubRects, arg->NumSubRects);
    mock_check_destination(dst, false);
    for (uint32_t i = 0; i < arg->NumSubRects; i++) {
        gdi_reference_fill(&image, arg->pSubRects[i], (struct gdi_clip){ 0 }, arg->Color, arg->Rop,
                           arg->Rop3);
    }
}

static inline void mock_alpha(const struct render_request *request,
                              const DXGK_GDIARG_ALPHABLEND *arg)
{
    DXGK_PRESENTATIONCAPS caps = mock.caps.PresentationCaps;
    const struct allocation *dst = mock_resolve(request, arg->DstAllocationIndex, true);
    const struct allocation *src = mock_resolve(request, arg->SrcAllocationIndex, false);
    struct gdi_image dst_image = mock_image(dst);
    struct gdi_image src_image = mock_image(src);

    mock_check_rects(dst, arg->DstRect, arg->pSubRects, arg->NumSubRects);
    mock_check_destination(dst, false);
    mock_check_source(src, arg->SrcRect, arg->SrcPitch);
    mock_check_same(dst, src, arg->DstRect, arg->SrcRect, caps.NoSameBitmapAlphaBlend,
                    caps.NoSameBitmapOverlappedAlphaBlend);
    for (uint32_t i = 0; i < arg->NumSubRects; i++) {
        gdi_reference_alpha(&dst_image, arg->DstRect, &src_image, arg->SrcRect,
                            (struct gdi_clip){ &arg->pSubRects[i], 1 }, arg->SourceConstantAlpha,
                            arg->SourceHasAlpha != 0);
    }
}

static inline void mock_stretch(const struct render_request *request,
                                const DXGK_GDIARG_STRETCHBLT *arg)
{
    DXGK_PRESENTATIONCAPS caps = mock.caps.PresentationCaps;
    const struct allocation *dst = mock_resolve(request, arg->DstAllocationIndex, true);
    const struct allocation *src = mock_resolve(request, arg->SrcAllocationIndex, false);
    struct gdi_image dst_image = mock_image(dst);
    struct gdi_image src_image = mock_image(src);

    assert_in_range(arg->Mode, 1, 3);
    assert_true(arg->Mode == 3 || caps.SupportMonoStretchBltModes); /* GDI-16 */
    assert_true((!arg->MirrorX && !arg->MirrorY) || caps.SupportMirrorStretchBlt);
    mock_check_rects(dst, arg->DstRect, arg->pSubRects, arg->NumSubRects);
    mock_check_destination(dst, false);
    mock_check_source(src, arg->SrcRect, arg->SrcPitch);
    mock_check_same(dst, src, arg->DstRect, arg->SrcRect, caps.NoSameBitmapStretchBlt,
                    caps.NoSameBitmapOverlappedStretchBlt);
    for (uint32_t i = 0; i < arg->NumSubRects; i++) {
        gdi_reference_stretch(&dst_image, arg->DstRect, &src_image, arg->SrcRect,
                              (struct gdi_clip){ &arg->pSubRects[i], 1 }, arg->Mode, arg->MirrorX,
                              arg->MirrorY);
    }
}

static inline void mock_transparent(const struct render_request *request,
                                    const DXGK_GDIARG_TRANSPARENTBLT *arg)
{
    const struct allocation *dst = mock_resolve(request, arg->DstAllocationIndex, true);
    const struct allocation *src = mock_resolve(request, arg->SrcAllocationIndex, false);
    struct gdi_image dst_image = mock_image(dst);
    struct gdi_image src_image = mock_image(src);

    mock_check_rects(dst, arg->DstRect, arg->pSubRects, arg->NumSubRects);
    mock_check_destination(dst, false);
    mock_check_source(src, arg->SrcRect, arg->SrcPitch);
    mock_check_same(dst, src, arg->DstRect, arg->SrcRect,
                    mock.caps.PresentationCaps.NoSameBitmapTransparentBlt, true); /* GDI-19 */
    for (uint32_t i = 0; i < arg->NumSubRects; i++) {
        gdi_reference_transparent(&dst_image, arg->DstRect, &src_image, arg->SrcRect,
                                  (struct gdi_clip){ &arg->pSubRects[i], 1 }, arg->Color,
                                  arg->Flags.HonorAlpha);
    }
}

static inline void mock_cleartype(const struct render_request *request,
                                  const DXGK_GDIARG_CLEARTYPEBLEND *arg)
{
    const struct allocation *dst = mock_resolve(request, arg->DstAllocationIndex, true);
    const struct allocation *alpha = mock_resolve(request, arg->AlphaSurfAllocationIndex, false);
    const struct allocation *gamma = mock_resolve(request, arg->GammaSurfAllocationIndex, false);
    struct gdi_image dst_image = mock_image(dst);
    struct gdi_image alpha_image = mock_image(alpha);
    const uint8_t *row = NULL;

    assert_int_equal(gamma->request.gdi_type, D3DKMDT_GDISURFACE_LOOKUPTABLE); /* GDI-21 */
    assert_int_equal(gamma->request.width, 512);
    assert_int_equal(gamma->request.height, 16);
    assert_int_equal(gamma->request.format, D3DDDIFMT_A8);
    if (!mock.caps.PresentationCaps.NoTempSurfaceForClearTypeBlend) { /* GDI-23 */
        const struct allocation *temp = mock_resolve(request, arg->TmpSurfAllocationIndex, true);

        assert_true(temp != dst && temp->request.width >= dst->request.width &&
                    temp->request.height >= dst->request.height);
    } else {
        assert_int_equal(arg->TmpSurfAllocationIndex, 0);
    }
    if (arg->Gamma != D3DKM_INVALID_GAMMA_INDEX) {
        assert_in_range(arg->Gamma, 0, 15); /* GDI-20 */
        row = gamma->memory + (size_t)arg->Gamma * gamma->stride;
    }
    mock_check_rects(dst, arg->DstRect, arg->pSubRects, arg->NumSubRects);
    mock_check_destination(dst, false);
    for (uint32_t i = 0; i < arg->NumSubRects; i++) {
        mock_check_source(
            alpha, rect_offset(arg->pSubRects[i], arg->DstToAlphaOffsetX, arg->DstToAlphaOffsetY),
            arg->AlphaSurfPitch);
        gdi_reference_cleartype(&dst_image, arg->pSubRects[i], &alpha_image, arg->DstToAlphaOffsetX,
                                arg->DstToAlphaOffsetY, (struct gdi_clip){ 0 }, arg->Color,
                                arg->Color2, row);
    }
}

/* Draws a record. Returns: its sub-rectangles. */
static inline const RECT *mock_record(const struct render_request *request,
                                      const DXGK_RENDERKM_COMMAND *command, uint32_t *rect_count)
{
    switch (command->OpCode) {
    case DXGK_GDIOP_BITBLT:
        mock_blt(request, &command->Command.BitBlt);
        *rect_count = command->Command.BitBlt.NumSubRects;
        return command->Command.BitBlt.pSubRects;
    case DXGK_GDIOP_COLORFILL:
        mock_fill(request, &command->Command.ColorFill);
        *rect_count = command->Command.ColorFill.NumSubRects;
        return command->Command.ColorFill.pSubRects;
    case DXGK_GDIOP_ALPHABLEND:
        mock_alpha(request, &command->Command.AlphaBlend);
        *rect_count = command->Command.AlphaBlend.NumSubRects;
        return command->Command.AlphaBlend.pSubRects;
    case DXGK_GDIOP_STRETCHBLT:
        mock_stretch(request, &command->Command.StretchBlt);
        *rect_count = command->Command.StretchBlt.NumSubRects;
        return command->Command.StretchBlt.pSubRects;
    case DXGK_GDIOP_TRANSPARENTBLT:
        mock_transparent(request, &command->Command.TransparentBlt);
        *rect_count = command->Command.TransparentBlt.NumSubRects;
        return command->Command.TransparentBlt.pSubRects;
    case DXGK_GDIOP_CLEARTYPEBLEND:
        mock_cleartype(request, &command->Command.ClearTypeBlend);
        *rect_count = command->Command.ClearTypeBlend.NumSubRects;
        return command->Command.ClearTypeBlend.pSubRects;
    default:
        fail_msg("opcode %d was never to be sent", (int)command->OpCode);
        return NULL;
    }
}

NTSTATUS dxgk_render_km(struct context *context, const struct render_request *request)
{
    const uint8_t *bytes = request->commands;
    NTSTATUS status = mock_take(&mock.fail_render);
    uint32_t offset = 0;

    assert_ptr_equal(context, &mock.live_contexts);
    assert_in_range(request->reference_count, 1, DXGK_ALLOCATION_LIST_SIZE_GDICONTEXT);
    assert_null(request->references[0].allocation); /* the NULL element */
    mock.render_calls++;
    mock.last_reference_count = request->reference_count;
    if (!NT_SUCCESS(status)) {
        return status;
    }
    while (offset < request->size_bytes) {
        const DXGK_RENDERKM_COMMAND *command =
            (const DXGK_RENDERKM_COMMAND *)(const void *)(bytes + offset);
        uint32_t head = (uint32_t)offsetof(DXGK_RENDERKM_COMMAND, Command) +
                        batch_argument_bytes(command->OpCode);
        uint32_t count = 0;
        const RECT *rects = mock_record(request, command, &count);

        /* RENDERKM-28: CommandSize covers head, argument and sub-rectangles. */
        assert_int_equal(command->CommandSize % 8, 0);
        assert_true((const uint8_t *)rects >= bytes + offset + head);
        assert_true((const uint8_t *)(rects + count) <= bytes + offset + command->CommandSize);
        assert_true(offset + command->CommandSize <= request->size_bytes);
        memset(&mock.last, 0, sizeof(mock.last));
        memcpy(&mock.last, command, head);
        memcpy(mock.last_rects, rects,
               DXGH_MIN(count, DXGH_ARRAY_SIZE(mock.last_rects)) * sizeof(RECT));
        mock.counts[command->OpCode]++;
        mock.records++;
        mock.rects += count;
        offset += command->CommandSize;
    }
    assert_int_equal(offset, request->size_bytes);
    return STATUS_SUCCESS;
}

/* A driver that can do everything. */
static inline void mock_start(void)
{
    const struct machine_config config = { .ram_bytes = 16u << 20 };

    memset(&mock, 0, sizeof(mock));
    mock.machine = machine_create(&config);
    assert_non_null(mock.machine);
    mock.has_gdi = true;
    mock.caps.PresentationCaps.SupportKernelModeCommandBuffer = 1;
    mock.caps.PresentationCaps.AlignmentShift = 4;
    mock.caps.PresentationCaps.SupportAllBltRops = 1;
    mock.caps.PresentationCaps.SupportMirrorStretchBlt = 1;
    mock.caps.PresentationCaps.SupportMonoStretchBltModes = 1;
    mock.caps.PresentationCaps.NoTempSurfaceForClearTypeBlend = 1;
}

static inline void mock_stop(void)
{
    machine_destroy(mock.machine);
    mock.machine = NULL;
}

/* A cdd with a 64x48 primary, unless config says otherwise. */
static inline struct cdd *mock_cdd(const struct cdd_config *config)
{
    const struct cdd_config small = { .width = 64, .height = 48 };
    struct cdd *cdd;

    assert_int_equal(
        cdd_create((struct adapter *)(void *)&mock, config == NULL ? &small : config, &cdd),
        STATUS_SUCCESS);
    assert_true(mock.mode_set);
    return cdd;
}

static uint64_t mock_heap_before;

static inline int mock_setup(void **state)
{
    (void)state;
    mock_start();
    mock_heap_before = machine_heap_count(mock.machine);
    return 0;
}

/* Every test must give back all it took. */
static inline int mock_teardown(void **state)
{
    (void)state;
    bool clean = mock.live_allocations == 0 && mock.live_contexts == 0 && mock.live_devices == 0 &&
                 !mock.mode_set && machine_heap_count(mock.machine) == mock_heap_before;

    mock_stop();
    return clean ? 0 : -1;
}

#endif /* TESTS_UNIT_CDD_MOCK_H */
