/* SPDX-License-Identifier: MIT */
/*
 * Scenes about events instead of pictures: preemption, timeouts, recovery, hot plug, power.
 * Many of them need the softgpu board, which can be told to misbehave.
 */
#ifndef CLI_GPU_SCENE_H
#define CLI_GPU_SCENE_H

#include "dxgk/adapter.h"

struct cdd;
struct process;

struct gpu_scene_run {
    struct adapter *adapter;
    struct device_host *board;
    struct process *process; /* who draws */
    uint32_t width;          /* of the desktop, pixels */
    uint32_t height;
    D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation; /* of the screen; UNINITIALIZED: none */
    /* For scenes with a screen: take its picture. May be NULL. */
    void (*picture)(void *context, const struct cdd *cdd);
    void *picture_context;
    char note[512];  /* what was measured, for the report */
    char error[512]; /* "" when the scene went as it should */
    /* of memory_scene_overlap */
    uint64_t makespan_ns; /* from the first command to the last completion */
    uint64_t busy_ns;     /* of both engines, added up */
};

enum gpu_scene_needs {
    GPU_SCENE_NEEDS_NOTHING,
    GPU_SCENE_NEEDS_ENGINE,  /* a driver that is more than display-only */
    GPU_SCENE_NEEDS_SOFTGPU, /* a board that can be told to misbehave */
    GPU_SCENE_NEEDS_SCREEN,  /* a driver that a desktop can be drawn through */
};

struct gpu_scene {
    const char *name;
    const char *summary;
    enum gpu_scene_needs needs;
    void (*run)(struct gpu_scene_run *run);   /* NULL: starting the adapter is all */
    void (*prepare)(struct machine *machine); /* before the driver is loaded; NULL: nothing to do */
};

extern const struct gpu_scene gpu_scenes[];
extern const size_t gpu_scene_count;

/** gpu_scene_find - Returns: NULL when there is none of that name */
const struct gpu_scene *gpu_scene_find(const char *name);

/**
 * gpu_scene_hang - let a node of a softgpu board hang at a moment of virtual time
 * Returns: false when the board is another one or has no such node.
 */
bool gpu_scene_hang(struct device_host *board, uint32_t node, uint64_t time_ns);
/** gpu_scene_hangs_to_come - how many of those the node has not met */
uint32_t gpu_scene_hangs_to_come(const struct device_host *board, uint32_t node);

#endif /* CLI_GPU_SCENE_H */
