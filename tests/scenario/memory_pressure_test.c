/* SPDX-License-Identifier: MIT */
/*
 * Less video memory than is drawn with: the pixels are the same, and at every submission what must
 * hold of memory holds (tests/lib/memory_audit.h). Random sizes of VRAM, aperture and textures,
 * random operations, random interleavings.
 *
 *   memory_pressure_test [SEED [COUNT]]   these runs only
 *
 * The checks are proven by breaking what they check: a wrong patch, a missing patch location,
 * initial patching left out, an eviction or a release too early, a transfer that does not happen.
 */
#include "cdd/cdd.h"
#include "cli/gpu_client.h"
#include "dxgk/gate_calls.h"
#include "nt/registry.h"
#include "tests/lib/memory_audit.h"
#include "tests/lib/paint_world.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DRIVER_KEY                                                                                 \
    "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\Display"                      \
    "\\PCI\\VEN_D9F0&DEV_5047\\0"
#define WIDTH 640u
#define HEIGHT 480u
#define PAGE 4096u
#define STEP 65536u
#define PRIMARY_BYTES (WIDTH * HEIGHT * 4)
#define URGENT_BYTES (GPU_CLIENT_SIDE * GPU_CLIENT_SIDE * 4)
#define RUNS 2200u

enum damage {
    DAMAGE_NONE,
    DAMAGE_WRONG_PATCH,
    DAMAGE_MISSING_PATCH,
    DAMAGE_NO_INITIAL_PATCH,
    DAMAGE_EARLY_EVICTION,
    DAMAGE_EARLY_RELEASE,
    DAMAGE_LOST_TRANSFER,
};

/* One run: everything follows from the seed. */
struct pressure {
    uint64_t seed;
    struct prng prng;
    uint32_t vram_bytes;
    uint32_t aperture_bytes;
    uint32_t hidden_bytes;
    uint32_t paging_bytes;
    bool urgent;           /* another client gets in between, by preemption */
    bool through_aperture; /* evicted that way */
    bool save_areas;       /* each context has memory of its own */
    uint32_t textures;
    uint32_t texture_bytes_max;
    uint32_t steps;
    enum damage damage;
    /* results */
    struct memory_audit audit;
    struct vidmm_statistics statistics;
    uint64_t preemptions;
    char why[400]; /* of the pixels */
    bool bad_end;  /* a breach, or not run to its end */
};

static struct pressure *current;

static uint32_t below(struct pressure *run, uint32_t bound)
{
    return prng_below(&run->prng, bound);
}

/* What is left for textures once the driver's table and the primary are placed. */
static uint32_t free_bytes(const struct pressure *run)
{
    uint32_t table = (run->aperture_bytes / PAGE * 8 + PAGE - 1) / PAGE * PAGE;

    return run->vram_bytes - table - PRIMARY_BYTES - run->hidden_bytes -
           (run->save_areas ? PAGE : 0);
}

static void plan(struct pressure *run, uint64_t seed)
{
    *run = (struct pressure){ .seed = seed };
    prng_init(&run->prng, seed);
    run->save_areas = below(run, 2) == 0;
    run->aperture_bytes = 0x80000 + below(run, 64) * PAGE;
    run->vram_bytes = (PRIMARY_BYTES / STEP + 2 + below(run, 7)) * STEP;
    run->hidden_bytes = below(run, 3) == 0 ? below(run, 16) * PAGE : 0;
    if (free_bytes(run) < 8 * PAGE || free_bytes(run) > run->vram_bytes) {
        run->hidden_bytes = 0;
    }
    run->paging_bytes = below(run, 2) == 0 ? PAGE : 0x10000;
    run->through_aperture = below(run, 2) == 0;
    run->urgent = free_bytes(run) >= URGENT_BYTES + 2 * STEP && below(run, 4) != 0;
    run->textures = 2 + below(run, PAINT_SURFACES_MAX - 2);
    /* The smallest legal memory: the two textures of one command fit side by side. */
    run->texture_bytes_max = DXGH_MIN(free_bytes(run) / 2 / PAGE * PAGE, 65536u);
    run->steps = 32 + below(run, 160);
}

static void set_up(struct machine *machine)
{
    nt_registry_set_dword(machine, DRIVER_KEY, "LocalTextures", 1);
    nt_registry_set_dword(machine, DRIVER_KEY, "ApertureSize", current->aperture_bytes);
    nt_registry_set_dword(machine, DRIVER_KEY, "HiddenSize", current->hidden_bytes);
    nt_registry_set_dword(machine, DRIVER_KEY, "PagingBufferSize", current->paging_bytes);
    nt_registry_set_dword(machine, DRIVER_KEY, "SaveAreas", current->save_areas);
    nt_registry_set_dword(machine, DRIVER_KEY, "EvictThroughAperture", current->through_aperture);
}

/* Damage */

static PDXGKDDI_PATCH true_patch;
static PDXGKDDI_RENDERKM true_render_km;
static PDXGKDDI_BUILDPAGINGBUFFER true_build;

static NTSTATUS NTAPI patch_wrongly(const HANDLE hAdapter, const DXGKARG_PATCH *args)
{
    NTSTATUS status = true_patch(hAdapter, args);

    if (args->PatchLocationListSubmissionLength > 0) {
        const D3DDDI_PATCHLOCATIONLIST *patch =
            &args->pPatchLocationList[args->PatchLocationListSubmissionStart];

        *(uint64_t *)(void *)((char *)args->pDmaBuffer + patch->PatchOffset) += PAGE;
    }
    return status;
}

/* Two addresses of one command; the second is named where the first is. Its slot is bound at the
 * split point as it must be, so that nothing but the stream tells. */
static NTSTATUS NTAPI forget_a_patch(const HANDLE hContext, DXGKARG_RENDER *args)
{
    D3DDDI_PATCHLOCATIONLIST *patch = args->pPatchLocationListOut;
    NTSTATUS status = true_render_km(hContext, args);

    for (; patch + 1 < args->pPatchLocationListOut; patch++) {
        if (patch[0].SplitOffset == patch[1].SplitOffset &&
            args->pAllocationList[patch[0].AllocationIndex].hDeviceSpecificAllocation != NULL &&
            args->pAllocationList[patch[1].AllocationIndex].hDeviceSpecificAllocation != NULL) {
            patch[1].AllocationIndex = patch[0].AllocationIndex;
            patch[1].PatchOffset = patch[0].PatchOffset;
            patch[1].AllocationOffset = patch[0].AllocationOffset;
        }
    }
    return status;
}

/* Addresses that are known are left to Patch, which may never come. */
static NTSTATUS NTAPI leave_addresses(const HANDLE hContext, DXGKARG_RENDER *args)
{
    char *start = args->pDmaBuffer;
    const D3DDDI_PATCHLOCATIONLIST *patch = args->pPatchLocationListOut;
    NTSTATUS status = true_render_km(hContext, args);

    for (; patch < args->pPatchLocationListOut; patch++) {
        if (args->pAllocationList[patch->AllocationIndex].hDeviceSpecificAllocation != NULL) {
            memset(start + patch->PatchOffset, 0, sizeof(uint64_t));
        }
    }
    return status;
}

static NTSTATUS NTAPI lose_transfers(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *args)
{
    if (args->Operation == DXGK_OPERATION_TRANSFER && args->Transfer.Source.SegmentId != 0) {
        return STATUS_SUCCESS;
    }
    return true_build(hAdapter, args);
}

/* The manager forgets that a packet with the hardware needs its memory, and gives the place away.
 */
static void evict_early(struct memory_audit *audit, struct submission *submission)
{
    (void)submission;
    for (uint32_t i = 0; i < audit->record_count; i++) {
        struct vidmm_allocation *victim =
            (struct vidmm_allocation *)(uintptr_t)audit->records[i].allocation;

        if (victim->pin_count == 1 && victim->segment != NULL) {
            vidmm_allocation_unpin(victim);
            vidmm_allocation_forget(victim);
            victim->pin_count++; /* the packet lets go of it when it retires */
            audit->tamper = NULL;
            return;
        }
    }
}

/* The kernel lets go of what the hardware is working with. */
static void release_early(struct memory_audit *audit, struct submission *submission)
{
    (void)submission;
    if (audit->record_count > 0) {
        struct submission *victim = (struct submission *)(uintptr_t)audit->records[0].submission;

        if (victim != submission) {
            audit->tamper = NULL;
            submission_unprepare(victim);
        }
    }
}

static void damage(struct pressure *run, struct adapter *adapter)
{
    true_patch = adapter->table.DxgkDdiPatch;
    true_render_km = adapter->table.DxgkDdiRenderKm;
    true_build = adapter->table.DxgkDdiBuildPagingBuffer;
    switch (run->damage) {
    case DAMAGE_WRONG_PATCH:
        adapter->table.DxgkDdiPatch = patch_wrongly;
        break;
    case DAMAGE_MISSING_PATCH:
        adapter->table.DxgkDdiRenderKm = forget_a_patch;
        break;
    case DAMAGE_NO_INITIAL_PATCH:
        adapter->table.DxgkDdiRenderKm = leave_addresses;
        break;
    case DAMAGE_EARLY_EVICTION:
        run->audit.tamper = evict_early;
        break;
    case DAMAGE_EARLY_RELEASE:
        run->audit.tamper = release_early;
        break;
    case DAMAGE_LOST_TRANSFER:
        adapter->table.DxgkDdiBuildPagingBuffer = lose_transfers;
        break;
    case DAMAGE_NONE:
        break;
    }
}

static void repair(struct adapter *adapter)
{
    adapter->table.DxgkDdiPatch = true_patch;
    adapter->table.DxgkDdiRenderKm = true_render_km;
    adapter->table.DxgkDdiBuildPagingBuffer = true_build;
}

static void paint(struct pressure *run, struct cdd *cdd, struct gpu_client *urgent)
{
    struct paint_world world;
    bool good = paint_world_open(&world, cdd, run->seed, run->textures, run->texture_bytes_max);

    for (uint32_t i = 0; i < run->steps && good; i++) {
        good = paint_world_step(&world);
        if (good && run->urgent && below(run, 6) == 0) {
            (void)cdd_flush(cdd);
            good = NT_SUCCESS(gpu_client_fill(urgent, 1));
        }
    }
    if (!good || !paint_world_compare(&world)) {
        (void)snprintf(run->why, sizeof(run->why), "%s",
                       good || world.why[0] != '\0' ? world.why : "the urgent client failed");
    }
    paint_world_close(&world);
}

static void paint_with_others(struct pressure *run, struct adapter *adapter, struct cdd *cdd)
{
    struct gpu_client urgent = { 0 };

    if (run->urgent &&
        !NT_SUCCESS(gpu_client_open(&urgent, adapter, "urgent", 800, 0, SCHED_PRIORITY_HIGHEST))) {
        (void)snprintf(run->why, sizeof(run->why), "the urgent client does not open");
        return;
    }
    paint(run, cdd, &urgent);
    if (run->urgent) {
        if (!NT_SUCCESS(gpu_client_wait(&urgent))) {
            (void)snprintf(run->why, sizeof(run->why), "the urgent client was lost");
        }
        gpu_client_close(&urgent);
    }
    run->preemptions = adapter->sched->nodes[0].preemption_count;
}

static void body(struct adapter *adapter, void *argument)
{
    struct pressure *run = argument;
    const struct cdd_config config = { .width = WIDTH, .height = HEIGHT };
    struct cdd *cdd;

    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    memory_audit_attach(&run->audit, adapter);
    damage(run, adapter);
    paint_with_others(run, adapter, cdd);
    repair(adapter);
    (void)cdd_finish(cdd);
    (void)memory_audit_detach(&run->audit);
    run->statistics = adapter->vidmm->statistics;
    cdd_destroy(cdd);
}

static void perform(struct pressure *run)
{
    char options[64];
    struct stack_config config = {
        .driver = DXGH_TEST_DRIVER,
        .device_options = options,
        .before = set_up,
        .machine = { .decision = run->seed % 2 == 0 ? DECISION_FIXED : DECISION_RANDOM,
                     .seed = run->seed,
                     .ram_bytes = 64u << 20 },
    };
    struct stack stack;

    (void)snprintf(options, sizeof(options), "vram=%u", run->vram_bytes);
    current = run;
    stack_run(&stack, &config, body, run);
    run->bad_end = stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) != 0;
    if (run->bad_end && run->damage == DAMAGE_NONE) {
        stack_print_breaches(&stack);
    }
    stack_close(&stack);
}

/* Seeds beyond the usual range that found something: a context's save area between the two textures
 * of a command, so that neither could be placed beside it. */
static const uint64_t found_seeds[] = { 10790 };

static uint64_t first_seed = 1;
static uint32_t run_count = RUNS;

static void pixels_do_not_depend_on_the_size_of_memory(void **state)
{
    uint64_t parts = 0;
    uint64_t evictions = 0;
    uint64_t waits = 0;
    uint64_t preemptions = 0;

    (void)state;
    for (uint64_t i = 0; i < run_count + DXGH_ARRAY_SIZE(found_seeds); i++) {
        uint64_t seed = i < run_count ? first_seed + i : found_seeds[i - run_count];
        static struct pressure run;

        plan(&run, seed);
        perform(&run);
        if (run.bad_end || run.why[0] != '\0' || run.audit.why[0] != '\0') {
            fail_msg("seed %llu (vram %u, aperture %u, hidden %u, %u textures): %s; %s",
                     (unsigned long long)seed, run.vram_bytes, run.aperture_bytes, run.hidden_bytes,
                     run.textures, run.why, run.audit.why);
        }
        parts += run.audit.parts;
        evictions += run.statistics.evictions;
        waits += run.statistics.waits;
        preemptions += run.preemptions;
    }
    (void)printf("%u runs: %llu evictions, %llu parts of split buffers, %llu waits for packets, "
                 "%llu preemptions\n",
                 run_count, (unsigned long long)evictions, (unsigned long long)parts,
                 (unsigned long long)waits, (unsigned long long)preemptions);
    if (run_count == RUNS) { /* it was tight enough to mean something */
        assert_true(evictions > 20 * RUNS);
        assert_true(parts > RUNS / 4);
        assert_true(preemptions > RUNS / 10);
    }
}

static void expect_caught(enum damage damage, const char *audit_words, const char *pixel_words)
{
    bool caught = false;

    for (uint64_t seed = 1; seed <= 8 && !caught; seed++) {
        static struct pressure run;

        plan(&run, seed);
        run.damage = damage;
        perform(&run);
        caught = (audit_words != NULL && strstr(run.audit.why, audit_words) != NULL) ||
                 (pixel_words != NULL && strstr(run.why, pixel_words) != NULL);
        if (!caught) {
            (void)printf("seed %llu: %s; %s\n", (unsigned long long)seed, run.audit.why, run.why);
        }
    }
    assert_true(caught);
}

static void a_wrong_patch_is_caught(void **state)
{
    (void)state;
    expect_caught(DAMAGE_WRONG_PATCH, "does not hold", NULL);
}

static void a_missing_patch_location_is_caught(void **state)
{
    (void)state;
    expect_caught(DAMAGE_MISSING_PATCH, "no patch location names", NULL);
}

static void initial_patching_that_is_left_out_is_caught(void **state)
{
    (void)state;
    expect_caught(DAMAGE_NO_INITIAL_PATCH, "does not hold", NULL);
    expect_caught(DAMAGE_NO_INITIAL_PATCH, NULL, "expected 0x");
}

static void an_early_eviction_is_caught(void **state)
{
    (void)state;
    expect_caught(DAMAGE_EARLY_EVICTION, "moved while a packet", NULL);
}

static void an_early_release_is_caught(void **state)
{
    (void)state;
    expect_caught(DAMAGE_EARLY_RELEASE, "while the hardware has it", NULL);
}

static void a_lost_transfer_is_caught(void **state)
{
    (void)state;
    expect_caught(DAMAGE_LOST_TRANSFER, NULL, "expected 0x");
}

int main(int count, char **words)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pixels_do_not_depend_on_the_size_of_memory),
        cmocka_unit_test(a_wrong_patch_is_caught),
        cmocka_unit_test(a_missing_patch_location_is_caught),
        cmocka_unit_test(initial_patching_that_is_left_out_is_caught),
        cmocka_unit_test(an_early_eviction_is_caught),
        cmocka_unit_test(an_early_release_is_caught),
        cmocka_unit_test(a_lost_transfer_is_caught),
    };

    if (count > 1) {
        first_seed = strtoull(words[1], NULL, 0);
        run_count = count > 2 ? (uint32_t)strtoul(words[2], NULL, 0) : 1;
    }
    return cmocka_run_group_tests_name("scenario/memory_pressure", tests, NULL, NULL);
}
