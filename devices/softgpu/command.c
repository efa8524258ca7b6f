/* SPDX-License-Identifier: MIT */
/* Which function serves which opcode. */
#include "command.h"

#include <stddef.h>

#define NODE_3D (1u << SOFTGPU_NODE_3D)
#define NODE_ANY ((1u << SOFTGPU_NODE_COUNT) - 1u)

static bool nop_check(struct softgpu_command *command)
{
    command->work_ns = 0;
    return true;
}

static bool nop_run(struct softgpu_command *command)
{
    (void)command;
    return true;
}

static const struct softgpu_command_ops command_table[] = {
    { SOFTGPU_OP_NOP, NODE_ANY, 8, nop_check, nop_run },
    { SOFTGPU_OP_FILL, NODE_3D, sizeof(struct softgpu_packet_fill), softgpu_fill_check,
      softgpu_fill_run },
    { SOFTGPU_OP_BLT, NODE_3D, sizeof(struct softgpu_packet_blt), softgpu_blt_check,
      softgpu_blt_run },
    { SOFTGPU_OP_ALPHA_BLEND, NODE_3D, sizeof(struct softgpu_packet_blt), softgpu_alpha_blend_check,
      softgpu_alpha_blend_run },
    { SOFTGPU_OP_STRETCH_BLT, NODE_3D, sizeof(struct softgpu_packet_blt), softgpu_stretch_blt_check,
      softgpu_stretch_blt_run },
    { SOFTGPU_OP_TRANSPARENT_BLT, NODE_3D, sizeof(struct softgpu_packet_blt),
      softgpu_transparent_blt_check, softgpu_transparent_blt_run },
    { SOFTGPU_OP_CLEARTYPE_BLEND, NODE_3D, sizeof(struct softgpu_packet_cleartype),
      softgpu_cleartype_check, softgpu_cleartype_run },
    { SOFTGPU_OP_COPY_LINEAR, NODE_ANY, SOFTGPU_COPY_LINEAR_DWORDS * 4, softgpu_copy_linear_check,
      softgpu_copy_linear_run },
    { SOFTGPU_OP_FILL_LINEAR, NODE_ANY, SOFTGPU_FILL_LINEAR_DWORDS * 4, softgpu_fill_linear_check,
      softgpu_fill_linear_run },
    { SOFTGPU_OP_GART_WRITE, NODE_ANY, sizeof(struct softgpu_packet_gart_write),
      softgpu_gart_write_check, softgpu_gart_write_run },
    { SOFTGPU_OP_GART_FILL, NODE_ANY, SOFTGPU_GART_FILL_DWORDS * 4, softgpu_gart_fill_check,
      softgpu_gart_fill_run },
    { SOFTGPU_OP_TOUCH, NODE_ANY, SOFTGPU_TOUCH_DWORDS * 4, softgpu_touch_check,
      softgpu_touch_run },
    { SOFTGPU_OP_GRADIENT, NODE_3D, SOFTGPU_GRADIENT_DWORDS * 4, softgpu_gradient_check,
      softgpu_gradient_run },
    { SOFTGPU_OP_TRIANGLES, NODE_3D, sizeof(struct softgpu_packet_triangles),
      softgpu_triangles_check, softgpu_triangles_run },
};

bool softgpu_command_fail_at(struct softgpu_command *command, uint32_t code, uint64_t address)
{
    command->fault.code = code;
    command->fault.address = address;
    return false;
}

bool softgpu_command_fail(struct softgpu_command *command, uint32_t code, size_t offset)
{
    return softgpu_command_fail_at(command, code, command->address + offset);
}

static const struct softgpu_command_ops *ops_find(uint32_t opcode)
{
    for (size_t i = 0; i < sizeof(command_table) / sizeof(command_table[0]); i++) {
        if (command_table[i].opcode == opcode) {
            return &command_table[i];
        }
    }
    return NULL;
}

static uint32_t header_of(const struct softgpu_command *command)
{
    return *(const uint32_t *)command->packet;
}

bool softgpu_command_check(struct softgpu_command *command)
{
    uint32_t header = header_of(command);
    const struct softgpu_command_ops *ops = ops_find(SOFTGPU_PACKET_OPCODE(header));

    if (ops == NULL || (ops->nodes & (1u << command->node)) == 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPCODE, 0);
    }
    if ((header & 0xFF00u) != 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND, 0);
    }
    if (command->size_bytes < ops->min_bytes) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_LENGTH, 0);
    }
    return ops->check(command);
}

bool softgpu_command_run(struct softgpu_command *command)
{
    return ops_find(SOFTGPU_PACKET_OPCODE(header_of(command)))->run(command);
}
