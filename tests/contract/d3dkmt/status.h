/* SPDX-License-Identifier: MIT */
/*
 * The statuses that the D3DKMT pages promise, each brought about once.
 *
 * A family lists, for each function, a call that is right, and the conditions under which that same
 * call has to fail with a documented status. What no condition covers is a case of its own. At the
 * end every row of facts/d3dkmt_status.tsv whose function is in docs/d3dkmt.md must have been seen,
 * or stand in unreached.tsv with a reason.
 */
#ifndef TESTS_CONTRACT_D3DKMT_STATUS_H
#define TESTS_CONTRACT_D3DKMT_STATUS_H

#include "dxgk/client.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"

#define STALE_BIT (1u << 22) /* in the generation of a handle */

/* What a call finds: one of everything, in a process of its own. Handles. */
struct world {
    struct machine *machine;
    struct adapter *hardware;
    struct client client;
    D3DKMT_HANDLE surface;     /* staging, locks and copies */
    D3DKMT_HANDLE primary;     /* of the desktop's size */
    D3DKMT_HANDLE resource;    /* with one allocation */
    D3DKMT_HANDLE share;       /* of it */
    D3DKMT_HANDLE semaphore;   /* count 1 of 4 */
    D3DKMT_HANDLE fence;       /* monitored, value 5 */
    D3DKMT_HANDLE fence_share; /* of a shared fence */
    D3DKMT_HANDLE mutex;       /* keyed, released with key 7 */
    D3DKMT_HANDLE mutex_share;
    D3DKMT_HANDLE paging_queue;
};

enum condition {
    NOTHING_ELSE = 0,
    STALE = 1,   /* every handle is of another generation: STATUS_INVALID_PARAMETER */
    STOPPED = 2, /* the adapter was stopped: STATUS_DEVICE_REMOVED */
    LOST = 4,    /* the device is in an error state: STATUS_DEVICE_REMOVED */
    STARVED = 8, /* one of the requests for memory is refused: STATUS_NO_MEMORY */
};

typedef NTSTATUS status_call(struct world *world);
typedef NTSTATUS(APIENTRY *status_entry)(void *arguments);

struct status_row {
    const char *function;
    status_call *good; /* STATUS_SUCCESS */
    status_entry
        entry; /* with a pointer that leads nowhere: STATUS_INVALID_PARAMETER; NULL: none */
    uint32_t conditions;
};

/** ROW - a function, the good call of the same name in lower case, and its conditions */
#define ROW(function, good, conditions)                                                            \
    {                                                                                              \
#function, good, (status_entry)(function), (conditions)                                    \
    }

struct status_case {
    const char *function;
    NTSTATUS status;
    status_call *call;
};

struct status_family {
    const char *name;
    const struct status_row *rows;
    uint32_t row_count;
    const struct status_case *cases;
    uint32_t case_count;
};

extern const struct status_family adapter_family;
extern const struct status_family device_family;
extern const struct status_family allocation_family;
extern const struct status_family residency_family;
extern const struct status_family sync_family;
extern const struct status_family display_family;
extern const struct status_family render_family;
extern const struct status_family sharing_family;

#endif /* TESTS_CONTRACT_D3DKMT_STATUS_H */
