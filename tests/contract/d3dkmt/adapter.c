/* SPDX-License-Identifier: MIT */
/* Finding, opening and asking adapters. */
#include "dxgk/adapter_private.h"
#include "kmt/nt_handle.h"
#include "nt/registry.h"
#include "tests/contract/d3dkmt/status.h"

#include <string.h>

static NTSTATUS enum_adapters(struct world *world)
{
    D3DKMT_ENUMADAPTERS args = { 0 };

    (void)world;
    return D3DKMTEnumAdapters(&args);
}

static NTSTATUS enum_adapters2(struct world *world)
{
    D3DKMT_ADAPTERINFO info = { 0 };
    D3DKMT_ENUMADAPTERS2 args = { .NumAdapters = 1, .pAdapters = &info };

    (void)world;
    return D3DKMTEnumAdapters2(&args);
}

static NTSTATUS enum_adapters2_no_room(struct world *world)
{
    D3DKMT_ADAPTERINFO info = { 0 };
    D3DKMT_ENUMADAPTERS2 args = { .pAdapters = &info };
    NTSTATUS status = D3DKMTEnumAdapters2(&args);

    (void)world;
    assert_int_equal(args.NumAdapters, 1); /* what it takes */
    return status;
}

static NTSTATUS enum_adapters3(struct world *world)
{
    D3DKMT_ADAPTERINFO info = { 0 };
    D3DKMT_ENUMADAPTERS3 args = { .NumAdapters = 1, .pAdapters = &info };

    (void)world;
    return D3DKMTEnumAdapters3(&args);
}

static NTSTATUS enum_adapters3_no_room(struct world *world)
{
    D3DKMT_ADAPTERINFO info = { 0 };
    D3DKMT_ENUMADAPTERS3 args = { .Filter.IncludeDisplayOnly = 1, .pAdapters = &info };
    NTSTATUS status = D3DKMTEnumAdapters3(&args);

    (void)world;
    assert_int_equal(args.NumAdapters, 1);
    return status;
}

static NTSTATUS enum_adapters3_reserved(struct world *world)
{
    D3DKMT_ENUMADAPTERS3 args = { .Filter.Value = 4 };

    (void)world;
    return D3DKMTEnumAdapters3(&args);
}

static NTSTATUS open_luid(struct world *world)
{
    D3DKMT_OPENADAPTERFROMLUID args = { .AdapterLuid = dxgk_adapter_luid(world->hardware) };

    return D3DKMTOpenAdapterFromLuid(&args);
}

static NTSTATUS open_unknown_luid(struct world *world)
{
    D3DKMT_OPENADAPTERFROMLUID args = { .AdapterLuid = { .HighPart = 77 } };

    (void)world;
    return D3DKMTOpenAdapterFromLuid(&args);
}

static NTSTATUS open_gdi_name(struct world *world)
{
    D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME args = { .DeviceName = L"\\\\.\\DISPLAY1" };

    (void)world;
    return D3DKMTOpenAdapterFromGdiDisplayName(&args);
}

static NTSTATUS open_unknown_gdi_name(struct world *world)
{
    D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME args = { .DeviceName = L"\\\\.\\DISPLAY999" };

    (void)world;
    return D3DKMTOpenAdapterFromGdiDisplayName(&args);
}

static NTSTATUS open_device_name(struct world *world)
{
    D3DKMT_OPENADAPTERFROMDEVICENAME args = { .pDeviceName = L"\\\\?\\DXGHOST#1" };

    (void)world;
    return D3DKMTOpenAdapterFromDeviceName(&args);
}

static NTSTATUS open_bad_device_name(struct world *world)
{
    D3DKMT_OPENADAPTERFROMDEVICENAME args = { .pDeviceName = (const WCHAR *)16 };

    (void)world;
    return D3DKMTOpenAdapterFromDeviceName(&args);
}

static NTSTATUS open_hdc_nowhere(struct world *world)
{
    (void)world;
    return D3DKMTOpenAdapterFromHdc((D3DKMT_OPENADAPTERFROMHDC *)16);
}

static NTSTATUS close_adapter(struct world *world)
{
    return D3DKMTCloseAdapter(&(D3DKMT_CLOSEADAPTER){ .hAdapter = world->client.adapter });
}

static NTSTATUS query(struct world *world)
{
    D3DKMT_SEGMENTSIZEINFO sizes;
    D3DKMT_QUERYADAPTERINFO args = { .hAdapter = world->client.adapter,
                                     .Type = KMTQAITYPE_GETSEGMENTSIZE,
                                     .pPrivateDriverData = &sizes,
                                     .PrivateDriverDataSize = sizeof(sizes) };

    return D3DKMTQueryAdapterInfo(&args);
}

static NTSTATUS query_as(struct world *world, KMTQUERYADAPTERINFOTYPE type, void *data, UINT bytes)
{
    D3DKMT_QUERYADAPTERINFO args = { .hAdapter = world->client.adapter,
                                     .Type = type,
                                     .pPrivateDriverData = data,
                                     .PrivateDriverDataSize = bytes };

    return D3DKMTQueryAdapterInfo(&args);
}

/* Each type with a structure of its own, once; one byte less is refused. */
static NTSTATUS query_all(struct world *world)
{
    static const struct {
        KMTQUERYADAPTERINFOTYPE type;
        UINT bytes;
    } types[] = {
        { KMTQAITYPE_GETSEGMENTSIZE, sizeof(D3DKMT_SEGMENTSIZEINFO) },
        { KMTQAITYPE_FLIPQUEUEINFO, sizeof(D3DKMT_FLIPQUEUEINFO) },
        { KMTQAITYPE_ADAPTERADDRESS, sizeof(D3DKMT_ADAPTERADDRESS) },
        { KMTQAITYPE_ADAPTERREGISTRYINFO, sizeof(D3DKMT_ADAPTERREGISTRYINFO) },
        { KMTQAITYPE_CURRENTDISPLAYMODE, sizeof(D3DKMT_CURRENTDISPLAYMODE) },
        { KMTQAITYPE_CHECKDRIVERUPDATESTATUS, sizeof(BOOL) },
        { KMTQAITYPE_VIRTUALADDRESSINFO, sizeof(D3DKMT_VIRTUALADDRESSINFO) },
        { KMTQAITYPE_DRIVERVERSION, sizeof(D3DKMT_DRIVERVERSION) },
        { KMTQAITYPE_ADAPTERTYPE, sizeof(D3DKMT_ADAPTERTYPE) },
        { KMTQAITYPE_OUTPUTDUPLCONTEXTSCOUNT, sizeof(D3DKMT_OUTPUTDUPLCONTEXTSCOUNT) },
        { KMTQAITYPE_WDDM_1_2_CAPS, sizeof(D3DKMT_WDDM_1_2_CAPS) },
        { KMTQAITYPE_DIRECTFLIP_SUPPORT, sizeof(BOOL) },
        { KMTQAITYPE_MULTIPLANEOVERLAY_SUPPORT, sizeof(BOOL) },
        { KMTQAITYPE_WDDM_1_3_CAPS, sizeof(D3DKMT_WDDM_1_3_CAPS) },
        { KMTQAITYPE_WDDM_2_0_CAPS, sizeof(D3DKMT_WDDM_2_0_CAPS) },
        { KMTQAITYPE_NODEMETADATA, sizeof(D3DKMT_NODEMETADATA) },
        { KMTQAITYPE_INDEPENDENTFLIP_SUPPORT, sizeof(BOOL) },
        { KMTQAITYPE_PHYSICALADAPTERCOUNT, sizeof(D3DKMT_PHYSICAL_ADAPTER_COUNT) },
        { KMTQAITYPE_PHYSICALADAPTERDEVICEIDS, sizeof(D3DKMT_QUERY_DEVICE_IDS) },
        { KMTQAITYPE_GETSEGMENTGROUPSIZE, sizeof(D3DKMT_SEGMENTGROUPSIZEINFO) },
    };
    static UINT64 data[1024];

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(types); i++) {
        memset(data, 0, sizeof(data));
        assert_int_equal(query_as(world, types[i].type, data, types[i].bytes), STATUS_SUCCESS);
        assert_int_equal(query_as(world, types[i].type, data, types[i].bytes - 1),
                         STATUS_INVALID_PARAMETER);
    }
    return STATUS_SUCCESS;
}

/* The names that an installation leaves in the software key. */
static NTSTATUS query_names(struct world *world)
{
    static const WCHAR umds[] = L"nine.dll\0ten.dll\0eleven.dll\0";
    D3DKMT_OPENGLINFO opengl = { .Version = 1 };
    D3DKMT_UMDFILENAMEINFO umd = { .Version = KMTUMDVERSION_DX10 };
    char path[256];
    uint32_t length = 0;

    for (; world->hardware->registry_path[length] != 0; length++) {
        path[length] = (char)world->hardware->registry_path[length];
    }
    path[length] = '\0';
    assert_int_equal(query_as(world, KMTQAITYPE_UMOPENGLINFO, &opengl, sizeof(opengl)),
                     STATUS_OBJECT_NAME_NOT_FOUND);
    nt_registry_set_string(world->machine, path, "OpenGLDriverName", "icd");
    nt_registry_set_dword(world->machine, path, "OpenGLVersion", 2);
    assert_int_equal(query_as(world, KMTQAITYPE_UMOPENGLINFO, &opengl, sizeof(opengl)),
                     STATUS_SUCCESS);
    assert_memory_equal(opengl.UmdOpenGlIcdFileName, L"icd", 4 * sizeof(WCHAR));
    assert_int_equal(opengl.Version, 2);
    nt_registry_set_list(world->machine, path, "UserModeDriverName", umds, sizeof(umds));
    assert_int_equal(query_as(world, KMTQAITYPE_UMDRIVERNAME, &umd, sizeof(umd)), STATUS_SUCCESS);
    assert_memory_equal(umd.UmdFileName, L"ten.dll", 8 * sizeof(WCHAR));
    umd.Version = KMTUMDVERSION_DX12;
    assert_int_equal(query_as(world, KMTQAITYPE_UMDRIVERNAME, &umd, sizeof(umd)),
                     STATUS_OBJECT_NAME_NOT_FOUND);
    return STATUS_SUCCESS;
}

static NTSTATUS query_huge(struct world *world)
{
    D3DKMT_QUERYADAPTERINFO args = { .hAdapter = world->client.adapter,
                                     .Type = KMTQAITYPE_UMDRIVERPRIVATE,
                                     .pPrivateDriverData = world,
                                     .PrivateDriverDataSize = 0xFFFFFFFF };

    return D3DKMTQueryAdapterInfo(&args);
}

static NTSTATUS query_memory(struct world *world)
{
    D3DKMT_QUERYVIDEOMEMORYINFO args = { .hAdapter = world->client.adapter };

    return D3DKMTQueryVideoMemoryInfo(&args);
}

static NTSTATUS scan_line(struct world *world)
{
    D3DKMT_GETSCANLINE args = { .hAdapter = world->client.adapter };

    return D3DKMTGetScanLine(&args);
}

static NTSTATUS scan_line_of_no_source(struct world *world)
{
    D3DKMT_GETSCANLINE args = { .hAdapter = world->client.adapter, .VidPnSourceId = 9 };

    return D3DKMTGetScanLine(&args);
}

static NTSTATUS wait_blank(struct world *world)
{
    D3DKMT_WAITFORVERTICALBLANKEVENT args = { .hAdapter = world->client.adapter,
                                              .hDevice = world->client.device };

    return D3DKMTWaitForVerticalBlankEvent(&args);
}

/* Waits with `count` events, of which the one with index `set` is set. */
static NTSTATUS wait_blank_and(struct world *world, UINT count, UINT set)
{
    D3DKMT_WAITFORVERTICALBLANKEVENT2 args = { .hAdapter = world->client.adapter,
                                               .NumObjects = count };

    for (UINT i = 0; i < count && i < DXGH_ARRAY_SIZE(args.ObjectHandleArray); i++) {
        assert_int_equal(kmt_event_create(&args.ObjectHandleArray[i]), STATUS_SUCCESS);
        if (i == set) {
            assert_int_equal(kmt_event_set(args.ObjectHandleArray[i]), STATUS_SUCCESS);
        }
    }
    return D3DKMTWaitForVerticalBlankEvent2(&args);
}

static NTSTATUS wait_blank2(struct world *world)
{
    return wait_blank_and(world, 8, 99);
}

static NTSTATUS wait_first_event(struct world *world)
{
    return wait_blank_and(world, 8, 0);
}

static NTSTATUS wait_last_event(struct world *world)
{
    return wait_blank_and(world, 8, 7);
}

static NTSTATUS wait_too_many(struct world *world)
{
    return wait_blank_and(world, 9, 0);
}

static NTSTATUS APIENTRY tell_time(const HANDLE adapter, UINT32 node, UINT32 engine,
                                   DXGKARG_CALIBRATEGPUCLOCK *args)
{
    (void)adapter;
    (void)node;
    (void)engine;
    args->GpuFrequency = 1000000;
    return STATUS_SUCCESS;
}

/* The reference driver has no such DDI. */
static NTSTATUS calibrate_unsupported(struct world *world)
{
    D3DKMT_QUERYCLOCKCALIBRATION args = { .hAdapter = world->client.adapter };

    return D3DKMTQueryClockCalibration(&args);
}

static NTSTATUS calibrate(struct world *world)
{
    D3DKMT_QUERYCLOCKCALIBRATION args = { .hAdapter = world->client.adapter };
    NTSTATUS status;

    world->hardware->table.DxgkDdiCalibrateGpuClock = tell_time;
    status = D3DKMTQueryClockCalibration(&args);
    world->hardware->table.DxgkDdiCalibrateGpuClock = NULL;
    if (NT_SUCCESS(status)) {
        assert_int_equal(args.ClockData.GpuFrequency, 1000000);
    }
    return status;
}

static NTSTATUS statistics_of(struct world *world, D3DKMT_QUERYSTATISTICS_TYPE type, ULONG id)
{
    D3DKMT_QUERYSTATISTICS args = { .Type = type,
                                    .AdapterLuid = dxgk_adapter_luid(world->hardware),
                                    .QuerySegment.SegmentId = id };
    NTSTATUS status = D3DKMTQueryStatistics(&args);

    if (NT_SUCCESS(status) && type == D3DKMT_QUERYSTATISTICS_ADAPTER) {
        assert_int_equal(args.QueryResult.AdapterInformation.NodeCount,
                         dxgk_adapter_node_count(world->hardware));
    }
    return status;
}

/* Each kind, up to the last of it. */
static NTSTATUS statistics(struct world *world)
{
    NTSTATUS status = statistics_of(world, D3DKMT_QUERYSTATISTICS_ADAPTER, 0);

    assert_int_equal(statistics_of(world, D3DKMT_QUERYSTATISTICS_SEGMENT, 1), STATUS_SUCCESS);
    assert_int_equal(statistics_of(world, D3DKMT_QUERYSTATISTICS_SEGMENT, 2),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(statistics_of(world, D3DKMT_QUERYSTATISTICS_NODE, 0), STATUS_SUCCESS);
    assert_int_equal(statistics_of(world, D3DKMT_QUERYSTATISTICS_NODE, 99),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(statistics_of(world, D3DKMT_QUERYSTATISTICS_VIDPNSOURCE, 0), STATUS_SUCCESS);
    assert_int_equal(statistics_of(world, D3DKMT_QUERYSTATISTICS_PROCESS_SEGMENT, 0),
                     STATUS_NOT_IMPLEMENTED);
    return status;
}

static NTSTATUS set_class(struct world *world)
{
    (void)world;
    return D3DKMTSetProcessSchedulingPriorityClass((HANDLE)-1, D3DKMT_SCHEDULINGPRIORITYCLASS_HIGH);
}

static NTSTATUS set_no_class(struct world *world)
{
    (void)world;
    return D3DKMTSetProcessSchedulingPriorityClass((HANDLE)-1, (D3DKMT_SCHEDULINGPRIORITYCLASS)6);
}

static NTSTATUS get_class(struct world *world)
{
    D3DKMT_SCHEDULINGPRIORITYCLASS class;
    NTSTATUS status;

    assert_int_equal(set_class(world), STATUS_SUCCESS);
    status = D3DKMTGetProcessSchedulingPriorityClass((HANDLE)-1, &class);
    assert_int_equal(class, D3DKMT_SCHEDULINGPRIORITYCLASS_HIGH);
    return status;
}

static NTSTATUS get_class_nowhere(struct world *world)
{
    (void)world;
    return D3DKMTGetProcessSchedulingPriorityClass((HANDLE)-1, (void *)16);
}

static const struct status_row rows[] = {
    ROW(D3DKMTEnumAdapters, enum_adapters, NOTHING_ELSE),
    ROW(D3DKMTEnumAdapters2, enum_adapters2, STARVED),
    ROW(D3DKMTEnumAdapters3, enum_adapters3, STARVED),
    ROW(D3DKMTOpenAdapterFromLuid, open_luid, STARVED),
    ROW(D3DKMTOpenAdapterFromGdiDisplayName, open_gdi_name, STARVED),
    ROW(D3DKMTOpenAdapterFromDeviceName, open_device_name, STARVED),
    ROW(D3DKMTCloseAdapter, close_adapter, STALE),
    ROW(D3DKMTQueryAdapterInfo, query, STALE | STOPPED | STARVED),
    ROW(D3DKMTQueryVideoMemoryInfo, query_memory, STALE | STOPPED),
    ROW(D3DKMTGetScanLine, scan_line, STALE | STOPPED),
    ROW(D3DKMTWaitForVerticalBlankEvent, wait_blank, STALE | STOPPED),
    ROW(D3DKMTWaitForVerticalBlankEvent2, wait_blank2, STALE | STOPPED),
    ROW(D3DKMTQueryClockCalibration, calibrate, STALE | STOPPED),
    ROW(D3DKMTQueryStatistics, statistics, NOTHING_ELSE),
    { "D3DKMTSetProcessSchedulingPriorityClass", set_class, NULL, NOTHING_ELSE },
    { "D3DKMTGetProcessSchedulingPriorityClass", get_class, NULL, NOTHING_ELSE },
};

static const struct status_case cases[] = {
    { "D3DKMTEnumAdapters2", STATUS_BUFFER_TOO_SMALL, enum_adapters2_no_room },
    { "D3DKMTEnumAdapters3", STATUS_BUFFER_TOO_SMALL, enum_adapters3_no_room },
    { "D3DKMTEnumAdapters3", STATUS_INVALID_PARAMETER, enum_adapters3_reserved },
    { "D3DKMTOpenAdapterFromLuid", STATUS_INVALID_PARAMETER, open_unknown_luid },
    { "D3DKMTOpenAdapterFromGdiDisplayName", STATUS_INVALID_PARAMETER, open_unknown_gdi_name },
    { "D3DKMTOpenAdapterFromDeviceName", STATUS_INVALID_PARAMETER, open_bad_device_name },
    { "D3DKMTOpenAdapterFromHdc", STATUS_INVALID_PARAMETER, open_hdc_nowhere },
    { "D3DKMTQueryAdapterInfo", STATUS_INVALID_PARAMETER, query_huge },
    { "D3DKMTQueryAdapterInfo", STATUS_SUCCESS, query_all },
    { "D3DKMTQueryAdapterInfo", STATUS_SUCCESS, query_names },
    { "D3DKMTWaitForVerticalBlankEvent2", STATUS_WAIT_1, wait_first_event },
    { "D3DKMTWaitForVerticalBlankEvent2", STATUS_WAIT_1 + 7, wait_last_event },
    { "D3DKMTWaitForVerticalBlankEvent2", STATUS_INVALID_PARAMETER, wait_too_many },
    { "D3DKMTQueryClockCalibration", STATUS_NOT_SUPPORTED, calibrate_unsupported },
    { "D3DKMTGetScanLine", STATUS_INVALID_PARAMETER, scan_line_of_no_source },
    { "D3DKMTSetProcessSchedulingPriorityClass", STATUS_INVALID_PARAMETER, set_no_class },
    { "D3DKMTGetProcessSchedulingPriorityClass", STATUS_INVALID_PARAMETER, get_class_nowhere },
};

const struct status_family adapter_family = { "adapter", rows, DXGH_ARRAY_SIZE(rows), cases,
                                              DXGH_ARRAY_SIZE(cases) };
