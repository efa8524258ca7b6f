/* SPDX-License-Identifier: MIT */
#include "null.h"

#include <stdio.h>
#include <stdlib.h>

/* A register without a rule: memory. */
struct other {
    uint32_t bar;
    uint64_t offset;
    uint64_t value;
};

struct pending {
    struct dxghost_timer timer;
    struct dxghost_device *device;
    uint32_t message;
};

struct dxghost_device {
    const struct dxghost_bus *bus;
    struct null_script script;
    uint32_t next[NULL_RULES_MAX]; /* value of a read rule that comes next */
    struct pending pending[32];    /* by message */
    uint32_t other_count;
    struct other others[NULL_OTHERS_MAX];
};

static bool describe(const char *options, struct dxghost_device_identity *identity,
                     const char **error)
{
    struct null_script *script = malloc(sizeof(*script));

    if (script == NULL) {
        *error = "null: out of host memory";
        return false;
    }
    *error = null_script_read(options, script);
    *identity = script->identity;
    free(script);
    return *error == NULL;
}

static void fire(struct dxghost_timer *timer)
{
    struct pending *pending = (struct pending *)timer; /* its first member */

    pending->device->bus->interrupt_set(pending->device->bus->context, pending->message, true);
}

static struct dxghost_device *create(const struct dxghost_bus *bus, const char *options)
{
    struct dxghost_device *device = calloc(1, sizeof(*device));

    if (device == NULL || null_script_read(options, &device->script) != NULL) {
        free(device);
        return NULL;
    }
    device->bus = bus;
    for (uint32_t i = 0; i < 32; i++) {
        device->pending[i] = (struct pending){ .timer.fire = fire, .device = device, .message = i };
    }
    return device;
}

static void destroy(struct dxghost_device *device)
{
    free(device);
}

static void say(const struct dxghost_device *device, const char *what, uint32_t bar,
                uint64_t offset, uint64_t value)
{
    char line[160];

    (void)snprintf(line, sizeof(line), "null: %s BAR %u + 0x%llx, 0x%llx; no rule of the script",
                   what, bar, (unsigned long long)offset, (unsigned long long)value);
    device->bus->log(device->bus->context, line);
}

/* NULL when there is no room: then the register reads 0. */
static struct other *other_at(struct dxghost_device *device, const char *what, uint32_t bar,
                              uint64_t offset, uint64_t value)
{
    for (uint32_t i = 0; i < device->other_count; i++) {
        if (device->others[i].bar == bar && device->others[i].offset == offset) {
            return &device->others[i];
        }
    }
    if (device->other_count == NULL_OTHERS_MAX) {
        return NULL;
    }
    say(device, what, bar, offset, value);
    device->others[device->other_count] = (struct other){ .bar = bar, .offset = offset };
    return &device->others[device->other_count++];
}

static uint64_t register_read(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                              uint32_t size_bytes)
{
    const struct other *other;

    (void)size_bytes;
    for (uint32_t i = 0; i < device->script.rule_count; i++) {
        const struct null_rule *rule = &device->script.rules[i];

        if (rule->kind == NULL_READ && rule->bar == bar && rule->offset == offset) {
            uint64_t value = rule->values[device->next[i]];

            device->next[i] += device->next[i] + 1 < rule->count;
            return value;
        }
    }
    other = other_at(device, "a read of", bar, offset, 0);
    return other != NULL ? other->value : 0;
}

static void register_write(struct dxghost_device *device, uint32_t bar, uint64_t offset,
                           uint32_t size_bytes, uint64_t value)
{
    const struct dxghost_bus *bus = device->bus;
    struct other *other;
    bool known = false;

    (void)size_bytes;
    for (uint32_t i = 0; i < device->script.rule_count; i++) {
        const struct null_rule *rule = &device->script.rules[i];

        if (rule->bar != bar || rule->offset != offset) {
            continue;
        }
        known = true;
        if (rule->kind == NULL_RAISE && rule->values[0] == value && rule->message < 32) {
            bus->timer_set(bus->context, &device->pending[rule->message].timer,
                           bus->time_ns(bus->context) + 1000);
        } else if (rule->kind == NULL_CLEAR && rule->values[0] == value) {
            bus->interrupt_set(bus->context, rule->message, false);
        }
    }
    if (!known) {
        other = other_at(device, "a write to", bar, offset, value);
        if (other != NULL) {
            other->value = value;
        }
    }
}

/* With a mode of firmware's its frame buffer is what a monitor shows. */
static bool scanout(struct dxghost_device *device, uint32_t output, struct dxghost_scanout *picture)
{
    const struct dxghost_post_display *post = &device->script.identity.post;

    if (output != 0 || post->width == 0) {
        return false;
    }
    *picture = (struct dxghost_scanout){
        .pixels = device->bus->bar_memory(device->bus->context, post->bar),
        .width = post->width,
        .height = post->height,
        .pitch = post->pitch,
        .format = post->format,
    };
    return true;
}

const struct dxghost_device_ops *null_device_entry(void)
{
    static const struct dxghost_device_ops ops = {
        .version = DXGHOST_DEVICE_VERSION,
        .name = "null",
        .summary = "no hardware: registers answer by a script; for boards without a model",
        .describe = describe,
        .create = create,
        .destroy = destroy,
        .register_read = register_read,
        .register_write = register_write,
        .scanout = scanout,
    };

    return &ops;
}
