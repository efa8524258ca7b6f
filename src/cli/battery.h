/* SPDX-License-Identifier: MIT */
/*
 * The battery of `dxghost verify`: every stage on machines of its own, in one process. A bug check,
 * a hang or a refusal ends its stage, and the next one begins with a new machine.
 *
 * Everything in the results is copied out of the machines, which are gone when battery_run returns.
 */
#ifndef CLI_BATTERY_H
#define CLI_BATTERY_H

#include "cli/battery_stage.h"
#include "dxgk/gate.h"
#include "verify/verify.h"

#define BATTERY_STACK_MAX 16u
#define BATTERY_SEEDS 8u        /* of the stages that try several */
#define BATTERY_FAULTS_MAX 500u /* requests for memory that are refused, one run each */

struct battery_config {
    const char *driver;         /* path of the miniport */
    const char *device;         /* board, or the shared object of a model */
    const char *device_options; /* NULL for none */
    uint32_t processors;
    uint64_t memory_bytes; /* 0: the machine's default */
    bool seeded;
    uint64_t seed;
    uint64_t seed_count;  /* that stage seeds tries, from `seed` on */
    uint64_t refuse_at;   /* only this request is refused; 0: each in turn */
    bool fail_fast;       /* no further stage after the first that fails */
    const bool *skipped;  /* by stage; NULL: none is */
    const bool *reported; /* by rule; NULL: all are */
    /* Called before each stage; may be NULL. */
    void (*progress)(void *context, const struct stage *stage, size_t number, size_t count);
    void *progress_context;
};

enum battery_outcome {
    BATTERY_NOT_RUN, /* not asked for, or after --fail-fast */
    BATTERY_PASS,
    BATTERY_SKIPPED,
    BATTERY_BREACH,
    BATTERY_FAILED,  /* no rule, but what it was for did not happen */
    BATTERY_REFUSED, /* the adapter did not start */
    BATTERY_BUGCHECK,
};

/* What tells two runs of one stage apart. */
struct battery_trial {
    bool seeded;
    uint64_t seed;
    uint64_t refuse_at;
};

struct battery_bugcheck {
    uint32_t code;
    uint64_t parameters[4];
    char text[512];
    struct verify_place place; /* innermost driver frame */
    char stack[BATTERY_STACK_MAX][256];
    uint32_t stack_count;
};

struct battery_result {
    enum battery_outcome outcome;
    char reason[1024];          /* of a skip, a failure or a refusal */
    struct battery_trial trial; /* of the first run that was not clean */
    struct battery_bugcheck bugcheck;
    uint64_t runs;
    uint64_t virtual_ns;
    uint64_t breaches; /* that began in this stage, repeats counted */
    struct ddi_statistics statistics[DDI_COUNT];
};

/* A broken rule. Repeats in the same DDI at the same place are counted, over all stages. */
struct battery_finding {
    size_t stage; /* where it was seen first */
    struct battery_trial trial;
    enum rule rule;
    const char *ddi;
    char message[512];
    char where[512];           /* as verify_symbolize has it */
    struct verify_place place; /* empty when it is not known */
    uint64_t time_ns;
    uint64_t count;
};

/* Something the driver asked for that dxghost does not have. */
struct battery_missing {
    char text[160];
    uint64_t count;
};
#define BATTERY_MISSING_MAX 64u /* further ones are not named */

struct battery {
    const struct battery_config *config;
    struct battery_result *results; /* by stage */
    struct battery_finding *findings;
    size_t finding_count;
    size_t finding_room;
    struct battery_missing missing[BATTERY_MISSING_MAX];
    size_t missing_count;
    struct ddi_statistics statistics[DDI_COUNT]; /* of all stages */
    bool unreadable;                             /* the driver or the device cannot be loaded */
    char error[1024];                            /* why */
};

/**
 * battery_run - run the stages that are wanted, in order
 * @battery: receives the results; battery_fini frees them, also after a failure
 * Returns: false when the driver or the device cannot be loaded, or the host has no memory.
 */
bool battery_run(struct battery *battery, const struct battery_config *config);
void battery_fini(struct battery *battery);

/** battery_outcome_name - "pass", "breach", ... */
const char *battery_outcome_name(enum battery_outcome outcome);
/** battery_is_bad - whether the outcome is one that fails the whole */
bool battery_is_bad(enum battery_outcome outcome);

/** battery_replay - the command that repeats one run of a stage */
void battery_replay(const struct battery *battery, size_t stage, const struct battery_trial *trial,
                    char *text, size_t text_bytes);

/** battery_rules_of - how many checked rules a DDI or function has; name as verify_report has it */
uint32_t battery_rules_of(const char *ddi);

#endif /* CLI_BATTERY_H */
