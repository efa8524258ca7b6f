/* SPDX-License-Identifier: MIT */
/*
 * A set of infos behind a handle: what the source, target and monitor source mode sets, the
 * topology, and the monitor's descriptor and frequency range sets have in common.
 *
 * The operations come in two kinds. Those named info_set_driver_* are what an interface table
 * calls: they take a handle that may be anything, check it, lend and take back. The others are the
 * host's own and take pointers.
 */
#ifndef DISPLAY_INFO_SET_H
#define DISPLAY_INFO_SET_H

#include "display/display.h"
#include "display/handle.h"
#include "display/loan.h"

/* What a driver may do to the VidPN it was handed. */
enum display_access {
    DISPLAY_ACCESS_INSPECT,  /* DxgkDdiIsSupportedVidPn, DxgkDdiCommitVidPn */
    DISPLAY_ACCESS_MODES,    /* DxgkDdiEnumVidPnCofuncModality: mode sets and support flags */
    DISPLAY_ACCESS_TOPOLOGY, /* DxgkDdiRecommend...: paths and pinned modes as well */
};

/* The verdict on an info that is about to be added. */
struct info_verdict {
    NTSTATUS status;
    enum rule rule;  /* broken, when status is a failure; RULE_COUNT: a failure that is no breach */
    const char *why; /* expected, seen, what to do; static text */
};

/* One per kind of set; constant. */
struct info_set_class {
    enum display_object object;
    size_t info_bytes;
    const char *name;   /* "source mode set" */
    const char *member; /* whose set it is: "source", "target", "VidPN" */
    NTSTATUS invalid_set;
    NTSTATUS invalid_info;
    bool has_ids; /* an info begins with a UINT id that is unique in its set */
    /* Whether an info may be added. NULL: nothing can be added by a driver. */
    struct info_verdict (*check)(const struct info_set *set, const void *info);
    /* Whether two infos mean the same, whatever their ids. */
    bool (*same)(const void *first, const void *second);
};

struct info_item {
    struct list link; /* info_set.items or info_set.removed */
    bool removed;     /* a loan may still point here */
    void *info;       /* class->info_bytes */
};

struct info_set {
    const struct info_set_class *class; /* constant */
    struct display_state *state;        /* constant */
    const struct display *display;      /* whose driver it is lent to; constant */
    void *owner;                        /* struct vidpn or struct monitor; constant */
    uint32_t member_id;                 /* source or target; constant */
    const enum display_access *access;  /* the VidPN's; NULL: open to change. Constant */
    void *handle;
    uint32_t references;        /* the owner's and one per loan */
    uint32_t driver_references; /* LOAN_SET and LOAN_NEW_SET */
    bool granted;               /* the driver may use the handle without a loan */
    bool assigned;              /* part of a VidPN now */
    const char *frozen;         /* why a driver must not change it; NULL when it may. Static text */
    uint32_t next_id;
    uint32_t count;
    struct list items;           /* info_item.link, in order of addition */
    struct list removed;         /* info_item.link */
    struct info_item *pinned;    /* mode sets of a VidPN */
    struct info_item *preferred; /* monitor source mode sets */
};

/**
 * info_set_create - an empty set with a handle; the caller holds the one reference
 * Returns: NULL when no handle is left.
 */
struct info_set *info_set_create(const struct display *display, const struct info_set_class *class,
                                 void *owner, uint32_t member_id);
struct info_set *info_set_get(struct info_set *set);
void info_set_put(struct info_set *set); /* accepts NULL; frees with the last reference */

/** info_set_append - add a copy of an info, as the host; its id becomes the next free one, from 1
 */
struct info_item *info_set_append(struct info_set *set, const void *info);
void info_set_remove(struct info_set *set, struct info_item *item);
/** info_set_first, info_set_next - walk. Returns: NULL at the end. */
struct info_item *info_set_first(const struct info_set *set);
struct info_item *info_set_next(const struct info_set *set, const struct info_item *item);
struct info_item *info_set_find_id(const struct info_set *set, uint32_t id);
struct info_item *info_set_find_same(const struct info_set *set, const void *info);

/**
 * info_set_resolve - the set that a driver means
 * Returns: NULL when the handle is not of that kind, stale, or not held by the driver; reported
 * (VIDPN-04). The caller answers class->invalid_set.
 */
struct info_set *info_set_resolve(const struct info_set_class *class, const void *handle,
                                  const char *function);

/**
 * info_set_may_change - whether the driver may change this set now
 * Returns: STATUS_SUCCESS, or STATUS_ACCESS_DENIED after a report (VIDPN-09, VSYNC-05).
 */
NTSTATUS info_set_may_change(const struct info_set *set, const char *function);

/*
 * The functions of the interface tables. Each returns what the pfn page of its kind documents:
 * STATUS_SUCCESS; class->invalid_set; class->invalid_info; STATUS_INVALID_PARAMETER for a NULL out
 * pointer; STATUS_GRAPHICS_DATASET_IS_EMPTY and STATUS_GRAPHICS_NO_MORE_ELEMENTS_IN_DATASET, both
 * successes that leave NULL in the out pointer, from first and next.
 * Observed: Microsoft's display-only sample ends its walk on NO_MORE_ELEMENTS_IN_DATASET; the pages
 * of the VidPN sets do not name it, those of the monitor sets do.
 */
NTSTATUS info_set_driver_count(const struct info_set_class *class, const void *handle,
                               SIZE_T *count, const char *function);
NTSTATUS info_set_driver_first(const struct info_set_class *class, const void *handle,
                               const void **info, const char *function);
NTSTATUS info_set_driver_next(const struct info_set_class *class, const void *handle,
                              const void *current, const void **info, const char *function);
NTSTATUS info_set_driver_release(const struct info_set_class *class, const void *handle,
                                 const void *info, const char *function);
NTSTATUS info_set_driver_create_info(const struct info_set_class *class, const void *handle,
                                     void **info, const char *function);
/** Adding ends the loan on success only: on failure the driver still has to release the info. */
NTSTATUS info_set_driver_add(const struct info_set_class *class, const void *handle, void *info,
                             const char *function);

#endif /* DISPLAY_INFO_SET_H */
