/* SPDX-License-Identifier: MIT */
#include "trace/trace.h"

#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

static int set_up(void **state)
{
    *state = machine_create(NULL);
    trace_attach(*state);
    return 0;
}

static int tear_down(void **state)
{
    machine_destroy(*state);
    return 0;
}

static uint64_t hash_of(uint64_t first, uint64_t second, const char *text)
{
    void *state;
    uint64_t hash;

    (void)set_up(&state);
    trace_emit(state, TRACE_LINE, first, second, 0);
    trace_emit_text(state, TRACE_DBG_PRINT, text);
    hash = trace_hash(state);
    (void)tear_down(&state);
    return hash;
}

/* The hash repeats for the same events and differs for any other. */
static void hash_depends_on_every_number(void **state)
{
    uint64_t hash = hash_of(1, 2, "text");

    (void)state;
    assert_true(hash == hash_of(1, 2, "text"));
    assert_true(hash != hash_of(2, 2, "text"));
    assert_true(hash != hash_of(1, 3, "text"));
    assert_true(hash != hash_of(1, 2, "texT"));
}

/* The ring keeps the last records only; the count and the hash cover all. */
static void ring_keeps_the_last_records(void **state)
{
    struct machine *machine = *state;

    for (uint64_t i = 0; i < TRACE_RING_RECORDS + 10; i++) {
        trace_emit(machine, TRACE_TIMER_FIRE, i, 0, 0);
    }
    assert_int_equal(trace_count(machine), TRACE_RING_RECORDS + 10);
    assert_null(trace_record_at(machine, 9));
    assert_non_null(trace_record_at(machine, 10));
    assert_int_equal(trace_record_at(machine, 10)->arguments[0], 10);
    assert_null(trace_record_at(machine, TRACE_RING_RECORDS + 10));
}

/* An interned text can be read back from the record. */
static void text_is_read_back(void **state)
{
    struct machine *machine = *state;

    trace_emit_text(machine, TRACE_DBG_PRINT, "hello from the driver");
    assert_string_equal(trace_text(machine, trace_record_at(machine, 0)->arguments[0]),
                        "hello from the driver");
    assert_string_equal(trace_text(machine, 12345), "");
}

/* A line names the event, its time and its numbers. */
static void print_is_readable(void **state)
{
    struct machine *machine = *state;
    char *text = NULL;
    size_t bytes = 0;
    FILE *stream = open_memstream(&text, &bytes);

    machine->clock.now_ns = 1500;
    trace_emit(machine, TRACE_PACKET_SUBMIT, 1, 7, 3);
    trace_print(machine, stream, 10);
    (void)fclose(stream);
    assert_non_null(strstr(text, "1.500 us"));
    assert_non_null(strstr(text, "packet-submit"));
    assert_non_null(strstr(text, "node=1 packet=7 fence=3"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hash_depends_on_every_number),
        cmocka_unit_test_setup_teardown(ring_keeps_the_last_records, set_up, tear_down),
        cmocka_unit_test_setup_teardown(text_is_read_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(print_is_readable, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("trace/trace", tests, NULL, NULL);
}
