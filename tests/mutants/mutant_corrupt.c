/* SPDX-License-Identifier: MIT */
/*
 * Mutation "corrupt": what the driver hands back is spoilt at random, as Seed decides. The low bits
 * of the seed choose how often; each spoilt call gets one to three wrong members or a wrong status.
 * Only what the port has to check is touched: arguments, buffers it reads, and reports.
 */
#include "mutant.h"

static ULONGLONG State;
static ULONG Rarity;

/* Source: Marsaglia, Xorshift RNGs; 13, 7, 17 */
static ULONGLONG
Random(VOID)
{
    State ^= State << 13;
    State ^= State >> 7;
    State ^= State << 17;
    return State;
}

static BOOLEAN
Strikes(VOID)
{
    return Random() % Rarity == 0;
}

static ULONGLONG
WrongValue(VOID)
{
    static const ULONGLONG values[] = {
        0,
        1,
        2,
        3,
        7,
        16,
        63,
        64,
        255,
        4095,
        4096,
        4097,
        0x10000,
        0x7FFFFFFF,
        0x80000000,
        0xFFFFF000,
        0xFFFFFFFF,
        0x100000000,
        0x7FFFFFFFFFFFF000,
        0x8000000000000000,
        0xFFFFFFFFFFFFF000,
        0xFFFFFFFFFFFFFFFF,
        0xDEADBEEFDEADBEEF,
    };
    ULONGLONG choice = Random() % (RTL_NUMBER_OF(values) + 4);

    if (choice < RTL_NUMBER_OF(values)) {
        return values[choice];
    }
    return Random() >> (Random() % 64);
}

static VOID
SpoilMember(PUCHAR Bytes, SIZE_T Size)
{
    SIZE_T width = (SIZE_T)1 << (Random() % 4);
    ULONGLONG value = WrongValue();

    if (width > Size) {
        width = 1;
    }
    RtlCopyMemory(Bytes + (SIZE_T)Random() % (Size / width) * width, &value, width);
}

static VOID
Spoil(PVOID Record, SIZE_T Size)
{
    for (ULONGLONG i = Random() % 3 + 1; Record != NULL && Size > 0 && i > 0; i--) {
        SpoilMember(Record, Size);
    }
}

static NTSTATUS
SpoilStatus(NTSTATUS Status)
{
    static const NTSTATUS statuses[] = {
        STATUS_UNSUCCESSFUL,  STATUS_NO_MEMORY,        STATUS_INVALID_PARAMETER,
        STATUS_PENDING,       STATUS_NOT_IMPLEMENTED,  STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER,
        STATUS_SUCCESS,       STATUS_BUFFER_TOO_SMALL, STATUS_GRAPHICS_ALLOCATION_BUSY,
        STATUS_NOT_SUPPORTED, STATUS_INVALID_HANDLE,   STATUS_GRAPHICS_GPU_EXCEPTION_ON_DEVICE,
    };

    return Random() % 4 == 0 ? statuses[Random() % RTL_NUMBER_OF(statuses)] : Status;
}

static NTSTATUS NTAPI CorruptStartDevice(const PVOID MiniportDeviceContext,
                                         PDXGK_START_INFO DxgkStartInfo,
                                         PDXGKRNL_INTERFACE DxgkInterface,
                                         PULONG NumberOfVideoPresentSources,
                                         PULONG NumberOfChildren);

static NTSTATUS NTAPI
CorruptQueryAdapterInfo(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryAdapterInfo(hAdapter, pQueryAdapterInfo);

    if (Strikes()) {
        DXGK_QUERYSEGMENTOUT3 *segments = pQueryAdapterInfo->pOutputData;

        if (pQueryAdapterInfo->Type == DXGKQAITYPE_QUERYSEGMENT3 &&
            segments->pSegmentDescriptor != NULL && Random() % 2 == 0) {
            Spoil(segments->pSegmentDescriptor, 2 * sizeof(*segments->pSegmentDescriptor));
        } else {
            Spoil(pQueryAdapterInfo->pOutputData, pQueryAdapterInfo->OutputDataSize);
        }
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptQueryChildRelations(const PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                           ULONG ChildRelationsSize)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext,
                                                                ChildRelations, ChildRelationsSize);

    if (Strikes()) {
        Spoil(ChildRelations, ChildRelationsSize);
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptQueryChildStatus(const PVOID MiniportDeviceContext, PDXGK_CHILD_STATUS ChildStatus,
                        BOOLEAN NonDestructiveOnly)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryChildStatus(MiniportDeviceContext, ChildStatus,
                                                             NonDestructiveOnly);

    if (Strikes()) {
        Spoil(ChildStatus, sizeof(*ChildStatus));
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptQueryDeviceDescriptor(const PVOID MiniportDeviceContext, ULONG ChildUid,
                             PDXGK_DEVICE_DESCRIPTOR DeviceDescriptor)
{
    PVOID buffer = DeviceDescriptor->DescriptorBuffer;
    ULONG length = DeviceDescriptor->DescriptorLength;
    NTSTATUS status = MutantOriginal.DxgkDdiQueryDeviceDescriptor(MiniportDeviceContext, ChildUid,
                                                                  DeviceDescriptor);

    if (Strikes()) {
        Spoil(buffer, length);
        Spoil(DeviceDescriptor, sizeof(*DeviceDescriptor));
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptCreateDevice(const HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateDevice(hAdapter, pCreateDevice);

    if (Strikes()) {
        Spoil(pCreateDevice, sizeof(*pCreateDevice));
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptCreateContext(const HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCreateContext(hDevice, pCreateContext);

    if (Strikes()) {
        Spoil(&pCreateContext->ContextInfo, sizeof(pCreateContext->ContextInfo));
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptCreateAllocation(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    DXGK_ALLOCATIONINFO *info = pCreateAllocation->pAllocationInfo;
    NTSTATUS status = MutantOriginal.DxgkDdiCreateAllocation(hAdapter, pCreateAllocation);

    if (Strikes()) {
        Spoil(info, sizeof(*info));
        if (Random() % 2 == 0) {
            Spoil(pCreateAllocation, sizeof(*pCreateAllocation));
        }
        status = SpoilStatus(status);
    }
    return status;
}

/* The record is const for the driver except for what it points to and the pitch it returns. */
static NTSTATUS NTAPI
CorruptOpenAllocation(const HANDLE hDevice, const DXGKARG_OPENALLOCATION *pOpenAllocation)
{
    DXGK_OPENALLOCATIONINFO *open = pOpenAllocation->pOpenAllocation;
    NTSTATUS status = MutantOriginal.DxgkDdiOpenAllocation(hDevice, pOpenAllocation);

    if (Strikes()) {
        Spoil(open, sizeof(*open));
        if (Random() % 2 == 0) {
            Spoil((PVOID)(ULONG_PTR)pOpenAllocation, sizeof(*pOpenAllocation));
        }
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptGetStandardAllocationDriverData(const HANDLE hAdapter,
                                       DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *pArgs)
{
    D3DKMDT_GDISURFACEDATA *surface = pArgs->pCreateGdiSurfaceData;
    PVOID data = pArgs->pAllocationPrivateDriverData;
    NTSTATUS status = MutantOriginal.DxgkDdiGetStandardAllocationDriverData(hAdapter, pArgs);

    if (Strikes()) {
        switch (Random() % 3) {
        case 0:
            Spoil(surface, sizeof(*surface));
            break;
        case 1:
            Spoil(data, data == NULL ? 0 : pArgs->AllocationPrivateDriverDataSize);
            break;
        default:
            Spoil(pArgs, sizeof(*pArgs));
            break;
        }
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptRenderKm(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    PVOID buffer = pRenderKmArgs->pDmaBuffer;
    PVOID patches = pRenderKmArgs->pPatchLocationListOut;
    NTSTATUS status = MutantOriginal.DxgkDdiRenderKm(hContext, pRenderKmArgs);

    if (Strikes()) {
        switch (Random() % 3) {
        case 0:
            Spoil(buffer, 256); /* the board finds out */
            break;
        case 1:
            Spoil(patches, 4 * sizeof(D3DDDI_PATCHLOCATIONLIST));
            break;
        default:
            Spoil(pRenderKmArgs, sizeof(*pRenderKmArgs));
            break;
        }
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptBuildPagingBuffer(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    PVOID buffer = pBuildPagingBuffer->pDmaBuffer;
    NTSTATUS status = MutantOriginal.DxgkDdiBuildPagingBuffer(hAdapter, pBuildPagingBuffer);

    if (Strikes()) {
        if (Random() % 2 == 0) {
            Spoil(buffer, 128);
        } else {
            Spoil(pBuildPagingBuffer, sizeof(*pBuildPagingBuffer));
        }
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptPatch(const HANDLE hAdapter, const DXGKARG_PATCH *pPatch)
{
    NTSTATUS status = MutantOriginal.DxgkDdiPatch(hAdapter, pPatch);

    if (Strikes()) {
        Spoil(pPatch->pDmaBuffer, pPatch->DmaBufferSubmissionEndOffset);
        status = Random() % 8 == 0 ? SpoilStatus(status) : status;
    }
    return status;
}

static NTSTATUS NTAPI
CorruptIsSupportedVidPn(const HANDLE hAdapter, DXGKARG_ISSUPPORTEDVIDPN *pIsSupportedVidPn)
{
    NTSTATUS status = MutantOriginal.DxgkDdiIsSupportedVidPn(hAdapter, pIsSupportedVidPn);

    if (Strikes()) {
        Spoil(pIsSupportedVidPn, sizeof(*pIsSupportedVidPn));
        status = SpoilStatus(status);
    }
    return status;
}

/* A set of one mode that is right but for what was spoilt. */
static VOID
AssignSpoiltTarget(D3DKMDT_HVIDPN VidPn, const DXGK_VIDPN_INTERFACE *Interface)
{
    const DXGK_VIDPNTARGETMODESET_INTERFACE *modes;
    const D3DKMDT_VIDPN_TARGET_MODE *good;
    D3DKMDT_HVIDPNTARGETMODESET own;
    D3DKMDT_HVIDPNTARGETMODESET set;
    D3DKMDT_VIDPN_TARGET_MODE *mode;

    if (!NT_SUCCESS(Interface->pfnAcquireTargetModeSet(VidPn, 0, &own, &modes))) {
        return;
    }
    if (modes->pfnAcquireFirstModeInfo(own, &good) == STATUS_SUCCESS) {
        if (NT_SUCCESS(Interface->pfnCreateNewTargetModeSet(VidPn, 0, &set, &modes))) {
            if (NT_SUCCESS(modes->pfnCreateNewModeInfo(set, &mode))) {
                *mode = *good;
                Spoil(mode, sizeof(*mode));
                if (!NT_SUCCESS(modes->pfnAddMode(set, mode))) {
                    (void)modes->pfnReleaseModeInfo(set, mode);
                }
            }
            if (!NT_SUCCESS(Interface->pfnAssignTargetModeSet(VidPn, 0, set))) {
                (void)Interface->pfnReleaseTargetModeSet(VidPn, set);
            }
        }
        (void)modes->pfnReleaseModeInfo(own, good);
    }
    (void)Interface->pfnReleaseTargetModeSet(VidPn, own);
}

static VOID
AssignSpoiltSource(D3DKMDT_HVIDPN VidPn, const DXGK_VIDPN_INTERFACE *Interface)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *modes;
    const D3DKMDT_VIDPN_SOURCE_MODE *good;
    D3DKMDT_HVIDPNSOURCEMODESET own;
    D3DKMDT_HVIDPNSOURCEMODESET set;
    D3DKMDT_VIDPN_SOURCE_MODE *mode;

    if (!NT_SUCCESS(Interface->pfnAcquireSourceModeSet(VidPn, 0, &own, &modes))) {
        return;
    }
    if (modes->pfnAcquireFirstModeInfo(own, &good) == STATUS_SUCCESS) {
        if (NT_SUCCESS(Interface->pfnCreateNewSourceModeSet(VidPn, 0, &set, &modes))) {
            if (NT_SUCCESS(modes->pfnCreateNewModeInfo(set, &mode))) {
                *mode = *good;
                Spoil(mode, sizeof(*mode));
                if (!NT_SUCCESS(modes->pfnAddMode(set, mode))) {
                    (void)modes->pfnReleaseModeInfo(set, mode);
                }
            }
            if (!NT_SUCCESS(Interface->pfnAssignSourceModeSet(VidPn, 0, set))) {
                (void)Interface->pfnReleaseSourceModeSet(VidPn, set);
            }
        }
        (void)modes->pfnReleaseModeInfo(own, good);
    }
    (void)Interface->pfnReleaseSourceModeSet(VidPn, own);
}

static NTSTATUS NTAPI
CorruptEnumVidPnCofuncModality(const HANDLE hAdapter,
                               const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    NTSTATUS status = MutantOriginal.DxgkDdiEnumVidPnCofuncModality(hAdapter, pEnum);
    const DXGK_VIDPN_INTERFACE *table;

    if (Strikes() && NT_SUCCESS(MutantDxgk.DxgkCbQueryVidPnInterface(
                         pEnum->hConstrainingVidPn, DXGK_VIDPN_INTERFACE_VERSION_V1, &table))) {
        if (Random() % 2 == 0) {
            AssignSpoiltTarget(pEnum->hConstrainingVidPn, table);
        } else {
            AssignSpoiltSource(pEnum->hConstrainingVidPn, table);
        }
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptCommitVidPn(const HANDLE hAdapter, const DXGKARG_COMMITVIDPN *const pCommitVidPn)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCommitVidPn(hAdapter, pCommitVidPn);

    return Strikes() ? SpoilStatus(status) : status;
}

/* Reports from device IRQL: rarely, since each wrong fence stops the system. */
static VOID NTAPI
CorruptNotifyInterrupt(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA changed = *Data;

    if (Strikes() && Random() % 4 == 0) {
        Spoil(&changed, sizeof(changed));
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &changed);
}

static BOOLEAN NTAPI
CorruptQueueDpc(HANDLE DeviceHandle)
{
    if (Strikes() && Random() % 8 == 0) {
        return TRUE;
    }
    return MutantDxgk.DxgkCbQueueDpc(DeviceHandle);
}

static BOOLEAN NTAPI
CorruptInterruptRoutine(const PVOID MiniportDeviceContext, ULONG MessageNumber)
{
    if (Strikes() && Random() % 4 == 0) {
        return (BOOLEAN)(Random() % 2);
    }
    return MutantOriginal.DxgkDdiInterruptRoutine(MiniportDeviceContext, MessageNumber);
}

static NTSTATUS NTAPI
CorruptStartDevice(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                   PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                   PULONG NumberOfChildren)
{
    DXGKRNL_INTERFACE own;
    NTSTATUS status;

    RtlZeroMemory(&MutantDxgk, sizeof(MutantDxgk));
    RtlCopyMemory(&MutantDxgk, DxgkInterface, min(DxgkInterface->Size, (ULONG)sizeof(MutantDxgk)));
    own = MutantDxgk;
    own.DxgkCbNotifyInterrupt = CorruptNotifyInterrupt;
    own.DxgkCbQueueDpc = CorruptQueueDpc;
    status = MutantOriginal.DxgkDdiStartDevice(MiniportDeviceContext, DxgkStartInfo, &own,
                                               NumberOfVideoPresentSources, NumberOfChildren);
    if (Strikes()) {
        if (Random() % 2 == 0) {
            *NumberOfVideoPresentSources = (ULONG)WrongValue();
        } else {
            *NumberOfChildren = (ULONG)WrongValue();
        }
    }
    return status;
}

/* What timeout detection asks */

static NTSTATUS NTAPI
CorruptQueryCurrentFence(const HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryCurrentFence(hAdapter, pCurrentFence);

    if (Strikes()) {
        Spoil(pCurrentFence, sizeof(*pCurrentFence));
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptQueryDependentEngineGroup(const HANDLE hAdapter, DXGKARG_QUERYDEPENDENTENGINEGROUP *pArgs)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryDependentEngineGroup(hAdapter, pArgs);

    if (Strikes()) {
        Spoil(pArgs, sizeof(*pArgs));
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptQueryEngineStatus(const HANDLE hAdapter, DXGKARG_QUERYENGINESTATUS *pQueryEngineStatus)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryEngineStatus(hAdapter, pQueryEngineStatus);

    if (Strikes()) {
        Spoil(pQueryEngineStatus, sizeof(*pQueryEngineStatus));
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptResetEngine(const HANDLE hAdapter, DXGKARG_RESETENGINE *pResetEngine)
{
    NTSTATUS status = MutantOriginal.DxgkDdiResetEngine(hAdapter, pResetEngine);

    if (Strikes()) {
        Spoil(pResetEngine, sizeof(*pResetEngine));
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptCollectDbgInfo(const HANDLE hAdapter, const DXGKARG_COLLECTDBGINFO *pCollectDbgInfo)
{
    DXGKARG_COLLECTDBGINFO_EXT *extension = pCollectDbgInfo->pExtension;
    NTSTATUS status = MutantOriginal.DxgkDdiCollectDbgInfo(hAdapter, pCollectDbgInfo);

    if (Strikes()) {
        Spoil(extension, sizeof(*extension));
        Spoil((PVOID)(ULONG_PTR)pCollectDbgInfo, sizeof(*pCollectDbgInfo));
        status = SpoilStatus(status);
    }
    return status;
}

static NTSTATUS NTAPI
CorruptPreemptCommand(const HANDLE hAdapter, const DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
    if (Strikes() && Random() % 2 == 0) {
        return STATUS_SUCCESS; /* and nothing done */
    }
    return MutantOriginal.DxgkDdiPreemptCommand(hAdapter, pPreemptCommand);
}

static VOID
InstallTimeout(DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiQueryCurrentFence = CorruptQueryCurrentFence;
    Data->DxgkDdiQueryDependentEngineGroup = CorruptQueryDependentEngineGroup;
    Data->DxgkDdiQueryEngineStatus = CorruptQueryEngineStatus;
    Data->DxgkDdiResetEngine = CorruptResetEngine;
    Data->DxgkDdiCollectDbgInfo = CorruptCollectDbgInfo;
    Data->DxgkDdiPreemptCommand = CorruptPreemptCommand;
}

/* All DDIs, or only those of one part, so that what comes late is reached too. */
static VOID
InstallStart(DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiQueryAdapterInfo = CorruptQueryAdapterInfo;
    Data->DxgkDdiQueryChildRelations = CorruptQueryChildRelations;
    Data->DxgkDdiQueryChildStatus = CorruptQueryChildStatus;
    Data->DxgkDdiQueryDeviceDescriptor = CorruptQueryDeviceDescriptor;
}

static VOID
InstallObjects(DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiCreateDevice = CorruptCreateDevice;
    Data->DxgkDdiCreateContext = CorruptCreateContext;
    Data->DxgkDdiCreateAllocation = CorruptCreateAllocation;
    Data->DxgkDdiOpenAllocation = CorruptOpenAllocation;
    Data->DxgkDdiGetStandardAllocationDriverData = CorruptGetStandardAllocationDriverData;
}

static VOID
InstallRender(DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiRenderKm = CorruptRenderKm;
    Data->DxgkDdiBuildPagingBuffer = CorruptBuildPagingBuffer;
    Data->DxgkDdiPatch = CorruptPatch;
    Data->DxgkDdiInterruptRoutine = CorruptInterruptRoutine;
}

static VOID
InstallDisplay(DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiIsSupportedVidPn = CorruptIsSupportedVidPn;
    Data->DxgkDdiEnumVidPnCofuncModality = CorruptEnumVidPnCofuncModality;
    Data->DxgkDdiCommitVidPn = CorruptCommitVidPn;
}

VOID
MutantCorruptInstall(DRIVER_INITIALIZATION_DATA *Data)
{
    static const ULONG rarities[] = { 1, 2, 5, 12 };
    ULONG part = MutantSeed / 4 % 6;

    State = 0x9E3779B97F4A7C15 * ((ULONGLONG)MutantSeed + 1);
    Rarity = rarities[MutantSeed % 4];
    if (part == 0 || part == 4) {
        InstallStart(Data);
    }
    if (part == 1 || part == 4) {
        InstallObjects(Data);
    }
    if (part == 2 || part == 4) {
        InstallRender(Data);
        Data->DxgkDdiStartDevice = CorruptStartDevice;
    }
    if (part == 3 || part == 4) {
        InstallDisplay(Data);
    }
    if (part == 5 || part == 4) {
        InstallTimeout(Data);
    }
}
