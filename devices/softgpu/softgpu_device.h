/* SPDX-License-Identifier: MIT */
/* The board for programs it is built into: `#include "softgpu/softgpu_device.h"`. */
#ifndef SOFTGPU_DEVICE_H
#define SOFTGPU_DEVICE_H

#include "dxghost/device.h"

/** softgpu_device_entry - the board's operations; constant, never freed */
const struct dxghost_device_ops *softgpu_device_entry(void);

#endif /* SOFTGPU_DEVICE_H */
