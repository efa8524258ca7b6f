/* SPDX-License-Identifier: MIT */
/*
 * The end of a display-only driver's present: reported at DIRQL, acted upon in the DPC.
 * Source: ns-d3dkmddi-_dxgkargcb_present_displayonly_progress.md
 */
#ifndef DXGK_PRESENT_PROGRESS_H
#define DXGK_PRESENT_PROGRESS_H

#include <dispmprt.h>

struct adapter;

/* Of source 0. Changed at DIRQL by the driver's report, else by the thread that presents. */
struct present_progress {
    bool expected; /* a present is under way and may be reported */
    bool reported;
    bool failed;
    KEVENT done; /* signalled by the DPC after the report */
};

/** present_progress_notify - DXGK_INTERRUPT_DISPLAYONLY_PRESENT_PROGRESS. IRQL: DIRQL. */
void present_progress_notify(struct adapter *adapter,
                             const DXGKARGCB_PRESENT_DISPLAYONLY_PROGRESS *report);
/** present_progress_dpc - DxgkCbNotifyDpc. IRQL: DISPATCH_LEVEL. */
void present_progress_dpc(struct adapter *adapter);

#endif /* DXGK_PRESENT_PROGRESS_H */
