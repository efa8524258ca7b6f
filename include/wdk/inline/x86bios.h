/* SPDX-License-Identifier: MIT */
/* Exports of the HAL that no public header declares: drivers of PC displays bring declarations of
 * their own, with which these must not meet. Our own files include it. */
#ifndef WDK_INLINE_X86BIOS_H
#define WDK_INLINE_X86BIOS_H

#include "base.h"

WDK_EXTERN_C_BEGIN
BOOLEAN NTAPI x86BiosCall(ULONG BiosCommand, PVOID BiosArguments);
NTSTATUS NTAPI x86BiosAllocateBuffer(ULONG *Size, USHORT *Segment, USHORT *Offset);
NTSTATUS NTAPI x86BiosFreeBuffer(USHORT Segment, USHORT Offset);
NTSTATUS NTAPI x86BiosReadMemory(USHORT Segment, USHORT Offset, PVOID Buffer, ULONG Size);
NTSTATUS NTAPI x86BiosWriteMemory(USHORT Segment, USHORT Offset, PVOID Buffer, ULONG Size);
WDK_EXTERN_C_END

#endif
