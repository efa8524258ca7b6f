/* SPDX-License-Identifier: MIT */
#include "machine/fiber.h"

#include "machine/heap.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define FIBER_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FIBER_ASAN 1
#endif
#endif
#ifndef FIBER_ASAN
#define FIBER_ASAN 0
#endif

#if FIBER_ASAN
void __sanitizer_start_switch_fiber(void **fake_stack, const void *bottom, size_t size);
void __sanitizer_finish_switch_fiber(void *fake_stack, const void **old_bottom, size_t *old_size);
void __asan_unpoison_memory_region(void const volatile *address, size_t size);
#endif
#if DXGH_TSAN
void *__tsan_create_fiber(unsigned flags);
void __tsan_destroy_fiber(void *fiber);
void __tsan_switch_to_fiber(void *fiber, unsigned flags);
void *__tsan_get_current_fiber(void);
void __tsan_set_fiber_name(void *fiber, const char *name);
#define TSAN_NO_SYNC 1u

/*
 * TSan looks at memcpy, free and their like in every caller. Between points the kernel is atomic,
 * so its own calls on any fiber are in order although TSan sees threads: only accesses that were
 * compiled for TSan, which are the driver's, shall count.
 */
const char *__tsan_default_options(void);
const char *__tsan_default_options(void)
{
    return "ignore_noninstrumented_modules=1";
}
#endif

/* How far below machine_run the frames of a client may have reached. */
#define STALE_STACK_BYTES (8u * 1024u * 1024u)

void fiber_switch_stacks(void **save_stack_pointer, void *load_stack_pointer);
void fiber_first_frame(void);
DXGH_NORETURN void fiber_main(struct fiber *fiber);

static void sanitizers_before(struct fiber *from, struct fiber *to)
{
#if FIBER_ASAN
    __sanitizer_start_switch_fiber(from->state == FIBER_DEAD ? NULL : &from->asan_fake_stack,
                                   to->stack_base, to->stack_bytes);
#endif
#if DXGH_TSAN
    __tsan_switch_to_fiber(to->tsan_fiber, TSAN_NO_SYNC);
#endif
    (void)from;
    (void)to;
}

/* Runs on the new stack. */
static void sanitizers_after(struct fiber *self)
{
#if FIBER_ASAN
    __sanitizer_finish_switch_fiber(self->asan_fake_stack, NULL, NULL);
#endif
    (void)self;
}

void fiber_main(struct fiber *fiber)
{
    sanitizers_after(fiber);
    fiber->entry(fiber->argument);
    DXGH_NOT_REACHED("a fiber's entry never returns");
}

static void fiber_init(struct fiber *fiber, struct machine *machine, const char *name)
{
    fiber->machine = machine;
    fiber->id = machine->next_fiber_id++;
    list_init(&fiber->link);
    list_push_back(&machine->fibers, &fiber->machine_link);
    (void)snprintf(fiber->name, sizeof(fiber->name), "%s", name);
}

void fiber_stack_cleared(struct fiber *fiber)
{
#if FIBER_ASAN
    __asan_unpoison_memory_region(fiber->stack_base, fiber->stack_bytes);
#endif
    (void)fiber;
}

/* Asked for once per host thread: for the first thread the C library reads /proc to answer. */
void fiber_take_stack(struct fiber *fiber)
{
    static _Thread_local void *base;
    static _Thread_local size_t size_bytes;

    if (base == NULL) {
        pthread_attr_t attributes;

        if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
            (void)pthread_attr_getstack(&attributes, &base, &size_bytes);
            (void)pthread_attr_destroy(&attributes);
        }
    }
    fiber->stack_base = base;
    fiber->stack_bytes = size_bytes;
#if DXGH_TSAN
    fiber->tsan_fiber = __tsan_get_current_fiber();
#endif
}

struct fiber *fiber_adopt(struct machine *machine)
{
    struct fiber *fiber = MACHINE_NEW(machine, struct fiber);

    fiber_init(fiber, machine, "main");
    fiber_take_stack(fiber);
    fiber->state = FIBER_RUNNING;
    fiber->priority = 8;
    return fiber;
}

static struct fiber *fiber_reuse(struct machine *machine, const char *name)
{
    struct fiber *fiber = NULL;

    LIST_FOR_EACH(link, &machine->dead_fibers) {
        fiber = LIST_ENTRY_OF(link, struct fiber, machine_link);
        if (fiber != machine->running) {
            break; /* one that is just exiting still stands on its stack */
        }
        fiber = NULL;
    }
    if (fiber == NULL) {
        return NULL;
    }
    list_remove(&fiber->machine_link);

    void *stack_base = fiber->stack_base;
    size_t stack_bytes = fiber->stack_bytes;

    fiber_stack_cleared(fiber);
#if DXGH_TSAN
    /* To TSan a new thread, whose creator it follows, not the old one going on. */
    __tsan_destroy_fiber(fiber->tsan_fiber);
#endif
    memset(fiber, 0, sizeof(*fiber));
    fiber->stack_base = stack_base;
    fiber->stack_bytes = stack_bytes;
    fiber_init(fiber, machine, name);
    return fiber;
}

struct fiber *fiber_create(struct machine *machine, void (*entry)(void *), void *argument,
                           const char *name)
{
    struct fiber *fiber = fiber_reuse(machine, name);

    if (fiber == NULL) {
        fiber = MACHINE_NEW(machine, struct fiber);
        fiber_init(fiber, machine, name);
        fiber->stack_base = heap_take_pages(machine->heap, FIBER_STACK_BYTES);
        fiber->stack_bytes = FIBER_STACK_BYTES;
    }
#if DXGH_TSAN
    fiber->tsan_fiber = __tsan_create_fiber(0);
    __tsan_set_fiber_name(fiber->tsan_fiber, fiber->name);
#endif
    fiber->state = FIBER_BLOCKED;
    fiber->priority = 8;
    fiber->entry = entry;
    fiber->argument = argument;

    /* The image fiber_switch_stacks pops: control words, r15, r14, r13, r12, rbx, rbp, return. The
     * stack is 16-byte aligned at the call inside fiber_first_frame. */
    uint64_t *top = (uint64_t *)((char *)fiber->stack_base + fiber->stack_bytes);
    uint64_t *frame = top - 10;
    uint32_t control[2] = { 0x1F80, 0x037F }; /* mxcsr and x87 defaults of a new thread */

    memset(frame, 0, 10 * sizeof(*frame));
    memcpy(&frame[0], control, sizeof(control));
    frame[4] = (uint64_t)(uintptr_t)fiber; /* r12 */
    frame[7] = (uint64_t)(uintptr_t)fiber_first_frame;
    fiber->stack_pointer = frame;
    return fiber;
}

void fiber_switch(struct fiber *from, struct fiber *to)
{
    sanitizers_before(from, to);
    fiber_switch_stacks(&from->stack_pointer, to->stack_pointer);
    sanitizers_after(from);
}

void fiber_retire(struct fiber *fiber)
{
    fiber->state = FIBER_DEAD;
    list_remove(&fiber->link);
    list_remove(&fiber->machine_link);
    list_push_back(&fiber->machine->dead_fibers, &fiber->machine_link);
}

static void destroy_list(struct machine *machine, struct list *head)
{
    LIST_FOR_EACH_SAFE(link, head) {
        struct fiber *fiber = LIST_ENTRY_OF(link, struct fiber, machine_link);

        if (fiber == machine->main_fiber) {
            continue;
        }
        fiber_stack_cleared(fiber);
#if DXGH_TSAN
        __tsan_destroy_fiber(fiber->tsan_fiber);
#endif
    }
    list_init(head);
}

void fiber_destroy_all(struct machine *machine)
{
    destroy_list(machine, &machine->fibers);
    destroy_list(machine, &machine->dead_fibers);
}

/* The frames of the client that waited are gone, and their red zones with them. */
static void clear_below(struct fiber *fiber, void *frame)
{
#if FIBER_ASAN
    size_t below = (size_t)((char *)frame - (char *)fiber->stack_base);
    size_t size_bytes = DXGH_MIN(below, (size_t)STALE_STACK_BYTES);

    __asan_unpoison_memory_region((char *)frame - size_bytes, size_bytes);
#endif
    (void)fiber;
    (void)frame;
}

void fiber_abandon_to_main(struct machine *machine)
{
    if (machine->running != machine->main_fiber) {
        sanitizers_before(machine->running, machine->main_fiber);
    }
}

void fiber_landed_on_main(struct machine *machine)
{
    if (machine->running != machine->main_fiber) {
        sanitizers_after(machine->main_fiber);
        machine->running = machine->main_fiber;
        clear_below(machine->main_fiber, __builtin_frame_address(0));
    }
}
