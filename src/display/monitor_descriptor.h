/* SPDX-License-Identifier: MIT */
/*
 * A monitor's descriptors (its EDID blocks) and frequency ranges as drivers read them:
 * DXGK_MONITORDESCRIPTORSET_INTERFACE and DXGK_MONITORFREQUENCYRANGESET_INTERFACE.
 * Tests: tests/unit/display_monitor_test.c
 */
#ifndef DISPLAY_MONITOR_DESCRIPTOR_H
#define DISPLAY_MONITOR_DESCRIPTOR_H

#include "display/edid.h"
#include "display/info_set.h"

extern const struct info_set_class monitor_descriptor_set_class;
extern const struct info_set_class monitor_range_set_class;

const DXGK_MONITORDESCRIPTORSET_INTERFACE *monitor_descriptor_set_interface(void);
const DXGK_MONITORFREQUENCYRANGESET_INTERFACE *monitor_range_set_interface(void);

/** monitor_descriptors_fill - one descriptor per block; `bytes` must outlive the set */
void monitor_descriptors_fill(struct info_set *set, uint8_t *bytes, size_t blocks);
/** monitor_ranges_fill - the range limits of an EDID, if it has any */
void monitor_ranges_fill(struct info_set *set, const struct edid *edid);

#endif /* DISPLAY_MONITOR_DESCRIPTOR_H */
