/* SPDX-License-Identifier: MIT */
/*
 * I/O request packets, as far as drivers here send them: built, passed down, completed. At the end
 * of every stack is the bus driver of the machine (nt/bus.c), which completes at once.
 *
 * Source: wdm nf-wdm-iofcalldriver, -iofcompleterequest, -iobuildsynchronousfsdrequest,
 * -iobuilddeviceiocontrolrequest, -ioallocateirp. Tests: tests/unit/nt_irp_test.c
 */
#include "nt/bus.h"
#include "nt/call.h"
#include "nt/pool.h"
#include "nt/resource_kind.h"
#include "trace/trace.h"
#include "verify/verify.h"

#define TAG_IRP 0x20707249u /* "Irp " */
#define IO_TYPE_IRP_CODE 6
#define STACK_LOCATIONS_MAX 16

/* What IoFreeIrp does for the caller of IoBuildXxxRequest, when the packet is completed. */
#define IRP_SYNCHRONOUS 0x00000004u /* IRP_SYNCHRONOUS_API: freed by its completion */
#define IRP_OWN_BUFFER 0x00000010u  /* IRP_BUFFERED_IO: SystemBuffer belongs to the packet */

static PIRP allocate(struct machine *machine, CCHAR stack_size, uintptr_t pc)
{
    struct nt_pool_request request = { .tag = TAG_IRP, .zero = true, .pc = pc };
    PIRP irp;

    if (stack_size < 1 || stack_size > STACK_LOCATIONS_MAX) {
        return NULL;
    }
    if (decision_refuse(&machine->decision)) {
        trace_emit(machine, TRACE_RESOURCE_REFUSED, NT_RESOURCE_DEVICE, sizeof(IRP), 0);
        return NULL;
    }
    request.bytes = sizeof(IRP) + (size_t)stack_size * sizeof(IO_STACK_LOCATION);
    irp = nt_pool_alloc(machine, &request);
    if (irp != NULL) {
        IoInitializeIrp(irp, (USHORT)request.bytes, stack_size);
    }
    return irp;
}

/* The first stack location a driver fills is the one before the current. */
void NTAPI IoInitializeIrp(PIRP Irp, USHORT PacketSize, CCHAR StackSize)
{
    memset(Irp, 0, PacketSize);
    Irp->Type = IO_TYPE_IRP_CODE;
    Irp->Size = PacketSize;
    Irp->StackCount = StackSize;
    Irp->CurrentLocation = (CCHAR)(StackSize + 1);
    Irp->Tail.Overlay.CurrentStackLocation = (PIO_STACK_LOCATION)(Irp + 1) + StackSize;
}

PIRP NTAPI IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)ChargeQuota;
    return allocate(machine, StackSize, (uintptr_t)__builtin_return_address(0));
}

static void release(struct machine *machine, PIRP irp, const char *function)
{
    if ((irp->Flags & IRP_OWN_BUFFER) != 0) {
        nt_pool_free(machine, irp->AssociatedIrp.SystemBuffer, TAG_IRP, function);
    }
    nt_pool_free(machine, irp, TAG_IRP, function);
}

void NTAPI IoFreeIrp(PIRP Irp)
{
    NT_CALL(DISPATCH_LEVEL);

    if ((Irp->Flags & IRP_SYNCHRONOUS) != 0) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_IRP_03, __func__,
                      "IoFreeIrp: the packet comes from IoBuildSynchronousFsdRequest or "
                      "IoBuildDeviceIoControlRequest, and its completion frees it");
    }
    release(machine, Irp, __func__);
}

PIRP NTAPI IoBuildSynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject,
                                        PVOID Buffer, ULONG Length, PLARGE_INTEGER StartingOffset,
                                        PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock)
{
    NT_CALL(PASSIVE_LEVEL);
    PIRP irp = allocate(machine, DeviceObject->StackSize, (uintptr_t)__builtin_return_address(0));
    PIO_STACK_LOCATION next;

    if (irp == NULL) {
        return NULL;
    }
    next = IoGetNextIrpStackLocation(irp);
    next->MajorFunction = (UCHAR)MajorFunction;
    if (MajorFunction == IRP_MJ_READ || MajorFunction == IRP_MJ_WRITE) {
        irp->UserBuffer = Buffer;
        next->Parameters.Read.Length = Length;
        if (StartingOffset != NULL) {
            next->Parameters.Read.ByteOffset = *StartingOffset;
        }
    }
    irp->Flags = IRP_SYNCHRONOUS;
    irp->UserEvent = Event;
    irp->UserIosb = IoStatusBlock;
    return irp;
}

/* Buffered transfer copies in and out; the others pass the caller's pointers. */
static bool attach_buffers(struct machine *machine, PIRP irp, ULONG code, PVOID input,
                           ULONG input_bytes, PVOID output, ULONG output_bytes)
{
    PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(irp);
    struct nt_pool_request request = { .bytes = DXGH_MAX(input_bytes, output_bytes),
                                       .tag = TAG_IRP,
                                       .zero = true };

    if (METHOD_FROM_CTL_CODE(code) != METHOD_BUFFERED) {
        next->Parameters.DeviceIoControl.Type3InputBuffer = input;
        irp->UserBuffer = output;
        return true;
    }
    if (request.bytes == 0) {
        return true;
    }
    irp->AssociatedIrp.SystemBuffer = nt_pool_alloc(machine, &request);
    if (irp->AssociatedIrp.SystemBuffer == NULL) {
        return false;
    }
    if (input_bytes > 0) {
        memcpy(irp->AssociatedIrp.SystemBuffer, input, input_bytes);
    }
    irp->Flags |= IRP_OWN_BUFFER;
    irp->UserBuffer = output;
    return true;
}

PIRP NTAPI IoBuildDeviceIoControlRequest(ULONG IoControlCode, PDEVICE_OBJECT DeviceObject,
                                         PVOID InputBuffer, ULONG InputBufferLength,
                                         PVOID OutputBuffer, ULONG OutputBufferLength,
                                         BOOLEAN InternalDeviceIoControl, PKEVENT Event,
                                         PIO_STATUS_BLOCK IoStatusBlock)
{
    NT_CALL(PASSIVE_LEVEL);
    PIRP irp = allocate(machine, DeviceObject->StackSize, (uintptr_t)__builtin_return_address(0));
    PIO_STACK_LOCATION next;

    if ((InputBuffer == NULL && InputBufferLength != 0) ||
        (OutputBuffer == NULL && OutputBufferLength != 0)) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_IRP_04, __func__,
                      "%s: a buffer is NULL and its length is not zero (%u in, %u out)", __func__,
                      InputBufferLength, OutputBufferLength);
        InputBufferLength = InputBuffer == NULL ? 0 : InputBufferLength;
        OutputBufferLength = OutputBuffer == NULL ? 0 : OutputBufferLength;
    }
    if (irp == NULL) {
        return NULL;
    }
    next = IoGetNextIrpStackLocation(irp);
    next->MajorFunction =
        InternalDeviceIoControl ? IRP_MJ_INTERNAL_DEVICE_CONTROL : IRP_MJ_DEVICE_CONTROL;
    next->Parameters.DeviceIoControl.IoControlCode = IoControlCode;
    next->Parameters.DeviceIoControl.InputBufferLength = InputBufferLength;
    next->Parameters.DeviceIoControl.OutputBufferLength = OutputBufferLength;
    irp->Flags = IRP_SYNCHRONOUS;
    irp->UserEvent = Event;
    irp->UserIosb = IoStatusBlock;
    if (!attach_buffers(machine, irp, IoControlCode, InputBuffer, InputBufferLength, OutputBuffer,
                        OutputBufferLength)) {
        release(machine, irp, __func__);
        return NULL;
    }
    return irp;
}

NTSTATUS NTAPI IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    NT_CALL(DISPATCH_LEVEL);
    PIO_STACK_LOCATION location;

    if (Irp->CurrentLocation <= 1) {
        uint64_t parameters[4] = { (uintptr_t)Irp, 0, 0, 0 };

        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_IRP_01, "IoCallDriver",
                      "IoCallDriver: all %d stack locations of the packet are used",
                      Irp->StackCount);
        machine_bugcheck(machine, 0x35 /* NO_MORE_IRP_STACK_LOCATIONS */, parameters,
                         "The packet has no stack location left for another driver.");
    }
    Irp->CurrentLocation--;
    location = --Irp->Tail.Overlay.CurrentStackLocation;
    location->DeviceObject = DeviceObject;
    if (DeviceObject->DriverObject == NULL) {
        return nt_bus_dispatch(machine, DeviceObject, Irp);
    }
    return DeviceObject->DriverObject->MajorFunction[location->MajorFunction](DeviceObject, Irp);
}

/* Without a file system mounted on it a file belongs to the device it was opened on, and requests
 * go to the top of that device's stack. Source: nf-ntifs-iogetrelateddeviceobject */
PDEVICE_OBJECT NTAPI IoGetRelatedDeviceObject(PFILE_OBJECT FileObject)
{
    PDEVICE_OBJECT device = FileObject->DeviceObject;

    NT_CALL(DISPATCH_LEVEL);

    (void)machine;
    while (device->AttachedDevice != NULL) {
        device = device->AttachedDevice;
    }
    return device;
}

NTSTATUS NTAPI PoCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    return IofCallDriver(DeviceObject, Irp);
}

/* Nothing waits for it: since Windows Vista power packets follow each other without it. */
void NTAPI PoStartNextPowerIrp(PIRP Irp)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)machine;
    (void)Irp;
}

static bool wants_completion(const IO_STACK_LOCATION *location, NTSTATUS status)
{
    return location->CompletionRoutine != NULL &&
           (location->Control & (NT_SUCCESS(status) ? SL_INVOKE_ON_SUCCESS : SL_INVOKE_ON_ERROR)) !=
               0;
}

/* What the driver below says it wrote, but not past the buffer of the one that asked. */
static size_t answered(PIRP irp)
{
    const IO_STACK_LOCATION *first = (PIO_STACK_LOCATION)(irp + 1) + irp->StackCount - 1;

    return DXGH_MIN(irp->IoStatus.Information,
                    first->Parameters.DeviceIoControl.OutputBufferLength);
}

/* The end of a packet of IoBuildXxxRequest: the caller has its answer and not the packet. */
static void finish(struct machine *machine, PIRP irp)
{
    PKEVENT event = irp->UserEvent;

    if ((irp->Flags & IRP_SYNCHRONOUS) == 0) {
        return;
    }
    if ((irp->Flags & IRP_OWN_BUFFER) != 0 && irp->UserBuffer != NULL &&
        !NT_ERROR(irp->IoStatus.Status)) {
        memcpy(irp->UserBuffer, irp->AssociatedIrp.SystemBuffer, answered(irp));
    }
    if (irp->UserIosb != NULL) {
        *irp->UserIosb = irp->IoStatus;
    }
    release(machine, irp, "IoCompleteRequest");
    if (event != NULL) {
        (void)KeSetEvent(event, 0, FALSE);
    }
}

void NTAPI IofCompleteRequest(PIRP Irp, CCHAR PriorityBoost)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)PriorityBoost;
    if (Irp->CurrentLocation > Irp->StackCount) {
        uint64_t parameters[4] = { (uintptr_t)Irp, 0, 0, 0 };

        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_IRP_02, "IoCompleteRequest",
                      "IoCompleteRequest: the packet is completed already, or was never sent");
        machine_bugcheck(machine, 0x44 /* MULTIPLE_IRP_COMPLETE_REQUESTS */, parameters,
                         "IoCompleteRequest was called for a packet that is complete.");
    }
    while (Irp->CurrentLocation <= Irp->StackCount) {
        IO_STACK_LOCATION *location = Irp->Tail.Overlay.CurrentStackLocation;
        PDEVICE_OBJECT device;

        Irp->CurrentLocation++;
        Irp->Tail.Overlay.CurrentStackLocation++;
        if (!wants_completion(location, Irp->IoStatus.Status)) {
            continue;
        }
        device = Irp->CurrentLocation <= Irp->StackCount
                     ? Irp->Tail.Overlay.CurrentStackLocation->DeviceObject
                     : NULL; /* the sender has no location of its own */
        if (location->CompletionRoutine(device, Irp, location->Context) ==
            STATUS_MORE_PROCESSING_REQUIRED) {
            return;
        }
    }
    finish(machine, Irp);
}
