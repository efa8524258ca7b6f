/* SPDX-License-Identifier: MIT */
/*
 * A good call spoiled in one place: one of its handles is stale, or one of its pointers bad.
 *
 * Between a D3DKMT function and the kernel stands kmt_call, which this test's linker wraps
 * (tests/contract/CMakeLists.txt). There the argument structure of the call is searched for the
 * world's handles, for pointers, and for handles in what they lead to; the n-th place is changed.
 */
#ifndef TESTS_CONTRACT_D3DKMT_SPOIL_H
#define TESTS_CONTRACT_D3DKMT_SPOIL_H

#include "tests/contract/d3dkmt/status.h"

enum spoil_with {
    SPOIL_STALE,      /* a handle: of another generation */
    SPOIL_NOWHERE,    /* a pointer: nothing is there */
    SPOIL_KERNEL,     /* a pointer: the kernel's memory is there */
    SPOIL_MISALIGNED, /* a pointer to an array of handles: between two of them */
};

struct spoil {
    const char *function;
    uint32_t skip;  /* calls of it that are left alone: what the good call prepares itself by */
    uint32_t calls; /* of it, so far */
    const D3DKMT_HANDLE *handles;
    size_t handle_count;
    enum spoil_with with;
    uint32_t place; /* the n-th that can be spoiled so */
    bool done;      /* false after the call: there are no more */
    bool behind;    /* and it was a handle behind a pointer, or that pointer's alignment */
    char what[64];  /* what was changed, in words */
};

/** spoil_next_call - from now on, until spoil_nothing. @spoil: stays the caller's */
void spoil_next_call(struct spoil *spoil);
void spoil_nothing(void);

#endif /* TESTS_CONTRACT_D3DKMT_SPOIL_H */
