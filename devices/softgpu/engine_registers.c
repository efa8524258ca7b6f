/* SPDX-License-Identifier: MIT */
/* The registers of a node block. */
#include "softgpu.h"

static uint32_t half_of(uint64_t value, uint32_t offset)
{
    return (offset & 4) == 0 ? (uint32_t)value : (uint32_t)(value >> 32);
}

static void half_set(uint64_t *value, uint32_t offset, uint32_t half)
{
    uint32_t shift = (offset & 4) == 0 ? 0 : 32;
    *value = (*value & ~(0xFFFFFFFFull << shift)) | ((uint64_t)half << shift);
}

static uint32_t preempt_register_read(const struct softgpu_engine *engine, uint32_t offset)
{
    const struct softgpu_preemption *preemption = &engine->preemption;

    switch (offset) {
    case SOFTGPU_NODE_PREEMPT_CAPS:
        return engine->device->options.preempt;
    case SOFTGPU_NODE_PREEMPT_STATUS:
        return preemption->status;
    case SOFTGPU_NODE_PREEMPT_FENCE:
        return preemption->fence;
    case SOFTGPU_NODE_PREEMPT_COMPLETED:
        return preemption->completed;
    case SOFTGPU_NODE_PREEMPT_SAVED_FENCE:
        return preemption->saved_fence;
    case SOFTGPU_NODE_PREEMPT_SAVED_BYTES:
        return preemption->saved_bytes;
    default:
        return 0;
    }
}

uint32_t softgpu_engine_register_read(struct softgpu_engine *engine, uint32_t offset)
{
    bool busy = softgpu_engine_is_busy(engine);

    if (offset >= SOFTGPU_NODE_TEST_FIRST) {
        return softgpu_test_node_read(engine, offset);
    }
    if (offset >= SOFTGPU_NODE_PREEMPTION_FIRST) {
        return preempt_register_read(engine, offset);
    }
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
        if (!softgpu_test_ignores_reset(engine->device, engine)) {
            softgpu_engine_reset(engine);
        }
        return;
    }
    engine->enabled = (value & SOFTGPU_NODE_CONTROL_ENABLE) != 0;
    softgpu_engine_kick(engine);
}

void softgpu_engine_register_write(struct softgpu_engine *engine, uint32_t offset, uint32_t value)
{
    if (offset >= SOFTGPU_NODE_TEST_FIRST) {
        softgpu_test_node_write(engine, offset, value);
        return;
    }
    switch (offset) {
    case SOFTGPU_NODE_CONTROL:
        control_write(engine, value);
        break;
    case SOFTGPU_NODE_RING_TAIL:
        softgpu_engine_tail(engine, value);
        break;
    case SOFTGPU_NODE_PREEMPT_REQUEST:
        softgpu_engine_preempt(engine, value);
        break;
    case SOFTGPU_NODE_FENCE_ADDRESS_LO:
    case SOFTGPU_NODE_FENCE_ADDRESS_HI:
        half_set(&engine->fence_address, offset, value);
        break;
    default:
        break;
    }
    if (engine->enabled || softgpu_engine_is_busy(engine)) {
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
