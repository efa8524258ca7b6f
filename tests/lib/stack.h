/* SPDX-License-Identifier: MIT */
/*
 * The whole stack for a scenario: machine, kernel, board, driver, and the body of the test on top.
 *
 *   struct stack_config config = { .driver = DXGH_TEST_DRIVER };
 *   struct stack stack;
 *   stack_run(&stack, &config, body, &mine);   // body(adapter, argument) runs with the adapter up
 *   assert_int_equal(stack.outcome, STACK_RAN);
 *   stack_close(&stack);
 */
#ifndef TESTS_LIB_STACK_H
#define TESTS_LIB_STACK_H

#include "cli/session.h"
#include "dxgk/adapter.h"
#include "verify/verify.h"

struct stack_config {
    const char *driver;
    const char *device; /* NULL: softgpu */
    const char *device_options;
    struct machine_config machine;
    uint64_t refuse_at;                      /* n-th request for memory that is refused; 0: none */
    void (*before)(struct machine *machine); /* before the driver is loaded: registry and so on */
};

enum stack_outcome {
    STACK_RAN,         /* the body ran and the adapter was stopped */
    STACK_NOT_STARTED, /* error says why */
    STACK_CRASHED,     /* machine->bugcheck says why */
};

struct stack {
    struct session session;
    const struct stack_config *config;
    void (*body)(struct adapter *adapter, void *argument);
    void *argument;
    uint32_t lives;
    void (*before_life)(struct machine *machine, uint32_t life);
    void (*after_life)(struct machine *machine, uint32_t life);
    enum stack_outcome outcome;
    struct adapter_error error;
};

/**
 * stack_lives - bring up and tear down `count` times on one machine
 * @before_life: called before each life with its number, to set fault injection; may be NULL
 * @after_life: called after each; may be NULL
 */
void stack_lives(struct stack *stack, const struct stack_config *config, uint32_t count,
                 void (*body)(struct adapter *adapter, void *argument),
                 void (*before_life)(struct machine *machine, uint32_t life),
                 void (*after_life)(struct machine *machine, uint32_t life));

/** stack_run - bring up, run the body, tear down. body may be NULL. The machine stays to look at.
 */
void stack_run(struct stack *stack, const struct stack_config *config,
               void (*body)(struct adapter *adapter, void *argument), void *argument);
void stack_close(struct stack *stack);

/** stack_run_seeded - one body on a good driver: it must run to its end, and nothing be reported
 * @seed: of a random schedule; 0: the plain one */
void stack_run_seeded(const char *driver, uint64_t seed,
                      void (*body)(struct adapter *adapter, void *argument));
/** stack_run_good - the same with the plain schedule and four random ones */
void stack_run_good(const char *driver, void (*body)(struct adapter *adapter, void *argument));
/** stack_run_clean - run the body and close; nothing may be reported */
void stack_run_clean(struct stack *stack, const struct stack_config *config,
                     void (*body)(struct adapter *adapter, void *argument));
/** stack_run_to_bugcheck - run the body into this bug check; the machine stays to look at */
void stack_run_to_bugcheck(struct stack *stack, const struct stack_config *config,
                           void (*body)(struct adapter *adapter, void *argument), uint32_t code,
                           uint64_t first);

/** stack_has_breach - whether this rule was reported */
bool stack_has_breach(const struct stack *stack, enum rule rule);
/** stack_print_breaches - to stderr, for a test that is about to fail */
void stack_print_breaches(const struct stack *stack);

#endif /* TESTS_LIB_STACK_H */
