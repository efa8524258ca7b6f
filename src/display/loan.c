/* SPDX-License-Identifier: MIT */
#include "display/loan.h"

#include "display/info_set.h"
#include "machine/heap.h"

/* What a released info is filled with, so that its further use shows. */
#define LOAN_POISON 0xDD

static struct loan *lend(struct info_set *set, enum loan_kind kind, const char *function)
{
    struct display_state *state = set->state;
    struct loan *loan = MACHINE_NEW(state->machine, struct loan);

    loan->kind = kind;
    loan->set = info_set_get(set);
    loan->pc = verify_driver_pc(state->machine);
    loan->function = function;
    list_push_back(&state->loans, &loan->link);
    return loan;
}

struct loan *loan_info(struct info_set *set, struct info_item *item, const char *function)
{
    struct loan *loan = lend(set, LOAN_INFO, function);
    size_t size = set->class->info_bytes;

    loan->item = item;
    loan->pointer = machine_heap_alloc(set->state->machine, size);
    loan->original = machine_heap_alloc(set->state->machine, size);
    memcpy(loan->pointer, item->info, size);
    memcpy(loan->original, item->info, size);
    return loan;
}

struct loan *loan_new_info(struct info_set *set, const char *function)
{
    struct loan *loan = lend(set, LOAN_NEW_INFO, function);

    loan->pointer = machine_heap_alloc(set->state->machine, set->class->info_bytes);
    return loan;
}

struct loan *loan_set(struct info_set *set, enum loan_kind kind, const char *function)
{
    struct loan *loan = lend(set, kind, function);

    DXGH_ASSERT(kind == LOAN_SET || kind == LOAN_NEW_SET);
    loan->pointer = set->handle;
    set->driver_references++;
    return loan;
}

struct loan *loan_find(const struct info_set *set, const void *pointer)
{
    LIST_FOR_EACH(link, &set->state->loans) {
        struct loan *loan = LIST_ENTRY_OF(link, struct loan, link);

        if (loan->set == set && loan->pointer == pointer) {
            return loan;
        }
    }
    return NULL;
}

static bool is_info(const struct loan *loan)
{
    return loan->kind == LOAN_INFO || loan->kind == LOAN_NEW_INFO;
}

void loan_end(struct loan *loan)
{
    struct info_set *set = loan->set;
    struct machine *machine = set->state->machine;

    if (loan->kind == LOAN_INFO &&
        memcmp(loan->pointer, loan->original, set->class->info_bytes) != 0) {
        verify_report(machine, RULE_VIDPN_05, loan->function,
                      "the info that %s lent from the %s of %s %u was written to; it is const: put "
                      "a changed copy into a new set instead",
                      loan->function, set->class->name, set->class->member, set->member_id);
    }
    if (is_info(loan)) {
        memset(loan->pointer, LOAN_POISON, set->class->info_bytes);
        machine_heap_free(machine, loan->pointer);
        machine_heap_free(machine, loan->original);
    } else {
        set->driver_references--;
    }
    list_remove(&loan->link);
    machine_heap_free(machine, loan);
    info_set_put(set);
}

static void report_leak(const struct loan *loan, const char *ddi)
{
    struct machine *machine = loan->set->state->machine;
    bool is_new = loan->kind == LOAN_NEW_INFO || loan->kind == LOAN_NEW_SET;
    const char *what = is_info(loan) ? "info" : "handle";
    const char *remedy = !is_new         ? "release it"
                         : is_info(loan) ? "add it or release it"
                                         : "assign it or release it";
    char where[192] = "";

    if (loan->pc != 0) {
        verify_symbolize(machine, loan->pc, where, sizeof(where));
    }
    verify_report(
        machine, is_new ? RULE_VIDPN_03 : RULE_VIDPN_01, ddi,
        "%s returned without giving back the %s that %s lent from the %s of %s %u%s%s; %s", ddi,
        what, loan->function, loan->set->class->name, loan->set->class->member,
        loan->set->member_id, where[0] != '\0' ? " at " : "", where, remedy);
}

uint32_t loan_check_returned(const struct display *display, const char *ddi)
{
    uint32_t count = 0;

    LIST_FOR_EACH_SAFE(link, &display->state->loans) {
        struct loan *loan = LIST_ENTRY_OF(link, struct loan, link);

        if (loan->set->display == display) {
            report_leak(loan, ddi);
            loan_end(loan);
            count++;
        }
    }
    return count;
}
