/* SPDX-License-Identifier: MIT */
/*
 * What must hold of video memory at every submission to the softgpu board:
 *   - no two resident allocations overlap, and the manager's books are in order;
 *   - nothing that a packet refers to has moved since the packet was prepared, nor is it let go of
 *     while the hardware has the packet;
 *   - every place the patch list names holds the address of the allocation it names;
 *   - every address in the packets is named by the patch list.
 */
#ifndef TESTS_LIB_MEMORY_AUDIT_H
#define TESTS_LIB_MEMORY_AUDIT_H

#include "dxgk/audit.h"

#define MEMORY_AUDIT_RECORDS 16384u  /* more fail the audit */
#define MEMORY_AUDIT_RESIDENTS 4096u /* likewise */

struct memory_audit {
    struct audit hook;
    struct adapter *adapter;
    uint64_t prepared;
    uint64_t submissions;
    uint64_t parts;       /* of split buffers */
    uint64_t interleaved; /* parts before which another context had the engine */
    uint64_t addresses;
    char why[200]; /* the first thing that did not hold; "" while all does */
    /* what was prepared: who was where */
    struct memory_record {
        const struct submission *submission;
        const struct packet *packet; /* its own, or that of a part */
        bool is_part;
        const struct vidmm_allocation *allocation;
        uint64_t address;
        uint64_t
            generation; /* of the memory manager: a reset of the adapter ends what it promised */
    } records[MEMORY_AUDIT_RECORDS];
    uint32_t record_count;
    const struct submission *splitting; /* whose part was submitted last */
    bool others;                        /* somebody else's was, since */
    /* a test's own deed at each submission, before the checks; NULL: none */
    void (*tamper)(struct memory_audit *audit, struct submission *submission);
};

/**
 * memory_audit_books - the manager's books, over everything that is in a segment
 * @why: receives the first thing that is wrong
 */
bool memory_audit_books(const struct adapter *adapter, char *why, size_t why_bytes);
/** memory_audit_attach - look at every submission of the adapter from now on */
void memory_audit_attach(struct memory_audit *audit, struct adapter *adapter);
/** memory_audit_detach - and a last look. Returns: whether everything held. */
bool memory_audit_detach(struct memory_audit *audit);

#endif /* TESTS_LIB_MEMORY_AUDIT_H */
