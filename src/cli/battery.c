/* SPDX-License-Identifier: MIT */
#include "cli/battery.h"

#include "dxgk/statistics.h"
#include "nt/nt.h"
#include "trace/trace.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

const char *battery_outcome_name(enum battery_outcome outcome)
{
    static const char *const names[] = { "not run", "pass",    "skipped", "breach",
                                         "failed",  "refused", "bugcheck" };

    return names[outcome];
}

bool battery_is_bad(enum battery_outcome outcome)
{
    return outcome >= BATTERY_BREACH;
}

/* One run of a stage on one machine. */
struct trial_run {
    struct battery *battery;
    struct stage_run run;
    struct session session;
    struct adapter_error error;
    NTSTATUS status;
};

static void perform(struct adapter *adapter, void *argument)
{
    struct trial_run *trial = argument;

    stage_perform(&trial->run, adapter);
}

static void live(void *argument)
{
    struct trial_run *trial = argument;
    uint32_t lives = DXGH_MAX(trial->run.stage->lives, 1u);

    for (uint32_t i = 0; i < lives && NT_SUCCESS(trial->status); i++) {
        trial->status = session_live(&trial->session, trial->battery->config->driver, "csrss.exe",
                                     perform, trial, &trial->error);
    }
}

static struct battery_finding *find_finding(struct battery *battery, const struct breach *breach,
                                            const char *where)
{
    for (size_t i = 0; i < battery->finding_count; i++) {
        struct battery_finding *finding = &battery->findings[i];

        if (finding->rule == breach->rule && strcmp(finding->ddi, breach->ddi) == 0 &&
            strcmp(finding->where, where) == 0) {
            return finding;
        }
    }
    return NULL;
}

static struct battery_finding *add_finding(struct battery *battery)
{
    if (battery->finding_count == battery->finding_room) {
        size_t room = DXGH_MAX((size_t)16, 2 * battery->finding_room);
        void *larger = realloc(battery->findings, room * sizeof(*battery->findings));

        if (larger == NULL) {
            return NULL;
        }
        battery->findings = larger;
        battery->finding_room = room;
    }
    return &battery->findings[battery->finding_count++];
}

static void take_breach(struct trial_run *trial, size_t stage, const struct battery_trial *which,
                        const struct breach *breach)
{
    const struct machine *machine = trial->session.machine;
    struct battery *battery = trial->battery;
    struct battery_finding *finding;
    char where[512];

    if (battery->config->reported != NULL && !battery->config->reported[breach->rule]) {
        return;
    }
    battery->results[stage].breaches += breach->count;
    verify_symbolize(machine, breach->pc, where, sizeof(where));
    finding = find_finding(battery, breach, where);
    if (finding != NULL) {
        finding->count += breach->count;
        return;
    }
    finding = add_finding(battery);
    if (finding != NULL) {
        *finding = (struct battery_finding){ .stage = stage,
                                             .trial = *which,
                                             .rule = breach->rule,
                                             .ddi = breach->ddi,
                                             .time_ns = breach->time_ns,
                                             .count = breach->count };
        memcpy(finding->message, breach->message, sizeof(finding->message));
        memcpy(finding->where, where, sizeof(where));
        (void)verify_locate(machine, breach->pc, &finding->place);
    }
}

static void take_missing(struct battery *battery, const struct unimplemented *entry)
{
    size_t i = 0;

    while (i < battery->missing_count && strcmp(battery->missing[i].text, entry->text) != 0) {
        i++;
    }
    if (i == BATTERY_MISSING_MAX) {
        return;
    }
    if (i == battery->missing_count) {
        memcpy(battery->missing[i].text, entry->text, sizeof(entry->text));
        battery->missing_count++;
    }
    battery->missing[i].count += entry->count;
}

static void take_bugcheck(const struct machine *machine, struct battery_bugcheck *copy)
{
    const struct machine_bugcheck *bugcheck = &machine->bugcheck;

    *copy = (struct battery_bugcheck){ .code = bugcheck->code };
    memcpy(copy->parameters, bugcheck->parameters, sizeof(copy->parameters));
    memcpy(copy->text, bugcheck->text, sizeof(copy->text));
    for (uint32_t i = 0; i < bugcheck->frame_count && copy->stack_count < BATTERY_STACK_MAX; i++) {
        /* A return address is behind its call; a faulting instruction is where it is. */
        uintptr_t frame = bugcheck->frames[i] + (i == 0 && bugcheck->at_fault);

        if (!verify_in_image(machine, bugcheck->frames[i])) {
            continue;
        }
        if (copy->stack_count == 0) {
            (void)verify_locate(machine, frame, &copy->place);
        }
        verify_symbolize(machine, frame, copy->stack[copy->stack_count],
                         sizeof(copy->stack[copy->stack_count]));
        copy->stack_count++;
    }
}

static void add_statistics(struct ddi_statistics *sum, const struct ddi_statistics *more)
{
    for (size_t i = 0; i < DDI_COUNT; i++) {
        sum[i].count += more[i].count;
        sum[i].failures += more[i].failures;
        sum[i].virtual_ns += more[i].virtual_ns;
        sum[i].longest_ns = DXGH_MAX(sum[i].longest_ns, more[i].longest_ns);
    }
}

static bool is_unreadable(const struct trial_run *trial)
{
    return !NT_SUCCESS(trial->status) && trial->error.step != NULL &&
           strcmp(trial->error.step, "image") == 0;
}

static enum battery_outcome judge(const struct trial_run *trial, uint64_t breaches)
{
    if (trial->session.machine->crashed) {
        return BATTERY_BUGCHECK;
    }
    if (!NT_SUCCESS(trial->status) && !trial->run.faulty) {
        return BATTERY_REFUSED;
    }
    if (breaches > 0) {
        return BATTERY_BREACH;
    }
    if (trial->run.error[0] != '\0') {
        return BATTERY_FAILED;
    }
    return trial->run.skip[0] != '\0' ? BATTERY_SKIPPED : BATTERY_PASS;
}

static void collect(struct trial_run *trial, size_t stage, const struct battery_trial *which)
{
    struct machine *machine = trial->session.machine;
    struct battery_result *result = &trial->battery->results[stage];
    struct ddi_statistics statistics[DDI_COUNT];
    uint64_t before = result->breaches;
    enum battery_outcome outcome;

    LIST_FOR_EACH(link, verify_breaches(machine)) {
        take_breach(trial, stage, which, LIST_ENTRY_OF(link, struct breach, link));
    }
    LIST_FOR_EACH(link, verify_unimplemented_list(machine)) {
        take_missing(trial->battery, LIST_ENTRY_OF(link, struct unimplemented, link));
    }
    dxgk_statistics(machine, statistics);
    add_statistics(result->statistics, statistics);
    add_statistics(trial->battery->statistics, statistics);
    result->runs++;
    result->virtual_ns += machine->clock.now_ns;
    outcome = judge(trial, result->breaches - before);
    if (outcome <= result->outcome) {
        return;
    }
    result->outcome = outcome;
    result->trial = *which;
    if (outcome == BATTERY_BUGCHECK) {
        take_bugcheck(machine, &result->bugcheck);
    }
    (void)snprintf(result->reason, sizeof(result->reason), "%s",
                   outcome == BATTERY_REFUSED   ? trial->error.text
                   : outcome == BATTERY_SKIPPED ? trial->run.skip
                                                : trial->run.error);
}

static bool open_trial(struct trial_run *trial, const struct stage *stage,
                       const struct battery_trial *which)
{
    const struct battery_config *config = trial->battery->config;
    struct session_config session = {
        .machine = { .processors = config->processors,
                     .ram_bytes = config->memory_bytes,
                     .decision = which->seeded ? DECISION_RANDOM : DECISION_FIXED,
                     .seed = which->seed,
                     .hide_pages = stage->hide_pages },
        .device = config->device,
        .device_options = config->device_options,
    };
    char options[1024];

    if (stage->vram_bytes != 0 && strcmp(config->device, "softgpu") == 0) {
        (void)snprintf(options, sizeof(options), "%s%svram=%u",
                       config->device_options == NULL ? "" : config->device_options,
                       config->device_options == NULL ? "" : ",", stage->vram_bytes);
        session.device_options = options;
    }
    if (!session_open(&trial->session, &session, trial->battery->error,
                      sizeof(trial->battery->error))) {
        trial->battery->unreadable = true;
        return false;
    }
    trial->session.machine->decision.refuse_at = which->refuse_at;
    return true;
}

/* Returns: how many requests for memory the run made. */
static uint64_t run_trial(struct battery *battery, size_t number, const struct battery_trial *which)
{
    struct trial_run *trial = calloc(1, sizeof(*trial));
    uint64_t requests = 0;

    if (trial == NULL) {
        battery->unreadable = true;
        (void)snprintf(battery->error, sizeof(battery->error), "The host has no memory left.");
        return 0;
    }
    trial->battery = battery;
    trial->run.stage = &stages[number];
    trial->run.session = &trial->session;
    trial->run.faulty = which->refuse_at != 0;
    prng_init(&trial->run.prng, which->seed);
    if (open_trial(trial, &stages[number], which)) {
        (void)machine_run(trial->session.machine, live, trial);
        requests = trial->session.machine->decision.refusable;
        if (is_unreadable(trial)) {
            battery->unreadable = true;
            memcpy(battery->error, trial->error.text, sizeof(trial->error.text));
        } else {
            collect(trial, number, which);
        }
    }
    session_close(&trial->session);
    free(trial);
    return requests;
}

static void run_faults(struct battery *battery, size_t number, struct battery_trial which)
{
    uint64_t first = battery->config->refuse_at;
    uint64_t last = first;

    if (first == 0) {
        first = 1;
        last = DXGH_MIN(run_trial(battery, number, &which), (uint64_t)BATTERY_FAULTS_MAX);
    }
    for (uint64_t i = first; i <= last && !battery->unreadable; i++) {
        which.refuse_at = i;
        (void)run_trial(battery, number, &which);
    }
}

static void run_stage(struct battery *battery, size_t number)
{
    const struct battery_config *config = battery->config;
    struct battery_trial which = { .seeded = config->seeded, .seed = config->seed };

    switch (stages[number].kind) {
    case STAGE_ONCE:
        (void)run_trial(battery, number, &which);
        break;
    case STAGE_FAULTS:
        run_faults(battery, number, which);
        break;
    case STAGE_SEEDS:
        which.seeded = true;
        for (uint64_t i = 0; i < config->seed_count && !battery->unreadable; i++) {
            which.seed = config->seed + i;
            (void)run_trial(battery, number, &which);
        }
        break;
    }
}

static bool is_wanted(const struct battery_config *config, size_t number)
{
    return config->skipped == NULL || !config->skipped[number];
}

/* What cannot start at all need not be tried in every stage. */
static void skip_rest(struct battery *battery, size_t from)
{
    for (size_t i = from; i < stage_count; i++) {
        if (is_wanted(battery->config, i)) {
            battery->results[i].outcome = BATTERY_SKIPPED;
            (void)snprintf(battery->results[i].reason, sizeof(battery->results[i].reason),
                           "the adapter does not start");
        }
    }
}

bool battery_run(struct battery *battery, const struct battery_config *config)
{
    size_t wanted = 0;
    size_t done = 0;

    *battery = (struct battery){ .config = config };
    battery->results = calloc(stage_count, sizeof(*battery->results));
    if (battery->results == NULL) {
        (void)snprintf(battery->error, sizeof(battery->error), "The host has no memory left.");
        return false;
    }
    for (size_t i = 0; i < stage_count; i++) {
        wanted += is_wanted(config, i);
    }
    for (size_t i = 0; i < stage_count && !battery->unreadable; i++) {
        if (!is_wanted(config, i)) {
            continue;
        }
        if (config->progress != NULL) {
            config->progress(config->progress_context, &stages[i], ++done, wanted);
        }
        run_stage(battery, i);
        if (battery->results[i].outcome == BATTERY_REFUSED) {
            skip_rest(battery, i + 1);
            break;
        }
        if (config->fail_fast && battery_is_bad(battery->results[i].outcome)) {
            break;
        }
    }
    return !battery->unreadable;
}

void battery_fini(struct battery *battery)
{
    free(battery->findings);
    free(battery->results);
    *battery = (struct battery){ 0 };
}

void battery_replay(const struct battery *battery, size_t stage, const struct battery_trial *trial,
                    char *text, size_t text_bytes)
{
    const struct battery_config *config = battery->config;
    size_t used = (size_t)snprintf(
        text, text_bytes, "dxghost verify --driver %s --device %s%s%s --stage %s", config->driver,
        config->device, config->device_options != NULL ? "," : "",
        config->device_options != NULL ? config->device_options : "", stages[stage].name);

    if (trial->seeded && used < text_bytes) {
        used += (size_t)snprintf(text + used, text_bytes - used, " --seed %" PRIu64, trial->seed);
    }
    if (trial->refuse_at != 0 && used < text_bytes) {
        used += (size_t)snprintf(text + used, text_bytes - used, " --fail-allocation %" PRIu64,
                                 trial->refuse_at);
    }
    if (config->processors != 2 && used < text_bytes) {
        used += (size_t)snprintf(text + used, text_bytes - used, " --processors %u",
                                 config->processors);
    }
    if (config->memory_bytes != 0 && used < text_bytes) {
        (void)snprintf(text + used, text_bytes - used, " --memory %" PRIu64, config->memory_bytes);
    }
}

/* A rule's column may name several, the later ones in short: "DxgkDdiRender/RenderKm". */
static bool is_about(const struct rule_info *rule, const char *ddi)
{
    static const char prefix[] = "DxgkDdi";
    size_t prefix_length = sizeof(prefix) - 1;
    const char *name = strncmp(ddi, prefix, prefix_length) == 0 ? ddi + prefix_length : ddi;
    size_t length = strlen(name);

    for (const char *at = rule->ddi; (at = strstr(at, name)) != NULL; at += length) {
        bool begins = at == rule->ddi || strchr("/. ,", at[-1]) != NULL ||
                      ((size_t)(at - rule->ddi) >= prefix_length &&
                       strncmp(at - prefix_length, prefix, prefix_length) == 0);

        if (begins && (at[length] == '\0' || strchr("/, .;*(", at[length]) != NULL)) {
            return true;
        }
    }
    return false;
}

uint32_t battery_rules_of(const char *ddi)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        count += rule_coverage((enum rule)i)->checked && is_about(rule_info((enum rule)i), ddi);
    }
    return count;
}
