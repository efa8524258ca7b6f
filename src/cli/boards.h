/* SPDX-License-Identifier: MIT */
/* The boards that are built in. */
#ifndef CLI_BOARDS_H
#define CLI_BOARDS_H

#include "dxghost/device.h"

/** board_at - by number; NULL after the last */
const struct dxghost_device_ops *board_at(size_t index);
/** board_find - by name; NULL when there is none */
const struct dxghost_device_ops *board_find(const char *name);

#endif /* CLI_BOARDS_H */
