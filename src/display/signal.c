/* SPDX-License-Identifier: MIT */
#include "display/signal.h"

/* The first three bits of AdditionalSignalInfo; the whole enumeration before WDDM 1.3. */
#define ORDERING_MASK 7u

static const struct info_verdict good = { STATUS_SUCCESS, RULE_COUNT, "" };

static struct info_verdict bad(NTSTATUS status, enum rule rule, const char *why)
{
    return (struct info_verdict){ status, rule, why };
}

bool rational_is_number(D3DDDI_RATIONAL rational)
{
    return rational.Numerator != 0 && rational.Denominator != 0 &&
           rational.Numerator < D3DKMDT_FREQUENCY_NOTSPECIFIED &&
           rational.Denominator < D3DKMDT_FREQUENCY_NOTSPECIFIED;
}

static bool rational_is_unspecified(D3DDDI_RATIONAL rational)
{
    return rational.Numerator == D3DKMDT_FREQUENCY_NOTSPECIFIED;
}

uint64_t rational_millihertz(D3DDDI_RATIONAL rational)
{
    if (!rational_is_number(rational)) {
        return 0;
    }
    return (UINT64_C(1000) * rational.Numerator + rational.Denominator / 2) / rational.Denominator;
}

D3DDDI_RATIONAL rational_make(uint64_t numerator, uint64_t denominator)
{
    uint64_t a = numerator;
    uint64_t b = denominator;

    while (b != 0) {
        uint64_t rest = a % b;

        a = b;
        b = rest;
    }
    DXGH_ASSERT(a != 0 && numerator / a <= UINT32_MAX && denominator / a <= UINT32_MAX);
    return (D3DDDI_RATIONAL){ .Numerator = (UINT)(numerator / a),
                              .Denominator = (UINT)(denominator / a) };
}

uint32_t signal_scan_line_ordering(const D3DKMDT_VIDEO_SIGNAL_INFO *signal)
{
    return (uint32_t)signal->ScanLineOrdering & ORDERING_MASK;
}

void signal_scan_line_ordering_set(D3DKMDT_VIDEO_SIGNAL_INFO *signal,
                                   D3DDDI_VIDEO_SIGNAL_SCANLINE_ORDERING ordering)
{
    signal->ScanLineOrdering = ordering;
}

static bool region_is_number(D3DKMDT_2DREGION region)
{
    return region.cx != 0 && region.cy != 0 && region.cx < D3DKMDT_DIMENSION_NOTSPECIFIED &&
           region.cy < D3DKMDT_DIMENSION_NOTSPECIFIED;
}

static bool region_is_unspecified(D3DKMDT_2DREGION region)
{
    return region.cx == D3DKMDT_DIMENSION_NOTSPECIFIED &&
           region.cy == D3DKMDT_DIMENSION_NOTSPECIFIED;
}

/* Line and frame take exactly as long as their visible part: no monitor has such a signal. */
static bool has_no_blanking(const D3DKMDT_VIDEO_SIGNAL_INFO *signal)
{
    uint64_t line_mhz = rational_millihertz(signal->HSyncFreq);
    uint64_t frame_mhz = rational_millihertz(signal->VSyncFreq);
    uint64_t pixels_mhz = (uint64_t)signal->PixelRate * 1000;
    uint64_t tolerance = signal->ActiveSize.cx; /* of rounding the line frequency */

    return line_mhz * signal->ActiveSize.cx + tolerance >= pixels_mhz &&
           frame_mhz * signal->ActiveSize.cy + signal->ActiveSize.cy >= line_mhz;
}

static struct info_verdict check_frequencies(const D3DKMDT_VIDEO_SIGNAL_INFO *signal,
                                             bool display_only)
{
    enum rule rule = display_only ? RULE_VIDPN_07 : RULE_VIDPN_06;
    bool unspecified = rational_is_unspecified(signal->VSyncFreq) ||
                       rational_is_unspecified(signal->HSyncFreq) ||
                       signal->PixelRate == D3DKMDT_FREQUENCY_NOTSPECIFIED;

    if (unspecified && !display_only) {
        return bad(STATUS_GRAPHICS_INVALID_FREQUENCY, rule,
                   "a sync frequency or the pixel rate is NOTSPECIFIED; a full driver gives the "
                   "numbers of the timing it will program");
    }
    if (unspecified) {
        if (rational_is_unspecified(signal->VSyncFreq) &&
            rational_is_unspecified(signal->HSyncFreq) &&
            signal->PixelRate == D3DKMDT_FREQUENCY_NOTSPECIFIED) {
            return good;
        }
        return bad(STATUS_GRAPHICS_INVALID_FREQUENCY, rule,
                   "some frequencies are NOTSPECIFIED and some are numbers; give all or none");
    }
    if (!rational_is_number(signal->VSyncFreq) || !rational_is_number(signal->HSyncFreq) ||
        signal->PixelRate == 0 || signal->PixelRate >= D3DKMDT_FREQUENCY_NOTSPECIFIED) {
        return bad(STATUS_GRAPHICS_INVALID_FREQUENCY, rule,
                   "VSyncFreq, HSyncFreq or PixelRate is zero or was not set");
    }
    if (display_only && has_no_blanking(signal)) {
        return bad(STATUS_GRAPHICS_INVALID_FREQUENCY, rule,
                   "the frequencies leave no blanking; when the timing is unknown, set all of them "
                   "to D3DKMDT_FREQUENCY_NOTSPECIFIED");
    }
    return good;
}

struct info_verdict signal_check(const D3DKMDT_VIDEO_SIGNAL_INFO *signal, bool display_only)
{
    bool total_unknown = display_only && region_is_unspecified(signal->TotalSize);
    uint32_t ordering = signal_scan_line_ordering(signal);

    if (!region_is_number(signal->ActiveSize)) {
        return bad(STATUS_GRAPHICS_INVALID_ACTIVE_REGION, RULE_VIDPN_08,
                   "ActiveSize is zero or was not set");
    }
    if (!total_unknown &&
        (!region_is_number(signal->TotalSize) || signal->TotalSize.cx < signal->ActiveSize.cx ||
         signal->TotalSize.cy < signal->ActiveSize.cy)) {
        return bad(STATUS_GRAPHICS_INVALID_TOTAL_REGION, RULE_VIDPN_08,
                   "TotalSize was not set or is smaller than ActiveSize");
    }
    if (ordering == D3DDDI_VSSLO_UNINITIALIZED ||
        (ordering > D3DDDI_VSSLO_INTERLACED_LOWERFIELDFIRST && ordering != ORDERING_MASK)) {
        return bad(STATUS_GRAPHICS_INVALID_SCANLINE_ORDERING, RULE_VIDPN_08,
                   "ScanLineOrdering was not set");
    }
    return check_frequencies(signal, display_only);
}

bool signal_same_size(const D3DKMDT_VIDEO_SIGNAL_INFO *first,
                      const D3DKMDT_VIDEO_SIGNAL_INFO *second)
{
    return first->ActiveSize.cx == second->ActiveSize.cx &&
           first->ActiveSize.cy == second->ActiveSize.cy;
}

static bool rational_same(D3DDDI_RATIONAL first, D3DDDI_RATIONAL second)
{
    return (uint64_t)first.Numerator * second.Denominator ==
           (uint64_t)second.Numerator * first.Denominator;
}

bool signal_same(const D3DKMDT_VIDEO_SIGNAL_INFO *first, const D3DKMDT_VIDEO_SIGNAL_INFO *second)
{
    /* Member by member: the record has padding that drivers leave as it was. */
    return first->VideoStandard == second->VideoStandard &&
           first->TotalSize.cx == second->TotalSize.cx &&
           first->TotalSize.cy == second->TotalSize.cy && signal_same_size(first, second) &&
           rational_same(first->VSyncFreq, second->VSyncFreq) &&
           rational_same(first->HSyncFreq, second->HSyncFreq) &&
           first->PixelRate == second->PixelRate &&
           first->ScanLineOrdering == second->ScanLineOrdering;
}
