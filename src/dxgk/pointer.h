/* SPDX-License-Identifier: MIT */
/*
 * The mouse pointer of source 0, where the driver shows it itself.
 * Source: nc-d3dkmddi-dxgkddi_setpointershape, -_setpointerposition; rules VSYNC-01, VSYNC-02
 * Tests: tests/scenario/pointer_test.c
 */
#ifndef DXGK_POINTER_H
#define DXGK_POINTER_H

#include "dxgk/adapter.h"

struct pointer_shape {
    const uint32_t *pixels; /* A8R8G8B8, line after line */
    uint32_t width;
    uint32_t height;
    uint32_t hot_x; /* the pixel of it that points */
    uint32_t hot_y;
};

/** dxgk_pointer_size - the largest colour pointer the driver shows; false: none, GDI draws it */
bool dxgk_pointer_size(const struct adapter *adapter, uint32_t *width, uint32_t *height);

/**
 * dxgk_pointer_shape - DxgkDdiSetPointerShape with a colour pointer
 * Returns: STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY while the source shows nothing: the driver is not
 * called then. Else what the driver answered. IRQL: PASSIVE_LEVEL. Sync level: one, pointer class.
 */
NTSTATUS dxgk_pointer_shape(struct adapter *adapter, const struct pointer_shape *shape);

/**
 * dxgk_pointer_move - DxgkDdiSetPointerPosition
 * @x, @y: of the shape's top left corner; may lie outside the picture
 * A refusal while the source shows nothing is reported (VSYNC-01).
 * Returns: what the driver answered. IRQL: PASSIVE_LEVEL. Sync level: one, pointer class.
 */
NTSTATUS dxgk_pointer_move(struct adapter *adapter, int32_t x, int32_t y, bool visible);

#endif /* DXGK_POINTER_H */
