/* SPDX-License-Identifier: MIT */
/*
 * Gamma tables of ClearType: 16 rows, each 256 bytes of gamma and 256 of its inverse.
 *
 * Choice: row n holds the exponent 1 + n / 10, so that row 0 changes nothing and row 12 is near the
 * screen's own 2.2. The documents fix the layout only.
 * Source: ddi ns-d3dkmddi-_dxgk_gdiarg_cleartypeblend; ne-d3dkmdt-_d3dkmdt_gdisurfacetype
 */
#ifndef CDD_GAMMA_H
#define CDD_GAMMA_H

#include "cdd/surface.h"

#define GAMMA_ROWS 16u
#define GAMMA_ROW_BYTES 512u

struct gamma {
    struct cdd_surface *surface;               /* LOOKUPTABLE; NULL until the first use */
    uint8_t rows[GAMMA_ROWS][GAMMA_ROW_BYTES]; /* what the surface holds; constant */
};

/** gamma_fill - compute the rows */
void gamma_fill(struct gamma *gamma);
/**
 * gamma_surface_get - the table as an allocation, created and filled on first use
 * The content travels as the documents say: by BitBlt from a CPU-visible A8 staging surface.
 */
NTSTATUS gamma_surface_get(struct cdd *cdd, struct cdd_surface **surface);
/** gamma_correct - the colour as the blend formula wants it; unchanged for CDD_GAMMA_NONE */
uint32_t gamma_correct(const struct gamma *gamma, uint32_t row, uint32_t color);

#endif /* CDD_GAMMA_H */
