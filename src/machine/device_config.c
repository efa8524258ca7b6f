/* SPDX-License-Identifier: MIT */
#include "machine/device_config.h"

/* PCI configuration header, type 0. Source: PCI Local Bus Specification 3.0, chapter 6. */
enum {
    PCI_VENDOR_ID = 0x00,
    PCI_DEVICE_ID = 0x02,
    PCI_COMMAND = 0x04,
    PCI_STATUS = 0x06,
    PCI_REVISION = 0x08,
    PCI_PROGRAMMING_INTERFACE = 0x09,
    PCI_SUB_CLASS = 0x0A,
    PCI_BASE_CLASS = 0x0B,
    PCI_BARS = 0x10,
    PCI_SUBSYSTEM_VENDOR_ID = 0x2C,
    PCI_SUBSYSTEM_ID = 0x2E,
    PCI_CAPABILITIES = 0x34,
    PCI_INTERRUPT_LINE = 0x3C,
    PCI_INTERRUPT_PIN = 0x3D,
    PCI_HEADER_BYTES = 0x40,
    PCI_MSI_CAPABILITY = 0x50,

    PCI_COMMAND_IO = 0x1,
    PCI_COMMAND_MEMORY = 0x2,
    PCI_COMMAND_MASTER = 0x4,
    PCI_STATUS_CAPABILITIES = 0x10,
    PCI_BAR_IO = 0x1,
    PCI_BAR_64_BIT = 0x4,
    PCI_BAR_PREFETCHABLE = 0x8,
    PCI_CAPABILITY_MSI = 0x05,
    PCI_MSI_ENABLE = 0x1,
    PCI_MSI_64_BIT = 0x80,
};

bool device_config_bar_is_wide(const struct dxghost_device_identity *identity, uint32_t index)
{
    return index + 1 < DXGHOST_DEVICE_BAR_COUNT &&
           identity->bars[index].kind != DXGHOST_BAR_PORTS &&
           identity->bars[index + 1].kind == DXGHOST_BAR_NONE;
}

static void put16(struct device_host *host, uint32_t offset, uint32_t value)
{
    host->config_space[offset] = (uint8_t)value;
    host->config_space[offset + 1] = (uint8_t)(value >> 8);
}

static void put32(struct device_host *host, uint32_t offset, uint64_t value)
{
    put16(host, offset, (uint16_t)value);
    put16(host, offset + 2, (uint16_t)(value >> 16));
}

static void config_put_bar(struct device_host *host, uint32_t index)
{
    const struct dxghost_bar *bar = &host->identity.bars[index];
    uint64_t physical = host->bars[index].physical;
    uint32_t offset = PCI_BARS + index * 4;

    if (bar->kind == DXGHOST_BAR_NONE) {
        return;
    }
    if (bar->kind == DXGHOST_BAR_PORTS) {
        put32(host, offset, physical | PCI_BAR_IO);
        host->config_space[PCI_COMMAND] |= PCI_COMMAND_IO;
        return;
    }
    host->config_space[PCI_COMMAND] |= PCI_COMMAND_MEMORY;
    if (bar->prefetchable) {
        physical |= PCI_BAR_PREFETCHABLE;
    }
    if (device_config_bar_is_wide(&host->identity, index)) {
        physical |= PCI_BAR_64_BIT;
        put32(host, offset + 4, physical >> 32);
    }
    put32(host, offset, physical);
}

static void config_put_msi(struct device_host *host)
{
    uint32_t capable = 0; /* messages the function can send, as a power of two */

    while ((1u << capable) < host->line_count) {
        capable++;
    }
    put16(host, PCI_STATUS, PCI_STATUS_CAPABILITIES);
    host->config_space[PCI_CAPABILITIES] = PCI_MSI_CAPABILITY;
    host->config_space[PCI_MSI_CAPABILITY] = PCI_CAPABILITY_MSI;
    put16(host, PCI_MSI_CAPABILITY + 2,
          PCI_MSI_ENABLE | PCI_MSI_64_BIT | capable << 1 | capable << 4);
}

void device_config_fill(struct device_host *host)
{
    const struct dxghost_device_identity *identity = &host->identity;

    put16(host, PCI_VENDOR_ID, identity->vendor_id);
    put16(host, PCI_DEVICE_ID, identity->device_id);
    host->config_space[PCI_COMMAND] = PCI_COMMAND_MASTER;
    host->config_space[PCI_REVISION] = identity->revision;
    host->config_space[PCI_BASE_CLASS] = identity->class_code[0];
    host->config_space[PCI_SUB_CLASS] = identity->class_code[1];
    host->config_space[PCI_PROGRAMMING_INTERFACE] = identity->class_code[2];
    put16(host, PCI_SUBSYSTEM_VENDOR_ID, identity->subsystem_vendor_id);
    put16(host, PCI_SUBSYSTEM_ID, identity->subsystem_id);
    for (uint32_t i = 0; i < DXGHOST_DEVICE_BAR_COUNT; i++) {
        config_put_bar(host, i);
    }
    host->config_space[PCI_INTERRUPT_LINE] = (uint8_t)(host->lines[0].id + 16);
    host->config_space[PCI_INTERRUPT_PIN] = 1; /* INTA# */
    if (identity->interrupt_messages > 0) {
        config_put_msi(host);
    }
}

bool device_config_is_writable(uint32_t offset)
{
    return offset >= PCI_HEADER_BYTES || offset == PCI_COMMAND || offset == PCI_COMMAND + 1;
}
