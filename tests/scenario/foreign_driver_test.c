/* SPDX-License-Identifier: MIT */
/*
 * The C driver of tests/drivers/foreign/copier on the board of examples/copier, built by
 * `dxghost cc` in both modes: a client copies and fills memory through D3DKMTRender.
 */
#include "examples/copier/copier_regs.h"
#include "kmt/object.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BYTES (3u * 4096u)

static char image[64];

/* What the driver wants to know of an allocation. */
struct allocation_data {
    uint32_t magic;
    uint32_t bytes;
};

static int build(const char *mode)
{
    char command[1024];

    (void)snprintf(image, sizeof(image), "/tmp/dxghost-copier-%d.so", (int)getpid());
    (void)snprintf(command, sizeof(command),
                   DXGH_TEST_PROGRAM " cc --mode %s -o %s -I%s/examples/copier "
                                     "%s/tests/drivers/foreign/copier/*.c",
                   mode, image, DXGH_TEST_SOURCE, DXGH_TEST_SOURCE);
    return system(command); /* NOLINT: a command of our own */
}

static int build_windows(void **state)
{
    (void)state;
    return build("windows");
}

static int build_native(void **state)
{
    (void)state;
    return build("native");
}

static int discard(void **state)
{
    (void)state;
    return unlink(image);
}

static D3DKMT_HANDLE make(const struct client *client)
{
    struct allocation_data data = { 0x434F5059, BYTES };
    D3DDDI_ALLOCATIONINFO info = { .pPrivateDriverData = &data,
                                   .PrivateDriverDataSize = sizeof(data) };
    D3DKMT_CREATEALLOCATION args = { .hDevice = client->device,
                                     .NumAllocations = 1,
                                     .pAllocationInfo = &info };

    assert_int_equal(D3DKMTCreateAllocation(&args), STATUS_SUCCESS);
    return info.hAllocation;
}

static uint8_t *lock(const struct client *client, D3DKMT_HANDLE allocation)
{
    D3DKMT_LOCK args = { .hDevice = client->device, .hAllocation = allocation };

    assert_int_equal(D3DKMTLock(&args), STATUS_SUCCESS);
    return args.pData;
}

static void unlock(const struct client *client, D3DKMT_HANDLE allocation)
{
    D3DKMT_UNLOCK args = { .hDevice = client->device,
                           .NumAllocations = 1,
                           .phAllocations = &allocation };

    assert_int_equal(D3DKMTUnlock(&args), STATUS_SUCCESS);
}

/* One command from allocation 1 to allocation 0, or a fill of 0. */
static NTSTATUS render(struct client *client, const D3DKMT_HANDLE *allocations,
                       struct copier_command command, uint32_t patches, uint32_t patch_offset)
{
    D3DKMT_RENDER args = { .hContext = client->context,
                           .CommandLength = sizeof(command),
                           .AllocationCount = 2,
                           .PatchLocationCount = patches };
    NTSTATUS status;

    memcpy(client->buffers.pCommandBuffer, &command, sizeof(command));
    for (uint32_t i = 0; i < 2; i++) {
        client->buffers.pAllocationList[i] =
            (D3DDDI_ALLOCATIONLIST){ .hAllocation = allocations[i], .WriteOperation = i == 0 };
        client->buffers.pPatchLocationList[i] = (D3DDDI_PATCHLOCATIONLIST){
            .AllocationIndex = i,
            .PatchOffset = patch_offset + i * 8,
        };
    }
    status = D3DKMTRender(&args);
    if (NT_SUCCESS(status)) {
        client->buffers.pCommandBuffer = args.pNewCommandBuffer;
        client->buffers.pAllocationList = args.pNewAllocationList;
        client->buffers.pPatchLocationList = args.pNewPatchLocationList;
    }
    return status;
}

static void copy_and_fill(struct adapter *adapter, void *argument)
{
    const struct copier_command copy = { .opcode = COPIER_COPY, .bytes = BYTES };
    const struct copier_command fill = { .opcode = COPIER_FILL, .bytes = BYTES - 1, .from = 0x5A };
    const struct copier_command wrong = { .opcode = 77, .bytes = BYTES };
    const uint32_t to = offsetof(struct copier_command, to);
    struct client client;
    D3DKMT_HANDLE allocations[2];
    uint8_t *bytes;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    allocations[0] = make(&client);
    allocations[1] = make(&client);
    bytes = lock(&client, allocations[1]);
    for (uint32_t i = 0; i < BYTES; i++) {
        bytes[i] = (uint8_t)(i * 7 + i / 256);
    }
    unlock(&client, allocations[1]);
    assert_int_equal(render(&client, allocations, copy, 2, to), STATUS_SUCCESS);
    bytes = lock(&client, allocations[0]); /* waits for the engine */
    for (uint32_t i = 0; i < BYTES; i++) {
        assert_int_equal(bytes[i], (uint8_t)(i * 7 + i / 256));
    }
    unlock(&client, allocations[0]);
    assert_int_equal(render(&client, allocations, fill, 1, to), STATUS_SUCCESS);
    bytes = lock(&client, allocations[0]);
    assert_int_equal(bytes[0], 0x5A);
    assert_int_equal(bytes[BYTES - 2], 0x5A);
    assert_int_equal(bytes[BYTES - 1], (uint8_t)((BYTES - 1) * 7 + (BYTES - 1) / 256));
    unlock(&client, allocations[0]);
    /* What the driver refuses comes back to the client. */
    assert_int_equal(render(&client, allocations, wrong, 2, to), STATUS_ILLEGAL_INSTRUCTION);
    assert_int_equal(render(&client, allocations, copy, 2, to + 1), STATUS_INVALID_PARAMETER);
    client_surface_destroy(&client, allocations[0]);
    client_surface_destroy(&client, allocations[1]);
    client_close(&client);
}

static void work_is_done(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 12; seed++) {
        const struct stack_config config = {
            .driver = image,
            .device = DXGH_TEST_COPIER_BOARD,
            .machine = { .decision = seed == 0 ? DECISION_FIXED : DECISION_RANDOM, .seed = seed },
        };
        struct stack stack;

        stack_run(&stack, &config, copy_and_fill, NULL);
        if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
            stack_print_breaches(&stack);
        }
        assert_int_equal(stack.outcome, STACK_RAN);
        assert_int_equal(verify_breach_count(stack.session.machine), 0);
        stack_close(&stack);
    }
}

static void start_and_stop(struct adapter *adapter, void *argument)
{
    struct adapter_error error = { 0 };

    (void)argument;
    for (int i = 0; i < 3; i++) {
        assert_int_equal(dxgk_adapter_restart(adapter, &error), STATUS_SUCCESS);
        copy_and_fill(adapter, NULL);
    }
}

static void the_device_stops_and_starts(void **state)
{
    const struct stack_config config = { .driver = image, .device = DXGH_TEST_COPIER_BOARD };
    struct stack stack;

    (void)state;
    stack_run(&stack, &config, start_and_stop, NULL);
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    stack_close(&stack);
}

/* On a board it was not written for the driver declines, and says so by its status. */
static void another_board_is_declined(void **state)
{
    const struct stack_config config = { .driver = image };
    struct stack stack;

    (void)state;
    stack_run(&stack, &config, NULL, NULL);
    assert_int_equal(stack.outcome, STACK_NOT_STARTED);
    assert_int_equal(stack.error.status, STATUS_GRAPHICS_DRIVER_MISMATCH);
    stack_close(&stack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(work_is_done),
        cmocka_unit_test(the_device_stops_and_starts),
        cmocka_unit_test(another_board_is_declined),
    };
    int failures =
        cmocka_run_group_tests_name("scenario/foreign_windows", tests, build_windows, discard);

    return failures +
           cmocka_run_group_tests_name("scenario/foreign_native", tests, build_native, discard);
}
