/* SPDX-License-Identifier: MIT */
/*
 * What must hold of video memory at every submission to the softgpu board:
 *   - no two resident allocations overlap, and the manager's books are in order;
 *   - nothing that a packet with the hardware refers to has moved since it was submitted;
 *   - every place the patch list names holds the address of the allocation it names;
 *   - every address in the packets is named by the patch list.
 */
#ifndef TESTS_LIB_MEMORY_AUDIT_H
#define TESTS_LIB_MEMORY_AUDIT_H

#include "dxgk/audit.h"

#define MEMORY_AUDIT_RECORDS 512u

struct memory_audit {
    struct audit hook;
    struct adapter *adapter;
    uint64_t submissions;
    uint64_t parts; /* of split buffers */
    uint64_t addresses;
    char why[200]; /* the first thing that did not hold; "" while all does */
    /* what was submitted: who was where */
    struct memory_record {
        const struct packet *packet;
        uint64_t id;
        uint32_t fence;
        const struct vidmm_allocation *allocation;
        uint64_t address;
    } records[MEMORY_AUDIT_RECORDS];
    uint32_t record_count;
    /* a test's own deed at each submission, before the checks; NULL: none */
    void (*tamper)(struct memory_audit *audit, struct submission *submission);
};

/** memory_audit_attach - look at every submission of the adapter from now on */
void memory_audit_attach(struct memory_audit *audit, struct adapter *adapter);
/** memory_audit_detach - and a last look. Returns: whether everything held. */
bool memory_audit_detach(struct memory_audit *audit);

#endif /* TESTS_LIB_MEMORY_AUDIT_H */
