/* SPDX-License-Identifier: MIT */
/*
 * Pool: memory of the machine's RAM in blocks with tags, with bytes on both sides that nobody may
 * touch.
 *
 * Small blocks come from pages cut into equal slots, so none crosses a page; a block of a page or
 * more starts at a page. What is known of a block (size, tag, who allocated it) is kept outside
 * RAM, where no overrun reaches it. A freed block is filled with a pattern and rests before its
 * memory is used again. With AddressSanitizer the surroundings and the resting blocks are
 * poisoned as well, so that the instruction itself is reported.
 *
 * Source: wdm ExAllocatePool2, ExAllocatePoolWithTag, ExFreePoolWithTag
 * Tests:  tests/unit/nt_pool_test.c
 */
#ifndef NT_POOL_H
#define NT_POOL_H

#include "machine/machine.h"

/* What a block is, for the leak report. */
enum nt_pool_use {
    NT_POOL_PLAIN,
    NT_POOL_MDL,
};

struct nt_pool_request {
    size_t bytes; /* at least 1 */
    uint32_t tag; /* first character in the low byte */
    bool paged;
    bool zero; /* else filled with a pattern, so that nobody relies on it */
    enum nt_pool_use use;
    uintptr_t pc; /* who asks */
};

void nt_pool_init(struct machine *machine);

/**
 * nt_pool_alloc - take a block
 * Returns: 16-byte aligned, page-aligned from a page on; NULL when RAM is exhausted. Does not ask
 * the decision source: the exported functions do. IRQL: any.
 */
void *nt_pool_alloc(struct machine *machine, const struct nt_pool_request *request);

/**
 * nt_pool_free - give a block back; every kind of misuse is reported and survived
 * @tag: the tag the caller believes it has; 0 for any
 * @function: who frees, for the report
 */
void nt_pool_free(struct machine *machine, void *block, uint32_t tag, const char *function);

/** nt_pool_check - look at the surroundings of every block and the pattern of resting ones */
void nt_pool_check(struct machine *machine);

/** nt_pool_block_of - the live block an address lies in; false when there is none */
struct nt_pool_info {
    void *start;
    size_t bytes;
    uint32_t tag;
    bool paged;
    bool driver;
    enum nt_pool_use use;
    uintptr_t pc;
};
bool nt_pool_block_of(const struct machine *machine, const void *address,
                      struct nt_pool_info *info);

/** nt_pool_describe - "8 bytes behind a pool block of 64 bytes, tag 'Demo'". False: not pool. */
bool nt_pool_describe(const struct machine *machine, uintptr_t address, char *text,
                      size_t text_bytes);

/** nt_pool_each - visit every live block, in order of address within each size */
void nt_pool_each(struct machine *machine,
                  void (*visit)(const struct nt_pool_info *info, void *context), void *context);

/** nt_pool_free_driver - free what an unloaded driver left */
void nt_pool_free_driver(struct machine *machine);

uint64_t nt_pool_blocks(const struct machine *machine); /* alive now */
uint64_t nt_pool_bytes(const struct machine *machine);  /* asked for and alive now */

/** nt_tag_text - a tag as four printable characters and a terminator */
void nt_tag_text(uint32_t tag, char text[5]);

#endif /* NT_POOL_H */
