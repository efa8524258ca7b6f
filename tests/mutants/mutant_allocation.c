/* SPDX-License-Identifier: MIT */
/* What DxgkDdiCreateAllocation says of an allocation: its flags, and where it may be. */
#include "mutant.h"

#define APERTURE 2u /* the reference driver's second segment */

/* The driver's own answer, with other flags. */
static NTSTATUS
CreateWith(const HANDLE Adapter, DXGKARG_CREATEALLOCATION *Args, DXGK_ALLOCATIONINFOFLAGS Flags)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(Adapter, Args);

    if (NT_SUCCESS(status)) {
        Args->pAllocationInfo->Flags = Flags;
    }
    return status;
}

/* Flags that break one rule, for every allocation; the first is a primary. */
#define FLAG_MUTANT(function, ...)                                                                 \
    NTSTATUS NTAPI function(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)    \
    {                                                                                              \
        DXGK_ALLOCATIONINFOFLAGS flags = { .CpuVisible = 1 };                                      \
                                                                                                   \
        __VA_ARGS__                                                                                \
        return CreateWith(hAdapter, pCreateAllocation, flags);                                     \
    }

FLAG_MUTANT(MutantPrimaryPermanent, flags.PermanentSysMem = 1;)
FLAG_MUTANT(MutantPrimaryCached, flags.Cached = 1;)
FLAG_MUTANT(MutantPrimaryProtected, flags.Protected = 1;)
FLAG_MUTANT(MutantPrimaryExisting, flags.ExistingSysMem = 1;)
FLAG_MUTANT(MutantPrimaryKernelMemory, flags.ExistingKernelSysMem = 1;)
FLAG_MUTANT(MutantAllocationExisting, flags.ExistingSysMem = 1; flags.PermanentSysMem = 1;)
FLAG_MUTANT(MutantAllocationKernelMemory, flags.ExistingKernelSysMem = 1; flags.ExistingSysMem = 1;)
FLAG_MUTANT(MutantAllocationHistory, flags.HistoryBuffer = 1; flags.Swizzled = 1;)
FLAG_MUTANT(MutantAllocationReserved, flags.Value |= 0x80000000u;)

/* What is not a primary: it comes with a description that is not that of the first. */
static UINT Created;

NTSTATUS NTAPI
MutantAllocationAlternateVa(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);

    if (NT_SUCCESS(status) && Created++ > 0) {
        pCreateAllocation->pAllocationInfo->Flags.UseAlternateVA = TRUE;
    }
    return status;
}

/* As large as a fifth of every segment, and a page. */
NTSTATUS NTAPI
MutantAllocationOverlay(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);

    if (NT_SUCCESS(status) && Created++ > 0) {
        pCreateAllocation->pAllocationInfo->Flags.Overlay = TRUE;
        pCreateAllocation->pAllocationInfo->Size = 0x40000000u;
    }
    return status;
}

/* Segment 1 is memory of the board. */
NTSTATUS NTAPI
MutantAllocationIncoherent(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);

    if (NT_SUCCESS(status)) {
        pCreateAllocation->pAllocationInfo->SupportedReadSegmentSet |= 1;
    }
    return status;
}

static NTSTATUS NTAPI
QueryWithPitch(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryAdapterInfo(hAdapter, pQueryAdapterInfo);
    DXGK_QUERYSEGMENTOUT3 *out = pQueryAdapterInfo->pOutputData;

    if (NT_SUCCESS(status) && pQueryAdapterInfo->Type == DXGKQAITYPE_QUERYSEGMENT3 &&
        out->pSegmentDescriptor != NULL) {
        out->pSegmentDescriptor[APERTURE - 1].Flags.PitchAlignment = TRUE;
    }
    return status;
}

static NTSTATUS NTAPI
CreateEvictedByPitch(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);

    pCreateAllocation->pAllocationInfo->EvictionSegmentSet = 1u << (APERTURE - 1);
    return status;
}

NTSTATUS
MutantEvictsByPitch(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                    DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiQueryAdapterInfo = QueryWithPitch;
    Data->DxgkDdiCreateAllocation = CreateEvictedByPitch;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

NTSTATUS NTAPI
MutantAllocationRefused(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pCreateAllocation);
    return STATUS_INVALID_PARAMETER;
}

/* Less than the surface it was created for. */
NTSTATUS NTAPI
MutantAllocationShort(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);

    if (NT_SUCCESS(status) && Created++ > 0) {
        pCreateAllocation->pAllocationInfo->Size = PAGE_SIZE;
    }
    return status;
}

NTSTATUS NTAPI
MutantDescribesNothing(const HANDLE hAdapter, DXGKARG_DESCRIBEALLOCATION *pDescribeAllocation)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pDescribeAllocation);
    return STATUS_INVALID_PARAMETER;
}

NTSTATUS NTAPI
MutantDescribesWrongly(const HANDLE hAdapter, DXGKARG_DESCRIBEALLOCATION *pDescribeAllocation)
{
    NTSTATUS status = MutantOriginal.DxgkDdiDescribeAllocation(hAdapter, pDescribeAllocation);

    pDescribeAllocation->Width++;
    return status;
}
