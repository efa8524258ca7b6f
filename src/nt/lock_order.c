/* SPDX-License-Identifier: MIT */
#include "nt/lock_order.h"

#include "machine/heap.h"
#include "nt/call.h"
#include "verify/verify.h"

#include <string.h>

#define EDGES_AT_FIRST 32u

static bool edge_exists(const struct nt *nt, const volatile void *outer, const volatile void *inner)
{
    for (uint32_t i = 0; i < nt->lock_edge_count; i++) {
        if (nt->lock_edges[i].outer == outer && nt->lock_edges[i].inner == inner) {
            return true;
        }
    }
    return false;
}

static void edge_add(struct machine *machine, const volatile void *outer,
                     const volatile void *inner)
{
    struct nt *nt = nt_of(machine);

    if (nt->lock_edge_count == nt->lock_edge_capacity) {
        uint32_t capacity = DXGH_MAX(nt->lock_edge_capacity * 2, EDGES_AT_FIRST);
        struct nt_lock_edge *edges = machine_heap_alloc(machine, capacity * sizeof(*edges));

        if (nt->lock_edge_count > 0) {
            memcpy(edges, nt->lock_edges, nt->lock_edge_count * sizeof(*edges));
        }
        machine_heap_free(machine, nt->lock_edges);
        nt->lock_edges = edges;
        nt->lock_edge_capacity = capacity;
    }
    nt->lock_edges[nt->lock_edge_count++] = (struct nt_lock_edge){ .outer = outer, .inner = inner };
}

/* Whether `to` was ever acquired, directly or through others, while `from` was held. */
static bool leads_to(struct nt *nt, const volatile void *from, const volatile void *to)
{
    bool grown = true;
    bool reached = false;

    for (uint32_t i = 0; i < nt->lock_edge_count; i++) {
        nt->lock_edges[i].reached = nt->lock_edges[i].outer == from;
    }
    while (grown && !reached) {
        grown = false;
        for (uint32_t i = 0; i < nt->lock_edge_count; i++) {
            const struct nt_lock_edge *edge = &nt->lock_edges[i];

            reached |= edge->reached && edge->inner == to;
            for (uint32_t j = 0; edge->reached && j < nt->lock_edge_count; j++) {
                if (nt->lock_edges[j].outer == edge->inner && !nt->lock_edges[j].reached) {
                    nt->lock_edges[j].reached = true;
                    grown = true;
                }
            }
        }
    }
    return reached;
}

void nt_lock_order_check(struct machine *machine, const volatile void *lock, const char *function)
{
    struct nt *nt = nt_of(machine);

    for (uint32_t i = 0; nt_in_driver(machine) && i < nt->held_count; i++) {
        const volatile void *held = nt->held[i].lock;

        if (nt->held[i].fiber != machine->running || held == lock || edge_exists(nt, held, lock)) {
            continue;
        }
        if (leads_to(nt, lock, held)) {
            verify_report(machine, RULE_NT_LOCK_14, function,
                          "%s: the spin lock at %#llx is acquired under the one at %#llx, but "
                          "before that they were nested the other way round; two processors that "
                          "do both at once wait for each other for ever",
                          function, (unsigned long long)(uintptr_t)lock,
                          (unsigned long long)(uintptr_t)held);
        }
        edge_add(machine, held, lock);
    }
}

static bool lies_in(const volatile void *lock, const void *start, size_t bytes)
{
    return (uintptr_t)lock >= (uintptr_t)start && (uintptr_t)lock - (uintptr_t)start < bytes;
}

void nt_lock_order_forget(struct machine *machine, const void *start, size_t bytes)
{
    struct nt *nt = nt_of(machine);
    uint32_t kept = 0;

    for (uint32_t i = 0; i < nt->lock_edge_count; i++) {
        if (!lies_in(nt->lock_edges[i].outer, start, bytes) &&
            !lies_in(nt->lock_edges[i].inner, start, bytes)) {
            nt->lock_edges[kept++] = nt->lock_edges[i];
        }
    }
    nt->lock_edge_count = kept;
}
