/* SPDX-License-Identifier: MIT */
/* Rules of questions that Windows may ask at any time. */
#include "mutant.h"

NTSTATUS NTAPI
MutantKnowsEverything(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryAdapterInfo(hAdapter, pQueryAdapterInfo);

    return (UINT)pQueryAdapterInfo->Type == 0x7FFFFFFF ? STATUS_SUCCESS : status;
}

NTSTATUS NTAPI
MutantCapsChange(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    static LONG queries;
    NTSTATUS status = MutantOriginal.DxgkDdiQueryAdapterInfo(hAdapter, pQueryAdapterInfo);

    if (pQueryAdapterInfo->Type == DXGKQAITYPE_DRIVERCAPS) {
        ((DXGK_DRIVERCAPS *)pQueryAdapterInfo->pOutputData)->MaxPointerWidth =
            (UINT)InterlockedIncrement(&queries);
    }
    return status;
}

NTSTATUS NTAPI
MutantMissesChild(const PVOID MiniportDeviceContext, ULONG DeviceUid,
                  DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
    if (DeviceUid != DISPLAY_ADAPTER_HW_ID) {
        return STATUS_INVALID_PARAMETER;
    }
    return MutantOriginal.DxgkDdiSetPowerState(MiniportDeviceContext, DeviceUid, DevicePowerState,
                                               ActionType);
}

NTSTATUS NTAPI
MutantDebugPageable(const HANDLE hAdapter, const DXGKARG_COLLECTDBGINFO *pCollectDbgInfo)
{
    PAGED_CODE();
    return MutantOriginal.DxgkDdiCollectDbgInfo(hAdapter, pCollectDbgInfo);
}
