/* SPDX-License-Identifier: MIT */
/*
 * The display controller. Frames are not simulated one by one: counters and pending flips are
 * computed from the time when somebody looks, and a timer runs only while vsync interrupts are
 * wanted, so an enabled output costs nothing and an idle machine stays idle.
 */
#include "softgpu.h"

#include <stdlib.h>
#include <string.h>

#define PERIOD_NS_MIN 1000000u

static uint64_t crtc_now(const struct softgpu_crtc *crtc)
{
    const struct dxghost_bus *bus = crtc->device->bus;
    return bus->time_ns(bus->context);
}

static bool crtc_is_enabled(const struct softgpu_crtc *crtc)
{
    return (crtc->control & SOFTGPU_CRTC_CONTROL_ENABLE) != 0;
}

/* Vsyncs since enabling. */
static uint64_t crtc_frame(const struct softgpu_crtc *crtc)
{
    return crtc_is_enabled(crtc) ? (crtc_now(crtc) - crtc->enabled_ns) / crtc->period_ns : 0;
}

/* Completes a flip whose vsync has passed. */
static void crtc_update(struct softgpu_crtc *crtc)
{
    if (crtc->flip_pending && crtc_frame(crtc) > crtc->flip_frame) {
        crtc->base_active = crtc->flip_base;
        crtc->flip_pending = false;
    }
}

static bool crtc_wants_vsync(const struct softgpu_crtc *crtc)
{
    return crtc_is_enabled(crtc) && (crtc->device->interrupt_enable & SOFTGPU_INT_VSYNC) != 0;
}

static void crtc_timer_arm(struct softgpu_crtc *crtc)
{
    const struct dxghost_bus *bus = crtc->device->bus;
    uint64_t due = DXGHOST_TIME_NEVER;

    if (crtc_wants_vsync(crtc)) {
        due = crtc->enabled_ns + (crtc_frame(crtc) + 1) * crtc->period_ns;
    }
    bus->timer_set(bus->context, &crtc->timer, due);
}

static void crtc_vsync(struct dxghost_timer *timer)
{
    struct softgpu_crtc *crtc =
        (struct softgpu_crtc *)((char *)timer - offsetof(struct softgpu_crtc, timer));

    crtc_update(crtc);
    crtc_timer_arm(crtc);
    softgpu_interrupt_raise(crtc->device, SOFTGPU_INT_VSYNC);
}

void softgpu_crtc_interrupts_changed(struct softgpu_crtc *crtc)
{
    crtc_timer_arm(crtc);
}

void softgpu_crtc_init(struct softgpu_crtc *crtc, struct dxghost_device *device)
{
    crtc->device = device;
    crtc->timer.fire = crtc_vsync;
    crtc->period_ns = SOFTGPU_CRTC_PERIOD_NS_DEFAULT;
}

void softgpu_crtc_reset(struct softgpu_crtc *crtc)
{
    struct dxghost_device *device = crtc->device;
    void *host;

    device->bus->timer_set(device->bus->context, &crtc->timer, DXGHOST_TIME_NEVER);
    host = crtc->timer.host; /* the bus may have changed it just now */
    softgpu_crtc_fini(crtc);
    memset(crtc, 0, sizeof(*crtc));
    crtc->timer.host = host;
    softgpu_crtc_init(crtc, device);
}

void softgpu_crtc_fini(struct softgpu_crtc *crtc)
{
    free(crtc->staging);
    crtc->staging = NULL;
    crtc->staging_bytes = 0;
}

/* Lines since the last vsync, which is where blanking starts. */
static uint32_t crtc_lines(const struct softgpu_crtc *crtc)
{
    uint64_t since = (crtc_now(crtc) - crtc->enabled_ns) % crtc->period_ns;
    uint64_t lines = (uint64_t)crtc->height + SOFTGPU_CRTC_BLANK_LINES;
    return (uint32_t)(since * lines / crtc->period_ns);
}

static uint32_t crtc_status(struct softgpu_crtc *crtc)
{
    crtc_update(crtc);
    uint32_t status = crtc->flip_pending ? SOFTGPU_CRTC_STATUS_FLIP_PENDING : 0;
    if (crtc_is_enabled(crtc) && crtc_lines(crtc) < SOFTGPU_CRTC_BLANK_LINES) {
        status |= SOFTGPU_CRTC_STATUS_VBLANK;
    }
    return status;
}

static uint32_t crtc_scan_line(const struct softgpu_crtc *crtc)
{
    if (!crtc_is_enabled(crtc)) {
        return 0;
    }
    uint32_t lines = crtc_lines(crtc);
    return lines < SOFTGPU_CRTC_BLANK_LINES ? crtc->height + lines
                                            : lines - SOFTGPU_CRTC_BLANK_LINES;
}

static uint64_t crtc_vsync_time(const struct softgpu_crtc *crtc)
{
    return crtc_is_enabled(crtc) ? crtc->enabled_ns + crtc_frame(crtc) * crtc->period_ns : 0;
}

uint32_t softgpu_crtc_register_read(struct softgpu_crtc *crtc, uint32_t offset)
{
    crtc_update(crtc);
    switch (offset) {
    case SOFTGPU_CRTC_CONTROL:
        return crtc->control;
    case SOFTGPU_CRTC_STATUS:
        return crtc_status(crtc);
    case SOFTGPU_CRTC_WIDTH:
        return crtc->width;
    case SOFTGPU_CRTC_HEIGHT:
        return crtc->height;
    case SOFTGPU_CRTC_PITCH:
        return crtc->pitch;
    case SOFTGPU_CRTC_FORMAT:
        return crtc->format;
    case SOFTGPU_CRTC_BASE_LO:
        return (uint32_t)crtc->base;
    case SOFTGPU_CRTC_BASE_HI:
        return (uint32_t)(crtc->base >> 32);
    case SOFTGPU_CRTC_BASE_ACTIVE_LO:
        return (uint32_t)crtc->base_active;
    case SOFTGPU_CRTC_BASE_ACTIVE_HI:
        return (uint32_t)(crtc->base_active >> 32);
    case SOFTGPU_CRTC_PERIOD_NS:
        return crtc->period_ns;
    case SOFTGPU_CRTC_FRAME_COUNT:
        return (uint32_t)crtc_frame(crtc);
    case SOFTGPU_CRTC_SCAN_LINE:
        return crtc_scan_line(crtc);
    case SOFTGPU_CRTC_VSYNC_TIME_LO:
        return (uint32_t)crtc_vsync_time(crtc);
    case SOFTGPU_CRTC_VSYNC_TIME_HI:
        return (uint32_t)(crtc_vsync_time(crtc) >> 32);
    default:
        return 0;
    }
}

static void control_write(struct softgpu_crtc *crtc, uint32_t value)
{
    bool was_enabled = crtc_is_enabled(crtc);

    crtc->control = value & (SOFTGPU_CRTC_CONTROL_ENABLE | SOFTGPU_CRTC_CONTROL_BLANK);
    if (crtc_is_enabled(crtc) != was_enabled) {
        crtc->enabled_ns = crtc_now(crtc);
        crtc->base_active = crtc->base;
        crtc->flip_pending = false;
        crtc_timer_arm(crtc);
    }
}

static void mode_write(struct softgpu_crtc *crtc, uint32_t offset, uint32_t value)
{
    switch (offset) {
    case SOFTGPU_CRTC_WIDTH:
        crtc->width = value;
        break;
    case SOFTGPU_CRTC_HEIGHT:
        crtc->height = value;
        break;
    case SOFTGPU_CRTC_PITCH:
        crtc->pitch = value;
        break;
    case SOFTGPU_CRTC_FORMAT:
        crtc->format = value;
        break;
    case SOFTGPU_CRTC_PERIOD_NS:
        crtc->period_ns = value < PERIOD_NS_MIN ? PERIOD_NS_MIN : value;
        break;
    default:
        break;
    }
}

void softgpu_crtc_register_write(struct softgpu_crtc *crtc, uint32_t offset, uint32_t value)
{
    crtc_update(crtc);
    switch (offset) {
    case SOFTGPU_CRTC_CONTROL:
        control_write(crtc, value);
        break;
    case SOFTGPU_CRTC_BASE_LO:
        crtc->base = (crtc->base & ~0xFFFFFFFFull) | value;
        break;
    case SOFTGPU_CRTC_BASE_HI:
        crtc->base = (crtc->base & 0xFFFFFFFFull) | ((uint64_t)value << 32);
        if (crtc_is_enabled(crtc)) {
            crtc->flip_pending = true;
            crtc->flip_base = crtc->base;
            crtc->flip_frame = crtc_frame(crtc);
        } else {
            crtc->base_active = crtc->base;
        }
        break;
    default:
        if (!crtc_is_enabled(crtc)) {
            mode_write(crtc, offset, value);
        }
        break;
    }
}

static bool scanout_format(uint32_t format, enum dxghost_pixel_format *pixel_format,
                           uint32_t *bytes_per_pixel)
{
    switch (format) {
    case SOFTGPU_FORMAT_X8R8G8B8:
        *pixel_format = DXGHOST_PIXEL_X8R8G8B8;
        *bytes_per_pixel = 4;
        return true;
    case SOFTGPU_FORMAT_A8R8G8B8:
        *pixel_format = DXGHOST_PIXEL_A8R8G8B8;
        *bytes_per_pixel = 4;
        return true;
    case SOFTGPU_FORMAT_R5G6B5:
        *pixel_format = DXGHOST_PIXEL_R5G6B5;
        *bytes_per_pixel = 2;
        return true;
    default:
        return false;
    }
}

/* A copy of a picture whose pages are scattered. NULL when a byte of it cannot be read. */
static const void *scanout_stage(struct softgpu_crtc *crtc, uint64_t size_bytes)
{
    uint64_t bad;

    if (!softgpu_memory_check(crtc->device, crtc->base_active, size_bytes, &bad)) {
        return NULL;
    }
    if (crtc->staging_bytes < size_bytes) {
        softgpu_crtc_fini(crtc);
        crtc->staging = malloc(size_bytes);
        if (crtc->staging == NULL) {
            return NULL;
        }
        crtc->staging_bytes = size_bytes;
    }
    return softgpu_memory_read(crtc->device, crtc->base_active, crtc->staging, size_bytes, &bad)
               ? crtc->staging
               : NULL;
}

bool softgpu_crtc_scanout(struct softgpu_crtc *crtc, struct dxghost_scanout *scanout)
{
    enum dxghost_pixel_format format;
    uint32_t bytes_per_pixel;

    crtc_update(crtc);
    if (crtc->control != SOFTGPU_CRTC_CONTROL_ENABLE ||
        !scanout_format(crtc->format, &format, &bytes_per_pixel) || crtc->width == 0 ||
        crtc->height == 0 || crtc->width > SOFTGPU_SURFACE_SIZE_MAX ||
        crtc->height > SOFTGPU_SURFACE_SIZE_MAX || crtc->pitch > SOFTGPU_SURFACE_PITCH_MAX ||
        crtc->pitch < crtc->width * bytes_per_pixel) {
        return false;
    }

    uint64_t size = (uint64_t)(crtc->height - 1) * crtc->pitch + crtc->width * bytes_per_pixel;
    const void *pixels = softgpu_memory_map(crtc->device, crtc->base_active, size);
    if (pixels == NULL) {
        pixels = scanout_stage(crtc, size);
    }
    if (pixels == NULL) {
        return false;
    }
    *scanout = (struct dxghost_scanout){
        .pixels = pixels,
        .width = crtc->width,
        .height = crtc->height,
        .pitch = crtc->pitch,
        .format = format,
    };
    return true;
}
