/* SPDX-License-Identifier: MIT */
#include "machine/mmio.h"

#include "machine/interrupt.h"
#include "tests/lib/machine_fixture.h"

#include <string.h>

#define REGION_BYTES 0x2100u /* not a whole number of pages */

struct access {
    bool is_write;
    uint64_t offset;
    uint32_t size_bytes;
    uint64_t value;
};

static struct mmio_region region;
static struct mmio_region other;
static volatile struct access accesses[64];
static volatile uint32_t access_count; /* the handler counts behind the compiler's back */

static uint64_t region_read(void *context, uint64_t offset, uint32_t size_bytes)
{
    assert_ptr_equal(context, &region);
    assert_true(access_count < DXGH_ARRAY_SIZE(accesses));
    accesses[access_count] = (struct access){ false, offset, size_bytes, 0 };
    access_count++;
    return UINT64_C(0x8877665544332211) >> (offset % 8 * 8);
}

static void region_write(void *context, uint64_t offset, uint32_t size_bytes, uint64_t value)
{
    assert_ptr_equal(context, &region);
    assert_true(access_count < DXGH_ARRAY_SIZE(accesses));
    accesses[access_count] = (struct access){ true, offset, size_bytes, value };
    access_count++;
}

static int setup(void **state)
{
    (void)state;
    access_count = 0;
    power_on(1, DECISION_FIXED, 0);
    region = (struct mmio_region){
        .size_bytes = REGION_BYTES, .read = region_read, .write = region_write, .context = &region
    };
    other = (struct mmio_region){ .size_bytes = 16, .read = region_read, .write = region_write };
    assert_true(mmio_region_add(machine, &region));
    assert_true(mmio_region_add(machine, &other));
    return 0;
}

static int teardown(void **state)
{
    mmio_region_remove(machine, &region);
    mmio_region_remove(machine, &other);
    return power_off(state);
}

static void assert_access(uint32_t index, bool is_write, uint64_t offset, uint32_t size_bytes,
                          uint64_t value)
{
    assert_true(index < access_count);
    assert_int_equal(accesses[index].is_write, is_write);
    assert_int_equal(accesses[index].offset, offset);
    assert_int_equal(accesses[index].size_bytes, size_bytes);
    assert_int_equal(accesses[index].value, value);
}

static void a_region_is_found_by_every_address_in_it(void **state)
{
    (void)state;
    assert_ptr_equal(mmio_region_find(machine, region.base), &region);
    assert_ptr_equal(mmio_region_find(machine, region.base + REGION_BYTES - 1), &region);
    assert_null(mmio_region_find(machine, region.base + REGION_BYTES));
    assert_null(mmio_region_find(machine, region.base - 1));
    assert_ptr_equal(mmio_region_find(machine, other.base + 15), &other);
    assert_null(mmio_region_find(machine, 0));
}

static void function_accesses_reach_the_region(void **state)
{
    (void)state;
    uint64_t value = 0;

    assert_true(mmio_read(machine, region.base + 0x20, 4, &value));
    assert_true(mmio_write(machine, region.base + 0x2008, 8, 77));
    assert_true(mmio_read(machine, region.base + 0x21, 1, &value));
    assert_int_equal(access_count, 3);
    assert_access(0, false, 0x20, 4, 0);
    assert_access(1, true, 0x2008, 8, 77);
    assert_access(2, false, 0x21, 1, 0);
}

static void bad_sizes_places_and_alignments_are_refused(void **state)
{
    (void)state;
    uint64_t value = 123;

    assert_false(mmio_read(machine, region.base, 0, &value));
    assert_false(mmio_read(machine, region.base, 3, &value));
    assert_false(mmio_read(machine, region.base, 16, &value));
    assert_false(mmio_read(machine, region.base + 2, 4, &value));
    assert_false(mmio_write(machine, region.base + 4, 8, 1));
    assert_false(mmio_read(machine, other.base + 16, 1, &value));
    assert_false(mmio_read(machine, region.base + REGION_BYTES, 4, &value));
    assert_false(mmio_read(machine, (uintptr_t)&value, 4, &value));
    assert_int_equal(access_count, 0);
    assert_int_equal(value, 123);
}

/* Code as the compiler makes it of volatile pointers, which is what drivers contain. */
static void use_pointers(void *argument)
{
    volatile uint8_t *bytes = (volatile uint8_t *)region.base;
    volatile uint16_t *shorts = (volatile uint16_t *)region.base;
    volatile uint32_t *words = (volatile uint32_t *)region.base;
    volatile uint64_t *longs = (volatile uint64_t *)region.base;
    volatile int8_t *small = (volatile int8_t *)region.base;

    (void)argument;
    assert_int_equal(bytes[3], 0x44);
    assert_int_equal(shorts[1], 0x4433);
    assert_int_equal(words[1], 0x88776655);
    assert_true(longs[0] == UINT64_C(0x8877665544332211));
    assert_int_equal(small[7], (int8_t)0x88);
    assert_int_equal(access_count, 5);
    access_count = 0;
    bytes[9] = 0xAB;
    shorts[5] = 0x1234;
    words[3] = 0xDEADBEEF;
    longs[2] = UINT64_C(0x0123456789ABCDEF);
    assert_access(0, true, 9, 1, 0xAB);
    assert_access(1, true, 10, 2, 0x1234);
    assert_access(2, true, 12, 4, 0xDEADBEEF);
    assert_access(3, true, 16, 8, UINT64_C(0x0123456789ABCDEF));
    access_count = 0;
    words[0] |= 0x80000000;
    bytes[1]++;
    assert_int_equal(access_count, 4);
    assert_access(1, true, 0, 4, 0xC4332211);
    assert_access(3, true, 1, 1, 0x23);
    access_count = 0;
    assert_int_equal((words[0] & 0x10) != 0 ? 1 : 2, 1);
    assert_int_equal(__atomic_exchange_n(&words[1], 5, __ATOMIC_SEQ_CST), 0x88776655);
    assert_access(2, true, 4, 4, 5);
}

static void raw_pointers_reach_the_region(void **state)
{
    (void)state;
    assert_int_equal(machine_run(machine, use_pointers, NULL), MACHINE_RETURNED);
}

static void use_from_thread(void *argument)
{
    (void)thread_start(use_pointers, argument, 8);
    threads_join();
}

static void raw_pointers_work_on_a_threads_stack(void **state)
{
    (void)state;
    assert_int_equal(machine_run(machine, use_from_thread, NULL), MACHINE_RETURNED);
}

static bool use_in_service(void *context)
{
    struct interrupt_line *line = context;

    interrupt_line_set(machine, line, false);
    use_pointers(NULL);
    return true;
}

static void use_from_isr(void *argument)
{
    struct interrupt_line line;

    (void)argument;
    interrupt_line_init(machine, &line, 12, true);
    interrupt_line_connect(machine, &line, use_in_service, &line);
    interrupt_line_set(machine, &line, true);
    machine_point(machine);
    interrupt_line_fini(machine, &line);
    assert_true(access_count > 0);
}

static void raw_pointers_work_at_any_irql(void **state)
{
    (void)state;
    assert_int_equal(machine_run(machine, use_from_isr, NULL), MACHINE_RETURNED);
}

static void read_once(void *argument)
{
    *(uint32_t *)argument = *(volatile uint32_t *)region.base;
}

static void a_trapped_access_costs_time(void **state)
{
    (void)state;
    uint32_t value;
    uint64_t before_ns = machine->clock.now_ns;

    assert_int_equal(machine_run(machine, read_once, &value), MACHINE_RETURNED);
    assert_int_equal(machine->clock.now_ns - before_ns, SCHEDULE_POINT_NS);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_region_is_found_by_every_address_in_it),
        TEST(function_accesses_reach_the_region),
        TEST(bad_sizes_places_and_alignments_are_refused),
        TEST(raw_pointers_reach_the_region),
        TEST(raw_pointers_work_on_a_threads_stack),
        TEST(raw_pointers_work_at_any_irql),
        TEST(a_trapped_access_costs_time),
    };
    return cmocka_run_group_tests_name("machine/mmio", tests, NULL, NULL);
}
