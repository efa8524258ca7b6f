/* SPDX-License-Identifier: MIT */
/* Auxiliary kernel library: the list of loaded modules. */
#ifndef WDK_SHIM_AUX_KLIB_H
#define WDK_SHIM_AUX_KLIB_H

#include "ntddk.h"

#define AUX_KLIB_MODULE_PATH_LEN 256

typedef struct _AUX_MODULE_BASIC_INFO {
    PVOID ImageBase;
} AUX_MODULE_BASIC_INFO, *PAUX_MODULE_BASIC_INFO;

typedef struct _AUX_MODULE_EXTENDED_INFO {
    AUX_MODULE_BASIC_INFO BasicInfo;
    ULONG ImageSize;
    USHORT FileNameOffset;
    UCHAR FullPathName[AUX_KLIB_MODULE_PATH_LEN];
} AUX_MODULE_EXTENDED_INFO, *PAUX_MODULE_EXTENDED_INFO;

WDK_EXTERN_C_BEGIN
NTSTATUS NTAPI AuxKlibInitialize(void);
NTSTATUS NTAPI AuxKlibQueryModuleInformation(PULONG BufferSize, ULONG ElementSize,
                                             PVOID QueryInfo);
WDK_EXTERN_C_END

#endif
