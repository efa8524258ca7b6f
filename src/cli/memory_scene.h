/* SPDX-License-Identifier: MIT */
/* Scenes about video memory that show no picture. */
#ifndef CLI_MEMORY_SCENE_H
#define CLI_MEMORY_SCENE_H

#include "cli/gpu_scene.h"

/** memory_scene_oom - a device that finds no memory is in error; the others go on */
void memory_scene_oom(struct gpu_scene_run *run);
/** memory_scene_overlap - paging and drawing at the same time; measures both */
void memory_scene_overlap(struct gpu_scene_run *run);

#endif /* CLI_MEMORY_SCENE_H */
