/* SPDX-License-Identifier: MIT */
/*
 * Private escapes of the softgpu miniport: what a caller puts behind pPrivateDriverData of
 * D3DKMTEscape. Shared by the miniport and its user-mode callers.
 *
 * Source: display driver reference, D3DKMTEscape, DxgkDdiEscape, D3DDDI_ESCAPEFLAGS
 */
#ifndef SOFTGPU_ESCAPE_H
#define SOFTGPU_ESCAPE_H

#define SG_ESCAPE_MAGIC 0x45475053u /* "SPGE" */
#define SG_ESCAPE_VERSION 1u

typedef enum _SG_ESCAPE_REQUEST {
    SG_ESCAPE_READ_REGISTER = 1 /* SG_ESCAPE_REGISTER; needs D3DDDI_ESCAPEFLAGS.HardwareAccess */
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
    unsigned int Value;  /* out */
} SG_ESCAPE_REGISTER;

#endif
