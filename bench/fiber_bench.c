/* SPDX-License-Identifier: MIT */
#include "bench/fiber_bench.h"

#include "machine/heap.h"
#include "machine/schedule.h"

#include <time.h>

/* The quietest of several batches: what the host does meanwhile only ever adds. */
enum { BATCHES = 20, ROUND_TRIPS = 10000 };

static double now_ns(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static double quietest_ns(void (*round_trips)(void *state), void *state)
{
    double best = 1e30;

    for (int batch = 0; batch < BATCHES; batch++) {
        double start_ns = now_ns();

        round_trips(state);

        double each_ns = (now_ns() - start_ns) / (2.0 * ROUND_TRIPS);

        best = each_ns < best ? each_ns : best;
    }
    return best;
}

/* The peer: the six registers the System V ABI asks a callee to keep, and two stack pointers. */

void bench_bare_switch(void **save_stack_pointer, void *load_stack_pointer);
void bench_bare_entry(void);

__asm__(".text\n"
        ".globl bench_bare_switch\n"
        ".type bench_bare_switch, @function\n"
        "bench_bare_switch:\n"
        "    pushq %rbp\n"
        "    pushq %rbx\n"
        "    pushq %r12\n"
        "    pushq %r13\n"
        "    pushq %r14\n"
        "    pushq %r15\n"
        "    movq %rsp, (%rdi)\n"
        "    movq %rsi, %rsp\n"
        "    popq %r15\n"
        "    popq %r14\n"
        "    popq %r13\n"
        "    popq %r12\n"
        "    popq %rbx\n"
        "    popq %rbp\n"
        "    ret\n"
        ".size bench_bare_switch, . - bench_bare_switch\n"
        ".globl bench_bare_entry\n"
        ".type bench_bare_entry, @function\n"
        "bench_bare_entry:\n"
        "    call *%r12\n"
        "    ud2\n"
        ".size bench_bare_entry, . - bench_bare_entry\n");

static void *bare_main;
static void *bare_other;

static void bare_loop(void)
{
    for (;;) {
        bench_bare_switch(&bare_other, bare_main);
    }
}

static void bare_round_trips(void *state)
{
    (void)state;
    for (int i = 0; i < ROUND_TRIPS; i++) {
        bench_bare_switch(&bare_main, bare_other);
    }
}

double bench_bare_switch_ns(void)
{
    static _Alignas(64) uint64_t stack[8192];
    uint64_t *frame = &stack[8192 - 10];

    frame[3] = (uint64_t)(uintptr_t)bare_loop; /* r12, behind r15, r14, r13 */
    frame[6] = (uint64_t)(uintptr_t)bench_bare_entry;
    bare_other = frame;
    return quietest_ns(bare_round_trips, NULL);
}

static void back_to_main(void *argument)
{
    struct machine *machine = argument;
    struct fiber *self = machine->layers[MACHINE_LAYER_TEST];

    for (;;) {
        fiber_switch(self, machine->main_fiber);
    }
}

static struct machine *small_machine(void)
{
    const struct machine_config config = { .processors = 1, .ram_bytes = DXGH_PAGE_SIZE };

    return machine_create(&config);
}

static void fiber_round_trips(void *state)
{
    struct machine *machine = state;
    struct fiber *other = machine->layers[MACHINE_LAYER_TEST];

    for (int i = 0; i < ROUND_TRIPS; i++) {
        fiber_switch(machine->main_fiber, other);
    }
}

double bench_fiber_switch_ns(void)
{
    struct machine *machine = small_machine();

    machine->layers[MACHINE_LAYER_TEST] = fiber_create(machine, back_to_main, machine, "bench");

    double result = quietest_ns(fiber_round_trips, machine);

    machine_destroy(machine);
    return result;
}

static void answer(void *argument)
{
    struct machine *machine = argument;

    for (;;) {
        schedule_ready(machine, machine->main_fiber);
        schedule_block(machine);
    }
}

static void dispatch_round_trips(void *state)
{
    struct machine *machine = state;
    struct fiber *other = machine->layers[MACHINE_LAYER_TEST];

    for (int i = 0; i < ROUND_TRIPS; i++) {
        schedule_ready(machine, other);
        schedule_block(machine);
    }
}

double bench_fiber_dispatch_ns(void)
{
    struct machine *machine = small_machine();

    machine->layers[MACHINE_LAYER_TEST] = fiber_create(machine, answer, machine, "bench");

    double result = quietest_ns(dispatch_round_trips, machine);

    machine_destroy(machine);
    return result;
}
