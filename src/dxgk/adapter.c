/* SPDX-License-Identifier: MIT */
#include "dxgk/adapter.h"

#include "dxgk/adapter_private.h"
#include "dxgk/display_private.h"
#include "dxgk/dma_watch.h"
#include "dxgk/driver.h"
#include "dxgk/escape.h"
#include "dxgk/gate_calls.h"
#include "dxgk/paging.h"
#include "dxgk/register_watch.h"
#include "dxgk/tdr.h"
#include "nt/nt.h"
#include "nt/pool.h"
#include "machine/heap.h"
#include "trace/trace.h"
#include "verify/names.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* In what StartDevice has to write: no count of anything. */
#define NOT_WRITTEN 0xCDCDCDCDu

NTSTATUS adapter_fail(struct adapter_error *error, NTSTATUS status, const char *step,
                      const char *format, ...)
{
    va_list arguments;

    error->status = status;
    error->step = step;
    va_start(arguments, format);
    (void)vsnprintf(error->text, sizeof(error->text), format, arguments);
    va_end(arguments);
    return status;
}

/* How the trace prints the numbers of this layer. */
/* What a DDI returned: most return a status, the others are named here. */
static const char *name_result(enum ddi ddi, uint64_t value)
{
    switch (ddi) {
    case DDI_InterruptRoutine:
        return value != 0 ? "TRUE" : "FALSE";
    case DDI_DpcRoutine:
    case DDI_ResetDevice:
    case DDI_Unload:
    case DDI_ControlEtwLogging:
        return "";
    default:
        return verify_status_name((int32_t)value);
    }
}

static const char *name_argument(const struct machine *machine, const struct trace_record *record,
                                 uint32_t index)
{
    uint64_t value = record->arguments[index];

    (void)machine;
    switch ((enum trace_event)record->event) {
    case TRACE_DDI_ENTER:
        return index == 0 && value < DDI_COUNT ? ddi_info((enum ddi)value)->name : NULL;
    case TRACE_DDI_LEAVE:
        return index == 0 && value < DDI_COUNT ? ddi_info((enum ddi)value)->name
                                               : name_result((enum ddi)record->arguments[0], value);
    case TRACE_BREACH:
        return index == 0 && value < RULE_COUNT ? rule_info((enum rule)value)->id : NULL;
    default:
        return NULL;
    }
}

static struct adapter *adapter_new(struct machine *machine, const struct adapter_config *config)
{
    struct adapter *adapter = MACHINE_NEW(machine, struct adapter);

    adapter->machine = machine;
    adapter->dxgk = dxgk_of(machine);
    adapter->board = config->board;
    adapter->handle = handle_add(&adapter->dxgk->handles, HANDLE_ADAPTER, adapter);
    list_push_back(&adapter->dxgk->adapters, &adapter->link);
    list_init(&adapter->devices);
    list_init(&adapter->context_allocations);
    list_init(&adapter->views);
    level_init(&adapter->levels);
    wait_queue_init(&adapter->clients.left);
    wait_queue_init(&adapter->vidpn_free);
    wait_queue_init(&adapter->hot_plug.done);
    adapter_post_init(adapter);
    trace_namer_set(machine, name_argument);
    verify_locator_set(machine, gate_locate);
    return adapter;
}

/* Source: nc-dispmprt-dxgkddi_add_device.md */
static NTSTATUS add_device(struct adapter *adapter, struct adapter_error *error)
{
    NTSTATUS status = gate_AddDevice(adapter, adapter->physical_device, &adapter->miniport_context);

    if (!NT_SUCCESS(status)) {
        return adapter_fail(error, status, "DxgkDdiAddDevice", "DxgkDdiAddDevice returned %s.",
                            verify_status_name(status));
    }
    if (adapter->miniport_context == NULL) {
        return adapter_fail(
            error, STATUS_NO_SUCH_DEVICE, "DxgkDdiAddDevice",
            "DxgkDdiAddDevice succeeded with a NULL context: the driver declines this "
            "adapter.");
    }
    adapter->added = true;
    return STATUS_SUCCESS;
}

/* What a driver takes to reach its board: given back whenever the board is. */
static uint32_t held_resources(struct machine *machine)
{
    struct nt_leaks leaks;

    nt_leaks(machine, &leaks);
    return leaks.mappings + leaks.mdls + leaks.contiguous;
}

/* Rules LIFE-05, -06, -09 and -11. Outputs that were not written count as zero. */
static void check_start(struct adapter *adapter, NTSTATUS status, ULONG *sources, ULONG *children)
{
    struct machine *machine = adapter->machine;

    if (!NT_SUCCESS(status)) {
        uint32_t held = held_resources(machine);

        if (held > adapter->leaks_at_start) {
            verify_report(machine, RULE_LIFE_09, "DxgkDdiStartDevice",
                          "DxgkDdiStartDevice returned %s and left %u mapping(s), MDL(s) or "
                          "block(s) of contiguous memory behind. Undo everything on the way out.",
                          verify_status_name(status), held - adapter->leaks_at_start);
        }
        if (adapter->restarted && status != STATUS_NO_MEMORY &&
            status != STATUS_INSUFFICIENT_RESOURCES) {
            verify_report(machine, RULE_LIFE_11, "DxgkDdiStartDevice",
                          "The driver was started before on this context and stopped; now it "
                          "returned %s. It must be possible to start it again.",
                          verify_status_name(status));
        }
        return;
    }
    if (*sources == NOT_WRITTEN || *children == NOT_WRITTEN) {
        verify_report(machine, RULE_LIFE_05, "DxgkDdiStartDevice",
                      "DxgkDdiStartDevice succeeded and did not write %s.",
                      *children == NOT_WRITTEN ? "NumberOfChildren"
                                               : "NumberOfVideoPresentSources");
        *sources = *sources == NOT_WRITTEN ? 0 : *sources;
        *children = *children == NOT_WRITTEN ? 0 : *children;
    }
    if (!adapter->asked_information) {
        verify_report(machine, RULE_LIFE_06, "DxgkDdiStartDevice",
                      "DxgkDdiStartDevice succeeded without DxgkCbGetDeviceInformation. Resources "
                      "may have moved since the last start: ask each time.");
    }
}

/* Rule LIFE-10. */
static void check_stop(struct adapter *adapter)
{
    uint32_t held = held_resources(adapter->machine);

    if (held > adapter->leaks_at_start) {
        verify_report(
            adapter->machine, RULE_LIFE_10, "DxgkDdiStopDevice",
            "DxgkDdiStopDevice left %u mapping(s), MDL(s) or block(s) of contiguous memory "
            "that were not there before DxgkDdiStartDevice. Give back what the start took.",
            held - adapter->leaks_at_start);
    }
}

/* Rule LIFE-12: the page says that the context block is freed here, so a block it is. */
static void remove_device(struct adapter *adapter)
{
    struct nt_pool_info before;
    struct nt_pool_info after;
    void *context = adapter->miniport_context;
    bool block = nt_pool_block_of(adapter->machine, context, &before) && before.driver;

    (void)gate_RemoveDevice(adapter);
    if (block && nt_pool_block_of(adapter->machine, context, &after) && after.pc == before.pc &&
        after.start == before.start) {
        verify_report(adapter->machine, RULE_LIFE_12, "DxgkDdiRemoveDevice",
                      "DxgkDdiRemoveDevice returned and the context block of DxgkDdiAddDevice, %zu "
                      "bytes, is still allocated.",
                      after.bytes);
    }
}

/* Source: nc-dispmprt-dxgkddi_start_device.md */
static NTSTATUS start_device(struct adapter *adapter, struct adapter_error *error)
{
    DXGK_START_INFO start_info = { .RequiredDmaQueueEntry = SCHED_HARDWARE_DEPTH,
                                   .AdapterLuid.LowPart = adapter->handle };
    ULONG sources = NOT_WRITTEN;
    ULONG children = NOT_WRITTEN;
    NTSTATUS status;

    adapter->device_info.MiniportDeviceContext = adapter->miniport_context;
    adapter_interface_fill(adapter);
    adapter->lent = adapter->interface;
    adapter->interface_valid = true;
    adapter->asked_information = false;
    adapter->leaks_at_start = held_resources(adapter->machine);
    adapter_interrupt_connect(adapter);
    status = gate_StartDevice(adapter, &start_info, &adapter->lent, &sources, &children);
    adapter_interface_spoil(&adapter->lent);
    check_start(adapter, status, &sources, &children);
    if (!NT_SUCCESS(status)) {
        adapter_interrupt_disconnect(adapter);
        adapter->interface_valid = false;
        return adapter_fail(
            error, status, "DxgkDdiStartDevice",
            "DxgkDdiStartDevice returned %s. Windows falls back to the basic display "
            "driver.",
            verify_status_name(status));
    }
    adapter->started = true;
    adapter->restarted = true;
    if (children > ADAPTER_CHILDREN_MAX || sources > D3DKMDT_MAX_VIDPN_SOURCES_BITCOUNT) {
        return adapter_fail(
            error, STATUS_INVALID_PARAMETER, "DxgkDdiStartDevice",
            "The driver reports %u children and %u video present sources; the kernel "
            "handles up to %u and %u.",
            children, sources, ADAPTER_CHILDREN_MAX, (unsigned)D3DKMDT_MAX_VIDPN_SOURCES_BITCOUNT);
    }
    adapter->source_count = sources;
    adapter->child_count = children;
    return STATUS_SUCCESS;
}

/* A display-only driver has no engines and no memory of its own to manage, but its interrupts are
 * looked at in the same way. */
static NTSTATUS make_managers(struct adapter *adapter, struct adapter_error *error)
{
    adapter->sched = sched_create(adapter->machine, adapter->node_count);
    tdr_attach(adapter);
    if (adapter->display_only) {
        return STATUS_SUCCESS;
    }
    adapter->vidmm = vidmm_create(adapter->machine, &paging_vidmm_ops, adapter);
    if (adapter->vidmm == NULL) {
        return adapter_fail(error, STATUS_NO_MEMORY, "memory manager",
                            "The machine is out of memory; give it more with --memory.");
    }
    return STATUS_SUCCESS;
}

/* From DxgkDdiStartDevice on: what a stop undoes. */
static NTSTATUS start_up(struct adapter *adapter, struct adapter_error *error)
{
    NTSTATUS status;

    register_watch_begin(adapter->machine);
    status = start_device(adapter, error);
    if (NT_SUCCESS(status)) {
        status = adapter_caps_query(adapter, error);
    }
    if (NT_SUCCESS(status)) {
        status = make_managers(adapter, error);
    }
    if (NT_SUCCESS(status) && !adapter->display_only) {
        status = adapter_segments_query(adapter, error);
    }
    if (NT_SUCCESS(status)) {
        status = adapter_children_query(adapter, error);
    }
    if (NT_SUCCESS(status)) {
        adapter_nodes_check(adapter);
        adapter_display_start(adapter);
        adapter_hot_plug_open(adapter);
    }
    return status;
}

static void shut_down(struct adapter *adapter)
{
    DXGH_ASSERT(adapter->device_count == 0 && adapter->clients.inside == 0);
    adapter_hot_plug_close(adapter);
    escape_block_free(adapter);
    adapter_display_stop(adapter);
    paging_destroy(adapter);
    if (adapter->sched != NULL) {
        sched_wait_idle(adapter->sched);
    }
    if (adapter->started) {
        adapter_device_stop(adapter);
        adapter_interrupt_disconnect(adapter);
        adapter->interface_valid = false;
        check_stop(adapter);
    }
    sched_destroy(adapter->sched);
    adapter->sched = NULL;
    tdr_destroy(adapter);
    vidmm_destroy(adapter->vidmm);
    dma_watch_fini(adapter);
    machine_heap_free(adapter->machine, adapter->swizzling);
    adapter->vidmm = NULL;
    adapter->swizzling = NULL;
    memset(adapter->children, 0, sizeof(adapter->children));
    adapter->child_count = 0;
    adapter->source_count = 0;
}

static NTSTATUS bring_up(struct adapter *adapter, const struct adapter_config *config,
                         struct adapter_error *error)
{
    NTSTATUS status = driver_load(adapter, config->driver_path, error);

    if (NT_SUCCESS(status)) {
        status = adapter_table_check(adapter, error);
    }
    if (NT_SUCCESS(status)) {
        adapter_resident_check(adapter);
    }
    if (NT_SUCCESS(status)) {
        status = adapter_resources_build(adapter);
    }
    if (NT_SUCCESS(status)) {
        status = add_device(adapter, error);
    }
    if (NT_SUCCESS(status)) {
        status = start_up(adapter, error);
    }
    return status;
}

NTSTATUS dxgk_adapter_create(struct machine *machine, const struct adapter_config *config,
                             struct adapter **out, struct adapter_error *error)
{
    struct adapter *adapter = adapter_new(machine, config);
    NTSTATUS status = bring_up(adapter, config, error);

    if (!NT_SUCCESS(status)) {
        dxgk_adapter_destroy(adapter);
        *out = NULL;
        return status;
    }
    *out = adapter;
    return STATUS_SUCCESS;
}

/* Undoes whatever of the bring-up was done, in reverse order. */
void dxgk_adapter_destroy(struct adapter *adapter)
{
    if (adapter == NULL) {
        return;
    }
    shut_down(adapter);
    if (adapter->added) {
        remove_device(adapter);
    }
    driver_unload(adapter);
    machine_heap_free(adapter->machine, adapter->resources);
    list_remove(&adapter->link);
    handle_remove(&adapter->dxgk->handles, adapter->handle);
    machine_heap_free(adapter->machine, adapter);
}

NTSTATUS dxgk_adapter_restart(struct adapter *adapter, struct adapter_error *error)
{
    shut_down(adapter);
    return start_up(adapter, error);
}

struct machine *dxgk_adapter_machine(const struct adapter *adapter)
{
    return adapter->machine;
}

const DXGK_DRIVERCAPS *dxgk_adapter_caps(const struct adapter *adapter)
{
    return &adapter->caps;
}

uint32_t dxgk_adapter_version(const struct adapter *adapter)
{
    return adapter->table.Version;
}

bool dxgk_adapter_is_display_only(const struct adapter *adapter)
{
    return adapter->display_only;
}

uint32_t dxgk_adapter_node_count(const struct adapter *adapter)
{
    return adapter->node_count;
}

/* Source: display/gdi-hardware-acceleration.md; rules RENDERKM-01, QAI-28 */
bool dxgk_adapter_has_gdi(const struct adapter *adapter)
{
    bool coherent = adapter->caps.PresentationCaps.NoCacheCoherentApertureMemory;

    for (uint32_t i = 0; adapter->vidmm != NULL && i < adapter->vidmm->segment_count; i++) {
        coherent |=
            adapter->vidmm->segments[i].aperture && adapter->vidmm->segments[i].cache_coherent;
    }
    return coherent && adapter->table.DxgkDdiRenderKm != NULL &&
           adapter->caps.PresentationCaps.SupportKernelModeCommandBuffer;
}
