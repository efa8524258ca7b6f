/* SPDX-License-Identifier: MIT */
/* The driver's image: loaded, entered, registered, and let go with an account of what it left. */
#ifndef DXGK_DRIVER_H
#define DXGK_DRIVER_H

#include "dxgk/adapter_private.h"

/**
 * driver_load - load the image, run DriverEntry, take over the table it registered
 * Returns: STATUS_SUCCESS; else error says which of the three failed and why.
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS driver_load(struct adapter *adapter, const char *path, struct adapter_error *error);

/** driver_unload - DxgkDdiUnload, the leak report, and the image; accepts a half-loaded driver */
void driver_unload(struct adapter *adapter);

#endif /* DXGK_DRIVER_H */
