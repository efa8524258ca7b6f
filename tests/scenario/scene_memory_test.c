/* SPDX-License-Identifier: MIT */
/*
 * Every picture with every size of memory: from the first that is large enough for the screen and
 * one command, the pixels are those of a board with plenty. Below it the scene is refused; it never
 * draws something else.
 */
#include "cdd/scene.h"
#include "cdd/surface.h"
#include "cli/memory_scene.h"
#include "dxgk/adapter_private.h"
#include "nt/registry.h"
#include "tests/lib/memory_audit.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 640u
#define HEIGHT 480u
#define STRIP 16 /* rows read at once: staging memory is scarce too */
#define KIB 1024u
#define STEP (256u * KIB)
#define FINE_STEP (64u * KIB)     /* what the board takes */
#define SCREEN_ONLY (1216u * KIB) /* the driver starts, and nothing fits beside its screen */
#define PLENTY (64u * KIB * KIB)

struct setting {
    uint32_t vram_bytes;
    uint32_t aperture_bytes; /* 0: as the driver likes */
    bool local;              /* textures in VRAM only */
    bool windows_7;          /* no preemption */
    uint64_t seed;           /* of random decisions; 0: fixed ones */
};

struct picture {
    const struct cdd_scene *scene;
    uint32_t *pixels;
    NTSTATUS status;
    struct vidmm_statistics statistics;
    struct memory_audit audit;
};

static const struct setting *current;

static void set_up(struct machine *machine)
{
    static const char key[] =
        "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\Display"
        "\\PCI\\VEN_D9F0&DEV_5047\\0";

    nt_registry_set_dword(machine, key, "LocalTextures", current->local);
    nt_registry_set_dword(machine, key, "ApertureSize", current->aperture_bytes);
}

static NTSTATUS read_screen(struct cdd *cdd, uint32_t *pixels)
{
    NTSTATUS status = STATUS_SUCCESS;

    for (int32_t y = 0; y < (int32_t)HEIGHT && NT_SUCCESS(status); y += STRIP) {
        status = cdd_surface_read(cdd_primary(cdd), rect_make(0, y, WIDTH, y + STRIP),
                                  pixels + (size_t)y * WIDTH, WIDTH * 4);
    }
    return status;
}

static void draw(struct adapter *adapter, void *argument)
{
    struct picture *picture = argument;
    const struct cdd_config config = { .width = WIDTH, .height = HEIGHT };
    const struct cdd_scene_options options = { 0 };
    struct cdd_error error = { 0 };
    struct cdd *cdd;

    picture->status = cdd_create(adapter, &config, &cdd);
    if (!NT_SUCCESS(picture->status)) {
        return;
    }
    memory_audit_attach(&picture->audit, adapter);
    picture->status = picture->scene->run(cdd, &options, &error);
    if (NT_SUCCESS(picture->status)) {
        picture->status = read_screen(cdd, picture->pixels);
    }
    (void)cdd_finish(cdd);
    (void)memory_audit_detach(&picture->audit);
    picture->statistics = adapter->vidmm->statistics;
    cdd_destroy(cdd);
}

static void run(struct picture *picture, const struct setting *setting)
{
    char options[64];
    struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                   .device_options = options,
                                   .before = set_up };
    struct stack stack;

    config.machine.decision = setting->seed == 0 ? DECISION_FIXED : DECISION_RANDOM;
    config.machine.seed = setting->seed;
    (void)snprintf(options, sizeof(options), "vram=%u%s", setting->vram_bytes,
                   setting->windows_7 ? ",preempt=none" : "");
    current = setting;
    memset(&picture->audit, 0, sizeof(picture->audit));
    stack_run(&stack, &config, draw, picture);
    if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0 ||
        picture->audit.why[0] != '\0') {
        stack_print_breaches(&stack);
        fail_msg("scene %s with %u KiB: %s", picture->scene->name, setting->vram_bytes / KIB,
                 picture->audit.why);
    }
    stack_close(&stack);
}

static struct picture picture_new(const struct cdd_scene *scene)
{
    struct picture picture = { .scene = scene,
                               .pixels = calloc((size_t)WIDTH * HEIGHT, sizeof(uint32_t)) };

    assert_non_null(picture.pixels);
    return picture;
}

static bool is_same(const struct picture *a, const struct picture *b)
{
    return memcmp(a->pixels, b->pixels, (size_t)WIDTH * HEIGHT * sizeof(uint32_t)) == 0;
}

/* The smallest memory each scene is drawn with: the screen, the driver's table of the aperture, and
 * the textures of its largest command. A manager that needs more than before fails here, and so
 * does one that draws with less than there is. */
static const struct smallest {
    const char *scene;
    uint32_t kib;
} smallest[] = {
    { "desktop", 2432 },        { "bitblt", 1280 },     { "colorfill", 1280 },
    { "alphablend", 1472 },     { "stretchblt", 3264 }, { "transparentblt", 1600 },
    { "cleartypeblend", 1792 }, { "paging", 1600 },     { "split", 1344 },
    { "aperture", 1216 },       { "lock", 1280 },
};

static uint32_t smallest_bytes(const struct cdd_scene *scene)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(smallest); i++) {
        if (strcmp(smallest[i].scene, scene->name) == 0) {
            return smallest[i].kib * KIB;
        }
    }
    fail_msg("scene %s has no smallest memory", scene->name);
    return 0;
}

struct sweep {
    struct picture expected;
    struct picture seen;
    uint32_t smallest_bytes;
    uint64_t evictions;
};

/* One size: drawn as expected, or refused where it is too small. */
static void draw_with(struct sweep *sweep, uint32_t vram_bytes, uint64_t seed)
{
    const char *name = sweep->expected.scene->name;
    bool is_drawn;

    run(&sweep->seen, &(struct setting){ .vram_bytes = vram_bytes, .local = true, .seed = seed });
    is_drawn = NT_SUCCESS(sweep->seen.status);
    if (is_drawn != (vram_bytes >= sweep->smallest_bytes)) {
        fail_msg("scene %s is %s with %u KiB, seed %llu; expected from %u KiB on", name,
                 is_drawn ? "drawn" : "refused", vram_bytes / KIB, (unsigned long long)seed,
                 sweep->smallest_bytes / KIB);
    }
    if (is_drawn && !is_same(&sweep->seen, &sweep->expected)) {
        fail_msg("scene %s is another picture with %u KiB, seed %llu", name, vram_bytes / KIB,
                 (unsigned long long)seed);
    }
    sweep->evictions += is_drawn ? sweep->seen.statistics.evictions : 0;
}

/* Every size around the smallest, then in larger steps; each with fixed decisions and with random
 * ones. Returns: how often something was evicted. */
static uint64_t sweep_scene(const struct cdd_scene *scene, uint32_t last_bytes)
{
    struct sweep sweep = { .expected = picture_new(scene),
                           .seen = picture_new(scene),
                           .smallest_bytes = smallest_bytes(scene) };
    uint32_t step = FINE_STEP;

    run(&sweep.expected, &(struct setting){ .vram_bytes = PLENTY });
    assert_int_equal(sweep.expected.status, STATUS_SUCCESS);
    for (uint32_t bytes = DXGH_MAX(sweep.smallest_bytes - 2 * FINE_STEP, SCREEN_ONLY);
         bytes <= last_bytes; bytes += step) {
        draw_with(&sweep, bytes, 0);
        draw_with(&sweep, bytes, bytes / FINE_STEP);
        step = bytes < sweep.smallest_bytes + 4 * FINE_STEP ? FINE_STEP : STEP;
    }
    (void)printf("%-16s from %u KiB on, %llu evictions\n", scene->name, sweep.smallest_bytes / KIB,
                 (unsigned long long)sweep.evictions);
    free(sweep.expected.pixels);
    free(sweep.seen.pixels);
    return sweep.evictions;
}

static void every_scene_is_the_same_with_any_memory(void **state)
{
    (void)state;
    for (size_t i = 0; i < cdd_scene_count; i++) {
        uint64_t evictions = sweep_scene(&cdd_scenes[i], 4096 * KIB);

        /* 7.5 MiB of textures in some 700 KiB to 2.7 MiB. */
        assert_true(strcmp(cdd_scenes[i].name, "paging") != 0 || evictions > 2000);
    }
}

static void the_windows_7_model_splits_as_well(void **state)
{
    struct picture expected = picture_new(cdd_scene_find("split"));
    struct picture seen = picture_new(cdd_scene_find("split"));

    (void)state;
    run(&expected, &(struct setting){ .vram_bytes = PLENTY });
    assert_int_equal(expected.audit.parts, 0);
    for (uint32_t i = 0; i < 2; i++) {
        run(&seen, &(struct setting){ .vram_bytes = 6 * STEP, .local = true, .windows_7 = i == 1 });
        assert_int_equal(seen.status, STATUS_SUCCESS);
        assert_true(seen.audit.parts > 10);
        assert_true(is_same(&seen, &expected));
    }
    free(expected.pixels);
    free(seen.pixels);
}

/* 2.5 MiB of surfaces that only the aperture takes, through 512 KiB of it. */
static void the_aperture_pages_too(void **state)
{
    static const char *const names[] = { "aperture", "lock" };

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(names); i++) {
        struct picture expected = picture_new(cdd_scene_find(names[i]));
        struct picture seen = picture_new(cdd_scene_find(names[i]));

        run(&expected, &(struct setting){ .vram_bytes = PLENTY });
        run(&seen, &(struct setting){
                       .vram_bytes = 8 * STEP, .aperture_bytes = 512 * KIB, .local = true });
        assert_int_equal(seen.status, STATUS_SUCCESS);
        assert_true(seen.statistics.evictions > 50);
        assert_true(is_same(&seen, &expected));
        free(expected.pixels);
        free(seen.pixels);
    }
}

static void run_gpu_scene(struct adapter *adapter, void *argument)
{
    struct gpu_scene_run scene = {
        .adapter = adapter,
        .board =
            LIST_ENTRY_OF(dxgk_adapter_machine(adapter)->devices.next, struct device_host, link),
    };

    ((void (*)(struct gpu_scene_run *))argument)(&scene);
    (void)printf("%s\n", scene.note);
    assert_string_equal(scene.error, "");
}

static void expect_gpu_scene(void (*run_scene)(struct gpu_scene_run *run), const char *options)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER, .device_options = options };
    struct stack stack;

    stack_run(&stack, &config, run_gpu_scene, (void *)run_scene);
    stack_print_breaches(&stack);
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    stack_close(&stack);
}

static void a_device_without_memory_is_lost_alone(void **state)
{
    (void)state;
    expect_gpu_scene(memory_scene_oom, "vram=8M");
}

static void paging_overlaps_drawing(void **state)
{
    (void)state;
    expect_gpu_scene(memory_scene_overlap, "vram=8M");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scene_is_the_same_with_any_memory),
        cmocka_unit_test(the_windows_7_model_splits_as_well),
        cmocka_unit_test(the_aperture_pages_too),
        cmocka_unit_test(a_device_without_memory_is_lost_alone),
        cmocka_unit_test(paging_overlaps_drawing),
    };
    return cmocka_run_group_tests_name("scenario/scene_memory", tests, NULL, NULL);
}
