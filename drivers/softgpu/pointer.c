/* SPDX-License-Identifier: MIT */
/*
 * Hardware pointer: the board has none, and DXGK_DRIVERCAPS says so with a maximum size of 0. The
 * system draws the pointer itself then.
 *
 * Source: DxgkDdiSetPointerPosition, DxgkDdiSetPointerShape
 */
#include "softgpu_kmd.h"

/* Hiding what is not there succeeds. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgSetPointerPosition(const HANDLE hAdapter, const DXGKARG_SETPOINTERPOSITION *pSetPointerPosition)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    return pSetPointerPosition->Flags.Visible ? STATUS_NOT_SUPPORTED : STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgSetPointerShape(const HANDLE hAdapter, const DXGKARG_SETPOINTERSHAPE *pSetPointerShape)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pSetPointerShape);
    return STATUS_NOT_SUPPORTED;
}
