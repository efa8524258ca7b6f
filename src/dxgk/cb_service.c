/* SPDX-License-Identifier: MIT */
/* Callbacks that the kernel does not carry out yet: each says so by name and never pretends. */
#include "dxgk/adapter_private.h"
#include "dxgk/callbacks.h"
#include "trace/trace.h"

/** Source: nc-dispmprt-dxgkcb_log_etw_event.md. IRQL: any up to 256 bytes, else PASSIVE_LEVEL. */
void APIENTRY callback_LogEtwEvent(const LPCGUID EventGuid, UCHAR Type, USHORT EventBufferSize,
                                   PVOID EventBuffer)
{
    struct callback_call call;

    (void)EventGuid;
    (void)Type;
    (void)EventBuffer;
    callback_enter(&call, "DxgkCbLogEtwEvent", EventBufferSize <= 256 ? HIGH_LEVEL : PASSIVE_LEVEL);
    trace_emit_text(call.machine, TRACE_DBG_PRINT, "etw event");
    callback_leave(&call);
}

NTSTATUS APIENTRY callback_ExcludeAdapterAccess(HANDLE DeviceHandle, ULONG Attributes,
                                                DXGKDDI_PROTECTED_CALLBACK DxgkProtectedCallback,
                                                PVOID ProtectedCallbackContext)
{
    (void)DeviceHandle;
    (void)DxgkProtectedCallback;
    (void)ProtectedCallbackContext;
    verify_unimplemented(machine_current(), "DxgkCbExcludeAdapterAccess(0x%x)", Attributes);
    return STATUS_NOT_IMPLEMENTED;
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
    (void)hAdapter;
    verify_unimplemented(machine_current(), "DxgkCbSetPowerComponentActive(%u)", ComponentIndex);
}

void APIENTRY callback_SetPowerComponentIdle(const HANDLE hAdapter, UINT ComponentIndex)
{
    (void)hAdapter;
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
    (void)hAdapter;
    verify_unimplemented(machine_current(), "DxgkCbCompleteFStateTransition(%u)", ComponentIndex);
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
