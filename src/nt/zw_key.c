/* SPDX-License-Identifier: MIT */
/* Registry keys as drivers use them. Source: wdm ZwOpenKey, ZwQueryValueKey and their family */
#include "nt/call.h"
#include "nt/driver_object.h"
#include "nt/registry.h"
#include "verify/verify.h"

#define ENUM_PATH "\\Registry\\Machine\\System\\CurrentControlSet\\Enum\\"
#define CLASS_PATH "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\Display\\"

static struct nt_key *key_of(struct machine *machine, HANDLE handle, NTSTATUS *status,
                             const char *function)
{
    struct nt_key *key = nt_key_of(machine, handle);

    if (key == NULL) {
        verify_report(machine, RULE_NT_OBJ_04, function, "%s: the handle %#llx is not an open key",
                      function, (unsigned long long)(uintptr_t)handle);
        *status = STATUS_INVALID_HANDLE;
        return NULL;
    }
    if (key->deleted) {
        *status = STATUS_KEY_DELETED;
        return NULL;
    }
    *status = STATUS_SUCCESS;
    return key;
}

/* The key an OBJECT_ATTRIBUTES starts from, and its name. */
static struct nt_key *start_of(struct machine *machine, const OBJECT_ATTRIBUTES *attributes,
                               NTSTATUS *status, const char *function)
{
    if (attributes == NULL || attributes->ObjectName == NULL) {
        *status = STATUS_INVALID_PARAMETER;
        return NULL;
    }
    if (attributes->RootDirectory != NULL) {
        return key_of(machine, attributes->RootDirectory, status, function);
    }
    if (attributes->ObjectName->Length < sizeof(WCHAR) ||
        attributes->ObjectName->Buffer[0] != '\\') {
        *status = STATUS_OBJECT_PATH_SYNTAX_BAD;
        return NULL;
    }
    *status = STATUS_SUCCESS;
    return nt_key_root(machine);
}

NTSTATUS NTAPI ZwOpenKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
                         POBJECT_ATTRIBUTES ObjectAttributes)
{
    NT_CALL(PASSIVE_LEVEL);
    NTSTATUS status;
    struct nt_key *key = start_of(machine, ObjectAttributes, &status, __func__);

    (void)DesiredAccess;
    if (key == NULL) {
        return status;
    }
    key = nt_key_walk(machine, key, ObjectAttributes->ObjectName->Buffer,
                      ObjectAttributes->ObjectName->Length, false, NULL);
    if (key == NULL) {
        return STATUS_OBJECT_NAME_NOT_FOUND;
    }
    *KeyHandle = nt_key_open(machine, key);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI ZwOpenKeyEx(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
                           POBJECT_ATTRIBUTES ObjectAttributes, ULONG OpenOptions)
{
    (void)OpenOptions;
    return ZwOpenKey(KeyHandle, DesiredAccess, ObjectAttributes);
}

NTSTATUS NTAPI ZwCreateKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
                           POBJECT_ATTRIBUTES ObjectAttributes, ULONG TitleIndex,
                           PUNICODE_STRING Class, ULONG CreateOptions, PULONG Disposition)
{
    NT_CALL(PASSIVE_LEVEL);
    NTSTATUS status;
    struct nt_key *start = start_of(machine, ObjectAttributes, &status, __func__);
    const UNICODE_STRING *name;
    struct nt_key *parent;
    size_t last;
    bool created;

    (void)DesiredAccess;
    (void)TitleIndex;
    (void)Class;
    (void)CreateOptions;
    if (start == NULL) {
        return status;
    }
    name = ObjectAttributes->ObjectName;
    for (last = name->Length / sizeof(WCHAR); last > 0 && name->Buffer[last - 1] != '\\'; last--) {
    }
    /* Documented: only the last component is created; the key above it must exist. */
    parent = nt_key_walk(machine, start, name->Buffer, last * sizeof(WCHAR), false, NULL);
    if (parent == NULL) {
        return STATUS_OBJECT_NAME_NOT_FOUND;
    }
    *KeyHandle =
        nt_key_open(machine, nt_key_walk(machine, parent, name->Buffer + last,
                                         name->Length - last * sizeof(WCHAR), true, &created));
    if (Disposition != NULL) {
        *Disposition = created ? REG_CREATED_NEW_KEY : REG_OPENED_EXISTING_KEY;
    }
    return STATUS_SUCCESS;
}

/*
 * Every information class is a fixed part and then text or data. What does not fit is cut off, and
 * the status says how much: nothing of the fixed part (TOO_SMALL) or not all behind it (OVERFLOW).
 */
struct output {
    uint8_t *buffer;
    ULONG length;
    PULONG result_length;
};

static NTSTATUS put(const struct output *output, const void *fixed, size_t fixed_bytes,
                    const void *name, size_t name_bytes, const void *data, size_t data_offset,
                    size_t data_bytes)
{
    size_t needed = data_bytes > 0 ? data_offset + data_bytes : fixed_bytes + name_bytes;
    size_t room;

    *output->result_length = (ULONG)needed;
    if (output->length < fixed_bytes) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    memcpy(output->buffer, fixed, fixed_bytes);
    room = output->length - fixed_bytes;
    if (name_bytes > 0) {
        memcpy(output->buffer + fixed_bytes, name, DXGH_MIN(room, name_bytes));
    }
    if (data_bytes > 0 && output->length > data_offset) {
        memcpy(output->buffer + data_offset, data,
               DXGH_MIN(output->length - data_offset, data_bytes));
    }
    return output->length < needed ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

static NTSTATUS put_value(const struct nt_value *value, KEY_VALUE_INFORMATION_CLASS information,
                          const struct output *output)
{
    switch (information) {
    case KeyValueBasicInformation: {
        KEY_VALUE_BASIC_INFORMATION fixed = { .Type = value->type,
                                              .NameLength = value->name_bytes };

        return put(output, &fixed, FIELD_OFFSET(KEY_VALUE_BASIC_INFORMATION, Name), value->name,
                   value->name_bytes, NULL, 0, 0);
    }
    case KeyValueFullInformation: {
        size_t fixed_bytes = FIELD_OFFSET(KEY_VALUE_FULL_INFORMATION, Name);
        size_t data_offset = align_up(fixed_bytes + value->name_bytes, 8);
        KEY_VALUE_FULL_INFORMATION fixed = { .Type = value->type,
                                             .DataOffset = (ULONG)data_offset,
                                             .DataLength = value->data_bytes,
                                             .NameLength = value->name_bytes };

        return put(output, &fixed, fixed_bytes, value->name, value->name_bytes, value->data,
                   data_offset, value->data_bytes);
    }
    case KeyValuePartialInformation: {
        KEY_VALUE_PARTIAL_INFORMATION fixed = { .Type = value->type,
                                                .DataLength = value->data_bytes };

        return put(output, &fixed, FIELD_OFFSET(KEY_VALUE_PARTIAL_INFORMATION, Data), value->data,
                   value->data_bytes, NULL, 0, 0);
    }
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

NTSTATUS NTAPI ZwQueryValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName,
                               KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass,
                               PVOID KeyValueInformation, ULONG Length, PULONG ResultLength)
{
    NT_CALL(PASSIVE_LEVEL);
    struct output output = { KeyValueInformation, Length, ResultLength };
    NTSTATUS status;
    struct nt_key *key = key_of(machine, KeyHandle, &status, __func__);
    const struct nt_value *value;

    if (key == NULL) {
        return status;
    }
    value = nt_key_value(key, ValueName->Buffer, ValueName->Length);
    return value == NULL ? STATUS_OBJECT_NAME_NOT_FOUND
                         : put_value(value, KeyValueInformationClass, &output);
}

NTSTATUS NTAPI ZwEnumerateValueKey(HANDLE KeyHandle, ULONG Index,
                                   KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass,
                                   PVOID KeyValueInformation, ULONG Length, PULONG ResultLength)
{
    NT_CALL(PASSIVE_LEVEL);
    struct output output = { KeyValueInformation, Length, ResultLength };
    NTSTATUS status;
    struct nt_key *key = key_of(machine, KeyHandle, &status, __func__);

    if (key == NULL) {
        return status;
    }
    LIST_FOR_EACH(link, &key->values) {
        if (Index-- == 0) {
            return put_value(LIST_ENTRY_OF(link, struct nt_value, link), KeyValueInformationClass,
                             &output);
        }
    }
    return STATUS_NO_MORE_ENTRIES;
}

NTSTATUS NTAPI ZwSetValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName, ULONG TitleIndex,
                             ULONG Type, PVOID Data, ULONG DataSize)
{
    NT_CALL(PASSIVE_LEVEL);
    NTSTATUS status;
    struct nt_key *key = key_of(machine, KeyHandle, &status, __func__);

    (void)TitleIndex;
    nt_value_check(machine, Type, Data, DataSize, __func__);
    if (key != NULL) {
        nt_key_value_set(machine, key, ValueName->Buffer, ValueName->Length, Type, Data, DataSize);
    }
    return status;
}

NTSTATUS NTAPI ZwDeleteValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName)
{
    NT_CALL(PASSIVE_LEVEL);
    NTSTATUS status;
    struct nt_key *key = key_of(machine, KeyHandle, &status, __func__);

    if (key == NULL) {
        return status;
    }
    return nt_key_value_delete(machine, key, ValueName->Buffer, ValueName->Length)
               ? STATUS_SUCCESS
               : STATUS_OBJECT_NAME_NOT_FOUND;
}

NTSTATUS NTAPI ZwDeleteKey(HANDLE KeyHandle)
{
    NT_CALL(PASSIVE_LEVEL);
    NTSTATUS status;
    struct nt_key *key = key_of(machine, KeyHandle, &status, __func__);

    if (key == NULL) {
        return status;
    }
    return nt_key_delete(machine, key) ? STATUS_SUCCESS : STATUS_CANNOT_DELETE;
}

static NTSTATUS put_key(const struct nt_key *key, KEY_INFORMATION_CLASS information,
                        const struct output *output)
{
    LARGE_INTEGER written = { .QuadPart = (LONGLONG)key->written };

    switch (information) {
    case KeyBasicInformation: {
        KEY_BASIC_INFORMATION fixed = { .LastWriteTime = written, .NameLength = key->name_bytes };

        return put(output, &fixed, FIELD_OFFSET(KEY_BASIC_INFORMATION, Name), key->name,
                   key->name_bytes, NULL, 0, 0);
    }
    case KeyNodeInformation: {
        KEY_NODE_INFORMATION fixed = { .LastWriteTime = written,
                                       .ClassOffset = MAXULONG,
                                       .NameLength = key->name_bytes };

        return put(output, &fixed, FIELD_OFFSET(KEY_NODE_INFORMATION, Name), key->name,
                   key->name_bytes, NULL, 0, 0);
    }
    case KeyFullInformation: {
        KEY_FULL_INFORMATION fixed = { .LastWriteTime = written,
                                       .ClassOffset = MAXULONG,
                                       .SubKeys = nt_key_child_count(key),
                                       .Values = nt_key_value_count(key) };

        LIST_FOR_EACH(link, &key->children) {
            const struct nt_key *child = LIST_ENTRY_OF(link, struct nt_key, link);

            fixed.MaxNameLen = DXGH_MAX(fixed.MaxNameLen, child->name_bytes);
        }
        LIST_FOR_EACH(link, &key->values) {
            const struct nt_value *value = LIST_ENTRY_OF(link, struct nt_value, link);

            fixed.MaxValueNameLen = DXGH_MAX(fixed.MaxValueNameLen, value->name_bytes);
            fixed.MaxValueDataLen = DXGH_MAX(fixed.MaxValueDataLen, value->data_bytes);
        }
        return put(output, &fixed, FIELD_OFFSET(KEY_FULL_INFORMATION, Class), NULL, 0, NULL, 0, 0);
    }
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

NTSTATUS NTAPI ZwQueryKey(HANDLE KeyHandle, KEY_INFORMATION_CLASS KeyInformationClass,
                          PVOID KeyInformation, ULONG Length, PULONG ResultLength)
{
    NT_CALL(PASSIVE_LEVEL);
    struct output output = { KeyInformation, Length, ResultLength };
    NTSTATUS status;
    struct nt_key *key = key_of(machine, KeyHandle, &status, __func__);

    return key == NULL ? status : put_key(key, KeyInformationClass, &output);
}

NTSTATUS NTAPI ZwEnumerateKey(HANDLE KeyHandle, ULONG Index,
                              KEY_INFORMATION_CLASS KeyInformationClass, PVOID KeyInformation,
                              ULONG Length, PULONG ResultLength)
{
    NT_CALL(PASSIVE_LEVEL);
    struct output output = { KeyInformation, Length, ResultLength };
    NTSTATUS status;
    struct nt_key *key = key_of(machine, KeyHandle, &status, __func__);

    if (key == NULL) {
        return status;
    }
    LIST_FOR_EACH(link, &key->children) {
        if (Index-- == 0) {
            return put_key(LIST_ENTRY_OF(link, struct nt_key, link), KeyInformationClass, &output);
        }
    }
    return STATUS_NO_MORE_ENTRIES;
}

NTSTATUS NTAPI ZwFlushKey(HANDLE KeyHandle)
{
    NT_CALL(PASSIVE_LEVEL);
    NTSTATUS status;

    (void)key_of(machine, KeyHandle, &status, __func__);
    return status;
}

/* A device's hardware key is below Enum, its driver key below the display class. */
int nt_registry_software_path(const char *instance, char *path, size_t path_bytes)
{
    return snprintf(path, path_bytes, CLASS_PATH "%s", instance);
}

NTSTATUS NTAPI IoOpenDeviceRegistryKey(PDEVICE_OBJECT DeviceObject, ULONG DevInstKeyType,
                                       ACCESS_MASK DesiredAccess, PHANDLE DevInstRegKey)
{
    NT_CALL(PASSIVE_LEVEL);
    const char *instance = nt_device_instance(machine, DeviceObject);
    WCHAR wide[224];
    char path[224];
    int length;

    (void)DesiredAccess;
    *DevInstRegKey = NULL;
    if (instance[0] == '\0') {
        return STATUS_INVALID_DEVICE_REQUEST; /* not a physical device object */
    }
    if ((DevInstKeyType & PLUGPLAY_REGKEY_DEVICE) != 0) {
        length = snprintf(path, sizeof(path), ENUM_PATH "%s\\Device Parameters", instance);
    } else if ((DevInstKeyType & PLUGPLAY_REGKEY_DRIVER) != 0) {
        length = nt_registry_software_path(instance, path, sizeof(path));
    } else {
        return STATUS_INVALID_PARAMETER;
    }
    for (int i = 0; i <= length; i++) {
        wide[i] = (WCHAR)(uint8_t)path[i];
    }
    *DevInstRegKey = nt_key_open(machine, nt_key_walk(machine, nt_key_root(machine), wide,
                                                      (size_t)length * sizeof(WCHAR), true, NULL));
    return STATUS_SUCCESS;
}
