/* SPDX-License-Identifier: MIT */
#include "display/vidpn.h"

#include "machine/heap.h"

/* Choice: more methods than this are no list of a codec's abilities but a wrong count. */
#define MULTISAMPLING_METHODS_MAX 1024u

static struct vidpn *enter(const void *handle, const char *function)
{
    (void)display_enter(function);
    return vidpn_from_handle(handle, function);
}

/* Source: nc-d3dkmddi-dxgkddi_vidpn_gettopology */
static NTSTATUS APIENTRY get_topology(const D3DKMDT_HVIDPN handle, D3DKMDT_HVIDPNTOPOLOGY *topology,
                                      const DXGK_VIDPNTOPOLOGY_INTERFACE **table)
{
    struct vidpn *vidpn = enter(handle, "pfnGetTopology");

    if (topology == NULL || table == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *topology = NULL;
    *table = NULL;
    if (vidpn == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDPN;
    }
    *topology = vidpn->topology->handle;
    *table = topology_interface();
    return STATUS_SUCCESS;
}

/* A new set that the driver has for this end and has not assigned yet. */
static bool has_unassigned(const struct vidpn *vidpn, const struct info_set_class *class,
                           uint32_t member_id)
{
    LIST_FOR_EACH(link, &vidpn->display->state->loans) {
        const struct loan *loan = LIST_ENTRY_OF(link, struct loan, link);

        if (loan->kind == LOAN_NEW_SET && loan->set->class == class && loan->set->owner == vidpn &&
            loan->set->member_id == member_id) {
            return true;
        }
    }
    return false;
}

/*
 * Choice: a second new set for one end is STATUS_GRAPHICS_UNASSIGNED_MODESET_ALREADY_EXISTS until
 * the first is assigned or released; ntstatus.h has the code, no page says when.
 */
static NTSTATUS create_set(struct vidpn *vidpn, const struct info_set_class *class,
                           uint32_t member_id, const char *function, void **handle)
{
    struct info_set *set = NULL;

    if (has_unassigned(vidpn, class, member_id)) {
        return STATUS_GRAPHICS_UNASSIGNED_MODESET_ALREADY_EXISTS;
    }
    set = vidpn_set_create(vidpn, class, member_id);
    if (set == NULL) {
        return STATUS_NO_MEMORY;
    }
    *handle = loan_set(set, LOAN_NEW_SET, function)->pointer;
    info_set_put(set); /* the loan holds it */
    return STATUS_SUCCESS;
}

/* The loan by which the driver holds a set of this VidPN, and the documented failures. */
static NTSTATUS find_set(const struct vidpn *vidpn, const struct info_set_class *class,
                         const void *handle, const char *function, struct loan **loan)
{
    struct info_set *set = info_set_resolve(class, handle, function);

    if (set == NULL) {
        return class->invalid_set;
    }
    if (set->owner != vidpn) {
        verify_report(set->state->machine, RULE_VIDPN_04, function,
                      "%s was given a %s that belongs to another VidPN", function, class->name);
        return STATUS_GRAPHICS_RESOURCES_NOT_RELATED;
    }
    *loan = loan_find(set, handle);
    DXGH_ASSERT(*loan != NULL); /* mode sets of a VidPN are never granted */
    return STATUS_SUCCESS;
}

static NTSTATUS release_set(const void *vidpn_handle, const struct info_set_class *class,
                            const void *handle, const char *function)
{
    struct vidpn *vidpn = enter(vidpn_handle, function);
    struct loan *loan = NULL;
    NTSTATUS status;

    if (vidpn == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDPN;
    }
    status = find_set(vidpn, class, handle, function, &loan);
    if (NT_SUCCESS(status)) {
        loan_end(loan);
    }
    return status;
}

/* Why a set cannot be assigned, after all parameters were found valid; NULL when it can. */
static const char *objection(const struct info_set *set, const struct info_set *old,
                             uint32_t member_id, NTSTATUS *status)
{
    if (set->member_id != member_id) {
        *status = STATUS_GRAPHICS_RESOURCES_NOT_RELATED;
        return "was created for another one";
    }
    if (set->count == 0) {
        *status = STATUS_GRAPHICS_EMPTY_ADAPTER_MONITOR_MODE_SUPPORT_INTERSECTION;
        return "is empty";
    }
    if (old->pinned != NULL && info_set_find_same(set, old->pinned->info) == NULL) {
        *status = STATUS_GRAPHICS_PINNED_MODE_MUST_REMAIN_IN_SET;
        return "lacks the mode that is pinned";
    }
    return NULL;
}

/*
 * Everything that assigning a source and a target mode set share. A set that is refused for what it
 * holds is released here, one that is refused for a wrong parameter stays with the driver.
 * Source: nc-d3dkmddi-dxgkddi_vidpn_assignsourcemodeset
 * Choice: the page gives no status for an empty set and for one of another end; see objection().
 */
static NTSTATUS assign_set(struct vidpn *vidpn, const struct info_set_class *class,
                           uint32_t member_id, const struct info_set *old, const void *handle,
                           const char *function, struct info_set **accepted)
{
    struct loan *loan = NULL;
    struct info_set *set = NULL;
    const char *why;
    NTSTATUS status = find_set(vidpn, class, handle, function, &loan);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (loan->kind != LOAN_NEW_SET) {
        verify_report(vidpn->display->state->machine, RULE_VIDPN_04, function,
                      "%s was given a %s that is assigned already; assign one that pfnCreateNew "
                      "returned",
                      function, class->name);
        return class->invalid_set;
    }
    status = info_set_may_change(old, function);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    set = loan->set;
    why = objection(set, old, member_id, &status);
    if (why != NULL) {
        verify_report(vidpn->display->state->machine, RULE_VIDPN_11, function,
                      "the %s for %s %u %s; it is released and %s fails", class->name,
                      class->member, member_id, why, function);
        loan_end(loan);
        return status;
    }
    *accepted = info_set_get(set);
    loan_end(loan);
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_vidpn_acquiresourcemodeset */
static NTSTATUS APIENTRY acquire_source(const D3DKMDT_HVIDPN handle,
                                        const D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                                        D3DKMDT_HVIDPNSOURCEMODESET *set_handle,
                                        const DXGK_VIDPNSOURCEMODESET_INTERFACE **table)
{
    static const char function[] = "pfnAcquireSourceModeSet";
    struct vidpn *vidpn = enter(handle, function);
    struct info_set *set = NULL;

    if (set_handle == NULL || table == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *set_handle = NULL;
    *table = NULL;
    if (vidpn == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDPN;
    }
    set = vidpn_source_set(vidpn, source_id);
    if (set == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE;
    }
    *set_handle = loan_set(set, LOAN_SET, function)->pointer;
    *table = source_mode_set_interface();
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_vidpn_releasesourcemodeset */
static NTSTATUS APIENTRY release_source(const D3DKMDT_HVIDPN handle,
                                        const D3DKMDT_HVIDPNSOURCEMODESET set_handle)
{
    return release_set(handle, &source_mode_set_class, set_handle, "pfnReleaseSourceModeSet");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpn_createnewsourcemodeset */
static NTSTATUS APIENTRY create_source(const D3DKMDT_HVIDPN handle,
                                       const D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                                       D3DKMDT_HVIDPNSOURCEMODESET *set_handle,
                                       const DXGK_VIDPNSOURCEMODESET_INTERFACE **table)
{
    static const char function[] = "pfnCreateNewSourceModeSet";
    struct vidpn *vidpn = enter(handle, function);
    NTSTATUS status;

    if (set_handle == NULL || table == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *set_handle = NULL;
    *table = NULL;
    if (vidpn == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDPN;
    }
    if (vidpn_source_set(vidpn, source_id) == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE;
    }
    status = create_set(vidpn, &source_mode_set_class, source_id, function, (void **)set_handle);
    if (NT_SUCCESS(status)) {
        *table = source_mode_set_interface();
    }
    return status;
}

/* Source: nc-d3dkmddi-dxgkddi_vidpn_assignsourcemodeset */
static NTSTATUS APIENTRY assign_source(const D3DKMDT_HVIDPN handle,
                                       const D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                                       const D3DKMDT_HVIDPNSOURCEMODESET set_handle)
{
    static const char function[] = "pfnAssignSourceModeSet";
    struct vidpn *vidpn = enter(handle, function);
    struct info_set *old;
    struct info_set *set = NULL;
    NTSTATUS status;

    if (vidpn == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDPN;
    }
    old = vidpn_source_set(vidpn, source_id);
    if (old == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE;
    }
    status = assign_set(vidpn, &source_mode_set_class, source_id, old, set_handle, function, &set);
    if (NT_SUCCESS(status)) {
        vidpn_source_set_replace(vidpn, source_id, set);
    }
    return status;
}

/* Source: nc-d3dkmddi-dxgkddi_vidpn_assignmultisamplingmethodset */
static NTSTATUS APIENTRY assign_multisampling(D3DKMDT_HVIDPN handle,
                                              const D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                                              const SIZE_T count,
                                              const D3DDDI_MULTISAMPLINGMETHOD *methods)
{
    static const char function[] = "pfnAssignMultisamplingMethodSet";
    struct vidpn *vidpn = enter(handle, function);
    struct vidpn_multisampling *own;
    struct machine *machine;
    NTSTATUS status;

    if (vidpn == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDPN;
    }
    if (vidpn_source_set(vidpn, source_id) == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE;
    }
    if ((count > 0 && methods == NULL) || count > MULTISAMPLING_METHODS_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    status = info_set_may_change(vidpn->topology, function);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    machine = vidpn->display->state->machine;
    own = &vidpn->multisampling[source_id];
    machine_heap_free(machine, own->methods);
    own->methods = NULL;
    own->count = count;
    if (count > 0) {
        own->methods = machine_heap_alloc(machine, count * sizeof(*methods));
        memcpy(own->methods, methods, count * sizeof(*methods));
    }
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_vidpn_acquiretargetmodeset */
static NTSTATUS APIENTRY acquire_target(const D3DKMDT_HVIDPN handle,
                                        const D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                                        D3DKMDT_HVIDPNTARGETMODESET *set_handle,
                                        const DXGK_VIDPNTARGETMODESET_INTERFACE **table)
{
    static const char function[] = "pfnAcquireTargetModeSet";
    struct vidpn *vidpn = enter(handle, function);
    struct info_set *set = NULL;

    if (set_handle == NULL || table == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *set_handle = NULL;
    *table = NULL;
    if (vidpn == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDPN;
    }
    set = vidpn_target_set(vidpn, target_id);
    if (set == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET;
    }
    *set_handle = loan_set(set, LOAN_SET, function)->pointer;
    *table = target_mode_set_interface();
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_vidpn_releasetargetmodeset */
static NTSTATUS APIENTRY release_target(const D3DKMDT_HVIDPN handle,
                                        const D3DKMDT_HVIDPNTARGETMODESET set_handle)
{
    return release_set(handle, &target_mode_set_class, set_handle, "pfnReleaseTargetModeSet");
}

/* Source: nc-d3dkmddi-dxgkddi_vidpn_createnewtargetmodeset */
static NTSTATUS APIENTRY create_target(const D3DKMDT_HVIDPN handle,
                                       const D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                                       D3DKMDT_HVIDPNTARGETMODESET *set_handle,
                                       const DXGK_VIDPNTARGETMODESET_INTERFACE **table)
{
    static const char function[] = "pfnCreateNewTargetModeSet";
    struct vidpn *vidpn = enter(handle, function);
    NTSTATUS status;

    if (set_handle == NULL || table == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *set_handle = NULL;
    *table = NULL;
    if (vidpn == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDPN;
    }
    if (vidpn_target_set(vidpn, target_id) == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET;
    }
    status = create_set(vidpn, &target_mode_set_class, target_id, function, (void **)set_handle);
    if (NT_SUCCESS(status)) {
        *table = target_mode_set_interface();
    }
    return status;
}

/* Source: nc-d3dkmddi-dxgkddi_vidpn_assigntargetmodeset */
static NTSTATUS APIENTRY assign_target(D3DKMDT_HVIDPN handle,
                                       const D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                                       const D3DKMDT_HVIDPNTARGETMODESET set_handle)
{
    static const char function[] = "pfnAssignTargetModeSet";
    struct vidpn *vidpn = enter(handle, function);
    struct info_set *old;
    struct info_set *set = NULL;
    NTSTATUS status;

    if (vidpn == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDPN;
    }
    old = vidpn_target_set(vidpn, target_id);
    if (old == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET;
    }
    status = assign_set(vidpn, &target_mode_set_class, target_id, old, set_handle, function, &set);
    if (NT_SUCCESS(status)) {
        vidpn_target_set_replace(vidpn, target_id, set);
    }
    return status;
}

const DXGK_VIDPN_INTERFACE *vidpn_interface(void)
{
    static const DXGK_VIDPN_INTERFACE table = {
        .Version = DXGK_VIDPN_INTERFACE_VERSION_V1,
        .pfnGetTopology = get_topology,
        .pfnAcquireSourceModeSet = acquire_source,
        .pfnReleaseSourceModeSet = release_source,
        .pfnCreateNewSourceModeSet = create_source,
        .pfnAssignSourceModeSet = assign_source,
        .pfnAssignMultisamplingMethodSet = assign_multisampling,
        .pfnAcquireTargetModeSet = acquire_target,
        .pfnReleaseTargetModeSet = release_target,
        .pfnCreateNewTargetModeSet = create_target,
        .pfnAssignTargetModeSet = assign_target,
    };

    return &table;
}
