/* SPDX-License-Identifier: MIT */
/* Callbacks that the kernel does not carry out yet: each says so by name and never pretends. */
#include "dxgk/adapter_private.h"
#include "dxgk/callbacks.h"
#include "machine/schedule.h"
#include "trace/trace.h"

#include <string.h>

#define ETW_ANY_IRQL_BYTES 256u

/** Source: nc-dispmprt-dxgkcb_log_etw_event.md. IRQL: any up to 256 bytes, else PASSIVE_LEVEL. */
void APIENTRY callback_LogEtwEvent(const LPCGUID EventGuid, UCHAR Type, USHORT EventBufferSize,
                                   PVOID EventBuffer)
{
    struct callback_call call;

    (void)EventGuid;
    (void)Type;
    (void)EventBuffer;
    callback_enter(&call, "DxgkCbLogEtwEvent", HIGH_LEVEL);
    if (EventBufferSize > ETW_ANY_IRQL_BYTES && schedule_irql(call.machine) > PASSIVE_LEVEL) {
        verify_report(
            call.machine, RULE_CB_07, "DxgkCbLogEtwEvent",
            "%u bytes are logged at IRQL %u. Above PASSIVE_LEVEL an event has %u bytes at "
            "most.",
            EventBufferSize, schedule_irql(call.machine), ETW_ANY_IRQL_BYTES);
    }
    trace_emit_text(call.machine, TRACE_DBG_PRINT, "etw event");
    callback_leave(&call);
}

/* Rule CB-06. Two flags exclude each other, and a synchronous call comes from a DDI that has the
 * adapter to itself already. */
static bool check_exclusion(const struct callback_call *call, ULONG attributes)
{
    const ULONG both = DXGK_EXCLUDE_EVICT_ALL | DXGK_EXCLUDE_CALL_SYNCHRONOUS;
    bool synchronous = (attributes & DXGK_EXCLUDE_CALL_SYNCHRONOUS) != 0;

    if ((attributes & both) == both ||
        (synchronous && gate_level_of(call->fiber->ddi) < DDI_LEVEL_TWO)) {
        verify_report(
            call->machine, RULE_CB_06, "DxgkCbExcludeAdapterAccess",
            "Attributes 0x%x in %s: EVICT_ALL and CALL_SYNCHRONOUS exclude each other, and "
            "CALL_SYNCHRONOUS is for DDIs of level two and three.",
            attributes, call->fiber->ddi == NULL ? "no DDI" : call->fiber->ddi);
        return false;
    }
    return true;
}

/** Source: nc-dispmprt-dxgkcb_exclude_adapter_access.md. IRQL: PASSIVE_LEVEL. */
NTSTATUS APIENTRY callback_ExcludeAdapterAccess(HANDLE DeviceHandle, ULONG Attributes,
                                                DXGKDDI_PROTECTED_CALLBACK DxgkProtectedCallback,
                                                PVOID ProtectedCallbackContext)
{
    struct callback_call call;
    NTSTATUS status = STATUS_INVALID_PARAMETER;

    (void)DxgkProtectedCallback;
    (void)ProtectedCallbackContext;
    callback_enter(&call, "DxgkCbExcludeAdapterAccess", PASSIVE_LEVEL);
    if (adapter_from_handle("DxgkCbExcludeAdapterAccess", DeviceHandle) != NULL &&
        check_exclusion(&call, Attributes)) {
        verify_unimplemented(call.machine, "DxgkCbExcludeAdapterAccess(0x%x)", Attributes);
        status = STATUS_NOT_IMPLEMENTED;
    }
    callback_leave(&call);
    return status;
}

NTSTATUS APIENTRY callback_GetCaptureAddress(DXGKARGCB_GETCAPTUREADDRESS *args)
{
    (void)args;
    verify_unimplemented(machine_current(), "DxgkCbGetCaptureAddress");
    return STATUS_NOT_IMPLEMENTED;
}

/* Power components: the machine has no power framework; their states never change. */

void APIENTRY callback_SetPowerComponentActive(const HANDLE hAdapter, UINT ComponentIndex)
{
    struct adapter *adapter = adapter_from_handle("DxgkCbSetPowerComponentActive", hAdapter);

    if (adapter != NULL) {
        adapter->power_references++;
    }
    verify_unimplemented(machine_current(), "DxgkCbSetPowerComponentActive(%u)", ComponentIndex);
}

void APIENTRY callback_SetPowerComponentIdle(const HANDLE hAdapter, UINT ComponentIndex)
{
    struct adapter *adapter = adapter_from_handle("DxgkCbSetPowerComponentIdle", hAdapter);

    if (adapter != NULL && adapter->power_references == 0) {
        verify_report(
            adapter->machine, RULE_CB_10, "DxgkCbSetPowerComponentIdle",
            "Component %u is made idle more often than active. Pair each call with one of "
            "DxgkCbSetPowerComponentActive.",
            ComponentIndex);
        return;
    }
    if (adapter != NULL) {
        adapter->power_references--;
    }
    verify_unimplemented(machine_current(), "DxgkCbSetPowerComponentIdle(%u)", ComponentIndex);
}

void APIENTRY callback_SetPowerComponentLatency(const HANDLE hAdapter, UINT ComponentIndex,
                                                ULONGLONG Latency)
{
    (void)hAdapter;
    (void)Latency;
    verify_unimplemented(machine_current(), "DxgkCbSetPowerComponentLatency(%u)", ComponentIndex);
}

void APIENTRY callback_SetPowerComponentResidency(const HANDLE hAdapter, UINT ComponentIndex,
                                                  ULONGLONG Residency)
{
    (void)hAdapter;
    (void)Residency;
    verify_unimplemented(machine_current(), "DxgkCbSetPowerComponentResidency(%u)", ComponentIndex);
}

void APIENTRY callback_CompleteFStateTransition(const HANDLE hAdapter, UINT ComponentIndex)
{
    struct adapter *adapter = adapter_from_handle("DxgkCbCompleteFStateTransition", hAdapter);

    /* Components are never asked for here, so none is registered and none is in transition. */
    if (adapter != NULL) {
        verify_report(adapter->machine, RULE_CB_11, "DxgkCbCompleteFStateTransition",
                      "Component %u is in no transition: none was registered with "
                      "DriverCompletesFStateTransition.",
                      ComponentIndex);
    }
}

NTSTATUS APIENTRY callback_PowerRuntimeControlRequest(const HANDLE hAdapter,
                                                      LPCGUID PowerControlCode, PVOID InBuffer,
                                                      SIZE_T InBufferSize, PVOID OutBuffer,
                                                      SIZE_T OutBufferSize, PSIZE_T BytesReturned)
{
    (void)hAdapter;
    (void)PowerControlCode;
    (void)InBuffer;
    (void)InBufferSize;
    (void)OutBuffer;
    (void)OutBufferSize;
    (void)BytesReturned;
    verify_unimplemented(machine_current(), "DxgkCbPowerRuntimeControlRequest");
    return STATUS_NOT_IMPLEMENTED;
}
