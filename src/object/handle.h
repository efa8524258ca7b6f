/* SPDX-License-Identifier: MIT */
/*
 * Handles: typed, generation-counted numbers for objects, as D3DKMT_HANDLE and hAllocation are.
 *
 * A number of another table, type or generation resolves to nothing, so a stale or invented handle
 * never reaches an object.
 */
#ifndef OBJECT_HANDLE_H
#define OBJECT_HANDLE_H

#include "machine/machine.h"

enum handle_type {
    HANDLE_ADAPTER = 1,
    HANDLE_DEVICE,
    HANDLE_CONTEXT,
    HANDLE_RESOURCE,
    HANDLE_ALLOCATION,
    HANDLE_CONTEXT_ALLOCATION,
    HANDLE_SYNC_OBJECT,
    HANDLE_KEYED_MUTEX,
    HANDLE_PAGING_QUEUE,
    HANDLE_SHARE,     /* what processes share by NT handles */
    HANDLE_NT_OBJECT, /* such a handle in a process */
    HANDLE_TYPE_COUNT,
};

/* Whose numbers they are. The two never meet, so one is not taken for the other. */
enum handle_space {
    HANDLE_SPACE_KERNEL,  /* the graphics kernel's own objects, for the driver's callbacks */
    HANDLE_SPACE_PROCESS, /* a client's */
    HANDLE_SPACE_GLOBAL,  /* shared between clients: known to all of them, owned by none */
};

struct handle_slot {
    void *object; /* NULL: free */
    uint8_t type;
    uint8_t generation;
    uint32_t next_free; /* index + 1 */
};

struct handle_table {
    struct machine *machine;
    struct handle_slot *slots;
    uint32_t capacity;
    uint32_t first_free; /* index + 1; 0: none. The longest free one */
    uint32_t last_free;  /* index + 1, where first_free is not 0 */
    uint32_t count;      /* live handles */
    uint32_t mark;       /* the bits that tell the space */
};

/** handle_table_init - an empty table of HANDLE_SPACE_KERNEL */
void handle_table_init(struct handle_table *table, struct machine *machine);
void handle_table_init_space(struct handle_table *table, struct machine *machine,
                             enum handle_space space);
/** handle_table_fini - live handles are forgotten, their objects are not touched */
void handle_table_fini(struct handle_table *table);

/** handle_add - Returns: a handle, never 0; 0 when the table is full (2^18 entries) */
uint32_t handle_add(struct handle_table *table, enum handle_type type, void *object);
/** handle_find - Returns: the object, or NULL when the handle is not a live one of that type */
void *handle_find(const struct handle_table *table, enum handle_type type, uint32_t handle);
/** handle_in_space - whether a number can belong to a table of that space at all */
bool handle_in_space(uint32_t handle, enum handle_space space);
/**
 * handle_next - walk the live handles of one type, in order of their slots
 * @cursor: 0 to begin with; the walk survives adds and removes
 * Returns: the next object, or NULL behind the last one.
 */
void *handle_next(const struct handle_table *table, enum handle_type type, uint32_t *cursor);
/** handle_remove - the number will not resolve again before 16,384 others have been given out */
void handle_remove(struct handle_table *table, uint32_t handle);

#endif /* OBJECT_HANDLE_H */
