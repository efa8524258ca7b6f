/* SPDX-License-Identifier: MIT */
#include "dxgk/probe.h"

#include "dxgk/adapter_private.h"
#include "dxgk/gate_calls.h"
#include "machine/schedule.h"
#include "verify/names.h"

#define SCREEN_SIDE 16u

void dxgk_probe_interface(struct adapter *adapter)
{
    /* Made up for this purpose. */
    static const GUID nobody = {
        0x5F2C8E10, 0x3B77, 0x4D1A, { 0x9C, 0x41, 0x6E, 0x0D, 0x52, 0xA8, 0x13, 0xF7 }
    };
    INTERFACE interface = { .Size = sizeof(interface) };
    QUERY_INTERFACE query = {
        .InterfaceType = &nobody, .Size = sizeof(interface), .Version = 1, .Interface = &interface
    };
    NTSTATUS status;

    if (adapter->table.DxgkDdiQueryInterface == NULL) {
        return;
    }
    status = gate_QueryInterface(adapter, &query);
    if (status != STATUS_NOT_SUPPORTED) {
        verify_report(adapter->machine, RULE_LIFE_23, "DxgkDdiQueryInterface",
                      "An interface that does not exist was answered with %s. Return "
                      "STATUS_NOT_SUPPORTED, so that the query goes on.",
                      verify_status_name(status));
    }
}

static D3DDDI_VIDEO_PRESENT_TARGET_ID connected_target(const struct adapter *adapter)
{
    for (uint32_t i = 0; i < adapter->child_count; i++) {
        if (adapter->children[i].connected) {
            return adapter->children[i].descriptor.ChildUid;
        }
    }
    return D3DDDI_ID_UNINITIALIZED;
}

/* Rule LIFE-21. Returns: whether there is a screen to write to. */
static bool enable_screen(struct adapter *adapter)
{
    DXGKARG_SYSTEM_DISPLAY_ENABLE_FLAGS flags = { 0 };
    D3DDDIFORMAT format = D3DDDIFMT_UNKNOWN;
    UINT width = 0;
    UINT height = 0;
    NTSTATUS status = gate_SystemDisplayEnable(adapter, connected_target(adapter), &flags, &width,
                                               &height, &format);
    bool deep =
        format == D3DDDIFMT_R8G8B8 || format == D3DDDIFMT_X8R8G8B8 || format == D3DDDIFMT_A8R8G8B8;

    if (!NT_SUCCESS(status)) {
        return false;
    }
    if (width < 640 || height < 480 || !deep) {
        verify_report(adapter->machine, RULE_LIFE_21, "DxgkDdiSystemDisplayEnable",
                      "The screen of a bug check has %ux%u pixels of format %d. It needs 640x480 "
                      "with 24 bits at least.",
                      width, height, (int)format);
        return false;
    }
    return true;
}

void dxgk_probe_crash_screen(struct adapter *adapter)
{
    static uint32_t pixels[SCREEN_SIDE * SCREEN_SIDE]; /* as the picture the kernel keeps ready */
    uint8_t irql = schedule_irql_raise(adapter->machine, HIGH_LEVEL);

    if (adapter->table.DxgkDdiSystemDisplayEnable != NULL &&
        adapter->table.DxgkDdiSystemDisplayWrite != NULL && enable_screen(adapter)) {
        gate_SystemDisplayWrite(adapter, pixels, SCREEN_SIDE, SCREEN_SIDE,
                                SCREEN_SIDE * sizeof(pixels[0]), 0, 0);
    }
    if (adapter->table.DxgkDdiResetDevice != NULL) {
        gate_ResetDevice(adapter);
    }
    schedule_irql_lower(adapter->machine, irql);
}
