/* SPDX-License-Identifier: MIT */
/*
 * A general rule of the kernel, said with the words of the DDI it is broken in.
 *
 * "Pageable code runs at DISPATCH_LEVEL" is wrong everywhere; DxgkDdiPreemptCommand's page says it
 * of itself, and that is the sentence its author looks for. The check stays where it is and reports
 * the general rule; where a DDI has a rule of its own for it, the report gets that one.
 */
#include "machine/fiber.h"
#include "verify/verify_private.h"

#include <string.h>

struct refinement {
    enum rule general;
    const char *ddi; /* where the driver is, or what it called */
    enum rule rule;
};

/* Sources: the page of each DDI; they are with the rules. */
static const struct refinement refinements[] = {
    /* Pageable code and paged pool at DISPATCH_LEVEL and above */
    { RULE_NT_IRQL_05, "DxgkDdiInterruptRoutine", RULE_ISR_04 },
    { RULE_NT_IRQL_06, "DxgkDdiInterruptRoutine", RULE_ISR_04 },
    { RULE_NT_IRQL_05, "DxgkDdiDpcRoutine", RULE_DPC_06 },
    { RULE_NT_IRQL_06, "DxgkDdiDpcRoutine", RULE_DPC_06 },
    { RULE_NT_IRQL_05, "DxgkDdiPreemptCommand", RULE_PREEMPT_03 },
    { RULE_NT_IRQL_06, "DxgkDdiPreemptCommand", RULE_PREEMPT_03 },
    { RULE_NT_IRQL_05, "DxgkDdiSubmitCommand", RULE_SUBMIT_02 },
    { RULE_NT_IRQL_06, "DxgkDdiSubmitCommand", RULE_SUBMIT_02 },
    { RULE_NT_IRQL_05, "DxgkDdiCollectDbgInfo", RULE_DBG_04 },
    { RULE_NT_IRQL_06, "DxgkDdiCollectDbgInfo", RULE_DBG_04 },
    /* Waits there */
    { RULE_NT_IRQL_03, "DxgkDdiCollectDbgInfo", RULE_DBG_04 },
    { RULE_NT_IRQL_03, "DxgkDdiPreemptCommand", RULE_PREEMPT_04 },
    { RULE_NT_IRQL_03, "DxgkDdiSubmitCommand", RULE_SUBMIT_02 },
    /* Another level on the way out */
    { RULE_SYNC_09, "DxgkDdiQueryCurrentFence", RULE_QCF_06 },
    { RULE_SYNC_09, "DxgkDdiResetEngine", RULE_ENGRST_14 },
    { RULE_SYNC_09, "DxgkDdiResetFromTimeout", RULE_TDR_25 },
    { RULE_SYNC_09, "DxgkDdiRestartFromTimeout", RULE_TDR_25 },
    /* Callbacks and reports */
    { RULE_CB_HANDLE, "DxgkCbNotifyInterrupt", RULE_FENCE_14 },
    { RULE_FENCE_09, "DxgkDdiPreemptCommand", RULE_PREEMPT_15 },
    { RULE_FENCE_04, "DxgkDdiQueryCurrentFence", RULE_QCF_03 },
};

/* Locks that threads wait for, taken or given back where no thread may wait. */
static const char *const waiting_locks[] = {
    "ExAcquireFastMutex",
    "ExReleaseFastMutex",
    "KeAcquireGuardedMutex",
    "KeReleaseGuardedMutex",
    "ExAcquireResourceExclusiveLite",
    "ExAcquireResourceSharedLite",
};

static bool is_waiting_lock(const char *function)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(waiting_locks); i++) {
        if (strcmp(waiting_locks[i], function) == 0) {
            return true;
        }
    }
    return false;
}

static enum rule look_up(enum rule general, const char *ddi)
{
    for (size_t i = 0; ddi != NULL && i < DXGH_ARRAY_SIZE(refinements); i++) {
        if (refinements[i].general == general && strcmp(refinements[i].ddi, ddi) == 0) {
            return refinements[i].rule;
        }
    }
    return general;
}

enum rule verify_refine(const struct machine *machine, enum rule rule, const char *where)
{
    const char *ddi = machine->running->ddi;
    enum rule fine;

    /* A lock above its level is a wait, wherever the rule has a word for that. */
    if (rule == RULE_NT_IRQL_01 && is_waiting_lock(where)) {
        fine = look_up(RULE_NT_IRQL_03, ddi);
        return fine == RULE_NT_IRQL_03 ? rule : fine;
    }
    fine = look_up(rule, ddi);
    return fine != rule ? fine : look_up(rule, where);
}
