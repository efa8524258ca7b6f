/* SPDX-License-Identifier: MIT */
/* The display controller: vsync, flips, scan lines, the picture. */
#include "tests/lib/softgpu_board.h"
#include "tests/lib/test.h"

#include <string.h>

#define PERIOD 16666667ull

static void mode_set(struct softgpu_board *board, uint64_t base)
{
    struct mock_bus *mock = &board->mock;

    mock_bus_write32(mock, SOFTGPU_CRTC_WIDTH, 64);
    mock_bus_write32(mock, SOFTGPU_CRTC_HEIGHT, 48);
    mock_bus_write32(mock, SOFTGPU_CRTC_PITCH, 256);
    mock_bus_write32(mock, SOFTGPU_CRTC_FORMAT, SOFTGPU_FORMAT_X8R8G8B8);
    mock_bus_write64(mock, SOFTGPU_CRTC_BASE_LO, base);
    mock_bus_write32(mock, SOFTGPU_CRTC_CONTROL, SOFTGPU_CRTC_CONTROL_ENABLE);
}

static void vsync_interrupts_come_once_per_period(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;

    mock_bus_run_until(mock, 1000);
    mode_set(board, 0);
    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_VSYNC);
    for (uint64_t frame = 1; frame <= 5; frame++) {
        mock_bus_run_until(mock, 1000 + frame * PERIOD - 1);
        assert_false(mock->line);
        mock_bus_run_until(mock, 1000 + frame * PERIOD);
        assert_true(mock->line);
        assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_FRAME_COUNT), frame);
        assert_int_equal(mock_bus_read64(mock, SOFTGPU_CRTC_VSYNC_TIME_LO), 1000 + frame * PERIOD);
        mock_bus_write32(mock, SOFTGPU_REG_INT_STATUS, SOFTGPU_INT_VSYNC);
    }
    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, 0);
    assert_false(mock_bus_step(mock));
    mock_bus_run_until(mock, 1000 + 100 * PERIOD);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_INT_STATUS), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_FRAME_COUNT), 100);
    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_VSYNC);
    assert_true(mock_bus_step(mock));
    assert_int_equal(mock->now_ns, 1000 + 101 * PERIOD);
    mock_bus_write32(mock, SOFTGPU_CRTC_CONTROL, 0);
    assert_false(mock_bus_step(mock));
}

static void flips_wait_for_vsync(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;
    struct dxghost_scanout scanout;
    const uint8_t *vram = mock->bar_memory[SOFTGPU_BAR_VRAM];

    mode_set(board, 0x1000);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_STATUS), SOFTGPU_CRTC_STATUS_VBLANK);
    mock_bus_run_until(mock, PERIOD / 2);
    mock_bus_write64(mock, SOFTGPU_CRTC_BASE_LO, 0x8000);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_STATUS), SOFTGPU_CRTC_STATUS_FLIP_PENDING);
    assert_int_equal(mock_bus_read64(mock, SOFTGPU_CRTC_BASE_ACTIVE_LO), 0x1000);
    assert_true(mock->ops->scanout(mock->device, 0, &scanout));
    assert_ptr_equal(scanout.pixels, vram + 0x1000);

    mock_bus_write64(mock, SOFTGPU_CRTC_BASE_LO, 0xC000); /* the last one before vsync wins */
    mock_bus_run_until(mock, PERIOD - 1);
    assert_int_equal(mock_bus_read64(mock, SOFTGPU_CRTC_BASE_ACTIVE_LO), 0x1000);
    mock_bus_run_until(mock, PERIOD);
    assert_int_equal(mock_bus_read64(mock, SOFTGPU_CRTC_BASE_ACTIVE_LO), 0xC000);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_STATUS), SOFTGPU_CRTC_STATUS_VBLANK);
    assert_true(mock->ops->scanout(mock->device, 0, &scanout));
    assert_ptr_equal(scanout.pixels, vram + 0xC000);

    /* The low half alone arms nothing and does not leak into a flip that is pending. */
    mock_bus_write64(mock, SOFTGPU_CRTC_BASE_LO, 0x2000);
    mock_bus_write32(mock, SOFTGPU_CRTC_BASE_LO, 0x4000);
    mock_bus_run_until(mock, 2 * PERIOD);
    assert_int_equal(mock_bus_read64(mock, SOFTGPU_CRTC_BASE_ACTIVE_LO), 0x2000);
}

static void scan_line_walks_through_the_frame(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;
    uint32_t total = 48 + SOFTGPU_CRTC_BLANK_LINES;

    mode_set(board, 0);
    for (uint32_t line = 0; line < total; line++) {
        mock_bus_run_until(mock, 3 * PERIOD + (line * PERIOD + PERIOD / 2) / total);
        uint32_t expected =
            line < SOFTGPU_CRTC_BLANK_LINES ? 48 + line : line - SOFTGPU_CRTC_BLANK_LINES;
        assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_SCAN_LINE), expected);
        assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_STATUS),
                         expected >= 48 ? SOFTGPU_CRTC_STATUS_VBLANK : 0);
    }
}

static void mode_registers_are_locked_while_enabled(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;

    mode_set(board, 0);
    mock_bus_write32(mock, SOFTGPU_CRTC_WIDTH, 1);
    mock_bus_write32(mock, SOFTGPU_CRTC_PERIOD_NS, 5000000);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_WIDTH), 64);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_PERIOD_NS), PERIOD);
    mock_bus_write32(mock, SOFTGPU_CRTC_CONTROL, 0);
    mock_bus_write32(mock, SOFTGPU_CRTC_PERIOD_NS, 3);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_PERIOD_NS), 1000000);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_FRAME_COUNT), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_CRTC_SCAN_LINE), 0);
}

static void picture_is_what_memory_holds(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;
    struct dxghost_scanout scanout;

    assert_false(mock->ops->scanout(mock->device, 0, &scanout)); /* dark before a mode */
    mode_set(board, SOFTGPU_APERTURE_WINDOW + 16);
    assert_false(mock->ops->scanout(mock->device, 0, &scanout)); /* nothing is mapped */

    /* Three scattered pages and one more: the picture is gathered. */
    static const uint32_t pages[] = { 5, 2, 9, 3 };
    for (uint32_t i = 0; i < 4; i++) {
        softgpu_board_map(board, i, pages[i]);
        memset(mock->ram + BOARD_PAGES + pages[i] * 4096, (int)(i + 1), 4096);
    }
    assert_true(mock->ops->scanout(mock->device, 0, &scanout));
    assert_int_equal(scanout.width, 64);
    assert_int_equal(scanout.height, 48);
    assert_int_equal(scanout.pitch, 256);
    assert_int_equal(scanout.format, DXGHOST_PIXEL_X8R8G8B8);
    const uint8_t *pixels = scanout.pixels;
    assert_int_equal(pixels[0], 1);
    assert_int_equal(pixels[4096 - 17], 1);
    assert_int_equal(pixels[4096 - 16], 2);
    assert_int_equal(pixels[2 * 4096], 3);
    assert_false(mock->ops->scanout(mock->device, 1, &scanout)); /* one output */

    mock_bus_write32(mock, SOFTGPU_CRTC_CONTROL,
                     SOFTGPU_CRTC_CONTROL_ENABLE | SOFTGPU_CRTC_CONTROL_BLANK);
    assert_false(mock->ops->scanout(mock->device, 0, &scanout));
}

static void senseless_modes_are_dark(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;
    struct dxghost_scanout scanout;
    static const uint32_t bad[][2] = {
        { SOFTGPU_CRTC_WIDTH, 0 },        { SOFTGPU_CRTC_HEIGHT, 0 },
        { SOFTGPU_CRTC_WIDTH, 16385 },    { SOFTGPU_CRTC_HEIGHT, 0xFFFFFFFFu },
        { SOFTGPU_CRTC_PITCH, 252 },      { SOFTGPU_CRTC_PITCH, 0xFFFFFFFFu },
        { SOFTGPU_CRTC_FORMAT, 0 },       { SOFTGPU_CRTC_FORMAT, SOFTGPU_FORMAT_A8 },
        { SOFTGPU_CRTC_BASE_HI, 0x7000 }, { SOFTGPU_CRTC_BASE_LO, 0xFFFFF000u },
    };

    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        mode_set(board, 0);
        assert_true(mock->ops->scanout(mock->device, 0, &scanout));
        mock_bus_write32(mock, SOFTGPU_CRTC_CONTROL, 0);
        mock_bus_write32(mock, bad[i][0], bad[i][1]);
        mock_bus_write32(mock, SOFTGPU_CRTC_CONTROL, SOFTGPU_CRTC_CONTROL_ENABLE);
        mock_bus_read32(mock, SOFTGPU_CRTC_SCAN_LINE);
        assert_false(mock->ops->scanout(mock->device, 0, &scanout));
        mock_bus_write32(mock, SOFTGPU_CRTC_CONTROL, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOARD_TEST(vsync_interrupts_come_once_per_period),
        BOARD_TEST(flips_wait_for_vsync),
        BOARD_TEST(scan_line_walks_through_the_frame),
        BOARD_TEST(mode_registers_are_locked_while_enabled),
        BOARD_TEST(picture_is_what_memory_holds),
        BOARD_TEST(senseless_modes_are_dark),
    };
    return cmocka_run_group_tests_name("softgpu/crtc", tests, NULL, NULL);
}
