/* SPDX-License-Identifier: MIT */
#include "display/edid.h"

#include "display/signal.h"
#include "display/timing.h"

#define ESTABLISHED_AT 35u
#define STANDARD_AT 38u
#define STANDARD_COUNT 8u
#define DESCRIPTORS_AT 54u
#define DESCRIPTOR_BYTES 18u
#define DESCRIPTOR_COUNT 4u
#define EXTENSIONS_AT 126u
#define CHECKSUM_AT 127u
#define DESCRIPTOR_RANGE 0xFDu
#define DESCRIPTOR_NAME 0xFCu
#define DESCRIPTOR_STANDARD 0xFAu
#define EXTENSION_CTA 0x02u
#define FEATURE_PREFERRED 0x02u
#define FEATURES_AT 24u

uint8_t edid_checksum(const uint8_t block[EDID_BLOCK_BYTES])
{
    uint32_t sum = 0;

    for (uint32_t i = 0; i < CHECKSUM_AT; i++) {
        sum += block[i];
    }
    return (uint8_t)(0u - sum);
}

const char *edid_result_text(enum edid_result result)
{
    static const char *const texts[] = {
        [EDID_OK] = "a valid EDID",
        [EDID_TOO_SHORT] = "shorter than one block of 128 bytes",
        [EDID_BAD_HEADER] = "without the 00 FF FF FF FF FF FF 00 header",
        [EDID_BAD_CHECKSUM] = "with a wrong checksum: the 128 bytes must add up to 0 modulo 256",
        [EDID_BAD_VERSION] = "of a version other than 1",
    };

    return texts[result];
}

static void add_timing(struct edid *edid, const D3DKMDT_VIDEO_SIGNAL_INFO *signal, bool preferred)
{
    if (edid->timing_count == EDID_TIMINGS_MAX) {
        return;
    }
    for (uint32_t i = 0; i < edid->timing_count; i++) {
        if (signal_same(&edid->timings[i].signal, signal)) {
            return;
        }
    }
    edid->timings[edid->timing_count++] =
        (struct edid_timing){ .signal = *signal, .preferred = preferred };
}

/* A detailed timing descriptor; its interlaced sizes count the lines of one field. */
static void read_detailed(struct edid *edid, const uint8_t *d, bool preferred)
{
    uint64_t pixel_rate_hz = ((uint64_t)d[0] | (uint64_t)d[1] << 8) * 10000;
    uint32_t active_width = d[2] | (uint32_t)(d[4] & 0xF0) << 4;
    uint32_t blank_width = d[3] | (uint32_t)(d[4] & 0x0F) << 8;
    uint32_t active_height = d[5] | (uint32_t)(d[7] & 0xF0) << 4;
    uint32_t blank_height = d[6] | (uint32_t)(d[7] & 0x0F) << 8;
    bool interlaced = (d[17] & 0x80) != 0;
    D3DKMDT_2DREGION active = { active_width, active_height };
    D3DKMDT_2DREGION total = { active_width + blank_width, active_height + blank_height };
    D3DKMDT_VIDEO_SIGNAL_INFO signal;

    if (active_width == 0 || active_height == 0 || blank_width == 0 || blank_height == 0) {
        return; /* no monitor can show it */
    }
    if (interlaced) {
        active.cy *= 2;
        total.cy = total.cy * 2 + 1; /* the half line of each field */
    }
    timing_signal(D3DKMDT_VSS_OTHER, active, total, pixel_rate_hz, interlaced, &signal);
    add_timing(edid, &signal, preferred);
}

static void read_standard(struct edid *edid, const uint8_t *s)
{
    uint32_t width = ((uint32_t)s[0] + 31) * 8;
    uint32_t refresh_hz = (s[1] & 0x3Fu) + 60;
    uint32_t height;
    D3DKMDT_VIDEO_SIGNAL_INFO signal;

    if ((s[0] == 0x01 && s[1] == 0x01) || s[0] == 0) {
        return; /* an unused slot */
    }
    switch (s[1] >> 6) {
    case 0:
        height = edid->revision >= 3 ? width * 10 / 16 : width;
        break;
    case 1:
        height = width * 3 / 4;
        break;
    case 2:
        height = width * 4 / 5;
        break;
    default:
        height = width * 9 / 16;
        if (width == 1360 || width == 1368) { /* what stands for the 768-line panels */
            width = width == 1368 ? 1366 : width;
            height = 768;
        }
        break;
    }
    if (timing_find(width, height, refresh_hz, false, &signal)) {
        add_timing(edid, &signal, false);
        return;
    }
    if (edid->revision >= 4) {
        timing_cvt(width, height, refresh_hz, &signal);
    } else {
        timing_gtf(width, height, refresh_hz, &signal);
    }
    add_timing(edid, &signal, false);
}

static void read_established(struct edid *edid, const uint8_t *bytes)
{
    static const struct {
        uint8_t byte, bit;
        uint16_t width, height, refresh_hz;
        bool interlaced;
    } modes[] = {
        { 0, 7, 720, 400, 70, false },  { 0, 6, 720, 400, 88, false },
        { 0, 5, 640, 480, 60, false },  { 0, 4, 640, 480, 67, false },
        { 0, 3, 640, 480, 72, false },  { 0, 2, 640, 480, 75, false },
        { 0, 1, 800, 600, 56, false },  { 0, 0, 800, 600, 60, false },
        { 1, 7, 800, 600, 72, false },  { 1, 6, 800, 600, 75, false },
        { 1, 5, 832, 624, 75, false },  { 1, 4, 1024, 768, 87, true },
        { 1, 3, 1024, 768, 60, false }, { 1, 2, 1024, 768, 70, false },
        { 1, 1, 1024, 768, 75, false }, { 1, 0, 1280, 1024, 75, false },
        { 2, 7, 1152, 870, 75, false },
    };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(modes); i++) {
        D3DKMDT_VIDEO_SIGNAL_INFO signal;

        if ((bytes[modes[i].byte] >> modes[i].bit & 1) == 0) {
            continue;
        }
        if (timing_find(modes[i].width, modes[i].height, modes[i].refresh_hz, modes[i].interlaced,
                        &signal)) {
            add_timing(edid, &signal, false);
        }
    }
}

static void read_range(struct edid *edid, const uint8_t *d)
{
    uint8_t offsets = edid->revision >= 4 ? d[4] : 0;

    edid->min_vertical_hz = d[5] + ((offsets & 3u) == 3 ? 255u : 0u);
    edid->max_vertical_hz = d[6] + ((offsets & 2u) != 0 ? 255u : 0u);
    edid->min_horizontal_khz = d[7] + ((offsets >> 2 & 3u) == 3 ? 255u : 0u);
    edid->max_horizontal_khz = d[8] + ((offsets & 8u) != 0 ? 255u : 0u);
    edid->max_pixel_rate_mhz = d[9] == 0xFF ? 0 : d[9] * 10u;
    edid->has_range = edid->min_vertical_hz != 0 && edid->min_horizontal_khz != 0 &&
                      edid->min_vertical_hz <= edid->max_vertical_hz &&
                      edid->min_horizontal_khz <= edid->max_horizontal_khz;
}

static void read_name(struct edid *edid, const uint8_t *d)
{
    uint32_t length = 0;

    while (length < EDID_NAME_BYTES - 1 && d[5 + length] != '\n') {
        uint8_t byte = d[5 + length];

        edid->name[length++] = (char)(byte >= 0x20 && byte < 0x7F ? byte : '?');
    }
    edid->name[length] = '\0';
}

static bool is_detailed(const uint8_t *d)
{
    return d[0] != 0 || d[1] != 0;
}

static void read_descriptors(struct edid *edid, const uint8_t *block)
{
    bool first_is_preferred = edid->revision >= 4 || (block[FEATURES_AT] & FEATURE_PREFERRED) != 0;

    for (uint32_t i = 0; i < DESCRIPTOR_COUNT; i++) {
        const uint8_t *d = block + DESCRIPTORS_AT + i * DESCRIPTOR_BYTES;

        if (is_detailed(d)) {
            read_detailed(edid, d, i == 0 && first_is_preferred);
        } else if (d[3] == DESCRIPTOR_RANGE) {
            read_range(edid, d);
        } else if (d[3] == DESCRIPTOR_NAME) {
            read_name(edid, d);
        } else if (d[3] == DESCRIPTOR_STANDARD) {
            for (uint32_t s = 0; s < 6; s++) {
                read_standard(edid, d + 5 + 2 * s);
            }
        }
    }
}

static void read_cta(struct edid *edid, const uint8_t *block)
{
    for (uint32_t at = block[2]; at >= 4 && at + DESCRIPTOR_BYTES <= CHECKSUM_AT;
         at += DESCRIPTOR_BYTES) {
        if (!is_detailed(block + at)) {
            break;
        }
        read_detailed(edid, block + at, false);
    }
}

static enum edid_result check_base(const uint8_t *bytes, size_t size_bytes)
{
    static const uint8_t header[] = { 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00 };

    if (bytes == NULL || size_bytes < EDID_BLOCK_BYTES) {
        return EDID_TOO_SHORT;
    }
    if (memcmp(bytes, header, sizeof(header)) != 0) {
        return EDID_BAD_HEADER;
    }
    if (edid_checksum(bytes) != bytes[CHECKSUM_AT]) {
        return EDID_BAD_CHECKSUM;
    }
    return bytes[18] == 1 ? EDID_OK : EDID_BAD_VERSION;
}

enum edid_result edid_parse(const uint8_t *bytes, size_t size_bytes, struct edid *edid)
{
    enum edid_result result = check_base(bytes, size_bytes);

    memset(edid, 0, sizeof(*edid));
    if (result != EDID_OK) {
        return result;
    }
    edid->revision = bytes[19];
    edid->extensions = bytes[EXTENSIONS_AT];
    read_descriptors(edid, bytes);
    for (uint32_t i = 0; i < STANDARD_COUNT; i++) {
        read_standard(edid, bytes + STANDARD_AT + 2 * i);
    }
    read_established(edid, bytes + ESTABLISHED_AT);
    for (size_t i = 1; i <= edid->extensions && (i + 1) * EDID_BLOCK_BYTES <= size_bytes; i++) {
        const uint8_t *block = bytes + i * EDID_BLOCK_BYTES;

        if (block[0] == EXTENSION_CTA && edid_checksum(block) == block[CHECKSUM_AT]) {
            read_cta(edid, block);
        }
    }
    return EDID_OK;
}
