/* SPDX-License-Identifier: MIT */
#include "dxgk/render.h"

#include "dxgk/allocation_private.h"
#include "dxgk/context_allocation.h"
#include "dxgk/dump.h"
#include "dxgk/gate_calls.h"
#include "dxgk/patch_list.h"
#include "dxgk/render_private.h"
#include "dxgk/submission.h"
#include "trace/trace.h"
#include "verify/names.h"

#include <string.h>

/* Passes in a row that may write nothing while MultipassOffset moves on: a driver may skip commands
 * that do nothing. Choice: the documents set no end. */
#define EMPTY_PASSES_MAX (1u << 16)

/* One command buffer on its way through several calls. */
struct multipass {
    UINT offset;    /* the driver's own */
    uint32_t empty; /* passes in a row that wrote nothing */
    uint64_t bytes; /* that all passes wrote */
};

static const struct translator render_km = {
    .name = "DxgkDdiRenderKm",
    .translate = gate_RenderKm,
    .output_bounds = RULE_RENDERKM_12,
    .patch_bounds = RULE_RENDERKM_13,
    .patch_index = RULE_RENDERKM_20,
    .private_bounds = RULE_RENDERKM_14,
    .initial_patch = RULE_RENDERKM_16,
    .invented = RULE_RENDERKM_17,
};

static const struct translator render_um = {
    .name = "DxgkDdiRender",
    .translate = gate_Render,
    .output_bounds = RULE_RENDER_11,
    .patch_bounds = RULE_RENDER_11,
    .patch_index = RULE_RENDER_10,
    .private_bounds = RULE_RENDER_11,
    .initial_patch = RULE_RENDER_10,
    .invented = RULE_RENDER_10,
};

bool allocation_list_update(DXGK_ALLOCATIONLIST *element, const struct vidmm_allocation *placement)
{
    bool placed = placement->segment != NULL;
    uint32_t id = placed ? placement->segment->id & 0x1F : 0;
    LONGLONG address = placed ? (LONGLONG)vidmm_allocation_address(placement) : 0;
    bool changed = element->SegmentId != id || element->PhysicalAddress.QuadPart != address;

    element->SegmentId = id & 0x1F;
    element->PhysicalAddress.QuadPart = address;
    return changed;
}

static void fill_lists(struct submission *submission, const struct render_request *request)
{
    const struct adapter *adapter = submission->context->device->adapter;

    submission->allocation_count = request->reference_count;
    for (uint32_t i = 0; i < request->reference_count; i++) {
        const struct render_reference *reference = &request->references[i];
        DXGK_ALLOCATIONLIST *element = &submission->allocations[i];

        submission->references[i] = reference->allocation;
        submission->uses[i] = (struct vidmm_reference){
            .allocation = reference->allocation == NULL ? NULL : reference->allocation->current,
            .written = reference->written,
        };
        *element = (DXGK_ALLOCATIONLIST){ 0 };
        if (reference->allocation != NULL) {
            element->hDeviceSpecificAllocation = reference->device_handle != NULL
                                                     ? reference->device_handle
                                                     : reference->allocation->device_handle;
            element->WriteOperation = reference->written;
            if (!adapter->verifier.NeverPrepatch) {
                (void)allocation_list_update(element, reference->allocation->current);
            }
        }
        submission->told[i] = element->SegmentId != 0;
    }
    submission->use_count =
        request->reference_count +
        context_allocation_uses(submission->context, submission->uses + request->reference_count);
    submission_hold(submission);
}

/* What is not told must not be found in the buffer either: it has been used before. */
static void clear_if_untold(struct submission *submission)
{
    for (uint32_t i = 0; i < submission->allocation_count; i++) {
        if (submission->references[i] != NULL && !submission->told[i]) {
            memset(submission->dma.cpu, 0, submission->dma.size_bytes);
            return;
        }
    }
}

/* Rule GDI-26: what the client writes is written back when it leaves its segment. */
static void check_write_flags(struct submission *submission, const struct translator *translator,
                              const struct render_request *request)
{
    for (uint32_t i = 0; i < request->reference_count; i++) {
        DXGK_ALLOCATIONLIST *element = &submission->allocations[i];
        bool written = request->references[i].allocation != NULL && request->references[i].written;

        if (DXGH_UNLIKELY((element->WriteOperation != 0) != written)) {
            verify_report(submission->context->device->adapter->machine, RULE_GDI_26,
                          translator->name,
                          "%s changed WriteOperation of element %u of the allocation list to %u. "
                          "The list tells the driver what is written, and stays as it is.",
                          translator->name, i, (unsigned)element->WriteOperation);
            element->WriteOperation = written;
        }
    }
}

static DXGKARG_RENDER render_args(const struct submission *submission,
                                  const struct render_request *request, UINT multipass_offset)
{
    const struct dma_buffer *dma = &submission->dma;

    return (DXGKARG_RENDER){
        .pCommand = request->commands,
        .CommandLength = request->size_bytes,
        .pDmaBuffer = dma->cpu,
        .DmaSize = dma->size_bytes,
        .pDmaBufferPrivateData = dma->private_data,
        .DmaBufferPrivateDataSize = dma->private_bytes,
        .pAllocationList = submission->allocations,
        .AllocationListSize = submission->allocation_count,
        .pPatchLocationListIn = (D3DDDI_PATCHLOCATIONLIST *)(uintptr_t)request->patches,
        .PatchLocationListInSize = request->patch_count,
        .pPatchLocationListOut = submission->patches,
        .PatchLocationListOutSize = submission->context->info.PatchLocationListSize,
        .MultipassOffset = multipass_offset,
        .DmaBufferSegmentId = dma->segment_id,
        .DmaBufferPhysicalAddress = dma->address,
    };
}

/* What the driver advanced must lie within what it was given. A pointer out of bounds means memory
 * was, or would be, overwritten: nothing of this pass can be used. */
static bool check_outputs(struct submission *submission, const struct translator *translator,
                          const DXGKARG_RENDER *args)
{
    struct machine *machine = submission->context->device->adapter->machine;
    const char *start = submission->dma.cpu;
    ptrdiff_t used = (const char *)args->pDmaBuffer - start;
    /* There may be none: then its address is 0, and no pointer. */
    uintptr_t private_used =
        (uintptr_t)args->pDmaBufferPrivateData - (uintptr_t)submission->dma.private_data;
    /* In bytes: a pointer that is not at an element has no difference in elements. */
    ptrdiff_t list_bytes =
        (const char *)args->pPatchLocationListOut - (const char *)submission->patches;
    uint32_t list_size = submission->context->info.PatchLocationListSize;

    if (used < 0 || used > (ptrdiff_t)submission->dma.size_bytes) {
        verify_report(
            machine, translator->output_bounds, translator->name,
            "pDmaBuffer was left %td bytes from the start of a buffer of %u bytes. Advance it to "
            "the byte after the last one written.",
            used, submission->dma.size_bytes);
        return false;
    }
    if (list_bytes < 0 || list_bytes % (ptrdiff_t)sizeof(*submission->patches) != 0 ||
        list_bytes > (ptrdiff_t)(list_size * sizeof(*submission->patches))) {
        verify_report(machine, translator->patch_bounds, translator->name,
                      "pPatchLocationListOut was left %td bytes from its start; the list has %u "
                      "elements of %zu bytes.",
                      list_bytes, list_size, sizeof(*submission->patches));
        return false;
    }
    if (private_used > submission->dma.private_bytes) {
        verify_report(machine, translator->private_bounds, translator->name,
                      "pDmaBufferPrivateData was left %td bytes from where it was; there are %u "
                      "bytes of it.",
                      (ptrdiff_t)private_used, submission->dma.private_bytes);
        return false;
    }
    submission->used_bytes = (uint32_t)used;
    submission->patch_count = (uint32_t)((size_t)list_bytes / sizeof(*submission->patches));
    return true;
}

static bool made_progress(struct submission *submission, const struct translator *translator,
                          struct multipass *multipass, bool moved)
{
    multipass->empty = submission->used_bytes > 0 ? 0 : multipass->empty + 1;
    if (multipass->empty == 0 || (moved && multipass->empty < EMPTY_PASSES_MAX)) {
        return true;
    }
    verify_report(
        submission->context->device->adapter->machine, RULE_MULTI_04, translator->name,
        "%s returned STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER for an empty buffer of %u bytes "
        "without writing a byte%s: it would be called for ever. Ask for a larger DmaBufferSize, or "
        "split the command.",
        translator->name, submission->dma.size_bytes,
        moved ? ", as often before with another MultipassOffset" : " or moving MultipassOffset");
    return false;
}

/* The buffer was too small, and the driver had promised that it never is. Source:
 * ns-d3dkmddi-_dxgk_deviceinfoflags.md, debugger/bug-check-0x10e; rules GUAR-01, RENDERKM-23 */
static void check_contract(const struct context *context, const struct translator *translator,
                           const struct submission *submission)
{
    struct adapter *adapter = context->device->adapter;

    if (!context->device->info.Flags.GuaranteedDmaBufferContract) {
        return;
    }
    verify_report(adapter->machine, RULE_GUAR_01, translator->name,
                  "STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER was returned for a device with "
                  "GuaranteedDmaBufferContract, whose command buffers always fit.");
    adapter_bugcheck(adapter, DUMP_VIDEO_MEMORY_MANAGEMENT_INTERNAL,
                     MEMORY_MANAGEMENT_CONTRACT_BROKEN, context->device->handle,
                     submission->dma.size_bytes, 0,
                     "%s found a DMA buffer of %u bytes too small although its device has the "
                     "guaranteed contract. Refuse an impossible buffer with another status.",
                     translator->name, submission->dma.size_bytes);
}

/* One pass. Returns STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER when there is more to translate. */
static NTSTATUS translate_pass(struct context *context, const struct translator *translator,
                               const struct render_request *request, struct multipass *multipass)
{
    struct submission *submission;
    UINT before = multipass->offset;
    NTSTATUS status = submission_get(context, &submission);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    submission->translator = translator;
    fill_lists(submission, request);
    submission->null_rendering = request->null_rendering || context->null_rendering;
    submission->flip = request->flip;
    clear_if_untold(submission);

    DXGKARG_RENDER args = render_args(submission, request, before);

    status = translator->translate(context->device->adapter, context->driver_handle, &args);
    multipass->offset = args.MultipassOffset;
    check_write_flags(submission, translator, request);
    if (status == STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER) {
        check_contract(context, translator, submission);
    }

    if (NT_SUCCESS(status) || status == STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER) {
        if (!check_outputs(submission, translator, &args) ||
            !patch_list_check(submission, translator) ||
            (!NT_SUCCESS(status) &&
             !made_progress(submission, translator, multipass, before != args.MultipassOffset))) {
            device_fail(context->device, DEVICE_ERROR_DMA_FAULT);
            status = STATUS_DEVICE_REMOVED;
        } else if (submission->used_bytes > 0) {
            multipass->bytes += submission->used_bytes;
            submission->packet.more = !NT_SUCCESS(status);
            submission_queue(submission);
            return status;
        }
    } else if (status == STATUS_GRAPHICS_GPU_EXCEPTION_ON_DEVICE) {
        device_fail(context->device, DEVICE_ERROR_DMA_FAULT);
    }
    submission_put(submission);
    return status;
}

NTSTATUS render_translate(struct context *context, const struct translator *translator,
                          const struct render_request *request)
{
    struct multipass multipass = { 0 };
    NTSTATUS status;

    if (context->device->state != DEVICE_OK) {
        return STATUS_DEVICE_REMOVED;
    }
    if (request->reference_count > context->info.AllocationListSize) {
        return STATUS_INVALID_PARAMETER;
    }
    do {
        status = translate_pass(context, translator, request, &multipass);
    } while (status == STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER);
    if (NT_SUCCESS(status) && multipass.bytes == 0 && translator == &render_km) {
        verify_report(
            context->device->adapter->machine, RULE_RENDERKM_06, translator->name,
            "STATUS_SUCCESS was returned for %u bytes of commands, and nothing was written "
            "into any DMA buffer: none of them will be executed.",
            request->size_bytes);
    }
    return status;
}

/* The commands are a trusted component's: they are well-formed, and name what there is. */
static void check_trusted(struct machine *machine, NTSTATUS status)
{
    if (status == STATUS_INVALID_HANDLE || status == STATUS_INVALID_USER_BUFFER) {
        verify_report(machine,
                      status == STATUS_INVALID_HANDLE ? RULE_RENDERKM_09 : RULE_RENDERKM_11,
                      "DxgkDdiRenderKm",
                      "%s was returned for commands of the system's own, which name only "
                      "allocations of the list and end where CommandLength says.",
                      verify_status_name(status));
    }
}

NTSTATUS dxgk_render_km(struct context *context, const struct render_request *request)
{
    NTSTATUS status = render_translate(context, &render_km, request);

    check_trusted(context->device->adapter->machine, status);
    return status;
}

NTSTATUS dxgk_render(struct context *context, const struct render_request *request)
{
    return render_translate(context, &render_um, request);
}
