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

/* What the command line chose. */
struct softgpu_options {
    uint64_t vram_size_bytes;
    bool msi;
};

/* Why a node stops. code is SOFTGPU_FAULT_*; address is a GPU address. */
struct softgpu_fault {
    uint32_t code;
    uint64_t address;
};

enum softgpu_engine_state {
    SOFTGPU_ENGINE_IDLE,
    SOFTGPU_ENGINE_FETCH,  /* the ring entry is being read */
    SOFTGPU_ENGINE_RUN,    /* a checked packet is being worked on */
    SOFTGPU_ENGINE_RETIRE, /* the fence is being written */
    SOFTGPU_ENGINE_FAULTED,
};

/* One node. The packet buffer holds the packet of state RUN. */
struct softgpu_engine {
    struct dxghost_timer timer;
    struct dxghost_device *device;
    uint32_t node;
    enum softgpu_engine_state state;
    uint64_t step_ns; /* length of the step the timer is armed for */

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

    struct softgpu_fault fault;
    uint32_t fault_fence;
    uint64_t fault_packet;

    uint64_t busy_ns;
    uint64_t packets;

    _Alignas(16) uint8_t packet[SOFTGPU_PACKET_DWORDS_MAX * 4];
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
    uint32_t scratch_registers[2];
    uint64_t gart_base;
    uint32_t gart_entries;
    uint32_t gart_control;
    struct softgpu_engine engines[SOFTGPU_NODE_COUNT];
    struct softgpu_crtc crtc;
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

/* registers.c */

uint64_t softgpu_register_read(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                               uint32_t size_bytes);
void softgpu_register_write(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                            uint32_t size_bytes, uint64_t value);
/** softgpu_interrupt_raise - set bits of INT_STATUS and drive the line */
void softgpu_interrupt_raise(struct dxghost_device *device, uint32_t bits);
/** softgpu_interrupt_clear - clear bits of INT_STATUS and drive the line */
void softgpu_interrupt_clear(struct dxghost_device *device, uint32_t bits);

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
uint32_t softgpu_engine_register_read(struct softgpu_engine *engine, uint32_t offset);
void softgpu_engine_register_write(struct softgpu_engine *engine, uint32_t offset, uint32_t value);

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
