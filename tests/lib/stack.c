/* SPDX-License-Identifier: MIT */
#include "tests/lib/stack.h"

#include "tests/lib/test.h"
#include "trace/trace.h"

#include <stdio.h>

static void live(struct adapter *adapter, void *argument)
{
    struct stack *stack = argument;

    stack->outcome = STACK_RAN;
    if (stack->body != NULL) {
        stack->body(adapter, stack->argument);
    }
}

static void run(void *argument)
{
    struct stack *stack = argument;

    for (uint32_t life = 0; life < stack->lives; life++) {
        if (stack->before_life != NULL) {
            stack->before_life(stack->session.machine, life);
        }
        (void)session_live(&stack->session, stack->config->driver, "test", live, stack,
                           &stack->error);
        if (stack->after_life != NULL) {
            stack->after_life(stack->session.machine, life);
        }
    }
}

static void open_and_run(struct stack *stack, const struct stack_config *config)
{
    struct session_config session = { .machine = config->machine,
                                      .device = config->device != NULL ? config->device : "softgpu",
                                      .device_options = config->device_options };
    char error[512];

    stack->config = config;
    stack->outcome = STACK_NOT_STARTED;
    if (!session_open(&stack->session, &session, error, sizeof(error))) {
        fail_msg("the session does not open: %s", error);
    }
    stack->session.machine->decision.refuse_at = config->refuse_at;
    if (config->before != NULL) {
        config->before(stack->session.machine);
    }
    if (machine_run(stack->session.machine, run, stack) == MACHINE_CRASHED) {
        stack->outcome = STACK_CRASHED;
    }
}

void stack_run(struct stack *stack, const struct stack_config *config,
               void (*body)(struct adapter *adapter, void *argument), void *argument)
{
    *stack = (struct stack){ .body = body, .argument = argument, .lives = 1 };
    open_and_run(stack, config);
}

void stack_lives(struct stack *stack, const struct stack_config *config, uint32_t count,
                 void (*body)(struct adapter *adapter, void *argument),
                 void (*before_life)(struct machine *machine, uint32_t life),
                 void (*after_life)(struct machine *machine, uint32_t life))
{
    *stack = (struct stack){
        .body = body, .lives = count, .before_life = before_life, .after_life = after_life
    };
    open_and_run(stack, config);
}

void stack_close(struct stack *stack)
{
    session_close(&stack->session);
}

bool stack_has_breach(const struct stack *stack, enum rule rule)
{
    LIST_FOR_EACH(link, verify_breaches(stack->session.machine)) {
        if (LIST_ENTRY_OF(link, struct breach, link)->rule == rule) {
            return true;
        }
    }
    return false;
}

void stack_print_breaches(const struct stack *stack)
{
    LIST_FOR_EACH(link, verify_breaches(stack->session.machine)) {
        const struct breach *breach = LIST_ENTRY_OF(link, struct breach, link);

        (void)fprintf(stderr, "  %s in %s: %s\n", rule_info(breach->rule)->id, breach->ddi,
                      breach->message);
    }
    if (stack->session.machine->crashed) {
        (void)fprintf(stderr, "  bug check 0x%X: %s\n", stack->session.machine->bugcheck.code,
                      stack->session.machine->bugcheck.text);
    }
    if (stack->outcome == STACK_NOT_STARTED) {
        (void)fprintf(stderr, "  not started: %s: %s\n", stack->error.step, stack->error.text);
    }
}

void stack_run_seeded(const char *driver, uint64_t seed,
                      void (*body)(struct adapter *adapter, void *argument))
{
    struct stack_config config = {
        .driver = driver,
        .machine = { .decision = seed == 0 ? DECISION_FIXED : DECISION_RANDOM, .seed = seed },
    };
    struct stack stack;

    stack_run(&stack, &config, body, NULL);
    if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
        (void)fprintf(stderr, "seed %llu:\n", (unsigned long long)seed);
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    stack_close(&stack);
}

void stack_run_good(const char *driver, void (*body)(struct adapter *adapter, void *argument))
{
    for (uint64_t seed = 0; seed <= 4; seed++) {
        stack_run_seeded(driver, seed, body);
    }
}

void stack_run_clean(struct stack *stack, const struct stack_config *config,
                     void (*body)(struct adapter *adapter, void *argument))
{
    stack_run(stack, config, body, NULL);
    stack_print_breaches(stack);
    assert_int_equal(stack->outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack->session.machine), 0);
    stack_close(stack);
}

void stack_run_to_bugcheck(struct stack *stack, const struct stack_config *config,
                           void (*body)(struct adapter *adapter, void *argument), uint32_t code,
                           uint64_t first)
{
    stack_run(stack, config, body, NULL);
    assert_int_equal(stack->outcome, STACK_CRASHED);
    assert_int_equal(stack->session.machine->bugcheck.code, code);
    assert_int_equal(stack->session.machine->bugcheck.parameters[0], first);
}
