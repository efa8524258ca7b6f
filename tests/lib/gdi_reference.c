/* SPDX-License-Identifier: MIT */
#include "tests/lib/gdi_reference.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

uint32_t gdi_pixel(const struct gdi_image *image, int32_t x, int32_t y)
{
    uint32_t pixel = 0;

    memcpy(&pixel, image->bytes + (size_t)y * image->pitch + (size_t)x * image->bytes_per_pixel,
           image->bytes_per_pixel);
    return pixel;
}

void gdi_pixel_set(const struct gdi_image *image, int32_t x, int32_t y, uint32_t pixel)
{
    memcpy(image->bytes + (size_t)y * image->pitch + (size_t)x * image->bytes_per_pixel, &pixel,
           image->bytes_per_pixel);
}

static bool is_inside(const struct gdi_image *image, int32_t x, int32_t y)
{
    return x >= 0 && y >= 0 && x < (int32_t)image->width && y < (int32_t)image->height;
}

static bool is_clipped(struct gdi_clip clip, int32_t x, int32_t y)
{
    if (clip.rects == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < clip.count; i++) {
        if (x >= clip.rects[i].left && x < clip.rects[i].right && y >= clip.rects[i].top &&
            y < clip.rects[i].bottom) {
            return false;
        }
    }
    return true;
}

/* The source as it was before the operation, in memory to be freed. Another image than the
 * destination does not change meanwhile and is used as it is. */
static struct gdi_image snapshot(const struct gdi_image *image, const struct gdi_image *dst,
                                 void **memory)
{
    struct gdi_image copy = *image;
    size_t size = image->pitch * image->height;

    *memory = NULL;
    if (image->bytes != dst->bytes) {
        return copy;
    }
    copy.bytes = malloc(size);
    *memory = copy.bytes;
    if (copy.bytes == NULL) {
        abort();
    }
    memcpy(copy.bytes, image->bytes, size);
    return copy;
}

/* Bit (P, S, D) of a ternary code, for every bit of a pixel. */
static uint32_t ternary(uint32_t code, uint32_t pattern, uint32_t source, uint32_t destination)
{
    uint32_t result = 0;

    for (uint32_t bit = 0; bit < 32; bit++) {
        uint32_t p = (pattern >> bit) & 1u;
        uint32_t s = (source >> bit) & 1u;
        uint32_t d = (destination >> bit) & 1u;

        result |= ((code >> (p * 4 + s * 2 + d)) & 1u) << bit;
    }
    return result;
}

static uint32_t color_of(const struct gdi_image *image, uint32_t color)
{
    return image->bytes_per_pixel == 4 ? color : color >> 24;
}

/* The destination pixels of a rectangle that are on the surface and not clipped. */
#define FOR_EACH_PIXEL(dst, dst_rect, clip, x, y)                                                  \
    for (int32_t y = (dst_rect).top; y < (dst_rect).bottom; y++)                                   \
        for (int32_t x = (dst_rect).left; x < (dst_rect).right; x++)                               \
            if (is_inside((dst), x, y) && !is_clipped((clip), x, y))

void gdi_reference_fill(const struct gdi_image *dst, RECT dst_rect, struct gdi_clip clip,
                        uint32_t color, uint32_t rop, uint32_t rop3)
{
    uint32_t pattern = color_of(dst, color);

    FOR_EACH_PIXEL(dst, dst_rect, clip, x, y)
    {
        uint32_t old = gdi_pixel(dst, x, y);
        uint32_t new = 0;

        switch (rop) {
        case 1: /* PATCOPY */
            new = pattern;
            break;
        case 2: /* PATINVERT */
            new = pattern ^ old;
            break;
        case 3: /* PDXN */
            new = ~(pattern ^ old);
            break;
        case 4: /* DSTINVERT */
            new = ~old;
            break;
        case 5: /* PATAND */
            new = pattern &old;
            break;
        case 6: /* PATOR */
            new = pattern | old;
            break;
        case 7: /* ROP3 */
            new = ternary(rop3, pattern, 0, old);
            break;
        default:
            abort();
        }
        gdi_pixel_set(dst, x, y, new);
    }
}

void gdi_reference_blt(const struct gdi_image *dst, RECT dst_rect, const struct gdi_image *src,
                       int32_t src_left, int32_t src_top, struct gdi_clip clip, uint32_t rop,
                       uint32_t rop3, uint32_t pattern)
{
    void *memory;
    struct gdi_image before = snapshot(src, dst, &memory);

    FOR_EACH_PIXEL(dst, dst_rect, clip, x, y)
    {
        int32_t src_x = x - dst_rect.left + src_left;
        int32_t src_y = y - dst_rect.top + src_top;

        if (!is_inside(&before, src_x, src_y)) {
            continue;
        }
        uint32_t source = gdi_pixel(&before, src_x, src_y);
        uint32_t old = gdi_pixel(dst, x, y);
        uint32_t new = 0;

        switch (rop) {
        case 1: /* SRCCOPY */
            new = source;
            break;
        case 2: /* SRCINVERT */
            new = source ^ old;
            break;
        case 3: /* SRCAND */
            new = source &old;
            break;
        case 4: /* SRCOR */
            new = source | old;
            break;
        case 5: /* ROP3 */
            new = ternary(rop3, color_of(dst, pattern), source, old);
            break;
        default:
            abort();
        }
        gdi_pixel_set(dst, x, y, new);
    }
    free(memory);
}

/* int X = truncate((Xd - DstRect.left + 0.5) * Ws / Wd + SrcRect.left), the second of the two
 * samplings the pages allow. */
static int32_t sample(int32_t at, int32_t dst_first, int32_t dst_end, int32_t src_first,
                      int32_t src_end)
{
    double src_size = src_end - src_first;
    double dst_size = dst_end - dst_first;

    return (int32_t)trunc((at - dst_first + 0.5) * src_size / dst_size + src_first);
}

static uint32_t sampled(const struct gdi_image *src, RECT src_rect, RECT dst_rect, int32_t x,
                        int32_t y, bool mirror_x, bool mirror_y)
{
    int32_t src_x = sample(x, dst_rect.left, dst_rect.right, src_rect.left, src_rect.right);
    int32_t src_y = sample(y, dst_rect.top, dst_rect.bottom, src_rect.top, src_rect.bottom);

    if (mirror_x) {
        src_x = src_rect.left + src_rect.right - 1 - src_x;
    }
    if (mirror_y) {
        src_y = src_rect.top + src_rect.bottom - 1 - src_y;
    }
    return gdi_pixel(src, src_x, src_y);
}

static uint32_t component(uint32_t pixel, uint32_t index)
{
    return (pixel >> (index * 8)) & 0xFFu;
}

/* Dst = Src * SCA / 255 + (1 - Src.alpha * SCA / 255) * Dst, each product rounded to a byte. */
static uint32_t blended(uint32_t source, uint32_t old, uint32_t constant_alpha, bool has_alpha)
{
    uint32_t result = 0;
    double alpha;

    if (!has_alpha) {
        source |= 0xFF000000u;
    }
    alpha = round(component(source, 3) * constant_alpha / 255.0);
    for (uint32_t i = 0; i < 4; i++) {
        double sum = round(component(source, i) * constant_alpha / 255.0) +
                     round(component(old, i) * (255.0 - alpha) / 255.0);

        result |= (uint32_t)fmin(sum, 255.0) << (i * 8);
    }
    return result;
}

void gdi_reference_alpha(const struct gdi_image *dst, RECT dst_rect, const struct gdi_image *src,
                         RECT src_rect, struct gdi_clip clip, uint32_t constant_alpha,
                         bool has_alpha)
{
    void *memory;
    struct gdi_image before = snapshot(src, dst, &memory);

    FOR_EACH_PIXEL(dst, dst_rect, clip, x, y)
    {
        uint32_t source = sampled(&before, src_rect, dst_rect, x, y, false, false);

        gdi_pixel_set(dst, x, y, blended(source, gdi_pixel(dst, x, y), constant_alpha, has_alpha));
    }
    free(memory);
}

/* Whether source coordinate s, from 0, contributes to destination coordinate d, from 0. */
static bool contributes(int32_t s, int32_t src_size, int32_t d, int32_t dst_size)
{
    if (src_size > dst_size) {
        return floor((s + 0.5) * dst_size / src_size) == d;
    }
    return sample(d, 0, dst_size, 0, src_size) == s;
}

static uint32_t combined(const struct gdi_image *src, RECT src_rect, RECT dst_rect, int32_t x,
                         int32_t y, bool is_and, bool mirror_x, bool mirror_y)
{
    int32_t width = src_rect.right - src_rect.left;
    int32_t height = src_rect.bottom - src_rect.top;
    uint32_t result = is_and ? 0xFFFFFFFFu : 0;

    for (int32_t row = 0; row < height; row++) {
        if (!contributes(row, height, y - dst_rect.top, dst_rect.bottom - dst_rect.top)) {
            continue;
        }
        for (int32_t column = 0; column < width; column++) {
            if (!contributes(column, width, x - dst_rect.left, dst_rect.right - dst_rect.left)) {
                continue;
            }
            uint32_t source =
                gdi_pixel(src, src_rect.left + (mirror_x ? width - 1 - column : column),
                          src_rect.top + (mirror_y ? height - 1 - row : row));

            result = is_and ? result & source : result | source;
        }
    }
    return result;
}

void gdi_reference_stretch(const struct gdi_image *dst, RECT dst_rect, const struct gdi_image *src,
                           RECT src_rect, struct gdi_clip clip, uint32_t mode, bool mirror_x,
                           bool mirror_y)
{
    void *memory;
    struct gdi_image before = snapshot(src, dst, &memory);

    FOR_EACH_PIXEL(dst, dst_rect, clip, x, y)
    {
        uint32_t pixel =
            mode == 3 ? sampled(&before, src_rect, dst_rect, x, y, mirror_x, mirror_y)
                      : combined(&before, src_rect, dst_rect, x, y, mode == 1, mirror_x, mirror_y);

        gdi_pixel_set(dst, x, y, pixel);
    }
    free(memory);
}

void gdi_reference_transparent(const struct gdi_image *dst, RECT dst_rect,
                               const struct gdi_image *src, RECT src_rect, struct gdi_clip clip,
                               uint32_t color, bool honor_alpha)
{
    void *memory;
    struct gdi_image before = snapshot(src, dst, &memory);

    FOR_EACH_PIXEL(dst, dst_rect, clip, x, y)
    {
        uint32_t source = sampled(&before, src_rect, dst_rect, x, y, false, false);

        if ((honor_alpha ? source : source & 0x00FFFFFFu) != color) {
            gdi_pixel_set(dst, x, y, source);
        }
    }
    free(memory);
}

static uint32_t cleartype_component(uint32_t d, uint32_t a, uint32_t a_light, uint32_t a_dark,
                                    uint32_t color, uint32_t color2, const uint8_t *gamma)
{
    if (gamma != NULL) {
        double tmp = gamma[d];
        double mixed = round(tmp + (color - tmp) * a / 255.0);

        return a == 0 ? d : a == 255 ? color2 : gamma[256 + (uint32_t)mixed];
    }
    uint32_t weight = color >= d ? a_light : a_dark;

    /* The page's remark: full coverage must give Color2 exactly, none must change nothing. */
    return weight == 255 ? color2
                         : (uint32_t)round(d + ((double)color - (double)d) * weight / 255.0);
}

void gdi_reference_cleartype(const struct gdi_image *dst, RECT dst_rect,
                             const struct gdi_image *alpha, int32_t offset_x, int32_t offset_y,
                             struct gdi_clip clip, uint32_t color, uint32_t color2,
                             const uint8_t *gamma)
{
    FOR_EACH_PIXEL(dst, dst_rect, clip, x, y)
    {
        if (!is_inside(alpha, x + offset_x, y + offset_y)) {
            continue;
        }
        uint32_t a = gdi_pixel(alpha, x + offset_x, y + offset_y);
        uint32_t old = gdi_pixel(dst, x, y);
        uint32_t result = old & 0xFF000000u;

        for (uint32_t i = 0; i < 3; i++) {
            result |= cleartype_component(component(old, i), component(a, i), component(a, 2),
                                          component(a, 1), component(color, i),
                                          component(color2, i), gamma)
                      << (i * 8);
        }
        gdi_pixel_set(dst, x, y, result);
    }
}
