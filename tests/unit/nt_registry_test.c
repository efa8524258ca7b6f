/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include "nt/driver_object.h"
#include "nt/object.h"
#include "nt/registry.h"

#define KEY "\\Registry\\Machine\\Software\\Demo"

static UNICODE_STRING text(const WCHAR *literal)
{
    UNICODE_STRING string;

    RtlInitUnicodeString(&string, literal);
    return string;
}

static NTSTATUS open_key(HANDLE root, const WCHAR *path, PHANDLE handle)
{
    UNICODE_STRING name = text(path);
    OBJECT_ATTRIBUTES attributes;

    InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, root,
                               NULL);
    return ZwOpenKey(handle, KEY_READ, &attributes);
}

static NTSTATUS create_key(HANDLE root, const WCHAR *path, PHANDLE handle, PULONG disposition)
{
    UNICODE_STRING name = text(path);
    OBJECT_ATTRIBUTES attributes;

    InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE, root, NULL);
    return ZwCreateKey(handle, KEY_ALL_ACCESS, &attributes, 0, NULL, 0, disposition);
}

static HANDLE demo_key(void)
{
    HANDLE handle;

    nt_registry_set_dword(test_machine, KEY, "Number", 7);
    nt_registry_set_string(test_machine, KEY, "Text", "hello");
    assert_int_equal(open_key(NULL, L"\\REGISTRY\\machine\\software\\DEMO", &handle),
                     STATUS_SUCCESS);
    return handle;
}

static void values_are_read_as_partial_information(void **state)
{
    (void)state;
    HANDLE key = demo_key();
    UNICODE_STRING name = text(L"number");
    union {
        KEY_VALUE_PARTIAL_INFORMATION information;
        UCHAR bytes[64];
    } buffer;
    ULONG length;

    assert_int_equal(
        ZwQueryValueKey(key, &name, KeyValuePartialInformation, &buffer, sizeof(buffer), &length),
        STATUS_SUCCESS);
    assert_int_equal(buffer.information.Type, REG_DWORD);
    assert_int_equal(buffer.information.DataLength, 4);
    assert_int_equal(*(ULONG *)(void *)buffer.information.Data, 7);
    assert_int_equal(length, FIELD_OFFSET(KEY_VALUE_PARTIAL_INFORMATION, Data) + 4);
    name = text(L"Missing");
    assert_int_equal(
        ZwQueryValueKey(key, &name, KeyValuePartialInformation, &buffer, sizeof(buffer), &length),
        STATUS_OBJECT_NAME_NOT_FOUND);
    assert_int_equal(ZwClose(key), STATUS_SUCCESS);
}

static void a_short_buffer_is_told_apart(void **state)
{
    (void)state;
    HANDLE key = demo_key();
    UNICODE_STRING name = text(L"Text");
    UCHAR buffer[64];
    ULONG length = 0;

    assert_int_equal(ZwQueryValueKey(key, &name, KeyValuePartialInformation, buffer, 4, &length),
                     STATUS_BUFFER_TOO_SMALL);
    assert_int_equal(length, FIELD_OFFSET(KEY_VALUE_PARTIAL_INFORMATION, Data) + 12);
    assert_int_equal(ZwQueryValueKey(key, &name, KeyValuePartialInformation, buffer, 16, &length),
                     STATUS_BUFFER_OVERFLOW);
    assert_int_equal(((KEY_VALUE_PARTIAL_INFORMATION *)(void *)buffer)->DataLength, 12);
    assert_int_equal(
        ZwQueryValueKey(key, &name, KeyValuePartialInformation, buffer, length, &length),
        STATUS_SUCCESS);
    ZwClose(key);
}

static void full_information_has_name_and_data(void **state)
{
    (void)state;
    HANDLE key = demo_key();
    UNICODE_STRING name = text(L"Text");
    union {
        KEY_VALUE_FULL_INFORMATION information;
        UCHAR bytes[96];
    } buffer;
    ULONG length;

    assert_int_equal(
        ZwQueryValueKey(key, &name, KeyValueFullInformation, &buffer, sizeof(buffer), &length),
        STATUS_SUCCESS);
    assert_int_equal(buffer.information.NameLength, 8);
    assert_memory_equal(buffer.information.Name, L"Text", 8);
    assert_memory_equal(buffer.bytes + buffer.information.DataOffset, L"hello", 12);
    ZwClose(key);
}

static void written_values_can_be_enumerated_and_deleted(void **state)
{
    (void)state;
    HANDLE key = demo_key();
    UNICODE_STRING name = text(L"Blob");
    UCHAR data[3] = { 1, 2, 3 };
    union {
        KEY_VALUE_BASIC_INFORMATION information;
        UCHAR bytes[64];
    } buffer;
    ULONG length;
    const struct nt_value *value;

    assert_int_equal(ZwSetValueKey(key, &name, 0, REG_BINARY, data, sizeof(data)), STATUS_SUCCESS);
    value = nt_registry_get(test_machine, KEY, "blob");
    assert_non_null(value);
    assert_int_equal(value->data_bytes, 3);
    assert_memory_equal(value->data, data, 3);
    assert_int_equal(
        ZwEnumerateValueKey(key, 2, KeyValueBasicInformation, &buffer, sizeof(buffer), &length),
        STATUS_SUCCESS);
    assert_memory_equal(buffer.information.Name, L"Blob", 8);
    assert_int_equal(
        ZwEnumerateValueKey(key, 3, KeyValueBasicInformation, &buffer, sizeof(buffer), &length),
        STATUS_NO_MORE_ENTRIES);
    assert_int_equal(ZwDeleteValueKey(key, &name), STATUS_SUCCESS);
    assert_int_equal(ZwDeleteValueKey(key, &name), STATUS_OBJECT_NAME_NOT_FOUND);
    assert_null(nt_registry_get(test_machine, KEY, "Blob"));
    ZwClose(key);
}

static void keys_are_created_below_an_existing_one(void **state)
{
    (void)state;
    HANDLE key = demo_key();
    HANDLE child;
    HANDLE again;
    ULONG disposition;
    KEY_FULL_INFORMATION full;
    union {
        KEY_BASIC_INFORMATION information;
        UCHAR bytes[64];
    } buffer;
    ULONG length;

    assert_int_equal(create_key(key, L"A\\B", &child, NULL), STATUS_OBJECT_NAME_NOT_FOUND);
    assert_int_equal(create_key(key, L"A", &child, &disposition), STATUS_SUCCESS);
    assert_int_equal(disposition, REG_CREATED_NEW_KEY);
    assert_int_equal(create_key(key, L"a", &again, &disposition), STATUS_SUCCESS);
    assert_int_equal(disposition, REG_OPENED_EXISTING_KEY);
    assert_int_equal(ZwQueryKey(key, KeyFullInformation, &full, sizeof(full), &length),
                     STATUS_SUCCESS);
    assert_int_equal(full.SubKeys, 1);
    assert_int_equal(full.Values, 2);
    assert_int_equal(full.MaxValueNameLen, 12);
    assert_int_equal(ZwEnumerateKey(key, 0, KeyBasicInformation, &buffer, sizeof(buffer), &length),
                     STATUS_SUCCESS);
    assert_int_equal(buffer.information.NameLength, 2);
    assert_int_equal(ZwEnumerateKey(key, 1, KeyBasicInformation, &buffer, sizeof(buffer), &length),
                     STATUS_NO_MORE_ENTRIES);
    assert_int_equal(ZwDeleteKey(key), STATUS_CANNOT_DELETE);
    assert_int_equal(ZwDeleteKey(child), STATUS_SUCCESS);
    assert_int_equal(ZwFlushKey(again), STATUS_KEY_DELETED);
    ZwClose(child);
    ZwClose(again);
    assert_int_equal(open_key(key, L"A", &child), STATUS_OBJECT_NAME_NOT_FOUND);
    assert_int_equal(ZwDeleteKey(key), STATUS_SUCCESS);
    ZwClose(key);
}

static void a_device_has_two_keys(void **state)
{
    (void)state;
    PDEVICE_OBJECT device = nt_device_object_create(test_machine, "PCI\\VEN_1234&DEV_1111\\0");
    struct nt_driver *driver = nt_driver_object_create(test_machine, NULL, "demo");
    PDEVICE_OBJECT other;
    HANDLE hardware;
    HANDLE software;
    UNICODE_STRING name = text(L"x");
    uint32_t value = 5;

    assert_int_equal(
        IoOpenDeviceRegistryKey(device, PLUGPLAY_REGKEY_DEVICE, KEY_ALL_ACCESS, &hardware),
        STATUS_SUCCESS);
    assert_int_equal(
        IoOpenDeviceRegistryKey(device, PLUGPLAY_REGKEY_DRIVER, KEY_ALL_ACCESS, &software),
        STATUS_SUCCESS);
    ZwSetValueKey(hardware, &name, 0, REG_DWORD, &value, 4);
    assert_true(nt_registry_get_dword(test_machine,
                                      "\\Registry\\Machine\\System\\CurrentControlSet\\Enum\\PCI\\"
                                      "VEN_1234&DEV_1111\\0\\Device Parameters",
                                      "X", &value));
    ZwClose(hardware);
    ZwClose(software);
    assert_int_equal(
        IoCreateDevice(&driver->object, 100, NULL, FILE_DEVICE_VIDEO, 0, FALSE, &other),
        STATUS_SUCCESS);
    assert_int_equal((uintptr_t)other->DeviceExtension % 16, 0);
    assert_ptr_equal(driver->object.DeviceObject, other);
    assert_int_equal(IoOpenDeviceRegistryKey(other, PLUGPLAY_REGKEY_DEVICE, KEY_READ, &hardware),
                     STATUS_INVALID_DEVICE_REQUEST);
    IoDeleteDevice(other);
    assert_null(driver->object.DeviceObject);
    as_driver(true);
    IoDeleteDevice(device); /* not one that IoCreateDevice made */
    assert_int_equal(breaches_of(RULE_NT_OBJ_03), 1);
    as_driver(false);
    ObDereferenceObject(device);
    nt_object_put(test_machine, driver);
}

static ULONG seen_types[8];
static ULONG seen_count;

static NTSTATUS NTAPI query_routine(PWSTR name, ULONG type, PVOID data, ULONG length, PVOID context,
                                    PVOID entry_context)
{
    (void)name;
    (void)data;
    (void)length;
    assert_ptr_equal(context, (PVOID)1);
    assert_ptr_equal(entry_context, (PVOID)2);
    seen_types[seen_count++] = type;
    return STATUS_SUCCESS;
}

static void query_tables_read_direct_and_by_routine(void **state)
{
    (void)state;
    ULONG number = 0;
    ULONG absent = 0;
    ULONG fallback = 42;
    UNICODE_STRING string = { 0 };
    RTL_QUERY_REGISTRY_TABLE table[] = {
        { NULL, RTL_QUERY_REGISTRY_DIRECT | RTL_QUERY_REGISTRY_REQUIRED, L"Number", &number,
          REG_NONE, NULL, 0 },
        { NULL, RTL_QUERY_REGISTRY_DIRECT, L"Text", &string, REG_NONE, NULL, 0 },
        { NULL, RTL_QUERY_REGISTRY_DIRECT, L"Absent", &absent, REG_DWORD, &fallback,
          sizeof(fallback) },
        { query_routine, 0, L"Text", (PVOID)2, REG_NONE, NULL, 0 },
        { 0 },
    };

    ZwClose(demo_key());
    seen_count = 0;
    assert_int_equal(RtlQueryRegistryValues(RTL_REGISTRY_ABSOLUTE,
                                            L"\\Registry\\Machine\\Software\\Demo", table, (PVOID)1,
                                            NULL),
                     STATUS_SUCCESS);
    assert_int_equal(number, 7);
    assert_int_equal(absent, 42);
    assert_int_equal(string.Length, 10);
    assert_memory_equal(string.Buffer, L"hello", 10);
    RtlFreeUnicodeString(&string);
    assert_int_equal(seen_count, 1);
    assert_int_equal(seen_types[0], REG_SZ);
    table[0].Name = L"Nothing";
    assert_int_equal(RtlQueryRegistryValues(RTL_REGISTRY_ABSOLUTE,
                                            L"\\Registry\\Machine\\Software\\Demo", table, (PVOID)1,
                                            NULL),
                     STATUS_OBJECT_NAME_NOT_FOUND);
}

static void values_are_written_by_path(void **state)
{
    (void)state;
    ULONG value = 3;
    uint32_t read = 0;

    assert_int_equal(RtlCheckRegistryKey(RTL_REGISTRY_SERVICES, (PWSTR)L"Demo"),
                     STATUS_OBJECT_NAME_NOT_FOUND);
    assert_int_equal(
        RtlWriteRegistryValue(RTL_REGISTRY_SERVICES, L"Demo", L"V", REG_DWORD, &value, 4),
        STATUS_SUCCESS);
    assert_int_equal(RtlCheckRegistryKey(RTL_REGISTRY_SERVICES, (PWSTR)L"Demo"), STATUS_SUCCESS);
    assert_true(nt_registry_get_dword(
        test_machine, "\\Registry\\Machine\\System\\CurrentControlSet\\Services\\Demo", "V",
        &read));
    assert_int_equal(read, 3);
    assert_int_equal(RtlDeleteRegistryValue(RTL_REGISTRY_SERVICES, L"Demo", L"V"), STATUS_SUCCESS);
    assert_int_equal(RtlDeleteRegistryValue(RTL_REGISTRY_SERVICES, L"Demo", L"V"),
                     STATUS_OBJECT_NAME_NOT_FOUND);
}

static void an_open_key_is_a_leak_and_a_bad_handle_a_breach(void **state)
{
    (void)state;
    struct nt_leaks leaks;
    HANDLE key;

    as_driver(true);
    key = demo_key();
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.handles, 1);
    assert_int_equal(leaks.total, 1);
    assert_int_equal(ZwClose(key), STATUS_SUCCESS);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.total, 0);
    assert_int_equal(ZwFlushKey(key), STATUS_INVALID_HANDLE);
    assert_int_equal(ZwClose(key), STATUS_INVALID_HANDLE);
    assert_int_equal(ZwClose(NULL), STATUS_INVALID_HANDLE);
    assert_int_equal(breaches_of(RULE_NT_OBJ_04), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(values_are_read_as_partial_information),
        NT_TEST(a_short_buffer_is_told_apart),
        NT_TEST(full_information_has_name_and_data),
        NT_TEST(written_values_can_be_enumerated_and_deleted),
        NT_TEST(keys_are_created_below_an_existing_one),
        NT_TEST(a_device_has_two_keys),
        NT_TEST(query_tables_read_direct_and_by_routine),
        NT_TEST(values_are_written_by_path),
        NT_TEST(an_open_key_is_a_leak_and_a_bad_handle_a_breach),
    };
    return cmocka_run_group_tests_name("nt/registry", tests, NULL, NULL);
}
