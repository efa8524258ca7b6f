/* SPDX-License-Identifier: MIT */
/*
 * What the miniport shares with its user-mode display driver: adapter data, the private data of
 * allocations, and the format of command buffers.
 */
#ifndef SOFTGPU_UMD_H
#define SOFTGPU_UMD_H

#define SG_UMD_MAGIC 0x55475053u /* "SPGU" */
#define SG_UMD_VERSION 1u

/* Answer to DXGKQAITYPE_UMDRIVERPRIVATE. */
typedef struct _SG_UMD_ADAPTER_DATA {
    unsigned int Magic;
    unsigned int Version;
    unsigned int BoardVersion;  /* SOFTGPU_REG_VERSION */
    unsigned int BoardFeatures; /* SOFTGPU_REG_FEATURES */
} SG_UMD_ADAPTER_DATA;

/* What a surface is for; it decides where the surface may live and who sees it. */
typedef enum _SG_SURFACE_KIND {
    SG_SURFACE_PRIMARY = 0,       /* scanned out */
    SG_SURFACE_TEXTURE = 1,       /* drawn to and from by the GPU only */
    SG_SURFACE_STAGING = 2,       /* linear, filled or read by the CPU */
    SG_SURFACE_EXISTING = 3,      /* linear, made of system memory that exists already */
    SG_SURFACE_CROSS_ADAPTER = 4, /* linear, shared with other adapters */
    SG_SURFACE_KIND_COUNT
} SG_SURFACE_KIND;

/* Private data of one allocation. A resource's private data is SG_UMD_RESOURCE_DATA. */
typedef struct _SG_UMD_ALLOCATION_DATA {
    unsigned int Magic;
    unsigned int Version;
    unsigned int Kind; /* SG_SURFACE_KIND */
    unsigned int Width;
    unsigned int Height;
    unsigned int Pitch;  /* bytes */
    unsigned int Format; /* D3DDDIFORMAT */
    unsigned int VidPnSourceId;
    unsigned int RefreshNumerator;
    unsigned int RefreshDenominator;
} SG_UMD_ALLOCATION_DATA;

typedef struct _SG_UMD_RESOURCE_DATA {
    unsigned int Magic;
    unsigned int Version;
} SG_UMD_RESOURCE_DATA;

/*
 * COMMAND BUFFERS. A command buffer is a row of the board's own packets (softgpu_regs.h), limited
 * to SOFTGPU_OP_NOP, FILL, BLT, GRADIENT and TRIANGLES, with one difference: the `address` of a
 * surface holds the index of its allocation in the allocation list, and the miniport fills in the
 * rest of the surface from what it knows about the allocation. Packets that address memory
 * directly are privileged. Destinations must be marked with WriteOperation.
 */

#endif
