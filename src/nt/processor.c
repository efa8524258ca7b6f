/* SPDX-License-Identifier: MIT */
/* Queries about processors, and the floating-point and cache functions that x64 makes trivial. */
#include "nt/call.h"
#include "nt/exports.h"

static KAFFINITY all_processors(const struct machine *machine)
{
    return machine->processor_count == 64 ? ~(KAFFINITY)0
                                          : ((KAFFINITY)1 << machine->processor_count) - 1;
}

ULONG NTAPI KeGetCurrentProcessorNumber(void)
{
    return nt_enter_quietly()->active->index;
}

ULONG NTAPI KeGetCurrentProcessorIndex(void)
{
    return nt_enter_quietly()->active->index;
}

ULONG NTAPI KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER ProcNumber)
{
    ULONG index = nt_enter_quietly()->active->index;

    if (ProcNumber != NULL) {
        *ProcNumber = (PROCESSOR_NUMBER){ .Group = 0, .Number = (UCHAR)index };
    }
    return index;
}

ULONG NTAPI KeGetProcessorIndexFromNumber(PPROCESSOR_NUMBER ProcNumber)
{
    struct machine *machine = nt_enter_quietly();

    if (ProcNumber->Group != 0 || ProcNumber->Number >= machine->processor_count) {
        return INVALID_PROCESSOR_INDEX;
    }
    return ProcNumber->Number;
}

NTSTATUS NTAPI KeGetProcessorNumberFromIndex(ULONG ProcIndex, PPROCESSOR_NUMBER ProcNumber)
{
    if (ProcIndex >= nt_enter_quietly()->processor_count) {
        return STATUS_INVALID_PARAMETER;
    }
    *ProcNumber = (PROCESSOR_NUMBER){ .Group = 0, .Number = (UCHAR)ProcIndex };
    return STATUS_SUCCESS;
}

KAFFINITY NTAPI KeQueryActiveProcessors(void)
{
    return all_processors(nt_enter_quietly());
}

ULONG NTAPI KeQueryActiveProcessorCount(PKAFFINITY ActiveProcessors)
{
    struct machine *machine = nt_enter_quietly();

    if (ActiveProcessors != NULL) {
        *ActiveProcessors = all_processors(machine);
    }
    return machine->processor_count;
}

ULONG NTAPI KeQueryActiveProcessorCountEx(USHORT GroupNumber)
{
    return GroupNumber == 0 || GroupNumber == ALL_PROCESSOR_GROUPS
               ? nt_enter_quietly()->processor_count
               : 0;
}

ULONG NTAPI KeQueryMaximumProcessorCount(void)
{
    return nt_enter_quietly()->processor_count;
}

ULONG NTAPI KeQueryMaximumProcessorCountEx(USHORT GroupNumber)
{
    return KeQueryActiveProcessorCountEx(GroupNumber);
}

USHORT NTAPI KeQueryActiveGroupCount(void)
{
    return 1;
}

USHORT NTAPI KeQueryMaximumGroupCount(void)
{
    return 1;
}

KAFFINITY NTAPI KeQueryGroupAffinity(USHORT GroupNumber)
{
    return GroupNumber == 0 ? all_processors(nt_enter_quietly()) : 0;
}

USHORT NTAPI KeQueryHighestNodeNumber(void)
{
    return 0;
}

USHORT NTAPI KeGetCurrentNodeNumber(void)
{
    return 0;
}

/* A switch saves what the calling convention asks for, and no interrupt touches a fiber's vector
 * registers, so there is nothing to save here. */
NTSTATUS NTAPI KeSaveFloatingPointState(PKFLOATING_SAVE FloatSave)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)machine;
    FloatSave->Dummy = 0;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI KeRestoreFloatingPointState(PKFLOATING_SAVE FloatSave)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)machine;
    (void)FloatSave;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI KeSaveExtendedProcessorState(ULONG64 Mask, PXSTATE_SAVE XStateSave)
{
    NT_CALL(DISPATCH_LEVEL);

    memset(XStateSave, 0, sizeof(*XStateSave));
    XStateSave->Level = machine->active->irql;
    XStateSave->XStateContext.Mask = Mask;
    return STATUS_SUCCESS;
}

void NTAPI KeRestoreExtendedProcessorState(PXSTATE_SAVE XStateSave)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)machine;
    (void)XStateSave;
}

/* DMA is coherent with the processor's caches here, as it is on x64. */
void NTAPI KeFlushIoBuffers(PMDL Mdl, BOOLEAN ReadOperation, BOOLEAN DmaOperation)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)machine;
    (void)Mdl;
    (void)ReadOperation;
    (void)DmaOperation;
}

BOOLEAN NTAPI KeInvalidateAllCaches(void)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)machine;
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    return TRUE;
}

void NTAPI KeInvalidateRangeAllCaches(PVOID BaseAddress, ULONG Length)
{
    (void)BaseAddress;
    (void)Length;
    (void)KeInvalidateAllCaches();
}

void NTAPI KeFlushWriteBuffer(void)
{
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
}

LOGICAL NTAPI KeShouldYieldProcessor(void)
{
    NT_CALL(DISPATCH_LEVEL);

    return machine->ready_mask != 0;
}

ULONG NTAPI KeGetRecommendedSharedDataAlignment(void)
{
    return 64;
}

BOOLEAN NTAPI ExIsProcessorFeaturePresent(ULONG ProcessorFeature)
{
    switch (ProcessorFeature) {
    case PF_COMPARE_EXCHANGE_DOUBLE:
    case PF_MMX_INSTRUCTIONS_AVAILABLE:
    case PF_XMMI_INSTRUCTIONS_AVAILABLE:
    case PF_XMMI64_INSTRUCTIONS_AVAILABLE:
    case PF_RDTSC_INSTRUCTION_AVAILABLE:
    case PF_NX_ENABLED:
        return TRUE; /* every x64 processor has them */
    default:
        return FALSE;
    }
}
