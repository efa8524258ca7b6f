/* SPDX-License-Identifier: MIT */
#include "cli/boards.h"

#include "base/base.h"
#include "devices/linearfb/linearfb.h"
#include "devices/null/null.h"
#include "devices/softgpu/softgpu.h"

#include <string.h>

static const dxghost_device_entry_fn entries[] = { softgpu_device_entry, linearfb_device_entry,
                                                   null_device_entry };

const struct dxghost_device_ops *board_at(size_t index)
{
    return index < DXGH_ARRAY_SIZE(entries) ? entries[index]() : NULL;
}

const struct dxghost_device_ops *board_find(const char *name)
{
    const struct dxghost_device_ops *ops;

    for (size_t i = 0; (ops = board_at(i)) != NULL; i++) {
        if (strcmp(ops->name, name) == 0) {
            return ops;
        }
    }
    return NULL;
}
