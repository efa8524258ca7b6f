/* SPDX-License-Identifier: MIT */
/* The registry through one call: RtlQueryRegistryValues, RtlWriteRegistryValue and their family. */
#include "machine/heap.h"
#include "nt/call.h"
#include "nt/registry.h"
#include "verify/verify.h"

#define ROOT "\\Registry\\Machine\\System\\CurrentControlSet\\"
#define WINDOWS_NT "\\Registry\\Machine\\Software\\Microsoft\\Windows NT\\CurrentVersion\\"
/* RTL_REGISTRY_x, in order: prefixes of a relative path. */
static const char *const prefixes[] = {
    "",
    ROOT "Services\\",
    ROOT "Control\\",
    WINDOWS_NT,
    "\\Registry\\Machine\\Hardware\\DeviceMap\\",
    "\\Registry\\User\\.Default\\",
};

static size_t wide_length(const WCHAR *text)
{
    size_t count = 0;

    while (text[count] != 0) {
        count++;
    }
    return count;
}

/* The key of RelativeTo and Path. A handle may stand in for the path, as documented. */
static struct nt_key *find_key(struct machine *machine, ULONG relative_to, const WCHAR *path,
                               bool create, NTSTATUS *status)
{
    ULONG kind = relative_to & ~(ULONG)(RTL_REGISTRY_HANDLE | RTL_REGISTRY_OPTIONAL);
    struct nt_key *key = nt_key_root(machine);
    WCHAR prefix[128];
    size_t count = 0;

    *status = STATUS_SUCCESS;
    if ((relative_to & RTL_REGISTRY_HANDLE) != 0) {
        key = nt_key_of(machine, (HANDLE)(uintptr_t)path);
        *status = key == NULL ? STATUS_INVALID_HANDLE : STATUS_SUCCESS;
        return key;
    }
    if (kind >= DXGH_ARRAY_SIZE(prefixes)) {
        *status = STATUS_INVALID_PARAMETER;
        return NULL;
    }
    for (const char *c = prefixes[kind]; *c != '\0'; c++) {
        prefix[count++] = (WCHAR)(uint8_t)*c;
    }
    key = nt_key_walk(machine, key, prefix, count * sizeof(WCHAR), create, NULL);
    if (key != NULL && path != NULL) {
        key = nt_key_walk(machine, key, path, wide_length(path) * sizeof(WCHAR), create, NULL);
    }
    *status = key == NULL ? STATUS_OBJECT_NAME_NOT_FOUND : STATUS_SUCCESS;
    return key;
}

NTSTATUS NTAPI RtlCheckRegistryKey(ULONG RelativeTo, PWSTR Path)
{
    NT_CALL(PASSIVE_LEVEL);
    NTSTATUS status;

    (void)find_key(machine, RelativeTo, Path, false, &status);
    return status;
}

NTSTATUS NTAPI RtlCreateRegistryKey(ULONG RelativeTo, PWSTR Path)
{
    NT_CALL(PASSIVE_LEVEL);
    NTSTATUS status;

    (void)find_key(machine, RelativeTo, Path, true, &status);
    return status;
}

NTSTATUS NTAPI RtlWriteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName,
                                     ULONG ValueType, PVOID ValueData, ULONG ValueLength)
{
    NT_CALL(PASSIVE_LEVEL);
    NTSTATUS status;
    struct nt_key *key = find_key(machine, RelativeTo, Path, true, &status);

    nt_value_check(machine, ValueType, ValueData, ValueLength, __func__);
    if (key != NULL) {
        nt_key_value_set(machine, key, ValueName, wide_length(ValueName) * sizeof(WCHAR), ValueType,
                         ValueData, ValueLength);
    }
    return status;
}

NTSTATUS NTAPI RtlDeleteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName)
{
    NT_CALL(PASSIVE_LEVEL);
    NTSTATUS status;
    struct nt_key *key = find_key(machine, RelativeTo, Path, false, &status);

    if (key == NULL) {
        return status;
    }
    return nt_key_value_delete(machine, key, ValueName, wide_length(ValueName) * sizeof(WCHAR))
               ? STATUS_SUCCESS
               : STATUS_OBJECT_NAME_NOT_FOUND;
}

struct query {
    struct machine *machine;
    PVOID context;
};

/* Documented: a string goes to a UNICODE_STRING, what fits in a ULONG to a ULONG, and the rest to
 * a buffer whose first ULONG is its size, or when that is negative, only the size. */
static NTSTATUS store_direct(struct query *query, const RTL_QUERY_REGISTRY_TABLE *row, ULONG type,
                             const void *data, ULONG bytes)
{
    if (type == REG_SZ || type == REG_EXPAND_SZ || type == REG_MULTI_SZ) {
        UNICODE_STRING *string = row->EntryContext;

        if (string->Buffer == NULL) {
            string->Buffer = ExAllocatePoolWithTag(PagedPool, DXGH_MAX(bytes, 2u), 0x56524752);
            if (string->Buffer == NULL) {
                return STATUS_NO_MEMORY;
            }
            string->MaximumLength = (USHORT)bytes;
        } else if (bytes > string->MaximumLength) {
            return STATUS_BUFFER_TOO_SMALL;
        }
        memcpy(string->Buffer, data, bytes);
        string->Length = (USHORT)(bytes >= sizeof(WCHAR) ? bytes - sizeof(WCHAR) : 0);
        return STATUS_SUCCESS;
    }
    (void)query;
    if (bytes <= sizeof(ULONG)) {
        memcpy(row->EntryContext, data, bytes);
        return STATUS_SUCCESS;
    }
    LONG size = *(LONG *)row->EntryContext;

    if (size < 0) {
        if ((ULONG)-size < bytes) {
            return STATUS_BUFFER_TOO_SMALL;
        }
        memcpy(row->EntryContext, data, bytes);
        return STATUS_SUCCESS;
    }
    if ((ULONG)size < bytes + 2 * sizeof(ULONG)) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    ((ULONG *)row->EntryContext)[0] = bytes;
    ((ULONG *)row->EntryContext)[1] = type;
    memcpy((ULONG *)row->EntryContext + 2, data, bytes);
    return STATUS_SUCCESS;
}

static void check_direct(struct machine *machine, const RTL_QUERY_REGISTRY_TABLE *row, bool trusted,
                         const char *function)
{
    if ((row->Flags & RTL_QUERY_REGISTRY_DIRECT) == 0) {
        return;
    }
    if (row->QueryRoutine != NULL) {
        verify_report(machine, RULE_NT_REG_03, function,
                      "%s: a row has RTL_QUERY_REGISTRY_DIRECT and a QueryRoutine", function);
    }
    if ((row->Flags & RTL_QUERY_REGISTRY_TYPECHECK) == 0 && !trusted) {
        verify_report(machine, RULE_NT_REG_02, function,
                      "%s: RTL_QUERY_REGISTRY_DIRECT without RTL_QUERY_REGISTRY_TYPECHECK in a "
                      "hive that users may write",
                      function);
    }
}

static NTSTATUS call_routine(struct query *query, const RTL_QUERY_REGISTRY_TABLE *row, PWSTR name,
                             ULONG type, const void *data, ULONG bytes)
{
    struct nt_callback callback;
    NTSTATUS status;

    nt_callback_begin(query->machine, &callback, (const void *)(uintptr_t)row->QueryRoutine,
                      nt_in_driver(query->machine), "registry query routine");
    status = row->QueryRoutine(name, type, (PVOID)(uintptr_t)data, bytes, query->context,
                               row->EntryContext);
    nt_callback_end(query->machine, &callback);
    return status;
}

static NTSTATUS deliver(struct query *query, const RTL_QUERY_REGISTRY_TABLE *row, PWSTR name,
                        ULONG type, const void *data, ULONG bytes)
{
    NTSTATUS status = STATUS_SUCCESS;

    if ((row->Flags & RTL_QUERY_REGISTRY_DIRECT) != 0) {
        return store_direct(query, row, type, data, bytes);
    }
    if (row->QueryRoutine == NULL) {
        return STATUS_SUCCESS;
    }
    if (type != REG_MULTI_SZ || (row->Flags & RTL_QUERY_REGISTRY_NOEXPAND) != 0) {
        return call_routine(query, row, name, type, data, bytes);
    }
    /* A list of strings is delivered string by string. */
    for (const WCHAR *text = data; NT_SUCCESS(status) && *text != 0;
         text += wide_length(text) + 1) {
        status = call_routine(query, row, name, REG_SZ, text,
                              (ULONG)((wide_length(text) + 1) * sizeof(WCHAR)));
    }
    return status;
}

static NTSTATUS query_row(struct query *query, struct nt_key *key,
                          const RTL_QUERY_REGISTRY_TABLE *row)
{
    const struct nt_value *value =
        nt_key_value(key, row->Name, wide_length(row->Name) * sizeof(WCHAR));
    ULONG expected = row->DefaultType >> RTL_QUERY_REGISTRY_TYPECHECK_SHIFT;
    ULONG default_bytes = row->DefaultLength;

    if (value != NULL) {
        if ((row->Flags & RTL_QUERY_REGISTRY_TYPECHECK) != 0 && expected != value->type) {
            return STATUS_OBJECT_TYPE_MISMATCH;
        }
        return deliver(query, row, row->Name, value->type, value->data, value->data_bytes);
    }
    if ((row->DefaultType & ~RTL_QUERY_REGISTRY_TYPECHECK_MASK) != REG_NONE) {
        if (default_bytes == 0 && row->DefaultType == REG_SZ) {
            default_bytes = (ULONG)((wide_length(row->DefaultData) + 1) * sizeof(WCHAR));
        }
        return deliver(query, row, row->Name, row->DefaultType & 0xFF, row->DefaultData,
                       default_bytes);
    }
    return (row->Flags & RTL_QUERY_REGISTRY_REQUIRED) != 0 ? STATUS_OBJECT_NAME_NOT_FOUND
                                                           : STATUS_SUCCESS;
}

/* A row with a routine and no name enumerates every value of the key. */
static NTSTATUS enumerate(struct query *query, struct nt_key *key,
                          const RTL_QUERY_REGISTRY_TABLE *row)
{
    NTSTATUS status = STATUS_SUCCESS;

    LIST_FOR_EACH_SAFE(link, &key->values) {
        const struct nt_value *value = LIST_ENTRY_OF(link, struct nt_value, link);

        if (NT_SUCCESS(status)) {
            status = deliver(query, row, value->name, value->type, value->data, value->data_bytes);
        }
    }
    return status;
}

NTSTATUS NTAPI RtlQueryRegistryValues(ULONG RelativeTo, PCWSTR Path,
                                      PRTL_QUERY_REGISTRY_TABLE QueryTable, PVOID Context,
                                      PVOID Environment)
{
    NT_CALL(PASSIVE_LEVEL);
    struct query query = { .machine = machine, .context = Context };
    NTSTATUS status;
    struct nt_key *top = find_key(machine, RelativeTo, Path, false, &status);
    struct nt_key *key = top;
    bool trusted = (RelativeTo & ~(ULONG)RTL_REGISTRY_OPTIONAL) != RTL_REGISTRY_USER;

    (void)Environment;
    if (top == NULL) {
        return (RelativeTo & RTL_REGISTRY_OPTIONAL) != 0 ? STATUS_SUCCESS : status;
    }
    for (const RTL_QUERY_REGISTRY_TABLE *row = QueryTable;
         NT_SUCCESS(status) && (row->QueryRoutine != NULL || row->Name != NULL); row++) {
        check_direct(machine, row, trusted, __func__);
        if ((row->Flags & RTL_QUERY_REGISTRY_TOPKEY) != 0) {
            key = top;
        }
        if ((row->Flags & RTL_QUERY_REGISTRY_SUBKEY) != 0) {
            key = nt_key_walk(machine, top, row->Name, wide_length(row->Name) * sizeof(WCHAR),
                              false, NULL);
            if (key == NULL) {
                return STATUS_OBJECT_NAME_NOT_FOUND;
            }
            status = row->QueryRoutine == NULL ? STATUS_SUCCESS : enumerate(&query, key, row);
        } else if (row->Name == NULL) {
            status = enumerate(&query, key, row);
        } else {
            status = query_row(&query, key, row);
            if (NT_SUCCESS(status) && (row->Flags & RTL_QUERY_REGISTRY_DELETE) != 0) {
                (void)nt_key_value_delete(machine, key, row->Name,
                                          wide_length(row->Name) * sizeof(WCHAR));
            }
        }
    }
    return status;
}
