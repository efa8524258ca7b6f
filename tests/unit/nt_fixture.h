/* SPDX-License-Identifier: MIT */
/*
 * What every test of src/nt starts from: a machine in virtual time with trace, verifier and NT
 * executive, torn down after each test, also after a bug check or a failed assertion.
 */
#ifndef TESTS_UNIT_NT_FIXTURE_H
#define TESTS_UNIT_NT_FIXTURE_H

#include "tests/lib/test.h"

#include "machine/fiber.h"
#include "machine/machine.h"
#include "machine/schedule.h"
#include "nt/nt.h"
#include "trace/trace.h"
#include "verify/verify.h"

#include "nt/wdk.h"

static struct machine *test_machine;

static inline int open_machine_with(uint32_t processors, enum decision_maker maker, uint64_t seed)
{
    struct machine_config config = {
        .processors = processors, .ram_bytes = UINT64_C(64) << 20, .decision = maker, .seed = seed
    };

    test_machine = machine_create(&config);
    if (test_machine == NULL) {
        return -1;
    }
    trace_attach(test_machine);
    verify_attach(test_machine);
    nt_attach(test_machine);
    return 0;
}

static inline int open_machine(void **state)
{
    (void)state;
    return open_machine_with(2, DECISION_FIXED, 1);
}

static inline int close_machine(void **state)
{
    (void)state;
    if (!test_machine->crashed) {
        test_machine->active->irql = PASSIVE_LEVEL;
        test_machine->running->in_driver = false;
    }
    machine_destroy(test_machine);
    test_machine = NULL;
    return 0;
}

#define NT_TEST(name) cmocka_unit_test_setup_teardown(name, open_machine, close_machine)

/* How often a rule was broken so far. */
static inline uint64_t breaches_of(enum rule rule)
{
    uint64_t count = 0;

    LIST_FOR_EACH(link, verify_breaches(test_machine)) {
        const struct breach *breach = LIST_ENTRY_OF(link, struct breach, link);

        count += breach->rule == rule ? breach->count : 0;
    }
    return count;
}

/* The message of the newest breach of a rule; "" when there is none. */
static inline const char *breach_message(enum rule rule)
{
    const char *message = "";

    LIST_FOR_EACH(link, verify_breaches(test_machine)) {
        const struct breach *breach = LIST_ENTRY_OF(link, struct breach, link);

        message = breach->rule == rule ? breach->message : message;
    }
    return message;
}

static inline void as_driver(bool driver)
{
    test_machine->running->in_driver = driver;
}

/* Runs a body that must end in a bug check, and checks which. */
static inline void assert_bugcheck(void (*body)(void *), uint32_t code)
{
    assert_int_equal(machine_run(test_machine, body, NULL), MACHINE_CRASHED);
    assert_int_equal(test_machine->bugcheck.code, code);
}

static inline LARGE_INTEGER relative_ms(int64_t ms)
{
    return (LARGE_INTEGER){ .QuadPart = -ms * 10000 };
}

static inline void sleep_ms(int64_t ms)
{
    LARGE_INTEGER interval = relative_ms(ms);

    assert_int_equal(KeDelayExecutionThread(KernelMode, FALSE, &interval), STATUS_SUCCESS);
}

#endif /* TESTS_UNIT_NT_FIXTURE_H */
