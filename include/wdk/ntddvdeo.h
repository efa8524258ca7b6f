/* SPDX-License-Identifier: MIT */
/*
 * Control codes and records of video devices.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_NTDDVDEO_H
#define WDK_NTDDVDEO_H

#include "ntddk.h"
#include "windef.h"

#define IOCTL_FSVIDEO_COPY_FRAME_BUFFER                   0x340800
#define IOCTL_FSVIDEO_REVERSE_MOUSE_POINTER               0x340808
#define IOCTL_FSVIDEO_SET_CURRENT_MODE                    0x34080C
#define IOCTL_FSVIDEO_SET_CURSOR_POSITION                 0x340814
#define IOCTL_FSVIDEO_SET_SCREEN_INFORMATION              0x340810
#define IOCTL_FSVIDEO_WRITE_TO_FRAME_BUFFER               0x340804
#define IOCTL_VIDEO_DISABLE_CURSOR                        0x230424
#define IOCTL_VIDEO_DISABLE_POINTER                       0x23043C
#define IOCTL_VIDEO_DISABLE_VDM                           0x230004
#define IOCTL_VIDEO_ENABLE_CURSOR                         0x230420
#define IOCTL_VIDEO_ENABLE_POINTER                        0x230438
#define IOCTL_VIDEO_ENABLE_VDM                            0x230000
#define IOCTL_VIDEO_ENUM_MONITOR_PDO                      0x230018
#define IOCTL_VIDEO_FREE_PUBLIC_ACCESS_RANGES             0x230464
#define IOCTL_VIDEO_GET_BANK_SELECT_CODE                  0x230454
#define IOCTL_VIDEO_GET_CHILD_STATE                       0x230480
#define IOCTL_VIDEO_GET_OUTPUT_DEVICE_POWER_STATE         0x230010
#define IOCTL_VIDEO_GET_POWER_MANAGEMENT                  0x230470
#define IOCTL_VIDEO_HANDLE_VIDEOPARAMETERS                0x230020
#define IOCTL_VIDEO_INIT_WIN32K_CALLBACKS                 0x23001C
#define IOCTL_VIDEO_IS_VGA_DEVICE                         0x230024
#define IOCTL_VIDEO_LOAD_AND_SET_FONT                     0x230414
#define IOCTL_VIDEO_MAP_VIDEO_MEMORY                      0x230458
#define IOCTL_VIDEO_MONITOR_DEVICE                        0x230014
#define IOCTL_VIDEO_PREPARE_FOR_EARECOVERY                0x23002C
#define IOCTL_VIDEO_QUERY_AVAIL_MODES                     0x230400
#define IOCTL_VIDEO_QUERY_COLOR_CAPABILITIES              0x230468
#define IOCTL_VIDEO_QUERY_CURRENT_MODE                    0x230408
#define IOCTL_VIDEO_QUERY_CURSOR_ATTR                     0x23042C
#define IOCTL_VIDEO_QUERY_CURSOR_POSITION                 0x230434
#define IOCTL_VIDEO_QUERY_DISPLAY_BRIGHTNESS              0x230498
#define IOCTL_VIDEO_QUERY_NUM_AVAIL_MODES                 0x230404
#define IOCTL_VIDEO_QUERY_POINTER_ATTR                    0x230444
#define IOCTL_VIDEO_QUERY_POINTER_CAPABILITIES            0x230450
#define IOCTL_VIDEO_QUERY_POINTER_POSITION                0x23044C
#define IOCTL_VIDEO_QUERY_PUBLIC_ACCESS_RANGES            0x230460
#define IOCTL_VIDEO_QUERY_SUPPORTED_BRIGHTNESS            0x230494
#define IOCTL_VIDEO_REGISTER_VDM                          0x230008
#define IOCTL_VIDEO_RESET_DEVICE                          0x230410
#define IOCTL_VIDEO_RESTORE_HARDWARE_STATE                0x230204
#define IOCTL_VIDEO_SAVE_HARDWARE_STATE                   0x230200
#define IOCTL_VIDEO_SET_BANK_POSITION                     0x230490
#define IOCTL_VIDEO_SET_CHILD_STATE_CONFIGURATION         0x230488
#define IOCTL_VIDEO_SET_COLOR_LUT_DATA                    0x23047C
#define IOCTL_VIDEO_SET_COLOR_REGISTERS                   0x23041C
#define IOCTL_VIDEO_SET_CURRENT_MODE                      0x23040C
#define IOCTL_VIDEO_SET_CURSOR_ATTR                       0x230428
#define IOCTL_VIDEO_SET_CURSOR_POSITION                   0x230430
#define IOCTL_VIDEO_SET_DISPLAY_BRIGHTNESS                0x23049C
#define IOCTL_VIDEO_SET_OUTPUT_DEVICE_POWER_STATE         0x23000C
#define IOCTL_VIDEO_SET_PALETTE_REGISTERS                 0x230418
#define IOCTL_VIDEO_SET_POINTER_ATTR                      0x230440
#define IOCTL_VIDEO_SET_POINTER_POSITION                  0x230448
#define IOCTL_VIDEO_SET_POWER_MANAGEMENT                  0x23046C
#define IOCTL_VIDEO_SHARE_VIDEO_MEMORY                    0x230474
#define IOCTL_VIDEO_SWITCH_DUALVIEW                       0x23048C
#define IOCTL_VIDEO_UNMAP_VIDEO_MEMORY                    0x23045C
#define IOCTL_VIDEO_UNSHARE_VIDEO_MEMORY                  0x230478
#define IOCTL_VIDEO_USE_DEVICE_IN_SESSION                 0x230028
#define IOCTL_VIDEO_VALIDATE_CHILD_STATE_CONFIGURATION    0x230484
#define BACKGROUND_BLUE                                   0x10
#define BACKGROUND_GREEN                                  0x20
#define BACKGROUND_INTENSITY                              0x80
#define BACKGROUND_RED                                    0x40
#define BITMAP_ARRAY_BYTE                                 3
#define BITMAP_BITS_BYTE_ALIGN                            8
#define BITMAP_BITS_PIXEL                                 1
#define BITMAP_BITS_WORD_ALIGN                            16
#define BITMAP_PLANES                                     1
#define BYTE_ALIGN                                        1ULL
#define CHAR_TYPE_LEADING                                 2
#define CHAR_TYPE_SBCS                                    0
#define CHAR_TYPE_TRAILING                                3
#define COMMON_LVB_GRID_HORIZONTAL                        0x400
#define COMMON_LVB_GRID_LVERTICAL                         0x800
#define COMMON_LVB_GRID_RVERTICAL                         0x1000
#define COMMON_LVB_LEADING_BYTE                           0x100
#define COMMON_LVB_REVERSE_VIDEO                          0x4000
#define COMMON_LVB_SBCSDBCS                               0x300
#define COMMON_LVB_TRAILING_BYTE                          0x200
#define COMMON_LVB_UNDERSCORE                             0x8000
#define DISPLAYPOLICY_AC                                  1
#define DISPLAYPOLICY_BOTH                                3
#define DISPLAYPOLICY_DC                                  2
#define DXGK_WIN32K_PARAM_FLAG_DISABLEVIEW                4
#define DXGK_WIN32K_PARAM_FLAG_MODESWITCH                 2
#define DXGK_WIN32K_PARAM_FLAG_UPDATEREGISTRY             1
#define FOREGROUND_BLUE                                   1
#define FOREGROUND_GREEN                                  2
#define FOREGROUND_INTENSITY                              8
#define FOREGROUND_RED                                    4
#define INDIRECT_DISPLAY_INFO_FLAGS_CREATED_IDDCX_ADAPTER 1
#define PLANAR_HC                                         1
#define VIDEO_COLOR_LUT_DATA_FORMAT_PRIVATEFORMAT         0x80000000
#define VIDEO_COLOR_LUT_DATA_FORMAT_RGB256WORDS           1
#define VIDEO_DEVICE_COLOR                                1
#define VIDEO_DUALVIEW_PRIMARY                            0x80000000
#define VIDEO_DUALVIEW_REMOVABLE                          1
#define VIDEO_DUALVIEW_SECONDARY                          0x40000000
#define VIDEO_DUALVIEW_WDDM_VGA                           0x20000000
#define VIDEO_MAX_REASON                                  9
#define VIDEO_MODE_ANIMATE_START                          8
#define VIDEO_MODE_ANIMATE_UPDATE                         0x10
#define VIDEO_MODE_ASYNC_POINTER                          1
#define VIDEO_MODE_BANKED                                 0x80
#define VIDEO_MODE_COLOR                                  1
#define VIDEO_MODE_COLOR_POINTER                          4
#define VIDEO_MODE_GRAPHICS                               2
#define VIDEO_MODE_INTERLACED                             0x10
#define VIDEO_MODE_LINEAR                                 0x100
#define VIDEO_MODE_MANAGED_PALETTE                        8
#define VIDEO_MODE_MAP_MEM_LINEAR                         0x40000000
#define VIDEO_MODE_MONO_POINTER                           2
#define VIDEO_MODE_NO_64_BIT_ACCESS                       0x40
#define VIDEO_MODE_NO_OFF_SCREEN                          0x20
#define VIDEO_MODE_NO_ZERO_MEMORY                         0x80000000
#define VIDEO_MODE_PALETTE_DRIVEN                         4
#define VIDEO_OPTIONAL_GAMMET_TABLE                       2
#define VIDEO_REASON_ALLOCATION                           6
#define VIDEO_REASON_CONFIGURATION                        9
#define VIDEO_REASON_FAILED_ROTATION                      5
#define VIDEO_REASON_LOCK                                 5
#define VIDEO_REASON_NONE                                 0
#define VIDEO_REASON_POLICY1                              1
#define VIDEO_REASON_POLICY2                              2
#define VIDEO_REASON_POLICY3                              3
#define VIDEO_REASON_POLICY4                              4
#define VIDEO_REASON_SCRATCH                              8
#define VIDEO_STATE_NON_STANDARD_VGA                      1
#define VIDEO_STATE_PACKED_CHAIN4_MODE                    4
#define VIDEO_STATE_UNEMULATED_VGA_STATE                  2
#define WORD_ALIGN                                        2ULL
#define VIDEO_DEVICE_NAME                                 "DISPLAY%d"
#define WVIDEO_DEVICE_NAME                                L"DISPLAY%d"
#define DD_FULLSCREEN_VIDEO_DEVICE_NAME                   L"\\Device\\FSVideo"

WDK_EXTERN_C_BEGIN

/* ne-ntddvdeo-_video_win32k_callbacks_params_type */
typedef enum _VIDEO_WIN32K_CALLBACKS_PARAMS_TYPE {
    VideoPowerNotifyCallout             = 1,
    VideoEnumChildPdoNotifyCallout      = 3,
    VideoFindAdapterCallout             = 4,
    VideoPnpNotifyCallout               = 7,
    VideoDxgkDisplaySwitchCallout       = 8,
    VideoDxgkFindAdapterTdrCallout      = 10,
    VideoDxgkHardwareProtectionTeardown = 11,
    VideoRepaintDesktop                 = 12,
    VideoUpdateCursor                   = 13,
    VideoDisableMultiPlaneOverlay       = 14,
} VIDEO_WIN32K_CALLBACKS_PARAMS_TYPE;

/* ne-ntddvdeo-_video_bank_type */
typedef enum _VIDEO_BANK_TYPE {
    VideoNotBanked    = 0,
    VideoBanked1RW    = 1,
    VideoBanked1R1W   = 2,
    VideoBanked2RW    = 3,
    NumVideoBankTypes = 4,
} VIDEO_BANK_TYPE;

/* ne-ntddvdeo-_video_power_state */
typedef enum _VIDEO_POWER_STATE {
    VideoPowerUnspecified = 0,
    VideoPowerOn          = 1,
    VideoPowerStandBy     = 2,
    VideoPowerSuspend     = 3,
    VideoPowerOff         = 4,
    VideoPowerHibernate   = 5,
    VideoPowerShutdown    = 6,
    VideoPowerMaximum     = 7,
} VIDEO_POWER_STATE;

typedef struct _BANK_POSITION *PBANK_POSITION;
typedef struct _CHAR_IMAGE_INFO *PCHAR_IMAGE_INFO;
typedef struct _CHAR_INFO *PCHAR_INFO;
typedef struct _COORD *PCOORD;
typedef struct _DISPLAY_BRIGHTNESS *PDISPLAY_BRIGHTNESS;
typedef struct _DXGK_WIN32K_PARAM_DATA *PDXGK_WIN32K_PARAM_DATA;
typedef struct _ENG_EVENT *PENG_EVENT;
typedef struct _ENG_EVENT *PEVENT;
typedef struct _FONT_IMAGE_INFO *PFONT_IMAGE_INFO;
typedef struct _FSCNTL_SCREEN_INFO *PFSCNTL_SCREEN_INFO;
typedef struct _FSVIDEO_COPY_FRAME_BUFFER *PFSVIDEO_COPY_FRAME_BUFFER;
typedef struct _FSVIDEO_CURSOR_POSITION *PFSVIDEO_CURSOR_POSITION;
typedef struct _FSVIDEO_MODE_INFORMATION *PFSVIDEO_MODE_INFORMATION;
typedef struct _FSVIDEO_REVERSE_MOUSE_POINTER *PFSVIDEO_REVERSE_MOUSE_POINTER;
typedef struct _FSVIDEO_SCREEN_INFORMATION *PFSVIDEO_SCREEN_INFORMATION;
typedef struct _FSVIDEO_WRITE_TO_FRAME_BUFFER *PFSVIDEO_WRITE_TO_FRAME_BUFFER;
typedef struct _VGA_CHAR *PVGA_CHAR;
typedef struct _VIDEO_BANK_SELECT *PVIDEO_BANK_SELECT;
typedef enum _VIDEO_BANK_TYPE *PVIDEO_BANK_TYPE;

/* ns-ntddvdeo-video_brightness_policy */
typedef struct {
    BOOLEAN DefaultToBiosPolicy;
    UCHAR LevelCount;
    struct {
        UCHAR BatteryLevel;
        UCHAR Brightness;
    } Level[1];
} VIDEO_BRIGHTNESS_POLICY;

typedef VIDEO_BRIGHTNESS_POLICY *PVIDEO_BRIGHTNESS_POLICY;

/* ns-ntddvdeo-_video_clutdata */
typedef struct _VIDEO_CLUTDATA {
    UCHAR Red;
    UCHAR Green;
    UCHAR Blue;
    UCHAR Unused;
} VIDEO_CLUTDATA;

/* ns-ntddvdeo-video_clut */
typedef struct {
    USHORT NumEntries;
    USHORT FirstEntry;
    union {
        VIDEO_CLUTDATA RgbArray;
        ULONG RgbLong;
    } LookupTable[1];
} VIDEO_CLUT;

typedef VIDEO_CLUT *PVIDEO_CLUT;
typedef struct _VIDEO_CLUTDATA *PVIDEO_CLUTDATA;
typedef struct _VIDEO_COLOR_CAPABILITIES *PVIDEO_COLOR_CAPABILITIES;
typedef struct _VIDEO_COLOR_LUT_DATA *PVIDEO_COLOR_LUT_DATA;
typedef struct _VIDEO_CURSOR_ATTRIBUTES *PVIDEO_CURSOR_ATTRIBUTES;
typedef struct _VIDEO_CURSOR_POSITION *PVIDEO_CURSOR_POSITION;
typedef struct _VIDEO_DEVICE_SESSION_STATUS *PVIDEO_DEVICE_SESSION_STATUS;
typedef struct _VIDEO_HARDWARE_STATE *PVIDEO_HARDWARE_STATE;
typedef struct _VIDEO_HARDWARE_STATE_HEADER *PVIDEO_HARDWARE_STATE_HEADER;
typedef struct _VIDEO_LOAD_FONT_INFORMATION *PVIDEO_LOAD_FONT_INFORMATION;
typedef struct _VIDEO_LUT_RGB256WORDS *PVIDEO_LUT_RGB256WORDS;
typedef struct _VIDEO_MEMORY *PVIDEO_MEMORY;
typedef struct _VIDEO_MEMORY_INFORMATION *PVIDEO_MEMORY_INFORMATION;
typedef struct _VIDEO_MODE *PVIDEO_MODE;
typedef struct _VIDEO_MODE_INFORMATION *PVIDEO_MODE_INFORMATION;
typedef struct tagVIDEO_MONITOR_DESCRIPTOR *PVIDEO_MONITOR_DESCRIPTOR;
typedef struct _VIDEO_NUM_MODES *PVIDEO_NUM_MODES;
typedef struct _VIDEO_PALETTE_DATA *PVIDEO_PALETTE_DATA;
typedef struct _VIDEO_PERFORMANCE_COUNTER *PVIDEO_PERFORMANCE_COUNTER;
typedef struct _VIDEO_POINTER_ATTRIBUTES *PVIDEO_POINTER_ATTRIBUTES;
typedef struct _VIDEO_POINTER_CAPABILITIES *PVIDEO_POINTER_CAPABILITIES;
typedef struct _VIDEO_POINTER_POSITION *PVIDEO_POINTER_POSITION;
typedef struct _VIDEO_POWER_MANAGEMENT *PVIDEO_POWER_MANAGEMENT;
typedef enum _VIDEO_POWER_STATE *PVIDEO_POWER_STATE;
typedef struct _VIDEO_PUBLIC_ACCESS_RANGES *PVIDEO_PUBLIC_ACCESS_RANGES;
typedef struct _VIDEO_QUERY_PERFORMANCE_COUNTER *PVIDEO_QUERY_PERFORMANCE_COUNTER;
typedef struct _VIDEO_REGISTER_VDM *PVIDEO_REGISTER_VDM;
typedef struct _VIDEO_SHARE_MEMORY *PVIDEO_SHARE_MEMORY;
typedef struct _VIDEO_SHARE_MEMORY_INFORMATION *PVIDEO_SHARE_MEMORY_INFORMATION;
typedef struct _VIDEO_VDM *PVIDEO_VDM;
typedef struct _VIDEO_WIN32K_CALLBACKS *PVIDEO_WIN32K_CALLBACKS;
typedef struct _VIDEO_WIN32K_CALLBACKS_PARAMS *PVIDEO_WIN32K_CALLBACKS_PARAMS;

typedef void (NTAPI *PVIDEO_WIN32K_CALLOUT)(PVOID Params);

/* ns-ntddvdeo-_bank_position */
typedef struct _BANK_POSITION {
    ULONG ReadBankPosition;
    ULONG WriteBankPosition;
} BANK_POSITION;

/* ns-ntddvdeo-_char_info */
typedef struct _CHAR_INFO {
    union {
        WCHAR UnicodeChar;
        CHAR AsciiChar;
    } Char;
    USHORT Attributes;
} CHAR_INFO;

/* ns-ntddvdeo-_coord */
typedef struct _COORD {
    SHORT X;
    SHORT Y;
} COORD;

/* ns-ntddvdeo-_font_image_info */
typedef struct _FONT_IMAGE_INFO {
    COORD FontSize;
    PUCHAR ImageBits;
} FONT_IMAGE_INFO;

/* ns-ntddvdeo-_char_image_info */
typedef struct _CHAR_IMAGE_INFO {
    CHAR_INFO CharInfo;
    FONT_IMAGE_INFO FontImageInfo;
} CHAR_IMAGE_INFO;

/* ns-ntddvdeo-_display_brightness */
typedef struct _DISPLAY_BRIGHTNESS {
    UCHAR ucDisplayPolicy;
    UCHAR ucACBrightness;
    UCHAR ucDCBrightness;
} DISPLAY_BRIGHTNESS;

/* ns-ntddvdeo-_dxgk_win32k_param_data */
typedef struct _DXGK_WIN32K_PARAM_DATA {
    PVOID PathsArray;
    PVOID ModesArray;
    ULONG NumPathArrayElements;
    ULONG NumModeArrayElements;
    ULONG SDCFlags;
} DXGK_WIN32K_PARAM_DATA;

/* ns-ntddvdeo-_eng_event */
typedef struct _ENG_EVENT {
    PVOID pKEvent;
    ULONG fFlags;
} ENG_EVENT;

/* ns-ntddvdeo-_fscntl_screen_info */
typedef struct _FSCNTL_SCREEN_INFO {
    COORD Position;
    COORD ScreenSize;
    ULONG nNumberOfChars;
} FSCNTL_SCREEN_INFO;

/* ns-ntddvdeo-_fsvideo_copy_frame_buffer */
typedef struct _FSVIDEO_COPY_FRAME_BUFFER {
    FSCNTL_SCREEN_INFO SrcScreen;
    FSCNTL_SCREEN_INFO DestScreen;
} FSVIDEO_COPY_FRAME_BUFFER;

/* ns-ntddvdeo-_video_cursor_position */
typedef struct _VIDEO_CURSOR_POSITION {
    SHORT Column;
    SHORT Row;
} VIDEO_CURSOR_POSITION;

/* ns-ntddvdeo-_fsvideo_cursor_position */
typedef struct _FSVIDEO_CURSOR_POSITION {
    VIDEO_CURSOR_POSITION Coord;
    ULONG dwType;
} FSVIDEO_CURSOR_POSITION;

/* ns-ntddvdeo-_video_mode_information */
typedef struct _VIDEO_MODE_INFORMATION {
    ULONG Length;
    ULONG ModeIndex;
    ULONG VisScreenWidth;
    ULONG VisScreenHeight;
    ULONG ScreenStride;
    ULONG NumberOfPlanes;
    ULONG BitsPerPlane;
    ULONG Frequency;
    ULONG XMillimeter;
    ULONG YMillimeter;
    ULONG NumberRedBits;
    ULONG NumberGreenBits;
    ULONG NumberBlueBits;
    ULONG RedMask;
    ULONG GreenMask;
    ULONG BlueMask;
    ULONG AttributeFlags;
    ULONG VideoMemoryBitmapWidth;
    ULONG VideoMemoryBitmapHeight;
    ULONG DriverSpecificAttributeFlags;
} VIDEO_MODE_INFORMATION;

/* ns-ntddvdeo-_video_memory_information */
typedef struct _VIDEO_MEMORY_INFORMATION {
    PVOID VideoRamBase;
    ULONG VideoRamLength;
    PVOID FrameBufferBase;
    ULONG FrameBufferLength;
} VIDEO_MEMORY_INFORMATION;

/* ns-ntddvdeo-_fsvideo_mode_information */
typedef struct _FSVIDEO_MODE_INFORMATION {
    VIDEO_MODE_INFORMATION VideoMode;
    VIDEO_MEMORY_INFORMATION VideoMemory;
} FSVIDEO_MODE_INFORMATION;

/* ns-ntddvdeo-_fsvideo_reverse_mouse_pointer */
typedef struct _FSVIDEO_REVERSE_MOUSE_POINTER {
    FSCNTL_SCREEN_INFO Screen;
    ULONG dwType;
} FSVIDEO_REVERSE_MOUSE_POINTER;

/* ns-ntddvdeo-_fsvideo_screen_information */
typedef struct _FSVIDEO_SCREEN_INFORMATION {
    COORD ScreenSize;
    COORD FontSize;
} FSVIDEO_SCREEN_INFORMATION;

/* ns-ntddvdeo-_fsvideo_write_to_frame_buffer */
typedef struct _FSVIDEO_WRITE_TO_FRAME_BUFFER {
    PCHAR_IMAGE_INFO SrcBuffer;
    FSCNTL_SCREEN_INFO DestScreen;
} FSVIDEO_WRITE_TO_FRAME_BUFFER;

/* ns-ntddvdeo-indirect_display_info */
typedef struct INDIRECT_DISPLAY_INFO {
    LUID DisplayAdapterLuid;
    ULONG Flags;
    ULONG NumMonitors;
    ULONG DisplayAdapterTargetBase;
} INDIRECT_DISPLAY_INFO;

/* ns-ntddvdeo-_vga_char */
typedef struct _VGA_CHAR {
    CHAR Char;
    CHAR Attributes;
} VGA_CHAR;

/* ns-ntddvdeo-_video_bank_select */
typedef struct _VIDEO_BANK_SELECT {
    ULONG Length;
    ULONG Size;
    ULONG BankingFlags;
    ULONG BankingType;
    ULONG PlanarHCBankingType;
    ULONG BitmapWidthInBytes;
    ULONG BitmapSize;
    ULONG Granularity;
    ULONG PlanarHCGranularity;
    ULONG CodeOffset;
    ULONG PlanarHCBankCodeOffset;
    ULONG PlanarHCEnableCodeOffset;
    ULONG PlanarHCDisableCodeOffset;
} VIDEO_BANK_SELECT;

/* ns-ntddvdeo-_video_color_capabilities */
typedef struct _VIDEO_COLOR_CAPABILITIES {
    ULONG Length;
    ULONG AttributeFlags;
    LONG RedPhosphoreDecay;
    LONG GreenPhosphoreDecay;
    LONG BluePhosphoreDecay;
    LONG WhiteChromaticity_x;
    LONG WhiteChromaticity_y;
    LONG WhiteChromaticity_Y;
    LONG RedChromaticity_x;
    LONG RedChromaticity_y;
    LONG GreenChromaticity_x;
    LONG GreenChromaticity_y;
    LONG BlueChromaticity_x;
    LONG BlueChromaticity_y;
    LONG WhiteGamma;
    LONG RedGamma;
    LONG GreenGamma;
    LONG BlueGamma;
} VIDEO_COLOR_CAPABILITIES;

/* ns-ntddvdeo-_video_color_lut_data */
typedef struct _VIDEO_COLOR_LUT_DATA {
    ULONG Length;
    ULONG LutDataFormat;
    UCHAR LutData[1];
} VIDEO_COLOR_LUT_DATA;

/* ns-ntddvdeo-_video_cursor_attributes */
typedef struct _VIDEO_CURSOR_ATTRIBUTES {
    USHORT Width;
    USHORT Height;
    SHORT Column;
    SHORT Row;
    UCHAR Rate;
    UCHAR Enable;
} VIDEO_CURSOR_ATTRIBUTES;

/* ns-ntddvdeo-_video_device_session_status */
typedef struct _VIDEO_DEVICE_SESSION_STATUS {
    ULONG bEnable;
    ULONG bSuccess;
} VIDEO_DEVICE_SESSION_STATUS;

/* ns-ntddvdeo-_video_hardware_state */
typedef struct _VIDEO_HARDWARE_STATE {
    PVIDEO_HARDWARE_STATE_HEADER StateHeader;
    ULONG StateLength;
} VIDEO_HARDWARE_STATE;

/* ns-ntddvdeo-_video_hardware_state_header */
typedef struct _VIDEO_HARDWARE_STATE_HEADER {
    ULONG Length;
    UCHAR PortValue[48];
    ULONG AttribIndexDataState;
    ULONG BasicSequencerOffset;
    ULONG BasicCrtContOffset;
    ULONG BasicGraphContOffset;
    ULONG BasicAttribContOffset;
    ULONG BasicDacOffset;
    ULONG BasicLatchesOffset;
    ULONG ExtendedSequencerOffset;
    ULONG ExtendedCrtContOffset;
    ULONG ExtendedGraphContOffset;
    ULONG ExtendedAttribContOffset;
    ULONG ExtendedDacOffset;
    ULONG ExtendedValidatorStateOffset;
    ULONG ExtendedMiscDataOffset;
    ULONG PlaneLength;
    ULONG Plane1Offset;
    ULONG Plane2Offset;
    ULONG Plane3Offset;
    ULONG Plane4Offset;
    ULONG VGAStateFlags;
    ULONG DIBOffset;
    ULONG DIBBitsPerPixel;
    ULONG DIBXResolution;
    ULONG DIBYResolution;
    ULONG DIBXlatOffset;
    ULONG DIBXlatLength;
    ULONG VesaInfoOffset;
    PVOID FrameBufferData;
} VIDEO_HARDWARE_STATE_HEADER;

/* ns-ntddvdeo-_video_load_font_information */
typedef struct _VIDEO_LOAD_FONT_INFORMATION {
    USHORT WidthInPixels;
    USHORT HeightInPixels;
    ULONG FontSize;
    UCHAR Font[1];
} VIDEO_LOAD_FONT_INFORMATION;

/* ns-ntddvdeo-_video_lut_rgb256words */
typedef struct _VIDEO_LUT_RGB256WORDS {
    USHORT Red[256];
    USHORT Green[256];
    USHORT Blue[256];
} VIDEO_LUT_RGB256WORDS;

/* ns-ntddvdeo-_video_memory */
typedef struct _VIDEO_MEMORY {
    PVOID RequestedVirtualAddress;
} VIDEO_MEMORY;

/* ns-ntddvdeo-_video_mode */
typedef struct _VIDEO_MODE {
    ULONG RequestedMode;
} VIDEO_MODE;

/* ns-ntddvdeo-tagvideo_monitor_descriptor */
typedef struct tagVIDEO_MONITOR_DESCRIPTOR {
    ULONG DescriptorSize;
    UCHAR Descriptor[1];
} VIDEO_MONITOR_DESCRIPTOR;

/* ns-ntddvdeo-_video_num_modes */
typedef struct _VIDEO_NUM_MODES {
    ULONG NumModes;
    ULONG ModeInformationLength;
} VIDEO_NUM_MODES;

/* ns-ntddvdeo-_video_palette_data */
typedef struct _VIDEO_PALETTE_DATA {
    USHORT NumEntries;
    USHORT FirstEntry;
    USHORT Colors[1];
} VIDEO_PALETTE_DATA;

/* ns-ntddvdeo-_video_performance_counter */
typedef struct _VIDEO_PERFORMANCE_COUNTER {
    UINT64 NbOfAllocationEvicted[10];
    UINT64 NbOfAllocationMarked[10];
    UINT64 NbOfAllocationRestored[10];
    UINT64 KBytesEvicted[10];
    UINT64 KBytesMarked[10];
    UINT64 KBytesRestored[10];
    UINT64 NbProcessCommited;
    UINT64 NbAllocationCommited;
    UINT64 NbAllocationMarked;
    UINT64 KBytesAllocated;
    UINT64 KBytesAvailable;
    UINT64 KBytesCurMarked;
    UINT64 Reference;
    UINT64 Unreference;
    UINT64 TrueReference;
    UINT64 NbOfPageIn;
    UINT64 KBytesPageIn;
    UINT64 NbOfPageOut;
    UINT64 KBytesPageOut;
    UINT64 NbOfRotateOut;
    UINT64 KBytesRotateOut;
} VIDEO_PERFORMANCE_COUNTER;

/* ns-ntddvdeo-_video_pointer_attributes */
typedef struct _VIDEO_POINTER_ATTRIBUTES {
    ULONG Flags;
    ULONG Width;
    ULONG Height;
    ULONG WidthInBytes;
    ULONG Enable;
    SHORT Column;
    SHORT Row;
    UCHAR Pixels[1];
} VIDEO_POINTER_ATTRIBUTES;

/* ns-ntddvdeo-_video_pointer_capabilities */
typedef struct _VIDEO_POINTER_CAPABILITIES {
    ULONG Flags;
    ULONG MaxWidth;
    ULONG MaxHeight;
    ULONG HWPtrBitmapStart;
    ULONG HWPtrBitmapEnd;
} VIDEO_POINTER_CAPABILITIES;

/* ns-ntddvdeo-_video_pointer_position */
typedef struct _VIDEO_POINTER_POSITION {
    SHORT Column;
    SHORT Row;
} VIDEO_POINTER_POSITION;

/* ns-ntddvdeo-_video_power_management */
typedef struct _VIDEO_POWER_MANAGEMENT {
    ULONG Length;
    ULONG DPMSVersion;
    ULONG PowerState;
} VIDEO_POWER_MANAGEMENT;

/* ns-ntddvdeo-_video_public_access_ranges */
typedef struct _VIDEO_PUBLIC_ACCESS_RANGES {
    ULONG InIoSpace;
    ULONG MappedInIoSpace;
    PVOID VirtualAddress;
} VIDEO_PUBLIC_ACCESS_RANGES;

/* ns-ntddvdeo-_video_query_performance_counter */
typedef struct _VIDEO_QUERY_PERFORMANCE_COUNTER {
    ULONG BufferSize;
    PVIDEO_PERFORMANCE_COUNTER Buffer;
} VIDEO_QUERY_PERFORMANCE_COUNTER;

/* ns-ntddvdeo-_video_register_vdm */
typedef struct _VIDEO_REGISTER_VDM {
    ULONG MinimumStateSize;
} VIDEO_REGISTER_VDM;

/* ns-ntddvdeo-_video_share_memory */
typedef struct _VIDEO_SHARE_MEMORY {
    HANDLE ProcessHandle;
    ULONG ViewOffset;
    ULONG ViewSize;
    PVOID RequestedVirtualAddress;
} VIDEO_SHARE_MEMORY;

/* ns-ntddvdeo-_video_share_memory_information */
typedef struct _VIDEO_SHARE_MEMORY_INFORMATION {
    ULONG SharedViewOffset;
    ULONG SharedViewSize;
    PVOID VirtualAddress;
} VIDEO_SHARE_MEMORY_INFORMATION;

/* ns-ntddvdeo-_video_vdm */
typedef struct _VIDEO_VDM {
    HANDLE ProcessHandle;
} VIDEO_VDM;

/* ns-ntddvdeo-_video_win32k_callbacks */
typedef struct _VIDEO_WIN32K_CALLBACKS {
    PVOID PhysDisp;
    PVIDEO_WIN32K_CALLOUT Callout;
    ULONG bACPI;
    HANDLE pPhysDeviceObject;
    ULONG DualviewFlags;
} VIDEO_WIN32K_CALLBACKS;

/* ns-ntddvdeo-_video_win32k_callbacks_params */
typedef struct _VIDEO_WIN32K_CALLBACKS_PARAMS {
    VIDEO_WIN32K_CALLBACKS_PARAMS_TYPE CalloutType;
    PVOID PhysDisp;
    ULONG_PTR Param;
    LONG Status;
    BOOLEAN LockUserSession;
    BOOLEAN IsPostDevice;
    BOOLEAN SurpriseRemoval;
} VIDEO_WIN32K_CALLBACKS_PARAMS;

DEFINE_GUID(GUID_DEVINTERFACE_DISPLAY_ADAPTER,
            0x5B45201D, 0xF2F2, 0x4F3B, 0x85, 0xBB, 0x30, 0xFF, 0x1F, 0x95, 0x35, 0x99);

DEFINE_GUID(GUID_DEVINTERFACE_MONITOR,
            0xE6F07B5F, 0xEE97, 0x4A90, 0xB0, 0x76, 0x33, 0xF5, 0x7B, 0xF4, 0xEA, 0xA7);

DEFINE_GUID(GUID_DISPLAY_DEVICE_ARRIVAL,
            0x1CA05180, 0xA699, 0x450A, 0x9A, 0x0C, 0xDE, 0x4F, 0xBE, 0x3D, 0xDD, 0x89);

DEFINE_GUID(GUID_DEVINTERFACE_VIDEO_OUTPUT_ARRIVAL,
            0x1AD9E4F0, 0xF88D, 0x4360, 0xBA, 0xB9, 0x4C, 0x2D, 0x55, 0xE5, 0x64, 0xCD);

WDK_IMPORT const DEVPROPKEY DEVPKEY_IndirectDisplay;

WDK_EXTERN_C_END

#endif
