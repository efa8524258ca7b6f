/* SPDX-License-Identifier: MIT */
/* What clients ask about an adapter, beyond what adapter.h and control.h say. */
#ifndef DXGK_QUERY_H
#define DXGK_QUERY_H

#include "dxgk/device.h"

#include <d3dkmthk.h>

/**
 * dxgk_query_umd_private - DXGKQAITYPE_UMDRIVERPRIVATE: what the driver tells its user-mode part
 * @data: kernel memory, in and out
 * Returns: what the driver answered. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_query_umd_private(struct adapter *adapter, void *data, uint32_t bytes);

void dxgk_query_bus_address(const struct adapter *adapter, UINT *bus, UINT *device, UINT *function);
const char *dxgk_query_board_name(const struct adapter *adapter);
void dxgk_query_ids(const struct adapter *adapter, D3DKMT_DEVICE_IDS *ids);
/** dxgk_query_mode - what a source shows. Returns: false when it shows nothing. */
bool dxgk_query_mode(const struct adapter *adapter, uint32_t source_id, UINT *width, UINT *height,
                     D3DDDIFORMAT *format, D3DDDI_RATIONAL *refresh_rate);

/**
 * dxgk_query_string - a string, or one of a list of strings, in the adapter's software key
 * @index: which of a REG_MULTI_SZ; 0 for a REG_SZ
 * @text: room for `capacity` characters, always terminated
 * Returns: false when there is no such value, or none with that index.
 */
bool dxgk_query_string(const struct adapter *adapter, const char *name, uint32_t index, WCHAR *text,
                       uint32_t capacity);
/** dxgk_query_dword - a number there; 0 when there is none */
uint32_t dxgk_query_dword(const struct adapter *adapter, const char *name);

struct node_statistics {
    uint64_t submitted; /* packets that went to the hardware */
    uint64_t retired;
    uint64_t preemptions;
    uint64_t resets;
};

/** dxgk_query_node - since the start. Returns: false when there is no such node. */
bool dxgk_query_node(const struct adapter *adapter, uint32_t node,
                     struct node_statistics *statistics);
struct context_statistics {
    uint32_t node;
    uint64_t queued; /* packets */
    uint64_t completed;
    uint64_t gpu_time_ns;
};

void dxgk_query_context(const struct context *context, struct context_statistics *statistics);
/** dxgk_query_frames - vertical blanks of a source since its mode was set; 0 without one */
uint64_t dxgk_query_frames(const struct adapter *adapter, uint32_t source_id);
bool dxgk_query_vsync_enabled(const struct adapter *adapter);

#endif /* DXGK_QUERY_H */
