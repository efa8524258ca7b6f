/* SPDX-License-Identifier: MIT */
/* Identity, options, global registers, interrupts, resets; and the layout of the contract. */
#include "tests/lib/softgpu_board.h"
#include "tests/lib/test.h"

#include <string.h>

#include "devices/softgpu/softgpu_device.h"

_Static_assert(sizeof(struct softgpu_ring_entry) == SOFTGPU_RING_ENTRY_SIZE, "ring entry");
_Static_assert(sizeof(struct softgpu_surface) == 24, "surface");
_Static_assert(sizeof(struct softgpu_packet_fill) == 4 * SOFTGPU_FILL_DWORDS(0), "fill");
_Static_assert(sizeof(struct softgpu_packet_blt) == 4 * SOFTGPU_BLT_DWORDS(0), "blt");
_Static_assert(sizeof(struct softgpu_packet_cleartype) == 4 * SOFTGPU_CLEARTYPE_DWORDS(0), "text");
_Static_assert(sizeof(struct softgpu_packet_copy_linear) == 4 * SOFTGPU_COPY_LINEAR_DWORDS, "copy");
_Static_assert(sizeof(struct softgpu_packet_fill_linear) == 4 * SOFTGPU_FILL_LINEAR_DWORDS, "set");
_Static_assert(sizeof(struct softgpu_packet_gart_write) == 4 * SOFTGPU_GART_WRITE_DWORDS(0), "w");
_Static_assert(sizeof(struct softgpu_packet_gart_fill) == 4 * SOFTGPU_GART_FILL_DWORDS, "f");
_Static_assert(sizeof(struct softgpu_packet_touch) == 4 * SOFTGPU_TOUCH_DWORDS, "touch");
_Static_assert(sizeof(struct softgpu_packet_gradient) == 4 * SOFTGPU_GRADIENT_DWORDS, "gradient");
_Static_assert(sizeof(struct softgpu_packet_triangles) == 4 * SOFTGPU_TRIANGLES_DWORDS(0), "tri");

#define IS_AT(record, field, patch)                                                                \
    _Static_assert(offsetof(struct record, field) == (patch) && (patch) % 8 == 0, #patch)
IS_AT(softgpu_packet_fill, dst.address, SOFTGPU_PATCH_FILL_DST);
IS_AT(softgpu_packet_blt, src.address, SOFTGPU_PATCH_BLT_SRC);
IS_AT(softgpu_packet_blt, dst.address, SOFTGPU_PATCH_BLT_DST);
IS_AT(softgpu_packet_cleartype, dst.address, SOFTGPU_PATCH_CLEARTYPE_DST);
IS_AT(softgpu_packet_cleartype, alpha.address, SOFTGPU_PATCH_CLEARTYPE_ALPHA);
IS_AT(softgpu_packet_cleartype, gamma.address, SOFTGPU_PATCH_CLEARTYPE_GAMMA);
IS_AT(softgpu_packet_copy_linear, src, SOFTGPU_PATCH_COPY_LINEAR_SRC);
IS_AT(softgpu_packet_copy_linear, dst, SOFTGPU_PATCH_COPY_LINEAR_DST);
IS_AT(softgpu_packet_fill_linear, dst, SOFTGPU_PATCH_FILL_LINEAR_DST);
IS_AT(softgpu_packet_touch, address, SOFTGPU_PATCH_TOUCH_ADDRESS);
IS_AT(softgpu_packet_gradient, dst.address, SOFTGPU_PATCH_GRADIENT_DST);
IS_AT(softgpu_packet_triangles, dst.address, SOFTGPU_PATCH_TRIANGLES_DST);

static void board_describes_itself(void **state)
{
    const struct dxghost_device_ops *ops = softgpu_device_entry();
    struct dxghost_device_identity identity;
    const char *error = NULL;

    (void)state;
    assert_int_equal(ops->version, DXGHOST_DEVICE_VERSION);
    assert_string_equal(ops->name, "softgpu");
    assert_true(ops->describe(NULL, &identity, &error));
    assert_int_equal(identity.vendor_id, SOFTGPU_PCI_VENDOR_ID);
    assert_int_equal(identity.device_id, SOFTGPU_PCI_DEVICE_ID);
    assert_int_equal(identity.class_code[0], 3);
    assert_int_equal(identity.interrupt_messages, 0);
    assert_int_equal(identity.bars[0].kind, DXGHOST_BAR_REGISTERS);
    assert_int_equal(identity.bars[0].size_bytes, SOFTGPU_BAR_REGISTERS_SIZE);
    assert_int_equal(identity.bars[1].kind, DXGHOST_BAR_MEMORY);
    assert_int_equal(identity.bars[1].size_bytes, 64u << 20);
    assert_int_equal(identity.bars[2].kind, DXGHOST_BAR_NONE);
    ops->destroy(NULL);
}

static void options_choose_memory_and_interrupts(void **state)
{
    static const struct {
        const char *text;
        uint64_t vram_size_bytes;
        uint32_t messages;
    } good[] = {
        { "", 64ull << 20, 0 },          { "vram=1M", 1ull << 20, 0 },
        { "vram=4096K", 4ull << 20, 0 }, { "vram=2G,msi=1", 2ull << 30, 1 },
        { "msi=0", 64ull << 20, 0 },     { "vram=134217728", 128ull << 20, 0 },
        { "vram=4G", 4ull << 30, 0 },    { "vram=3M", 4ull << 20, 0 },
    };
    static const char *const bad[] = {
        "vram",      "vram=",     "vram=0",    "vram=512K", "vram=1000K",
        "vram=8G",   "vram=64X",  "vram=64MM", "vram=M",    "msi=2",
        "msi=",      "speed=9",   ",",         "vram=64M,", "vram=99999999999999999999",
        "vramx=64M", "vram=-64M",
    };
    const struct dxghost_device_ops *ops = softgpu_device_entry();
    struct dxghost_device_identity identity;

    (void)state;
    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
        const char *error = NULL;
        assert_true(ops->describe(good[i].text, &identity, &error));
        assert_int_equal(identity.bars[1].size_bytes, good[i].vram_size_bytes);
        assert_int_equal(identity.interrupt_messages, good[i].messages);
    }
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        const char *error = NULL;
        assert_false(ops->describe(bad[i], &identity, &error));
        assert_non_null(error);
        assert_non_null(strstr(error, "softgpu"));
    }
}

static void *no_bar(void *context, uint32_t bar)
{
    (void)context;
    (void)bar;
    return NULL;
}

static void creation_without_memory_or_with_another_bus_fails(void **state)
{
    struct dxghost_bus bus = { .version = DXGHOST_DEVICE_VERSION, .bar_memory = no_bar };

    (void)state;
    assert_null(softgpu_device_entry()->create(&bus, NULL));
    assert_null(softgpu_device_entry()->create(&bus, "vram=1000K"));
    bus.version = DXGHOST_DEVICE_VERSION + 1;
    assert_null(softgpu_device_entry()->create(&bus, NULL));
}

static void global_registers_read_as_documented(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;

    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_ID), SOFTGPU_ID);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_VERSION), SOFTGPU_VERSION);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_FEATURES),
                     SOFTGPU_FEATURE_GDI | SOFTGPU_FEATURE_DRAW | SOFTGPU_FEATURE_PREEMPT |
                         SOFTGPU_FEATURE_TEST);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_NODE_COUNT), 2);
    assert_int_equal(mock_bus_read64(mock, SOFTGPU_REG_VRAM_SIZE_LO), 1u << 20);
    mock_bus_run_until(mock, 0x1234567890ull);
    assert_int_equal(mock_bus_read64(mock, SOFTGPU_REG_TIME_LO), 0x1234567890ull);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_TIME_HI), 0x12);

    mock_bus_write32(mock, SOFTGPU_REG_SCRATCH0, 0x11223344);
    mock_bus_write32(mock, SOFTGPU_REG_SCRATCH1, 0x55667788);
    assert_int_equal(mock_bus_read64(mock, SOFTGPU_REG_SCRATCH0), 0x5566778811223344ull);
    mock_bus_write32(mock, SOFTGPU_REG_ID, 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_ID), SOFTGPU_ID);
    mock_bus_write64(mock, SOFTGPU_REG_GART_BASE_LO, 0x1234567812345FFFull);
    assert_int_equal(mock_bus_read64(mock, SOFTGPU_REG_GART_BASE_LO), 0x1234567812345000ull);
    mock_bus_write32(mock, SOFTGPU_REG_GART_ENTRIES, 0xFFFFFFFFu);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_GART_ENTRIES), SOFTGPU_GART_ENTRIES_MAX);
    mock_bus_write32(mock, SOFTGPU_REG_GART_CONTROL, 0xFFFFFFFFu);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_GART_CONTROL), SOFTGPU_GART_CONTROL_ENABLE);
}

static void accesses_of_other_sizes_behave(void **state)
{
    struct softgpu_board *board = *state;
    const struct dxghost_device_ops *ops = board->mock.ops;
    struct dxghost_device *device = board->mock.device;

    mock_bus_write32(&board->mock, SOFTGPU_REG_SCRATCH0, 0xAABBCCDDu);
    assert_int_equal(ops->register_read(device, 0, SOFTGPU_REG_SCRATCH0, 2), 0xCCDD);
    assert_int_equal(ops->register_read(device, 0, SOFTGPU_REG_SCRATCH0 + 2, 2), 0xAABB);
    assert_int_equal(ops->register_read(device, 0, SOFTGPU_REG_SCRATCH0 + 1, 1), 0xCC);
    assert_int_equal(ops->register_read(device, 0, SOFTGPU_REG_SCRATCH0 + 3, 1), 0xAA);
    ops->register_write(device, 0, SOFTGPU_REG_SCRATCH0, 2, 0);
    ops->register_write(device, 0, SOFTGPU_REG_SCRATCH0, 1, 0);
    ops->register_write(device, 1, SOFTGPU_REG_SCRATCH0, 4, 0);
    assert_int_equal(ops->register_read(device, 0, SOFTGPU_REG_SCRATCH0, 4), 0xAABBCCDDu);
    assert_int_equal(ops->register_read(device, 1, SOFTGPU_REG_SCRATCH0, 4), 0);
    assert_int_equal(ops->register_read(device, 0, SOFTGPU_BAR_REGISTERS_SIZE, 4), 0);
}

/* No offset and no value crashes the board or changes what is read-only. */
static void every_offset_survives_access(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;

    for (uint32_t offset = 0; offset < SOFTGPU_BAR_REGISTERS_SIZE; offset += 4) {
        mock_bus_write32(mock, offset, 0xFFFFFFFFu);
        mock_bus_write32(mock, offset, offset * 2654435761u);
        mock_bus_read64(mock, offset);
    }
    for (int i = 0; i < 100; i++) {
        mock_bus_step(mock);
    }
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_ID), SOFTGPU_ID);
    assert_int_equal(mock_bus_read32(mock, 0x0044), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_TEST_UNLOCK), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_TEST_IGNORE_RESET), 0);
    assert_int_equal(mock_bus_read32(mock, 0x3000), 0);
}

/* An empty buffer that asks for an interrupt: the shortest way to an event. */
static void raise_fence(struct softgpu_board *board, uint32_t node)
{
    softgpu_board_queue(board, node, 0, 0, SOFTGPU_ENTRY_INTERRUPT);
    while (mock_bus_step(&board->mock)) {
    }
}

static void interrupt_bits_are_sticky_and_cleared_by_one(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;

    raise_fence(board, 0);
    raise_fence(board, 1);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_INT_STATUS),
                     SOFTGPU_INT_FENCE(0) | SOFTGPU_INT_FENCE(1));
    assert_false(mock->line); /* nothing is enabled */

    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, 0xFFFFFFFFu);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_INT_ENABLE), SOFTGPU_INT_ALL);
    assert_true(mock->line);
    mock_bus_write32(mock, SOFTGPU_REG_INT_STATUS, SOFTGPU_INT_FENCE(0));
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_INT_STATUS), SOFTGPU_INT_FENCE(1));
    assert_true(mock->line);
    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_FENCE(0));
    assert_false(mock->line);
    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_FENCE(1));
    assert_true(mock->line);
    mock_bus_write32(mock, SOFTGPU_REG_INT_STATUS, SOFTGPU_INT_FENCE(1));
    assert_false(mock->line);
    assert_int_equal(mock->rises, 2);
}

/* With messages each cause that arrives during service sends another. */
static void messages_are_never_lost(void **state)
{
    struct softgpu_board board;
    struct mock_bus *mock = &board.mock;

    (void)state;
    softgpu_board_init(&board, "vram=1M,msi=1");
    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_ALL);
    raise_fence(&board, 0);
    assert_int_equal(mock->rises, 1);
    raise_fence(&board, 1); /* before anybody acknowledged the first */
    assert_int_equal(mock->rises, 1);
    mock_bus_write32(mock, SOFTGPU_REG_INT_STATUS, SOFTGPU_INT_FENCE(0));
    assert_int_equal(mock->rises, 2);
    mock_bus_write32(mock, SOFTGPU_REG_INT_STATUS, SOFTGPU_INT_FENCE(1));
    assert_int_equal(mock->rises, 2);
    softgpu_board_fini(&board);
}

static void board_reset_restores_power_on_state(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;
    uint8_t *vram = mock->bar_memory[SOFTGPU_BAR_VRAM];

    vram[100] = 42;
    mock_bus_write32(mock, SOFTGPU_REG_SCRATCH0, 7);
    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_ALL);
    raise_fence(board, 0);
    assert_true(mock->line);
    mock_bus_write32(mock, SOFTGPU_CRTC_WIDTH, 640);
    mock_bus_write32(mock, SOFTGPU_CRTC_CONTROL, SOFTGPU_CRTC_CONTROL_ENABLE);
    softgpu_board_queue(board, 0, 0, 0, SOFTGPU_ENTRY_INTERRUPT); /* running when it comes */

    mock_bus_write32(mock, SOFTGPU_REG_BOARD_CONTROL, SOFTGPU_BOARD_CONTROL_RESET);
    assert_false(mock->line);
    assert_false(mock_bus_step(mock)); /* no timer is left */
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_INT_ENABLE), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_INT_STATUS), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_GART_CONTROL), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_WIDTH), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_PERIOD_NS), SOFTGPU_CRTC_PERIOD_NS_DEFAULT);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_CONTROL), 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_RING_ENTRIES), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_SCRATCH0), 7);
    assert_int_equal(vram[100], 42);

    softgpu_board_enable(board, 0);
    raise_fence(board, 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED),
                     board->next_fence - 1);
}

/* Pulled out and plugged in by hand, so a reset of the board changes nothing about it. */
static void a_monitor_comes_and_goes(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;
    const struct dxghost_device_ops *ops = softgpu_device_entry();
    uint8_t edid[SOFTGPU_MONITOR_EDID_BYTES];
    uint8_t sum = 0;

    assert_int_equal(mock_bus_read32(mock, SOFTGPU_MONITOR_STATUS),
                     SOFTGPU_MONITOR_STATUS_CONNECTED);
    for (uint32_t i = 0; i < sizeof(edid); i += 4) {
        uint32_t value = mock_bus_read32(mock, SOFTGPU_MONITOR_EDID + i);

        memcpy(edid + i, &value, sizeof(value));
    }
    for (uint32_t i = 0; i < sizeof(edid); i++) {
        sum = (uint8_t)(sum + edid[i]);
    }
    assert_int_equal(sum, 0);
    assert_int_equal(edid[56] | (edid[58] & 0xF0) << 4, 1920);
    assert_int_equal(edid[59] | (edid[61] & 0xF0) << 4, 1080);

    assert_false(ops->plug(mock->device, 1, NULL, 0));
    assert_true(ops->plug(mock->device, 0, NULL, 0));
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_MONITOR_STATUS), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_MONITOR_EDID), 0);
    assert_false(mock->line); /* nobody has enabled it */
    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_MONITOR);
    assert_true(mock->line);
    mock_bus_write32(mock, SOFTGPU_REG_BOARD_CONTROL, SOFTGPU_BOARD_CONTROL_RESET);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_INT_STATUS), SOFTGPU_INT_MONITOR);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_MONITOR_STATUS), 0);
    mock_bus_write32(mock, SOFTGPU_REG_INT_STATUS, SOFTGPU_INT_MONITOR);
    edid[8] ^= 1;
    assert_true(ops->plug(mock->device, 0, edid, sizeof(edid)));
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_MONITOR_STATUS),
                     SOFTGPU_MONITOR_STATUS_CONNECTED);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_MONITOR_EDID + 8) & 0xFF, edid[8]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(board_describes_itself),
        cmocka_unit_test(options_choose_memory_and_interrupts),
        cmocka_unit_test(creation_without_memory_or_with_another_bus_fails),
        BOARD_TEST(global_registers_read_as_documented),
        BOARD_TEST(accesses_of_other_sizes_behave),
        BOARD_TEST(every_offset_survives_access),
        BOARD_TEST(interrupt_bits_are_sticky_and_cleared_by_one),
        cmocka_unit_test(messages_are_never_lost),
        BOARD_TEST(board_reset_restores_power_on_state),
        BOARD_TEST(a_monitor_comes_and_goes),
    };
    return cmocka_run_group_tests_name("softgpu/registers", tests, NULL, NULL);
}
