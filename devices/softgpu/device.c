/* SPDX-License-Identifier: MIT */
/* The board as the bus sees it: identity, options, power on and off. */
#include "softgpu.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Larger scratch buffers are given back after use, so that one huge blt does not stay resident. */
#define SCRATCH_KEEP_BYTES (16u << 20)

/* Windows of a PCI function are powers of two; what lies behind the memory is not decoded. */
static uint64_t bar_size(uint64_t size_bytes)
{
    uint64_t bar_bytes = SOFTGPU_VRAM_SIZE_MIN;

    while (bar_bytes < size_bytes) {
        bar_bytes *= 2;
    }
    return bar_bytes;
}

static bool device_describe(const char *text, struct dxghost_device_identity *identity,
                            const char **error)
{
    struct softgpu_options options;
    const char *reason = softgpu_options_parse(text, &options);

    if (reason != NULL) {
        *error = reason;
        return false;
    }
    *identity = (struct dxghost_device_identity){
        .vendor_id = SOFTGPU_PCI_VENDOR_ID,
        .device_id = SOFTGPU_PCI_DEVICE_ID,
        .subsystem_vendor_id = SOFTGPU_PCI_VENDOR_ID,
        .subsystem_id = SOFTGPU_PCI_SUBSYSTEM_ID,
        .revision = SOFTGPU_PCI_REVISION,
        .class_code = { 0x03, 0x00, 0x00 },
        .interrupt_messages = options.msi ? 1 : 0,
    };
    identity->bars[SOFTGPU_BAR_REGISTERS] = (struct dxghost_bar){
        .kind = DXGHOST_BAR_REGISTERS,
        .size_bytes = SOFTGPU_BAR_REGISTERS_SIZE,
    };
    identity->bars[SOFTGPU_BAR_VRAM] = (struct dxghost_bar){
        .kind = DXGHOST_BAR_MEMORY,
        .prefetchable = true,
        .size_bytes = bar_size(options.vram_size_bytes),
    };
    return true;
}

static struct dxghost_device *device_create(const struct dxghost_bus *bus, const char *text)
{
    struct softgpu_options options;
    if (bus->version != DXGHOST_DEVICE_VERSION || softgpu_options_parse(text, &options) != NULL) {
        return NULL;
    }

    uint8_t *vram = bus->bar_memory(bus->context, SOFTGPU_BAR_VRAM);
    if (vram == NULL) {
        return NULL;
    }

    struct dxghost_device *device = calloc(1, sizeof(*device));
    if (device == NULL) {
        return NULL;
    }
    device->bus = bus;
    device->options = options;
    device->test = options.test;
    device->vram = vram;
    device->vram_size_bytes = options.vram_size_bytes;
    for (uint32_t node = 0; node < SOFTGPU_NODE_COUNT; node++) {
        softgpu_engine_init(&device->engines[node], device, node);
    }
    softgpu_crtc_init(&device->crtc, device);
    softgpu_monitor_init(&device->monitor);
    return device;
}

static void device_destroy(struct dxghost_device *device)
{
    if (device == NULL) {
        return;
    }
    softgpu_crtc_fini(&device->crtc);
    for (size_t i = 0; i < SOFTGPU_SCRATCH_COUNT; i++) {
        free(device->scratch[i].bytes);
    }
    free(device);
}

static bool device_scanout(struct dxghost_device *device, uint32_t output,
                           struct dxghost_scanout *scanout)
{
    return output == 0 && device->monitor.connected && softgpu_crtc_scanout(&device->crtc, scanout);
}

void softgpu_device_log(struct dxghost_device *device, const char *format, ...)
{
    char line[160];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(line, sizeof(line), format, arguments);
    va_end(arguments);
    device->bus->log(device->bus->context, line);
}

uint8_t *softgpu_scratch_get(struct dxghost_device *device, enum softgpu_scratch_use use,
                             size_t size_bytes)
{
    struct softgpu_scratch *scratch = &device->scratch[use];

    bool fits = scratch->size_bytes >= size_bytes;
    bool keep = scratch->size_bytes <= SCRATCH_KEEP_BYTES || size_bytes > SCRATCH_KEEP_BYTES;
    if (!fits || !keep) {
        size_t rounded = (size_bytes + 0xFFFFu) & ~(size_t)0xFFFFu;
        free(scratch->bytes);
        scratch->bytes = aligned_alloc(64, rounded);
        scratch->size_bytes = scratch->bytes != NULL ? rounded : 0;
    }
    return scratch->bytes;
}

static bool device_engine_state(struct dxghost_device *device, uint32_t engine,
                                struct dxghost_engine_state *state)
{
    struct softgpu_node_state node;

    if (!softgpu_node_state_get(device, engine, &node)) {
        return false;
    }
    *state = (struct dxghost_engine_state){
        .busy = node.busy,
        .stuck = node.hung || node.faulted,
        .running_fence = node.running_fence,
        .retired_fence = node.retired_fence,
    };
    return true;
}

const struct dxghost_device_ops *softgpu_device_entry(void)
{
    static const struct dxghost_device_ops ops = {
        .version = DXGHOST_DEVICE_VERSION,
        .name = "softgpu",
        .summary = "dxghost reference board: two nodes, GDI raster engine, one output",
        .describe = device_describe,
        .create = device_create,
        .destroy = device_destroy,
        .register_read = softgpu_register_read,
        .register_write = softgpu_register_write,
        .scanout = device_scanout,
        .plug = softgpu_monitor_plug,
        .engine_state = device_engine_state,
    };
    return &ops;
}
