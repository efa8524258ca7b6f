/* SPDX-License-Identifier: MIT */
#include "cli/gpu_client.h"

#include "cdd/batch.h"
#include "dxgk/render.h"
#include "machine/heap.h"
#include "object/process.h"

static void close_device(struct gpu_client *client)
{
    struct machine *machine = dxgk_adapter_machine(client->adapter);
    struct process *outer = process_current(machine);

    process_attach(machine, client->process);
    dxgk_context_destroy(client->context);
    dxgk_allocation_destroy(client->surface);
    dxgk_device_destroy(client->device);
    client->context = NULL;
    client->surface = NULL;
    client->device = NULL;
    process_attach(machine, outer);
}

static NTSTATUS open_device(struct gpu_client *client, uint32_t node, int priority)
{
    struct machine *machine = dxgk_adapter_machine(client->adapter);
    struct process *outer = process_current(machine);
    struct surface_request request = { .type = D3DKMDT_STANDARDALLOCATION_GDISURFACE,
                                       .gdi_type = D3DKMDT_GDISURFACE_TEXTURE,
                                       .width = GPU_CLIENT_SIDE,
                                       .height = GPU_CLIENT_SIDE,
                                       .format = D3DDDIFMT_A8R8G8B8 };
    NTSTATUS status;

    process_attach(machine, client->process);
    status = dxgk_device_create(client->adapter, client->process, true, &client->device);
    if (NT_SUCCESS(status)) {
        status = dxgk_context_create(client->device, node, true, NULL, 0, &client->context);
    }
    if (NT_SUCCESS(status)) {
        status = dxgk_context_set_priority(client->context, priority);
    }
    if (NT_SUCCESS(status)) {
        status = dxgk_surface_create(client->device, &request, &client->surface);
    }
    process_attach(machine, outer);
    if (!NT_SUCCESS(status)) {
        close_device(client);
    }
    return status;
}

NTSTATUS gpu_client_open(struct gpu_client *client, struct adapter *adapter, const char *name,
                         uint32_t id, uint32_t node, int priority)
{
    NTSTATUS status;

    *client = (struct gpu_client){ .adapter = adapter };
    client->process = process_create(dxgk_adapter_machine(adapter), name, id);
    status = open_device(client, node, priority);
    if (!NT_SUCCESS(status)) {
        process_destroy(client->process);
        client->process = NULL;
    }
    return status;
}

NTSTATUS gpu_client_reopen(struct gpu_client *client, uint32_t node, int priority)
{
    close_device(client);
    return open_device(client, node, priority);
}

void gpu_client_close(struct gpu_client *client)
{
    if (client->process == NULL) {
        return;
    }
    if (client->device != NULL) {
        close_device(client);
    }
    process_destroy(client->process);
    client->process = NULL;
}

/* One record that fills the whole surface. */
static void write_record(DXGK_RENDERKM_COMMAND *command, uint32_t head_bytes)
{
    RECT *rect = (RECT *)(void *)((char *)command + head_bytes);

    *rect = (RECT){ 0, 0, GPU_CLIENT_SIDE, GPU_CLIENT_SIDE };
    command->OpCode = DXGK_GDIOP_COLORFILL;
    command->CommandSize = head_bytes + (uint32_t)sizeof(RECT);
    command->Command.ColorFill = (DXGK_GDIARG_COLORFILL){
        .DstRect = *rect,
        .DstAllocationIndex = 1,
        .NumSubRects = 1,
        .pSubRects = rect,
        .Color = 0xFF336699,
        .Rop = DXGK_GDIROPCF_PATCOPY,
    };
}

static NTSTATUS fill(struct gpu_client *client, uint32_t count)
{
    struct machine *machine = dxgk_adapter_machine(client->adapter);
    struct process *outer = process_current(machine);
    uint32_t head_bytes = ((uint32_t)offsetof(DXGK_RENDERKM_COMMAND, Command) +
                           batch_argument_bytes(DXGK_GDIOP_COLORFILL) + 7u) &
                          ~7u;
    uint32_t record_bytes = head_bytes + (uint32_t)sizeof(RECT);
    char *records = machine_heap_alloc(machine, (size_t)count * record_bytes);
    const struct render_reference references[2] = {
        { 0 }, { .allocation = client->surface, .written = true }
    };
    const struct render_request request = { .commands = records,
                                            .size_bytes = count * record_bytes,
                                            .references = references,
                                            .reference_count = 2 };
    NTSTATUS status;

    for (uint32_t i = 0; i < count; i++) {
        write_record((DXGK_RENDERKM_COMMAND *)(void *)(records + (size_t)i * record_bytes),
                     head_bytes);
    }
    process_attach(machine, client->process);
    status = dxgk_render_km(client->context, &request);
    process_attach(machine, outer);
    machine_heap_free(machine, records);
    return status;
}

NTSTATUS gpu_client_fill(struct gpu_client *client, uint32_t count)
{
    return client->device == NULL ? STATUS_INVALID_HANDLE : fill(client, count);
}

NTSTATUS gpu_client_wait(struct gpu_client *client)
{
    return client->device == NULL ? STATUS_INVALID_HANDLE : dxgk_context_wait_idle(client->context);
}
