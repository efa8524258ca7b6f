/* SPDX-License-Identifier: MIT */
#include "dxgk/allocation.h"

#include "dxgk/allocation_private.h"
#include "dxgk/gate_calls.h"
#include "dxgk/present.h"
#include "machine/heap.h"
#include "trace/trace.h"
#include "verify/names.h"

#include <string.h>

/* Everything the creation of one standard allocation carries from step to step. */
struct creation {
    struct device *device;
    const struct surface_request *request;
    void *private_data;
    uint32_t private_bytes;
    void *resource_data;
    uint32_t resource_bytes;
    uint32_t pitch;
    const char *pitch_ddi; /* which gave it */
    DXGK_ALLOCATIONINFO info;
    HANDLE driver_resource;
    HANDLE device_handle;
    uint32_t handle;
};

union surface_data {
    D3DKMDT_SHAREDPRIMARYSURFACEDATA primary;
    D3DKMDT_SHADOWSURFACEDATA shadow;
    D3DKMDT_STAGINGSURFACEDATA staging;
    D3DKMDT_GDISURFACEDATA gdi;
};

static NTSTATUS fill_surface(union surface_data *data, const struct surface_request *request)
{
    switch (request->type) {
    case D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE:
        data->primary = (D3DKMDT_SHAREDPRIMARYSURFACEDATA){ .Width = request->width,
                                                            .Height = request->height,
                                                            .Format = request->format,
                                                            .RefreshRate = request->refresh_rate,
                                                            .VidPnSourceId = request->source_id };
        return STATUS_SUCCESS;
    case D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE:
        data->shadow = (D3DKMDT_SHADOWSURFACEDATA){ .Width = request->width,
                                                    .Height = request->height,
                                                    .Format = request->format };
        return STATUS_SUCCESS;
    case D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE:
        data->staging =
            (D3DKMDT_STAGINGSURFACEDATA){ .Width = request->width, .Height = request->height };
        return STATUS_SUCCESS;
    case D3DKMDT_STANDARDALLOCATION_GDISURFACE:
        data->gdi = (D3DKMDT_GDISURFACEDATA){ .Width = request->width,
                                              .Height = request->height,
                                              .Format = request->format,
                                              .Type = request->gdi_type };
        return STATUS_SUCCESS;
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

static uint32_t surface_pitch(const union surface_data *data, const struct surface_request *request)
{
    switch (request->type) {
    case D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE:
        return data->shadow.Pitch;
    case D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE:
        return data->staging.Pitch;
    case D3DKMDT_STANDARDALLOCATION_GDISURFACE:
        return data->gdi.Pitch;
    default:
        return 0;
    }
}

/* Two calls: sizes, then data. Source: nc-d3dkmddi-dxgkddi_getstandardallocationdriverdata.md */
static NTSTATUS get_driver_data(struct creation *creation)
{
    struct adapter *adapter = creation->device->adapter;
    union surface_data data;
    NTSTATUS status = fill_surface(&data, creation->request);
    DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA args = {
        .StandardAllocationType = creation->request->type,
        .pCreateGdiSurfaceData = &data.gdi, /* one pointer under many names */
    };

    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = gate_GetStandardAllocationDriverData(adapter, &args);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (args.AllocationPrivateDriverDataSize == 0 && args.ResourcePrivateDriverDataSize == 0) {
        verify_report(
            adapter->machine, RULE_OPEN_13, "DxgkDdiGetStandardAllocationDriverData",
            "The first call returned both private data sizes as 0, so DxgkDdiCreateAllocation "
            "would know nothing of the surface. Return the size of your description.");
        return STATUS_INVALID_PARAMETER;
    }
    if (args.AllocationPrivateDriverDataSize > ADAPTER_REQUEST_BYTES_MAX ||
        args.ResourcePrivateDriverDataSize > ADAPTER_REQUEST_BYTES_MAX) {
        return STATUS_NO_MEMORY;
    }
    creation->private_bytes = args.AllocationPrivateDriverDataSize;
    creation->resource_bytes = args.ResourcePrivateDriverDataSize;
    creation->private_data =
        machine_heap_alloc_guarded(adapter->machine, DXGH_MAX(creation->private_bytes, 1));
    creation->resource_data =
        machine_heap_alloc_guarded(adapter->machine, DXGH_MAX(creation->resource_bytes, 1));
    args.pAllocationPrivateDriverData = creation->private_data;
    args.pResourcePrivateDriverData = creation->resource_data;
    status = gate_GetStandardAllocationDriverData(adapter, &args);
    if (NT_SUCCESS(status) && (args.AllocationPrivateDriverDataSize > creation->private_bytes ||
                               args.ResourcePrivateDriverDataSize > creation->resource_bytes)) {
        verify_report(adapter->machine, RULE_OPEN_14, "DxgkDdiGetStandardAllocationDriverData",
                      "The second call wants %u bytes of allocation data; the first said %u.",
                      args.AllocationPrivateDriverDataSize, creation->private_bytes);
        return STATUS_INVALID_PARAMETER;
    }
    creation->pitch = surface_pitch(&data, creation->request);
    creation->pitch_ddi = "DxgkDdiGetStandardAllocationDriverData";
    return status;
}

static void destroy_in_driver(struct creation *creation)
{
    DXGKARG_DESTROYALLOCATION args = {
        .NumAllocations = 1,
        .pAllocationList = &creation->info.hAllocation,
        .hResource = creation->driver_resource,
        .Flags.DestroyResource = creation->resource_bytes > 0,
    };

    (void)gate_DestroyAllocation(creation->device->adapter, &args);
}

/* The CPU walks these by their pitch, and must stay inside. */
static bool is_linear(const struct surface_request *request)
{
    return request->type == D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE ||
           request->type == D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE ||
           (request->type == D3DKMDT_STANDARDALLOCATION_GDISURFACE &&
            (request->gdi_type == D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE ||
             request->gdi_type == D3DKMDT_GDISURFACE_EXISTINGSYSMEM));
}

/* Surfaces of GDI's that the CPU draws on, too, and never waits for. Source:
 * ne-d3dkmdt-_d3dkmdt_gdisurfacetype.md */
static NTSTATUS check_coherent(const struct creation *creation)
{
    struct adapter *adapter = creation->device->adapter;
    uint32_t sets =
        creation->info.SupportedReadSegmentSet | creation->info.SupportedWriteSegmentSet;

    if (creation->request->type != D3DKMDT_STANDARDALLOCATION_GDISURFACE ||
        !is_linear(creation->request)) {
        return STATUS_SUCCESS;
    }
    for (uint32_t i = 0; i < adapter->vidmm->segment_count; i++) {
        const struct segment *segment = &adapter->vidmm->segments[i];

        if ((sets & (1u << i)) != 0 && !(segment->aperture && segment->cache_coherent)) {
            verify_report(
                adapter->machine, RULE_OPEN_18, "DxgkDdiCreateAllocation",
                "A GDI surface of type %d may be in segment %u, which is not a "
                "cache-coherent aperture: the CPU and the GPU would see different pixels.",
                (int)creation->request->gdi_type, segment->id);
            return STATUS_INVALID_PARAMETER;
        }
    }
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_createallocation.md */
static NTSTATUS create_in_driver(struct creation *creation)
{
    DXGKARG_CREATEALLOCATION args = {
        .pPrivateDriverData = creation->resource_bytes > 0 ? creation->resource_data : NULL,
        .PrivateDriverDataSize = creation->resource_bytes,
        .NumAllocations = 1,
        .pAllocationInfo = &creation->info,
        .Flags.Resource = creation->resource_bytes > 0,
    };
    NTSTATUS status;

    creation->info.pPrivateDriverData = creation->private_data;
    creation->info.PrivateDriverDataSize = creation->private_bytes;
    status = gate_CreateAllocation(creation->device->adapter, &args);
    if (status == STATUS_INVALID_PARAMETER || status == STATUS_GRAPHICS_DRIVER_MISMATCH) {
        verify_report(creation->device->adapter->machine, RULE_OPEN_16, "DxgkDdiCreateAllocation",
                      "%s was returned for the description that "
                      "DxgkDdiGetStandardAllocationDriverData had just made.",
                      verify_status_name(status));
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    creation->driver_resource = args.hResource;
    status = allocation_check_info(creation->device->adapter, &creation->info,
                                   creation->request->type ==
                                       D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE);
    if (NT_SUCCESS(status)) {
        status = check_coherent(creation);
    }
    if (!NT_SUCCESS(status) && creation->info.hAllocation != NULL) {
        destroy_in_driver(creation);
    }
    return status;
}

/* Source: nc-d3dkmddi-dxgkddi_openallocationinfo.md; rule OPEN-06: pitch is an output for GDI */
static NTSTATUS open_in_driver(struct creation *creation)
{
    DXGK_OPENALLOCATIONINFO open = {
        .hAllocation = creation->handle,
        .pPrivateDriverData = creation->private_data,
        .PrivateDriverDataSize = creation->private_bytes,
    };
    DXGKARG_OPENALLOCATION args = {
        .NumAllocations = 1,
        .pOpenAllocation = &open,
        .pPrivateDriverData = creation->resource_bytes > 0 ? creation->resource_data : NULL,
        .PrivateDriverSize = creation->resource_bytes,
        .Flags.Create = 1,
    };
    struct adapter *adapter = creation->device->adapter;
    NTSTATUS status = gate_OpenAllocation(adapter, creation->device->driver_handle, &args);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (open.hDeviceSpecificAllocation == NULL) {
        verify_report(
            adapter->machine, RULE_OPEN_02, "DxgkDdiOpenAllocation",
            "hDeviceSpecificAllocation is NULL on success; a NULL handle in an allocation list "
            "means 'unbind'. Return your own non-NULL handle.");
        return STATUS_INVALID_PARAMETER;
    }
    creation->device_handle = open.hDeviceSpecificAllocation;
    if (adapter->table.Version >= DXGKDDI_INTERFACE_VERSION_WIN8 && args.Pitch != 0) {
        creation->pitch = args.Pitch;
        creation->pitch_ddi = "DxgkDdiOpenAllocation";
    }
    return STATUS_SUCCESS;
}

static void close_in_driver(struct creation *creation)
{
    DXGKARG_CLOSEALLOCATION args = { .NumAllocations = 1,
                                     .pOpenHandleList = &creation->device_handle };

    (void)gate_CloseAllocation(creation->device->adapter, creation->device->driver_handle, &args);
}

static uint32_t pixel_bytes(D3DDDIFORMAT format)
{
    switch (format) {
    case D3DDDIFMT_UNKNOWN: /* a staging surface, whose width is its only measure */
    case D3DDDIFMT_A8:
    case D3DDDIFMT_P8:
        return 1;
    case D3DDDIFMT_R5G6B5:
        return 2;
    default:
        return 4;
    }
}

/* Source: ns-d3dkmdt-_d3dkmdt_gdisurfacedata.md */
static NTSTATUS check_pitch(const struct creation *creation)
{
    struct adapter *adapter = creation->device->adapter;
    const struct surface_request *request = creation->request;
    uint32_t row_bytes = request->width * pixel_bytes(request->format);
    uint32_t alignment = request->type == D3DKMDT_STANDARDALLOCATION_GDISURFACE
                             ? 1u << adapter->caps.PresentationCaps.AlignmentShift
                             : 1;

    if (!is_linear(request)) {
        return STATUS_SUCCESS;
    }
    if (creation->pitch < row_bytes || creation->pitch % alignment != 0) {
        verify_report(
            adapter->machine, RULE_OPEN_15, creation->pitch_ddi,
            "The pitch of a linear surface of %ux%u pixels is %u bytes. It must hold a row "
            "of %u bytes and be a multiple of %u.",
            request->width, request->height, creation->pitch, row_bytes, alignment);
        return STATUS_INVALID_PARAMETER;
    }
    if ((uint64_t)creation->pitch * request->height > creation->info.Size) {
        verify_report(
            adapter->machine, RULE_ALLOC_26, "DxgkDdiCreateAllocation",
            "A linear surface of %ux%u pixels with a pitch of %u bytes has a Size of %llu "
            "bytes: its last rows are beyond its end.",
            request->width, request->height, creation->pitch,
            (unsigned long long)creation->info.Size);
        return STATUS_INVALID_PARAMETER;
    }
    return STATUS_SUCCESS;
}

/* Source: display/requesting-to-rename-an-allocation.md: a length of 0 leaves it to the memory
 * manager. Choice: how far it goes then. */
#define RENAMING_LENGTH_MAX 64u

/* Source: ns-d3dkmddi-_dxgk_allocationinfoflags.md (FromEndOfSegment), and the directions of the
 * preferred segments. Choice: either of the two is enough. */
static uint32_t end_segments(const DXGK_ALLOCATIONINFO *info)
{
    const DXGK_SEGMENTPREFERENCE *preferred = &info->PreferredSegment;
    const uint32_t preferences[][2] = { { preferred->SegmentId0, preferred->Direction0 },
                                        { preferred->SegmentId1, preferred->Direction1 },
                                        { preferred->SegmentId2, preferred->Direction2 },
                                        { preferred->SegmentId3, preferred->Direction3 },
                                        { preferred->SegmentId4, preferred->Direction4 } };
    uint32_t segments = info->Flags.FromEndOfSegment ? UINT32_MAX : 0;

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(preferences); i++) {
        if (preferences[i][0] != 0 && preferences[i][1] != 0) {
            segments |= UINT32_C(1) << (preferences[i][0] - 1);
        }
    }
    return segments;
}

static struct vidmm_request placement_request(const DXGK_ALLOCATIONINFO *info)
{
    const DXGK_SEGMENTPREFERENCE *preferred = &info->PreferredSegment;

    return (struct vidmm_request){
        .size_bytes = info->Size,
        .alignment_bytes = info->Alignment,
        .read_segments = info->SupportedReadSegmentSet,
        .write_segments = info->SupportedWriteSegmentSet,
        .eviction_segments = info->EvictionSegmentSet,
        .preferred = { (uint8_t)preferred->SegmentId0, (uint8_t)preferred->SegmentId1,
                       (uint8_t)preferred->SegmentId2, (uint8_t)preferred->SegmentId3,
                       (uint8_t)preferred->SegmentId4 },
        .cpu_visible = info->Flags.CpuVisible,
        .cached = info->Flags.Cached,
        .permanent = info->Flags.PermanentSysMem || info->Flags.ExistingSysMem ||
                     info->Flags.ExistingKernelSysMem,
        .pinned = info->Flags.Overlay || info->Flags.Capture,
        .end_segments = end_segments(info),
        .synchronous = info->Flags.SynchronousPaging,
    };
}

void allocation_place(struct allocation *allocation, struct adapter *adapter,
                      const DXGK_ALLOCATIONINFO *info)
{
    struct vidmm_request request = placement_request(info);

    vidmm_allocation_init(adapter->vidmm, &allocation->placement, &request);
    allocation->driver_handle = info->hAllocation;
    allocation->cpu_visible = info->Flags.CpuVisible;
    allocation->use_alternate = info->Flags.UseAlternateVA;
    allocation->placement.driver_handle = info->hAllocation;
    allocation->placement.owner = allocation;
    allocation->current = &allocation->placement;
    list_init(&allocation->instances);
    allocation->instance_limit = info->MaximumRenamingListLength != 0
                                     ? info->MaximumRenamingListLength
                                     : RENAMING_LENGTH_MAX;
    wait_queue_init(&allocation->lock_turn);
    vidmm_allocation_set_priority(&allocation->placement, info->AllocationPriority);
    allocation->placement.number = adapter->next_allocation_number++;
    trace_emit(adapter->machine, TRACE_ALLOCATION_CREATE, allocation->placement.number,
               allocation->placement.request.size_bytes, 0);
}

static void finish(struct allocation *allocation, const struct creation *creation)
{
    struct adapter *adapter = creation->device->adapter;

    allocation_place(allocation, adapter, &creation->info);
    vidmm_allocation_charge(&allocation->placement, creation->device->process);
    allocation->device = creation->device;
    allocation->handle = creation->handle;
    allocation->driver_resource = creation->driver_resource;
    allocation->device_handle = creation->device_handle;
    allocation->request = *creation->request;
    allocation->pitch = creation->pitch;
    allocation->private_data = creation->private_data;
    allocation->private_bytes = creation->private_bytes;
    if (creation->resource_bytes > 0) {
        allocation->resource = handle_add(&adapter->dxgk->handles, HANDLE_RESOURCE, allocation);
    }
    creation->device->allocation_count++;
}

NTSTATUS dxgk_surface_create(struct device *device, const struct surface_request *request,
                             struct allocation **out)
{
    struct adapter *adapter = device->adapter;
    struct machine *machine = adapter->machine;
    struct creation creation = { .device = device, .request = request };
    struct allocation *allocation = MACHINE_NEW(machine, struct allocation);
    NTSTATUS status = get_driver_data(&creation);

    if (!NT_SUCCESS(status)) {
        goto free_data;
    }
    status = create_in_driver(&creation);
    if (!NT_SUCCESS(status)) {
        goto free_data;
    }
    /* GetHandleData must work inside OpenAllocation already (OPEN-04). */
    allocation->driver_handle = creation.info.hAllocation;
    allocation->driver_resource = creation.driver_resource;
    creation.handle = handle_add(&adapter->dxgk->handles, HANDLE_ALLOCATION, allocation);
    status = open_in_driver(&creation);
    if (!NT_SUCCESS(status)) {
        goto destroy;
    }
    status = check_pitch(&creation);
    if (!NT_SUCCESS(status)) {
        goto close;
    }
    finish(allocation, &creation);
    machine_heap_free(machine, creation.resource_data);
    *out = allocation;
    return STATUS_SUCCESS;

close:
    close_in_driver(&creation);
destroy:
    handle_remove(&adapter->dxgk->handles, creation.handle);
    destroy_in_driver(&creation);
free_data:
    machine_heap_free(machine, creation.resource_data);
    machine_heap_free(machine, creation.private_data);
    machine_heap_free(machine, allocation);
    return status;
}

void dxgk_allocation_destroy(struct allocation *allocation)
{
    if (allocation == NULL) {
        return;
    }

    struct device *device = allocation->device;
    struct adapter *adapter = device->adapter;
    DXGKARG_CLOSEALLOCATION close = { .NumAllocations = 1,
                                      .pOpenHandleList = &allocation->device_handle };
    DXGKARG_DESTROYALLOCATION destroy = { .NumAllocations = 1,
                                          .pAllocationList = &allocation->driver_handle,
                                          .hResource = allocation->driver_resource,
                                          .Flags.DestroyResource = allocation->resource != 0 };

    DXGH_ASSERT(allocation->lock_count == 0);
    WAIT_UNTIL(adapter->machine, &adapter->sched->retired, allocation->use_count == 0);
    present_desktop_gone(allocation);
    (void)gate_CloseAllocation(adapter, device->driver_handle, &close);
    allocation_fini(allocation);
    (void)gate_DestroyAllocation(adapter, &destroy);
    trace_emit(adapter->machine, TRACE_ALLOCATION_DESTROY, allocation->placement.number, 0, 0);
    device->allocation_count--;
    handle_remove(&adapter->dxgk->handles, allocation->handle);
    if (allocation->resource != 0) {
        handle_remove(&adapter->dxgk->handles, allocation->resource);
    }
    machine_heap_free(adapter->machine, allocation->private_data);
    machine_heap_free(adapter->machine, allocation);
}

uint32_t dxgk_allocation_width(const struct allocation *allocation)
{
    return allocation->request.width;
}

uint32_t dxgk_allocation_height(const struct allocation *allocation)
{
    return allocation->request.height;
}

uint32_t dxgk_allocation_pitch(const struct allocation *allocation)
{
    return allocation->pitch;
}

uint64_t dxgk_allocation_size(const struct allocation *allocation)
{
    return allocation->placement.request.size_bytes;
}

D3DDDIFORMAT dxgk_allocation_format(const struct allocation *allocation)
{
    return allocation->request.format;
}

NTSTATUS dxgk_allocation_lock(struct allocation *allocation, void **pointer)
{
    const struct lock_request request = { .wait = true };

    if (!allocation->cpu_visible) {
        return STATUS_INVALID_PARAMETER; /* ALLOC-20 */
    }
    if (allocation->device->state != DEVICE_OK) {
        return STATUS_DEVICE_REMOVED;
    }
    return allocation_lock(allocation, allocation->device, &request, pointer);
}

void dxgk_allocation_unlock(struct allocation *allocation)
{
    allocation_unlock(allocation);
}
