/* SPDX-License-Identifier: MIT */
/*
 * D3DKMT_ESCAPE_DEVICE, _DMM and _DEBUG_SNAPSHOT.
 *
 * Source: ns-d3dkmthk-_d3dkmt_device_escape, ns-d3dkmthk-_d3dkmt_dmm_escape,
 * ns-d3dkmthk-_d3dkmt_debug_snapshot_escape
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

/* KMTESC-26. The header has a size protocol; what follows it is documented for no type, so that no
 * size can be named and none is served. */
NTSTATUS kmt_escape_dmm(const struct kmt_escape *escape)
{
    static const char *const names[] = {
        [D3DKMT_DMMESCAPETYPE_GET_SUMMARY_INFO] = "GET_SUMMARY_INFO",
        [D3DKMT_DMMESCAPETYPE_GET_VIDEO_PRESENT_SOURCES_INFO] = "GET_VIDEO_PRESENT_SOURCES_INFO",
        [D3DKMT_DMMESCAPETYPE_GET_VIDEO_PRESENT_TARGETS_INFO] = "GET_VIDEO_PRESENT_TARGETS_INFO",
        [D3DKMT_DMMESCAPETYPE_GET_ACTIVEVIDPN_INFO] = "GET_ACTIVEVIDPN_INFO",
        [D3DKMT_DMMESCAPETYPE_GET_MONITORS_INFO] = "GET_MONITORS_INFO",
        [D3DKMT_DMMESCAPETYPE_RECENTLY_COMMITTED_VIDPNS_INFO] = "RECENTLY_COMMITTED_VIDPNS_INFO",
        [D3DKMT_DMMESCAPETYPE_RECENT_MODECHANGE_REQUESTS_INFO] = "RECENT_MODECHANGE_REQUESTS_INFO",
        [D3DKMT_DMMESCAPETYPE_RECENTLY_RECOMMENDED_VIDPNS_INFO] =
            "RECENTLY_RECOMMENDED_VIDPNS_INFO",
        [D3DKMT_DMMESCAPETYPE_RECENT_MONITOR_PRESENCE_EVENTS_INFO] =
            "RECENT_MONITOR_PRESENCE_EVENTS_INFO",
        [D3DKMT_DMMESCAPETYPE_ACTIVEVIDPN_SOURCEMODESET_INFO] = "ACTIVEVIDPN_SOURCEMODESET_INFO",
        [D3DKMT_DMMESCAPETYPE_ACTIVEVIDPN_COFUNCPATHMODALITY_INFO] =
            "ACTIVEVIDPN_COFUNCPATHMODALITY_INFO",
        [D3DKMT_DMMESCAPETYPE_GET_LASTCLIENTCOMMITTEDVIDPN_INFO] =
            "GET_LASTCLIENTCOMMITTEDVIDPN_INFO",
        [D3DKMT_DMMESCAPETYPE_GET_VERSION_INFO] = "GET_VERSION_INFO",
        [D3DKMT_DMMESCAPETYPE_VIDPN_MGR_DIAGNOSTICS] = "VIDPN_MGR_DIAGNOSTICS",
    };
    const D3DKMT_DMM_ESCAPE *args = escape->data;

    if (escape->size_bytes < offsetof(D3DKMT_DMM_ESCAPE, Data) ||
        args->ProvidedBufferSize > escape->size_bytes - offsetof(D3DKMT_DMM_ESCAPE, Data) ||
        (uint32_t)args->Type >= DXGH_ARRAY_SIZE(names) || names[args->Type] == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    return kmt_unimplemented(escape->call, "D3DKMT_DMMESCAPETYPE_%s", names[args->Type]);
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
