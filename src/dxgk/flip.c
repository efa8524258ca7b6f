/* SPDX-License-Identifier: MIT */
/*
 * Flips: another primary on a source, with the next vertical blank.
 *
 * DxgkDdiPresent is asked first, with the shape of a flip (PRESENT-02). With FlipOnVSyncMmIo it
 * gets no DMA buffer (PRESENT-09), and DxgkDdiSetVidPnSourceAddress makes the flip, at device IRQL;
 * without it the flip is a command in a DMA buffer like any other. Flipping to what is shown is a
 * flip all the same (PRESENT-10).
 *
 * Source: nc-d3dkmddi-dxgkddi_present.md; nc-d3dkmddi-dxgkddi_setvidpnsourceaddress.md;
 * ns-d3dkmddi-_dxgk_flipcaps.md
 * Tests: tests/scenario/kmt_flip_test.c
 */
#include "dxgk/present.h"

#include "dxgk/display_private.h"
#include "dxgk/gate_calls.h"
#include "dxgk/statistics.h"
#include "dxgk/tdr.h"
#include "verify/names.h"

#define LIST_SIZE 3u /* NULL, source, destination */
/* A flip is latched at the next blank and reported at that one or, where the blank's interrupt was
 * under way already, at the one behind it. */
#define BLANKS_TO_REPORT 2u

static struct display_source *source_of(const struct adapter *adapter, uint32_t source_id)
{
    const struct display_path *path = adapter->display;

    return &path->display->sources[source_id];
}

static void unpin(struct allocation *allocation)
{
    if (allocation != NULL) {
        vidmm_allocation_unpin(&allocation->placement);
    }
}

static void replace(struct adapter *adapter, struct allocation *allocation)
{
    struct allocation *before = adapter->flipped;

    adapter->flipped = allocation;
    unpin(before);
}

/* @args: of a primary that is pinned, ready but for its flags and contexts */
static NTSTATUS address_args(struct allocation *allocation, DXGKARG_SETVIDPNSOURCEADDRESS *args)
{
    /* A reset of the adapter may have taken its place away since it was shown last. */
    NTSTATUS status = vidmm_allocation_commit(&allocation->placement);

    *args = (DXGKARG_SETVIDPNSOURCEADDRESS){ .VidPnSourceId = allocation->request.source_id,
                                             .hAllocation = allocation->driver_handle };
    if (NT_SUCCESS(status)) {
        args->PrimarySegment = allocation->placement.segment->id;
        args->PrimaryAddress.QuadPart = (LONGLONG)vidmm_allocation_address(&allocation->placement);
    }
    return status;
}

static NTSTATUS show(struct adapter *adapter, struct allocation *allocation)
{
    DXGKARG_SETVIDPNSOURCEADDRESS args;
    NTSTATUS status = address_args(allocation, &args);

    args.Flags.ModeChange = 1;
    return NT_SUCCESS(status) ? gate_SetVidPnSourceAddress(adapter, &args) : status;
}

/* Only a surface of the mode's size can be shown without another mode. */
static NTSTATUS check_primary(struct adapter *adapter, const struct allocation *allocation)
{
    const struct allocation *desktop = present_shown(adapter);
    RECT bounds;
    RECT mode;
    NTSTATUS status;

    if (desktop == NULL || !allocation->primary) {
        return STATUS_INVALID_PARAMETER;
    }
    status = present_describe(adapter, allocation, &bounds);
    if (NT_SUCCESS(status)) {
        status = present_describe(adapter, desktop, &mode);
    }
    if (NT_SUCCESS(status) && (bounds.right != mode.right || bounds.bottom != mode.bottom)) {
        status = STATUS_INVALID_PARAMETER;
    }
    return status;
}

static NTSTATUS check_and_pin(struct adapter *adapter, struct allocation *allocation)
{
    NTSTATUS status = check_primary(adapter, allocation);

    return NT_SUCCESS(status) ? vidmm_allocation_pin(&allocation->placement, false) : status;
}

NTSTATUS dxgk_primary_show(const struct opened *opened)
{
    struct allocation *allocation = opened->allocation;
    struct adapter *adapter = opened->opening->device->adapter;
    NTSTATUS status = check_and_pin(adapter, allocation);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = show(adapter, allocation);
    if (!NT_SUCCESS(status)) {
        unpin(allocation);
        return status;
    }
    /* Until the next vertical sync the old address is scanned out. */
    (void)dxgk_wait_vsync(adapter, 1);
    replace(adapter, allocation);
    return STATUS_SUCCESS;
}

/* Flips without a command */

static NTSTATUS check_present(struct context *context, const DXGKARG_PRESENT *args, NTSTATUS status)
{
    struct machine *machine = context->device->adapter->machine;

    if (args->pDmaBuffer != NULL || args->pPatchLocationListOut != NULL ||
        status == STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER) {
        verify_report(machine, RULE_PRESENT_09, "DxgkDdiPresent",
                      "A flip of a driver with FlipOnVSyncMmIo has no DMA buffer, and was answered "
                      "with %s, pDmaBuffer %s and pPatchLocationListOut %s. Check the source and "
                      "leave the rest alone: DxgkDdiSetVidPnSourceAddress makes the flip.",
                      verify_status_name(status), args->pDmaBuffer == NULL ? "NULL" : "changed",
                      args->pPatchLocationListOut == NULL ? "NULL" : "changed");
        return NT_SUCCESS(status) ? status : STATUS_INVALID_PARAMETER;
    }
    if (status == STATUS_GRAPHICS_GPU_EXCEPTION_ON_DEVICE) {
        device_mark_lost(context->device, DEVICE_ERROR_DMA_FAULT);
    }
    return status;
}

static NTSTATUS ask_driver(struct context *context, const struct opened *opened,
                           D3DDDI_FLIPINTERVAL_TYPE interval)
{
    DXGK_ALLOCATIONLIST list[LIST_SIZE] = { { 0 } };
    DXGKARG_PRESENT args = { .pAllocationList = list, .Flags.Flip = 1, .FlipInterval = interval };
    NTSTATUS status;

    list[DXGK_PRESENT_SOURCE_INDEX].hDeviceSpecificAllocation = opened->device_handle;
    allocation_list_update(&list[DXGK_PRESENT_SOURCE_INDEX], &opened->allocation->placement);
    status = gate_Present(context->device->adapter, context->driver_handle, &args);
    return check_present(context, &args, status);
}

static void check_address(struct adapter *adapter, uint32_t source_id, NTSTATUS status)
{
    if (status != STATUS_SUCCESS) {
        verify_report(adapter->machine, RULE_FLIP_04, "DxgkDdiSetVidPnSourceAddress",
                      "A flip on source %u was refused with %s. Only STATUS_SUCCESS is expected: "
                      "refuse what cannot be shown in DxgkDdiPresent.",
                      source_id, verify_status_name(status));
    }
}

/* The address that is scanned out is what tells that a flip has happened. */
static void wait_reported(struct adapter *adapter, uint32_t source_id, uint64_t address)
{
    const struct display_source *source = source_of(adapter, source_id);
    uint64_t recoveries = adapter->tdr->recovery_count;
    uint32_t blanks = 0;

    do {
        if (!dxgk_wait_vsync(adapter, 1)) {
            return; /* no blanks: another rule's matter */
        }
    } while (source->committed && source->vsync_address != address && ++blanks < BLANKS_TO_REPORT);
    if (source->committed && source->vsync_address != address &&
        adapter->tdr->recovery_count == recoveries) {
        verify_report(adapter->machine, RULE_FLIP_03, "DxgkDdiSetVidPnSourceAddress",
                      "A flip to address 0x%llx was accepted, but %u vertical blanks later "
                      "DXGK_INTERRUPT_CRTC_VSYNC reports 0x%llx. Program the address so that it is "
                      "scanned out from the next blank on, and report that one.",
                      (unsigned long long)address, BLANKS_TO_REPORT,
                      (unsigned long long)source->vsync_address);
    }
}

static NTSTATUS flip_by_address(struct context *context, struct allocation *allocation,
                                D3DDDI_FLIPINTERVAL_TYPE interval)
{
    struct adapter *adapter = context->device->adapter;
    struct display_source *source = source_of(adapter, allocation->request.source_id);
    bool at_once = adapter->caps.FlipCaps.FlipImmediateMmIo &&
                   (interval == D3DDDI_FLIPINTERVAL_IMMEDIATE ||
                    interval == D3DDDI_FLIPINTERVAL_IMMEDIATE_ALLOW_TEARING);
    DXGKARG_SETVIDPNSOURCEADDRESS args;
    NTSTATUS status = address_args(allocation, &args);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    args.ContextCount = 1;
    args.Context[0] = context->driver_handle;
    args.Flags.FlipImmediate = at_once;
    args.Flags.FlipOnNextVSync = !at_once;
    status = gate_flip(adapter, &args);
    check_address(adapter, allocation->request.source_id, status);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    source->segment = args.PrimarySegment;
    source->address = (uint64_t)args.PrimaryAddress.QuadPart;
    if (!at_once) {
        wait_reported(adapter, allocation->request.source_id, source->address);
    }
    return STATUS_SUCCESS;
}

/* Flips of the GPU */

static NTSTATUS flip_by_command(struct context *context, const struct opened *opened,
                                D3DDDI_FLIPINTERVAL_TYPE interval)
{
    struct present_request request = { .source = dxgk_opened_reference(opened, false),
                                       .interval = interval };
    DXGK_PRESENTFLAGS flags = { .Flip = 1 };
    bool wrote;
    NTSTATUS status;

    request.flags = flags.Value;
    status = present_flip(context, &request, &wrote);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!wrote) {
        verify_report(
            context->device->adapter->machine, RULE_PRESENT_10, "DxgkDdiPresent",
            "A flip was answered with STATUS_SUCCESS and an empty DMA buffer, and without "
            "FlipOnVSyncMmIo nothing else makes it. Write a flip command, also for the "
            "surface that is shown already: somebody waits for the blank behind it.");
        return STATUS_INVALID_PARAMETER;
    }
    status = dxgk_context_wait_idle(context);
    if (NT_SUCCESS(status)) {
        (void)dxgk_wait_vsync(context->device->adapter, 1);
    }
    return status;
}

NTSTATUS dxgk_flip(struct context *context, const struct opened *opened,
                   D3DDDI_FLIPINTERVAL_TYPE interval)
{
    struct adapter *adapter = context->device->adapter;
    bool by_address = adapter->caps.FlipCaps.FlipOnVSyncMmIo;
    NTSTATUS status = check_and_pin(adapter, opened->allocation);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (by_address) {
        status = ask_driver(context, opened, interval);
    }
    /* The picture there is stays for all but the last of its blanks. */
    if (NT_SUCCESS(status) && interval >= D3DDDI_FLIPINTERVAL_TWO &&
        interval <= D3DDDI_FLIPINTERVAL_FOUR &&
        (by_address || !adapter->caps.FlipCaps.FlipInterval)) {
        (void)dxgk_wait_vsync(adapter, (uint32_t)interval - 1);
    }
    if (NT_SUCCESS(status)) {
        status = by_address ? flip_by_address(context, opened->allocation, interval)
                            : flip_by_command(context, opened, interval);
    }
    if (!NT_SUCCESS(status)) {
        unpin(opened->allocation);
        return status;
    }
    replace(adapter, opened->allocation);
    return STATUS_SUCCESS;
}

void dxgk_flip_end(struct adapter *adapter)
{
    struct allocation *before = adapter->flipped;
    struct allocation *desktop = present_shown(adapter);

    if (before == NULL) {
        return;
    }
    adapter->flipped = NULL;
    if (desktop != NULL && NT_SUCCESS(show(adapter, desktop))) {
        (void)dxgk_wait_vsync(adapter, 1);
    }
    unpin(before);
}

void present_resource_gone(const struct resource *resource)
{
    if (resource->adapter->flipped != NULL && resource->adapter->flipped->resource_of == resource &&
        resource->opening_count == 1) {
        dxgk_flip_end(resource->adapter);
    }
}
