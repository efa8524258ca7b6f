/* SPDX-License-Identifier: MIT */
/*
 * A node: a state machine that takes one step per timer callback.
 *
 *   IDLE --doorbell--> FETCH --entry--> RUN (once per packet) --last--> RETIRE --> IDLE or FETCH
 *                         \--------------- fault ---------------/--> FAULTED
 *   IDLE, FETCH, RUN, RETIRE --request--> PREEMPT --> IDLE or FETCH
 *
 * The effect of a step happens at its end, at one instant of virtual time. Between two steps the
 * node holds no host pointer, so it can be reset there. While a preemption is pending the node is
 * never idle: it is on its way to the boundary or saving its context.
 */
#include "command.h"

#include <string.h>

#define FETCH_NS 400u
#define PACKET_NS 20u
#define RETIRE_NS 100u
#define PREEMPT_NS 200u

static void step_begin(struct softgpu_engine *engine, enum softgpu_engine_state state,
                       uint64_t step_ns)
{
    const struct dxghost_bus *bus = engine->device->bus;

    engine->state = state;
    engine->step_ns = softgpu_test_step_ns(engine, step_ns);
    if (state == SOFTGPU_ENGINE_RUN && softgpu_test_hangs(engine)) {
        engine->hung = true; /* no timer: only a reset leads on from here */
        return;
    }
    bus->timer_set(bus->context, &engine->timer, bus->time_ns(bus->context) + engine->step_ns);
}

static void engine_fault(struct softgpu_engine *engine, struct softgpu_fault fault)
{
    engine->state = SOFTGPU_ENGINE_FAULTED;
    engine->fault = fault;
    engine->fault_fence = engine->entry.fence;
    engine->fault_packet = engine->packet_address;
    softgpu_device_log(engine->device,
                       "softgpu: node %u fault %u at 0x%llx, packet 0x%llx, fence %u%s",
                       engine->node, fault.code, (unsigned long long)fault.address,
                       (unsigned long long)engine->packet_address, engine->entry.fence,
                       (engine->entry.flags & SOFTGPU_ENTRY_PAGING) != 0 ? ", paging" : "");
    softgpu_interrupt_raise(engine->device, SOFTGPU_INT_FAULT(engine->node));
}

static void engine_fault_code(struct softgpu_engine *engine, uint32_t code, uint64_t address)
{
    engine_fault(engine, (struct softgpu_fault){ .code = code, .address = address });
}

static void entry_forget(struct softgpu_engine *engine)
{
    memset(&engine->entry, 0, sizeof(engine->entry));
    engine->packet_address = 0;
    engine->remaining_bytes = 0;
}

void softgpu_engine_kick(struct softgpu_engine *engine)
{
    if (!engine->enabled || engine->state != SOFTGPU_ENGINE_IDLE || engine->head == engine->tail) {
        return;
    }
    entry_forget(engine);
    step_begin(engine, SOFTGPU_ENGINE_FETCH, FETCH_NS);
}

static bool preempt_is_pending(const struct softgpu_engine *engine)
{
    return (engine->preemption.status & SOFTGPU_PREEMPT_STATUS_PENDING) != 0;
}

void softgpu_engine_preempt(struct softgpu_engine *engine, uint32_t request)
{
    if (engine->device->options.preempt == SOFTGPU_PREEMPT_NONE || preempt_is_pending(engine) ||
        softgpu_test_ignores_preempt(engine)) {
        return;
    }
    engine->preemption = (struct softgpu_preemption){
        .status = SOFTGPU_PREEMPT_STATUS_PENDING,
        .request = request,
        .end = engine->tail,
    };
    if (engine->state == SOFTGPU_ENGINE_IDLE) {
        entry_forget(engine);
        step_begin(engine, SOFTGPU_ENGINE_PREEMPT, PREEMPT_NS);
    }
}

/* The context is saved: the entries before the request are the driver's again. */
static void preempt_answer(struct softgpu_engine *engine)
{
    struct softgpu_preemption *preemption = &engine->preemption;

    preemption->status = SOFTGPU_PREEMPT_STATUS_DONE;
    preemption->fence = preemption->request;
    preemption->completed = engine->fence_completed;
    if (engine->remaining_bytes != 0) {
        preemption->status |= SOFTGPU_PREEMPT_STATUS_SAVED;
        preemption->saved_fence = engine->entry.fence;
        preemption->saved_bytes = engine->entry.size_bytes - engine->remaining_bytes;
    }
    engine->head = preemption->end;
    engine->state = SOFTGPU_ENGINE_IDLE;

    /* As in entry_retire: the next entry starts before the bus is told. */
    softgpu_engine_kick(engine);
    softgpu_test_interrupt(engine, SOFTGPU_INT_PREEMPTED(engine->node));
}

static struct softgpu_command command_of(struct softgpu_engine *engine)
{
    return (struct softgpu_command){
        .device = engine->device,
        .packet = engine->packet,
        .size_bytes = engine->packet_bytes,
        .address = engine->packet_address,
        .node = engine->node,
    };
}

static void retire_begin(struct softgpu_engine *engine)
{
    uint64_t late_ns = engine->device->test.nodes[engine->node].retire_delay_ns;

    step_begin(engine, SOFTGPU_ENGINE_RETIRE, RETIRE_NS + late_ns);
}

/* Reads and checks the packet at packet_address, or goes on to retire after the last one. */
static void packet_next(struct softgpu_engine *engine)
{
    uint64_t address = engine->packet_address;
    uint64_t bad = 0;
    uint32_t header;

    if (engine->remaining_bytes == 0) {
        retire_begin(engine);
        return;
    }
    if (!softgpu_memory_read(engine->device, address, &header, sizeof(header), &bad)) {
        engine_fault_code(engine, SOFTGPU_FAULT_FETCH, bad);
        return;
    }

    uint32_t dwords = SOFTGPU_PACKET_DWORDS(header);
    if (dwords < 2 || dwords > SOFTGPU_PACKET_DWORDS_MAX || (dwords & 1) != 0 ||
        dwords * 4 > engine->remaining_bytes) {
        /* An unknown opcode is the better explanation of a senseless length. */
        uint32_t opcode = SOFTGPU_PACKET_OPCODE(header);
        engine_fault_code(
            engine, opcode == SOFTGPU_OP_INVALID ? SOFTGPU_FAULT_OPCODE : SOFTGPU_FAULT_LENGTH,
            address);
        return;
    }
    if (!softgpu_memory_read(engine->device, address, engine->packet, dwords * 4, &bad)) {
        engine_fault_code(engine, SOFTGPU_FAULT_FETCH, bad);
        return;
    }
    engine->packet_bytes = dwords * 4;

    struct softgpu_command command = command_of(engine);
    if (!softgpu_command_check(&command)) {
        engine_fault(engine, command.fault);
        return;
    }
    step_begin(engine, SOFTGPU_ENGINE_RUN, PACKET_NS + command.work_ns);
}

static void entry_fetch(struct softgpu_engine *engine)
{
    struct softgpu_ring_entry *entry = &engine->entry;
    uint64_t bad = engine->ring_base;
    uint32_t entries = engine->ring_entries;

    if (preempt_is_pending(engine)) {
        step_begin(engine, SOFTGPU_ENGINE_PREEMPT, PREEMPT_NS);
        return;
    }
    if (entries < SOFTGPU_RING_ENTRIES_MIN || entries > SOFTGPU_RING_ENTRIES_MAX ||
        (entries & (entries - 1)) != 0 || engine->head >= entries || engine->tail >= entries ||
        (engine->ring_base % SOFTGPU_RING_ENTRY_SIZE) != 0 ||
        !softgpu_memory_read(engine->device,
                             engine->ring_base + (uint64_t)engine->head * SOFTGPU_RING_ENTRY_SIZE,
                             entry, sizeof(*entry), &bad)) {
        engine_fault_code(engine, SOFTGPU_FAULT_RING, bad);
        return;
    }
    if ((entry->address % 8) != 0 || (entry->size_bytes % 8) != 0 ||
        (entry->flags & ~SOFTGPU_ENTRY_FLAGS) != 0 || entry->reserved[0] != 0 ||
        entry->reserved[1] != 0) {
        engine_fault_code(engine, SOFTGPU_FAULT_ENTRY,
                          engine->ring_base + (uint64_t)engine->head * SOFTGPU_RING_ENTRY_SIZE);
        return;
    }
    engine->packet_address = entry->address;
    engine->remaining_bytes = (entry->flags & SOFTGPU_ENTRY_SKIP) != 0 ? 0 : entry->size_bytes;
    packet_next(engine);
}

static void packet_run(struct softgpu_engine *engine)
{
    struct softgpu_command command = command_of(engine);

    if (!softgpu_command_run(&command)) {
        engine_fault(engine, command.fault);
        return;
    }
    engine->packets++;
    engine->packet_address += engine->packet_bytes;
    engine->remaining_bytes -= engine->packet_bytes;
    softgpu_test_packet_done(engine);
    if (preempt_is_pending(engine) && engine->remaining_bytes != 0 &&
        engine->device->options.preempt == SOFTGPU_PREEMPT_PACKET) {
        step_begin(engine, SOFTGPU_ENGINE_PREEMPT, PREEMPT_NS);
        return;
    }
    packet_next(engine);
}

static void entry_retire(struct softgpu_engine *engine)
{
    const struct dxghost_bus *bus = engine->device->bus;
    uint64_t fence = softgpu_test_fence(engine, engine->entry.fence);

    if (engine->fence_address != 0 &&
        !bus->dma_write(bus->context, engine->fence_address, &fence, sizeof(fence))) {
        engine_fault_code(engine, SOFTGPU_FAULT_FENCE_WRITE, engine->fence_address);
        return;
    }
    engine->fence_completed = (uint32_t)fence;
    engine->retired_fence = engine->entry.fence;
    engine->entries++;
    engine->head = (engine->head + 1) & (engine->ring_entries - 1);
    engine->state = SOFTGPU_ENGINE_IDLE;

    /* The next entry starts before the interrupt, so that its time does not depend on what the
     * bus does inside interrupt_set. */
    bool interrupt = (engine->entry.flags & SOFTGPU_ENTRY_INTERRUPT) != 0;
    if (preempt_is_pending(engine)) {
        entry_forget(engine);
        step_begin(engine, SOFTGPU_ENGINE_PREEMPT, PREEMPT_NS);
    } else {
        softgpu_engine_kick(engine);
    }
    if (interrupt) {
        softgpu_test_interrupt(engine, SOFTGPU_INT_FENCE(engine->node));
    }
}

static void engine_step(struct dxghost_timer *timer)
{
    struct softgpu_engine *engine =
        (struct softgpu_engine *)((char *)timer - offsetof(struct softgpu_engine, timer));

    engine->busy_ns += engine->step_ns;
    switch (engine->state) {
    case SOFTGPU_ENGINE_FETCH:
        entry_fetch(engine);
        break;
    case SOFTGPU_ENGINE_RUN:
        packet_run(engine);
        break;
    case SOFTGPU_ENGINE_RETIRE:
        entry_retire(engine);
        break;
    case SOFTGPU_ENGINE_PREEMPT:
        preempt_answer(engine);
        break;
    case SOFTGPU_ENGINE_IDLE:
    case SOFTGPU_ENGINE_FAULTED:
        break;
    }
}

void softgpu_engine_init(struct softgpu_engine *engine, struct dxghost_device *device,
                         uint32_t node)
{
    void *host = engine->timer.host; /* the bus keeps its side of a timer for good */
    void *interrupt_host = engine->interrupt_timer.host;

    memset(engine, 0, sizeof(*engine));
    engine->timer.host = host;
    engine->timer.fire = engine_step;
    engine->interrupt_timer.host = interrupt_host;
    engine->interrupt_timer.fire = softgpu_test_interrupt_late;
    engine->device = device;
    engine->node = node;
}

void softgpu_engine_reset(struct softgpu_engine *engine)
{
    const struct dxghost_bus *bus = engine->device->bus;

    bus->timer_set(bus->context, &engine->timer, DXGHOST_TIME_NEVER);
    if (engine->late_interrupts != 0) {
        bus->timer_set(bus->context, &engine->interrupt_timer, DXGHOST_TIME_NEVER);
        engine->late_interrupts = 0;
    }
    engine->state = SOFTGPU_ENGINE_IDLE;
    engine->hung = false;
    engine->enabled = false;
    engine->head = 0;
    engine->tail = 0;
    entry_forget(engine);
    engine->preemption = (struct softgpu_preemption){ 0 };
    engine->fault = (struct softgpu_fault){ 0 };
    engine->fault_fence = 0;
    engine->fault_packet = 0;
    softgpu_interrupt_clear(engine->device, SOFTGPU_INT_FENCE(engine->node) |
                                                SOFTGPU_INT_PREEMPTED(engine->node) |
                                                SOFTGPU_INT_FAULT(engine->node));
}

bool softgpu_engine_is_busy(const struct softgpu_engine *engine)
{
    return engine->state != SOFTGPU_ENGINE_IDLE && engine->state != SOFTGPU_ENGINE_FAULTED;
}

void softgpu_engine_tail(struct softgpu_engine *engine, uint32_t tail)
{
    engine->tail = tail;
    if (engine->enabled && tail >= engine->ring_entries &&
        engine->state != SOFTGPU_ENGINE_FAULTED) {
        const struct dxghost_bus *bus = engine->device->bus;
        bus->timer_set(bus->context, &engine->timer, DXGHOST_TIME_NEVER);
        engine_fault_code(engine, SOFTGPU_FAULT_RING, engine->ring_base);
        return;
    }
    softgpu_engine_kick(engine);
}
