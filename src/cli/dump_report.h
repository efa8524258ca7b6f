/* SPDX-License-Identifier: MIT */
/*
 * Dump directories: what a bug check or a live dump leaves on disk.
 *
 *   report.json     everything, for programs
 *   report.txt      the same for people, as `dxghost analyze` prints it
 *   debug-info.bin  what DxgkDdiCollectDbgInfo wrote, when it wrote anything
 */
#ifndef CLI_DUMP_REPORT_H
#define CLI_DUMP_REPORT_H

#include "cli/run.h"

#include <jansson.h>
#include <stdio.h>

/**
 * dump_report_write_all - OUT/bugcheck for a machine that stopped, OUT/livedump-N for each live
 * dump Returns: false when something could not be written; stderr has the reason.
 */
bool dump_report_write_all(const struct run *run);

/** dump_report_print - a report.json in words */
void dump_report_print(const json_t *report, FILE *stream);

/** analyze_command - `dxghost analyze DIR`. Returns: the exit code. */
int analyze_command(int count, char **words);

#endif /* CLI_DUMP_REPORT_H */
