/* SPDX-License-Identifier: MIT */
/*
 * IoGetDeviceProperty: what PnP knows of the board behind a physical device object.
 * Source: wdm nf-wdm-iogetdeviceproperty, install/identifiers-for-pci-devices.
 * Tests: tests/unit/nt_device_property_test.c
 */
#include "nt/bus.h"
#include "nt/call.h"
#include "verify/verify.h"

#include <ntddk.h>

#define PROPERTY_BYTES 768u
#define CLASS_GUID "{4d36e968-e325-11ce-bfc1-08002be10318}" /* display adapters */
/* Choice: the one slot that boards are plugged into here. */
#define SLOT_DEVICE 2u

/* A property on its way to the caller. */
struct property {
    uint8_t bytes[PROPERTY_BYTES];
    ULONG length;
};

static void add_text(struct property *property, const char *text)
{
    for (;; text++) {
        WCHAR character = (WCHAR)(uint8_t)*text;

        DXGH_ASSERT(property->length + sizeof(character) <= PROPERTY_BYTES);
        memcpy(property->bytes + property->length, &character, sizeof(character));
        property->length += sizeof(character);
        if (character == 0) {
            return;
        }
    }
}

static void set_number(struct property *property, ULONG value)
{
    memcpy(property->bytes, &value, sizeof(value));
    property->length = sizeof(value);
}

/* From the most particular to the most general, and an empty one at the end. */
static void add_hardware_ids(struct property *property,
                             const struct dxghost_device_identity *identity)
{
    char id[40];
    char text[96];
    char subsystem[32];

    (void)snprintf(id, sizeof(id), "PCI\\VEN_%04X&DEV_%04X", identity->vendor_id,
                   identity->device_id);
    (void)snprintf(subsystem, sizeof(subsystem), "&SUBSYS_%04X%04X", identity->subsystem_id,
                   identity->subsystem_vendor_id);
    (void)snprintf(text, sizeof(text), "%s%s&REV_%02X", id, subsystem, identity->revision);
    add_text(property, text);
    (void)snprintf(text, sizeof(text), "%s%s", id, subsystem);
    add_text(property, text);
    (void)snprintf(text, sizeof(text), "%s&CC_%02X%02X%02X", id, identity->class_code[0],
                   identity->class_code[1], identity->class_code[2]);
    add_text(property, text);
    (void)snprintf(text, sizeof(text), "%s&CC_%02X%02X", id, identity->class_code[0],
                   identity->class_code[1]);
    add_text(property, text);
    add_text(property, "");
}

static void add_compatible_ids(struct property *property,
                               const struct dxghost_device_identity *identity)
{
    char text[96];

    (void)snprintf(text, sizeof(text), "PCI\\VEN_%04X&DEV_%04X&REV_%02X", identity->vendor_id,
                   identity->device_id, identity->revision);
    add_text(property, text);
    (void)snprintf(text, sizeof(text), "PCI\\VEN_%04X&DEV_%04X", identity->vendor_id,
                   identity->device_id);
    add_text(property, text);
    (void)snprintf(text, sizeof(text), "PCI\\CC_%02X%02X%02X", identity->class_code[0],
                   identity->class_code[1], identity->class_code[2]);
    add_text(property, text);
    (void)snprintf(text, sizeof(text), "PCI\\CC_%02X%02X", identity->class_code[0],
                   identity->class_code[1]);
    add_text(property, text);
    add_text(property, "");
}

/* Returns: false for a property that is not known here. */
static bool fill(struct property *property, const struct dxghost_device_identity *identity,
                 DEVICE_REGISTRY_PROPERTY which)
{
    switch (which) {
    case DevicePropertyDeviceDescription:
    case DevicePropertyFriendlyName:
        add_text(property, "dxghost display adapter");
        return true;
    case DevicePropertyHardwareID:
        add_hardware_ids(property, identity);
        return true;
    case DevicePropertyCompatibleIDs:
        add_compatible_ids(property, identity);
        return true;
    case DevicePropertyClassName:
        add_text(property, "Display");
        return true;
    case DevicePropertyClassGuid:
        add_text(property, CLASS_GUID);
        return true;
    case DevicePropertyDriverKeyName:
        add_text(property, CLASS_GUID "\\0000");
        return true;
    case DevicePropertyLocationInformation:
        add_text(property, "PCI bus 0, device 2, function 0");
        return true;
    case DevicePropertyPhysicalDeviceObjectName:
        add_text(property, "\\Device\\NTPNP_PCI0002");
        return true;
    case DevicePropertyEnumeratorName:
        add_text(property, "PCI");
        return true;
    case DevicePropertyLegacyBusType:
        set_number(property, PCIBus);
        return true;
    case DevicePropertyBusNumber:
    case DevicePropertyInstallState:
        set_number(property, 0);
        return true;
    case DevicePropertyAddress:
        set_number(property, SLOT_DEVICE << 16);
        return true;
    default:
        return false;
    }
}

NTSTATUS NTAPI IoGetDeviceProperty(PDEVICE_OBJECT DeviceObject,
                                   DEVICE_REGISTRY_PROPERTY DeviceProperty, ULONG BufferLength,
                                   PVOID PropertyBuffer, PULONG ResultLength)
{
    NT_CALL(PASSIVE_LEVEL);
    const struct device_host *board = nt_device_board(machine, DeviceObject);
    struct property property = { .length = 0 };

    *ResultLength = 0;
    if (board == NULL) {
        return STATUS_INVALID_DEVICE_REQUEST;
    }
    if (!fill(&property, &board->identity, DeviceProperty)) {
        verify_unimplemented(machine, "IoGetDeviceProperty of property %d", (int)DeviceProperty);
        return STATUS_NOT_IMPLEMENTED;
    }
    *ResultLength = property.length;
    if (BufferLength < property.length) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    memcpy(PropertyBuffer, property.bytes, property.length);
    return STATUS_SUCCESS;
}
