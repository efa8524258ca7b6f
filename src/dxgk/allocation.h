/* SPDX-License-Identifier: MIT */
/* Allocations: DxgkDdiCreateAllocation and DxgkDdiOpenAllocation, and the CPU's view of the memory.
 */
#ifndef DXGK_ALLOCATION_H
#define DXGK_ALLOCATION_H

#include "dxgk/device.h"

struct allocation;

/* A surface the kernel makes for itself; the driver lays it out in
 * DxgkDdiGetStandardAllocationDriverData. */
struct surface_request {
    D3DKMDT_STANDARDALLOCATION_TYPE
    type;                            /* SHAREDPRIMARYSURFACE, STAGINGSURFACE, GDISURFACE, ... */
    D3DKMDT_GDISURFACETYPE gdi_type; /* for GDISURFACE */
    uint32_t width;                  /* pixels */
    uint32_t height;                 /* pixels */
    D3DDDIFORMAT format;
    D3DDDI_RATIONAL refresh_rate; /* for SHAREDPRIMARYSURFACE */
    uint32_t source_id;           /* for SHAREDPRIMARYSURFACE: VidPN source */
};

/* How the CPU wants to have an allocation. */
struct lock_request {
    bool wait;    /* until the GPU has finished; else STATUS_GRAPHICS_ALLOCATION_BUSY */
    bool discard; /* the content is not needed: the CPU may be given other memory at once */
    bool linear;  /* through a swizzling range of the driver's (AcquireAperture) */
    bool read_only;
    bool
        alternate; /* with linear: wherever it is, at an address of the driver's (UseAlternateVA) */
    bool by_client;        /* its view of video memory is taken away during a reset */
    uint32_t private_data; /* with linear: for the driver */
};

/**
 * dxgk_surface_create - a standard allocation, created and opened on a device
 * Calls GetStandardAllocationDriverData twice (sizes, then data), CreateAllocation, OpenAllocation.
 * Source: ddi nc-d3dkmddi-dxgkddi_getstandardallocationdriverdata
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_surface_create(struct device *device, const struct surface_request *request,
                             struct allocation **allocation);
/**
 * dxgk_allocation_destroy - close and destroy. Waits for work that uses it. Accepts NULL.
 * IRQL: PASSIVE_LEVEL.
 */
void dxgk_allocation_destroy(struct allocation *allocation);

uint32_t dxgk_allocation_width(const struct allocation *allocation);
uint32_t dxgk_allocation_height(const struct allocation *allocation);
uint32_t dxgk_allocation_pitch(const struct allocation *allocation); /* bytes */
uint64_t dxgk_allocation_size(const struct allocation *allocation);  /* bytes */
D3DDDIFORMAT dxgk_allocation_format(const struct allocation *allocation);

/**
 * dxgk_allocation_lock - the CPU's pointer to the content
 * Waits until the GPU has finished with the allocation. The pointer is valid until unlock; the
 * allocation is not moved meanwhile.
 * Returns: STATUS_SUCCESS; STATUS_INVALID_PARAMETER when the allocation is not CpuVisible;
 * STATUS_DEVICE_REMOVED; STATUS_NO_MEMORY.
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_allocation_lock(struct allocation *allocation, void **pointer);
void dxgk_allocation_unlock(struct allocation *allocation);

#endif /* DXGK_ALLOCATION_H */
