/* SPDX-License-Identifier: MIT */
#include "display/topology.h"
#include "display/vidpn.h"

/* Source: nc-d3dkmddi-dxgkddi_vidpntopology_getnumpaths */
static NTSTATUS APIENTRY get_num_paths(const D3DKMDT_HVIDPNTOPOLOGY handle, SIZE_T *count)
{
    return info_set_driver_count(&topology_class, handle, count, "pfnGetNumPaths");
}

static bool source_exists(const struct info_set *topology, D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id)
{
    const struct vidpn *vidpn = topology->owner;

    return source_id < vidpn->display->config.source_count;
}

static bool target_exists(const struct info_set *topology, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    const struct vidpn *vidpn = topology->owner;

    return display_target_find(vidpn->display, target_id) != NULL;
}

/*
 * Source: nc-d3dkmddi-dxgkddi_vidpntopology_getnumpathsfromsource
 * Observed: Microsoft's display-only sample is ready for STATUS_GRAPHICS_SOURCE_NOT_IN_TOPOLOGY
 * from a source that has no path; the page does not name it. The count is 0 then.
 */
static NTSTATUS APIENTRY get_num_paths_from_source(const D3DKMDT_HVIDPNTOPOLOGY handle,
                                                   const D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                                                   SIZE_T *count)
{
    const struct info_set *topology =
        info_set_resolve(&topology_class, handle, "pfnGetNumPathsFromSource");
    SIZE_T found = 0;

    if (topology == NULL) {
        return topology_class.invalid_set;
    }
    if (count == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    while (topology_path_from_source(topology, source_id, found) != NULL) {
        found++;
    }
    *count = found;
    if (!source_exists(topology, source_id)) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE;
    }
    return found > 0 ? STATUS_SUCCESS : STATUS_GRAPHICS_SOURCE_NOT_IN_TOPOLOGY;
}

/*
 * Source: nc-d3dkmddi-dxgkddi_vidpntopology_enumpathtargetsfromsource
 * Choice: an index beyond the last path is STATUS_INVALID_PARAMETER.
 */
static NTSTATUS APIENTRY enum_targets(const D3DKMDT_HVIDPNTOPOLOGY handle,
                                      const D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                                      const D3DKMDT_VIDPN_PRESENT_PATH_INDEX index,
                                      D3DDDI_VIDEO_PRESENT_TARGET_ID *target_id)
{
    const struct info_set *topology =
        info_set_resolve(&topology_class, handle, "pfnEnumPathTargetsFromSource");
    const struct info_item *item;

    if (topology == NULL) {
        return topology_class.invalid_set;
    }
    if (target_id == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *target_id = D3DDDI_ID_UNINITIALIZED;
    if (topology_path_from_source(topology, source_id, 0) == NULL) {
        return STATUS_GRAPHICS_SOURCE_NOT_IN_TOPOLOGY;
    }
    item = topology_path_from_source(topology, source_id, index);
    if (item == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *target_id = topology_path_of(item)->VidPnTargetId;
    return STATUS_SUCCESS;
}

/*
 * Source: nc-d3dkmddi-dxgkddi_vidpntopology_getpathsourcefromtarget
 * Choice: STATUS_GRAPHICS_TARGET_NOT_IN_TOPOLOGY for a target without a path.
 */
static NTSTATUS APIENTRY get_source_from_target(const D3DKMDT_HVIDPNTOPOLOGY handle,
                                                const D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                                                D3DDDI_VIDEO_PRESENT_SOURCE_ID *source_id)
{
    const struct info_set *topology =
        info_set_resolve(&topology_class, handle, "pfnGetPathSourceFromTarget");
    const struct info_item *item;

    if (topology == NULL) {
        return topology_class.invalid_set;
    }
    if (source_id == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *source_id = D3DDDI_ID_UNINITIALIZED;
    if (!target_exists(topology, target_id)) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET;
    }
    item = topology_path_from_target(topology, target_id);
    if (item == NULL) {
        return STATUS_GRAPHICS_TARGET_NOT_IN_TOPOLOGY;
    }
    *source_id = topology_path_of(item)->VidPnSourceId;
    return STATUS_SUCCESS;
}

/*
 * Source: nc-d3dkmddi-dxgkddi_vidpntopology_acquirepathinfo
 * Choice: STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY when the two are not joined.
 */
static NTSTATUS APIENTRY acquire_path(const D3DKMDT_HVIDPNTOPOLOGY handle,
                                      const D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                                      const D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                                      const D3DKMDT_VIDPN_PRESENT_PATH **path)
{
    static const char function[] = "pfnAcquirePathInfo";
    struct info_set *topology = info_set_resolve(&topology_class, handle, function);
    struct info_item *item;

    if (path == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *path = NULL;
    if (topology == NULL) {
        return topology_class.invalid_set;
    }
    if (!source_exists(topology, source_id)) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE;
    }
    if (!target_exists(topology, target_id)) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET;
    }
    item = topology_path_find(topology, source_id, target_id);
    if (item == NULL) {
        return STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY;
    }
    *path = loan_info(topology, item, function)->pointer;
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntopology_acquirefirstpathinfo */
static NTSTATUS APIENTRY acquire_first(const D3DKMDT_HVIDPNTOPOLOGY handle,
                                       const D3DKMDT_VIDPN_PRESENT_PATH **path)
{
    return info_set_driver_first(&topology_class, handle, (const void **)path,
                                 "pfnAcquireFirstPathInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntopology_acquirenextpathinfo */
static NTSTATUS APIENTRY acquire_next(const D3DKMDT_HVIDPNTOPOLOGY handle,
                                      const D3DKMDT_VIDPN_PRESENT_PATH *const current,
                                      const D3DKMDT_VIDPN_PRESENT_PATH **path)
{
    return info_set_driver_next(&topology_class, handle, current, (const void **)path,
                                "pfnAcquireNextPathInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntopology_releasepathinfo */
static NTSTATUS APIENTRY release(const D3DKMDT_HVIDPNTOPOLOGY handle,
                                 const D3DKMDT_VIDPN_PRESENT_PATH *const path)
{
    return info_set_driver_release(&topology_class, handle, path, "pfnReleasePathInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntopology_createnewpathinfo */
static NTSTATUS APIENTRY create_new(const D3DKMDT_HVIDPNTOPOLOGY handle,
                                    D3DKMDT_VIDPN_PRESENT_PATH **path)
{
    return info_set_driver_create_info(&topology_class, handle, (void **)path,
                                       "pfnCreateNewPathInfo");
}

/* Whether the running DDI may change the paths themselves. */
static NTSTATUS may_change_paths(const struct info_set *topology, const char *function)
{
    if (*topology->access == DISPLAY_ACCESS_TOPOLOGY) {
        return STATUS_SUCCESS;
    }
    verify_report(topology->state->machine, RULE_VIDPN_09, NULL,
                  "%s would change the paths of a VidPN whose topology is given; only "
                  "DxgkDdiRecommendFunctionalVidPn and DxgkDdiRecommendVidPnTopology are asked for "
                  "paths",
                  function);
    return STATUS_ACCESS_DENIED;
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntopology_addpath */
static NTSTATUS APIENTRY add(const D3DKMDT_HVIDPNTOPOLOGY handle, D3DKMDT_VIDPN_PRESENT_PATH *path)
{
    static const char function[] = "pfnAddPath";
    struct info_set *topology = info_set_resolve(&topology_class, handle, function);
    NTSTATUS status;

    if (topology == NULL) {
        return topology_class.invalid_set;
    }
    status = may_change_paths(topology, function);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    return info_set_driver_add(&topology_class, handle, path, function);
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntopology_removepath */
static NTSTATUS APIENTRY remove_path(const D3DKMDT_HVIDPNTOPOLOGY handle,
                                     const D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                                     const D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    static const char function[] = "pfnRemovePath";
    struct info_set *topology = info_set_resolve(&topology_class, handle, function);
    struct info_item *item;
    NTSTATUS status;

    if (topology == NULL) {
        return topology_class.invalid_set;
    }
    if (!source_exists(topology, source_id)) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE;
    }
    if (!target_exists(topology, target_id)) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET;
    }
    status = may_change_paths(topology, function);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    item = topology_path_find(topology, source_id, target_id);
    if (item == NULL) {
        return STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY;
    }
    info_set_remove(topology, item);
    return STATUS_SUCCESS;
}

/*
 * From interface version 0x4003 on a rotation comes with an offset.
 * Source: display/supporting-path-independent-rotation.md
 * Observed: Windows stops with 0x113, subtype 0x1C, on Identity without Offset0.
 */
static bool rotation_support_is_whole(const struct info_set *topology,
                                      const D3DKMDT_VIDPN_PRESENT_PATH_ROTATION_SUPPORT *support)
{
    bool rotates =
        support->Identity || support->Rotate90 || support->Rotate180 || support->Rotate270;
    bool offset = support->Offset0 || support->Offset90 || support->Offset180 || support->Offset270;

    return topology->display->config.driver_version <
               DXGKDDI_INTERFACE_VERSION_WDDM1_3_PATH_INDEPENDENT_ROTATION ||
           !rotates || offset;
}

static bool touches_pivot(const struct vidpn *vidpn, const D3DKMDT_VIDPN_PRESENT_PATH *own,
                          const D3DKMDT_VIDPN_PRESENT_PATH *wanted)
{
    const D3DKMDT_VIDPN_PRESENT_PATH_TRANSFORMATION *a = &own->ContentTransformation;
    const D3DKMDT_VIDPN_PRESENT_PATH_TRANSFORMATION *b = &wanted->ContentTransformation;

    if (vidpn->pivot.source_id != own->VidPnSourceId ||
        vidpn->pivot.target_id != own->VidPnTargetId) {
        return false;
    }
    if (vidpn->pivot.type == D3DKMDT_EPT_SCALING) {
        return memcmp(&a->ScalingSupport, &b->ScalingSupport, sizeof(a->ScalingSupport)) != 0;
    }
    return vidpn->pivot.type == D3DKMDT_EPT_ROTATION &&
           memcmp(&a->RotationSupport, &b->RotationSupport, sizeof(a->RotationSupport)) != 0;
}

static NTSTATUS check_support(const struct info_set *topology,
                              const D3DKMDT_VIDPN_PRESENT_PATH *own,
                              const D3DKMDT_VIDPN_PRESENT_PATH *wanted, const char *function)
{
    struct machine *machine = topology->state->machine;
    NTSTATUS status = info_set_may_change(topology, function);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!rotation_support_is_whole(topology, &wanted->ContentTransformation.RotationSupport)) {
        verify_report(machine, RULE_VIDPN_10, function,
                      "RotationSupport of path %u-%u names a rotation but no offset; a driver of "
                      "interface version 0x%X sets Offset0 when it adds none",
                      own->VidPnSourceId, own->VidPnTargetId,
                      topology->display->config.driver_version);
        return STATUS_INVALID_PARAMETER;
    }
    if (touches_pivot(topology->owner, own, wanted)) {
        verify_report(machine, RULE_VSYNC_05, NULL,
                      "%s changed the support flags of path %u-%u that are the pivot of the "
                      "enumeration; leave them as they are",
                      function, own->VidPnSourceId, own->VidPnTargetId);
        return STATUS_ACCESS_DENIED;
    }
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_vidpntopology_updatepathsupportinfo (support members only) */
static NTSTATUS APIENTRY update_support(const D3DKMDT_HVIDPNTOPOLOGY handle,
                                        const D3DKMDT_VIDPN_PRESENT_PATH *path)
{
    static const char function[] = "pfnUpdatePathSupportInfo";
    struct info_set *topology = info_set_resolve(&topology_class, handle, function);
    struct info_item *item;
    D3DKMDT_VIDPN_PRESENT_PATH *own;
    NTSTATUS status;

    if (topology == NULL) {
        return topology_class.invalid_set;
    }
    if (path == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    item = topology_path_find(topology, path->VidPnSourceId, path->VidPnTargetId);
    if (item == NULL) {
        return STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY;
    }
    own = topology_path_of(item);
    status = check_support(topology, own, path, function);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    own->ContentTransformation.ScalingSupport = path->ContentTransformation.ScalingSupport;
    own->ContentTransformation.RotationSupport = path->ContentTransformation.RotationSupport;
    own->CopyProtection.CopyProtectionSupport = path->CopyProtection.CopyProtectionSupport;
    return STATUS_SUCCESS;
}

const DXGK_VIDPNTOPOLOGY_INTERFACE *topology_interface(void)
{
    static const DXGK_VIDPNTOPOLOGY_INTERFACE table = {
        .pfnGetNumPaths = get_num_paths,
        .pfnGetNumPathsFromSource = get_num_paths_from_source,
        .pfnEnumPathTargetsFromSource = enum_targets,
        .pfnGetPathSourceFromTarget = get_source_from_target,
        .pfnAcquirePathInfo = acquire_path,
        .pfnAcquireFirstPathInfo = acquire_first,
        .pfnAcquireNextPathInfo = acquire_next,
        .pfnUpdatePathSupportInfo = update_support,
        .pfnReleasePathInfo = release,
        .pfnCreateNewPathInfo = create_new,
        .pfnAddPath = add,
        .pfnRemovePath = remove_path,
    };

    return &table;
}
