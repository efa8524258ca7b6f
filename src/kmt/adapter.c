/* SPDX-License-Identifier: MIT */
/*
 * Adapters: finding, opening and closing them.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtenumadapters2, -d3dkmtopenadapterfromluid,
 * -d3dkmtopenadapterfromgdidisplayname, -d3dkmtopenadapterfromdevicename, -d3dkmtcloseadapter
 */
#include "kmt/object.h"
#include "machine/heap.h"
#include "verify/verify.h"

#include <string.h>

#define ENUM_ADAPTERS_MAX 16u /* of D3DKMT_ENUMADAPTERS.Adapters */

static uint32_t open_adapter(struct kmt_call *call, struct adapter *adapter)
{
    struct kmt_adapter *opened = MACHINE_NEW(call->machine, struct kmt_adapter);

    opened->adapter = adapter;
    opened->handle = kmt_handle_add(call->process, HANDLE_ADAPTER, opened);
    if (opened->handle == 0) {
        machine_heap_free(call->machine, opened);
        return 0;
    }
    return opened->handle;
}

static void close_adapter(struct kmt_call *call, uint32_t handle)
{
    struct kmt_adapter *opened = handle_find(&call->process->handles, HANDLE_ADAPTER, handle);

    if (opened != NULL) {
        handle_remove(&call->process->handles, handle);
        machine_heap_free(call->machine, opened);
    }
}

static bool is_there(struct adapter *adapter)
{
    return !dxgk_adapter_is_revoked(adapter);
}

static bool luid_equals(LUID a, LUID b)
{
    return a.LowPart == b.LowPart && a.HighPart == b.HighPart;
}

struct adapter *kmt_adapter_by_luid(struct machine *machine, LUID luid)
{
    struct adapter *adapter = dxgk_adapter_first(machine);

    while (adapter != NULL &&
           !(is_there(adapter) && luid_equals(dxgk_adapter_luid(adapter), luid))) {
        adapter = dxgk_adapter_next(adapter);
    }
    return adapter;
}

/* Which adapters an enumeration is about: all, or those that render and what the filter adds. */
static bool is_wanted(struct adapter *adapter, const D3DKMT_ENUMADAPTERS_FILTER *filter)
{
    return is_there(adapter) &&
           (filter == NULL || filter->IncludeDisplayOnly || !dxgk_adapter_is_display_only(adapter));
}

static uint32_t count_adapters(struct machine *machine, const D3DKMT_ENUMADAPTERS_FILTER *filter)
{
    uint32_t count = 0;

    for (struct adapter *adapter = dxgk_adapter_first(machine); adapter != NULL;
         adapter = dxgk_adapter_next(adapter)) {
        count += is_wanted(adapter, filter);
    }
    return DXGH_MIN(count, ENUM_ADAPTERS_MAX);
}

/* Opens up to capacity adapters. Returns false, with none open, when there are no handles left. */
static bool open_all(struct kmt_call *call, const D3DKMT_ENUMADAPTERS_FILTER *filter,
                     D3DKMT_ADAPTERINFO *infos, uint32_t capacity, uint32_t *count)
{
    *count = 0;
    for (struct adapter *adapter = dxgk_adapter_first(call->machine);
         adapter != NULL && *count < capacity; adapter = dxgk_adapter_next(adapter)) {
        D3DKMT_ADAPTERINFO *info = &infos[*count];

        if (!is_wanted(adapter, filter)) {
            continue;
        }
        *info = (D3DKMT_ADAPTERINFO){ .hAdapter = open_adapter(call, adapter),
                                      .AdapterLuid = dxgk_adapter_luid(adapter),
                                      .NumOfSources = dxgk_adapter_source_count(adapter) };
        if (info->hAdapter == 0) {
            return false;
        }
        (*count)++;
    }
    return true;
}

static void close_all(struct kmt_call *call, const D3DKMT_ADAPTERINFO *infos, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        close_adapter(call, infos[i].hAdapter);
    }
}

static NTSTATUS enum_adapters(struct kmt_call *call, void *arguments)
{
    D3DKMT_ENUMADAPTERS *args = arguments;
    uint32_t count;

    memset(args, 0, sizeof(*args));
    if (!open_all(call, NULL, args->Adapters, ENUM_ADAPTERS_MAX, &count)) {
        close_all(call, args->Adapters, count);
        return STATUS_NO_MEMORY;
    }
    args->NumAdapters = count;
    return STATUS_SUCCESS;
}

/* Opens and tells all of them. */
static NTSTATUS give_adapters(struct kmt_call *call, const D3DKMT_ENUMADAPTERS_FILTER *filter,
                              D3DKMT_ADAPTERINFO *user, uint32_t present, ULONG *count)
{
    D3DKMT_ADAPTERINFO infos[ENUM_ADAPTERS_MAX];
    size_t bytes = present * sizeof(infos[0]);
    NTSTATUS status = STATUS_SUCCESS;
    uint32_t opened;

    if (!user_can_write_words(call->machine, user, bytes)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (!open_all(call, filter, infos, present, &opened)) {
        status = STATUS_NO_MEMORY;
    } else if (!user_write(call->machine, user, infos, bytes)) {
        status = STATUS_INVALID_PARAMETER;
    }
    if (!NT_SUCCESS(status)) {
        close_all(call, infos, opened);
    }
    *count = opened;
    return status;
}

/* @count: of the caller's array; how many there are comes back, and without an array, as the page
 * of D3DKMTEnumAdapters3 has it, how many there can be */
static NTSTATUS enumerate(struct kmt_call *call, const D3DKMT_ENUMADAPTERS_FILTER *filter,
                          D3DKMT_ADAPTERINFO *user, ULONG *count)
{
    uint32_t present = count_adapters(call->machine, filter);
    uint32_t capacity = *count;

    *count = user == NULL && filter != NULL ? ENUM_ADAPTERS_MAX : present;
    if (user == NULL) {
        return STATUS_SUCCESS;
    }
    return capacity < present ? STATUS_BUFFER_TOO_SMALL
                              : give_adapters(call, filter, user, present, count);
}

static NTSTATUS enum_adapters2(struct kmt_call *call, void *arguments)
{
    D3DKMT_ENUMADAPTERS2 *args = arguments;

    return enumerate(call, NULL, args->pAdapters, &args->NumAdapters);
}

/* No adapter of this kernel only computes. */
static NTSTATUS enum_adapters3(struct kmt_call *call, void *arguments)
{
    D3DKMT_ENUMADAPTERS3 *args = arguments;

    return args->Filter.Reserved != 0
               ? STATUS_INVALID_PARAMETER
               : enumerate(call, &args->Filter, args->pAdapters, &args->NumAdapters);
}

static NTSTATUS open_as(struct kmt_call *call, struct adapter *adapter, D3DKMT_HANDLE *handle)
{
    *handle = adapter == NULL ? 0 : open_adapter(call, adapter);
    if (adapter == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    return *handle == 0 ? STATUS_NO_MEMORY : STATUS_SUCCESS;
}

static NTSTATUS open_from_luid(struct kmt_call *call, void *arguments)
{
    D3DKMT_OPENADAPTERFROMLUID *args = arguments;

    return open_as(call, kmt_adapter_by_luid(call->machine, args->AdapterLuid), &args->hAdapter);
}

/* Video present sources are numbered through all adapters: \\.\DISPLAY1 is source 0 of the first.
 */
static struct adapter *find_display(struct machine *machine, uint32_t number, uint32_t *source)
{
    struct adapter *adapter = dxgk_adapter_first(machine);

    for (; adapter != NULL; adapter = dxgk_adapter_next(adapter)) {
        uint32_t count = dxgk_adapter_source_count(adapter);

        if (!is_there(adapter)) {
            continue;
        }
        if (number < count) {
            *source = number;
            return adapter;
        }
        number -= count;
    }
    return NULL;
}

/* The number behind a prefix, which compares without case: "\\.\DISPLAY7" is 7. 0: no such name. */
static uint32_t parse_name(const WCHAR *name, size_t length, const char *prefix)
{
    uint32_t number = 0;
    size_t i = 0;

    for (; prefix[i] != '\0'; i++) {
        uint32_t character = i < length ? name[i] : 0;

        if (character >= 'a' && character <= 'z') {
            character -= 'a' - 'A';
        }
        if (character != (uint32_t)prefix[i]) {
            return 0;
        }
    }
    for (; i < length && name[i] != 0; i++) {
        if (name[i] < '0' || name[i] > '9' || number > 999) {
            return 0;
        }
        number = number * 10 + (uint32_t)(name[i] - '0');
    }
    return number;
}

static NTSTATUS open_from_gdi_name(struct kmt_call *call, void *arguments)
{
    D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME *args = arguments;
    uint32_t number =
        parse_name(args->DeviceName, DXGH_ARRAY_SIZE(args->DeviceName), "\\\\.\\DISPLAY");
    uint32_t source = 0;
    struct adapter *adapter = number == 0 ? NULL : find_display(call->machine, number - 1, &source);

    if (adapter != NULL) {
        args->AdapterLuid = dxgk_adapter_luid(adapter);
        args->VidPnSourceId = source;
    }
    return open_as(call, adapter, &args->hAdapter);
}

static bool read_name(struct machine *machine, const WCHAR *user, WCHAR *name, size_t capacity,
                      size_t *length)
{
    for (*length = 0; *length < capacity; (*length)++) {
        const void *next = (const void *)((uintptr_t)user + *length * sizeof(*name));

        if (!user_read(machine, &name[*length], next, sizeof(*name))) {
            return false;
        }
        if (name[*length] == 0) {
            return true;
        }
    }
    return false;
}

/* Choice: the interface name of the n-th adapter is \\?\DXGHOST#n, from 1; the documents only say
 * that it comes from SetupDi. */
static NTSTATUS open_from_device_name(struct kmt_call *call, void *arguments)
{
    D3DKMT_OPENADAPTERFROMDEVICENAME *args = arguments;
    struct adapter *adapter;
    WCHAR name[64];
    size_t length;
    uint32_t number;

    if (!read_name(call->machine, args->pDeviceName, name, DXGH_ARRAY_SIZE(name), &length)) {
        return STATUS_INVALID_PARAMETER;
    }
    number = parse_name(name, length, "\\\\?\\DXGHOST#");
    adapter = number == 0 ? NULL : dxgk_adapter_first(call->machine);
    while (adapter != NULL && (!is_there(adapter) || --number > 0)) {
        adapter = dxgk_adapter_next(adapter);
    }
    if (adapter != NULL) {
        args->AdapterLuid = dxgk_adapter_luid(adapter);
    }
    return open_as(call, adapter, &args->hAdapter);
}

static NTSTATUS open_from_hdc(struct kmt_call *call, void *arguments)
{
    (void)arguments;
    return kmt_unimplemented(call, "there are no HDCs");
}

static NTSTATUS close_one(struct kmt_call *call, void *arguments)
{
    const D3DKMT_CLOSEADAPTER *args = arguments;

    if (handle_find(&call->process->handles, HANDLE_ADAPTER, args->hAdapter) == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    close_adapter(call, args->hAdapter);
    return STATUS_SUCCESS;
}

NTSTATUS APIENTRY D3DKMTEnumAdapters(const D3DKMT_ENUMADAPTERS *args)
{
    static const struct kmt_function function = { "D3DKMTEnumAdapters",
                                                  KMT_TAKES(D3DKMT_ENUMADAPTERS),
                                                  .answer = KMT_ANSWERS_SURE,
                                                  .body = enum_adapters };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTEnumAdapters2(const D3DKMT_ENUMADAPTERS2 *args)
{
    static const struct kmt_function function = { "D3DKMTEnumAdapters2",
                                                  KMT_TAKES(D3DKMT_ENUMADAPTERS2),
                                                  .answer = KMT_ANSWERS_SURE,
                                                  .body = enum_adapters2 };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTEnumAdapters3(const D3DKMT_ENUMADAPTERS3 *args)
{
    static const struct kmt_function function = { "D3DKMTEnumAdapters3",
                                                  KMT_TAKES(D3DKMT_ENUMADAPTERS3),
                                                  .answer = KMT_ANSWERS_SURE,
                                                  .body = enum_adapters3 };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTOpenAdapterFromLuid(const D3DKMT_OPENADAPTERFROMLUID *args)
{
    static const struct kmt_function function = {
        "D3DKMTOpenAdapterFromLuid", KMT_TAKES(D3DKMT_OPENADAPTERFROMLUID),
        KMT_MAKES(D3DKMT_OPENADAPTERFROMLUID, hAdapter, close_adapter), .body = open_from_luid
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTOpenAdapterFromGdiDisplayName(D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME *args)
{
    static const struct kmt_function function = {
        "D3DKMTOpenAdapterFromGdiDisplayName", KMT_TAKES(D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME),
        KMT_MAKES(D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME, hAdapter, close_adapter),
        .body = open_from_gdi_name
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTOpenAdapterFromDeviceName(D3DKMT_OPENADAPTERFROMDEVICENAME *args)
{
    static const struct kmt_function function = {
        "D3DKMTOpenAdapterFromDeviceName", KMT_TAKES(D3DKMT_OPENADAPTERFROMDEVICENAME),
        KMT_MAKES(D3DKMT_OPENADAPTERFROMDEVICENAME, hAdapter, close_adapter),
        .body = open_from_device_name
    };

    return kmt_call(&function, args);
}

/** Partial: always refused: there are no HDCs. */
NTSTATUS APIENTRY D3DKMTOpenAdapterFromHdc(D3DKMT_OPENADAPTERFROMHDC *args)
{
    static const struct kmt_function function = { "D3DKMTOpenAdapterFromHdc",
                                                  KMT_TAKES(D3DKMT_OPENADAPTERFROMHDC),
                                                  .body = open_from_hdc };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTCloseAdapter(const D3DKMT_CLOSEADAPTER *args)
{
    static const struct kmt_function function = { "D3DKMTCloseAdapter",
                                                  KMT_TAKES(D3DKMT_CLOSEADAPTER),
                                                  .body = close_one };

    return kmt_call(&function, args);
}
