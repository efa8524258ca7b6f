/* SPDX-License-Identifier: MIT */
/*
 * The bus driver below every board: PnP requests for configuration space and the standard bus
 * interface. Source: kernel/accessing-device-configuration-space.md
 */
#ifndef NT_BUS_H
#define NT_BUS_H

#include "machine/device_host.h"
#include "nt/wdk.h"

/**
 * nt_bus_dispatch - answer a packet that reached a physical device object, and complete it
 * A request that is not known keeps the status its sender put into it, as PnP demands, and other
 * kinds of request are STATUS_INVALID_DEVICE_REQUEST.
 * Returns: the status it was completed with.
 */
NTSTATUS nt_bus_dispatch(struct machine *machine, PDEVICE_OBJECT device, PIRP irp);

/** nt_device_board - the board behind a physical device object; NULL for other devices */
struct device_host *nt_device_board(struct machine *machine, const DEVICE_OBJECT *device);

#endif /* NT_BUS_H */
