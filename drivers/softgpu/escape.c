/* SPDX-License-Identifier: MIT */
/*
 * Private requests (their format: softgpu_escape.h).
 *
 * Source: DxgkDdiEscape, DXGKARG_ESCAPE, D3DDDI_ESCAPEFLAGS, D3DKMTEscape.
 *
 * Nothing in the buffer is to be trusted, nor need there be a buffer, a device or a context. A
 * request is copied once and judged by the copy, so that changing it meanwhile is of no use.
 */
#include "softgpu_kmd.h"

/* Source: D3DDDI_ESCAPEFLAGS.HardwareAccess: only with it nobody else uses the hardware (threading
 * level two), so a request that touches the hardware fails without it. */
static SG_PAGED NTSTATUS
EscapeReadRegister(_In_ const SG_ADAPTER *Adapter, _In_ const DXGKARG_ESCAPE *Args)
{
    SG_ESCAPE_REGISTER request;

    PAGED_CODE();
    if (Args->PrivateDriverDataSize != sizeof(request) || !Args->Flags.HardwareAccess) {
        return STATUS_INVALID_PARAMETER;
    }
    RtlCopyMemory(&request, Args->pPrivateDriverData, sizeof(request));
    if (request.Offset % sizeof(ULONG) != 0 || request.Offset >= SOFTGPU_BAR_REGISTERS_SIZE) {
        return STATUS_INVALID_PARAMETER;
    }
    request.Value = SgReadRegister(Adapter, request.Offset);
    RtlCopyMemory((PUCHAR)Args->pPrivateDriverData + FIELD_OFFSET(SG_ESCAPE_REGISTER, Value),
                  &request.Value, sizeof(request.Value));
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgEscape(const HANDLE hAdapter, const DXGKARG_ESCAPE *pEscape)
{
    const SG_ADAPTER *adapter = hAdapter;
    SG_ESCAPE_HEADER header;

    PAGED_CODE();
    if (pEscape->pPrivateDriverData == NULL || pEscape->PrivateDriverDataSize < sizeof(header)) {
        return STATUS_INVALID_PARAMETER;
    }
    RtlCopyMemory(&header, pEscape->pPrivateDriverData, sizeof(header));
    if (header.Magic != SG_ESCAPE_MAGIC || header.Size != pEscape->PrivateDriverDataSize) {
        return STATUS_INVALID_PARAMETER;
    }
    if (header.Version != SG_ESCAPE_VERSION) {
        return STATUS_GRAPHICS_DRIVER_MISMATCH;
    }
    switch (header.Request) {
    case SG_ESCAPE_READ_REGISTER:
        return EscapeReadRegister(adapter, pEscape);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}
