/* SPDX-License-Identifier: MIT */
/*
 * Packets: one function checks a packet and prices it, one runs it.
 *
 * The engine calls check when it meets a packet, waits for the time check asked for, and calls run.
 * check looks at the packet alone; run also looks at memory, since page tables may have changed in
 * between, and must find every address good before it writes the first byte.
 */
#ifndef SOFTGPU_COMMAND_H
#define SOFTGPU_COMMAND_H

#include "softgpu.h"

struct softgpu_command {
    struct dxghost_device *device;
    const void *packet;  /* 8-byte aligned, size_bytes long, the board's own copy */
    uint32_t size_bytes; /* a multiple of 8, as the header says */
    uint64_t address;    /* where it was fetched from */
    uint32_t node;
    uint64_t work_ns; /* out, from check */
    struct softgpu_fault fault;
};

/**
 * softgpu_command_check - is this packet well formed?
 * Returns: false with command->fault filled in, or true with command->work_ns.
 */
bool softgpu_command_check(struct softgpu_command *command);
/** softgpu_command_run - do what a checked packet says; false with command->fault filled in */
bool softgpu_command_run(struct softgpu_command *command);

/** softgpu_command_fail - fill in a fault at a byte offset of the packet. Returns: false. */
bool softgpu_command_fail(struct softgpu_command *command, uint32_t code, size_t offset);
/** softgpu_command_fail_at - fill in a fault at a GPU address. Returns: false. */
bool softgpu_command_fail_at(struct softgpu_command *command, uint32_t code, uint64_t address);

/* command_pixel.c, command_cleartype.c, command_memory.c, command_draw.c: a pair per opcode */
struct softgpu_command_ops {
    uint32_t opcode;
    uint32_t nodes;     /* bit n: node n runs it */
    uint32_t min_bytes; /* of the packet */
    bool (*check)(struct softgpu_command *command);
    bool (*run)(struct softgpu_command *command);
};

bool softgpu_fill_check(struct softgpu_command *command);
bool softgpu_fill_run(struct softgpu_command *command);
bool softgpu_blt_check(struct softgpu_command *command);
bool softgpu_blt_run(struct softgpu_command *command);
bool softgpu_alpha_blend_check(struct softgpu_command *command);
bool softgpu_alpha_blend_run(struct softgpu_command *command);
bool softgpu_stretch_blt_check(struct softgpu_command *command);
bool softgpu_stretch_blt_run(struct softgpu_command *command);
bool softgpu_transparent_blt_check(struct softgpu_command *command);
bool softgpu_transparent_blt_run(struct softgpu_command *command);
bool softgpu_cleartype_check(struct softgpu_command *command);
bool softgpu_cleartype_run(struct softgpu_command *command);
bool softgpu_copy_linear_check(struct softgpu_command *command);
bool softgpu_copy_linear_run(struct softgpu_command *command);
bool softgpu_fill_linear_check(struct softgpu_command *command);
bool softgpu_fill_linear_run(struct softgpu_command *command);
bool softgpu_gart_write_check(struct softgpu_command *command);
bool softgpu_gart_write_run(struct softgpu_command *command);
bool softgpu_gart_fill_check(struct softgpu_command *command);
bool softgpu_gart_fill_run(struct softgpu_command *command);
bool softgpu_touch_check(struct softgpu_command *command);
bool softgpu_touch_run(struct softgpu_command *command);
bool softgpu_gradient_check(struct softgpu_command *command);
bool softgpu_gradient_run(struct softgpu_command *command);
bool softgpu_triangles_check(struct softgpu_command *command);
bool softgpu_triangles_run(struct softgpu_command *command);

#endif /* SOFTGPU_COMMAND_H */
