/* SPDX-License-Identifier: MIT */
/*
 * Random drivers: any function of any table with handles and pointers that are live, stale, of
 * another kind, or noise. Nothing crashes, no answer is impossible, every loan is accounted for and
 * all memory comes back.
 */
#include "display/monitor_descriptor.h"
#include "display/monitor_mode_set.h"
#include "tests/unit/display_fixture.h"

#define REMEMBERED 16u
#define ROUNDS 60u
#define CALLS_PER_ROUND 600u

enum kind { ANY_HANDLE, SOURCE_INFO, TARGET_INFO, PATH_INFO, MONITOR_INFO, OTHER_INFO, KIND_COUNT };

static struct prng prng;
static void *remembered[KIND_COUNT][REMEMBERED]; /* what was handed out, dead or alive */
static struct vidpn *vidpn;
static uint64_t succeeded;
static uint64_t failed;

static uint32_t below(uint32_t bound)
{
    return prng_below(&prng, bound);
}

static void remember(enum kind kind, const void *value)
{
    if (value != NULL) {
        remembered[kind][below(REMEMBERED)] = (void *)(uintptr_t)value;
    }
}

/* Mostly something of the kind, sometimes of another, sometimes noise. */
static void *any(enum kind kind)
{
    uint32_t dice = below(20);

    if (dice == 0) {
        return NULL;
    }
    if (dice == 1) {
        return (void *)(uintptr_t)prng_next(&prng);
    }
    if (dice == 2) {
        return remembered[below(KIND_COUNT)][below(REMEMBERED)];
    }
    return remembered[kind][below(REMEMBERED)];
}

static uint32_t any_source(void)
{
    return below(SOURCES + 1);
}

static uint32_t any_target(void)
{
    static const uint32_t targets[] = { TARGET_A, TARGET_B, TARGET_EMPTY, 1000 };

    return targets[below(4)];
}

static void note(NTSTATUS status)
{
    if (NT_SUCCESS(status)) {
        succeeded++;
    } else {
        failed++;
    }
}

static bool is_lent_new(const struct info_set_class *class, const void *pointer)
{
    LIST_FOR_EACH(link, &display->state->loans) {
        const struct loan *loan = LIST_ENTRY_OF(link, struct loan, link);

        if (loan->pointer == pointer && loan->kind == LOAN_NEW_INFO && loan->set->class == class) {
            return true;
        }
    }
    return false;
}

static void call_vidpn(void)
{
    const DXGK_VIDPN_INTERFACE *table = vidpn_interface();
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *sources;
    const DXGK_VIDPNTARGETMODESET_INTERFACE *targets;
    const DXGK_VIDPNTOPOLOGY_INTERFACE *paths;
    D3DKMDT_HVIDPNSOURCEMODESET source_set = NULL;
    D3DKMDT_HVIDPNTARGETMODESET target_set = NULL;
    D3DKMDT_HVIDPNTOPOLOGY topology = NULL;
    D3DDDI_MULTISAMPLINGMETHOD methods[3] = { { 1, 1 }, { 2, 1 }, { 4, 1 } };
    void *handle = below(8) == 0 ? any(ANY_HANDLE) : vidpn->handle;

    switch (below(10)) {
    case 0:
        note(table->pfnGetTopology(handle, &topology, &paths));
        break;
    case 1:
        note(table->pfnAcquireSourceModeSet(handle, any_source(), &source_set, &sources));
        break;
    case 2:
        note(table->pfnReleaseSourceModeSet(handle, any(ANY_HANDLE)));
        break;
    case 3:
        note(table->pfnCreateNewSourceModeSet(handle, any_source(), &source_set, &sources));
        break;
    case 4:
        note(table->pfnAssignSourceModeSet(handle, any_source(), any(ANY_HANDLE)));
        break;
    case 5:
        note(table->pfnAssignMultisamplingMethodSet(handle, any_source(), below(4),
                                                    below(4) == 0 ? NULL : methods));
        break;
    case 6:
        note(table->pfnAcquireTargetModeSet(handle, any_target(), &target_set, &targets));
        break;
    case 7:
        note(table->pfnReleaseTargetModeSet(handle, any(ANY_HANDLE)));
        break;
    case 8:
        note(table->pfnCreateNewTargetModeSet(handle, any_target(), &target_set, &targets));
        break;
    default:
        note(table->pfnAssignTargetModeSet(handle, any_target(), any(ANY_HANDLE)));
        break;
    }
    remember(ANY_HANDLE, source_set);
    remember(ANY_HANDLE, target_set);
    remember(ANY_HANDLE, topology);
}

static void call_source_set(void)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *table = source_mode_set_interface();
    const D3DKMDT_VIDPN_SOURCE_MODE *mode = NULL;
    D3DKMDT_VIDPN_SOURCE_MODE *info = NULL;
    SIZE_T count;

    switch (below(8)) {
    case 0:
        note(table->pfnGetNumModes(any(ANY_HANDLE), &count));
        break;
    case 1:
        note(table->pfnAcquireFirstModeInfo(any(ANY_HANDLE), &mode));
        break;
    case 2:
        note(table->pfnAcquireNextModeInfo(any(ANY_HANDLE), any(SOURCE_INFO), &mode));
        break;
    case 3:
        note(table->pfnAcquirePinnedModeInfo(any(ANY_HANDLE), &mode));
        break;
    case 4:
        note(table->pfnReleaseModeInfo(any(ANY_HANDLE), any(SOURCE_INFO)));
        break;
    case 5:
        note(table->pfnCreateNewModeInfo(any(ANY_HANDLE), &info));
        break;
    case 6:
        info = any(SOURCE_INFO);
        if (is_lent_new(&source_mode_set_class, info) &&
            below(4) != 0) { /* or as it came, incomplete */
            uint32_t id = info->Id;

            *info = good_source_mode(640 + below(3) * 160, 480);
            info->Id = below(8) == 0 ? 1 : id;
        }
        note(table->pfnAddMode(any(ANY_HANDLE), info));
        info = NULL;
        break;
    default:
        note(table->pfnPinMode(any(ANY_HANDLE), below(6)));
        break;
    }
    remember(SOURCE_INFO, mode);
    remember(SOURCE_INFO, info);
}

static void call_target_set(void)
{
    const DXGK_VIDPNTARGETMODESET_INTERFACE *table = target_mode_set_interface();
    const D3DKMDT_VIDPN_TARGET_MODE *mode = NULL;
    D3DKMDT_VIDPN_TARGET_MODE *info = NULL;
    SIZE_T count;

    switch (below(8)) {
    case 0:
        note(table->pfnGetNumModes(any(ANY_HANDLE), &count));
        break;
    case 1:
        note(table->pfnAcquireFirstModeInfo(any(ANY_HANDLE), &mode));
        break;
    case 2:
        note(table->pfnAcquireNextModeInfo(any(ANY_HANDLE), any(TARGET_INFO), &mode));
        break;
    case 3:
        note(table->pfnAcquirePinnedModeInfo(any(ANY_HANDLE), &mode));
        break;
    case 4:
        note(table->pfnReleaseModeInfo(any(ANY_HANDLE), any(TARGET_INFO)));
        break;
    case 5:
        note(table->pfnCreateNewModeInfo(any(ANY_HANDLE), &info));
        break;
    case 6:
        info = any(TARGET_INFO);
        if (is_lent_new(&target_mode_set_class, info) && below(4) != 0) {
            uint32_t id = info->Id;

            *info = good_target_mode(640 + below(3) * 160, 480);
            info->Id = id;
        }
        note(table->pfnAddMode(any(ANY_HANDLE), info));
        info = NULL;
        break;
    default:
        note(table->pfnPinMode(any(ANY_HANDLE), below(6)));
        break;
    }
    remember(TARGET_INFO, mode);
    remember(TARGET_INFO, info);
}

static void call_topology(void)
{
    const DXGK_VIDPNTOPOLOGY_INTERFACE *table = topology_interface();
    D3DKMDT_HVIDPNTOPOLOGY handle = below(4) == 0 ? any(ANY_HANDLE) : vidpn->topology->handle;
    const D3DKMDT_VIDPN_PRESENT_PATH *path = NULL;
    D3DKMDT_VIDPN_PRESENT_PATH *info = NULL;
    D3DKMDT_VIDPN_PRESENT_PATH update;
    uint32_t id;
    SIZE_T count;

    switch (below(11)) {
    case 0:
        note(table->pfnGetNumPaths(handle, &count));
        break;
    case 1:
        note(table->pfnGetNumPathsFromSource(handle, any_source(), &count));
        break;
    case 2:
        note(table->pfnEnumPathTargetsFromSource(handle, any_source(), below(3), &id));
        break;
    case 3:
        note(table->pfnGetPathSourceFromTarget(handle, any_target(), &id));
        break;
    case 4:
        note(table->pfnAcquirePathInfo(handle, any_source(), any_target(), &path));
        break;
    case 5:
        note(table->pfnAcquireFirstPathInfo(handle, &path));
        break;
    case 6:
        note(table->pfnAcquireNextPathInfo(handle, any(PATH_INFO), &path));
        break;
    case 7:
        memset(&update, (int)below(256), sizeof(update));
        update.VidPnSourceId = any_source();
        update.VidPnTargetId = any_target();
        note(table->pfnUpdatePathSupportInfo(handle, &update));
        break;
    case 8:
        note(table->pfnReleasePathInfo(handle, any(PATH_INFO)));
        break;
    case 9:
        note(table->pfnCreateNewPathInfo(handle, &info));
        break;
    default:
        info = any(PATH_INFO);
        if (is_lent_new(&topology_class, info)) {
            info->VidPnSourceId = any_source();
            info->VidPnTargetId = any_target();
            info->ImportanceOrdinal = (D3DKMDT_VIDPN_PRESENT_PATH_IMPORTANCE)below(4);
        }
        note(below(4) == 0 ? table->pfnRemovePath(handle, any_source(), any_target())
                           : table->pfnAddPath(handle, info));
        info = NULL;
        break;
    }
    remember(PATH_INFO, path);
    remember(PATH_INFO, info);
}

static void call_monitor(void)
{
    const DXGK_MONITOR_INTERFACE *table = monitor_interface(DXGK_MONITOR_INTERFACE_VERSION_V1);
    const DXGK_MONITORSOURCEMODESET_INTERFACE *modes = monitor_mode_set_interface();
    const DXGK_MONITORDESCRIPTORSET_INTERFACE *descriptors = monitor_descriptor_set_interface();
    const D3DKMDT_MONITOR_DESCRIPTOR *descriptor = NULL;
    const D3DKMDT_MONITOR_SOURCE_MODE *mode = NULL;
    D3DKMDT_MONITOR_SOURCE_MODE *info = NULL;
    D3DKMDT_HMONITORSOURCEMODESET set = NULL;
    D3DKMDT_HMONITORDESCRIPTORSET descriptor_set = NULL;
    void *adapter = below(8) == 0 ? any(ANY_HANDLE) : ADAPTER_HANDLE;

    switch (below(9)) {
    case 0:
        note(table->pfnAcquireMonitorSourceModeSet(adapter, any_target(), &set, &modes));
        break;
    case 1:
        note(table->pfnReleaseMonitorSourceModeSet(adapter, any(ANY_HANDLE)));
        break;
    case 2:
        note(table->pfnGetMonitorDescriptorSet(adapter, any_target(), &descriptor_set,
                                               &descriptors));
        break;
    case 3:
        note(modes->pfnAcquireFirstModeInfo(any(ANY_HANDLE), &mode));
        break;
    case 4:
        note(modes->pfnAcquirePreferredModeInfo(any(ANY_HANDLE), &mode));
        break;
    case 5:
        note(modes->pfnReleaseModeInfo(any(ANY_HANDLE), any(MONITOR_INFO)));
        break;
    case 6:
        note(modes->pfnCreateNewModeInfo(any(ANY_HANDLE), &info));
        break;
    case 7:
        note(modes->pfnAddMode(any(ANY_HANDLE), any(MONITOR_INFO)));
        break;
    default:
        note(descriptors->pfnAcquireFirstDescriptorInfo(any(ANY_HANDLE), &descriptor));
        note(descriptors->pfnReleaseDescriptorInfo(any(ANY_HANDLE), any(OTHER_INFO)));
        break;
    }
    remember(ANY_HANDLE, set);
    remember(ANY_HANDLE, descriptor_set);
    remember(MONITOR_INFO, mode);
    remember(MONITOR_INFO, info);
    remember(OTHER_INFO, descriptor);
}

static void assert_consistent(void)
{
    for (uint32_t source = 0; source < SOURCES; source++) {
        const struct info_set *set = vidpn_source_set(vidpn, source);

        assert_true(set->assigned);
        assert_ptr_equal(
            display_handle_resolve(display->state, DISPLAY_OBJECT_SOURCE_MODE_SET, set->handle),
            set);
        assert_true(set->references >= 1 + set->driver_references);
    }
    for (struct info_item *item = info_set_first(vidpn->topology); item != NULL;
         item = info_set_next(vidpn->topology, item)) {
        assert_in_range(topology_path_of(item)->VidPnSourceId, 0, SOURCES - 1);
        assert_ptr_equal(
            topology_path_from_target(vidpn->topology, topology_path_of(item)->VidPnTargetId),
            item);
    }
}

static void run_round(uint64_t seed)
{
    static void (*const calls[])(void) = { call_vidpn, call_source_set, call_target_set,
                                           call_topology, call_monitor };
    struct vidpn_pivot pivot;

    prng_init(&prng, seed);
    vidpn = vidpn_create(display);
    pivot = (struct vidpn_pivot){ (D3DKMDT_ENUMCOFUNCMODALITY_PIVOT_TYPE)(1 + below(5)),
                                  any_source(), any_target() };
    vidpn_lend(vidpn, (enum display_access)below(3), &pivot);
    remember(ANY_HANDLE, vidpn->handle);
    for (uint32_t i = 0; i < CALLS_PER_ROUND; i++) {
        calls[below(DXGH_ARRAY_SIZE(calls))]();
        if (i % 64 == 0) {
            assert_consistent();
        }
    }
    vidpn_return(vidpn, "DxgkDdiEnumVidPnCofuncModality");
    assert_true(list_is_empty(&display->state->loans));
    assert_consistent();
    vidpn_destroy(vidpn);
}

static void random_drivers_cannot_break_anything(void **state)
{
    (void)state;

    for (uint64_t seed = 0; seed < ROUNDS; seed++) {
        uint64_t before = machine_heap_count(machine) - verify_breach_count(machine);
        uint64_t modes = 0;
        uint64_t modes_after = 0;

        modes = display_target_find(display, TARGET_A)->modes->count +
                display_target_find(display, TARGET_B)->modes->count;
        run_round(seed);
        modes_after = display_target_find(display, TARGET_A)->modes->count +
                      display_target_find(display, TARGET_B)->modes->count;
        /* A monitor mode that was added stays, as an item and its info; the handle table may grow.
         */
        if (machine_heap_count(machine) - verify_breach_count(machine) !=
            before + 2 * (modes_after - modes)) {
            print_error("seed %llu leaks\n", (unsigned long long)seed);
            fail();
        }
    }
    assert_true(succeeded > ROUNDS * CALLS_PER_ROUND / 10); /* not all noise */
    assert_true(failed > ROUNDS * CALLS_PER_ROUND / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(random_drivers_cannot_break_anything, setup, teardown),
    };
    return cmocka_run_group_tests_name("display/random", tests, NULL, NULL);
}
