/* SPDX-License-Identifier: MIT */
/* The linear frame buffer board, built in. linearfb_regs.h is its manual. */
#ifndef LINEARFB_LINEARFB_H
#define LINEARFB_LINEARFB_H

#include "dxghost/device.h"

/**
 * linearfb_device_entry - the model
 * Options: vram=SIZE (1M to 256M, a power of two, default 16M), post=WxH (the mode firmware sets,
 * default 1024x768) or post=none, bits=16|32 (of that mode, default 32).
 */
const struct dxghost_device_ops *linearfb_device_entry(void);

#endif
