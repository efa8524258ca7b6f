/* SPDX-License-Identifier: MIT */
#include "display/timing.h"

#include "display/signal.h"

#define HZ_PER_KHZ 1000u

struct timing {
    uint16_t width;
    uint16_t height;
    uint16_t refresh_hz; /* nominal */
    uint16_t total_width;
    uint16_t total_height;
    uint32_t pixel_rate_khz;
    bool interlaced;
    D3DKMDT_VIDEO_SIGNAL_STANDARD standard;
};

static const struct timing timings[] = {
    { 640, 480, 60, 800, 525, 25175, false, D3DKMDT_VSS_VESA_DMT },
    { 640, 480, 67, 864, 525, 30240, false, D3DKMDT_VSS_APPLE },
    { 640, 480, 72, 832, 520, 31500, false, D3DKMDT_VSS_VESA_DMT },
    { 640, 480, 75, 840, 500, 31500, false, D3DKMDT_VSS_VESA_DMT },
    { 640, 480, 85, 832, 509, 36000, false, D3DKMDT_VSS_VESA_DMT },
    { 720, 400, 70, 900, 449, 28320, false, D3DKMDT_VSS_IBM },
    { 720, 400, 88, 900, 449, 35500, false, D3DKMDT_VSS_IBM },
    { 800, 600, 56, 1024, 625, 36000, false, D3DKMDT_VSS_VESA_DMT },
    { 800, 600, 60, 1056, 628, 40000, false, D3DKMDT_VSS_VESA_DMT },
    { 800, 600, 72, 1040, 666, 50000, false, D3DKMDT_VSS_VESA_DMT },
    { 800, 600, 75, 1056, 625, 49500, false, D3DKMDT_VSS_VESA_DMT },
    { 800, 600, 85, 1048, 631, 56250, false, D3DKMDT_VSS_VESA_DMT },
    { 832, 624, 75, 1152, 667, 57284, false, D3DKMDT_VSS_APPLE },
    { 1024, 768, 87, 1264, 817, 44900, true, D3DKMDT_VSS_IBM },
    { 1024, 768, 60, 1344, 806, 65000, false, D3DKMDT_VSS_VESA_DMT },
    { 1024, 768, 70, 1328, 806, 75000, false, D3DKMDT_VSS_VESA_DMT },
    { 1024, 768, 75, 1312, 800, 78750, false, D3DKMDT_VSS_VESA_DMT },
    { 1024, 768, 85, 1376, 808, 94500, false, D3DKMDT_VSS_VESA_DMT },
    { 1152, 864, 75, 1600, 900, 108000, false, D3DKMDT_VSS_VESA_DMT },
    { 1152, 870, 75, 1456, 915, 100000, false, D3DKMDT_VSS_APPLE },
    { 1280, 720, 60, 1650, 750, 74250, false, D3DKMDT_VSS_VESA_DMT },
    { 1280, 768, 60, 1664, 798, 79500, false, D3DKMDT_VSS_VESA_DMT },
    { 1280, 800, 60, 1680, 831, 83500, false, D3DKMDT_VSS_VESA_DMT },
    { 1280, 960, 60, 1800, 1000, 108000, false, D3DKMDT_VSS_VESA_DMT },
    { 1280, 1024, 60, 1688, 1066, 108000, false, D3DKMDT_VSS_VESA_DMT },
    { 1280, 1024, 75, 1688, 1066, 135000, false, D3DKMDT_VSS_VESA_DMT },
    { 1280, 1024, 85, 1728, 1072, 157500, false, D3DKMDT_VSS_VESA_DMT },
    { 1360, 768, 60, 1792, 795, 85500, false, D3DKMDT_VSS_VESA_DMT },
    { 1366, 768, 60, 1792, 798, 85500, false, D3DKMDT_VSS_VESA_DMT },
    { 1400, 1050, 60, 1864, 1089, 121750, false, D3DKMDT_VSS_VESA_DMT },
    { 1440, 900, 60, 1904, 934, 106500, false, D3DKMDT_VSS_VESA_DMT },
    { 1600, 900, 60, 1800, 1000, 108000, false, D3DKMDT_VSS_VESA_DMT },
    { 1600, 1200, 60, 2160, 1250, 162000, false, D3DKMDT_VSS_VESA_DMT },
    { 1680, 1050, 60, 2240, 1089, 146250, false, D3DKMDT_VSS_VESA_DMT },
    { 1920, 1080, 60, 2200, 1125, 148500, false, D3DKMDT_VSS_VESA_DMT },
    { 1920, 1200, 60, 2592, 1245, 193250, false, D3DKMDT_VSS_VESA_DMT },
    { 1920, 1440, 60, 2600, 1500, 234000, false, D3DKMDT_VSS_VESA_DMT },
    { 2048, 1152, 60, 2250, 1200, 162000, false, D3DKMDT_VSS_VESA_DMT },
    { 2560, 1600, 60, 3504, 1658, 348500, false, D3DKMDT_VSS_VESA_DMT },
};

void timing_signal(D3DKMDT_VIDEO_SIGNAL_STANDARD standard, D3DKMDT_2DREGION active,
                   D3DKMDT_2DREGION total, uint64_t pixel_rate_hz, bool interlaced,
                   D3DKMDT_VIDEO_SIGNAL_INFO *signal)
{
    uint64_t fields = interlaced ? 2 : 1;

    memset(signal, 0, sizeof(*signal));
    signal->VideoStandard = standard;
    signal->ActiveSize = active;
    signal->TotalSize = total;
    signal->HSyncFreq = rational_make(pixel_rate_hz, total.cx);
    signal->VSyncFreq = rational_make(pixel_rate_hz * fields, (uint64_t)total.cx * total.cy);
    signal->PixelRate = (SIZE_T)pixel_rate_hz;
    signal_scan_line_ordering_set(signal, interlaced ? D3DDDI_VSSLO_INTERLACED_UPPERFIELDFIRST
                                                     : D3DDDI_VSSLO_PROGRESSIVE);
}

bool timing_find(uint32_t width, uint32_t height, uint32_t refresh_hz, bool interlaced,
                 D3DKMDT_VIDEO_SIGNAL_INFO *signal)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(timings); i++) {
        const struct timing *timing = &timings[i];

        if (timing->width == width && timing->height == height &&
            timing->refresh_hz == refresh_hz && timing->interlaced == interlaced) {
            timing_signal(timing->standard, (D3DKMDT_2DREGION){ width, height },
                          (D3DKMDT_2DREGION){ timing->total_width, timing->total_height },
                          (uint64_t)timing->pixel_rate_khz * HZ_PER_KHZ, interlaced, signal);
            return true;
        }
    }
    return false;
}

/* Both formulas: character cells of 8 pixels, sync and back porch of at least 550 us, and the
 * blanking duty cycle C' - M' * line period with C' = 30 %, M' = 300 %/kHz. */
#define CELL_PIXELS 8u
#define MIN_SYNC_AND_BACK_PORCH_US 550.0
#define DUTY_OFFSET 30.0
#define DUTY_GRADIENT 300.0
#define CVT_DUTY_MIN 20.0
/* Choice: GTF names no least duty cycle, and below some 250 lines its formula leaves no blanking.
 */
#define GTF_DUTY_MIN 10.0

static uint32_t round_to_cell(uint32_t pixels)
{
    return (pixels + CELL_PIXELS / 2) / CELL_PIXELS * CELL_PIXELS;
}

static double estimate_line_us(uint32_t height, uint32_t refresh_hz, uint32_t front_porch)
{
    return (1e6 / refresh_hz - MIN_SYNC_AND_BACK_PORCH_US) / (height + front_porch);
}

static double blanking_duty(double line_us, double least)
{
    double duty = DUTY_OFFSET - DUTY_GRADIENT * line_us / 1000.0;

    return duty < least ? least : duty;
}

void timing_gtf(uint32_t width, uint32_t height, uint32_t refresh_hz,
                D3DKMDT_VIDEO_SIGNAL_INFO *signal)
{
    const uint32_t front_porch = 1;
    uint32_t active = round_to_cell(width);
    double estimate_us = estimate_line_us(height, refresh_hz, front_porch);
    uint32_t sync_and_back_porch = (uint32_t)(MIN_SYNC_AND_BACK_PORCH_US / estimate_us + 0.5);
    uint32_t lines = height + sync_and_back_porch + front_porch;
    double line_us = 1e6 / refresh_hz / lines;
    double duty = blanking_duty(line_us, GTF_DUTY_MIN);
    uint32_t blank =
        (uint32_t)(active * duty / (100.0 - duty) / (2 * CELL_PIXELS) + 0.5) * 2 * CELL_PIXELS;
    uint32_t total = active + blank;

    timing_signal(D3DKMDT_VSS_VESA_GTF, (D3DKMDT_2DREGION){ width, height },
                  (D3DKMDT_2DREGION){ total, lines }, (uint64_t)(total / line_us * 1e6 + 0.5),
                  false, signal);
}

/* The width of the vertical sync names the aspect ratio. */
static uint32_t cvt_sync_lines(uint32_t width, uint32_t height)
{
    static const struct {
        uint32_t x, y, lines;
    } ratios[] = { { 4, 3, 4 }, { 16, 9, 5 }, { 16, 10, 6 }, { 5, 4, 7 }, { 15, 9, 7 } };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(ratios); i++) {
        uint32_t expected = height * ratios[i].x / ratios[i].y / CELL_PIXELS * CELL_PIXELS;

        if (expected == width) {
            return ratios[i].lines;
        }
    }
    return 10;
}

void timing_cvt(uint32_t width, uint32_t height, uint32_t refresh_hz,
                D3DKMDT_VIDEO_SIGNAL_INFO *signal)
{
    const uint32_t front_porch = 3;
    const uint32_t min_back_porch = 6;
    const uint32_t step_hz = 250000;
    uint32_t active = width / CELL_PIXELS * CELL_PIXELS;
    double line_us = estimate_line_us(height, refresh_hz, front_porch);
    uint32_t sync_lines = cvt_sync_lines(active, height);
    uint32_t sync_and_back_porch = (uint32_t)(MIN_SYNC_AND_BACK_PORCH_US / line_us) + 1;
    double duty = blanking_duty(line_us, CVT_DUTY_MIN);
    uint32_t blank;
    uint32_t total;
    uint64_t rate;

    sync_and_back_porch = DXGH_MAX(sync_and_back_porch, sync_lines + min_back_porch);
    blank = (uint32_t)(active * duty / (100.0 - duty) / (2 * CELL_PIXELS)) * 2 * CELL_PIXELS;
    total = active + blank;
    rate = (uint64_t)(total / line_us * 1e6) / step_hz * step_hz;
    timing_signal(
        D3DKMDT_VSS_VESA_CVT, (D3DKMDT_2DREGION){ width, height },
        (D3DKMDT_2DREGION){ DXGH_MAX(total, width), height + sync_and_back_porch + front_porch },
        rate, false, signal);
}
