/* SPDX-License-Identifier: MIT */
/*
 * D3DKMT_ESCAPE_DEVICE and _DEBUG_SNAPSHOT.
 *
 * Source: ns-d3dkmthk-_d3dkmt_device_escape, ns-d3dkmthk-_d3dkmt_debug_snapshot_escape
 */
#include "dxgk/control.h"
#include "dxgk/monitor.h"
#include "kmt/escape.h"
#include "kmt/resource.h"
#include "trace/trace.h"
#include "verify/verify.h"

/* KMTESC-25 */
static NTSTATUS source_of_primary(const struct kmt_escape *escape, D3DKMT_DEVICE_ESCAPE *args)
{
    const struct opened *opened;

    if (escape->device == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    opened = kmt_opened_find(escape->device, args->VidPnFromAllocation.hPrimaryAllocation);
    return opened != NULL && dxgk_opened_primary(opened, &args->VidPnFromAllocation.VidPnSourceId)
               ? STATUS_SUCCESS
               : STATUS_INVALID_PARAMETER;
}

/* Choice: of every source that shows something; the page has no member that names one. */
static NTSTATUS restore_gamma(struct adapter *adapter)
{
    static const D3DKMDT_GAMMA_RAMP ramp = { .Type = D3DDDI_GAMMARAMP_DEFAULT };
    NTSTATUS status = STATUS_SUCCESS;

    for (uint32_t i = 0; NT_SUCCESS(status) && i < dxgk_adapter_source_count(adapter); i++) {
        if (dxgk_source_is_shown(adapter, i)) {
            status = dxgk_gamma_set(adapter, i, &ramp);
        }
    }
    return status;
}

NTSTATUS kmt_escape_device(const struct kmt_escape *escape)
{
    D3DKMT_DEVICE_ESCAPE *args = escape->data;

    if (escape->size_bytes != sizeof(*args)) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (args->Type) {
    case D3DKMT_DEVICEESCAPE_VIDPNFROMALLOCATION:
        return source_of_primary(escape, args);
    case D3DKMT_DEVICEESCAPE_RESTOREGAMMA:
        return restore_gamma(escape->adapter);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

#define SNAPSHOT_RECORDS 64u

/* Choice: the snapshot is the end of the trace as text; the page says only that it is bytes for a
 * debugger. What does not fit is left out (KMTESC-27). It tells of every process, so TdrTestMode
 * guards it like what changes the work of others. */
NTSTATUS kmt_escape_snapshot(const struct kmt_escape *escape)
{
    D3DKMT_DEBUG_SNAPSHOT_ESCAPE *args = escape->data;
    size_t room = offsetof(D3DKMT_DEBUG_SNAPSHOT_ESCAPE, Buffer);
    FILE *stream;
    long length;

    if (!dxgk_tdr_test_mode(escape->adapter)) {
        return STATUS_ACCESS_DENIED;
    }
    if (escape->size_bytes < sizeof(*args)) {
        return STATUS_INVALID_PARAMETER;
    }
    room = escape->size_bytes - room;
    stream = fmemopen(args->Buffer, room, "w");
    if (stream == NULL) {
        return STATUS_NO_MEMORY;
    }
    trace_print(escape->call->machine, stream, SNAPSHOT_RECORDS);
    (void)fflush(stream);
    length = ftell(stream);
    (void)fclose(stream);
    args->Length = length < 0 ? 0 : (ULONG)DXGH_MIN((size_t)length, room);
    return STATUS_SUCCESS;
}
