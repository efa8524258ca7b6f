/* SPDX-License-Identifier: MIT */
/*
 * The device-model interface: what a simulated board is to dxghost.
 *
 * A model is a set of functions (struct dxghost_device_ops) that the machine calls, and it reaches
 * the machine only through struct dxghost_bus. It is told the virtual time, never reads a wall
 * clock, and does nothing between calls: all its progress happens in register accesses and timer
 * callbacks. That is what makes a run a function of its seed.
 *
 * A model is built into the program or is a shared object that exports `dxghost_device_entry`.
 *
 * Calls into a model come one at a time, on one host thread, at any IRQL; a model never blocks.
 * A model may rasterise on worker threads of its own, but must join them before the callback that
 * makes the result visible (fence write, interrupt) returns.
 */
#ifndef DXGHOST_DEVICE_H
#define DXGHOST_DEVICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DXGHOST_DEVICE_VERSION 2u
#define DXGHOST_DEVICE_BAR_COUNT 6u
#define DXGHOST_TIME_NEVER UINT64_MAX

struct dxghost_device; /* a model's instance; its members are the model's own */

enum dxghost_bar_kind {
    DXGHOST_BAR_NONE = 0,
    DXGHOST_BAR_REGISTERS, /* trapped: every access becomes register_read/register_write */
    DXGHOST_BAR_MEMORY,    /* plain memory, the CPU and the model share it */
    DXGHOST_BAR_PORTS,     /* I/O ports: as registers, reached by READ_PORT_x/WRITE_PORT_x */
};

struct dxghost_bar {
    enum dxghost_bar_kind kind;
    bool prefetchable;
    uint64_t size_bytes; /* power of two, at least one page for memory and registers */
};

enum dxghost_pixel_format {
    DXGHOST_PIXEL_X8R8G8B8 = 1,
    DXGHOST_PIXEL_A8R8G8B8,
    DXGHOST_PIXEL_R5G6B5,
    DXGHOST_PIXEL_X8B8G8R8,
};

/*
 * The mode that firmware set at power-on, and the frame buffer it left: the board is the one the
 * machine was started with (the POST device), and its driver takes the frame buffer over.
 */
struct dxghost_post_display {
    uint32_t width;  /* pixels; 0: firmware set no mode here */
    uint32_t height; /* pixels */
    uint32_t pitch;  /* bytes */
    enum dxghost_pixel_format format;
    uint32_t bar;          /* of kind DXGHOST_BAR_MEMORY */
    uint64_t offset_bytes; /* of the first pixel in it */
};

/* What PnP finds on the bus. Filled once by describe() and constant afterwards. */
struct dxghost_device_identity {
    uint16_t vendor_id;
    uint16_t device_id;
    uint16_t subsystem_vendor_id;
    uint16_t subsystem_id;
    uint8_t revision;
    uint8_t class_code[3];       /* base class, sub class, programming interface */
    uint32_t interrupt_messages; /* 0: one level-triggered line; else MSI messages */
    struct dxghost_bar bars[DXGHOST_DEVICE_BAR_COUNT];
    struct dxghost_post_display post; /* zero for a board that firmware does not use */
};

/* The picture a monitor on one output would show now. */
struct dxghost_scanout {
    const void *pixels; /* valid until the next call into the model */
    uint32_t width;     /* pixels */
    uint32_t height;    /* pixels */
    uint32_t pitch;     /* bytes */
    enum dxghost_pixel_format format;
};

/* A deadline of the model's. Embed it, zero-initialise it, keep it alive while it is armed. */
struct dxghost_timer {
    void (*fire)(struct dxghost_timer *timer); /* set before the first timer_set */
    void *host;                                /* the bus's own; zero at first */
};

/*
 * What a model may ask of the machine. `context` is the first argument of each function.
 * Physical addresses are those of the machine's RAM, as a driver gets them from
 * MmGetPhysicalAddress; a transfer that leaves RAM fails and moves nothing.
 */
struct dxghost_bus {
    uint32_t version; /* DXGHOST_DEVICE_VERSION */
    void *context;

    /** time_ns - the virtual time, in nanoseconds since power-on */
    uint64_t (*time_ns)(void *context);
    /** timer_set - (re)arm a timer; fires once when the time reaches due_ns. NEVER disarms it. */
    void (*timer_set)(void *context, struct dxghost_timer *timer, uint64_t due_ns);

    /** dma_read - copy from RAM. Returns false, moving nothing, when any byte is not RAM. */
    bool (*dma_read)(void *context, uint64_t physical, void *buffer, size_t size_bytes);
    /** dma_write - copy to RAM. Returns false, moving nothing, when any byte is not RAM. */
    bool (*dma_write)(void *context, uint64_t physical, const void *buffer, size_t size_bytes);
    /**
     * dma_map - a direct pointer to a range of RAM, for rasterising in place
     * Returns: NULL when any byte is not RAM. The pointer lives as long as the machine.
     */
    void *(*dma_map)(void *context, uint64_t physical, size_t size_bytes);

    /** interrupt_set - drive a line (message 0) or, for MSI, raise one message when asserted */
    void (*interrupt_set)(void *context, uint32_t message, bool asserted);

    /** bar_memory - where a DXGHOST_BAR_MEMORY BAR lives in the host; size as described */
    void *(*bar_memory)(void *context, uint32_t bar);

    /** log - a line for the trace, at most 160 characters: device faults, malformed packets */
    void (*log)(void *context, const char *text);
};

/* What is true of an engine, whatever its registers and interrupts say. Fences are the submission
 * fence ids that the driver gave the board with its work. */
struct dxghost_engine_state {
    bool busy;              /* it has work, or a preemption is under way */
    bool stuck;             /* it hangs or has faulted: only a reset brings it back */
    uint32_t running_fence; /* 0: none */
    uint32_t retired_fence; /* of what ended last, with all its memory written; 0: nothing has */
};

struct dxghost_device_ops {
    uint32_t version; /* DXGHOST_DEVICE_VERSION */
    const char *name; /* "softgpu" */
    const char *summary;

    /* The PCI identity and the BARs of a board without options; else NULL, and describe tells. */
    const struct dxghost_device_identity *identity;

    /**
     * describe - state the PCI identity and the BARs; called before create
     * NULL for a board with an `identity`: options are refused then.
     * @options: "key=value,key=value" as given on the command line, or NULL
     * Returns: false when the options make no sense; the reason is in *error (static text).
     */
    bool (*describe)(const char *options, struct dxghost_device_identity *identity,
                     const char **error);
    /** create - power on. Returns: NULL when out of host memory. */
    struct dxghost_device *(*create)(const struct dxghost_bus *bus, const char *options);
    /**
     * destroy - the machine is gone; disarm nothing, free everything. Accepts NULL.
     * May be NULL itself: the instance is one block of the C library's, which is freed.
     */
    void (*destroy)(struct dxghost_device *device);

    /* Register and port BARs. size_bytes is 1, 2, 4 or 8, offset naturally aligned. */
    uint64_t (*register_read)(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                              uint32_t size_bytes);
    void (*register_write)(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                           uint32_t size_bytes, uint64_t value);

    /* Outputs. May be NULL for a device without any. Returns false while the output is dark. */
    bool (*scanout)(struct dxghost_device *device, uint32_t output,
                    struct dxghost_scanout *scanout);
    /**
     * plug - somebody plugs a monitor into an output, or pulls it out
     * @edid: what the monitor says of itself, 128-byte blocks; NULL: no monitor any more
     * Returns: false when the output does not exist. May be NULL: monitors stay where they are.
     */
    bool (*plug)(struct dxghost_device *device, uint32_t output, const uint8_t *edid,
                 size_t edid_bytes);

    /**
     * engine_state - for the checks that hold a driver's reports against the hardware
     * NULL where the board's work carries other numbers than submission fence ids: those checks
     * are left out then. Changes nothing. Returns: false when there is no such engine.
     */
    bool (*engine_state)(struct dxghost_device *device, uint32_t engine,
                         struct dxghost_engine_state *state);
};

/* The one symbol a device-model shared object exports. */
#define DXGHOST_DEVICE_ENTRY_SYMBOL "dxghost_device_entry"
typedef const struct dxghost_device_ops *(*dxghost_device_entry_fn)(void);

/* At the end of a model's file, without a semicolon: export it. */
#define DXGHOST_DEVICE_MODEL(device_ops)                                                           \
    const struct dxghost_device_ops *dxghost_device_entry(void);                                   \
    const struct dxghost_device_ops *dxghost_device_entry(void)                                    \
    {                                                                                              \
        return &(device_ops);                                                                      \
    }

#endif /* DXGHOST_DEVICE_H */
