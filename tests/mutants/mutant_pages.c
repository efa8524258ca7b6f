/* SPDX-License-Identifier: MIT */
/* Rules of pageable memory, which is out of reach at DISPATCH_LEVEL, and of the kernel's stack. */
#include "mutant.h"

#define LARGE_LOCAL_BYTES (21u * 1024u)

/* Pageable without saying PAGED_CODE, which would have told. */
__attribute__((section("PAGE"), noinline)) static ULONG
CountPaged(const DXGKARG_SUBMITCOMMAND *Args)
{
    return Args->SubmissionFenceId + 1;
}

NTSTATUS NTAPI
MutantCallsPaged(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    static volatile ULONG counted;

    counted = CountPaged(pSubmitCommand);
    return MutantOriginal.DxgkDdiSubmitCommand(hAdapter, pSubmitCommand);
}

NTSTATUS NTAPI
MutantReadsPaged(const PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                 ULONG ChildRelationsSize)
{
    volatile ULONG *block = ExAllocatePoolWithTag(PagedPool, sizeof(*block), MUTANT_TAG);
    KIRQL irql;

    if (block == NULL) {
        return STATUS_NO_MEMORY;
    }
    *block = 1;
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    *block += 1;
    KeLowerIrql(irql);
    ExFreePoolWithTag((PVOID)block, MUTANT_TAG);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

NTSTATUS NTAPI
MutantLargeLocal(const PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                 ULONG ChildRelationsSize)
{
    volatile UCHAR local[LARGE_LOCAL_BYTES];

    local[0] = 1;
    local[LARGE_LOCAL_BYTES - 1] = local[0];
    KeMemoryBarrier();
    (void)KeQueryInterruptTime();
    KeFlushQueuedDpcs();
    return local[LARGE_LOCAL_BYTES - 1] == 0
               ? STATUS_UNSUCCESSFUL
               : MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                           ChildRelationsSize);
}
