/* SPDX-License-Identifier: MIT */
#include "tests/lib/hostile.h"

#define WEIGHT_ANYTHING 16u
#define WEIGHT_UNREADABLE 4u

uint32_t hostile_below(struct hostile *hostile, uint32_t bound)
{
    return (uint32_t)prng_below(&hostile->arena->prng, bound);
}

uint32_t hostile_handle(struct hostile *hostile, enum hostile_kind kind)
{
    uint32_t process = hostile->index;

    switch (hostile_below(hostile, 16)) {
    case 0:
        return 0;
    case 1:
        return (uint32_t)prng_next(&hostile->arena->prng);
    case 2:
        kind = (enum hostile_kind)hostile_below(hostile, HOSTILE_KIND_COUNT);
        break;
    case 3:
        process = hostile_below(hostile, HOSTILE_PROCESSES);
        break;
    default:
        break;
    }
    return hostile->arena->handles[kind][process][hostile_below(hostile, HOSTILE_HANDLES)];
}

NTSTATUS hostile_kept(struct hostile *hostile, NTSTATUS status, enum hostile_kind kind,
                      const uint32_t *handle)
{
    if (NT_SUCCESS(status) && *handle != 0) {
        hostile->arena->handles[kind][hostile->index][hostile_below(hostile, HOSTILE_HANDLES)] =
            *handle;
    }
    return status;
}

void *hostile_bad_pointer(struct hostile *hostile)
{
    static const uintptr_t nobodys[] = {
        0, 1, 16, 4096, UINTPTR_MAX - 7, UINTPTR_MAX - 100, 0x7FFFFFFFF000, 0x8000000000000000u
    };
    const struct hostile_arena *arena = hostile->arena;
    void *pointer = arena->forbidden[hostile_below(hostile, HOSTILE_POINTERS_MAX)];

    /* Somewhere inside, aligned: the first check shall not be the one that refuses it. */
    return pointer != NULL ? (char *)pointer + hostile_below(hostile, 8) * sizeof(uint64_t)
                           : (void *)nobodys[hostile_below(hostile, DXGH_ARRAY_SIZE(nobodys))];
}

void *hostile_pointer(struct hostile *hostile)
{
    return hostile_below(hostile, 8) != 0 ? hostile->page + hostile_below(hostile, DXGH_PAGE_SIZE)
                                          : hostile_bad_pointer(hostile);
}

uint32_t hostile_size(struct hostile *hostile)
{
    return hostile_below(hostile, 10) != 0 ? hostile_below(hostile, 200)
                                           : (uint32_t)prng_next(&hostile->arena->prng);
}

static NTSTATUS any_call(struct hostile *hostile)
{
    uint32_t total = WEIGHT_ANYTHING + WEIGHT_UNREADABLE;
    uint32_t pick;

    for (uint32_t i = 0; i < hostile_call_count; i++) {
        total += hostile_calls[i].weight;
    }
    pick = hostile_below(hostile, total);
    for (uint32_t i = 0; i < hostile_call_count; i++) {
        if (pick < hostile_calls[i].weight) {
            return hostile_calls[i].call(hostile);
        }
        pick -= hostile_calls[i].weight;
    }
    return pick < WEIGHT_ANYTHING ? hostile_anything(hostile) : hostile_unreadable(hostile);
}

void hostile_call(struct hostile *hostile)
{
    struct hostile_arena *arena = hostile->arena;
    NTSTATUS status;

    if (arena->calls < arena->quota && hostile_below(hostile, 128) == 0) {
        arena->machine->decision.refuse_at = 1 + hostile_below(hostile, 8);
    }
    status = any_call(hostile);
    arena->calls += status != STATUS_PROCESS_IS_TERMINATING;
    arena->succeeded += status == STATUS_SUCCESS;
}
