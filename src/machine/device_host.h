/* SPDX-License-Identifier: MIT */
/*
 * A device model plugged into the machine: its identity, its BARs at physical addresses, its
 * interrupt lines, and the struct dxghost_bus it reaches the machine through.
 */
#ifndef MACHINE_DEVICE_HOST_H
#define MACHINE_DEVICE_HOST_H

#include "dxghost/device.h"
#include "machine/interrupt.h"
#include "machine/machine.h"
#include "machine/mmio.h"

#define DEVICE_HOST_MESSAGES_MAX 32u

struct device_host_bar {
    struct device_host *host;
    uint32_t index;
    uint64_t physical;         /* 0 when the BAR does not exist; ports: the port number */
    void *memory;              /* DXGHOST_BAR_MEMORY: the shared bytes */
    struct mmio_region region; /* DXGHOST_BAR_REGISTERS and _PORTS */
};

struct device_host {
    struct list link; /* machine->devices */
    struct machine *machine;
    const struct dxghost_device_ops *ops;
    struct dxghost_device *device;
    struct dxghost_device_identity identity;
    struct dxghost_bus bus;
    struct device_host_bar bars[DXGHOST_DEVICE_BAR_COUNT];
    uint32_t line_count;
    struct interrupt_line lines[DEVICE_HOST_MESSAGES_MAX];
    struct list timers;        /* the model's armed deadlines */
    uint8_t config_space[256]; /* PCI header as a driver reads it; BARs and ids filled in */
};

/**
 * device_host_create - plug a model in
 * @ops: the model; lives longer than the machine
 * @options: passed to the model, may be NULL
 * @error: receives why it failed, static text or the model's
 * Returns: NULL on failure with nothing left behind. Freed with the machine.
 */
struct device_host *device_host_create(struct machine *machine,
                                       const struct dxghost_device_ops *ops, const char *options,
                                       const char **error);
void device_host_destroy(struct device_host *host);

/** device_host_timers_only - of all that would happen, only the deadlines of models remain */
void device_host_timers_only(struct machine *machine);

/**
 * device_host_map - the address at which a driver sees a physical range of a BAR
 * Port numbers (below 64 Ki) are found the same way: RAM and BARs never lie there.
 * Returns: NULL when the range is not inside one BAR of any device of the machine.
 */
void *device_host_map(struct machine *machine, uint64_t physical, uint64_t size_bytes);

/**
 * device_host_view_open - map whole pages of a memory BAR once more, at an address of their own
 * Returns: NULL when the range is not inside one memory BAR, or the host cannot. Freed by
 * device_host_view_close.
 */
void *device_host_view_open(struct machine *machine, uint64_t physical, uint64_t size_bytes);
/** device_host_view_revoke - the view shows zeroes that belong to nobody */
void device_host_view_revoke(void *view, uint64_t size_bytes);
/** device_host_view_restore - and the memory again */
void device_host_view_restore(struct machine *machine, void *view, uint64_t physical,
                              uint64_t size_bytes);
/** device_host_view_show - and other memory of the machine, in whole pages */
void device_host_view_show(void *view, void *memory, uint64_t size_bytes);
void device_host_view_close(void *view, uint64_t size_bytes);

#endif /* MACHINE_DEVICE_HOST_H */
