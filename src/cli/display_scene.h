/* SPDX-License-Identifier: MIT */
/* Scenes about what happens to a screen while something is on it. */
#ifndef CLI_DISPLAY_SCENE_H
#define CLI_DISPLAY_SCENE_H

#include "cli/gpu_scene.h"

/** display_scene_hot_plug - the monitor goes, comes back, and another one comes */
void display_scene_hot_plug(struct gpu_scene_run *run);

/** display_scene_power - the adapter sleeps and wakes with a desktop on the screen */
void display_scene_power(struct gpu_scene_run *run);

/** display_scene_pointer - a pointer over a desktop: shaped, moved over the edges, hidden */
void display_scene_pointer(struct gpu_scene_run *run);

#endif /* CLI_DISPLAY_SCENE_H */
