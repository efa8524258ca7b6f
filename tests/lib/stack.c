/* SPDX-License-Identifier: MIT */
#include "tests/lib/stack.h"

#include "object/process.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

#include <stdio.h>

static void run(void *argument)
{
    struct stack *stack = argument;
    struct machine *machine = stack->session.machine;
    struct adapter_config config = { .driver_path = stack->config->driver,
                                     .board = stack->session.board };
    struct process *process = process_create(machine, "test", 4);
    struct adapter *adapter;

    process_attach(machine, process);
    if (NT_SUCCESS(dxgk_adapter_create(machine, &config, &adapter, &stack->error))) {
        stack->outcome = STACK_RAN;
        if (stack->body != NULL) {
            stack->body(adapter, stack->argument);
        }
        dxgk_adapter_destroy(adapter);
    }
    process_destroy(process);
}

void stack_run(struct stack *stack, const struct stack_config *config,
               void (*body)(struct adapter *adapter, void *argument), void *argument)
{
    struct session_config session = { .machine = config->machine,
                                      .device = "softgpu",
                                      .device_options = config->device_options };
    char error[512];

    *stack = (struct stack){
        .config = config, .body = body, .argument = argument, .outcome = STACK_NOT_STARTED
    };
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
