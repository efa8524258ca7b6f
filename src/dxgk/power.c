/* SPDX-License-Identifier: MIT */
#include "dxgk/power.h"

#include "dxgk/display_private.h"
#include "dxgk/gate_calls.h"
#include "dxgk/monitor.h"

#include <video.h>

static NTSTATUS first_failure(NTSTATUS before, NTSTATUS status)
{
    return NT_SUCCESS(before) ? status : before;
}

/* A failure breaks LIFE-16, which the gate reports. */
static NTSTATUS set_children(struct adapter *adapter, DEVICE_POWER_STATE state, POWER_ACTION action)
{
    NTSTATUS status = STATUS_SUCCESS;

    for (uint32_t i = 0; i < adapter->child_count; i++) {
        status = first_failure(
            status,
            gate_SetPowerState(adapter, adapter->children[i].descriptor.ChildUid, state, action));
    }
    return status;
}

/* A display-only driver has no memory to manage. */
static NTSTATUS evict_all(struct vidmm *vidmm)
{
    NTSTATUS status;

    if (vidmm == NULL) {
        return STATUS_SUCCESS;
    }
    vidmm_enter(vidmm);
    status = vidmm_evict_all(vidmm);
    status = first_failure(status, vidmm_flush(vidmm));
    vidmm_leave(vidmm);
    return status;
}

NTSTATUS dxgk_adapter_sleep(struct adapter *adapter, POWER_ACTION action)
{
    NTSTATUS status;

    adapter_vidpn_lock(adapter);
    status = adapter_desktop_hide(adapter);
    adapter_vidpn_unlock(adapter);
    status = first_failure(status, evict_all(adapter->vidmm));
    status = first_failure(status, set_children(adapter, PowerDeviceD3, action));
    return first_failure(status,
                         gate_SetPowerState(adapter, DISPLAY_ADAPTER_HW_ID, PowerDeviceD3, action));
}

NTSTATUS dxgk_adapter_wake(struct adapter *adapter)
{
    /* Rule LIFE-18: nobody may rely on the action here, so it is one that makes no sense. */
    const POWER_ACTION action = PowerActionShutdownOff;
    NTSTATUS status = gate_SetPowerState(adapter, DISPLAY_ADAPTER_HW_ID, PowerDeviceD0, action);

    status = first_failure(status, set_children(adapter, PowerDeviceD0, action));
    status = first_failure(status, dxgk_children_poll(adapter, false));
    adapter_vidpn_lock(adapter);
    adapter_desktop_follow(adapter);
    adapter_vidpn_unlock(adapter);
    return status;
}
