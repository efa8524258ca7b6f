/* SPDX-License-Identifier: MIT */
/*
 * A VidPN's topology: its present paths, as D3DKMDT_VIDPN_PRESENT_PATH, and
 * DXGK_VIDPNTOPOLOGY_INTERFACE over them.
 * Tests: tests/unit/display_topology_test.c
 */
#ifndef DISPLAY_TOPOLOGY_H
#define DISPLAY_TOPOLOGY_H

#include "display/info_set.h"

struct vidpn;

extern const struct info_set_class topology_class;

/** topology_interface - the function table that drivers get; constant */
const DXGK_VIDPNTOPOLOGY_INTERFACE *topology_interface(void);

/** topology_path_of - the path of an item; the host may change it */
static inline D3DKMDT_VIDPN_PRESENT_PATH *topology_path_of(const struct info_item *item)
{
    return item->info;
}

/**
 * topology_path_add - join a source and a target, as the host
 * The new path has nothing pinned and the importance that is next.
 */
struct info_item *topology_path_add(struct info_set *topology,
                                    D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                                    D3DDDI_VIDEO_PRESENT_TARGET_ID target_id);
/** topology_path_find - Returns: NULL when the two are not joined. */
struct info_item *topology_path_find(const struct info_set *topology,
                                     D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                                     D3DDDI_VIDEO_PRESENT_TARGET_ID target_id);
/** topology_path_from_target - a target has at most one path. Returns: NULL when it has none. */
struct info_item *topology_path_from_target(const struct info_set *topology,
                                            D3DDDI_VIDEO_PRESENT_TARGET_ID target_id);
/** topology_path_from_source - the index-th path from a source. Returns: NULL beyond the last. */
struct info_item *topology_path_from_source(const struct info_set *topology,
                                            D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id, SIZE_T index);

/** topology_scaling_is_pinned, topology_rotation_is_pinned - by the value alone
 * Source: ns-d3dkmdt-_d3dkmdt_vidpn_present_path_transformation */
bool topology_scaling_is_pinned(const D3DKMDT_VIDPN_PRESENT_PATH *path);
bool topology_rotation_is_pinned(const D3DKMDT_VIDPN_PRESENT_PATH *path);

#endif /* DISPLAY_TOPOLOGY_H */
