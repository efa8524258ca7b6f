/* SPDX-License-Identifier: MIT */
/*
 * Two processes and everything that can be done with video memory, in random order, in random sizes
 * of memory, with random interleavings: fills, copies, locks that are held, renaming, swizzling
 * ranges, offers and reclaims, evictions by call, priorities, surfaces that come and go, a surface
 * both processes have open, small DMA buffers, resets of the adapter. Every surface is of one
 * colour, which the test knows: what is read back has to be that, however little memory there is;
 * and at every submission what must hold of memory holds (tests/lib/memory_audit.h).
 *
 *   memory_storm_test [SEED [COUNT]]   these runs only
 */
#include "cli/gpu_client.h"
#include "drivers/softgpu/softgpu_umd.h"
#include "dxgk/allocation_private.h"
#include "dxgk/control.h"
#include "dxgk/offer.h"
#include "dxgk/resource.h"
#include "nt/registry.h"
#include "object/process.h"
#include "tests/lib/memory_audit.h"
#include "tests/lib/records.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#include <d3dkmthk.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DRIVER_KEY                                                                                 \
    "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\Display"                      \
    "\\PCI\\VEN_D9F0&DEV_5047\\0"
#define RUNS 2000u
#define CLIENTS 2u
#define SURFACES 16u
#define SIDE_MAX 256u
#define PAGE 4096u
#define STEP 65536u
/* One surface is locked where it is, and two more of the largest size fit beside it, wherever that
 * is: with less a command may be impossible, and its device lost by rule. */
#define APERTURE_LEAST (4u * SIDE_MAX * SIDE_MAX * 4u)
#define VRAM_LEAST 21u /* steps: the least the driver starts with, and a hidden segment */

struct surface {
    struct opening *openings[CLIENTS]; /* [0]: the creator's; [1]: the other process's, or NULL */
    struct opened *opened[CLIENTS];
    uint32_t owner;  /* client that created it */
    uint32_t drawer; /* who drew on it last: contexts do not wait for each other */
    uint32_t kind;
    uint32_t side;
    uint32_t color; /* of every pixel */
    bool offered;
    const uint32_t *locked; /* the CPU has it, as no other; NULL: not */
};

struct storm {
    uint64_t seed;
    struct prng prng;
    struct adapter *adapter;
    uint32_t steps;
    bool windows_7; /* no preemption */
    bool holds;     /* a surface is locked */
    struct gpu_client clients[CLIENTS];
    struct surface surfaces[SURFACES];
    struct surface reader; /* where the GPU's own surfaces are copied to be looked at */
    struct memory_audit audit;
    struct vidmm_statistics statistics;
    uint64_t renames;
    uint64_t discards; /* offers that were taken */
    uint64_t resets;
    char why[200];
};

static struct storm *current;

static uint32_t below(struct storm *storm, uint32_t bound)
{
    return prng_below(&storm->prng, bound);
}

static void broken(struct storm *storm, const char *what, NTSTATUS status)
{
    if (storm->why[0] == '\0') {
        (void)snprintf(storm->why, sizeof(storm->why), "%s: 0x%x; the devices are in state %d, %d",
                       what, (unsigned)status, (int)dxgk_device_state(storm->clients[0].device),
                       (int)dxgk_device_state(storm->clients[1].device));
    }
}

static void expect(struct storm *storm, const char *what, NTSTATUS status)
{
    if (!NT_SUCCESS(status)) {
        broken(storm, what, status);
    }
}

static void become(const struct storm *storm, uint32_t client, struct process **outer)
{
    struct machine *machine = dxgk_adapter_machine(storm->adapter);

    *outer = process_current(machine);
    process_attach(machine, storm->clients[client].process);
}

static void be_again(const struct storm *storm, struct process *outer)
{
    process_attach(dxgk_adapter_machine(storm->adapter), outer);
}

/* Surfaces */

static void surface_open(struct storm *storm, struct surface *surface, uint32_t client)
{
    struct process *outer;
    uint32_t i = client != surface->owner;

    become(storm, client, &outer);
    expect(storm, "opening a surface",
           dxgk_resource_open(storm->clients[client].device, storm->clients[client].process,
                              surface->openings[0]->resource, &surface->openings[i]));
    be_again(storm, outer);
    surface->opened[i] = LIST_ENTRY_OF(surface->openings[i]->allocations.next, struct opened, link);
}

static void surface_create(struct storm *storm, struct surface *surface, uint32_t owner,
                           uint32_t kind, uint32_t side, bool shared)
{
    SG_UMD_RESOURCE_DATA resource = { .Magic = SG_UMD_MAGIC, .Version = SG_UMD_VERSION };
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = kind,
                                    .Width = side,
                                    .Height = side,
                                    .Pitch = side * 4,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    struct allocation_request allocation = { .private_data = &data, .private_bytes = sizeof(data) };
    const struct resource_request request = { .private_data = shared ? &resource : NULL,
                                              .private_bytes = shared ? sizeof(resource) : 0,
                                              .count = 1,
                                              .allocations = &allocation,
                                              .grouped = shared,
                                              .shared = shared };
    const struct gpu_client *client = &storm->clients[owner];
    struct process *outer;

    *surface = (struct surface){ .kind = kind, .side = side, .owner = owner, .drawer = owner };
    become(storm, owner, &outer);
    expect(storm, "creating a surface",
           dxgk_resource_create(client->device, client->process, &request, &surface->openings[0]));
    be_again(storm, outer);
    if (storm->why[0] == '\0') {
        surface->opened[0] =
            LIST_ENTRY_OF(surface->openings[0]->allocations.next, struct opened, link);
        if (shared) {
            surface_open(storm, surface, 1 - surface->owner);
        }
    }
}

static void surface_unlock(struct storm *storm, struct surface *surface)
{
    if (surface->locked != NULL) {
        storm->holds = false;
        dxgk_opened_unlock(surface->opened[0]);
        surface->locked = NULL;
    }
}

static void surface_destroy(struct storm *storm, struct surface *surface)
{
    surface_unlock(storm, surface);
    for (uint32_t i = CLIENTS; i-- > 0;) {
        if (surface->openings[i] != NULL) {
            dxgk_opening_destroy(surface->openings[i]);
            surface->openings[i] = NULL;
        }
    }
}

static void surface_anew(struct storm *storm, struct surface *surface)
{
    static const uint32_t kinds[] = { SG_SURFACE_PRIMARY, SG_SURFACE_TEXTURE, SG_SURFACE_TEXTURE,
                                      SG_SURFACE_STAGING };

    surface_create(storm, surface, below(storm, CLIENTS),
                   kinds[below(storm, DXGH_ARRAY_SIZE(kinds))],
                   below(storm, 2) == 0 ? SIDE_MAX : SIDE_MAX / 2, below(storm, 4) == 0);
}

static bool is_visible(const struct surface *surface)
{
    return surface->kind != SG_SURFACE_TEXTURE;
}

/* Drawing */

static void draw_by(struct storm *storm, struct surface *surface, uint32_t client)
{
    if (surface->drawer != client) {
        expect(storm, "the wait for the other process",
               gpu_client_wait(&storm->clients[surface->drawer]));
        surface->drawer = client;
    }
}

/* What was offered is needed again, or lost. */
static void reclaim(struct storm *storm, struct surface *surface)
{
    if (surface->offered && !dxgk_opened_reclaim(surface->opened[0])) {
        surface->color = 0;
        storm->discards++;
    }
    surface->offered = false;
}

/* By any process that has it open. */
static void fill(struct storm *storm, struct surface *surface, uint32_t color)
{
    uint32_t i = surface->opened[1] != NULL ? below(storm, 2) : 0;
    uint32_t client = i == 0 ? surface->owner : 1 - surface->owner;
    const struct render_reference references[2] = {
        { 0 }, dxgk_opened_reference(surface->opened[i], true)
    };
    const DXGK_RENDERKM_COMMAND command = records_fill(1, surface->side, color);
    const struct records_request request = { .commands = &command,
                                             .command_count = 1,
                                             .count = below(storm, 8) == 0 ? 60 : 1,
                                             .references = references,
                                             .reference_count = 2 };

    draw_by(storm, surface, client);
    expect(storm, "a fill", records_render(&storm->clients[client], &request));
    surface->color = color;
}

/* Everything of one process in one command buffer, which may have to be split. */
static void fill_all(struct storm *storm, uint32_t client, uint32_t color)
{
    struct render_reference references[1 + SURFACES] = { { 0 } };
    DXGK_RENDERKM_COMMAND commands[SURFACES] = { 0 };
    uint32_t count = 0;

    for (uint32_t i = 0; i < SURFACES; i++) {
        struct surface *surface = &storm->surfaces[i];

        if (surface->owner != client || surface->locked != NULL) {
            continue;
        }
        reclaim(storm, surface);
        draw_by(storm, surface, client);
        commands[count] = records_fill(count + 1, surface->side, color);
        references[++count] = dxgk_opened_reference(surface->opened[0], true);
        surface->color = color;
    }
    if (count > 0) {
        const struct records_request request = { .commands = commands,
                                                 .command_count = count,
                                                 .count = count,
                                                 .references = references,
                                                 .reference_count = count + 1 };

        expect(storm, "filling all", records_render(&storm->clients[client], &request));
    }
}

/* Both of the same process, to one that is not larger. */
static void copy(struct storm *storm, struct surface *to, struct surface *from)
{
    const struct render_reference references[3] = { { 0 },
                                                    dxgk_opened_reference(from->opened[0], false),
                                                    dxgk_opened_reference(to->opened[0], true) };
    const DXGK_RENDERKM_COMMAND command =
        records_copy((struct records_surface){ 1, from->side * 4 },
                     (struct records_surface){ 2, to->side * 4 }, to->side);
    const struct records_request request = { .commands = &command,
                                             .command_count = 1,
                                             .count = 1,
                                             .references = references,
                                             .reference_count = 3 };

    draw_by(storm, from, from->owner);
    draw_by(storm, to, from->owner);
    expect(storm, "a copy", records_render(&storm->clients[from->owner], &request));
    to->color = from->color;
}

/* The CPU */

static uint32_t *lock(struct storm *storm, const struct surface *surface,
                      const struct lock_request *request)
{
    void *pointer = NULL;
    NTSTATUS status = dxgk_opened_lock_with(surface->opened[0], request, &pointer);

    expect(storm, "a lock", status);
    return NT_SUCCESS(status) ? pointer : NULL;
}

static void compare(struct storm *storm, const struct surface *surface, const uint32_t *pixels,
                    uint32_t pitch, const char *when)
{
    for (uint32_t y = 0; y < surface->side && storm->why[0] == '\0'; y++) {
        for (uint32_t x = 0; x < surface->side; x++) {
            if (pixels[(size_t)y * pitch + x] != surface->color) {
                (void)snprintf(storm->why, sizeof(storm->why),
                               "%s: pixel %u,%u of surface %u (kind %u) is 0x%x, expected 0x%x",
                               when, x, y, (unsigned)(surface - storm->surfaces), surface->kind,
                               pixels[(size_t)y * pitch + x], surface->color);
                return;
            }
        }
    }
}

/* What the CPU never sees is copied by the GPU first. */
static void look(struct storm *storm, struct surface *surface, const char *when)
{
    static const struct lock_request patient = { .wait = true };
    const uint32_t *pixels;

    if (surface->locked != NULL) {
        compare(storm, surface, surface->locked, surface->side, when);
        return;
    }
    if (is_visible(surface)) {
        pixels = lock(storm, surface, &patient);
        if (pixels != NULL) {
            compare(storm, surface, pixels, surface->side, when);
            dxgk_opened_unlock(surface->opened[0]);
        }
        return;
    }
    surface_create(storm, &storm->reader, surface->owner, SG_SURFACE_STAGING, surface->side, false);
    if (storm->why[0] == '\0') {
        copy(storm, &storm->reader, surface);
        pixels = lock(storm, &storm->reader, &patient);
        if (pixels != NULL) {
            compare(storm, surface, pixels, surface->side, when);
            dxgk_opened_unlock(storm->reader.opened[0]);
        }
    }
    surface_destroy(storm, &storm->reader);
}

/* Steps */

static void write(struct storm *storm, struct surface *surface, uint32_t color)
{
    const struct lock_request request = { .wait = true,
                                          .discard = below(storm, 2) == 0,
                                          .linear = surface->kind == SG_SURFACE_PRIMARY &&
                                                    below(storm, 4) == 0 };
    uint32_t *pixels = lock(storm, surface, &request);

    for (uint32_t i = 0; i < surface->side * surface->side && pixels != NULL; i++) {
        pixels[i] = color;
    }
    if (pixels == NULL) {
        return;
    }
    surface->color = color;
    storm->renames = DXGH_MAX(storm->renames, surface->opened[0]->allocation->instance_count);
    if (!request.linear && !storm->holds && below(storm, 3) == 0) {
        surface->locked = pixels; /* for some time to come */
        storm->holds = true;
    } else {
        dxgk_opened_unlock(surface->opened[0]);
    }
}

static void offer(struct storm *storm, struct surface *surface)
{
    static const uint32_t priorities[] = { D3DKMT_OFFER_PRIORITY_LOW, D3DKMT_OFFER_PRIORITY_NORMAL,
                                           D3DKMT_OFFER_PRIORITY_HIGH, D3DKMT_OFFER_PRIORITY_AUTO };

    expect(storm, "an offer", dxgk_opened_offer(surface->opened[0], priorities[below(storm, 4)]));
    surface->offered = true;
}

static void prioritise(struct storm *storm, const struct surface *surface)
{
    static const uint32_t priorities[] = { D3DDDI_ALLOCATIONPRIORITY_MINIMUM,
                                           D3DDDI_ALLOCATIONPRIORITY_LOW,
                                           D3DDDI_ALLOCATIONPRIORITY_NORMAL,
                                           D3DDDI_ALLOCATIONPRIORITY_HIGH,
                                           D3DDDI_ALLOCATIONPRIORITY_MAXIMUM };

    dxgk_opened_set_priority(surface->opened[0],
                             priorities[below(storm, DXGH_ARRAY_SIZE(priorities))]);
}

static void evict(struct storm *storm, const struct surface *surface)
{
    expect(storm, "the wait before an eviction", gpu_client_wait(&storm->clients[surface->drawer]));
    expect(storm, "an eviction", dxgk_opened_evict(surface->opened[0]));
}

static void copy_to(struct storm *storm, struct surface *surface)
{
    struct surface *from = &storm->surfaces[below(storm, SURFACES)];

    if (from != surface && from->owner == surface->owner && from->side >= surface->side &&
        from->locked == NULL) {
        reclaim(storm, from);
        copy(storm, surface, from);
    }
}

static void open_all(struct storm *storm)
{
    static const char *const names[CLIENTS] = { "one", "other" };

    for (uint32_t i = 0; i < CLIENTS; i++) {
        expect(storm, "opening a client",
               gpu_client_open(&storm->clients[i], storm->adapter, names[i], 600 + 4 * i, 0,
                               (int)below(storm, 3)));
        if (storm->why[0] != '\0') {
            return;
        }
    }
    for (uint32_t i = 0; i < SURFACES && storm->why[0] == '\0'; i++) {
        surface_anew(storm, &storm->surfaces[i]);
    }
}

static void close_all(struct storm *storm)
{
    for (uint32_t i = 0; i < SURFACES; i++) {
        surface_destroy(storm, &storm->surfaces[i]);
    }
    for (uint32_t i = 0; i < CLIENTS; i++) {
        gpu_client_close(&storm->clients[i]);
    }
}

/* The adapter, whatever it is doing; all devices are lost with it. */
static void reset(struct storm *storm)
{
    (void)sched_force_timeout(storm->adapter->sched, 0, true);
    if (dxgk_device_state(storm->clients[0].device) == DEVICE_OK) {
        broken(storm, "a device survived the reset", 0);
    }
    storm->resets++;
    close_all(storm);
    open_all(storm);
}

static void step(struct storm *storm)
{
    struct surface *surface = &storm->surfaces[below(storm, SURFACES)];
    uint32_t color = 0xFF000000u | below(storm, 1u << 24);
    uint32_t deed = below(storm, 24);

    if (surface->locked != NULL) {
        look(storm, surface, "while it is locked");
        surface_unlock(storm, surface);
        return;
    }
    if (deed < 20) {
        reclaim(storm, surface);
    }
    if (deed < 7) {
        fill(storm, surface, color);
    } else if (deed < 8) {
        fill_all(storm, surface->owner, color);
    } else if (deed < 12) {
        copy_to(storm, surface);
    } else if (deed < 15 && is_visible(surface)) {
        write(storm, surface, color);
    } else if (deed < 18) {
        look(storm, surface, "in between");
    } else if (deed == 18) {
        surface_destroy(storm, surface);
        surface_anew(storm, surface);
    } else if (deed == 19) {
        evict(storm, surface);
    } else if (deed < 22) {
        offer(storm, surface);
    } else if (deed == 22) {
        prioritise(storm, surface);
    } else if (below(storm, 16) == 0) {
        reset(storm);
    }
}

static void body(struct adapter *adapter, void *argument)
{
    struct storm *storm = argument;

    storm->adapter = adapter;
    memory_audit_attach(&storm->audit, adapter);
    open_all(storm);
    for (uint32_t i = 0; i < storm->steps && storm->why[0] == '\0'; i++) {
        step(storm);
    }
    for (uint32_t i = 0; i < SURFACES && storm->why[0] == '\0'; i++) {
        reclaim(storm, &storm->surfaces[i]);
        look(storm, &storm->surfaces[i], "at the end");
    }
    close_all(storm);
    (void)memory_audit_detach(&storm->audit);
    storm->statistics = adapter->vidmm->statistics;
}

static void set_up(struct machine *machine)
{
    nt_registry_set_dword(machine, DRIVER_KEY, "LocalTextures", below(current, 2));
    nt_registry_set_dword(machine, DRIVER_KEY, "ApertureSize",
                          APERTURE_LEAST + below(current, 64) * PAGE);
    nt_registry_set_dword(machine, DRIVER_KEY, "HiddenSize", below(current, 2) * 16 * PAGE);
    nt_registry_set_dword(machine, DRIVER_KEY, "PagingBufferSize",
                          below(current, 2) == 0 ? PAGE : STEP);
    nt_registry_set_dword(machine, DRIVER_KEY, "DmaBufferSize",
                          below(current, 2) == 0 ? PAGE : STEP);
    nt_registry_set_dword(machine, DRIVER_KEY, "SaveAreas", below(current, 2));
    nt_registry_set_dword(machine, DRIVER_KEY, "EvictThroughAperture", below(current, 2));
}

/* Returns: whether it went as it should. */
static bool perform(struct storm *storm, uint64_t seed)
{
    char options[64];
    struct stack_config config = {
        .driver = DXGH_TEST_DRIVER,
        .device_options = options,
        .before = set_up,
        .machine = { .decision = seed % 4 == 0 ? DECISION_FIXED : DECISION_RANDOM,
                     .seed = seed,
                     .ram_bytes = 64u << 20 },
    };
    struct stack stack;
    uint32_t vram_bytes;
    bool good;

    *storm = (struct storm){ .seed = seed };
    prng_init(&storm->prng, seed);
    current = storm;
    vram_bytes = (VRAM_LEAST + below(storm, 12)) * STEP;
    storm->steps = 20 + below(storm, 100);
    storm->windows_7 = seed % 4 == 1;
    (void)snprintf(options, sizeof(options), "vram=%u%s", vram_bytes,
                   storm->windows_7 ? ",preempt=none" : "");
    stack_run(&stack, &config, body, storm);
    good = stack.outcome == STACK_RAN && verify_breach_count(stack.session.machine) == 0 &&
           storm->why[0] == '\0' && storm->audit.why[0] == '\0' &&
           !(storm->windows_7 && storm->audit.interleaved > 0);
    if (!good) {
        stack_print_breaches(&stack);
        (void)printf("seed %llu, vram %u: %s; %s\n", (unsigned long long)seed, vram_bytes,
                     storm->why, storm->audit.why);
    }
    stack_close(&stack);
    return good;
}

static uint64_t first_seed = 1;
static uint32_t run_count = RUNS;

static void what_is_read_is_what_was_drawn_whatever_happens(void **state)
{
    static struct storm storm;
    uint64_t evictions = 0;
    uint64_t parts = 0;
    uint64_t interleaved = 0;
    uint64_t waits = 0;
    uint64_t discards = 0;
    uint64_t renames = 0;
    uint64_t resets = 0;

    (void)state;
    for (uint32_t i = 0; i < run_count; i++) {
        if (!perform(&storm, first_seed + i)) {
            fail_msg("seed %llu", (unsigned long long)(first_seed + i));
        }
        evictions += storm.statistics.evictions;
        parts += storm.audit.parts;
        interleaved += storm.audit.interleaved;
        waits += storm.statistics.waits;
        discards += storm.discards;
        renames += storm.renames;
        resets += storm.resets;
    }
    (void)printf(
        "%u runs: %llu evictions, %llu parts, %llu behind another context, %llu waits, %llu offers "
        "taken, %llu renamed, %llu resets\n",
        run_count, (unsigned long long)evictions, (unsigned long long)parts,
        (unsigned long long)interleaved, (unsigned long long)waits, (unsigned long long)discards,
        (unsigned long long)renames, (unsigned long long)resets);
    if (run_count == RUNS) { /* it was tight enough, and everything came about */
        assert_true(evictions > 20 * RUNS);
        assert_true(parts > RUNS / 10);
        assert_true(interleaved > 0);
        assert_true(waits > 0);
        assert_true(discards > RUNS / 4);
        assert_true(renames > RUNS / 20);
        assert_true(resets > RUNS / 20);
    }
}

int main(int count, char **words)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_read_is_what_was_drawn_whatever_happens),
    };

    if (count > 1) {
        first_seed = strtoull(words[1], NULL, 0);
        run_count = count > 2 ? (uint32_t)strtoul(words[2], NULL, 0) : 1;
    }
    return cmocka_run_group_tests_name("scenario/memory_storm", tests, NULL, NULL);
}
