/* SPDX-License-Identifier: MIT */
/*
 * Random use of the scheduler, held against a small model of its queues and fences.
 *
 * The model only sees what goes to the hardware and what comes back: submissions, requests, ends of
 * execution, retirements. It knows nothing of contexts, levels or recovery.
 *
 * To see a failure again: SCHED_MODEL_SEED=<seed> runs that seed alone.
 */
#include "base/prng.h"
#include "tests/unit/sched_mock.h"

#include <stdlib.h>

#define NODES 3u
#define CONTEXTS 12u
#define PACKETS 96u
#define PAGERS 2u
#define SEEDS 40u
#define STEPS_PER_SEED 25000u

struct slot {
    struct mock_packet mock;
    bool used;
    /* the model's view */
    bool in_hardware;
    bool given_back;         /* preempted paging: has to come back under its fence */
    uint32_t adapter_resets; /* there had been when it was queued */
    uint32_t fence;
};

struct pager {
    struct slot slot;
    struct wait_queue start;
    bool go;
    bool quit;
    uint32_t runs;
    bool gone;
};

struct model_node {
    uint32_t newest; /* fence ever seen */
    uint32_t in_hardware;
    uint32_t completed;
};

static struct prng prng;
static struct slot slots[PACKETS];
static struct pager pagers[PAGERS];
static struct sched_context contexts[CONTEXTS];
static struct model_node model[NODES];
static bool lost[CONTEXTS];          /* by a reset */
static uint64_t last_done[CONTEXTS]; /* packet.id + 1 of the last that ran to its end */
static uint64_t seed;
/* What all seeds together have seen: a model that is never put to the test proves nothing. */
static uint64_t preempts;
static uint64_t engine_resets;
static uint64_t adapter_resets;
static uint64_t executions;

static struct slot *slot_of(struct mock_packet *mock)
{
    return DXGH_CONTAINER_OF(mock, struct slot, mock);
}

static uint32_t index_of(const struct sched_context *context)
{
    return (uint32_t)(context - contexts);
}

/* Long enough to be found overdue, or not to answer beside an engine that is reset. */
static bool may_be_reset(const struct slot *slot)
{
    return slot->mock.hangs || slot->mock.duration_ns >= SCHED_DEPENDENT_NS;
}

/* A device is lost for what its engine was at, or with all others. */
static void on_lose(struct sched_context *context, bool guilty)
{
    bool cause = !guilty;

    for (uint32_t i = 0; i < PACKETS; i++) {
        cause |= slots[i].mock.packet.context == context && may_be_reset(&slots[i]);
    }
    assert_true(cause);
    lost[index_of(context)] = true;
}

/* Nothing is dropped or aborted but for a reason the model knows. */
static void check_end(const struct slot *slot)
{
    const struct packet *packet = &slot->mock.packet;
    bool reset = packet->context != NULL ? lost[index_of(packet->context)]
                                         : gpu.adapter_resets > slot->adapter_resets;

    switch (slot->mock.result) {
    case PACKET_DROPPED:
        assert_true(slot->mock.refuse || reset);
        assert_false(slot->in_hardware);
        break;
    case PACKET_ABORTED:
        assert_true(reset || may_be_reset(slot));
        break;
    default:
        break;
    }
}

/* A preemption or a reset took it back before its end. */
static void on_forgotten(struct mock_packet *mock)
{
    struct slot *slot = slot_of(mock);

    assert_true(slot->in_hardware);
    slot->in_hardware = false;
    slot->given_back = mock->packet.kind == PACKET_PAGING;
    model[mock->packet.node].in_hardware--;
}

static bool paging_is_owed(uint32_t node, uint32_t before)
{
    for (uint32_t i = 0; i < PAGERS; i++) {
        const struct slot *slot = &pagers[i].slot;

        if (slot->given_back && slot->mock.packet.node == node &&
            fence_precedes(slot->fence, before)) {
            return true;
        }
    }
    return false;
}

static void on_submit(struct mock_packet *mock)
{
    struct slot *slot = slot_of(mock);
    struct model_node *node = &model[mock->packet.node];
    uint32_t fence = mock->packet.fence;

    assert_false(slot->in_hardware);
    assert_int_equal(mock->retires, 0);
    assert_int_equal(mock->executions, 0);
    if (slot->given_back) {
        assert_int_equal(fence, slot->fence);
    } else {
        assert_true(fence_precedes(node->newest, fence));
        node->newest = fence;
    }
    assert_false(paging_is_owed(mock->packet.node, fence));
    slot->given_back = false;
    slot->in_hardware = true;
    slot->fence = fence;
    node->in_hardware++;
    assert_in_range(node->in_hardware, 1, SCHED_HARDWARE_DEPTH);
}

static void on_preempt(uint32_t ordinal, uint32_t fence)
{
    assert_true(fence_precedes(model[ordinal].newest, fence));
    model[ordinal].newest = fence;
}

static void on_complete(struct mock_packet *mock)
{
    assert_true(slot_of(mock)->in_hardware);
    assert_int_equal(mock->executions, 1); /* never twice to the end */
    if (mock->packet.context != NULL) {    /* and in the order of its context */
        uint64_t *last = &last_done[index_of(mock->packet.context)];

        assert_true(mock->packet.id >= *last);
        *last = mock->packet.id + 1;
    }
    executions++;
}

static void on_retire(struct mock_packet *mock)
{
    struct slot *slot = slot_of(mock);
    struct model_node *node = &model[mock->packet.node];
    const struct sched_node *real = &gpu.sched->nodes[mock->packet.node];

    assert_int_equal(mock->retires, 1);
    assert_true(mock->result != PACKET_COMPLETED || mock->executions == 1 ||
                real->state == NODE_RESETTING);
    check_end(slot);
    if (slot->in_hardware) {
        slot->in_hardware = false;
        node->in_hardware--;
    }
    slot->given_back = false;
    if (mock->result == PACKET_COMPLETED && fence_precedes(node->completed, slot->fence)) {
        node->completed = slot->fence;
    }
    slot->used = false;
}

/* Fences of every node stay in order: completed, reported, submitted, handed out. */
static void check_fences(void)
{
    for (uint32_t i = 0; i < NODES; i++) {
        const struct sched_node *node = &gpu.sched->nodes[i];

        assert_false(fence_precedes(node->last_reported, node->last_completed));
        assert_false(fence_precedes(node->last_fence, node->last_submitted));
        assert_false(fence_precedes(node->last_completed, model[i].completed));
        assert_false(fence_precedes(node->last_fence, node->last_reported));
        assert_true(list_is_empty(&node->submitted) ||
                    !fence_precedes(node->last_submitted, node->last_reported));
        assert_true(list_is_empty(&node->submitted) ||
                    !fence_precedes(node->last_submitted, node->last_completed));
        assert_in_range(node->submitted_count, 0, SCHED_HARDWARE_DEPTH);
    }
}

static void pager_main(void *argument)
{
    struct pager *pager = argument;

    for (;;) {
        WAIT_UNTIL(gpu.machine, &pager->start, pager->go || pager->quit);
        if (pager->quit) {
            break;
        }
        (void)sched_packet_run_now(gpu.sched, &pager->slot.mock.packet);
        pager->go = false;
        pager->runs++;
    }
    pager->gone = true;
    schedule_exit(gpu.machine);
}

static void fill(struct slot *slot, struct sched_context *context, uint32_t node)
{
    *slot = (struct slot){ .used = true, .adapter_resets = gpu.adapter_resets };
    mock_packet(&slot->mock, context, 1 + prng_below(&prng, 40000));
    slot->mock.packet.node = node;
    if (prng_below(&prng, 800) == 0) {
        slot->mock.hangs = true;
    } else if (prng_below(&prng, 3000) == 0) {
        slot->mock.duration_ns = 3 * DXGH_NS_PER_S;
    }
    slot->mock.refuse = prng_below(&prng, 300) == 0;
}

static void start_pager(void)
{
    struct pager *pager = &pagers[prng_below(&prng, PAGERS)];

    if (pager->go) {
        return;
    }
    fill(&pager->slot, NULL, prng_below(&prng, NODES));
    pager->slot.mock.packet.kind = PACKET_PAGING;
    pager->go = true;
    wait_queue_wake(gpu.machine, &pager->start);
}

static void init_context(struct sched_context *context)
{
    sched_context_init(gpu.sched, context, prng_below(&prng, NODES),
                       (enum sched_class)prng_below(&prng, SCHED_CLASS_COUNT),
                       (int)prng_below(&prng, 15) - 7);
    context->owner = context;
    lost[index_of(context)] = false;
    last_done[index_of(context)] = 0;
}

static void queue_one(void)
{
    struct sched_context *context = &contexts[prng_below(&prng, CONTEXTS)];

    if (context->lost) {
        if (context->queued_count == context->completed_count) {
            sched_context_fini(context); /* its owner makes another device */
            init_context(context);
        }
        return;
    }
    for (uint32_t i = 0; i < PACKETS; i++) {
        if (!slots[i].used) {
            fill(&slots[i], context, context->node);
            sched_packet_queue(gpu.sched, &slots[i].mock.packet);
            return;
        }
    }
}

static void go_wrong(void)
{
    struct mock_node *node = &gpu.nodes[prng_below(&prng, NODES)];

    switch (prng_below(&prng, 5)) {
    case 0:
        node->lose_next_interrupt = true;
        break;
    case 1:
        gpu.fail_engine_reset = !gpu.fail_engine_reset;
        break;
    case 2:
        gpu.granularity = (enum mock_granularity)prng_below(&prng, 2);
        break;
    case 3:
        gpu.dpc_delay_ns = prng_below(&prng, 3) * 700;
        break;
    default:
        gpu.dependents[0] = gpu.dependents[0] == 0 ? 3 : 0;
        break;
    }
}

static void step(void)
{
    uint32_t choice = prng_below(&prng, 100);

    if (choice < 60) {
        queue_one();
    } else if (choice < 85) {
        mock_sleep(1 + prng_below(&prng, 30000));
    } else if (choice < 91) {
        start_pager();
    } else if (choice < 96) {
        struct sched_context *context = &contexts[prng_below(&prng, CONTEXTS)];

        sched_context_priority(context, (enum sched_class)prng_below(&prng, SCHED_CLASS_COUNT),
                               (int)prng_below(&prng, 15) - 7);
    } else if (choice < 97) {
        sched_wait_idle(gpu.sched); /* a wake-up that was lost shows here */
    } else if (choice < 98) {
        struct sched_context *context = &contexts[prng_below(&prng, CONTEXTS)];

        sched_context_wait(context, context->queued_count);
    } else if (prng_below(&prng, 20) == 0) {
        go_wrong();
    } else {
        machine_point(gpu.machine);
    }
    check_fences();
}

static void begin(void)
{
    struct machine_config machine = { .processors = 1 + (uint32_t)(seed % 3),
                                      .decision = DECISION_RANDOM,
                                      .seed = seed };
    struct sched_config config = { .preemption = seed % 4 != 0,
                                   .hardware_depth = seed % 5 == 0 ? 2 : 0,
                                   .timeout = timeout_config_default() };

    config.timeout.debug = TIMEOUT_DEBUG_ALWAYS;
    prng_init(&prng, seed);
    memset(slots, 0, sizeof(slots));
    memset(pagers, 0, sizeof(pagers));
    memset(model, 0, sizeof(model));
    mock_set_up(&machine, NODES, &config, &mock_engine_ops);
    gpu.points = true;
    gpu.dpc_delay_ns = seed % 3 * 700;
    gpu.granularity = seed % 2 == 0 ? MOCK_MID_BUFFER : MOCK_BUFFER_BOUNDARY;
    gpu.on_submit = on_submit;
    gpu.on_preempt = on_preempt;
    gpu.on_complete = on_complete;
    gpu.on_forgotten = on_forgotten;
    gpu.on_retire = on_retire;
    gpu.on_lose = on_lose;
    for (uint32_t i = 0; i < NODES && seed % 2 == 0; i++) {
        struct sched_node *node = &gpu.sched->nodes[i]; /* through the wrap-around */

        node->last_fence = UINT32_MAX - 500;
        node->last_submitted = node->last_reported = node->last_completed = node->last_fence;
        gpu.nodes[i].submitted = gpu.nodes[i].completed = gpu.nodes[i].told = node->last_fence;
        model[i].newest = model[i].completed = node->last_fence;
    }
    for (uint32_t i = 0; i < CONTEXTS; i++) {
        init_context(&contexts[i]);
    }
    for (uint32_t i = 0; i < PAGERS; i++) {
        wait_queue_init(&pagers[i].start);
        schedule_ready(gpu.machine, fiber_create(gpu.machine, pager_main, &pagers[i], "pager"));
    }
}

static void end(void)
{
    sched_wait_idle(gpu.sched);
    for (uint32_t i = 0; i < PACKETS; i++) {
        assert_false(slots[i].used); /* no packet is lost */
    }
    for (uint32_t i = 0; i < PAGERS; i++) {
        pagers[i].quit = true;
        wait_queue_wake(gpu.machine, &pagers[i].start);
        while (!pagers[i].gone) {
            mock_sleep(1000);
        }
    }
    for (uint32_t i = 0; i < CONTEXTS; i++) {
        sched_context_fini(&contexts[i]);
    }
    for (uint32_t i = 0; i < NODES; i++) {
        preempts += gpu.nodes[i].preempts;
        engine_resets += gpu.nodes[i].resets;
    }
    adapter_resets += gpu.adapter_resets;
    mock_tear_down();
}

static void run_seed(void)
{
    begin();
    for (uint32_t i = 0; i < STEPS_PER_SEED; i++) {
        step();
    }
    end();
}

/* A million steps: nothing is lost, nothing runs twice, fences stay in order, every wait ends. */
static void random_use_agrees_with_the_model(void **state)
{
    const char *only = getenv("SCHED_MODEL_SEED");

    (void)state;
    for (uint64_t i = 1; i <= (only != NULL ? 1 : SEEDS); i++) {
        seed = only != NULL ? strtoull(only, NULL, 0) : i;
        if (only == NULL) {
            print_message("seed %llu\n", (unsigned long long)seed);
        }
        run_seed();
    }
    print_message("%llu executions, %llu preemptions, %llu engine and %llu adapter resets\n",
                  (unsigned long long)executions, (unsigned long long)preempts,
                  (unsigned long long)engine_resets, (unsigned long long)adapter_resets);
    if (only == NULL) {
        assert_true(executions > STEPS_PER_SEED * SEEDS / 4);
        assert_true(preempts > 1000);
        assert_true(engine_resets > 100);
        assert_true(adapter_resets > 100);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_use_agrees_with_the_model),
    };
    return cmocka_run_group_tests_name("sched/model", tests, NULL, NULL);
}
