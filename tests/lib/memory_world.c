/* SPDX-License-Identifier: MIT */
#include "tests/lib/memory_world.h"

#include "cdd/batch.h"
#include "machine/heap.h"
#include "object/process.h"
#include "tests/lib/test.h"

#include <string.h>

void memory_world_open(struct memory_world *world, struct adapter *adapter)
{
    *world = (struct memory_world){ .count = 0 };
    assert_int_equal(gpu_client_open(&world->client, adapter, "client", 600, 0, 0), STATUS_SUCCESS);
}

void memory_world_drop(struct memory_world *world)
{
    (void)gpu_client_wait(&world->client);
    while (world->count > 0) {
        dxgk_opening_destroy(world->openings[--world->count]);
    }
    gpu_client_close(&world->client);
}

void memory_world_close(struct memory_world *world)
{
    assert_int_equal(gpu_client_wait(&world->client), STATUS_SUCCESS);
    memory_world_drop(world);
}

NTSTATUS memory_world_add_sized(struct memory_world *world, uint32_t kind, uint32_t side,
                                struct opened **opened)
{
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = kind,
                                    .Width = side,
                                    .Height = side,
                                    .Pitch = side * 4,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    struct allocation_request allocation = { .private_data = &data, .private_bytes = sizeof(data) };
    const struct resource_request request = { .count = 1, .allocations = &allocation };
    struct machine *machine = dxgk_adapter_machine(world->client.adapter);
    struct process *outer = process_current(machine);
    NTSTATUS status;

    process_attach(machine, world->client.process); /* whose handles the driver asks for */
    status = dxgk_resource_create(world->client.device, world->client.process, &request,
                                  &world->openings[world->count]);
    process_attach(machine, outer);
    if (NT_SUCCESS(status)) {
        *opened =
            LIST_ENTRY_OF(world->openings[world->count++]->allocations.next, struct opened, link);
    }
    return status;
}

struct opened *memory_world_add(struct memory_world *world, uint32_t kind)
{
    struct opened *opened;

    assert_int_equal(memory_world_add_sized(world, kind, MEMORY_WORLD_SIDE, &opened),
                     STATUS_SUCCESS);
    return opened;
}

/* Fills all of a surface, `count` times over. */
NTSTATUS memory_world_fill(struct memory_world *world, const struct opened *opened, uint32_t color,
                           uint32_t count)
{
    struct machine *machine = dxgk_adapter_machine(world->client.adapter);
    struct process *outer = process_current(machine);
    uint32_t head = ((uint32_t)offsetof(DXGK_RENDERKM_COMMAND, Command) +
                     batch_argument_bytes(DXGK_GDIOP_COLORFILL) + 7u) &
                    ~7u;
    uint32_t bytes = head + (uint32_t)sizeof(RECT);
    char *records = machine_heap_alloc(machine, (size_t)count * bytes);
    const struct render_reference references[2] = { { 0 }, dxgk_opened_reference(opened, true) };
    const struct render_request request = { .commands = records,
                                            .size_bytes = count * bytes,
                                            .references = references,
                                            .reference_count = 2 };
    NTSTATUS status;

    for (uint32_t i = 0; i < count; i++) {
        DXGK_RENDERKM_COMMAND *command = (void *)(records + (size_t)i * bytes);
        RECT *rect = (void *)((char *)command + head);

        *rect = (RECT){ 0, 0, MEMORY_WORLD_SIDE, MEMORY_WORLD_SIDE };
        command->OpCode = DXGK_GDIOP_COLORFILL;
        command->CommandSize = bytes;
        command->Command.ColorFill = (DXGK_GDIARG_COLORFILL){ .DstRect = *rect,
                                                              .DstAllocationIndex = 1,
                                                              .NumSubRects = 1,
                                                              .pSubRects = rect,
                                                              .Color = color,
                                                              .Rop = DXGK_GDIROPCF_PATCOPY };
    }
    process_attach(machine, world->client.process);
    status = dxgk_render_km(world->client.context, &request);
    process_attach(machine, outer);
    machine_heap_free(machine, records);
    return status;
}

uint32_t memory_world_first_pixel(struct opened *opened)
{
    void *pointer;
    uint32_t pixel;

    assert_int_equal(dxgk_opened_lock(opened, true, &pointer), STATUS_SUCCESS);
    memcpy(&pixel, pointer, sizeof(pixel));
    dxgk_opened_unlock(opened);
    return pixel;
}
