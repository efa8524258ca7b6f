/* SPDX-License-Identifier: MIT */
/*
 * What a translation DDI leaves in the output patch list.
 *
 * Source: ns-d3dukmdt-_d3dddi_patchlocationlist.md; display/splitting-a-dma-buffer.md
 */
#ifndef DXGK_PATCH_LIST_H
#define DXGK_PATCH_LIST_H

#include "dxgk/render_private.h"
#include "dxgk/submission.h"

/**
 * patch_list_check - every element names an allocation, a place that was written, a slot that
 * exists, and a split point that fits; no allocation stays bound over a split point unnamed
 * Rules RENDERKM-20, -21, SPLIT-02 to -04, -11, -14, -15.
 * Returns: false, with the breach reported, when the buffer cannot be used.
 */
bool patch_list_check(struct submission *submission, const struct translator *translator);
/** patch_list_slots - how many slots patch_list_check follows; 0: too many to */
uint32_t patch_list_slots(const struct adapter *adapter);

#endif /* DXGK_PATCH_LIST_H */
