/* SPDX-License-Identifier: MIT */
/*
 * The rule engine: which sentence of the contract was broken, where, and how to see it again.
 *
 * The rules are data (verify/rules.def, made from facts/rules*.tsv). A check that finds a
 * breach calls verify_report once; the run goes on, unless the documents say the system stops.
 */
#ifndef VERIFY_VERIFY_H
#define VERIFY_VERIFY_H

#include "machine/machine.h"

enum rule {
#define RULE(identifier, id, ddi, severity, sentence, consequence, source) RULE_##identifier,
#include "verify/rules.def"
#undef RULE
    RULE_COUNT,
};

/* What Windows does when the rule is broken, worst first. */
enum severity {
    SEVERITY_BUGCHECK,    /* the system stops */
    SEVERITY_DEVICE_LOST, /* a timeout, a hang, a device that has to be made again */
    SEVERITY_REFUSED,     /* the adapter does not start */
    SEVERITY_BREACH,      /* anything else that goes wrong: memory, pixels, a failed request */
    SEVERITY_ADVICE,      /* slower or coarser than it could be */
    SEVERITY_HOST,        /* a duty of the graphics kernel; no driver breaks it */
    SEVERITY_COUNT,
};

struct rule_info {
    const char *id;  /* "RENDERKM-12" */
    const char *ddi; /* "DxgkDdiRenderKm" */
    enum severity severity;
    const char *sentence;    /* the duty, in our words */
    const char *consequence; /* what Windows does */
    const char *source;      /* documentation page */
};

/* What is known of the check itself; made when dxghost is built. */
struct rule_coverage {
    bool checked;        /* something in dxghost reports it */
    const char *mutants; /* drivers that break just this rule, ", " between; "" for none */
    const char *note;    /* what else proves it, or why it cannot be checked; "" for nothing */
};

const struct rule_info *rule_info(enum rule rule);
const struct rule_coverage *rule_coverage(enum rule rule);
/** severity_name - "bug check", "device lost", ...; for people */
const char *severity_name(enum severity severity);
/** rule_find - by id, case-insensitive. Returns: RULE_COUNT when there is no such rule. */
enum rule rule_find(const char *id);

/* One broken rule. Repeats of a rule in one DDI at one place are counted, not listed again. */
struct breach {
    struct list link;
    enum rule rule;
    const char *ddi;   /* the DDI the driver was in, or the function it called; static text */
    char message[512]; /* expected, seen, what to do */
    uintptr_t pc;      /* innermost driver instruction; 0 when no driver frame was on the stack */
    uint64_t time_ns;
    uint64_t count;
    uint64_t trace_sequence; /* of the first, to find it in the trace */
};

/** verify_attach - give the machine a rule engine; after trace_attach */
void verify_attach(struct machine *machine);

/**
 * verify_report - a driver broke a rule
 * @ddi: name of the DDI it was in or of the function it called; static text. NULL: the innermost
 *       DDI of the running fiber, (struct fiber.ddi)
 * @format: what was expected, what was seen, what to do
 * A general rule becomes that of the DDI, where this has one of its own (verify/refine.c).
 * IRQL: any. Never switches fibers.
 */
void verify_report(struct machine *machine, enum rule rule, const char *ddi, const char *format,
                   ...) DXGH_PRINTF(4, 5);

/**
 * verify_unimplemented - something was asked for that dxghost does not have
 * Named in the report of the run, and never answered with success.
 */
void verify_unimplemented(struct machine *machine, const char *format, ...) DXGH_PRINTF(2, 3);

uint64_t verify_breach_count(const struct machine *machine);
const struct list *verify_breaches(const struct machine *machine); /* struct breach.link */
const struct list *verify_unimplemented_list(const struct machine *machine);

struct unimplemented {
    struct list link;
    char text[160];
    uint64_t count;
};

/* The loaded driver's code, so that a report can name its line. */
void verify_image_set(struct machine *machine, const char *path, uintptr_t base, uintptr_t end);
/** verify_in_image - whether an address is driver code */
bool verify_in_image(const struct machine *machine, uintptr_t address);
/**
 * verify_locator_set - who knows the driver's function behind a DDI
 * @locator: returns its address, 0 when there is none; `ddi` is a name as verify_report takes it
 * A check that runs after the driver has returned finds no frame of it on the stack; its report
 * then names that function.
 */
void verify_locator_set(struct machine *machine,
                        uintptr_t (*locator)(struct machine *machine, const char *ddi));
/** verify_driver_pc - the innermost driver frame of the running fiber, 0 when there is none */
uintptr_t verify_driver_pc(struct machine *machine);
/* A place in the driver's source. */
struct verify_place {
    char function[256];
    char file[1024]; /* as the debug information has it; "" when it has none */
    int line;
};
/**
 * verify_locate - function, file and line of a driver address, from its debug information
 * Returns: false when nothing is known of it; the place is then empty.
 */
bool verify_locate(const struct machine *machine, uintptr_t pc, struct verify_place *place);
/**
 * verify_symbolize - "function (file.c:123)" for a driver address, from its debug information
 * @text: receives the words; falls back to "driver.so+0x1234"
 */
void verify_symbolize(const struct machine *machine, uintptr_t pc, char *text, size_t text_bytes);

#endif /* VERIFY_VERIFY_H */
