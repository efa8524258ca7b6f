/* SPDX-License-Identifier: MIT */
/*
 * softgpu display miniport: the driver's own types and everything its files share.
 *
 * How the driver is cut: one file per concern. driver.c names every DDI the driver has;
 * each DDI's contract is cited where the function is defined. Three kinds of state exist:
 *
 *   SG_ADAPTER   one per board, from AddDevice to RemoveDevice
 *   SG_DEVICE, SG_CONTEXT, SG_ALLOCATION, SG_OPEN_ALLOCATION
 *                one per object of the DirectX graphics kernel, from its create to its destroy DDI;
 *                constant in between, so any number of threads may read them (threading level zero)
 *   SG_NODE      one per engine; changes at device IRQL only (see SgSynchronize)
 *
 * Source: display/threading-and-synchronization-zero-level.md and its sister pages.
 */
#ifndef SOFTGPU_KMD_H
#define SOFTGPU_KMD_H

#include <ntddk.h>
#include <dispmprt.h>

#include "softgpu_escape.h"
#include "softgpu_regs.h"
#include "softgpu_umd.h"

/* The interface version this driver is written for. Building with newer headers does not change
 * it: the port obeys Version, so output records are never written beyond their WDDM 1.3 size. */
#define SG_INTERFACE_VERSION DXGKDDI_INTERFACE_VERSION_WDDM1_3

/* Code in section PAGE may be paged out; it must not run above APC_LEVEL. */
#if defined(_MSC_VER) && !defined(__clang__)
#define SG_PAGED __declspec(code_seg("PAGE"))
#define SG_INIT __declspec(code_seg("INIT"))
#else
#define SG_PAGED __attribute__((section("PAGE")))
#define SG_INIT __attribute__((section("INIT")))
#endif

#define SG_POOL_TAG 0x50474753u /* "SGGP" in a pool dump */

/* One monitor on one source; ids as the DirectX graphics kernel counts them. */
#define SG_SOURCE_ID 0u
#define SG_TARGET_ID 0u /* also the ChildUid of the video output */
#define SG_CHILD_COUNT 1u
#define SG_SOURCE_COUNT 1u

/* Segment identifiers count from 1, in the order adapter_info.c reports them. */
#define SG_SEGMENT_SYSTEM 0u /* no segment: system memory */
#define SG_SEGMENT_VRAM 1u
#define SG_SEGMENT_APERTURE 2u
#define SG_SEGMENT_HIDDEN 3u /* VRAM the CPU does not see; only when asked for (settings.c) */
#define SG_SEGMENT_COUNT 2u
#define SG_SWIZZLING_RANGES 4u
#define SG_SAVE_AREA_SIZE PAGE_SIZE
#define SG_SAVE_AREA_PATTERN 0x53415645u /* what a new save area holds */
#define SG_RENAMING_LENGTH 4u /* nothing is kept by place, so an allocation may have several */
#define SG_SEGMENT_COUNT_MAX 3u
#define SG_SEGMENT_BIT(id) (1u << ((id)-1u))

/* Sizes of DMA buffers. The longest packet is 16 KB, so any packet fits in an empty buffer. */
#define SG_DMA_BUFFER_SIZE 0x10000u
#define SG_PAGING_BUFFER_SIZE 0x10000u
#define SG_PATCH_LIST_SIZE 2048u
#define SG_ALLOCATION_LIST_SIZE 256u
C_ASSERT(SG_DMA_BUFFER_SIZE >= 4 * SOFTGPU_PACKET_DWORDS_MAX);
C_ASSERT(SG_PAGING_BUFFER_SIZE >= 4 * SOFTGPU_PACKET_DWORDS_MAX);

/* A packet names at most three surfaces; slot n of the patch list is the packet's n-th one. */
#define SG_SLOT_COUNT 3u

#define SG_PITCH_ALIGNMENT_SHIFT 6u
#define SG_PITCH_ALIGNMENT (1u << SG_PITCH_ALIGNMENT_SHIFT)

/* The GPU address of memory in a segment, or of contiguous system memory for segment 0. Segments
 * are reported with the addresses of the board's windows as their base addresses. */
FORCEINLINE ULONGLONG
SgGpuAddress(_In_ UINT SegmentId, _In_ PHYSICAL_ADDRESS Address)
{
    return SegmentId == SG_SEGMENT_SYSTEM ? SOFTGPU_SYSTEM_WINDOW + (ULONGLONG)Address.QuadPart
                                          : (ULONGLONG)Address.QuadPart;
}

/* ------------------------------------------------------------------------------------- objects */

/* How far a DMA buffer has been run that was preempted half way: the context save area. The buffer
 * comes back in a submission of its own, possibly split in another way. Device IRQL. */
typedef struct _SG_PROGRESS {
    ULONGLONG Buffer; /* GPU address of the DMA buffer */
    UINT Done;        /* offset in it; all before has been run. 0: nothing is saved */
    UINT Fence;       /* of the submission that was stopped; paging work comes back with it */
} SG_PROGRESS;

/* What the driver has to know about the ring entry with the same index. */
typedef struct _SG_QUEUED {
    SG_PROGRESS *Progress; /* where to save, if the entry is stopped half way */
    ULONGLONG Buffer;
    UINT Start; /* offsets in the DMA buffer of what the entry runs */
    UINT End;
} SG_QUEUED;

/*
 * One engine of the board and its ring. The whole record belongs to device IRQL: it is read and
 * changed by the interrupt routine and by routines run through SgSynchronize only.
 *
 *     Head <= Doorbell <= Tail (modulo the ring's length)
 *
 * Entries from Head to Doorbell are with the board; Head is behind the last one reported. Entries
 * from Doorbell to Tail are held back here, which happens only while a preemption is pending.
 */
typedef struct _SG_NODE {
    UINT Ordinal;                    /* constant */
    struct softgpu_ring_entry *Ring; /* constant while started */
    SG_QUEUED *Queued;               /* constant while started */
    ULONGLONG RingAddress;           /* GPU address of Ring; constant while started */
    ULONG RingEntries;               /* power of two; constant while started */
    ULONG Head;
    ULONG Doorbell;
    ULONG Tail;
    BOOLEAN Submitted;       /* anything, ever: LastSubmittedFence is valid */
    UINT LastSubmittedFence; /* the latest id, not the one that was submitted last */
    UINT LastCompletedFence; /* as last reported; moves on completion and resets only */
    BOOLEAN PreemptionPending;
    UINT PreemptionFence;          /* valid while PreemptionPending, like the next */
    ULONGLONG PacketsAtPreemption; /* the board's count at the request */
    SG_PROGRESS PagingProgress;    /* paging work has no context */
} SG_NODE;

/* A mode of the one monitor. */
typedef struct _SG_MODE {
    UINT Width;
    UINT Height;
    UINT TotalWidth; /* pixels of a line with blanking */
    BOOLEAN Preferred;
} SG_MODE;

/* What the output shows. Written by display DDIs (level two) and by flips, which the port never
 * sends at the same time; read by the interrupt routine. */
typedef struct _SG_DISPLAY {
    UINT Width; /* 0: no mode is committed */
    UINT Height;
    UINT Pitch;
    UINT BoardFormat;
    ULONGLONG Address; /* GPU address; 0 until SetVidPnSourceAddress has named one */
    BOOLEAN Visible;
    BOOLEAN VsyncWanted;
} SG_DISPLAY;

/* How VRAM is divided: what the driver keeps for itself comes first, so that no allocation ever
 * has GPU address 0. Constant while started. */
typedef struct _SG_LAYOUT {
    ULONGLONG VramSize;
    ULONG GartEntries;
    ULONGLONG ReservedSize; /* GART; segment SG_SEGMENT_VRAM starts here */
    ULONGLONG HiddenSize;   /* at the end: segment SG_SEGMENT_HIDDEN; 0: there is none */
} SG_LAYOUT;

typedef struct _SG_ADAPTER {
    PDEVICE_OBJECT PhysicalDeviceObject; /* constant */

    /* Set by StartDevice, constant until StopDevice. */
    DXGKRNL_INTERFACE Dxgk;
    SG_LAYOUT Layout;
    PHYSICAL_ADDRESS VramPhysical; /* BAR 1, for the CPU */
    PUCHAR Vram;                   /* first VramMappedSize bytes of BAR 1 */
    ULONG VramMappedSize;
    UINT Preemption;              /* SOFTGPU_PREEMPT_*: what all nodes can do */
    PVOID SharedMemory;           /* dummy page and the rings of all nodes, contiguous */
    SG_QUEUED *Queued;            /* of all nodes, nonpaged pool */
    ULONGLONG DummyPage;          /* physical; what unmapped aperture pages show */
    UINT GdiDmaBufferSize;        /* of a GDI context; see settings.c */
    BOOLEAN AllowHang;            /* by escape; see settings.c */
    BOOLEAN FailPreempt;          /* see settings.c */
    UINT ApertureSize;            /* bytes; see settings.c */
    UINT HiddenSize;              /* bytes; see settings.c */
    BOOLEAN EvictThroughAperture; /* of textures; see settings.c */
    BOOLEAN SaveAreas;            /* contexts have one each; see settings.c */
    BOOLEAN LocalTextures;        /* textures stay in VRAM; see settings.c */
    UINT PagingBufferSize;        /* see settings.c */

    HANDLE SwizzlingRanges[SG_SWIZZLING_RANGES]; /* who has each; swizzling class */

    PUCHAR volatile Registers; /* BAR 0; NULL while the hardware must not be touched */

    SG_NODE Nodes[SOFTGPU_NODE_COUNT]; /* device IRQL */
    ULONG InterruptEnable;             /* shadow of INT_ENABLE; device IRQL */
    LONG MonitorChanged;               /* set by the interrupt routine, taken by its DPC */
    SG_DISPLAY Display;
} SG_ADAPTER;

typedef struct _SG_DEVICE {
    SG_ADAPTER *Adapter;
    HANDLE hDxgkDevice; /* for callbacks */
    BOOLEAN Gdi;
} SG_DEVICE;

typedef struct _SG_CONTEXT {
    SG_DEVICE *Device;
    UINT Node;
    HANDLE SaveArea;      /* the port's handle of its context allocation; NULL: none */
    SG_PROGRESS Progress; /* device IRQL; a context's buffers run in order, so one is enough */
} SG_CONTEXT;

/* An allocation belongs to the adapter: it may outlive the device that created it. */
typedef struct _SG_ALLOCATION {
    SG_UMD_ALLOCATION_DATA Data; /* validated copy */
    SIZE_T Size;
    UINT BoardFormat; /* SOFTGPU_FORMAT_* */
    UINT BytesPerPixel;
    BOOLEAN BlueFirst; /* A8B8G8R8 family: red and blue are exchanged */
} SG_ALLOCATION;

typedef struct _SG_OPEN_ALLOCATION {
    SG_ALLOCATION *Allocation;
    BOOLEAN ReadOnly;
} SG_OPEN_ALLOCATION;

/* Private data of a resource; the handle only has to be unique. */
typedef struct _SG_RESOURCE {
    UINT AllocationCount;
} SG_RESOURCE;

/* ----------------------------------------------------------------------------------- hardware.c */
ULONG SgReadRegister(_In_ const SG_ADAPTER *Adapter, _In_ ULONG Offset);
VOID SgWriteRegister(_In_ const SG_ADAPTER *Adapter, _In_ ULONG Offset, _In_ ULONG Value);
ULONGLONG SgReadRegister64(_In_ const SG_ADAPTER *Adapter, _In_ ULONG Offset);
VOID SgWriteRegister64(_In_ const SG_ADAPTER *Adapter, _In_ ULONG Offset, _In_ ULONGLONG Value);
ULONG SgReadNode(_In_ const SG_ADAPTER *Adapter, _In_ const SG_NODE *Node, _In_ ULONG Offset);
VOID SgWriteNode(_In_ const SG_ADAPTER *Adapter, _In_ const SG_NODE *Node, _In_ ULONG Offset,
                 _In_ ULONG Value);

_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS
    SgSynchronize(_In_ SG_ADAPTER *Adapter, _In_ PKSYNCHRONIZE_ROUTINE Routine, _In_ PVOID Context);

VOID SgHardwareReset(_Inout_ SG_ADAPTER *Adapter);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS SgHardwareRun(_Inout_ SG_ADAPTER *Adapter);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS SgHardwareQuiesce(_Inout_ SG_ADAPTER *Adapter);
_IRQL_requires_(PASSIVE_LEVEL) VOID SgHardwareStop(_Inout_ SG_ADAPTER *Adapter);
VOID SgNodeForget(_Inout_ SG_NODE *Node);
VOID SgNodeProgram(_In_ const SG_ADAPTER *Adapter, _In_ const SG_NODE *Node);

/* ------------------------------------------------------------------------------------- device.c */
_IRQL_requires_(PASSIVE_LEVEL) VOID SgReleaseResources(_Inout_ SG_ADAPTER *Adapter);

/* --------------------------------------------------------------------------------------- node.c */
VOID SgNodeService(_In_ const SG_ADAPTER *Adapter, _Inout_ SG_NODE *Node);
VOID SgNodeCatchUp(_In_ const SG_ADAPTER *Adapter, _Inout_ SG_NODE *Node);
VOID SgNodeFeed(_In_ const SG_ADAPTER *Adapter, _Inout_ SG_NODE *Node);
BOOLEAN SgNodeIsIdle(_In_ const SG_NODE *Node);
VOID SgNotifyPreempted(_In_ const SG_ADAPTER *Adapter, _In_ const SG_NODE *Node);
VOID SgNotify(_In_ const SG_ADAPTER *Adapter, _In_ DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data);

/* --------------------------------------------------------------------------------------- crtc.c */
VOID SgCrtcDisable(_In_ const SG_ADAPTER *Adapter);
VOID SgCrtcShow(_In_ const SG_ADAPTER *Adapter);
VOID SgCrtcShowFrame(_In_ const SG_ADAPTER *Adapter, _In_ const SG_DISPLAY *Display);

/* -------------------------------------------------------------------------------------- child.c */
BOOLEAN SgMonitorIsConnected(_In_ const SG_ADAPTER *Adapter);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID SgMonitorReport(_In_ const SG_ADAPTER *Adapter);

/* -------------------------------------------------------------------------------------- modes.c */
const SG_MODE *SgModeGet(_In_ const SG_ADAPTER *Adapter, _In_ UINT Index);
const SG_MODE *SgModeFind(_In_ const SG_ADAPTER *Adapter, _In_ UINT Width, _In_ UINT Height);
UINT SgModePitch(_In_ const SG_MODE *Mode);
VOID SgModeToSourceMode(_In_ const SG_MODE *Mode, _In_ D3DDDIFORMAT Format,
                        _Inout_ D3DKMDT_VIDPN_SOURCE_MODE *SourceMode);
VOID SgModeToTargetMode(_In_ const SG_MODE *Mode, _Inout_ D3DKMDT_VIDPN_TARGET_MODE *TargetMode);
VOID SgModeToSignal(_In_ const SG_MODE *Mode, _Out_ D3DKMDT_VIDEO_SIGNAL_INFO *Signal);
BOOLEAN SgIsSourceFormat(_In_ D3DDDIFORMAT Format);
D3DDDIFORMAT SgSourceFormat(_In_ UINT Index); /* D3DDDIFMT_UNKNOWN past the last */

/* ------------------------------------------------------------------------------------- format.c */
typedef struct _SG_FORMAT {
    D3DDDIFORMAT Format;
    UINT BoardFormat;
    UINT BytesPerPixel;
    BOOLEAN BlueFirst;
} SG_FORMAT;

const SG_FORMAT *SgFormatFind(_In_ D3DDDIFORMAT Format);

/* --------------------------------------------------------------------------------- allocation.c */
UINT SgSurfacePitch(_In_ UINT Kind, _In_ UINT Width, _In_ UINT BytesPerPixel);
BOOLEAN SgSurfaceIsLinear(_In_ const SG_ALLOCATION *Allocation);

/* ----------------------------------------------------------------------------------- geometry.c */
BOOLEAN SgRectIsInside(_In_ const struct softgpu_rect *Rect, _In_ UINT Width, _In_ UINT Height);
BOOLEAN SgRectIsInsideRect(_In_ const struct softgpu_rect *Inner,
                           _In_ const struct softgpu_rect *Outer);
BOOLEAN SgBltRectIsValid(_In_ UINT Opcode, _In_ const struct softgpu_packet_blt *Packet,
                         _In_ const struct softgpu_rect *Rect);
BOOLEAN SgBltScaleIsValid(_In_ const struct softgpu_packet_blt *Packet);
UINT SgRectInDirection(_In_reads_(Count) const RECT *Rects, _In_ UINT Count, _In_ UINT Position,
                       _In_ BOOLEAN MovesRight, _In_ BOOLEAN MovesDown);
BOOLEAN SgRop3UsesSource(_In_ UINT Code);

/* --------------------------------------------------------------------------------------- emit.c */
/* The DMA buffer being written and its patch list. */
typedef struct _SG_EMITTER {
    PUCHAR Start;
    PUCHAR Next;
    PUCHAR End;
    D3DDDI_PATCHLOCATIONLIST *PatchNext;
    D3DDDI_PATCHLOCATIONLIST *PatchEnd;
    const DXGK_ALLOCATIONLIST *Allocations;
    UINT AllocationCount;
    ULONG BoundSlots; /* bit n: slot n holds an allocation at this point of the stream */
} SG_EMITTER;

/* A surface address in a packet. */
typedef struct _SG_REFERENCE {
    UINT AllocationIndex;
    UINT AddressOffset; /* SOFTGPU_PATCH_* */
} SG_REFERENCE;

/* A drawing packet without its rectangles, which may be spread over several packets. */
typedef struct _SG_DRAW {
    union {
        UINT Header;
        struct softgpu_packet_fill Fill;
        struct softgpu_packet_blt Blt;
        struct softgpu_packet_cleartype ClearType;
    } Packet;
    UINT Opcode;
    UINT FixedSize;       /* bytes before the rectangles */
    UINT RectCountOffset; /* of the packet's rect_count */
    UINT ReferenceCount;
    SG_REFERENCE References[SG_SLOT_COUNT]; /* the destination is the first */
    const RECT *Rects;
    UINT RectCount;
    BOOLEAN SameSurface; /* a copy within one surface: mind the order of the rectangles */
} SG_DRAW;

VOID SgEmitterInit(_Out_ SG_EMITTER *Emitter, _In_ PVOID DmaBuffer, _In_ UINT DmaSize,
                   _In_ D3DDDI_PATCHLOCATIONLIST *PatchList, _In_ UINT PatchListSize,
                   _In_ const DXGK_ALLOCATIONLIST *Allocations, _In_ UINT AllocationCount);
UINT SgEmitterRoom(_In_ const SG_EMITTER *Emitter);
VOID SgEmitterCommit(_Inout_ SG_EMITTER *Emitter, _In_ UINT PacketSize,
                     _In_reads_(Count) const SG_REFERENCE *References, _In_ UINT Count);
const SG_OPEN_ALLOCATION *SgEmitterAllocation(_In_ const SG_EMITTER *Emitter, _In_ UINT Index);
NTSTATUS SgEmitDraw(_Inout_ SG_EMITTER *Emitter, _In_ const SG_DRAW *Draw, _Inout_ UINT *Position);

/* --------------------------------------------------------------------------------------- draw.c */
#define SG_OWN_PITCH 0u

NTSTATUS SgDescribeSurface(_In_ const SG_EMITTER *Emitter, _In_ UINT AllocationIndex,
                           _In_ UINT LinearPitch, _Out_ struct softgpu_surface *Surface);
VOID SgDrawInitFill(_Out_ SG_DRAW *Draw);
VOID SgDrawInitBlt(_Out_ SG_DRAW *Draw, _In_ UINT Opcode);
VOID SgDrawInitClearType(_Out_ SG_DRAW *Draw);
VOID SgDrawAddReference(_Inout_ SG_DRAW *Draw, _In_ UINT AllocationIndex, _In_ UINT AddressOffset);
struct softgpu_rect SgRectToBoard(_In_ const RECT *Rect);
UINT SgColourForSurface(_In_ const SG_EMITTER *Emitter, _In_ UINT AllocationIndex, _In_ UINT Argb);

/* settings.c */
VOID SgSettingsRead(_Inout_ SG_ADAPTER *Adapter);

/* --------------------------------------------------------------------------------- DDIs, by file
 */
/* driver.c */
DRIVER_INITIALIZE DriverEntry;
DXGKDDI_UNLOAD SgUnload;
/* device.c */
DXGKDDI_ADD_DEVICE SgAddDevice;
DXGKDDI_START_DEVICE SgStartDevice;
DXGKDDI_STOP_DEVICE SgStopDevice;
DXGKDDI_REMOVE_DEVICE SgRemoveDevice;
DXGKDDI_DISPATCH_IO_REQUEST SgDispatchIoRequest;
DXGKDDI_QUERY_INTERFACE SgQueryInterface;
/* power.c */
DXGKDDI_SET_POWER_STATE SgSetPowerState;
/* post_display.c */
DXGKDDI_RESET_DEVICE SgResetDevice;
DXGKDDI_STOP_DEVICE_AND_RELEASE_POST_DISPLAY_OWNERSHIP
SgStopDeviceAndReleasePostDisplayOwnership;
DXGKDDI_SYSTEM_DISPLAY_ENABLE SgSystemDisplayEnable;
DXGKDDI_SYSTEM_DISPLAY_WRITE SgSystemDisplayWrite;
/* adapter_info.c */
DXGKDDI_QUERYADAPTERINFO SgQueryAdapterInfo;
DXGKDDI_GETNODEMETADATA SgGetNodeMetadata;
/* child.c */
DXGKDDI_QUERY_CHILD_RELATIONS SgQueryChildRelations;
DXGKDDI_QUERY_CHILD_STATUS SgQueryChildStatus;
DXGKDDI_QUERY_DEVICE_DESCRIPTOR SgQueryDeviceDescriptor;
DXGKDDI_GET_CHILD_CONTAINER_ID SgGetChildContainerId;
/* context.c */
DXGKDDI_CREATEDEVICE SgCreateDevice;
DXGKDDI_DESTROYDEVICE SgDestroyDevice;
DXGKDDI_CREATECONTEXT SgCreateContext;
DXGKDDI_DESTROYCONTEXT SgDestroyContext;
/* allocation.c */
DXGKDDI_CREATEALLOCATION SgCreateAllocation;
DXGKDDI_DESTROYALLOCATION SgDestroyAllocation;
DXGKDDI_DESCRIBEALLOCATION SgDescribeAllocation;
DXGKDDI_OPENALLOCATIONINFO SgOpenAllocation;
DXGKDDI_CLOSEALLOCATION SgCloseAllocation;
/* standard_allocation.c */
DXGKDDI_GETSTANDARDALLOCATIONDRIVERDATA SgGetStandardAllocationDriverData;
/* render_km.c, render.c, present.c, patch.c, submit.c, preempt.c, paging.c */
DXGKDDI_RENDER SgRenderKm;
DXGKDDI_RENDER SgRender;
DXGKDDI_PRESENT SgPresent;
DXGKDDI_PATCH SgPatch;
DXGKDDI_SUBMITCOMMAND SgSubmitCommand;
DXGKDDI_QUERYCURRENTFENCE SgQueryCurrentFence;
DXGKDDI_PREEMPTCOMMAND SgPreemptCommand;
DXGKDDI_CANCELCOMMAND SgCancelCommand;
DXGKDDI_BUILDPAGINGBUFFER SgBuildPagingBuffer;
DXGKDDI_ACQUIRESWIZZLINGRANGE SgAcquireSwizzlingRange;
DXGKDDI_RELEASESWIZZLINGRANGE SgReleaseSwizzlingRange;
/* interrupt.c */
DXGKDDI_INTERRUPT_ROUTINE SgInterruptRoutine;
DXGKDDI_DPC_ROUTINE SgDpcRoutine;
DXGKDDI_CONTROLINTERRUPT SgControlInterrupt;
/* reset.c, debug.c */
DXGKDDI_RESETFROMTIMEOUT SgResetFromTimeout;
DXGKDDI_RESTARTFROMTIMEOUT SgRestartFromTimeout;
DXGKDDI_QUERYDEPENDENTENGINEGROUP SgQueryDependentEngineGroup;
DXGKDDI_QUERYENGINESTATUS SgQueryEngineStatus;
DXGKDDI_RESETENGINE SgResetEngine;
DXGKDDI_COLLECTDBGINFO SgCollectDbgInfo;
/* escape.c */
DXGKDDI_ESCAPE SgEscape;
/* vidpn.c, vidpn_modality.c, source.c, pointer.c */
DXGKDDI_ISSUPPORTEDVIDPN SgIsSupportedVidPn;
DXGKDDI_RECOMMENDFUNCTIONALVIDPN SgRecommendFunctionalVidPn;
DXGKDDI_RECOMMENDVIDPNTOPOLOGY SgRecommendVidPnTopology;
DXGKDDI_RECOMMENDMONITORMODES SgRecommendMonitorModes;
DXGKDDI_ENUMVIDPNCOFUNCMODALITY SgEnumVidPnCofuncModality;
DXGKDDI_QUERYVIDPNHWCAPABILITY SgQueryVidPnHWCapability;
DXGKDDI_COMMITVIDPN SgCommitVidPn;
DXGKDDI_UPDATEACTIVEVIDPNPRESENTPATH SgUpdateActiveVidPnPresentPath;
DXGKDDI_SETVIDPNSOURCEADDRESS SgSetVidPnSourceAddress;
DXGKDDI_SETVIDPNSOURCEVISIBILITY SgSetVidPnSourceVisibility;
DXGKDDI_GETSCANLINE SgGetScanLine;
DXGKDDI_SETPALETTE SgSetPalette;
DXGKDDI_SETPOINTERPOSITION SgSetPointerPosition;
DXGKDDI_SETPOINTERSHAPE SgSetPointerShape;

#endif
