/* SPDX-License-Identifier: MIT */
/*
 * A device model for dxghost, complete and short: what copier_regs.h describes.
 *
 *   cc -shared -fPIC -I include -o copier_board.so examples/copier/copier_board.c
 *   dxghost run --driver my.so --device ./copier_board.so --scene start
 *
 * The machine calls the functions of `ops` at the end, one at a time. A model does nothing between
 * these calls; what takes time is a timer. It reaches memory and interrupts through the bus only.
 */
#include "copier_regs.h"
#include "dxghost/device.h"

#include <stdlib.h>
#include <string.h>

/* The name is yours to fill: every call gets a pointer to it back. */
struct dxghost_device {
    const struct dxghost_bus *bus;
    struct dxghost_timer done; /* fires when the list under way is finished */
    uint64_t list;
    uint32_t count;
    uint32_t fence;
    uint32_t status;
    uint32_t completed;
};

/* What PnP finds: ids, class, BARs. Called before create; nothing is remembered here. */
static bool describe(const char *options, struct dxghost_device_identity *identity,
                     const char **error)
{
    if (options != NULL) {
        *error = "copier: this board has no options"; /* shown to the user, exit status 2 */
        return false;
    }
    *identity = (struct dxghost_device_identity){
        .vendor_id = COPIER_VENDOR_ID,
        .device_id = COPIER_DEVICE_ID,
        .class_code = { 0x03, 0x80, 0x00 }, /* display controller, other */
        .interrupt_messages = 0,            /* one level-triggered line */
        .bars[0] = { .kind = DXGHOST_BAR_REGISTERS, .size_bytes = 0x1000 },
    };
    return true;
}

/* dma_map refuses a range that leaves RAM, so a wild address is a fault and not a crash. */
static bool execute(struct dxghost_device *board, const struct copier_command *command)
{
    const struct dxghost_bus *bus = board->bus;
    void *to;
    const void *from;

    if (command->opcode == COPIER_NOP) {
        return true;
    }
    to = bus->dma_map(bus->context, command->to, command->bytes);
    if (to == NULL) {
        return false;
    }
    if (command->opcode == COPIER_FILL) {
        memset(to, (int)(command->from & 0xFF), command->bytes);
        return true;
    }
    from = bus->dma_map(bus->context, command->from, command->bytes);
    if (command->opcode != COPIER_COPY || from == NULL) {
        return false;
    }
    memmove(to, from, command->bytes);
    return true;
}

/* The work happens here, when its time is over; so the driver cannot see it half done. */
static void finish(struct dxghost_timer *timer)
{
    struct dxghost_device *board =
        (struct dxghost_device *)((char *)timer - offsetof(struct dxghost_device, done));
    const struct dxghost_bus *bus = board->bus;

    for (uint32_t i = 0; i < board->count; i++) {
        struct copier_command command;

        if (!bus->dma_read(bus->context, board->list + i * sizeof(command), &command,
                           sizeof(command)) ||
            !execute(board, &command)) {
            board->status |= COPIER_STATUS_FAULT;
            bus->log(bus->context, "copier: a command is wrong or leaves memory"); /* the trace */
            break;
        }
    }
    board->completed = board->fence;
    board->status = (board->status & ~COPIER_STATUS_BUSY) | COPIER_STATUS_DONE;
    bus->interrupt_set(bus->context, 0, true);
}

static struct dxghost_device *create(const struct dxghost_bus *bus, const char *options)
{
    struct dxghost_device *board = calloc(1, sizeof(*board));

    (void)options;
    if (board != NULL) {
        board->bus = bus;
        board->done.fire = finish;
    }
    return board;
}

static void destroy(struct dxghost_device *board)
{
    free(board);
}

static uint64_t register_read(struct dxghost_device *board, uint32_t bar, uint64_t offset,
                              uint32_t size_bytes)
{
    (void)bar;
    (void)size_bytes;
    switch (offset) {
    case COPIER_ID:
        return COPIER_ID_VALUE;
    case COPIER_STATUS:
        return board->status;
    case COPIER_COMPLETED:
        return board->completed;
    default:
        return 0;
    }
}

static void start(struct dxghost_device *board)
{
    const struct dxghost_bus *bus = board->bus;

    if (board->status & COPIER_STATUS_BUSY) {
        board->status |= COPIER_STATUS_FAULT;
        return;
    }
    board->status |= COPIER_STATUS_BUSY;
    /* A microsecond for each command: virtual time, which costs nothing to wait for. */
    bus->timer_set(bus->context, &board->done, bus->time_ns(bus->context) + 1000 * board->count);
}

static void register_write(struct dxghost_device *board, uint32_t bar, uint64_t offset,
                           uint32_t size_bytes, uint64_t value)
{
    (void)bar;
    (void)size_bytes;
    switch (offset) {
    case COPIER_LIST_LO:
        board->list = (board->list & ~UINT64_C(0xFFFFFFFF)) | value;
        break;
    case COPIER_LIST_HI:
        board->list = (board->list & 0xFFFFFFFFu) | value << 32;
        break;
    case COPIER_COUNT:
        board->count = (uint32_t)value;
        break;
    case COPIER_FENCE:
        board->fence = (uint32_t)value;
        break;
    case COPIER_GO:
        start(board);
        break;
    case COPIER_STATUS:
        board->status &= ~((uint32_t)value & (COPIER_STATUS_DONE | COPIER_STATUS_FAULT));
        board->bus->interrupt_set(board->bus->context, 0, board->status & COPIER_STATUS_DONE);
        break;
    default:
        break;
    }
}

/* The one symbol dxghost looks for. */
const struct dxghost_device_ops *dxghost_device_entry(void);

const struct dxghost_device_ops *dxghost_device_entry(void)
{
    static const struct dxghost_device_ops ops = {
        .version = DXGHOST_DEVICE_VERSION,
        .name = "copier",
        .summary = "copies and fills memory",
        .describe = describe,
        .create = create,
        .destroy = destroy,
        .register_read = register_read,
        .register_write = register_write,
        .scanout = NULL, /* no picture */
    };

    return &ops;
}
