/* SPDX-License-Identifier: MIT */
/* DriverEntry, PnP, and what the adapter says of itself. */
#include "copier.h"
#include "driver.tmh"

DRIVER_INITIALIZE DriverEntry;
static DXGKDDI_UNLOAD CopierUnload;

#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, CopierUnload)
#endif

static NTSTATUS NTAPI CopierAddDevice(const PDEVICE_OBJECT Device, PVOID *Context)
{
    ADAPTER *adapter = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*adapter), COPIER_TAG);

    UNREFERENCED_PARAMETER(Device);
    if (adapter == NULL) {
        return STATUS_NO_MEMORY;
    }
    RtlZeroMemory(adapter, sizeof(*adapter));
    *Context = adapter;
    return STATUS_SUCCESS;
}

static NTSTATUS MapRegisters(ADAPTER *Adapter, const CM_RESOURCE_LIST *Resources)
{
    const CM_PARTIAL_RESOURCE_LIST *list = &Resources->List[0].PartialResourceList;

    for (ULONG i = 0; i < list->Count; i++) {
        const CM_PARTIAL_RESOURCE_DESCRIPTOR *resource = &list->PartialDescriptors[i];

        if (resource->Type == CmResourceTypeMemory) {
            return Adapter->Dxgk.DxgkCbMapMemory(
                Adapter->Dxgk.DeviceHandle, resource->u.Memory.Start, resource->u.Memory.Length,
                FALSE, FALSE, MmNonCached, (PVOID *)&Adapter->Registers);
        }
    }
    return STATUS_INSUFFICIENT_RESOURCES;
}

static NTSTATUS NTAPI CopierStop(const PVOID Context)
{
    ADAPTER *adapter = Context;

    if (adapter->Memory != NULL) {
        MmFreeContiguousMemory(adapter->Memory);
        adapter->Memory = NULL;
    }
    if (adapter->Registers != NULL) {
        adapter->Dxgk.DxgkCbUnmapMemory(adapter->Dxgk.DeviceHandle, adapter->Registers);
        adapter->Registers = NULL;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI CopierStart(const PVOID Context, PDXGK_START_INFO StartInfo,
                                  PDXGKRNL_INTERFACE Interface, PULONG Sources, PULONG Children)
{
    const PHYSICAL_ADDRESS anywhere = { .QuadPart = -1 };
    ADAPTER *adapter = Context;
    DXGK_DEVICE_INFO info;
    NTSTATUS status;

    adapter->Dxgk = *Interface;
    if (StartInfo->RequiredDmaQueueEntry > QUEUE_MAX) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    status = adapter->Dxgk.DxgkCbGetDeviceInformation(adapter->Dxgk.DeviceHandle, &info);
    if (NT_SUCCESS(status)) {
        status = MapRegisters(adapter, info.TranslatedResourceList);
    }
    if (NT_SUCCESS(status) &&
        *(volatile ULONG *)(adapter->Registers + COPIER_ID) != COPIER_ID_VALUE) {
        status = STATUS_GRAPHICS_DRIVER_MISMATCH;
    }
    if (NT_SUCCESS(status)) {
        adapter->Memory = MmAllocateContiguousMemory(SEGMENT_BYTES, anywhere);
        status = adapter->Memory != NULL ? STATUS_SUCCESS : STATUS_NO_MEMORY;
    }
    if (!NT_SUCCESS(status)) {
        CopierStop(adapter);
        return status;
    }
    adapter->MemoryAddress = MmGetPhysicalAddress(adapter->Memory);
    *Sources = 0;
    *Children = 0;
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI CopierRemove(const PVOID Context)
{
    ExFreePoolWithTag(Context, COPIER_TAG);
    return STATUS_SUCCESS;
}

static void NTAPI CopierUnload(void)
{
    PAGED_CODE();
}

static NTSTATUS NTAPI CopierDispatch(const PVOID Context, ULONG Source,
                                     PVIDEO_REQUEST_PACKET Packet)
{
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Source);
    UNREFERENCED_PARAMETER(Packet);
    return STATUS_NOT_SUPPORTED;
}

static NTSTATUS NTAPI CopierChildren(const PVOID Context, PDXGK_CHILD_DESCRIPTOR Children,
                                     ULONG Size)
{
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Children);
    UNREFERENCED_PARAMETER(Size);
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI CopierChildStatus(const PVOID Context, PDXGK_CHILD_STATUS Status,
                                        BOOLEAN NonDestructiveOnly)
{
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Status);
    UNREFERENCED_PARAMETER(NonDestructiveOnly);
    return STATUS_NOT_SUPPORTED;
}

static NTSTATUS NTAPI CopierDescriptor(const PVOID Context, ULONG Child,
                                       PDXGK_DEVICE_DESCRIPTOR Descriptor)
{
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Child);
    UNREFERENCED_PARAMETER(Descriptor);
    return STATUS_GRAPHICS_CHILD_DESCRIPTOR_NOT_SUPPORTED;
}

static NTSTATUS NTAPI CopierPower(const PVOID Context, ULONG Device, DEVICE_POWER_STATE State,
                                  POWER_ACTION Action)
{
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(State);
    UNREFERENCED_PARAMETER(Action);
    return STATUS_SUCCESS;
}

static void NTAPI CopierReset(const PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
}

static NTSTATUS FillSegments(const ADAPTER *Adapter, DXGK_QUERYSEGMENTOUT3 *Out)
{
    DXGK_SEGMENTDESCRIPTOR3 *segment = Out->pSegmentDescriptor;

    Out->NbSegment = 1;
    if (segment == NULL) {
        return STATUS_SUCCESS;
    }
    RtlZeroMemory(segment, sizeof(*segment));
    segment->Flags.CpuVisible = 1;
    segment->CpuTranslatedAddress = Adapter->MemoryAddress;
    segment->Size = SEGMENT_BYTES;
    segment->CommitLimit = SEGMENT_BYTES;
    Out->PagingBufferSegmentId = 0;
    Out->PagingBufferSize = DMA_BYTES;
    Out->PagingBufferPrivateDataSize = 0;
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI CopierQueryAdapterInfo(const HANDLE hAdapter,
                                             const DXGKARG_QUERYADAPTERINFO *pArgs)
{
    DXGK_DRIVERCAPS *caps = pArgs->pOutputData;

    switch (pArgs->Type) {
    case DXGKQAITYPE_DRIVERCAPS:
        RtlZeroMemory(caps, pArgs->OutputDataSize);
        caps->HighestAcceptableAddress.QuadPart = -1;
        caps->WDDMVersion = DXGKDDI_WDDMv1_3;
        caps->MaxAllocationListSlotId = 8; /* enough for the two a command names */
        caps->SchedulingCaps.MultiEngineAware = 1;
        caps->GpuEngineTopology.NbAsymetricProcessingNodes = 1;
        caps->SupportPerEngineTDR = TRUE;
        return STATUS_SUCCESS;
    case DXGKQAITYPE_QUERYSEGMENT3:
        return FillSegments(hAdapter, pArgs->pOutputData);
    case DXGKQAITYPE_HISTORYBUFFERPRECISION:
        RtlZeroMemory(pArgs->pOutputData, pArgs->OutputDataSize); /* no history buffers */
        return STATUS_SUCCESS;
    default:
        return STATUS_NOT_SUPPORTED;
    }
}

static NTSTATUS NTAPI CopierNodeMetadata(const HANDLE hAdapter, UINT Node,
                                         DXGKARG_GETNODEMETADATA *Metadata)
{
    UNREFERENCED_PARAMETER(hAdapter);
    if (Node != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    RtlZeroMemory(Metadata, sizeof(*Metadata));
    Metadata->EngineType = DXGK_ENGINE_TYPE_COPY;
    return STATUS_SUCCESS;
}

static void FillPnp(DRIVER_INITIALIZATION_DATA *Table)
{
    Table->DxgkDdiAddDevice = CopierAddDevice;
    Table->DxgkDdiStartDevice = CopierStart;
    Table->DxgkDdiStopDevice = CopierStop;
    Table->DxgkDdiRemoveDevice = CopierRemove;
    Table->DxgkDdiUnload = CopierUnload;
    Table->DxgkDdiDispatchIoRequest = CopierDispatch;
    Table->DxgkDdiQueryChildRelations = CopierChildren;
    Table->DxgkDdiQueryChildStatus = CopierChildStatus;
    Table->DxgkDdiQueryDeviceDescriptor = CopierDescriptor;
    Table->DxgkDdiSetPowerState = CopierPower;
    Table->DxgkDdiResetDevice = CopierReset;
    Table->DxgkDdiQueryAdapterInfo = CopierQueryAdapterInfo;
    Table->DxgkDdiGetNodeMetadata = CopierNodeMetadata;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    DRIVER_INITIALIZATION_DATA table = { 0 };

    table.Version = DXGKDDI_INTERFACE_VERSION_WDDM1_3;
    FillPnp(&table);
    table.DxgkDdiInterruptRoutine = CopierInterrupt;
    table.DxgkDdiDpcRoutine = CopierDpc;
    table.DxgkDdiControlInterrupt = CopierControlInterrupt;
    table.DxgkDdiCreateDevice = CopierCreateDevice;
    table.DxgkDdiDestroyDevice = CopierDestroyDevice;
    table.DxgkDdiCreateContext = CopierCreateContext;
    table.DxgkDdiDestroyContext = CopierDestroyContext;
    table.DxgkDdiCreateAllocation = CopierCreateAllocation;
    table.DxgkDdiDestroyAllocation = CopierDestroyAllocation;
    table.DxgkDdiDescribeAllocation = CopierDescribeAllocation;
    table.DxgkDdiGetStandardAllocationDriverData = CopierGetStandardAllocation;
    table.DxgkDdiOpenAllocation = CopierOpenAllocation;
    table.DxgkDdiCloseAllocation = CopierCloseAllocation;
    table.DxgkDdiBuildPagingBuffer = CopierBuildPagingBuffer;
    table.DxgkDdiRender = CopierRender;
    table.DxgkDdiRenderKm = CopierRenderKm;
    table.DxgkDdiPresent = CopierPresent;
    table.DxgkDdiPatch = CopierPatch;
    table.DxgkDdiSubmitCommand = CopierSubmitCommand;
    table.DxgkDdiPreemptCommand = CopierPreemptCommand;
    table.DxgkDdiQueryCurrentFence = CopierQueryCurrentFence;
    table.DxgkDdiResetFromTimeout = CopierResetFromTimeout;
    table.DxgkDdiRestartFromTimeout = CopierRestartFromTimeout;
    table.DxgkDdiQueryDependentEngineGroup = CopierDependentEngines;
    table.DxgkDdiQueryEngineStatus = CopierEngineStatus;
    table.DxgkDdiResetEngine = CopierResetEngine;
    table.DxgkDdiCollectDbgInfo = CopierCollectDbgInfo;
    return DxgkInitialize(DriverObject, RegistryPath, &table);
}
