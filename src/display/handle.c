/* SPDX-License-Identifier: MIT */
#include "display/handle.h"

#include "machine/heap.h"

#define HANDLE_BASE UINT64_C(0xFFFFD00000000000)
#define HANDLE_SLOT_SHIFT 4u
#define HANDLE_SLOTS_MAX 4096u
#define HANDLE_GENERATION_SHIFT 16u
#define HANDLE_GENERATION_MAX ((UINT32_C(1) << 28) - 1)
#define HANDLE_SLOTS_FIRST 64u

struct display_handle {
    void *object; /* NULL: free */
    enum display_object kind;
    uint32_t generation; /* of the present or the last object; 0 before the first */
};

static bool decode(const struct display_state *state, const void *handle, uint32_t *slot,
                   uint32_t *generation)
{
    uint64_t value = (uint64_t)(uintptr_t)handle;
    uint64_t body = value - HANDLE_BASE;

    if (value < HANDLE_BASE || (body >> HANDLE_GENERATION_SHIFT) > HANDLE_GENERATION_MAX ||
        (body & ((1u << HANDLE_SLOT_SHIFT) - 1)) != 0) {
        return false;
    }
    *slot = (uint32_t)(body >> HANDLE_SLOT_SHIFT) & (HANDLE_SLOTS_MAX - 1);
    *generation = (uint32_t)(body >> HANDLE_GENERATION_SHIFT);
    return *slot < state->handle_capacity;
}

static bool grow(struct display_state *state)
{
    uint32_t capacity =
        state->handle_capacity == 0 ? HANDLE_SLOTS_FIRST : state->handle_capacity * 2;
    struct display_handle *handles;

    if (capacity > HANDLE_SLOTS_MAX) {
        return false;
    }
    handles = machine_heap_alloc(state->machine, capacity * sizeof(*handles));
    if (state->handles != NULL) {
        memcpy(handles, state->handles, state->handle_capacity * sizeof(*handles));
        machine_heap_free(state->machine, state->handles);
    }
    state->handles = handles;
    state->handle_capacity = capacity;
    return true;
}

void *display_handle_create(struct display_state *state, enum display_object kind, void *object)
{
    uint32_t slot = 0;
    struct display_handle *entry;

    while (slot < state->handle_capacity && state->handles[slot].object != NULL) {
        slot++;
    }
    if (slot == state->handle_capacity && !grow(state)) {
        return NULL;
    }
    entry = &state->handles[slot];
    entry->object = object;
    entry->kind = kind;
    entry->generation = entry->generation == HANDLE_GENERATION_MAX ? 1 : entry->generation + 1;
    return (void *)(uintptr_t)(HANDLE_BASE |
                               ((uint64_t)entry->generation << HANDLE_GENERATION_SHIFT) |
                               ((uint64_t)slot << HANDLE_SLOT_SHIFT));
}

void display_handle_destroy(struct display_state *state, void *handle)
{
    uint32_t slot;
    uint32_t generation;

    if (handle == NULL) {
        return;
    }
    DXGH_ASSERT(decode(state, handle, &slot, &generation));
    DXGH_ASSERT(state->handles[slot].object != NULL &&
                state->handles[slot].generation == generation);
    state->handles[slot].object = NULL;
}

void *display_handle_resolve(const struct display_state *state, enum display_object kind,
                             const void *handle)
{
    uint32_t slot;
    uint32_t generation;

    if (!decode(state, handle, &slot, &generation) ||
        state->handles[slot].generation != generation || state->handles[slot].kind != kind) {
        return NULL;
    }
    return state->handles[slot].object;
}

const char *display_handle_describe(const struct display_state *state, const void *handle)
{
    static const char *const kinds[] = {
        [DISPLAY_OBJECT_VIDPN] = "a VidPN handle",
        [DISPLAY_OBJECT_TOPOLOGY] = "a topology handle",
        [DISPLAY_OBJECT_SOURCE_MODE_SET] = "a source mode set handle",
        [DISPLAY_OBJECT_TARGET_MODE_SET] = "a target mode set handle",
        [DISPLAY_OBJECT_MONITOR_MODE_SET] = "a monitor source mode set handle",
        [DISPLAY_OBJECT_DESCRIPTOR_SET] = "a monitor descriptor set handle",
        [DISPLAY_OBJECT_FREQUENCY_RANGE_SET] = "a monitor frequency range set handle",
    };
    uint32_t slot;
    uint32_t generation;

    if (handle == NULL) {
        return "NULL";
    }
    if (!decode(state, handle, &slot, &generation) || generation == 0 ||
        generation > state->handles[slot].generation) {
        return "a value that was never given out";
    }
    if (state->handles[slot].object == NULL || state->handles[slot].generation != generation) {
        return "a handle that is no longer alive";
    }
    return kinds[state->handles[slot].kind];
}

void display_handle_table_free(struct display_state *state)
{
    for (uint32_t slot = 0; slot < state->handle_capacity; slot++) {
        DXGH_ASSERT(state->handles[slot].object == NULL);
    }
    machine_heap_free(state->machine, state->handles);
    state->handles = NULL;
    state->handle_capacity = 0;
}
