/* SPDX-License-Identifier: MIT */
/* BAR 0: the global registers, and which block every other offset belongs to. */
#include "softgpu.h"

static void interrupt_line_update(struct dxghost_device *device, bool written)
{
    const struct dxghost_bus *bus = device->bus;
    bool asserted =
        (device->interrupt_status & device->interrupt_enable) != 0 || device->test_pulse;
    bool changed = asserted != device->line_asserted;

    device->line_asserted = asserted;
    if (device->options.msi) {
        /* A message is an event: a write that leaves causes standing must send another, or a
         * cause that came while the first was being served would never be seen. */
        if (asserted && (changed || written)) {
            bus->interrupt_set(bus->context, 0, true);
        }
    } else if (changed) {
        bus->interrupt_set(bus->context, 0, asserted);
    }
}

void softgpu_interrupt_raise(struct dxghost_device *device, uint32_t bits)
{
    device->interrupt_status |= bits;
    interrupt_line_update(device, false);
}

void softgpu_interrupt_clear(struct dxghost_device *device, uint32_t bits)
{
    device->interrupt_status &= ~bits;
    interrupt_line_update(device, false);
}

void softgpu_interrupt_pulse(struct dxghost_device *device)
{
    const struct dxghost_bus *bus = device->bus;

    if (device->options.msi) {
        bus->interrupt_set(bus->context, 0, true);
        return;
    }
    device->test_pulse = true;
    interrupt_line_update(device, false);
}

/* Whoever reads INT_STATUS serves the line, and with it the device that shares it. */
static uint32_t interrupt_status_read(struct dxghost_device *device)
{
    if (device->test_pulse) {
        device->test_pulse = false;
        interrupt_line_update(device, false);
    }
    return device->interrupt_status;
}

static void board_reset(struct dxghost_device *device)
{
    if (softgpu_test_ignores_reset(device, NULL)) {
        return;
    }
    for (uint32_t node = 0; node < SOFTGPU_NODE_COUNT; node++) {
        struct softgpu_engine *engine = &device->engines[node];
        softgpu_engine_reset(engine);
        softgpu_engine_init(engine, device, node);
    }
    softgpu_crtc_reset(&device->crtc);
    device->gart_base = 0;
    device->gart_entries = 0;
    device->gart_control = 0;
    device->interrupt_enable = 0;
    softgpu_interrupt_clear(device, ~SOFTGPU_INT_MONITOR); /* who plugged it did not reset it */
}

static uint32_t global_read(struct dxghost_device *device, uint32_t offset)
{
    const struct dxghost_bus *bus = device->bus;

    switch (offset) {
    case SOFTGPU_REG_ID:
        return SOFTGPU_ID;
    case SOFTGPU_REG_VERSION:
        return SOFTGPU_VERSION;
    case SOFTGPU_REG_FEATURES:
        return SOFTGPU_FEATURE_GDI | SOFTGPU_FEATURE_DRAW | SOFTGPU_FEATURE_TEST |
               (device->options.preempt != SOFTGPU_PREEMPT_NONE ? SOFTGPU_FEATURE_PREEMPT : 0);
    case SOFTGPU_REG_NODE_COUNT:
        return SOFTGPU_NODE_COUNT;
    case SOFTGPU_REG_VRAM_SIZE_LO:
        return (uint32_t)device->vram_size_bytes;
    case SOFTGPU_REG_VRAM_SIZE_HI:
        return (uint32_t)(device->vram_size_bytes >> 32);
    case SOFTGPU_REG_SCRATCH0:
        return device->scratch_registers[0];
    case SOFTGPU_REG_SCRATCH1:
        return device->scratch_registers[1];
    case SOFTGPU_REG_INT_STATUS:
        return interrupt_status_read(device);
    case SOFTGPU_REG_INT_ENABLE:
        return device->interrupt_enable;
    case SOFTGPU_REG_TIME_LO:
        return (uint32_t)bus->time_ns(bus->context);
    case SOFTGPU_REG_TIME_HI:
        return (uint32_t)(bus->time_ns(bus->context) >> 32);
    case SOFTGPU_REG_GART_BASE_LO:
        return (uint32_t)device->gart_base;
    case SOFTGPU_REG_GART_BASE_HI:
        return (uint32_t)(device->gart_base >> 32);
    case SOFTGPU_REG_GART_ENTRIES:
        return device->gart_entries;
    case SOFTGPU_REG_GART_CONTROL:
        return device->gart_control;
    default:
        return 0;
    }
}

static void global_write(struct dxghost_device *device, uint32_t offset, uint32_t value)
{
    switch (offset) {
    case SOFTGPU_REG_SCRATCH0:
        device->scratch_registers[0] = value;
        break;
    case SOFTGPU_REG_SCRATCH1:
        device->scratch_registers[1] = value;
        break;
    case SOFTGPU_REG_INT_STATUS:
        device->interrupt_status &= ~value;
        interrupt_line_update(device, true);
        break;
    case SOFTGPU_REG_INT_ENABLE:
        device->interrupt_enable = value & SOFTGPU_INT_ALL;
        softgpu_crtc_interrupts_changed(&device->crtc);
        interrupt_line_update(device, true);
        break;
    case SOFTGPU_REG_GART_BASE_LO:
        device->gart_base =
            (device->gart_base & ~0xFFFFFFFFull) | (value & ~(SOFTGPU_PAGE_SIZE - 1u));
        break;
    case SOFTGPU_REG_GART_BASE_HI:
        device->gart_base = (device->gart_base & 0xFFFFFFFFull) | ((uint64_t)value << 32);
        break;
    case SOFTGPU_REG_GART_ENTRIES:
        device->gart_entries = value < SOFTGPU_GART_ENTRIES_MAX ? value : SOFTGPU_GART_ENTRIES_MAX;
        break;
    case SOFTGPU_REG_GART_CONTROL:
        device->gart_control = value & SOFTGPU_GART_CONTROL_ENABLE;
        break;
    case SOFTGPU_REG_BOARD_CONTROL:
        if ((value & SOFTGPU_BOARD_CONTROL_RESET) != 0) {
            board_reset(device);
        }
        break;
    default:
        break;
    }
}

/* The node whose block an offset lies in, or NULL. */
static struct softgpu_engine *engine_at(struct dxghost_device *device, uint32_t offset)
{
    if (offset < SOFTGPU_NODE_BLOCK(0) || offset >= SOFTGPU_NODE_BLOCK(SOFTGPU_NODE_COUNT)) {
        return NULL;
    }
    return &device->engines[(offset - SOFTGPU_NODE_BLOCK(0)) / 0x100u];
}

static bool is_crtc(uint32_t offset)
{
    return offset >= SOFTGPU_CRTC_BLOCK && offset < SOFTGPU_CRTC_BLOCK + 0x100u;
}

static bool is_monitor(uint32_t offset)
{
    return offset >= SOFTGPU_MONITOR_BLOCK && offset < SOFTGPU_MONITOR_BLOCK + 0x100u;
}

static bool is_test(uint32_t offset)
{
    return offset >= SOFTGPU_REG_TEST_FIRST && offset < SOFTGPU_REG_TEST_END;
}

static uint32_t dword_read(struct dxghost_device *device, uint32_t offset)
{
    struct softgpu_engine *engine = engine_at(device, offset);

    if (engine != NULL) {
        return softgpu_engine_register_read(engine, offset & 0xFFu);
    }
    if (is_test(offset)) {
        return softgpu_test_register_read(device, offset);
    }
    if (is_monitor(offset)) {
        return softgpu_monitor_register_read(&device->monitor, offset);
    }
    return is_crtc(offset) ? softgpu_crtc_register_read(&device->crtc, offset)
                           : global_read(device, offset);
}

static void dword_write(struct dxghost_device *device, uint32_t offset, uint32_t value)
{
    struct softgpu_engine *engine = engine_at(device, offset);

    if (engine != NULL) {
        softgpu_engine_register_write(engine, offset & 0xFFu, value);
    } else if (is_crtc(offset)) {
        softgpu_crtc_register_write(&device->crtc, offset, value);
    } else if (is_test(offset)) {
        softgpu_test_register_write(device, offset, value);
    } else {
        global_write(device, offset, value);
    }
}

uint64_t softgpu_register_read(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                               uint32_t size_bytes)
{
    if (bar != SOFTGPU_BAR_REGISTERS || offset >= SOFTGPU_BAR_REGISTERS_SIZE) {
        return 0;
    }

    uint32_t aligned = (uint32_t)offset & ~3u;
    uint64_t value = dword_read(device, aligned);
    switch (size_bytes) {
    case 8:
        return value | ((uint64_t)dword_read(device, aligned + 4) << 32);
    case 4:
        return value;
    case 2:
        return (value >> ((offset & 2) * 8)) & 0xFFFFu;
    default:
        return (value >> ((offset & 3) * 8)) & 0xFFu;
    }
}

void softgpu_register_write(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                            uint32_t size_bytes, uint64_t value)
{
    if (bar != SOFTGPU_BAR_REGISTERS || offset >= SOFTGPU_BAR_REGISTERS_SIZE || size_bytes < 4 ||
        (offset & 3) != 0) {
        return;
    }
    dword_write(device, (uint32_t)offset, (uint32_t)value);
    if (size_bytes == 8) {
        dword_write(device, (uint32_t)offset + 4, (uint32_t)(value >> 32));
    }
}
