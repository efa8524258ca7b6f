/* SPDX-License-Identifier: MIT */
/*
 * What a WDDM 1.3 driver says of its nodes when the adapter starts: the precision of their history
 * buffers, and what each is.
 *
 * Source: nc-d3dkmddi-dxgkddi_getnodemetadata.md, ne-d3dkmddi-_dxgk_queryadapterinfotype.md
 */
#include "dxgk/adapter_private.h"
#include "dxgk/gate_calls.h"
#include "dxgk/query_guard.h"
#include "verify/names.h"

/* Observed: Windows logs an answer of STATUS_NOT_SUPPORTED as an invalid status; the start goes on.
 */
static void check_precision(struct adapter *adapter)
{
    DXGKARG_HISTORYBUFFERPRECISION precision[SCHED_NODES_MAX] = { 0 };
    DXGKARG_QUERYADAPTERINFO args = { .Type = DXGKQAITYPE_HISTORYBUFFERPRECISION,
                                      .pOutputData = precision,
                                      .OutputDataSize =
                                          adapter->node_count * (UINT)sizeof(precision[0]) };
    NTSTATUS status = query_guarded(adapter, &args);

    if (!NT_SUCCESS(status)) {
        verify_report(adapter->machine, RULE_START_01, "DxgkDdiQueryAdapterInfo",
                      "DXGKQAITYPE_HISTORYBUFFERPRECISION for %u nodes was answered with %s. A "
                      "WDDM 1.3 driver fills one element for each node; 0 bits say that it writes "
                      "no history buffers.",
                      adapter->node_count, verify_status_name(status));
    }
}

static void check_metadata(struct adapter *adapter)
{
    NTSTATUS status;

    for (uint32_t i = 0; i < adapter->node_count; i++) {
        DXGKARG_GETNODEMETADATA metadata = { 0 };

        status = gate_GetNodeMetadata(adapter, i, &metadata);
        if (!NT_SUCCESS(status)) {
            verify_report(adapter->machine, RULE_VSYNC_06, "DxgkDdiGetNodeMetadata",
                          "Node %u of %u was answered with %s; expected STATUS_SUCCESS.", i,
                          adapter->node_count, verify_status_name(status));
        }
    }

    DXGKARG_GETNODEMETADATA beyond = { 0 };

    status = gate_GetNodeMetadata(adapter, adapter->node_count, &beyond);
    if (status != STATUS_INVALID_PARAMETER) {
        verify_report(adapter->machine, RULE_VSYNC_06, "DxgkDdiGetNodeMetadata",
                      "Node %u, of which there are %u, was answered with %s; expected "
                      "STATUS_INVALID_PARAMETER.",
                      adapter->node_count, adapter->node_count, verify_status_name(status));
    }
}

void adapter_nodes_check(struct adapter *adapter)
{
    if (!adapter->display_only && adapter->table.Version >= DXGKDDI_INTERFACE_VERSION_WDDM1_3) {
        check_precision(adapter);
        if (adapter->table.DxgkDdiGetNodeMetadata != NULL) {
            check_metadata(adapter);
        }
    }
}
