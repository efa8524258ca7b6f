/* SPDX-License-Identifier: MIT */
/* A driver that needs a function nobody has. */
#include <ntddk.h>

extern NTSTATUS NTAPI ZzFunctionThatNobodyHas(VOID);

NTSTATUS NTAPI
DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(DriverObject);
    UNREFERENCED_PARAMETER(RegistryPath);
    return ZzFunctionThatNobodyHas();
}
