/* SPDX-License-Identifier: MIT */
/* Callbacks about the board itself: resources, mappings, configuration space, firmware. */
#include "dxgk/adapter_private.h"
#include "dxgk/callbacks.h"
#include "machine/device_config.h"

/** Source: nc-dispmprt-dxgkcb_get_device_information.md. IRQL: PASSIVE_LEVEL. */
NTSTATUS APIENTRY callback_GetDeviceInformation(HANDLE DeviceHandle, PDXGK_DEVICE_INFO DeviceInfo)
{
    struct callback_call call;
    struct adapter *adapter;
    NTSTATUS status = STATUS_INVALID_PARAMETER;

    callback_enter(&call, "DxgkCbGetDeviceInformation", PASSIVE_LEVEL);
    adapter = adapter_from_handle("DxgkCbGetDeviceInformation", DeviceHandle);
    if (adapter != NULL && DeviceInfo != NULL) {
        *DeviceInfo = adapter->device_info;
        adapter->asked_information = true;
        status = STATUS_SUCCESS;
    }
    callback_leave(&call);
    return status;
}

/* Mapping goes through the NT executive, which counts what the driver has mapped. */
static NTSTATUS map_memory(struct adapter *adapter, PHYSICAL_ADDRESS address, ULONG length,
                           BOOLEAN user, MEMORY_CACHING_TYPE cache, PVOID *mapping)
{
    if (adapter == NULL || mapping == NULL || length == 0) {
        return STATUS_INVALID_PARAMETER;
    }
    if (user) {
        verify_unimplemented(adapter->machine, "DxgkCbMapMemory with MapToUserMode");
        return STATUS_NOT_IMPLEMENTED;
    }
    if (device_host_map(adapter->machine, (uint64_t)address.QuadPart, length) == NULL) {
        verify_report(adapter->machine, RULE_CB_09, "DxgkCbMapMemory",
                      "The range 0x%llx, %u bytes, is in none of the adapter's resources. Map what "
                      "DXGK_DEVICE_INFO.TranslatedResourceList gives, and no more.",
                      (unsigned long long)address.QuadPart, length);
        return STATUS_INVALID_PARAMETER;
    }
    *mapping = MmMapIoSpace(address, length, cache);
    return *mapping != NULL ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

/** Source: nc-dispmprt-dxgkcb_map_memory.md. IRQL: PASSIVE_LEVEL. */
NTSTATUS APIENTRY callback_MapMemory(HANDLE DeviceHandle, PHYSICAL_ADDRESS TranslatedAddress,
                                     ULONG Length, BOOLEAN InIoSpace, BOOLEAN MapToUserMode,
                                     MEMORY_CACHING_TYPE CacheType, PVOID *VirtualAddress)
{
    struct callback_call call;
    NTSTATUS status;

    (void)InIoSpace; /* ports are mapped as registers are: the BAR knows what it is */
    callback_enter(&call, "DxgkCbMapMemory", PASSIVE_LEVEL);
    callback_as_driver(&call); /* the mapping is the driver's, and so is its leak */
    status = map_memory(adapter_from_handle("DxgkCbMapMemory", DeviceHandle), TranslatedAddress,
                        Length, MapToUserMode, CacheType, VirtualAddress);
    callback_leave(&call);
    return status;
}

/** Source: nc-dispmprt-dxgkcb_unmap_memory.md. IRQL: PASSIVE_LEVEL. */
NTSTATUS APIENTRY callback_UnmapMemory(HANDLE DeviceHandle, PVOID VirtualAddress)
{
    struct callback_call call;
    struct adapter *adapter;

    callback_enter(&call, "DxgkCbUnmapMemory", PASSIVE_LEVEL);
    callback_as_driver(&call);
    adapter = adapter_from_handle("DxgkCbUnmapMemory", DeviceHandle);
    if (adapter != NULL && VirtualAddress != NULL) {
        MmUnmapIoSpace(VirtualAddress, 0);
    }
    callback_leave(&call);
    return adapter != NULL && VirtualAddress != NULL ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

static NTSTATUS config_space(struct adapter *adapter, ULONG type, ULONG offset, ULONG length,
                             uint8_t **bytes, const char *callback)
{
    if (adapter == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    if (type == DXGK_WHICHSPACE_BRIDGE) {
        verify_report(adapter->machine, RULE_CB_14, callback,
                      "The bridge's configuration space is touched outside "
                      "DxgkCbExcludeAdapterAccess with DXGK_EXCLUDE_BRIDGE_ACCESS.");
        return STATUS_INVALID_PARAMETER;
    }
    if (type != DXGK_WHICHSPACE_CONFIG) {
        verify_unimplemented(adapter->machine, "device space type %u", type);
        return STATUS_NOT_IMPLEMENTED;
    }
    if (length > sizeof(adapter->board->config_space) ||
        offset > sizeof(adapter->board->config_space) - length) {
        return STATUS_INVALID_PARAMETER;
    }
    *bytes = adapter->board->config_space + offset;
    return STATUS_SUCCESS;
}

/* Not memcpy: a bad buffer of the driver's shall fault here, one byte after the other. */
DXGH_TOUCHES_FOREIGN_MEMORY static void copy_bytes(volatile uint8_t *to,
                                                   const volatile uint8_t *from, ULONG length)
{
    for (ULONG i = 0; i < length; i++) {
        to[i] = from[i];
    }
}

/** Source: nc-dispmprt-dxgkcb_read_device_space.md. IRQL: PASSIVE_LEVEL. */
NTSTATUS APIENTRY callback_ReadDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer,
                                           ULONG Offset, ULONG Length, PULONG BytesRead)
{
    struct callback_call call;
    uint8_t *bytes;
    NTSTATUS status;

    callback_enter(&call, "DxgkCbReadDeviceSpace", PASSIVE_LEVEL);
    status = config_space(adapter_from_handle("DxgkCbReadDeviceSpace", DeviceHandle), DataType,
                          Offset, Length, &bytes, "DxgkCbReadDeviceSpace");
    if (NT_SUCCESS(status)) {
        copy_bytes(Buffer, bytes, Length);
    }
    if (BytesRead != NULL) {
        *BytesRead = NT_SUCCESS(status) ? Length : 0;
    }
    callback_leave(&call);
    return status;
}

/** Source: nc-dispmprt-dxgkcb_write_device_space.md. IRQL: PASSIVE_LEVEL. */
NTSTATUS APIENTRY callback_WriteDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer,
                                            ULONG Offset, ULONG Length, PULONG BytesWritten)
{
    struct callback_call call;
    uint8_t *bytes;
    NTSTATUS status;

    callback_enter(&call, "DxgkCbWriteDeviceSpace", PASSIVE_LEVEL);
    status = config_space(adapter_from_handle("DxgkCbWriteDeviceSpace", DeviceHandle), DataType,
                          Offset, Length, &bytes, "DxgkCbWriteDeviceSpace");
    for (ULONG i = 0; NT_SUCCESS(status) && i < Length; i++) {
        if (device_config_is_writable(Offset + i)) {
            copy_bytes(&bytes[i], (const uint8_t *)Buffer + i, 1);
        }
    }
    if (BytesWritten != NULL) {
        *BytesWritten = NT_SUCCESS(status) ? Length : 0;
    }
    callback_leave(&call);
    return status;
}

/** Whether another PCI function exists. Source: nc-dispmprt-dxgkcb_is_device_present.md */
NTSTATUS APIENTRY callback_IsDevicePresent(HANDLE DeviceHandle,
                                           PPCI_DEVICE_PRESENCE_PARAMETERS Parameters,
                                           PBOOLEAN DevicePresent)
{
    struct callback_call call;
    struct adapter *adapter;
    NTSTATUS status = STATUS_INVALID_PARAMETER;

    callback_enter(&call, "DxgkCbIsDevicePresent", PASSIVE_LEVEL);
    adapter = adapter_from_handle("DxgkCbIsDevicePresent", DeviceHandle);
    if (adapter != NULL && Parameters != NULL && DevicePresent != NULL) {
        const struct dxghost_device_identity *identity = &adapter->board->identity;

        *DevicePresent = (Parameters->Flags & PCI_USE_VENDEV_IDS) != 0 &&
                         Parameters->VendorID == identity->vendor_id &&
                         Parameters->DeviceID == identity->device_id;
        status = STATUS_SUCCESS;
    }
    callback_leave(&call);
    return status;
}

static bool is_acpi_signature(ULONG signature)
{
    static const ULONG known[] = {
        ACPI_EVAL_INPUT_BUFFER_SIGNATURE_V1,
        ACPI_EVAL_INPUT_BUFFER_SIGNATURE_V1_EX,
        ACPI_EVAL_INPUT_BUFFER_SIGNATURE_V2,
        ACPI_EVAL_INPUT_BUFFER_SIGNATURE_V2_EX,
        ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE_V1,
        ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE_V1_EX,
        ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE_V2,
        ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE_V2_EX,
        ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_SIGNATURE_V1,
        ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_SIGNATURE_V1_EX,
        ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_SIGNATURE_V2,
        ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_SIGNATURE_V2_EX,
        ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_SIGNATURE_V1,
        ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_SIGNATURE_V1_EX,
        ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_SIGNATURE_V2,
        ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_SIGNATURE_V2_EX,
    };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(known); i++) {
        if (known[i] == signature) {
            return true;
        }
    }
    return false;
}

static const struct adapter_child *find_child(const struct adapter *adapter, ULONG uid)
{
    for (uint32_t i = 0; i < adapter->child_count; i++) {
        if (adapter->children[i].descriptor.ChildUid == uid) {
            return &adapter->children[i];
        }
    }
    return NULL;
}

/* Rule CB-05. Before the children are known every id may be one. */
static void check_acpi(struct adapter *adapter, ULONG uid, ULONG signature)
{
    if (uid != DISPLAY_ADAPTER_HW_ID && adapter->child_count > 0 &&
        adapter->children[0].descriptor.ChildDeviceType != TypeUninitialized &&
        find_child(adapter, uid) == NULL) {
        verify_report(adapter->machine, RULE_CB_05, "DxgkCbEvalAcpiMethod",
                      "DeviceUid 0x%x is no child of the adapter, and not DISPLAY_ADAPTER_HW_ID.",
                      uid);
    } else if (!is_acpi_signature(signature)) {
        verify_report(adapter->machine, RULE_CB_05, "DxgkCbEvalAcpiMethod",
                      "Signature 0x%08x is that of no input buffer. Set it before each call: the "
                      "callback changes it.",
                      signature);
    }
}

/**
 * Choice: the machine's firmware has no object for a plug-in board, so there is none of its
 * methods. Source: nc-dispmprt-dxgkcb_eval_acpi_method.md. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS APIENTRY callback_EvalAcpiMethod(HANDLE DeviceHandle, ULONG DeviceUid,
                                          PACPI_EVAL_INPUT_BUFFER_COMPLEX AcpiInputBuffer,
                                          ULONG AcpiInputSize,
                                          PACPI_EVAL_OUTPUT_BUFFER AcpiOutputBuffer,
                                          ULONG AcpiOutputSize)
{
    struct callback_call call;
    NTSTATUS status = STATUS_INVALID_PARAMETER;

    struct adapter *adapter;

    (void)AcpiOutputBuffer;
    (void)AcpiOutputSize;
    callback_enter(&call, "DxgkCbEvalAcpiMethod", PASSIVE_LEVEL);
    adapter = adapter_from_handle("DxgkCbEvalAcpiMethod", DeviceHandle);
    if (adapter != NULL && AcpiInputBuffer != NULL &&
        AcpiInputSize >= sizeof(ACPI_EVAL_INPUT_BUFFER)) {
        check_acpi(adapter, DeviceUid, AcpiInputBuffer->Signature);
        AcpiInputBuffer->Signature = ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE; /* documented */
        status = STATUS_OBJECT_NAME_NOT_FOUND;
    }
    callback_leave(&call);
    return status;
}

/** No optional interface is offered yet. Source: nc-dispmprt-dxgkcb_query_services.md */
NTSTATUS APIENTRY callback_QueryServices(HANDLE DeviceHandle, DXGK_SERVICES ServicesType,
                                         PINTERFACE Interface)
{
    (void)DeviceHandle;
    (void)Interface;
    verify_unimplemented(machine_current(), "DxgkCbQueryServices of type %d", (int)ServicesType);
    return STATUS_NOT_IMPLEMENTED;
}
