/* SPDX-License-Identifier: MIT */
/*
 * Hardware faults: "fault-<what>-<where>" does what processors do not forgive, in one DDI.
 *
 *   what   null, wild, code, jump, divide, illegal, break, stack
 *   where  passive (RenderKm), dispatch (SubmitCommand), isr (InterruptRoutine), dpc (DpcRoutine)
 *
 * and the bad ends of bring-up: "declines", "add-fails", "start-fails", "caps-fail", "exhausts",
 * "hoards", "callback-wild", "overrun".
 */
#include "mutant.h"

/* The processor's faults are wanted, not what a sanitizer makes of them before. */
#define RAW __attribute__((no_sanitize("address", "undefined"), noinline))

typedef VOID FAULT(VOID);

static volatile ULONG Zero;
static const ULONG Constant = 1;

static RAW VOID
FaultNull(VOID)
{
    volatile ULONG *volatile pointer = NULL;

    pointer[4] = 1;
}

static RAW VOID
FaultWild(VOID)
{
    volatile ULONG *volatile pointer = (volatile ULONG *)(ULONG_PTR)0x00007ABCDE001230;

    *pointer = 1;
}

static RAW VOID
FaultCode(VOID)
{
    volatile ULONG *volatile pointer = (volatile ULONG *)(ULONG_PTR)&Constant;

    *pointer = 2;
}

static RAW VOID
FaultJump(VOID)
{
    FAULT *volatile nowhere = NULL;

    nowhere();
    KeMemoryBarrier();
}

static RAW VOID
FaultDivide(VOID)
{
    volatile ULONG result = 100;

    __asm__ volatile("xorl %%edx, %%edx\n\tdivl %1" : "+a"(result) : "m"(Zero) : "edx");
}

static RAW VOID
FaultIllegal(VOID)
{
    __asm__ volatile("ud2");
}

static RAW VOID
FaultBreak(VOID)
{
    __asm__ volatile("int3");
}

/* Calls itself for ever, through a pointer so that no compiler says so. */
static ULONG FaultStack(volatile ULONG *Depth);
static ULONG (*volatile Deeper)(volatile ULONG *Depth) = FaultStack;

static RAW ULONG
FaultStack(volatile ULONG *Depth)
{
    volatile ULONG room[256];

    room[0] = *Depth + 1;
    return Deeper(room) + room[0];
}

static RAW VOID
FaultStackOverflow(VOID)
{
    Zero = FaultStack(&Zero);
}

static FAULT *Fault;

static NTSTATUS NTAPI
FaultingRenderKm(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    Fault();
    return MutantOriginal.DxgkDdiRenderKm(hContext, pRenderKmArgs);
}

static NTSTATUS NTAPI
FaultingSubmitCommand(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    Fault();
    return MutantOriginal.DxgkDdiSubmitCommand(hAdapter, pSubmitCommand);
}

static BOOLEAN NTAPI
FaultingInterruptRoutine(const PVOID MiniportDeviceContext, ULONG MessageNumber)
{
    Fault();
    return MutantOriginal.DxgkDdiInterruptRoutine(MiniportDeviceContext, MessageNumber);
}

static VOID NTAPI
FaultingDpcRoutine(const PVOID MiniportDeviceContext)
{
    Fault();
    MutantOriginal.DxgkDdiDpcRoutine(MiniportDeviceContext);
}

static const struct {
    const char *What;
    FAULT *Function;
} Faults[] = {
    { "null", FaultNull },   { "wild", FaultWild },           { "code", FaultCode },
    { "jump", FaultJump },   { "divide", FaultDivide },       { "illegal", FaultIllegal },
    { "break", FaultBreak }, { "stack", FaultStackOverflow },
};

static BOOLEAN
InstallAt(const char *Where, DRIVER_INITIALIZATION_DATA *Data)
{
    if (strcmp(Where, "passive") == 0) {
        Data->DxgkDdiRenderKm = FaultingRenderKm;
    } else if (strcmp(Where, "dispatch") == 0) {
        Data->DxgkDdiSubmitCommand = FaultingSubmitCommand;
    } else if (strcmp(Where, "isr") == 0) {
        Data->DxgkDdiInterruptRoutine = FaultingInterruptRoutine;
    } else if (strcmp(Where, "dpc") == 0) {
        Data->DxgkDdiDpcRoutine = FaultingDpcRoutine;
    } else {
        return FALSE;
    }
    return TRUE;
}

/* Bring-up that ends badly */

static NTSTATUS NTAPI
DecliningAddDevice(const PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
    UNREFERENCED_PARAMETER(PhysicalDeviceObject);
    *MiniportDeviceContext = NULL;
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI
FailingAddDevice(const PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
    UNREFERENCED_PARAMETER(PhysicalDeviceObject);
    UNREFERENCED_PARAMETER(MiniportDeviceContext);
    return STATUS_DEVICE_CONFIGURATION_ERROR;
}

/* Takes all the memory there is, then gives it back and gives up. */
static NTSTATUS NTAPI
ExhaustingAddDevice(const PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
    PVOID *newest = NULL;
    PVOID *block;

    UNREFERENCED_PARAMETER(PhysicalDeviceObject);
    UNREFERENCED_PARAMETER(MiniportDeviceContext);
    while ((block = ExAllocatePoolWithTag(NonPagedPoolNx, 16 * PAGE_SIZE, MUTANT_TAG)) != NULL) {
        *block = newest;
        newest = block;
    }
    while (newest != NULL) {
        block = newest;
        newest = *block;
        ExFreePoolWithTag(block, MUTANT_TAG);
    }
    return STATUS_NO_MEMORY;
}

/* The same without giving back, and going on. */
static NTSTATUS NTAPI
HoardingAddDevice(const PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
    while (ExAllocatePoolWithTag(NonPagedPoolNx, 16 * PAGE_SIZE, MUTANT_TAG) != NULL) {
        KeMemoryBarrier();
    }
    return MutantOriginal.DxgkDdiAddDevice(PhysicalDeviceObject, MiniportDeviceContext);
}

static NTSTATUS NTAPI
FailingQueryAdapterInfo(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pQueryAdapterInfo);
    return STATUS_INVALID_PARAMETER;
}

/* Without its registers the driver finds no board. */
static NTSTATUS NTAPI
NoDeviceInformation(HANDLE DeviceHandle, PDXGK_DEVICE_INFO DeviceInfo)
{
    UNREFERENCED_PARAMETER(DeviceHandle);
    UNREFERENCED_PARAMETER(DeviceInfo);
    return STATUS_UNSUCCESSFUL;
}

static NTSTATUS NTAPI
FailingStartDevice(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                   PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                   PULONG NumberOfChildren)
{
    DXGKRNL_INTERFACE own;

    RtlZeroMemory(&own, sizeof(own));
    RtlCopyMemory(&own, DxgkInterface, min(DxgkInterface->Size, (ULONG)sizeof(own)));
    own.DxgkCbGetDeviceInformation = NoDeviceInformation;
    return MutantOriginal.DxgkDdiStartDevice(MiniportDeviceContext, DxgkStartInfo, &own,
                                             NumberOfVideoPresentSources, NumberOfChildren);
}

/* Pointers that are none, and one record too many */

static NTSTATUS NTAPI
WildToCallback(const PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
               ULONG ChildRelationsSize)
{
    (void)MutantDxgk.DxgkCbGetHandleData((DXGKARGCB_GETHANDLEDATA *)(ULONG_PTR)0x5000);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

static RAW NTSTATUS NTAPI
OverrunningChildRelations(const PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                          ULONG ChildRelationsSize)
{
    volatile DXGK_CHILD_DESCRIPTOR *behind =
        &ChildRelations[ChildRelationsSize / sizeof(*ChildRelations) + 1];

    behind->ChildDeviceType = TypeOther;
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

static BOOLEAN
InstallBadStart(const char *Name, DRIVER_INITIALIZATION_DATA *Data)
{
    if (strcmp(Name, "declines") == 0) {
        Data->DxgkDdiAddDevice = DecliningAddDevice;
    } else if (strcmp(Name, "add-fails") == 0) {
        Data->DxgkDdiAddDevice = FailingAddDevice;
    } else if (strcmp(Name, "start-fails") == 0) {
        Data->DxgkDdiStartDevice = FailingStartDevice;
    } else if (strcmp(Name, "caps-fail") == 0) {
        Data->DxgkDdiQueryAdapterInfo = FailingQueryAdapterInfo;
    } else if (strcmp(Name, "exhausts") == 0) {
        Data->DxgkDdiAddDevice = ExhaustingAddDevice;
    } else if (strcmp(Name, "hoards") == 0) {
        Data->DxgkDdiAddDevice = HoardingAddDevice;
    } else if (strcmp(Name, "callback-wild") == 0) {
        Data->DxgkDdiQueryChildRelations = WildToCallback;
    } else if (strcmp(Name, "overrun") == 0) {
        Data->DxgkDdiQueryChildRelations = OverrunningChildRelations;
    } else {
        return FALSE;
    }
    return TRUE;
}

BOOLEAN
MutantFaultInstall(const char *Name, DRIVER_INITIALIZATION_DATA *Data)
{
    static const char prefix[] = "fault-";
    SIZE_T length = sizeof(prefix) - 1;

    if (strncmp(Name, prefix, length) != 0) {
        return InstallBadStart(Name, Data);
    }
    Name += length;
    for (SIZE_T i = 0; i < RTL_NUMBER_OF(Faults); i++) {
        length = strlen(Faults[i].What);
        if (strncmp(Name, Faults[i].What, length) == 0 && Name[length] == '-') {
            Fault = Faults[i].Function;
            return InstallAt(Name + length + 1, Data);
        }
    }
    return FALSE;
}
