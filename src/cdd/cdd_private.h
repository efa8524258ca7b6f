/* SPDX-License-Identifier: MIT */
/* The cdd itself, for the files of this folder. */
#ifndef CDD_CDD_PRIVATE_H
#define CDD_CDD_PRIVATE_H

#include "cdd/batch.h"
#include "cdd/cdd.h"
#include "cdd/gamma.h"

struct shadow;
struct text;

struct cdd {
    /* constant */
    struct machine *machine;
    struct adapter *adapter;
    struct device *device; /* NULL with a display-only driver, and so is the context */
    struct context *context;
    DXGK_PRESENTATIONCAPS caps;
    struct cdd_surface *primary;
    uint32_t frame_operations;
    void (*frame)(void *context);
    void *frame_context;
    bool mode_is_set;
    bool check_pixels;
    bool checking;         /* pixels are being read for that */
    struct shadow *shadow; /* the screen of a display-only driver; else NULL */

    uint32_t operations_since_frame;
    struct list surfaces; /* every struct cdd_surface, oldest first */
    struct batch batch;
    struct cdd_surface
        *scratch[2]; /* staging between GPU-only surfaces and the CPU, grown on demand */
    struct gamma gamma;
    struct cdd_surface *cleartype_temp; /* while NoTempSurfaceForClearTypeBlend is 0 */
    struct text *text;                  /* made by the first font */
    struct cdd_statistics statistics;
};

#endif /* CDD_CDD_PRIVATE_H */
