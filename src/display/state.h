/* SPDX-License-Identifier: MIT */
/*
 * What the display layer keeps for a machine: the handles that drivers hold, what is lent to them,
 * and the displays of its adapters. Private to src/display.
 *
 * The interface tables of the VidPN manager are plain functions that take a handle and nothing
 * else, so the handle must lead back here. Nothing is locked: between two points host code is
 * atomic, and the DDIs that touch one VidPN do not overlap.
 */
#ifndef DISPLAY_STATE_H
#define DISPLAY_STATE_H

#include "machine/machine.h"
#include "nt/wdk.h"
#include "verify/verify.h"

#include <d3dkmddi.h>

struct display_handle;

struct display_state {
    struct machine *machine;        /* constant */
    struct list displays;           /* struct display.link */
    struct list loans;              /* struct loan.link, oldest first */
    struct display_handle *handles; /* handle.c */
    uint32_t handle_capacity;
};

/**
 * display_state_get - the state of a machine, made when there is none
 * display_state_put - free it when the last display is gone
 */
struct display_state *display_state_get(struct machine *machine);
void display_state_put(struct display_state *state);

/**
 * display_enter - the way into every function of an interface table
 * @function: the function's name, for reports; static text
 * A point of the schedule, and the check of the IRQL (VIDPN-13).
 * Returns: NULL when no display exists, so that no handle can be valid.
 * Source: every pfn page of the VidPN and monitor interfaces ("IRQL: PASSIVE_LEVEL")
 */
struct display_state *display_enter(const char *function);

#endif /* DISPLAY_STATE_H */
