/* SPDX-License-Identifier: MIT */
/*
 * Hostile clients: threads of several processes that call every D3DKMT function with random
 * handles, sizes, pointers and flags. tests/scenario/kmt_hostile_test.c lets them loose.
 */
#ifndef TESTS_LIB_HOSTILE_H
#define TESTS_LIB_HOSTILE_H

#include "base/prng.h"
#include "machine/machine.h"
#include "tests/lib/client.h"

#define HOSTILE_PROCESSES 3u
#define HOSTILE_HANDLES 6u /* remembered of each type and process; the others are lost */
#define HOSTILE_POINTERS_MAX 16u

enum hostile_kind {
    HOSTILE_ADAPTER,
    HOSTILE_DEVICE,
    HOSTILE_CONTEXT,
    HOSTILE_ALLOCATION,
    HOSTILE_RESOURCE,
    HOSTILE_SHARE,
    HOSTILE_SYNC,
    HOSTILE_MUTEX,
    HOSTILE_QUEUE,
    HOSTILE_NT,
    HOSTILE_KIND_COUNT
};

/* What all of them share. */
struct hostile_arena {
    struct machine *machine;
    struct prng prng; /* one stream for all: the schedule decides who takes what */
    uint32_t handles[HOSTILE_KIND_COUNT][HOSTILE_PROCESSES][HOSTILE_HANDLES]; /* living or dead */
    void
        *forbidden[HOSTILE_POINTERS_MAX]; /* memory of the kernel, the driver and others; or NULL */
    uint64_t quota; /* of calls; until then many are made, and memory is short now and then */
    uint64_t calls; /* made; not those of a process that is being ended */
    uint64_t succeeded;
};

/* One process of them. */
struct hostile {
    struct hostile_arena *arena;
    struct process *process;
    uint32_t index; /* of the process */
    char *page;     /* its own memory; the page behind it ends it */
    uint32_t running;
    bool stop;
};

struct hostile_attack {
    NTSTATUS (*call)(struct hostile *hostile);
    uint32_t weight; /* how often it is chosen */
};

/* Calls in the shape of good ones. */
extern const struct hostile_attack hostile_calls[];
extern const uint32_t hostile_call_count;

/** hostile_anything - any function with a structure of handles, small numbers, pointers and noise
 */
NTSTATUS hostile_anything(struct hostile *hostile);
/** hostile_unreadable - any function with arguments that cannot be read */
NTSTATUS hostile_unreadable(struct hostile *hostile);

/** hostile_call - one call, chosen by chance; counted */
void hostile_call(struct hostile *hostile);

/** hostile_below - any number below the bound */
uint32_t hostile_below(struct hostile *hostile, uint32_t bound);
/** hostile_handle - mostly one of the caller's own of the right kind; else another process's,
 * another kind, or any number */
uint32_t hostile_handle(struct hostile *hostile, enum hostile_kind kind);
/** hostile_kept - remember the handle that a call made, if it did. Returns: the call's status. */
NTSTATUS hostile_kept(struct hostile *hostile, NTSTATUS status, enum hostile_kind kind,
                      const uint32_t *handle);
/** hostile_pointer - mostly into the process's own page */
void *hostile_pointer(struct hostile *hostile);
/** hostile_bad_pointer - nobody's, the kernel's, the driver's, or another process's */
void *hostile_bad_pointer(struct hostile *hostile);
/** hostile_size - mostly a small one */
uint32_t hostile_size(struct hostile *hostile);

#endif /* TESTS_LIB_HOSTILE_H */
