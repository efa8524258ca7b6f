/* SPDX-License-Identifier: MIT */
/*
 * Private escapes of the softgpu miniport: what a caller puts behind pPrivateDriverData of
 * D3DKMTEscape. Shared by the miniport and its user-mode callers.
 *
 * Every request starts with a header; the answer is written into the same bytes. Answers are
 * STATUS_INVALID_PARAMETER for anything malformed or unknown, for a size that is not exactly the
 * request's, and for a request that needs the hardware without HardwareAccess;
 * STATUS_GRAPHICS_DRIVER_MISMATCH for another version of this file.
 *
 * Source: display driver reference, D3DKMTEscape, DxgkDdiEscape, D3DDDI_ESCAPEFLAGS
 */
#ifndef SOFTGPU_ESCAPE_H
#define SOFTGPU_ESCAPE_H

#define SG_ESCAPE_MAGIC 0x45475053u /* "SPGE" */
#define SG_ESCAPE_VERSION 1u

typedef enum _SG_ESCAPE_REQUEST {
    /* With D3DDDI_ESCAPEFLAGS.HardwareAccess only: */
    SG_ESCAPE_READ_REGISTER = 1,  /* SG_ESCAPE_REGISTER */
    SG_ESCAPE_WRITE_REGISTER = 2, /* SG_ESCAPE_REGISTER: the scratch registers; any other decides
                                   * about memory, and is STATUS_PRIVILEGED_INSTRUCTION */
    SG_ESCAPE_HANG = 3,           /* SG_ESCAPE_NODE: the node stops at its next packet, if the
                                   * software key has AllowHang; else STATUS_INVALID_PARAMETER */
    /* With it or without: */
    SG_ESCAPE_GPU_INFO = 4,   /* SG_ESCAPE_INFO */
    SG_ESCAPE_STATISTICS = 5, /* SG_ESCAPE_NODE */
    SG_ESCAPE_ALLOCATION = 6  /* SG_ESCAPE_SURFACE; STATUS_INVALID_HANDLE for a bad hAllocation */
} SG_ESCAPE_REQUEST;

/* Starts every request. Size is that of the whole request and equals PrivateDriverDataSize. */
typedef struct _SG_ESCAPE_HEADER {
    unsigned int Magic;   /* SG_ESCAPE_MAGIC */
    unsigned int Version; /* SG_ESCAPE_VERSION; any other is STATUS_GRAPHICS_DRIVER_MISMATCH */
    unsigned int Size;
    unsigned int Request; /* SG_ESCAPE_REQUEST */
} SG_ESCAPE_HEADER;

typedef struct _SG_ESCAPE_REGISTER {
    SG_ESCAPE_HEADER Header;
    unsigned int Offset; /* in: of a 32-bit register in the register BAR, multiple of 4 */
    unsigned int Value;  /* read: out; write: in */
} SG_ESCAPE_REGISTER;

typedef struct _SG_ESCAPE_INFO {
    SG_ESCAPE_HEADER Header;
    unsigned int NodeCount;
    unsigned int Preemption; /* SOFTGPU_PREEMPT_* */
    unsigned long long VramBytes;
    unsigned long long ApertureBytes;
    unsigned int Width; /* of the mode that is set; 0: none */
    unsigned int Height;
    unsigned int Reserved[4]; /* 0 */
} SG_ESCAPE_INFO;

typedef struct _SG_ESCAPE_NODE {
    SG_ESCAPE_HEADER Header;
    unsigned int Node; /* in */
    unsigned int LastSubmittedFence;
    unsigned int LastCompletedFence;
    unsigned int Pending; /* entries of the ring that have not been reported */
} SG_ESCAPE_NODE;

typedef struct _SG_ESCAPE_SURFACE {
    SG_ESCAPE_HEADER Header;
    unsigned int hAllocation; /* in: the caller's handle */
    unsigned int Width;
    unsigned int Height;
    unsigned int Pitch;
    unsigned int Format; /* D3DDDIFORMAT */
    unsigned int Reserved;
} SG_ESCAPE_SURFACE;

#endif
