/* SPDX-License-Identifier: MIT */
/*
 * The softgpu board on a mock bus, as a driver would have set it up.
 *
 *   RAM   ring of node n at n * 4096, fence pages behind them, command buffer at 64 KB, 64 KB long
 *         pages for the aperture from 128 KB on
 *   VRAM  1 MB: pixels from 0, the GART in the last 64 KB
 */
#ifndef TESTS_LIB_SOFTGPU_BOARD_H
#define TESTS_LIB_SOFTGPU_BOARD_H

#include "devices/softgpu/softgpu_regs.h"
#include "tests/lib/mock_bus.h"

#define BOARD_RAM_BYTES (1u << 20)
#define BOARD_RING_ENTRIES 8u
#define BOARD_COMMANDS 0x10000u /* offset in RAM */
#define BOARD_COMMANDS_BYTES 0x10000u
#define BOARD_PAGES 0x20000u /* offset in RAM of the pages the aperture maps */
#define BOARD_GART_OFFSET 0xF0000u
#define BOARD_GART_ENTRIES 64u

struct softgpu_board {
    struct mock_bus mock;
    uint32_t next_fence;
};

void softgpu_board_init(struct softgpu_board *board, const char *options);
void softgpu_board_fini(struct softgpu_board *board);

/** A test with a board of its own, of 1 MiB of video memory, in *state */
int softgpu_board_setup(void **state);
int softgpu_board_teardown(void **state);
#define BOARD_TEST(name)                                                                           \
    cmocka_unit_test_setup_teardown(name, softgpu_board_setup, softgpu_board_teardown)

uint32_t softgpu_board_read(struct softgpu_board *board, uint32_t node, uint32_t offset);
void softgpu_board_write(struct softgpu_board *board, uint32_t node, uint32_t offset,
                         uint32_t value);
/** softgpu_board_enable - program a node's ring and fence page and start it */
void softgpu_board_enable(struct softgpu_board *board, uint32_t node);
/** softgpu_board_fence_written - what the node last wrote to its fence page */
uint64_t softgpu_board_fence_written(struct softgpu_board *board, uint32_t node);
/** softgpu_board_map - point an aperture page at a page of RAM */
void softgpu_board_map(struct softgpu_board *board, uint32_t aperture_page, uint32_t ram_page);

/** softgpu_board_queue - put one entry in the ring and ring the doorbell; returns its fence */
uint32_t softgpu_board_queue(struct softgpu_board *board, uint32_t node, uint64_t address,
                             uint32_t size_bytes, uint32_t flags);
/**
 * softgpu_board_run_packets - copy packets to RAM, run them to the end
 * Returns: the fault code, 0 when they retired. After a fault the node is reset and enabled.
 */
uint32_t softgpu_board_run_packets(struct softgpu_board *board, uint32_t node, const void *packets,
                                   uint32_t size_bytes);

#endif /* TESTS_LIB_SOFTGPU_BOARD_H */
