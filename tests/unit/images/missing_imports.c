/* SPDX-License-Identifier: MIT */
/* A driver that needs kernel functions nobody has. */
#include <ntddk.h>

void NTAPI KeDoSomethingUnheardOf(void);
void NTAPI ZwDoSomethingElse(void);

DRIVER_INITIALIZE DriverEntry;

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(DriverObject);
    UNREFERENCED_PARAMETER(RegistryPath);
    KeDoSomethingUnheardOf();
    ZwDoSomethingElse();
    return STATUS_SUCCESS;
}
