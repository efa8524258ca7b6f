/* SPDX-License-Identifier: MIT */
/* What a battery found, for people and for programs. Each writes all of it to a stream. */
#ifndef CLI_BATTERY_REPORT_H
#define CLI_BATTERY_REPORT_H

#include "cli/battery.h"
#include "cli/options.h"

#include <stdio.h>

/** battery_exit_code - of the whole: EXIT_BUGCHECK before EXIT_BREACH before EXIT_PASS */
enum exit_code battery_exit_code(const struct battery *battery);

/** battery_print_text - stages, a table by DDI, and each broken rule with its replay command */
void battery_print_text(const struct battery *battery, FILE *stream);
/** battery_print_json - the same as one object; fields as docs/verify.md names them */
void battery_print_json(const struct battery *battery, FILE *stream);
/** battery_print_junit - a suite for each stage, a case for the stage and for each of its DDIs */
void battery_print_junit(const struct battery *battery, FILE *stream);
/** battery_print_sarif - SARIF 2.1.0: a result for each broken rule, at the driver's source line */
void battery_print_sarif(const struct battery *battery, FILE *stream);

#endif /* CLI_BATTERY_REPORT_H */
