/* SPDX-License-Identifier: MIT */
/*
 * EDID: what a monitor says of itself, 128-byte blocks of which the first is the base block.
 *
 * Read are the established, standard and detailed timings, the range limits and the name of the
 * base block, and the detailed timings of CTA-861 extension blocks. A block with a wrong checksum
 * is not used at all. Source: VESA E-EDID standard release A2 (EDID 1.4), CTA-861 Tests:
 * tests/unit/display_edid_test.c
 */
#ifndef DISPLAY_EDID_H
#define DISPLAY_EDID_H

#include "display/state.h"

#define EDID_BLOCK_BYTES 128u
#define EDID_TIMINGS_MAX 64u
#define EDID_NAME_BYTES 14u

enum edid_result {
    EDID_OK,
    EDID_TOO_SHORT,
    EDID_BAD_HEADER,
    EDID_BAD_CHECKSUM,
    EDID_BAD_VERSION, /* not version 1 */
};

struct edid_timing {
    D3DKMDT_VIDEO_SIGNAL_INFO signal;
    bool preferred;
};

struct edid {
    uint8_t revision;   /* EDID 1.revision */
    uint8_t extensions; /* blocks announced after the base block */
    char name[EDID_NAME_BYTES];
    bool has_range;
    uint32_t min_vertical_hz;
    uint32_t max_vertical_hz;
    uint32_t min_horizontal_khz;
    uint32_t max_horizontal_khz;
    uint32_t max_pixel_rate_mhz; /* 0: not stated */
    uint32_t timing_count;
    struct edid_timing timings[EDID_TIMINGS_MAX]; /* most wanted first, no two alike */
};

/**
 * edid_parse - read a base block and the extension blocks that follow it
 * @bytes: may be anything; nothing beyond size_bytes is read
 * Returns: EDID_OK, or why the base block cannot be used; edid is zeroed then. A bad extension
 * block is skipped.
 */
enum edid_result edid_parse(const uint8_t *bytes, size_t size_bytes, struct edid *edid);

/** edid_checksum - the value byte 127 of a block must have for the block to sum to 0 */
uint8_t edid_checksum(const uint8_t block[EDID_BLOCK_BYTES]);

/**
 * edid_make - a base block of a digital monitor with one timing, its preferred one
 * @width, @height: pixels, up to 4095; at about 60 Hz, or what 655 MHz give
 * @name: up to 13 characters
 */
void edid_make(uint8_t block[EDID_BLOCK_BYTES], const char *name, uint32_t width, uint32_t height);

/** edid_result_text - the reason in words; static text */
const char *edid_result_text(enum edid_result result);

#endif /* DISPLAY_EDID_H */
