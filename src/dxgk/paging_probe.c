/* SPDX-License-Identifier: MIT */
/*
 * Whether paging did anything: the first and the last word that an operation is to write are marked
 * before, and looked at when it has run.
 *
 * Only where nothing that was built before waits to be run, since it may still need what is there.
 * Tiled or not, all of the destination is written, so that no mark may be left.
 */
#include "dxgk/paging_private.h"
#include "verify/verify.h"

#define MARK UINT64_C(0x5C0FFEE5DEADBEA7)

/* Returns: where the CPU sees what is written; NULL when it does not. */
static char *destination(const struct paging_operation *operation)
{
    const struct segment *segment = operation->segment;

    switch (operation->kind) {
    case PAGING_FILL:
    case PAGING_TRANSFER_IN:
    case PAGING_MOVE:
    case PAGING_SPECIAL_IN:
        return segment->cpu == NULL
                   ? NULL
                   : (char *)segment->cpu + operation->offset + operation->piece_offset;
    case PAGING_TRANSFER_OUT:
        return (char *)operation->allocation->backing + operation->piece_offset;
    case PAGING_SPECIAL_OUT:
        return operation->allocation->alternate->pages;
    default:
        return NULL;
    }
}

void paging_probe_arm(struct paging *paging, const struct paging_operation *operation)
{
    struct paging_probe *probe = &paging->probe;
    char *start;

    if (paging->used_bytes > 0) {
        return;
    }
    *probe = (struct paging_probe){ .kind = operation->kind };
    start = destination(operation);
    if (start == NULL) {
        return;
    }
    probe->armed = true;
    probe->words[0] = (uint64_t *)start;
    probe->words[1] = (uint64_t *)(start + operation->piece_bytes) - 1;
    *probe->words[0] = MARK;
    *probe->words[1] = MARK;
}

/* What was built without a byte is done by the CPU, or reported already. */
void paging_probe_built(struct paging *paging, bool anything)
{
    struct paging_probe *probe = &paging->probe;

    probe->armed &= anything || probe->built;
    probe->built = probe->armed;
}

static enum rule rule_of(enum paging_kind kind)
{
    if (kind == PAGING_FILL) {
        return RULE_PAGING_23;
    }
    return kind == PAGING_SPECIAL_IN || kind == PAGING_SPECIAL_OUT ? RULE_PAGING_33
                                                                   : RULE_PAGING_15;
}

void paging_probe_check(struct paging *paging, bool done)
{
    const struct paging_probe *probe = &paging->probe;
    static const char *const places[] = { "first", "last" };

    if (done && !probe->built) {
        return; /* it needs another pass */
    }
    for (size_t i = 0; done && i < DXGH_ARRAY_SIZE(places); i++) {
        if (*probe->words[i] == MARK) {
            verify_report(paging->adapter->machine, rule_of(probe->kind),
                          "DxgkDdiBuildPagingBuffer",
                          "A %s has run, and the %s 8 bytes of its destination are as they were. "
                          "Write all of it.",
                          probe->kind == PAGING_FILL ? "fill" : "transfer", places[i]);
            break;
        }
    }
    paging->probe.armed = false;
    paging->probe.built = false;
}
