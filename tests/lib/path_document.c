/* SPDX-License-Identifier: MIT */
#include "tests/lib/path_document.h"

#include "dxgk/gate.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

#include <stdio.h>
#include <string.h>

#define LINES_MAX 256u
#define LINE_BYTES 128u

struct lines {
    uint32_t count;
    char text[LINES_MAX][LINE_BYTES];
};

/* "  ddi-enter   DxgkDdiPatch  # remark" becomes "ddi-enter DxgkDdiPatch". */
static void normalise(const char *line, char *text)
{
    char event[64] = "";
    char subject[64] = "";
    char buffer[LINE_BYTES];

    (void)snprintf(buffer, sizeof(buffer), "%.*s", (int)strcspn(line, "#\n"), line);
    (void)sscanf(buffer, "%63s %63s", event, subject);
    (void)snprintf(text, LINE_BYTES, "%.60s%s%.60s", event, subject[0] != '\0' ? " " : "", subject);
}

static void read_block(const char *path, struct lines *lines)
{
    FILE *stream = fopen(path, "r");
    char line[512];
    bool inside = false;

    if (stream == NULL) {
        fail_msg("%s cannot be read", path);
    }
    lines->count = 0;
    while (fgets(line, sizeof(line), stream) != NULL && lines->count < LINES_MAX) {
        if (strncmp(line, "```", 3) == 0) {
            inside = strncmp(line, "```trace", 8) == 0;
        } else if (inside) {
            normalise(line, lines->text[lines->count]);
            lines->count += lines->text[lines->count][0] != '\0';
        }
    }
    (void)fclose(stream);
    assert_int_not_equal(lines->count, 0);
}

static bool mentions(const struct lines *lines, const char *event)
{
    size_t length = strlen(event);

    for (uint32_t i = 0; i < lines->count; i++) {
        if (strncmp(lines->text[i], event, length) == 0 &&
            (lines->text[i][length] == ' ' || lines->text[i][length] == '\0')) {
            return true;
        }
    }
    return false;
}

static void describe(const struct trace_record *record, char *text)
{
    enum trace_event event = (enum trace_event)record->event;
    bool is_ddi = event == TRACE_DDI_ENTER || event == TRACE_DDI_LEAVE;

    (void)snprintf(text, LINE_BYTES, "%s%s%s", trace_event_name(event), is_ddi ? " " : "",
                   is_ddi ? ddi_info((enum ddi)record->arguments[0])->name : "");
}

static void collect(struct machine *machine, const struct lines *wanted, uint64_t first,
                    uint64_t end, struct lines *seen)
{
    seen->count = 0;
    for (uint64_t i = first; i < end && seen->count < LINES_MAX; i++) {
        const struct trace_record *record = trace_record_at(machine, i);

        assert_non_null(record);
        if (mentions(wanted, trace_event_name((enum trace_event)record->event))) {
            describe(record, seen->text[seen->count++]);
        }
    }
}

void path_document_assert(struct machine *machine, const char *path, uint64_t first, uint64_t end)
{
    static struct lines wanted;
    static struct lines seen;
    bool equal;

    read_block(path, &wanted);
    collect(machine, &wanted, first, end, &seen);
    equal = wanted.count == seen.count;
    for (uint32_t i = 0; equal && i < wanted.count; i++) {
        equal = strcmp(wanted.text[i], seen.text[i]) == 0;
    }
    if (equal) {
        return;
    }
    for (uint32_t i = 0; i < wanted.count || i < seen.count; i++) {
        (void)fprintf(stderr, "  %-44s | %s\n", i < wanted.count ? wanted.text[i] : "",
                      i < seen.count ? seen.text[i] : "");
    }
    fail_msg("the run (right) does not follow %s (left)", path);
}
