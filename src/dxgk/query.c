/* SPDX-License-Identifier: MIT */
#include "dxgk/query.h"

#include "dxgk/display_private.h"
#include "dxgk/gate_calls.h"
#include "dxgk/query_guard.h"
#include "nt/registry.h"

NTSTATUS dxgk_query_umd_private(struct adapter *adapter, void *data, uint32_t bytes)
{
    DXGKARG_QUERYADAPTERINFO args = { .Type = DXGKQAITYPE_UMDRIVERPRIVATE,
                                      .pInputData = data,
                                      .InputDataSize = bytes,
                                      .pOutputData = data,
                                      .OutputDataSize = bytes };

    return query_guarded(adapter, &args);
}

/* The board is plugged in at one place; there is one bus. */
void dxgk_query_bus_address(const struct adapter *adapter, UINT *bus, UINT *device, UINT *function)
{
    (void)adapter;
    *bus = 0;
    *device = 0;
    *function = 0;
}

const char *dxgk_query_board_name(const struct adapter *adapter)
{
    return adapter->board->ops->name;
}

static uint32_t config_word(const struct adapter *adapter, uint32_t offset)
{
    const uint8_t *bytes = &adapter->board->config_space[offset];

    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8;
}

/* Source: PCI Local Bus Specification, configuration header type 0 */
void dxgk_query_ids(const struct adapter *adapter, D3DKMT_DEVICE_IDS *ids)
{
    *ids = (D3DKMT_DEVICE_IDS){
        .VendorID = config_word(adapter, 0x00),
        .DeviceID = config_word(adapter, 0x02),
        .SubVendorID = config_word(adapter, 0x2C),
        .SubSystemID = config_word(adapter, 0x2E),
        .RevisionID = config_word(adapter, 0x08) & 0xFF,
        .BusType = 5, /* PCIBus of INTERFACE_TYPE */
    };
}

bool dxgk_query_mode(const struct adapter *adapter, uint32_t source_id, UINT *width, UINT *height,
                     D3DDDIFORMAT *format, D3DDDI_RATIONAL *refresh_rate)
{
    const struct display_path *path = adapter->display;

    if (path == NULL || path->primary == NULL || path->primary->request.source_id != source_id) {
        return false;
    }
    *width = path->primary->request.width;
    *height = path->primary->request.height;
    *format = path->primary->request.format;
    *refresh_rate = path->primary->request.refresh_rate;
    return true;
}

bool dxgk_query_node(const struct adapter *adapter, uint32_t node,
                     struct node_statistics *statistics)
{
    const struct sched_node *from;

    if (adapter->sched == NULL || node >= adapter->sched->node_count) {
        return false;
    }
    from = &adapter->sched->nodes[node];
    *statistics =
        (struct node_statistics){ .submitted = from->retired_count + from->submitted_count,
                                  .retired = from->retired_count,
                                  .preemptions = from->preemption_count,
                                  .resets = from->reset_count };
    return true;
}

uint64_t dxgk_query_frames(const struct adapter *adapter, uint32_t source_id)
{
    const struct display_path *path = adapter->display;

    return path == NULL || source_id >= path->display->config.source_count
               ? 0
               : path->display->sources[source_id].vsyncs;
}

bool dxgk_query_vsync_enabled(const struct adapter *adapter)
{
    const struct display_path *path = adapter->display;

    return path != NULL && path->display->vsync_enabled;
}

static void software_key(const struct adapter *adapter, char *path)
{
    uint32_t i = 0;

    for (; adapter->registry_path[i] != 0; i++) {
        path[i] = (char)adapter->registry_path[i];
    }
    path[i] = '\0';
}

bool dxgk_query_string(const struct adapter *adapter, const char *name, uint32_t index, WCHAR *text,
                       uint32_t capacity)
{
    char path[DXGH_ARRAY_SIZE(adapter->registry_path)];
    const struct nt_value *value;
    const WCHAR *from;
    uint32_t count;
    uint32_t i = 0;
    uint32_t length = 0;

    software_key(adapter, path);
    value = nt_registry_get(adapter->machine, path, name);
    if (value == NULL || (value->type != REG_SZ && value->type != REG_MULTI_SZ)) {
        return false;
    }
    from = (const WCHAR *)(const void *)value->data;
    count = value->data_bytes / (uint32_t)sizeof(WCHAR);
    for (; i < count && index > 0; i++) {
        index -= from[i] == 0;
    }
    for (; i < count && from[i] != 0 && length + 1 < capacity; i++) {
        text[length++] = from[i];
    }
    text[length] = 0;
    return length > 0;
}

uint32_t dxgk_query_dword(const struct adapter *adapter, const char *name)
{
    char path[DXGH_ARRAY_SIZE(adapter->registry_path)];
    uint32_t value = 0;

    software_key(adapter, path);
    return nt_registry_get_dword(adapter->machine, path, name, &value) ? value : 0;
}

void dxgk_query_context(const struct context *context, struct context_statistics *statistics)
{
    *statistics = (struct context_statistics){ .node = context->node,
                                               .queued = context->schedule.queued_count,
                                               .completed = context->schedule.completed_count,
                                               .gpu_time_ns = context->schedule.gpu_time_ns };
}
