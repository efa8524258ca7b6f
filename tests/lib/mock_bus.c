/* SPDX-License-Identifier: MIT */
#include "tests/lib/mock_bus.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* From this size on a BAR is mapped, so that only the pages a test touches cost anything. */
#define MAPPED_BAR_BYTES (1ull << 30)

static uint64_t bus_time_ns(void *context)
{
    return ((struct mock_bus *)context)->now_ns;
}

static void bus_timer_set(void *context, struct dxghost_timer *timer, uint64_t due_ns)
{
    struct mock_bus *mock = context;

    for (size_t i = 0; i < MOCK_BUS_TIMERS; i++) {
        if (mock->timers[i] == timer || mock->timers[i] == NULL) {
            mock->timers[i] = timer;
            mock->due_ns[i] = due_ns;
            return;
        }
    }
    abort(); /* a model with more timers than the mock has room for */
}

static uint8_t *ram_at(struct mock_bus *mock, uint64_t physical, size_t size_bytes)
{
    if (physical < MOCK_BUS_RAM_BASE || size_bytes > mock->ram_bytes ||
        physical - MOCK_BUS_RAM_BASE > mock->ram_bytes - size_bytes) {
        return NULL;
    }
    return mock->ram + (physical - MOCK_BUS_RAM_BASE);
}

static bool bus_dma_read(void *context, uint64_t physical, void *buffer, size_t size_bytes)
{
    const uint8_t *from = ram_at(context, physical, size_bytes);
    if (from != NULL) {
        memcpy(buffer, from, size_bytes);
    }
    return from != NULL;
}

static bool bus_dma_write(void *context, uint64_t physical, const void *buffer, size_t size_bytes)
{
    uint8_t *to = ram_at(context, physical, size_bytes);
    if (to != NULL) {
        memcpy(to, buffer, size_bytes);
    }
    return to != NULL;
}

static void *bus_dma_map(void *context, uint64_t physical, size_t size_bytes)
{
    return ram_at(context, physical, size_bytes);
}

static void bus_interrupt_set(void *context, uint32_t message, bool asserted)
{
    struct mock_bus *mock = context;

    if (message != 0) {
        abort(); /* the models under test have one message */
    }
    mock->rises += asserted ? 1 : 0;
    mock->line = asserted;
}

static void *bus_bar_memory(void *context, uint32_t bar)
{
    return ((struct mock_bus *)context)->bar_memory[bar];
}

static void bus_log(void *context, const char *text)
{
    struct mock_bus *mock = context;

    mock->log_count++;
    strncpy(mock->last_log, text, sizeof(mock->last_log) - 1);
}

static uint8_t *bar_alloc(uint64_t size_bytes)
{
    if (size_bytes < MAPPED_BAR_BYTES) {
        return calloc(1, size_bytes);
    }
    uint8_t *memory = mmap(NULL, size_bytes, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

static void bar_free(uint8_t *memory, uint64_t size_bytes)
{
    if (memory != NULL && size_bytes >= MAPPED_BAR_BYTES) {
        munmap(memory, size_bytes);
    } else {
        free(memory);
    }
}

bool mock_bus_init(struct mock_bus *mock, const struct dxghost_device_ops *ops, const char *options,
                   size_t ram_bytes)
{
    const char *error = NULL;

    memset(mock, 0, sizeof(*mock));
    mock->ops = ops;
    mock->bus = (struct dxghost_bus){
        .version = DXGHOST_DEVICE_VERSION,
        .context = mock,
        .time_ns = bus_time_ns,
        .timer_set = bus_timer_set,
        .dma_read = bus_dma_read,
        .dma_write = bus_dma_write,
        .dma_map = bus_dma_map,
        .interrupt_set = bus_interrupt_set,
        .bar_memory = bus_bar_memory,
        .log = bus_log,
    };
    if (!ops->describe(options, &mock->identity, &error)) {
        return false;
    }
    mock->ram = aligned_alloc(4096, ram_bytes);
    mock->ram_bytes = ram_bytes;
    memset(mock->ram, 0, ram_bytes);
    for (size_t i = 0; i < DXGHOST_DEVICE_BAR_COUNT; i++) {
        if (mock->identity.bars[i].kind == DXGHOST_BAR_MEMORY) {
            mock->bar_memory[i] = bar_alloc(mock->identity.bars[i].size_bytes);
        }
    }
    mock->device = ops->create(&mock->bus, options);
    if (mock->device == NULL) {
        mock_bus_fini(mock);
        return false;
    }
    return true;
}

void mock_bus_fini(struct mock_bus *mock)
{
    if (mock->ops != NULL) {
        mock->ops->destroy(mock->device);
    }
    for (size_t i = 0; i < DXGHOST_DEVICE_BAR_COUNT; i++) {
        bar_free(mock->bar_memory[i], mock->identity.bars[i].size_bytes);
    }
    free(mock->ram);
    memset(mock, 0, sizeof(*mock));
}

/* The armed timer that is due first; on a tie, the one armed first in the model's life. */
static size_t timer_first(const struct mock_bus *mock)
{
    size_t first = MOCK_BUS_TIMERS;

    for (size_t i = 0; i < MOCK_BUS_TIMERS; i++) {
        if (mock->timers[i] != NULL && mock->due_ns[i] != DXGHOST_TIME_NEVER &&
            (first == MOCK_BUS_TIMERS || mock->due_ns[i] < mock->due_ns[first])) {
            first = i;
        }
    }
    return first;
}

bool mock_bus_step(struct mock_bus *mock)
{
    size_t first = timer_first(mock);

    if (first == MOCK_BUS_TIMERS) {
        return false;
    }
    if (mock->due_ns[first] > mock->now_ns) {
        mock->now_ns = mock->due_ns[first];
    }
    mock->due_ns[first] = DXGHOST_TIME_NEVER;
    mock->timers[first]->fire(mock->timers[first]);
    return true;
}

void mock_bus_run_until(struct mock_bus *mock, uint64_t time_ns)
{
    for (;;) {
        size_t first = timer_first(mock);
        if (first == MOCK_BUS_TIMERS || mock->due_ns[first] > time_ns) {
            break;
        }
        mock_bus_step(mock);
    }
    mock->now_ns = time_ns;
}

uint32_t mock_bus_read32(struct mock_bus *mock, uint32_t offset)
{
    return (uint32_t)mock->ops->register_read(mock->device, 0, offset, 4);
}

void mock_bus_write32(struct mock_bus *mock, uint32_t offset, uint32_t value)
{
    mock->ops->register_write(mock->device, 0, offset, 4, value);
}

uint64_t mock_bus_read64(struct mock_bus *mock, uint32_t offset)
{
    return mock->ops->register_read(mock->device, 0, offset, 8);
}

void mock_bus_write64(struct mock_bus *mock, uint32_t offset, uint64_t value)
{
    mock->ops->register_write(mock->device, 0, offset, 8, value);
}
