/* SPDX-License-Identifier: MIT */
/* Names for numbers people should not have to look up. */
#ifndef VERIFY_NAMES_H
#define VERIFY_NAMES_H

#include <stdbool.h>
#include <stdint.h>

/** verify_bugcheck_name - "VIDEO_SCHEDULER_INTERNAL_ERROR" for 0x119; "BUGCHECK" when unknown */
const char *verify_bugcheck_name(uint32_t code);

/**
 * verify_status_name - "STATUS_NO_MEMORY" for 0xC0000017
 * Returns: for a status without a name, its hexadecimal digits in a buffer that the fourth call
 * from now reuses.
 */
const char *verify_status_name(int32_t status);

/**
 * verify_bugcheck_find, verify_status_find - the code of a name, written as the headers write it
 * Returns: false when there is none; *code is untouched.
 */
bool verify_bugcheck_find(const char *name, uint32_t *code);
bool verify_status_find(const char *name, uint32_t *code);

#endif /* VERIFY_NAMES_H */
