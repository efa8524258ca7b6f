/* SPDX-License-Identifier: MIT */
/*
 * D3DKMT_ESCAPE_TDRDBGCTRL and _VIDSCH: turning recovery and the scheduler from outside, for tests.
 *
 * Source: ns-d3dkmthk-_d3dkmt_tdrdbgctrl_escape, ne-d3dkmthk-_d3dkmt_tdrdbgctrltype,
 * ns-d3dkmthk-_d3dkmt_vidsch_escape, ne-d3dkmthk-_d3dkmt_vidschescapetype
 */
#include "dxgk/control.h"
#include "kmt/escape.h"
#include "verify/verify.h"

#include <string.h>

/* One page has the payload as an int, another as a structure of two words; both are taken. */
static NTSTATUS read_tdr(const struct kmt_escape *escape, D3DKMT_TDRDBGCTRL_ESCAPE *args)
{
    bool engine;

    *args = (D3DKMT_TDRDBGCTRL_ESCAPE){ 0 };
    if (escape->size_bytes != sizeof(args->TdrControl) && escape->size_bytes != sizeof(*args)) {
        return STATUS_INVALID_PARAMETER;
    }
    memcpy(args, escape->data, escape->size_bytes);
    engine = args->TdrControl == D3DKMT_TDRDBGCTRLTYPE_ENGINETDR;
    if (engine && (escape->size_bytes != sizeof(*args) ||
                   args->NodeOrdinal >= dxgk_adapter_node_count(escape->adapter))) {
        return STATUS_INVALID_PARAMETER; /* KMTESC-21 */
    }
    return STATUS_SUCCESS;
}

static NTSTATUS control_tdr(const struct kmt_escape *escape, const D3DKMT_TDRDBGCTRL_ESCAPE *args)
{
    switch (args->TdrControl) {
    case D3DKMT_TDRDBGCTRLTYPE_DISABLEBREAK:
        dxgk_tdr_break_set(escape->adapter, TDR_BREAK_OFF);
        return STATUS_SUCCESS;
    case D3DKMT_TDRDBGCTRLTYPE_ENABLEBREAK:
        dxgk_tdr_break_set(escape->adapter, TDR_BREAK_ON);
        return STATUS_SUCCESS;
    case D3DKMT_TDRDBGCTRLTYPE_UNCONDITIONAL:
        dxgk_tdr_break_set(escape->adapter, TDR_BREAK_UNCONDITIONAL);
        return STATUS_SUCCESS;
    case D3DKMT_TDRDBGCTRLTYPE_FORCETDR:
    case D3DKMT_TDRDBGCTRLTYPE_GPUTDR:
    case D3DKMT_TDRDBGCTRLTYPE_VSYNCTDR: /* Choice: who waits for a vsync in vain resets it all */
        return dxgk_force_tdr(escape->adapter, 0, true);
    case D3DKMT_TDRDBGCTRLTYPE_ENGINETDR:
        return dxgk_force_tdr(escape->adapter, args->NodeOrdinal, false);
    case D3DKMT_TDRDBGCTRLTYPE_FORCEDODTDR:
        return kmt_unimplemented(escape->call, "D3DKMT_TDRDBGCTRLTYPE_FORCEDODTDR");
    case D3DKMT_TDRDBGCTRLTYPE_FORCEDODVSYNCTDR:
        return kmt_unimplemented(escape->call, "D3DKMT_TDRDBGCTRLTYPE_FORCEDODVSYNCTDR");
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

/* Choice: STATUS_ACCESS_DENIED without TdrTestMode; the page says only that it is disabled then. */
NTSTATUS kmt_escape_tdr(const struct kmt_escape *escape)
{
    D3DKMT_TDRDBGCTRL_ESCAPE args;
    NTSTATUS status;

    if (!dxgk_tdr_test_mode(escape->adapter)) {
        return STATUS_ACCESS_DENIED;
    }
    status = read_tdr(escape, &args);
    return NT_SUCCESS(status) ? control_tdr(escape, &args) : status;
}

/* TDRCONTROL is the escape above in another envelope. */
static NTSTATUS control_through_scheduler(const struct kmt_escape *escape,
                                          const D3DKMT_VIDSCH_ESCAPE *args)
{
    D3DKMT_TDRDBGCTRL_ESCAPE control = { .TdrControl =
                                             (D3DKMT_TDRDBGCTRLTYPE)args->TdrControl2.TdrControl,
                                         .NodeOrdinal = args->TdrControl2.NodeOrdinal };
    struct kmt_escape inner = *escape;

    inner.data = &control;
    inner.size_bytes = sizeof(control);
    return kmt_escape_tdr(&inner);
}

/* TdrTestMode guards what changes the work of others, here as there. Choice: the pages name the
 * registry value for TDRDBGCTRL only. */
static NTSTATUS set_preemption(const struct kmt_escape *escape, const D3DKMT_VIDSCH_ESCAPE *args)
{
    return dxgk_tdr_test_mode(escape->adapter)
               ? dxgk_preemption_set(escape->adapter, args->PreemptionControl != 0)
               : STATUS_ACCESS_DENIED;
}

static NTSTATUS set_limit(const struct kmt_escape *escape, const D3DKMT_VIDSCH_ESCAPE *args)
{
    if (!dxgk_tdr_test_mode(escape->adapter)) {
        return STATUS_ACCESS_DENIED;
    }
    dxgk_tdr_limit_set(escape->adapter, args->TdrLimit.Count, args->TdrLimit.Time);
    return STATUS_SUCCESS;
}

/* Choice: milliseconds, and an end that comes by itself, so that nobody is left behind by a client
 * that does not resume; 0 resumes. No page says what SuspendTime counts. */
static NTSTATUS suspend(const struct kmt_escape *escape, const D3DKMT_VIDSCH_ESCAPE *args)
{
    if (!dxgk_tdr_test_mode(escape->adapter)) {
        return STATUS_ACCESS_DENIED;
    }
    dxgk_scheduler_suspend(escape->adapter, args->SuspendTime * DXGH_NS_PER_MS);
    return STATUS_SUCCESS;
}

NTSTATUS kmt_escape_vidsch(const struct kmt_escape *escape)
{
    const D3DKMT_VIDSCH_ESCAPE *args = escape->data;

    if (escape->size_bytes != sizeof(*args)) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (args->Type) {
    case D3DKMT_VIDSCHESCAPETYPE_PREEMPTIONCONTROL:
        return set_preemption(escape, args);
    case D3DKMT_VIDSCHESCAPETYPE_TDRCONTROL:
        return control_through_scheduler(escape, args);
    case D3DKMT_VIDSCHESCAPETYPE_CONFIGURE_TDR_LIMIT:
        return set_limit(escape, args);
    case D3DKMT_VIDSCHESCAPETYPE_SUSPENDRESUME:
        return suspend(escape, args);
    case D3DKMT_VIDSCHESCAPETYPE_SUSPENDSCHEDULER: /* documented as obsolete */
        return kmt_unimplemented(escape->call, "D3DKMT_VIDSCHESCAPETYPE_SUSPENDSCHEDULER");
    case D3DKMT_VIDSCHESCAPETYPE_ENABLECONTEXTDELAY:
        return kmt_unimplemented(escape->call, "D3DKMT_VIDSCHESCAPETYPE_ENABLECONTEXTDELAY");
    case D3DKMT_VIDSCHESCAPETYPE_VGPU_RESET:
        return kmt_unimplemented(escape->call, "D3DKMT_VIDSCHESCAPETYPE_VGPU_RESET");
    case D3DKMT_VIDSCHESCAPETYPE_PFN_CONTROL:
        return kmt_unimplemented(escape->call, "D3DKMT_VIDSCHESCAPETYPE_PFN_CONTROL");
    default:
        return STATUS_INVALID_PARAMETER;
    }
}
