/* SPDX-License-Identifier: MIT */
#include "cdd/gamma.h"

#include "cdd/cdd_private.h"

#include <math.h>

static uint8_t power(uint32_t value, double exponent)
{
    return (uint8_t)lround(255.0 * pow((double)value / 255.0, exponent));
}

void gamma_fill(struct gamma *gamma)
{
    for (uint32_t row = 0; row < GAMMA_ROWS; row++) {
        double exponent = 1.0 + row / 10.0;

        for (uint32_t value = 0; value < 256; value++) {
            gamma->rows[row][value] = power(value, exponent);
            gamma->rows[row][256 + value] = power(value, 1.0 / exponent);
        }
    }
}

NTSTATUS gamma_surface_get(struct cdd *cdd, struct cdd_surface **surface)
{
    struct gamma *gamma = &cdd->gamma;
    struct cdd_surface *table = gamma->surface;
    NTSTATUS status = STATUS_SUCCESS;

    if (table == NULL) {
        status = cdd_surface_create(cdd, D3DKMDT_GDISURFACE_LOOKUPTABLE, GAMMA_ROW_BYTES,
                                    GAMMA_ROWS, D3DDDIFMT_A8, &table);
        if (!NT_SUCCESS(status)) {
            return status;
        }
        status = cdd_surface_write(table, cdd_surface_bounds(table), gamma->rows, GAMMA_ROW_BYTES);
        if (!NT_SUCCESS(status)) {
            cdd_surface_destroy(table);
            return status;
        }
        gamma->surface = table;
    }
    *surface = table;
    return status;
}

uint32_t gamma_correct(const struct gamma *gamma, uint32_t row, uint32_t color)
{
    uint32_t corrected = color & 0xFF000000u;

    if (row >= GAMMA_ROWS) {
        return color;
    }
    for (uint32_t shift = 0; shift < 24; shift += 8) {
        corrected |= (uint32_t)gamma->rows[row][(color >> shift) & 0xFFu] << shift;
    }
    return corrected;
}
