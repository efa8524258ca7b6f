/* SPDX-License-Identifier: MIT */
#include "bench/bench.h"
#include "tests/lib/test.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static unsigned turn;
static unsigned finished;
static unsigned subject_turns[8];
static unsigned peer_turns[8];
static unsigned subject_count;
static unsigned peer_count;

static bool ready(void **state, const char **why)
{
    (void)why;
    *state = &turn;
    turn = 0;
    finished = 0;
    subject_count = 0;
    peer_count = 0;
    return true;
}

static bool not_ready(void **state, const char **why)
{
    (void)state;
    *why = "not here";
    return false;
}

static double one(void *state)
{
    subject_turns[subject_count++] = (*(unsigned *)state)++;
    return 1.0;
}

static double two(void *state)
{
    peer_turns[peer_count++] = (*(unsigned *)state)++;
    return 2.0;
}

static double no_peer(void *state)
{
    (void)state;
    bench_note_peer("gone");
    return NAN;
}

static double broken(void *state)
{
    (void)state;
    return NAN;
}

static void done(void *state)
{
    (void)state;
    finished++;
}

static const struct bench model = { .id = "a.b",
                                    .unit = "ns",
                                    .peer = "peer",
                                    .goal = BENCH_AT_MOST,
                                    .target = 0.5,
                                    .prepare = ready,
                                    .subject = one,
                                    .peer_sample = two,
                                    .finish = done };

/* The middle one of an odd number, the mean of the middle two of an even number. */
static void median_is_the_middle(void **state)
{
    (void)state;
    double odd[] = { 9, 1, 5 };
    double even[] = { 4, 1, 3, 2 };

    assert_true(bench_median(odd, 3) == 5.0);
    assert_true(bench_median(even, 4) == 2.5);
}

/* One round warms up, then subject and peer alternate; the ratio meets its target exactly. */
static void subject_and_peer_take_turns(void **state)
{
    (void)state;
    struct bench_result result = bench_run(&model, 3);

    assert_int_equal(result.verdict, BENCH_OK);
    assert_true(result.ratio == 0.5);
    assert_int_equal(subject_count, 4);
    assert_int_equal(peer_count, 4);
    for (unsigned i = 0; i < 4; i++) {
        assert_int_equal(subject_turns[i], 2 * i);
        assert_int_equal(peer_turns[i], 2 * i + 1);
    }
    assert_int_equal(finished, 1);
}

static void verdict_follows_the_goal(void **state)
{
    (void)state;
    struct bench bench = model;

    bench.target = 0.49;
    assert_int_equal(bench_run(&bench, 1).verdict, BENCH_MISSED);
    bench.goal = BENCH_AT_LEAST;
    assert_int_equal(bench_run(&bench, 1).verdict, BENCH_OK);
    bench.target = 0.51;
    assert_int_equal(bench_run(&bench, 1).verdict, BENCH_MISSED);
    bench.goal = BENCH_SHOWN;
    assert_int_equal(bench_run(&bench, 1).verdict, BENCH_OK);

    bench.goal = BENCH_AT_MOST;
    bench.peer_sample = NULL;
    bench.limit = 4.0;
    bench.target = 1.0;
    assert_true(bench_run(&bench, 1).ratio == 0.25);
}

static void what_is_missing_is_said(void **state)
{
    (void)state;
    struct bench bench = model;
    struct bench_result result;

    bench.peer_sample = no_peer;
    result = bench_run(&bench, 2);
    assert_int_equal(result.verdict, BENCH_NO_PEER);
    assert_true(result.value == 1.0);
    assert_string_equal(result.note, "gone");

    bench.prepare = not_ready;
    finished = 0;
    result = bench_run(&bench, 2);
    assert_int_equal(result.verdict, BENCH_SKIPPED);
    assert_string_equal(result.note, "not here");
    assert_int_equal(finished, 0);

    bench.prepare = ready;
    bench.subject = broken;
    result = bench_run(&bench, 2);
    assert_int_equal(result.verdict, BENCH_BROKEN);
    assert_int_equal(finished, 1);
}

static void table_is_plain_in_a_pipe(void **state)
{
    (void)state;
    struct bench_result result = bench_run(&model, 1);
    char *text = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);

    bench_table_print(file, &result, 1, false);
    (void)fclose(file);
    assert_null(strchr(text, '\033'));
    assert_non_null(strstr(text, "a.b"));
    assert_non_null(strstr(text, "<= 0.5"));
    free(text);

    file = open_memstream(&text, &size);
    bench_table_print(file, &result, 1, true);
    (void)fclose(file);
    assert_non_null(strchr(text, '\033'));
    free(text);
}

static void json_has_the_promised_members(void **state)
{
    (void)state;
    char path[] = "/tmp/dxghost-bench-test-XXXXXX";
    int file = mkstemp(path);
    struct bench_result results[2] = { bench_run(&model, 1) };
    struct bench bench = model;

    bench.peer_sample = no_peer;
    results[1] = bench_run(&bench, 1);
    assert_true(file >= 0);
    assert_true(bench_json_write(path, results, 2));

    json_t *list = json_load_file(path, 0, NULL);

    assert_int_equal(json_array_size(list), 2);

    json_t *row = json_array_get(list, 0);

    assert_string_equal(json_string_value(json_object_get(row, "id")), "a.b");
    assert_string_equal(json_string_value(json_object_get(row, "unit")), "ns");
    assert_string_equal(json_string_value(json_object_get(row, "peer")), "peer");
    assert_string_equal(json_string_value(json_object_get(row, "target")), "<= 0.5");
    assert_true(json_real_value(json_object_get(row, "value")) == 1.0);
    assert_true(json_real_value(json_object_get(row, "peer_value")) == 2.0);
    assert_true(json_real_value(json_object_get(row, "ratio")) == 0.5);
    assert_true(json_is_true(json_object_get(row, "ok")));
    row = json_array_get(list, 1);
    assert_true(json_is_null(json_object_get(row, "peer_value")));
    assert_true(json_is_null(json_object_get(row, "ratio")));
    assert_true(json_is_null(json_object_get(row, "ok")));
    json_decref(list);
    (void)close(file);
    (void)unlink(path);

    assert_false(bench_json_write("/nowhere/at/all.json", results, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(median_is_the_middle),     cmocka_unit_test(subject_and_peer_take_turns),
        cmocka_unit_test(verdict_follows_the_goal), cmocka_unit_test(what_is_missing_is_said),
        cmocka_unit_test(table_is_plain_in_a_pipe), cmocka_unit_test(json_has_the_promised_members),
    };

    return cmocka_run_group_tests_name("bench", tests, NULL, NULL);
}
