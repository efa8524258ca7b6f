/* SPDX-License-Identifier: MIT */
#include "tests/lib/softgpu_board.h"

#include "devices/softgpu/softgpu_device.h"

#include <stdlib.h>
#include <string.h>

static uint32_t ring_offset(uint32_t node)
{
    return node * 0x1000u;
}

static uint32_t fence_offset(uint32_t node)
{
    return 0x8000u + node * 0x1000u;
}

uint32_t softgpu_board_read(struct softgpu_board *board, uint32_t node, uint32_t offset)
{
    return mock_bus_read32(&board->mock, SOFTGPU_NODE_BLOCK(node) + offset);
}

void softgpu_board_write(struct softgpu_board *board, uint32_t node, uint32_t offset,
                         uint32_t value)
{
    mock_bus_write32(&board->mock, SOFTGPU_NODE_BLOCK(node) + offset, value);
}

void softgpu_board_enable(struct softgpu_board *board, uint32_t node)
{
    struct mock_bus *mock = &board->mock;
    uint32_t block = SOFTGPU_NODE_BLOCK(node);

    mock_bus_write64(mock, block + SOFTGPU_NODE_RING_BASE_LO,
                     SOFTGPU_SYSTEM_WINDOW + MOCK_BUS_RAM_BASE + ring_offset(node));
    mock_bus_write32(mock, block + SOFTGPU_NODE_RING_ENTRIES, BOARD_RING_ENTRIES);
    mock_bus_write64(mock, block + SOFTGPU_NODE_FENCE_ADDRESS_LO,
                     MOCK_BUS_RAM_BASE + fence_offset(node));
    mock_bus_write32(mock, block + SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_ENABLE);
}

void softgpu_board_init(struct softgpu_board *board, const char *options)
{
    struct mock_bus *mock = &board->mock;

    if (!mock_bus_init(mock, softgpu_device_entry(), options, BOARD_RAM_BYTES)) {
        abort();
    }
    board->next_fence = 1;
    mock_bus_write64(mock, SOFTGPU_REG_GART_BASE_LO, BOARD_GART_OFFSET);
    mock_bus_write32(mock, SOFTGPU_REG_GART_ENTRIES, BOARD_GART_ENTRIES);
    mock_bus_write32(mock, SOFTGPU_REG_GART_CONTROL, SOFTGPU_GART_CONTROL_ENABLE);
    for (uint32_t node = 0; node < SOFTGPU_NODE_COUNT; node++) {
        softgpu_board_enable(board, node);
    }
}

void softgpu_board_fini(struct softgpu_board *board)
{
    mock_bus_fini(&board->mock);
}

uint64_t softgpu_board_fence_written(struct softgpu_board *board, uint32_t node)
{
    uint64_t value;
    memcpy(&value, board->mock.ram + fence_offset(node), sizeof(value));
    return value;
}

void softgpu_board_map(struct softgpu_board *board, uint32_t aperture_page, uint32_t ram_page)
{
    uint64_t entry = (MOCK_BUS_RAM_BASE + BOARD_PAGES + (uint64_t)ram_page * SOFTGPU_PAGE_SIZE) |
                     SOFTGPU_GART_ENTRY_VALID;
    memcpy(board->mock.bar_memory[SOFTGPU_BAR_VRAM] + BOARD_GART_OFFSET + aperture_page * 8u,
           &entry, sizeof(entry));
}

uint32_t softgpu_board_queue(struct softgpu_board *board, uint32_t node, uint64_t address,
                             uint32_t size_bytes, uint32_t flags)
{
    uint32_t tail = softgpu_board_read(board, node, SOFTGPU_NODE_RING_TAIL);
    struct softgpu_ring_entry entry = {
        .address = address,
        .size_bytes = size_bytes,
        .fence = board->next_fence++,
        .flags = flags,
        .context = 7,
    };

    memcpy(board->mock.ram + ring_offset(node) + tail * SOFTGPU_RING_ENTRY_SIZE, &entry,
           sizeof(entry));
    softgpu_board_write(board, node, SOFTGPU_NODE_RING_TAIL, (tail + 1) % BOARD_RING_ENTRIES);
    return entry.fence;
}

uint32_t softgpu_board_run_packets(struct softgpu_board *board, uint32_t node, const void *packets,
                                   uint32_t size_bytes)
{
    if (size_bytes > BOARD_COMMANDS_BYTES) {
        abort();
    }
    memcpy(board->mock.ram + BOARD_COMMANDS, packets, size_bytes);
    softgpu_board_queue(board, node, SOFTGPU_SYSTEM_WINDOW + MOCK_BUS_RAM_BASE + BOARD_COMMANDS,
                        size_bytes, 0);
    while (mock_bus_step(&board->mock)) {
    }

    uint32_t code = softgpu_board_read(board, node, SOFTGPU_NODE_FAULT_CODE);
    if (code != SOFTGPU_FAULT_NONE) {
        softgpu_board_write(board, node, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
        softgpu_board_enable(board, node);
    }
    return code;
}

int softgpu_board_setup(void **state)
{
    struct softgpu_board *board = malloc(sizeof(*board));

    softgpu_board_init(board, "vram=1M");
    *state = board;
    return 0;
}

int softgpu_board_teardown(void **state)
{
    softgpu_board_fini(*state);
    free(*state);
    return 0;
}
