/* SPDX-License-Identifier: MIT */
#include "linearfb.h"
#include "linearfb_regs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VRAM_MIN (UINT64_C(1) << 20)
#define VRAM_MAX (UINT64_C(256) << 20)

#define MODE_REGISTERS ((LINEARFB_TOP - LINEARFB_MODE) / 2 + 1)
#define POINTER_REGISTERS 3u
#define MODE(device, offset) ((device)->mode[((offset)-LINEARFB_MODE) / 2])

struct linearfb_options {
    uint64_t vram_bytes;
    uint32_t post_width; /* 0: none */
    uint32_t post_height;
    uint32_t post_bits;
};

struct dxghost_device {
    const struct dxghost_bus *bus;
    uint8_t *vram;
    uint64_t vram_bytes;
    uint8_t edid[LINEARFB_EDID_BYTES]; /* zeros without a monitor */
    uint16_t monitor;                  /* LINEARFB_MONITOR */
    uint16_t mode[MODE_REGISTERS];
    uint16_t pointer[POINTER_REGISTERS];
    uint32_t *composed; /* the picture with the pointer over it */
    size_t composed_bytes;
};

/* Options */

static bool parse_size(const char *text, uint64_t *bytes)
{
    unsigned number;
    char unit;
    char rest;

    if (sscanf(text, "%5u%c%c", &number, &unit, &rest) != 2 || (unit != 'M' && unit != 'K')) {
        return false;
    }
    *bytes = (uint64_t)number << (unit == 'M' ? 20 : 10);
    return *bytes >= VRAM_MIN && *bytes <= VRAM_MAX && (*bytes & (*bytes - 1)) == 0;
}

static const char *parse_option(const char *option, struct linearfb_options *options)
{
    char rest;

    if (strncmp(option, "vram=", 5) == 0) {
        return parse_size(option + 5, &options->vram_bytes)
                   ? NULL
                   : "linearfb: vram must be a power of two from 1M to 256M";
    }
    if (strcmp(option, "post=none") == 0) {
        options->post_width = 0;
        return NULL;
    }
    if (strncmp(option, "post=", 5) == 0) {
        return sscanf(option + 5, "%5ux%5u%c", &options->post_width, &options->post_height,
                      &rest) == 2 &&
                       options->post_width > 0 && options->post_width <= LINEARFB_SIZE_MAX &&
                       options->post_height > 0 && options->post_height <= LINEARFB_SIZE_MAX
                   ? NULL
                   : "linearfb: post must be a size such as 1024x768, or none";
    }
    if (strcmp(option, "bits=16") == 0 || strcmp(option, "bits=32") == 0) {
        options->post_bits = option[5] == '1' ? 16 : 32;
        return NULL;
    }
    return "linearfb: unknown option; there are vram=SIZE, post=WxH|none and bits=16|32";
}

static const char *parse(const char *text, struct linearfb_options *options)
{
    const char *reason = NULL;

    *options = (struct linearfb_options){
        .vram_bytes = UINT64_C(16) << 20, .post_width = 1024, .post_height = 768, .post_bits = 32
    };
    while (text != NULL && *text != '\0' && reason == NULL) {
        char option[64];
        size_t length = strcspn(text, ",");

        (void)snprintf(option, sizeof(option), "%.*s", (int)length, text);
        reason = parse_option(option, options);
        text += length + (text[length] == ',');
    }
    if (reason == NULL &&
        (uint64_t)options->post_width * options->post_height * (options->post_bits / 8) >
            options->vram_bytes) {
        reason = "linearfb: the mode of post does not fit into vram";
    }
    return reason;
}

static enum dxghost_pixel_format format_of(uint32_t bits)
{
    return bits == 16 ? DXGHOST_PIXEL_R5G6B5 : DXGHOST_PIXEL_X8R8G8B8;
}

static bool describe(const char *text, struct dxghost_device_identity *identity, const char **error)
{
    struct linearfb_options options;

    *error = parse(text, &options);
    if (*error != NULL) {
        return false;
    }
    *identity = (struct dxghost_device_identity){
        .vendor_id = LINEARFB_VENDOR_ID,
        .device_id = LINEARFB_DEVICE_ID,
        .subsystem_vendor_id = 0x1AF4,
        .subsystem_id = 0x1100,
        .revision = 2,
        .class_code = { 0x03, 0x00, 0x00 }, /* display controller, VGA compatible */
        .bars[LINEARFB_MEMORY_BAR] = { DXGHOST_BAR_MEMORY, true, options.vram_bytes },
        .bars[LINEARFB_REGISTER_BAR] = { DXGHOST_BAR_REGISTERS, false, LINEARFB_REGISTER_BYTES },
    };
    if (options.post_width != 0) {
        identity->post = (struct dxghost_post_display){
            .width = options.post_width,
            .height = options.post_height,
            .pitch = options.post_width * (options.post_bits / 8),
            .format = format_of(options.post_bits),
            .bar = LINEARFB_MEMORY_BAR,
        };
    }
    return true;
}

/* The monitor */

/*
 * One detailed timing: the mode of firmware, or 1024x768, at about 60 frames a second.
 * Source: VESA Enhanced EDID Standard, release A revision 1
 */
static void edid_fill(uint8_t *edid, uint32_t width, uint32_t height)
{
    static const uint8_t header[] = { 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0 };
    static const uint8_t srgb[] = { 0xEE, 0x91, 0xA3, 0x54, 0x4C, 0x99, 0x26, 0x0F, 0x50, 0x54 };
    static const uint8_t name[] = "\0\0\0\xFC\0linearfb\n   ";
    static const uint8_t range[] = "\0\0\0\xFD\0\x32\x46\x1E\xA0\x3C\0\n     ";
    uint32_t blank_x = 160;
    uint32_t blank_y = 30;
    uint32_t clock = (width + blank_x) * (height + blank_y) * 60u / 10000u;
    uint8_t *timing = edid + 54;
    uint8_t sum = 0;

    memcpy(edid, header, sizeof(header));
    edid[8] = 0x13; /* manufacturer "DXG" */
    edid[9] = 0x07;
    edid[16] = 1;  /* week */
    edid[17] = 34; /* year since 1990 */
    edid[18] = 1;  /* version 1.3 */
    edid[19] = 3;
    edid[20] = 0x80; /* digital */
    edid[21] = 32;   /* centimetres */
    edid[22] = 24;
    edid[23] = 120;  /* gamma 2.2 */
    edid[24] = 0x06; /* sRGB, preferred timing first */
    memcpy(edid + 25, srgb, sizeof(srgb));
    memset(edid + 38, 1, 16); /* no standard timings */
    timing[0] = (uint8_t)clock;
    timing[1] = (uint8_t)(clock >> 8);
    timing[2] = (uint8_t)width;
    timing[3] = (uint8_t)blank_x;
    timing[4] = (uint8_t)((width >> 8) << 4 | blank_x >> 8);
    timing[5] = (uint8_t)height;
    timing[6] = (uint8_t)blank_y;
    timing[7] = (uint8_t)((height >> 8) << 4);
    timing[8] = 48; /* front porch, sync width */
    timing[9] = 32;
    timing[10] = 3 << 4 | 6;
    timing[17] = 0x1E; /* separate syncs */
    memcpy(edid + 72, name, 18);
    memcpy(edid + 90, range, 18);
    edid[108 + 3] = 0x10; /* an unused descriptor */
    for (size_t i = 0; i < LINEARFB_EDID_BYTES - 1; i++) {
        sum = (uint8_t)(sum + edid[i]);
    }
    edid[LINEARFB_EDID_BYTES - 1] = (uint8_t)(0x100 - sum);
}

static void monitor_interrupt(struct dxghost_device *device)
{
    const uint16_t both = LINEARFB_MONITOR_CHANGED | LINEARFB_MONITOR_INTERRUPT;

    device->bus->interrupt_set(device->bus->context, 0, (device->monitor & both) == both);
}

static void monitor_write(struct dxghost_device *device, uint16_t value)
{
    device->monitor &=
        (uint16_t) ~(LINEARFB_MONITOR_INTERRUPT | (value & LINEARFB_MONITOR_CHANGED));
    device->monitor |= value & LINEARFB_MONITOR_INTERRUPT;
    monitor_interrupt(device);
}

static bool plug(struct dxghost_device *device, uint32_t output, const uint8_t *edid,
                 size_t edid_bytes)
{
    if (output != 0) {
        return false;
    }
    memset(device->edid, 0, sizeof(device->edid));
    device->monitor &= (uint16_t)~LINEARFB_MONITOR_CONNECTED;
    if (edid != NULL) {
        memcpy(device->edid, edid,
               edid_bytes < sizeof(device->edid) ? edid_bytes : sizeof(device->edid));
        device->monitor |= LINEARFB_MONITOR_CONNECTED;
    }
    device->monitor |= LINEARFB_MONITOR_CHANGED;
    monitor_interrupt(device);
    return true;
}

/* The mode */

static uint32_t pixel_bytes(const struct dxghost_device *device)
{
    return MODE(device, LINEARFB_BITS) == 16 ? 2 : 4;
}

static bool mode_is_shown(const struct dxghost_device *device)
{
    uint64_t line = MODE(device, LINEARFB_LINE);
    uint64_t width = MODE(device, LINEARFB_WIDTH);
    uint64_t height = MODE(device, LINEARFB_HEIGHT);
    uint64_t left = MODE(device, LINEARFB_LEFT);
    uint64_t top = MODE(device, LINEARFB_TOP);
    uint16_t bits = MODE(device, LINEARFB_BITS);

    return (MODE(device, LINEARFB_ENABLE) & LINEARFB_ENABLE_ON) != 0 && width > 0 && height > 0 &&
           (bits == 16 || bits == 32) && left + width <= line &&
           (top + height) * line * pixel_bytes(device) <= device->vram_bytes;
}

static void log_mode(struct dxghost_device *device)
{
    char line[160];

    (void)snprintf(line, sizeof(line), "linearfb: %ux%u with %u bits, %u pixels a line: %s",
                   MODE(device, LINEARFB_WIDTH), MODE(device, LINEARFB_HEIGHT),
                   MODE(device, LINEARFB_BITS), MODE(device, LINEARFB_LINE),
                   mode_is_shown(device) ? "on" : "impossible, the screen is dark");
    device->bus->log(device->bus->context, line);
}

static void enable_write(struct dxghost_device *device, uint16_t value)
{
    bool was_on = (MODE(device, LINEARFB_ENABLE) & LINEARFB_ENABLE_ON) != 0;

    MODE(device, LINEARFB_ENABLE) = value;
    if ((value & LINEARFB_ENABLE_ON) == 0 || was_on) {
        return;
    }
    if (MODE(device, LINEARFB_LINE) < MODE(device, LINEARFB_WIDTH)) {
        MODE(device, LINEARFB_LINE) = MODE(device, LINEARFB_WIDTH);
    }
    MODE(device, LINEARFB_LEFT) = 0;
    MODE(device, LINEARFB_TOP) = 0;
    if ((value & LINEARFB_ENABLE_KEEP) == 0) {
        memset(device->vram, 0, device->vram_bytes);
    }
    log_mode(device);
}

static uint16_t mode_read(const struct dxghost_device *device, uint64_t offset)
{
    uint64_t line_bytes = (uint64_t)MODE(device, LINEARFB_LINE) * pixel_bytes(device);
    uint64_t lines = line_bytes != 0 ? device->vram_bytes / line_bytes : 0;

    switch (offset) {
    case LINEARFB_ID:
        return LINEARFB_ID_VALUE;
    case LINEARFB_LINES:
        return (uint16_t)(lines < 0xFFFF ? lines : 0xFFFF);
    default:
        return MODE(device, offset);
    }
}

static void mode_write(struct dxghost_device *device, uint64_t offset, uint16_t value)
{
    switch (offset) {
    case LINEARFB_ID:
    case LINEARFB_LINES:
        break;
    case LINEARFB_ENABLE:
        enable_write(device, value);
        break;
    default:
        MODE(device, offset) = value;
        break;
    }
}

/* The registers */

static bool is_pointer(uint64_t offset, uint32_t size_bytes)
{
    return size_bytes == 2 && offset >= LINEARFB_POINTER && offset <= LINEARFB_POINTER_Y;
}

static uint64_t register_read(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                              uint32_t size_bytes)
{
    uint64_t value = 0;

    if (bar != LINEARFB_REGISTER_BAR) {
        return 0;
    }
    if (offset + size_bytes <= LINEARFB_EDID_BYTES) {
        memcpy(&value, device->edid + offset, size_bytes);
    } else if (size_bytes == 2 && offset >= LINEARFB_MODE && offset <= LINEARFB_TOP) {
        value = mode_read(device, offset);
    } else if (is_pointer(offset, size_bytes)) {
        value = device->pointer[(offset - LINEARFB_POINTER) / 2];
    } else if (size_bytes == 2 && offset == LINEARFB_MONITOR) {
        value = device->monitor;
    } else {
        device->bus->log(device->bus->context, "linearfb: a read of no register");
    }
    return value;
}

static void register_write(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                           uint32_t size_bytes, uint64_t value)
{
    if (bar == LINEARFB_REGISTER_BAR && size_bytes == 2 && offset >= LINEARFB_MODE &&
        offset <= LINEARFB_TOP) {
        mode_write(device, offset, (uint16_t)value);
    } else if (bar == LINEARFB_REGISTER_BAR && size_bytes == 2 && offset == LINEARFB_MONITOR) {
        monitor_write(device, (uint16_t)value);
    } else if (bar == LINEARFB_REGISTER_BAR && is_pointer(offset, size_bytes)) {
        device->pointer[(offset - LINEARFB_POINTER) / 2] = (uint16_t)value;
    } else {
        device->bus->log(device->bus->context, "linearfb: a write to no register");
    }
}

static uint32_t blend(uint32_t below, uint32_t above)
{
    uint32_t alpha = above >> 24;
    uint32_t mixed = 0;

    for (uint32_t shift = 0; shift < 24; shift += 8) {
        uint32_t from = (below >> shift) & 0xFF;
        uint32_t to = (above >> shift) & 0xFF;

        mixed |= ((from * (255 - alpha) + to * alpha + 127) / 255) << shift;
    }
    return mixed;
}

static void lay_pointer(const struct dxghost_device *device, const struct dxghost_scanout *picture)
{
    const uint8_t *image = device->vram + device->vram_bytes - LINEARFB_POINTER_BYTES;
    int32_t left = (int16_t)device->pointer[1];
    int32_t top = (int16_t)device->pointer[2];

    for (int32_t i = 0; i < (int32_t)(LINEARFB_POINTER_SIDE * LINEARFB_POINTER_SIDE); i++) {
        int32_t x = left + i % (int32_t)LINEARFB_POINTER_SIDE;
        int32_t y = top + i / (int32_t)LINEARFB_POINTER_SIDE;
        uint32_t above;

        memcpy(&above, image + (size_t)i * 4, sizeof(above));
        if (x >= 0 && x < (int32_t)picture->width && y >= 0 && y < (int32_t)picture->height) {
            uint32_t *pixel = device->composed + (size_t)y * (picture->pitch / 4) + x;

            *pixel = blend(*pixel, above);
        }
    }
}

/* Puts the composed picture in the place of the plain one. */
static void compose(struct dxghost_device *device, struct dxghost_scanout *picture)
{
    size_t bytes = (size_t)picture->pitch * picture->height;

    if ((device->pointer[0] & LINEARFB_POINTER_VISIBLE) == 0 || MODE(device, LINEARFB_BITS) != 32) {
        return;
    }
    if (device->composed_bytes < bytes) {
        free(device->composed);
        device->composed = malloc(bytes);
        device->composed_bytes = device->composed != NULL ? bytes : 0;
    }
    if (device->composed != NULL) {
        for (uint32_t y = 0; y < picture->height; y++) {
            memcpy((uint8_t *)device->composed + (size_t)y * picture->pitch,
                   (const uint8_t *)picture->pixels + (size_t)y * picture->pitch,
                   (size_t)picture->width * 4);
        }
        lay_pointer(device, picture);
        picture->pixels = device->composed;
    }
}

static bool scanout(struct dxghost_device *device, uint32_t output, struct dxghost_scanout *picture)
{
    uint32_t pitch = MODE(device, LINEARFB_LINE) * pixel_bytes(device);

    if (output != 0 || (device->monitor & LINEARFB_MONITOR_CONNECTED) == 0 ||
        !mode_is_shown(device)) {
        return false;
    }
    *picture = (struct dxghost_scanout){
        .pixels = device->vram + (uint64_t)MODE(device, LINEARFB_TOP) * pitch +
                  (uint64_t)MODE(device, LINEARFB_LEFT) * pixel_bytes(device),
        .width = MODE(device, LINEARFB_WIDTH),
        .height = MODE(device, LINEARFB_HEIGHT),
        .pitch = pitch,
        .format = format_of(MODE(device, LINEARFB_BITS)),
    };
    compose(device, picture);
    return true;
}

/* Power */

/* A picture no driver would draw, so that one can see who drew last. */
static void firmware_draw(struct dxghost_device *device)
{
    uint64_t bytes =
        (uint64_t)MODE(device, LINEARFB_LINE) * MODE(device, LINEARFB_HEIGHT) * pixel_bytes(device);

    memset(device->vram, 0x20, bytes);
}

static struct dxghost_device *create(const struct dxghost_bus *bus, const char *text)
{
    struct dxghost_device *device = calloc(1, sizeof(*device));
    struct linearfb_options options;

    if (device == NULL || parse(text, &options) != NULL) {
        free(device);
        return NULL;
    }
    device->bus = bus;
    device->vram = bus->bar_memory(bus->context, LINEARFB_MEMORY_BAR);
    device->vram_bytes = options.vram_bytes;
    MODE(device, LINEARFB_BITS) = 32;
    if (options.post_width != 0) {
        MODE(device, LINEARFB_WIDTH) = (uint16_t)options.post_width;
        MODE(device, LINEARFB_HEIGHT) = (uint16_t)options.post_height;
        MODE(device, LINEARFB_BITS) = (uint16_t)options.post_bits;
        enable_write(device, LINEARFB_ENABLE_ON | LINEARFB_ENABLE_LINEAR);
        firmware_draw(device);
    }
    device->monitor = LINEARFB_MONITOR_CONNECTED;
    edid_fill(device->edid, options.post_width != 0 ? options.post_width : 1024,
              options.post_width != 0 ? options.post_height : 768);
    return device;
}

static void destroy(struct dxghost_device *device)
{
    if (device != NULL) {
        free(device->composed);
    }
    free(device);
}

const struct dxghost_device_ops *linearfb_device_entry(void)
{
    static const struct dxghost_device_ops ops = {
        .version = DXGHOST_DEVICE_VERSION,
        .name = "linearfb",
        .summary = "a linear frame buffer set up by firmware; for display-only drivers",
        .describe = describe,
        .create = create,
        .destroy = destroy,
        .register_read = register_read,
        .register_write = register_write,
        .scanout = scanout,
        .plug = plug,
    };

    return &ops;
}
