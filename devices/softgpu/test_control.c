/* SPDX-License-Identifier: MIT */
/* Deliberate misbehaviour: section 14 of the manual, and its side for the host program. */
#include "softgpu.h"

#include <string.h>

/* No step is longer than this, whatever the slow factor: a century or so. */
#define STEP_NS_MAX (1ull << 61)

static struct softgpu_node_test *test_of(struct softgpu_engine *engine)
{
    return &engine->device->test.nodes[engine->node];
}

/* Returns: false when the list is full. */
static bool hang_time_add(struct softgpu_node_test *test, uint64_t time_ns)
{
    uint32_t i = test->hang_time_count;

    if (i == SOFTGPU_TEST_HANG_TIMES_MAX) {
        return false;
    }
    for (; i > 0 && test->hang_times_ns[i - 1] > time_ns; i--) {
        test->hang_times_ns[i] = test->hang_times_ns[i - 1];
    }
    test->hang_times_ns[i] = time_ns;
    test->hang_time_count++;
    return true;
}

static bool hang_time_is_due(struct softgpu_engine *engine)
{
    const struct dxghost_bus *bus = engine->device->bus;
    struct softgpu_node_test *test = test_of(engine);

    if (test->hang_time_count == 0 || test->hang_times_ns[0] > bus->time_ns(bus->context)) {
        return false;
    }
    test->hang_time_count--;
    memmove(&test->hang_times_ns[0], &test->hang_times_ns[1],
            test->hang_time_count * sizeof(test->hang_times_ns[0]));
    return true;
}

bool softgpu_test_hangs(struct softgpu_engine *engine)
{
    struct softgpu_node_test *test = test_of(engine);

    /* A time that has come is used up even when the node was told to hang anyway. */
    if (!hang_time_is_due(engine) && !test->hang) {
        return false;
    }
    test->hang = false;
    softgpu_device_log(engine->device, "softgpu: test: node %u hangs, fence %u, packet 0x%llx",
                       engine->node, engine->entry.fence,
                       (unsigned long long)engine->packet_address);
    return true;
}

void softgpu_test_packet_done(struct softgpu_engine *engine)
{
    struct softgpu_node_test *test = test_of(engine);

    if (test->hang_packets != 0 && --test->hang_packets == 0) {
        test->hang = true;
    }
}

uint64_t softgpu_test_step_ns(const struct softgpu_engine *engine, uint64_t step_ns)
{
    uint64_t factor = engine->device->test.nodes[engine->node].slow;

    if (factor <= 1) {
        return step_ns;
    }
    return step_ns < STEP_NS_MAX / factor ? step_ns * factor : STEP_NS_MAX;
}

uint32_t softgpu_test_fence(struct softgpu_engine *engine, uint32_t fence)
{
    struct softgpu_node_test *test = test_of(engine);
    uint32_t wrong = fence + (uint32_t)test->wrong_fence;

    if (test->wrong_fence != 0) {
        softgpu_device_log(engine->device, "softgpu: test: node %u shows fence %u for fence %u",
                           engine->node, wrong, fence);
        test->wrong_fence = 0;
    }
    return wrong;
}

bool softgpu_test_ignores_preempt(struct softgpu_engine *engine)
{
    struct softgpu_node_test *test = test_of(engine);

    if (test->ignore_preempt == 0) {
        return false;
    }
    test->ignore_preempt--;
    softgpu_device_log(engine->device, "softgpu: test: node %u ignores a preemption request",
                       engine->node);
    return true;
}

bool softgpu_test_ignores_reset(struct dxghost_device *device, const struct softgpu_engine *engine)
{
    bool ignores = engine != NULL ? device->test.nodes[engine->node].ignore_reset
                                  : device->test.ignore_board_reset;

    if (ignores && engine != NULL) {
        softgpu_device_log(device, "softgpu: test: node %u ignores a reset", engine->node);
    } else if (ignores) {
        softgpu_device_log(device, "softgpu: test: the board ignores a reset");
    }
    return ignores;
}

/* Whether this interrupt is one of those to lose. */
static bool interrupt_is_lost(struct softgpu_engine *engine, uint32_t bit)
{
    struct softgpu_node_test *test = test_of(engine);
    bool fence = bit == SOFTGPU_INT_FENCE(engine->node);
    uint32_t *count = fence ? &test->lose_fence : &test->lose_preempted;

    if (*count == 0) {
        return false;
    }
    (*count)--;
    softgpu_device_log(engine->device, "softgpu: test: node %u loses a %s interrupt", engine->node,
                       fence ? "FENCE" : "PREEMPTED");
    return true;
}

void softgpu_test_interrupt(struct softgpu_engine *engine, uint32_t bit)
{
    const struct dxghost_bus *bus = engine->device->bus;
    uint32_t delay_ns = test_of(engine)->interrupt_delay_ns;

    if (interrupt_is_lost(engine, bit)) {
        return;
    }
    if (delay_ns == 0 && engine->late_interrupts == 0) {
        softgpu_interrupt_raise(engine->device, bit);
        return;
    }
    if (engine->late_interrupts == 0) {
        softgpu_device_log(engine->device, "softgpu: test: node %u interrupts %u ns late",
                           engine->node, delay_ns);
        bus->timer_set(bus->context, &engine->interrupt_timer,
                       bus->time_ns(bus->context) + delay_ns);
    }
    engine->late_interrupts |= bit;
}

void softgpu_test_interrupt_late(struct dxghost_timer *timer)
{
    struct softgpu_engine *engine =
        (struct softgpu_engine *)((char *)timer - offsetof(struct softgpu_engine, interrupt_timer));
    uint32_t bits = engine->late_interrupts;

    engine->late_interrupts = 0;
    softgpu_interrupt_raise(engine->device, bits);
}

static void spurious(struct dxghost_device *device, uint32_t bits)
{
    softgpu_device_log(device, "softgpu: test: spurious interrupt 0x%x", bits & SOFTGPU_INT_ALL);
    softgpu_interrupt_raise(device, bits & SOFTGPU_INT_ALL);
}

static void pulse(struct dxghost_device *device)
{
    softgpu_device_log(device, "softgpu: test: an interrupt of nobody's");
    softgpu_interrupt_pulse(device);
}

static void ignore_reset_set(struct dxghost_device *device, uint32_t mask)
{
    device->test.ignore_board_reset = (mask & SOFTGPU_TEST_IGNORE_RESET_BOARD) != 0;
    for (uint32_t node = 0; node < SOFTGPU_NODE_COUNT; node++) {
        device->test.nodes[node].ignore_reset = (mask & (1u << node)) != 0;
    }
}

static uint32_t ignore_reset_get(const struct dxghost_device *device)
{
    uint32_t mask = device->test.ignore_board_reset ? SOFTGPU_TEST_IGNORE_RESET_BOARD : 0;

    for (uint32_t node = 0; node < SOFTGPU_NODE_COUNT; node++) {
        mask |= device->test.nodes[node].ignore_reset ? 1u << node : 0;
    }
    return mask;
}

uint32_t softgpu_test_register_read(const struct dxghost_device *device, uint32_t offset)
{
    switch (offset) {
    case SOFTGPU_REG_TEST_UNLOCK:
        return device->test_unlocked ? 1 : 0;
    case SOFTGPU_REG_TEST_IGNORE_RESET:
        return ignore_reset_get(device);
    default:
        return 0;
    }
}

void softgpu_test_register_write(struct dxghost_device *device, uint32_t offset, uint32_t value)
{
    if (offset == SOFTGPU_REG_TEST_UNLOCK) {
        device->test_unlocked = value == SOFTGPU_TEST_KEY;
        return;
    }
    if (!device->test_unlocked) {
        return;
    }
    switch (offset) {
    case SOFTGPU_REG_TEST_SPURIOUS:
        spurious(device, value);
        break;
    case SOFTGPU_REG_TEST_PULSE:
        pulse(device);
        break;
    case SOFTGPU_REG_TEST_IGNORE_RESET:
        ignore_reset_set(device, value);
        break;
    default:
        break;
    }
}

uint32_t softgpu_test_node_read(const struct softgpu_engine *engine, uint32_t offset)
{
    const struct softgpu_node_test *test = &engine->device->test.nodes[engine->node];
    uint64_t hang_time_ns = test->hang_time_count != 0 ? test->hang_times_ns[0] : 0;

    switch (offset) {
    case SOFTGPU_NODE_TEST_CONTROL:
        return (test->hang ? SOFTGPU_TEST_CONTROL_HANG : 0) |
               (engine->hung ? SOFTGPU_TEST_CONTROL_HUNG : 0);
    case SOFTGPU_NODE_TEST_HANG_PACKETS:
        return test->hang_packets;
    case SOFTGPU_NODE_TEST_HANG_TIME_LO:
        return (uint32_t)hang_time_ns;
    case SOFTGPU_NODE_TEST_HANG_TIME_HI:
        return (uint32_t)(hang_time_ns >> 32);
    case SOFTGPU_NODE_TEST_SLOW:
        return test->slow;
    case SOFTGPU_NODE_TEST_RETIRE_DELAY:
        return test->retire_delay_ns;
    case SOFTGPU_NODE_TEST_INTERRUPT_DELAY:
        return test->interrupt_delay_ns;
    case SOFTGPU_NODE_TEST_LOSE_FENCE:
        return test->lose_fence;
    case SOFTGPU_NODE_TEST_LOSE_PREEMPTED:
        return test->lose_preempted;
    case SOFTGPU_NODE_TEST_WRONG_FENCE:
        return (uint32_t)test->wrong_fence;
    case SOFTGPU_NODE_TEST_IGNORE_PREEMPT:
        return test->ignore_preempt;
    default:
        return 0;
    }
}

/* One time instead of all; a half written to the pair keeps the other half. */
static void hang_time_write(struct softgpu_node_test *test, uint32_t offset, uint32_t half)
{
    uint64_t time_ns = test->hang_time_count != 0 ? test->hang_times_ns[0] : 0;
    uint32_t shift = offset == SOFTGPU_NODE_TEST_HANG_TIME_LO ? 0 : 32;

    time_ns = (time_ns & ~(0xFFFFFFFFull << shift)) | ((uint64_t)half << shift);
    test->hang_times_ns[0] = time_ns;
    test->hang_time_count = time_ns != 0 ? 1 : 0;
}

void softgpu_test_node_write(struct softgpu_engine *engine, uint32_t offset, uint32_t value)
{
    struct softgpu_node_test *test = test_of(engine);

    if (!engine->device->test_unlocked) {
        return;
    }
    switch (offset) {
    case SOFTGPU_NODE_TEST_CONTROL:
        test->hang = (value & SOFTGPU_TEST_CONTROL_HANG) != 0;
        break;
    case SOFTGPU_NODE_TEST_HANG_PACKETS:
        test->hang_packets = value;
        break;
    case SOFTGPU_NODE_TEST_HANG_TIME_LO:
    case SOFTGPU_NODE_TEST_HANG_TIME_HI:
        hang_time_write(test, offset, value);
        break;
    case SOFTGPU_NODE_TEST_SLOW:
        test->slow = value < SOFTGPU_TEST_SLOW_MAX ? value : SOFTGPU_TEST_SLOW_MAX;
        break;
    case SOFTGPU_NODE_TEST_RETIRE_DELAY:
        test->retire_delay_ns = value;
        break;
    case SOFTGPU_NODE_TEST_INTERRUPT_DELAY:
        test->interrupt_delay_ns = value;
        break;
    case SOFTGPU_NODE_TEST_LOSE_FENCE:
        test->lose_fence = value;
        break;
    case SOFTGPU_NODE_TEST_LOSE_PREEMPTED:
        test->lose_preempted = value;
        break;
    case SOFTGPU_NODE_TEST_WRONG_FENCE:
        test->wrong_fence = (int32_t)value;
        break;
    case SOFTGPU_NODE_TEST_IGNORE_PREEMPT:
        test->ignore_preempt = value;
        break;
    default:
        break;
    }
}

/* The controls that are a 32-bit number of one node; NULL for the others. */
static uint32_t *number_of(struct softgpu_node_test *test, enum softgpu_control control)
{
    switch (control) {
    case SOFTGPU_CONTROL_HANG_PACKETS:
        return &test->hang_packets;
    case SOFTGPU_CONTROL_SLOW:
        return &test->slow;
    case SOFTGPU_CONTROL_RETIRE_DELAY:
        return &test->retire_delay_ns;
    case SOFTGPU_CONTROL_INTERRUPT_DELAY:
        return &test->interrupt_delay_ns;
    case SOFTGPU_CONTROL_LOSE_FENCE:
        return &test->lose_fence;
    case SOFTGPU_CONTROL_LOSE_PREEMPTED:
        return &test->lose_preempted;
    case SOFTGPU_CONTROL_IGNORE_PREEMPT:
        return &test->ignore_preempt;
    default:
        return NULL;
    }
}

static bool flag_set(bool *flag, int64_t value)
{
    if (value != 0 && value != 1) {
        return false;
    }
    *flag = value == 1;
    return true;
}

bool softgpu_test_set(struct softgpu_node_test *test, enum softgpu_control control, int64_t value)
{
    uint32_t *number = number_of(test, control);
    int64_t limit = control == SOFTGPU_CONTROL_SLOW ? (int64_t)SOFTGPU_TEST_SLOW_MAX : UINT32_MAX;

    if (number != NULL) {
        if (value < 0 || value > limit) {
            return false;
        }
        *number = (uint32_t)value;
        return true;
    }
    switch (control) {
    case SOFTGPU_CONTROL_HANG:
        return flag_set(&test->hang, value);
    case SOFTGPU_CONTROL_HANG_TIME:
        return value >= 0 && hang_time_add(test, (uint64_t)value);
    case SOFTGPU_CONTROL_WRONG_FENCE:
        if (value < INT32_MIN || value > INT32_MAX) {
            return false;
        }
        test->wrong_fence = (int32_t)value;
        return true;
    case SOFTGPU_CONTROL_IGNORE_RESET:
        return flag_set(&test->ignore_reset, value);
    default:
        return false;
    }
}

/* The controls that are not a node's. */
static bool board_control(struct dxghost_device *device, enum softgpu_control control,
                          int64_t value)
{
    switch (control) {
    case SOFTGPU_CONTROL_IGNORE_RESET:
        return flag_set(&device->test.ignore_board_reset, value);
    case SOFTGPU_CONTROL_SPURIOUS:
        if (value <= 0 || value > UINT32_MAX) {
            return false;
        }
        spurious(device, (uint32_t)value);
        return true;
    case SOFTGPU_CONTROL_PULSE:
        pulse(device);
        return true;
    default:
        return false;
    }
}

bool softgpu_test_control(struct dxghost_device *device, enum softgpu_control control,
                          uint32_t node, int64_t value)
{
    if (node == SOFTGPU_CONTROL_BOARD) {
        return board_control(device, control, value);
    }
    return node < SOFTGPU_NODE_COUNT && softgpu_test_set(&device->test.nodes[node], control, value);
}

bool softgpu_node_state_get(const struct dxghost_device *device, uint32_t node,
                            struct softgpu_node_state *state)
{
    if (node >= SOFTGPU_NODE_COUNT) {
        return false;
    }

    const struct softgpu_engine *engine = &device->engines[node];
    bool busy = softgpu_engine_is_busy(engine);
    *state = (struct softgpu_node_state){
        .busy = busy,
        .hung = engine->hung,
        .faulted = engine->state == SOFTGPU_ENGINE_FAULTED,
        .preempting = (engine->preemption.status & SOFTGPU_PREEMPT_STATUS_PENDING) != 0,
        .running_fence = busy ? engine->entry.fence : 0,
        .retired_fence = engine->retired_fence,
        .entries = engine->entries,
        .packets = engine->packets,
        .hangs_to_come = device->test.nodes[node].hang_time_count,
    };
    return true;
}
