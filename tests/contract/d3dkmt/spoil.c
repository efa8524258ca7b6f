/* SPDX-License-Identifier: MIT */
#include "tests/contract/d3dkmt/spoil.h"

#include "kmt/call.h"
#include "kmt/object.h"

#include <stdio.h>
#include <string.h>

NTSTATUS __real_kmt_call(const struct kmt_function *function, const void *user);
NTSTATUS __wrap_kmt_call(const struct kmt_function *function, const void *user);

static struct spoil *current;

/* One place, and what was there before. */
struct place {
    void *at;
    size_t bytes;
    uint64_t was;
};

void spoil_next_call(struct spoil *spoil)
{
    current = spoil;
}

void spoil_nothing(void)
{
    current = NULL;
}

static bool is_handle(uint32_t word)
{
    for (size_t i = 0; word != 0 && i < current->handle_count; i++) {
        if (current->handles[i] == word) {
            return true;
        }
    }
    return false;
}

static void put(struct place *place, void *at, uint64_t value, size_t bytes)
{
    place->at = at;
    place->bytes = bytes;
    memcpy(&place->was, at, bytes);
    memcpy(at, &value, bytes);
    current->done = true;
}

/* Counts down to the place that was asked for. */
static bool is_it(uint32_t *left)
{
    return (*left)-- == 0;
}

/* A count with padding behind it may have an address's upper half there, which a compiler left. */
static bool is_pointer(struct machine *machine, uint64_t word)
{
    char byte;

    return (uint32_t)word >= DXGH_PAGE_SIZE && user_read(machine, &byte, (const void *)word, 1);
}

static bool leads_to_handles(struct machine *machine, uint64_t word)
{
    uint32_t first;

    return is_pointer(machine, word) && user_read(machine, &first, (const void *)word, 4) &&
           is_handle(first);
}

static uint64_t bad_pointer(struct machine *machine, uint64_t good)
{
    switch (current->with) {
    case SPOIL_KERNEL:
        return (uintptr_t)process_current(machine);
    case SPOIL_MISALIGNED:
        return good + 1;
    case SPOIL_NOWHERE:
    case SPOIL_STALE:
    default:
        return 16;
    }
}

static bool spoil_pointer(struct machine *machine, char *args, size_t bytes, struct place *place)
{
    uint32_t left = current->place;

    for (size_t at = 0; at + sizeof(uint64_t) <= bytes; at += sizeof(uint64_t)) {
        uint64_t word;

        memcpy(&word, args + at, sizeof(word));
        if (!(current->with == SPOIL_MISALIGNED ? leads_to_handles(machine, word)
                                                : is_pointer(machine, word)) ||
            !is_it(&left)) {
            continue;
        }
        (void)snprintf(current->what, sizeof(current->what), "the pointer at byte %zu", at);
        current->behind = current->with == SPOIL_MISALIGNED;
        put(place, args + at, bad_pointer(machine, word), sizeof(word));
        return true;
    }
    return false;
}

static bool spoil_handle(struct machine *machine, char *args, size_t bytes, struct place *place)
{
    uint32_t left = current->place;

    for (size_t at = 0; at + sizeof(uint32_t) <= bytes; at += sizeof(uint32_t)) {
        uint32_t word;

        memcpy(&word, args + at, sizeof(word));
        if (is_handle(word) && is_it(&left)) {
            (void)snprintf(current->what, sizeof(current->what), "the handle at byte %zu", at);
            current->behind = false;
            put(place, args + at, word ^ STALE_BIT, sizeof(word));
            return true;
        }
    }
    for (size_t at = 0; at + sizeof(uint64_t) <= bytes; at += sizeof(uint64_t)) {
        uint64_t word;

        memcpy(&word, args + at, sizeof(word));
        if (leads_to_handles(machine, word) && is_it(&left)) {
            uint32_t *list = (uint32_t *)word;

            (void)snprintf(current->what, sizeof(current->what),
                           "the handle behind the pointer at byte %zu", at);
            current->behind = true;
            put(place, list, *list ^ STALE_BIT, sizeof(*list));
            return true;
        }
    }
    return false;
}

NTSTATUS __wrap_kmt_call(const struct kmt_function *function, const void *user)
{
    struct place place = { .at = NULL };
    NTSTATUS status;

    if (current == NULL || current->done || function->bytes == 0 || user == NULL ||
        strcmp(function->name, current->function) != 0 || current->calls++ < current->skip) {
        return __real_kmt_call(function, user);
    }
    if (current->with == SPOIL_STALE) {
        (void)spoil_handle(machine_current(), (void *)(uintptr_t)user, function->bytes, &place);
    } else {
        (void)spoil_pointer(machine_current(), (void *)(uintptr_t)user, function->bytes, &place);
    }
    status = __real_kmt_call(function, user);
    if (place.at != NULL) {
        memcpy(place.at, &place.was, place.bytes); /* the caller's variable, as it was */
    }
    return status;
}
