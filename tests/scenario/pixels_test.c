/* SPDX-License-Identifier: MIT */
/*
 * Each GDI operation equals the naive reference, through the whole stack: CDD, DxgkDdiRenderKm, DMA
 * buffers, the board's engine.
 *
 * At least CASES_PER_OPERATION operations of each kind go through the driver, on random rectangles,
 * clips, raster operations, alphas, colours and surfaces of every type and format.
 *
 * Tolerance: 0 for every operation. BitBlt, ColorFill, TransparentBlt and ClearTypeBlend are exact
 * in the documents. StretchBlt, and stretching in AlphaBlend and TransparentBlt, may sample by
 * either of two formulas; the reference driver and this test use the truncating one. AlphaBlend's
 * rounding is undocumented; the board's is that of the reference.
 *
 * The tests of many passes hand over command buffers far larger than a DMA buffer, and ask the
 * driver for small ones through DmaBufferSize in its software key, which a driver may ignore.
 */
#include "cdd/batch.h"
#include "cdd/cdd.h"
#include "cdd/scene.h"
#include "dxgk/statistics.h"
#include "nt/registry.h"
#include "tests/lib/gdi_world.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#include <stdio.h>
#include <stdlib.h>

#define CASES_CHECKED 100u
#define CASES_PER_OPERATION 10000u
#define CASES_PER_COMPARISON 100u
#define CASES_IN_PASSES 6000u
#define CASES_PER_COMPARISON_IN_PASSES 3000u

/* One command buffer that holds all cases between two comparisons. */
#define LARGE_BATCH_BYTES (4u << 20)

/* The driver's software key and what is asked of it. */
#define DRIVER_KEY                                                                                 \
    "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\Display"                      \
    "\\PCI\\VEN_D9F0&DEV_5047\\0"
#define TINY_DMA_BUFFER_BYTES 4096u

struct pixel_run {
    DXGK_RENDERKM_OPERATION operation;
    uint64_t seed;
    uint32_t cases;          /* that the driver, not the CPU, must have drawn */
    uint32_t per_comparison; /* cases between two comparisons */
    bool with_cpu;           /* some cases are the CPU's, which flushes in between */
    uint32_t one_by_one;     /* compare after each case up to this one; 0: as above */
    uint32_t batch_bytes;
    bool check_pixels; /* the kernel compares too, after each operation, and must agree */
    uint32_t done;
    bool failed;
    uint64_t flushes; /* command buffers handed to the kernel */
    uint64_t passes;  /* calls of DxgkDdiRenderKm they took */
    char last[256];
    char difference[256];
};

static uint64_t drawn_by_driver(const struct pixel_run *run, struct cdd *cdd)
{
    const struct cdd_statistics *statistics = cdd_statistics(cdd);

    return statistics->operations[run->operation] - statistics->fallbacks[run->operation];
}

/* Returns: false at the first difference or failure. */
static bool draw_cases(struct pixel_run *run, struct cdd *cdd, struct gdi_world *world)
{
    uint32_t step = run->one_by_one == 0 ? run->per_comparison : 1;
    uint32_t limit = run->one_by_one == 0 ? run->cases * 4 : run->one_by_one;

    while (run->done < limit) {
        NTSTATUS status = gdi_world_case(world, run->operation);

        run->done++;
        if (!NT_SUCCESS(status)) {
            (void)snprintf(run->difference, sizeof(run->difference), "status 0x%08X",
                           (uint32_t)status);
            return false;
        }
        if (run->done % step == 0 &&
            !gdi_world_compare(world, run->difference, sizeof(run->difference))) {
            return false;
        }
        if (run->done % run->per_comparison == 0) {
            if (!gdi_world_refresh(world)) {
                return false;
            }
            if (drawn_by_driver(run, cdd) >= run->cases) {
                return true;
            }
        }
    }
    (void)snprintf(run->difference, sizeof(run->difference), "too few cases reached the driver");
    return run->one_by_one != 0;
}

static uint64_t render_km_calls(struct machine *machine)
{
    struct ddi_statistics statistics[DDI_COUNT];

    dxgk_statistics(machine, statistics);
    return statistics[DDI_RenderKm].count;
}

static void draw(struct adapter *adapter, void *argument)
{
    struct pixel_run *run = argument;
    const struct cdd_config config = { .width = 640,
                                       .height = 480,
                                       .batch_bytes = run->batch_bytes,
                                       .check_pixels = run->check_pixels };
    struct gdi_world world;
    struct cdd *cdd;

    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    assert_true(gdi_world_open(&world, cdd, run->seed));
    world.bitmap_percent = run->with_cpu ? 2 : 0;
    world.keep_apart = !run->with_cpu;
    run->failed = !draw_cases(run, cdd, &world);
    (void)snprintf(run->last, sizeof(run->last), "%s", world.last);
    run->flushes = cdd_statistics(cdd)->flushes;
    run->passes = render_km_calls(dxgk_adapter_machine(adapter));
    gdi_world_close(&world);
    cdd_destroy(cdd);
}

static void run_on_stack(struct pixel_run *run, const struct stack_config *config)
{
    struct stack stack;

    run->done = 0;
    stack_run(&stack, config, draw, run);
    if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) != 0) {
        stack_print_breaches(&stack);
        fail_msg("operation %d, seed %llu: stopped after case %u", (int)run->operation,
                 (unsigned long long)run->seed, run->done);
    }
    stack_close(&stack);
}

static void check(struct pixel_run *run, const struct stack_config *config)
{
    run_on_stack(run, config);
    if (run->failed) {
        run->one_by_one = run->done;
        run_on_stack(run, config); /* the same cases again, to name the one */
        fail_msg("seed %llu, case %u: %s: %s", (unsigned long long)run->seed, run->done, run->last,
                 run->difference);
    }
}

static void each_case_is_exact(DXGK_RENDERKM_OPERATION operation)
{
    const struct stack_config config = { .driver = DXGH_TEST_DRIVER };

    struct pixel_run run = {
        .operation = operation,
        .seed = 1000 + (uint64_t)operation,
        .cases = CASES_PER_OPERATION,
        .per_comparison = CASES_PER_COMPARISON,
        .with_cpu = true,
    };

    check(&run, &config);
}

static void bitblt_is_exact(void **state)
{
    (void)state;
    each_case_is_exact(DXGK_GDIOP_BITBLT);
}

static void colorfill_is_exact(void **state)
{
    (void)state;
    each_case_is_exact(DXGK_GDIOP_COLORFILL);
}

static void alphablend_is_exact(void **state)
{
    (void)state;
    each_case_is_exact(DXGK_GDIOP_ALPHABLEND);
}

static void stretchblt_is_exact(void **state)
{
    (void)state;
    each_case_is_exact(DXGK_GDIOP_STRETCHBLT);
}

static void transparentblt_is_exact(void **state)
{
    (void)state;
    each_case_is_exact(DXGK_GDIOP_TRANSPARENTBLT);
}

static void cleartypeblend_is_exact(void **state)
{
    (void)state;
    each_case_is_exact(DXGK_GDIOP_CLEARTYPEBLEND);
}

static void make_dma_buffers_tiny(struct machine *machine)
{
    nt_registry_set_dword(machine, DRIVER_KEY, "DmaBufferSize", TINY_DMA_BUFFER_BYTES);
}

static const struct stack_config tiny_config = {
    .driver = DXGH_TEST_DRIVER,
    .before = make_dma_buffers_tiny,
};

/* The same operations in many passes, each with a DMA buffer of its own. */
static void many_passes_change_no_pixel(void **state)
{
    static const DXGK_RENDERKM_OPERATION operations[] = {
        DXGK_GDIOP_BITBLT,     DXGK_GDIOP_COLORFILL,      DXGK_GDIOP_ALPHABLEND,
        DXGK_GDIOP_STRETCHBLT, DXGK_GDIOP_TRANSPARENTBLT, DXGK_GDIOP_CLEARTYPEBLEND,
    };

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(operations); i++) {
        struct pixel_run run = {
            .operation = operations[i],
            .seed = 2000 + i,
            .cases = CASES_IN_PASSES,
            .per_comparison = CASES_PER_COMPARISON_IN_PASSES,
            .batch_bytes = LARGE_BATCH_BYTES,
        };

        check(&run, &tiny_config);
        /* Before each comparison one command buffer must have taken several passes. */
        assert_true(run.passes >= run.flushes + CASES_IN_PASSES / CASES_PER_COMPARISON_IN_PASSES);
    }
}

/* Rules GDI-04 to GDI-22 have nothing to say of the reference driver. */
static void the_kernels_own_check_agrees(void **state)
{
    const struct stack_config config = { .driver = DXGH_TEST_DRIVER };

    (void)state;
    for (int operation = DXGK_GDIOP_BITBLT; operation <= DXGK_GDIOP_CLEARTYPEBLEND; operation++) {
        struct pixel_run run = {
            .operation = (DXGK_RENDERKM_OPERATION)operation,
            .seed = 3000 + (uint64_t)operation,
            .cases = CASES_CHECKED,
            .per_comparison = CASES_CHECKED / 2,
            .with_cpu = true,
            .check_pixels = true,
        };

        if (batch_argument_bytes(run.operation) > 0) {
            check(&run, &config);
        }
    }
}

struct picture {
    uint32_t *pixels;
    uint32_t width;
    uint32_t height;
    uint32_t batch_bytes;
};

static void draw_desktop(struct adapter *adapter, void *argument)
{
    struct picture *picture = argument;
    const struct cdd_config config = { .width = picture->width,
                                       .height = picture->height,
                                       .batch_bytes = picture->batch_bytes };
    struct cdd_error error;
    struct cdd *cdd;

    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    if (!NT_SUCCESS(scene_desktop(cdd, NULL, &error))) {
        fail_msg("%s", error.text);
    }
    assert_int_equal(cdd_surface_read(cdd_primary(cdd), cdd_surface_bounds(cdd_primary(cdd)),
                                      picture->pixels, picture->width * 4),
                     STATUS_SUCCESS);
    cdd_destroy(cdd);
}

/* The desktop is the same picture from tiny command buffers and from large ones in many passes. */
static void desktop_is_the_same_in_many_passes(void **state)
{
    const struct stack_config configs[] = { { .driver = DXGH_TEST_DRIVER }, tiny_config };
    struct picture pictures[2];

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct stack stack;

        pictures[i] = (struct picture){
            .width = 800,
            .height = 600,
            .batch_bytes = i == 0 ? CDD_BATCH_BYTES_MIN : LARGE_BATCH_BYTES,
        };
        pictures[i].pixels = malloc((size_t)pictures[i].width * pictures[i].height * 4);
        assert_non_null(pictures[i].pixels);
        stack_run(&stack, &configs[i], draw_desktop, &pictures[i]);
        if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) != 0) {
            stack_print_breaches(&stack);
            fail_msg("the desktop was not drawn");
        }
        stack_close(&stack);
    }
    assert_memory_equal(pictures[0].pixels, pictures[1].pixels, 800 * 600 * 4);
    free(pictures[0].pixels);
    free(pictures[1].pixels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bitblt_is_exact),
        cmocka_unit_test(colorfill_is_exact),
        cmocka_unit_test(alphablend_is_exact),
        cmocka_unit_test(stretchblt_is_exact),
        cmocka_unit_test(transparentblt_is_exact),
        cmocka_unit_test(cleartypeblend_is_exact),
        cmocka_unit_test(many_passes_change_no_pixel),
        cmocka_unit_test(the_kernels_own_check_agrees),
        cmocka_unit_test(desktop_is_the_same_in_many_passes),
    };
    return cmocka_run_group_tests_name("scenario/pixels", tests, NULL, NULL);
}
