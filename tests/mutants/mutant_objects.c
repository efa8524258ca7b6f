/* SPDX-License-Identifier: MIT */
/* Rules of devices, contexts and allocations. */
#include "mutant.h"

/* Devices. The port's own comes first, in the start, and stays as it is. */

NTSTATUS NTAPI
MutantDeviceStatus(const HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
    if (pCreateDevice->Flags.SystemDevice) {
        return MutantOriginal.DxgkDdiCreateDevice(hAdapter, pCreateDevice);
    }
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantDeviceHandle(const HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
    if (pCreateDevice->Flags.SystemDevice) {
        return MutantOriginal.DxgkDdiCreateDevice(hAdapter, pCreateDevice);
    }
    return STATUS_SUCCESS; /* hDevice is still the port's */
}

NTSTATUS NTAPI
MutantDestroyDeviceStatus(const HANDLE hDevice)
{
    (void)MutantOriginal.DxgkDdiDestroyDevice(hDevice);
    return STATUS_UNSUCCESSFUL;
}

/* Contexts */

NTSTATUS NTAPI
MutantContextStatus(const HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
    if (pCreateContext->Flags.SystemContext) {
        return MutantOriginal.DxgkDdiCreateContext(hDevice, pCreateContext);
    }
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantContextSegment(const HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateContext(hDevice, pCreateContext);

    pCreateContext->ContextInfo.DmaBufferSegmentSet = 1; /* video memory */
    return status;
}

NTSTATUS NTAPI
MutantContextPatchList(const HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateContext(hDevice, pCreateContext);

    pCreateContext->ContextInfo.PatchLocationListSize = 0;
    return status;
}

NTSTATUS NTAPI
MutantContextGdiList(const HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateContext(hDevice, pCreateContext);

    pCreateContext->ContextInfo.AllocationListSize = 16;
    return status;
}

NTSTATUS NTAPI
MutantDestroyContextStatus(const HANDLE hContext)
{
    (void)MutantOriginal.DxgkDdiDestroyContext(hContext);
    return STATUS_UNSUCCESSFUL;
}

/* Allocations */

NTSTATUS NTAPI
MutantAllocationStatus(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pCreateAllocation);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantAllocationHandle(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    DXGK_ALLOCATIONINFO *info = pCreateAllocation->pAllocationInfo;

    UNREFERENCED_PARAMETER(hAdapter);
    info->Size = PAGE_SIZE;
    info->SupportedReadSegmentSet = 1;
    info->SupportedWriteSegmentSet = 1;
    return STATUS_SUCCESS; /* without an object */
}

NTSTATUS NTAPI
MutantAllocationSize(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);

    pCreateAllocation->pAllocationInfo->Size = 0;
    return status;
}

NTSTATUS NTAPI
MutantAllocationAlignment(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);

    pCreateAllocation->pAllocationInfo->Alignment = 3 * PAGE_SIZE;
    return status;
}

NTSTATUS NTAPI
MutantAllocationPreference(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);

    pCreateAllocation->pAllocationInfo->PreferredSegment.SegmentId0 = 5;
    return status;
}

NTSTATUS NTAPI
MutantAllocationSegments(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);

    pCreateAllocation->pAllocationInfo->SupportedWriteSegmentSet |= 1u << 7;
    return status;
}

NTSTATUS NTAPI
MutantAllocationPitchSize(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);
    DXGK_ALLOCATIONINFO *info = pCreateAllocation->pAllocationInfo;

    info->PitchAlignedSize = info->Size - 1;
    return status;
}

NTSTATUS NTAPI
MutantAllocationEviction(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);
    DXGK_ALLOCATIONINFO *info = pCreateAllocation->pAllocationInfo;

    info->EvictionSegmentSet = 1; /* video memory */
    return status;
}

NTSTATUS NTAPI
MutantAllocationPriority(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);
    DXGK_ALLOCATIONINFO *info = pCreateAllocation->pAllocationInfo;

    info->AllocationPriority = 0;
    return status;
}

NTSTATUS NTAPI
MutantAllocationPermanent(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);
    DXGK_ALLOCATIONINFO *info = pCreateAllocation->pAllocationInfo;

    info->Flags.Value = 0;
    info->Flags.PermanentSysMem = TRUE;
    return status;
}

NTSTATUS NTAPI
MutantAllocationCached(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);
    DXGK_ALLOCATIONINFO *info = pCreateAllocation->pAllocationInfo;

    info->Flags.Value = 0;
    info->Flags.Cached = TRUE;
    return status;
}

NTSTATUS NTAPI
MutantAllocationProtected(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);
    DXGK_ALLOCATIONINFO *info = pCreateAllocation->pAllocationInfo;

    info->Flags.CpuVisible = TRUE;
    info->Flags.Protected = TRUE;
    info->Flags.PermanentSysMem = TRUE;
    return status;
}

NTSTATUS NTAPI
MutantDestroyAllocationStatus(const HANDLE hAdapter,
                              const DXGKARG_DESTROYALLOCATION *pDestroyAllocation)
{
    (void)MutantOriginal.DxgkDdiDestroyAllocation(hAdapter, pDestroyAllocation);
    return STATUS_UNSUCCESSFUL;
}

/* Opening */

NTSTATUS NTAPI
MutantOpenStatus(const HANDLE hDevice, const DXGKARG_OPENALLOCATION *pOpenAllocation)
{
    UNREFERENCED_PARAMETER(hDevice);
    UNREFERENCED_PARAMETER(pOpenAllocation);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantOpenHandle(const HANDLE hDevice, const DXGKARG_OPENALLOCATION *pOpenAllocation)
{
    UNREFERENCED_PARAMETER(hDevice);
    UNREFERENCED_PARAMETER(pOpenAllocation);
    return STATUS_SUCCESS; /* without a handle */
}

/* The pitch is an output, although the record is const. */
NTSTATUS NTAPI
MutantOpenPitch(const HANDLE hDevice, const DXGKARG_OPENALLOCATION *pOpenAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiOpenAllocation(hDevice, pOpenAllocation);

    ((DXGKARG_OPENALLOCATION *)(ULONG_PTR)pOpenAllocation)->Pitch = 64;
    return status;
}

NTSTATUS NTAPI
MutantCloseStatus(const HANDLE hDevice, const DXGKARG_CLOSEALLOCATION *pCloseAllocation)
{
    (void)MutantOriginal.DxgkDdiCloseAllocation(hDevice, pCloseAllocation);
    return STATUS_UNSUCCESSFUL;
}

/* Standard allocations */

NTSTATUS NTAPI
MutantStandardStatus(const HANDLE hAdapter,
                     DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *pGetStandardAllocationDriverData)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pGetStandardAllocationDriverData);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantStandardSizes(const HANDLE hAdapter,
                    DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *pGetStandardAllocationDriverData)
{
    UNREFERENCED_PARAMETER(hAdapter);
    pGetStandardAllocationDriverData->AllocationPrivateDriverDataSize = 0;
    pGetStandardAllocationDriverData->ResourcePrivateDriverDataSize = 0;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantStandardGrows(const HANDLE hAdapter,
                    DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *pGetStandardAllocationDriverData)
{
    NTSTATUS status = MutantOriginal.DxgkDdiGetStandardAllocationDriverData(
        hAdapter, pGetStandardAllocationDriverData);

    if (pGetStandardAllocationDriverData->pAllocationPrivateDriverData != NULL) {
        pGetStandardAllocationDriverData->AllocationPrivateDriverDataSize += 4;
    }
    return status;
}

NTSTATUS NTAPI
MutantSwizzlingStatus(const HANDLE hAdapter, DXGKARG_ACQUIRESWIZZLINGRANGE *pAcquireSwizzlingRange)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pAcquireSwizzlingRange);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantSwizzlingKeeps(const HANDLE hAdapter,
                     const DXGKARG_RELEASESWIZZLINGRANGE *pReleaseSwizzlingRange)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pReleaseSwizzlingRange);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantSwizzlingElsewhere(const HANDLE hAdapter,
                         DXGKARG_ACQUIRESWIZZLINGRANGE *pAcquireSwizzlingRange)
{
    NTSTATUS status = MutantOriginal.DxgkDdiAcquireSwizzlingRange(hAdapter, pAcquireSwizzlingRange);

    pAcquireSwizzlingRange->CPUTranslatedAddress.QuadPart = PAGE_SIZE; /* in no BAR */
    return status;
}

/* A page of video memory for a context or a device, by the kernel's handles. */
static VOID
DescribeArea(DXGKARGCB_CREATECONTEXTALLOCATION *Args, HANDLE Device, HANDLE Context)
{
    RtlZeroMemory(Args, sizeof(*Args));
    Args->hAdapter = MutantDxgk.DeviceHandle;
    Args->hDevice = Device;
    Args->hContext = Context;
    Args->Size = PAGE_SIZE;
    Args->SupportedSegmentSet = 1;
}

NTSTATUS NTAPI
MutantAreaOfSystem(const HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
    DXGKARGCB_CREATECONTEXTALLOCATION args;

    if (pCreateContext->Flags.SystemContext) {
        DescribeArea(&args, MutantDxgk.DeviceHandle, NULL);
        (VOID) MutantDxgk.DxgkCbCreateContextAllocation(&args);
    }
    return MutantOriginal.DxgkDdiCreateContext(hDevice, pCreateContext);
}

NTSTATUS NTAPI
MutantAreaOfBoth(const HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
    DXGKARGCB_CREATECONTEXTALLOCATION args;

    if (!pCreateContext->Flags.SystemContext) {
        DescribeArea(&args, NULL, pCreateContext->hContext);
        args.ContextAllocationFlags.SharedAcrossContexts = 1;
        (VOID) MutantDxgk.DxgkCbCreateContextAllocation(&args);
    }
    return MutantOriginal.DxgkDdiCreateContext(hDevice, pCreateContext);
}

NTSTATUS NTAPI
MutantAreaUnprotected(const HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
    DXGKARGCB_CREATECONTEXTALLOCATION args;

    if (!pCreateContext->Flags.SystemContext) {
        DescribeArea(&args, NULL, pCreateContext->hContext);
        args.Flags.CpuVisible = 1;
        if (NT_SUCCESS(MutantDxgk.DxgkCbCreateContextAllocation(&args))) {
            (VOID) MutantDxgk.DxgkCbDestroyContextAllocation(args.hAdapter, args.hAllocation);
        }
    }
    return MutantOriginal.DxgkDdiCreateContext(hDevice, pCreateContext);
}
