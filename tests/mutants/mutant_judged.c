/* SPDX-License-Identifier: MIT */
/* Rules of what a driver answers when the adapter starts, and of registers it must leave alone. */
#include "mutant.h"

NTSTATUS NTAPI
MutantNoHistory(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    if (pQueryAdapterInfo->Type == DXGKQAITYPE_HISTORYBUFFERPRECISION) {
        return STATUS_NOT_SUPPORTED;
    }
    return MutantOriginal.DxgkDdiQueryAdapterInfo(hAdapter, pQueryAdapterInfo);
}

NTSTATUS NTAPI
MutantUnknownNode(const HANDLE hAdapter, UINT NodeOrdinal,
                  DXGKARG_GETNODEMETADATA *pGetNodeMetadata)
{
    if (NodeOrdinal == 1) {
        return STATUS_INVALID_PARAMETER;
    }
    return MutantOriginal.DxgkDdiGetNodeMetadata(hAdapter, NodeOrdinal, pGetNodeMetadata);
}

NTSTATUS NTAPI
MutantNodeBeyond(const HANDLE hAdapter, UINT NodeOrdinal, DXGKARG_GETNODEMETADATA *pGetNodeMetadata)
{
    (void)MutantOriginal.DxgkDdiGetNodeMetadata(hAdapter, NodeOrdinal, pGetNodeMetadata);
    return STATUS_SUCCESS;
}

/* The caps of a newer header than the interface version that was declared. */
NTSTATUS NTAPI
MutantWritesBehind(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryAdapterInfo(hAdapter, pQueryAdapterInfo);

    if (NT_SUCCESS(status) && pQueryAdapterInfo->Type == DXGKQAITYPE_DRIVERCAPS) {
        RtlZeroMemory((PUCHAR)pQueryAdapterInfo->pOutputData + pQueryAdapterInfo->OutputDataSize,
                      8);
    }
    return status;
}

/* A register, of a mapping of its own, while commands are translated. */
NTSTATUS NTAPI
MutantRenderKmRegister(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    DXGK_DEVICE_INFO info;
    PVOID mapped;

    (void)MutantDxgk.DxgkCbGetDeviceInformation(MutantDxgk.DeviceHandle, &info);
    (void)MutantDxgk.DxgkCbMapMemory(MutantDxgk.DeviceHandle,
                                     info.TranslatedResourceList->List[0]
                                         .PartialResourceList.PartialDescriptors[0]
                                         .u.Memory.Start,
                                     PAGE_SIZE, FALSE, FALSE, MmNonCached, &mapped);
    (void)READ_REGISTER_ULONG((volatile ULONG *)mapped);
    (void)MutantDxgk.DxgkCbUnmapMemory(MutantDxgk.DeviceHandle, mapped);
    return MutantOriginal.DxgkDdiRenderKm(hContext, pRenderKmArgs);
}
