/* SPDX-License-Identifier: MIT */
/*
 * A video present network: which source feeds which target, the modes each could have, and the one
 * that is pinned.
 *
 * The host makes one, hands it to a DDI between vidpn_lend and vidpn_return, and destroys it. The
 * driver reaches it through DXGK_VIDPN_INTERFACE.
 * Source: display/introduction-to-video-present-networks.md,
 * display/vidpn-objects-and-interfaces.md Tests: tests/unit/display_vidpn_test.c
 */
#ifndef DISPLAY_VIDPN_H
#define DISPLAY_VIDPN_H

#include "display/display.h"
#include "display/info_set.h"
#include "display/monitor.h"
#include "display/source_mode_set.h"
#include "display/target_mode_set.h"
#include "display/topology.h"

/* What DxgkDdiEnumVidPnCofuncModality was told not to change. */
struct vidpn_pivot {
    D3DKMDT_ENUMCOFUNCMODALITY_PIVOT_TYPE type; /* D3DKMDT_EPT_NOPIVOT: nothing */
    D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id;
    D3DDDI_VIDEO_PRESENT_TARGET_ID target_id;
};

struct vidpn_multisampling {
    SIZE_T count;
    D3DDDI_MULTISAMPLINGMETHOD *methods;
};

struct vidpn {
    struct display *display;   /* constant */
    void *handle;              /* D3DKMDT_HVIDPN; constant */
    struct info_set *topology; /* constant */
    struct info_set **sources; /* by source id, config.source_count; each always there */
    struct info_set **targets; /* in the order of display.monitors; each always there */
    struct vidpn_multisampling *multisampling; /* by source id */
    enum display_access access;                /* of the DDI that has it now */
    struct vidpn_pivot pivot;                  /* likewise */
};

/**
 * vidpn_create - an empty network: no path, an empty mode set for every source and target
 * Returns: NULL when no handle is left.
 */
struct vidpn *vidpn_create(struct display *display);
void vidpn_destroy(struct vidpn *vidpn); /* accepts NULL; nothing may be lent any more */

/**
 * vidpn_lend - before a DDI that gets the handle: what it may do
 * @pivot: NULL for none
 */
void vidpn_lend(struct vidpn *vidpn, enum display_access access, const struct vidpn_pivot *pivot);
/**
 * vidpn_return - after it: report what it kept, and look at what it left
 * @ddi: its name; static text
 */
void vidpn_return(struct vidpn *vidpn, const char *ddi);

/** vidpn_source_set, vidpn_target_set - the assigned set. Returns: NULL for an unknown id. */
struct info_set *vidpn_source_set(const struct vidpn *vidpn,
                                  D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id);
struct info_set *vidpn_target_set(const struct vidpn *vidpn,
                                  D3DDDI_VIDEO_PRESENT_TARGET_ID target_id);

/** vidpn_is_functional - at least one path, and a mode pinned at both ends of each */
bool vidpn_is_functional(const struct vidpn *vidpn);

/** vidpn_interface - the function table that drivers get; constant */
const DXGK_VIDPN_INTERFACE *vidpn_interface(void);

/**
 * vidpn_from_handle - the VidPN that a driver means
 * Returns: NULL for anything but a live VidPN's handle; reported (VIDPN-04). IRQL: any.
 */
struct vidpn *vidpn_from_handle(const void *handle, const char *function);

/* Inside src/display: how vidpn_interface.c replaces a set, taking over one reference. */
void vidpn_source_set_replace(struct vidpn *vidpn, D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                              struct info_set *set);
void vidpn_target_set_replace(struct vidpn *vidpn, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                              struct info_set *set);
/* A new set for one end, not assigned yet. Returns: NULL when no handle is left. */
struct info_set *vidpn_set_create(struct vidpn *vidpn, const struct info_set_class *class,
                                  uint32_t member_id);

#endif /* DISPLAY_VIDPN_H */
