/* SPDX-License-Identifier: MIT */
/*
 * A node: a state machine that takes one step per timer callback.
 *
 *   IDLE --doorbell--> FETCH --entry--> RUN (once per packet) --last--> RETIRE --> IDLE or FETCH
 *                         \--------------- fault ---------------/--> FAULTED
 *
 * The effect of a step happens at its end, at one instant of virtual time. Between two steps the
 * node holds no host pointer, so it can be reset there.
 */
#include "command.h"

#include <string.h>

#define FETCH_NS 400u
#define PACKET_NS 20u
#define RETIRE_NS 100u

static void step_begin(struct softgpu_engine *engine, enum softgpu_engine_state state,
                       uint64_t step_ns)
{
    const struct dxghost_bus *bus = engine->device->bus;

    engine->state = state;
    engine->step_ns = step_ns;
    bus->timer_set(bus->context, &engine->timer, bus->time_ns(bus->context) + step_ns);
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

/* Starts on the next entry if there is one. */
static void engine_kick(struct softgpu_engine *engine)
{
    if (!engine->enabled || engine->state != SOFTGPU_ENGINE_IDLE || engine->head == engine->tail) {
        return;
    }
    memset(&engine->entry, 0, sizeof(engine->entry));
    engine->packet_address = 0;
    step_begin(engine, SOFTGPU_ENGINE_FETCH, FETCH_NS);
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

/* Reads and checks the packet at packet_address, or goes on to retire after the last one. */
static void packet_next(struct softgpu_engine *engine)
{
    uint64_t address = engine->packet_address;
    uint64_t bad = 0;
    uint32_t header;

    if (engine->remaining_bytes == 0) {
        step_begin(engine, SOFTGPU_ENGINE_RETIRE, RETIRE_NS);
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
    packet_next(engine);
}

static void entry_retire(struct softgpu_engine *engine)
{
    const struct dxghost_bus *bus = engine->device->bus;
    uint64_t fence = engine->entry.fence;

    if (engine->fence_address != 0 &&
        !bus->dma_write(bus->context, engine->fence_address, &fence, sizeof(fence))) {
        engine_fault_code(engine, SOFTGPU_FAULT_FENCE_WRITE, engine->fence_address);
        return;
    }
    engine->fence_completed = engine->entry.fence;
    engine->head = (engine->head + 1) & (engine->ring_entries - 1);
    engine->state = SOFTGPU_ENGINE_IDLE;

    /* The next entry starts before the interrupt, so that its time does not depend on what the
     * bus does inside interrupt_set. */
    bool interrupt = (engine->entry.flags & SOFTGPU_ENTRY_INTERRUPT) != 0;
    engine_kick(engine);
    if (interrupt) {
        softgpu_interrupt_raise(engine->device, SOFTGPU_INT_FENCE(engine->node));
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
    case SOFTGPU_ENGINE_IDLE:
    case SOFTGPU_ENGINE_FAULTED:
        break;
    }
}

void softgpu_engine_init(struct softgpu_engine *engine, struct dxghost_device *device,
                         uint32_t node)
{
    void *host = engine->timer.host; /* the bus keeps its side of a timer for good */

    memset(engine, 0, sizeof(*engine));
    engine->timer.host = host;
    engine->timer.fire = engine_step;
    engine->device = device;
    engine->node = node;
}

void softgpu_engine_reset(struct softgpu_engine *engine)
{
    const struct dxghost_bus *bus = engine->device->bus;

    bus->timer_set(bus->context, &engine->timer, DXGHOST_TIME_NEVER);
    engine->state = SOFTGPU_ENGINE_IDLE;
    engine->enabled = false;
    engine->head = 0;
    engine->tail = 0;
    engine->fault = (struct softgpu_fault){ 0 };
    engine->fault_fence = 0;
    engine->fault_packet = 0;
    softgpu_interrupt_clear(engine->device, SOFTGPU_INT_FENCE(engine->node) |
                                                SOFTGPU_INT_PREEMPTED(engine->node) |
                                                SOFTGPU_INT_FAULT(engine->node));
}

static bool engine_is_busy(const struct softgpu_engine *engine)
{
    return engine->state != SOFTGPU_ENGINE_IDLE && engine->state != SOFTGPU_ENGINE_FAULTED;
}

static uint32_t half_of(uint64_t value, uint32_t offset)
{
    return (offset & 4) == 0 ? (uint32_t)value : (uint32_t)(value >> 32);
}

static void half_set(uint64_t *value, uint32_t offset, uint32_t half)
{
    uint32_t shift = (offset & 4) == 0 ? 0 : 32;
    *value = (*value & ~(0xFFFFFFFFull << shift)) | ((uint64_t)half << shift);
}

uint32_t softgpu_engine_register_read(struct softgpu_engine *engine, uint32_t offset)
{
    bool busy = engine_is_busy(engine);

    switch (offset) {
    case SOFTGPU_NODE_CONTROL:
        return engine->enabled ? SOFTGPU_NODE_CONTROL_ENABLE : 0;
    case SOFTGPU_NODE_STATUS:
        return (busy ? SOFTGPU_NODE_STATUS_BUSY : 0) |
               (engine->state == SOFTGPU_ENGINE_FAULTED ? SOFTGPU_NODE_STATUS_FAULTED : 0);
    case SOFTGPU_NODE_RING_BASE_LO:
        return (uint32_t)engine->ring_base;
    case SOFTGPU_NODE_RING_BASE_HI:
        return (uint32_t)(engine->ring_base >> 32);
    case SOFTGPU_NODE_RING_ENTRIES:
        return engine->ring_entries;
    case SOFTGPU_NODE_RING_HEAD:
        return engine->head;
    case SOFTGPU_NODE_RING_TAIL:
        return engine->tail;
    case SOFTGPU_NODE_FENCE_COMPLETED:
        return engine->fence_completed;
    case SOFTGPU_NODE_FENCE_ADDRESS_LO:
    case SOFTGPU_NODE_FENCE_ADDRESS_HI:
        return half_of(engine->fence_address, offset);
    case SOFTGPU_NODE_FAULT_CODE:
        return engine->fault.code;
    case SOFTGPU_NODE_FAULT_FENCE:
        return engine->fault_fence;
    case SOFTGPU_NODE_FAULT_ADDRESS_LO:
    case SOFTGPU_NODE_FAULT_ADDRESS_HI:
        return half_of(engine->fault.address, offset);
    case SOFTGPU_NODE_FAULT_PACKET_LO:
    case SOFTGPU_NODE_FAULT_PACKET_HI:
        return half_of(engine->fault_packet, offset - SOFTGPU_NODE_FAULT_PACKET_LO);
    case SOFTGPU_NODE_CURRENT_FENCE:
        return busy ? engine->entry.fence : 0;
    case SOFTGPU_NODE_CURRENT_CONTEXT:
        return busy ? engine->entry.context : 0;
    case SOFTGPU_NODE_CURRENT_PACKET_LO:
    case SOFTGPU_NODE_CURRENT_PACKET_HI:
        return busy ? half_of(engine->packet_address, offset - SOFTGPU_NODE_CURRENT_PACKET_LO) : 0;
    case SOFTGPU_NODE_BUSY_NS_LO:
    case SOFTGPU_NODE_BUSY_NS_HI:
        return half_of(engine->busy_ns, offset - SOFTGPU_NODE_BUSY_NS_LO);
    case SOFTGPU_NODE_PACKETS_LO:
    case SOFTGPU_NODE_PACKETS_HI:
        return half_of(engine->packets, offset - SOFTGPU_NODE_PACKETS_LO);
    default:
        return 0;
    }
}

static void control_write(struct softgpu_engine *engine, uint32_t value)
{
    if ((value & SOFTGPU_NODE_CONTROL_RESET) != 0) {
        softgpu_engine_reset(engine);
        return;
    }
    engine->enabled = (value & SOFTGPU_NODE_CONTROL_ENABLE) != 0;
    engine_kick(engine);
}

static void tail_write(struct softgpu_engine *engine, uint32_t value)
{
    engine->tail = value;
    if (engine->enabled && value >= engine->ring_entries &&
        engine->state != SOFTGPU_ENGINE_FAULTED) {
        const struct dxghost_bus *bus = engine->device->bus;
        bus->timer_set(bus->context, &engine->timer, DXGHOST_TIME_NEVER);
        engine_fault_code(engine, SOFTGPU_FAULT_RING, engine->ring_base);
        return;
    }
    engine_kick(engine);
}

void softgpu_engine_register_write(struct softgpu_engine *engine, uint32_t offset, uint32_t value)
{
    switch (offset) {
    case SOFTGPU_NODE_CONTROL:
        control_write(engine, value);
        break;
    case SOFTGPU_NODE_RING_TAIL:
        tail_write(engine, value);
        break;
    case SOFTGPU_NODE_FENCE_ADDRESS_LO:
    case SOFTGPU_NODE_FENCE_ADDRESS_HI:
        half_set(&engine->fence_address, offset, value);
        break;
    default:
        break;
    }
    if (engine->enabled || engine_is_busy(engine)) {
        return; /* the rest is read-only while the node may use it */
    }
    switch (offset) {
    case SOFTGPU_NODE_RING_BASE_LO:
        half_set(&engine->ring_base, 0, value);
        break;
    case SOFTGPU_NODE_RING_BASE_HI:
        half_set(&engine->ring_base, 4, value);
        break;
    case SOFTGPU_NODE_RING_ENTRIES:
        engine->ring_entries = value;
        break;
    case SOFTGPU_NODE_FENCE_COMPLETED:
        engine->fence_completed = value;
        break;
    default:
        break;
    }
}
