/* SPDX-License-Identifier: MIT */
#include "dxgk/present.h"

#include "dxgk/display_private.h"
#include "dxgk/gate_calls.h"
#include "dxgk/render_private.h"
#include "machine/heap.h"
#include "verify/names.h"

/* Element 0 is always NULL (PRESENT-01). */
#define LIST_SIZE 3u

/* Arguments of one present on their way through the translation. */
struct present_command {
    const struct present_request *request;
    RECT source_rect;
    RECT destination_rect;
    RECT *sub_rects; /* clipped */
    uint32_t sub_rect_count;
    bool wrote; /* the driver has put something into a DMA buffer */
};

/* The translation knows one shape of arguments; DXGKARG_PRESENT is filled from it and back. */
static NTSTATUS translate(struct adapter *adapter, HANDLE context, DXGKARG_RENDER *args)
{
    struct present_command *command = (struct present_command *)(uintptr_t)args->pCommand;
    DXGKARG_PRESENT present = {
        .pDmaBuffer = args->pDmaBuffer,
        .DmaSize = args->DmaSize,
        .pDmaBufferPrivateData = args->pDmaBufferPrivateData,
        .DmaBufferPrivateDataSize = args->DmaBufferPrivateDataSize,
        .pAllocationList = args->pAllocationList,
        .pPatchLocationListOut = args->pPatchLocationListOut,
        .PatchLocationListOutSize = args->PatchLocationListOutSize,
        .MultipassOffset = args->MultipassOffset,
        .Color = command->request->color,
        .DstRect = command->destination_rect,
        .SrcRect = command->source_rect,
        .SubRectCnt = command->sub_rect_count,
        .pDstSubRects = command->sub_rects,
        .Flags.Value = command->request->flags,
        .FlipInterval = command->request->interval,
        .DmaBufferSegmentId = args->DmaBufferSegmentId,
        .DmaBufferPhysicalAddress = args->DmaBufferPhysicalAddress,
    };
    NTSTATUS status = gate_Present(adapter, context, &present);

    command->wrote |= present.pDmaBuffer != args->pDmaBuffer;
    args->pDmaBuffer = present.pDmaBuffer;
    args->pDmaBufferPrivateData = present.pDmaBufferPrivateData;
    args->pPatchLocationListOut = present.pPatchLocationListOut;
    args->MultipassOffset = present.MultipassOffset;
    return status;
}

static const struct translator present_translator = {
    .name = "DxgkDdiPresent",
    .translate = translate,
    .output_bounds = RULE_PRESENT_15,
    .patch_bounds = RULE_PRESENT_15,
    .patch_index = RULE_PRESENT_15,
    .private_bounds = RULE_PRESENT_15,
    .initial_patch = RULE_PRESENT_15,
    .invented = RULE_PRESENT_15,
};

/* Source: nc-d3dkmddi-dxgkddi_describeallocation; rules OPEN-09 and -10 */
NTSTATUS present_describe(struct adapter *adapter, const struct allocation *allocation,
                          RECT *bounds)
{
    DXGKARG_DESCRIBEALLOCATION args = { .hAllocation = allocation->driver_handle };
    const struct surface_request *made = &allocation->request; /* all 0 for a client's own */
    NTSTATUS status = gate_DescribeAllocation(adapter, &args);

    if (!NT_SUCCESS(status) && status != STATUS_NO_MEMORY) {
        verify_report(
            adapter->machine, RULE_OPEN_09, "DxgkDdiDescribeAllocation",
            "%s was returned for an allocation that is presented. Describe every one that "
            "may be a source or a destination.",
            verify_status_name(status));
    } else if (NT_SUCCESS(status) && made->width != 0 &&
               (args.Width != made->width || args.Height != made->height)) {
        verify_report(adapter->machine, RULE_OPEN_10, "DxgkDdiDescribeAllocation",
                      "An allocation that was created with %ux%u pixels is described with %ux%u.",
                      made->width, made->height, args.Width, args.Height);
        status = STATUS_INVALID_PARAMETER;
    }
    *bounds = (RECT){ 0, 0, (LONG)args.Width, (LONG)args.Height };
    return status;
}

static bool is_empty(const RECT *rect)
{
    return rect->left >= rect->right || rect->top >= rect->bottom;
}

static bool contains(const RECT *outer, const RECT *inner)
{
    return inner->left >= outer->left && inner->top >= outer->top && inner->right <= outer->right &&
           inner->bottom <= outer->bottom;
}

static RECT intersection(const RECT *a, const RECT *b)
{
    return (RECT){ .left = DXGH_MAX(a->left, b->left),
                   .top = DXGH_MAX(a->top, b->top),
                   .right = DXGH_MIN(a->right, b->right),
                   .bottom = DXGH_MIN(a->bottom, b->bottom) };
}

/* Each sub-rectangle lies in the destination rectangle and in the surface. */
static void clip(struct present_command *command, const RECT *bounds)
{
    const struct present_request *request = command->request;
    RECT limit = intersection(&command->destination_rect, bounds);

    for (uint32_t i = 0; i < request->sub_rect_count; i++) {
        RECT rect = intersection(&request->sub_rects[i], &limit);

        if (!is_empty(&rect)) {
            command->sub_rects[command->sub_rect_count++] = rect;
        }
    }
    if (request->sub_rect_count == 0 && !is_empty(&limit)) {
        command->sub_rects[command->sub_rect_count++] = limit;
    }
}

static NTSTATUS source_rect(struct adapter *adapter, struct present_command *command)
{
    const struct present_request *request = command->request;
    RECT bounds;
    NTSTATUS status;

    if (request->source.allocation == NULL) {
        return STATUS_SUCCESS;
    }
    status = present_describe(adapter, request->source.allocation, &bounds);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    command->source_rect = request->source_rect_valid ? request->source_rect : bounds;
    return is_empty(&command->source_rect) || !contains(&bounds, &command->source_rect)
               ? STATUS_INVALID_PARAMETER
               : STATUS_SUCCESS;
}

static NTSTATUS make_rects(struct adapter *adapter, struct present_command *command)
{
    const struct present_request *request = command->request;
    RECT bounds;
    NTSTATUS status = source_rect(adapter, command);

    if (NT_SUCCESS(status)) {
        status = present_describe(adapter, request->destination.allocation, &bounds);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    command->destination_rect =
        request->destination_rect_valid ? request->destination_rect : bounds;
    if (is_empty(&command->destination_rect)) {
        return STATUS_INVALID_PARAMETER;
    }
    clip(command, &bounds);
    return STATUS_SUCCESS;
}

/* Until the present is queued, nothing it refers to may go away. */
static void hold(struct adapter *adapter, const struct render_reference *references, bool held)
{
    for (uint32_t i = 0; i < LIST_SIZE; i++) {
        struct allocation *allocation = references[i].allocation;

        if (allocation != NULL && held) {
            allocation->use_count++;
        } else if (allocation != NULL && --allocation->use_count == 0) {
            wait_queue_wake(adapter->machine, &adapter->sched->retired);
        }
    }
}

NTSTATUS dxgk_present(struct context *context, const struct present_request *request)
{
    struct adapter *adapter = context->device->adapter;
    struct present_command command = { .request = request };
    struct render_reference references[LIST_SIZE] = { { 0 },
                                                      request->source,
                                                      request->destination };
    struct render_request render = { .commands = &command,
                                     .size_bytes = sizeof(command),
                                     .references = references,
                                     .reference_count = LIST_SIZE };
    NTSTATUS status;

    references[DXGK_PRESENT_DESTINATION_INDEX].written = true;
    command.sub_rects =
        machine_heap_alloc(adapter->machine, DXGH_MAX(request->sub_rect_count, 1u) * sizeof(RECT));
    hold(adapter, references, true);
    status = make_rects(adapter, &command);
    if (NT_SUCCESS(status) && command.sub_rect_count > 0) {
        status = render_translate(context, &present_translator, &render);
    }
    hold(adapter, references, false);
    machine_heap_free(adapter->machine, command.sub_rects);
    return status;
}

NTSTATUS present_flip(struct context *context, const struct present_request *request, bool *wrote)
{
    struct adapter *adapter = context->device->adapter;
    struct present_command command = { .request = request };
    const struct render_reference references[LIST_SIZE] = { { 0 }, request->source, { 0 } };
    const struct render_request render = { .commands = &command,
                                           .size_bytes = sizeof(command),
                                           .references = references,
                                           .reference_count = LIST_SIZE,
                                           .flip = true };
    NTSTATUS status;

    hold(adapter, references, true);
    status = render_translate(context, &present_translator, &render);
    hold(adapter, references, false);
    *wrote = command.wrote;
    return status;
}

/* The desktop */

struct allocation *present_shown(const struct adapter *adapter)
{
    const struct display_path *path = adapter->display;

    return path == NULL ? NULL : path->primary;
}

void present_desktop_close(struct device *device)
{
    DXGKARG_CLOSEALLOCATION args = { .NumAllocations = 1,
                                     .pOpenHandleList = &device->desktop_handle };

    if (device->desktop == NULL) {
        return;
    }
    device->desktop = NULL;
    (void)gate_CloseAllocation(device->adapter, device->driver_handle, &args);
}

static NTSTATUS open_desktop(struct device *device, struct allocation *primary)
{
    DXGK_OPENALLOCATIONINFO info = { .hAllocation = primary->handle,
                                     .pPrivateDriverData = primary->private_data,
                                     .PrivateDriverDataSize = primary->private_bytes };
    DXGKARG_OPENALLOCATION args = { .NumAllocations = 1, .pOpenAllocation = &info };
    NTSTATUS status = gate_OpenAllocation(device->adapter, device->driver_handle, &args);

    if (NT_SUCCESS(status)) {
        device->desktop = primary;
        device->desktop_handle = info.hDeviceSpecificAllocation;
    }
    return status;
}

NTSTATUS dxgk_desktop_open(struct device *device, struct render_reference *desktop)
{
    struct allocation *primary = present_shown(device->adapter);
    NTSTATUS status = STATUS_SUCCESS;

    if (primary == NULL) {
        return STATUS_GRAPHICS_ALLOCATION_INVALID;
    }
    if (device->desktop != primary) {
        present_desktop_close(device);
        status = open_desktop(device, primary);
        if (NT_SUCCESS(status) && present_shown(device->adapter) != primary) {
            return STATUS_GRAPHICS_ALLOCATION_INVALID; /* another mode meanwhile: try again */
        }
    }
    *desktop = (struct render_reference){ .allocation = primary,
                                          .device_handle = device->desktop_handle,
                                          .written = true };
    return status;
}

/* ALLOC-30: closed by every device before it is destroyed. */
void present_desktop_gone(struct allocation *allocation)
{
    struct adapter *adapter = allocation->device->adapter;

    LIST_FOR_EACH(link, &adapter->devices) {
        struct device *device = LIST_ENTRY_OF(link, struct device, link);

        if (device->desktop == allocation) {
            present_desktop_close(device);
        }
    }
}
