/* SPDX-License-Identifier: MIT */
#include "verify/verify.h"

#include "machine/fault.h"
#include "machine/fiber.h"
#include "machine/heap.h"
#include "trace/trace.h"
#include "verify/verify_private.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* A driver that breaks rules in a loop shall not fill the host's memory. */
#define BREACHES_MAX 1000u
#define DRIVER_FRAMES_MAX 32u

static const struct rule_info rules[] = {
#define RULE(identifier, id, ddi, severity, sentence, consequence, source)                         \
    [RULE_##identifier] = { id, ddi, severity, sentence, consequence, source },
#include "verify/rules.def"
#undef RULE
};

static const struct rule_coverage coverage[] = {
#define COVERAGE(identifier, checked, mutants, note)                                               \
    [RULE_##identifier] = { checked, mutants, note },
#include "verify/coverage.def"
#undef COVERAGE
};

const struct rule_info *rule_info(enum rule rule)
{
    DXGH_ASSERT(rule < RULE_COUNT);
    return &rules[rule];
}

const struct rule_coverage *rule_coverage(enum rule rule)
{
    DXGH_ASSERT(rule < RULE_COUNT);
    return &coverage[rule];
}

const char *severity_name(enum severity severity)
{
    static const char *const names[SEVERITY_COUNT] = {
        "bug check", "device lost", "adapter refused", "breach", "advice", "host",
    };

    DXGH_ASSERT(severity < SEVERITY_COUNT);
    return names[severity];
}

enum rule rule_find(const char *id)
{
    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        if (strcasecmp(rules[i].id, id) == 0) {
            return (enum rule)i;
        }
    }
    return RULE_COUNT;
}

struct verify *verify_of(const struct machine *machine)
{
    return machine->layers[MACHINE_LAYER_VERIFY];
}

void verify_attach(struct machine *machine)
{
    struct verify *verify = MACHINE_NEW(machine, struct verify);

    DXGH_ASSERT(verify_of(machine) == NULL);
    list_init(&verify->breaches);
    list_init(&verify->unimplemented);
    machine->layers[MACHINE_LAYER_VERIFY] = verify;
}

void verify_image_set(struct machine *machine, const char *path, uintptr_t base, uintptr_t end)
{
    struct verify *verify = verify_of(machine);

    (void)snprintf(verify->image_path, sizeof(verify->image_path), "%s", path);
    verify->image_base = base;
    verify->image_end = end;
}

void verify_locator_set(struct machine *machine,
                        uintptr_t (*locator)(struct machine *machine, const char *ddi))
{
    verify_of(machine)->locator = locator;
}

bool verify_in_image(const struct machine *machine, uintptr_t address)
{
    const struct verify *verify = verify_of(machine);

    return verify != NULL && address >= verify->image_base && address < verify->image_end;
}

uintptr_t verify_driver_pc(struct machine *machine)
{
    uintptr_t frames[DRIVER_FRAMES_MAX];
    uint32_t count = fault_backtrace(machine, frames, DRIVER_FRAMES_MAX);

    for (uint32_t i = 0; i < count; i++) {
        if (verify_in_image(machine, frames[i])) {
            /* A place inside, as return addresses are: a fault is at its instruction. */
            return frames[i] + (i == 0 && fault_is_exact());
        }
    }
    return 0;
}

/* Where the driver is to blame: the frame that made the mistake, or the DDI it has returned from.
 */
static uintptr_t blamed_pc(struct machine *machine, const char *ddi)
{
    const struct verify *verify = verify_of(machine);
    uintptr_t pc = verify_driver_pc(machine);

    if (pc == 0 && verify->locator != NULL) {
        pc = verify->locator(machine, ddi);
        pc = pc == 0 ? 0 : pc + 1; /* a place inside, as return addresses are */
    }
    return pc;
}

static struct breach *find_breach(const struct verify *verify, enum rule rule, const char *ddi,
                                  uintptr_t pc)
{
    LIST_FOR_EACH(link, &verify->breaches) {
        struct breach *breach = LIST_ENTRY_OF(link, struct breach, link);

        if (breach->rule == rule && breach->pc == pc && strcmp(breach->ddi, ddi) == 0) {
            return breach;
        }
    }
    return NULL;
}

void verify_report(struct machine *machine, enum rule rule, const char *ddi, const char *format,
                   ...)
{
    struct verify *verify = verify_of(machine);
    const char *where = ddi != NULL ? ddi : machine->running->ddi;
    uintptr_t pc;
    struct breach *breach;
    va_list arguments;

    if (verify == NULL) {
        return;
    }
    where = where != NULL ? where : rules[rule].ddi;
    rule = verify_refine(machine, rule, where);
    pc = blamed_pc(machine, where);
    breach = find_breach(verify, rule, where, pc);
    if (breach != NULL || verify->breach_count >= BREACHES_MAX) {
        if (breach != NULL) {
            breach->count++;
        }
        return;
    }
    breach = MACHINE_NEW(machine, struct breach);
    breach->rule = rule;
    breach->ddi = where;
    breach->pc = pc;
    breach->count = 1;
    breach->time_ns = machine->clock.now_ns;
    breach->trace_sequence = trace_count(machine);
    va_start(arguments, format);
    (void)vsnprintf(breach->message, sizeof(breach->message), format, arguments);
    va_end(arguments);
    list_push_back(&verify->breaches, &breach->link);
    verify->breach_count++;
    trace_emit(machine, TRACE_BREACH, rule, 0, 0);
}

void verify_unimplemented(struct machine *machine, const char *format, ...)
{
    struct verify *verify = verify_of(machine);
    char text[sizeof(((struct unimplemented *)NULL)->text)];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    trace_emit_text(machine, TRACE_UNIMPLEMENTED, text);
    if (verify == NULL) {
        return;
    }
    LIST_FOR_EACH(link, &verify->unimplemented) {
        struct unimplemented *entry = LIST_ENTRY_OF(link, struct unimplemented, link);

        if (strcmp(entry->text, text) == 0) {
            entry->count++;
            return;
        }
    }

    struct unimplemented *entry = MACHINE_NEW(machine, struct unimplemented);

    memcpy(entry->text, text, sizeof(text));
    entry->count = 1;
    list_push_back(&verify->unimplemented, &entry->link);
}

uint64_t verify_breach_count(const struct machine *machine)
{
    const struct verify *verify = verify_of(machine);

    return verify == NULL ? 0 : verify->breach_count;
}

const struct list *verify_breaches(const struct machine *machine)
{
    return &verify_of(machine)->breaches;
}

const struct list *verify_unimplemented_list(const struct machine *machine)
{
    return &verify_of(machine)->unimplemented;
}
