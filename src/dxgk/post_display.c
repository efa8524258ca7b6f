/* SPDX-License-Identifier: MIT */
/*
 * The POST display: the picture firmware shows at power-on, handed to the driver that starts and
 * taken back from it when it stops.
 *
 * Source: display/post-display-ownership; nc-dispmprt-dxgkcb_acquire_post_display_ownership,
 * nc-dispmprt-dxgkddi_stop_device_and_release_post_display_ownership
 */
#include "dxgk/adapter_private.h"
#include "dxgk/callbacks.h"
#include "dxgk/gate_calls.h"
#include "verify/names.h"

static D3DDDIFORMAT format_of(enum dxghost_pixel_format format)
{
    switch (format) {
    case DXGHOST_PIXEL_A8R8G8B8:
        return D3DDDIFMT_A8R8G8B8;
    case DXGHOST_PIXEL_R5G6B5:
        return D3DDDIFMT_R5G6B5;
    case DXGHOST_PIXEL_X8B8G8R8:
        return D3DDDIFMT_X8B8G8R8;
    case DXGHOST_PIXEL_X8R8G8B8:
        break;
    }
    return D3DDDIFMT_X8R8G8B8;
}

void adapter_post_init(struct adapter *adapter)
{
    const struct dxghost_post_display *post = &adapter->board->identity.post;

    if (post->width == 0) {
        return;
    }
    adapter->post.display = (DXGK_DISPLAY_INFORMATION){
        .Width = post->width,
        .Height = post->height,
        .Pitch = post->pitch,
        .ColorFormat = format_of(post->format),
        .PhysicAddress.QuadPart =
            (LONGLONG)(adapter->board->bars[post->bar].physical + post->offset_bytes),
        .TargetId = D3DDDI_ID_UNINITIALIZED, /* firmware does not know the driver's targets */
    };
    adapter->post.present = true;
}

/**
 * A board that firmware did not use has no mode to take over: success, with a width of zero.
 * Source: nc-dispmprt-dxgkcb_acquire_post_display_ownership.md. IRQL: <= APC_LEVEL.
 */
NTSTATUS APIENTRY callback_AcquirePostDisplayOwnership(HANDLE DeviceHandle,
                                                       PDXGK_DISPLAY_INFORMATION DisplayInfo)
{
    struct callback_call call;
    struct adapter *adapter;
    NTSTATUS status = STATUS_INVALID_PARAMETER;

    callback_enter(&call, "DxgkCbAcquirePostDisplayOwnership", APC_LEVEL);
    adapter = adapter_from_handle("DxgkCbAcquirePostDisplayOwnership", DeviceHandle);
    if (adapter != NULL && call.fiber->ddi != ddi_info(DDI_StartDevice)->name &&
        call.fiber->ddi != ddi_info(DDI_SetPowerState)->name) {
        verify_report(call.machine, RULE_LIFE_07, "DxgkCbAcquirePostDisplayOwnership",
                      "DxgkCbAcquirePostDisplayOwnership was called in %s. Call it in "
                      "DxgkDdiStartDevice, or in DxgkDdiSetPowerState on the way to D0.",
                      call.fiber->ddi == NULL ? "no DDI" : call.fiber->ddi);
    }
    if (adapter != NULL && DisplayInfo != NULL) {
        *DisplayInfo = adapter->post.present
                           ? adapter->post.display
                           : (DXGK_DISPLAY_INFORMATION){ .TargetId = D3DDDI_ID_UNINITIALIZED };
        adapter->post.present = false;
        status = STATUS_SUCCESS;
    }
    callback_leave(&call);
    return status;
}

static uint32_t bits_of(D3DDDIFORMAT format)
{
    switch (format) {
    case D3DDDIFMT_X8R8G8B8:
    case D3DDDIFMT_A8R8G8B8:
        return 32;
    case D3DDDIFMT_R8G8B8:
        return 24;
    default:
        return 0;
    }
}

/* Rule LIFE-15. Returns: whether the next driver can draw there. */
static bool check_released(struct adapter *adapter, const DXGK_DISPLAY_INFORMATION *display)
{
    uint32_t bits = bits_of(display->ColorFormat);
    uint64_t bytes = (uint64_t)display->Pitch * display->Height;

    if (display->Width == 0) {
        return false; /* the target has no display, said by fields instead of by the status */
    }
    if (display->Width < 800 || display->Height < 600 || bits == 0 ||
        (uint64_t)display->Width * (bits / 8) > display->Pitch) {
        verify_report(
            adapter->machine, RULE_LIFE_15, "DxgkDdiStopDeviceAndReleasePostDisplayOwnership",
            "The mode left behind is %ux%u, pitch %u, format %d. The next driver needs at least "
            "800x600 with 24 or 32 bits per pixel.",
            display->Width, display->Height, display->Pitch, (int)display->ColorFormat);
        return false;
    }
    if (device_host_map(adapter->machine, (uint64_t)display->PhysicAddress.QuadPart, bytes) ==
        NULL) {
        verify_report(
            adapter->machine, RULE_LIFE_15, "DxgkDdiStopDeviceAndReleasePostDisplayOwnership",
            "The frame buffer left behind, 0x%llx with %llu bytes, is in no memory of the board.",
            (unsigned long long)display->PhysicAddress.QuadPart, (unsigned long long)bytes);
        return false;
    }
    return true;
}

/* Rule LIFE-25 */
static void check_target(struct adapter *adapter, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    for (uint32_t i = 0; i < adapter->child_count; i++) {
        if (adapter->children[i].descriptor.ChildUid == target_id) {
            return;
        }
    }
    verify_report(adapter->machine, RULE_LIFE_25, "DxgkDdiStopDeviceAndReleasePostDisplayOwnership",
                  "DisplayInfo->TargetId is 0x%x, which is none of the adapter's targets. Name the "
                  "one whose picture stays.",
                  target_id);
}

/* The target whose picture is kept: the first child that shows something. */
static D3DDDI_VIDEO_PRESENT_TARGET_ID released_target(const struct adapter *adapter)
{
    for (uint32_t i = 0; i < adapter->child_count; i++) {
        if (adapter->children[i].connected) {
            return adapter->children[i].descriptor.ChildUid;
        }
    }
    return D3DDDI_ID_UNINITIALIZED;
}

/* Rule LIFE-14: on the POST device of a driver that supports it; StopDevice when it fails. */
static bool release(struct adapter *adapter)
{
    DXGK_DISPLAY_INFORMATION display = { .Width = 0 };
    NTSTATUS status;

    if (adapter->board->identity.post.width == 0 || !adapter->caps.SupportNonVGA ||
        adapter->table.DxgkDdiStopDeviceAndReleasePostDisplayOwnership == NULL) {
        return false;
    }
    status =
        gate_StopDeviceAndReleasePostDisplayOwnership(adapter, released_target(adapter), &display);
    if (!NT_SUCCESS(status)) {
        return false;
    }
    adapter->post.present = check_released(adapter, &display);
    if (adapter->post.present) {
        check_target(adapter, display.TargetId);
    }
    adapter->post.display = display;
    return true;
}

void adapter_device_stop(struct adapter *adapter)
{
    if (!release(adapter)) {
        (void)gate_StopDevice(adapter);
    }
    adapter->started = false;
}
