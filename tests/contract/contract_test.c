/* SPDX-License-Identifier: MIT */
/*
 * Each rule that is checked, proven by a driver that breaks it: the mutation is reported with that
 * rule and no other, in the function that did it, and the machine ends as the documents say.
 *
 *   contract_test [FAMILY]   only the cases whose name begins with FAMILY, such as QAI
 */
#include "dxgk/adapter_private.h"
#include "nt/sanitize.h"
#include "tests/lib/exercise.h"
#include "tests/lib/memory_audit.h"
#include "tests/lib/test.h"

#include <stdio.h>
#include <string.h>

#define ANY UINT64_MAX
#define SEEDS_MAX 16u /* that are tried for what happens by chance */

enum end { RAN = STACK_RAN, REFUSED = STACK_NOT_STARTED, STOPPED = STACK_CRASHED };

struct mutant {
    const char *name; /* of the mutation, and of its case */
    enum rule rule;
    const char *ddi;      /* without DxgkDdi; "" when it is none */
    const char *where;    /* function the report names */
    const char *mentions; /* in the message; "" for nothing */
    enum end end;
    uint32_t code;
    uint64_t first;
};

static const struct mutant mutants[] = {
#define DDI_MUTANT(rule, what, ddi, function, end, code, first)                                    \
    { #rule what, RULE_##rule, #ddi, #function, "", end, code, first },
#define DDI_AT_MUTANT(rule, what, ddi, function, where, end, code, first)                          \
    { #rule what, RULE_##rule, #ddi, where, "", end, code, first },
#define DEED_MUTANT(rule, what, function, end, code, first)                                        \
    { #rule what, RULE_##rule, "", #function, "", end, code, first },
#define DEED_AT_MUTANT(rule, what, function, where, end, code, first)                              \
    { #rule what, RULE_##rule, "", where, "", end, code, first },
#define LEAK_MUTANT(rule, what, function)                                                          \
    { #rule what, RULE_##rule, "", "SgUnload", "", RAN, 0, 0 },
#define HOOK_MUTANT(rule, what, function, where, end, code, first)                                 \
    { #rule what, RULE_##rule, "", where, "", end, code, first },
#define REGISTER_MUTANT(rule, what, function, where, end, code, first)                             \
    { #rule what, RULE_##rule, "", where, "", end, code, first },
#include "tests/mutants/mutants.def"
};

static const struct mutant *current;
static struct stack stack; /* of the running case; closed after it, however it ended */

static int close_stack(void **state)
{
    (void)state;
    stack_close(&stack);
    return 0;
}

static void choose_mutant(struct machine *machine)
{
    exercise_mutant(machine, current == NULL ? "none" : current->name, 0);
}

/* Rules that cannot be broken one without the other: a DPC is still queued at unload only where its
 * processor is kept at DISPATCH_LEVEL; a driver that serves no child serves none that is gone. */
static const struct {
    enum rule rule;
    enum rule also;
} companions[] = {
    { RULE_NT_LEAK_04, RULE_SYNC_09 },
    { RULE_LIFE_16, RULE_LIFE_17 },
    { RULE_LIFE_17, RULE_LIFE_16 },
    { RULE_SUBMIT_08, RULE_SUBMIT_01 },
};

static bool is_expected(const struct mutant *mutant, enum rule rule)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(companions); i++) {
        if (companions[i].rule == mutant->rule && companions[i].also == rule) {
            return true;
        }
    }
    return rule == mutant->rule;
}

static bool has_only_expected(const struct mutant *mutant)
{
    LIST_FOR_EACH(link, verify_breaches(stack.session.machine)) {
        if (!is_expected(mutant, LIST_ENTRY_OF(link, struct breach, link)->rule)) {
            return false;
        }
    }
    return stack_has_breach(&stack, mutant->rule);
}

static void expect_one_rule(const struct mutant *mutant)
{
    const struct machine *machine = stack.session.machine;
    char where[512];

    assert_true(has_only_expected(mutant));
    LIST_FOR_EACH(link, verify_breaches(stack.session.machine)) {
        const struct breach *breach = LIST_ENTRY_OF(link, struct breach, link);

        if (breach->rule == mutant->rule &&
            !exercise_is_in(machine, breach->pc, mutant->where, where, sizeof(where))) {
            fail_msg("reported at %s, expected %s", where, mutant->where);
        }
        assert_non_null(strstr(breach->message, mutant->mentions));
    }
}

static void expect_end(const struct mutant *mutant)
{
    const struct machine_bugcheck *bugcheck = &stack.session.machine->bugcheck;

    assert_int_equal((int)stack.outcome, (int)mutant->end);
    if (mutant->end == STOPPED) {
        assert_int_equal(bugcheck->code, mutant->code);
        assert_true(mutant->first == ANY || bugcheck->parameters[0] == mutant->first);
        assert_true(bugcheck->text[0] != '\0');
    } else if (mutant->end == REFUSED) {
        assert_true(stack.error.text[0] != '\0');
    }
}

/* What has to happen on the adapter for a rule to be broken. */
static void (*body_for(enum rule rule))(struct adapter *adapter, void *argument)
{
    static const struct {
        const char *family;
        void (*body)(struct adapter *adapter, void *argument);
    } bodies[] = {
        { "DBG-04", exercise_draw_and_call },
        { "ENGRST-03", exercise_slow },
        { "ENGRST-05", exercise_cancel },
        { "ENGRST-11", exercise_hang_again },
        { "ENGRST-13", exercise_beside },
        { "ENGRST-", exercise_hang },
        { "TDR-18", exercise_hang_adapter_again },
        { "TDR-", exercise_hang },
        { "QCF-", exercise_hang },
        { "DBG-", exercise_hang },
        { "SUBMIT-05", exercise_hang },
        { "CANCEL-", exercise_cancel },
        { "PREEMPT-14", exercise_race },
        { "PREEMPT-16", exercise_race },
        { "PREEMPT-17", exercise_race },
        { "PREEMPT-34", exercise_draw },
        { "PREEMPT-", exercise_preempt },
        { "RENDERKM-17", exercise_evict },
        { "PAGING-15", exercise_evict },
        { "PAGING-07", exercise_evict },
        { "PAGING-04", exercise_evict },
        { "SWZ-", exercise_lock },
        { "PAGING-33", exercise_special },
        { "PRESENT-09", exercise_flip },
        { "FLIP-", exercise_flip },
        { "LIFE-06", exercise_restart },
        { "LIFE-11", exercise_restart },
        { "GDI-", exercise_gdi },
    };
    const char *id = rule_info(rule)->id;

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(bodies); i++) {
        if (strncmp(id, bodies[i].family, strlen(bodies[i].family)) == 0) {
            return bodies[i].body;
        }
    }
    return exercise_draw_and_call;
}

/* Whatever a driver does, the memory manager's books are in order afterwards. */
struct exercise {
    void (*body)(struct adapter *adapter, void *argument);
    void *argument;
    char books[160]; /* what is wrong with them; "" for nothing */
};

static void exercise_and_audit(struct adapter *adapter, void *argument)
{
    struct exercise *exercise = argument;

    exercise->body(adapter, exercise->argument);
    if (adapter->vidmm != NULL) {
        (void)memory_audit_books(adapter, exercise->books, sizeof(exercise->books));
    }
}

static void mutant_is_caught(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_MUTANT, .before = choose_mutant };
    static struct exercise exercise;

    current = *state;
    if (current->rule == RULE_NT_THREAD_02 && (NT_ASAN || DXGH_TSAN)) {
        skip(); /* a sanitizer's frames are larger than the driver's own */
    }
    exercise = (struct exercise){ .body = body_for(current->rule),
                                  .argument = (void *)(uintptr_t)current->ddi };
    config.machine.hide_pages = current->rule == RULE_SYNC_10;
    if (current->rule == RULE_NT_LOCK_05) {
        config.machine.processors = 1; /* the interrupt must come where the lock is held */
    }
    if (current->rule == RULE_PATCH_06) {
        config.machine.decision = DECISION_RANDOM; /* Patch is called twice by chance */
        config.machine.seed = 1;
    }
    stack_run(&stack, &config, exercise_and_audit, &exercise);
    while (current->rule == RULE_PATCH_06 && !stack_has_breach(&stack, current->rule) &&
           config.machine.seed < SEEDS_MAX) {
        stack_close(&stack);
        config.machine.seed++;
        stack_run(&stack, &config, exercise_and_audit, &exercise);
    }
    if (!has_only_expected(current) || (int)stack.outcome != (int)current->end) {
        stack_print_breaches(&stack);
    }
    expect_one_rule(current);
    expect_end(current);
    assert_string_equal(exercise.books, "");
}

/* The first without chance, the others with seeds of their own. */
#define CLEAN_SEEDS 3u

static void expect_clean(const char *driver)
{
    static const struct run {
        const char *call; /* of exercise_draw_and_call */
        void (*body)(struct adapter *adapter, void *argument);
    } runs[] = {
        { "SetPowerState", exercise_draw_and_call },
        { "Present", exercise_draw_and_call },
        { "Escape", exercise_draw_and_call },
        { "InterruptRoutine", exercise_draw_and_call },
        { "QueryInterface", exercise_draw_and_call },
        { "ResetDevice", exercise_draw_and_call },
        { "QueryAdapterInfo", exercise_draw_and_call },
        { "CollectDbgInfo", exercise_draw_and_call },
        { "", exercise_hang },
        { "", exercise_preempt },
        { "", exercise_race },
        { "", exercise_hang_again },
        { "", exercise_hang_adapter_again },
        { "", exercise_slow },
        { "", exercise_beside },
        { "", exercise_cancel },
        { "", exercise_restart },
        { "", exercise_flip },
        { "", exercise_gdi },
    };
    struct stack_config config = { .driver = driver, .before = choose_mutant };

    current = NULL;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(runs) * CLEAN_SEEDS; i++) {
        const struct run *run = &runs[i % DXGH_ARRAY_SIZE(runs)];

        config.machine.decision = i < DXGH_ARRAY_SIZE(runs) ? DECISION_FIXED : DECISION_RANDOM;
        config.machine.seed = i / DXGH_ARRAY_SIZE(runs);
        stack_run(&stack, &config, run->body, (void *)(uintptr_t)run->call);
        stack_print_breaches(&stack);
        assert_int_equal(stack.outcome, STACK_RAN);
        assert_int_equal(verify_breach_count(stack.session.machine), 0);
        stack_close(&stack);
    }
}

/* What every other case is measured against. */
static void good_driver_passes(void **state)
{
    (void)state;
    expect_clean(DXGH_TEST_DRIVER);
}

static void driver_without_mutation_passes(void **state)
{
    (void)state;
    expect_clean(DXGH_TEST_MUTANT);
}

/* Cases are named by their rule's id, RENDERKM-12, and by what is broken when there are several. */
static void name_case(char *name, size_t name_bytes, const struct mutant *mutant)
{
    const char *what = strchr(mutant->name, ' ');

    (void)snprintf(name, name_bytes, "%s%s", rule_info(mutant->rule)->id, what == NULL ? "" : what);
}

int main(int count, char **words)
{
    static char names[DXGH_ARRAY_SIZE(mutants)][64];
    static struct CMUnitTest tests[DXGH_ARRAY_SIZE(mutants) + 2];
    const char *family = count > 1 ? words[1] : "";
    size_t used = 0;

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(mutants); i++) {
        name_case(names[i], sizeof(names[i]), &mutants[i]);
        if (strncmp(names[i], family, strlen(family)) == 0) {
            tests[used++] = (struct CMUnitTest){
                .name = names[i],
                .test_func = mutant_is_caught,
                .teardown_func = close_stack,
                .initial_state = (void *)(uintptr_t)&mutants[i],
            };
        }
    }
    tests[used++] = (struct CMUnitTest)cmocka_unit_test_teardown(good_driver_passes, close_stack);
    tests[used++] =
        (struct CMUnitTest)cmocka_unit_test_teardown(driver_without_mutation_passes, close_stack);
    return _cmocka_run_group_tests("contract", tests, used, NULL, NULL);
}
