/* SPDX-License-Identifier: MIT */
#include "devices/null/null.h"
#include "tests/lib/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[64];
static char options[96];
static uint32_t lines; /* interrupt lines, as bits */
static unsigned logged;
static struct dxghost_timer *armed;

static uint64_t time_ns(void *context)
{
    (void)context;
    return 5;
}

static void timer_set(void *context, struct dxghost_timer *timer, uint64_t due_ns)
{
    (void)context;
    assert_int_equal(due_ns, 1005);
    armed = timer;
}

static void interrupt_set(void *context, uint32_t message, bool asserted)
{
    (void)context;
    lines = asserted ? lines | 1u << message : lines & ~(1u << message);
}

static void note(void *context, const char *text)
{
    (void)context;
    (void)text;
    logged++;
}

static const struct dxghost_bus bus = { .version = DXGHOST_DEVICE_VERSION,
                                        .time_ns = time_ns,
                                        .timer_set = timer_set,
                                        .interrupt_set = interrupt_set,
                                        .log = note };

static void write_script(const char *text)
{
    FILE *stream;

    (void)snprintf(path, sizeof(path), "/tmp/dxghost-null-%d.txt", (int)getpid());
    (void)snprintf(options, sizeof(options), "script=%s", path);
    stream = fopen(path, "w");
    assert_non_null(stream);
    (void)fputs(text, stream);
    (void)fclose(stream);
}

static int clean(void **state)
{
    (void)state;
    (void)unlink(path);
    return 0;
}

static void identity_comes_from_the_script(void **state)
{
    struct dxghost_device_identity identity;
    const char *error = NULL;

    (void)state;
    write_script("id 10DE:1C82 030200 1043:8613 A1 # a board\n\nmsi 4\n"
                 "bar 0 registers 0x10000\nbar 1 memory 16M\nbar 3 ports 128\npost 1 800 600\n");
    assert_true(null_device_entry()->describe(options, &identity, &error));
    assert_int_equal(identity.vendor_id, 0x10DE);
    assert_int_equal(identity.device_id, 0x1C82);
    assert_int_equal(identity.class_code[1], 2);
    assert_int_equal(identity.subsystem_id, 0x8613);
    assert_int_equal(identity.revision, 0xA1);
    assert_int_equal(identity.interrupt_messages, 4);
    assert_int_equal(identity.bars[0].size_bytes, 0x10000);
    assert_int_equal(identity.bars[1].kind, DXGHOST_BAR_MEMORY);
    assert_int_equal(identity.bars[3].kind, DXGHOST_BAR_PORTS);
    assert_int_equal(identity.post.width, 800);
}

static void registers_answer_in_order(void **state)
{
    const struct dxghost_device_ops *ops = null_device_entry();
    struct dxghost_device *device;

    (void)state;
    write_script("bar 0 registers 4K\nread 0 0x40 0 0 1\nread 0 8 0xABCD\n");
    device = ops->create(&bus, options);
    assert_non_null(device);
    assert_int_equal(ops->register_read(device, 0, 0x40, 4), 0);
    assert_int_equal(ops->register_read(device, 0, 0x40, 4), 0);
    assert_int_equal(ops->register_read(device, 0, 0x40, 4), 1);
    assert_int_equal(ops->register_read(device, 0, 0x40, 4), 1);
    assert_int_equal(ops->register_read(device, 0, 8, 4), 0xABCD);
    assert_int_equal(ops->register_read(device, 1, 8, 4), 0); /* another BAR */
    ops->destroy(device);
}

static void other_registers_are_memory_and_are_named_once(void **state)
{
    const struct dxghost_device_ops *ops = null_device_entry();
    struct dxghost_device *device = ops->create(&bus, NULL);

    (void)state;
    logged = 0;
    ops->register_write(device, 0, 0x100, 4, 77);
    ops->register_write(device, 0, 0x100, 4, 78);
    assert_int_equal(ops->register_read(device, 0, 0x100, 4), 78);
    assert_int_equal(ops->register_read(device, 0, 0x104, 4), 0);
    assert_int_equal(logged, 2);
    ops->destroy(device);
}

static void writes_raise_and_clear(void **state)
{
    const struct dxghost_device_ops *ops = null_device_entry();
    struct dxghost_device *device;

    (void)state;
    write_script("bar 0 registers 4K\nraise 0 0x80 1\nclear 0 0x84 1\nraise 0 0x88 2 3\n");
    device = ops->create(&bus, options);
    lines = 0;
    armed = NULL;
    ops->register_write(device, 0, 0x80, 4, 2); /* not the value */
    assert_null(armed);
    ops->register_write(device, 0, 0x80, 4, 1);
    assert_non_null(armed);
    assert_int_equal(lines, 0); /* a microsecond later */
    armed->fire(armed);
    assert_int_equal(lines, 1);
    ops->register_write(device, 0, 0x84, 4, 1);
    assert_int_equal(lines, 0);
    ops->register_write(device, 0, 0x88, 4, 2);
    armed->fire(armed);
    assert_int_equal(lines, 8);
    ops->destroy(device);
}

static void wrong_scripts_name_the_line(void **state)
{
    static const char *const scripts[] = {
        "id\n",
        "id 10DE\n",
        "bar 0 registers\n",
        "bar 6 registers 4K\n",
        "bar 0 rom 4K\n",
        "bar 0 registers 4X\n",
        "read 0 0x10\n",
        "read 0 x 1\n",
        "raise 0 0 1 2 3\n",
        "post 0 800 600\n",
        "msi 33\n",
        "msi\n",
        "fly\n",
        "read 0 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n",
    };
    struct dxghost_device_identity identity;
    const char *error;

    (void)state;
    for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++) {
        char text[256];

        (void)snprintf(text, sizeof(text), "# comment\n%s", scripts[i]);
        write_script(text);
        error = NULL;
        if (null_device_entry()->describe(options, &identity, &error)) {
            fail_msg("accepted: %s", scripts[i]);
        }
        assert_non_null(strstr(error, "line 2"));
    }
    assert_false(null_device_entry()->describe("script=/nonexistent", &identity, &error));
    assert_false(null_device_entry()->describe("file=x", &identity, &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(identity_comes_from_the_script, clean),
        cmocka_unit_test_teardown(registers_answer_in_order, clean),
        cmocka_unit_test(other_registers_are_memory_and_are_named_once),
        cmocka_unit_test_teardown(writes_raise_and_clear, clean),
        cmocka_unit_test_teardown(wrong_scripts_name_the_line, clean),
    };
    return cmocka_run_group_tests_name("devices/null", tests, NULL, NULL);
}
