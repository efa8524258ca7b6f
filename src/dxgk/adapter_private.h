/* SPDX-License-Identifier: MIT */
/* The adapter's own state, for the files of this layer. */
#ifndef DXGK_ADAPTER_PRIVATE_H
#define DXGK_ADAPTER_PRIVATE_H

#include "dxgk/adapter.h"
#include "dxgk/gate.h"
#include "dxgk/level.h"
#include "dxgk/present_progress.h"
#include "object/handle.h"
#include "sched/sched.h"
#include "vidmm/vidmm.h"

#include <d3dkmthk.h>

#define ADAPTER_CHILDREN_MAX 64u
#define ADAPTER_EDID_BYTES 256u

/* Bytes of the kernel's own that a driver may ask for in one request. Choice: no page names a
 * limit; beyond this the answer is that of memory that is not there. */
#define ADAPTER_REQUEST_BYTES_MAX (UINT64_C(64) << 20)

struct audit;
struct nt_driver;
struct nt_image;
struct paging;
struct swizzling;
struct tdr;

/* Both tables a driver can register, as one: a display-only driver fills the slots that
 * KMDDOD_INITIALIZATION_DATA has, and has one of its own. */
struct driver_table {
    DRIVER_INITIALIZATION_DATA; /* zeroed beyond what the driver's Version has */
    PDXGKDDI_PRESENTDISPLAYONLY DxgkDdiPresentDisplayOnly;
};

/* What DxgkInitialize was given, until the adapter takes it over. */
struct driver_registration {
    bool present;
    bool display_only; /* by DxgkInitializeDisplayOnlyDriver */
    DRIVER_OBJECT *driver_object;
    struct driver_table table;
};

/* A DDI that returned an error. */
struct ddi_failure {
    enum ddi ddi;
    NTSTATUS status; /* 0: none did so far */
    const struct adapter *adapter;
    uint64_t event; /* how many there were in the trace */
};

/* State of the layer, one per machine. */
struct dxgk {
    struct machine *machine;
    struct handle_table handles; /* adapters, resources, allocations: what callbacks resolve */
    struct driver_registration registration;
    struct list adapters;
    struct ddi_statistics statistics[DDI_COUNT]; /* survive their adapters, for the report */
    struct ddi_failure failure;                  /* the last one */
    struct list dumps;                           /* struct dump.link, likewise: dxgk/dump.h */
    uint32_t dump_count;
    struct adapter *stopped; /* whose bug check ended the machine; NULL: not an adapter's own */
    /* who hears of the machine's events after escape.c; NULL before the first escape */
    void (*observer)(struct machine *machine, enum machine_event event, uint64_t a, uint64_t b);
};

/* One connector, as QueryChildRelations and QueryChildStatus told. */
struct adapter_child {
    DXGK_CHILD_DESCRIPTOR descriptor; /* constant while started */
    bool connected;
    bool news; /* DxgkCbIndicateChildStatus has told, and nobody has looked yet */
    bool news_connected;
    uint32_t edid_bytes; /* 0: no descriptor */
    uint8_t edid[ADAPTER_EDID_BYTES];
};

/* Hot plug: dxgk/hot_plug.c. */
struct adapter_hot_plug {
    bool open;            /* the display is up; before and after, news stays where it is */
    bool queued;          /* item waits or runs */
    WORK_QUEUE_ITEM item; /* constant while queued */
    uint64_t handled;     /* news worked off */
    struct wait_queue done;
};

/* One run of the interrupt routine. */
struct interrupt_pass {
    bool serving;
    bool crtc_reported; /* a vertical blank was reported in it */
    ULONG message;
};

/* Interrupt and DPC bookkeeping. Changed at DIRQL and in the DPC. */
struct adapter_interrupt {
    bool connected;
    bool in_service;         /* an ISR pass is running */
    bool notified;           /* NotifyInterrupt was called and no DPC has followed yet */
    bool synchronizing;      /* a routine of DxgkCbSynchronizeExecution is running */
    bool notified_in_pass;   /* NotifyInterrupt was called in the running pass */
    bool dpc_queued_in_pass; /* QueueDpc was called in the running pass */
    /* by processor: NotifyDpc was called in the DPC that runs there */
    bool notify_dpc_seen[MACHINE_PROCESSORS_MAX];
    struct interrupt_pass passes[MACHINE_PROCESSORS_MAX]; /* by processor */
    KDPC dpc;
    uint64_t vsync_count;
};

/* Clients that have the adapter open: dxgk/client.c. */
struct adapter_clients {
    bool revoked;           /* stopped or removed: no call of a client begins any more */
    uint32_t inside;        /* calls under way */
    struct wait_queue left; /* who waits for that to become 0 */
};

/* Memory that escapes reuse: dxgk/escape.c. */
struct adapter_escape {
    void *block; /* one block of pool, NULL before the first escape */
    bool in_use;
};

/* One interrupt line or message of the board. Constant while it is connected. */
struct adapter_line {
    struct adapter *adapter;
    ULONG message; /* MessageNumber of DxgkDdiInterruptRoutine; 0 for a line */
};

/* The POST display: the mode that firmware, or the driver before this start, left on the board. */
struct adapter_post {
    bool present;                     /* there is a mode, and nobody owns it */
    DXGK_DISPLAY_INFORMATION display; /* while present */
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
    struct driver_table table;
    bool display_only; /* registered by DxgkInitializeDisplayOnlyDriver */
    PVOID miniport_context;
    DXGKRNL_INTERFACE interface;
    WCHAR registry_path[256];     /* its DeviceRegistryPath */
    DXGK_DEVICE_INFO device_info; /* what GetDeviceInformation answers */
    CM_RESOURCE_LIST *resources;
    DXGK_DRIVERCAPS caps;
    uint32_t node_count;
    uint32_t source_count;
    uint32_t child_count;
    struct adapter_child children[ADAPTER_CHILDREN_MAX];

    bool interface_valid;      /* from StartDevice to StopDevice: the driver may call back */
    bool asked_information;    /* DxgkCbGetDeviceInformation was called since StartDevice began */
    bool restarted;            /* StartDevice has succeeded before on this context */
    uint32_t power_references; /* DxgkCbSetPowerComponentActive less Idle */
    uint32_t leaks_at_start;   /* what the driver held when StartDevice began: mappings only */
    DXGKRNL_INTERFACE lent;    /* what StartDevice is given; worthless once it has returned */
    bool added;                /* AddDevice succeeded */
    bool started;              /* StartDevice succeeded */

    struct sched *sched;
    struct vidmm *vidmm;
    struct paging *paging;
    struct tdr *tdr;
    struct list devices;         /* struct device.link */
    struct list views;           /* struct cpu_view.link: clients' windows on video memory */
    const struct audit *audit;   /* NULL: nobody looks */
    struct dma_watch *dma_watch; /* NULL: no DMA buffer yet */
    struct level_state levels;
    struct adapter_interrupt interrupt;
    struct adapter_line lines[DEVICE_HOST_MESSAGES_MAX];
    struct adapter_clients clients;
    struct adapter_escape escape;
    struct allocation *flipped; /* a client's primary on the screen instead of the desktop's; pinned
                                 */
    D3DKMT_ADAPTER_VERIFIER_VIDMM_FLAGS verifier; /* that were asked for */
    uint64_t next_allocation_number;
    struct list context_allocations; /* struct context_allocation.link */
    bool collecting;                 /* a thread frees those that the driver destroyed */
    struct swizzling *swizzling;     /* NULL before the first range is wanted */
    uint32_t device_count;
    struct fiber *vidpn_owner;    /* who works on a VidPN: one at a time; NULL: nobody */
    struct wait_queue vidpn_free; /* who waits for that */
    struct adapter_post post;
    struct adapter_hot_plug hot_plug;
    struct present_progress present_progress; /* of a display-only driver */
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
/** adapter_interface_spoil - make a lent table worthless: each call through it is rule LIFE-04 */
void adapter_interface_spoil(DXGKRNL_INTERFACE *table);
NTSTATUS adapter_table_check(struct adapter *adapter, struct adapter_error *error);
/** adapter_resident_check - report DDIs in the PAGE section that must not be there; resident.c */
void adapter_resident_check(struct adapter *adapter);
NTSTATUS adapter_caps_query(struct adapter *adapter, struct adapter_error *error);
NTSTATUS adapter_segments_query(struct adapter *adapter, struct adapter_error *error);
NTSTATUS adapter_children_query(struct adapter *adapter, struct adapter_error *error);
/**
 * adapter_child_describe - read a connected child's EDID again, or forget it
 * IRQL: PASSIVE_LEVEL.
 */
void adapter_child_describe(struct adapter *adapter, struct adapter_child *child);
/** adapter_hot_plug_open - news of children is worked off from now on, and what came before */
void adapter_hot_plug_open(struct adapter *adapter);
/** adapter_hot_plug_close - no more; waits for what is under way. IRQL: PASSIVE_LEVEL. */
void adapter_hot_plug_close(struct adapter *adapter);
/** adapter_nodes_check - what a WDDM 1.3 driver says of each node; rules START-01 and VSYNC-06 */
void adapter_nodes_check(struct adapter *adapter);
void adapter_post_init(struct adapter *adapter);

/** adapter_device_stop - DxgkDdiStopDeviceAndReleasePostDisplayOwnership or DxgkDdiStopDevice */
void adapter_device_stop(struct adapter *adapter);
void adapter_interrupt_connect(struct adapter *adapter);
void adapter_interrupt_disconnect(struct adapter *adapter);
/**
 * adapter_line_hold - keep one of the board's lines back and go to its IRQL
 * No interrupt routine of the adapter runs until adapter_line_release, after which the caller
 * lowers the IRQL. The line is connected. IRQL: <= DISPATCH_LEVEL.
 */
struct interrupt_line *adapter_line_hold(struct adapter *adapter, uint32_t message);
void adapter_line_release(struct adapter *adapter, struct interrupt_line *line);
/**
 * adapter_lines_see, adapter_lines_seen - around a call that finds everybody else standing still
 * At a bug check Windows holds the other processors, so what interrupt routines did is seen, and
 * what they do next comes after. Choice: the same for the dump of a timeout. Says it to
 * ThreadSanitizer; costs nothing without.
 */
void adapter_lines_see(struct adapter *adapter);
void adapter_lines_seen(struct adapter *adapter);

/** adapter_from_handle - DeviceHandle of a callback; reports and returns NULL for anything else */
struct adapter *adapter_from_handle(const char *callback, HANDLE handle);

#endif /* DXGK_ADAPTER_PRIVATE_H */
