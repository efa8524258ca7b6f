/* SPDX-License-Identifier: MIT */
#include "object/handle.h"

#include "machine/causality.h"
#include "machine/heap.h"

#include <string.h>

/* A handle: bits 0..17 index, 18..21 type, 22..29 generation, 30 and 31 the space. A client's have
 * bit 30 as Windows' own have; 0 in both bits is in no space, so 0 is never a handle. */
#define INDEX_BITS 18u
#define INDEX_MASK ((1u << INDEX_BITS) - 1)
#define TYPE_SHIFT INDEX_BITS
#define TYPE_MASK 0xFu
#define GENERATION_SHIFT 22u
#define GENERATION_MASK 0xFFu
#define SPACE_SHIFT 30u

/* Slots are used again in the order in which they became free, and never the last of them: a stale
 * number comes back to life after 256 uses of all of these at the earliest. */
#define FREE_MIN 64u

static uint32_t mark_of(enum handle_space space)
{
    switch (space) {
    case HANDLE_SPACE_PROCESS:
        return 1u << SPACE_SHIFT;
    case HANDLE_SPACE_GLOBAL:
        return 3u << SPACE_SHIFT;
    case HANDLE_SPACE_KERNEL:
    default:
        return 2u << SPACE_SHIFT;
    }
}

void handle_table_init_space(struct handle_table *table, struct machine *machine,
                             enum handle_space space)
{
    *table = (struct handle_table){ .machine = machine, .mark = mark_of(space) };
}

void handle_table_init(struct handle_table *table, struct machine *machine)
{
    handle_table_init_space(table, machine, HANDLE_SPACE_KERNEL);
}

void handle_table_fini(struct handle_table *table)
{
    machine_heap_free(table->machine, table->slots);
    *table = (struct handle_table){ 0 };
}

static void append_free(struct handle_table *table, uint32_t index)
{
    table->slots[index].next_free = 0;
    if (table->first_free == 0) {
        table->first_free = index + 1;
    } else {
        table->slots[table->last_free - 1].next_free = index + 1;
    }
    table->last_free = index + 1;
}

static bool grow(struct handle_table *table)
{
    uint32_t capacity = table->capacity == 0 ? 2 * FREE_MIN : table->capacity * 2;
    struct handle_slot *slots;

    if (capacity > INDEX_MASK + 1) {
        return false;
    }
    slots = machine_heap_alloc(table->machine, capacity * sizeof(*slots));
    if (table->slots != NULL) {
        memcpy(slots, table->slots, table->capacity * sizeof(*slots));
        machine_heap_free(table->machine, table->slots);
    }
    table->slots = slots;
    for (uint32_t i = table->capacity; i < capacity; i++) {
        append_free(table, i);
    }
    table->capacity = capacity;
    return true;
}

uint32_t handle_add(struct handle_table *table, enum handle_type type, void *object)
{
    DXGH_ASSERT(object != NULL && type < HANDLE_TYPE_COUNT);
    if (table->capacity - table->count <= FREE_MIN) {
        (void)grow(table); /* at its largest, the table is used up */
    }
    if (table->first_free == 0) {
        return 0;
    }

    uint32_t index = table->first_free - 1;
    struct handle_slot *slot = &table->slots[index];

    table->first_free = slot->next_free;
    slot->object = object;
    slot->type = (uint8_t)type;
    slot->generation++;
    table->count++;
    causality_release(table);
    return table->mark | (uint32_t)slot->generation << GENERATION_SHIFT |
           (uint32_t)type << TYPE_SHIFT | index;
}

static struct handle_slot *find_slot(const struct handle_table *table, uint32_t handle)
{
    uint32_t index = handle & INDEX_MASK;
    struct handle_slot *slot;

    if ((handle & ~(GENERATION_MASK << GENERATION_SHIFT | TYPE_MASK << TYPE_SHIFT | INDEX_MASK)) !=
            table->mark ||
        index >= table->capacity) {
        return NULL;
    }
    slot = &table->slots[index];
    if (slot->object == NULL || slot->type != ((handle >> TYPE_SHIFT) & TYPE_MASK) ||
        slot->generation != ((handle >> GENERATION_SHIFT) & GENERATION_MASK)) {
        return NULL;
    }
    return slot;
}

void *handle_find(const struct handle_table *table, enum handle_type type, uint32_t handle)
{
    struct handle_slot *slot = find_slot(table, handle);

    causality_acquire(table);
    return slot != NULL && slot->type == type ? slot->object : NULL;
}

bool handle_in_space(uint32_t handle, enum handle_space space)
{
    return (handle & (3u << SPACE_SHIFT)) == mark_of(space);
}

void *handle_next(const struct handle_table *table, enum handle_type type, uint32_t *cursor)
{
    while (*cursor < table->capacity) {
        const struct handle_slot *slot = &table->slots[(*cursor)++];

        if (slot->object != NULL && slot->type == type) {
            return slot->object;
        }
    }
    return NULL;
}

void handle_remove(struct handle_table *table, uint32_t handle)
{
    struct handle_slot *slot = find_slot(table, handle);

    DXGH_ASSERT(slot != NULL);
    slot->object = NULL;
    append_free(table, handle & INDEX_MASK);
    table->count--;
}
