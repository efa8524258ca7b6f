/* SPDX-License-Identifier: MIT */
/*
 * The PCI configuration space of a device, as a driver reads it: ids, BARs, interrupt, MSI
 * capability. Source: PCI Local Bus Specification 3.0, chapter 6. Tests:
 * tests/unit/device_host_test.c
 */
#ifndef MACHINE_DEVICE_CONFIG_H
#define MACHINE_DEVICE_CONFIG_H

#include "machine/device_host.h"

/**
 * device_config_bar_is_wide - whether a BAR is a 64-bit one
 *
 * It is, and lives above 4 GiB, when the slot behind it is free to hold its upper half; that also
 * shows drivers that cut addresses to 32 bits.
 */
bool device_config_bar_is_wide(const struct dxghost_device_identity *identity, uint32_t index);

/** device_config_fill - write host->config_space; identity, BARs and lines are there already */
void device_config_fill(struct device_host *host);

/** device_config_is_writable - the command register and what lies behind the header is a driver's
 */
bool device_config_is_writable(uint32_t offset);

#endif /* MACHINE_DEVICE_CONFIG_H */
