/* SPDX-License-Identifier: MIT */
/* COPY_LINEAR, FILL_LINEAR, GART_WRITE, GART_FILL and TOUCH packets. */
#include "command.h"

#include <string.h>

#define LINEAR_BYTES_PER_NS 32u
#define COPY_PIECE_BYTES (64u << 10)

/* A packet of fixed length with no flags but those given. */
static bool fixed_check(struct softgpu_command *command, uint32_t dwords, uint32_t flags)
{
    const uint32_t *words = command->packet;

    if (command->size_bytes != dwords * 4) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_LENGTH, 0);
    }
    if ((words[1] & ~flags) != 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND, 4);
    }
    return true;
}

/* ---- COPY_LINEAR */

bool softgpu_copy_linear_check(struct softgpu_command *command)
{
    const struct softgpu_packet_copy_linear *packet = command->packet;

    if (!fixed_check(command, SOFTGPU_COPY_LINEAR_DWORDS, 0)) {
        return false;
    }
    if (packet->size_bytes > SOFTGPU_SYSTEM_WINDOW_SIZE) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                    offsetof(struct softgpu_packet_copy_linear, size_bytes));
    }
    command->work_ns = packet->size_bytes / LINEAR_BYTES_PER_NS;
    return true;
}

/* Piece by piece through a buffer, from the end that keeps what is still to be read. */
static bool copy_pieces(struct softgpu_command *command, uint8_t *buffer)
{
    const struct softgpu_packet_copy_linear *packet = command->packet;
    bool backwards = packet->dst > packet->src;
    uint64_t done = 0, bad;

    while (done < packet->size_bytes) {
        uint64_t left = packet->size_bytes - done;
        uint64_t length = left < COPY_PIECE_BYTES ? left : COPY_PIECE_BYTES;
        uint64_t at = backwards ? left - length : done;
        if (!softgpu_memory_read(command->device, packet->src + at, buffer, length, &bad)) {
            return softgpu_command_fail_at(command, SOFTGPU_FAULT_ADDRESS, bad);
        }
        softgpu_memory_write(command->device, packet->dst + at, buffer, length);
        done += length;
    }
    return true;
}

bool softgpu_copy_linear_run(struct softgpu_command *command)
{
    const struct softgpu_packet_copy_linear *packet = command->packet;
    struct dxghost_device *device = command->device;
    uint64_t bad;

    if (!softgpu_memory_check(device, packet->src, packet->size_bytes, &bad) ||
        !softgpu_memory_check(device, packet->dst, packet->size_bytes, &bad)) {
        return softgpu_command_fail_at(command, SOFTGPU_FAULT_ADDRESS, bad);
    }

    uint8_t *from = softgpu_memory_map(device, packet->src, packet->size_bytes);
    uint8_t *to = softgpu_memory_map(device, packet->dst, packet->size_bytes);
    if (from != NULL && to != NULL) {
        memmove(to, from, packet->size_bytes);
        return true;
    }

    uint8_t *buffer = softgpu_scratch_get(device, SOFTGPU_SCRATCH_SRC, COPY_PIECE_BYTES);
    if (buffer == NULL) {
        return softgpu_command_fail_at(command, SOFTGPU_FAULT_MEMORY, 0);
    }
    return copy_pieces(command, buffer);
}

/* ---- FILL_LINEAR */

bool softgpu_fill_linear_check(struct softgpu_command *command)
{
    const struct softgpu_packet_fill_linear *packet = command->packet;

    if (!fixed_check(command, SOFTGPU_FILL_LINEAR_DWORDS, 0)) {
        return false;
    }
    if (packet->reserved != 0 || packet->size_bytes > SOFTGPU_SYSTEM_WINDOW_SIZE) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                    offsetof(struct softgpu_packet_fill_linear, size_bytes));
    }
    command->work_ns = packet->size_bytes / LINEAR_BYTES_PER_NS;
    return true;
}

bool softgpu_fill_linear_run(struct softgpu_command *command)
{
    const struct softgpu_packet_fill_linear *packet = command->packet;
    uint32_t piece[256];
    uint64_t bad;

    if (!softgpu_memory_check(command->device, packet->dst, packet->size_bytes, &bad)) {
        return softgpu_command_fail_at(command, SOFTGPU_FAULT_ADDRESS, bad);
    }
    for (size_t i = 0; i < sizeof(piece) / sizeof(piece[0]); i++) {
        piece[i] = packet->pattern;
    }
    /* Pieces are whole patterns, so each starts in step with the last. */
    for (uint64_t done = 0; done < packet->size_bytes; done += sizeof(piece)) {
        uint64_t left = packet->size_bytes - done;
        softgpu_memory_write(command->device, packet->dst + done, piece,
                             left < sizeof(piece) ? left : sizeof(piece));
    }
    return true;
}

/* ---- GART_WRITE, GART_FILL */

static bool gart_write_entries(struct softgpu_command *command, uint32_t first, uint32_t count,
                               const unsigned long long *entries, bool same)
{
    struct dxghost_device *device = command->device;

    /* The last entry lies beyond the first, so both ends stand for the range. */
    if (count != 0 && (first + (count - 1) < first ||
                       softgpu_memory_gart_entry(device, first + (count - 1)) == NULL)) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_ADDRESS,
                                    offsetof(struct softgpu_packet_gart_write, first_entry));
    }
    for (uint32_t i = 0; i < count; i++) {
        memcpy(softgpu_memory_gart_entry(device, first + i), &entries[same ? 0 : i],
               sizeof(entries[0]));
    }
    return true;
}

static bool entry_is_valid(unsigned long long entry)
{
    return (entry & ~(SOFTGPU_GART_ENTRY_VALID | SOFTGPU_GART_ENTRY_ADDRESS)) == 0;
}

bool softgpu_gart_write_check(struct softgpu_command *command)
{
    const struct softgpu_packet_gart_write *packet = command->packet;
    const unsigned long long *entries = (const unsigned long long *)(packet + 1);

    if (packet->count > SOFTGPU_GART_WRITE_COUNT_MAX ||
        !fixed_check(command, SOFTGPU_GART_WRITE_DWORDS(packet->count), 0)) {
        return softgpu_command_fail(
            command, packet->flags != 0 ? SOFTGPU_FAULT_OPERAND : SOFTGPU_FAULT_LENGTH, 0);
    }
    for (uint32_t i = 0; i < packet->count; i++) {
        if (!entry_is_valid(entries[i])) {
            return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND, sizeof(*packet) + i * 8u);
        }
    }
    command->work_ns = packet->count * 8u / LINEAR_BYTES_PER_NS;
    return true;
}

bool softgpu_gart_write_run(struct softgpu_command *command)
{
    const struct softgpu_packet_gart_write *packet = command->packet;

    return gart_write_entries(command, packet->first_entry, packet->count,
                              (const unsigned long long *)(packet + 1), false);
}

bool softgpu_gart_fill_check(struct softgpu_command *command)
{
    const struct softgpu_packet_gart_fill *packet = command->packet;

    if (!fixed_check(command, SOFTGPU_GART_FILL_DWORDS, 0)) {
        return false;
    }
    if (!entry_is_valid(packet->entry)) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                    offsetof(struct softgpu_packet_gart_fill, entry));
    }
    command->work_ns = packet->count * 8ull / LINEAR_BYTES_PER_NS;
    return true;
}

bool softgpu_gart_fill_run(struct softgpu_command *command)
{
    const struct softgpu_packet_gart_fill *packet = command->packet;

    return gart_write_entries(command, packet->first_entry, packet->count, &packet->entry, true);
}

/* ---- TOUCH */

bool softgpu_touch_check(struct softgpu_command *command)
{
    const struct softgpu_packet_touch *packet = command->packet;

    if (!fixed_check(command, SOFTGPU_TOUCH_DWORDS, SOFTGPU_TOUCH_WRITE)) {
        return false;
    }
    if (packet->size_bytes < 1 || packet->size_bytes > 8 || packet->reserved != 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                    offsetof(struct softgpu_packet_touch, size_bytes));
    }
    command->work_ns = 0;
    return true;
}

bool softgpu_touch_run(struct softgpu_command *command)
{
    const struct softgpu_packet_touch *packet = command->packet;
    uint8_t value[8];
    uint64_t bad;

    if (!softgpu_memory_read(command->device, packet->address, value, packet->size_bytes, &bad)) {
        return softgpu_command_fail_at(command, SOFTGPU_FAULT_ADDRESS, bad);
    }
    if ((packet->flags & SOFTGPU_TOUCH_WRITE) != 0) {
        softgpu_memory_write(command->device, packet->address, value, packet->size_bytes);
    }
    return true;
}
