/* SPDX-License-Identifier: MIT */
/*
 * Types shared by user-mode and kernel-mode display drivers.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_D3DUKMDT_H
#define WDK_D3DUKMDT_H

#include "inline/version.h"
#include "ntdef.h"
#include "windef.h"

#define D3DDDI_ALLOCATIONPRIORITY_HIGH                 0xA0000000
#define D3DDDI_ALLOCATIONPRIORITY_LOW                  0x50000000
#define D3DDDI_ALLOCATIONPRIORITY_MAXIMUM              0xC8000000
#define D3DDDI_ALLOCATIONPRIORITY_MINIMUM              0x28000000
#define D3DDDI_ALLOCATIONPRIORITY_NORMAL               0x78000000
#define D3DDDI_ID_ALL                                  0xFFFFFFFD
#define D3DDDI_ID_ANY                                  0xFFFFFFFE
#define D3DDDI_ID_NOTAPPLICABLE                        0
#define D3DDDI_ID_UNINITIALIZED                        0xFFFFFFFF
#define D3DDDI_MAX_BROADCAST_CONTEXT                   64
#define D3DDDI_MAX_OBJECT_SIGNALED                     32
#define D3DDDI_MAX_OBJECT_WAITED_ON                    32
#define D3DDDI_MAX_WRITTEN_PRIMARIES                   16

#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
#define D3DDDI_SYNC_OBJECT_ALL_ACCESS                  0x1F0003
#define D3DDDI_SYNC_OBJECT_SIGNAL                      2
#define D3DDDI_SYNC_OBJECT_WAIT                        1
#endif

#define D3DGPU_NULL                                    0
#define D3DGPU_UNIQUE_DRIVER_PROTECTION                0x8000000000000000ULL
#define D3DKMDT_MAX_VIDPN_SOURCES                      16
#define D3DKMDT_MAX_VIDPN_SOURCES_BITCOUNT             4

#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3
#define D3DKMT_CROSS_ADAPTER_RESOURCE_HEIGHT_ALIGNMENT 4
#define D3DKMT_CROSS_ADAPTER_RESOURCE_PITCH_ALIGNMENT  128
#endif

#define D3D_UMD_INTERFACE_VERSION_VISTA                12
#define D3D_UMD_INTERFACE_VERSION_WDDM1_3              0x4002
#define D3D_UMD_INTERFACE_VERSION_WDDM2_0              0x5002
#define D3D_UMD_INTERFACE_VERSION_WDDM2_0_M1           0x5000
#define D3D_UMD_INTERFACE_VERSION_WDDM2_0_M1_3         0x5001
#define D3D_UMD_INTERFACE_VERSION_WDDM2_0_M2_2         0x5002
#define D3D_UMD_INTERFACE_VERSION_WDDM2_1              0x6003
#define D3D_UMD_INTERFACE_VERSION_WDDM2_1_1            0x6000
#define D3D_UMD_INTERFACE_VERSION_WDDM2_1_2            0x6001
#define D3D_UMD_INTERFACE_VERSION_WDDM2_1_3            0x6002
#define D3D_UMD_INTERFACE_VERSION_WDDM2_1_4            0x6003
#define D3D_UMD_INTERFACE_VERSION_WDDM2_2              0x7001
#define D3D_UMD_INTERFACE_VERSION_WDDM2_2_1            0x7000
#define D3D_UMD_INTERFACE_VERSION_WDDM2_2_2            0x7001
#define D3D_UMD_INTERFACE_VERSION_WDDM2_3              0x8001
#define D3D_UMD_INTERFACE_VERSION_WDDM2_3_1            0x8000
#define D3D_UMD_INTERFACE_VERSION_WDDM2_3_2            0x8001
#define D3D_UMD_INTERFACE_VERSION_WIN7                 0x2003
#define D3D_UMD_INTERFACE_VERSION_WIN8                 0x3004
#define D3D_UMD_INTERFACE_VERSION_WIN8_CP              0x3002
#define D3D_UMD_INTERFACE_VERSION_WIN8_M3              0x3001
#define D3D_UMD_INTERFACE_VERSION_WIN8_RC              0x3003
#define DXGK_MAX_PAGE_TABLE_LEVEL_COUNT                6
#define DXGK_MIN_PAGE_TABLE_LEVEL_COUNT                2
#define IOCTL_GPUP_DRIVER_ESCAPE                       0x226460

WDK_EXTERN_C_BEGIN

typedef struct _D3DDDI_SURFACEINFO D3DDDI_SURFACEINFO;

/* ne-d3dukmdt-_d3dddiformat */
typedef enum _D3DDDIFORMAT {
    D3DDDIFMT_UNKNOWN                 = 0,
    D3DDDIFMT_R8G8B8                  = 0x14,
    D3DDDIFMT_A8R8G8B8                = 0x15,
    D3DDDIFMT_X8R8G8B8                = 0x16,
    D3DDDIFMT_R5G6B5                  = 0x17,
    D3DDDIFMT_X1R5G5B5                = 0x18,
    D3DDDIFMT_A1R5G5B5                = 0x19,
    D3DDDIFMT_A4R4G4B4                = 0x1A,
    D3DDDIFMT_R3G3B2                  = 0x1B,
    D3DDDIFMT_A8                      = 0x1C,
    D3DDDIFMT_A8R3G3B2                = 0x1D,
    D3DDDIFMT_X4R4G4B4                = 0x1E,
    D3DDDIFMT_A2B10G10R10             = 0x1F,
    D3DDDIFMT_A8B8G8R8                = 0x20,
    D3DDDIFMT_X8B8G8R8                = 0x21,
    D3DDDIFMT_G16R16                  = 0x22,
    D3DDDIFMT_A2R10G10B10             = 0x23,
    D3DDDIFMT_A16B16G16R16            = 0x24,
    D3DDDIFMT_A8P8                    = 0x28,
    D3DDDIFMT_P8                      = 0x29,
    D3DDDIFMT_L8                      = 0x32,
    D3DDDIFMT_A8L8                    = 0x33,
    D3DDDIFMT_A4L4                    = 0x34,
    D3DDDIFMT_V8U8                    = 0x3C,
    D3DDDIFMT_L6V5U5                  = 0x3D,
    D3DDDIFMT_X8L8V8U8                = 0x3E,
    D3DDDIFMT_Q8W8V8U8                = 0x3F,
    D3DDDIFMT_V16U16                  = 0x40,
    D3DDDIFMT_W11V11U10               = 0x41,
    D3DDDIFMT_A2W10V10U10             = 0x43,
    D3DDDIFMT_UYVY                    = 0x59565955,
    D3DDDIFMT_R8G8_B8G8               = 0x47424752,
    D3DDDIFMT_YUY2                    = 0x32595559,
    D3DDDIFMT_G8R8_G8B8               = 0x42475247,
    D3DDDIFMT_DXT1                    = 0x31545844,
    D3DDDIFMT_DXT2                    = 0x32545844,
    D3DDDIFMT_DXT3                    = 0x33545844,
    D3DDDIFMT_DXT4                    = 0x34545844,
    D3DDDIFMT_DXT5                    = 0x35545844,
    D3DDDIFMT_D16_LOCKABLE            = 0x46,
    D3DDDIFMT_D32                     = 0x47,
    D3DDDIFMT_D15S1                   = 0x49,
    D3DDDIFMT_D24S8                   = 0x4B,
    D3DDDIFMT_D24X8                   = 0x4D,
    D3DDDIFMT_D24X4S4                 = 0x4F,
    D3DDDIFMT_D16                     = 0x50,
    D3DDDIFMT_D32F_LOCKABLE           = 0x52,
    D3DDDIFMT_D24FS8                  = 0x53,
    D3DDDIFMT_D32_LOCKABLE            = 0x54,
    D3DDDIFMT_S8_LOCKABLE             = 0x55,
    D3DDDIFMT_S1D15                   = 0x48,
    D3DDDIFMT_S8D24                   = 0x4A,
    D3DDDIFMT_X8D24                   = 0x4C,
    D3DDDIFMT_X4S4D24                 = 0x4E,
    D3DDDIFMT_L16                     = 0x51,
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3
    D3DDDIFMT_G8R8                    = 0x5B,
    D3DDDIFMT_R8                      = 0x5C,
#endif
    D3DDDIFMT_VERTEXDATA              = 0x64,
    D3DDDIFMT_INDEX16                 = 0x65,
    D3DDDIFMT_INDEX32                 = 0x66,
    D3DDDIFMT_Q16W16V16U16            = 0x6E,
    D3DDDIFMT_MULTI2_ARGB8            = 0x3154454D,
    D3DDDIFMT_R16F                    = 0x6F,
    D3DDDIFMT_G16R16F                 = 0x70,
    D3DDDIFMT_A16B16G16R16F           = 0x71,
    D3DDDIFMT_R32F                    = 0x72,
    D3DDDIFMT_G32R32F                 = 0x73,
    D3DDDIFMT_A32B32G32R32F           = 0x74,
    D3DDDIFMT_CxV8U8                  = 0x75,
    D3DDDIFMT_A1                      = 0x76,
    D3DDDIFMT_A2B10G10R10_XR_BIAS     = 0x77,
    D3DDDIFMT_DXVACOMPBUFFER_BASE     = 0x96,
    D3DDDIFMT_PICTUREPARAMSDATA       = 0x96,
    D3DDDIFMT_MACROBLOCKDATA          = 0x97,
    D3DDDIFMT_RESIDUALDIFFERENCEDATA  = 0x98,
    D3DDDIFMT_DEBLOCKINGDATA          = 0x99,
    D3DDDIFMT_INVERSEQUANTIZATIONDATA = 0x9A,
    D3DDDIFMT_SLICECONTROLDATA        = 0x9B,
    D3DDDIFMT_BITSTREAMDATA           = 0x9C,
    D3DDDIFMT_MOTIONVECTORBUFFER      = 0x9D,
    D3DDDIFMT_FILMGRAINBUFFER         = 0x9E,
    D3DDDIFMT_DXVA_RESERVED9          = 0x9F,
    D3DDDIFMT_DXVA_RESERVED10         = 0xA0,
    D3DDDIFMT_DXVA_RESERVED11         = 0xA1,
    D3DDDIFMT_DXVA_RESERVED12         = 0xA2,
    D3DDDIFMT_DXVA_RESERVED13         = 0xA3,
    D3DDDIFMT_DXVA_RESERVED14         = 0xA4,
    D3DDDIFMT_DXVA_RESERVED15         = 0xA5,
    D3DDDIFMT_DXVA_RESERVED16         = 0xA6,
    D3DDDIFMT_DXVA_RESERVED17         = 0xA7,
    D3DDDIFMT_DXVA_RESERVED18         = 0xA8,
    D3DDDIFMT_DXVA_RESERVED19         = 0xA9,
    D3DDDIFMT_DXVA_RESERVED20         = 0xAA,
    D3DDDIFMT_DXVA_RESERVED21         = 0xAB,
    D3DDDIFMT_DXVA_RESERVED22         = 0xAC,
    D3DDDIFMT_DXVA_RESERVED23         = 0xAD,
    D3DDDIFMT_DXVA_RESERVED24         = 0xAE,
    D3DDDIFMT_DXVA_RESERVED25         = 0xAF,
    D3DDDIFMT_DXVA_RESERVED26         = 0xB0,
    D3DDDIFMT_DXVA_RESERVED27         = 0xB1,
    D3DDDIFMT_DXVA_RESERVED28         = 0xB2,
    D3DDDIFMT_DXVA_RESERVED29         = 0xB3,
    D3DDDIFMT_DXVA_RESERVED30         = 0xB4,
    D3DDDIFMT_DXVA_RESERVED31         = 0xB5,
    D3DDDIFMT_DXVACOMPBUFFER_MAX      = 0xB5,
    D3DDDIFMT_BINARYBUFFER            = 0xC7,
    D3DDDIFMT_FORCE_UINT              = 0x7FFFFFFF,
} D3DDDIFORMAT;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
/* ne-d3dukmdt-_d3dddigpuvirtualaddress_reservation_type */
typedef enum _D3DDDIGPUVIRTUALADDRESS_RESERVATION_TYPE {
    D3DDDIGPUVIRTUALADDRESS_RESERVE_NO_ACCESS = 0,
    D3DDDIGPUVIRTUALADDRESS_RESERVE_ZERO      = 1,
    D3DDDIGPUVIRTUALADDRESS_RESERVE_NO_COMMIT = 2,
} D3DDDIGPUVIRTUALADDRESS_RESERVATION_TYPE;
#endif

/* ne-d3dukmdt-_d3dddimultisample_type */
typedef enum _D3DDDIMULTISAMPLE_TYPE {
    D3DDDIMULTISAMPLE_NONE        = 0,
    D3DDDIMULTISAMPLE_NONMASKABLE = 1,
    D3DDDIMULTISAMPLE_2_SAMPLES   = 2,
    D3DDDIMULTISAMPLE_3_SAMPLES   = 3,
    D3DDDIMULTISAMPLE_4_SAMPLES   = 4,
    D3DDDIMULTISAMPLE_5_SAMPLES   = 5,
    D3DDDIMULTISAMPLE_6_SAMPLES   = 6,
    D3DDDIMULTISAMPLE_7_SAMPLES   = 7,
    D3DDDIMULTISAMPLE_8_SAMPLES   = 8,
    D3DDDIMULTISAMPLE_9_SAMPLES   = 9,
    D3DDDIMULTISAMPLE_10_SAMPLES  = 10,
    D3DDDIMULTISAMPLE_11_SAMPLES  = 11,
    D3DDDIMULTISAMPLE_12_SAMPLES  = 12,
    D3DDDIMULTISAMPLE_13_SAMPLES  = 13,
    D3DDDIMULTISAMPLE_14_SAMPLES  = 14,
    D3DDDIMULTISAMPLE_15_SAMPLES  = 15,
    D3DDDIMULTISAMPLE_16_SAMPLES  = 0x10,
    D3DDDIMULTISAMPLE_FORCE_UINT  = 0x7FFFFFFF,
} D3DDDIMULTISAMPLE_TYPE;

/* ne-d3dukmdt-d3dddi_color_space_type */
typedef enum D3DDDI_COLOR_SPACE_TYPE {
    D3DDDI_COLOR_SPACE_RGB_FULL_G22_NONE_P709           = 0,
    D3DDDI_COLOR_SPACE_RGB_FULL_G10_NONE_P709           = 1,
    D3DDDI_COLOR_SPACE_RGB_STUDIO_G22_NONE_P709         = 2,
    D3DDDI_COLOR_SPACE_RGB_STUDIO_G22_NONE_P2020        = 3,
    D3DDDI_COLOR_SPACE_RESERVED                         = 4,
    D3DDDI_COLOR_SPACE_YCBCR_FULL_G22_NONE_P709_X601    = 5,
    D3DDDI_COLOR_SPACE_YCBCR_STUDIO_G22_LEFT_P601       = 6,
    D3DDDI_COLOR_SPACE_YCBCR_FULL_G22_LEFT_P601         = 7,
    D3DDDI_COLOR_SPACE_YCBCR_STUDIO_G22_LEFT_P709       = 8,
    D3DDDI_COLOR_SPACE_YCBCR_FULL_G22_LEFT_P709         = 9,
    D3DDDI_COLOR_SPACE_YCBCR_STUDIO_G22_LEFT_P2020      = 10,
    D3DDDI_COLOR_SPACE_YCBCR_FULL_G22_LEFT_P2020        = 11,
    D3DDDI_COLOR_SPACE_RGB_FULL_G2084_NONE_P2020        = 12,
    D3DDDI_COLOR_SPACE_YCBCR_STUDIO_G2084_LEFT_P2020    = 13,
    D3DDDI_COLOR_SPACE_RGB_STUDIO_G2084_NONE_P2020      = 14,
    D3DDDI_COLOR_SPACE_YCBCR_STUDIO_G22_TOPLEFT_P2020   = 15,
    D3DDDI_COLOR_SPACE_YCBCR_STUDIO_G2084_TOPLEFT_P2020 = 16,
    D3DDDI_COLOR_SPACE_RGB_FULL_G22_NONE_P2020          = 17,
    D3DDDI_COLOR_SPACE_YCBCR_STUDIO_GHLG_TOPLEFT_P2020  = 18,
    D3DDDI_COLOR_SPACE_YCBCR_FULL_GHLG_TOPLEFT_P2020    = 19,
    D3DDDI_COLOR_SPACE_RGB_STUDIO_G24_NONE_P709         = 20,
    D3DDDI_COLOR_SPACE_RGB_STUDIO_G24_NONE_P2020        = 21,
    D3DDDI_COLOR_SPACE_YCBCR_STUDIO_G24_LEFT_P709       = 22,
    D3DDDI_COLOR_SPACE_YCBCR_STUDIO_G24_LEFT_P2020      = 23,
    D3DDDI_COLOR_SPACE_YCBCR_STUDIO_G24_TOPLEFT_P2020   = 24,
    D3DDDI_COLOR_SPACE_CUSTOM                           = -1,
} D3DDDI_COLOR_SPACE_TYPE;

/* ne-d3dukmdt-d3dddi_flipinterval_type */
typedef enum D3DDDI_FLIPINTERVAL_TYPE {
    D3DDDI_FLIPINTERVAL_IMMEDIATE               = 0,
    D3DDDI_FLIPINTERVAL_ONE                     = 1,
    D3DDDI_FLIPINTERVAL_TWO                     = 2,
    D3DDDI_FLIPINTERVAL_THREE                   = 3,
    D3DDDI_FLIPINTERVAL_FOUR                    = 4,
    D3DDDI_FLIPINTERVAL_IMMEDIATE_ALLOW_TEARING = 5,
} D3DDDI_FLIPINTERVAL_TYPE;

/* ne-d3dukmdt-_d3dddi_gammaramp_type */
typedef enum _D3DDDI_GAMMARAMP_TYPE {
    D3DDDI_GAMMARAMP_UNINITIALIZED = 0,
    D3DDDI_GAMMARAMP_DEFAULT       = 1,
    D3DDDI_GAMMARAMP_RGB256x3x16   = 2,
    D3DDDI_GAMMARAMP_DXGI_1        = 3,
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_3
    D3DDDI_GAMMARAMP_MATRIX_3x4    = 4,
#endif
} D3DDDI_GAMMARAMP_TYPE;

/* ne-d3dukmdt-_d3dddi_hdr_metadata_type */
typedef enum _D3DDDI_HDR_METADATA_TYPE {
    D3DDDI_HDR_METADATA_TYPE_NONE  = 0,
    D3DDDI_HDR_METADATA_TYPE_HDR10 = 1,
} D3DDDI_HDR_METADATA_TYPE;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN8
/* ne-d3dukmdt-_d3dddi_offer_priority */
typedef enum _D3DDDI_OFFER_PRIORITY {
    D3DDDI_OFFER_PRIORITY_NONE   = 0,
    D3DDDI_OFFER_PRIORITY_LOW    = 1,
    D3DDDI_OFFER_PRIORITY_NORMAL = 2,
    D3DDDI_OFFER_PRIORITY_HIGH   = 3,
    D3DDDI_OFFER_PRIORITY_AUTO   = 4,
} D3DDDI_OFFER_PRIORITY;
#endif

/* ne-d3dukmdt-_d3dddi_output_wire_color_space_type */
typedef enum _D3DDDI_OUTPUT_WIRE_COLOR_SPACE_TYPE {
    D3DDDI_OUTPUT_WIRE_COLOR_SPACE_G22_P709     = 0,
    D3DDDI_OUTPUT_WIRE_COLOR_SPACE_RESERVED     = 4,
    D3DDDI_OUTPUT_WIRE_COLOR_SPACE_G2084_P2020  = 12,
    D3DDDI_OUTPUT_WIRE_COLOR_SPACE_G22_P709_WCG = 30,
    D3DDDI_OUTPUT_WIRE_COLOR_SPACE_G22_P2020    = 31,
} D3DDDI_OUTPUT_WIRE_COLOR_SPACE_TYPE;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
/* ne-d3dukmdt-d3dddi_pagingqueue_priority */
typedef enum D3DDDI_PAGINGQUEUE_PRIORITY {
    D3DDDI_PAGINGQUEUE_PRIORITY_BELOW_NORMAL = -1,
    D3DDDI_PAGINGQUEUE_PRIORITY_NORMAL       = 0,
    D3DDDI_PAGINGQUEUE_PRIORITY_ABOVE_NORMAL = 1,
} D3DDDI_PAGINGQUEUE_PRIORITY;
#endif

/* ne-d3dukmdt-_d3dddi_pool */
typedef enum _D3DDDI_POOL {
    D3DDDIPOOL_SYSTEMMEM      = 1,
    D3DDDIPOOL_VIDEOMEMORY    = 2,
    D3DDDIPOOL_LOCALVIDMEM    = 3,
    D3DDDIPOOL_NONLOCALVIDMEM = 4,
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3
    D3DDDIPOOL_STAGINGMEM     = 5,
#endif
} D3DDDI_POOL;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_1
/* ne-d3dukmdt-_d3dddi_reclaim_result */
typedef enum _D3DDDI_RECLAIM_RESULT {
    D3DDDI_RECLAIM_RESULT_OK            = 0,
    D3DDDI_RECLAIM_RESULT_DISCARDED     = 1,
    D3DDDI_RECLAIM_RESULT_NOT_COMMITTED = 2,
} D3DDDI_RECLAIM_RESULT;
#endif

/* ne-d3dukmdt-_d3dddi_rotation */
typedef enum _D3DDDI_ROTATION {
    D3DDDI_ROTATION_IDENTITY = 1,
    D3DDDI_ROTATION_90       = 2,
    D3DDDI_ROTATION_180      = 3,
    D3DDDI_ROTATION_270      = 4,
} D3DDDI_ROTATION;

/* ne-d3dukmdt-d3dddi_scanlineordering */
typedef enum D3DDDI_SCANLINEORDERING {
    D3DDDI_SCANLINEORDERING_UNKNOWN     = 0,
    D3DDDI_SCANLINEORDERING_PROGRESSIVE = 1,
    D3DDDI_SCANLINEORDERING_INTERLACED  = 2,
} D3DDDI_SCANLINEORDERING;

/* ne-d3dukmdt-_d3dddi_synchronizationobject_type */
typedef enum _D3DDDI_SYNCHRONIZATIONOBJECT_TYPE {
    D3DDDI_SYNCHRONIZATION_MUTEX    = 1,
    D3DDDI_SEMAPHORE                = 2,
    D3DDDI_FENCE                    = 3,
    D3DDDI_CPU_NOTIFICATION         = 4,
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
    D3DDDI_MONITORED_FENCE          = 5,
#endif
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_2
    D3DDDI_PERIODIC_MONITORED_FENCE = 6,
#endif
} D3DDDI_SYNCHRONIZATIONOBJECT_TYPE;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
/* ne-d3dukmdt-_d3dddi_updategpuvirtualaddress_operation_type */
typedef enum _D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION_TYPE {
    D3DDDI_UPDATEGPUVIRTUALADDRESS_MAP         = 0,
    D3DDDI_UPDATEGPUVIRTUALADDRESS_UNMAP       = 1,
    D3DDDI_UPDATEGPUVIRTUALADDRESS_COPY        = 2,
    D3DDDI_UPDATEGPUVIRTUALADDRESS_MAP_PROTECT = 3,
} D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION_TYPE;
#endif

/* ne-d3dukmdt-_d3dddi_video_signal_scanline_ordering */
typedef enum _D3DDDI_VIDEO_SIGNAL_SCANLINE_ORDERING {
    D3DDDI_VSSLO_UNINITIALIZED              = 0,
    D3DDDI_VSSLO_PROGRESSIVE                = 1,
    D3DDDI_VSSLO_INTERLACED_UPPERFIELDFIRST = 2,
    D3DDDI_VSSLO_INTERLACED_LOWERFIELDFIRST = 3,
    D3DDDI_VSSLO_OTHER                      = 255,
} D3DDDI_VIDEO_SIGNAL_SCANLINE_ORDERING;

/* ne-d3dukmdt-_dxgkvgpu_escape_type */
typedef enum _DXGKVGPU_ESCAPE_TYPE {
    DXGKVGPU_ESCAPE_TYPE_READ_PCI_CONFIG         = 0,
    DXGKVGPU_ESCAPE_TYPE_WRITE_PCI_CONFIG        = 1,
    DXGKVGPU_ESCAPE_TYPE_INITIALIZE              = 2,
    DXGKVGPU_ESCAPE_TYPE_RELEASE                 = 3,
    DXGKVGPU_ESCAPE_TYPE_GET_VGPU_TYPE           = 4,
    DXGKVGPU_ESCAPE_TYPE_POWERTRANSITIONCOMPLETE = 5,
} DXGKVGPU_ESCAPE_TYPE;

#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3
/* ne-d3dukmdt-_dxgk_miracast_chunk_type */
typedef enum _DXGK_MIRACAST_CHUNK_TYPE {
    DXGK_MIRACAST_CHUNK_TYPE_UNKNOWN                 = 0,
    DXGK_MIRACAST_CHUNK_TYPE_COLOR_CONVERT_COMPLETE  = 1,
    DXGK_MIRACAST_CHUNK_TYPE_ENCODE_COMPLETE         = 2,
    DXGK_MIRACAST_CHUNK_TYPE_FRAME_START             = 3,
    DXGK_MIRACAST_CHUNK_TYPE_FRAME_DROPPED           = 4,
    DXGK_MIRACAST_CHUNK_TYPE_ENCODE_DRIVER_DEFINED_1 = (int)0x80000000,
    DXGK_MIRACAST_CHUNK_TYPE_ENCODE_DRIVER_DEFINED_2 = (int)0x80000001,
} DXGK_MIRACAST_CHUNK_TYPE;
#endif

/* ne-d3dukmdt-_dxgk_pte_page_size */
typedef enum _DXGK_PTE_PAGE_SIZE {
    DXGK_PTE_PAGE_TABLE_PAGE_4KB  = 0,
    DXGK_PTE_PAGE_TABLE_PAGE_64KB = 1,
} DXGK_PTE_PAGE_SIZE;

typedef UINT D3DDDI_VIDEO_PRESENT_SOURCE_ID;
typedef UINT D3DDDI_VIDEO_PRESENT_TARGET_ID;
typedef ULONGLONG D3DGPU_SIZE_T;
typedef ULONGLONG D3DGPU_VIRTUAL_ADDRESS;
typedef UINT D3DKMT_HANDLE;
typedef struct _D3DKMDT_3X4_COLORSPACE_TRANSFORM *PD3DDDI_3x4_COLORSPACE_TRANSFORM;
typedef struct _GPUP_DRIVER_ESCAPE_INPUT *PGPUP_DRIVER_ESCAPE_INPUT;

/* ns-d3dukmdt-_d3dddi_rational */
typedef struct _D3DDDI_RATIONAL {
    UINT Numerator;
    UINT Denominator;
} D3DDDI_RATIONAL;

/* ns-d3dukmdt-_d3dddi_resourceflags */
typedef struct _D3DDDI_RESOURCEFLAGS {
    union {
        struct {
            UINT RenderTarget : 1;
            UINT ZBuffer : 1;
            UINT Dynamic : 1;
            UINT HintStatic : 1;
            UINT AutogenMipmap : 1;
            UINT DMap : 1;
            UINT WriteOnly : 1;
            UINT NotLockable : 1;
            UINT Points : 1;
            UINT RtPatches : 1;
            UINT NPatches : 1;
            UINT SharedResource : 1;
            UINT DiscardRenderTarget : 1;
            UINT Video : 1;
            UINT CaptureBuffer : 1;
            UINT Primary : 1;
            UINT Texture : 1;
            UINT CubeMap : 1;
            UINT Volume : 1;
            UINT VertexBuffer : 1;
            UINT IndexBuffer : 1;
            UINT DecodeRenderTarget : 1;
            UINT DecodeCompressedBuffer : 1;
            UINT VideoProcessRenderTarget : 1;
            UINT CpuOptimized : 1;
            UINT MightDrawFromLocked : 1;
            UINT Overlay : 1;
            UINT MatchGdiPrimary : 1;
            UINT InterlacedRefresh : 1;
            UINT TextApi : 1;
            UINT RestrictedContent : 1;
            UINT RestrictSharedAccess : 1;
        };
        UINT Value;
    };
} D3DDDI_RESOURCEFLAGS;

/* ns-d3dukmdt-_d3dddiarg_createresource */
typedef struct _D3DDDIARG_CREATERESOURCE {
    D3DDDIFORMAT Format;
    D3DDDI_POOL Pool;
    D3DDDIMULTISAMPLE_TYPE MultisampleType;
    UINT MultisampleQuality;
    const D3DDDI_SURFACEINFO *pSurfList;
    UINT SurfCount;
    UINT MipLevels;
    UINT Fvf;
    D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
    D3DDDI_RATIONAL RefreshRate;
    HANDLE hResource;
    D3DDDI_RESOURCEFLAGS Flags;
    D3DDDI_ROTATION Rotation;
} D3DDDIARG_CREATERESOURCE;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN8
/* ns-d3dukmdt-_d3dddi_resourceflags2 */
typedef struct _D3DDDI_RESOURCEFLAGS2 {
    union {
        struct {
            UINT VideoEncoder : 1;
            UINT UserMemory : 1;
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3
            UINT CrossAdapter : 1;
#endif
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
            UINT IsDisplayable : 1;
            UINT Reserved : 28;
#endif
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3 && \
    WDK_SHARED_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WDDM2_0
            UINT Reserved : 29;
#endif
#if WDK_SHARED_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WDDM1_3
            UINT Reserved : 30;
#endif
        };
        UINT Value;
    };
} D3DDDI_RESOURCEFLAGS2;

/* ns-d3dukmdt-_d3dddiarg_createresource2 */
typedef struct _D3DDDIARG_CREATERESOURCE2 {
    D3DDDIFORMAT Format;
    D3DDDI_POOL Pool;
    D3DDDIMULTISAMPLE_TYPE MultisampleType;
    UINT MultisampleQuality;
    const D3DDDI_SURFACEINFO *pSurfList;
    UINT SurfCount;
    UINT MipLevels;
    UINT Fvf;
    D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
    D3DDDI_RATIONAL RefreshRate;
    HANDLE hResource;
    D3DDDI_RESOURCEFLAGS Flags;
    D3DDDI_ROTATION Rotation;
    D3DDDI_RESOURCEFLAGS2 Flags2;
} D3DDDIARG_CREATERESOURCE2;
#endif

/* ns-d3dukmdt-_d3dddicb_destroyallocation2flags */
typedef struct _D3DDDICB_DESTROYALLOCATION2FLAGS {
    union {
        struct {
            UINT AssumeNotInUse : 1;
            UINT SynchronousDestroy : 1;
            UINT Reserved : 29;
            UINT SystemUseOnly : 1;
        };
        UINT Value;
    };
} D3DDDICB_DESTROYALLOCATION2FLAGS;

/* ns-d3dukmdt-_d3dddicb_lock2flags */
typedef struct _D3DDDICB_LOCK2FLAGS {
    union {
        struct {
            UINT Reserved : 32;
        };
        UINT Value;
    };
} D3DDDICB_LOCK2FLAGS;

/* ns-d3dukmdt-_d3dddicb_lockflags */
typedef struct _D3DDDICB_LOCKFLAGS {
    union {
        struct {
            UINT ReadOnly : 1;
            UINT WriteOnly : 1;
            UINT DonotWait : 1;
            UINT IgnoreSync : 1;
            UINT LockEntire : 1;
            UINT DonotEvict : 1;
            UINT AcquireAperture : 1;
            UINT Discard : 1;
            UINT NoExistingReference : 1;
            UINT UseAlternateVA : 1;
            UINT IgnoreReadSync : 1;
            UINT Reserved : 21;
        };
        UINT Value;
    };
} D3DDDICB_LOCKFLAGS;

/* ns-d3dukmdt-_d3dddicb_signalflags */
typedef struct _D3DDDICB_SIGNALFLAGS {
    union {
        struct {
            UINT SignalAtSubmission : 1;
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN8
            UINT EnqueueCpuEvent : 1;
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
            UINT AllowFenceRewind : 1;
            UINT Reserved : 28;
            UINT DXGK_SIGNAL_FLAG_INTERNAL0 : 1;
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN8 && \
    DXGKDDI_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WDDM2_0
            UINT Reserved : 30;
#endif
#if DXGKDDI_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WIN8
            UINT Reserved : 31;
#endif
        };
        UINT Value;
    };
} D3DDDICB_SIGNALFLAGS;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
/* ns-d3dukmdt-_d3dddigpuvirtualaddress_protection_type */
typedef struct _D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE {
    union {
        struct {
            UINT64 Write : 1;
            UINT64 Execute : 1;
            UINT64 Zero : 1;
            UINT64 NoAccess : 1;
            UINT64 SystemUseOnly : 1;
            UINT64 Reserved : 59;
        };
        UINT64 Value;
    };
} D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE;
#endif

/* ns-d3dukmdt-_d3dddirect */
typedef struct _D3DDDIRECT {
    LONG left;
    LONG top;
    LONG right;
    LONG bottom;
} D3DDDIRECT;

/* ns-d3dukmdt-_d3dddi_allocationinfo */
typedef struct _D3DDDI_ALLOCATIONINFO {
    D3DKMT_HANDLE hAllocation;
    const void *pSystemMem;
    void *pPrivateDriverData;
    UINT PrivateDriverDataSize;
    D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
    union {
        struct {
            UINT Primary : 1;
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN8
            UINT Stereo : 1;
            UINT Reserved : 30;
#endif
#if WDK_SHARED_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WIN8
            UINT Reserved : 31;
#endif
        };
        UINT Value;
    } Flags;
} D3DDDI_ALLOCATIONINFO;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN7
/* ns-d3dukmdt-_d3dddi_allocationinfo2 */
typedef struct _D3DDDI_ALLOCATIONINFO2 {
    D3DKMT_HANDLE hAllocation;
    union {
        HANDLE hSection;
        const void *pSystemMem;
    };
    void *pPrivateDriverData;
    UINT PrivateDriverDataSize;
    D3DDDI_VIDEO_PRESENT_SOURCE_ID VidPnSourceId;
    union {
        struct {
            UINT Primary : 1;
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN8
            UINT Stereo : 1;
#endif
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_2
            UINT OverridePriority : 1;
            UINT Reserved : 29;
#endif
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN8 && \
    WDK_SHARED_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WDDM2_2
            UINT Reserved : 30;
#endif
#if WDK_SHARED_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WIN8
            UINT Reserved : 31;
#endif
        };
        UINT Value;
    } Flags;
    D3DGPU_VIRTUAL_ADDRESS GpuVirtualAddress;
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_2
    union {
        UINT Priority;
        ULONG_PTR Unused;
    };
    ULONG_PTR Reserved[5];
#endif
#if WDK_SHARED_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WDDM2_2
    ULONG_PTR Reserved[6];
#endif
} D3DDDI_ALLOCATIONINFO2;
#endif

/* ns-d3dukmdt-_d3dddi_allocationlist */
typedef struct _D3DDDI_ALLOCATIONLIST {
    D3DKMT_HANDLE hAllocation;
    union {
        struct {
            UINT WriteOperation : 1;
            UINT DoNotRetireInstance : 1;
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN8
            UINT OfferPriority : 3;
            UINT Reserved : 27;
#endif
#if WDK_SHARED_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WIN8
            UINT Reserved : 30;
#endif
        };
        UINT Value;
    };
} D3DDDI_ALLOCATIONLIST;

/* ns-d3dukmdt-_d3dddi_createcontextflags */
typedef struct _D3DDDI_CREATECONTEXTFLAGS {
    union {
        struct {
            UINT NullRendering : 1;
            UINT InitialData : 1;
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
            UINT DisableGpuTimeout : 1;
            UINT SynchronizationOnly : 1;
#endif
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_3
            UINT HwQueueSupported : 1;
            UINT Reserved : 27;
#endif
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0 && \
    WDK_SHARED_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WDDM2_3
            UINT Reserved : 28;
#endif
#if WDK_SHARED_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WDDM2_0
            UINT Reserved : 30;
#endif
        };
        UINT Value;
    };
} D3DDDI_CREATECONTEXTFLAGS;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_2
/* ns-d3dukmdt-_d3dddi_createhwcontextflags */
typedef struct _D3DDDI_CREATEHWCONTEXTFLAGS {
    union {
        struct {
            UINT Reserved : 32;
        };
        UINT Value;
    };
} D3DDDI_CREATEHWCONTEXTFLAGS;

/* ns-d3dukmdt-_d3dddi_createhwqueueflags */
typedef struct _D3DDDI_CREATEHWQUEUEFLAGS {
    union {
        struct {
            UINT DisableGpuTimeout : 1;
            UINT Reserved : 31;
        };
        UINT Value;
    };
} D3DDDI_CREATEHWQUEUEFLAGS;
#endif

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
/* ns-d3dukmdt-d3dddi_destroypagingqueue */
typedef struct D3DDDI_DESTROYPAGINGQUEUE {
    D3DKMT_HANDLE hPagingQueue;
} D3DDDI_DESTROYPAGINGQUEUE;
#endif

/* ns-d3dukmdt-d3dddi_dxgi_rgb */
typedef struct D3DDDI_DXGI_RGB {
    float Red;
    float Green;
    float Blue;
} D3DDDI_DXGI_RGB;

/* ns-d3dukmdt-_d3dddi_escapeflags */
typedef struct _D3DDDI_ESCAPEFLAGS {
    union {
        struct {
            UINT HardwareAccess : 1;
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3
            UINT DeviceStatusQuery : 1;
            UINT ChangeFrameLatency : 1;
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
            UINT NoAdapterSynchronization : 1;
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_2
            UINT Reserved : 1;
            UINT VirtualMachineData : 1;
            UINT Reserved2 : 26;
#endif
#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0 && \
    DXGKDDI_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WDDM2_2
            UINT Reserved : 28;
#endif
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3 && \
    DXGKDDI_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WDDM2_0
            UINT Reserved : 29;
#endif
#if WDK_SHARED_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WDDM1_3
            UINT Reserved : 31;
#endif
        };
        UINT Value;
    };
} D3DDDI_ESCAPEFLAGS;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
/* ns-d3dukmdt-d3dddi_evict_flags */
typedef struct D3DDDI_EVICT_FLAGS {
    union {
        struct {
            UINT EvictOnlyIfNecessary : 1;
            UINT NotWrittenTo : 1;
            UINT Reserved : 30;
        };
        UINT Value;
    };
} D3DDDI_EVICT_FLAGS;
#endif

/* ns-d3dukmdt-_d3dddi_gamma_ramp_dxgi_1 */
typedef struct _D3DDDI_GAMMA_RAMP_DXGI_1 {
    D3DDDI_DXGI_RGB Scale;
    D3DDDI_DXGI_RGB Offset;
    D3DDDI_DXGI_RGB GammaCurve[1025];
} D3DDDI_GAMMA_RAMP_DXGI_1;

/* ns-d3dukmdt-_d3dddi_gamma_ramp_rgb256x3x16 */
typedef struct _D3DDDI_GAMMA_RAMP_RGB256x3x16 {
    USHORT Red[256];
    USHORT Green[256];
    USHORT Blue[256];
} D3DDDI_GAMMA_RAMP_RGB256x3x16;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
/* ns-d3dukmdt-_d3dddi_getresourcepresentprivatedriverdata */
typedef struct _D3DDDI_GETRESOURCEPRESENTPRIVATEDRIVERDATA {
    D3DKMT_HANDLE hResource;
    UINT PrivateDriverDataSize;
    PVOID pPrivateDriverData;
} D3DDDI_GETRESOURCEPRESENTPRIVATEDRIVERDATA;
#endif

/* ns-d3dukmdt-_d3dddi_hdr_metadata_hdr10 */
typedef struct _D3DDDI_HDR_METADATA_HDR10 {
    UINT16 RedPrimary[2];
    UINT16 GreenPrimary[2];
    UINT16 BluePrimary[2];
    UINT16 WhitePoint[2];
    UINT MaxMasteringLuminance;
    UINT MinMasteringLuminance;
    UINT16 MaxContentLightLevel;
    UINT16 MaxFrameAverageLightLevel;
} D3DDDI_HDR_METADATA_HDR10;

/* ns-d3dukmdt-_d3dddi_kerneloverlayinfo */
typedef struct _D3DDDI_KERNELOVERLAYINFO {
    D3DKMT_HANDLE hAllocation;
    D3DDDIRECT DstRect;
    D3DDDIRECT SrcRect;
    void *pPrivateDriverData;
    UINT PrivateDriverDataSize;
} D3DDDI_KERNELOVERLAYINFO;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
/* ns-d3dukmdt-d3dddi_makeresident_flags */
typedef struct D3DDDI_MAKERESIDENT_FLAGS {
    union {
        struct {
            UINT CantTrimFurther : 1;
            UINT MustSucceed : 1;
            UINT Reserved : 30;
        };
        UINT Value;
    };
} D3DDDI_MAKERESIDENT_FLAGS;

/* ns-d3dukmdt-d3dddi_makeresident */
typedef struct D3DDDI_MAKERESIDENT {
    D3DKMT_HANDLE hPagingQueue;
    UINT NumAllocations;
    const D3DKMT_HANDLE *AllocationList;
    const UINT *PriorityList;
    D3DDDI_MAKERESIDENT_FLAGS Flags;
    UINT64 PagingFenceValue;
    UINT64 NumBytesToTrim;
} D3DDDI_MAKERESIDENT;

/* ns-d3dukmdt-d3dddi_mapgpuvirtualaddress */
typedef struct D3DDDI_MAPGPUVIRTUALADDRESS {
    D3DKMT_HANDLE hPagingQueue;
    D3DGPU_VIRTUAL_ADDRESS BaseAddress;
    D3DGPU_VIRTUAL_ADDRESS MinimumAddress;
    D3DGPU_VIRTUAL_ADDRESS MaximumAddress;
    D3DKMT_HANDLE hAllocation;
    D3DGPU_SIZE_T OffsetInPages;
    D3DGPU_SIZE_T SizeInPages;
    D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE Protection;
    UINT64 DriverProtection;
    UINT Reserved0;
    UINT64 Reserved1;
    D3DGPU_VIRTUAL_ADDRESS VirtualAddress;
    UINT64 PagingFenceValue;
} D3DDDI_MAPGPUVIRTUALADDRESS;
#endif

/* ns-d3dukmdt-_d3dddi_multisamplingmethod */
typedef struct _D3DDDI_MULTISAMPLINGMETHOD {
    UINT NumSamples;
    UINT NumQualityLevels;
} D3DDDI_MULTISAMPLINGMETHOD;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_1
/* ns-d3dukmdt-d3dddi_offer_flags */
typedef struct D3DDDI_OFFER_FLAGS {
    union {
        struct {
            UINT AllowDecommit : 1;
            UINT Reserved : 31;
        };
        UINT Value;
    };
} D3DDDI_OFFER_FLAGS;
#endif

/* ns-d3dukmdt-_d3dddi_openallocationinfo */
typedef struct _D3DDDI_OPENALLOCATIONINFO {
    D3DKMT_HANDLE hAllocation;
    const void *pPrivateDriverData;
    UINT PrivateDriverDataSize;
} D3DDDI_OPENALLOCATIONINFO;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WIN7
/* ns-d3dukmdt-_d3dddi_openallocationinfo2 */
typedef struct _D3DDDI_OPENALLOCATIONINFO2 {
    D3DKMT_HANDLE hAllocation;
    const void *pPrivateDriverData;
    UINT PrivateDriverDataSize;
    D3DGPU_VIRTUAL_ADDRESS GpuVirtualAddress;
    ULONG_PTR Reserved[6];
} D3DDDI_OPENALLOCATIONINFO2;
#endif

/* ns-d3dukmdt-_d3dddi_patchlocationlist */
typedef struct _D3DDDI_PATCHLOCATIONLIST {
    UINT AllocationIndex;
    union {
        struct {
            UINT SlotId : 24;
            UINT Reserved : 8;
        };
        UINT Value;
    };
    UINT DriverId;
    UINT AllocationOffset;
    UINT PatchOffset;
    UINT SplitOffset;
} D3DDDI_PATCHLOCATIONLIST;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
/* ns-d3dukmdt-d3dddi_reservegpuvirtualaddress */
typedef struct D3DDDI_RESERVEGPUVIRTUALADDRESS {
    union {
        D3DKMT_HANDLE hPagingQueue;
        D3DKMT_HANDLE hAdapter;
    };
    D3DGPU_VIRTUAL_ADDRESS BaseAddress;
    D3DGPU_VIRTUAL_ADDRESS MinimumAddress;
    D3DGPU_VIRTUAL_ADDRESS MaximumAddress;
    D3DGPU_SIZE_T Size;
    union {
        D3DDDIGPUVIRTUALADDRESS_RESERVATION_TYPE ReservationType;
        UINT Reserved0;
    };
    union {
        UINT64 DriverProtection;
        UINT64 Reserved1;
    };
    D3DGPU_VIRTUAL_ADDRESS VirtualAddress;
    union {
        UINT64 PagingFenceValue;
        UINT64 Reserved2;
    };
} D3DDDI_RESERVEGPUVIRTUALADDRESS;
#endif

/* ns-d3dukmdt-_d3dddi_segmentpreference */
typedef struct _D3DDDI_SEGMENTPREFERENCE {
    union {
        struct {
            UINT SegmentId0 : 5;
            UINT Direction0 : 1;
            UINT SegmentId1 : 5;
            UINT Direction1 : 1;
            UINT SegmentId2 : 5;
            UINT Direction2 : 1;
            UINT SegmentId3 : 5;
            UINT Direction3 : 1;
            UINT SegmentId4 : 5;
            UINT Direction4 : 1;
            UINT Reserved : 2;
        };
        UINT Value;
    };
} D3DDDI_SEGMENTPREFERENCE, DXGK_SEGMENTPREFERENCE;

/* ns-d3dukmdt-_d3dddi_surfaceinfo */
struct _D3DDDI_SURFACEINFO {
    UINT Width;
    UINT Height;
    UINT Depth;
    const void *pSysMem;
    UINT SysMemPitch;
    UINT SysMemSlicePitch;
};

/* ns-d3dukmdt-_d3dddi_synchronizationobjectinfo */
typedef struct _D3DDDI_SYNCHRONIZATIONOBJECTINFO {
    D3DDDI_SYNCHRONIZATIONOBJECT_TYPE Type;
    union {
        struct {
            BOOL InitialState;
        } SynchronizationMutex;
        struct {
            UINT MaxCount;
            UINT InitialCount;
        } Semaphore;
        struct {
            UINT Reserved[16];
        } Reserved;
    };
} D3DDDI_SYNCHRONIZATIONOBJECTINFO;

/* ns-d3dukmdt-_d3dddi_synchronizationobject_flags */
typedef struct _D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS {
    union {
        struct {
            UINT Shared : 1;
            UINT NtSecuritySharing : 1;
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3
            UINT CrossAdapter : 1;
#endif
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
            UINT TopOfPipeline : 1;
            UINT NoSignal : 1;
            UINT NoWait : 1;
            UINT NoSignalMaxValueOnTdr : 1;
            UINT NoGPUAccess : 1;
            UINT Reserved : 23;
#endif
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3 && \
    WDK_SHARED_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WDDM2_0
            UINT Reserved : 28;
#endif
#if WDK_SHARED_INTERFACE_VERSION < DXGKDDI_INTERFACE_VERSION_WDDM1_3
            UINT Reserved : 29;
#endif
            UINT Reserved0 : 1;
        };
        UINT Value;
    };
} D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS;

/* ns-d3dukmdt-_d3dddi_synchronizationobjectinfo2 */
typedef struct _D3DDDI_SYNCHRONIZATIONOBJECTINFO2 {
    D3DDDI_SYNCHRONIZATIONOBJECT_TYPE Type;
    D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS Flags;
    union {
        struct {
            BOOL InitialState;
        } SynchronizationMutex;
        struct {
            UINT MaxCount;
            UINT InitialCount;
        } Semaphore;
        struct {
            UINT64 FenceValue;
        } Fence;
        struct {
            HANDLE Event;
        } CPUNotification;
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
        struct {
            UINT64 InitialFenceValue;
            void *FenceValueCPUVirtualAddress;
            D3DGPU_VIRTUAL_ADDRESS FenceValueGPUVirtualAddress;
            UINT EngineAffinity;
        } MonitoredFence;
#endif
#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_2
        struct {
            D3DKMT_HANDLE hAdapter;
            D3DDDI_VIDEO_PRESENT_TARGET_ID VidPnTargetId;
            UINT64 Time;
            void *FenceValueCPUVirtualAddress;
            D3DGPU_VIRTUAL_ADDRESS FenceValueGPUVirtualAddress;
            UINT EngineAffinity;
        } PeriodicMonitoredFence;
#endif
        struct {
            UINT64 Reserved[8];
        } Reserved;
    };
    D3DKMT_HANDLE SharedHandle;
} D3DDDI_SYNCHRONIZATIONOBJECTINFO2;

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
/* ns-d3dukmdt-d3dddi_trimresidencyset_flags */
typedef struct D3DDDI_TRIMRESIDENCYSET_FLAGS {
    union {
        struct {
            UINT PeriodicTrim : 1;
            UINT RestartPeriodicTrim : 1;
            UINT TrimToBudget : 1;
            UINT Reserved : 29;
        };
        UINT Value;
    };
} D3DDDI_TRIMRESIDENCYSET_FLAGS;
#endif

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_1
/* ns-d3dukmdt-d3dddi_updateallocproperty_flags */
typedef struct D3DDDI_UPDATEALLOCPROPERTY_FLAGS {
    union {
        struct {
            UINT AccessedPhysically : 1;
            UINT Reserved : 31;
        };
        UINT Value;
    };
} D3DDDI_UPDATEALLOCPROPERTY_FLAGS;

/* ns-d3dukmdt-d3dddi_updateallocproperty */
typedef struct D3DDDI_UPDATEALLOCPROPERTY {
    D3DKMT_HANDLE hPagingQueue;
    D3DKMT_HANDLE hAllocation;
    UINT SupportedSegmentSet;
    D3DDDI_SEGMENTPREFERENCE PreferredSegment;
    D3DDDI_UPDATEALLOCPROPERTY_FLAGS Flags;
    UINT64 PagingFenceValue;
    union {
        struct {
            UINT SetAccessedPhysically : 1;
            UINT SetSupportedSegmentSet : 1;
            UINT SetPreferredSegment : 1;
            UINT Reserved : 29;
        };
        UINT PropertyMaskValue;
    };
} D3DDDI_UPDATEALLOCPROPERTY;
#endif

#if WDK_SHARED_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM2_0
/* ns-d3dukmdt-_d3dddi_updategpuvirtualaddress_operation */
typedef struct _D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION {
    D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION_TYPE OperationType;
    union {
        struct {
            D3DGPU_VIRTUAL_ADDRESS BaseAddress;
            D3DGPU_SIZE_T SizeInBytes;
            D3DKMT_HANDLE hAllocation;
            D3DGPU_SIZE_T AllocationOffsetInBytes;
            D3DGPU_SIZE_T AllocationSizeInBytes;
        } Map;
        struct {
            D3DGPU_VIRTUAL_ADDRESS BaseAddress;
            D3DGPU_SIZE_T SizeInBytes;
            D3DKMT_HANDLE hAllocation;
            D3DGPU_SIZE_T AllocationOffsetInBytes;
            D3DGPU_SIZE_T AllocationSizeInBytes;
            D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE Protection;
            UINT64 DriverProtection;
        } MapProtect;
        struct {
            D3DGPU_VIRTUAL_ADDRESS BaseAddress;
            D3DGPU_SIZE_T SizeInBytes;
            D3DDDIGPUVIRTUALADDRESS_PROTECTION_TYPE Protection;
        } Unmap;
        struct {
            D3DGPU_VIRTUAL_ADDRESS SourceAddress;
            D3DGPU_SIZE_T SizeInBytes;
            D3DGPU_VIRTUAL_ADDRESS DestAddress;
        } Copy;
    };
} D3DDDI_UPDATEGPUVIRTUALADDRESS_OPERATION;

/* ns-d3dukmdt-_d3dddi_waitforsynchronizationobjectfromcpu_flags */
typedef struct _D3DDDI_WAITFORSYNCHRONIZATIONOBJECTFROMCPU_FLAGS {
    union {
        struct {
            UINT WaitAny : 1;
            UINT Reserved : 31;
        };
        UINT Value;
    };
} D3DDDI_WAITFORSYNCHRONIZATIONOBJECTFROMCPU_FLAGS;
#endif

/* ns-d3dukmdt-_d3dgpu_physical_address */
typedef struct _D3DGPU_PHYSICAL_ADDRESS {
    UINT SegmentId;
    UINT64 SegmentOffset;
} D3DGPU_PHYSICAL_ADDRESS;

/* ns-d3dukmdt-_d3dkmdt_3x4_colorspace_transform */
typedef struct _D3DKMDT_3X4_COLORSPACE_TRANSFORM {
    float ColorMatrix3x4[3][4];
    float ScalarMultiplier;
    D3DDDI_DXGI_RGB LookupTable1D[4096];
} D3DKMDT_3x4_COLORSPACE_TRANSFORM;

/* ns-d3dukmdt-_gpup_driver_escape_input */
typedef struct _GPUP_DRIVER_ESCAPE_INPUT {
    LUID vfLUID;
} GPUP_DRIVER_ESCAPE_INPUT;

/* ns-d3dukmdt-_dxgkvgpu_escape_head */
typedef struct _DXGKVGPU_ESCAPE_HEAD {
    GPUP_DRIVER_ESCAPE_INPUT Luid;
    DXGKVGPU_ESCAPE_TYPE Type;
} DXGKVGPU_ESCAPE_HEAD;

/* ns-d3dukmdt-_dxgkvgpu_escape_initialize */
typedef struct _DXGKVGPU_ESCAPE_INITIALIZE {
    DXGKVGPU_ESCAPE_HEAD Header;
} DXGKVGPU_ESCAPE_INITIALIZE;

/* ns-d3dukmdt-_dxgkvgpu_escape_powertransitioncomplete */
typedef struct _DXGKVGPU_ESCAPE_POWERTRANSITIONCOMPLETE {
    DXGKVGPU_ESCAPE_HEAD Header;
    UINT PowerState;
} DXGKVGPU_ESCAPE_POWERTRANSITIONCOMPLETE;

/* ns-d3dukmdt-_dxgkvgpu_escape_read_pci_config */
typedef struct _DXGKVGPU_ESCAPE_READ_PCI_CONFIG {
    DXGKVGPU_ESCAPE_HEAD Header;
    UINT Offset;
    UINT Size;
} DXGKVGPU_ESCAPE_READ_PCI_CONFIG;

/* ns-d3dukmdt-_dxgkvgpu_escape_read_vgpu_type */
typedef struct _DXGKVGPU_ESCAPE_READ_VGPU_TYPE {
    DXGKVGPU_ESCAPE_HEAD Header;
} DXGKVGPU_ESCAPE_READ_VGPU_TYPE;

/* ns-d3dukmdt-_dxgkvgpu_escape_release */
typedef struct _DXGKVGPU_ESCAPE_RELEASE {
    DXGKVGPU_ESCAPE_HEAD Header;
} DXGKVGPU_ESCAPE_RELEASE;

/* ns-d3dukmdt-_dxgkvgpu_escape_write_pci_config */
typedef struct _DXGKVGPU_ESCAPE_WRITE_PCI_CONFIG {
    DXGKVGPU_ESCAPE_HEAD Header;
    UINT Offset;
    UINT Size;
} DXGKVGPU_ESCAPE_WRITE_PCI_CONFIG;

#if DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_WDDM1_3
/* ns-d3dukmdt-dxgk_miracast_chunk_id */
typedef union {
    struct {
        UINT64 FrameNumber : 40;
        UINT64 PartNumber : 24;
    };
    UINT64 Value;
} DXGK_MIRACAST_CHUNK_ID;

/* ns-d3dukmdt-dxgk_miracast_chunk_info */
typedef struct {
    DXGK_MIRACAST_CHUNK_TYPE ChunkType;
    DXGK_MIRACAST_CHUNK_ID ChunkId;
    UINT ProcessingTime;
    UINT EncodeRate;
} DXGK_MIRACAST_CHUNK_INFO;
#endif

/* ns-d3dukmdt-_dxgk_pte */
typedef struct _DXGK_PTE {
    union {
        struct {
            ULONGLONG Valid : 1;
            ULONGLONG Zero : 1;
            ULONGLONG CacheCoherent : 1;
            ULONGLONG ReadOnly : 1;
            ULONGLONG NoExecute : 1;
            ULONGLONG Segment : 5;
            ULONGLONG LargePage : 1;
            ULONGLONG PhysicalAdapterIndex : 6;
            ULONGLONG PageTablePageSize : 2;
            ULONGLONG SystemReserved0 : 1;
            ULONGLONG Reserved : 44;
        };
        ULONGLONG Flags;
    };
    union {
        ULONGLONG PageAddress;
        ULONGLONG PageTableAddress;
    };
} DXGK_PTE;

WDK_EXTERN_C_END

#endif
