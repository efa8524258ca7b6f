/* SPDX-License-Identifier: MIT */
/* A driver that only counts: nt_image_test loads it more than once. */
#include <ntddk.h>

DRIVER_INITIALIZE DriverEntry;

static ULONG calls;
static const ULONG constant = 5;

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->Flags = ++calls;
    DriverObject->DriverSection = (PVOID)(ULONG_PTR)&constant;
    DriverObject->DriverInit = DriverEntry;
    DbgPrint("entered %lu times\n", calls);
    return STATUS_SUCCESS;
}
