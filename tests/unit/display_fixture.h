/* SPDX-License-Identifier: MIT */
/* A machine with a rule engine and a display of two sources and three targets, two of them with a
 * monitor; and what the tests of src/display ask of the rule engine. */
#ifndef TESTS_UNIT_DISPLAY_FIXTURE_H
#define TESTS_UNIT_DISPLAY_FIXTURE_H

#include "base/prng.h"
#include "display/monitor.h"
#include "display/vidpn.h"
#include "machine/heap.h"
#include "tests/lib/test.h"
#include "trace/trace.h"
#include "verify/verify.h"

#define ADAPTER_HANDLE ((void *)(uintptr_t)0x1234)
#define SOURCES 2u
#define TARGET_A 17u
#define TARGET_B 4u
#define TARGET_EMPTY 99u
#define NEVER_A_HANDLE ((void *)(uintptr_t)0xDEADBEEF)

static struct machine *machine;
static struct display *display;
static uint64_t heap_before;

static inline void display_power_on(uint32_t driver_version, bool display_only)
{
    const struct machine_config config = { .ram_bytes = 4u << 20 };
    const struct display_config display_config = { .adapter_handle = ADAPTER_HANDLE,
                                                   .driver_version = driver_version,
                                                   .display_only = display_only,
                                                   .source_count = SOURCES };

    machine = machine_create(&config);
    assert_non_null(machine);
    trace_attach(machine);
    verify_attach(machine);
    heap_before = machine_heap_count(machine);
    display = display_create(machine, &display_config);
    monitor_connect(display_target_add(display, TARGET_A), NULL, 0);
    monitor_connect(display_target_add(display, TARGET_B), NULL, 0);
    assert_non_null(display_target_add(display, TARGET_EMPTY));
}

static inline int setup(void **state)
{
    (void)state;
    display_power_on(DXGKDDI_INTERFACE_VERSION_WDDM1_3, false);
    return 0;
}

static inline int setup_display_only(void **state)
{
    (void)state;
    display_power_on(DXGKDDI_INTERFACE_VERSION_WIN8, true);
    return 0;
}

static inline int setup_path_independent(void **state)
{
    (void)state;
    display_power_on(DXGKDDI_INTERFACE_VERSION_WDDM1_3_PATH_INDEPENDENT_ROTATION, false);
    return 0;
}

/* Everything the display took is given back; what remains on the heap are the breaches. */
static inline int teardown(void **state)
{
    (void)state;
    display_destroy(display);
    assert_int_equal(machine_heap_count(machine), heap_before + verify_breach_count(machine));
    machine_destroy(machine);
    return 0;
}

/* How often a rule was reported, repeats included. */
static inline uint64_t breaches_of(enum rule rule)
{
    uint64_t count = 0;

    LIST_FOR_EACH(link, verify_breaches(machine)) {
        const struct breach *breach = LIST_ENTRY_OF(link, struct breach, link);

        count += breach->rule == rule ? breach->count : 0;
    }
    return count;
}

static inline void assert_only_breach(enum rule rule)
{
    assert_int_equal(verify_breach_count(machine), 1);
    assert_int_equal(breaches_of(rule), 1);
}

static inline void assert_no_breach(void)
{
    assert_int_equal(verify_breach_count(machine), 0);
}

static inline D3DKMDT_VIDPN_SOURCE_MODE good_source_mode(uint32_t width, uint32_t height)
{
    D3DKMDT_VIDPN_SOURCE_MODE mode;

    memset(&mode, 0, sizeof(mode));
    mode.Type = D3DKMDT_RMT_GRAPHICS;
    mode.Format.Graphics.PrimSurfSize = (D3DKMDT_2DREGION){ width, height };
    mode.Format.Graphics.VisibleRegionSize = mode.Format.Graphics.PrimSurfSize;
    mode.Format.Graphics.Stride = width * 4;
    mode.Format.Graphics.PixelFormat = D3DDDIFMT_A8R8G8B8;
    mode.Format.Graphics.ColorBasis = D3DKMDT_CB_SRGB;
    mode.Format.Graphics.PixelValueAccessMode = D3DKMDT_PVAM_DIRECT;
    return mode;
}

static inline D3DKMDT_VIDEO_SIGNAL_INFO good_signal(uint32_t width, uint32_t height)
{
    D3DKMDT_VIDEO_SIGNAL_INFO signal;

    memset(&signal, 0, sizeof(signal));
    signal.VideoStandard = D3DKMDT_VSS_OTHER;
    signal.ActiveSize = (D3DKMDT_2DREGION){ width, height };
    signal.TotalSize = (D3DKMDT_2DREGION){ width + 160, height + 45 };
    signal.VSyncFreq = (D3DDDI_RATIONAL){ 60, 1 };
    signal.HSyncFreq = (D3DDDI_RATIONAL){ 60 * (height + 45), 1 };
    signal.PixelRate = (SIZE_T)60 * (height + 45) * (width + 160);
    signal.ScanLineOrdering = D3DDDI_VSSLO_PROGRESSIVE;
    return signal;
}

static inline D3DKMDT_VIDPN_TARGET_MODE good_target_mode(uint32_t width, uint32_t height)
{
    D3DKMDT_VIDPN_TARGET_MODE mode;

    memset(&mode, 0, sizeof(mode));
    mode.VideoSignalInfo = good_signal(width, height);
    mode.Preference = D3DKMDT_MP_NOTPREFERRED;
    return mode;
}

/* What a driver does: create an info, fill it in but for its id, add it. */
static inline NTSTATUS add_source_mode(D3DKMDT_HVIDPNSOURCEMODESET set,
                                       D3DKMDT_VIDPN_SOURCE_MODE mode)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *table = source_mode_set_interface();
    D3DKMDT_VIDPN_SOURCE_MODE *info;
    NTSTATUS status = table->pfnCreateNewModeInfo(set, &info);

    assert_int_equal(status, STATUS_SUCCESS);
    assert_int_equal(info->Type, D3DKMDT_RMT_UNINITIALIZED);
    mode.Id = info->Id;
    *info = mode;
    status = table->pfnAddMode(set, info);
    if (!NT_SUCCESS(status)) {
        assert_int_equal(table->pfnReleaseModeInfo(set, info), STATUS_SUCCESS);
    }
    return status;
}

static inline NTSTATUS add_target_mode(D3DKMDT_HVIDPNTARGETMODESET set,
                                       D3DKMDT_VIDPN_TARGET_MODE mode)
{
    const DXGK_VIDPNTARGETMODESET_INTERFACE *table = target_mode_set_interface();
    D3DKMDT_VIDPN_TARGET_MODE *info;
    NTSTATUS status = table->pfnCreateNewModeInfo(set, &info);

    assert_int_equal(status, STATUS_SUCCESS);
    mode.Id = info->Id;
    *info = mode;
    status = table->pfnAddMode(set, info);
    if (!NT_SUCCESS(status)) {
        assert_int_equal(table->pfnReleaseModeInfo(set, info), STATUS_SUCCESS);
    }
    return status;
}

static inline D3DKMDT_HVIDPNSOURCEMODESET new_source_set(struct vidpn *vidpn, uint32_t source_id)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *table;
    D3DKMDT_HVIDPNSOURCEMODESET set;

    assert_int_equal(
        vidpn_interface()->pfnCreateNewSourceModeSet(vidpn->handle, source_id, &set, &table),
        STATUS_SUCCESS);
    assert_ptr_equal(table, source_mode_set_interface());
    return set;
}

static inline D3DKMDT_HVIDPNTARGETMODESET new_target_set(struct vidpn *vidpn, uint32_t target_id)
{
    const DXGK_VIDPNTARGETMODESET_INTERFACE *table;
    D3DKMDT_HVIDPNTARGETMODESET set;

    assert_int_equal(
        vidpn_interface()->pfnCreateNewTargetModeSet(vidpn->handle, target_id, &set, &table),
        STATUS_SUCCESS);
    assert_ptr_equal(table, target_mode_set_interface());
    return set;
}

static inline D3DKMDT_HVIDPNSOURCEMODESET acquire_source_set(struct vidpn *vidpn,
                                                             uint32_t source_id)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *table;
    D3DKMDT_HVIDPNSOURCEMODESET set;

    assert_int_equal(
        vidpn_interface()->pfnAcquireSourceModeSet(vidpn->handle, source_id, &set, &table),
        STATUS_SUCCESS);
    return set;
}

/* What a good driver does for each path in DxgkDdiEnumVidPnCofuncModality. */
static inline void support_everything(struct vidpn *vidpn)
{
    const DXGK_VIDPNTOPOLOGY_INTERFACE *table = topology_interface();

    for (struct info_item *item = info_set_first(vidpn->topology); item != NULL;
         item = info_set_next(vidpn->topology, item)) {
        D3DKMDT_VIDPN_PRESENT_PATH path = *topology_path_of(item);

        path.ContentTransformation.ScalingSupport.Identity = 1;
        path.ContentTransformation.RotationSupport.Identity = 1;
        path.ContentTransformation.RotationSupport.Offset0 = 1;
        assert_int_equal(table->pfnUpdatePathSupportInfo(vidpn->topology->handle, &path),
                         STATUS_SUCCESS);
    }
}

#endif /* TESTS_UNIT_DISPLAY_FIXTURE_H */
