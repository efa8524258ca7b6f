/* SPDX-License-Identifier: MIT */
#include "cdd/scene.h"

#include <string.h>

const struct cdd_scene cdd_scenes[] = {
    { "desktop", "windows, text, icons and glass: all operations together", scene_desktop },
    { "bitblt", "BitBlt: named and ternary raster operations, clipping, scrolling", scene_bitblt },
    { "colorfill", "ColorFill: every raster operation with a brush", scene_colorfill },
    { "alphablend", "AlphaBlend: constant and per-pixel alpha, stretched", scene_alphablend },
    { "stretchblt", "StretchBlt: modes and mirrors, growing and shrinking", scene_stretchblt },
    { "transparentblt", "TransparentBlt: colour keys with and without alpha",
      scene_transparentblt },
    { "cleartypeblend", "ClearTypeBlend: sizes, colours and the sixteen gamma rows",
      scene_cleartypeblend },
    { "paging", "memory: forty textures that read each other, with --vram paged all the time",
      scene_paging },
    { "split", "memory: one command buffer with more surfaces than may fit together", scene_split },
    { "aperture", "memory: surfaces the CPU sees, mapped and unmapped", scene_aperture },
    { "lock", "memory: the CPU and the GPU change the same surfaces in turns", scene_lock },
};
const size_t cdd_scene_count = DXGH_ARRAY_SIZE(cdd_scenes);

const struct cdd_scene *cdd_scene_find(const char *name)
{
    for (size_t i = 0; i < cdd_scene_count; i++) {
        if (strcmp(cdd_scenes[i].name, name) == 0) {
            return &cdd_scenes[i];
        }
    }
    return NULL;
}
