/* SPDX-License-Identifier: MIT */
#include "display/vidpn.h"

#include "display/loan.h"
#include "machine/heap.h"

struct info_set *vidpn_set_create(struct vidpn *vidpn, const struct info_set_class *class,
                                  uint32_t member_id)
{
    struct info_set *set = info_set_create(vidpn->display, class, vidpn, member_id);

    if (set != NULL) {
        set->access = &vidpn->access;
    }
    return set;
}

static struct info_set *create_assigned(struct vidpn *vidpn, const struct info_set_class *class,
                                        uint32_t member_id)
{
    struct info_set *set = vidpn_set_create(vidpn, class, member_id);

    if (set != NULL) {
        set->assigned = true;
    }
    return set;
}

static bool create_sets(struct vidpn *vidpn)
{
    uint32_t index = 0;

    vidpn->topology = create_assigned(vidpn, &topology_class, 0);
    if (vidpn->topology == NULL) {
        return false;
    }
    vidpn->topology->granted = true; /* its handle needs no release */
    for (uint32_t source = 0; source < vidpn->display->config.source_count; source++) {
        vidpn->sources[source] = create_assigned(vidpn, &source_mode_set_class, source);
        if (vidpn->sources[source] == NULL) {
            return false;
        }
    }
    LIST_FOR_EACH(link, &vidpn->display->monitors) {
        const struct monitor *monitor = LIST_ENTRY_OF(link, struct monitor, link);

        vidpn->targets[index] = create_assigned(vidpn, &target_mode_set_class, monitor->target_id);
        if (vidpn->targets[index++] == NULL) {
            return false;
        }
    }
    return true;
}

struct vidpn *vidpn_create(struct display *display)
{
    struct machine *machine = display->state->machine;
    struct vidpn *vidpn = MACHINE_NEW(machine, struct vidpn);
    size_t sources = display->config.source_count;

    vidpn->display = display;
    display->vidpn_count++;
    vidpn->sources = machine_heap_alloc(machine, (sources + 1) * sizeof(struct info_set *));
    vidpn->targets =
        machine_heap_alloc(machine, (display->monitor_count + 1u) * sizeof(struct info_set *));
    vidpn->multisampling =
        machine_heap_alloc(machine, (sources + 1) * sizeof(struct vidpn_multisampling));
    vidpn->pivot.type = D3DKMDT_EPT_NOPIVOT;
    vidpn->handle = display_handle_create(display->state, DISPLAY_OBJECT_VIDPN, vidpn);
    if (vidpn->handle == NULL || !create_sets(vidpn)) {
        vidpn_destroy(vidpn);
        return NULL;
    }
    return vidpn;
}

void vidpn_destroy(struct vidpn *vidpn)
{
    struct machine *machine;

    if (vidpn == NULL) {
        return;
    }
    machine = vidpn->display->state->machine;
    for (uint32_t source = 0; source < vidpn->display->config.source_count; source++) {
        info_set_put(vidpn->sources[source]);
        machine_heap_free(machine, vidpn->multisampling[source].methods);
    }
    for (uint32_t index = 0; index < vidpn->display->monitor_count; index++) {
        info_set_put(vidpn->targets[index]);
    }
    info_set_put(vidpn->topology);
    display_handle_destroy(vidpn->display->state, vidpn->handle);
    vidpn->display->vidpn_count--;
    machine_heap_free(machine, vidpn->multisampling);
    machine_heap_free(machine, vidpn->sources);
    machine_heap_free(machine, vidpn->targets);
    machine_heap_free(machine, vidpn);
}

static const char *reason_to_freeze(const struct info_set *set, bool is_pivot)
{
    if (is_pivot) {
        return "is the pivot of the enumeration";
    }
    return set->pinned != NULL ? "has a pinned mode" : NULL;
}

static void freeze(struct vidpn *vidpn)
{
    const struct vidpn_pivot *pivot = &vidpn->pivot;
    bool enumerates = vidpn->access == DISPLAY_ACCESS_MODES;

    for (uint32_t source = 0; source < vidpn->display->config.source_count; source++) {
        bool is_pivot = pivot->type == D3DKMDT_EPT_VIDPNSOURCE && pivot->source_id == source;

        vidpn->sources[source]->frozen =
            enumerates ? reason_to_freeze(vidpn->sources[source], is_pivot) : NULL;
    }
    for (uint32_t index = 0; index < vidpn->display->monitor_count; index++) {
        bool is_pivot = pivot->type == D3DKMDT_EPT_VIDPNTARGET &&
                        pivot->target_id == vidpn->targets[index]->member_id;

        vidpn->targets[index]->frozen =
            enumerates ? reason_to_freeze(vidpn->targets[index], is_pivot) : NULL;
    }
}

void vidpn_lend(struct vidpn *vidpn, enum display_access access, const struct vidpn_pivot *pivot)
{
    static const struct vidpn_pivot none = { .type = D3DKMDT_EPT_NOPIVOT };

    vidpn->access = access;
    vidpn->pivot = pivot != NULL ? *pivot : none;
    freeze(vidpn);
}

static bool offers_scaling(const D3DKMDT_VIDPN_PRESENT_PATH *path)
{
    const D3DKMDT_VIDPN_PRESENT_PATH_SCALING_SUPPORT *support =
        &path->ContentTransformation.ScalingSupport;

    return support->Identity || support->Centered || support->Stretched ||
           support->AspectRatioCenteredMax || support->Custom;
}

static bool offers_rotation(const D3DKMDT_VIDPN_PRESENT_PATH *path)
{
    const D3DKMDT_VIDPN_PRESENT_PATH_ROTATION_SUPPORT *support =
        &path->ContentTransformation.RotationSupport;

    return support->Identity || support->Rotate90 || support->Rotate180 || support->Rotate270;
}

static void check_paths(const struct vidpn *vidpn, const char *ddi)
{
    for (struct info_item *item = info_set_first(vidpn->topology); item != NULL;
         item = info_set_next(vidpn->topology, item)) {
        const D3DKMDT_VIDPN_PRESENT_PATH *path = topology_path_of(item);

        if (!topology_scaling_is_pinned(path) && !offers_scaling(path)) {
            verify_report(
                vidpn->display->state->machine, RULE_VIDPN_12, ddi,
                "%s left path %u-%u without any supported scaling; name what the path can "
                "do, at least Identity, through pfnUpdatePathSupportInfo",
                ddi, path->VidPnSourceId, path->VidPnTargetId);
        }
        if (!topology_rotation_is_pinned(path) && !offers_rotation(path)) {
            verify_report(vidpn->display->state->machine, RULE_VIDPN_12, ddi,
                          "%s left path %u-%u without any supported rotation; name what the path "
                          "can do, at least Identity, through pfnUpdatePathSupportInfo",
                          ddi, path->VidPnSourceId, path->VidPnTargetId);
        }
    }
}

void vidpn_return(struct vidpn *vidpn, const char *ddi)
{
    display_check_returned(vidpn->display, ddi);
    if (vidpn->access == DISPLAY_ACCESS_MODES) {
        check_paths(vidpn, ddi);
    }
    vidpn->access = DISPLAY_ACCESS_INSPECT;
    vidpn->pivot = (struct vidpn_pivot){ .type = D3DKMDT_EPT_NOPIVOT };
    freeze(vidpn);
}

struct info_set *vidpn_source_set(const struct vidpn *vidpn,
                                  D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id)
{
    return source_id < vidpn->display->config.source_count ? vidpn->sources[source_id] : NULL;
}

static struct info_set **target_slot(const struct vidpn *vidpn,
                                     D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    for (uint32_t index = 0; index < vidpn->display->monitor_count; index++) {
        if (vidpn->targets[index]->member_id == target_id) {
            return &vidpn->targets[index];
        }
    }
    return NULL;
}

struct info_set *vidpn_target_set(const struct vidpn *vidpn,
                                  D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    struct info_set **slot = target_slot(vidpn, target_id);

    return slot != NULL ? *slot : NULL;
}

static void replace(struct info_set **slot, struct info_set *set)
{
    struct info_set *old = *slot;

    set->assigned = true;
    set->frozen = old->frozen;
    if (old->pinned != NULL) { /* the caller made sure that it is there */
        set->pinned = info_set_find_same(set, old->pinned->info);
    }
    old->assigned = false;
    *slot = set;
    info_set_put(old);
}

void vidpn_source_set_replace(struct vidpn *vidpn, D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                              struct info_set *set)
{
    replace(&vidpn->sources[source_id], set);
}

void vidpn_target_set_replace(struct vidpn *vidpn, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                              struct info_set *set)
{
    replace(target_slot(vidpn, target_id), set);
}

bool vidpn_is_functional(const struct vidpn *vidpn)
{
    for (struct info_item *item = info_set_first(vidpn->topology); item != NULL;
         item = info_set_next(vidpn->topology, item)) {
        const D3DKMDT_VIDPN_PRESENT_PATH *path = topology_path_of(item);

        if (vidpn_source_set(vidpn, path->VidPnSourceId)->pinned == NULL ||
            vidpn_target_set(vidpn, path->VidPnTargetId)->pinned == NULL) {
            return false;
        }
    }
    return vidpn->topology->count > 0;
}

struct vidpn *vidpn_from_handle(const void *handle, const char *function)
{
    struct machine *machine = machine_current();
    struct display_state *state = machine != NULL ? machine->layers[MACHINE_LAYER_DISPLAY] : NULL;
    struct vidpn *vidpn =
        state != NULL ? display_handle_resolve(state, DISPLAY_OBJECT_VIDPN, handle) : NULL;

    if (vidpn == NULL && state != NULL) {
        verify_report(state->machine, RULE_VIDPN_04, function,
                      "%s was given %s where the handle of a VidPN belongs", function,
                      display_handle_describe(state, handle));
    }
    return vidpn;
}
