/* SPDX-License-Identifier: MIT */
/* Who runs when: classes and priorities, quantum, starvation, many contexts. */
#include "tests/unit/sched_mock.h"

#include <stdlib.h>

#define MANY 100000u

static struct sched_context contexts[8];
static struct mock_packet packets[256];

static void begin(uint32_t depth)
{
    struct sched_config config = { .hardware_depth = depth, .timeout = timeout_config_default() };

    mock_set_up(NULL, 1, &config, &mock_engine_ops);
}

static void end(uint32_t count)
{
    sched_wait_idle(gpu.sched);
    for (uint32_t i = 0; i < count; i++) {
        sched_context_fini(&contexts[i]);
    }
    mock_tear_down();
}

/* A higher class goes first; within a class the context's own priority decides. */
static void class_then_priority_decide(void **state)
{
    static const struct {
        enum sched_class class;
        int priority;
        uint32_t place;
    } wanted[] = {
        { SCHED_CLASS_IDLE, 7, 4 },     { SCHED_CLASS_NORMAL, 0, 3 },
        { SCHED_CLASS_NORMAL, 1, 2 },   { SCHED_CLASS_REALTIME, -7, 1 },
        { SCHED_CLASS_REALTIME, 7, 0 }, { SCHED_CLASS_IDLE, -7, 5 },
    };

    (void)state;
    begin(1);
    for (uint32_t i = 0; i < DXGH_ARRAY_SIZE(wanted); i++) {
        sched_context_init(gpu.sched, &contexts[i], 0, wanted[i].class, wanted[i].priority);
        mock_queue(&packets[i], &contexts[i], DXGH_NS_PER_US);
    }
    sched_wait_idle(gpu.sched);
    for (uint32_t i = 0; i < DXGH_ARRAY_SIZE(wanted); i++) {
        assert_int_equal(packets[i].order, wanted[i].place);
    }
    end(DXGH_ARRAY_SIZE(wanted));
}

/* Equals take turns by quantum: none is ever further ahead than that. */
static void equals_share_by_quantum(void **state)
{
    (void)state;
    begin(1);
    for (uint32_t i = 0; i < 2; i++) {
        mock_context(&contexts[i], 0, 0);
    }
    for (uint32_t i = 0; i < 200; i++) {
        mock_queue(&packets[i], &contexts[i / 100], DXGH_NS_PER_MS);
    }
    while (!sched_is_idle(gpu.sched)) {
        uint64_t a_ns = contexts[0].gpu_time_ns;
        uint64_t b_ns = contexts[1].gpu_time_ns;

        if (contexts[0].ready && contexts[1].ready) {
            assert_in_range(a_ns > b_ns ? a_ns - b_ns : b_ns - a_ns, 0,
                            SCHED_QUANTUM_NS + 2 * DXGH_NS_PER_MS);
        }
        mock_sleep(DXGH_NS_PER_MS);
    }
    end(2);
}

/* A context that waited too long gets one quantum at the top, and only one at a time. */
static void starved_context_gets_its_quantum(void **state)
{
    uint64_t last;

    (void)state;
    begin(1);
    mock_context(&contexts[0], 0, 5);
    mock_context(&contexts[1], 0, -5);
    for (uint32_t i = 0; i < 128; i++) {
        mock_queue(&packets[i], &contexts[1], 2 * DXGH_NS_PER_MS);
    }
    for (uint32_t i = 128; i < 256; i++) {
        mock_queue(&packets[i], &contexts[0], 10 * DXGH_NS_PER_MS);
    }
    mock_sleep(SCHED_STARVATION_NS + SCHED_STARVATION_NS / 2);
    assert_in_range(contexts[1].gpu_time_ns, 2 * DXGH_NS_PER_MS,
                    SCHED_QUANTUM_NS + 4 * DXGH_NS_PER_MS);
    last = contexts[1].gpu_time_ns;
    mock_sleep(SCHED_STARVATION_NS + SCHED_STARVATION_NS / 2);
    assert_in_range(contexts[1].gpu_time_ns - last, 2 * DXGH_NS_PER_MS,
                    2 * (SCHED_QUANTUM_NS + 4 * DXGH_NS_PER_MS));
    end(2);
}

/* A context whose priority changes while it waits moves at once. */
static void changed_priority_counts_at_once(void **state)
{
    (void)state;
    begin(1);
    for (uint32_t i = 0; i < 3; i++) {
        mock_context(&contexts[i], 0, 0);
        mock_queue(&packets[i], &contexts[i], DXGH_NS_PER_US);
    }
    sched_context_priority(&contexts[2], SCHED_CLASS_HIGH, 0);
    sched_wait_idle(gpu.sched);
    assert_int_equal(packets[2].order, 0);
    end(3);
}

/* Waiting for a count of one's own packets; other contexts do not matter. */
static void context_waits_for_its_own_packets(void **state)
{
    (void)state;
    begin(0);
    mock_context(&contexts[0], 0, 0);
    mock_context(&contexts[1], 0, -7);
    for (uint32_t i = 0; i < 10; i++) {
        mock_queue(&packets[i], &contexts[0], DXGH_NS_PER_MS);
        mock_queue(&packets[10 + i], &contexts[1], DXGH_NS_PER_MS);
    }
    sched_context_wait(&contexts[0], 3);
    assert_int_equal(packets[2].retires, 1);
    assert_int_equal(packets[3].retires, 0);
    assert_int_equal(contexts[0].last_completed_fence, packets[2].packet.fence);
    sched_context_wait(&contexts[0], 10);
    assert_int_equal(contexts[0].completed_count, 10);
    end(2);
}

/* A hundred thousand contexts, each with a packet: every one runs, once. */
static void hundred_thousand_contexts_all_run(void **state)
{
    struct sched_context *many = calloc(MANY, sizeof(*many));
    struct mock_packet *work = calloc(MANY, sizeof(*work));

    (void)state;
    assert_true(many != NULL && work != NULL);
    begin(0);
    for (uint32_t i = 0; i < MANY; i++) {
        sched_context_init(gpu.sched, &many[i], 0, SCHED_CLASS_NORMAL, (int)(i % 15) - 7);
        mock_queue(&work[i], &many[i], 100);
    }
    sched_wait_idle(gpu.sched);
    for (uint32_t i = 0; i < MANY; i++) {
        assert_int_equal(work[i].executions, 1);
        assert_int_equal(work[i].retires, 1);
        sched_context_fini(&many[i]);
    }
    end(0);
    free(work);
    free(many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(class_then_priority_decide),
        cmocka_unit_test(equals_share_by_quantum),
        cmocka_unit_test(starved_context_gets_its_quantum),
        cmocka_unit_test(changed_priority_counts_at_once),
        cmocka_unit_test(context_waits_for_its_own_packets),
        cmocka_unit_test(hundred_thousand_contexts_all_run),
    };
    return cmocka_run_group_tests_name("sched/priority", tests, NULL, NULL);
}
