/* SPDX-License-Identifier: MIT */
/* Rules of the callbacks: arguments, places from which they may be called, and handles. */
#include "mutant.h"
#include <acpiioct.h>
#include <video.h>

#define SIDE_TARGET 0x77777777u /* the reference driver has no such child */

/* Arguments */

NTSTATUS NTAPI
MutantSynchronizesNothing(PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                          ULONG ChildRelationsSize)
{
    BOOLEAN result;

    (void)MutantDxgk.DxgkCbSynchronizeExecution(MutantDxgk.DeviceHandle, NULL, NULL, 0, &result);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

static BOOLEAN NTAPI
RoutineThatAsks(PVOID Context)
{
    DXGK_DEVICE_INFO info;

    UNREFERENCED_PARAMETER(Context);
    (void)MutantDxgk.DxgkCbGetDeviceInformation(MutantDxgk.DeviceHandle, &info);
    return TRUE;
}

static NTSTATUS NTAPI
RelationsAfterAsking(PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                     ULONG ChildRelationsSize)
{
    BOOLEAN result;

    (void)MutantDxgk.DxgkCbSynchronizeExecution(MutantDxgk.DeviceHandle, RoutineThatAsks, NULL, 0,
                                                &result);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

NTSTATUS
MutantAsksSynchronized(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                       DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiQueryChildRelations = RelationsAfterAsking;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

NTSTATUS NTAPI
MutantAsksForeignChild(PVOID MiniportDeviceContext, ULONG DeviceUid,
                       DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
    ACPI_EVAL_INPUT_BUFFER_COMPLEX input;
    ACPI_EVAL_OUTPUT_BUFFER output;

    RtlZeroMemory(&input, sizeof(input));
    input.Signature = ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE;
    (void)MutantDxgk.DxgkCbEvalAcpiMethod(MutantDxgk.DeviceHandle, SIDE_TARGET, &input,
                                          sizeof(input), &output, sizeof(output));
    return MutantOriginal.DxgkDdiSetPowerState(MiniportDeviceContext, DeviceUid, DevicePowerState,
                                               ActionType);
}

NTSTATUS NTAPI
MutantForgetsSignature(PVOID MiniportDeviceContext, ULONG DeviceUid,
                       DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
    ACPI_EVAL_INPUT_BUFFER_COMPLEX input;
    ACPI_EVAL_OUTPUT_BUFFER output;

    RtlZeroMemory(&input, sizeof(input));
    (void)MutantDxgk.DxgkCbEvalAcpiMethod(MutantDxgk.DeviceHandle, DISPLAY_ADAPTER_HW_ID, &input,
                                          sizeof(input), &output, sizeof(output));
    return MutantOriginal.DxgkDdiSetPowerState(MiniportDeviceContext, DeviceUid, DevicePowerState,
                                               ActionType);
}

NTSTATUS NTAPI
MutantExcludesTwice(PVOID MiniportDeviceContext, ULONG DeviceUid,
                    DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
    (void)MutantDxgk.DxgkCbExcludeAdapterAccess(
        MutantDxgk.DeviceHandle, DXGK_EXCLUDE_EVICT_ALL | DXGK_EXCLUDE_CALL_SYNCHRONOUS, NULL,
        NULL);
    return MutantOriginal.DxgkDdiSetPowerState(MiniportDeviceContext, DeviceUid, DevicePowerState,
                                               ActionType);
}

NTSTATUS NTAPI
MutantLogsMuchTooHigh(PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                      ULONG ChildRelationsSize)
{
    static UCHAR event[300];
    static const GUID id = { 1, 2, 3, { 4, 5, 6, 7, 8, 9, 10, 11 } };
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    MutantDxgk.DxgkCbLogEtwEvent(&id, 0, sizeof(event), event);
    KeLowerIrql(irql);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

NTSTATUS NTAPI
MutantIdlesTwice(PVOID MiniportDeviceContext, ULONG DeviceUid, DEVICE_POWER_STATE DevicePowerState,
                 POWER_ACTION ActionType)
{
    MutantDxgk.DxgkCbSetPowerComponentIdle(MutantDxgk.DeviceHandle, 0);
    return MutantOriginal.DxgkDdiSetPowerState(MiniportDeviceContext, DeviceUid, DevicePowerState,
                                               ActionType);
}

NTSTATUS NTAPI
MutantCompletesNoTransition(PVOID MiniportDeviceContext, ULONG DeviceUid,
                            DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
    MutantDxgk.DxgkCbCompleteFStateTransition(MutantDxgk.DeviceHandle, 0);
    return MutantOriginal.DxgkDdiSetPowerState(MiniportDeviceContext, DeviceUid, DevicePowerState,
                                               ActionType);
}

NTSTATUS NTAPI
MutantReadsBridge(PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                  ULONG ChildRelationsSize)
{
    ULONG id;
    ULONG read;

    (void)MutantDxgk.DxgkCbReadDeviceSpace(MutantDxgk.DeviceHandle, DXGK_WHICHSPACE_BRIDGE, &id, 0,
                                           sizeof(id), &read);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

/* Places */

NTSTATUS NTAPI
MutantAsksAfterStop(const PVOID MiniportDeviceContext)
{
    DXGK_DEVICE_INFO info;

    (void)MutantDxgk.DxgkCbGetDeviceInformation(MutantDxgk.DeviceHandle, &info);
    return MutantOriginal.DxgkDdiRemoveDevice(MiniportDeviceContext);
}

BOOLEAN NTAPI
MutantIsrAsks(const PVOID MiniportDeviceContext, ULONG MessageNumber)
{
    DXGK_DEVICE_INFO info;

    (void)MutantDxgk.DxgkCbGetDeviceInformation(MutantDxgk.DeviceHandle, &info);
    return MutantOriginal.DxgkDdiInterruptRoutine(MiniportDeviceContext, MessageNumber);
}

BOOLEAN NTAPI
MutantIsrClaimsAll(const PVOID MiniportDeviceContext, ULONG MessageNumber)
{
    (void)MutantOriginal.DxgkDdiInterruptRoutine(MiniportDeviceContext, MessageNumber);
    return TRUE;
}

NTSTATUS NTAPI
MutantForgetsVsync(const HANDLE hAdapter, const DXGK_INTERRUPT_TYPE InterruptType, BOOLEAN Enable)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(Enable);
    return InterruptType == DXGK_INTERRUPT_CRTC_VSYNC ? STATUS_SUCCESS : STATUS_NOT_IMPLEMENTED;
}

/* Handles */

static PVOID
Resolve(D3DKMT_HANDLE Handle, DXGK_HANDLE_TYPE Type, BOOLEAN DeviceSpecific)
{
    DXGKARGCB_GETHANDLEDATA args;

    RtlZeroMemory(&args, sizeof(args));
    args.hObject = Handle;
    args.Type = Type;
    args.Flags.DeviceSpecific = DeviceSpecific;
    return MutantDxgk.DxgkCbGetHandleData(&args);
}

NTSTATUS NTAPI
MutantIgnoresBadHandle(const HANDLE hDevice, const DXGKARG_OPENALLOCATION *pOpenAllocation)
{
    (void)Resolve(0x12345678, DXGK_HANDLE_ALLOCATION, FALSE);
    return MutantOriginal.DxgkDdiOpenAllocation(hDevice, pOpenAllocation);
}

NTSTATUS NTAPI
MutantResourceOfDevice(const HANDLE hDevice, const DXGKARG_OPENALLOCATION *pOpenAllocation)
{
    D3DKMT_HANDLE parent =
        MutantDxgk.DxgkCbGetHandleParent(pOpenAllocation->pOpenAllocation[0].hAllocation);
    DXGKARGCB_GETHANDLEDATA args;

    RtlZeroMemory(&args, sizeof(args));
    args.hObject = parent;
    args.Type = DXGK_HANDLE_RESOURCE;
    args.Flags.DeviceSpecific = TRUE;
    (void)MutantDxgk.DxgkCbGetHandleData(&args);
    return MutantOriginal.DxgkDdiOpenAllocation(hDevice, pOpenAllocation);
}

NTSTATUS NTAPI
MutantResolvesOwnHandle(const HANDLE hDevice, const DXGKARG_OPENALLOCATION *pOpenAllocation)
{
    PVOID own =
        Resolve(pOpenAllocation->pOpenAllocation[0].hAllocation, DXGK_HANDLE_ALLOCATION, FALSE);
    DXGKARGCB_GETHANDLEDATA args;

    RtlZeroMemory(&args, sizeof(args));
    args.hObject = (D3DKMT_HANDLE)(ULONG_PTR)own;
    args.Type = DXGK_HANDLE_ALLOCATION;
    (void)MutantDxgk.DxgkCbGetHandleData(&args);
    return MutantOriginal.DxgkDdiOpenAllocation(hDevice, pOpenAllocation);
}

NTSTATUS NTAPI
MutantParentOfDevice(const HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
    (void)MutantDxgk.DxgkCbGetHandleParent((D3DKMT_HANDLE)(ULONG_PTR)pCreateDevice->hDevice);
    return MutantOriginal.DxgkDdiCreateDevice(hAdapter, pCreateDevice);
}

NTSTATUS NTAPI
MutantChildrenOfAllocation(const HANDLE hDevice, const DXGKARG_OPENALLOCATION *pOpenAllocation)
{
    DXGKARGCB_ENUMHANDLECHILDREN args;

    RtlZeroMemory(&args, sizeof(args));
    args.hObject = pOpenAllocation->pOpenAllocation[0].hAllocation;
    (void)MutantDxgk.DxgkCbEnumHandleChildren(&args);
    return MutantOriginal.DxgkDdiOpenAllocation(hDevice, pOpenAllocation);
}

static D3DKMT_HANDLE Deferred;
static KEVENT Resolved;

static VOID NTAPI
WorkThatResolves(PDEVICE_OBJECT Device, PVOID Context)
{
    DXGKARGCB_GETHANDLEDATA args;

    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Context);
    RtlZeroMemory(&args, sizeof(args));
    args.hObject = Deferred;
    args.Type = DXGK_HANDLE_ALLOCATION;
    (void)MutantDxgk.DxgkCbGetHandleData(&args);
    (void)KeSetEvent(&Resolved, 0, FALSE);
}

static NTSTATUS NTAPI
OpenWithWork(const HANDLE hDevice, const DXGKARG_OPENALLOCATION *pOpenAllocation)
{
    PIO_WORKITEM item;
    DXGK_DEVICE_INFO info;

    (void)MutantDxgk.DxgkCbGetDeviceInformation(MutantDxgk.DeviceHandle, &info);
    item = IoAllocateWorkItem(info.PhysicalDeviceObject);
    Deferred = pOpenAllocation->pOpenAllocation[0].hAllocation;
    KeInitializeEvent(&Resolved, NotificationEvent, FALSE);
    IoQueueWorkItem(item, WorkThatResolves, DelayedWorkQueue, NULL);
    (void)KeWaitForSingleObject(&Resolved, Executive, KernelMode, FALSE, NULL);
    IoFreeWorkItem(item);
    return MutantOriginal.DxgkDdiOpenAllocation(hDevice, pOpenAllocation);
}

NTSTATUS
MutantResolvesInWork(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                     DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiOpenAllocation = OpenWithWork;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}
