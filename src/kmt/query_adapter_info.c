/* SPDX-License-Identifier: MIT */
/*
 * D3DKMTQueryAdapterInfo: what clients may know of an adapter, one function per type. A type that
 * is not served is refused by name.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtqueryadapterinfo, ne-d3dkmthk-_kmtqueryadapterinfotype
 */
#include "dxgk/control.h"
#include "dxgk/gate_calls.h"
#include "dxgk/query.h"
#include "kmt/memory.h"
#include "kmt/names.h"
#include "verify/verify.h"

#include <string.h>

struct query {
    struct kmt_call *call;
    struct adapter *adapter;
    void *data; /* kernel copy, size_bytes of it */
    uint32_t size_bytes;
};

static NTSTATUS private_data(struct query *query)
{
    return dxgk_query_umd_private(query->adapter, query->data, query->size_bytes);
}

static NTSTATUS segment_size(struct query *query)
{
    D3DKMT_SEGMENTSIZEINFO *info = query->data;
    struct segment_state state;

    *info = (D3DKMT_SEGMENTSIZEINFO){ 0 };
    for (uint32_t id = 1; dxgk_segment_state(query->adapter, id, &state); id++) {
        if (state.aperture) {
            info->SharedSystemMemorySize += state.size_bytes;
        } else {
            info->DedicatedVideoMemorySize += state.size_bytes;
        }
    }
    return STATUS_SUCCESS;
}

static NTSTATUS flip_queue(struct query *query)
{
    D3DKMT_FLIPQUEUEINFO *info = query->data;

    *info = (D3DKMT_FLIPQUEUEINFO){ .MaxHardwareFlipQueueLength = 1,
                                    .MaxSoftwareFlipQueueLength =
                                        dxgk_adapter_caps(query->adapter)->MaxQueuedFlipOnVSync };
    return STATUS_SUCCESS;
}

static NTSTATUS address(struct query *query)
{
    D3DKMT_ADAPTERADDRESS *info = query->data;

    dxgk_query_bus_address(query->adapter, &info->BusNumber, &info->DeviceNumber,
                           &info->FunctionNumber);
    return STATUS_SUCCESS;
}

static void set_text(WCHAR *to, const char *from)
{
    for (size_t i = 0; i == 0 || from[i - 1] != '\0'; i++) {
        to[i] = (WCHAR)(uint8_t)from[i];
    }
}

static NTSTATUS registry_info(struct query *query)
{
    D3DKMT_ADAPTERREGISTRYINFO *info = query->data;

    memset(info, 0, sizeof(*info));
    set_text(info->AdapterString, dxgk_query_board_name(query->adapter));
    set_text(info->ChipType, dxgk_query_board_name(query->adapter));
    return STATUS_SUCCESS;
}

static NTSTATUS display_mode(struct query *query)
{
    D3DKMT_CURRENTDISPLAYMODE *info = query->data;

    if (info->VidPnSourceId >= dxgk_adapter_source_count(query->adapter)) {
        return STATUS_INVALID_PARAMETER;
    }
    memset(&info->DisplayMode, 0, sizeof(info->DisplayMode));
    if (!dxgk_query_mode(query->adapter, info->VidPnSourceId, &info->DisplayMode.Width,
                         &info->DisplayMode.Height, &info->DisplayMode.Format,
                         &info->DisplayMode.RefreshRate)) {
        return STATUS_GRAPHICS_NO_ACTIVE_VIDPN;
    }
    if (info->DisplayMode.RefreshRate.Denominator != 0) {
        info->DisplayMode.IntegerRefreshRate =
            info->DisplayMode.RefreshRate.Numerator / info->DisplayMode.RefreshRate.Denominator;
    }
    info->DisplayMode.ScanLineOrdering = D3DDDI_VSSLO_PROGRESSIVE;
    info->DisplayMode.DisplayOrientation = D3DDDI_ROTATION_IDENTITY;
    return STATUS_SUCCESS;
}

static NTSTATUS driver_version(struct query *query)
{
    static const struct {
        uint32_t interface;
        D3DKMT_DRIVERVERSION version;
    } versions[] = {
        { DXGKDDI_INTERFACE_VERSION_WDDM2_3, KMT_DRIVERVERSION_WDDM_2_3 },
        { DXGKDDI_INTERFACE_VERSION_WDDM2_2, KMT_DRIVERVERSION_WDDM_2_2 },
        { DXGKDDI_INTERFACE_VERSION_WDDM2_1, KMT_DRIVERVERSION_WDDM_2_1 },
        { DXGKDDI_INTERFACE_VERSION_WDDM2_0, KMT_DRIVERVERSION_WDDM_2_0 },
        { DXGKDDI_INTERFACE_VERSION_WDDM1_3, KMT_DRIVERVERSION_WDDM_1_3 },
        { DXGKDDI_INTERFACE_VERSION_WIN8, KMT_DRIVERVERSION_WDDM_1_2 },
        { DXGKDDI_INTERFACE_VERSION_WIN7, KMT_DRIVERVERSION_WDDM_1_1 },
        { 0, KMT_DRIVERVERSION_WDDM_1_0 },
    };
    uint32_t interface = dxgk_adapter_version(query->adapter);
    uint32_t i = 0;

    while (interface < versions[i].interface) {
        i++;
    }
    memcpy(query->data, &versions[i].version, sizeof(versions[i].version));
    return STATUS_SUCCESS;
}

static NTSTATUS adapter_type(struct query *query)
{
    D3DKMT_ADAPTERTYPE *info = query->data;

    info->Value = 0;
    info->RenderSupported = !dxgk_adapter_is_display_only(query->adapter);
    info->DisplaySupported = dxgk_adapter_source_count(query->adapter) > 0;
    return STATUS_SUCCESS;
}

static NTSTATUS adapter_count(struct query *query)
{
    ((D3DKMT_PHYSICAL_ADAPTER_COUNT *)query->data)->Count = 1; /* no linked adapters */
    return STATUS_SUCCESS;
}

static NTSTATUS device_ids(struct query *query)
{
    D3DKMT_QUERY_DEVICE_IDS *info = query->data;

    if (info->PhysicalAdapterIndex != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    dxgk_query_ids(query->adapter, &info->DeviceIds);
    return STATUS_SUCCESS;
}

/* Overlays, flips that bypass the desktop, and updates of drivers do not exist here. */
static NTSTATUS not_supported_flag(struct query *query)
{
    *(BOOL *)query->data = FALSE;
    return STATUS_SUCCESS;
}

/* Windows has these from the driver's installation: here they are what the scenario set in the
 * adapter's software key. Source: display/loading-an-opengl-installable-client-driver.md */
static NTSTATUS opengl_info(struct query *query)
{
    D3DKMT_OPENGLINFO *info = query->data;

    memset(info, 0, sizeof(*info));
    if (!dxgk_query_string(query->adapter, "OpenGLDriverName", 0, info->UmdOpenGlIcdFileName,
                           DXGH_ARRAY_SIZE(info->UmdOpenGlIcdFileName))) {
        return STATUS_OBJECT_NAME_NOT_FOUND;
    }
    info->Version = dxgk_query_dword(query->adapter, "OpenGLVersion");
    info->Flags = dxgk_query_dword(query->adapter, "OpenGLFlags");
    return STATUS_SUCCESS;
}

/* UserModeDriverName is a list, one name for each version of Direct3D. */
static NTSTATUS umd_name(struct query *query)
{
    D3DKMT_UMDFILENAMEINFO *info = query->data;

    if ((uint32_t)info->Version >= NUM_KMTUMDVERSIONS) {
        return STATUS_INVALID_PARAMETER;
    }
    memset(info->UmdFileName, 0, sizeof(info->UmdFileName));
    return dxgk_query_string(query->adapter, "UserModeDriverName", (uint32_t)info->Version,
                             info->UmdFileName, DXGH_ARRAY_SIZE(info->UmdFileName))
               ? STATUS_SUCCESS
               : STATUS_OBJECT_NAME_NOT_FOUND;
}

static NTSTATUS segment_groups(struct query *query)
{
    D3DKMT_SEGMENTGROUPSIZEINFO *info = query->data;
    struct query legacy = { .adapter = query->adapter, .data = &info->LegacyInfo };

    if (info->PhysicalAdapterIndex != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    (void)segment_size(&legacy);
    info->LocalMemory = info->LegacyInfo.DedicatedVideoMemorySize;
    info->NonLocalMemory = info->LegacyInfo.SharedSystemMemorySize;
    info->NonBudgetMemory = 0;
    return STATUS_SUCCESS;
}

static NTSTATUS caps_1_2(struct query *query)
{
    const DXGK_DRIVERCAPS *caps = dxgk_adapter_caps(query->adapter);
    D3DKMT_WDDM_1_2_CAPS *info = query->data;

    *info = (D3DKMT_WDDM_1_2_CAPS){ .PreemptionCaps = caps->PreemptionCaps,
                                    .SupportNonVGA = caps->SupportNonVGA != 0,
                                    .SupportSmoothRotation = caps->SupportSmoothRotation != 0,
                                    .SupportPerEngineTDR = caps->SupportPerEngineTDR != 0,
                                    .SupportKernelModeCommandBuffer =
                                        caps->PresentationCaps.SupportKernelModeCommandBuffer,
                                    .SupportGammaRamp = caps->GammaRampCaps.Gamma_Rgb256x3x16,
                                    .SupportHWCursor = caps->MaxPointerWidth > 0,
                                    .SupportHWVSync = dxgk_query_vsync_enabled(query->adapter),
                                    .SupportSurpriseRemovalInHibernation =
                                        caps->SupportSurpriseRemovalInHibernation != 0 };
    return STATUS_SUCCESS;
}

static NTSTATUS caps_1_3(struct query *query)
{
    const DXGK_DRIVERCAPS *caps = dxgk_adapter_caps(query->adapter);

    *(D3DKMT_WDDM_1_3_CAPS *)query->data =
        (D3DKMT_WDDM_1_3_CAPS){ .IsHybridIntegratedGPU = caps->HybridIntegrated != 0,
                                .IsHybridDiscreteGPU = caps->HybridDiscrete != 0 };
    return STATUS_SUCCESS;
}

/* No GPU addresses of processes, so neither of the two units that translate them. */
static NTSTATUS nothing_of_it(struct query *query)
{
    memset(query->data, 0, query->size_bytes);
    return STATUS_SUCCESS;
}

/* The upper half of the number is the physical adapter, of which there is one. */
static NTSTATUS node_metadata(struct query *query)
{
    D3DKMT_NODEMETADATA *info = query->data;

    if (info->NodeOrdinalAndAdapterIndex >= dxgk_adapter_node_count(query->adapter)) {
        return STATUS_INVALID_PARAMETER;
    }
    memset(&info->NodeData, 0, sizeof(info->NodeData));
    return gate_GetNodeMetadata(query->adapter, info->NodeOrdinalAndAdapterIndex, &info->NodeData);
}

struct form {
    KMTQUERYADAPTERINFOTYPE type;
    uint32_t size_bytes; /* 0: any */
    NTSTATUS (*answer)(struct query *query);
};

static const struct form forms[] = {
    { KMTQAITYPE_UMDRIVERPRIVATE, 0, private_data },
    { KMTQAITYPE_UMDRIVERNAME, sizeof(D3DKMT_UMDFILENAMEINFO), umd_name },
    { KMTQAITYPE_UMOPENGLINFO, sizeof(D3DKMT_OPENGLINFO), opengl_info },
    { KMTQAITYPE_GETSEGMENTSIZE, sizeof(D3DKMT_SEGMENTSIZEINFO), segment_size },
    { KMTQAITYPE_FLIPQUEUEINFO, sizeof(D3DKMT_FLIPQUEUEINFO), flip_queue },
    { KMTQAITYPE_ADAPTERADDRESS, sizeof(D3DKMT_ADAPTERADDRESS), address },
    { KMTQAITYPE_ADAPTERREGISTRYINFO, sizeof(D3DKMT_ADAPTERREGISTRYINFO), registry_info },
    { KMTQAITYPE_CURRENTDISPLAYMODE, sizeof(D3DKMT_CURRENTDISPLAYMODE), display_mode },
    { KMTQAITYPE_CHECKDRIVERUPDATESTATUS, sizeof(BOOL), not_supported_flag },
    { KMTQAITYPE_VIRTUALADDRESSINFO, sizeof(D3DKMT_VIRTUALADDRESSINFO), nothing_of_it },
    { KMTQAITYPE_WDDM_1_2_CAPS, sizeof(D3DKMT_WDDM_1_2_CAPS), caps_1_2 },
    { KMTQAITYPE_WDDM_1_3_CAPS, sizeof(D3DKMT_WDDM_1_3_CAPS), caps_1_3 },
    { KMTQAITYPE_WDDM_2_0_CAPS, sizeof(D3DKMT_WDDM_2_0_CAPS), nothing_of_it },
    { KMTQAITYPE_NODEMETADATA, sizeof(D3DKMT_NODEMETADATA), node_metadata },
    { KMTQAITYPE_GETSEGMENTGROUPSIZE, sizeof(D3DKMT_SEGMENTGROUPSIZEINFO), segment_groups },
    { KMTQAITYPE_DRIVERVERSION, sizeof(D3DKMT_DRIVERVERSION), driver_version },
    { KMTQAITYPE_ADAPTERTYPE, sizeof(D3DKMT_ADAPTERTYPE), adapter_type },
    { KMTQAITYPE_OUTPUTDUPLCONTEXTSCOUNT, sizeof(D3DKMT_OUTPUTDUPLCONTEXTSCOUNT), nothing_of_it },
    { KMTQAITYPE_DIRECTFLIP_SUPPORT, sizeof(BOOL), not_supported_flag },
    { KMTQAITYPE_MULTIPLANEOVERLAY_SUPPORT, sizeof(BOOL), not_supported_flag },
    { KMTQAITYPE_INDEPENDENTFLIP_SUPPORT, sizeof(BOOL), not_supported_flag },
    { KMTQAITYPE_PHYSICALADAPTERCOUNT, sizeof(D3DKMT_PHYSICAL_ADAPTER_COUNT), adapter_count },
    { KMTQAITYPE_PHYSICALADAPTERDEVICEIDS, sizeof(D3DKMT_QUERY_DEVICE_IDS), device_ids },
};

static NTSTATUS answer(struct query *query, KMTQUERYADAPTERINFOTYPE type)
{
    for (uint32_t i = 0; i < DXGH_ARRAY_SIZE(forms); i++) {
        if (forms[i].type == type) {
            return forms[i].size_bytes == 0 || forms[i].size_bytes == query->size_bytes
                       ? forms[i].answer(query)
                       : STATUS_INVALID_PARAMETER;
        }
    }
    return kmt_query_name(type) == NULL
               ? STATUS_INVALID_PARAMETER
               : kmt_unimplemented(query->call, "%s", kmt_query_name(type));
}

#define BYTES_MAX 65536u

static NTSTATUS query_info(struct kmt_call *call, void *arguments)
{
    const D3DKMT_QUERYADAPTERINFO *args = arguments;
    struct query query = { .call = call, .adapter = call->adapter };
    struct kmt_blob blob;
    NTSTATUS status;

    if (args->PrivateDriverDataSize == 0 || args->PrivateDriverDataSize > BYTES_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    status =
        kmt_blob_read(call->machine, &blob, args->pPrivateDriverData, args->PrivateDriverDataSize);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    query.data = blob.data;
    query.size_bytes = blob.size_bytes;
    status = answer(&query, args->Type);
    if (NT_SUCCESS(status)) {
        status = user_answer(call->machine, args->pPrivateDriverData, blob.data, blob.size_bytes);
    }
    kmt_blob_fini(call->machine, &blob);
    return status;
}

/** Partial: 23 types; the others are refused by name. */
NTSTATUS APIENTRY D3DKMTQueryAdapterInfo(const D3DKMT_QUERYADAPTERINFO *args)
{
    static const struct kmt_function function = {
        "D3DKMTQueryAdapterInfo", KMT_BY(ADAPTER, D3DKMT_QUERYADAPTERINFO, hAdapter),
        .body = query_info
    };

    return kmt_call(&function, args);
}
