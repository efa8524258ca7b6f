/* SPDX-License-Identifier: MIT */
#include "cdd/scene.h"
#include "cli/display_scene.h"
#include "cli/screen.h"
#include "dxgk/pointer.h"
#include "dxgk/statistics.h"
#include "machine/heap.h"
#include "verify/names.h"

#include <stdio.h>
#include <string.h>

#define SIDE 32

static void fail(struct gpu_scene_run *run, const char *what, int32_t x, int32_t y)
{
    if (run->error[0] == '\0') {
        (void)snprintf(run->error, sizeof(run->error), "%s, pointer at (%d, %d)", what, x, y);
    }
}

/* An arrow: opaque below its diagonal, transparent above it, every pixel another colour. */
static void draw_arrow(uint32_t *pixels)
{
    for (uint32_t i = 0; i < SIDE * SIDE; i++) {
        uint32_t x = i % SIDE;
        uint32_t y = i / SIDE;

        pixels[i] = x <= y ? 0xFF000000u | x << 19 | y << 11 | 0x80u : 0;
    }
}

static bool scans_out(const struct gpu_scene_run *run, struct dxghost_scanout *shown)
{
    return run->board->ops->scanout(run->board->device, 0, shown) &&
           (shown->format == DXGHOST_PIXEL_X8R8G8B8 || shown->format == DXGHOST_PIXEL_A8R8G8B8);
}

static uint32_t pixel_at(const struct dxghost_scanout *shown, uint32_t x, uint32_t y)
{
    uint32_t pixel;

    memcpy(&pixel, (const uint8_t *)shown->pixels + (size_t)y * shown->pitch + (size_t)x * 4,
           sizeof(pixel));
    return pixel & 0x00FFFFFFu;
}

/* The screen is `below` with the arrow over it, pixel for pixel. */
static void check(struct gpu_scene_run *run, const uint32_t *below, const uint32_t *arrow,
                  int32_t left, int32_t top)
{
    struct dxghost_scanout shown;

    (void)dxgk_wait_vsync(run->adapter, 2);
    if (!scans_out(run, &shown)) {
        fail(run, "the screen went dark", left, top);
        return;
    }
    for (uint32_t y = 0; y < shown.height; y++) {
        for (uint32_t x = 0; x < shown.width; x++) {
            int32_t column = (int32_t)x - left;
            int32_t row = (int32_t)y - top;
            bool over = column >= 0 && column < SIDE && row >= 0 && row < SIDE &&
                        arrow[row * SIDE + column] >> 24 != 0;
            uint32_t wanted =
                over ? arrow[row * SIDE + column] & 0x00FFFFFFu : below[y * shown.width + x];

            if (pixel_at(&shown, x, y) != wanted) {
                fail(run, "a pixel is neither the pointer's nor the desktop's", left, top);
                return;
            }
        }
    }
}

static void move_about(struct gpu_scene_run *run, const uint32_t *below, const uint32_t *arrow)
{
    const int32_t places[][2] = { { 100, 100 },
                                  { -10, 40 },
                                  { 300, -20 },
                                  { (int32_t)run->width - 7, (int32_t)run->height - 9 },
                                  { 0, 0 } };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(places); i++) {
        if (!NT_SUCCESS(dxgk_pointer_move(run->adapter, places[i][0], places[i][1], true))) {
            fail(run, "DxgkDdiSetPointerPosition failed", places[i][0], places[i][1]);
        }
        check(run, below, arrow, places[i][0], places[i][1]);
    }
}

static void point(struct gpu_scene_run *run)
{
    struct machine *machine = dxgk_adapter_machine(run->adapter);
    uint32_t arrow[SIDE * SIDE];
    const struct pointer_shape shape = { .pixels = arrow, .width = SIDE, .height = SIDE };
    struct dxghost_scanout shown;
    uint32_t *below;

    draw_arrow(arrow);
    (void)dxgk_wait_vsync(run->adapter, 2);
    if (!scans_out(run, &shown)) {
        fail(run, "the screen is dark, or of another depth", 0, 0);
        return;
    }
    below = machine_heap_alloc(machine, (size_t)shown.width * shown.height * 4);
    for (uint32_t i = 0; i < shown.width * shown.height; i++) {
        below[i] = pixel_at(&shown, i % shown.width, i / shown.width);
    }
    if (NT_SUCCESS(dxgk_pointer_shape(run->adapter, &shape))) {
        move_about(run, below, arrow);
    } else {
        fail(run, "DxgkDdiSetPointerShape failed", 0, 0);
    }
    (void)dxgk_pointer_move(run->adapter, 0, 0, false);
    memset(arrow, 0, sizeof(arrow));
    check(run, below, arrow, 0, 0);
    machine_heap_free(machine, below);
}

void display_scene_pointer(struct gpu_scene_run *run)
{
    const struct cdd_config config = { .process = run->process,
                                       .width = run->width,
                                       .height = run->height,
                                       .rotation = run->rotation };
    const struct cdd_scene_options options = { 0 };
    struct cdd_error error = { 0 };
    struct cdd *cdd;
    uint32_t width;
    uint32_t height;
    NTSTATUS status = cdd_create(run->adapter, &config, &cdd);

    if (NT_SUCCESS(status)) {
        status = scene_desktop(cdd, &options, &error);
    }
    if (!NT_SUCCESS(status)) {
        (void)snprintf(run->error, sizeof(run->error), "the desktop failed with %s",
                       verify_status_name(status));
    } else if (!dxgk_pointer_size(run->adapter, &width, &height) || width < SIDE || height < SIDE) {
        (void)snprintf(run->note, sizeof(run->note),
                       "the driver shows no colour pointer of %dx%d; GDI draws it", SIDE, SIDE);
    } else {
        point(run);
    }
    if (run->error[0] == '\0' && run->picture != NULL) {
        run->picture(run->picture_context, cdd);
    }
    cdd_destroy(cdd);
    if (run->error[0] == '\0' && run->note[0] == '\0') {
        (void)dxgk_pointer_move(run->adapter, 1, 1, false); /* where nothing is shown any more */
    }
}
