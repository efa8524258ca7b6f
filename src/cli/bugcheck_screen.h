/* SPDX-License-Identifier: MIT */
/* The picture of a bug check, drawn through the driver that is left: bugcheck.png. */
#ifndef CLI_BUGCHECK_SCREEN_H
#define CLI_BUGCHECK_SCREEN_H

#include "cli/run.h"

/**
 * bugcheck_screen_show - after a bug check, before its report
 * Does nothing when the driver has no DxgkDdiSystemDisplayEnable and -Write, or no display.
 */
void bugcheck_screen_show(struct run *run);

#endif /* CLI_BUGCHECK_SCREEN_H */
