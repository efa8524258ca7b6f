/* SPDX-License-Identifier: MIT */
/* Compiled only: what drivers write, for every interface version, as C and as C++. */
#include <initguid.h>
#include <Ntddk.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windef.h>
#include <winerror.h>
#include <wingdi.h>
#include <winddi.h>
#include <ntverp.h>
#include <ntddvdeo.h>
#include <dispmprt.h>
#include <d3dkmthk.h>
#include <d3d10umddi.h>
#include <dxgiformat.h>
#include <ntstrsafe.h>
#include <ntintsafe.h>
#include <ntifs.h>
#include <aux_klib.h>
#include <wdmguid.h>
#include <WppRecorder.h>
#include <evntrace.h>
#include <emmintrin.h>

#include <pshpack1.h>
typedef struct _PACKED_PAIR {
    UCHAR First;
    ULONG Second;
} PACKED_PAIR;
#include <poppack.h>
C_ASSERT(sizeof(PACKED_PAIR) == 5);
C_ASSERT(FIELD_OFFSET(PACKED_PAIR, Second) == 1);

DEFINE_GUID(SampleGuid, 0x5B45201D, 0xF2F2, 0x4F3B, 0x85, 0xBB, 0x30, 0xFF, 0x1F, 0x95, 0x35, 0x99);
DECLARE_GLOBAL_CONST_UNICODE_STRING(SampleKeyName, L"\\Registry\\Machine");

EXTERN_C DRIVER_INITIALIZE DriverEntry;
static DXGKDDI_ADD_DEVICE SampleAddDevice;
static DXGKDDI_INTERRUPT_ROUTINE SampleInterrupt;
static DXGKDDI_QUERYADAPTERINFO SampleQueryAdapterInfo;

/* GUIDs compare by reference in C++ and by pointer in C. */
#ifdef __cplusplus
#define SAMPLE_GUID(guid) (guid)
#else
#define SAMPLE_GUID(guid) (&(guid))
#endif

typedef struct _SAMPLE_ADAPTER {
    LIST_ENTRY Contexts;
    KSPIN_LOCK Lock;
    volatile LONG Interrupts;
    DXGKRNL_INTERFACE Dxgk;
    DXGK_START_INFO StartInfo;
} SAMPLE_ADAPTER;

_IRQL_requires_(PASSIVE_LEVEL) static NTSTATUS APIENTRY
    SampleAddDevice(_In_ IN_CONST_PDEVICE_OBJECT PhysicalDeviceObject,
                    _Out_ OUT_PPVOID MiniportDeviceContext)
{
    SAMPLE_ADAPTER *adapter;

    PAGED_CODE();
    UNREFERENCED_PARAMETER(PhysicalDeviceObject);
    adapter = (SAMPLE_ADAPTER *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*adapter), 'pmaS');
    if (adapter == NULL) {
        return STATUS_NO_MEMORY;
    }
    RtlZeroMemory(adapter, sizeof(*adapter));
    InitializeListHead(&adapter->Contexts);
    KeInitializeSpinLock(&adapter->Lock);
    *MiniportDeviceContext = adapter;
    return STATUS_SUCCESS;
}

static BOOLEAN APIENTRY SampleInterrupt(IN_CONST_PVOID MiniportDeviceContext,
                                        IN_ULONG MessageNumber)
{
    SAMPLE_ADAPTER *adapter = (SAMPLE_ADAPTER *)MiniportDeviceContext;
    DXGKARGCB_NOTIFY_INTERRUPT_DATA notify;

    UNREFERENCED_PARAMETER(MessageNumber);
    RtlZeroMemory(&notify, sizeof(notify));
    notify.InterruptType = DXGK_INTERRUPT_DMA_COMPLETED;
    notify.DmaCompleted.SubmissionFenceId = (UINT)InterlockedIncrement(&adapter->Interrupts);
    adapter->Dxgk.DxgkCbNotifyInterrupt(adapter->Dxgk.DeviceHandle, &notify);
    return adapter->Dxgk.DxgkCbQueueDpc(adapter->Dxgk.DeviceHandle);
}

static NTSTATUS APIENTRY SampleQueryAdapterInfo(IN_CONST_HANDLE Adapter,
                                                IN_CONST_PDXGKARG_QUERYADAPTERINFO Query)
{
    DXGK_DRIVERCAPS *caps;
    ULONG size = 0, index = 0;
    SIZE_T product = 0;
    KIRQL irql;

    NT_ASSERT(Adapter != NULL);
    ASSERT(undeclared->Anything == 3);
    if (Query->Type != DXGKQAITYPE_DRIVERCAPS || Query->OutputDataSize < sizeof(*caps)) {
        return STATUS_INVALID_PARAMETER;
    }
    caps = (DXGK_DRIVERCAPS *)Query->pOutputData;
    caps->HighestAcceptableAddress.QuadPart = -1;
    caps->MaxAllocationListSlotId = min(16, max(2, 3));
    if (!NT_SUCCESS(RtlULongAdd(size, 4, &size)) || _BitScanReverse(&index, size) == 0) {
        return STATUS_INTEGER_OVERFLOW;
    }
    product = (SIZE_T)size * index;
    __try {
        KeAcquireSpinLock(&((SAMPLE_ADAPTER *)Adapter)->Lock, &irql);
        RtlCopyMemory(Query->pOutputData, Query->pInputData, product);
        KeReleaseSpinLock(&((SAMPLE_ADAPTER *)Adapter)->Lock, irql);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}

EXTERN_C NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    DRIVER_INITIALIZATION_DATA data;
    UNICODE_STRING name;
    WCHAR buffer[32];
    size_t bytes = 0;
    DECLARE_CONST_UNICODE_STRING(value, L"HardwareInformation.ChipType");

    RtlInitEmptyUnicodeString(&name, buffer, sizeof(buffer));
    (void)RtlStringCbPrintfW(buffer, sizeof(buffer), L"%wZ", &value);
    (void)RtlStringCbLengthW(buffer, sizeof(buffer), &bytes);
    DbgPrintEx(DPFLTR_IHVVIDEO_ID, DPFLTR_INFO_LEVEL, "%ws %Iu %d\n", name.Buffer, bytes,
               IsEqualGUID(SAMPLE_GUID(SampleGuid), SAMPLE_GUID(SampleGuid)));

    RtlZeroMemory(&data, sizeof(data));
    data.Version = DXGKDDI_INTERFACE_VERSION;
    data.DxgkDdiAddDevice = SampleAddDevice;
    data.DxgkDdiInterruptRoutine = SampleInterrupt;
    data.DxgkDdiQueryAdapterInfo = SampleQueryAdapterInfo;
    return DxgkInitialize(DriverObject, RegistryPath, &data);
}
