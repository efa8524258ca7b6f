/* SPDX-License-Identifier: MIT */
#include "cli/screen.h"

#include "cdd/image.h"
#include "machine/heap.h"
#include "verify/verify.h"

#include <stddef.h>
#include <string.h>

#define COLOR_MASK 0x00FFFFFFu /* of X8R8G8B8 */

static bool scans_out(const struct device_host *board, struct dxghost_scanout *scanout)
{
    return board->ops->scanout != NULL && board->ops->scanout(board->device, 0, scanout);
}

static bool is_plain(const struct dxghost_scanout *scanout)
{
    return scanout->format == DXGHOST_PIXEL_X8R8G8B8 || scanout->format == DXGHOST_PIXEL_A8R8G8B8;
}

/* One row as X8R8G8B8. */
static void convert_row(const struct dxghost_scanout *scanout, uint32_t y, uint32_t *row)
{
    const uint8_t *from = (const uint8_t *)scanout->pixels + (size_t)y * scanout->pitch;

    for (uint32_t x = 0; x < scanout->width; x++) {
        if (scanout->format == DXGHOST_PIXEL_R5G6B5) {
            uint16_t pixel;

            memcpy(&pixel, from + (size_t)x * 2, sizeof(pixel));
            row[x] = (uint32_t)((pixel >> 11) * 255 / 31) << 16 |
                     (uint32_t)((pixel >> 5 & 63) * 255 / 63) << 8 |
                     (uint32_t)((pixel & 31) * 255 / 31);
        } else {
            uint32_t pixel;

            memcpy(&pixel, from + (size_t)x * 4, sizeof(pixel));
            row[x] = scanout->format == DXGHOST_PIXEL_X8B8G8R8
                         ? (pixel & 0xFF) << 16 | (pixel & 0xFF00) | (pixel >> 16 & 0xFF)
                         : pixel;
        }
    }
}

NTSTATUS screen_write(struct machine *machine, const struct device_host *board, const char *path,
                      struct cdd_error *error)
{
    struct dxghost_scanout scanout;
    uint32_t *pixels;
    NTSTATUS status;

    if (!scans_out(board, &scanout)) {
        return cdd_error_set(error, STATUS_GRAPHICS_NO_ACTIVE_VIDPN,
                             "The board's output is dark: the driver never showed the primary.");
    }
    if (scanout.format < DXGHOST_PIXEL_X8R8G8B8 || scanout.format > DXGHOST_PIXEL_X8B8G8R8) {
        return cdd_error_set(error, STATUS_NOT_SUPPORTED,
                             "The board scans out pixels of format %d, which is none of device.h.",
                             (int)scanout.format);
    }
    if (is_plain(&scanout)) {
        return image_write_png_file(machine, path, scanout.pixels, scanout.width, scanout.height,
                                    scanout.pitch, error);
    }
    pixels = machine_heap_alloc(machine, (size_t)scanout.width * scanout.height * 4);
    for (uint32_t y = 0; y < scanout.height; y++) {
        convert_row(&scanout, y, pixels + (size_t)y * scanout.width);
    }
    status = image_write_png_file(machine, path, pixels, scanout.width, scanout.height,
                                  scanout.width * 4, error);
    machine_heap_free(machine, pixels);
    return status;
}

uint64_t screen_hash(const struct device_host *board)
{
    struct dxghost_scanout scanout;
    uint64_t hash = UINT64_C(0xCBF29CE484222325); /* FNV-1a */

    if (!scans_out(board, &scanout)) {
        return 0;
    }
    for (uint32_t y = 0; y < scanout.height; y++) {
        const uint8_t *row = (const uint8_t *)scanout.pixels + (size_t)y * scanout.pitch;
        size_t bytes = (size_t)scanout.width * (scanout.format == DXGHOST_PIXEL_R5G6B5 ? 2 : 4);

        for (size_t i = 0; i < bytes; i++) {
            hash = (hash ^ row[i]) * UINT64_C(0x100000001B3);
        }
    }
    return hash;
}

/* Where a picture is on the screen: its first pixel, and the steps to the next one and to the next
 * line, in pixels. */
struct placing {
    const uint32_t *first;
    ptrdiff_t step_x;
    ptrdiff_t step_y;
};

/* In the middle of the screen, turned counter-clockwise. Returns: false when it does not fit. */
static bool place(const struct dxghost_scanout *shown, uint32_t width, uint32_t height,
                  D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation, struct placing *placing)
{
    bool sideways = rotation == D3DKMDT_VPPR_ROTATE90 || rotation == D3DKMDT_VPPR_ROTATE270;
    ptrdiff_t line = shown->pitch / 4;
    uint32_t across = sideways ? height : width;
    uint32_t down = sideways ? width : height;

    if (shown->width < across || shown->height < down) {
        return false;
    }
    placing->first = (const uint32_t *)shown->pixels + (shown->height - down) / 2 * line +
                     (shown->width - across) / 2;
    switch (rotation) {
    case D3DKMDT_VPPR_ROTATE90:
        placing->first += (down - 1) * line;
        placing->step_x = -line;
        placing->step_y = 1;
        break;
    case D3DKMDT_VPPR_ROTATE180:
        placing->first += (down - 1) * line + across - 1;
        placing->step_x = -1;
        placing->step_y = -line;
        break;
    case D3DKMDT_VPPR_ROTATE270:
        placing->first += across - 1;
        placing->step_x = line;
        placing->step_y = -1;
        break;
    default:
        placing->step_x = 1;
        placing->step_y = line;
        break;
    }
    return true;
}

void screen_compare(const struct cdd *cdd, const struct device_host *board,
                    D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation)
{
    const struct cdd_surface *drawn = cdd_primary(cdd);
    struct dxghost_scanout shown;
    struct placing placing;

    if (!scans_out(board, &shown) || !is_plain(&shown) ||
        !place(&shown, drawn->width, drawn->height, rotation, &placing)) {
        return;
    }
    for (uint32_t y = 0; y < drawn->height; y++) {
        const uint32_t *row =
            (const uint32_t *)(const void *)(drawn->pixels + (size_t)y * drawn->pitch);
        const uint32_t *on_screen = placing.first + (ptrdiff_t)y * placing.step_y;

        for (uint32_t x = 0; x < drawn->width; x++, on_screen += placing.step_x) {
            if (((row[x] ^ *on_screen) & COLOR_MASK) != 0) {
                verify_report(
                    cdd_machine(cdd), RULE_DOD_03, "DxgkDdiPresentDisplayOnly",
                    "Pixel (%u, %u) of the picture is 0x%06X, and 0x%06X is on the screen. "
                    "Work off all moves, then all dirty rectangles, and nothing else%s.",
                    x, y, row[x] & COLOR_MASK, *on_screen & COLOR_MASK,
                    rotation > D3DKMDT_VPPR_IDENTITY
                        ? "; with Flags.Rotate turn them counter-clockwise as the path says"
                        : "");
                return;
            }
        }
    }
}
