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
#define SMALLEST (1280u * KIB)
#define PLENTY (64u * KIB * KIB)

struct setting {
    uint32_t vram_bytes;
    uint32_t aperture_bytes; /* 0: as the driver likes */
    bool local;              /* textures in VRAM only */
    bool windows_7;          /* no preemption */
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

/* Returns: how often something was evicted, over all sizes. */
static uint64_t sweep(const struct cdd_scene *scene, struct setting setting, uint32_t last_bytes)
{
    struct picture expected = picture_new(scene);
    struct picture seen = picture_new(scene);
    uint64_t evictions = 0;
    uint32_t smallest = 0;

    run(&expected, &(struct setting){ .vram_bytes = PLENTY });
    assert_int_equal(expected.status, STATUS_SUCCESS);
    for (setting.vram_bytes = SMALLEST; setting.vram_bytes <= last_bytes;
         setting.vram_bytes += STEP) {
        run(&seen, &setting);
        if (NT_SUCCESS(seen.status)) {
            smallest = smallest == 0 ? setting.vram_bytes : smallest;
            evictions += seen.statistics.evictions;
            if (!is_same(&seen, &expected)) {
                fail_msg("scene %s is another picture with %u KiB", scene->name,
                         setting.vram_bytes / KIB);
            }
        } else if (smallest != 0) {
            fail_msg("scene %s was drawn with %u KiB, and not with %u", scene->name, smallest / KIB,
                     setting.vram_bytes / KIB);
        }
    }
    (void)printf("%-16s from %u KiB on, %llu evictions\n", scene->name, smallest / KIB,
                 (unsigned long long)evictions);
    assert_int_not_equal(smallest, 0);
    free(expected.pixels);
    free(seen.pixels);
    return evictions;
}

static void every_scene_is_the_same_with_any_memory(void **state)
{
    (void)state;
    for (size_t i = 0; i < cdd_scene_count; i++) {
        (void)sweep(&cdd_scenes[i], (struct setting){ .local = true }, 4096 * KIB);
    }
}

/* 7.5 MiB of textures in some 700 KiB to 2.7 MiB. */
static void the_paging_scene_pages(void **state)
{
    (void)state;
    assert_true(sweep(cdd_scene_find("paging"), (struct setting){ .local = true }, 4096 * KIB) >
                1000);
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
        cmocka_unit_test(the_paging_scene_pages),
        cmocka_unit_test(the_windows_7_model_splits_as_well),
        cmocka_unit_test(the_aperture_pages_too),
        cmocka_unit_test(a_device_without_memory_is_lost_alone),
        cmocka_unit_test(paging_overlaps_drawing),
    };
    return cmocka_run_group_tests_name("scenario/scene_memory", tests, NULL, NULL);
}
