/* SPDX-License-Identifier: MIT */
/* Rules of private requests, and of what a DDI must not keep. */
#include "mutant.h"

NTSTATUS NTAPI
MutantEscapeStatus(const HANDLE hAdapter, const DXGKARG_ESCAPE *pEscape)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pEscape);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantEscapeMismatch(const HANDLE hAdapter, const DXGKARG_ESCAPE *pEscape)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pEscape);
    return (NTSTATUS)0x401E0117;
}

NTSTATUS NTAPI
MutantEscapeOverrun(const HANDLE hAdapter, const DXGKARG_ESCAPE *pEscape)
{
    UNREFERENCED_PARAMETER(hAdapter);
    ((volatile UCHAR *)pEscape->pPrivateDriverData)[pEscape->PrivateDriverDataSize] = 0;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantEscapeArguments(const HANDLE hAdapter, const DXGKARG_ESCAPE *pEscape)
{
    UNREFERENCED_PARAMETER(hAdapter);
    ((DXGKARG_ESCAPE *)(ULONG_PTR)pEscape)->PrivateDriverDataSize = 0;
    return STATUS_SUCCESS;
}

/* A handle that is none is as good as any. */
NTSTATUS NTAPI
MutantEscapeHandle(const HANDLE hAdapter, const DXGKARG_ESCAPE *pEscape)
{
    DXGKARGCB_GETHANDLEDATA args = { .hObject = 0x77, .Type = DXGK_HANDLE_ALLOCATION };

    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pEscape);
    (void)MutantDxgk.DxgkCbGetHandleData(&args);
    return STATUS_SUCCESS;
}

/* A register, of a mapping of its own, without HardwareAccess. */
NTSTATUS NTAPI
MutantEscapeRegister(const HANDLE hAdapter, const DXGKARG_ESCAPE *pEscape)
{
    DXGK_DEVICE_INFO info;
    PVOID mapped;

    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pEscape);
    (void)MutantDxgk.DxgkCbGetDeviceInformation(MutantDxgk.DeviceHandle, &info);
    (void)MutantDxgk.DxgkCbMapMemory(MutantDxgk.DeviceHandle,
                                     info.TranslatedResourceList->List[0]
                                         .PartialResourceList.PartialDescriptors[0]
                                         .u.Memory.Start,
                                     PAGE_SIZE, FALSE, FALSE, MmNonCached, &mapped);
    (void)READ_REGISTER_ULONG((volatile ULONG *)mapped);
    (void)MutantDxgk.DxgkCbUnmapMemory(MutantDxgk.DeviceHandle, mapped);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantSubmitKeepsLock(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    static KSPIN_LOCK lock;
    static LONG done;

    if (InterlockedExchange(&done, 1) == 0) {
        KeAcquireSpinLockAtDpcLevel(&lock);
    }
    return MutantOriginal.DxgkDdiSubmitCommand(hAdapter, pSubmitCommand);
}

/* Nothing but a transfer or a discard can be busy. */
NTSTATUS NTAPI
MutantPagingBusy(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    if (pBuildPagingBuffer->Operation == DXGK_OPERATION_TRANSFER) {
        return MutantOriginal.DxgkDdiBuildPagingBuffer(hAdapter, pBuildPagingBuffer);
    }
    return STATUS_GRAPHICS_ALLOCATION_BUSY;
}

/* The checksum of an EDID block is its last byte. */
NTSTATUS NTAPI
MutantDescriptorChecksum(const PVOID MiniportDeviceContext, ULONG ChildUid,
                         PDXGK_DEVICE_DESCRIPTOR DeviceDescriptor)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryDeviceDescriptor(MiniportDeviceContext, ChildUid,
                                                                  DeviceDescriptor);

    if (NT_SUCCESS(status) && DeviceDescriptor->DescriptorLength == 128) {
        ((PUCHAR)DeviceDescriptor->DescriptorBuffer)[127]++;
    }
    return status;
}
