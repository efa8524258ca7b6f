/* SPDX-License-Identifier: MIT */
/*
 * Registers touched in DDIs that only build memory, or that others may run beside.
 *
 * Source: nc-d3dkmddi-dxgkddi_escape.md, nc-d3dkmddi-dxgkddi_renderkm.md; rules ESC-04 and
 * RENDERKM-31. Tests: tests/contract
 */
#ifndef DXGK_REGISTER_WATCH_H
#define DXGK_REGISTER_WATCH_H

#include "machine/machine.h"

/** register_watch_begin - from now on; once is enough for a machine */
void register_watch_begin(struct machine *machine);

#endif /* DXGK_REGISTER_WATCH_H */
