/* SPDX-License-Identifier: MIT */
/* What file-system drivers add to ntddk.h, as far as display drivers use it. */
#ifndef WDK_SHIM_NTIFS_H
#define WDK_SHIM_NTIFS_H

#include "ntddk.h"

WDK_EXTERN_C_BEGIN
PACCESS_TOKEN NTAPI PsReferencePrimaryToken(PEPROCESS Process);
void NTAPI PsDereferencePrimaryToken(PACCESS_TOKEN PrimaryToken);
BOOLEAN NTAPI SeTokenIsAdmin(PACCESS_TOKEN Token);
NTSTATUS NTAPI SeLocateProcessImageName(PEPROCESS Process, PUNICODE_STRING *ImageFileName);
WDK_EXTERN_C_END

#endif
