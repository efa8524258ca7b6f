/* SPDX-License-Identifier: MIT */
/* The parts of D3DKMTEscape: one handler for each type that has a documented payload. */
#ifndef KMT_ESCAPE_H
#define KMT_ESCAPE_H

#include "kmt/memory.h"

/* A captured escape of a type that the kernel itself serves. */
struct kmt_escape {
    struct kmt_call *call;
    struct adapter *adapter;
    struct kmt_device *device; /* NULL: hDevice was 0 */
    void *data;                /* kernel copy of the payload; NULL when size_bytes is 0 */
    uint32_t size_bytes;
};

/* Each judges the copy, and leaves in it what the caller shall see. A type, sub-type or combination
 * without a documented payload is refused by name with STATUS_NOT_IMPLEMENTED; a wrong size or
 * value is STATUS_INVALID_PARAMETER. */
NTSTATUS kmt_escape_vidmm(const struct kmt_escape *escape);
NTSTATUS kmt_escape_tdr(const struct kmt_escape *escape);
NTSTATUS kmt_escape_vidsch(const struct kmt_escape *escape);
NTSTATUS kmt_escape_device(const struct kmt_escape *escape);
NTSTATUS kmt_escape_adapter_verifier(const struct kmt_escape *escape);
NTSTATUS kmt_escape_process_verifier(const struct kmt_escape *escape);
NTSTATUS kmt_escape_dmm(const struct kmt_escape *escape);
NTSTATUS kmt_escape_snapshot(const struct kmt_escape *escape);

#endif /* KMT_ESCAPE_H */
