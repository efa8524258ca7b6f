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

NTSTATUS
MutantWithoutReset(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                   DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiRestartFromTimeout = NULL;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

NTSTATUS
MutantWithoutEngineStatus(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                          DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiQueryEngineStatus = NULL;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

NTSTATUS
MutantReservedSlot(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                   DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiSubmitRender = (PVOID)(ULONG_PTR)Data->DxgkDdiRender;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

#define VIDMM_VIRTUAL_ADDRESSING (1u << 5)
#define SEGMENT_CPU_HOST_APERTURE (1u << 13)

static NTSTATUS NTAPI
QueryVirtualAddresses(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryAdapterInfo(hAdapter, pQueryAdapterInfo);

    if (pQueryAdapterInfo->Type == DXGKQAITYPE_DRIVERCAPS) {
        DXGK_DRIVERCAPS *caps = pQueryAdapterInfo->pOutputData;

        caps->MemoryManagementCaps.Value |= VIDMM_VIRTUAL_ADDRESSING;
    }
    return status;
}

NTSTATUS
MutantVirtualAlone(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                   DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiQueryAdapterInfo = QueryVirtualAddresses;
    return MutantInitializeNewer(DriverObject, RegistryPath, Data);
}

static NTSTATUS NTAPI
QueryHostAperture(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryAdapterInfo(hAdapter, pQueryAdapterInfo);
    DXGK_QUERYSEGMENTOUT3 *segments = pQueryAdapterInfo->pOutputData;

    if (pQueryAdapterInfo->Type == DXGKQAITYPE_QUERYSEGMENT3 &&
        segments->pSegmentDescriptor != NULL) {
        segments->pSegmentDescriptor[0].Flags.Value |= SEGMENT_CPU_HOST_APERTURE;
    }
    return status;
}

NTSTATUS
MutantHostAperture(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                   DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiQueryAdapterInfo = QueryHostAperture;
    return MutantInitializeNewer(DriverObject, RegistryPath, Data);
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

/* Each is the driver's own answer with one thing changed. */
#define CAPS_MUTANT(function, ...)                                                                 \
    NTSTATUS NTAPI function(const HANDLE hAdapter,                                                 \
                            const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)                     \
    {                                                                                              \
        NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);                              \
        DXGK_DRIVERCAPS *caps = CapsOf(pQueryAdapterInfo, status);                                 \
                                                                                                   \
        if (caps != NULL) {                                                                        \
            __VA_ARGS__;                                                                           \
        }                                                                                          \
        return status;                                                                             \
    }

#define SEGMENT_MUTANT(function, ...)                                                              \
    NTSTATUS NTAPI function(const HANDLE hAdapter,                                                 \
                            const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)                     \
    {                                                                                              \
        NTSTATUS status = QueryOriginal(hAdapter, pQueryAdapterInfo);                              \
        DXGK_QUERYSEGMENTOUT3 *segments = SegmentsOf(pQueryAdapterInfo, status);                   \
                                                                                                   \
        if (segments != NULL) {                                                                    \
            __VA_ARGS__;                                                                           \
        }                                                                                          \
        return status;                                                                             \
    }

CAPS_MUTANT(MutantManyNodes, caps->GpuEngineTopology.NbAsymetricProcessingNodes = 65)
CAPS_MUTANT(MutantPagingNode, caps->MemoryManagementCaps.PagingNode =
                                  caps->GpuEngineTopology.NbAsymetricProcessingNodes)
CAPS_MUTANT(MutantWithoutCommandBuffer,
            caps->PresentationCaps.SupportKernelModeCommandBuffer = FALSE)
CAPS_MUTANT(MutantAlignmentShift, caps->PresentationCaps.AlignmentShift = 1)
/* One engine without contexts, whose device then has to say what a context would have said. */
CAPS_MUTANT(MutantWithoutContexts, caps->SchedulingCaps.MultiEngineAware = FALSE;
            caps->SchedulingCaps.PreemptionAware = FALSE)
CAPS_MUTANT(MutantPreemptionAlone, caps->SchedulingCaps.MultiEngineAware = 0)
CAPS_MUTANT(MutantCancelAlone, caps->SchedulingCaps.MultiEngineAware = 0;
            caps->SchedulingCaps.PreemptionAware = 0)
CAPS_MUTANT(MutantOtherMessage, caps->InterruptMessageNumber = 3)
CAPS_MUTANT(MutantHoldsNoFlip, caps->MaxQueuedFlipOnVSync = 0)

SEGMENT_MUTANT(MutantSegmentCount, segments->NbSegment++)
SEGMENT_MUTANT(MutantSegmentSize, segments->pSegmentDescriptor[0].Size -= 512)
SEGMENT_MUTANT(MutantSegmentLimit, segments->pSegmentDescriptor[0].CommitLimit -= PAGE_SIZE)
SEGMENT_MUTANT(MutantSegmentsOverlap,
               segments->pSegmentDescriptor[1].BaseAddress.QuadPart =
                   segments->pSegmentDescriptor[0].BaseAddress.QuadPart + PAGE_SIZE)
SEGMENT_MUTANT(MutantSegmentBanks, segments->pSegmentDescriptor[0].Flags.UseBanking = TRUE)
SEGMENT_MUTANT(MutantSegmentHibernates,
               segments->pSegmentDescriptor[0].Flags.PreservedDuringHibernate = TRUE)
SEGMENT_MUTANT(MutantCoherentMemory, segments->pSegmentDescriptor[0].Flags.CacheCoherent = TRUE)
/* video memory */
SEGMENT_MUTANT(MutantPagingSegment, segments->PagingBufferSegmentId = 1)
SEGMENT_MUTANT(MutantPagingSize, segments->PagingBufferSize = 0)
SEGMENT_MUTANT(MutantSegmentOutsideBar,
               segments->pSegmentDescriptor[0].CpuTranslatedAddress.QuadPart += 0x40000000)

/* Combinations of capabilities */
CAPS_MUTANT(MutantNoSmoothRotation, caps->SupportSmoothRotation = FALSE)
CAPS_MUTANT(MutantNoNonVga, caps->SupportNonVGA = FALSE)
CAPS_MUTANT(MutantNoEngineReset, caps->SupportPerEngineTDR = FALSE)
CAPS_MUTANT(MutantNoDirectFlip, caps->SupportDirectFlip = FALSE)
CAPS_MUTANT(MutantNoVersion, caps->WDDMVersion = 0)
CAPS_MUTANT(MutantNewerVersion, caps->WDDMVersion = DXGKDDI_WDDMv2)
CAPS_MUTANT(MutantNoMmIoFlip, caps->FlipCaps.FlipOnVSyncMmIo = FALSE)
CAPS_MUTANT(MutantNoIndependentFlip, caps->FlipCaps.FlipIndependent = FALSE)
CAPS_MUTANT(MutantNoPatchingAlone, caps->SchedulingCaps.NoDmaPatching = TRUE;
            caps->SchedulingCaps.PreemptionAware = FALSE)
CAPS_MUTANT(MutantGranularity, caps->PreemptionCaps.GraphicsPreemptionGranularity = 150)
CAPS_MUTANT(MutantPowerWithoutSlots, caps->SupportRuntimePowerManagement = TRUE)
CAPS_MUTANT(MutantReservedScheduling, caps->SchedulingCaps.Value |= 1u << 5)
CAPS_MUTANT(MutantReservedGamma, caps->GammaRampCaps.Value |= 1u << 9)

/* GDI without memory that the CPU may cache */
SEGMENT_MUTANT(MutantIncoherent, segments->pSegmentDescriptor[1].Flags.CacheCoherent = FALSE)
SEGMENT_MUTANT(MutantAgpSegment, segments->pSegmentDescriptor[1].Flags.Agp = TRUE)

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
