/* SPDX-License-Identifier: MIT */
/* What the monitor of a run shows: written as PNG, compared with what was drawn. */
#ifndef CLI_SCREEN_H
#define CLI_SCREEN_H

#include "cdd/cdd.h"
#include "machine/device_host.h"

/**
 * screen_write - the board's first output as a PNG
 * Returns: STATUS_GRAPHICS_NO_ACTIVE_VIDPN while it is dark, STATUS_NOT_SUPPORTED for a pixel
 * format that is not known; else that of the file; error has the reason.
 */
NTSTATUS screen_write(struct machine *machine, const struct device_host *board, const char *path,
                      struct cdd_error *error);

/**
 * screen_compare - hold a display-only driver's picture against the one it was given
 * A difference is reported as a breach of DOD-03, with the place of the first pixel. Screens of
 * another size show the picture in their middle; those of other depths are not compared.
 * @rotation: how the driver has to turn it
 */
void screen_compare(const struct cdd *cdd, const struct device_host *board,
                    D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation);

/** screen_hash - of the pixels on output 0. Returns: 0 while it is dark. */
uint64_t screen_hash(const struct device_host *board);

#endif /* CLI_SCREEN_H */
