/* SPDX-License-Identifier: MIT */
#include "display/cofunctional.h"

#include "display/pin.h"
#include "display/signal.h"

/* The same bytes with and without a meaning for alpha. */
static D3DDDIFORMAT without_alpha(D3DDDIFORMAT format)
{
    switch (format) {
    case D3DDDIFMT_A8R8G8B8:
        return D3DDDIFMT_X8R8G8B8;
    case D3DDDIFMT_A8B8G8R8:
        return D3DDDIFMT_X8B8G8R8;
    case D3DDDIFMT_A1R5G5B5:
        return D3DDDIFMT_X1R5G5B5;
    case D3DDDIFMT_A4R4G4B4:
        return D3DDDIFMT_X4R4G4B4;
    default:
        return format;
    }
}

bool cofunctional_formats_fit(D3DDDIFORMAT primary, D3DDDIFORMAT mode)
{
    return without_alpha(primary) == without_alpha(mode);
}

bool cofunctional_pin_source(struct vidpn *vidpn, D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                             const struct mode_request *request)
{
    struct info_set *set = vidpn_source_set(vidpn, source_id);
    struct info_item *best = NULL;

    for (struct info_item *item = info_set_first(set); item != NULL;
         item = info_set_next(set, item)) {
        const D3DKMDT_VIDPN_SOURCE_MODE *mode = source_mode_of(item);
        const D3DKMDT_GRAPHICS_RENDERING_FORMAT *format = &mode->Format.Graphics;

        if (mode->Type != D3DKMDT_RMT_GRAPHICS || format->PrimSurfSize.cx != request->width ||
            format->PrimSurfSize.cy != request->height ||
            !cofunctional_formats_fit(request->format, format->PixelFormat)) {
            continue;
        }
        if (format->PixelFormat == request->format) {
            best = item;
            break;
        }
        best = best != NULL ? best : item;
    }
    if (best != NULL) {
        pin_set(set, best);
    }
    return best != NULL;
}

/* Higher is better in each place, places in order of weight. */
struct target_score {
    bool same_size;
    bool supported;
    bool progressive;
    uint64_t refresh; /* of all possible distances to the wanted rate, how small this one is */
};

static struct target_score score_target(const struct monitor *monitor,
                                        const D3DKMDT_VIDPN_TARGET_MODE *mode,
                                        D3DKMDT_2DREGION size, const struct mode_request *request)
{
    const D3DKMDT_VIDEO_SIGNAL_INFO *signal = &mode->VideoSignalInfo;
    uint64_t wanted = rational_millihertz(request->refresh_rate);
    uint64_t offered = rational_millihertz(signal->VSyncFreq);
    uint64_t distance = wanted > offered ? wanted - offered : offered - wanted;

    return (struct target_score){
        .same_size = signal->ActiveSize.cx == size.cx && signal->ActiveSize.cy == size.cy,
        .supported = monitor != NULL && monitor_supports(monitor, signal),
        .progressive = signal_scan_line_ordering(signal) == D3DDDI_VSSLO_PROGRESSIVE,
        .refresh = wanted != 0 ? UINT64_MAX - distance : mode->Preference == D3DKMDT_MP_PREFERRED,
    };
}

static bool is_better(const struct target_score *a, const struct target_score *b)
{
    if (a->same_size != b->same_size) {
        return a->same_size;
    }
    if (a->supported != b->supported) {
        return a->supported;
    }
    if (a->progressive != b->progressive) {
        return a->progressive;
    }
    return a->refresh > b->refresh;
}

bool cofunctional_pin_target(struct vidpn *vidpn, D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                             D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                             const struct mode_request *request)
{
    const struct monitor *monitor = display_target_find(vidpn->display, target_id);
    const struct info_item *source = vidpn_source_set(vidpn, source_id)->pinned;
    struct info_set *set = vidpn_target_set(vidpn, target_id);
    struct info_item *best = NULL;
    struct target_score best_score = { 0 };

    DXGH_ASSERT(source != NULL);
    for (struct info_item *item = info_set_first(set); item != NULL;
         item = info_set_next(set, item)) {
        struct target_score score =
            score_target(monitor, target_mode_of(item),
                         source_mode_of(source)->Format.Graphics.VisibleRegionSize, request);

        if (best == NULL || is_better(&score, &best_score)) {
            best = item;
            best_score = score;
        }
    }
    if (best != NULL) {
        pin_set(set, best);
    }
    return best != NULL;
}

static D3DKMDT_VIDPN_PRESENT_PATH_SCALING choose_scaling(
    const D3DKMDT_VIDPN_PRESENT_PATH_SCALING_SUPPORT *support, bool same_size)
{
    if (same_size) {
        return D3DKMDT_VPPS_IDENTITY; /* a path that shows anything can show it unscaled */
    }
    if (support->AspectRatioCenteredMax) {
        return D3DKMDT_VPPS_ASPECTRATIOCENTEREDMAX;
    }
    if (support->Stretched) {
        return D3DKMDT_VPPS_STRETCHED;
    }
    return support->Centered ? D3DKMDT_VPPS_CENTERED : D3DKMDT_VPPS_UNINITIALIZED;
}

/* Source: display/supporting-rotation-in-a-display-miniport-driver.md (surfaces are not rotated) */
static bool rotation_is_supported(const D3DKMDT_VIDPN_PRESENT_PATH_ROTATION_SUPPORT *support,
                                  D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation)
{
    switch (rotation) {
    case D3DKMDT_VPPR_IDENTITY:
        return true; /* a path that shows anything can show it upright */
    case D3DKMDT_VPPR_ROTATE90:
        return support->Rotate90;
    case D3DKMDT_VPPR_ROTATE180:
        return support->Rotate180;
    case D3DKMDT_VPPR_ROTATE270:
        return support->Rotate270;
    default:
        return false;
    }
}

bool cofunctional_pin_transformation(struct vidpn *vidpn, struct info_item *item,
                                     const struct mode_request *request)
{
    D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation =
        request->rotation == D3DKMDT_VPPR_UNINITIALIZED ? D3DKMDT_VPPR_IDENTITY : request->rotation;
    D3DKMDT_VIDPN_PRESENT_PATH *path = topology_path_of(item);
    const struct info_item *source = vidpn_source_set(vidpn, path->VidPnSourceId)->pinned;
    const struct info_item *target = vidpn_target_set(vidpn, path->VidPnTargetId)->pinned;
    D3DKMDT_2DREGION shown;
    D3DKMDT_2DREGION active;
    D3DKMDT_VIDPN_PRESENT_PATH_SCALING scaling;

    DXGH_ASSERT(source != NULL && target != NULL);
    shown = source_mode_of(source)->Format.Graphics.VisibleRegionSize;
    active = target_mode_of(target)->VideoSignalInfo.ActiveSize;
    scaling = choose_scaling(&path->ContentTransformation.ScalingSupport,
                             shown.cx == active.cx && shown.cy == active.cy);
    if (scaling == D3DKMDT_VPPS_UNINITIALIZED ||
        !rotation_is_supported(&path->ContentTransformation.RotationSupport, rotation)) {
        return false;
    }
    path->ContentTransformation.Scaling = scaling;
    path->ContentTransformation.Rotation = rotation;
    return true;
}
