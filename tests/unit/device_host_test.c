/* SPDX-License-Identifier: MIT */
#include "machine/device_host.h"

#include "machine/memory.h"
#include "tests/lib/machine_fixture.h"

#include <stdlib.h>
#include <string.h>

/* A board with four registers, 64 KiB of memory and eight ports. */

enum { REG_VALUE = 0x00, REG_LINE = 0x04, REG_TIMER = 0x08 };

struct dxghost_device {
    const struct dxghost_bus *bus;
    struct dxghost_timer timer;
    uint32_t value;
    uint32_t fired;
    uint64_t fired_ns;
    bool rearms;
};

static struct dxghost_device *board;
static uint32_t boards_live;
static bool create_fails;
static struct dxghost_device_identity described;

static bool describe(const char *options, struct dxghost_device_identity *identity,
                     const char **error)
{
    if (options != NULL && strcmp(options, "bad") == 0) {
        *error = "the board knows no option 'bad'";
        return false;
    }
    *identity = described;
    return true;
}

static void on_timer(struct dxghost_timer *timer)
{
    struct dxghost_device *device = DXGH_CONTAINER_OF(timer, struct dxghost_device, timer);

    device->fired++;
    device->fired_ns = device->bus->time_ns(device->bus->context);
    if (device->rearms && device->fired < 3) {
        device->bus->timer_set(device->bus->context, timer, device->fired_ns + 100);
    }
}

static struct dxghost_device *create(const struct dxghost_bus *bus, const char *options)
{
    (void)options;
    if (create_fails) {
        return NULL;
    }

    struct dxghost_device *device = calloc(1, sizeof(*device));

    device->bus = bus;
    device->timer.fire = on_timer;
    boards_live++;
    board = device;
    return device;
}

static void destroy(struct dxghost_device *device)
{
    boards_live -= device != NULL;
    free(device);
}

static uint64_t register_read(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                              uint32_t size_bytes)
{
    (void)size_bytes;
    if (offset == REG_VALUE) {
        return UINT64_C(0xFFFFFFFF00000000) | device->value; /* the host cuts it to the size */
    }
    return (uint64_t)bar << 16 | offset;
}

static void register_write(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                           uint32_t size_bytes, uint64_t value)
{
    const struct dxghost_bus *bus = device->bus;

    (void)bar;
    (void)size_bytes;
    switch (offset) {
    case REG_VALUE:
        device->value = (uint32_t)value;
        break;
    case REG_LINE:
        bus->interrupt_set(bus->context, (uint32_t)value >> 1, value & 1);
        break;
    case REG_TIMER:
        bus->timer_set(bus->context, &device->timer,
                       value == 0 ? DXGHOST_TIME_NEVER : bus->time_ns(bus->context) + value);
        break;
    default:
        bus->log(bus->context, "a write to a register that is not there");
        break;
    }
}

static const struct dxghost_device_ops board_ops = {
    .version = DXGHOST_DEVICE_VERSION,
    .name = "board",
    .summary = "for this test",
    .describe = describe,
    .create = create,
    .destroy = destroy,
    .register_read = register_read,
    .register_write = register_write,
};

static struct device_host *host;
static const char *error;

static struct device_host *plug(const char *options)
{
    error = NULL;
    host = device_host_create(machine, &board_ops, options, &error);
    return host;
}

static int setup(void **state)
{
    (void)state;
    power_on(1, DECISION_FIXED, 0);
    create_fails = false;
    described = (struct dxghost_device_identity){
        .vendor_id = 0x1234,
        .device_id = 0x5678,
        .subsystem_vendor_id = 0x9ABC,
        .subsystem_id = 0xDEF0,
        .revision = 3,
        .class_code = { 0x03, 0x00, 0x01 },
        .bars = {
            [0] = { DXGHOST_BAR_REGISTERS, false, 0x1000 },
            [1] = { DXGHOST_BAR_PORTS, false, 8 },
            [2] = { DXGHOST_BAR_MEMORY, true, 0x10000 },
        },
    };
    return 0;
}

static int teardown(void **state)
{
    int result = power_off(state);

    assert_int_equal(boards_live, 0);
    return result;
}

static uint32_t config32(uint32_t offset)
{
    uint32_t value;

    memcpy(&value, &host->config_space[offset], 4);
    return value;
}

static void config_space_shows_ids_and_bars(void **state)
{
    (void)state;
    assert_non_null(plug(NULL));
    assert_int_equal(config32(0x00), 0x56781234);
    assert_int_equal(config32(0x04), 0x00000007); /* bus master, memory, ports; no capabilities */
    assert_int_equal(config32(0x08), 0x03000103);
    assert_int_equal(config32(0x2C), 0xDEF09ABC);
    assert_int_equal(host->config_space[0x3D], 1);
    /* BAR 0 has no room for an upper half, so it lies below 4 GiB; BAR 2 is a 64-bit one. */
    assert_int_equal(config32(0x10), host->bars[0].physical);
    assert_int_equal(config32(0x14), host->bars[1].physical | 1);
    assert_int_equal(config32(0x18), (uint32_t)host->bars[2].physical | 0xC);
    assert_int_equal(config32(0x1C), host->bars[2].physical >> 32);
    assert_true(host->bars[2].physical > UINT32_MAX);
    assert_int_equal(config32(0x20), 0);
    assert_int_equal(host->bars[3].physical, 0);
}

static void bars_of_all_devices_lie_apart_and_aligned(void **state)
{
    (void)state;
    struct device_host *hosts[4];

    described.bars[3] = (struct dxghost_bar){ DXGHOST_BAR_MEMORY, false, 0x100000 };
    for (int i = 0; i < 4; i++) {
        hosts[i] = plug(NULL);
        assert_non_null(hosts[i]);
    }
    for (uint32_t i = 0; i < 16; i++) {
        const struct device_host_bar *bar = &hosts[i / 4]->bars[i % 4];
        uint64_t size = described.bars[i % 4].size_bytes;

        assert_true(bar->physical != 0 && bar->physical % size == 0);
        assert_null(memory_pointer(machine, bar->physical, 1));
        for (uint32_t k = 0; k < i; k++) {
            uint64_t other = hosts[k / 4]->bars[k % 4].physical;
            uint64_t other_size = described.bars[k % 4].size_bytes;

            assert_true(bar->physical + size <= other || other + other_size <= bar->physical);
        }
    }
}

static void a_physical_range_maps_to_its_bar(void **state)
{
    (void)state;
    assert_non_null(plug(NULL));

    uint64_t registers = host->bars[0].physical;
    uint64_t memory = host->bars[2].physical;
    uint64_t value;
    char *mapped = device_host_map(machine, memory + 0x100, 0xFF00);

    assert_ptr_equal(mapped, (char *)host->bars[2].memory + 0x100);
    assert_null(host->bus.bar_memory(host, 0));
    assert_null(host->bus.bar_memory(host, 9));
    mapped[0] = 42;
    assert_int_equal(((char *)host->bus.bar_memory(host, 2))[0x100], 42);
    assert_null(device_host_map(machine, memory + 0x100, 0xFF01));
    assert_null(device_host_map(machine, memory - 1, 1));
    assert_null(device_host_map(machine, 0, 1));

    uintptr_t mapped_registers = (uintptr_t)device_host_map(machine, registers + 0x20, 4);

    assert_int_equal(mapped_registers, host->bars[0].region.base + 0x20);
    assert_true(mmio_read(machine, mapped_registers, 4, &value));
    assert_int_equal(value, 0x20);

    uintptr_t ports = (uintptr_t)device_host_map(machine, host->bars[1].physical, 8);

    assert_true(mmio_read(machine, ports + 6, 2, &value));
    assert_int_equal(value, 6); /* the lower 16 bits of what the model answers */
}

static void a_view_shows_memory_until_it_is_revoked(void **state)
{
    (void)state;
    assert_non_null(plug(NULL));

    uint64_t memory = host->bars[2].physical;
    char *pages = host->bars[2].memory;
    char *view = device_host_view_open(machine, memory + 0x1000, 0x2000);

    assert_non_null(view);
    assert_ptr_not_equal(view, pages + 0x1000);
    pages[0x1000] = 42;
    view[0x1FFF] = 43;
    assert_int_equal(view[0], 42);
    assert_int_equal(pages[0x2FFF], 43);

    device_host_view_revoke(view, 0x2000);
    assert_int_equal(view[0], 0);
    view[0] = 44;
    assert_int_equal(pages[0x1000], 42);
    pages[0x1001] = 45;
    device_host_view_restore(machine, view, memory + 0x1000, 0x2000);
    assert_int_equal(view[0], 42);
    assert_int_equal(view[1], 45);
    device_host_view_close(view, 0x2000);

    assert_null(device_host_view_open(machine, memory + 0x100, 0x1000)); /* not whole pages */
    assert_null(device_host_view_open(machine, memory + 0xF000, 0x2000));
    assert_null(device_host_view_open(machine, host->bars[0].physical, 0x1000)); /* registers */
}

static uint64_t event_log[16][3];
static uint32_t event_count;
static char text_log[256];

static void on_event(struct machine *self, enum machine_event event, uint64_t a, uint64_t b)
{
    (void)self;
    if (event != MACHINE_EVENT_SWITCH) {
        assert_true(event_count < DXGH_ARRAY_SIZE(event_log));
        event_log[event_count][0] = event;
        event_log[event_count][1] = a;
        event_log[event_count++][2] = b;
    }
}

static void on_log(struct machine *self, const char *text)
{
    (void)self;
    assert_true(strlen(text) < sizeof(text_log));
    strcpy(text_log, text);
}

static void register_accesses_are_cut_and_reported(void **state)
{
    (void)state;
    uint64_t value;

    assert_non_null(plug(NULL));
    event_count = 0;
    machine->hooks.event = on_event;
    machine->hooks.device_log = on_log;
    assert_true(mmio_write(machine, host->bars[0].region.base + REG_VALUE, 4, 0x1234));
    assert_true(mmio_read(machine, host->bars[0].region.base + REG_VALUE, 4, &value));
    assert_int_equal(value, 0x1234);
    assert_true(mmio_read(machine, host->bars[0].region.base + REG_VALUE, 1, &value));
    assert_int_equal(value, 0x34);
    assert_true(mmio_read(machine, host->bars[1].region.base + 4, 4, &value));
    assert_int_equal(event_count, 4);
    assert_int_equal(event_log[0][0], MACHINE_EVENT_REGISTER_WRITE);
    assert_int_equal(event_log[0][1], REG_VALUE);
    assert_int_equal(event_log[0][2], 0x1234);
    assert_int_equal(event_log[1][0], MACHINE_EVENT_REGISTER_READ);
    assert_int_equal(event_log[1][2], 0x1234);
    assert_true(event_log[3][1] == (UINT64_C(1) << 32 | 4));
    assert_true(mmio_write(machine, host->bars[0].region.base + 0x100, 4, 0));
    assert_string_equal(text_log, "a write to a register that is not there");
}

static void log_lines_are_cut_at_160_characters(void **state)
{
    (void)state;
    char line[400];

    assert_non_null(plug(NULL));
    machine->hooks.device_log = on_log;
    memset(line, 'x', sizeof(line));
    line[399] = '\0';
    host->bus.log(host, line);
    assert_int_equal(strlen(text_log), 160);
}

static void timers_fire_at_their_time_and_can_be_set_again(void **state)
{
    (void)state;
    uintptr_t registers;
    uint64_t heap_blocks;

    assert_non_null(plug(NULL));
    registers = host->bars[0].region.base;
    assert_true(mmio_write(machine, registers + REG_TIMER, 4, 1)); /* the clock's queue grows */
    schedule_sleep_until(machine, 1000);
    heap_blocks = machine_heap_count(machine);
    board->fired = 0;
    assert_true(mmio_write(machine, registers + REG_TIMER, 4, 5000));
    schedule_sleep_until(machine, 10000);
    assert_int_equal(board->fired, 1);
    assert_int_equal(board->fired_ns, 6000);
    assert_int_equal(machine_heap_count(machine), heap_blocks);
    /* never disarms, a new time replaces the old */
    assert_true(mmio_write(machine, registers + REG_TIMER, 4, 5000));
    assert_true(mmio_write(machine, registers + REG_TIMER, 4, 0));
    assert_true(mmio_write(machine, registers + REG_TIMER, 4, 0));
    schedule_sleep_until(machine, 20000);
    assert_int_equal(board->fired, 1);
    assert_true(mmio_write(machine, registers + REG_TIMER, 4, 9000));
    assert_true(mmio_write(machine, registers + REG_TIMER, 4, 100));
    board->rearms = true;
    schedule_sleep_until(machine, 40000);
    assert_int_equal(board->fired, 3);
    assert_int_equal(board->fired_ns, 20200);
    /* armed when the machine goes */
    assert_true(mmio_write(machine, registers + REG_TIMER, 4, 100));
}

static void dma_moves_bytes_and_refuses_what_is_not_ram(void **state)
{
    (void)state;
    uint64_t pfn = memory_pages_alloc(machine, 2, 0, UINT64_MAX, 0, 0);
    uint64_t physical = (pfn << DXGH_PAGE_SHIFT) + 4000;
    uint64_t last = MEMORY_RAM_BASE + machine->config.ram_bytes;
    char buffer[200];

    assert_non_null(plug(NULL));

    const struct dxghost_bus *bus = board->bus;

    memset(buffer, 7, sizeof(buffer));
    assert_true(bus->dma_write(bus->context, physical, buffer, sizeof(buffer)));
    assert_memory_equal(memory_pointer(machine, physical, 200), buffer, 200);
    memset(memory_pointer(machine, physical, 200), 9, 200);
    assert_true(bus->dma_read(bus->context, physical, buffer, 200));
    assert_int_equal(buffer[199], 9);
    memset(buffer, 1, sizeof(buffer));
    assert_false(bus->dma_read(bus->context, last - 100, buffer, 200));
    assert_int_equal(buffer[0], 1);
    assert_false(bus->dma_write(bus->context, last - 100, buffer, 200));
    assert_int_equal(*(char *)memory_pointer(machine, last - 100, 1), 0);
    assert_false(bus->dma_write(bus->context, host->bars[2].physical, buffer, 4));
    assert_null(bus->dma_map(bus->context, MEMORY_RAM_BASE - 1, 2));
    assert_ptr_equal(bus->dma_map(bus->context, physical, 10),
                     memory_pointer(machine, physical, 10));
}

static uint32_t services[DEVICE_HOST_MESSAGES_MAX];

static bool serve(void *context)
{
    uint32_t message = *(uint32_t *)context;

    services[message]++;
    if (host->lines[message].level) {
        host->bus.interrupt_set(host, message, false);
    }
    return true;
}

static void connect_all(uint32_t *messages)
{
    memset(services, 0, sizeof(services));
    for (uint32_t i = 0; i < host->line_count; i++) {
        messages[i] = i;
        interrupt_line_connect(machine, &host->lines[i], serve, &messages[i]);
    }
}

static void without_messages_there_is_one_level_line(void **state)
{
    (void)state;
    uint32_t messages[DEVICE_HOST_MESSAGES_MAX];

    assert_non_null(plug(NULL));
    assert_int_equal(host->line_count, 1);
    assert_true(host->lines[0].level);
    assert_int_equal(host->lines[0].irql, 5);
    connect_all(messages);
    assert_true(mmio_write(machine, host->bars[0].region.base + REG_LINE, 4, 1));
    machine_point(machine);
    assert_int_equal(services[0], 1);
}

static void messages_are_edges_and_a_second_device_has_the_next_irql(void **state)
{
    (void)state;
    uint32_t messages[DEVICE_HOST_MESSAGES_MAX];

    assert_non_null(plug(NULL));
    described.interrupt_messages = 3;
    assert_non_null(plug(NULL));
    assert_int_equal(host->line_count, 3);
    assert_int_equal(host->lines[2].irql, 6);
    assert_int_equal(host->config_space[0x06], 0x10);
    assert_int_equal(host->config_space[0x34], 0x50);
    /* MSI, enabled, 64-bit, 4 messages capable (the power of two above 3) and granted */
    assert_int_equal(config32(0x50) & 0xFF, 0x05);
    assert_int_equal(config32(0x50) >> 16, 0x80 | 2 << 4 | 2 << 1 | 1);
    connect_all(messages);
    assert_true(mmio_write(machine, host->bars[0].region.base + REG_LINE, 4, 2 << 1 | 1));
    machine_point(machine);
    machine_point(machine);
    assert_int_equal(services[2], 1);
    assert_int_equal(services[0] + services[1], 0);
}

static void assert_refused(const char *words)
{
    uint64_t blocks = machine_heap_count(machine);

    assert_null(plug(NULL));
    assert_non_null(error);
    assert_non_null(strstr(error, words));
    assert_true(list_is_empty(&machine->devices));
    assert_true(list_is_empty(&machine->lines));
    assert_true(list_is_empty(&machine->regions));
    assert_int_equal(machine_heap_count(machine), blocks);
}

static void bad_models_are_refused_with_a_reason(void **state)
{
    (void)state;
    struct dxghost_device_identity good = described;
    struct dxghost_device_ops ops = board_ops;

    assert_null(plug("bad"));
    assert_string_equal(error, "the board knows no option 'bad'");
    ops.version = 99;
    assert_null(device_host_create(machine, &ops, NULL, &error));
    assert_non_null(strstr(error, "another version"));
    ops = board_ops;
    ops.register_read = NULL;
    assert_null(device_host_create(machine, &ops, NULL, &error));
    assert_non_null(strstr(error, "mandatory"));
    described.bars[0].size_bytes = 0x1001;
    assert_refused("power of two");
    described.bars[0].size_bytes = 0x800;
    assert_refused("smaller than a page");
    described = good;
    described.bars[1].size_bytes = 512;
    assert_refused("port");
    described = good;
    described.bars[2].kind = (enum dxghost_bar_kind)9;
    assert_refused("unknown kind");
    described = good;
    described.interrupt_messages = 33;
    assert_refused("32");
    described = good;
    described.bars[0].size_bytes = UINT64_C(1) << 32;
    assert_refused("below 4 GiB");
    described = good;
    described.bars[2].size_bytes = UINT64_C(1) << 60;
    assert_refused("no room");
    described = good;
    create_fails = true;
    assert_refused("out of host memory");
}

static struct dxghost_device *create_block(const struct dxghost_bus *bus, const char *options)
{
    (void)bus;
    (void)options;
    return malloc(1);
}

/* The shortest model there is: what it is stands in its table, and it is one block of memory. */
static void a_board_without_options_needs_neither_describe_nor_destroy(void **state)
{
    struct dxghost_device_ops ops = board_ops;
    struct device_host *plugged;

    (void)state;
    ops.describe = NULL;
    ops.destroy = NULL;
    ops.create = create_block;
    ops.identity = &described;
    assert_null(device_host_create(machine, &ops, "size=3", &error));
    assert_non_null(strstr(error, "no options"));
    plugged = device_host_create(machine, &ops, NULL, &error);
    assert_non_null(plugged);
    assert_int_equal(plugged->identity.vendor_id, described.vendor_id);
    ops.identity = NULL;
    assert_null(device_host_create(machine, &ops, NULL, &error));
    assert_non_null(strstr(error, "mandatory"));
    device_host_destroy(plugged);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(config_space_shows_ids_and_bars),
        TEST(bars_of_all_devices_lie_apart_and_aligned),
        TEST(a_physical_range_maps_to_its_bar),
        TEST(a_view_shows_memory_until_it_is_revoked),
        TEST(register_accesses_are_cut_and_reported),
        TEST(log_lines_are_cut_at_160_characters),
        TEST(timers_fire_at_their_time_and_can_be_set_again),
        TEST(dma_moves_bytes_and_refuses_what_is_not_ram),
        TEST(without_messages_there_is_one_level_line),
        TEST(messages_are_edges_and_a_second_device_has_the_next_irql),
        TEST(bad_models_are_refused_with_a_reason),
        TEST(a_board_without_options_needs_neither_describe_nor_destroy),
    };
    return cmocka_run_group_tests_name("machine/device_host", tests, NULL, NULL);
}
