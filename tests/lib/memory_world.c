/* SPDX-License-Identifier: MIT */
#include "tests/lib/memory_world.h"

#include "object/process.h"
#include "tests/lib/records.h"
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

NTSTATUS memory_world_fill(struct memory_world *world, const struct opened *opened, uint32_t color,
                           uint32_t count)
{
    const struct render_reference references[2] = { { 0 }, dxgk_opened_reference(opened, true) };
    const DXGK_RENDERKM_COMMAND command = records_fill(1, MEMORY_WORLD_SIDE, color);
    const struct records_request request = { .commands = &command,
                                             .command_count = 1,
                                             .count = count,
                                             .references = references,
                                             .reference_count = 2 };

    return records_render(&world->client, &request);
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
