/* SPDX-License-Identifier: MIT */
#include "machine/device_host.h"

#include "machine/device_config.h"
#include "machine/heap.h"
#include "machine/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Where BARs that must have a 32-bit address go: the classic PCI hole below the local APIC. */
#define LOW_BAR_BASE UINT64_C(0xC0000000)
#define LOW_BAR_END UINT64_C(0xFEC00000)
#define PORT_BASE UINT64_C(0xC000)
#define PORT_END UINT64_C(0x10000)
#define PORT_BAR_BYTES_MAX 256u

#define FIRST_DEVICE_IRQL 5u
#define LOG_CHARACTERS_MAX 160u

/* One armed deadline of a model. */
struct device_timer {
    struct clock_event event;
    struct device_host *host;
    struct dxghost_timer *timer;
    struct list link; /* device_host.timers */
};

static void timer_forget(struct device_timer *armed)
{
    armed->timer->host = NULL;
    list_remove(&armed->link);
    machine_heap_free(armed->host->machine, armed);
}

static void timer_due(struct clock_event *event)
{
    struct device_timer *armed = DXGH_CONTAINER_OF(event, struct device_timer, event);
    struct dxghost_timer *timer = armed->timer;

    timer_forget(armed); /* first: the model may arm it again, or free it */
    timer->fire(timer);
}

static uint64_t bus_time_ns(void *context)
{
    return ((struct device_host *)context)->machine->clock.now_ns;
}

static void bus_timer_set(void *context, struct dxghost_timer *timer, uint64_t due_ns)
{
    struct device_host *host = context;
    struct device_timer *armed = timer->host;

    if (due_ns == DXGHOST_TIME_NEVER) {
        if (armed != NULL) {
            (void)clock_event_cancel(&host->machine->clock, &armed->event);
            timer_forget(armed);
        }
        return;
    }
    if (armed == NULL) {
        armed = MACHINE_NEW(host->machine, struct device_timer);
        armed->event.fire = timer_due;
        armed->host = host;
        armed->timer = timer;
        timer->host = armed;
        list_push_back(&host->timers, &armed->link);
    }
    clock_event_set(&host->machine->clock, &armed->event, due_ns);
}

static void *bus_dma_map(void *context, uint64_t physical, size_t size_bytes)
{
    return memory_pointer(((struct device_host *)context)->machine, physical, size_bytes);
}

static bool bus_dma_read(void *context, uint64_t physical, void *buffer, size_t size_bytes)
{
    const void *ram = bus_dma_map(context, physical, size_bytes);

    if (ram == NULL) {
        return false;
    }
    memcpy(buffer, ram, size_bytes);
    return true;
}

static bool bus_dma_write(void *context, uint64_t physical, const void *buffer, size_t size_bytes)
{
    void *ram = bus_dma_map(context, physical, size_bytes);

    if (ram == NULL) {
        return false;
    }
    memcpy(ram, buffer, size_bytes);
    return true;
}

static void bus_interrupt_set(void *context, uint32_t message, bool asserted)
{
    struct device_host *host = context;

    DXGH_ASSERT(message < host->line_count);
    interrupt_line_set(host->machine, &host->lines[message], asserted);
}

static void *bus_bar_memory(void *context, uint32_t bar)
{
    struct device_host *host = context;

    return bar < DXGHOST_DEVICE_BAR_COUNT ? host->bars[bar].memory : NULL;
}

static void bus_log(void *context, const char *text)
{
    struct machine *machine = ((struct device_host *)context)->machine;
    char line[LOG_CHARACTERS_MAX + 1];

    (void)snprintf(line, sizeof(line), "%s", text);
    machine_event(machine, MACHINE_EVENT_DEVICE_LOG, 0, 0);
    if (machine->hooks.device_log != NULL) {
        machine->hooks.device_log(machine, line);
    }
}

static uint64_t bar_event_place(const struct device_host_bar *bar, uint64_t offset)
{
    return (uint64_t)bar->index << 32 | offset;
}

static uint64_t bar_read(void *context, uint64_t offset, uint32_t size_bytes)
{
    struct device_host_bar *bar = context;
    struct device_host *host = bar->host;
    uint64_t value = mmio_cut(
        host->ops->register_read(host->device, bar->index, offset, size_bytes), size_bytes);

    machine_event(host->machine, MACHINE_EVENT_REGISTER_READ, bar_event_place(bar, offset), value);
    return value;
}

static void bar_write(void *context, uint64_t offset, uint32_t size_bytes, uint64_t value)
{
    struct device_host_bar *bar = context;
    struct device_host *host = bar->host;

    /* Before the model acts, so that a line it raises follows its cause. */
    machine_event(host->machine, MACHINE_EVENT_REGISTER_WRITE, bar_event_place(bar, offset), value);
    host->ops->register_write(host->device, bar->index, offset, size_bytes, value);
}

static const char *check_bar(const struct dxghost_bar *bar)
{
    switch (bar->kind) {
    case DXGHOST_BAR_NONE:
        return NULL;
    case DXGHOST_BAR_REGISTERS:
    case DXGHOST_BAR_MEMORY:
        if (bar->size_bytes < DXGH_PAGE_SIZE) {
            return "the device model describes a BAR smaller than a page";
        }
        break;
    case DXGHOST_BAR_PORTS:
        if (bar->size_bytes < 4 || bar->size_bytes > PORT_BAR_BYTES_MAX) {
            return "the device model describes a port BAR that is not 4 to 256 bytes";
        }
        break;
    default:
        return "the device model describes a BAR of an unknown kind";
    }
    if ((bar->size_bytes & (bar->size_bytes - 1)) != 0) {
        return "the device model describes a BAR whose size is not a power of two";
    }
    return NULL;
}

static const char *check_identity(const struct dxghost_device_identity *identity)
{
    if (identity->interrupt_messages > DEVICE_HOST_MESSAGES_MAX) {
        return "the device model asks for more than 32 interrupt messages";
    }
    for (uint32_t i = 0; i < DXGHOST_DEVICE_BAR_COUNT; i++) {
        const char *reason = check_bar(&identity->bars[i]);

        if (reason != NULL) {
            return reason;
        }
    }
    return NULL;
}

static const char *describe(const struct dxghost_device_ops *ops, const char *options,
                            struct dxghost_device_identity *identity)
{
    const char *error = NULL;

    if (ops == NULL || ops->version != DXGHOST_DEVICE_VERSION) {
        return "the device model is built for another version of dxghost/device.h";
    }
    if ((ops->describe == NULL && ops->identity == NULL) || ops->create == NULL ||
        ops->register_read == NULL || ops->register_write == NULL) {
        return "the device model lacks a mandatory function";
    }
    if (ops->describe == NULL) {
        *identity = *ops->identity;
        return options == NULL || *options == '\0' ? check_identity(identity)
                                                   : "the board has no options";
    }
    if (!ops->describe(options, identity, &error)) {
        return error != NULL ? error : "the device model refuses its options";
    }
    return check_identity(identity);
}

/* The first free address in [base, end) for a BAR, above every BAR already there. */
static uint64_t address_above(const struct machine *machine, uint64_t base, uint64_t end,
                              uint64_t size_bytes)
{
    uint64_t address = base;

    LIST_FOR_EACH(link, &machine->devices) {
        const struct device_host *host = LIST_ENTRY_OF(link, struct device_host, link);

        for (uint32_t i = 0; i < DXGHOST_DEVICE_BAR_COUNT; i++) {
            uint64_t physical = host->bars[i].physical;

            if (physical >= base && physical < end) {
                address = DXGH_MAX(address, physical + host->identity.bars[i].size_bytes);
            }
        }
    }
    address = align_up(address, size_bytes);
    return address < end && size_bytes <= end - address ? address : 0;
}

static uint64_t bar_place(struct device_host *host, uint32_t index)
{
    struct machine *machine = host->machine;
    uint64_t size_bytes = host->identity.bars[index].size_bytes;

    if (host->identity.bars[index].kind == DXGHOST_BAR_PORTS) {
        return address_above(machine, PORT_BASE, PORT_END, size_bytes);
    }
    if (device_config_bar_is_wide(&host->identity, index)) {
        uint64_t address = align_up(machine->next_bar_physical, size_bytes);

        machine->next_bar_physical = address + size_bytes;
        return address;
    }
    if (MEMORY_RAM_BASE + machine->config.ram_bytes > LOW_BAR_BASE) {
        return 0;
    }
    return address_above(machine, LOW_BAR_BASE, LOW_BAR_END, size_bytes);
}

static const char *bar_create(struct device_host *host, uint32_t index)
{
    struct device_host_bar *bar = &host->bars[index];
    const struct dxghost_bar *described = &host->identity.bars[index];

    bar->host = host;
    bar->index = index;
    if (described->kind == DXGHOST_BAR_NONE) {
        return NULL;
    }
    bar->physical = bar_place(host, index);
    if (bar->physical == 0) {
        return "the device's BARs do not fit below 4 GiB";
    }
    if (described->kind == DXGHOST_BAR_MEMORY) {
        void *memory = mmap(NULL, described->size_bytes, PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

        if (memory == MAP_FAILED) {
            return "the host has no room for the device's memory";
        }
        bar->memory = memory;
        return NULL;
    }
    bar->region.size_bytes = described->size_bytes;
    bar->region.read = bar_read;
    bar->region.write = bar_write;
    bar->region.context = bar;
    return mmio_region_add(host->machine, &bar->region)
               ? NULL
               : "the host has no address space for the device's registers";
}

static void bar_destroy(struct device_host *host, uint32_t index)
{
    struct device_host_bar *bar = &host->bars[index];

    if (bar->memory != NULL) {
        (void)munmap(bar->memory, host->identity.bars[index].size_bytes);
    }
    if (bar->region.base != 0) {
        mmio_region_remove(host->machine, &bar->region);
    }
}

static void bus_init(struct device_host *host)
{
    host->bus = (struct dxghost_bus){
        .version = DXGHOST_DEVICE_VERSION,
        .context = host,
        .time_ns = bus_time_ns,
        .timer_set = bus_timer_set,
        .dma_read = bus_dma_read,
        .dma_write = bus_dma_write,
        .dma_map = bus_dma_map,
        .interrupt_set = bus_interrupt_set,
        .bar_memory = bus_bar_memory,
        .log = bus_log,
    };
}

static void lines_init(struct device_host *host)
{
    uint32_t device_count = 0;

    LIST_FOR_EACH(link, &host->machine->devices) {
        device_count++;
    }

    /* Each device its own level, from 5 up; a ninth shares with the first. */
    uint32_t irql_count = IRQL_DEVICE_MAX - FIRST_DEVICE_IRQL + 1;
    uint8_t irql = (uint8_t)(FIRST_DEVICE_IRQL + (device_count - 1) % irql_count);
    bool level = host->identity.interrupt_messages == 0;

    host->line_count = level ? 1 : host->identity.interrupt_messages;
    for (uint32_t i = 0; i < host->line_count; i++) {
        interrupt_line_init(host->machine, &host->lines[i], irql, level);
    }
}

struct device_host *device_host_create(struct machine *machine,
                                       const struct dxghost_device_ops *ops, const char *options,
                                       const char **error)
{
    struct dxghost_device_identity identity = { 0 };
    const char *reason = describe(ops, options, &identity);

    if (reason != NULL) {
        *error = reason;
        return NULL;
    }

    struct device_host *host = MACHINE_NEW(machine, struct device_host);

    host->machine = machine;
    host->ops = ops;
    host->identity = identity;
    list_init(&host->timers);
    list_push_back(&machine->devices, &host->link);
    bus_init(host);
    lines_init(host);
    for (uint32_t i = 0; i < DXGHOST_DEVICE_BAR_COUNT && reason == NULL; i++) {
        reason = bar_create(host, i);
    }
    if (reason == NULL) {
        device_config_fill(host);
        host->device = ops->create(&host->bus, options);
        if (host->device != NULL) {
            return host;
        }
        reason = "the device model could not be created: out of host memory";
    }
    device_host_destroy(host);
    *error = reason;
    return NULL;
}

void device_host_timers_only(struct machine *machine)
{
    clock_keep_only(&machine->clock, timer_due);
}

void device_host_destroy(struct device_host *host)
{
    if (host == NULL) {
        return;
    }

    struct machine *machine = host->machine;

    if (host->device != NULL) {
        if (host->ops->destroy != NULL) {
            host->ops->destroy(host->device);
        } else {
            free(host->device);
        }
    }
    LIST_FOR_EACH_SAFE(link, &host->timers) {
        /* The model is gone and its timers with it: only our own half is touched. */
        struct device_timer *armed = LIST_ENTRY_OF(link, struct device_timer, link);

        (void)clock_event_cancel(&machine->clock, &armed->event);
        machine_heap_free(machine, armed);
    }
    for (uint32_t i = 0; i < host->line_count; i++) {
        interrupt_line_fini(machine, &host->lines[i]);
    }
    for (uint32_t i = 0; i < DXGHOST_DEVICE_BAR_COUNT; i++) {
        bar_destroy(host, i);
    }
    list_remove(&host->link);
    machine_heap_free(machine, host);
}

void *device_host_map(struct machine *machine, uint64_t physical, uint64_t size_bytes)
{
    LIST_FOR_EACH(link, &machine->devices) {
        struct device_host *host = LIST_ENTRY_OF(link, struct device_host, link);

        for (uint32_t i = 0; i < DXGHOST_DEVICE_BAR_COUNT; i++) {
            const struct device_host_bar *bar = &host->bars[i];
            uint64_t offset = physical - bar->physical;
            uint64_t bar_bytes = host->identity.bars[i].size_bytes;

            if (bar->physical == 0 || offset >= bar_bytes || size_bytes > bar_bytes - offset) {
                continue;
            }
            return bar->memory != NULL ? (char *)bar->memory + offset
                                       : (char *)bar->region.base + offset;
        }
    }
    return NULL;
}

/* Whole pages of memory that is there, not registers. */
static void *memory_of(struct machine *machine, uint64_t physical, uint64_t size_bytes)
{
    LIST_FOR_EACH(link, &machine->devices) {
        struct device_host *host = LIST_ENTRY_OF(link, struct device_host, link);

        for (uint32_t i = 0; i < DXGHOST_DEVICE_BAR_COUNT; i++) {
            const struct device_host_bar *bar = &host->bars[i];
            uint64_t offset = physical - bar->physical;
            uint64_t bar_bytes = host->identity.bars[i].size_bytes;

            if (bar->memory != NULL && offset < bar_bytes && size_bytes <= bar_bytes - offset) {
                return (char *)bar->memory + offset;
            }
        }
    }
    return NULL;
}

/* A length of 0 makes a second mapping of shared pages, and leaves the first. */
void *device_host_view_open(struct machine *machine, uint64_t physical, uint64_t size_bytes)
{
    void *memory = memory_of(machine, physical, size_bytes);
    void *view;

    if (memory == NULL || physical % DXGH_PAGE_SIZE != 0 || size_bytes % DXGH_PAGE_SIZE != 0) {
        return NULL;
    }
    view = mremap(memory, 0, size_bytes, MREMAP_MAYMOVE);
    return view == MAP_FAILED ? NULL : view;
}

void device_host_view_revoke(void *view, uint64_t size_bytes)
{
    void *nobody = mmap(view, size_bytes, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0);

    DXGH_ASSERT(nobody == view);
}

void device_host_view_show(void *view, void *memory, uint64_t size_bytes)
{
    DXGH_ASSERT(mremap(memory, 0, size_bytes, MREMAP_MAYMOVE | MREMAP_FIXED, view) == view);
}

void device_host_view_restore(struct machine *machine, void *view, uint64_t physical,
                              uint64_t size_bytes)
{
    void *memory = memory_of(machine, physical, size_bytes);

    DXGH_ASSERT(memory != NULL);
    device_host_view_show(view, memory, size_bytes);
}

void device_host_view_close(void *view, uint64_t size_bytes)
{
    (void)munmap(view, size_bytes);
}
