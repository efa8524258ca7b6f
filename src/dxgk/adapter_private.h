/* SPDX-License-Identifier: MIT */
/* The adapter's own state, for the files of this layer. */
#ifndef DXGK_ADAPTER_PRIVATE_H
#define DXGK_ADAPTER_PRIVATE_H

#include "dxgk/adapter.h"
#include "dxgk/gate.h"
#include "dxgk/level.h"
#include "object/handle.h"
#include "sched/sched.h"
#include "vidmm/vidmm.h"

#define ADAPTER_CHILDREN_MAX 64u
#define ADAPTER_EDID_BYTES 256u

struct nt_driver;
struct nt_image;
struct paging;

/* What DxgkInitialize was given, until the adapter takes it over. */
struct driver_registration {
    bool present;
    DRIVER_OBJECT *driver_object;
    DRIVER_INITIALIZATION_DATA table; /* zeroed beyond what the driver's Version has */
};

/* State of the layer, one per machine. */
struct dxgk {
    struct machine *machine;
    struct handle_table handles; /* adapters, resources, allocations: what callbacks resolve */
    struct driver_registration registration;
    struct list adapters;
    struct ddi_statistics statistics[DDI_COUNT]; /* survive their adapters, for the report */
};

/* One connector, as QueryChildRelations and QueryChildStatus told. Constant while started. */
struct adapter_child {
    DXGK_CHILD_DESCRIPTOR descriptor;
    bool connected;
    uint32_t edid_bytes; /* 0: no descriptor */
    uint8_t edid[ADAPTER_EDID_BYTES];
};

/* Interrupt and DPC bookkeeping. Changed at DIRQL and in the DPC. */
struct adapter_interrupt {
    bool connected;
    bool in_service;         /* an ISR pass is running */
    bool notified;           /* NotifyInterrupt was called and no DPC has followed yet */
    bool dpc_queued_in_pass; /* QueueDpc was called in the running pass */
    bool notify_dpc_seen;    /* NotifyDpc was called in the running DPC */
    KDPC dpc;
    uint64_t vsync_count;
};

struct adapter {
    /* constant after dxgk_adapter_create */
    struct machine *machine;
    struct dxgk *dxgk;
    struct list link; /* dxgk->adapters */
    uint32_t handle;  /* DeviceHandle of DXGKRNL_INTERFACE */
    struct device_host *board;
    struct nt_image *image;
    struct nt_driver *driver;
    DEVICE_OBJECT *physical_device;
    DRIVER_INITIALIZATION_DATA table;
    PVOID miniport_context;
    DXGKRNL_INTERFACE interface;
    DXGK_DEVICE_INFO device_info; /* what GetDeviceInformation answers */
    CM_RESOURCE_LIST *resources;
    DXGK_DRIVERCAPS caps;
    uint32_t node_count;
    uint32_t source_count;
    uint32_t child_count;
    struct adapter_child children[ADAPTER_CHILDREN_MAX];

    bool added;   /* AddDevice succeeded */
    bool started; /* StartDevice succeeded */

    struct sched *sched;
    struct vidmm *vidmm;
    struct paging *paging;
    struct level_state levels;
    struct adapter_interrupt interrupt;
    uint64_t next_allocation_number;
    uint32_t device_count;
    void *display; /* display_path.c: the committed VidPN and its mode; NULL before the first */
};

/** dxgk_of - the layer's state of a machine, made on first use */
struct dxgk *dxgk_of(struct machine *machine);

/** adapter_fail - fill in an error and pass its status on */
NTSTATUS adapter_fail(struct adapter_error *error, NTSTATUS status, const char *step,
                      const char *format, ...) DXGH_PRINTF(4, 5);

/* Steps of the bring-up, each with what undoes it. */
NTSTATUS adapter_resources_build(struct adapter *adapter);
void adapter_interface_fill(struct adapter *adapter);
NTSTATUS adapter_table_check(struct adapter *adapter, struct adapter_error *error);
NTSTATUS adapter_caps_query(struct adapter *adapter, struct adapter_error *error);
NTSTATUS adapter_segments_query(struct adapter *adapter, struct adapter_error *error);
NTSTATUS adapter_children_query(struct adapter *adapter, struct adapter_error *error);
void adapter_interrupt_connect(struct adapter *adapter);
void adapter_interrupt_disconnect(struct adapter *adapter);

/** adapter_from_handle - DeviceHandle of a callback; reports and returns NULL for anything else */
struct adapter *adapter_from_handle(const char *callback, HANDLE handle);

#endif /* DXGK_ADAPTER_PRIVATE_H */
