/* SPDX-License-Identifier: MIT */
/*
 * Power states of the adapter and its monitor.
 *
 * Source: DxgkDdiSetPowerState. Must not fail, and may name a child that is gone already.
 */
#include "softgpu_kmd.h"

/* Video memory is evicted before the adapter goes to a low state (threading level three), so the
 * board can start again with an empty aperture. */
static SG_PAGED VOID
SetAdapterPower(_Inout_ SG_ADAPTER *Adapter, _In_ DEVICE_POWER_STATE State)
{
    PAGED_CODE();
    if (State == PowerDeviceD0) {
        (void)SgHardwareRun(Adapter);
    } else {
        (void)SgHardwareQuiesce(Adapter);
    }
}

/* ActionType has a meaning for low states only, and none that matters to this board. The monitor
 * sleeps when there is no signal, so a change of its state needs nothing done. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgSetPowerState(const PVOID MiniportDeviceContext, ULONG DeviceUid,
                DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
    SG_ADAPTER *adapter = MiniportDeviceContext;

    PAGED_CODE();
    UNREFERENCED_PARAMETER(ActionType);
    if (DeviceUid == DISPLAY_ADAPTER_HW_ID && adapter->Registers != NULL) {
        SetAdapterPower(adapter, DevicePowerState);
    }
    return STATUS_SUCCESS;
}
