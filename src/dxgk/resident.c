/* SPDX-License-Identifier: MIT */
/*
 * DDIs that are called where no page can be read in: rules FLIP-01, LIFE-20, LIFE-21.
 * Source: nc-d3dkmddi-dxgkddi_setvidpnsourceaddress, nc-dispmprt-dxgkddi_reset_device,
 * -_system_display_enable, -_system_display_write ("nonpageable")
 */
#include "dxgk/adapter_private.h"
#include "dxgk/gate.h"
#include "nt/image.h"

static const struct {
    enum ddi ddi;
    enum rule rule;
} resident[] = {
    { DDI_SetVidPnSourceAddress, RULE_FLIP_01 },
    { DDI_ResetDevice, RULE_LIFE_20 },
    { DDI_SystemDisplayEnable, RULE_LIFE_21 },
    { DDI_SystemDisplayWrite, RULE_LIFE_21 },
};

void adapter_resident_check(struct adapter *adapter)
{
    const struct nt_section *page = &adapter->image->page;

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(resident); i++) {
        const struct ddi_info *info = ddi_info(resident[i].ddi);
        uintptr_t function;

        memcpy(&function, (const char *)&adapter->table + info->slot, sizeof(function));
        if (function >= page->start && function < page->end) {
            verify_report(adapter->machine, resident[i].rule, info->name,
                          "It lies in the driver's PAGE section, and is called when no page can be "
                          "read in. Keep it, and all it calls and touches, nonpageable.");
        }
    }
}
