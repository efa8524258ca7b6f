/* SPDX-License-Identifier: MIT */
/* Data that drivers import: the kernel's variables. Source: wdm.h and ntddk.h declarations */
#include "nt/wdk.h"

/* The last address a user-mode caller may name, as on x64 Windows. */
#define USER_END UINT64_C(0x7FFFFFFF0000)

static BOOLEAN no = FALSE;
static BOOLEAN yes = TRUE;
static struct {
    ULONG id;
} system_process = { 4 };

volatile CCHAR KeNumberProcessors = 1; /* set by nt_attach */
ULONG NtGlobalFlag = 0;
PBOOLEAN KdDebuggerEnabled = &no;
PBOOLEAN KdDebuggerNotPresent = &yes;
PBOOLEAN Mm64BitPhysicalAddress = &yes;
PVOID MmBadPointer = (PVOID)(uintptr_t)0xFFFFFFFFFFFF0000;
const PVOID MmHighestUserAddress = (PVOID)(uintptr_t)(USER_END - 1);
const PVOID MmSystemRangeStart = (PVOID)(uintptr_t)0xFFFF800000000000;
const ULONG64 MmUserProbeAddress = USER_END;
PEPROCESS PsInitialSystemProcess = (PEPROCESS)&system_process;
