/* SPDX-License-Identifier: MIT */
/* Rules of an adapter's life: start, stop, removal, and what Windows asks of it rarely. */
#include "mutant.h"

static NTSTATUS
Register(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
         DRIVER_INITIALIZATION_DATA *Data)
{
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

/* The table that DxgkDdiStartDevice was given, used later */

static PDXGKRNL_INTERFACE Lent;

static NTSTATUS NTAPI
StartThatKeepsPointer(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                      PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                      PULONG NumberOfChildren)
{
    Lent = DxgkInterface;
    return MutantOriginal.DxgkDdiStartDevice(MiniportDeviceContext, DxgkStartInfo, DxgkInterface,
                                             NumberOfVideoPresentSources, NumberOfChildren);
}

static NTSTATUS NTAPI
RelationsThroughPointer(PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                        ULONG ChildRelationsSize)
{
    DXGK_DEVICE_INFO info;

    (void)Lent->DxgkCbGetDeviceInformation(Lent->DeviceHandle, &info);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

NTSTATUS
MutantKeepsLentTable(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                     DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiStartDevice = StartThatKeepsPointer;
    Data->DxgkDdiQueryChildRelations = RelationsThroughPointer;
    return Register(DriverObject, RegistryPath, Data);
}

static NTSTATUS NTAPI
StartWithoutSources(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                    PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                    PULONG NumberOfChildren)
{
    ULONG sources;

    UNREFERENCED_PARAMETER(NumberOfVideoPresentSources);
    return MutantOriginal.DxgkDdiStartDevice(MiniportDeviceContext, DxgkStartInfo, DxgkInterface,
                                             &sources, NumberOfChildren);
}

NTSTATUS
MutantCountsNoSources(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                      DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiStartDevice = StartWithoutSources;
    return Register(DriverObject, RegistryPath, Data);
}

/* The second start works with what the first one was told. */

static DXGK_DEVICE_INFO Remembered;
static BOOLEAN Remembers;

static NTSTATUS NTAPI
RememberedInformation(HANDLE DeviceHandle, PDXGK_DEVICE_INFO DeviceInfo)
{
    UNREFERENCED_PARAMETER(DeviceHandle);
    *DeviceInfo = Remembered;
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI
StartFromMemory(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                PULONG NumberOfChildren)
{
    DXGKRNL_INTERFACE own = *DxgkInterface;

    if (Remembers) {
        own.DxgkCbGetDeviceInformation = RememberedInformation;
    } else {
        (void)own.DxgkCbGetDeviceInformation(own.DeviceHandle, &Remembered);
        Remembers = TRUE;
    }
    return MutantOriginal.DxgkDdiStartDevice(MiniportDeviceContext, DxgkStartInfo, &own,
                                             NumberOfVideoPresentSources, NumberOfChildren);
}

NTSTATUS
MutantStartsFromMemory(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                       DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiStartDevice = StartFromMemory;
    return Register(DriverObject, RegistryPath, Data);
}

static NTSTATUS NTAPI
StartOnlyOnce(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
              PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
              PULONG NumberOfChildren)
{
    static BOOLEAN started;

    if (started) {
        return STATUS_UNSUCCESSFUL;
    }
    started = TRUE;
    return MutantOriginal.DxgkDdiStartDevice(MiniportDeviceContext, DxgkStartInfo, DxgkInterface,
                                             NumberOfVideoPresentSources, NumberOfChildren);
}

NTSTATUS
MutantStartsOnce(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                 DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiStartDevice = StartOnlyOnce;
    return Register(DriverObject, RegistryPath, Data);
}

NTSTATUS NTAPI
MutantTakesScreenLate(PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                      ULONG ChildRelationsSize)
{
    DXGK_DISPLAY_INFORMATION display;

    (void)MutantDxgk.DxgkCbAcquirePostDisplayOwnership(MutantDxgk.DeviceHandle, &display);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

/* A mapping of the first BAR that outlives its time. The removal gives it back. */

static PVOID Mapping;
static ULONG MappedBytes;

static VOID
MapRegisters(PDXGKRNL_INTERFACE DxgkInterface)
{
    PCM_PARTIAL_RESOURCE_DESCRIPTOR bar;
    DXGK_DEVICE_INFO info;

    (void)DxgkInterface->DxgkCbGetDeviceInformation(DxgkInterface->DeviceHandle, &info);
    bar = &info.TranslatedResourceList->List[0].PartialResourceList.PartialDescriptors[0];
    MappedBytes = bar->u.Memory.Length;
    (void)DxgkInterface->DxgkCbMapMemory(DxgkInterface->DeviceHandle, bar->u.Memory.Start,
                                         MappedBytes, FALSE, FALSE, MmNonCached, &Mapping);
}

static NTSTATUS NTAPI
RemoveWithMapping(const PVOID MiniportDeviceContext)
{
    MmUnmapIoSpace(Mapping, MappedBytes);
    return MutantOriginal.DxgkDdiRemoveDevice(MiniportDeviceContext);
}

static NTSTATUS NTAPI
StartThatFailsMapped(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                     PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                     PULONG NumberOfChildren)
{
    UNREFERENCED_PARAMETER(MiniportDeviceContext);
    UNREFERENCED_PARAMETER(DxgkStartInfo);
    UNREFERENCED_PARAMETER(NumberOfVideoPresentSources);
    UNREFERENCED_PARAMETER(NumberOfChildren);
    MapRegisters(DxgkInterface);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS
MutantFailsMapped(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                  DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiStartDevice = StartThatFailsMapped;
    Data->DxgkDdiRemoveDevice = RemoveWithMapping;
    return Register(DriverObject, RegistryPath, Data);
}

static NTSTATUS NTAPI
StartThatMaps(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
              PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
              PULONG NumberOfChildren)
{
    MapRegisters(DxgkInterface);
    return MutantOriginal.DxgkDdiStartDevice(MiniportDeviceContext, DxgkStartInfo, DxgkInterface,
                                             NumberOfVideoPresentSources, NumberOfChildren);
}

NTSTATUS
MutantStopsMapped(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                  DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiStartDevice = StartThatMaps;
    Data->DxgkDdiRemoveDevice = RemoveWithMapping;
    return Register(DriverObject, RegistryPath, Data);
}

/* The context block, freed when the driver is unloaded */

static PVOID Context;

static NTSTATUS NTAPI
RemoveThatKeeps(const PVOID MiniportDeviceContext)
{
    Context = MiniportDeviceContext;
    return STATUS_SUCCESS;
}

static VOID NTAPI
UnloadThatFrees(VOID)
{
    (void)MutantOriginal.DxgkDdiRemoveDevice(Context);
    MutantOriginal.DxgkDdiUnload();
}

NTSTATUS
MutantKeepsContext(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                   DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiRemoveDevice = RemoveThatKeeps;
    Data->DxgkDdiUnload = UnloadThatFrees;
    return Register(DriverObject, RegistryPath, Data);
}

/* Rare questions */

VOID NTAPI
MutantResetLogs(PVOID MiniportDeviceContext)
{
    static const GUID id = { 1, 2, 3, { 4, 5, 6, 7, 8, 9, 10, 11 } };
    UCHAR event = 0;

    MutantDxgk.DxgkCbLogEtwEvent(&id, 0, sizeof(event), &event);
    MutantOriginal.DxgkDdiResetDevice(MiniportDeviceContext);
}

NTSTATUS NTAPI
MutantSmallScreen(PVOID MiniportDeviceContext, D3DDDI_VIDEO_PRESENT_TARGET_ID TargetId,
                  PDXGKARG_SYSTEM_DISPLAY_ENABLE_FLAGS Flags, UINT *Width, UINT *Height,
                  D3DDDIFORMAT *ColorFormat)
{
    NTSTATUS status = MutantOriginal.DxgkDdiSystemDisplayEnable(MiniportDeviceContext, TargetId,
                                                                Flags, Width, Height, ColorFormat);

    *Width = 320;
    return status;
}

NTSTATUS NTAPI
MutantAnswersAnyInterface(const PVOID MiniportDeviceContext, PQUERY_INTERFACE QueryInterface)
{
    UNREFERENCED_PARAMETER(MiniportDeviceContext);
    UNREFERENCED_PARAMETER(QueryInterface);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantReservedContext(const HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateContext(hDevice, pCreateContext);

    pCreateContext->ContextInfo.Reserved = 1;
    return status;
}
