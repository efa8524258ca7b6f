/* SPDX-License-Identifier: MIT */
/* The adapter's children: connectors, what is plugged into them, and its EDID. */
#include "dxgk/adapter_private.h"
#include "dxgk/gate_calls.h"
#include "machine/heap.h"
#include "verify/names.h"

#define EDID_BLOCK_BYTES 128u

/* Source: nc-dispmprt-dxgkddi_query_child_relations.md; rule LIFE-19: one zeroed entry more */
static NTSTATUS query_relations(struct adapter *adapter, struct adapter_error *error)
{
    uint32_t entries = adapter->child_count + 1;
    DXGK_CHILD_DESCRIPTOR *relations =
        machine_heap_alloc_guarded(adapter->machine, entries * sizeof(*relations));
    NTSTATUS status =
        gate_QueryChildRelations(adapter, relations, (ULONG)(entries * sizeof(*relations)));

    if (!NT_SUCCESS(status)) {
        status =
            adapter_fail(error, status, "DxgkDdiQueryChildRelations",
                         "DxgkDdiQueryChildRelations returned %s.", verify_status_name(status));
    } else if (relations[adapter->child_count].ChildDeviceType != TypeUninitialized) {
        verify_report(
            adapter->machine, RULE_LIFE_19, "DxgkDdiQueryChildRelations",
            "The last entry, number %u, must stay zero: StartDevice said there are %u children.",
            adapter->child_count, adapter->child_count);
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < adapter->child_count; i++) {
        adapter->children[i].descriptor = relations[i];
    }
    machine_heap_free(adapter->machine, relations);
    return status;
}

static void query_status(struct adapter *adapter, struct adapter_child *child)
{
    DXGK_CHILD_STATUS status = { .Type = StatusConnection, .ChildUid = child->descriptor.ChildUid };

    /* A child whose state is known by other means is connected; the others are asked. */
    if (child->descriptor.ChildCapabilities.HpdAwareness == HpdAwarenessAlwaysConnected) {
        child->connected = true;
    } else if (NT_SUCCESS(gate_QueryChildStatus(adapter, &status, FALSE))) {
        child->connected = status.HotPlug.Connected;
    }
}

/* EDID comes block by block until the driver has no more. */
void adapter_child_describe(struct adapter *adapter, struct adapter_child *child)
{
    child->edid_bytes = 0;
    while (child->connected && child->edid_bytes + EDID_BLOCK_BYTES <= ADAPTER_EDID_BYTES) {
        DXGK_DEVICE_DESCRIPTOR descriptor = { .DescriptorOffset = child->edid_bytes,
                                              .DescriptorLength = EDID_BLOCK_BYTES,
                                              .DescriptorBuffer = child->edid + child->edid_bytes };
        NTSTATUS status =
            gate_QueryDeviceDescriptor(adapter, child->descriptor.ChildUid, &descriptor);

        if (!NT_SUCCESS(status)) {
            break;
        }
        child->edid_bytes += EDID_BLOCK_BYTES;
        /* Byte 126 of the first block counts the extensions. */
        if (child->edid_bytes >= EDID_BLOCK_BYTES * (1u + child->edid[126])) {
            break;
        }
    }
}

NTSTATUS adapter_children_query(struct adapter *adapter, struct adapter_error *error)
{
    NTSTATUS status;

    if (adapter->child_count == 0) {
        return STATUS_SUCCESS;
    }
    status = query_relations(adapter, error);
    for (uint32_t i = 0; NT_SUCCESS(status) && i < adapter->child_count; i++) {
        struct adapter_child *child = &adapter->children[i];

        if (child->descriptor.ChildDeviceType != TypeVideoOutput) {
            continue;
        }
        query_status(adapter, child);
        adapter_child_describe(adapter, child);
    }
    return status;
}
