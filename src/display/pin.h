/* SPDX-License-Identifier: MIT */
/* Pinned modes: what source and target mode sets have beyond other sets of infos. */
#ifndef DISPLAY_PIN_H
#define DISPLAY_PIN_H

#include "display/info_set.h"

/**
 * pin_driver_acquire - pfnAcquirePinnedModeInfo
 * Returns: STATUS_SUCCESS, with NULL in `info` when nothing is pinned; class->invalid_set;
 * STATUS_INVALID_PARAMETER.
 * Source: nc-d3dkmddi-dxgkddi_vidpnsourcemodeset_acquirepinnedmodeinfo
 */
NTSTATUS pin_driver_acquire(const struct info_set_class *class, const void *handle,
                            const void **info);
/**
 * pin_driver_pin - pfnPinMode
 * Returns: STATUS_SUCCESS; class->invalid_set; class->invalid_info when no mode has that id;
 * STATUS_ACCESS_DENIED in a DDI that may not pin.
 * Source: nc-d3dkmddi-dxgkddi_vidpnsourcemodeset_pinmode
 */
NTSTATUS pin_driver_pin(const struct info_set_class *class, const void *handle, uint32_t id);

/** pin_set - pin a mode as the host; NULL unpins */
void pin_set(struct info_set *set, struct info_item *item);

#endif /* DISPLAY_PIN_H */
