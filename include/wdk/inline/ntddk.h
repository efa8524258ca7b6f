/* SPDX-License-Identifier: MIT */
/* Kernel variables behind macros, and the processor intrinsics kernel drivers call. */
#ifndef WDK_INLINE_NTDDK_H
#define WDK_INLINE_NTDDK_H

#include "base.h"

#define KD_DEBUGGER_ENABLED (*KdDebuggerEnabled)
#define KD_DEBUGGER_NOT_PRESENT (*KdDebuggerNotPresent)
#define MM_HIGHEST_USER_ADDRESS MmHighestUserAddress
#define MM_SYSTEM_RANGE_START MmSystemRangeStart
#define MM_USER_PROBE_ADDRESS MmUserProbeAddress

WDK_INLINE UCHAR ProbeAndReadUchar(const volatile UCHAR *Address)
{
    ProbeForRead((volatile void *)Address, sizeof(*Address), sizeof(*Address));
    return *Address;
}
WDK_INLINE ULONG ProbeAndReadUlong(const volatile ULONG *Address)
{
    ProbeForRead((volatile void *)Address, sizeof(*Address), sizeof(*Address));
    return *Address;
}

/* Nothing that only ring 0 may execute is ever emitted: ports and IRQL go to the host, and the
 * cycle counter is the machine's clock, so that a run depends on its seed alone. */
#define __readcr8() ((ULONG64)KeGetCurrentIrql())
#define __inbyte(port) READ_PORT_UCHAR((PUCHAR)(ULONG_PTR)(port))
#define __inword(port) READ_PORT_USHORT((PUSHORT)(ULONG_PTR)(port))
#define __indword(port) READ_PORT_ULONG((PULONG)(ULONG_PTR)(port))
#define __outbyte(port, value) WRITE_PORT_UCHAR((PUCHAR)(ULONG_PTR)(port), (value))
#define __outword(port, value) WRITE_PORT_USHORT((PUSHORT)(ULONG_PTR)(port), (value))
#define __outdword(port, value) WRITE_PORT_ULONG((PULONG)(ULONG_PTR)(port), (value))

WDK_INLINE ULONG64 WdkReadTimeStamp(void)
{
    return (ULONG64)KeQueryPerformanceCounter(NULL).QuadPart;
}
#define __rdtsc WdkReadTimeStamp

WDK_INLINE void WdkMoveBytes(PUCHAR Destination, const UCHAR *Source, SIZE_T Count)
{
    __asm__ volatile("rep movsb" : "+D"(Destination), "+S"(Source), "+c"(Count) : : "memory");
}
WDK_INLINE void WdkStoreBytes(PUCHAR Destination, UCHAR Value, SIZE_T Count)
{
    __asm__ volatile("rep stosb" : "+D"(Destination), "+c"(Count) : "a"(Value) : "memory");
}
WDK_INLINE void WdkCpuid(int Registers[4], int Leaf, int Subleaf)
{
    __asm__ volatile("cpuid"
                     : "=a"(Registers[0]), "=b"(Registers[1]), "=c"(Registers[2]),
                       "=d"(Registers[3])
                     : "a"(Leaf), "c"(Subleaf));
}
#define __movsb WdkMoveBytes
#define __stosb WdkStoreBytes
#undef __cpuid
#undef __cpuidex
#define __cpuid(registers, leaf) WdkCpuid((registers), (leaf), 0)
#define __cpuidex WdkCpuid
#define __fastfail(code) KeBugCheckEx(KERNEL_SECURITY_CHECK_FAILURE, (ULONG_PTR)(code), 0, 0, 0)
#define RtlFailFast(code) __fastfail(code)

#endif
