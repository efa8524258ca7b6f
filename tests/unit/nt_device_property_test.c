/* SPDX-License-Identifier: MIT */
#include "devices/linearfb/linearfb.h"
#include "machine/device_host.h"
#include "nt/driver_object.h"
#include "nt/object.h"
#include "tests/unit/nt_fixture.h"

static PDEVICE_OBJECT plug_in(void)
{
    const char *error = NULL;

    assert_non_null(device_host_create(test_machine, linearfb_device_entry(), NULL, &error));
    return nt_device_object_create(test_machine, "PCI\\VEN_1234&DEV_1111\\0");
}

static bool text_is(const WCHAR *wide, const char *text)
{
    while (*wide != 0 && *wide == (WCHAR)*text) {
        wide++;
        text++;
    }
    return *wide == 0 && *text == '\0';
}

static void hardware_ids_go_from_particular_to_general(void **state)
{
    PDEVICE_OBJECT device = plug_in();
    WCHAR ids[512];
    ULONG length;

    (void)state;
    assert_int_equal(
        IoGetDeviceProperty(device, DevicePropertyHardwareID, sizeof(ids), ids, &length),
        STATUS_SUCCESS);
    assert_true(text_is(ids, "PCI\\VEN_1234&DEV_1111&SUBSYS_11001AF4&REV_02"));
    assert_int_equal(ids[length / sizeof(WCHAR) - 1], 0);
    assert_int_equal(ids[length / sizeof(WCHAR) - 2], 0); /* the list ends with an empty text */
    nt_object_put(test_machine, device);
}

static void a_short_buffer_tells_the_length(void **state)
{
    PDEVICE_OBJECT device = plug_in();
    WCHAR name[8] = { 'x' };
    ULONG length;

    (void)state;
    assert_int_equal(IoGetDeviceProperty(device, DevicePropertyClassName, 4, name, &length),
                     STATUS_BUFFER_TOO_SMALL);
    assert_int_equal(length, 16);
    assert_int_equal(name[0], 'x');
    assert_int_equal(IoGetDeviceProperty(device, DevicePropertyClassName, 16, name, &length),
                     STATUS_SUCCESS);
    assert_true(text_is(name, "Display"));
    nt_object_put(test_machine, device);
}

static void numbers_are_numbers_and_the_rest_is_refused_by_name(void **state)
{
    PDEVICE_OBJECT device = plug_in();
    ULONG number = 7;
    ULONG length;

    (void)state;
    assert_int_equal(
        IoGetDeviceProperty(device, DevicePropertyLegacyBusType, sizeof(number), &number, &length),
        STATUS_SUCCESS);
    assert_int_equal(number, PCIBus);
    assert_int_equal(IoGetDeviceProperty(device, DevicePropertyResourceRequirements, sizeof(number),
                                         &number, &length),
                     STATUS_NOT_IMPLEMENTED);
    assert_int_equal(length, 0);
    nt_object_put(test_machine, device);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(hardware_ids_go_from_particular_to_general),
        NT_TEST(a_short_buffer_tells_the_length),
        NT_TEST(numbers_are_numbers_and_the_rest_is_refused_by_name),
    };
    return cmocka_run_group_tests_name("nt/device_property", tests, NULL, NULL);
}
