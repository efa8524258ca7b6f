/* SPDX-License-Identifier: MIT */
/* DxgkInitialize and its kin: the driver hands over its function table from DriverEntry. */
#include "dxgk/adapter_private.h"
#include "machine/heap.h"
#include "trace/trace.h"
#include "verify/names.h"

#include <string.h>

struct version_size {
    uint32_t version;
    uint32_t table_bytes; /* sizeof(DRIVER_INITIALIZATION_DATA) at that version */
};

/* Ends of the table by interface version: the first slot of the next version is where this one
 * stops. Source: ns-dispmprt-_driver_initialization_data.md */
static const struct version_size versions[] = {
    { DXGKDDI_INTERFACE_VERSION_VISTA,
      offsetof(DRIVER_INITIALIZATION_DATA, DxgkDdiDescribePageTable) },
    { DXGKDDI_INTERFACE_VERSION_VISTA_SP1,
      offsetof(DRIVER_INITIALIZATION_DATA, DxgkDdiDescribePageTable) },
    { DXGKDDI_INTERFACE_VERSION_WIN7,
      offsetof(DRIVER_INITIALIZATION_DATA, DxgkDdiSetPowerComponentFState) },
    { DXGKDDI_INTERFACE_VERSION_WIN8,
      offsetof(DRIVER_INITIALIZATION_DATA, DxgkDdiGetNodeMetadata) },
    { DXGKDDI_INTERFACE_VERSION_WDDM1_3, offsetof(DRIVER_INITIALIZATION_DATA, DxgkDdiRenderGdi) },
    { DXGKDDI_INTERFACE_VERSION_WDDM1_3_PATH_INDEPENDENT_ROTATION,
      offsetof(DRIVER_INITIALIZATION_DATA, DxgkDdiRenderGdi) },
    { DXGKDDI_INTERFACE_VERSION_WDDM2_0,
      offsetof(DRIVER_INITIALIZATION_DATA, DxgkDdiCheckMultiPlaneOverlaySupport3) },
    { DXGKDDI_INTERFACE_VERSION_WDDM2_1,
      offsetof(DRIVER_INITIALIZATION_DATA, DxgkDdiCreateHwContext) },
    { DXGKDDI_INTERFACE_VERSION_WDDM2_2,
      offsetof(DRIVER_INITIALIZATION_DATA, DxgkDdiUpdateHwContextState) },
    { DXGKDDI_INTERFACE_VERSION_WDDM2_3, sizeof(DRIVER_INITIALIZATION_DATA) },
};

struct dxgk *dxgk_of(struct machine *machine)
{
    struct dxgk *dxgk = machine->layers[MACHINE_LAYER_DXGK];

    if (dxgk == NULL) {
        dxgk = MACHINE_NEW(machine, struct dxgk);
        dxgk->machine = machine;
        handle_table_init(&dxgk->handles, machine);
        list_init(&dxgk->adapters);
        list_init(&dxgk->dumps);
        machine->layers[MACHINE_LAYER_DXGK] = dxgk;
    }
    return dxgk;
}

/* The host obeys Version, never a structure's size: a driver built against new headers may declare
 * an older interface, and then its later slots do not exist. */
static uint32_t table_bytes(uint32_t version)
{
    for (uint32_t i = 0; i < DXGH_ARRAY_SIZE(versions); i++) {
        if (versions[i].version == version) {
            return versions[i].table_bytes;
        }
    }
    return 0;
}

static NTSTATUS initialize(struct machine *machine, PDRIVER_OBJECT driver_object,
                           const DRIVER_INITIALIZATION_DATA *data)
{
    struct driver_registration *registration = &dxgk_of(machine)->registration;
    uint32_t bytes;

    if (driver_object == NULL || data == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    bytes = table_bytes(data->Version);
    if (bytes == 0) {
        verify_report(
            machine, RULE_INIT_01, "DxgkInitialize",
            "DRIVER_INITIALIZATION_DATA.Version is 0x%X, which is no interface version this "
            "kernel knows (0x%X to 0x%X). Set it to a DXGKDDI_INTERFACE_VERSION_ constant.",
            data->Version, versions[0].version, versions[DXGH_ARRAY_SIZE(versions) - 1].version);
        return STATUS_REVISION_MISMATCH;
    }
    memset(&registration->table, 0, sizeof(registration->table));
    memcpy(&registration->table, data, bytes);
    registration->driver_object = driver_object;
    registration->present = true;
    return STATUS_SUCCESS;
}

/** Source: nf-dispmprt-dxgkinitialize.md. IRQL: PASSIVE_LEVEL. */
NTSTATUS APIENTRY DxgkInitialize(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                                 PDRIVER_INITIALIZATION_DATA DriverInitializationData)
{
    struct callback_call call;
    NTSTATUS status;

    (void)RegistryPath;
    callback_enter(&call, "DxgkInitialize", PASSIVE_LEVEL);
    status = initialize(call.machine, DriverObject, DriverInitializationData);
    callback_leave(&call);
    return status;
}

/** Display-only drivers are not hosted yet. Source: nf-dispmprt-dxgkinitializedisplayonlydriver.md
 */
NTSTATUS APIENTRY DxgkInitializeDisplayOnlyDriver(PDRIVER_OBJECT DriverObject,
                                                  PUNICODE_STRING RegistryPath,
                                                  PKMDDOD_INITIALIZATION_DATA InitializationData)
{
    (void)DriverObject;
    (void)RegistryPath;
    (void)InitializationData;
    verify_unimplemented(machine_current(), "DxgkInitializeDisplayOnlyDriver");
    return STATUS_NOT_IMPLEMENTED;
}

/** Source: nf-dispmprt-dxgkuninitialize.md. IRQL: PASSIVE_LEVEL. */
NTSTATUS APIENTRY DxgkUnInitialize(PDRIVER_OBJECT DriverObject)
{
    struct callback_call call;
    struct driver_registration *registration;
    NTSTATUS status = STATUS_INVALID_PARAMETER;

    callback_enter(&call, "DxgkUnInitialize", PASSIVE_LEVEL);
    registration = &dxgk_of(call.machine)->registration;
    if (registration->present && registration->driver_object == DriverObject) {
        registration->present = false;
        status = STATUS_SUCCESS;
    }
    callback_leave(&call);
    return status;
}

/* Slots a full WDDM driver must fill, by the version that made them mandatory.
 * Source: ns-dispmprt-_driver_initialization_data.md; facts/ddi.tsv column `full`. */
struct mandatory_slot {
    enum ddi ddi;
    uint32_t since;
};

static const struct mandatory_slot mandatory[] = {
    { DDI_AddDevice, 0 },
    { DDI_StartDevice, 0 },
    { DDI_StopDevice, 0 },
    { DDI_RemoveDevice, 0 },
    { DDI_DispatchIoRequest, 0 },
    { DDI_InterruptRoutine, 0 },
    { DDI_DpcRoutine, 0 },
    { DDI_QueryChildRelations, 0 },
    { DDI_QueryChildStatus, 0 },
    { DDI_QueryDeviceDescriptor, 0 },
    { DDI_SetPowerState, 0 },
    { DDI_ResetDevice, 0 },
    { DDI_Unload, 0 },
    { DDI_QueryAdapterInfo, 0 },
    { DDI_CreateDevice, 0 },
    { DDI_CreateAllocation, 0 },
    { DDI_DestroyAllocation, 0 },
    { DDI_DescribeAllocation, 0 },
    { DDI_GetStandardAllocationDriverData, 0 },
    { DDI_Patch, 0 },
    { DDI_SubmitCommand, 0 },
    { DDI_PreemptCommand, 0 },
    { DDI_BuildPagingBuffer, 0 },
    { DDI_SetPalette, 0 },
    { DDI_SetPointerPosition, 0 },
    { DDI_SetPointerShape, 0 },
    { DDI_ResetFromTimeout, 0 },
    { DDI_RestartFromTimeout, 0 },
    { DDI_CollectDbgInfo, 0 },
    { DDI_QueryCurrentFence, 0 },
    { DDI_IsSupportedVidPn, 0 },
    { DDI_RecommendFunctionalVidPn, 0 },
    { DDI_EnumVidPnCofuncModality, 0 },
    { DDI_SetVidPnSourceAddress, 0 },
    { DDI_SetVidPnSourceVisibility, 0 },
    { DDI_CommitVidPn, 0 },
    { DDI_UpdateActiveVidPnPresentPath, 0 },
    { DDI_RecommendMonitorModes, 0 },
    { DDI_RecommendVidPnTopology, 0 },
    { DDI_GetScanLine, 0 },
    { DDI_ControlInterrupt, 0 },
    { DDI_DestroyDevice, 0 },
    { DDI_OpenAllocation, 0 },
    { DDI_CloseAllocation, 0 },
    { DDI_Render, 0 },
    { DDI_Present, 0 },
    { DDI_QueryVidPnHWCapability, DXGKDDI_INTERFACE_VERSION_WIN7 },
    { DDI_RenderKm, DXGKDDI_INTERFACE_VERSION_WIN8 },
    { DDI_DestroyContext, DXGKDDI_INTERFACE_VERSION_WIN8 },
    { DDI_QueryDependentEngineGroup, DXGKDDI_INTERFACE_VERSION_WIN8 },
    { DDI_QueryEngineStatus, DXGKDDI_INTERFACE_VERSION_WIN8 },
    { DDI_ResetEngine, DXGKDDI_INTERFACE_VERSION_WIN8 },
    { DDI_StopDeviceAndReleasePostDisplayOwnership, DXGKDDI_INTERFACE_VERSION_WIN8 },
    { DDI_SystemDisplayEnable, DXGKDDI_INTERFACE_VERSION_WIN8 },
    { DDI_SystemDisplayWrite, DXGKDDI_INTERFACE_VERSION_WIN8 },
    { DDI_GetChildContainerId, DXGKDDI_INTERFACE_VERSION_WIN8 },
    { DDI_GetNodeMetadata, DXGKDDI_INTERFACE_VERSION_WDDM1_3 },
};

static bool slot_is_empty(const struct adapter *adapter, enum ddi ddi)
{
    void *function;

    memcpy(&function, (const char *)&adapter->table + ddi_info(ddi)->slot, sizeof(function));
    return function == NULL;
}

NTSTATUS adapter_table_check(struct adapter *adapter, struct adapter_error *error)
{
    char missing[256] = "";
    size_t used = 0;

    for (uint32_t i = 0; i < DXGH_ARRAY_SIZE(mandatory); i++) {
        if (mandatory[i].since <= adapter->table.Version &&
            slot_is_empty(adapter, mandatory[i].ddi) && used < sizeof(missing) - 1) {
            used += (size_t)snprintf(missing + used, sizeof(missing) - used, "%s%s",
                                     used > 0 ? ", " : "", ddi_info(mandatory[i].ddi)->name);
        }
    }
    if (used == 0) {
        return STATUS_SUCCESS;
    }
    verify_report(adapter->machine, RULE_INIT_03, "DxgkInitialize",
                  "A full WDDM driver of interface version 0x%X must fill these slots of "
                  "DRIVER_INITIALIZATION_DATA, which are NULL: %s.",
                  adapter->table.Version, missing);
    return adapter_fail(
        error, STATUS_INVALID_PARAMETER, "DxgkInitialize",
        "The driver's table lacks DDIs that interface version 0x%X makes mandatory: "
        "%s. Windows would not start the adapter (code 43).",
        adapter->table.Version, missing);
}
