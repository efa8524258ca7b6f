/* SPDX-License-Identifier: MIT */
/*
 * The board for programs it is built into: `#include "softgpu/softgpu_device.h"`.
 *
 * Besides the device-model interface it can be told to misbehave, and asked what is true of a node
 * whatever its registers and interrupts say. Both are for the program around the machine (scenes,
 * tests), at any moment between two calls into the model; a driver has the registers of section 14
 * of softgpu_regs.h instead.
 *
 * Tests:  tests/unit/softgpu_control_test.c
 */
#ifndef SOFTGPU_DEVICE_H
#define SOFTGPU_DEVICE_H

#include "dxghost/device.h"

/** softgpu_device_entry - the board's operations; constant, never freed */
const struct dxghost_device_ops *softgpu_device_entry(void);

/* The test controls; what each does is written in softgpu_regs.h, section 14. */
enum softgpu_control {
    SOFTGPU_CONTROL_HANG,            /* 1: at the next packet; 0: take the order back */
    SOFTGPU_CONTROL_HANG_PACKETS,    /* after so many more packets; 0: off */
    SOFTGPU_CONTROL_HANG_TIME,       /* ns of bus time; adds to a list of at most 16 times */
    SOFTGPU_CONTROL_SLOW,            /* factor, 0..1000000 */
    SOFTGPU_CONTROL_RETIRE_DELAY,    /* ns, below 2^32 */
    SOFTGPU_CONTROL_INTERRUPT_DELAY, /* ns, below 2^32 */
    SOFTGPU_CONTROL_LOSE_FENCE,      /* so many FENCE interrupts */
    SOFTGPU_CONTROL_LOSE_PREEMPTED,  /* so many PREEMPTED interrupts */
    SOFTGPU_CONTROL_WRONG_FENCE,     /* signed, for the next entry that retires */
    SOFTGPU_CONTROL_IGNORE_PREEMPT,  /* so many requests */
    SOFTGPU_CONTROL_IGNORE_RESET,    /* 0 or 1; of a node or of SOFTGPU_CONTROL_BOARD */
    SOFTGPU_CONTROL_SPURIOUS,        /* bits of INT_STATUS; SOFTGPU_CONTROL_BOARD only */
    SOFTGPU_CONTROL_PULSE,           /* value ignored; SOFTGPU_CONTROL_BOARD only */
};
#define SOFTGPU_CONTROL_BOARD UINT32_MAX

/**
 * softgpu_test_control - set one control
 * @device: an instance that softgpu_device_entry()->create made; no other model's
 * @node: 0, 1, or SOFTGPU_CONTROL_BOARD
 * Returns: false when the node or the value makes no sense for this control; nothing has changed.
 */
bool softgpu_test_control(struct dxghost_device *device, enum softgpu_control control,
                          uint32_t node, int64_t value);

/* What is true of a node. */
struct softgpu_node_state {
    bool busy; /* an entry is being fetched, run or retired, or a preemption is under way */
    bool hung;
    bool faulted;
    bool preempting;        /* a request has not been answered */
    uint32_t running_fence; /* 0: none, or not fetched yet */
    uint32_t retired_fence; /* of the last entry that retired; 0 after a board reset */
    uint64_t entries;       /* retired since power-on or the last board reset */
    uint64_t packets;       /* completed, likewise */
    uint32_t hangs_to_come; /* of SOFTGPU_CONTROL_HANG_TIME */
};

/** softgpu_node_state_get - false when there is no such node */
bool softgpu_node_state_get(const struct dxghost_device *device, uint32_t node,
                            struct softgpu_node_state *state);

#endif /* SOFTGPU_DEVICE_H */
