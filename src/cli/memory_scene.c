/* SPDX-License-Identifier: MIT */
/* Scenes about video memory that show no picture. */
#include "cli/memory_scene.h"

#include "cli/gpu_client.h"
#include "dxgk/adapter_private.h"
#include "dxgk/allocation_private.h"
#include "object/process.h"
#include "verify/names.h"

#include <inttypes.h>
#include <stdio.h>

#define FIRST_PROCESS 500u
#define HOARD_MAX 512u
#define HOARD_LARGE 512u /* pixels of a side */
#define HOARD_SMALL 64u
#define PAINTERS 4u
#define ROUNDS 12u
#define FILLS 8u

static bool expect(struct gpu_scene_run *run, const char *what, NTSTATUS seen, NTSTATUS wanted)
{
    if (seen != wanted && run->error[0] == '\0') {
        (void)snprintf(run->error, sizeof(run->error), "%s: %s was expected, %s came", what,
                       verify_status_name(wanted), verify_status_name(seen));
    }
    return run->error[0] == '\0';
}

/* Surfaces that the CPU holds where they are: memory nobody can take. */
struct hoard {
    struct device *device;
    struct allocation *surfaces[HOARD_MAX];
    uint32_t locked;
};

/* One for memory segments, which is where primaries are, and one for apertures. */
static const struct surface_request hoarded[] = {
    { .type = D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE,
      .format = D3DDDIFMT_X8R8G8B8,
      .refresh_rate = { 60, 1 } },
    { .type = D3DKMDT_STANDARDALLOCATION_GDISURFACE,
      .gdi_type = D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE,
      .format = D3DDDIFMT_X8R8G8B8 },
};

/* As many of one size as can be. Returns: why the last was refused. */
static NTSTATUS hoard_fill(struct hoard *hoard, struct surface_request request, uint32_t side)
{
    NTSTATUS status = STATUS_SUCCESS;

    request.width = side;
    request.height = side;
    while (NT_SUCCESS(status) && hoard->locked < HOARD_MAX) {
        struct allocation **surface = &hoard->surfaces[hoard->locked];
        void *pointer;

        status = dxgk_surface_create(hoard->device, &request, surface);
        if (!NT_SUCCESS(status)) {
            return status;
        }
        status = dxgk_allocation_lock(*surface, &pointer);
        if (NT_SUCCESS(status)) {
            hoard->locked++;
        } else {
            dxgk_allocation_destroy(*surface);
        }
    }
    return status;
}

static void hoard_empty(struct hoard *hoard)
{
    for (; hoard->locked > 0; hoard->locked--) {
        dxgk_allocation_unlock(hoard->surfaces[hoard->locked - 1]);
        dxgk_allocation_destroy(hoard->surfaces[hoard->locked - 1]);
    }
}

/* With all of video memory in the CPU's hands one client's command finds no place. Its device is
 * out of memory; the others, and the client with a new device, go on. */
void memory_scene_oom(struct gpu_scene_run *run)
{
    struct hoard hoard = { 0 };
    struct gpu_client victim;
    uint32_t locked;

    if (!expect(run, "opening a client",
                gpu_client_open(&victim, run->adapter, "victim", FIRST_PROCESS, 0, 0),
                STATUS_SUCCESS)) {
        return;
    }
    if (expect(run, "a device for the hoard",
               dxgk_device_create(run->adapter, NULL, false, &hoard.device), STATUS_SUCCESS)) {
        for (size_t i = 0; i < DXGH_ARRAY_SIZE(hoarded); i++) {
            (void)expect(run, "the last large lock", hoard_fill(&hoard, hoarded[i], HOARD_LARGE),
                         STATUS_GRAPHICS_NO_VIDEO_MEMORY);
            (void)expect(run, "the last small lock", hoard_fill(&hoard, hoarded[i], HOARD_SMALL),
                         STATUS_GRAPHICS_NO_VIDEO_MEMORY);
        }
        locked = hoard.locked;
        (void)expect(run, "the fill without memory", gpu_client_fill(&victim, 1), STATUS_SUCCESS);
        (void)expect(run, "its wait", gpu_client_wait(&victim), STATUS_DEVICE_REMOVED);
        if (dxgk_device_state(victim.device) != DEVICE_ERROR_OUT_OF_MEMORY &&
            run->error[0] == '\0') {
            (void)snprintf(run->error, sizeof(run->error),
                           "the device is in state %d, not out of memory",
                           (int)dxgk_device_state(victim.device));
        }
        hoard_empty(&hoard);
        (void)expect(run, "a new device", gpu_client_reopen(&victim, 0, 0), STATUS_SUCCESS);
        (void)expect(run, "a fill with memory", gpu_client_fill(&victim, 1), STATUS_SUCCESS);
        (void)expect(run, "its wait", gpu_client_wait(&victim), STATUS_SUCCESS);
        (void)snprintf(run->note, sizeof(run->note),
                       "%u locked surfaces filled video memory; the device that found none went to "
                       "its out-of-memory state, and its successor drew",
                       locked);
        dxgk_device_destroy(hoard.device);
    }
    gpu_client_close(&victim);
}

static uint64_t paging_ns(const struct adapter *adapter)
{
    const struct sched *sched = adapter->sched;
    uint32_t node = adapter->caps.SchedulingCaps.MultiEngineAware
                        ? adapter->caps.MemoryManagementCaps.PagingNode
                        : 0;

    return sched->nodes[node].idle_context.gpu_time_ns;
}

/* Each client draws on its own surface, which was paged out before: the copy engine brings the
 * next one in while the drawing on the last goes on. */
void memory_scene_overlap(struct gpu_scene_run *run)
{
    struct machine *machine = dxgk_adapter_machine(run->adapter);
    struct gpu_client clients[PAINTERS];
    uint64_t paging = paging_ns(run->adapter);
    uint64_t start_ns = machine->clock.now_ns;
    uint64_t drawing = 0;
    uint32_t count = 0;

    while (count < PAINTERS && expect(run, "opening a client",
                                      gpu_client_open(&clients[count], run->adapter, "painter",
                                                      FIRST_PROCESS + 4 * count, 0, 0),
                                      STATUS_SUCCESS)) {
        count++;
    }
    for (uint32_t round = 0; round < ROUNDS && run->error[0] == '\0'; round++) {
        for (uint32_t i = 0; i < count; i++) {
            struct gpu_client *client = &clients[i];

            (void)expect(run, "the wait before", gpu_client_wait(client), STATUS_SUCCESS);
            (void)expect(run, "the eviction", vidmm_allocation_evict(&client->surface->placement),
                         STATUS_SUCCESS);
            (void)expect(run, "the fill", gpu_client_fill(client, FILLS), STATUS_SUCCESS);
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        (void)expect(run, "the last wait", gpu_client_wait(&clients[i]), STATUS_SUCCESS);
        drawing += clients[i].context->schedule.gpu_time_ns;
    }
    paging = paging_ns(run->adapter) - paging;
    run->makespan_ns = machine->clock.now_ns - start_ns;
    run->busy_ns = drawing + paging;
    (void)snprintf(run->note, sizeof(run->note),
                   "%" PRIu64 " us of drawing and %" PRIu64 " us of paging took %" PRIu64 " us",
                   drawing / 1000, paging / 1000, run->makespan_ns / 1000);
    if (run->makespan_ns >= run->busy_ns && run->error[0] == '\0') {
        (void)snprintf(run->error, sizeof(run->error),
                       "paging did not overlap drawing: %" PRIu64 " us for %" PRIu64 " us of work",
                       run->makespan_ns / 1000, run->busy_ns / 1000);
    }
    while (count > 0) {
        gpu_client_close(&clients[--count]);
    }
}
