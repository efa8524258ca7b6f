/* SPDX-License-Identifier: MIT */
/*
 * A machine for one device model: RAM, a memory BAR, virtual time, timers, an interrupt line.
 *
 * Time moves only in mock_bus_run and mock_bus_run_until. RAM starts at a physical address other
 * than 0 and is one heap block, so a stray access of the model is a sanitizer report.
 */
#ifndef TESTS_LIB_MOCK_BUS_H
#define TESTS_LIB_MOCK_BUS_H

#include "dxghost/device.h"

#define MOCK_BUS_RAM_BASE 0x10000000ull
#define MOCK_BUS_TIMERS 8

struct mock_bus {
    struct dxghost_bus bus; /* what the model is given */
    const struct dxghost_device_ops *ops;
    struct dxghost_device *device;
    struct dxghost_device_identity identity;
    uint64_t now_ns;
    uint8_t *ram;
    size_t ram_bytes;
    uint8_t *bar_memory[DXGHOST_DEVICE_BAR_COUNT];
    struct dxghost_timer *timers[MOCK_BUS_TIMERS]; /* armed or once armed */
    uint64_t due_ns[MOCK_BUS_TIMERS];
    bool line;
    uint32_t rises;     /* of the line, or messages sent */
    uint32_t log_count; /* lines the model logged */
    char last_log[160];
};

/** mock_bus_init - power on a model; false when describe or create refuses */
bool mock_bus_init(struct mock_bus *mock, const struct dxghost_device_ops *ops, const char *options,
                   size_t ram_bytes);
void mock_bus_fini(struct mock_bus *mock);

/** mock_bus_step - let the earliest timer fire; false when none is armed */
bool mock_bus_step(struct mock_bus *mock);
/** mock_bus_run_until - fire all timers up to a time, then let it be that time */
void mock_bus_run_until(struct mock_bus *mock, uint64_t time_ns);

uint32_t mock_bus_read32(struct mock_bus *mock, uint32_t offset);
void mock_bus_write32(struct mock_bus *mock, uint32_t offset, uint32_t value);
uint64_t mock_bus_read64(struct mock_bus *mock, uint32_t offset);
void mock_bus_write64(struct mock_bus *mock, uint32_t offset, uint64_t value);

#endif /* TESTS_LIB_MOCK_BUS_H */
