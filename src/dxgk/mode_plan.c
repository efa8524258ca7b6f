/* SPDX-License-Identifier: MIT */
/* A VidPN on its way to being functional: the DDIs that say what goes together. */
#include "display/cofunctional.h"
#include "dxgk/display_private.h"
#include "dxgk/gate_calls.h"
#include "verify/names.h"

NTSTATUS mode_ask_supported(struct adapter *adapter, struct vidpn *vidpn, bool *supported)
{
    DXGKARG_ISSUPPORTEDVIDPN args = { .hDesiredVidPn = vidpn != NULL ? vidpn->handle : NULL,
                                      .IsVidPnSupported = FALSE };
    NTSTATUS status;

    if (vidpn != NULL) {
        vidpn_lend(vidpn, DISPLAY_ACCESS_INSPECT, NULL);
    }
    status = gate_IsSupportedVidPn(adapter, &args);
    if (vidpn != NULL) {
        vidpn_return(vidpn, "DxgkDdiIsSupportedVidPn");
    }
    *supported = NT_SUCCESS(status) && args.IsVidPnSupported;
    return status;
}

bool mode_plan_begin(struct mode_plan *plan, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    plan->target_id = target_id;
    plan->vidpn = vidpn_create(plan->display);
    if (plan->vidpn == NULL) {
        return false;
    }
    plan->path = topology_path_add(plan->vidpn->topology, plan->source_id, target_id);
    return true;
}

NTSTATUS mode_plan_enumerate(struct mode_plan *plan, D3DKMDT_ENUMCOFUNCMODALITY_PIVOT_TYPE type)
{
    struct vidpn_pivot pivot = { .type = type,
                                 .source_id = plan->source_id,
                                 .target_id = plan->target_id };
    DXGKARG_ENUMVIDPNCOFUNCMODALITY args = { .hConstrainingVidPn = plan->vidpn->handle,
                                             .EnumPivotType = type };
    NTSTATUS status;

    args.EnumPivot.VidPnSourceId = type == D3DKMDT_EPT_VIDPNTARGET || type == D3DKMDT_EPT_NOPIVOT
                                       ? D3DDDI_ID_UNINITIALIZED
                                       : plan->source_id;
    args.EnumPivot.VidPnTargetId = type == D3DKMDT_EPT_VIDPNSOURCE || type == D3DKMDT_EPT_NOPIVOT
                                       ? D3DDDI_ID_UNINITIALIZED
                                       : plan->target_id;
    vidpn_lend(plan->vidpn, DISPLAY_ACCESS_MODES, &pivot);
    status = gate_EnumVidPnCofuncModality(plan->adapter, &args);
    vidpn_return(plan->vidpn, "DxgkDdiEnumVidPnCofuncModality");
    return status;
}

/* Asks, and turns "no" into the status of a topology the driver cannot do. */
static NTSTATUS require_supported(const struct mode_plan *plan)
{
    bool supported;
    NTSTATUS status = mode_ask_supported(plan->adapter, plan->vidpn, &supported);

    if (NT_SUCCESS(status) && !supported) {
        status = STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY;
    }
    return status;
}

static NTSTATUS require_functional_supported(const struct mode_plan *plan)
{
    NTSTATUS status = require_supported(plan);

    if (!NT_SUCCESS(status)) {
        verify_report(
            plan->adapter->machine, RULE_VIDPN_14, "DxgkDdiIsSupportedVidPn",
            "A VidPN of source %u and target %u, %ux%u, whose pinned modes all come from the "
            "driver's own mode sets, was answered with %s and not supported. Offer only modes "
            "that you can set together.",
            plan->source_id, plan->target_id, plan->request.width, plan->request.height,
            verify_status_name(status));
    }
    return status;
}

/*
 * From one path to a functional VidPN: pin an end, have the rest adjusted, pin the next.
 * Source: display/enumerating-cofunctional-vidpn-source-and-target-modes.md
 * Choice: source first, then target, then the transformation; the documents leave the order open.
 */
NTSTATUS mode_plan_make_functional(struct mode_plan *plan)
{
    NTSTATUS status = require_supported(plan);

    if (NT_SUCCESS(status)) {
        status = mode_plan_enumerate(plan, D3DKMDT_EPT_NOPIVOT);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!cofunctional_pin_source(plan->vidpn, plan->source_id, &plan->request)) {
        return STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY;
    }
    status = mode_plan_enumerate(plan, D3DKMDT_EPT_VIDPNSOURCE);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!cofunctional_pin_target(plan->vidpn, plan->source_id, plan->target_id, &plan->request)) {
        return STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY;
    }
    status = mode_plan_enumerate(plan, D3DKMDT_EPT_VIDPNTARGET);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!cofunctional_pin_transformation(plan->vidpn, plan->path, &plan->request)) {
        return STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY;
    }
    if (topology_path_of(plan->path)->ContentTransformation.Rotation != D3DKMDT_VPPR_IDENTITY) {
        status = mode_plan_enumerate(plan, D3DKMDT_EPT_ROTATION);
        if (!NT_SUCCESS(status)) {
            return status;
        }
    }
    return require_functional_supported(plan);
}
