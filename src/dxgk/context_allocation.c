/* SPDX-License-Identifier: MIT */
#include "dxgk/context_allocation.h"

#include "dxgk/callbacks.h"
#include "dxgk/gate.h"
#include "machine/fiber.h"
#include "machine/heap.h"
#include "machine/schedule.h"
#include "trace/trace.h"
#include "verify/verify.h"

static const char create_name[] = "DxgkCbCreateContextAllocation";

static bool belongs_to(const struct context_allocation *area, const struct context *context)
{
    return area->context == context || area->device == context->device;
}

uint32_t context_allocation_uses(const struct context *context, struct vidmm_reference *uses)
{
    uint32_t count = 0;

    LIST_FOR_EACH(link, &context->device->adapter->context_allocations) {
        struct context_allocation *area = LIST_ENTRY_OF(link, struct context_allocation, link);

        if (!area->destroyed && belongs_to(area, context) && count < CONTEXT_ALLOCATIONS_MAX) {
            uses[count++] =
                (struct vidmm_reference){ .allocation = &area->placement, .written = true };
        }
    }
    return count;
}

static void destroy(struct adapter *adapter, struct context_allocation *area)
{
    area->going = true;
    WAIT_UNTIL(adapter->machine, &adapter->sched->retired, area->placement.users == 0);
    list_remove(&area->link);
    vidmm_allocation_fini(&area->placement);
    machine_heap_free(adapter->machine, area);
    wait_queue_wake(adapter->machine, &adapter->sched->retired);
}

static bool has_ended(const struct context_allocation *area, const struct context *context,
                      const struct device *device)
{
    return (context != NULL && area->context == context) ||
           (device != NULL && area->device == device);
}

/* The list may change while one is freed: look again from the start. */
static struct context_allocation *next_to_go(struct adapter *adapter, const struct context *context,
                                             const struct device *device)
{
    LIST_FOR_EACH(link, &adapter->context_allocations) {
        struct context_allocation *area = LIST_ENTRY_OF(link, struct context_allocation, link);

        if (!area->going && (area->destroyed || has_ended(area, context, device))) {
            return area;
        }
    }
    return NULL;
}

void context_allocation_collect(struct adapter *adapter, const struct context *context,
                                const struct device *device)
{
    struct context_allocation *area;

    while ((area = next_to_go(adapter, context, device)) != NULL) {
        if (!area->destroyed) {
            verify_report(adapter->machine, RULE_CTXALLOC_06, create_name,
                          "A context allocation of %llu bytes was still there when its %s had been "
                          "destroyed. Call DxgkCbDestroyContextAllocation for each before that.",
                          (unsigned long long)area->placement.request.size_bytes,
                          area->device != NULL ? "device" : "context");
            handle_remove(&adapter->dxgk->handles, area->handle);
        }
        destroy(adapter, area);
    }
    if (context != NULL || device != NULL) { /* whoever else is at it looks at them, too */
        WAIT_UNTIL(adapter->machine, &adapter->sched->retired, !adapter->collecting);
    }
}

static void collector(void *argument)
{
    struct adapter *adapter = argument;

    context_allocation_collect(adapter, NULL, NULL);
    adapter->collecting = false;
    wait_queue_wake(adapter->machine, &adapter->sched->retired);
    schedule_exit(adapter->machine);
}

/* Without a thread they go when the next context ends. */
static void start_collector(struct adapter *adapter)
{
    struct fiber *fiber = adapter->collecting
                              ? NULL
                              : fiber_create(adapter->machine, collector, adapter, "collector");

    if (fiber != NULL) {
        adapter->collecting = true;
        schedule_ready(adapter->machine, fiber);
    }
}

/* Creation */

static bool check_segments(const struct adapter *adapter,
                           const DXGKARGCB_CREATECONTEXTALLOCATION *args)
{
    uint32_t existing = (uint32_t)((UINT64_C(1) << adapter->vidmm->segment_count) - 1);

    return args->SupportedSegmentSet != 0 && (args->SupportedSegmentSet & ~existing) == 0;
}

static bool refuse_system(struct adapter *adapter)
{
    verify_report(adapter->machine, RULE_CTXALLOC_01, create_name,
                  "hDevice is the system device's. Context allocations are for the contexts and "
                  "devices of clients; keep what paging needs in memory of your own.");
    return false;
}

/* Source: nc-d3dkmddi-dxgkcb_createcontextallocation.md; rule PAGING-34 */
static void check_visible(struct adapter *adapter, const DXGKARGCB_CREATECONTEXTALLOCATION *args)
{
    bool in_memory = false;

    for (uint32_t id = 1; id <= adapter->vidmm->segment_count; id++) {
        in_memory |= (args->SupportedSegmentSet & (1u << (id - 1))) != 0 &&
                     !vidmm_segment(adapter->vidmm, id)->aperture;
    }
    if (args->Flags.CpuVisible && (!args->Flags.Protected || in_memory)) {
        verify_report(adapter->machine, RULE_CTXALLOC_04, create_name,
                      "CpuVisible is set %s: VirtualAddress will be NULL in "
                      "DXGK_OPERATION_INIT_CONTEXT_RESOURCE. Set Protected as well, and name "
                      "aperture segments only.",
                      in_memory ? "for memory segments" : "without Protected");
    }
}

/* Whose it is. Rule CTXALLOC-02. */
static bool find_owner(struct adapter *adapter, const DXGKARGCB_CREATECONTEXTALLOCATION *args,
                       struct context_allocation *area)
{
    const struct handle_table *handles = &adapter->dxgk->handles;
    uint32_t device = (uint32_t)(uintptr_t)args->hDevice;
    uint32_t context = (uint32_t)(uintptr_t)args->hContext;

    if (device == adapter->handle) {
        return refuse_system(adapter);
    }
    if (args->ContextAllocationFlags.SharedAcrossContexts) {
        area->device = handle_find(handles, HANDLE_DEVICE, device);
    } else {
        area->context = handle_find(handles, HANDLE_CONTEXT, context);
    }
    if ((area->device != NULL && args->hContext == NULL) || area->context != NULL) {
        return true;
    }
    verify_report(adapter->machine, RULE_CTXALLOC_02, create_name,
                  "hDevice 0x%x and hContext 0x%x do not name what the allocation is for: with "
                  "SharedAcrossContexts a device and no context, without it a context, by the "
                  "handles that DxgkDdiCreateDevice and DxgkDdiCreateContext were given.",
                  device, context);
    return false;
}

static uint32_t count_of(const struct adapter *adapter, const struct context_allocation *like)
{
    uint32_t count = 0;

    LIST_FOR_EACH(link, &adapter->context_allocations) {
        const struct context_allocation *area =
            LIST_ENTRY_OF(link, struct context_allocation, link);

        count += !area->destroyed && area->device == like->device && area->context == like->context;
    }
    return count;
}

static void place(struct adapter *adapter, const DXGKARGCB_CREATECONTEXTALLOCATION *args,
                  struct context_allocation *area)
{
    const DXGK_SEGMENTPREFERENCE *preferred = &args->PreferredSegment;
    const struct vidmm_request request = {
        .size_bytes = args->Size,
        .alignment_bytes = args->Alignment,
        .read_segments = args->SupportedSegmentSet,
        .write_segments = args->SupportedSegmentSet,
        .preferred = { (uint8_t)preferred->SegmentId0, (uint8_t)preferred->SegmentId1,
                       (uint8_t)preferred->SegmentId2, (uint8_t)preferred->SegmentId3,
                       (uint8_t)preferred->SegmentId4 },
        .cpu_visible = args->Flags.CpuVisible && args->Flags.Protected,
    };

    vidmm_allocation_init(adapter->vidmm, &area->placement, &request);
    area->placement.driver_handle = args->hDriverAllocation;
    area->placement.save_area = true;
    area->placement.number = adapter->next_allocation_number++;
    trace_emit(adapter->machine, TRACE_ALLOCATION_CREATE, area->placement.number,
               area->placement.request.size_bytes, 0);
}

static NTSTATUS create(struct adapter *adapter, DXGKARGCB_CREATECONTEXTALLOCATION *args)
{
    struct context_allocation *area;
    NTSTATUS status = STATUS_INVALID_PARAMETER;

    if (args->Size == 0 || (args->Alignment & (args->Alignment - 1)) != 0 ||
        !check_segments(adapter, args)) {
        return status;
    }
    area = MACHINE_NEW(adapter->machine, struct context_allocation);
    if (find_owner(adapter, args, area)) {
        area->handle = count_of(adapter, area) < CONTEXT_ALLOCATIONS_MAX / 2
                           ? handle_add(&adapter->dxgk->handles, HANDLE_CONTEXT_ALLOCATION, area)
                           : 0;
        status = area->handle != 0 ? STATUS_SUCCESS : STATUS_NO_MEMORY;
    }
    if (!NT_SUCCESS(status)) {
        machine_heap_free(adapter->machine, area);
        return status;
    }
    check_visible(adapter, args);
    place(adapter, args, area);
    list_push_back(&adapter->context_allocations, &area->link);
    args->hAllocation = (HANDLE)(uintptr_t)area->handle;
    return STATUS_SUCCESS;
}

/** Source: nc-d3dkmddi-dxgkcb_createcontextallocation.md. Its content is initialised when it is
 * first needed, by DXGK_OPERATION_INIT_CONTEXT_RESOURCE. */
NTSTATUS APIENTRY callback_CreateContextAllocation(DXGKARGCB_CREATECONTEXTALLOCATION *args)
{
    struct callback_call call;
    struct adapter *adapter;
    NTSTATUS status = STATUS_INVALID_PARAMETER;

    callback_enter(&call, create_name, PASSIVE_LEVEL);
    adapter = adapter_from_handle(create_name, args->hAdapter);
    if (adapter != NULL) {
        status = create(adapter, args);
    }
    callback_leave(&call);
    return status;
}

/** Source: nc-d3dkmddi-dxgkcb_destroycontextallocation.md. Choice: its memory is given back by a
 * thread of its own, since the DDI that called is inside the driver, and that may need paging. */
NTSTATUS APIENTRY callback_DestroyContextAllocation(const HANDLE hAdapter, const HANDLE hAllocation)
{
    static const char name[] = "DxgkCbDestroyContextAllocation";
    uint32_t handle = (uint32_t)(uintptr_t)hAllocation;
    struct callback_call call;
    struct adapter *adapter;
    struct context_allocation *area = NULL;

    callback_enter(&call, name, PASSIVE_LEVEL);
    adapter = adapter_from_handle(name, hAdapter);
    if (adapter != NULL) {
        area = handle_find(&adapter->dxgk->handles, HANDLE_CONTEXT_ALLOCATION, handle);
    }
    if (area != NULL) {
        area->destroyed = true;
        handle_remove(&adapter->dxgk->handles, handle);
        start_collector(adapter);
    }
    callback_leave(&call);
    return area != NULL ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}
