/* SPDX-License-Identifier: MIT */
/* The results as a table and as JSON. */
#include "bench/bench.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define CELL_BYTES 32

static const char *verdict_text(enum bench_verdict verdict)
{
    switch (verdict) {
    case BENCH_OK:
        return "ok";
    case BENCH_MISSED:
        return "missed";
    case BENCH_NO_PEER:
        return "no peer";
    case BENCH_SKIPPED:
        return "skipped";
    default:
        return "broken";
    }
}

static const char *verdict_colour(enum bench_verdict verdict)
{
    switch (verdict) {
    case BENCH_OK:
        return "\033[32m";
    case BENCH_MISSED:
    case BENCH_BROKEN:
        return "\033[31m";
    default:
        return "\033[33m";
    }
}

static void number_format(char cell[CELL_BYTES], double number)
{
    if (isnan(number)) {
        (void)snprintf(cell, CELL_BYTES, "-");
        return;
    }

    double size = fabs(number);
    int digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;

    if (size > 0 && size < 0.1) {
        digits = 4;
    }
    (void)snprintf(cell, CELL_BYTES, "%.*f", digits, number);
}

/* "<= 2" or ">= 0.9"; empty without a target */
static void target_format(char cell[CELL_BYTES], const struct bench *bench)
{
    if (bench->goal == BENCH_SHOWN) {
        cell[0] = '\0';
        return;
    }
    (void)snprintf(cell, CELL_BYTES, "%s %g",
                   bench->goal == BENCH_AT_MOST ? "<=" : ">=", bench->target);
}

void bench_table_print(FILE *file, const struct bench_result *results, size_t count, bool colour)
{
    int id_width = 2;
    int peer_width = 4;

    for (size_t i = 0; i < count; i++) {
        int id_length = (int)strlen(results[i].bench->id);
        int peer_length = (int)strlen(results[i].bench->peer);

        id_width = id_length > id_width ? id_length : id_width;
        peer_width = peer_length > peer_width ? peer_length : peer_width;
    }
    (void)fprintf(file, "%s%-*s %10s %-6s  %-*s %10s %8s %-8s %s%s\n", colour ? "\033[1m" : "",
                  id_width, "id", "value", "unit", peer_width, "peer", "peer value", "ratio",
                  "target", "verdict", colour ? "\033[0m" : "");
    for (size_t i = 0; i < count; i++) {
        const struct bench_result *result = &results[i];
        char value[CELL_BYTES];
        char peer[CELL_BYTES];
        char ratio[CELL_BYTES];
        char target[CELL_BYTES];

        number_format(value, result->value);
        number_format(peer, result->peer_value);
        number_format(ratio, result->ratio);
        target_format(target, result->bench);
        (void)fprintf(file, "%-*s %10s %-6s  %-*s %10s %8s %-8s %s%s%s%s%s\n", id_width,
                      result->bench->id, value, result->bench->unit, peer_width,
                      result->bench->peer, peer, ratio, target,
                      colour ? verdict_colour(result->verdict) : "", verdict_text(result->verdict),
                      colour ? "\033[0m" : "", result->note != NULL ? ": " : "",
                      result->note != NULL ? result->note : "");
    }
}

static json_t *json_number_or_null(double number)
{
    return isnan(number) ? json_null() : json_real(number);
}

/* met, missed, or null where nothing could be compared */
static json_t *json_ok(const struct bench_result *result)
{
    switch (result->verdict) {
    case BENCH_OK:
        return json_true();
    case BENCH_MISSED:
    case BENCH_BROKEN:
        return json_false();
    default:
        return json_null();
    }
}

static json_t *result_to_json(const struct bench_result *result)
{
    const struct bench *bench = result->bench;
    char target[CELL_BYTES];
    json_t *row = json_object();

    target_format(target, bench);
    (void)json_object_set_new(row, "id", json_string(bench->id));
    (void)json_object_set_new(row, "value", json_number_or_null(result->value));
    (void)json_object_set_new(row, "unit", json_string(bench->unit));
    (void)json_object_set_new(row, "peer", json_string(bench->peer));
    (void)json_object_set_new(row, "peer_value", json_number_or_null(result->peer_value));
    (void)json_object_set_new(row, "ratio", json_number_or_null(result->ratio));
    (void)json_object_set_new(row, "target", target[0] == '\0' ? json_null() : json_string(target));
    (void)json_object_set_new(row, "ok", json_ok(result));
    if (result->note != NULL) {
        (void)json_object_set_new(row, "note", json_string(result->note));
    }
    return row;
}

bool bench_json_write(const char *path, const struct bench_result *results, size_t count)
{
    json_t *list = json_array();

    for (size_t i = 0; i < count; i++) {
        (void)json_array_append_new(list, result_to_json(&results[i]));
    }

    bool written = json_dump_file(list, path, JSON_INDENT(2) | JSON_REAL_PRECISION(6)) == 0;

    json_decref(list);
    return written;
}
