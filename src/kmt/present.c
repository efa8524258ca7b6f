/* SPDX-License-Identifier: MIT */
/*
 * D3DKMTPresent: copies, colour fills and flips.
 *
 * There are no windows here: a copy without a destination goes to the desktop, at DstRect.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtpresent, ns-d3dkmthk-_d3dkmt_present
 */
#include "dxgk/present.h"
#include "dxgk/statistics.h"
#include "kmt/memory.h"
#include "kmt/resource.h"
#include "verify/verify.h"

#define SUB_RECTS_MAX 4096u

/* Flags of the caller that the driver understands, and those that only say which member is valid.
 */
static NTSTATUS check_flags(struct kmt_call *call, const D3DKMT_PRESENT *args, uint32_t *flags)
{
    D3DKMT_PRESENTFLAGS known = { .Blt = 1,
                                  .ColorFill = 1,
                                  .Flip = 1,
                                  .DstRectValid = 1,
                                  .SrcRectValid = 1,
                                  .SrcColorKey = 1,
                                  .DstColorKey = 1,
                                  .LinearToSrgb = 1,
                                  .PresentCountValid = 1,
                                  .Rotate = 1 };
    DXGK_PRESENTFLAGS result = { .Blt = args->Flags.Blt,
                                 .ColorFill = args->Flags.ColorFill,
                                 .Flip = args->Flags.Flip,
                                 .SrcColorKey = args->Flags.SrcColorKey,
                                 .DstColorKey = args->Flags.DstColorKey,
                                 .LinearToSrgb = args->Flags.LinearToSrgb,
                                 .Rotate = args->Flags.Rotate };

    if (args->Flags.Blt + args->Flags.ColorFill + args->Flags.Flip != 1 ||
        (args->Flags.ColorFill && (args->Flags.SrcColorKey || args->Flags.DstColorKey)) ||
        (args->Flags.SrcColorKey && args->Flags.DstColorKey) || args->Flags.Reserved != 0 ||
        args->SubRectCnt > SUB_RECTS_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    if ((args->Flags.Value & ~known.Value) != 0) {
        return kmt_unimplemented(call, "flags 0x%X", args->Flags.Value & ~known.Value);
    }
    *flags = result.Value;
    return STATUS_SUCCESS;
}

static NTSTATUS resolve(const struct kmt_device *device, uint32_t handle, bool written,
                        struct render_reference *reference)
{
    const struct opened *opened = kmt_opened_find(device, handle);

    if (opened == NULL || opened->offered) {
        return STATUS_INVALID_PARAMETER;
    }
    *reference = dxgk_opened_reference(opened, written);
    return STATUS_SUCCESS;
}

static NTSTATUS resolve_both(const struct kmt_device *device, const D3DKMT_PRESENT *args,
                             struct present_request *request)
{
    NTSTATUS status = STATUS_SUCCESS;

    if (args->Flags.Blt) {
        status = resolve(device, args->hSource, false, &request->source);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    return args->hDestination == 0
               ? dxgk_desktop_open(device->device, &request->destination)
               : resolve(device, args->hDestination, true, &request->destination);
}

/* pSrcSubRects are in the source's coordinates; without a stretch they only have to be moved. */
static NTSTATUS move_sub_rects(const D3DKMT_PRESENT *args, RECT *rects)
{
    LONG dx = args->DstRect.left - args->SrcRect.left;
    LONG dy = args->DstRect.top - args->SrcRect.top;

    for (uint32_t i = 0; i < args->SubRectCnt; i++) {
        RECT *rect = &rects[i];

        if (__builtin_add_overflow(rect->left, dx, &rect->left) ||
            __builtin_add_overflow(rect->right, dx, &rect->right) ||
            __builtin_add_overflow(rect->top, dy, &rect->top) ||
            __builtin_add_overflow(rect->bottom, dy, &rect->bottom)) {
            return STATUS_INVALID_PARAMETER;
        }
    }
    return STATUS_SUCCESS;
}

/* Coordinates beyond any surface only make overflow. Choice. */
#define COORDINATE_MAX (1 << 24)

static bool rect_is_sane(const RECT *rect)
{
    return rect->left >= -COORDINATE_MAX && rect->top >= -COORDINATE_MAX &&
           rect->right <= COORDINATE_MAX && rect->bottom <= COORDINATE_MAX &&
           rect->left <= COORDINATE_MAX && rect->top <= COORDINATE_MAX &&
           rect->right >= -COORDINATE_MAX && rect->bottom >= -COORDINATE_MAX;
}

/* On the context of the call, and on those it is broadcast to. */
static NTSTATUS present_on_all(struct kmt_call *call, const D3DKMT_PRESENT *args,
                               const struct present_request *request)
{
    struct kmt_context *contexts[1 + D3DDDI_MAX_BROADCAST_CONTEXT] = { call->context };
    NTSTATUS status = kmt_contexts_find(call->device, args->BroadcastContext,
                                        args->BroadcastContextCount, &contexts[1]);

    if (NT_SUCCESS(status) && !kmt_contexts_have_room(contexts, 1 + args->BroadcastContextCount)) {
        status = kmt_wait_retired(call);
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i <= args->BroadcastContextCount; i++) {
        status = dxgk_present(contexts[i]->context, request);
    }
    return status;
}

static NTSTATUS copy_or_fill(struct kmt_call *call, const D3DKMT_PRESENT *args, uint32_t flags)
{
    struct present_request request = { .color = args->Color,
                                       .source_rect = args->SrcRect,
                                       .destination_rect = args->DstRect,
                                       .source_rect_valid = args->Flags.SrcRectValid,
                                       .destination_rect_valid = args->Flags.DstRectValid,
                                       .sub_rect_count = args->SubRectCnt,
                                       .flags = flags };
    struct kmt_blob rects;
    NTSTATUS status;

    if (!rect_is_sane(&args->SrcRect) || !rect_is_sane(&args->DstRect)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_blob_read_words(call->machine, &rects, args->pSrcSubRects,
                                 args->SubRectCnt * sizeof(RECT));
    if (!NT_SUCCESS(status)) {
        return status;
    }
    request.sub_rects = rects.data;
    if (args->Flags.Blt && args->SubRectCnt > 0) {
        status = move_sub_rects(args, rects.data);
    }
    if (NT_SUCCESS(status)) {
        status = resolve_both(call->device, args, &request);
    }
    if (NT_SUCCESS(status)) {
        status = present_on_all(call, args, &request);
    }
    kmt_blob_fini(call->machine, &rects);
    return status;
}

static bool interval_is_valid(D3DDDI_FLIPINTERVAL_TYPE interval)
{
    return (uint32_t)interval <= D3DDDI_FLIPINTERVAL_IMMEDIATE_ALLOW_TEARING;
}

static void count_flip(struct kmt_device *device, uint32_t source_id)
{
    struct kmt_shown *shown = &device->shown[source_id];
    uint64_t refresh;

    shown->count++;
    if (dxgk_last_blank(device->adapter, source_id, &refresh, &shown->time_ns)) {
        shown->refresh = (uint32_t)refresh;
    }
}

/* A flip shows a client's own primary: its device must own the source. */
static NTSTATUS flip(struct kmt_call *call, const D3DKMT_PRESENT *args)
{
    const struct kmt_context *context = call->context;
    const struct opened *opened = kmt_opened_find(context->device, args->hSource);
    uint32_t source_id;
    NTSTATUS status;

    if (opened == NULL || opened->offered || !dxgk_opened_primary(opened, &source_id) ||
        source_id != args->VidPnSourceId || args->hDestination != 0 ||
        !interval_is_valid(args->FlipInterval)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (!kmt_source_is_owned(context->device, source_id)) {
        return STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE;
    }
    if (!dxgk_context_is_idle(context->context)) {
        return kmt_wait_retired(call);
    }
    status = dxgk_flip(context->context, opened, args->FlipInterval);
    if (NT_SUCCESS(status)) {
        count_flip(context->device, source_id);
    }
    return status;
}

/* A device whose work failed is told apart from one whose adapter was reset. */
static NTSTATUS check_device(const struct kmt_device *device)
{
    return dxgk_device_state(device->device) == DEVICE_ERROR_DMA_FAULT
               ? STATUS_GRAPHICS_GPU_EXCEPTION_ON_DEVICE
               : kmt_device_lost(device);
}

static NTSTATUS present(struct kmt_call *call, void *arguments)
{
    const D3DKMT_PRESENT *args = arguments;
    uint32_t flags;
    NTSTATUS status = check_device(call->device);

    if (NT_SUCCESS(status)) {
        status = check_flags(call, args, &flags);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (args->Flags.Flip && args->BroadcastContextCount != 0) {
        return kmt_unimplemented(call, "a flip broadcast to %u contexts",
                                 (unsigned)args->BroadcastContextCount);
    }
    return args->Flags.Flip ? flip(call, args) : copy_or_fill(call, args, flags);
}

/** Partial: copies, fills and flips of one source; no windows, redirection or stereo; a flip
 * is not broadcast. */
NTSTATUS APIENTRY D3DKMTPresent(D3DKMT_PRESENT *args)
{
    static const struct kmt_function function = {
        "D3DKMTPresent", KMT_BY(CONTEXT_OR_DEVICE, D3DKMT_PRESENT, hContext), .body = present
    };

    return kmt_call(&function, args);
}
