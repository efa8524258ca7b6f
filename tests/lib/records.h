/* SPDX-License-Identifier: MIT */
/*
 * Command buffers of GDI records, of one rectangle each, for a client of the GPU.
 */
#ifndef TESTS_LIB_RECORDS_H
#define TESTS_LIB_RECORDS_H

#include "cli/gpu_client.h"
#include "dxgk/render.h"

/** records_fill - a square of the surface at this index of the allocation list */
DXGK_RENDERKM_COMMAND records_fill(uint32_t index, uint32_t side, uint32_t color);

struct records_surface {
    uint32_t index;
    uint32_t pitch; /* bytes; of surfaces the CPU sees */
};

/** records_copy - a square, from the corner of one surface to that of another */
DXGK_RENDERKM_COMMAND records_copy(struct records_surface from, struct records_surface to,
                                   uint32_t side);

struct records_request {
    const DXGK_RENDERKM_COMMAND *commands; /* all of one operation */
    uint32_t command_count;
    uint32_t count; /* how many to make of them, in turns */
    const struct render_reference *references;
    uint32_t reference_count;
};

/** records_render - queue them, in the client's process. Returns: as dxgk_render_km. */
NTSTATUS records_render(const struct gpu_client *client, const struct records_request *request);

#endif /* TESTS_LIB_RECORDS_H */
