/* SPDX-License-Identifier: MIT */
/* What the files about video present networks share. */
#ifndef SOFTGPU_VIDPN_H
#define SOFTGPU_VIDPN_H

#include "softgpu_kmd.h"

typedef struct _SG_VIDPN {
    D3DKMDT_HVIDPN Handle;
    const DXGK_VIDPN_INTERFACE *Interface;
    D3DKMDT_HVIDPNTOPOLOGY Topology;
    const DXGK_VIDPNTOPOLOGY_INTERFACE *TopologyInterface;
    SIZE_T PathCount;
} SG_VIDPN;

/* Mode is NULL when nothing is pinned, and when what is pinned is no mode of this adapter. */
typedef struct _SG_PINNED_SOURCE {
    BOOLEAN IsPinned;
    const SG_MODE *Mode;
    D3DDDIFORMAT Format;
} SG_PINNED_SOURCE;

typedef struct _SG_PINNED_TARGET {
    BOOLEAN IsPinned;
    const SG_MODE *Mode;
} SG_PINNED_TARGET;

NTSTATUS SgVidPnOpen(_In_ const SG_ADAPTER *Adapter, _In_ D3DKMDT_HVIDPN Handle,
                     _Out_ SG_VIDPN *VidPn);
NTSTATUS SgVidPnPinnedSource(_In_ const SG_ADAPTER *Adapter, _In_ const SG_VIDPN *VidPn,
                             _Out_ SG_PINNED_SOURCE *Pinned);
NTSTATUS SgVidPnPinnedTarget(_In_ const SG_ADAPTER *Adapter, _In_ const SG_VIDPN *VidPn,
                             _Out_ SG_PINNED_TARGET *Pinned);

#endif
