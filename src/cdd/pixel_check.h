/* SPDX-License-Identifier: MIT */
/*
 * What the GPU drew, held against what the CPU draws: rules GDI-04 to GDI-22.
 *
 * The destination and the source are read before an operation goes to the driver, and the
 * destination again when the GPU has done it. Pixels of blends may differ by one in each colour,
 * stretches may take either formula of their page, and bytes that a format does not have are not
 * looked at.
 *
 * Source: ns-d3dkmddi-_dxgk_gdiarg_bitblt.md and its family. Tests: tests/contract (GDI)
 */
#ifndef CDD_PIXEL_CHECK_H
#define CDD_PIXEL_CHECK_H

#include "cdd/operation.h"

struct pixel_check {
    struct cdd *cdd;
    const struct operation *operation;
    RECT area; /* of the destination: all that the operation may touch, and what it must not */
    struct raster before;
    struct raster source; /* no pixels: the operation has none */
};

/** pixel_check_begin - read what the operation starts from, after everything recorded before it */
NTSTATUS pixel_check_begin(struct pixel_check *check, struct cdd *cdd,
                           const struct operation *operation);

/**
 * pixel_check_end - let the GPU finish, compare, report the first pixel that is wrong
 * @status: of recording the operation; nothing is compared when that failed
 * Returns: status, or that of reading the result.
 */
NTSTATUS pixel_check_end(struct pixel_check *check, NTSTATUS status);

#endif /* CDD_PIXEL_CHECK_H */
