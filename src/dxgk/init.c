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

static NTSTATUS refuse_version(struct machine *machine, const char *function, const char *record,
                               uint32_t version, uint32_t lowest)
{
    verify_report(
        machine, RULE_INIT_01, function,
        "%s.Version is 0x%X, which is no interface version this kernel knows (0x%X to 0x%X). Set "
        "it to a DXGKDDI_INTERFACE_VERSION_ constant.",
        record, version, lowest, versions[DXGH_ARRAY_SIZE(versions) - 1].version);
    return STATUS_REVISION_MISMATCH;
}

static struct driver_registration *registration_begin(struct machine *machine,
                                                      PDRIVER_OBJECT driver_object)
{
    struct driver_registration *registration = &dxgk_of(machine)->registration;

    memset(registration, 0, sizeof(*registration));
    registration->driver_object = driver_object;
    return registration;
}

static NTSTATUS initialize(struct machine *machine, PDRIVER_OBJECT driver_object,
                           const DRIVER_INITIALIZATION_DATA *data)
{
    struct driver_registration *registration;
    uint32_t bytes;

    if (driver_object == NULL || data == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    bytes = table_bytes(data->Version);
    if (bytes == 0) {
        return refuse_version(machine, "DxgkInitialize", "DRIVER_INITIALIZATION_DATA",
                              data->Version, versions[0].version);
    }
    registration = registration_begin(machine, driver_object);
    memcpy(&registration->table, data, bytes);
    registration->present = true;
    return STATUS_SUCCESS;
}

/* Where each slot of the display-only table is in the common one. */
static const struct {
    uint16_t from;
    uint16_t to;
} display_only_slots[] = {
#define SLOT(name)                                                                                 \
    {                                                                                              \
        offsetof(KMDDOD_INITIALIZATION_DATA, DxgkDdi##name),                                       \
            offsetof(struct driver_table, DxgkDdi##name)                                           \
    }
    SLOT(AddDevice),
    SLOT(StartDevice),
    SLOT(StopDevice),
    SLOT(RemoveDevice),
    SLOT(DispatchIoRequest),
    SLOT(InterruptRoutine),
    SLOT(DpcRoutine),
    SLOT(QueryChildRelations),
    SLOT(QueryChildStatus),
    SLOT(QueryDeviceDescriptor),
    SLOT(SetPowerState),
    SLOT(NotifyAcpiEvent),
    SLOT(ResetDevice),
    SLOT(Unload),
    SLOT(QueryInterface),
    SLOT(ControlEtwLogging),
    SLOT(QueryAdapterInfo),
    SLOT(SetPalette),
    SLOT(SetPointerPosition),
    SLOT(SetPointerShape),
    SLOT(Escape),
    SLOT(CollectDbgInfo),
    SLOT(IsSupportedVidPn),
    SLOT(RecommendFunctionalVidPn),
    SLOT(EnumVidPnCofuncModality),
    SLOT(SetVidPnSourceVisibility),
    SLOT(CommitVidPn),
    SLOT(UpdateActiveVidPnPresentPath),
    SLOT(RecommendMonitorModes),
    SLOT(GetScanLine),
    SLOT(QueryVidPnHWCapability),
    SLOT(PresentDisplayOnly),
    SLOT(StopDeviceAndReleasePostDisplayOwnership),
    SLOT(SystemDisplayEnable),
    SLOT(SystemDisplayWrite),
    SLOT(GetChildContainerId),
    SLOT(ControlInterrupt),
    SLOT(SetPowerComponentFState),
    SLOT(PowerRuntimeControlRequest),
    SLOT(NotifySurpriseRemoval),
    SLOT(PowerRuntimeSetDeviceHandle),
#undef SLOT
};

/* Source: ns-dispmprt-_kmddod_initialization_data.md: WDDM 1.2 and later */
static NTSTATUS initialize_display_only(struct machine *machine, PDRIVER_OBJECT driver_object,
                                        const KMDDOD_INITIALIZATION_DATA *data)
{
    struct driver_registration *registration;

    if (driver_object == NULL || data == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    if (table_bytes(data->Version) == 0 || data->Version < DXGKDDI_INTERFACE_VERSION_WIN8) {
        return refuse_version(machine, "DxgkInitializeDisplayOnlyDriver",
                              "KMDDOD_INITIALIZATION_DATA", data->Version,
                              DXGKDDI_INTERFACE_VERSION_WIN8);
    }
    registration = registration_begin(machine, driver_object);
    registration->table.Version = data->Version;
    for (uint32_t i = 0; i < DXGH_ARRAY_SIZE(display_only_slots); i++) {
        /* The last slot came with WDDM 2.0. */
        if (display_only_slots[i].from >=
                offsetof(KMDDOD_INITIALIZATION_DATA, DxgkDdiPowerRuntimeSetDeviceHandle) &&
            data->Version < DXGKDDI_INTERFACE_VERSION_WDDM2_0) {
            continue;
        }
        memcpy((char *)&registration->table + display_only_slots[i].to,
               (const char *)data + display_only_slots[i].from, sizeof(void *));
    }
    registration->display_only = true;
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

/** Source: nf-dispmprt-dxgkinitializedisplayonlydriver.md. IRQL: PASSIVE_LEVEL. */
NTSTATUS APIENTRY DxgkInitializeDisplayOnlyDriver(PDRIVER_OBJECT DriverObject,
                                                  PUNICODE_STRING RegistryPath,
                                                  PKMDDOD_INITIALIZATION_DATA InitializationData)
{
    struct callback_call call;
    NTSTATUS status;

    (void)RegistryPath;
    callback_enter(&call, "DxgkInitializeDisplayOnlyDriver", PASSIVE_LEVEL);
    status = initialize_display_only(call.machine, DriverObject, InitializationData);
    callback_leave(&call);
    return status;
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

/* Slots without which Windows does not start the adapter, by the version that made them so. */
struct mandatory_slot {
    enum ddi ddi;
    uint32_t since;
};

/* Of every driver of full WDDM. Those of engine reset are looked at with the capabilities.
 * Source: ns-dispmprt-_driver_initialization_data.md; facts/ddi.tsv column `full` */
static const struct mandatory_slot render_slots[] = {
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
    { DDI_CollectDbgInfo, 0 },
    { DDI_QueryCurrentFence, 0 },
    { DDI_ControlInterrupt, 0 },
    { DDI_DestroyDevice, 0 },
    { DDI_OpenAllocation, 0 },
    { DDI_CloseAllocation, 0 },
    { DDI_Render, 0 },
    { DDI_Present, 0 },
    { DDI_RenderKm, DXGKDDI_INTERFACE_VERSION_WIN8 },
    { DDI_DestroyContext, DXGKDDI_INTERFACE_VERSION_WIN8 },
    { DDI_GetNodeMetadata, DXGKDDI_INTERFACE_VERSION_WDDM1_3 },
};

/* Whatever can be reset besides. Source: nc-d3dkmddi-dxgkddi_resetfromtimeout.md */
static const struct mandatory_slot reset_slots[] = {
    { DDI_ResetFromTimeout, 0 },
    { DDI_RestartFromTimeout, 0 },
};

/*
 * Of one that has a display as well: render-only drivers leave all of these NULL.
 * Choice: DxgkDdiRecommendVidPnTopology, SystemDisplayEnable and Write and GetChildContainerId are
 * called mandatory too, but public drivers that start on Windows leave them out.
 */
static const struct mandatory_slot display_slots[] = {
    { DDI_SetPalette, 0 },
    { DDI_SetPointerPosition, 0 },
    { DDI_SetPointerShape, 0 },
    { DDI_IsSupportedVidPn, 0 },
    { DDI_RecommendFunctionalVidPn, 0 },
    { DDI_EnumVidPnCofuncModality, 0 },
    { DDI_SetVidPnSourceAddress, 0 },
    { DDI_SetVidPnSourceVisibility, 0 },
    { DDI_CommitVidPn, 0 },
    { DDI_UpdateActiveVidPnPresentPath, 0 },
    { DDI_RecommendMonitorModes, 0 },
    { DDI_GetScanLine, 0 },
    { DDI_QueryVidPnHWCapability, DXGKDDI_INTERFACE_VERSION_WIN7 },
    { DDI_StopDeviceAndReleasePostDisplayOwnership, DXGKDDI_INTERFACE_VERSION_WIN8 },
};

/* Of a display-only driver. Source: ns-dispmprt-_kmddod_initialization_data.md; facts/ddi.tsv
 * column `display_only` */
static const struct mandatory_slot display_only_mandatory[] = {
    { DDI_AddDevice, 0 },
    { DDI_StartDevice, 0 },
    { DDI_StopDevice, 0 },
    { DDI_RemoveDevice, 0 },
    { DDI_DispatchIoRequest, 0 },
    { DDI_QueryChildRelations, 0 },
    { DDI_QueryChildStatus, 0 },
    { DDI_QueryDeviceDescriptor, 0 },
    { DDI_SetPowerState, 0 },
    { DDI_ResetDevice, 0 },
    { DDI_Unload, 0 },
    { DDI_QueryAdapterInfo, 0 },
    { DDI_IsSupportedVidPn, 0 },
    { DDI_RecommendFunctionalVidPn, 0 },
    { DDI_EnumVidPnCofuncModality, 0 },
    { DDI_SetVidPnSourceVisibility, 0 },
    { DDI_CommitVidPn, 0 },
    { DDI_UpdateActiveVidPnPresentPath, 0 },
    { DDI_RecommendMonitorModes, 0 },
    { DDI_QueryVidPnHWCapability, 0 },
    { DDI_PresentDisplayOnly, 0 },
    { DDI_StopDeviceAndReleasePostDisplayOwnership, 0 },
    { DDI_SystemDisplayEnable, 0 },
    { DDI_SystemDisplayWrite, 0 },
};

static bool slot_is_empty(const struct adapter *adapter, enum ddi ddi)
{
    void *function;

    memcpy(&function, (const char *)&adapter->table + ddi_info(ddi)->slot, sizeof(function));
    return function == NULL;
}

/* Names of empty slots, one after the other. */
struct slot_list {
    char text[384];
    size_t used;
};

static void list_empty(const struct adapter *adapter, const struct mandatory_slot *slots,
                       size_t count, struct slot_list *list)
{
    for (size_t i = 0; i < count; i++) {
        if (slots[i].since <= adapter->table.Version && slot_is_empty(adapter, slots[i].ddi) &&
            list->used < sizeof(list->text) - 1) {
            list->used +=
                (size_t)snprintf(list->text + list->used, sizeof(list->text) - list->used, "%s%s",
                                 list->used > 0 ? ", " : "", ddi_info(slots[i].ddi)->name);
        }
    }
}

static bool is_render_only(const struct adapter *adapter)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(display_slots); i++) {
        if (!slot_is_empty(adapter, display_slots[i].ddi)) {
            return false;
        }
    }
    return true;
}

/* Slots that mean nothing at any version. Source: ns-dispmprt-_driver_initialization_data.md */
static void check_reserved_slots(struct adapter *adapter)
{
    static const struct {
        const char *name;
        uint32_t since;
        size_t offset;
    } reserved[] = {
#define SLOT(name, version)                                                                        \
    { #name, DXGKDDI_INTERFACE_VERSION_##version, offsetof(DRIVER_INITIALIZATION_DATA, name) }
        SLOT(DxgkDdiDescribePageTable, WIN7),
        SLOT(DxgkDdiUpdatePageTable, WIN7),
        SLOT(DxgkDdiUpdatePageDirectory, WIN7),
        SLOT(DxgkDdiMovePageDirectory, WIN7),
        SLOT(DxgkDdiSubmitRender, WIN7),
        SLOT(DxgkDdiCreateAllocation2, WIN7),
        SLOT(Reserved, WIN7),
        SLOT(DxgkDdiSetPowerPState, WDDM1_3),
#undef SLOT
    };
    void *value;

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(reserved); i++) {
        memcpy(&value, (const char *)&adapter->table + reserved[i].offset, sizeof(value));
        if (value != NULL && reserved[i].since <= adapter->table.Version) {
            verify_report(adapter->machine, RULE_INIT_02, "DxgkInitialize",
                          "DRIVER_INITIALIZATION_DATA.%s is set; it is reserved and must be NULL. "
                          "Clear the table before you fill it.",
                          reserved[i].name);
        }
    }
}

/* Source: ns-dispmprt-_kmddod_initialization_data.md, "VSync control" */
static void check_vsync_slots(struct adapter *adapter)
{
    const struct driver_table *table = &adapter->table;

    if ((table->DxgkDdiControlInterrupt != NULL || table->DxgkDdiGetScanLine != NULL) &&
        (table->DxgkDdiControlInterrupt == NULL || table->DxgkDdiGetScanLine == NULL ||
         table->DxgkDdiInterruptRoutine == NULL || table->DxgkDdiDpcRoutine == NULL)) {
        verify_report(adapter->machine, RULE_INIT_05, "DxgkInitializeDisplayOnlyDriver",
                      "The slots of vertical blank control are filled in part: ControlInterrupt "
                      "%s, GetScanLine %s, InterruptRoutine %s, DpcRoutine %s. Fill all four, or "
                      "neither of the first two.",
                      table->DxgkDdiControlInterrupt != NULL ? "set" : "NULL",
                      table->DxgkDdiGetScanLine != NULL ? "set" : "NULL",
                      table->DxgkDdiInterruptRoutine != NULL ? "set" : "NULL",
                      table->DxgkDdiDpcRoutine != NULL ? "set" : "NULL");
    }
}

static NTSTATUS refuse_table(struct adapter *adapter, struct adapter_error *error, enum rule rule,
                             const char *kind, const char *missing)
{
    verify_report(adapter->machine, rule, "DxgkInitialize",
                  "A %s driver of interface version 0x%X must fill these slots of its table, which "
                  "are NULL: %s.",
                  kind, adapter->table.Version, missing);
    return adapter_fail(
        error, STATUS_INVALID_PARAMETER, "DxgkInitialize",
        "The driver's table lacks DDIs that interface version 0x%X makes mandatory for a %s "
        "driver: %s. Windows would not start the adapter (code 43).",
        adapter->table.Version, kind, missing);
}

NTSTATUS adapter_table_check(struct adapter *adapter, struct adapter_error *error)
{
    struct slot_list missing = { .used = 0 };
    struct slot_list resets = { .used = 0 };
    const char *kind = "full WDDM";

    if (adapter->display_only) {
        kind = "display-only";
        list_empty(adapter, display_only_mandatory, DXGH_ARRAY_SIZE(display_only_mandatory),
                   &missing);
        check_vsync_slots(adapter);
    } else {
        check_reserved_slots(adapter);
        list_empty(adapter, render_slots, DXGH_ARRAY_SIZE(render_slots), &missing);
        list_empty(adapter, reset_slots, DXGH_ARRAY_SIZE(reset_slots), &resets);
        if (is_render_only(adapter)) {
            kind = "render-only";
        } else {
            list_empty(adapter, display_slots, DXGH_ARRAY_SIZE(display_slots), &missing);
        }
    }
    if (missing.used > 0) {
        return refuse_table(adapter, error, RULE_INIT_03, kind, missing.text);
    }
    if (resets.used > 0) {
        return refuse_table(adapter, error, RULE_TDR_24, kind, resets.text);
    }
    return STATUS_SUCCESS;
}
