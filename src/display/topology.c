/* SPDX-License-Identifier: MIT */
#include "display/topology.h"

#include "display/vidpn.h"

static struct info_verdict verdict(NTSTATUS status, enum rule rule, const char *why)
{
    return (struct info_verdict){ status, rule, why };
}

static bool is_source(const struct info_set *topology, D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id)
{
    const struct vidpn *vidpn = topology->owner;

    return source_id < vidpn->display->config.source_count;
}

static bool is_target(const struct info_set *topology, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    const struct vidpn *vidpn = topology->owner;

    return display_target_find(vidpn->display, target_id) != NULL;
}

bool topology_scaling_is_pinned(const D3DKMDT_VIDPN_PRESENT_PATH *path)
{
    return path->ContentTransformation.Scaling >= D3DKMDT_VPPS_IDENTITY &&
           path->ContentTransformation.Scaling <= D3DKMDT_VPPS_CUSTOM;
}

bool topology_rotation_is_pinned(const D3DKMDT_VIDPN_PRESENT_PATH *path)
{
    return path->ContentTransformation.Rotation >= D3DKMDT_VPPR_IDENTITY &&
           path->ContentTransformation.Rotation <= D3DKMDT_VPPR_ROTATE270_OFFSET270;
}

static bool importance_is_taken(const struct info_set *topology,
                                D3DKMDT_VIDPN_PRESENT_PATH_IMPORTANCE importance)
{
    for (struct info_item *item = info_set_first(topology); item != NULL;
         item = info_set_next(topology, item)) {
        if (topology_path_of(item)->ImportanceOrdinal == importance) {
            return true;
        }
    }
    return false;
}

/* Choice: the status names of ntstatus.h that fit; the page of pfnAddPath lists none of them. */
static struct info_verdict check(const struct info_set *set, const void *info)
{
    const D3DKMDT_VIDPN_PRESENT_PATH *path = info;

    if (!is_source(set, path->VidPnSourceId)) {
        return verdict(STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE, RULE_VIDPN_08,
                       "VidPnSourceId is not below NumberOfVideoPresentSources");
    }
    if (!is_target(set, path->VidPnTargetId)) {
        return verdict(STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET, RULE_VIDPN_08,
                       "VidPnTargetId is not the ChildUid of a video output");
    }
    if (topology_path_find(set, path->VidPnSourceId, path->VidPnTargetId) != NULL) {
        return verdict(STATUS_GRAPHICS_PATH_ALREADY_IN_TOPOLOGY, RULE_COUNT, "");
    }
    if (topology_path_from_target(set, path->VidPnTargetId) != NULL) {
        return verdict(STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY, RULE_VIDPN_08,
                       "the target belongs to another path already");
    }
    if (path->ImportanceOrdinal == D3DKMDT_VPPI_UNINITIALIZED ||
        path->ImportanceOrdinal > D3DKMDT_VPPI_DENARY ||
        importance_is_taken(set, path->ImportanceOrdinal)) {
        return verdict(STATUS_GRAPHICS_INVALID_PATH_IMPORTANCE_ORDINAL, RULE_VIDPN_08,
                       "ImportanceOrdinal was not set or is not unique in the topology");
    }
    return verdict(STATUS_SUCCESS, RULE_COUNT, "");
}

static bool same(const void *first, const void *second)
{
    const D3DKMDT_VIDPN_PRESENT_PATH *a = first;
    const D3DKMDT_VIDPN_PRESENT_PATH *b = second;

    return a->VidPnSourceId == b->VidPnSourceId && a->VidPnTargetId == b->VidPnTargetId;
}

const struct info_set_class topology_class = {
    .object = DISPLAY_OBJECT_TOPOLOGY,
    .info_bytes = sizeof(D3DKMDT_VIDPN_PRESENT_PATH),
    .name = "topology",
    .member = "VidPN",
    .invalid_set = STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY,
    .invalid_info = STATUS_GRAPHICS_INVALID_VIDPN_PRESENT_PATH,
    .has_ids = false,
    .check = check,
    .same = same,
};

struct info_item *topology_path_add(struct info_set *topology,
                                    D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                                    D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    D3DKMDT_VIDPN_PRESENT_PATH path;

    DXGH_ASSERT(is_source(topology, source_id) && is_target(topology, target_id));
    DXGH_ASSERT(topology_path_from_target(topology, target_id) == NULL);
    memset(&path, 0, sizeof(path));
    path.VidPnSourceId = source_id;
    path.VidPnTargetId = target_id;
    path.ImportanceOrdinal =
        (D3DKMDT_VIDPN_PRESENT_PATH_IMPORTANCE)(D3DKMDT_VPPI_PRIMARY + topology->count);
    path.ContentTransformation.Scaling = D3DKMDT_VPPS_UNPINNED;
    path.ContentTransformation.Rotation = D3DKMDT_VPPR_UNPINNED;
    path.VidPnTargetColorBasis = D3DKMDT_CB_SCRGB;
    path.VidPnTargetColorCoeffDynamicRanges.FirstChannel = 8;
    path.VidPnTargetColorCoeffDynamicRanges.SecondChannel = 8;
    path.VidPnTargetColorCoeffDynamicRanges.ThirdChannel = 8;
    path.Content = D3DKMDT_VPPC_GRAPHICS;
    path.CopyProtection.CopyProtectionType = D3DKMDT_VPPMT_NOPROTECTION;
    path.CopyProtection.CopyProtectionSupport.NoProtection = 1;
    path.GammaRamp.Type = D3DDDI_GAMMARAMP_DEFAULT;
    return info_set_append(topology, &path);
}

struct info_item *topology_path_find(const struct info_set *topology,
                                     D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                                     D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    D3DKMDT_VIDPN_PRESENT_PATH path = { .VidPnSourceId = source_id, .VidPnTargetId = target_id };

    return info_set_find_same(topology, &path);
}

struct info_item *topology_path_from_target(const struct info_set *topology,
                                            D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    struct info_item *item = info_set_first(topology);

    while (item != NULL && topology_path_of(item)->VidPnTargetId != target_id) {
        item = info_set_next(topology, item);
    }
    return item;
}

struct info_item *topology_path_from_source(const struct info_set *topology,
                                            D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id, SIZE_T index)
{
    for (struct info_item *item = info_set_first(topology); item != NULL;
         item = info_set_next(topology, item)) {
        if (topology_path_of(item)->VidPnSourceId == source_id && index-- == 0) {
            return item;
        }
    }
    return NULL;
}
