/* SPDX-License-Identifier: MIT */
#include "display/edid.h"

#include <string.h>

#define BLANK_COLUMNS 160u
#define BLANK_LINES 30u
#define REFRESH_HZ 60u
#define CLOCK_UNIT_HZ 10000u
#define DETAILED_AT 54u
#define NAME_AT 72u
#define RANGE_AT 90u
#define UNUSED_AT 108u

/* Eight bits of two values each, and their upper four bits in one byte. */
static void put_pair(uint8_t *low_first, uint8_t *low_second, uint8_t *high, uint32_t first,
                     uint32_t second)
{
    *low_first = (uint8_t)first;
    *low_second = (uint8_t)second;
    *high = (uint8_t)((first >> 8) << 4 | second >> 8);
}

static void make_timing(uint8_t *timing, uint32_t width, uint32_t height)
{
    uint32_t wanted = (width + BLANK_COLUMNS) * (height + BLANK_LINES) * REFRESH_HZ / CLOCK_UNIT_HZ;
    uint32_t clock = DXGH_MIN(wanted, UINT16_MAX); /* a slower one where it has no room */

    timing[0] = (uint8_t)clock;
    timing[1] = (uint8_t)(clock >> 8);
    put_pair(&timing[2], &timing[3], &timing[4], width, BLANK_COLUMNS);
    put_pair(&timing[5], &timing[6], &timing[7], height, BLANK_LINES);
    timing[8] = 48; /* front porch and width of the horizontal sync, then of the vertical one */
    timing[9] = 32;
    timing[10] = 3 << 4 | 6;
    timing[17] = 0x1E; /* separate syncs, both positive */
}

void edid_make(uint8_t block[EDID_BLOCK_BYTES], const char *name, uint32_t width, uint32_t height)
{
    static const uint8_t header[] = { 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0 };
    static const uint8_t srgb[] = { 0xEE, 0x91, 0xA3, 0x54, 0x4C, 0x99, 0x26, 0x0F, 0x50, 0x54 };
    /* 50 to 70 Hz, 30 to 160 kHz, 600 MHz */
    static const uint8_t range[] = { 0, 0, 0, 0xFD, 0, 50, 70, 30, 160, 60, 0, '\n' };
    size_t length = strnlen(name, EDID_NAME_BYTES - 1);

    DXGH_ASSERT(width > 0 && width < 4096 && height > 0 && height < 4096);
    memset(block, 0, EDID_BLOCK_BYTES);
    memcpy(block, header, sizeof(header));
    block[8] = 0x13; /* manufacturer "DXG" */
    block[9] = 0x07;
    block[16] = 1;  /* week */
    block[17] = 36; /* year since 1990 */
    block[18] = 1;  /* version 1.3 */
    block[19] = 3;
    block[20] = 0x80; /* digital */
    block[21] = 32;   /* centimetres */
    block[22] = 24;
    block[23] = 120;  /* gamma 2.2 */
    block[24] = 0x06; /* sRGB, preferred timing first */
    memcpy(block + 25, srgb, sizeof(srgb));
    memset(block + 38, 1, 16); /* no standard timings */
    make_timing(block + DETAILED_AT, width, height);
    block[NAME_AT + 3] = 0xFC;
    memset(block + NAME_AT + 5, ' ', EDID_NAME_BYTES - 1);
    memcpy(block + NAME_AT + 5, name, length);
    if (length < EDID_NAME_BYTES - 1) {
        block[NAME_AT + 5 + length] = '\n';
    }
    memset(block + RANGE_AT, ' ', 18);
    memcpy(block + RANGE_AT, range, sizeof(range));
    block[UNUSED_AT + 3] = 0x10;
    block[EDID_BLOCK_BYTES - 1] = edid_checksum(block);
}
