/* SPDX-License-Identifier: MIT */
#include "dxgk/dump.h"

#include "dxgk/allocation_private.h"
#include "dxgk/gate_calls.h"
#include "dxgk/paging_private.h"
#include "dxgk/tdr.h"
#include "machine/heap.h"
#include "object/process.h"
#include "verify/names.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define CANARY 0xC5u

/* The driver's own words */

static void check_blob(struct adapter *adapter, const struct debug_info *info, NTSTATUS status)
{
    for (uint32_t i = DUMP_BLOB_BYTES; i < sizeof(info->blob); i++) {
        if (info->blob[i] != CANARY) {
            verify_report(
                adapter->machine, RULE_DBG_02, "DxgkDdiCollectDbgInfo",
                "The driver wrote beyond the %u bytes of pBuffer. Write at most BufferSize bytes.",
                DUMP_BLOB_BYTES);
            break;
        }
    }
    if (status != STATUS_SUCCESS && status != STATUS_NO_MEMORY && status != STATUS_UNSUCCESSFUL) {
        verify_report(adapter->machine, RULE_DBG_01, "DxgkDdiCollectDbgInfo",
                      "DxgkDdiCollectDbgInfo returned %s; STATUS_SUCCESS, STATUS_NO_MEMORY and "
                      "STATUS_UNSUCCESSFUL are the documented answers.",
                      verify_status_name(status));
    }
}

static void check_extension(struct adapter *adapter, const DXGKARG_COLLECTDBGINFO_EXT *extension)
{
    if ((extension->Reserved2 | extension->Reserved3 | extension->Reserved4 | extension->Reserved5 |
         extension->Reserved6 | extension->Reserved7) != 0) {
        verify_report(
            adapter->machine, RULE_DBG_06, "DxgkDdiCollectDbgInfo",
            "Reserved members of DXGKARG_COLLECTDBGINFO_EXT were changed. Fill BucketingKey and "
            "CurrentDmaBufferOffset only.");
    }
}

/* The longest buffer that could be meant: which one it is, the driver knows. Paging buffers go
 * without a device. Source: ns-d3dkmddi-_dxgkarg_collectdbginfo_ext.md */
static void check_offset(struct adapter *adapter, const DXGKARG_COLLECTDBGINFO_EXT *extension)
{
    uint32_t longest = 0;

    LIST_FOR_EACH(link, &adapter->devices) {
        const struct device *device = LIST_ENTRY_OF(link, struct device, link);

        LIST_FOR_EACH(inner, &device->contexts) {
            const struct context *context = LIST_ENTRY_OF(inner, struct context, link);

            longest = DXGH_MAX(longest, context->info.DmaBufferSize);
        }
    }
    if (adapter->paging != NULL) {
        longest = DXGH_MAX(longest, adapter->paging->first.size_bytes);
    }
    if (extension->CurrentDmaBufferOffset > longest) {
        verify_report(adapter->machine, RULE_DBG_07, "DxgkDdiCollectDbgInfo",
                      "CurrentDmaBufferOffset is %u, but no DMA buffer is longer than %u bytes. "
                      "Give the offset of the packet at work from the start of its buffer.",
                      extension->CurrentDmaBufferOffset, longest);
    }
}

/* Source: nc-d3dkmddi-dxgkddi_collectdbginfo.md */
void debug_info_collect(struct adapter *adapter, uint32_t reason)
{
    struct debug_info *info = &adapter->tdr->debug_info;
    DXGKARG_COLLECTDBGINFO_EXT extension = { 0 };
    DXGKARG_COLLECTDBGINFO args = { .Reason = reason,
                                    .pBuffer = info->blob,
                                    .BufferSize = DUMP_BLOB_BYTES,
                                    .pExtension = &extension };
    NTSTATUS status;

    if (info->collecting) {
        return; /* it was this very call that failed */
    }
    info->collecting = true;
    memset(info->blob, 0, DUMP_BLOB_BYTES);
    memset(info->blob + DUMP_BLOB_BYTES, CANARY, sizeof(info->blob) - DUMP_BLOB_BYTES);
    adapter_lines_see(adapter);
    status = gate_CollectDbgInfo(adapter, &args);
    adapter_lines_seen(adapter);
    check_blob(adapter, info, status);
    check_extension(adapter, &extension);
    check_offset(adapter, &extension);
    info->bytes = 0;
    if (NT_SUCCESS(status)) {
        /* The call does not tell how much it wrote. */
        info->bytes = DUMP_BLOB_BYTES;
        while (info->bytes > 0 && info->blob[info->bytes - 1] == 0) {
            info->bytes--;
        }
    }
    info->bucketing_key = extension.BucketingKey;
    info->collecting = false;
}

/* Taking a dump */

static uint32_t process_of(const struct packet *packet)
{
    const struct context *context = packet->context != NULL ? packet->context->owner : NULL;

    return context != NULL && context->device->process != NULL ? context->device->process->id : 0;
}

static void copy_packets(struct dump_node *node, const struct list *packets)
{
    LIST_FOR_EACH(link, packets) {
        const struct packet *packet = LIST_ENTRY_OF(link, struct packet, link);

        if (node->packet_count == DUMP_PACKETS_MAX) {
            return;
        }
        node->packets[node->packet_count++] = (struct dump_packet){
            .id = packet->id,
            .fence = packet->fence,
            .kind = packet->kind,
            .state = packet->state,
            .preempted_count = packet->preempted_count,
            .process = process_of(packet),
        };
    }
}

static uint32_t count_ready(const struct sched *sched, uint32_t node)
{
    uint32_t count = 0;

    LIST_FOR_EACH(link, &sched->contexts) {
        const struct sched_context *context = LIST_ENTRY_OF(link, struct sched_context, member);

        count += context->node == node && !list_is_empty(&context->packets);
    }
    return count;
}

static void copy_node(const struct sched *sched, uint32_t ordinal, struct dump_node *node)
{
    const struct sched_node *from = &sched->nodes[ordinal];

    *node = (struct dump_node){
        .ordinal = ordinal,
        .state = from->state,
        .preemption = from->preemption,
        .preemption_fence = from->preemption_fence,
        .last_fence = from->last_fence,
        .last_submitted = from->last_submitted,
        .last_reported = from->last_reported,
        .last_completed = from->last_completed,
        .retired_count = from->retired_count,
        .preemption_count = from->preemption_count,
        .reset_count = from->reset_count,
        .queued_contexts = count_ready(sched, ordinal),
    };
    copy_packets(node, &from->submitted);
    copy_packets(node, &from->held);
}

static void copy_trace(struct machine *machine, struct dump *dump)
{
    uint64_t end = trace_count(machine);
    uint64_t first = end > DUMP_TRACE_RECORDS ? end - DUMP_TRACE_RECORDS : 0;

    for (uint64_t i = first; i < end; i++) {
        const struct trace_record *record = trace_record_at(machine, i);

        if (record != NULL) {
            dump->records[dump->record_count++] = *record;
        }
    }
}

static void copy_failure(struct dump *dump, const struct adapter *adapter)
{
    const struct ddi_failure *failure = &adapter->dxgk->failure;

    /* One that is older than the trace of this dump has nothing to do with it. */
    if (failure->status != 0 && failure->adapter == adapter &&
        trace_count(adapter->machine) - failure->event < DUMP_TRACE_RECORDS) {
        dump->failed_ddi = ddi_info(failure->ddi)->name;
        dump->failed_status = failure->status;
        memcpy(&dump->failed_function, (const char *)&adapter->table + ddi_info(failure->ddi)->slot,
               sizeof(dump->failed_function));
    }
}

static void copy_adapter(struct dump *dump, const struct adapter *adapter)
{
    struct machine *machine = adapter->machine;

    copy_failure(dump, adapter);
    if (adapter->sched != NULL) {
        dump->node_count = adapter->sched->node_count;
        dump->nodes = machine_heap_alloc(machine, dump->node_count * sizeof(*dump->nodes));
        for (uint32_t i = 0; i < dump->node_count; i++) {
            copy_node(adapter->sched, i, &dump->nodes[i]);
        }
    }
    if (adapter->tdr != NULL && adapter->tdr->debug_info.bytes > 0) {
        dump->blob_bytes = adapter->tdr->debug_info.bytes;
        dump->blob = machine_heap_alloc(machine, dump->blob_bytes);
        memcpy(dump->blob, adapter->tdr->debug_info.blob, dump->blob_bytes);
        dump->bucketing_key = adapter->tdr->debug_info.bucketing_key;
    }
}

static struct dump *take(struct machine *machine, const struct adapter *adapter, uint32_t code,
                         const uint64_t parameters[4])
{
    struct dxgk *dxgk = dxgk_of(machine);
    struct dump *dump = MACHINE_NEW(machine, struct dump);

    dump->number = ++dxgk->dump_count;
    dump->code = code;
    memcpy(dump->parameters, parameters, sizeof(dump->parameters));
    dump->time_ns = machine->clock.now_ns;
    copy_trace(machine, dump);
    if (adapter != NULL) {
        copy_adapter(dump, adapter);
    }
    list_push_back(&dxgk->dumps, &dump->link);
    return dump;
}

struct dump *dump_take_live(struct adapter *adapter, uint32_t code, uint64_t p1, uint64_t p2,
                            uint64_t p3, uint64_t p4, const char *format, ...)
{
    const uint64_t parameters[4] = { p1, p2, p3, p4 };
    struct dump *dump = take(adapter->machine, adapter, code, parameters);
    va_list arguments;

    dump->live = true;
    va_start(arguments, format);
    (void)vsnprintf(dump->text, sizeof(dump->text), format, arguments);
    va_end(arguments);
    return dump;
}

/* Whose crash it was, as far as is known: the adapter that was stopped, or the only one. */
static const struct adapter *culprit(const struct dxgk *dxgk)
{
    if (dxgk->stopped != NULL || list_is_empty(&dxgk->adapters)) {
        return dxgk->stopped;
    }
    return LIST_ENTRY_OF(dxgk->adapters.next, struct adapter, link);
}

const struct dump *dump_of_crash(struct machine *machine)
{
    struct dxgk *dxgk = dxgk_of(machine);
    const struct machine_bugcheck *bugcheck = &machine->bugcheck;
    struct dump *dump;

    DXGH_ASSERT(machine->crashed);
    LIST_FOR_EACH(link, &dxgk->dumps) {
        dump = LIST_ENTRY_OF(link, struct dump, link);
        if (!dump->live) {
            return dump;
        }
    }
    dump = take(machine, culprit(dxgk), bugcheck->code, bugcheck->parameters);
    dump->time_ns = bugcheck->time_ns;
    (void)snprintf(dump->text, sizeof(dump->text), "%s", bugcheck->text);
    return dump;
}

const struct list *dump_list(const struct machine *machine)
{
    const struct dxgk *dxgk = machine->layers[MACHINE_LAYER_DXGK];

    return dxgk != NULL ? &dxgk->dumps : NULL;
}

void adapter_bugcheck(struct adapter *adapter, uint32_t code, uint64_t p1, uint64_t p2, uint64_t p3,
                      uint64_t p4, const char *format, ...)
{
    const uint64_t parameters[4] = { p1, p2, p3, p4 };
    char text[512];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    machine_bugcheck_note(adapter->machine, code, parameters, text);
    if (adapter->tdr != NULL && adapter->started && code != DUMP_VIDEO_TDR_FAILURE) {
        debug_info_collect(adapter,
                           code); /* for 0x116 it was asked for the recovery, or a call is stuck */
    }
    adapter->dxgk->stopped = adapter;
    machine_bugcheck(adapter->machine, code, parameters, "%s", text);
}
