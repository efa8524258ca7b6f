/* SPDX-License-Identifier: MIT */
#include "dxgk/allocation_private.h"
#include "dxgk/command.h"
#include "dxgk/context_allocation.h"
#include "dxgk/gate_calls.h"
#include "dxgk/patch_list.h"
#include "dxgk/submission.h"
#include "dxgk/sync_queue.h"
#include "machine/heap.h"
#include "verify/names.h"

/* Choice: the documents name no limit. */
#define LIST_SIZE_MAX (1u << 20)

/* Source: ns-d3dkmddi-_dxgk_contextinfo.md; rules DEVCTX-04 to -06 */
static NTSTATUS check_info(struct context *context)
{
    struct adapter *adapter = context->device->adapter;
    const DXGK_CONTEXTINFO *info = &context->info;

    for (uint32_t i = 0; i < adapter->vidmm->segment_count; i++) {
        if ((info->DmaBufferSegmentSet & (1u << i)) != 0 && !adapter->vidmm->segments[i].aperture) {
            verify_report(
                adapter->machine, RULE_DEVCTX_04, "DxgkDdiCreateContext",
                "DmaBufferSegmentSet 0x%x names segment %u, which is not an aperture segment. "
                "Name aperture segments only, or 0 for contiguous system memory.",
                info->DmaBufferSegmentSet, i + 1);
            return STATUS_INVALID_PARAMETER;
        }
    }
    if (info->Reserved != 0) {
        verify_report(adapter->machine, RULE_DEVCTX_07, "DxgkDdiCreateContext",
                      "DXGK_CONTEXTINFO.Reserved is 0x%x; leave it zero.", info->Reserved);
    }
    if (context->gdi && info->AllocationListSize != DXGK_ALLOCATION_LIST_SIZE_GDICONTEXT) {
        verify_report(adapter->machine, RULE_DEVCTX_06, "DxgkDdiCreateContext",
                      "AllocationListSize of a GDI context is %u; it must be "
                      "DXGK_ALLOCATION_LIST_SIZE_GDICONTEXT (%u).",
                      info->AllocationListSize, (unsigned)DXGK_ALLOCATION_LIST_SIZE_GDICONTEXT);
        return STATUS_INVALID_PARAMETER;
    }
    if (info->DmaBufferSize == 0 || info->AllocationListSize == 0 ||
        info->PatchLocationListSize == 0) {
        verify_report(
            adapter->machine, RULE_DEVCTX_05, "DxgkDdiCreateContext",
            "DmaBufferSize %u, AllocationListSize %u and PatchLocationListSize %u must each "
            "have room for at least one command.",
            info->DmaBufferSize, info->AllocationListSize, info->PatchLocationListSize);
        return STATUS_INVALID_PARAMETER;
    }
    if (info->AllocationListSize > LIST_SIZE_MAX || info->PatchLocationListSize > LIST_SIZE_MAX) {
        verify_report(adapter->machine, RULE_DEVCTX_05, "DxgkDdiCreateContext",
                      "AllocationListSize %u and PatchLocationListSize %u must stay below %u "
                      "elements; more cannot be allocated for every DMA buffer.",
                      info->AllocationListSize, info->PatchLocationListSize, LIST_SIZE_MAX);
        return STATUS_INVALID_PARAMETER;
    }
    return STATUS_SUCCESS;
}

/* Without MultiEngineAware there are no contexts: the device stands in for one.
 * Source: nc-d3dkmddi-dxgkddi_renderkm.md, parameter hContext */
static void use_device(struct context *context)
{
    const DXGK_DEVICEINFO *info = &context->device->info;

    context->driver_handle = context->device->driver_handle;
    context->info = (DXGK_CONTEXTINFO){
        .DmaBufferSize = info->DmaBufferSize,
        .DmaBufferSegmentSet = info->DmaBufferSegmentSet,
        .DmaBufferPrivateDataSize = info->DmaBufferPrivateDataSize,
        .AllocationListSize = info->AllocationListSize,
        .PatchLocationListSize = info->PatchLocationListSize,
    };
}

static NTSTATUS create_in_driver(struct context *context, const void *private_data,
                                 uint32_t private_data_bytes)
{
    struct adapter *adapter = context->device->adapter;
    DXGKARG_CREATECONTEXT args = {
        .hContext = (HANDLE)(uintptr_t)context->handle,
        .NodeOrdinal = context->node,
        .EngineAffinity = 1,
        .Flags.GdiContext = context->gdi,
        .pPrivateDriverData = (void *)(uintptr_t)private_data,
        .PrivateDriverDataSize = private_data_bytes,
    };
    NTSTATUS status = gate_CreateContext(adapter, context->device->driver_handle, &args);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    context->created = args.hContext;
    context->driver_handle = args.hContext;
    context->info = args.ContextInfo;
    return STATUS_SUCCESS;
}

NTSTATUS dxgk_context_create(struct device *device, uint32_t node, bool gdi,
                             const void *private_data, uint32_t private_data_bytes,
                             struct context **out)
{
    struct adapter *adapter = device->adapter;
    struct context *context;
    NTSTATUS status = STATUS_SUCCESS;

    if (node >= adapter->node_count) {
        return STATUS_INVALID_PARAMETER;
    }
    context = MACHINE_NEW(adapter->machine, struct context);
    context->device = device;
    context->node = node;
    context->gdi = gdi;
    context->handle = handle_add(&adapter->dxgk->handles, HANDLE_CONTEXT, context);
    context->slot_count = patch_list_slots(adapter);
    context->slots =
        machine_heap_alloc(adapter->machine, (context->slot_count + 1) * sizeof(*context->slots));
    list_init(&context->free_submissions);
    list_push_back(&device->contexts, &context->link);
    sched_context_init(adapter->sched, &context->schedule, node, device->class, 0);
    context->schedule.owner = context;
    context->schedule.lost = device->state != DEVICE_OK;
    wait_queue_init(&context->changed);
    if (adapter->caps.SchedulingCaps.MultiEngineAware) {
        status = create_in_driver(context, private_data, private_data_bytes);
    } else {
        use_device(context);
    }
    device->context_count++;
    if (NT_SUCCESS(status)) {
        status = check_info(context);
    }
    if (!NT_SUCCESS(status)) {
        dxgk_context_destroy(context);
        return status;
    }
    *out = context;
    return STATUS_SUCCESS;
}

/* Lazy context switch: a context whose state an engine still holds is not destroyed before the
 * engine has gone to the null context. Zero length, but with a fence like all others.
 * Choice: the private data is as long as that of any other buffer, and zero; public drivers read it
 * without asking whether there is a buffer.
 * Source: ns-d3dkmddi-_dxgk_submitcommandflags.md; rules PREEMPT-34, SUBMIT-08 */
struct context_switch {
    struct packet packet;
    struct context *context;
    struct dma_buffer empty; /* but for its private data */
};

static bool switch_prepare(struct packet *packet)
{
    (void)packet;
    return true;
}

static void switch_submit(struct packet *packet)
{
    struct context_switch *leave = DXGH_CONTAINER_OF(packet, struct context_switch, packet);
    struct context *context = leave->context;
    struct command command = { .context = context->driver_handle, .dma = &leave->empty };

    command_submit(context->device->adapter, packet, &command);
}

static void switch_retire(struct packet *packet, enum packet_result result)
{
    (void)packet;
    (void)result;
}

static const struct sched_ops switch_ops = { .prepare = switch_prepare,
                                             .submit = switch_submit,
                                             .retire = switch_retire };

static void leave_engine(struct context *context)
{
    struct adapter *adapter = context->device->adapter;
    struct context_switch leave = {
        .packet = { .ops = &switch_ops, .kind = PACKET_CONTEXT_SWITCH, .node = context->node },
        .context = context
    };

    level_wait_shared(adapter);
    if (adapter->sched->nodes[context->node].loaded != &context->schedule ||
        !adapter->caps.SchedulingCaps.PreemptionAware || context->device->state != DEVICE_OK) {
        return;
    }
    leave.empty.private_bytes = context->info.DmaBufferPrivateDataSize;
    if (leave.empty.private_bytes > 0) {
        leave.empty.private_data =
            machine_heap_alloc_guarded(adapter->machine, leave.empty.private_bytes);
    }
    (void)sched_packet_run_now(adapter->sched, &leave.packet);
    machine_heap_free(adapter->machine, leave.empty.private_data);
}

void dxgk_context_destroy(struct context *context)
{
    if (context == NULL) {
        return;
    }

    struct adapter *adapter = context->device->adapter;

    sched_context_suspend(&context->schedule, false);
    sync_queue_end(context);
    WAIT_UNTIL(adapter->machine, &context->changed, context->outstanding == 0);
    leave_engine(context);
    submission_destroy_all(context);
    if (context->created != NULL) {
        (void)gate_DestroyContext(adapter, context->created);
    }
    context_allocation_collect(adapter, context, NULL);
    handle_remove(&adapter->dxgk->handles, context->handle);
    context->device->context_count--;
    sched_context_fini(&context->schedule);
    list_remove(&context->link);
    machine_heap_free(adapter->machine, context->slots);
    machine_heap_free(adapter->machine, context);
}

NTSTATUS dxgk_context_wait_idle(struct context *context)
{
    WAIT_UNTIL(context->device->adapter->machine, &context->changed, context->outstanding == 0);
    return context->device->state == DEVICE_OK ? STATUS_SUCCESS : STATUS_DEVICE_REMOVED;
}

void dxgk_context_set_null(struct context *context)
{
    context->null_rendering = true;
}

bool dxgk_context_is_idle(const struct context *context)
{
    return context->outstanding == 0;
}

bool dxgk_context_has_room(const struct context *context)
{
    return !list_is_empty(&context->free_submissions) ||
           context->submission_count < SUBMISSIONS_PER_CONTEXT;
}

NTSTATUS dxgk_context_set_priority(struct context *context, int priority)
{
    if (priority < SCHED_PRIORITY_LOWEST || priority > SCHED_PRIORITY_HIGHEST) {
        return STATUS_INVALID_PARAMETER;
    }
    sched_context_priority(&context->schedule, context->device->class, priority);
    return STATUS_SUCCESS;
}

int dxgk_context_priority(const struct context *context)
{
    return context->schedule.priority;
}
