/* SPDX-License-Identifier: MIT */
#include "cli/cc.h"
#include "cli/dump_report.h"
#include "cli/list.h"
#include "cli/run.h"
#include "cli/verify_command.h"

#include <string.h>

static const char help[] =
    "usage: dxghost COMMAND [OPTION...]\n"
    "\n"
    "Runs a WDDM display miniport driver on Linux, on simulated hardware, and tells which "
    "sentence\n"
    "of the driver contract it breaks.\n"
    "\n"
    "  run        start a driver, draw a scene, report (dxghost run --help)\n"
    "  verify     run the whole battery of stages, name every broken rule (dxghost verify --help)\n"
    "  cc         compile a driver into an image (dxghost cc --help)\n"
    "  list       what there is: scenes, devices, rules, ddis\n"
    "  analyze    a dump directory, as a debugger would: dxghost analyze out/bugcheck\n"
    "  explain    a rule, a bug check code or a status: dxghost explain RENDERKM-12\n"
    "  --help     this text\n"
    "  --version  the version\n"
    "\n"
    "examples:\n"
    "  dxghost run --driver softgpu.so --device softgpu --scene desktop\n"
    "  dxghost verify --driver softgpu.so --device softgpu\n";

int main(int count, char **words)
{
    const char *command = count > 1 ? words[1] : "";

    if (strcmp(command, "run") == 0) {
        return run_command(count - 1, words + 1);
    }
    if (strcmp(command, "verify") == 0) {
        return verify_command(count - 1, words + 1);
    }
    if (strcmp(command, "cc") == 0) {
        return cc_command(count - 1, words + 1);
    }
    if (strcmp(command, "list") == 0) {
        return list_command(count - 1, words + 1);
    }
    if (strcmp(command, "analyze") == 0) {
        return analyze_command(count - 1, words + 1);
    }
    if (strcmp(command, "explain") == 0) {
        return explain_command(count - 1, words + 1);
    }
    if (strcmp(command, "--version") == 0) {
        (void)printf("dxghost %s\n", DXGH_VERSION);
        return EXIT_PASS;
    }
    if (strcmp(command, "--help") == 0 || strcmp(command, "help") == 0) {
        (void)fputs(help, stdout);
        return EXIT_PASS;
    }
    if (count > 1) {
        (void)fprintf(stderr, "dxghost: there is no command '%s'\n\n", command);
    }
    (void)fputs(help, stderr);
    return EXIT_USAGE;
}
