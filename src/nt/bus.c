/* SPDX-License-Identifier: MIT */
#include "nt/bus.h"

#include "machine/device_config.h"
#include "nt/call.h"
#include "nt/driver_object.h"
#include "verify/verify.h"

#include <initguid.h>
#include <wdmguid.h>

struct device_host *nt_device_board(struct machine *machine, const DEVICE_OBJECT *device)
{
    const char *instance = nt_device_instance(machine, device);

    LIST_FOR_EACH(link, &machine->devices) {
        struct device_host *host = LIST_ENTRY_OF(link, struct device_host, link);
        char id[40];

        (void)snprintf(id, sizeof(id), "PCI\\VEN_%04X&DEV_%04X", host->identity.vendor_id,
                       host->identity.device_id);
        if (strncmp(instance, id, strlen(id)) == 0) {
            return host;
        }
    }
    return NULL;
}

/* As many bytes as there are. Source: PCI Local Bus Specification 3.0: 256 of them */
static ULONG inside(const struct device_host *board, ULONG offset, ULONG length)
{
    ULONG size = sizeof(board->config_space);

    return offset >= size ? 0 : DXGH_MIN(length, size - offset);
}

static ULONG config_read(const struct device_host *board, PVOID buffer, ULONG offset, ULONG length)
{
    length = inside(board, offset, length);
    memcpy(buffer, board->config_space + offset, length);
    return length;
}

static ULONG config_write(struct device_host *board, PVOID buffer, ULONG offset, ULONG length)
{
    length = inside(board, offset, length);
    for (ULONG i = 0; i < length; i++) {
        if (device_config_is_writable(offset + i)) {
            board->config_space[offset + i] = ((const uint8_t *)buffer)[i];
        }
    }
    return length;
}

/* The interface's context is the board. DataType 0 is PCI_WHICHSPACE_CONFIG. */
static ULONG NTAPI get_bus_data(PVOID Context, ULONG DataType, PVOID Buffer, ULONG Offset,
                                ULONG Length)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)machine;
    return DataType == 0 ? config_read(Context, Buffer, Offset, Length) : 0;
}

static ULONG NTAPI set_bus_data(PVOID Context, ULONG DataType, PVOID Buffer, ULONG Offset,
                                ULONG Length)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)machine;
    return DataType == 0 ? config_write(Context, Buffer, Offset, Length) : 0;
}

/* Bus addresses are physical addresses here. */
static BOOLEAN NTAPI translate(PVOID Context, PHYSICAL_ADDRESS BusAddress, ULONG Length,
                               PULONG AddressSpace, PPHYSICAL_ADDRESS TranslatedAddress)
{
    (void)Context;
    (void)Length;
    (void)AddressSpace;
    *TranslatedAddress = BusAddress;
    return TRUE;
}

static struct _DMA_ADAPTER *NTAPI no_dma_adapter(PVOID Context,
                                                 struct _DEVICE_DESCRIPTION *DeviceDescriptor,
                                                 PULONG NumberOfMapRegisters)
{
    (void)Context;
    (void)DeviceDescriptor;
    (void)NumberOfMapRegisters;
    verify_unimplemented(machine_current(), "BUS_INTERFACE_STANDARD.GetDmaAdapter");
    return NULL;
}

/* The board lives as long as the machine, so there is nothing to count. */
static void NTAPI refer(PVOID Context)
{
    (void)Context;
}

static NTSTATUS query_interface(struct device_host *board, const IO_STACK_LOCATION *location)
{
    BUS_INTERFACE_STANDARD *bus =
        (BUS_INTERFACE_STANDARD *)location->Parameters.QueryInterface.Interface;

    if (memcmp(location->Parameters.QueryInterface.InterfaceType, &GUID_BUS_INTERFACE_STANDARD,
               sizeof(GUID)) != 0) {
        return STATUS_NOT_SUPPORTED;
    }
    if (location->Parameters.QueryInterface.Size < sizeof(*bus)) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    *bus = (BUS_INTERFACE_STANDARD){ .Size = sizeof(*bus),
                                     .Version = 1,
                                     .Context = board,
                                     .InterfaceReference = refer,
                                     .InterfaceDereference = refer,
                                     .TranslateBusAddress = translate,
                                     .GetDmaAdapter = no_dma_adapter,
                                     .SetBusData = set_bus_data,
                                     .GetBusData = get_bus_data };
    return STATUS_SUCCESS;
}

static NTSTATUS config_request(struct device_host *board, const IO_STACK_LOCATION *location,
                               PIRP irp)
{
    PVOID buffer = location->Parameters.ReadWriteConfig.Buffer;
    ULONG offset = location->Parameters.ReadWriteConfig.Offset;
    ULONG length = location->Parameters.ReadWriteConfig.Length;

    if (location->Parameters.ReadWriteConfig.WhichSpace != 0) {
        return STATUS_NOT_SUPPORTED;
    }
    irp->IoStatus.Information = location->MinorFunction == IRP_MN_READ_CONFIG
                                    ? config_read(board, buffer, offset, length)
                                    : config_write(board, buffer, offset, length);
    return irp->IoStatus.Information == length ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

static NTSTATUS answer(struct machine *machine, PDEVICE_OBJECT device, PIRP irp)
{
    const IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(irp);
    struct device_host *board = nt_device_board(machine, device);

    if (location->MajorFunction != IRP_MJ_PNP) {
        return STATUS_INVALID_DEVICE_REQUEST;
    }
    if (board == NULL) {
        return irp->IoStatus.Status;
    }
    switch (location->MinorFunction) {
    case IRP_MN_QUERY_INTERFACE:
        return query_interface(board, location);
    case IRP_MN_READ_CONFIG:
    case IRP_MN_WRITE_CONFIG:
        return config_request(board, location, irp);
    default:
        verify_unimplemented(machine, "IRP_MJ_PNP with minor function 0x%x",
                             location->MinorFunction);
        return irp->IoStatus.Status;
    }
}

NTSTATUS nt_bus_dispatch(struct machine *machine, PDEVICE_OBJECT device, PIRP irp)
{
    NTSTATUS status = answer(machine, device, irp);

    irp->IoStatus.Status = status;
    IofCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}
