/* SPDX-License-Identifier: MIT */
/* Rules of what a driver says of its nodes when the adapter starts. */
#include "mutant.h"

NTSTATUS NTAPI
MutantNoHistory(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    if (pQueryAdapterInfo->Type == DXGKQAITYPE_HISTORYBUFFERPRECISION) {
        return STATUS_NOT_SUPPORTED;
    }
    return MutantOriginal.DxgkDdiQueryAdapterInfo(hAdapter, pQueryAdapterInfo);
}

NTSTATUS NTAPI
MutantUnknownNode(const HANDLE hAdapter, UINT NodeOrdinal,
                  DXGKARG_GETNODEMETADATA *pGetNodeMetadata)
{
    if (NodeOrdinal == 1) {
        return STATUS_INVALID_PARAMETER;
    }
    return MutantOriginal.DxgkDdiGetNodeMetadata(hAdapter, NodeOrdinal, pGetNodeMetadata);
}

NTSTATUS NTAPI
MutantNodeBeyond(const HANDLE hAdapter, UINT NodeOrdinal, DXGKARG_GETNODEMETADATA *pGetNodeMetadata)
{
    (void)MutantOriginal.DxgkDdiGetNodeMetadata(hAdapter, NodeOrdinal, pGetNodeMetadata);
    return STATUS_SUCCESS;
}
