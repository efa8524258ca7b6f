/* SPDX-License-Identifier: MIT */
#include "devices/linearfb/linearfb.h"
#include "devices/linearfb/linearfb_regs.h"
#include "display/edid.h"
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

static uint8_t *vram;
static unsigned logged;

static void *bar_memory(void *context, uint32_t bar)
{
    (void)context;
    assert_int_equal(bar, LINEARFB_MEMORY_BAR);
    return vram;
}

static void note(void *context, const char *text)
{
    (void)context;
    (void)text;
    logged++;
}

static bool line;

static void interrupt_set(void *context, uint32_t message, bool asserted)
{
    (void)context;
    assert_int_equal(message, 0);
    line = asserted;
}

static const struct dxghost_bus bus = { .version = DXGHOST_DEVICE_VERSION,
                                        .bar_memory = bar_memory,
                                        .interrupt_set = interrupt_set,
                                        .log = note };

static struct dxghost_device *power_on(const char *options)
{
    const struct dxghost_device_ops *ops = linearfb_device_entry();
    struct dxghost_device_identity identity;
    const char *error = NULL;
    struct dxghost_device *device;

    assert_true(ops->describe(options, &identity, &error));
    free(vram);
    vram = calloc(1, identity.bars[LINEARFB_MEMORY_BAR].size_bytes);
    device = ops->create(&bus, options);
    assert_non_null(device);
    return device;
}

static void power_off(struct dxghost_device *device)
{
    linearfb_device_entry()->destroy(device);
    free(vram);
    vram = NULL;
}

static void put(struct dxghost_device *device, uint64_t offset, uint16_t value)
{
    linearfb_device_entry()->register_write(device, LINEARFB_REGISTER_BAR, offset, 2, value);
}

static uint64_t get(struct dxghost_device *device, uint64_t offset, uint32_t size)
{
    return linearfb_device_entry()->register_read(device, LINEARFB_REGISTER_BAR, offset, size);
}

static void firmware_mode_is_shown(void **state)
{
    struct dxghost_device *device = power_on("post=800x600,bits=16");
    struct dxghost_scanout picture;

    (void)state;
    assert_true(linearfb_device_entry()->scanout(device, 0, &picture));
    assert_int_equal(picture.width, 800);
    assert_int_equal(picture.height, 600);
    assert_int_equal(picture.pitch, 1600);
    assert_int_equal(picture.format, DXGHOST_PIXEL_R5G6B5);
    assert_ptr_equal(picture.pixels, vram);
    assert_false(linearfb_device_entry()->scanout(device, 1, &picture));
    power_off(device);
}

static void a_mode_is_taken_when_it_is_enabled(void **state)
{
    struct dxghost_device *device = power_on(NULL);
    struct dxghost_scanout picture;

    (void)state;
    assert_int_equal(get(device, LINEARFB_ID, 2), LINEARFB_ID_VALUE);
    put(device, LINEARFB_ENABLE, 0);
    assert_false(linearfb_device_entry()->scanout(device, 0, &picture));
    put(device, LINEARFB_WIDTH, 640);
    put(device, LINEARFB_HEIGHT, 480);
    put(device, LINEARFB_LINE, 700);
    vram[0] = 1;
    put(device, LINEARFB_ENABLE, LINEARFB_ENABLE_ON | LINEARFB_ENABLE_KEEP);
    assert_int_equal(vram[0], 1);
    put(device, LINEARFB_LEFT, 60);
    put(device, LINEARFB_TOP, 2);
    assert_true(linearfb_device_entry()->scanout(device, 0, &picture));
    assert_int_equal(picture.pitch, 2800);
    assert_ptr_equal(picture.pixels, vram + 2 * 2800 + 60 * 4);
    put(device, LINEARFB_LEFT, 61); /* one pixel beyond the line */
    assert_false(linearfb_device_entry()->scanout(device, 0, &picture));
    assert_int_equal(get(device, LINEARFB_LINES, 2), (16u << 20) / 2800);
    power_off(device);
}

static void enabling_clears_unless_told_not_to(void **state)
{
    struct dxghost_device *device = power_on("vram=1M,post=none");

    (void)state;
    vram[100] = 7;
    put(device, LINEARFB_WIDTH, 64);
    put(device, LINEARFB_HEIGHT, 64);
    put(device, LINEARFB_ENABLE, LINEARFB_ENABLE_ON);
    assert_int_equal(vram[100], 0);
    power_off(device);
}

static void modes_beyond_memory_are_dark(void **state)
{
    struct dxghost_device *device = power_on("vram=1M,post=none");
    struct dxghost_scanout picture;

    (void)state;
    put(device, LINEARFB_WIDTH, 1024);
    put(device, LINEARFB_HEIGHT, 257); /* one line more than fits */
    put(device, LINEARFB_ENABLE, LINEARFB_ENABLE_ON);
    assert_false(linearfb_device_entry()->scanout(device, 0, &picture));
    power_off(device);
}

/* The descriptor is one that the kernel's own parser takes. */
static void monitor_has_a_descriptor(void **state)
{
    struct dxghost_device *device = power_on("post=1280x720");
    uint8_t bytes[LINEARFB_EDID_BYTES];
    struct edid edid;

    (void)state;
    for (uint32_t i = 0; i < sizeof(bytes); i += 4) {
        uint32_t word = (uint32_t)get(device, LINEARFB_EDID + i, 4);

        memcpy(bytes + i, &word, sizeof(word));
    }
    assert_int_equal(edid_parse(bytes, sizeof(bytes), &edid), EDID_OK);
    assert_true(edid.timing_count >= 1);
    assert_int_equal(edid.timings[0].signal.ActiveSize.cx, 1280);
    assert_int_equal(edid.timings[0].signal.ActiveSize.cy, 720);
    power_off(device);
}

static void accesses_to_no_register_are_logged(void **state)
{
    struct dxghost_device *device = power_on(NULL);

    (void)state;
    logged = 0;
    assert_int_equal(get(device, 0x200, 4), 0);
    assert_int_equal(get(device, LINEARFB_WIDTH, 4), 0); /* mode registers have 16 bits */
    put(device, LINEARFB_EDID, 1);
    assert_int_equal(logged, 3);
    power_off(device);
}

static void bad_options_are_refused(void **state)
{
    static const char *const options[] = { "vram=3M",   "vram=512M",   "post=0x0",
                                           "post=1024", "bits=24",     "colour=1",
                                           "vram=1M",   "post=1x1,,x", "post=5000x5000" };
    struct dxghost_device_identity identity;
    const char *error;

    (void)state;
    for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++) {
        error = NULL;
        assert_false(linearfb_device_entry()->describe(options[i], &identity, &error));
        assert_non_null(error);
    }
}

static void a_monitor_comes_and_goes(void **state)
{
    const struct dxghost_device_ops *ops = linearfb_device_entry();
    struct dxghost_device *device = power_on(NULL);
    struct dxghost_scanout picture;
    uint8_t edid[EDID_BLOCK_BYTES];

    (void)state;
    assert_int_equal(get(device, LINEARFB_MONITOR, 2), LINEARFB_MONITOR_CONNECTED);
    put(device, LINEARFB_MONITOR, LINEARFB_MONITOR_INTERRUPT);
    assert_false(line);
    assert_true(ops->plug(device, 0, NULL, 0));
    assert_true(line);
    assert_false(ops->scanout(device, 0, &picture));
    assert_int_equal(get(device, 0, 8), 0);
    put(device, LINEARFB_MONITOR, LINEARFB_MONITOR_CHANGED | LINEARFB_MONITOR_INTERRUPT);
    assert_false(line);
    assert_int_equal(get(device, LINEARFB_MONITOR, 2), LINEARFB_MONITOR_INTERRUPT);
    edid_make(edid, "another", 1280, 720);
    put(device, LINEARFB_MONITOR, 0);
    assert_true(ops->plug(device, 0, edid, sizeof(edid)));
    assert_false(line); /* switched off, but not forgotten */
    assert_int_equal(get(device, LINEARFB_MONITOR, 2),
                     LINEARFB_MONITOR_CONNECTED | LINEARFB_MONITOR_CHANGED);
    assert_int_equal(get(device, 127, 1), edid[127]);
    assert_true(ops->scanout(device, 0, &picture));
    assert_false(ops->plug(device, 1, edid, sizeof(edid)));
    power_off(device);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(firmware_mode_is_shown),
        cmocka_unit_test(a_mode_is_taken_when_it_is_enabled),
        cmocka_unit_test(enabling_clears_unless_told_not_to),
        cmocka_unit_test(modes_beyond_memory_are_dark),
        cmocka_unit_test(monitor_has_a_descriptor),
        cmocka_unit_test(accesses_to_no_register_are_logged),
        cmocka_unit_test(bad_options_are_refused),
        cmocka_unit_test(a_monitor_comes_and_goes),
    };
    return cmocka_run_group_tests_name("devices/linearfb", tests, NULL, NULL);
}
