/* SPDX-License-Identifier: MIT */
#include "dxgk/probe.h"

#include "dxgk/adapter_private.h"
#include "dxgk/caps_check.h"
#include "dxgk/dump.h"
#include "dxgk/gate_calls.h"
#include "dxgk/query_guard.h"
#include "machine/heap.h"
#include "machine/schedule.h"
#include "verify/names.h"

#include <string.h>

#define SCREEN_SIDE 16u
#define DEBUG_BYTES 4096u
#define UNKNOWN_BYTES 64u
#define UNKNOWN_TYPE 0x7FFFFFFFu
#define UNTOUCHED 0xA7u

static const char query_ddi[] = "DxgkDdiQueryAdapterInfo";

static NTSTATUS ask(struct adapter *adapter, uint32_t type, void *answer, UINT bytes)
{
    DXGKARG_QUERYADAPTERINFO args = { .Type = (DXGK_QUERYADAPTERINFOTYPE)type,
                                      .pOutputData = answer,
                                      .OutputDataSize = bytes };

    memset(answer, UNTOUCHED, bytes);
    return query_guarded(adapter, &args);
}

static void ask_unknown(struct adapter *adapter)
{
    uint8_t answer[UNKNOWN_BYTES];
    NTSTATUS status = ask(adapter, UNKNOWN_TYPE, answer, sizeof(answer));
    uint32_t written = 0;

    for (size_t i = 0; i < sizeof(answer); i++) {
        written += answer[i] != UNTOUCHED;
    }
    if (NT_SUCCESS(status) || written > 0) {
        verify_report(adapter->machine, RULE_QAI_02, query_ddi,
                      "For Type 0x%X, which does not exist, it returned %s and wrote %u bytes. "
                      "Return STATUS_INVALID_PARAMETER or STATUS_NOT_SUPPORTED for every type you "
                      "do not know, and leave pOutputData alone.",
                      UNKNOWN_TYPE, verify_status_name(status), written);
    }
}

static void ask_caps_twice(struct adapter *adapter)
{
    UINT bytes = caps_bytes(adapter->table.Version);
    DXGK_DRIVERCAPS first;
    DXGK_DRIVERCAPS second;

    if (NT_SUCCESS(ask(adapter, DXGKQAITYPE_DRIVERCAPS, &first, bytes)) &&
        NT_SUCCESS(ask(adapter, DXGKQAITYPE_DRIVERCAPS, &second, bytes)) &&
        memcmp(&first, &second, bytes) != 0) {
        verify_report(adapter->machine, RULE_QAI_31, query_ddi,
                      "DRIVERCAPS has other bytes when it is asked for again. Windows keeps the "
                      "first answer and may ask at any time: fill it from constants, and clear it "
                      "first.");
    }
}

void dxgk_probe_queries(struct adapter *adapter)
{
    ask_unknown(adapter);
    ask_caps_twice(adapter);
}

void dxgk_probe_power(struct adapter *adapter)
{
    ULONG gone = 0;
    NTSTATUS status;

    for (uint32_t i = 0; i < adapter->child_count; i++) {
        gone = DXGH_MAX(gone, adapter->children[i].descriptor.ChildUid + 1);
    }
    if (adapter->child_count == 0) {
        return; /* nothing was ever plugged in */
    }
    status = gate_SetPowerState(adapter, gone, PowerDeviceD3, PowerActionNone);
    if (!NT_SUCCESS(status)) {
        verify_report(adapter->machine, RULE_LIFE_17, "DxgkDdiSetPowerState",
                      "For child %u, which is not there any more, it returned %s. Succeed: the "
                      "power of a child may be set after it was unplugged.",
                      gone, verify_status_name(status));
    }
}

void dxgk_probe_debug(struct adapter *adapter)
{
    DXGKARG_COLLECTDBGINFO_EXT extension = { 0 };
    DXGKARG_COLLECTDBGINFO args = { .Reason = DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR,
                                    .BufferSize = DEBUG_BYTES,
                                    .pExtension = &extension };
    uint8_t irql;

    if (adapter->table.DxgkDdiCollectDbgInfo == NULL) {
        return;
    }
    args.pBuffer = machine_heap_alloc(adapter->machine, DEBUG_BYTES);
    irql = schedule_irql_raise(adapter->machine, HIGH_LEVEL);
    (void)gate_CollectDbgInfo(adapter, &args);
    schedule_irql_lower(adapter->machine, irql);
    machine_heap_free(adapter->machine, args.pBuffer);
}

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
