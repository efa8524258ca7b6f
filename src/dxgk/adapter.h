/* SPDX-License-Identifier: MIT */
/*
 * An adapter: one driver, one board, from DriverEntry to DxgkDdiUnload.
 *
 * dxgk_adapter_create walks the bring-up that Windows walks: load the image, DriverEntry and
 * DxgkInitialize, AddDevice, StartDevice, child relations and status, caps, segments, node
 * metadata. Where Windows would refuse the adapter, the reason is in the error and, when it is the
 * driver's doing, in a report. dxgk_adapter_destroy walks back and reports what the driver left
 * behind.
 */
#ifndef DXGK_ADAPTER_H
#define DXGK_ADAPTER_H

#include "machine/device_host.h"
#include "machine/machine.h"

#include <dispmprt.h>

struct adapter;
struct process;

struct adapter_config {
    const char *driver_path;   /* shared object of the miniport */
    struct device_host *board; /* plugged in already; not owned */
};

/* Why an adapter did not start, in words: what was expected, what was seen, what to do. */
struct adapter_error {
    NTSTATUS status;
    const char *step; /* "DriverEntry", "DxgkDdiStartDevice", "caps", ...; static text */
    char text[512];
};

/**
 * dxgk_adapter_create - bring an adapter up
 * @adapter: receives the adapter; NULL on failure, with everything already undone
 * @error: receives the reason on failure
 * Returns: STATUS_SUCCESS, or the status that ended the start.
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_adapter_create(struct machine *machine, const struct adapter_config *config,
                             struct adapter **adapter, struct adapter_error *error);

/**
 * dxgk_adapter_destroy - stop, remove and unload. Accepts NULL.
 * Every device must be gone. Leaks of the driver's become reports.
 * IRQL: PASSIVE_LEVEL.
 */
void dxgk_adapter_destroy(struct adapter *adapter);

/**
 * dxgk_adapter_restart - stop the device and start it again, as PnP does to rebalance resources
 * Every device and display must be gone. A POST display goes to the kernel and back.
 * Returns: STATUS_SUCCESS; else the adapter is stopped, can only be destroyed, and error says why.
 * IRQL: PASSIVE_LEVEL. Source: nc-dispmprt-dxgkddi_stop_device.md; rule LIFE-11
 */
NTSTATUS dxgk_adapter_restart(struct adapter *adapter, struct adapter_error *error);
/** dxgk_software_path - of the registry key where a driver of this board keeps its settings */
void dxgk_software_path(const struct device_host *board, char *path, size_t path_bytes);

/* What clients may know of an adapter. All constant while it is started. */
struct machine *dxgk_adapter_machine(const struct adapter *adapter);
const DXGK_DRIVERCAPS *dxgk_adapter_caps(const struct adapter *adapter);
uint32_t dxgk_adapter_version(
    const struct adapter *adapter); /* DXGKDDI_INTERFACE_VERSION it gave */
uint32_t dxgk_adapter_node_count(const struct adapter *adapter);
/** dxgk_adapter_is_display_only - the driver called DxgkInitializeDisplayOnlyDriver */
bool dxgk_adapter_is_display_only(const struct adapter *adapter);
/** dxgk_adapter_has_gdi - RenderKm, SupportKernelModeCommandBuffer and a coherent aperture */
bool dxgk_adapter_has_gdi(const struct adapter *adapter);

#endif /* DXGK_ADAPTER_H */
