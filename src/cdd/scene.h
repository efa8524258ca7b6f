/* SPDX-License-Identifier: MIT */
/*
 * Pictures to draw through a driver: a desktop, and a sheet of variants for each GDI operation.
 * `dxghost run --scene NAME` offers these; tests compare what lands on the screen.
 */
#ifndef CDD_SCENE_H
#define CDD_SCENE_H

#include "cdd/cdd.h"

struct cdd_scene_options {
    const char *wallpaper; /* PNG file for the desktop's background; NULL: the painted one */
};

/* Draws on the primary and finishes. On failure the reason is in error, which is not NULL. */
typedef NTSTATUS (*cdd_scene_draw)(struct cdd *cdd, const struct cdd_scene_options *options,
                                   struct cdd_error *error);

struct cdd_scene {
    const char *name;
    const char *summary; /* one line for --help */
    cdd_scene_draw run;
};

/* Scenes work on any screen from this size on. */
#define CDD_SCENE_WIDTH_MIN 640u
#define CDD_SCENE_HEIGHT_MIN 480u

extern const struct cdd_scene cdd_scenes[];
extern const size_t cdd_scene_count;

/** cdd_scene_find - Returns: the scene of that name, NULL when there is none */
const struct cdd_scene *cdd_scene_find(const char *name);

NTSTATUS scene_desktop(struct cdd *cdd, const struct cdd_scene_options *options,
                       struct cdd_error *error);
NTSTATUS scene_bitblt(struct cdd *cdd, const struct cdd_scene_options *options,
                      struct cdd_error *error);
NTSTATUS scene_colorfill(struct cdd *cdd, const struct cdd_scene_options *options,
                         struct cdd_error *error);
NTSTATUS scene_alphablend(struct cdd *cdd, const struct cdd_scene_options *options,
                          struct cdd_error *error);
NTSTATUS scene_stretchblt(struct cdd *cdd, const struct cdd_scene_options *options,
                          struct cdd_error *error);
NTSTATUS scene_transparentblt(struct cdd *cdd, const struct cdd_scene_options *options,
                              struct cdd_error *error);
NTSTATUS scene_cleartypeblend(struct cdd *cdd, const struct cdd_scene_options *options,
                              struct cdd_error *error);
NTSTATUS scene_paging(struct cdd *cdd, const struct cdd_scene_options *options,
                      struct cdd_error *error);
NTSTATUS scene_split(struct cdd *cdd, const struct cdd_scene_options *options,
                     struct cdd_error *error);
NTSTATUS scene_aperture(struct cdd *cdd, const struct cdd_scene_options *options,
                        struct cdd_error *error);
NTSTATUS scene_lock(struct cdd *cdd, const struct cdd_scene_options *options,
                    struct cdd_error *error);

#endif /* CDD_SCENE_H */
