/* SPDX-License-Identifier: MIT */
/*
 * The null board: no hardware, only answers. For drivers whose board has no model yet: its ids, its
 * BARs and what its registers read come from a text file, `--device null,script=FILE`.
 *
 *   id VENDOR:DEVICE [CLASS] [SUBVENDOR:SUBDEVICE] [REVISION]   hexadecimal; class of three bytes
 *   msi COUNT                           messages instead of a line
 *   bar N registers|memory|ports SIZE   with K or M
 *   post BAR WIDTH HEIGHT               firmware's 32-bit mode at the start of a memory BAR
 *   read BAR OFFSET VALUE...            what successive reads give; the last one stays
 *   raise BAR OFFSET VALUE [MESSAGE]    a write of VALUE interrupts a microsecond later
 *   clear BAR OFFSET VALUE [MESSAGE]    a write of VALUE takes the line back
 *
 * Offsets and values may be hexadecimal (0x10). What follows # is left out. Other registers read
 * what was written to them last, and 0 before; each is named in the trace the first time.
 */
#ifndef NULL_NULL_H
#define NULL_NULL_H

#include "dxghost/device.h"

#define NULL_RULES_MAX 256u
#define NULL_VALUES_MAX 16u
#define NULL_OTHERS_MAX 1024u

enum null_kind { NULL_READ, NULL_RAISE, NULL_CLEAR };

struct null_rule {
    enum null_kind kind;
    uint32_t bar;
    uint64_t offset;
    uint32_t message;
    uint32_t count; /* of values */
    uint64_t values[NULL_VALUES_MAX];
};

struct null_script {
    struct dxghost_device_identity identity;
    uint32_t rule_count;
    struct null_rule rules[NULL_RULES_MAX];
};

/**
 * null_script_read - read the file that the options name, or nothing without options
 * Returns: NULL, or what is wrong with it, with the line's number (static text).
 */
const char *null_script_read(const char *options, struct null_script *script);

/** null_device_entry - the model */
const struct dxghost_device_ops *null_device_entry(void);

#endif
