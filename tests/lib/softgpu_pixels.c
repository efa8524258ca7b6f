/* SPDX-License-Identifier: MIT */
#include "tests/lib/softgpu_pixels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "devices/softgpu/raster.h"

#define ARENA_PAGES (PIXELS_ARENA_BYTES / SOFTGPU_PAGE_SIZE)

struct pixels *pixels_create(void)
{
    struct pixels *pixels = calloc(1, sizeof(*pixels));

    softgpu_board_init(&pixels->board, "vram=1M");
    return pixels;
}

void pixels_destroy(struct pixels *pixels)
{
    softgpu_board_fini(&pixels->board);
    free(pixels);
}

static uint64_t random64(struct pixels *pixels)
{
    uint64_t z = (pixels->random += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

uint32_t pixels_random(struct pixels *pixels)
{
    return (uint32_t)(random64(pixels) >> 32);
}

uint32_t pixels_below(struct pixels *pixels, uint32_t limit)
{
    return (uint32_t)(((uint64_t)pixels_random(pixels) * limit) >> 32);
}

int32_t pixels_between(struct pixels *pixels, int32_t first, int32_t last)
{
    return first + (int32_t)pixels_below(pixels, (uint32_t)(last - first + 1));
}

void pixels_begin(struct pixels *pixels, uint32_t case_number)
{
    raster_simd_allow(case_number % 2 == 0);
    pixels->random = (uint64_t)case_number << 20;
    for (size_t i = 0; i < PIXELS_ARENA_BYTES; i += 8) {
        uint64_t noise = random64(pixels);
        memcpy(pixels->vram + i, &noise, 8);
        memcpy(pixels->ram + PIXELS_ARENA_BYTES - 8 - i, &noise, 8);
    }
    for (uint32_t i = 0; i < ARENA_PAGES; i++) {
        pixels->page_of[i] = i;
    }
    /* Half of the cases have neighbouring pages, which the board treats as one piece. */
    bool shuffle = pixels_below(pixels, 2) != 0;
    for (uint32_t i = ARENA_PAGES - 1; i > 0 && shuffle; i--) {
        uint32_t other = pixels_below(pixels, i + 1);
        uint32_t page = pixels->page_of[i];
        pixels->page_of[i] = pixels->page_of[other];
        pixels->page_of[other] = page;
    }
    for (uint32_t i = 0; i < ARENA_PAGES; i++) {
        softgpu_board_map(&pixels->board, i, pixels->page_of[i]);
    }
    pixels->system_window = pixels_below(pixels, 4) == 0;
}

static uint32_t format_bytes(uint32_t format)
{
    return format == SOFTGPU_FORMAT_A8 ? 1 : format == SOFTGPU_FORMAT_R5G6B5 ? 2 : 4;
}

struct softgpu_surface pixels_surface(struct pixels *pixels, uint32_t format, uint32_t min_width,
                                      uint32_t min_height)
{
    /* Now and then a surface wider than the tables of the stretching operations. */
    bool wide = pixels_below(pixels, 20) == 0 && min_height < 8;
    uint32_t width = min_width + (wide ? pixels_below(pixels, 1200) : pixels_below(pixels, 40));
    uint32_t height = min_height + pixels_below(pixels, wide ? 4 : 36);
    uint32_t bytes = format_bytes(format);
    uint32_t pitch = ((width * bytes + 3) & ~3u) + pixels_below(pixels, 5) * 4;
    uint32_t size = height * pitch;
    uint32_t offset = pixels_below(pixels, PIXELS_ARENA_BYTES - size + 1);
    uint64_t base = 0;

    if (pixels_below(pixels, 2) != 0) {
        base = pixels->system_window ? SOFTGPU_SYSTEM_WINDOW + MOCK_BUS_RAM_BASE + BOARD_PAGES
                                     : SOFTGPU_APERTURE_WINDOW;
    }
    return (struct softgpu_surface){
        .address = base + (format == SOFTGPU_FORMAT_A8 ? offset : offset & ~3u),
        .pitch = pitch,
        .format = format,
        .width = width,
        .height = height,
    };
}

struct softgpu_rect pixels_rect(struct pixels *pixels, const struct softgpu_rect *bounds)
{
    struct softgpu_rect rect;

    rect.left = pixels_between(pixels, bounds->left, bounds->right);
    rect.right = pixels_between(pixels, rect.left, bounds->right);
    rect.top = pixels_between(pixels, bounds->top, bounds->bottom);
    rect.bottom = pixels_between(pixels, rect.top, bounds->bottom);
    return rect;
}

struct softgpu_rect pixels_intersect(struct softgpu_rect a, struct softgpu_rect b)
{
    struct softgpu_rect both = {
        .left = a.left > b.left ? a.left : b.left,
        .top = a.top > b.top ? a.top : b.top,
        .right = a.right < b.right ? a.right : b.right,
        .bottom = a.bottom < b.bottom ? a.bottom : b.bottom,
    };
    if (both.left >= both.right || both.top >= both.bottom) {
        both = (struct softgpu_rect){ a.left, a.top, a.left, a.top };
    }
    return both;
}

struct softgpu_rect pixels_bounds(const struct softgpu_surface *surface)
{
    return (struct softgpu_rect){ 0, 0, (int32_t)surface->width, (int32_t)surface->height };
}

/* One byte of the model. */
static uint8_t *model_byte(struct pixels *pixels, uint64_t address, bool old)
{
    uint8_t *vram = old ? pixels->old_vram : pixels->vram;
    uint8_t *ram = old ? pixels->old_ram : pixels->ram;

    if (address < PIXELS_ARENA_BYTES) {
        return vram + address;
    }
    if (address >= SOFTGPU_SYSTEM_WINDOW) {
        return ram + (address - SOFTGPU_SYSTEM_WINDOW - MOCK_BUS_RAM_BASE - BOARD_PAGES);
    }
    uint64_t offset = address - SOFTGPU_APERTURE_WINDOW;
    return ram + pixels->page_of[offset / SOFTGPU_PAGE_SIZE] * SOFTGPU_PAGE_SIZE +
           offset % SOFTGPU_PAGE_SIZE;
}

static uint32_t model_pixel(struct pixels *pixels, const struct softgpu_surface *surface, int32_t x,
                            int32_t y, bool old)
{
    uint32_t bytes = format_bytes(surface->format);
    uint64_t address = surface->address + (uint64_t)y * surface->pitch + (uint64_t)x * bytes;
    uint32_t value = 0;

    for (uint32_t i = 0; i < bytes; i++) {
        value |= (uint32_t)*model_byte(pixels, address + i, old) << (8 * i);
    }
    return value;
}

uint32_t pixels_get(struct pixels *pixels, const struct softgpu_surface *surface, int32_t x,
                    int32_t y)
{
    return model_pixel(pixels, surface, x, y, false);
}

uint32_t pixels_get_old(struct pixels *pixels, const struct softgpu_surface *surface, int32_t x,
                        int32_t y)
{
    return model_pixel(pixels, surface, x, y, true);
}

void pixels_set(struct pixels *pixels, const struct softgpu_surface *surface, int32_t x, int32_t y,
                uint32_t value)
{
    uint32_t bytes = format_bytes(surface->format);
    uint64_t address = surface->address + (uint64_t)y * surface->pitch + (uint64_t)x * bytes;

    for (uint32_t i = 0; i < bytes; i++) {
        *model_byte(pixels, address + i, false) = (uint8_t)(value >> (8 * i));
    }
}

uint32_t pixels_widen(uint32_t format, uint32_t pixel)
{
    if (format != SOFTGPU_FORMAT_R5G6B5) {
        return pixel;
    }
    uint32_t r = pixel / 2048, g = pixel / 32 % 64, b = pixel % 32;
    return 0xFF000000u + (r * 8 + r / 4) * 65536 + (g * 4 + g / 16) * 256 + b * 8 + b / 4;
}

uint32_t pixels_narrow(uint32_t format, uint32_t colour)
{
    uint32_t r = colour >> 16 & 0xFF, g = colour >> 8 & 0xFF, b = colour & 0xFF;

    switch (format) {
    case SOFTGPU_FORMAT_R5G6B5:
        return r / 8 * 2048 + g / 4 * 32 + b / 8;
    case SOFTGPU_FORMAT_A8:
        return colour >> 24;
    default:
        return colour;
    }
}

int32_t pixels_sample(int32_t at, int32_t dst_first, int32_t dst_end, int32_t src_first,
                      int32_t src_end, bool mirror)
{
    double src_size = src_end - src_first;
    double dst_size = dst_end - dst_first;
    double index = floor((at - dst_first + 0.5) * src_size / dst_size);

    return mirror ? src_end - 1 - (int32_t)index : src_first + (int32_t)index;
}

uint32_t pixels_run(struct pixels *pixels, const void *packet, size_t packet_bytes,
                    const struct softgpu_rect *rects, uint32_t rect_count)
{
    uint8_t *vram = pixels->board.mock.bar_memory[SOFTGPU_BAR_VRAM];
    uint32_t size = (uint32_t)(packet_bytes + rect_count * sizeof(*rects));

    memcpy(vram, pixels->vram, PIXELS_ARENA_BYTES);
    memcpy(pixels->board.mock.ram + BOARD_PAGES, pixels->ram, PIXELS_ARENA_BYTES);
    memcpy(pixels->old_vram, pixels->vram, PIXELS_ARENA_BYTES);
    memcpy(pixels->old_ram, pixels->ram, PIXELS_ARENA_BYTES);

    memcpy(pixels->packet, packet, packet_bytes);
    if (rect_count != 0) {
        memcpy(pixels->packet + packet_bytes, rects, rect_count * sizeof(*rects));
    }
    return softgpu_board_run_packets(&pixels->board, SOFTGPU_NODE_3D, pixels->packet, size);
}

static bool memory_equal(const char *name, const uint8_t *board, const uint8_t *model,
                         const uint8_t *old)
{
    if (memcmp(board, model, PIXELS_ARENA_BYTES) == 0) {
        return true;
    }
    uint32_t i = 0;
    while (board[i] == model[i]) {
        i++;
    }
    printf("%s offset 0x%x: board 0x%02x, model 0x%02x, before 0x%02x\n", name, i, board[i],
           model[i], old[i]);
    return false;
}

bool pixels_equal(struct pixels *pixels)
{
    return memory_equal("VRAM", pixels->board.mock.bar_memory[SOFTGPU_BAR_VRAM], pixels->vram,
                        pixels->old_vram) &&
           memory_equal("RAM", pixels->board.mock.ram + BOARD_PAGES, pixels->ram, pixels->old_ram);
}

int pixels_setup(void **state)
{
    *state = pixels_create();
    return 0;
}

int pixels_teardown(void **state)
{
    pixels_destroy(*state);
    return 0;
}
