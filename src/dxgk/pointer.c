/* SPDX-License-Identifier: MIT */
#include "dxgk/pointer.h"

#include "dxgk/adapter_private.h"
#include "dxgk/gate_calls.h"
#include "dxgk/monitor.h"
#include "verify/names.h"

bool dxgk_pointer_size(const struct adapter *adapter, uint32_t *width, uint32_t *height)
{
    *width = adapter->caps.MaxPointerWidth;
    *height = adapter->caps.MaxPointerHeight;
    return adapter->caps.PointerCaps.Color && *width > 0 && *height > 0;
}

NTSTATUS dxgk_pointer_shape(struct adapter *adapter, const struct pointer_shape *shape)
{
    const DXGKARG_SETPOINTERSHAPE args = { .Flags.Color = 1,
                                           .Width = shape->width,
                                           .Height = shape->height,
                                           .Pitch = shape->width * 4,
                                           .VidPnSourceId = 0,
                                           .pPixels = shape->pixels,
                                           .XHot = shape->hot_x,
                                           .YHot = shape->hot_y };

    if (!dxgk_source_is_shown(adapter, 0)) {
        return STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY;
    }
    return gate_SetPointerShape(adapter, &args);
}

NTSTATUS dxgk_pointer_move(struct adapter *adapter, int32_t x, int32_t y, bool visible)
{
    const DXGKARG_SETPOINTERPOSITION args = {
        .VidPnSourceId = 0, .X = x, .Y = y, .Flags.Visible = visible
    };
    bool shown = dxgk_source_is_shown(adapter, 0);
    NTSTATUS status = gate_SetPointerPosition(adapter, &args);

    if (!NT_SUCCESS(status) && !shown) {
        verify_report(adapter->machine, RULE_VSYNC_01, "DxgkDdiSetPointerPosition",
                      "Source 0 shows nothing, and %s was answered. Return STATUS_SUCCESS and "
                      "change nothing then.",
                      verify_status_name(status));
    }
    return status;
}
