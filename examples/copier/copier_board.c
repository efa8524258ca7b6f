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
    struct dxghost_timer done;                    /* fires when the list under way is finished */
    uint32_t registers[COPIER_COMPLETED / 4 + 1]; /* by offset, four bytes each */
};

static uint32_t *at(struct dxghost_device *board, uint64_t offset)
{
    return &board->registers[offset / 4];
}

/* dma_map refuses a range that leaves RAM, so a wild address is a fault and not a crash. */
static bool execute(const struct dxghost_bus *bus, const struct copier_command *command)
{
    void *to = bus->dma_map(bus->context, command->to, command->bytes);
    const void *from = bus->dma_map(bus->context, command->from, command->bytes);

    if (command->opcode == COPIER_FILL && to != NULL) {
        memset(to, (int)(command->from & 0xFF), command->bytes);
    } else if (command->opcode == COPIER_COPY && to != NULL && from != NULL) {
        memmove(to, from, command->bytes);
    } else {
        return command->opcode == COPIER_NOP;
    }
    return true;
}

/* The work happens here, when its time is over; so the driver cannot see it half done. */
static void finish(struct dxghost_timer *timer)
{
    struct dxghost_device *board =
        (struct dxghost_device *)((char *)timer - offsetof(struct dxghost_device, done));
    const struct dxghost_bus *bus = board->bus;
    uint64_t list = *at(board, COPIER_LIST_LO) | (uint64_t)*at(board, COPIER_LIST_HI) << 32;

    for (uint32_t i = 0; i < *at(board, COPIER_COUNT); i++) {
        struct copier_command command;

        if (!bus->dma_read(bus->context, list + i * sizeof(command), &command, sizeof(command)) ||
            !execute(bus, &command)) {
            *at(board, COPIER_STATUS) |= COPIER_STATUS_FAULT;
            bus->log(bus->context, "copier: a command is wrong or leaves memory"); /* the trace */
            break;
        }
    }
    *at(board, COPIER_COMPLETED) = *at(board, COPIER_FENCE);
    *at(board, COPIER_STATUS) &= ~COPIER_STATUS_BUSY;
    *at(board, COPIER_STATUS) |= COPIER_STATUS_DONE;
    bus->interrupt_set(bus->context, 0, true);
}

/* Power on. The registers keep their reset values, the timer gets its function. */
static struct dxghost_device *create(const struct dxghost_bus *bus, const char *options)
{
    struct dxghost_device *board = calloc(1, sizeof(*board));

    (void)options;
    if (board != NULL) {
        board->bus = bus;
        board->done.fire = finish;
        *at(board, COPIER_ID) = COPIER_ID_VALUE;
    }
    return board;
}

static uint64_t register_read(struct dxghost_device *board, uint32_t bar, uint64_t offset,
                              uint32_t size_bytes)
{
    (void)bar; /* there is only one, and the board answers 32-bit accesses */
    return offset <= COPIER_COMPLETED && size_bytes == 4 ? *at(board, offset) : 0;
}

static void start(struct dxghost_device *board)
{
    const struct dxghost_bus *bus = board->bus;
    uint64_t duration_ns = 1000 * (uint64_t)*at(board, COPIER_COUNT);

    if (*at(board, COPIER_STATUS) & COPIER_STATUS_BUSY) {
        *at(board, COPIER_STATUS) |= COPIER_STATUS_FAULT;
        return;
    }
    *at(board, COPIER_STATUS) |= COPIER_STATUS_BUSY;
    /* A microsecond for each command: virtual time, which costs nothing to wait for. */
    bus->timer_set(bus->context, &board->done, bus->time_ns(bus->context) + duration_ns);
}

static void register_write(struct dxghost_device *board, uint32_t bar, uint64_t offset,
                           uint32_t size_bytes, uint64_t value)
{
    (void)bar;
    if (size_bytes == 4 && offset >= COPIER_LIST_LO && offset <= COPIER_FENCE) {
        *at(board, offset) = (uint32_t)value;
    } else if (offset == COPIER_GO) {
        start(board);
    } else if (offset == COPIER_STATUS) {
        *at(board, offset) &= ~((uint32_t)value & (COPIER_STATUS_DONE | COPIER_STATUS_FAULT));
        board->bus->interrupt_set(board->bus->context, 0, *at(board, offset) & COPIER_STATUS_DONE);
    }
}

/* What PnP finds: ids, class, BARs. A board with options has a function `describe` instead. */
static const struct dxghost_device_identity identity = {
    .vendor_id = COPIER_VENDOR_ID,
    .device_id = COPIER_DEVICE_ID,
    .class_code = { 0x03, 0x80, 0x00 }, /* display controller, other */
    .interrupt_messages = 0,            /* one level-triggered line */
    .bars[0] = { .kind = DXGHOST_BAR_REGISTERS, .size_bytes = 0x1000 },
};

/* A board with a picture has `scanout`, too; and `destroy` when there is more than one block. */
static const struct dxghost_device_ops ops = {
    .version = DXGHOST_DEVICE_VERSION,
    .name = "copier",
    .summary = "copies and fills memory",
    .identity = &identity,
    .create = create,
    .register_read = register_read,
    .register_write = register_write,
};

DXGHOST_DEVICE_MODEL(ops)
