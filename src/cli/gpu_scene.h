/* SPDX-License-Identifier: MIT */
/*
 * Scenes about scheduling instead of pictures: preemption, timeouts, recovery. They need no screen,
 * and most of them need the softgpu board, which can be told to misbehave.
 */
#ifndef CLI_GPU_SCENE_H
#define CLI_GPU_SCENE_H

#include "dxgk/adapter.h"

struct gpu_scene_run {
    struct adapter *adapter;
    struct device_host *board;
    char note[512];  /* what was measured, for the report */
    char error[512]; /* "" when the scene went as it should */
    /* of memory_scene_overlap */
    uint64_t makespan_ns; /* from the first command to the last completion */
    uint64_t busy_ns;     /* of both engines, added up */
};

struct gpu_scene {
    const char *name;
    const char *summary;
    bool needs_softgpu;
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
