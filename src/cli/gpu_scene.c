/* SPDX-License-Identifier: MIT */
#include "cli/gpu_scene.h"

#include "cli/display_scene.h"
#include "cli/gpu_client.h"
#include "cli/memory_scene.h"
#include "devices/softgpu/softgpu_device.h"
#include "dxgk/adapter_private.h"
#include "dxgk/allocation_private.h"
#include "machine/schedule.h"
#include "nt/registry.h"
#include "verify/names.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define NODE_3D 0u
/* The software key of a softgpu board's driver. */
#define DRIVER_KEY                                                                                 \
    "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\Display"                      \
    "\\PCI\\VEN_D9F0&DEV_5047\\0"
#define FLOOD 24u /* command buffers of a flood */
#define FILLS 32u /* commands of a long command buffer */
#define FIRST_PROCESS 400u

static bool control(struct gpu_scene_run *run, enum softgpu_control which, uint32_t node,
                    int64_t value)
{
    if (!softgpu_test_control(run->board->device, which, node, value)) {
        (void)snprintf(run->error, sizeof(run->error), "the board refuses test control %d",
                       (int)which);
        return false;
    }
    return true;
}

static bool expect_status(struct gpu_scene_run *run, const char *what, NTSTATUS seen,
                          NTSTATUS wanted)
{
    if (seen == wanted || run->error[0] != '\0') {
        return run->error[0] == '\0';
    }
    (void)snprintf(run->error, sizeof(run->error), "%s: %s was expected, %s came", what,
                   verify_status_name(wanted), verify_status_name(seen));
    return false;
}

static bool open_client(struct gpu_scene_run *run, struct gpu_client *client, const char *name,
                        uint32_t number, int priority)
{
    return expect_status(
        run, "opening a client",
        gpu_client_open(client, run->adapter, name, FIRST_PROCESS + 4 * number, NODE_3D, priority),
        STATUS_SUCCESS);
}

static void warm_up(struct gpu_scene_run *run, struct gpu_client *client)
{
    (void)expect_status(run, "the first fill", gpu_client_fill(client, 1), STATUS_SUCCESS);
    (void)expect_status(run, "the first wait", gpu_client_wait(client), STATUS_SUCCESS);
}

static void flood(struct gpu_scene_run *run, struct gpu_client *client)
{
    for (uint32_t i = 0; i < FLOOD && run->error[0] == '\0'; i++) {
        (void)expect_status(run, "flooding", gpu_client_fill(client, FILLS), STATUS_SUCCESS);
    }
}

/* Until the hardware has as much of the flood as it takes. */
static void wait_for_hardware(struct gpu_scene_run *run)
{
    const struct sched *sched = run->adapter->sched;
    struct machine *machine = sched->machine;
    uint64_t deadline_ns = machine->clock.now_ns + DXGH_NS_PER_MS;

    while (sched->nodes[NODE_3D].submitted_count < sched->config.hardware_depth &&
           machine->clock.now_ns < deadline_ns) {
        schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_US);
    }
}

/* Returns: how long urgent work took from its queuing while the hardware had a flood to do, ns. */
static uint64_t pass_flood(struct gpu_scene_run *run, struct gpu_client *low,
                           struct gpu_client *high)
{
    struct machine *machine = dxgk_adapter_machine(run->adapter);
    uint64_t asked_ns;

    warm_up(run, low);
    warm_up(run, high);
    flood(run, low);
    wait_for_hardware(run);
    asked_ns = machine->clock.now_ns;
    (void)expect_status(run, "the urgent fill", gpu_client_fill(high, 1), STATUS_SUCCESS);
    (void)expect_status(run, "the urgent wait", gpu_client_wait(high), STATUS_SUCCESS);
    return machine->clock.now_ns - asked_ns;
}

/* A low-priority context floods the engine; a high-priority one gets in. */
static void scene_preempt(struct gpu_scene_run *run)
{
    struct sched_node *node = &run->adapter->sched->nodes[NODE_3D];
    struct gpu_client low;
    struct gpu_client high;
    uint64_t took_ns;
    uint32_t behind;

    if (!open_client(run, &low, "background", 0, -6)) {
        return;
    }
    if (open_client(run, &high, "urgent", 1, 6)) {
        took_ns = pass_flood(run, &low, &high);
        behind = low.context->outstanding;
        (void)snprintf(run->note, sizeof(run->note),
                       "urgent work was done %" PRIu64
                       " us after it was queued, ahead of %u command "
                       "buffers; %" PRIu64 " preemption%s, the longest took %" PRIu64 " us",
                       took_ns / 1000, behind, node->preemption_count,
                       node->preemption_count == 1 ? "" : "s", node->preemption_longest_ns / 1000);
        if (run->adapter->caps.SchedulingCaps.PreemptionAware && node->preemption_count == 0 &&
            run->error[0] == '\0') {
            (void)snprintf(run->error, sizeof(run->error), "nothing was preempted");
        }
        (void)expect_status(run, "the flood", gpu_client_wait(&low), STATUS_SUCCESS);
        gpu_client_close(&high);
    }
    gpu_client_close(&low);
}

/* The completion of the running buffer falls on every point around the request. */
static void scene_preempt_race(struct gpu_scene_run *run)
{
    struct machine *machine = dxgk_adapter_machine(run->adapter);
    struct sched_node *node = &run->adapter->sched->nodes[NODE_3D];
    struct gpu_client low;
    struct gpu_client high;
    uint64_t buffer_ns;
    uint32_t rounds = 0;

    if (!open_client(run, &low, "background", 0, -6)) {
        return;
    }
    if (open_client(run, &high, "urgent", 1, 6)) {
        warm_up(run, &high);
        warm_up(run, &low);
        buffer_ns = machine->clock.now_ns;
        warm_up(run, &low);
        buffer_ns = machine->clock.now_ns - buffer_ns;
        for (uint64_t at_ns = 0; at_ns < 2 * buffer_ns && run->error[0] == '\0';
             at_ns += SCHEDULE_POINT_NS) {
            (void)expect_status(run, "the long fill", gpu_client_fill(&low, 1), STATUS_SUCCESS);
            schedule_sleep_until(machine, machine->clock.now_ns + at_ns);
            (void)expect_status(run, "the urgent fill", gpu_client_fill(&high, 1), STATUS_SUCCESS);
            (void)expect_status(run, "the urgent wait", gpu_client_wait(&high), STATUS_SUCCESS);
            (void)expect_status(run, "the long wait", gpu_client_wait(&low), STATUS_SUCCESS);
            rounds++;
        }
        (void)snprintf(run->note, sizeof(run->note),
                       "%u moments around a completion, %" PRIu64 " preemptions answered", rounds,
                       node->preemption_count);
        gpu_client_close(&high);
    }
    gpu_client_close(&low);
}

/* One client hangs its engine. @whole: the engine cannot be reset alone. */
static void hang_once(struct gpu_scene_run *run, bool whole)
{
    struct gpu_client guilty;
    struct gpu_client innocent;

    if (!open_client(run, &guilty, "guilty", 0, 0)) {
        return;
    }
    if (open_client(run, &innocent, "innocent", 1, 0)) {
        warm_up(run, &innocent);
        warm_up(run, &guilty);
        if (whole) {
            (void)control(run, SOFTGPU_CONTROL_IGNORE_RESET, NODE_3D, 1);
        }
        (void)control(run, SOFTGPU_CONTROL_HANG, NODE_3D, 1);
        (void)expect_status(run, "the fill that hangs", gpu_client_fill(&guilty, FILLS),
                            STATUS_SUCCESS);
        (void)expect_status(run, "the fill behind it", gpu_client_fill(&innocent, 1),
                            STATUS_SUCCESS);
        (void)expect_status(run, "the guilty wait", gpu_client_wait(&guilty),
                            STATUS_DEVICE_REMOVED);
        (void)expect_status(run, "the innocent wait", gpu_client_wait(&innocent),
                            whole ? STATUS_DEVICE_REMOVED : STATUS_SUCCESS);
        (void)control(run, SOFTGPU_CONTROL_IGNORE_RESET, NODE_3D, 0);
        (void)expect_status(run, "re-creation", gpu_client_reopen(&guilty, NODE_3D, 0),
                            STATUS_SUCCESS);
        if (run->error[0] == '\0') {
            warm_up(run, &guilty);
        }
        gpu_client_close(&innocent);
    }
    gpu_client_close(&guilty);
}

static void scene_tdr_engine(struct gpu_scene_run *run)
{
    hang_once(run, false);
    (void)snprintf(run->note, sizeof(run->note),
                   "the guilty device was lost, the other one finished its work");
}

static void scene_tdr_adapter(struct gpu_scene_run *run)
{
    hang_once(run, true);
    (void)snprintf(run->note, sizeof(run->note),
                   "the adapter was reset, every device was lost and could be made again");
}

/* The sixth adapter timeout within a minute ends in bug check 0x116. */
static void scene_tdr_limit(struct gpu_scene_run *run)
{
    for (uint32_t i = 0; i < 16 && run->error[0] == '\0'; i++) {
        hang_once(run, true);
    }
    if (run->error[0] == '\0') {
        (void)snprintf(run->error, sizeof(run->error),
                       "16 adapter timeouts in a row did not stop the system");
    }
}

/* The completion interrupt never comes; the fence is found by asking. */
static void scene_lost_interrupt(struct gpu_scene_run *run)
{
    struct machine *machine = dxgk_adapter_machine(run->adapter);
    struct gpu_client client;
    uint64_t start_ns;

    if (!open_client(run, &client, "client", 0, 0)) {
        return;
    }
    warm_up(run, &client);
    (void)control(run, SOFTGPU_CONTROL_LOSE_FENCE, NODE_3D, 1);
    start_ns = machine->clock.now_ns;
    (void)expect_status(run, "the fill", gpu_client_fill(&client, 1), STATUS_SUCCESS);
    (void)expect_status(run, "the wait", gpu_client_wait(&client), STATUS_SUCCESS);
    (void)snprintf(run->note, sizeof(run->note),
                   "found by DxgkDdiQueryCurrentFence after %" PRIu64 " ms; nothing was reset",
                   (machine->clock.now_ns - start_ns) / DXGH_NS_PER_MS);
    gpu_client_close(&client);
}

/* DxgkDdiPreemptCommand fails: the reference driver has a setting for it, others may fail by
 * themselves. */
static void prepare_preempt_error(struct machine *machine)
{
    nt_registry_set_dword(machine, DRIVER_KEY, "FailPreempt", 1);
}

static void scene_preempt_error(struct gpu_scene_run *run)
{
    struct gpu_client low;
    struct gpu_client high;

    if (!open_client(run, &low, "background", 0, -6)) {
        return;
    }
    if (open_client(run, &high, "urgent", 1, 6)) {
        (void)pass_flood(run, &low, &high);
        (void)snprintf(run->error, sizeof(run->error),
                       "DxgkDdiPreemptCommand was not called, or did not fail");
        gpu_client_close(&high);
    }
    gpu_client_close(&low);
}

const struct gpu_scene gpu_scenes[] = {
    { "start", "start the adapter and stop it: for drivers whose commands only their clients know",
      GPU_SCENE_NEEDS_NOTHING, NULL, NULL },
    { "preempt", "scheduling: a flood of background work, and something urgent",
      GPU_SCENE_NEEDS_ENGINE, scene_preempt, NULL },
    { "preempt-race", "scheduling: a completion at every point around a preemption request",
      GPU_SCENE_NEEDS_ENGINE, scene_preempt_race, NULL },
    { "preempt-error", "scheduling: DxgkDdiPreemptCommand fails: bug check 0x119",
      GPU_SCENE_NEEDS_SOFTGPU, scene_preempt_error, prepare_preempt_error },
    { "lost-interrupt", "timeouts: a completion whose interrupt never comes",
      GPU_SCENE_NEEDS_SOFTGPU, scene_lost_interrupt, NULL },
    { "tdr-engine", "timeouts: one engine hangs and is reset, the rest goes on",
      GPU_SCENE_NEEDS_SOFTGPU, scene_tdr_engine, NULL },
    { "tdr-adapter", "timeouts: the whole adapter is reset, devices are made again",
      GPU_SCENE_NEEDS_SOFTGPU, scene_tdr_adapter, NULL },
    { "tdr-limit", "timeouts: the sixth within a minute: bug check 0x116", GPU_SCENE_NEEDS_SOFTGPU,
      scene_tdr_limit, NULL },
    { "hot-plug", "display: the monitor is pulled out, and another one is plugged in",
      GPU_SCENE_NEEDS_SCREEN, display_scene_hot_plug, NULL },
    { "pointer", "display: a pointer that the driver shows, moved over a desktop and its edges",
      GPU_SCENE_NEEDS_SCREEN, display_scene_pointer, NULL },
    { "power", "display: the adapter sleeps and wakes with a desktop on the screen",
      GPU_SCENE_NEEDS_SCREEN, display_scene_power, NULL },
    { "oom", "memory: a device that finds none, and the others", GPU_SCENE_NEEDS_SOFTGPU,
      memory_scene_oom, NULL },
    { "overlap", "memory: paging on one engine while another draws", GPU_SCENE_NEEDS_ENGINE,
      memory_scene_overlap, NULL },
};
const size_t gpu_scene_count = DXGH_ARRAY_SIZE(gpu_scenes);

const struct gpu_scene *gpu_scene_find(const char *name)
{
    for (size_t i = 0; i < gpu_scene_count; i++) {
        if (strcmp(gpu_scenes[i].name, name) == 0) {
            return &gpu_scenes[i];
        }
    }
    return NULL;
}

bool gpu_scene_hang(struct device_host *board, uint32_t node, uint64_t time_ns)
{
    return board->ops == softgpu_device_entry() && time_ns <= INT64_MAX &&
           softgpu_test_control(board->device, SOFTGPU_CONTROL_HANG_TIME, node, (int64_t)time_ns);
}

uint32_t gpu_scene_hangs_to_come(const struct device_host *board, uint32_t node)
{
    struct softgpu_node_state state;

    return board->ops == softgpu_device_entry() &&
                   softgpu_node_state_get(board->device, node, &state)
               ? state.hangs_to_come
               : 0;
}
