/* SPDX-License-Identifier: MIT */
/*
 * The board's own types: one object per file, all of them parts of struct dxghost_device.
 *
 * Everything runs on the host thread that calls into the model, one call at a time. Rasterisation
 * happens in timer callbacks only, never inside a register access, so a driver's stack is never
 * charged with it. Nothing here reads a clock other than the bus's.
 */
#ifndef SOFTGPU_SOFTGPU_H
#define SOFTGPU_SOFTGPU_H

#include "dxghost/device.h"
#include "softgpu_device.h"
#include "softgpu_regs.h"

struct dxghost_device;

/* What is wrong with a node: section 14 of the manual. Zero is a good node. */
struct softgpu_node_test {
    bool hang; /* at the next packet */
    bool ignore_reset;
    uint32_t hang_packets;
    uint64_t hang_times_ns[SOFTGPU_TEST_HANG_TIMES_MAX]; /* ascending */
    uint32_t hang_time_count;
    uint32_t slow;
    uint32_t retire_delay_ns;
    uint32_t interrupt_delay_ns;
    uint32_t lose_fence;
    uint32_t lose_preempted;
    int32_t wrong_fence;
    uint32_t ignore_preempt;
};

/* What is wrong with the board. */
struct softgpu_test {
    struct softgpu_node_test nodes[SOFTGPU_NODE_COUNT];
    bool ignore_board_reset;
};

/* What the command line chose. */
struct softgpu_options {
    uint64_t vram_size_bytes;
    bool msi;
    uint32_t preempt;         /* SOFTGPU_PREEMPT_* */
    struct softgpu_test test; /* at power-on */
};

/* Why a node stops. code is SOFTGPU_FAULT_*; address is a GPU address. */
struct softgpu_fault {
    uint32_t code;
    uint64_t address;
};

enum softgpu_engine_state {
    SOFTGPU_ENGINE_IDLE,
    SOFTGPU_ENGINE_FETCH,   /* the ring entry is being read */
    SOFTGPU_ENGINE_RUN,     /* a checked packet is being worked on */
    SOFTGPU_ENGINE_RETIRE,  /* the fence is being written */
    SOFTGPU_ENGINE_PREEMPT, /* a boundary was reached, the context is being saved */
    SOFTGPU_ENGINE_FAULTED,
};

/* A preemption request, or the answer to the last one. */
struct softgpu_preemption {
    uint32_t status; /* SOFTGPU_PREEMPT_STATUS_* */
    uint32_t request;
    uint32_t end; /* RING_TAIL at the request */
    uint32_t fence;
    uint32_t completed;
    uint32_t saved_fence;
    uint32_t saved_bytes;
};

/* One node. The packet buffer holds the packet of state RUN. */
struct softgpu_engine {
    struct dxghost_timer timer;
    struct dxghost_timer interrupt_timer; /* for interrupts that are late */
    struct dxghost_device *device;
    uint32_t node;
    enum softgpu_engine_state state;
    uint64_t step_ns;         /* length of the step the timer is armed for */
    bool hung;                /* by a test control: the step never ends */
    uint32_t late_interrupts; /* INT_STATUS bits interrupt_timer will set */

    bool enabled;
    uint64_t ring_base;
    uint32_t ring_entries;
    uint32_t head;
    uint32_t tail;
    uint32_t fence_completed;
    uint64_t fence_address;

    struct softgpu_ring_entry entry;
    uint64_t packet_address;
    uint32_t remaining_bytes; /* of the entry, from packet_address on */
    uint32_t packet_bytes;

    struct softgpu_preemption preemption;
    struct softgpu_fault fault;
    uint32_t fault_fence;
    uint64_t fault_packet;

    uint64_t busy_ns;
    uint64_t packets;
    uint64_t entries;       /* retired since power-on */
    uint32_t retired_fence; /* what fence_completed would be on a good node */

    _Alignas(16) uint8_t packet[SOFTGPU_PACKET_DWORDS_MAX * 4];
};

struct softgpu_monitor {
    bool connected;
    uint8_t edid[SOFTGPU_MONITOR_EDID_BYTES]; /* zeros without one */
};

struct softgpu_crtc {
    struct dxghost_timer timer;
    struct dxghost_device *device;
    uint32_t control;
    uint32_t width;
    uint32_t height;
    uint32_t pitch;
    uint32_t format;
    uint32_t period_ns;
    uint64_t base;
    uint64_t base_active;
    bool flip_pending;
    uint64_t flip_base;
    uint64_t flip_frame; /* the frame in which the pending flip was asked for */
    uint64_t enabled_ns;
    void *staging; /* scan-out of a surface that is scattered in host memory */
    size_t staging_bytes;
};

/* A buffer that grows and is used again; what it holds is lost between packets. */
struct softgpu_scratch {
    uint8_t *bytes;
    size_t size_bytes;
};
enum softgpu_scratch_use {
    SOFTGPU_SCRATCH_DST,
    SOFTGPU_SCRATCH_SRC,
    SOFTGPU_SCRATCH_SNAPSHOT,
    SOFTGPU_SCRATCH_COUNT,
};

struct dxghost_device {
    const struct dxghost_bus *bus;
    struct softgpu_options options;
    uint8_t *vram;
    uint64_t vram_size_bytes;
    uint32_t interrupt_status;
    uint32_t interrupt_enable;
    bool line_asserted;
    struct softgpu_test test;
    bool test_unlocked;
    bool test_pulse; /* somebody else holds the line */
    uint32_t scratch_registers[2];
    uint64_t gart_base;
    uint32_t gart_entries;
    uint32_t gart_control;
    struct softgpu_engine engines[SOFTGPU_NODE_COUNT];
    struct softgpu_crtc crtc;
    struct softgpu_monitor monitor;
    struct softgpu_scratch scratch[SOFTGPU_SCRATCH_COUNT];
};

/* device.c */

/** softgpu_device_log - a formatted line for the bus's trace */
void softgpu_device_log(struct dxghost_device *device, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/**
 * softgpu_scratch_get - a buffer of at least size_bytes, 16-byte aligned
 * Returns: NULL when the host is out of memory. Valid until the next get of the same use.
 */
uint8_t *softgpu_scratch_get(struct dxghost_device *device, enum softgpu_scratch_use use,
                             size_t size_bytes);

/* options.c */

/**
 * softgpu_options_parse - read "key=value,key=value"
 * @text: may be NULL
 * Returns: why it makes no sense (static text), or NULL.
 */
const char *softgpu_options_parse(const char *text, struct softgpu_options *options);

/* registers.c */

uint64_t softgpu_register_read(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                               uint32_t size_bytes);
void softgpu_register_write(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                            uint32_t size_bytes, uint64_t value);
/** softgpu_interrupt_raise - set bits of INT_STATUS and drive the line */
void softgpu_interrupt_raise(struct dxghost_device *device, uint32_t bits);
/** softgpu_interrupt_clear - clear bits of INT_STATUS and drive the line */
void softgpu_interrupt_clear(struct dxghost_device *device, uint32_t bits);
/** softgpu_interrupt_pulse - hold the line, or send a message, with no bit of INT_STATUS set */
void softgpu_interrupt_pulse(struct dxghost_device *device);

/* memory.c: GPU addresses */

/**
 * softgpu_memory_span - how far memory from an address on is one piece in the host
 * @size_bytes: at most this much is of interest; > 0
 * @pointer: where the piece starts in the host
 * Returns: its length, 1..size_bytes, or 0 when the address cannot be used.
 */
uint64_t softgpu_memory_span(struct dxghost_device *device, uint64_t address, uint64_t size_bytes,
                             uint8_t **pointer);
/** softgpu_memory_map - the host pointer of a range in one piece; NULL when it is not */
uint8_t *softgpu_memory_map(struct dxghost_device *device, uint64_t address, uint64_t size_bytes);
/** softgpu_memory_check - whether all of a range can be used; else *bad is its first bad byte */
bool softgpu_memory_check(struct dxghost_device *device, uint64_t address, uint64_t size_bytes,
                          uint64_t *bad);
/** softgpu_memory_read - copy from a range; false, with *bad, when a byte cannot be used */
bool softgpu_memory_read(struct dxghost_device *device, uint64_t address, void *buffer,
                         uint64_t size_bytes, uint64_t *bad);
/** softgpu_memory_write - copy to a range that softgpu_memory_check accepted */
void softgpu_memory_write(struct dxghost_device *device, uint64_t address, const void *buffer,
                          uint64_t size_bytes);
/** softgpu_memory_gart_entry - where an entry of the GART is in the host; NULL: no such entry */
uint8_t *softgpu_memory_gart_entry(struct dxghost_device *device, uint32_t index);

/* engine.c */

void softgpu_engine_init(struct softgpu_engine *engine, struct dxghost_device *device,
                         uint32_t node);
/** softgpu_engine_reset - what CONTROL_RESET does; touches no memory after it returns */
void softgpu_engine_reset(struct softgpu_engine *engine);
/** softgpu_engine_is_busy - whether STATUS_BUSY is set */
bool softgpu_engine_is_busy(const struct softgpu_engine *engine);
/** softgpu_engine_kick - start on the next entry if there is one and the node may */
void softgpu_engine_kick(struct softgpu_engine *engine);
/** softgpu_engine_tail - what a write to RING_TAIL does */
void softgpu_engine_tail(struct softgpu_engine *engine, uint32_t tail);
/** softgpu_engine_preempt - what a write to PREEMPT_REQUEST does */
void softgpu_engine_preempt(struct softgpu_engine *engine, uint32_t request);

/* engine_registers.c */

uint32_t softgpu_engine_register_read(struct softgpu_engine *engine, uint32_t offset);
void softgpu_engine_register_write(struct softgpu_engine *engine, uint32_t offset, uint32_t value);

/* test_control.c */

/** softgpu_test_set - softgpu_test_control for the settings of one node */
bool softgpu_test_set(struct softgpu_node_test *test, enum softgpu_control control, int64_t value);
/** softgpu_test_hangs - whether the node hangs instead of running the packet it stands at */
bool softgpu_test_hangs(struct softgpu_engine *engine);
/** softgpu_test_packet_done - count towards hang_packets */
void softgpu_test_packet_done(struct softgpu_engine *engine);
/** softgpu_test_step_ns - how long a step really takes */
uint64_t softgpu_test_step_ns(const struct softgpu_engine *engine, uint64_t step_ns);
/** softgpu_test_fence - the fence the node shows for an entry that retires */
uint32_t softgpu_test_fence(struct softgpu_engine *engine, uint32_t fence);
/** softgpu_test_ignores_preempt - whether this request falls on deaf ears */
bool softgpu_test_ignores_preempt(struct softgpu_engine *engine);
/** softgpu_test_ignores_reset - likewise for a reset; engine NULL: of the board */
bool softgpu_test_ignores_reset(struct dxghost_device *device, const struct softgpu_engine *engine);
/** softgpu_test_interrupt - raise FENCE or PREEMPTED of a node: now, late or never */
void softgpu_test_interrupt(struct softgpu_engine *engine, uint32_t bit);
/** softgpu_test_interrupt_late - fire function of interrupt_timer */
void softgpu_test_interrupt_late(struct dxghost_timer *timer);
/* 0x0F00..0x0FFF, and 0xC0..0xFF of a node block */
uint32_t softgpu_test_register_read(const struct dxghost_device *device, uint32_t offset);
void softgpu_test_register_write(struct dxghost_device *device, uint32_t offset, uint32_t value);
uint32_t softgpu_test_node_read(const struct softgpu_engine *engine, uint32_t offset);
void softgpu_test_node_write(struct softgpu_engine *engine, uint32_t offset, uint32_t value);

/* monitor.c */

void softgpu_monitor_init(struct softgpu_monitor *monitor);
/** softgpu_monitor_plug - dxghost_device_ops.plug */
bool softgpu_monitor_plug(struct dxghost_device *device, uint32_t output, const uint8_t *edid,
                          size_t edid_bytes);
uint32_t softgpu_monitor_register_read(const struct softgpu_monitor *monitor, uint32_t offset);

/* crtc.c */

void softgpu_crtc_init(struct softgpu_crtc *crtc, struct dxghost_device *device);
void softgpu_crtc_reset(struct softgpu_crtc *crtc);
void softgpu_crtc_fini(struct softgpu_crtc *crtc);
uint32_t softgpu_crtc_register_read(struct softgpu_crtc *crtc, uint32_t offset);
void softgpu_crtc_register_write(struct softgpu_crtc *crtc, uint32_t offset, uint32_t value);
/** softgpu_crtc_interrupts_changed - INT_ENABLE was written: arm or disarm the vsync timer */
void softgpu_crtc_interrupts_changed(struct softgpu_crtc *crtc);
bool softgpu_crtc_scanout(struct softgpu_crtc *crtc, struct dxghost_scanout *scanout);

#endif /* SOFTGPU_SOFTGPU_H */
