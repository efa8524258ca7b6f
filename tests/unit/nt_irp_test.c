/* SPDX-License-Identifier: MIT */
#include "devices/linearfb/linearfb.h"
#include "nt/bus.h"
#include "nt/driver_object.h"
#include "nt/object.h"
#include "tests/unit/nt_fixture.h"

#include <wdmguid.h>

static PDEVICE_OBJECT plug_in(void)
{
    const char *error = NULL;

    assert_non_null(device_host_create(test_machine, linearfb_device_entry(), NULL, &error));
    return nt_device_object_create(test_machine, "PCI\\VEN_1234&DEV_1111\\0");
}

/* As drivers send a PnP request: built, filled, called, waited for. */
static NTSTATUS send(PDEVICE_OBJECT device, const IO_STACK_LOCATION *request,
                     ULONG_PTR *information)
{
    IO_STATUS_BLOCK answer = { { .Status = STATUS_PENDING }, 0 };
    KEVENT event;
    PIRP irp;
    NTSTATUS status;

    KeInitializeEvent(&event, NotificationEvent, FALSE);
    irp = IoBuildSynchronousFsdRequest(IRP_MJ_PNP, device, NULL, 0, NULL, &event, &answer);
    assert_non_null(irp);
    irp->IoStatus.Status = STATUS_NOT_SUPPORTED;
    IoGetNextIrpStackLocation(irp)->MinorFunction = request->MinorFunction;
    IoGetNextIrpStackLocation(irp)->Parameters = request->Parameters;
    status = IoCallDriver(device, irp);
    assert_int_equal(KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL),
                     STATUS_SUCCESS);
    assert_int_equal(answer.Status, status);
    if (information != NULL) {
        *information = answer.Information;
    }
    return status;
}

static void bus_interface_reads_configuration_space(void **state)
{
    PDEVICE_OBJECT device = plug_in();
    BUS_INTERFACE_STANDARD bus = { 0 };
    IO_STACK_LOCATION request = { .MinorFunction = IRP_MN_QUERY_INTERFACE };
    USHORT ids[2] = { 0, 0 };
    USHORT command = 0;

    (void)state;
    request.Parameters.QueryInterface.InterfaceType = &GUID_BUS_INTERFACE_STANDARD;
    request.Parameters.QueryInterface.Size = sizeof(bus);
    request.Parameters.QueryInterface.Version = 1;
    request.Parameters.QueryInterface.Interface = (PINTERFACE)&bus;
    assert_int_equal(send(device, &request, NULL), STATUS_SUCCESS);
    bus.InterfaceReference(bus.Context);
    assert_int_equal(bus.GetBusData(bus.Context, 0, ids, 0, sizeof(ids)), sizeof(ids));
    assert_int_equal(ids[0], 0x1234);
    assert_int_equal(ids[1], 0x1111);
    assert_int_equal(bus.GetBusData(bus.Context, 0, ids, 254, 4), 2); /* no further than the end */
    assert_int_equal(bus.SetBusData(bus.Context, 0, &command, 4, 2), 2);
    ids[0] = 0xFFFF;
    assert_int_equal(bus.SetBusData(bus.Context, 0, ids, 0, 2), 2); /* ids are read-only */
    assert_int_equal(bus.GetBusData(bus.Context, 0, ids, 0, 2), 2);
    assert_int_equal(ids[0], 0x1234);
    bus.InterfaceDereference(bus.Context);
    request.Parameters.QueryInterface.InterfaceType = &GUID_PCI_BUS_INTERFACE_STANDARD;
    assert_int_equal(send(device, &request, NULL), STATUS_NOT_SUPPORTED);
    nt_object_put(test_machine, device);
}

static void configuration_requests_are_answered(void **state)
{
    PDEVICE_OBJECT device = plug_in();
    IO_STACK_LOCATION request = { .MinorFunction = IRP_MN_READ_CONFIG };
    UCHAR header[64] = { 0 };
    ULONG_PTR information;

    (void)state;
    request.Parameters.ReadWriteConfig.Buffer = header;
    request.Parameters.ReadWriteConfig.Length = sizeof(header);
    assert_int_equal(send(device, &request, &information), STATUS_SUCCESS);
    assert_int_equal(information, sizeof(header));
    assert_int_equal(header[0], 0x34);
    assert_int_equal(header[0x0B], 3); /* base class: display */
    request.Parameters.ReadWriteConfig.Offset = 250;
    assert_int_equal(send(device, &request, &information), STATUS_INVALID_PARAMETER);
    nt_object_put(test_machine, device);
}

static void unknown_requests_keep_their_status(void **state)
{
    PDEVICE_OBJECT device = plug_in();
    const IO_STACK_LOCATION request = { .MinorFunction = 0x7F };

    (void)state;
    assert_int_equal(send(device, &request, NULL), STATUS_NOT_SUPPORTED);
    nt_object_put(test_machine, device);
}

static NTSTATUS NTAPI keep(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    (void)device;
    *(NTSTATUS *)context = irp->IoStatus.Status;
    return STATUS_MORE_PROCESSING_REQUIRED;
}

/* The sender of a packet of its own gets it back in its completion routine, and frees it. */
static void completion_routine_keeps_the_packet(void **state)
{
    PDEVICE_OBJECT device = plug_in();
    NTSTATUS seen = 1;
    PIRP irp = IoAllocateIrp(device->StackSize, FALSE);

    (void)state;
    assert_non_null(irp);
    IoGetNextIrpStackLocation(irp)->MajorFunction = IRP_MJ_CREATE;
    IoSetCompletionRoutine(irp, keep, &seen, TRUE, TRUE, TRUE);
    assert_int_equal(IoCallDriver(device, irp), STATUS_INVALID_DEVICE_REQUEST);
    assert_int_equal(seen, STATUS_INVALID_DEVICE_REQUEST);
    IoFreeIrp(irp);
    nt_object_put(test_machine, device);
}

static void control_requests_carry_their_buffers(void **state)
{
    PDEVICE_OBJECT device = plug_in();
    IO_STATUS_BLOCK answer = { { .Status = 0 }, 0 };
    ULONG input = 0x11223344;
    ULONG output = 7;
    KEVENT event;
    PIRP irp;

    (void)state;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    irp = IoBuildDeviceIoControlRequest(CTL_CODE(0x32, 1, METHOD_BUFFERED, 0), device, &input,
                                        sizeof(input), &output, sizeof(output), FALSE, &event,
                                        &answer);
    assert_non_null(irp);
    assert_int_equal(*(ULONG *)irp->AssociatedIrp.SystemBuffer, 0x11223344);
    assert_int_equal(IoGetNextIrpStackLocation(irp)->MajorFunction, IRP_MJ_DEVICE_CONTROL);
    assert_int_equal(IoCallDriver(device, irp), STATUS_INVALID_DEVICE_REQUEST);
    assert_int_equal(answer.Status, STATUS_INVALID_DEVICE_REQUEST);
    assert_int_equal(output, 7);
    assert_true(KeReadStateEvent(&event));
    nt_object_put(test_machine, device);
}

/* Requests for an open file go to the top of the stack of the device it was opened on. */
static void a_files_device_is_the_top_of_its_stack(void **state)
{
    PDEVICE_OBJECT device = plug_in();
    DEVICE_OBJECT filter = { .Type = 3 };
    FILE_OBJECT file = { .DeviceObject = device };

    (void)state;
    assert_ptr_equal(IoGetRelatedDeviceObject(&file), device);
    device->AttachedDevice = &filter;
    assert_ptr_equal(IoGetRelatedDeviceObject(&file), &filter);
    device->AttachedDevice = NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(bus_interface_reads_configuration_space),
        NT_TEST(configuration_requests_are_answered),
        NT_TEST(unknown_requests_keep_their_status),
        NT_TEST(completion_routine_keeps_the_packet),
        NT_TEST(a_files_device_is_the_top_of_its_stack),
        NT_TEST(control_requests_carry_their_buffers),
    };
    return cmocka_run_group_tests_name("nt/irp", tests, NULL, NULL);
}
