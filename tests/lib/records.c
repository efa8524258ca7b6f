/* SPDX-License-Identifier: MIT */
#include "tests/lib/records.h"

#include "cdd/batch.h"
#include "machine/heap.h"
#include "object/process.h"

#include <string.h>

/* Of a record: its rectangle is behind it. */
static uint32_t head_bytes(DXGK_RENDERKM_OPERATION operation)
{
    uint32_t head =
        (uint32_t)offsetof(DXGK_RENDERKM_COMMAND, Command) + batch_argument_bytes(operation);

    return (head + 7u) & ~7u;
}

DXGK_RENDERKM_COMMAND records_fill(uint32_t index, uint32_t side, uint32_t color)
{
    DXGK_RENDERKM_COMMAND command = { .OpCode = DXGK_GDIOP_COLORFILL };

    command.Command.ColorFill =
        (DXGK_GDIARG_COLORFILL){ .DstRect = { 0, 0, (LONG)side, (LONG)side },
                                 .DstAllocationIndex = index,
                                 .NumSubRects = 1,
                                 .Color = color,
                                 .Rop = DXGK_GDIROPCF_PATCOPY };
    return command;
}

DXGK_RENDERKM_COMMAND records_copy(struct records_surface from, struct records_surface to,
                                   uint32_t side)
{
    DXGK_RENDERKM_COMMAND command = { .OpCode = DXGK_GDIOP_BITBLT };

    command.Command.BitBlt = (DXGK_GDIARG_BITBLT){ .SrcRect = { 0, 0, (LONG)side, (LONG)side },
                                                   .DstRect = { 0, 0, (LONG)side, (LONG)side },
                                                   .SrcAllocationIndex = from.index,
                                                   .DstAllocationIndex = to.index,
                                                   .NumSubRects = 1,
                                                   .Rop = DXGK_GDIROP_SRCCOPY,
                                                   .SrcPitch = from.pitch,
                                                   .DstPitch = to.pitch };
    return command;
}

static void write_record(char *place, const DXGK_RENDERKM_COMMAND *command, uint32_t head)
{
    DXGK_RENDERKM_COMMAND *record = (void *)place;
    RECT *rect = (void *)(place + head);

    memcpy(record, command, DXGH_MIN((size_t)head, sizeof(*record)));
    record->CommandSize = head + (uint32_t)sizeof(*rect);
    if (record->OpCode == DXGK_GDIOP_COLORFILL) {
        *rect = record->Command.ColorFill.DstRect;
        record->Command.ColorFill.pSubRects = rect;
    } else {
        *rect = record->Command.BitBlt.DstRect;
        record->Command.BitBlt.pSubRects = rect;
    }
}

NTSTATUS records_render(const struct gpu_client *client, const struct records_request *request)
{
    struct machine *machine = dxgk_adapter_machine(client->adapter);
    uint32_t head = head_bytes(request->commands->OpCode);
    uint32_t bytes = head + (uint32_t)sizeof(RECT);
    char *records = machine_heap_alloc(machine, (size_t)request->count * bytes);
    const struct render_request render = { .commands = records,
                                           .size_bytes = request->count * bytes,
                                           .references = request->references,
                                           .reference_count = request->reference_count };
    struct process *outer = process_current(machine);
    NTSTATUS status;

    for (uint32_t i = 0; i < request->count; i++) {
        write_record(records + (size_t)i * bytes, &request->commands[i % request->command_count],
                     head);
    }
    process_attach(machine, client->process);
    status = dxgk_render_km(client->context, &render);
    process_attach(machine, outer);
    machine_heap_free(machine, records);
    return status;
}
