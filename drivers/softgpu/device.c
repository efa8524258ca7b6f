/* SPDX-License-Identifier: MIT */
/*
 * Life of the adapter: Add, Start, Stop, Remove.
 *
 * Source: DxgkDdiAddDevice, DxgkDdiStartDevice, DxgkDdiStopDevice, DxgkDdiRemoveDevice;
 * display/initializing-the-display-miniport-driver.md. All run at PASSIVE_LEVEL with nobody else
 * in the driver.
 */
#include "softgpu_kmd.h"

#define RING_ENTRIES_LEAST 64u

/* Only memory: the hardware is not touched before StartDevice. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgAddDevice(const PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
    PAGED_CODE();
    /* Nonpaged and zeroed: the interrupt routine reads it. */
    SG_ADAPTER *adapter = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*adapter), SG_POOL_TAG);
    if (adapter == NULL) {
        return STATUS_NO_MEMORY;
    }
    adapter->PhysicalDeviceObject = PhysicalDeviceObject;
    for (UINT i = 0; i < SOFTGPU_NODE_COUNT; i++) {
        adapter->Nodes[i].Ordinal = i;
    }
    *MiniportDeviceContext = adapter;
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgRemoveDevice(const PVOID MiniportDeviceContext)
{
    PAGED_CODE();
    ExFreePoolWithTag(MiniportDeviceContext, SG_POOL_TAG);
    return STATUS_SUCCESS;
}

/* The Index-th memory range of the device: BARs keep their order among the resources. */
static SG_PAGED BOOLEAN
FindMemoryRange(_In_ const CM_RESOURCE_LIST *Resources, _In_ UINT Index,
                _Out_ PHYSICAL_ADDRESS *Start)
{
    const CM_PARTIAL_RESOURCE_LIST *list = &Resources->List[0].PartialResourceList;

    PAGED_CODE();
    for (ULONG i = 0; i < list->Count; i++) {
        const CM_PARTIAL_RESOURCE_DESCRIPTOR *descriptor = &list->PartialDescriptors[i];
        BOOLEAN memory = descriptor->Type == CmResourceTypeMemory ||
                         descriptor->Type == CmResourceTypeMemoryLarge;
        if (memory && Index-- == 0) {
            *Start = descriptor->u.Memory.Start; /* at the same place in all memory records */
            return TRUE;
        }
    }
    return FALSE;
}

static SG_PAGED NTSTATUS
MapRegisters(_Inout_ SG_ADAPTER *Adapter)
{
    DXGK_DEVICE_INFO info;
    PHYSICAL_ADDRESS registers;
    PVOID mapped;

    PAGED_CODE();
    RtlZeroMemory(&info, sizeof(info));
    NTSTATUS status = Adapter->Dxgk.DxgkCbGetDeviceInformation(Adapter->Dxgk.DeviceHandle, &info);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (info.TranslatedResourceList == NULL || info.TranslatedResourceList->Count == 0 ||
        !FindMemoryRange(info.TranslatedResourceList, SOFTGPU_BAR_REGISTERS, &registers) ||
        !FindMemoryRange(info.TranslatedResourceList, SOFTGPU_BAR_VRAM, &Adapter->VramPhysical)) {
        return STATUS_DEVICE_CONFIGURATION_ERROR;
    }

    status = Adapter->Dxgk.DxgkCbMapMemory(Adapter->Dxgk.DeviceHandle, registers,
                                           SOFTGPU_BAR_REGISTERS_SIZE, FALSE, FALSE, MmNonCached,
                                           &mapped);
    if (NT_SUCCESS(status)) {
        Adapter->Registers = mapped;
    }
    return status;
}

/* Finds out what the board can do and divides VRAM. The aperture is four times as large as VRAM and
 * its table 1/128 of it, unless the settings want less. */
static SG_PAGED NTSTATUS
PlanVram(_Inout_ SG_ADAPTER *Adapter)
{
    SG_LAYOUT *layout = &Adapter->Layout;

    PAGED_CODE();
    if (SgReadRegister(Adapter, SOFTGPU_REG_ID) != SOFTGPU_ID ||
        SgReadRegister(Adapter, SOFTGPU_REG_VERSION) >> 16 != SOFTGPU_VERSION >> 16 ||
        SgReadRegister(Adapter, SOFTGPU_REG_NODE_COUNT) < SOFTGPU_NODE_COUNT) {
        return STATUS_DEVICE_CONFIGURATION_ERROR;
    }
    /* Boards older than version 1.1 read 0 here: they cannot be preempted. */
    Adapter->Preemption = SgReadNode(Adapter, &Adapter->Nodes[0], SOFTGPU_NODE_PREEMPT_CAPS);
    layout->VramSize = SgReadRegister64(Adapter, SOFTGPU_REG_VRAM_SIZE_LO);
    ULONGLONG pages = layout->VramSize * 4 / PAGE_SIZE;
    if (Adapter->ApertureSize != 0) {
        pages = min(pages, (ULONGLONG)Adapter->ApertureSize / PAGE_SIZE);
    }
    layout->GartEntries = (ULONG)min(pages, (ULONGLONG)SOFTGPU_GART_ENTRIES_MAX);
    layout->ReservedSize = ROUND_TO_PAGES(layout->GartEntries * sizeof(ULONGLONG));
    layout->HiddenSize = min((ULONGLONG)Adapter->HiddenSize,
                             (layout->VramSize - layout->ReservedSize) / PAGE_SIZE * PAGE_SIZE);
    return SgModeGet(Adapter, 0) != NULL ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

/* The CPU needs the driver's own part of VRAM, and one full picture for the moment the system
 * stops, when nothing can be mapped any more. */
static SG_PAGED NTSTATUS
MapVram(_Inout_ SG_ADAPTER *Adapter)
{
    const SG_MODE *mode;
    ULONG picture = 0;
    PVOID mapped;

    PAGED_CODE();
    for (UINT i = 0; (mode = SgModeGet(Adapter, i)) != NULL; i++) {
        picture = SgModePitch(mode) * mode->Height;
    }
    ULONG size = (ULONG)ROUND_TO_PAGES(Adapter->Layout.ReservedSize + picture);
    NTSTATUS status =
        Adapter->Dxgk.DxgkCbMapMemory(Adapter->Dxgk.DeviceHandle, Adapter->VramPhysical, size,
                                      FALSE, FALSE, MmWriteCombined, &mapped);
    if (NT_SUCCESS(status)) {
        Adapter->Vram = mapped;
        Adapter->VramMappedSize = size;
    }
    return status;
}

/* Source: DXGK_START_INFO.RequiredDmaQueueEntry: room for as many submissions is promised here,
 * so that DxgkDdiSubmitCommand never has to fail. One entry of a ring always stays empty. */
static SG_PAGED NTSTATUS
CreateRings(_Inout_ SG_ADAPTER *Adapter, _In_ ULONG RequiredEntries)
{
    PHYSICAL_ADDRESS highest;
    ULONG entries = RING_ENTRIES_LEAST;

    PAGED_CODE();
    while (entries <= RequiredEntries && entries < SOFTGPU_RING_ENTRIES_MAX) {
        entries *= 2;
    }
    if (entries <= RequiredEntries) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }

    SIZE_T ring_size = ROUND_TO_PAGES(entries * sizeof(struct softgpu_ring_entry));
    SIZE_T size = PAGE_SIZE + SOFTGPU_NODE_COUNT * ring_size;
    highest.QuadPart = (LONGLONG)SOFTGPU_GART_ENTRY_ADDRESS;
    Adapter->SharedMemory = MmAllocateContiguousMemory(size, highest);
    if (Adapter->SharedMemory == NULL) {
        return STATUS_NO_MEMORY;
    }
    RtlZeroMemory(Adapter->SharedMemory, size);
    Adapter->Queued = ExAllocatePool2(
        POOL_FLAG_NON_PAGED, SOFTGPU_NODE_COUNT * entries * sizeof(*Adapter->Queued), SG_POOL_TAG);
    if (Adapter->Queued == NULL) {
        return STATUS_NO_MEMORY;
    }
    Adapter->DummyPage = (ULONGLONG)MmGetPhysicalAddress(Adapter->SharedMemory).QuadPart;
    for (UINT i = 0; i < SOFTGPU_NODE_COUNT; i++) {
        SIZE_T offset = PAGE_SIZE + i * ring_size;
        SG_NODE *node = &Adapter->Nodes[i];
        node->Ring = (struct softgpu_ring_entry *)((PUCHAR)Adapter->SharedMemory + offset);
        node->RingAddress = SOFTGPU_SYSTEM_WINDOW + Adapter->DummyPage + offset;
        node->RingEntries = entries;
        node->Queued = Adapter->Queued + i * entries;
    }
    return STATUS_SUCCESS;
}

/* Gives back what StartDevice took, as far as it got. The board is quiet already. */
_Use_decl_annotations_ SG_PAGED VOID
SgReleaseResources(SG_ADAPTER *Adapter)
{
    PVOID registers = Adapter->Registers;

    PAGED_CODE();
    if (Adapter->Queued != NULL) {
        ExFreePoolWithTag(Adapter->Queued, SG_POOL_TAG);
        Adapter->Queued = NULL;
    }
    if (Adapter->SharedMemory != NULL) {
        MmFreeContiguousMemory(Adapter->SharedMemory);
        Adapter->SharedMemory = NULL;
    }
    if (Adapter->Vram != NULL) {
        Adapter->Dxgk.DxgkCbUnmapMemory(Adapter->Dxgk.DeviceHandle, Adapter->Vram);
        Adapter->Vram = NULL;
    }
    if (registers != NULL) {
        Adapter->Registers = NULL; /* from here on the interrupt routine says "not mine" */
        Adapter->Dxgk.DxgkCbUnmapMemory(Adapter->Dxgk.DeviceHandle, registers);
    }
}

static SG_PAGED NTSTATUS
StartHardware(_Inout_ SG_ADAPTER *Adapter, _In_ ULONG RequiredEntries)
{
    PAGED_CODE();
    NTSTATUS status = MapRegisters(Adapter);
    if (NT_SUCCESS(status)) {
        status = PlanVram(Adapter);
    }
    if (NT_SUCCESS(status)) {
        status = MapVram(Adapter);
    }
    if (NT_SUCCESS(status)) {
        status = CreateRings(Adapter, RequiredEntries);
    }
    if (NT_SUCCESS(status)) {
        SgHardwareReset(Adapter);
        status = SgHardwareRun(Adapter);
    }
    return status;
}

/*
 * The interface and start records belong to the port, so what is needed of them is copied. The
 * interface may be shorter than these headers know: its Size counts.
 */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgStartDevice(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
              PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
              PULONG NumberOfChildren)
{
    SG_ADAPTER *adapter = MiniportDeviceContext;
    DXGK_DISPLAY_INFORMATION firmware_display;

    PAGED_CODE();
    RtlZeroMemory(&adapter->Dxgk, sizeof(adapter->Dxgk));
    RtlCopyMemory(&adapter->Dxgk, DxgkInterface,
                  min(DxgkInterface->Size, (ULONG)sizeof(adapter->Dxgk)));
    RtlZeroMemory(&adapter->Display, sizeof(adapter->Display));

    /* The picture of the firmware is given up, not taken over: the board is reset below. Whether
     * there was one is therefore of no interest, only that nobody else draws on it any more. */
    RtlZeroMemory(&firmware_display, sizeof(firmware_display));
    (void)adapter->Dxgk.DxgkCbAcquirePostDisplayOwnership(adapter->Dxgk.DeviceHandle,
                                                          &firmware_display);

    SgSettingsRead(adapter);
    NTSTATUS status = StartHardware(adapter, DxgkStartInfo->RequiredDmaQueueEntry);
    if (!NT_SUCCESS(status)) {
        SgReleaseResources(adapter);
        return status;
    }
    *NumberOfVideoPresentSources = SG_SOURCE_COUNT;
    *NumberOfChildren = SG_CHILD_COUNT;
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgStopDevice(const PVOID MiniportDeviceContext)
{
    SG_ADAPTER *adapter = MiniportDeviceContext;

    PAGED_CODE();
    SgHardwareStop(adapter);
    SgReleaseResources(adapter);
    return STATUS_SUCCESS;
}

/* Source: DxgkDdiDispatchIoRequest. The driver has no I/O control codes. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgDispatchIoRequest(const PVOID MiniportDeviceContext, ULONG VidPnSourceId,
                    PVIDEO_REQUEST_PACKET VideoRequestPacket)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(MiniportDeviceContext);
    UNREFERENCED_PARAMETER(VidPnSourceId);
    UNREFERENCED_PARAMETER(VideoRequestPacket);
    return STATUS_NOT_SUPPORTED;
}

/* Source: DxgkDdiQueryInterface. The driver exports none; the query goes on to the next driver. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgQueryInterface(const PVOID MiniportDeviceContext, PQUERY_INTERFACE QueryInterface)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(MiniportDeviceContext);
    UNREFERENCED_PARAMETER(QueryInterface);
    return STATUS_NOT_SUPPORTED;
}
