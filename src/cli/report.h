/* SPDX-License-Identifier: MIT */
/* A run in words and in JSON. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "cli/run.h"

#include <jansson.h>

/** report_json - the report as an object; the layout is in docs/dxghost.1 */
json_t *report_json(const struct run *run);
/** report_write - report.json in the output folder. Returns: false with a message on stderr. */
bool report_write(const struct run *run);
/** report_print - the summary for people; in colour on a terminal */
void report_print(const struct run *run, FILE *stream);

/** report_print_command - the command line that repeats this run, without an end of line */
void report_print_command(const struct run *run, FILE *stream);

#endif /* CLI_REPORT_H */
