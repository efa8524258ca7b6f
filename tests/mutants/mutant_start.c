/* SPDX-License-Identifier: MIT */
/* Rules of registration, capabilities, segments and children. */
#include "mutant.h"

/* Registration */

NTSTATUS
MutantUnknownVersion(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                     DRIVER_INITIALIZATION_DATA *Data)
{
    Data->Version = 0x1234;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

NTSTATUS
MutantWithoutPatch(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                   DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiPatch = NULL;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

NTSTATUS
MutantFailsAfterSuccess(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                        DRIVER_INITIALIZATION_DATA *Data)
{
    (void)DxgkInitialize(DriverObject, RegistryPath, Data);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS
MutantNeverRegisters(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                     DRIVER_INITIALIZATION_DATA *Data)
{
    UNREFERENCED_PARAMETER(DriverObject);
    UNREFERENCED_PARAMETER(RegistryPath);
    UNREFERENCED_PARAMETER(Data);
    return STATUS_SUCCESS;
}

/* DxgkDdiQueryAdapterInfo */

static NTSTATUS
QueryOriginal(HANDLE Adapter, const DXGKARG_QUERYADAPTERINFO *Args)
{
    return MutantOriginal.DxgkDdiQueryAdapterInfo(Adapter, Args);
}

NTSTATUS NTAPI
MutantQueryStatus(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pQueryAdapterInfo);
    return STATUS_UNSUCCESSFUL;
}

/* The caps of an answer that succeeded, or NULL. */
static DXGK_DRIVERCAPS *
CapsOf(const DXGKARG_QUERYADAPTERINFO *Args, NTSTATUS Status)
{
    return NT_SUCCESS(Status) && Args->Type == DXGKQAITYPE_DRIVERCAPS ? Args->pOutputData : NULL;
}

static DXGK_QUERYSEGMENTOUT3 *
SegmentsOf(const DXGKARG_QUERYADAPTERINFO *Args, NTSTATUS Status)
{
    DXGK_QUERYSEGMENTOUT3 *out = Args->pOutputData;

    return NT_SUCCESS(Status) && Args->Type == DXGKQAITYPE_QUERYSEGMENT3 &&
                   out->pSegmentDescriptor != NULL
               ? out
               : NULL;
}

NTSTATUS NTAPI
MutantSegmentsOverlap(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_QUERYSEGMENTOUT3 *out = SegmentsOf(pQueryAdapterInfo, status);

    if (out != NULL) {
        out->pSegmentDescriptor[1].BaseAddress.QuadPart =
            out->pSegmentDescriptor[0].BaseAddress.QuadPart + PAGE_SIZE;
    }
    return status;
}

NTSTATUS NTAPI
MutantManyNodes(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_DRIVERCAPS *caps = CapsOf(pQueryAdapterInfo, status);

    if (caps != NULL) {
        caps->GpuEngineTopology.NbAsymetricProcessingNodes = 65;
    }
    return status;
}

NTSTATUS NTAPI
MutantPagingNode(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_DRIVERCAPS *caps = CapsOf(pQueryAdapterInfo, status);

    if (caps != NULL) {
        caps->MemoryManagementCaps.PagingNode = caps->GpuEngineTopology.NbAsymetricProcessingNodes;
    }
    return status;
}

NTSTATUS NTAPI
MutantWithoutCommandBuffer(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_DRIVERCAPS *caps = CapsOf(pQueryAdapterInfo, status);

    if (caps != NULL) {
        caps->PresentationCaps.SupportKernelModeCommandBuffer = FALSE;
    }
    return status;
}

NTSTATUS NTAPI
MutantAlignmentShift(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_DRIVERCAPS *caps = CapsOf(pQueryAdapterInfo, status);

    if (caps != NULL) {
        caps->PresentationCaps.AlignmentShift = 1;
    }
    return status;
}

/* One engine without contexts, whose device then has to say what a context would have said. */
NTSTATUS NTAPI
MutantWithoutContexts(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_DRIVERCAPS *caps = CapsOf(pQueryAdapterInfo, status);

    if (caps != NULL) {
        caps->SchedulingCaps.MultiEngineAware = FALSE;
        caps->SchedulingCaps.PreemptionAware = FALSE;
    }
    return status;
}

NTSTATUS NTAPI
MutantPreemptionAlone(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_DRIVERCAPS *caps = CapsOf(pQueryAdapterInfo, status);

    if (caps != NULL) {
        caps->SchedulingCaps.MultiEngineAware = 0;
    }
    return status;
}

NTSTATUS NTAPI
MutantNoPatchingAlone(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_DRIVERCAPS *caps = CapsOf(pQueryAdapterInfo, status);

    if (caps != NULL) {
        caps->SchedulingCaps.NoDmaPatching = 1;
        caps->SchedulingCaps.PreemptionAware = 0;
    }
    return status;
}

NTSTATUS NTAPI
MutantCancelAlone(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_DRIVERCAPS *caps = CapsOf(pQueryAdapterInfo, status);

    if (caps != NULL) {
        caps->SchedulingCaps.MultiEngineAware = 0;
        caps->SchedulingCaps.PreemptionAware = 0;
    }
    return status;
}

NTSTATUS NTAPI
MutantHoldsNoFlip(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_DRIVERCAPS *caps = CapsOf(pQueryAdapterInfo, status);

    if (caps != NULL) {
        caps->MaxQueuedFlipOnVSync = 0;
    }
    return status;
}

NTSTATUS NTAPI
MutantSegmentCount(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_QUERYSEGMENTOUT3 *segments = SegmentsOf(pQueryAdapterInfo, status);

    if (segments != NULL) {
        segments->NbSegment++;
    }
    return status;
}

NTSTATUS NTAPI
MutantSegmentSize(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_QUERYSEGMENTOUT3 *segments = SegmentsOf(pQueryAdapterInfo, status);

    if (segments != NULL) {
        segments->pSegmentDescriptor[0].Size -= 512;
    }
    return status;
}

NTSTATUS NTAPI
MutantSegmentLimit(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_QUERYSEGMENTOUT3 *segments = SegmentsOf(pQueryAdapterInfo, status);

    if (segments != NULL) {
        segments->pSegmentDescriptor[0].CommitLimit -= PAGE_SIZE;
    }
    return status;
}

NTSTATUS NTAPI
MutantSegmentBanks(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_QUERYSEGMENTOUT3 *segments = SegmentsOf(pQueryAdapterInfo, status);

    if (segments != NULL) {
        segments->pSegmentDescriptor[0].Flags.UseBanking = TRUE;
    }
    return status;
}

NTSTATUS NTAPI
MutantSegmentHibernates(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_QUERYSEGMENTOUT3 *segments = SegmentsOf(pQueryAdapterInfo, status);

    if (segments != NULL) {
        segments->pSegmentDescriptor[0].Flags.PreservedDuringHibernate = TRUE;
    }
    return status;
}

NTSTATUS NTAPI
MutantCoherentMemory(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_QUERYSEGMENTOUT3 *segments = SegmentsOf(pQueryAdapterInfo, status);

    if (segments != NULL) {
        segments->pSegmentDescriptor[0].Flags.CacheCoherent = TRUE;
    }
    return status;
}

NTSTATUS NTAPI
MutantPagingSegment(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_QUERYSEGMENTOUT3 *segments = SegmentsOf(pQueryAdapterInfo, status);

    if (segments != NULL) {
        segments->PagingBufferSegmentId = 1; /* video memory */
    }
    return status;
}

NTSTATUS NTAPI
MutantPagingSize(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_QUERYSEGMENTOUT3 *segments = SegmentsOf(pQueryAdapterInfo, status);

    if (segments != NULL) {
        segments->PagingBufferSize = 0;
    }
    return status;
}

NTSTATUS NTAPI
MutantSegmentOutsideBar(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);
    DXGK_QUERYSEGMENTOUT3 *segments = SegmentsOf(pQueryAdapterInfo, status);

    if (segments != NULL) {
        segments->pSegmentDescriptor[0].CpuTranslatedAddress.QuadPart += 0x40000000;
    }
    return status;
}

/* Children and power */

NTSTATUS NTAPI
MutantExtraChild(const PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                 ULONG ChildRelationsSize)
{
    ULONG count = ChildRelationsSize / sizeof(*ChildRelations);
    NTSTATUS status = MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext,
                                                                ChildRelations, ChildRelationsSize);

    ChildRelations[count - 1].ChildDeviceType = TypeOther;
    return status;
}

NTSTATUS NTAPI
MutantPowerFails(const PVOID MiniportDeviceContext, ULONG DeviceUid,
                 DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
    (void)MutantOriginal.DxgkDdiSetPowerState(MiniportDeviceContext, DeviceUid, DevicePowerState,
                                              ActionType);
    return STATUS_UNSUCCESSFUL;
}

/* Callbacks */

NTSTATUS NTAPI
MutantMapsTooFar(const PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                 ULONG ChildRelationsSize)
{
    PHYSICAL_ADDRESS address;
    PVOID mapped;

    address.QuadPart = 0x1000; /* system memory of nobody's */
    (void)MutantDxgk.DxgkCbMapMemory(MutantDxgk.DeviceHandle, address, PAGE_SIZE, FALSE, FALSE,
                                     MmNonCached, &mapped);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

static FORCEINLINE VOID
ReadVendor(HANDLE Handle)
{
    USHORT vendor;
    ULONG bytes;

    (void)MutantDxgk.DxgkCbReadDeviceSpace(Handle, DXGK_WHICHSPACE_CONFIG, &vendor, 0,
                                           sizeof(vendor), &bytes);
}

NTSTATUS NTAPI
MutantUnmapsForeign(const PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                    ULONG ChildRelationsSize)
{
    (void)MutantDxgk.DxgkCbUnmapMemory(MutantDxgk.DeviceHandle, ChildRelations);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

NTSTATUS NTAPI
MutantOwnContextAsHandle(const PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                         ULONG ChildRelationsSize)
{
    ReadVendor(MiniportDeviceContext);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

NTSTATUS NTAPI
MutantCallbackAtDispatch(const PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                         ULONG ChildRelationsSize)
{
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    ReadVendor(MutantDxgk.DeviceHandle);
    KeLowerIrql(irql);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}

/* A child that nobody has described yet. */
NTSTATUS NTAPI
MutantReportsTooEarly(const PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                      ULONG ChildRelationsSize)
{
    DXGK_CHILD_STATUS status = { .Type = StatusConnection, .HotPlug.Connected = TRUE };

    (VOID) MutantDxgk.DxgkCbIndicateChildStatus(MutantDxgk.DeviceHandle, &status);
    return MutantOriginal.DxgkDdiQueryChildRelations(MiniportDeviceContext, ChildRelations,
                                                     ChildRelationsSize);
}
