/* SPDX-License-Identifier: MIT */
/*
 * A render-only WDDM 1.3 driver in C for the copier board (examples/copier), written the way C
 * miniports for Windows are. The tests build it with `dxghost cc` in both modes; it knows nothing
 * of dxghost.
 *
 * Its one segment is memory that the driver keeps of the machine's, so a GPU address is an offset
 * into it. A command buffer is a list of struct copier_command with patch locations for `to` and
 * `from`; the board takes the list as it is.
 */
#ifndef COPIER_H
#define COPIER_H

#include <Ntddk.h>
#include <Windef.h>
#include <dispmprt.h>
#include <d3dkmddi.h>
#include "Copier_Regs.h"

#define COPIER_TAG 'ypoC'
#define SEGMENT_BYTES (1024u * 1024u)
#define SEGMENT_ID 1u
#define DMA_BYTES (64u * 1024u)
#define QUEUE_MAX 32u

typedef struct _SUBMISSION {
    ULONGLONG Address;
    ULONG Count;
    ULONG Fence;
} SUBMISSION;

typedef struct _ADAPTER {
    DXGKRNL_INTERFACE Dxgk;
    PUCHAR Registers;
    PUCHAR Memory;
    PHYSICAL_ADDRESS MemoryAddress;
    /* Below: only inside the interrupt routine or synchronized with it. */
    SUBMISSION Queue[QUEUE_MAX];
    ULONG Head; /* the one the board works on */
    ULONG Tail;
    ULONG LastFence;
} ADAPTER;

typedef struct _ALLOCATION {
    SIZE_T Bytes;
} ALLOCATION;

/* What a client hands over to create an allocation. */
typedef struct _COPIER_ALLOCATION_DATA {
    ULONG Magic;
    ULONG Bytes;
} COPIER_ALLOCATION_DATA;
#define COPIER_ALLOCATION_MAGIC 0x434F5059u

/* memory.c */
DXGKDDI_CREATEALLOCATION CopierCreateAllocation;
DXGKDDI_DESTROYALLOCATION CopierDestroyAllocation;
DXGKDDI_DESCRIBEALLOCATION CopierDescribeAllocation;
DXGKDDI_GETSTANDARDALLOCATIONDRIVERDATA CopierGetStandardAllocation;
DXGKDDI_OPENALLOCATIONINFO CopierOpenAllocation;
DXGKDDI_CLOSEALLOCATION CopierCloseAllocation;
DXGKDDI_BUILDPAGINGBUFFER CopierBuildPagingBuffer;

/* render.c */
DXGKDDI_CREATEDEVICE CopierCreateDevice;
DXGKDDI_DESTROYDEVICE CopierDestroyDevice;
DXGKDDI_CREATECONTEXT CopierCreateContext;
DXGKDDI_DESTROYCONTEXT CopierDestroyContext;
DXGKDDI_RENDER CopierRender;
DXGKDDI_RENDERKM CopierRenderKm;
DXGKDDI_PRESENT CopierPresent;
DXGKDDI_PATCH CopierPatch;

/* engine.c */
DXGKDDI_SUBMITCOMMAND CopierSubmitCommand;
DXGKDDI_PREEMPTCOMMAND CopierPreemptCommand;
DXGKDDI_QUERYCURRENTFENCE CopierQueryCurrentFence;
DXGKDDI_INTERRUPT_ROUTINE CopierInterrupt;
DXGKDDI_DPC_ROUTINE CopierDpc;
DXGKDDI_CONTROLINTERRUPT CopierControlInterrupt;
DXGKDDI_RESETFROMTIMEOUT CopierResetFromTimeout;
DXGKDDI_RESTARTFROMTIMEOUT CopierRestartFromTimeout;
DXGKDDI_QUERYDEPENDENTENGINEGROUP CopierDependentEngines;
DXGKDDI_QUERYENGINESTATUS CopierEngineStatus;
DXGKDDI_RESETENGINE CopierResetEngine;
DXGKDDI_COLLECTDBGINFO CopierCollectDbgInfo;

#endif
