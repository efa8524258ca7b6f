/* SPDX-License-Identifier: MIT */
/*
 * The stages of `dxghost verify`: each starts the driver on a machine of its own and does one kind
 * of thing with it. What a driver or a board cannot do makes a stage skip, with the reason.
 */
#ifndef CLI_BATTERY_STAGE_H
#define CLI_BATTERY_STAGE_H

#include "base/prng.h"
#include "cli/session.h"

/* One run of a stage. */
struct stage_run {
    const struct stage *stage;
    struct session *session;
    struct adapter *adapter; /* while it is up */
    struct prng prng;        /* for stages that draw what they send; from the seed */
    bool faulty;             /* a request for memory is refused: a failure proves nothing */
    char skip[256];          /* why nothing was done; "" when something was */
    char error[1024];        /* what went wrong besides rules; "" for nothing */
};

enum stage_kind {
    STAGE_ONCE,
    STAGE_FAULTS, /* again for each request for memory, which is refused */
    STAGE_SEEDS,  /* again for each of several seeds */
};

/* What a stage needs besides an adapter that starts. */
enum {
    STAGE_NEEDS_FULL = 1,    /* an adapter that renders */
    STAGE_NEEDS_GDI = 2,     /* GDI acceleration, or a display-only driver unless FULL */
    STAGE_NEEDS_SOFTGPU = 4, /* the board that can be told to misbehave */
    STAGE_NEEDS_ESCAPE = 8,  /* DxgkDdiEscape, which is optional */
};

struct stage {
    const char *name;
    const char *summary;
    void (*body)(struct stage_run *run); /* with the adapter up; NULL: starting is all */
    const char *scene;                   /* for a body that draws or plays one */
    enum stage_kind kind;
    uint32_t needs;
    uint32_t lives;      /* loads and unloads on one machine; 0 counts as 1 */
    uint32_t vram_bytes; /* of a softgpu board; 0: its own */
    bool hide_pages;     /* pageable memory is out of reach from DISPATCH_LEVEL on */
    bool check_pixels;   /* every GDI operation is held against the CPU's picture */
};

extern const struct stage stages[];
extern const size_t stage_count;

/** stage_find - Returns: the number of the stage of that name, stage_count when there is none */
size_t stage_find(const char *name);

/** stage_perform - the body with the adapter up, or the reason to skip it */
void stage_perform(struct stage_run *run, struct adapter *adapter);

#endif /* CLI_BATTERY_STAGE_H */
