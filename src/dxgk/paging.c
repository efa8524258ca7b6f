/* SPDX-License-Identifier: MIT */
#include "dxgk/paging_private.h"

#include "dxgk/allocation_private.h"
#include "dxgk/command.h"
#include "dxgk/dump.h"
#include "dxgk/gate_calls.h"
#include "dxgk/swizzle.h"
#include "dxgk/tdr.h"
#include "machine/heap.h"
#include "trace/trace.h"
#include "verify/names.h"

static struct paging *paging_of(struct packet *packet)
{
    return DXGH_CONTAINER_OF(packet, struct paging, packet);
}

/* The packet's life. Everything it touches is placed by the caller, who also waits for it. */

static bool prepare(struct packet *packet)
{
    (void)packet;
    return true;
}

/* A driver that leaves the pointer to its private data alone uses all of it. */
static struct command command_of(const struct paging *paging)
{
    return (struct command){
        .dma = paging->dma,
        .end = paging->used_bytes,
        .private_end = paging->private_used > 0 ? paging->private_used : paging->dma->private_bytes,
    };
}

/* Choice: Patch is called for paging buffers too, and left out by chance: one page says that it is
 * called, another that it need not be, and a driver has to live with both.
 * Source: nc-d3dkmddi-dxgkddi_buildpagingbuffer.md; display/submitting-a-command-buffer.md */
static void patch(struct packet *packet)
{
    struct paging *paging = paging_of(packet);
    struct command command = command_of(paging);

    if (decision_make(&paging->adapter->machine->decision, DECISION_ORDER, 2) == 0) {
        command_patch(paging->adapter, packet, &command);
    }
}

static void submit(struct packet *packet)
{
    struct paging *paging = paging_of(packet);
    struct command command = command_of(paging);

    command_submit(paging->adapter, packet, &command);
}

static void retire(struct packet *packet, enum packet_result result)
{
    (void)packet;
    (void)result;
}

static const struct sched_ops paging_ops = {
    .prepare = prepare,
    .patch = patch,
    .submit = submit,
    .retire = retire,
};

/* Mapping and unmapping have first parameters of their own. Rules PAGING-01, PAGING-32. */
static enum memory_error error_of(DXGK_BUILDPAGINGBUFFER_OPERATION operation)
{
    switch (operation) {
    case DXGK_OPERATION_MAP_APERTURE_SEGMENT:
        return MEMORY_MANAGEMENT_MAP_FAILED;
    case DXGK_OPERATION_UNMAP_APERTURE_SEGMENT:
        return MEMORY_MANAGEMENT_UNMAP_FAILED;
    default:
        return MEMORY_MANAGEMENT_PAGING_FAILED;
    }
}

static void paging_failed(struct paging *paging, NTSTATUS status,
                          DXGK_BUILDPAGINGBUFFER_OPERATION operation)
{
    adapter_bugcheck(
        paging->adapter, DUMP_VIDEO_MEMORY_MANAGEMENT_INTERNAL, error_of(operation),
        (uint32_t)status, (uint64_t)operation, 0,
        "DxgkDdiBuildPagingBuffer returned %s for operation %d. Only "
        "STATUS_GRAPHICS_ALLOCATION_BUSY and STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER are "
        "allowed to refuse.",
        verify_status_name(status), (int)operation);
}

/* Passes in a row that may leave a fresh buffer empty while MultipassOffset moves on. Choice: the
 * documents set no end. */
#define EMPTY_PASSES_MAX (1u << 16)

/* @moved: MultipassOffset is another than before */
static bool made_progress(struct paging *paging, NTSTATUS status, ptrdiff_t used, bool moved)
{
    if (status != STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER || used > 0 || paging->used_bytes > 0) {
        paging->empty_passes = 0;
        return true;
    }
    if (moved && ++paging->empty_passes < EMPTY_PASSES_MAX) {
        return true;
    }
    verify_report(
        paging->adapter->machine, RULE_PAGING_11, "DxgkDdiBuildPagingBuffer",
        "A fresh paging buffer of %u bytes was refused as too small without %s. Ask for a "
        "larger PagingBufferSize.",
        paging->dma->size_bytes,
        moved ? "a byte, as often before with another MultipassOffset" : "any progress");
    return false;
}

/* What is not built is not done. A copy by the CPU would come too early: what was built before has
 * not run yet. */
static void check_built(const struct paging *paging, const DXGKARG_BUILDPAGINGBUFFER *args,
                        uint64_t before_bytes)
{
    SIZE_T bytes = args->Operation == DXGK_OPERATION_TRANSFER ? args->Transfer.TransferSize
                   : args->Operation == DXGK_OPERATION_SPECIAL_LOCK_TRANSFER
                       ? args->SpecialLockTransfer.TransferSize
                       : 0;

    if (bytes > 0 && paging->built_bytes == before_bytes) {
        verify_report(
            paging->adapter->machine, RULE_PAGING_07, "DxgkDdiBuildPagingBuffer",
            "A transfer of %llu bytes was answered with STATUS_SUCCESS, and pDmaBuffer is "
            "where it was: nothing will be executed. Advance it past what you wrote.",
            (unsigned long long)bytes);
    }
}

/* @before: the arguments as the driver was given them */
static bool check_pass(struct paging *paging, const DXGKARG_BUILDPAGINGBUFFER *args,
                       NTSTATUS status, const DXGKARG_BUILDPAGINGBUFFER *before)
{
    struct machine *machine = paging->adapter->machine;
    ptrdiff_t used = (const char *)args->pDmaBuffer - (const char *)before->pDmaBuffer;
    ptrdiff_t private_used =
        (const char *)args->pDmaBufferPrivateData - (const char *)before->pDmaBufferPrivateData;
    static const char ddi[] = "DxgkDdiBuildPagingBuffer";

    if (used < 0 || used > (ptrdiff_t)before->DmaSize) {
        verify_report(machine, RULE_PAGING_07, ddi,
                      "pDmaBuffer was left %td bytes from where it was; there were %u bytes left.",
                      used, before->DmaSize);
        return false;
    }
    if (private_used < 0 || private_used > (ptrdiff_t)before->DmaBufferPrivateDataSize) {
        verify_report(machine, RULE_PAGING_08, ddi,
                      "pDmaBufferPrivateData was left %td bytes from where it was; there were %u "
                      "bytes left.",
                      private_used, before->DmaBufferPrivateDataSize);
        return false;
    }
    if (!made_progress(paging, status, used, args->MultipassOffset != before->MultipassOffset)) {
        return false;
    }
    paging->built_bytes += (uint64_t)used;
    paging->used_bytes += (uint32_t)used;
    paging->private_used += (uint32_t)private_used;
    return true;
}

/* Returns: false when the adapter was reset meanwhile, so that it did not happen. No point comes
 * between the look at the batch and the scheduler's look at its engine: what was built before a
 * reset does not run after it. */
static bool run_built(struct paging *paging)
{
    struct adapter *adapter = paging->adapter;
    bool done = true;

    if (paging->used_bytes > 0) {
        level_wait_shared(adapter);
        done = !vidmm_batch_is_lost(adapter->vidmm) &&
               sched_packet_run_now(adapter->sched, &paging->packet) == PACKET_COMPLETED;
        paging_probe_check(paging, done && !vidmm_batch_is_lost(adapter->vidmm));
    }
    paging->used_bytes = 0;
    paging->private_used = 0;
    paging->packet.alone = false;
    return done;
}

/* STATUS_GRAPHICS_ALLOCATION_BUSY asks for another call once the GPU is done with the allocation.
 * Who moves here is not used by any packet, so once what was built before has run the second call
 * may say so. Rules PAGING-02 to -06. */
static bool may_call_again(struct paging *paging, const DXGKARG_BUILDPAGINGBUFFER *args, bool idle)
{
    if ((args->Operation == DXGK_OPERATION_TRANSFER ||
         args->Operation == DXGK_OPERATION_SPECIAL_LOCK_TRANSFER ||
         args->Operation == DXGK_OPERATION_DISCARD_CONTENT) &&
        !idle) {
        return true;
    }
    verify_report(paging->adapter->machine, idle ? RULE_PAGING_04 : RULE_PAGING_02,
                  "DxgkDdiBuildPagingBuffer",
                  idle ? "STATUS_GRAPHICS_ALLOCATION_BUSY was returned although AllocationIsIdle "
                         "was set: the operation would be tried for ever."
                       : "STATUS_GRAPHICS_ALLOCATION_BUSY was returned for an operation that is "
                         "not a transfer or a discard; only those can be busy.");
    return false;
}

/* What was to be built before a reset is not told to the driver after it: the look at the batch is
 * made where a reset cannot come any more, with the driver's door closed behind us. */
static bool call_driver(struct adapter *adapter, DXGKARG_BUILDPAGINGBUFFER *args, NTSTATUS *status)
{
    struct gate_call inside = { .adapter = adapter,
                                .fiber = adapter->machine->running,
                                .level = DDI_LEVEL_ONE };
    bool lost;

    level_enter(adapter, &inside, DDI_CLASS_SCHEDULER);
    lost = vidmm_batch_is_lost(adapter->vidmm);
    if (!lost) {
        *status = gate_BuildPagingBuffer(adapter, args);
    }
    level_leave(adapter, &inside, DDI_CLASS_SCHEDULER);
    return !lost;
}

/* One call, behind what the buffer holds already. Rules PAGING-07 to -13. */
static NTSTATUS build_pass(struct paging *paging, DXGKARG_BUILDPAGINGBUFFER *args, bool idle)
{
    DXGKARG_BUILDPAGINGBUFFER before;
    NTSTATUS status;

    args->pDmaBuffer = (char *)paging->dma->cpu + paging->used_bytes;
    args->DmaSize = paging->dma->size_bytes - paging->used_bytes;
    args->pDmaBufferPrivateData = paging->dma->private_bytes == 0
                                      ? NULL
                                      : (char *)paging->dma->private_data + paging->private_used;
    args->DmaBufferPrivateDataSize = paging->dma->private_bytes - paging->private_used;
    before = *args;
    if (!call_driver(paging->adapter, args, &status)) {
        return STATUS_DEVICE_REMOVED;
    }
    if (status == STATUS_GRAPHICS_ALLOCATION_BUSY && may_call_again(paging, args, idle)) {
        return status;
    }
    if (!NT_SUCCESS(status) && status != STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER) {
        paging_failed(paging, status, args->Operation);
    }
    if (!check_pass(paging, args, status, &before)) {
        paging_failed(paging, STATUS_BUFFER_OVERFLOW, args->Operation);
    }
    return status;
}

/* MultipassOffset alone is the driver's to change: all else is the same in every pass. Rules
 * PAGING-10, -16, -17. @idle: what the driver is told of the allocation */
static NTSTATUS build(struct paging *paging, const struct paging_operation *operation, bool idle)
{
    uint64_t before_bytes = paging->built_bytes;
    UINT multipass_offset = 0;

    paging_probe_arm(paging, operation);
    for (;;) {
        DXGKARG_BUILDPAGINGBUFFER args = { .hSystemContext = paging->system_context,
                                           .MultipassOffset = multipass_offset };
        NTSTATUS status;

        paging_describe(&args, operation, idle);
        status = build_pass(paging, &args, idle);
        if (NT_SUCCESS(status)) {
            check_built(paging, &args, before_bytes);
            paging_probe_built(paging, paging->built_bytes != before_bytes);
        }
        /* Rule PAGING-42. */
        paging->packet.alone |= operation->allocation->request.synchronous;
        if (status != STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER) {
            return status;
        }
        multipass_offset = args.MultipassOffset;
        if (!run_built(paging)) {
            return STATUS_DEVICE_REMOVED;
        }
    }
}

static NTSTATUS carry_out(struct paging *paging, const struct paging_operation *operation)
{
    NTSTATUS status = build(paging, operation, false);

    if (status == STATUS_GRAPHICS_ALLOCATION_BUSY) {
        status = run_built(paging) ? build(paging, operation, true) : STATUS_DEVICE_REMOVED;
    }
    return status;
}

/* After a reset the aperture is empty, and the buffer itself has to be mapped again before anything
 * can be executed from it; as at the start, that is done from system memory. */
static NTSTATUS map_again(struct paging *paging)
{
    struct dma_buffer *kept = &paging->aperture;
    const struct paging_operation operation = { .kind = PAGING_MAP_APERTURE,
                                                .allocation = &kept->placement,
                                                .segment = kept->placement.segment,
                                                .offset = kept->placement.offset,
                                                .mdl = kept->placement.mdl,
                                                .first = true,
                                                .last = true };
    NTSTATUS status =
        dma_buffer_init(paging->adapter, &paging->first, kept->size_bytes, 0, kept->private_bytes);

    if (NT_SUCCESS(status)) {
        paging->dma = &paging->first;
        status = carry_out(paging, &operation);
        if (!run_built(paging)) {
            status = STATUS_DEVICE_REMOVED;
        }
        dma_buffer_fini(&paging->first);
        paging->dma = kept;
    }
    paging->unmapped = !NT_SUCCESS(status);
    return status;
}

static bool leaves_place(enum paging_kind kind)
{
    return kind == PAGING_TRANSFER_OUT || kind == PAGING_MOVE || kind == PAGING_DISCARD ||
           kind == PAGING_UNMAP_APERTURE || kind == PAGING_SPECIAL_OUT;
}

static NTSTATUS page(void *context, const struct paging_operation *operation)
{
    struct adapter *adapter = context;
    struct paging *paging = adapter->paging;
    NTSTATUS status = STATUS_SUCCESS;

    trace_emit(adapter->machine, TRACE_PAGING_OPERATION, operation->kind,
               operation->allocation->number, operation->piece_bytes);
    if (paging->unmapped) {
        status = map_again(paging);
    }
    if (NT_SUCCESS(status)) {
        paging->current = operation;
        if (leaves_place(operation->kind)) {
            allocation_leaves(operation->allocation, true);
        }
        status = carry_out(paging, operation);
        if (vidmm_batch_is_lost(adapter->vidmm)) {
            vidmm_reset_wait(adapter->vidmm); /* the clean-up looks at what was being built */
        }
        paging->current = NULL;
    }
    return status;
}

static NTSTATUS flush(void *context)
{
    struct adapter *adapter = context;

    return run_built(adapter->paging) ? STATUS_SUCCESS : STATUS_DEVICE_REMOVED;
}

void paging_lose_owners(struct adapter *adapter)
{
    LIST_FOR_EACH(link, &adapter->vidmm->batch) {
        const struct vidmm_allocation *subject =
            LIST_ENTRY_OF(link, struct vidmm_allocation, batch_link);
        const struct allocation *allocation = subject->owner;

        /* DMA buffers are the system's, and no driver knows them as allocations. */
        if (allocation != NULL && allocation->device != NULL) {
            device_lose(allocation->device, DEVICE_HUNG);
        }
    }
}

static void alternate_moved(void *context, void *range, void *pages)
{
    (void)context;
    swizzling_move(range, pages);
}

static void view_moved(void *context, struct vidmm_allocation *placement,
                       const struct segment *segment)
{
    struct allocation *allocation = placement->owner;

    cpu_view_turn(context, &allocation->view, placement, segment);
}

static void alternate_over(void *context, void *range)
{
    swizzling_end(context, range);
}

const struct vidmm_ops paging_vidmm_ops = { .page = page,
                                            .flush = flush,
                                            .alternate_moved = alternate_moved,
                                            .alternate_over = alternate_over,
                                            .view_moved = view_moved };

/* The kernel's own device and context, for paging work. Rules DEVCTX-11, SUBMIT-04. */
static NTSTATUS create_system_context(struct paging *paging)
{
    struct adapter *adapter = paging->adapter;
    DXGKARG_CREATEDEVICE device = { .hDevice = (HANDLE)(uintptr_t)adapter->handle };
    DXGKARG_CREATECONTEXT context = { .NodeOrdinal = paging->packet.node,
                                      .EngineAffinity = 1,
                                      .Flags.SystemContext = 1 };
    NTSTATUS status;

    device.Flags.SystemDevice = 1;
    status = gate_CreateDevice(adapter, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    paging->system_device = device.hDevice;
    if (!adapter->caps.SchedulingCaps.MultiEngineAware) {
        return STATUS_SUCCESS;
    }
    status = gate_CreateContext(adapter, paging->system_device, &context);
    if (NT_SUCCESS(status)) {
        paging->system_context = context.hContext;
    }
    return status;
}

/* The buffer starts in system memory; mapping the one the driver wants in an aperture is itself a
 * paging operation, built in the first. Choice: no page says how Windows solves this. */
static NTSTATUS create_buffer(struct paging *paging, const struct paging_request *request)
{
    struct adapter *adapter = paging->adapter;
    NTSTATUS status =
        dma_buffer_init(adapter, &paging->first, request->buffer_bytes, 0, request->private_bytes);

    if (!NT_SUCCESS(status) || request->segment_id == 0) {
        return status;
    }
    status = dma_buffer_init(adapter, &paging->aperture, request->buffer_bytes,
                             1u << (request->segment_id - 1), request->private_bytes);
    if (NT_SUCCESS(status)) {
        dma_buffer_fini(&paging->first);
        paging->dma = &paging->aperture;
    }
    return status;
}

NTSTATUS paging_create(struct adapter *adapter, const struct paging_request *request)
{
    struct paging *paging = MACHINE_NEW(adapter->machine, struct paging);
    NTSTATUS status;

    paging->adapter = adapter;
    paging->dma = &paging->first;
    paging->packet.ops = &paging_ops;
    paging->packet.kind = PACKET_PAGING;
    paging->packet.node = adapter->caps.SchedulingCaps.MultiEngineAware
                              ? adapter->caps.MemoryManagementCaps.PagingNode
                              : 0;
    adapter->paging = paging;
    status = create_system_context(paging);
    if (NT_SUCCESS(status)) {
        status = create_buffer(paging, request);
    }
    if (!NT_SUCCESS(status)) {
        paging_destroy(adapter);
    }
    return status;
}

void paging_destroy(struct adapter *adapter)
{
    struct paging *paging = adapter->paging;

    if (paging == NULL) {
        return;
    }
    if (paging->dma == &paging->aperture) {
        /* Unmapping needs a paging buffer, and this one is about to go. */
        if (NT_SUCCESS(dma_buffer_init(adapter, &paging->first, paging->dma->size_bytes, 0,
                                       paging->dma->private_bytes))) {
            paging->dma = &paging->first;
            paging->unmapped = false;
        }
        dma_buffer_fini(&paging->aperture);
    }
    dma_buffer_fini(&paging->first);
    if (paging->system_context != NULL) {
        (void)gate_DestroyContext(adapter, paging->system_context);
    }
    if (paging->system_device != NULL) {
        (void)gate_DestroyDevice(adapter, paging->system_device);
    }
    adapter->paging = NULL;
    machine_heap_free(adapter->machine, paging);
}
