/* SPDX-License-Identifier: MIT */
/*
 * Video port drivers.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_VIDEO_H
#define WDK_VIDEO_H

#include "ntddvdeo.h"
#include "videoagp.h"

#define BUGCHECK_DATA_SIZE_RESERVED                       48
#define CDE_USE_REVISION                                  2
#define CDE_USE_SUBSYSTEM_IDS                             1
#define DEVICE_VGA_ENABLED                                1
#define DISPLAY_ADAPTER_HW_ID                             0xFFFFFFFF
#define EVENT_TYPE_MASK                                   1
#define INITIAL_EVENT_NOT_SIGNALED                        0
#define INITIAL_EVENT_SIGNALED                            2
#define INITIAL_EVENT_STATE_MASK                          2
#define NOTIFICATION_EVENT                                1
#define SET_DISPLAY_EVENT                                 2
#define SET_USER_EVENT                                    1
#define SIZE_OF_NT4_VIDEO_HW_INITIALIZATION_DATA          64
#define SIZE_OF_NT4_VIDEO_PORT_CONFIG_INFO                74
#define SIZE_OF_W2K_VIDEO_HW_INITIALIZATION_DATA          140
#define SIZE_OF_WXP_VIDEO_HW_INITIALIZATION_DATA          144ULL
#define SIZE_OF_WXP_VIDEO_PORT_CONFIG_INFO                128ULL
#define SYNCHRONIZATION_EVENT                             0
#define VIDEO_DEBUG_REPORT_MAX_SIZE                       32768
#define VIDEO_INVALID_CHILD_ID                            0xFFFFFFFF
#define VIDEO_MEMORY_SPACE_DENSE                          4
#define VIDEO_MEMORY_SPACE_IO                             1
#define VIDEO_MEMORY_SPACE_MEMORY                         0
#define VIDEO_MEMORY_SPACE_P6CACHE                        8
#define VIDEO_MEMORY_SPACE_USER_MODE                      2
#define VIDEO_PORT_AGP_INTERFACE_VERSION_1                1
#define VIDEO_PORT_AGP_INTERFACE_VERSION_2                2
#define VIDEO_PORT_DEBUG_REPORT_INTERFACE_VERSION_1       1
#define VIDEO_PORT_I2C_INTERFACE_VERSION_1                1
#define VIDEO_PORT_I2C_INTERFACE_VERSION_2                2
#define VIDEO_PORT_INT10_INTERFACE_VERSION_1              1
#define VIDEO_PORT_WCMEMORYPROTECTION_INTERFACE_VERSION_1 1
#define VIDEO_RANGE_10_BIT_DECODE                         2
#define VIDEO_RANGE_PASSIVE_DECODE                        1
#define VIDEO_ENUM_MORE_DEVICES                           0x4DE
#define VIDEO_ENUM_NO_MORE_DEVICES                        0x4E0
#define VIDEO_ENUM_INVALID_DEVICE                         123

WDK_EXTERN_C_BEGIN

/* ne-video-video_synchronize_priority */
typedef enum VIDEO_SYNCHRONIZE_PRIORITY {
    VpLowPriority    = 0,
    VpMediumPriority = 1,
    VpHighPriority   = 2,
} VIDEO_SYNCHRONIZE_PRIORITY;

/* ne-video-_video_device_data_type */
typedef enum _VIDEO_DEVICE_DATA_TYPE {
    VpMachineData    = 0,
    VpCmosData       = 1,
    VpBusData        = 2,
    VpControllerData = 3,
    VpMonitorData    = 4,
} VIDEO_DEVICE_DATA_TYPE;

/* ne-video-_vp_pool_type */
typedef enum _VP_POOL_TYPE {
    VpNonPagedPool             = 0,
    VpPagedPool                = 1,
    VpNonPagedPoolCacheAligned = 4,
    VpPagedPoolCacheAligned    = 5,
} VP_POOL_TYPE;

/* ne-video-video_debug_level */
typedef enum VIDEO_DEBUG_LEVEL {
    Error = 0,
    Warn  = 1,
    Trace = 2,
    Info  = 3,
} VIDEO_DEBUG_LEVEL;

/* ne-video-_vp_lock_operation */
typedef enum _VP_LOCK_OPERATION {
    VpReadAccess   = 0,
    VpWriteAccess  = 1,
    VpModifyAccess = 2,
} VP_LOCK_OPERATION;

/* ne-video-_hw_dma_return */
typedef enum _HW_DMA_RETURN {
    DmaAsyncReturn = 0,
    DmaSyncReturn  = 1,
} HW_DMA_RETURN;

/* ne-video-dma_flags */
typedef enum {
    VideoPortUnlockAfterDma  = 1,
    VideoPortKeepPagesLocked = 2,
    VideoPortDmaInitOnly     = 3,
} DMA_FLAGS;

/* ne-video-video_child_type */
typedef enum {
    Monitor        = 1,
    NonPrimaryChip = 2,
    VideoChip      = 3,
    Other          = 4,
} VIDEO_CHILD_TYPE;

/* ne-video-video_port_services */
typedef enum {
    VideoPortServicesAGP                = 1,
    VideoPortServicesI2C                = 2,
    VideoPortServicesHeadless           = 3,
    VideoPortServicesInt10              = 4,
    VideoPortServicesDebugReport        = 5,
    VideoPortServicesWCMemoryProtection = 6,
} VIDEO_PORT_SERVICES;

typedef ULONG DMA_EVENT_FLAGS;
typedef struct _DDC_CONTROL *PDDC_CONTROL;
typedef struct __DMA_PARAMETERS *PDMA;
typedef enum _HW_DMA_RETURN *PHW_DMA_RETURN;
typedef struct _I2C_CALLBACKS *PI2C_CALLBACKS;
typedef struct _I2C_FNC_TABLE *PI2C_FNC_TABLE;
typedef struct _INT10_BIOS_ARGUMENTS *PINT10_BIOS_ARGUMENTS;
typedef struct _QUERY_INTERFACE *PQUERY_INTERFACE;
typedef struct _VIDEO_PORT_SPIN_LOCK *PSPIN_LOCK;
typedef struct _STATUS_BLOCK *PSTATUS_BLOCK;
typedef struct _VIDEO_ACCESS_RANGE *PVIDEO_ACCESS_RANGE;
typedef struct _VIDEO_CHILD_ENUM_INFO *PVIDEO_CHILD_ENUM_INFO;
typedef struct _VIDEO_CHILD_STATE *PVIDEO_CHILD_STATE;
typedef struct _VIDEO_CHILD_STATE_CONFIGURATION *PVIDEO_CHILD_STATE_CONFIGURATION;
typedef VIDEO_CHILD_TYPE *PVIDEO_CHILD_TYPE;
typedef enum VIDEO_DEBUG_LEVEL *PVIDEO_DEBUG_LEVEL;
typedef struct _VIDEO_DEBUG_REPORT *PVIDEO_DEBUG_REPORT;
typedef enum _VIDEO_DEVICE_DATA_TYPE *PVIDEO_DEVICE_DATA_TYPE;
typedef struct _VIDEO_HARDWARE_CONFIGURATION_DATA *PVIDEO_HARDWARE_CONFIGURATION_DATA;
typedef struct _VIDEO_HW_INITIALIZATION_DATA *PVIDEO_HW_INITIALIZATION_DATA;
typedef struct _VIDEO_I2C_CONTROL *PVIDEO_I2C_CONTROL;
typedef struct _VIDEO_PORT_AGP_INTERFACE *PVIDEO_PORT_AGP_INTERFACE;
typedef struct _VIDEO_PORT_AGP_INTERFACE_2 *PVIDEO_PORT_AGP_INTERFACE_2;
typedef struct _VIDEO_PORT_CONFIG_INFO *PVIDEO_PORT_CONFIG_INFO;
typedef struct _VIDEO_PORT_DEBUG_REPORT_INTERFACE *PVIDEO_PORT_DEBUG_REPORT_INTERFACE;
typedef struct _VIDEO_PORT_I2C_INTERFACE *PVIDEO_PORT_I2C_INTERFACE;
typedef struct _VIDEO_PORT_I2C_INTERFACE_2 *PVIDEO_PORT_I2C_INTERFACE_2;
typedef struct _VIDEO_PORT_INT10_INTERFACE *PVIDEO_PORT_INT10_INTERFACE;
typedef struct _VIDEO_PORT_WCMEMORYPROTECTION_INTERFACE *PVIDEO_PORT_WCMEMORYPROTECTION_INTERFACE;
typedef struct _VIDEO_REQUEST_PACKET *PVIDEO_REQUEST_PACKET;
typedef enum VIDEO_SYNCHRONIZE_PRIORITY *PVIDEO_SYNCHRONIZE_PRIORITY;
typedef struct _VIDEO_X86_BIOS_ARGUMENTS *PVIDEO_X86_BIOS_ARGUMENTS;
typedef struct _VPOSVERSIONINFO *PVPOSVERSIONINFO;
typedef struct _VP_DEVICE_DESCRIPTION *PVP_DEVICE_DESCRIPTION;
typedef struct __VP_DMA_ADAPTER *PVP_DMA_ADAPTER;
typedef enum _VP_POOL_TYPE *PVP_POOL_TYPE;
typedef struct _VP_SCATTER_GATHER_ELEMENT *PVP_SCATTER_GATHER_ELEMENT;
typedef struct _VP_SCATTER_GATHER_LIST *PVP_SCATTER_GATHER_LIST;
typedef LONG VP_STATUS;
typedef VP_STATUS *PVP_STATUS;
typedef struct __VRB_SG *PVRB_SG;

typedef VP_STATUS (NTAPI *PDRIVER_IO_PORT_UCHAR)(ULONG_PTR Context, ULONG Port, UCHAR AccessMode,
    PUCHAR Data);

typedef VP_STATUS (NTAPI *PDRIVER_IO_PORT_UCHAR_STRING)(ULONG_PTR Context, ULONG Port,
    UCHAR AccessMode, PUCHAR Data, ULONG DataLength);

typedef VP_STATUS (NTAPI *PDRIVER_IO_PORT_ULONG)(ULONG_PTR Context, ULONG Port, UCHAR AccessMode,
    PULONG Data);

typedef VP_STATUS (NTAPI *PDRIVER_IO_PORT_ULONG_STRING)(ULONG_PTR Context, ULONG Port,
    UCHAR AccessMode, PULONG Data, ULONG DataLength);

typedef VP_STATUS (NTAPI *PDRIVER_IO_PORT_USHORT)(ULONG_PTR Context, ULONG Port, UCHAR AccessMode,
    PUSHORT Data);

typedef VP_STATUS (NTAPI *PDRIVER_IO_PORT_USHORT_STRING)(ULONG_PTR Context, ULONG Port,
    UCHAR AccessMode, PUSHORT Data, ULONG DataLength);

typedef void (NTAPI *PEXECUTE_DMA)(PVOID HwDeviceExtension, PVP_DMA_ADAPTER VpDmaAdapter,
    PVP_SCATTER_GATHER_LIST SGList, PVOID Context);

typedef BOOLEAN (NTAPI *PI2C_READ)(PVOID HwDeviceExtension, PI2C_CALLBACKS I2CCallbacks,
    PUCHAR Buffer, ULONG Length);

typedef BOOLEAN (NTAPI *PI2C_READ_2)(PVOID HwDeviceExtension, PVIDEO_I2C_CONTROL I2CControl,
    PUCHAR Buffer, ULONG Length, BOOLEAN EndOfRead);

typedef BOOLEAN (NTAPI *PI2C_START)(PVOID HwDeviceExtension, PI2C_CALLBACKS I2CCallbacks);
typedef BOOLEAN (NTAPI *PI2C_START_2)(PVOID HwDeviceExtension, PVIDEO_I2C_CONTROL I2CControl);
typedef BOOLEAN (NTAPI *PI2C_STOP)(PVOID HwDeviceExtension, PI2C_CALLBACKS I2CCallbacks);
typedef BOOLEAN (NTAPI *PI2C_STOP_2)(PVOID HwDeviceExtension, PVIDEO_I2C_CONTROL I2CControl);

typedef BOOLEAN (NTAPI *PI2C_WRITE)(PVOID HwDeviceExtension, PI2C_CALLBACKS I2CCallbacks,
    PUCHAR Buffer, ULONG Length);

typedef BOOLEAN (NTAPI *PI2C_WRITE_2)(PVOID HwDeviceExtension, PVIDEO_I2C_CONTROL I2CControl,
    PUCHAR Buffer, ULONG Length);

typedef VP_STATUS (NTAPI *PINT10_ALLOCATE_BUFFER)(PVOID Context, PUSHORT Seg, PUSHORT Off,
    PULONG Length);

typedef VP_STATUS (NTAPI *PINT10_CALL_BIOS)(PVOID Context, PINT10_BIOS_ARGUMENTS BiosArguments);
typedef VP_STATUS (NTAPI *PINT10_FREE_BUFFER)(PVOID Context, USHORT Seg, USHORT Off);

typedef VP_STATUS (NTAPI *PINT10_READ_MEMORY)(PVOID Context, USHORT Seg, USHORT Off, PVOID Buffer,
    ULONG Length);

typedef VP_STATUS (NTAPI *PINT10_WRITE_MEMORY)(PVOID Context, USHORT Seg, USHORT Off,
    PVOID Buffer, ULONG Length);

typedef void (NTAPI *PMINIPORT_DPC_ROUTINE)(PVOID HwDeviceExtension, PVOID Context);

typedef VP_STATUS (NTAPI *PMINIPORT_GET_REGISTRY_ROUTINE)(PVOID HwDeviceExtension, PVOID Context,
    PWSTR ValueName, PVOID ValueData, ULONG ValueLength);

typedef VP_STATUS (NTAPI *PMINIPORT_QUERY_DEVICE_ROUTINE)(PVOID HwDeviceExtension, PVOID Context,
    VIDEO_DEVICE_DATA_TYPE DeviceDataType, PVOID Identifier, ULONG IdentiferLength,
    PVOID ConfigurationData, ULONG ConfigurationDataLength, PVOID ComponentInformation,
    ULONG ComponentInformationLength);

typedef BOOLEAN (NTAPI *PMINIPORT_SYNCHRONIZE_ROUTINE)(PVOID Context);
typedef VP_STATUS (NTAPI *PROTECT_WC_MEMORY)(PVOID Context, PVOID HwDeviceExtension);

typedef void (NTAPI *PVIDEO_BUGCHECK_CALLBACK)(PVOID HwDeviceExtension, ULONG BugcheckCode,
    PUCHAR Buffer, ULONG BufferSize);

typedef VP_STATUS (NTAPI *PVIDEO_HW_CHILD_CALLBACK)(PVOID HwDeviceExtension,
    PVOID ChildDeviceExtension);

typedef VP_STATUS (NTAPI *PVIDEO_HW_FIND_ADAPTER)(PVOID HwDeviceExtension, PVOID HwContext,
    PWSTR ArgumentString, PVIDEO_PORT_CONFIG_INFO ConfigInfo, PUCHAR Again);

typedef VP_STATUS (NTAPI *PVIDEO_HW_GET_CHILD_DESCRIPTOR)(PVOID HwDeviceExtension,
    PVIDEO_CHILD_ENUM_INFO ChildEnumInfo, PVIDEO_CHILD_TYPE VideoChildType,
    PUCHAR pChildDescriptor, PULONG UId, PULONG pUnused);

typedef BOOLEAN (NTAPI *PVIDEO_HW_INITIALIZE)(PVOID HwDeviceExtension);
typedef BOOLEAN (NTAPI *PVIDEO_HW_INTERRUPT)(PVOID HwDeviceExtension);

typedef void (NTAPI *PVIDEO_HW_LEGACYRESOURCES)(ULONG VendorId, ULONG DeviceId,
    PVIDEO_ACCESS_RANGE *LegacyResourceList, PULONG LegacyResourceCount);

typedef VP_STATUS (NTAPI *PVIDEO_HW_POWER_GET)(PVOID HwDeviceExtension, ULONG HwId,
    PVIDEO_POWER_MANAGEMENT VideoPowerControl);

typedef VP_STATUS (NTAPI *PVIDEO_HW_POWER_SET)(PVOID HwDeviceExtension, ULONG HwId,
    PVIDEO_POWER_MANAGEMENT VideoPowerControl);

typedef VP_STATUS (NTAPI *PVIDEO_HW_QUERY_INTERFACE)(PVOID HwDeviceExtension,
    PQUERY_INTERFACE QueryInterface);

typedef BOOLEAN (NTAPI *PVIDEO_HW_RESET_HW)(PVOID HwDeviceExtension, ULONG Columns, ULONG Rows);
typedef HW_DMA_RETURN (NTAPI *PVIDEO_HW_START_DMA)(PVOID HwDeviceExtension, PDMA pDma);

typedef BOOLEAN (NTAPI *PVIDEO_HW_START_IO)(PVOID HwDeviceExtension,
    PVIDEO_REQUEST_PACKET RequestPacket);

typedef void (NTAPI *PVIDEO_HW_TIMER)(PVOID HwDeviceExtension);
typedef PVOID (NTAPI *PVIDEO_PORT_GET_PROC_ADDRESS)(PVOID HwDeviceExtension, PUCHAR FunctionName);
typedef BOOLEAN (NTAPI *PVIDEO_READ_CLOCK_LINE)(PVOID HwDeviceExtension);
typedef BOOLEAN (NTAPI *PVIDEO_READ_DATA_LINE)(PVOID HwDeviceExtension);
typedef void (NTAPI *PVIDEO_WAIT_VSYNC_ACTIVE)(PVOID HwDeviceExtension);
typedef void (NTAPI *PVIDEO_WRITE_CLOCK_LINE)(PVOID HwDeviceExtension, UCHAR Data);
typedef void (NTAPI *PVIDEO_WRITE_DATA_LINE)(PVOID HwDeviceExtension, UCHAR Data);
typedef VP_STATUS (NTAPI *RESTORE_WC_MEMORY)(PVOID Context, PVOID HwDeviceExtension);

/* ns-video-_i2c_callbacks */
typedef struct _I2C_CALLBACKS {
    PVIDEO_WRITE_CLOCK_LINE WriteClockLine;
    PVIDEO_WRITE_DATA_LINE WriteDataLine;
    PVIDEO_READ_CLOCK_LINE ReadClockLine;
    PVIDEO_READ_DATA_LINE ReadDataLine;
} I2C_CALLBACKS;

/* ns-video-_ddc_control */
typedef struct _DDC_CONTROL {
    ULONG Size;
    I2C_CALLBACKS I2CCallbacks;
    UCHAR EdidSegment;
} DDC_CONTROL;

/* ns-video-_i2c_fnc_table */
typedef struct _I2C_FNC_TABLE {
    ULONG Size;
    PVIDEO_WRITE_CLOCK_LINE WriteClockLine;
    PVIDEO_WRITE_DATA_LINE WriteDataLine;
    PVIDEO_READ_CLOCK_LINE ReadClockLine;
    PVIDEO_READ_DATA_LINE ReadDataLine;
    PVIDEO_WAIT_VSYNC_ACTIVE WaitVsync;
    PVOID Reserved;
} I2C_FNC_TABLE;

/* ns-video-_int10_bios_arguments */
typedef struct _INT10_BIOS_ARGUMENTS {
    ULONG Eax;
    ULONG Ebx;
    ULONG Ecx;
    ULONG Edx;
    ULONG Esi;
    ULONG Edi;
    ULONG Ebp;
    USHORT SegDs;
    USHORT SegEs;
} INT10_BIOS_ARGUMENTS;

/* ns-video-_query_interface */
typedef struct _QUERY_INTERFACE {
    const GUID *InterfaceType;
    USHORT Size;
    USHORT Version;
    PINTERFACE Interface;
    PVOID InterfaceSpecificData;
    ULONG DeviceUid;
} QUERY_INTERFACE;

/* ns-video-_status_block */
typedef struct _STATUS_BLOCK {
    union {
        VP_STATUS Status;
        PVOID Pointer;
    };
    ULONG_PTR Information;
} STATUS_BLOCK;

/* ns-video-_video_access_range */
typedef struct _VIDEO_ACCESS_RANGE {
    PHYSICAL_ADDRESS RangeStart;
    ULONG RangeLength;
    UCHAR RangeInIoSpace;
    UCHAR RangeVisible;
    UCHAR RangeShareable;
    UCHAR RangePassive;
} VIDEO_ACCESS_RANGE;

/* ns-video-_video_child_enum_info */
typedef struct _VIDEO_CHILD_ENUM_INFO {
    ULONG Size;
    ULONG ChildDescriptorSize;
    ULONG ChildIndex;
    ULONG ACPIHwId;
    PVOID ChildHwDeviceExtension;
} VIDEO_CHILD_ENUM_INFO;

/* ns-video-_video_child_state */
typedef struct _VIDEO_CHILD_STATE {
    ULONG Id;
    ULONG State;
} VIDEO_CHILD_STATE;

/* ns-video-_video_child_state_configuration */
typedef struct _VIDEO_CHILD_STATE_CONFIGURATION {
    ULONG Count;
    VIDEO_CHILD_STATE ChildStateArray[1];
} VIDEO_CHILD_STATE_CONFIGURATION;

/* ns-video-_video_hardware_configuration_data */
typedef struct _VIDEO_HARDWARE_CONFIGURATION_DATA {
    INTERFACE_TYPE InterfaceType;
    ULONG BusNumber;
    USHORT Version;
    USHORT Revision;
    USHORT Irql;
    USHORT Vector;
    ULONG ControlBase;
    ULONG ControlSize;
    ULONG CursorBase;
    ULONG CursorSize;
    ULONG FrameBase;
    ULONG FrameSize;
} VIDEO_HARDWARE_CONFIGURATION_DATA;

/* ns-video-_video_hw_initialization_data */
typedef struct _VIDEO_HW_INITIALIZATION_DATA {
    ULONG HwInitDataSize;
    INTERFACE_TYPE AdapterInterfaceType;
    PVIDEO_HW_FIND_ADAPTER HwFindAdapter;
    PVIDEO_HW_INITIALIZE HwInitialize;
    PVIDEO_HW_INTERRUPT HwInterrupt;
    PVIDEO_HW_START_IO HwStartIO;
    ULONG HwDeviceExtensionSize;
    ULONG StartingDeviceNumber;
    PVIDEO_HW_RESET_HW HwResetHw;
    PVIDEO_HW_TIMER HwTimer;
    PVIDEO_HW_START_DMA HwStartDma;
    PVIDEO_HW_POWER_SET HwSetPowerState;
    PVIDEO_HW_POWER_GET HwGetPowerState;
    PVIDEO_HW_GET_CHILD_DESCRIPTOR HwGetVideoChildDescriptor;
    PVIDEO_HW_QUERY_INTERFACE HwQueryInterface;
    ULONG HwChildDeviceExtensionSize;
    PVIDEO_ACCESS_RANGE HwLegacyResourceList;
    ULONG HwLegacyResourceCount;
    PVIDEO_HW_LEGACYRESOURCES HwGetLegacyResources;
    BOOLEAN AllowEarlyEnumeration;
    ULONG Reserved;
} VIDEO_HW_INITIALIZATION_DATA;

/* ns-video-_video_i2c_control */
typedef struct _VIDEO_I2C_CONTROL {
    PVIDEO_WRITE_CLOCK_LINE WriteClockLine;
    PVIDEO_WRITE_DATA_LINE WriteDataLine;
    PVIDEO_READ_CLOCK_LINE ReadClockLine;
    PVIDEO_READ_DATA_LINE ReadDataLine;
    ULONG I2CDelay;
} VIDEO_I2C_CONTROL;

/* ns-video-_video_port_agp_interface */
typedef struct _VIDEO_PORT_AGP_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PAGP_RESERVE_PHYSICAL AgpReservePhysical;
    PAGP_RELEASE_PHYSICAL AgpReleasePhysical;
    PAGP_COMMIT_PHYSICAL AgpCommitPhysical;
    PAGP_FREE_PHYSICAL AgpFreePhysical;
    PAGP_RESERVE_VIRTUAL AgpReserveVirtual;
    PAGP_RELEASE_VIRTUAL AgpReleaseVirtual;
    PAGP_COMMIT_VIRTUAL AgpCommitVirtual;
    PAGP_FREE_VIRTUAL AgpFreeVirtual;
    ULONGLONG AgpAllocationLimit;
} VIDEO_PORT_AGP_INTERFACE;

/* ns-video-_video_port_agp_interface_2 */
typedef struct _VIDEO_PORT_AGP_INTERFACE_2 {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PAGP_RESERVE_PHYSICAL AgpReservePhysical;
    PAGP_RELEASE_PHYSICAL AgpReleasePhysical;
    PAGP_COMMIT_PHYSICAL AgpCommitPhysical;
    PAGP_FREE_PHYSICAL AgpFreePhysical;
    PAGP_RESERVE_VIRTUAL AgpReserveVirtual;
    PAGP_RELEASE_VIRTUAL AgpReleaseVirtual;
    PAGP_COMMIT_VIRTUAL AgpCommitVirtual;
    PAGP_FREE_VIRTUAL AgpFreeVirtual;
    ULONGLONG AgpAllocationLimit;
    PAGP_SET_RATE AgpSetRate;
} VIDEO_PORT_AGP_INTERFACE_2;

typedef struct _EMULATOR_ACCESS_ENTRY *PEMULATOR_ACCESS_ENTRY;

/* ns-video-_video_port_config_info */
typedef struct _VIDEO_PORT_CONFIG_INFO {
    ULONG Length;
    ULONG SystemIoBusNumber;
    INTERFACE_TYPE AdapterInterfaceType;
    ULONG BusInterruptLevel;
    ULONG BusInterruptVector;
    KINTERRUPT_MODE InterruptMode;
    ULONG NumEmulatorAccessEntries;
    PEMULATOR_ACCESS_ENTRY EmulatorAccessEntries;
    ULONG_PTR EmulatorAccessEntriesContext;
    PHYSICAL_ADDRESS VdmPhysicalVideoMemoryAddress;
    ULONG VdmPhysicalVideoMemoryLength;
    ULONG HardwareStateSize;
    ULONG DmaChannel;
    ULONG DmaPort;
    UCHAR DmaShareable;
    UCHAR InterruptShareable;
    BOOLEAN Master;
    DMA_WIDTH DmaWidth;
    DMA_SPEED DmaSpeed;
    BOOLEAN bMapBuffers;
    BOOLEAN NeedPhysicalAddresses;
    BOOLEAN DemandMode;
    ULONG MaximumTransferLength;
    ULONG NumberOfPhysicalBreaks;
    BOOLEAN ScatterGather;
    ULONG MaximumScatterGatherChunkSize;
    PVIDEO_PORT_GET_PROC_ADDRESS VideoPortGetProcAddress;
    PWSTR DriverRegistryPath;
    ULONGLONG SystemMemorySize;
} VIDEO_PORT_CONFIG_INFO;

/* ns-video-_video_port_debug_report_interface */
typedef struct _VIDEO_PORT_DEBUG_REPORT_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PVIDEO_DEBUG_REPORT (NTAPI *DbgReportCreate)(PVOID, ULONG, ULONG_PTR, ULONG_PTR, ULONG_PTR,
        ULONG_PTR);
    BOOLEAN (NTAPI *DbgReportSecondaryData)(PVIDEO_DEBUG_REPORT, PVOID, ULONG);
    void (NTAPI *DbgReportComplete)(PVIDEO_DEBUG_REPORT);
} VIDEO_PORT_DEBUG_REPORT_INTERFACE;

/* ns-video-_video_port_i2c_interface */
typedef struct _VIDEO_PORT_I2C_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PI2C_START I2CStart;
    PI2C_STOP I2CStop;
    PI2C_WRITE I2CWrite;
    PI2C_READ I2CRead;
} VIDEO_PORT_I2C_INTERFACE;

/* ns-video-_video_port_i2c_interface_2 */
typedef struct _VIDEO_PORT_I2C_INTERFACE_2 {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PI2C_START_2 I2CStart;
    PI2C_STOP_2 I2CStop;
    PI2C_WRITE_2 I2CWrite;
    PI2C_READ_2 I2CRead;
} VIDEO_PORT_I2C_INTERFACE_2;

/* ns-video-_video_port_int10_interface */
typedef struct _VIDEO_PORT_INT10_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PINT10_ALLOCATE_BUFFER Int10AllocateBuffer;
    PINT10_FREE_BUFFER Int10FreeBuffer;
    PINT10_READ_MEMORY Int10ReadMemory;
    PINT10_WRITE_MEMORY Int10WriteMemory;
    PINT10_CALL_BIOS Int10CallBios;
} VIDEO_PORT_INT10_INTERFACE;

/* ns-video-_video_port_wcmemoryprotection_interface */
typedef struct _VIDEO_PORT_WCMEMORYPROTECTION_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PROTECT_WC_MEMORY VideoPortProtectWCMemory;
    RESTORE_WC_MEMORY VideoPortRestoreWCMemory;
} VIDEO_PORT_WCMEMORYPROTECTION_INTERFACE;

/* ns-video-_video_request_packet */
typedef struct _VIDEO_REQUEST_PACKET {
    ULONG IoControlCode;
    PSTATUS_BLOCK StatusBlock;
    PVOID InputBuffer;
    ULONG InputBufferLength;
    PVOID OutputBuffer;
    ULONG OutputBufferLength;
} VIDEO_REQUEST_PACKET;

/* ns-video-_video_x86_bios_arguments */
typedef struct _VIDEO_X86_BIOS_ARGUMENTS {
    ULONG Eax;
    ULONG Ebx;
    ULONG Ecx;
    ULONG Edx;
    ULONG Esi;
    ULONG Edi;
    ULONG Ebp;
} VIDEO_X86_BIOS_ARGUMENTS;

/* ns-video-_vposversioninfo */
typedef struct _VPOSVERSIONINFO {
    ULONG Size;
    ULONG MajorVersion;
    ULONG MinorVersion;
    ULONG BuildNumber;
    USHORT ServicePackMajor;
    USHORT ServicePackMinor;
} VPOSVERSIONINFO;

/* ns-video-_vp_device_description */
typedef struct _VP_DEVICE_DESCRIPTION {
    BOOLEAN ScatterGather;
    BOOLEAN Dma32BitAddresses;
    BOOLEAN Dma64BitAddresses;
    ULONG MaximumLength;
} VP_DEVICE_DESCRIPTION;

/* ns-video-_vp_scatter_gather_element */
typedef struct _VP_SCATTER_GATHER_ELEMENT {
    PHYSICAL_ADDRESS Address;
    ULONG Length;
    ULONG_PTR Reserved;
} VP_SCATTER_GATHER_ELEMENT;

/* ns-video-_vp_scatter_gather_list */
typedef struct _VP_SCATTER_GATHER_LIST {
    ULONG NumberOfElements;
    ULONG_PTR Reserved;
    VP_SCATTER_GATHER_ELEMENT Elements[];
} VP_SCATTER_GATHER_LIST;

/* ns-video-__vrb_sg */
typedef struct __VRB_SG {
    long long PhysicalAddress;
    ULONG Length;
} VRB_SG;

/* nc-dispmprt-pbanked_section_routine */
typedef void (NTAPI *PBANKED_SECTION_ROUTINE)(ULONG ReadBank, ULONG WriteBank, PVOID Context);

void NTAPI VideoPortAcquireDeviceLock(PVOID HwDeviceExtension);
void NTAPI VideoPortAcquireSpinLock(PVOID HwDeviceExtension, PSPIN_LOCK SpinLock, PUCHAR OldIrql);
void NTAPI VideoPortAcquireSpinLockAtDpcLevel(PVOID HwDeviceExtension, PSPIN_LOCK SpinLock);
VP_STATUS NTAPI VideoPortAllocateBuffer(PVOID HwDeviceExtension, ULONG Size, PVOID *Buffer);

PVOID NTAPI VideoPortAllocateCommonBuffer(PVOID HwDeviceExtension, PVP_DMA_ADAPTER VpDmaAdapter,
    ULONG DesiredLength, PPHYSICAL_ADDRESS LogicalAddress, BOOLEAN CacheEnabled, PVOID Reserved);

PVOID NTAPI VideoPortAllocateContiguousMemory(PVOID HwDeviceExtension, ULONG NumberOfBytes,
    PHYSICAL_ADDRESS HighestAcceptableAddress);

PVOID NTAPI VideoPortAllocatePool(PVOID HwDeviceExtension, VP_POOL_TYPE PoolType,
    SIZE_T NumberOfBytes, ULONG Tag);

PDMA NTAPI VideoPortAssociateEventsWithDmaHandle(PVOID HwDeviceExtension,
    PVIDEO_REQUEST_PACKET pVrp, PVOID MappedUserEvent, PVOID DisplayDriverEvent);

BOOLEAN NTAPI VideoPortCheckForDeviceExistence(PVOID HwDeviceExtension, USHORT VendorId,
    USHORT DeviceId, UCHAR RevisionId, USHORT SubVendorId, USHORT SubSystemId, ULONG Flags);

void NTAPI VideoPortClearEvent(PVOID HwDeviceExtension, PEVENT pEvent);
ULONG NTAPI VideoPortCompareMemory(PVOID Source1, PVOID Source2, SIZE_T Length);

VP_STATUS NTAPI VideoPortCompleteDma(PVOID HwDeviceExtension, PVP_DMA_ADAPTER VpDmaAdapter,
    PVP_SCATTER_GATHER_LIST VpScatterGather, BOOLEAN WriteToDevice);

VP_STATUS NTAPI VideoPortCreateEvent(PVOID HwDeviceExtension, ULONG EventFlag, PVOID Unused,
    PEVENT *ppEvent);

VP_STATUS NTAPI VideoPortCreateSecondaryDisplay(PVOID HwDeviceExtension,
    PVOID *SecondaryDeviceExtension, ULONG ulFlag);

VP_STATUS NTAPI VideoPortCreateSpinLock(PVOID HwDeviceExtension, PSPIN_LOCK *SpinLock);

BOOLEAN NTAPI VideoPortDDCMonitorHelper(PVOID HwDeviceExtension, PVOID DDCControl,
    PUCHAR EdidBuffer, ULONG EdidBufferSize);

void NTAPI VideoPortDbgReportComplete(PVIDEO_DEBUG_REPORT pReport);

PVIDEO_DEBUG_REPORT NTAPI VideoPortDbgReportCreate(PVOID HwDeviceExtension, ULONG ulCode,
    ULONG_PTR ulpArg1, ULONG_PTR ulpArg2, ULONG_PTR ulpArg3, ULONG_PTR ulpArg4);

BOOLEAN NTAPI VideoPortDbgReportSecondaryData(PVIDEO_DEBUG_REPORT pReport, PVOID pvData,
    ULONG ulDataSize);

void NTAPI VideoPortDebugPrint(VIDEO_DEBUG_LEVEL DebugPrintLevel, PSTR DebugMessage, ...);
VP_STATUS NTAPI VideoPortDeleteEvent(PVOID HwDeviceExtension, PEVENT pEvent);
VP_STATUS NTAPI VideoPortDeleteSpinLock(PVOID HwDeviceExtension, PSPIN_LOCK SpinLock);
VP_STATUS NTAPI VideoPortDisableInterrupt(PVOID HwDeviceExtension);
PDMA NTAPI VideoPortDoDma(PVOID HwDeviceExtension, PDMA pDma, DMA_FLAGS DmaFlags);
VP_STATUS NTAPI VideoPortEnableInterrupt(PVOID HwDeviceExtension);
VP_STATUS NTAPI VideoPortEnumerateChildren(PVOID HwDeviceExtension, PVOID Reserved);
VP_STATUS NTAPI VideoPortFlushRegistry(PVOID HwDeviceExtension);

void NTAPI VideoPortFreeCommonBuffer(PVOID HwDeviceExtension, ULONG Length, PVOID VirtualAddress,
    PHYSICAL_ADDRESS LogicalAddress, BOOLEAN CacheEnabled);

void NTAPI VideoPortFreeDeviceBase(PVOID HwDeviceExtension, PVOID MappedAddress);
void NTAPI VideoPortFreePool(PVOID HwDeviceExtension, PVOID Ptr);

VP_STATUS NTAPI VideoPortGetAccessRanges(PVOID HwDeviceExtension, ULONG NumRequestedResources,
    PIO_RESOURCE_DESCRIPTOR RequestedResources, ULONG NumAccessRanges,
    PVIDEO_ACCESS_RANGE AccessRanges, PVOID VendorId, PVOID DeviceId, PULONG Slot);

PVOID NTAPI VideoPortGetAssociatedDeviceExtension(PVOID DeviceObject);
ULONG NTAPI VideoPortGetAssociatedDeviceID(PVOID DeviceObject);

ULONG NTAPI VideoPortGetBusData(PVOID HwDeviceExtension, BUS_DATA_TYPE BusDataType,
    ULONG SlotNumber, PVOID Buffer, ULONG Offset, ULONG Length);

ULONG NTAPI VideoPortGetBytesUsed(PVOID HwDeviceExtension, PDMA pDma);

PVOID NTAPI VideoPortGetCommonBuffer(PVOID HwDeviceExtension, ULONG DesiredLength,
    ULONG Alignment, PPHYSICAL_ADDRESS LogicalAddress, PULONG pActualLength, BOOLEAN CacheEnabled);

UCHAR NTAPI VideoPortGetCurrentIrql(void);

PVOID NTAPI VideoPortGetDeviceBase(PVOID HwDeviceExtension, PHYSICAL_ADDRESS IoAddress,
    ULONG NumberOfUchars, UCHAR InIoSpace);

VP_STATUS NTAPI VideoPortGetDeviceData(PVOID HwDeviceExtension,
    VIDEO_DEVICE_DATA_TYPE DeviceDataType, PMINIPORT_QUERY_DEVICE_ROUTINE CallbackRoutine,
    PVOID Context);

PVP_DMA_ADAPTER NTAPI VideoPortGetDmaAdapter(PVOID HwDeviceExtension,
    PVP_DEVICE_DESCRIPTION VpDeviceDescription);

PVOID NTAPI VideoPortGetDmaContext(PVOID HwDeviceExtension, PDMA pDma);
PVOID NTAPI VideoPortGetMdl(PVOID HwDeviceExtension, PDMA pDma);

VP_STATUS NTAPI VideoPortGetRegistryParameters(PVOID HwDeviceExtension, PWSTR ParameterName,
    UCHAR IsParameterFileName, PMINIPORT_GET_REGISTRY_ROUTINE GetRegistryRoutine, PVOID Context);

PVOID NTAPI VideoPortGetRomImage(PVOID HwDeviceExtension, PVOID Unused1, ULONG Unused2,
    ULONG Length);

VP_STATUS NTAPI VideoPortGetVersion(PVOID HwDeviceExtension, PVPOSVERSIONINFO pVpOsVersionInfo);
VP_STATUS NTAPI VideoPortGetVgaStatus(PVOID HwDeviceExtension, PULONG VgaStatus);

ULONG NTAPI VideoPortInitialize(PVOID Argument1, PVOID Argument2,
    PVIDEO_HW_INITIALIZATION_DATA HwInitializationData, PVOID HwContext);

VP_STATUS NTAPI VideoPortInt10(PVOID HwDeviceExtension, PVIDEO_X86_BIOS_ARGUMENTS BiosArguments);
LONG NTAPI VideoPortInterlockedDecrement(PLONG Addend);
LONG NTAPI VideoPortInterlockedExchange(PLONG Target, LONG Value);
LONG NTAPI VideoPortInterlockedIncrement(PLONG Addend);
BOOLEAN NTAPI VideoPortIsNoVesa(void);

PVOID NTAPI VideoPortLockBuffer(PVOID HwDeviceExtension, PVOID BaseAddress, ULONG Length,
    VP_LOCK_OPERATION Operation);

BOOLEAN NTAPI VideoPortLockPages(PVOID HwDeviceExtension, PVIDEO_REQUEST_PACKET pVrp,
    PEVENT pUEvent, PEVENT pDisplayEvent, DMA_FLAGS DmaFlags);

void NTAPI VideoPortLogError(PVOID HwDeviceExtension, PVIDEO_REQUEST_PACKET Vrp,
    VP_STATUS ErrorCode, ULONG UniqueId);

VP_STATUS NTAPI VideoPortMapBankedMemory(PVOID HwDeviceExtension,
    PHYSICAL_ADDRESS PhysicalAddress, PULONG Length, PULONG InIoSpace, PVOID *VirtualAddress,
    ULONG BankLength, UCHAR ReadWriteBank, PBANKED_SECTION_ROUTINE BankRoutine, PVOID Context);

PDMA NTAPI VideoPortMapDmaMemory(PVOID HwDeviceExtension, PVIDEO_REQUEST_PACKET pVrp,
    PHYSICAL_ADDRESS BoardAddress, PULONG Length, PULONG InIoSpace, PVOID MappedUserEvent,
    PVOID DisplayDriverEvent, PVOID *VirtualAddress);

VP_STATUS NTAPI VideoPortMapMemory(PVOID HwDeviceExtension, PHYSICAL_ADDRESS PhysicalAddress,
    PULONG Length, PULONG InIoSpace, PVOID *VirtualAddress);

void NTAPI VideoPortMoveMemory(PVOID Destination, PVOID Source, ULONG Length);
void NTAPI VideoPortPutDmaAdapter(PVOID HwDeviceExtension, PVP_DMA_ADAPTER VpDmaAdapter);

LONGLONG NTAPI VideoPortQueryPerformanceCounter(PVOID HwDeviceExtension,
    PLONGLONG PerformanceFrequency);

VP_STATUS NTAPI VideoPortQueryServices(PVOID HwDeviceExtension, VIDEO_PORT_SERVICES ServicesType,
    PINTERFACE Interface);

void NTAPI VideoPortQuerySystemTime(PLARGE_INTEGER CurrentTime);

BOOLEAN NTAPI VideoPortQueueDpc(PVOID HwDeviceExtension, PMINIPORT_DPC_ROUTINE CallbackRoutine,
    PVOID Context);

void NTAPI VideoPortReadPortBufferUchar(PUCHAR Port, PUCHAR Buffer, ULONG Count);
void NTAPI VideoPortReadPortBufferUlong(PULONG Port, PULONG Buffer, ULONG Count);
void NTAPI VideoPortReadPortBufferUshort(PUSHORT Port, PUSHORT Buffer, ULONG Count);
UCHAR NTAPI VideoPortReadPortUchar(PUCHAR Port);
ULONG NTAPI VideoPortReadPortUlong(PULONG Port);
USHORT NTAPI VideoPortReadPortUshort(PUSHORT Port);
void NTAPI VideoPortReadRegisterBufferUchar(PUCHAR Register, PUCHAR Buffer, ULONG Count);
void NTAPI VideoPortReadRegisterBufferUlong(PULONG Register, PULONG Buffer, ULONG Count);
void NTAPI VideoPortReadRegisterBufferUshort(PUSHORT Register, PUSHORT Buffer, ULONG Count);
UCHAR NTAPI VideoPortReadRegisterUchar(PUCHAR Register);
ULONG NTAPI VideoPortReadRegisterUlong(PULONG Register);
USHORT NTAPI VideoPortReadRegisterUshort(PUSHORT Register);
LONG NTAPI VideoPortReadStateEvent(PVOID HwDeviceExtension, PEVENT pEvent);

VP_STATUS NTAPI VideoPortRegisterBugcheckCallback(PVOID HwDeviceExtension, ULONG BugcheckCode,
    PVIDEO_BUGCHECK_CALLBACK Callback, ULONG BugcheckDataSize);

void NTAPI VideoPortReleaseBuffer(PVOID HwDeviceExtension, PVOID Buffer);

void NTAPI VideoPortReleaseCommonBuffer(PVOID HwDeviceExtension, PVP_DMA_ADAPTER VpDmaAdapter,
    ULONG Length, PHYSICAL_ADDRESS LogicalAddress, PVOID VirtualAddress, BOOLEAN CacheEnabled);

void NTAPI VideoPortReleaseDeviceLock(PVOID HwDeviceExtension);
void NTAPI VideoPortReleaseSpinLock(PVOID HwDeviceExtension, PSPIN_LOCK SpinLock, UCHAR NewIrql);
void NTAPI VideoPortReleaseSpinLockFromDpcLevel(PVOID HwDeviceExtension, PSPIN_LOCK SpinLock);

BOOLEAN NTAPI VideoPortScanRom(PVOID HwDeviceExtension, PUCHAR RomBase, ULONG RomLength,
    PUCHAR String);

ULONG NTAPI VideoPortSetBusData(PVOID HwDeviceExtension, BUS_DATA_TYPE BusDataType,
    ULONG SlotNumber, PVOID Buffer, ULONG Offset, ULONG Length);

void NTAPI VideoPortSetBytesUsed(PVOID HwDeviceExtension, PDMA pDma, ULONG BytesUsed);
void NTAPI VideoPortSetDmaContext(PVOID HwDeviceExtension, PDMA pDma, PVOID InstanceContext);
LONG NTAPI VideoPortSetEvent(PVOID HwDeviceExtension, PEVENT pEvent);

VP_STATUS NTAPI VideoPortSetRegistryParameters(PVOID HwDeviceExtension, PWSTR ValueName,
    PVOID ValueData, ULONG ValueLength);

VP_STATUS NTAPI VideoPortSetTrappedEmulatorPorts(PVOID HwDeviceExtension, ULONG NumAccessRanges,
    PVIDEO_ACCESS_RANGE AccessRange);

BOOLEAN NTAPI VideoPortSignalDmaComplete(PVOID HwDeviceExtension, PDMA pDmaHandle);
void NTAPI VideoPortStallExecution(ULONG Microseconds);

VP_STATUS NTAPI VideoPortStartDma(PVOID HwDeviceExtension, PVP_DMA_ADAPTER VpDmaAdapter,
    PVOID Mdl, ULONG Offset, PULONG pLength, PEXECUTE_DMA ExecuteDmaRoutine, PVOID Context,
    BOOLEAN WriteToDevice);

void NTAPI VideoPortStartTimer(PVOID HwDeviceExtension);
void NTAPI VideoPortStopTimer(PVOID HwDeviceExtension);

BOOLEAN NTAPI VideoPortSynchronizeExecution(PVOID HwDeviceExtension,
    VIDEO_SYNCHRONIZE_PRIORITY Priority, PMINIPORT_SYNCHRONIZE_ROUTINE SynchronizeRoutine,
    PVOID Context);

void NTAPI VideoPortUnlockBuffer(PVOID HwDeviceExtension, PVOID Mdl);
BOOLEAN NTAPI VideoPortUnlockPages(PVOID hwDeviceExtension, PDMA pDma);

BOOLEAN NTAPI VideoPortUnmapDmaMemory(PVOID HwDeviceExtension, PVOID VirtualAddress,
    HANDLE ProcessHandle, PDMA BoardMemoryHandle);

VP_STATUS NTAPI VideoPortUnmapMemory(PVOID HwDeviceExtension, PVOID VirtualAddress,
    HANDLE ProcessHandle);

VP_STATUS NTAPI VideoPortVerifyAccessRanges(PVOID HwDeviceExtension, ULONG NumAccessRanges,
    PVIDEO_ACCESS_RANGE AccessRanges);

VP_STATUS NTAPI VideoPortWaitForSingleObject(PVOID HwDeviceExtension, PVOID Object,
    PLARGE_INTEGER Timeout);

void NTAPI VideoPortWritePortBufferUchar(PUCHAR Port, PUCHAR Buffer, ULONG Count);
void NTAPI VideoPortWritePortBufferUlong(PULONG Port, PULONG Buffer, ULONG Count);
void NTAPI VideoPortWritePortBufferUshort(PUSHORT Port, PUSHORT Buffer, ULONG Count);
void NTAPI VideoPortWritePortUchar(PUCHAR Port, UCHAR Value);
void NTAPI VideoPortWritePortUlong(PULONG Port, ULONG Value);
void NTAPI VideoPortWritePortUshort(PUSHORT Port, USHORT Value);
void NTAPI VideoPortWriteRegisterBufferUchar(PUCHAR Register, PUCHAR Buffer, ULONG Count);
void NTAPI VideoPortWriteRegisterBufferUlong(PULONG Register, PULONG Buffer, ULONG Count);
void NTAPI VideoPortWriteRegisterBufferUshort(PUSHORT Register, PUSHORT Buffer, ULONG Count);
void NTAPI VideoPortWriteRegisterUchar(PUCHAR Register, UCHAR Value);
void NTAPI VideoPortWriteRegisterUlong(PULONG Register, ULONG Value);
void NTAPI VideoPortWriteRegisterUshort(PUSHORT Register, USHORT Value);
void NTAPI VideoPortZeroDeviceMemory(PVOID Destination, ULONG Length);
void NTAPI VideoPortZeroMemory(PVOID Destination, ULONG Length);

WDK_EXTERN_C_END

#endif
