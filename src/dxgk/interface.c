/* SPDX-License-Identifier: MIT */
/* DXGKRNL_INTERFACE: every callback the driver gets in StartDevice, and the resources of its board.
 */
#include "dxgk/adapter_private.h"
#include "dxgk/callbacks.h"
#include "machine/heap.h"
#include "machine/memory.h"
#include "nt/driver_object.h"
#include "nt/registry.h"

#include <string.h>

struct adapter *adapter_from_handle(const char *callback, HANDLE handle)
{
    struct machine *machine = machine_current();
    struct adapter *adapter = NULL;
    uintptr_t number = (uintptr_t)handle;

    if (number <= UINT32_MAX) {
        adapter = handle_find(&dxgk_of(machine)->handles, HANDLE_ADAPTER, (uint32_t)number);
    }
    if (adapter == NULL) {
        verify_report(
            machine, RULE_CB_HANDLE, callback,
            "%s was given %p as its handle, which is not the DeviceHandle of "
            "DXGKRNL_INTERFACE. Pass the DeviceHandle that DxgkDdiStartDevice copied, not your own "
            "context block.",
            callback, handle);
    } else if (DXGH_UNLIKELY(!adapter->interface_valid)) {
        verify_report(machine, RULE_CB_15, callback,
                      "%s was called after DxgkDdiStopDevice had returned. From then on the "
                      "interface may not be used until the next DxgkDdiStartDevice.",
                      callback);
    }
    return adapter;
}

/* Size of DXGKRNL_INTERFACE as the driver's version knows it.
 * Source: ns-dispmprt-_dxgkrnl_interface.md */
static ULONG interface_bytes(uint32_t version)
{
    if (version < DXGKDDI_INTERFACE_VERSION_WIN8) {
        return offsetof(DXGKRNL_INTERFACE, DxgkCbCreateContextAllocation);
    }
    if (version < DXGKDDI_INTERFACE_VERSION_WDDM1_3) {
        return offsetof(DXGKRNL_INTERFACE, DxgkCbCompletePStateTransition);
    }
    if (version < DXGKDDI_INTERFACE_VERSION_WDDM2_0) {
        return offsetof(DXGKRNL_INTERFACE, DxgkCbMapContextAllocation);
    }
    return sizeof(DXGKRNL_INTERFACE);
}

void adapter_interface_fill(struct adapter *adapter)
{
    DXGKRNL_INTERFACE *table = &adapter->interface;

    *table = (DXGKRNL_INTERFACE){
        .Size = interface_bytes(adapter->table.Version),
        .Version = adapter->table.Version,
        .DeviceHandle = (HANDLE)(uintptr_t)adapter->handle,
        .DxgkCbEvalAcpiMethod = callback_EvalAcpiMethod,
        .DxgkCbGetDeviceInformation = callback_GetDeviceInformation,
        .DxgkCbIndicateChildStatus = callback_IndicateChildStatus,
        .DxgkCbMapMemory = callback_MapMemory,
        .DxgkCbQueueDpc = callback_QueueDpc,
        .DxgkCbQueryServices = callback_QueryServices,
        .DxgkCbReadDeviceSpace = callback_ReadDeviceSpace,
        .DxgkCbSynchronizeExecution = callback_SynchronizeExecution,
        .DxgkCbUnmapMemory = callback_UnmapMemory,
        .DxgkCbWriteDeviceSpace = callback_WriteDeviceSpace,
        .DxgkCbIsDevicePresent = callback_IsDevicePresent,
        .DxgkCbGetHandleData = callback_GetHandleData,
        .DxgkCbGetHandleParent = callback_GetHandleParent,
        .DxgkCbEnumHandleChildren = callback_EnumHandleChildren,
        .DxgkCbNotifyInterrupt = callback_NotifyInterrupt,
        .DxgkCbNotifyDpc = callback_NotifyDpc,
        .DxgkCbQueryVidPnInterface = callback_QueryVidPnInterface,
        .DxgkCbQueryMonitorInterface = callback_QueryMonitorInterface,
        .DxgkCbGetCaptureAddress = callback_GetCaptureAddress,
        .DxgkCbLogEtwEvent = callback_LogEtwEvent,
        .DxgkCbExcludeAdapterAccess = callback_ExcludeAdapterAccess,
        .DxgkCbCreateContextAllocation = callback_CreateContextAllocation,
        .DxgkCbDestroyContextAllocation = callback_DestroyContextAllocation,
        .DxgkCbSetPowerComponentActive = callback_SetPowerComponentActive,
        .DxgkCbSetPowerComponentIdle = callback_SetPowerComponentIdle,
        .DxgkCbAcquirePostDisplayOwnership = callback_AcquirePostDisplayOwnership,
        .DxgkCbPowerRuntimeControlRequest = callback_PowerRuntimeControlRequest,
        .DxgkCbSetPowerComponentLatency = callback_SetPowerComponentLatency,
        .DxgkCbSetPowerComponentResidency = callback_SetPowerComponentResidency,
        .DxgkCbCompleteFStateTransition = callback_CompleteFStateTransition,
    };
}

/* Stands in every slot of a table that the driver no longer owns. */
static NTSTATUS APIENTRY stale_callback(void)
{
    verify_report(
        machine_current(), RULE_LIFE_04, "DXGKRNL_INTERFACE",
        "A callback was reached through the table that DxgkDdiStartDevice was given, after "
        "that had returned. Copy DXGKRNL_INTERFACE; the original is gone.");
    return STATUS_UNSUCCESSFUL;
}

void adapter_interface_spoil(DXGKRNL_INTERFACE *table)
{
    void (*const stale)(void) = (void (*)(void))stale_callback;
    size_t first = offsetof(DXGKRNL_INTERFACE, DxgkCbEvalAcpiMethod);

    for (size_t at = first; at + sizeof(stale) <= sizeof(*table); at += sizeof(stale)) {
        memcpy((char *)table + at, &stale, sizeof(stale));
    }
    table->DeviceHandle = NULL;
}

static void add_bar(CM_PARTIAL_RESOURCE_DESCRIPTOR *descriptor, const struct device_host_bar *bar,
                    const struct dxghost_bar *description)
{
    bool ports = description->kind == DXGHOST_BAR_PORTS;

    descriptor->Type = ports ? CmResourceTypePort : CmResourceTypeMemory;
    descriptor->ShareDisposition = CmResourceShareDeviceExclusive;
    if (ports) {
        descriptor->Flags = CM_RESOURCE_PORT_IO;
    } else {
        descriptor->Flags =
            (USHORT)(CM_RESOURCE_MEMORY_READ_WRITE |
                     (description->prefetchable ? CM_RESOURCE_MEMORY_PREFETCHABLE : 0));
    }
    descriptor->u.Memory.Start.QuadPart = (LONGLONG)bar->physical;
    descriptor->u.Memory.Length = (ULONG)description->size_bytes;
}

static void add_interrupt(CM_PARTIAL_RESOURCE_DESCRIPTOR *descriptor,
                          const struct device_host *board, uint32_t index)
{
    bool message = board->identity.interrupt_messages > 0;

    descriptor->Type = CmResourceTypeInterrupt;
    descriptor->ShareDisposition = message ? CmResourceShareDeviceExclusive : CmResourceShareShared;
    descriptor->Flags = message ? CM_RESOURCE_INTERRUPT_LATCHED | CM_RESOURCE_INTERRUPT_MESSAGE
                                : CM_RESOURCE_INTERRUPT_LEVEL_SENSITIVE;
    descriptor->u.Interrupt.Level = board->lines[index].irql;
    descriptor->u.Interrupt.Vector = board->lines[index].id;
    descriptor->u.Interrupt.Affinity = ~(KAFFINITY)0;
}

/* The translated resource list PnP would give: the BARs in order, then the interrupt.
 * Source: ns-dispmprt-_dxgk_device_info.md */
/* Where a driver finds its settings; the same key as IoOpenDeviceRegistryKey opens. */
static UNICODE_STRING software_key(struct adapter *adapter)
{
    const char *instance = nt_device_instance(adapter->machine, adapter->physical_device);
    char path[DXGH_ARRAY_SIZE(adapter->registry_path)];
    UNICODE_STRING string;

    (void)nt_registry_software_path(instance, path, sizeof(path));
    for (size_t i = 0; i < sizeof(path); i++) {
        adapter->registry_path[i] = (WCHAR)(uint8_t)path[i];
        if (path[i] == '\0') {
            break;
        }
    }
    RtlInitUnicodeString(&string, adapter->registry_path);
    return string;
}

NTSTATUS adapter_resources_build(struct adapter *adapter)
{
    struct machine *machine = adapter->machine;
    struct device_host *board = adapter->board;
    CM_RESOURCE_LIST *list =
        machine_heap_alloc(machine, sizeof(*list) + (DXGHOST_DEVICE_BAR_COUNT + board->line_count) *
                                                        sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR));
    CM_PARTIAL_RESOURCE_LIST *partial = &list->List[0].PartialResourceList;

    list->Count = 1;
    list->List[0].InterfaceType = PCIBus;
    partial->Version = 1;
    partial->Revision = 1;
    for (uint32_t i = 0; i < DXGHOST_DEVICE_BAR_COUNT; i++) {
        if (board->identity.bars[i].kind != DXGHOST_BAR_NONE) {
            add_bar(&partial->PartialDescriptors[partial->Count++], &board->bars[i],
                    &board->identity.bars[i]);
        }
    }
    for (uint32_t i = 0; i < board->line_count; i++) {
        add_interrupt(&partial->PartialDescriptors[partial->Count++], board, i);
    }
    adapter->resources = list;
    adapter->device_info = (DXGK_DEVICE_INFO){
        .DeviceRegistryPath = software_key(adapter),
        .PhysicalDeviceObject = adapter->physical_device,
        .TranslatedResourceList = list,
        .SystemMemorySize.QuadPart = (LONGLONG)(memory_pages_total(machine) * DXGH_PAGE_SIZE),
        .HighestPhysicalAddress.QuadPart =
            (LONGLONG)(MEMORY_RAM_BASE + memory_pages_total(machine) * DXGH_PAGE_SIZE - 1),
    };
    return STATUS_SUCCESS;
}
