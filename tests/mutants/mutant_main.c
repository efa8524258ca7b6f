/* SPDX-License-Identifier: MIT */
/* Which mutation is wanted, and putting it in place. Source: DxgkInitialize, ZwQueryValueKey */
#include "mutant.h"

#define NAME_CHARACTERS 48u

DRIVER_INITIALIZATION_DATA MutantOriginal;
DXGKRNL_INTERFACE MutantDxgk;
PDRIVER_OBJECT MutantDriverObject;
PDEVICE_OBJECT MutantDevice;
ULONG MutantSeed;
DXGKCB_NOTIFY_INTERRUPT MutantNotifyInterrupt;

static const MUTANT *Chosen;

static const MUTANT Mutants[] = {
#define DDI_MUTANT(rule, what, ddi, function, end, code, first)                                    \
    { #rule what, MutantDdi, FIELD_OFFSET(DRIVER_INITIALIZATION_DATA, DxgkDdi##ddi), function },
#define DDI_AT_MUTANT(rule, what, ddi, function, where, end, code, first)                          \
    DDI_MUTANT(rule, what, ddi, function, end, code, first)
#define DEED_MUTANT(rule, what, function, end, code, first) { #rule what, MutantDeed, 0, function },
#define DEED_AT_MUTANT(rule, what, function, where, end, code, first)                              \
    { #rule what, MutantDeed, 0, function },
#define LEAK_MUTANT(rule, what, function) { #rule what, MutantDeed, 0, function },
#define HOOK_MUTANT(rule, what, function, where, end, code, first)                                 \
    { #rule what, MutantHook, 0, function },
#define REGISTER_MUTANT(rule, what, function, where, end, code, first)                             \
    { #rule what, MutantRegister, 0, function },
#include "mutants.def"
};

typedef struct _VALUE {
    KEY_VALUE_PARTIAL_INFORMATION Information;
    WCHAR Room[NAME_CHARACTERS];
} VALUE;

static BOOLEAN
ReadValue(HANDLE Key, const WCHAR *Name, ULONG Type, VALUE *Value)
{
    UNICODE_STRING name;
    ULONG bytes;

    RtlInitUnicodeString(&name, Name);
    return NT_SUCCESS(ZwQueryValueKey(Key, &name, KeyValuePartialInformation, Value, sizeof(*Value),
                                      &bytes)) &&
           Value->Information.Type == Type;
}

/* Names are plain ASCII; what does not fit is cut. */
static VOID
Narrow(const WCHAR *Wide, SIZE_T Bytes, char *Name)
{
    SIZE_T count = 0;

    while (count < Bytes / sizeof(WCHAR) && count < NAME_CHARACTERS - 1 && Wide[count] != 0) {
        Name[count] = (char)Wide[count];
        count++;
    }
    Name[count] = '\0';
}

/* The last component of the service's key. */
static VOID
ServiceName(const UNICODE_STRING *Path, char *Name)
{
    SIZE_T end = Path->Length / sizeof(WCHAR);
    SIZE_T start = end;

    while (start > 0 && Path->Buffer[start - 1] != L'\\') {
        start--;
    }
    Narrow(Path->Buffer + start, (end - start) * sizeof(WCHAR), Name);
}

static VOID
ReadParameters(PUNICODE_STRING RegistryPath, char *Name)
{
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING parameters;
    HANDLE service;
    HANDLE key;
    VALUE value;

    ServiceName(RegistryPath, Name);
    InitializeObjectAttributes(&attributes, RegistryPath, OBJ_KERNEL_HANDLE, NULL, NULL);
    if (!NT_SUCCESS(ZwOpenKey(&service, KEY_READ, &attributes))) {
        return;
    }
    RtlInitUnicodeString(&parameters, L"Parameters");
    InitializeObjectAttributes(&attributes, &parameters, OBJ_KERNEL_HANDLE, service, NULL);
    if (NT_SUCCESS(ZwOpenKey(&key, KEY_READ, &attributes))) {
        if (ReadValue(key, L"Mutant", REG_SZ, &value)) {
            Narrow((const WCHAR *)value.Information.Data, value.Information.DataLength, Name);
        }
        if (ReadValue(key, L"Seed", REG_DWORD, &value)) {
            RtlCopyMemory(&MutantSeed, value.Information.Data, sizeof(MutantSeed));
        }
        (void)ZwClose(key);
    }
    (void)ZwClose(service);
}

static NTSTATUS NTAPI
AddDeviceAfterDeed(const PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
    MutantDevice = PhysicalDeviceObject;
    ((MUTANT_DEED *)Chosen->Function)();
    return MutantOriginal.DxgkDdiAddDevice(PhysicalDeviceObject, MiniportDeviceContext);
}

/* Keeps the callbacks for the mutations that call them, and lets one change the driver's. */
static NTSTATUS NTAPI
StartDeviceWithHooks(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                     PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                     PULONG NumberOfChildren)
{
    DXGKRNL_INTERFACE own;

    RtlZeroMemory(&MutantDxgk, sizeof(MutantDxgk));
    RtlCopyMemory(&MutantDxgk, DxgkInterface, min(DxgkInterface->Size, (ULONG)sizeof(MutantDxgk)));
    own = MutantDxgk;
    if (MutantNotifyInterrupt != NULL) {
        own.DxgkCbNotifyInterrupt = MutantNotifyInterrupt;
    }
    if (Chosen != NULL && Chosen->Kind == MutantHook) {
        ((MUTANT_HOOK *)Chosen->Function)(&own);
    }
    if (Chosen != NULL && Chosen->Kind == MutantDdi &&
        Chosen->Slot == FIELD_OFFSET(DRIVER_INITIALIZATION_DATA, DxgkDdiStartDevice)) {
        return ((PDXGKDDI_START_DEVICE)Chosen->Function)(MiniportDeviceContext, DxgkStartInfo, &own,
                                                         NumberOfVideoPresentSources,
                                                         NumberOfChildren);
    }
    return MutantOriginal.DxgkDdiStartDevice(MiniportDeviceContext, DxgkStartInfo, &own,
                                             NumberOfVideoPresentSources, NumberOfChildren);
}

static VOID
Install(const char *Name, DRIVER_INITIALIZATION_DATA *Data)
{
    for (SIZE_T i = 0; i < RTL_NUMBER_OF(Mutants); i++) {
        if (strcmp(Mutants[i].Name, Name) == 0) {
            Chosen = &Mutants[i];
        }
    }
    if (Chosen == NULL) {
        if (strcmp(Name, "corrupt") == 0) {
            MutantCorruptInstall(Data);
        } else if (!MutantFaultInstall(Name, Data) && strcmp(Name, "none") != 0) {
            DbgPrint("there is no mutation '%s'\n", Name);
            Data->Version = 0;
        }
    } else if (Chosen->Kind == MutantDeed) {
        Data->DxgkDdiAddDevice = AddDeviceAfterDeed;
    } else if (Chosen->Kind == MutantDdi) {
        *(PVOID *)((PUCHAR)Data + Chosen->Slot) = Chosen->Function;
    }
    if (Data->DxgkDdiStartDevice == MutantOriginal.DxgkDdiStartDevice || Chosen != NULL) {
        Data->DxgkDdiStartDevice = StartDeviceWithHooks;
    }
}

/* No outputs: what WDDM 2.0 asks of them is another matter. */
static NTSTATUS NTAPI
StartWithoutOutputs(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                    PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                    PULONG NumberOfChildren)
{
    DXGKRNL_INTERFACE own;
    NTSTATUS status;

    RtlCopyMemory(&MutantDxgk, DxgkInterface, min(DxgkInterface->Size, (ULONG)sizeof(MutantDxgk)));
    own = MutantDxgk;
    if (MutantNotifyInterrupt != NULL) {
        own.DxgkCbNotifyInterrupt = MutantNotifyInterrupt;
    }
    status = MutantOriginal.DxgkDdiStartDevice(MiniportDeviceContext, DxgkStartInfo, &own,
                                               NumberOfVideoPresentSources, NumberOfChildren);
    *NumberOfVideoPresentSources = 0;
    *NumberOfChildren = 0;
    return status;
}

/* A table of WDDM 2.0, with nothing in what is new: the driver's headers end before that. */
NTSTATUS
MutantInitializeNewer(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                      const DRIVER_INITIALIZATION_DATA *Data)
{
    union {
        DRIVER_INITIALIZATION_DATA Table;
        UCHAR Room[4096];
    } newer;

    RtlZeroMemory(&newer, sizeof(newer));
    newer.Table = *Data;
    newer.Table.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0;
    newer.Table.DxgkDdiStartDevice = StartWithoutOutputs;
    return DxgkInitialize(DriverObject, RegistryPath, &newer.Table);
}

/* What the driver's own sources know as DxgkInitialize. */
NTSTATUS NTAPI
MutantInitialize(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                 PDRIVER_INITIALIZATION_DATA DriverInitializationData)
{
    char name[NAME_CHARACTERS];

    MutantDriverObject = DriverObject;
    MutantOriginal = *DriverInitializationData;
    ReadParameters(RegistryPath, name);
    Install(name, DriverInitializationData);
    if (Chosen != NULL && Chosen->Kind == MutantRegister) {
        return ((MUTANT_REGISTER *)Chosen->Function)(DriverObject, RegistryPath,
                                                     DriverInitializationData);
    }
    return DxgkInitialize(DriverObject, RegistryPath, DriverInitializationData);
}

VOID
MutantRunThread(PKSTART_ROUTINE Routine, PVOID Context)
{
    OBJECT_ATTRIBUTES attributes;
    HANDLE handle;
    PVOID thread;

    InitializeObjectAttributes(&attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
    if (!NT_SUCCESS(PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, &attributes, NULL, NULL,
                                         Routine, Context))) {
        return;
    }
    if (NT_SUCCESS(ObReferenceObjectByHandle(handle, THREAD_ALL_ACCESS, *PsThreadType, KernelMode,
                                             &thread, NULL))) {
        (void)KeWaitForSingleObject(thread, Executive, KernelMode, FALSE, NULL);
        ObDereferenceObject(thread);
    }
    (void)ZwClose(handle);
}
